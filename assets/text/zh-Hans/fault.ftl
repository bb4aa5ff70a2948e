fault-suggestion = （是不是 { $suggestion }？）
fault-too-large = 文件有 { $size } MB；剧本最多 { $limit } MB、{ $lines } 行
fault-not-utf8 = 不是 UTF-8 文本；请用 UTF-8 编码保存文件
fault-too-deep = 表或列表嵌套太深，无法读取
fault-unreadable = 文件读不了：{ $reason }
fault-unclosed-array = 这里用 [ 开始的列表没有用 ] 结束
fault-unclosed-table = 这里用 {"{"} 开始的表没有用 {"}"} 结束
fault-unclosed-header = 表头缺少右方括号
fault-unclosed-string = 这里用引号开始的文字没有结束
fault-no-value = 缺少值，或者不是 TOML：文字要加引号，true 和 false 要小写
fault-key-twice = 这个键已经有值了
fault-table-twice = 这个表在文件中已经有了
fault-two-statements = 一行只写一个键和值；数字不能以 0 开头，日期和时间有各自的格式
fault-no-equals = 键后面需要 = 和一个值
fault-no-statement = 既不是 [表] 也不是 键 = 值；带特殊字符的键要加引号
fault-syntax = 不是有效的 TOML（{ $detail }）
fault-missing = 缺少 { $key }
fault-unknown-key = 格式中没有 { $key } 这个键
fault-out-of-range = { $key } 是 { $found }，但必须在 { $low } 到 { $high } 之间
fault-too-little = { $key } 是 { $found }，但不能小于 { $low }
fault-too-much = { $key } 是 { $found }，但不能大于 { $high }
fault-not-finite = { $key } 是 { $found }，但必须是有限的数
fault-not-allowed = { $key } 是 { $found }；只能是 { $allowed }
fault-too-short = { $key } 太短；至少要有 { $least } 个
fault-too-long = { $key } 太长；最多只能有 { $most } 个
fault-not-printable = { $key } 至少要有一个看得见的字符，且不能有控制字符
fault-huge-number = 这个数的位数太多，无法读取
fault-more-faults = 只列出前 { $count } 处错误；请先改正这些
fault-not-a-language = { $key } 必须是语言代码，例如 en 或 zh-CN
fault-wrong-type = { $key } 是 { $found }，但必须是{ $expected ->
    [whole] 整数
    [number] 数
    [text] 带引号的文字，或按语言分列的文字表
    [yes-no] true 或 false
    [table] 表
    [list] [ ] 中的列表
    [choice] 规定词语之一
   *[other] 别的类型
}
fault-min-over-max = quarters.min 是 { $min }，大于 quarters.max 的 { $max }
fault-known-end = 要让人人都知道终点，quarters.min 和 quarters.max 必须相等，但它们是 { $min } 和 { $max }
fault-unknown-arrow = 共同演化中没有箭头“{ $found }”
fault-name-twice = 名称“{ $name }”用了两次
fault-unknown-strategy = 这里没有策略“{ $found }”；可用的有 { $allowed }
fault-no-seat = 没有可以玩的企业：请给其中一家写上 seat = true
fault-slots-too-few = slots 是 { $slots }，少于 { $firms } 家企业
fault-agenda-without-institution = agenda 开放了 { $name }，但没有表 [institutions.{ $name }]
fault-beyond-end = 第 { $quarter } 季在最后可能的第 { $max } 季之后
fault-announced-condition = 带条件的事件不能预告：还没有人知道它会不会来
fault-empty-condition = 条件需要 below 或 above
fault-condition-without-mark = mark_effort 需要组织 mark
fault-unknown-place = 引导在这里不能指向“{ $found }”；可以指向 { $allowed }
fault-nothing-to-change = 等待改动的一步要指向一项决定，例如 at = "price" 或 at = "effort fair"
fault-goal-firm = { $name } 不是可以由人来玩的企业；目标只能给 { $allowed }
fault-goals-too-many = { $name } 的目标超过 { $most } 个：没有人记得住更多
fault-goal-bound = 一个目标要有 at_least 或 at_most，二者只取其一
fault-goal-count = { $measure } 只会增加：目标可以用 at_most 把它压低，不能要求更多
fault-goal-out-of-reach = 目标不可能是 { $found }：{ $measure } 在 0 与 { $most } 之间
fault-goal-body-missing = { $measure } 需要一个组织，例如 body = "mark"
fault-goal-body-idle = { $measure } 与组织无关，这里的 body 没有意义
fault-goal-body = 没有表 [institutions.{ $name }]，所以没有人能在那里守约
fault-lesson-too-long = 课的各部分共需 { $planned } 分钟，而 about.minutes 是 { $minutes }
fault-answer-without-question = 这个答案没有对应的问题：briefing.questions 有 { $questions } 个
fault-beside-the-game = { $key } 不影响任何一局：它只用于讲述或显示
fault-a-table = { $key } 是一个表；请写出其中的一个键
fault-seat-gone = 要玩的企业不在这些企业之中
fault-no-institution = { $key } 在这里没有意义：这个剧本没有表 [institutions.{ $name }]
