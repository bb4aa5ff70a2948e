template-head = 一个剧本，列出格式所有的键。复制这个文件，留下需要的，删去其余。在 [quarters]、[units]、各组织的表，以及从 [market] 到 [functions] 的表中，删去的键取这里的值。其余的不是这样：删去整张表的组织就不存在，议程没有写的从第一季起开放（议事厅除外，从不开放），删去的目标、引导、事件和变体就没有了。`guildmark check FILE` 列出每处错误的行号和建议，`guildmark play FILE` 打开它。文字可以是一个字符串，也可以是按语言分列的表，例如 title = {"{"} en = "Tea", zh = "茶" {"}"}；企业、事件、单位和变体的名称只写一个字符串，其他语言里的叫法写在 about.names。
template-agenda = 议程：决策或组织在第几季开放。自己的决策：price、quality、research_spending、brand、brand_split、capacity、position。合作：pledges、complaints、ties，以及各组织的名称。没有写的从第一季起开放；"never" 表示交给企业的经理；这里这样写的，是算不上选择的（position），或开放得晚就来不及见效的：要开放，就改它们的数字，或早些开放。开头开放一个组织，第一年最多三个。
template-firms = 企业，每家一个 [[firms]] 表，1 到 200 家。至少一家写 seat = true，可以由人来玩。strategy 说明企业怎样对群体守信，pair_strategy 说明怎样对待单个邻居：{ $strategies }；对群体还有 { $group }。
template-events = 事件发生在所有人身上，并登在新闻里。预告的事件在首季之前说，其他的在下一季说。带条件的事件，只有当时某个指标低于或高于某个水平才发生：cluster、brand、reputation、awareness、economy，或 mark_effort（上季集体商标的平均出力）。系数在事件持续期间相乘；reputation_loss 只扣一次。学习目标所需的事件，应在 quarters.min 之前。
template-treatments = 变体是剧本的有名称的改版：盖在剧本上面的表。开局时选择。
template-title = 我的剧本：我的山谷
template-lesson = 用几个词说明它讲什么
template-summary = 剧本列表里的两三句话：谁住在这里，什么要紧。
template-place = 我的山谷
template-goal = 你守约时邻居得到什么，你又付出什么
template-told = 第一季之前告诉玩家的话，每个字符串一段。
template-question = 一个复盘讨论题。
template-stylised = 游戏略去了什么。
template-event = 歉收
template-news = **歉收。**原料贵上两个季度。
template-guide = 引导带着新手走过一个剧本，一次一句话。玩的人可以不用它。先做后讲：让玩家先改点什么，再说那是什么。跳过的一步就过去了。
template-step = 这是你的价格。动一动它，看看下面的估计。
template-goals = 目标，每个一张 [[goals]] 表，每个席位最多三个：玩家为之而玩，从简报起就看得到。目标不改变游戏，也从不评分。让它们互相拉扯：一个是企业自己的，一个是大家共有的。得分（firm_score、region_score、cluster、brand、economy）为 0 到 100；profit（一季）、total_profit、cash 以货币计；share 是占集群销售的百分比；word 是企业连续守约的季数，keepers 是守约的邻居数；penalties 和 closures 是到目前为止的次数。`python -m game.learning.goal_shares NAME` 说明一个席位不加干预时多常达到目标：三分之一到五分之四的局数值得去玩。
template-plan-open = 一起读开局介绍；每个人说说会发生什么。
template-plan-play = 玩。
template-plan-talk = 讨论终局回顾和里面的问题。
template-board = 写在黑板上的内容。
template-answer = 对上面的问题，学生可能给出的好答案。
template-units = 尺度，供选择三个系数：普通企业一季卖出约 100 个单位（小 50 到 80，中 80 到 130，大 150 到 280），价格 1.2 到 1.4；中等企业一季赚约 10（价格乘单位）。按下面的系数，就是以 120 到 140 ¥ 卖出 1,000 pcs，赚 10 k¥。
