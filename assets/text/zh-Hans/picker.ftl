picker-title = 选择剧本
picker-count = { $broken ->
    [0] { $ready } 个可玩
   *[other] { $ready } 个可玩，{ $broken } 个有错误
}
picker-list = 列表
picker-detail = 介绍
picker-head-scenario = 剧本
picker-head-learn = 学什么
picker-head-minutes = 分钟
picker-head-difficulty = 难度
picker-start = 开始
picker-faults = 显示错误
picker-hint-scenario = 选剧本
picker-broken = { $count ->
    [1] 一处错误：{ $first }
   *[other] { $count } 处错误，第一处：{ $first }
}
picker-broken-why = 改正这些错误之后，这个文件才能玩。每次打开这个列表都会重新读取它。
picker-none = 没有找到剧本。
picker-length = { $least }–{ $most }
picker-fact-firms = 企业
picker-fact-quarters = 季度
picker-fact-minutes = 分钟
picker-fact-kinds = 对手类型
picker-goals = 学完后你能说明
picker-firm = 你的企业
picker-difficulty = 对手
picker-treatment = 变体
picker-as-written = 原样
picker-level-easy = 容易
picker-level-normal = 普通
picker-level-hard = 困难
