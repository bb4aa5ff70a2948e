reasons-waiting = 正在计算……
reasons-again = 再试一次
reasons-other-rules = 第 { $quarter } 季之前是按另一套规则玩的，不能重玩，所以说不出变动的原因。
reasons-differs = 从第 { $quarter } 季起，这一局在这台机器上重玩的结果不一样，所以说不出变动的原因。
reasons-not-played = 这一季没有玩过。
reasons-interrupted = 计算被打断了。游戏没有任何损失。
reasons-failed = 这个算不出来。游戏没有任何损失。
reasons-no-mark = 这个剧本里没有集体商标。
