simulate-band = 正在测量得分标尺
simulate-runs = 局
simulate-head = { $scenario }，打法 { $policy }：{ $runs } 局，种子 { $seed }
simulate-compare = { $other } 减 { $one }，运气相同
simulate-column-metric = 指标
simulate-column-mean = 平均
simulate-column-low = 95 % 从
simulate-column-high = 到
