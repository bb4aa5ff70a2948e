top-cash = 现金
top-firm = 企业得分
top-region = 区域得分
top-firm-short = 企业
top-region-short = 区域
top-when = 第 { $quarter } 季 · 共 { $least } 到 { $most } 季
top-when-fixed = 第 { $quarter } 季，共 { $last } 季
top-closed = 第 { $quarter } 季已结束
