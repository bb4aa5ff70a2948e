headline-first = 你的第一季赚了 { $amount } { $unit }。
headline-first-loss = 你的第一季亏了 { $amount } { $unit }。
headline-up = 利润上升 { $amount } { $unit }：{ $cause }。
headline-down = 利润下降 { $amount } { $unit }：{ $cause }。
headline-same = 利润大致不变，仍在 { $profit } { $unit } 左右。
