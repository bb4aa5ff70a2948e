wait-title = 请稍候
wait-band = 新剧本：先试玩几百局，弄清搭便车和好的做法在这里各值多少。你的得分以此为标尺。
wait-percent = { $percent } %
wait-phase = 正在测相图：从图上各处出发试玩，看看各自通向哪里。你自己的这一局不受影响。
wait-contest = 正在进行循环赛：每种策略都要对其他每一种。
