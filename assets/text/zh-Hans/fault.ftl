fault-suggestion = （是不是 { $suggestion }？）
fault-too-large = 文件有 { $size } MB、{ $found } 行；剧本最多 { $limit } MB、{ $lines } 行
fault-not-utf8 = { $looks ->
    [utf-16] 这是 UTF-16 文本；请用 UTF-8 编码保存文件
    [gbk] 这不是 UTF-8，很可能是 GBK 文本；请用 UTF-8 编码保存文件
   *[other] 不是 UTF-8 文本；请用 UTF-8 编码保存文件
}
fault-too-deep = 表或列表嵌套太深，无法读取
fault-unreadable = 文件读不了：{ $reason }
fault-unclosed-array = 这里用 [ 开始的列表没有用 ] 结束
fault-unclosed-table = 这里用 {"{"} 开始的表没有用 {"}"} 结束，或者里面少了逗号
fault-unclosed-header = 表头缺少右方括号
fault-unclosed-string = 这里用引号开始的文字没有结束
fault-no-value = 缺少值，或者不是 TOML：文字要加引号，true 和 false 要小写
fault-key-twice = 这个键已经有值了{ $first ->
    [0] {""}
   *[other] ，在第 { $first } 行
}
fault-table-twice = 这个表在文件中已经有了{ $first ->
    [0] {""}
   *[other] ，在第 { $first } 行
}
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
    [table-like] 表，例如 { $example }
    [list] [ ] 中的列表
    [choice] 规定词语之一
   *[other] 别的类型
}{ $quoted ->
    [yes] ，不加引号
   *[no] {""}
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
fault-answer-without-question = 这一项没有对应的问题：briefing.questions 有 { $questions } 个
fault-beside-the-game = { $key } 不影响任何一局：它只用于讲述或显示
fault-a-table = { $key } 是一个表；请写出其中的一个键
fault-line-ends = 这里的换行是老式 Macintosh 的（CR）；请用 LF 或 CRLF 换行保存文件
fault-control-character = 这里有一个看不见的控制字符；请删去
fault-full-width = 这里是全角符号，TOML 要用半角的
fault-single-brackets = { $key } 是表的列表：每个表以双方括号开头
fault-no-such-format = 没有格式 { $found }；这个版本的 Guildmark 读格式 { $format }
fault-newer-format = 这个文件是用更新的 Guildmark 的格式 { $found } 写的；这个版本读格式 { $format }。请换用新版本，或从 template.toml 重新写起
fault-teach-lesson-short = 这节课约需 { $needed } 分钟，而 about.minutes 是 { $given }：{ $quarters } 个季度，每季 { $each } 分钟（阅读和讨论一分半钟，平均 { $open } 样可决定的事各十二秒；通常每季三分钟），前后还有 { $around } 分钟{ $told ->
    [length] （teaching.plan 中最长的一段算作游戏；若游戏分成几段，请给每段写上 play = true，否则只有一段算游戏，其余另计）
   *[other] {""}
    }。时间只够 { $fitting } 个季度：请降低 quarters.max、少开放一些，或增加分钟数
fault-teach-decision-idle = { $name } 怎么定都一样：试过的档位（{ $levels }）在 { $quarters } 个季度、每个席位上，不论别人怎样，彼此相差都不超过利润的 { $most } %。用 "never" 交给经理，或让它有分量
fault-teach-decision-settled = { $name } 算不上选择：试过的档位（{ $levels }）中，{ $best } 在全部 { $quarters } 个季度、每个席位上，不论别人怎样都最好，比次好的多利润的 { $gain } %。用 "never" 交给经理，或让别的档位有时也划算
fault-teach-body-idle = 参加 { $name } 对谁都没有好处：比起不参加，一个席位至多多得利润的 { $most } %；所有企业都守约而不是都不参加，利润合计变动 { $share } %，区域得分变动 { $points } 分。请提高它的收益、降低成本（{ $cost }：试试更低），或去掉它
fault-teach-keeping-idle = 在 { $name } 守约帮不了企业：所有企业都守约而不是都违约，利润合计变动 { $share } %，区域得分变动 { $points } 分。请提高出力的收益，或降低成本（{ $cost }：试试更低），否则企业之间没有困境
fault-teach-no-temptation = 在 { $name } 违约从不诱人：不论别人守约、违约还是照常，比起守约一个席位至多多得利润的 { $most } %。请提高成本（{ $cost }：试试更高），或少查少罚，否则这里没有困境
fault-teach-region-doomed = 不论怎样做，区域都会衰亡：一个席位的 { $ways } 种玩法下，区域得分最后是 { $low } 到 { $high }（满分 100，几乎每局都低于 { $edge }），即使所有企业都守约也只有 { $all }。请提高开局的集群、知名度或声誉，或让守约起作用
fault-teach-region-safe = 不论怎样做，区域都会兴旺：一个席位的 { $ways } 种玩法下，区域得分最后是 { $low } 到 { $high }（满分 100，几乎每局都高于 { $edge }），即使没有企业守约也有 { $none }。请降低开局水平，或让违约有后果
fault-teach-one-plan = 有一种打法在每个席位（{ $seats }）都最好：{ fault-teach-way }，企业得分比其他任何玩法至少高 { $lead } 分。请让各企业的开局不同，或让这种打法有代价
fault-teach-solved = 在 { $name }，最佳选项取决于别人的季度只占 { $share } %（95 % 区间 { $low } 到 { $high }），应至少有 { $bar } %。{ $best ->
    [none] 没有哪一步是不论别人怎样都最好的
   *[other] 有 { $often } % 的季度，不论别人怎样，{ $best } 这一步都最好
    }。请早些开放机构，让邻居以牙还牙，或关掉总是一个答案的决策
fault-teach-idle = 在 { $name }，什么都不做也不比别的差：企业得分 { $score }，其他最好的玩法 { $best }，差距小得不能确定（{ fault-teach-way }）。请让开局离好的做法更远
fault-teach-debt = 新手在 { $name } 可能以负债收场：100 局中有 { $share } 局最后欠着贷款，玩法是{ fault-teach-way }。请给企业更好的开局，或降低成本
fault-teach-same-plan = { $one } 和 { $other } 需要同样的打法：某个选择的最好档位两家确实不同的季度有 { $parted } 个（共 { $quarters } 个），也没有哪种玩法在一家更好而在另一家更差。请让两家在规模、品牌、质量或位置上有所不同
fault-teach-way =
    { $way ->
    [idler] 什么都不改
    [copycat] 照抄销售最好的邻居
    [profit_chaser] 为利润逐样试一遍
    [good_citizen] 处处全力出力，别的都不动
    [free_rider] 处处不出力，价格低于别人
    [explorer] 随机乱调
    [reader] 总选预估最好的草稿
    [plan_free_ride] 由经理决定，处处不出力
    [plan_keep] 由经理决定，处处全力出力
    [plan_answer] 由经理决定，出力与否看别人
    [plan_go_along] 由经理决定，出力与别人相当
    [plan_keep_and_save] 处处全力出力，研发和品牌少花钱
   *[other] { $way }
    }
fault-impossible-condition = 这个条件永远不会成立：{ $index } 要在 { $low } 和 { $high } 之间，而每个指数都在 0 和 1 之间
fault-meeting-without-hall = 这个事件召集会议，但只有议程写上了议事会，议事会才会开放
fault-hub-without-institution = 这个事件使枢纽停摆，但这里没有任何机构
fault-unknown-name = 没有叫“{ $name }”的企业、事件、单位或变体
fault-goal-body-closed = 议程从不开放 { $name }，所以没有人能在那里守约
fault-goal-before-opening = { $name } 在第{ $opens }季才开放，晚于目标截止的第{ $by }季
fault-treatment-idle = 变体“{ $name }”什么也没有改变
fault-never-told = 这一步永远不会出现：kept 和 broke 看的是上一季，而且对一个机构只能有一个为真
fault-seat-gone = 要玩的企业不在这些企业之中
fault-no-institution = { $key } 在这里没有意义：这个剧本没有表 [institutions.{ $name }]
fault-no-such-goal = 没有第 { $goal } 个目标：about.goals 有 { $goals } 个
fault-comment-sign = 注释以 # 开头，不是 { $found }
fault-per-cent = 不能写 %：60 % 写成 0.6；在需要系数的地方，多 10 % 写成 1.1
fault-quotes-inside = 文字中的 " 要写成 \"
fault-missing-comma = 这里列表的两项之间少了逗号
fault-list-in-braces = 列表写在 [ ] 里；{"{"} {"}"} 是表，里面是 键 = 值
fault-backslash = 文字中的反斜杠要写成 \\，或把文字放在单引号里：'...'
fault-text-over-lines = 普通引号里的文字只能占一行；分几行写的文字要以 """ 开头和结尾
fault-key-of = { $key }（“{ $owner }”）
fault-stands-in-table = { $name } 在这里属于 { $table }，即第 { $at } 行开始的表；请把它移到文件中第一个表的上面
fault-as-advice = 建议：{ $told }
fault-answers-missing = briefing.questions 有 { $questions } 个，而可能的答案只有 { $answers } 个：教师指南会留下空缺。请按顺序给每个问题写一个答案，或者一个也不写
fault-treatment-adds = 变体“{ $name }”带来了剧本本身没有的 { $body }。如果是有意的，请写明它何时开放：在 [treatments.{ $name }.agenda] 下写 { $body } = 1；否则请给剧本加上 [institutions.{ $body }]
fault-goal-in-shares = { $measure } 的范围是 0 到 100，{ $found } 几乎等于零
fault-not-toml-name = { $found } 以 .txt 结尾（Windows 记事本会这样保存）；请改名，使它以 .toml 结尾（在资源管理器中勾选“查看 > 显示 > 文件扩展名”可以看到后缀）
fault-teach-no-clear-game = { $name } 里几乎没有什么可权衡的：按“合作”画面的算法，任何席位至多有 { $share } % 的季度违约对某种邻居明显划算，应至少有 { $bar } %。其余季度那个画面写的是“类型不明”或没有诱惑。{ $cost }：试试更高，或让守约者少排斥违约者（excludable：更低）
fault-teach-seat-untempted = { $name } 几乎没有什么可权衡的：按“合作”画面的算法，每个组织里违约对某种邻居明显划算的季度都太少（{ $shares }），至少一个组织应有 { $bar } % 的季度。{ $cost }：试试把其中一个提高，或让这个席位开局的品牌和名声少起作用
fault-teach-keeping-alike = 在 { $name }，守不守约都一样：一直守约、以牙还牙、随大流，与从不守约相比，企业得分相差 { $least } 到 { $most } 分，确定不到 { $level } 分；守约时区域得分变动 { $region } 分。{ $gift ->
    [yes] 所以守约是不花本钱的礼物，没有人会左右为难。{ $cost }：试试更高
   *[no] 所以守约没有作用。{ $cost }：试试更低，或提高出力的收益
    }
fault-teach-goal-easy = 这个目标不用努力就能达到：{ $name } 交给经理，在 { $share } % 的局中达到 { $measure } { $value }，居中的一局是 { $usual }。{ $bound } { $value }：试试更{ $way ->
    [higher] 高
   *[lower] 低
    }
fault-teach-goal-hard = 这个目标几乎达不到：{ $name } 交给经理，只在 { $share } % 的局中达到 { $measure } { $value }，居中的一局是 { $usual }。{ $bound } { $value }：试试更{ $way ->
    [higher] 高
   *[lower] 低
    }
