log-title = 全部新闻
log-before = 第 { $quarter } 季之前
log-after = 第 { $quarter } 季之后
