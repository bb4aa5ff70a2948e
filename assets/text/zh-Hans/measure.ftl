measure-about = 重新测量随附剧本的得分标尺和相图（每个处理器核心一个进程），写入 scenarios/bands.json 和 scenarios/phases.json，并去掉没有剧本再需要的条目。全部剧本要几分钟，单个剧本半分钟到一分半。
measure-help-names = bands 或 phases：只做其中一项；随附剧本的名字：只做这些剧本
measure-help-show = 不测量，只打印已有的结果
measure-no-scenario = Guildmark 没有随附叫“{ $name }”的剧本。您是不是想找：{ $hint }？
measure-damaged = { $file } 无法读取，其中其他剧本的内容会丢失。不写名字就会全部重新测量。
measure-bands = 得分标尺
measure-phases = 相图
measure-begun = 正在测量 { $count } 个{ $what }，需要一些时间。
measure-kept = 已写入 { $file }；{ $dropped ->
    [0] 原有的条目都还需要。
   *[other] 去掉了 { $dropped } 个没有剧本再需要的条目。
}
measure-stale = 尚未按现在的样子测量：{ $names }。去掉 --show 就会测量。
measure-band = { $scenario } · { $firm }：第 { $quarter } 季度后的各种打法，普通难度，200 局的中位数
measure-none = 所有企业都失信
measure-all = 所有企业都守信
measure-column-plan = 打法
measure-column-worth = 价值，{ $unit }
measure-column-score = 得分
measure-column-region = 区域
measure-anchors = 标尺：{ $low } 为 8 分，{ $high } { $unit } 为 92 分。
measure-map = { $scenario } · 相图：区域翻转时的集群水平（0 到 100），以及每百个起点中最终有一半买家知道其名的个数
measure-policy-cooperative = 全都守信
measure-policy-mixed = 剧本里的各家
measure-policy-never = 无人守信
measure-column-policy = 谁守信
measure-column-on = 向上翻转于
measure-column-off = 向下翻转于
measure-column-formed = 最终知名，%
