tournament-turns = 回合
tournament-head = { $count } 种策略，{ $length }，重复 { $runs } 次，噪声 { $noise } %：行对列，每回合的平均收益
tournament-length = { $turns } 个回合
tournament-open-end = 每回合后以 { $chance } % 的概率再来一回合
tournament-column-strategy = 策略
tournament-column-score = 对他人
tournament-column-kept = 守约 %
