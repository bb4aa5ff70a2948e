results-next = 第 { $quarter } 季
results-debrief = 去复盘
results-deeper = 看更深一层
results-otherwise = 如果当初另作选择
results-depth-sentence = 简说
results-depth-ledger = 账本
results-depth-full = 困境
results-estimate = 估计 { $middle } ± { $spread }，实际 { $seen } { $unit }
results-ledger = 账本，{ $unit }
results-ledger-title = 账本
results-quarter = 第{ $quarter }季
results-change = 变化
results-you-gave = 你出力 { $percent } %，花费 { $cost } { $unit }。
results-you-out = 你没有加入。
results-broke = { $more ->
    [0] 被发现违约：{ $names }。
   *[other] 被发现违约：{ $names }，另有 { $more } 家。
}
results-broke-you = 你
results-all-kept = 大家看到人人都守约。
results-region = 区域
results-region-score = 区域得分
results-of-hundred = 满分 100
results-stage = 阶段：{ $stage }
results-yours = 你的这一季
results-first = 第一季：还没有可比的。
results-before = 上一季是 { $value } { $unit }。
results-met = 你遇到了一个概念：**{ $idea }** [[H]]
results-you-were-seen = 别家看到的是 { $seen } %。
results-you-fined = **你被罚 { $fine } { $unit }：**规则要求 { $standard } %。
results-score = 企业得分 { $now }，上季为 { $before }。
results-score-counts = 它还算上留给以后的东西：品牌、质量、知识、现金；并且与其他做法到现在会有的结果相比。
