sweep-checking = 正在检查各格
sweep-runs = 局
sweep-head = { $scenario }：{ $cells } 格，每格 { $runs } 局，种子 { $seed }，运气全都相同；平均值，± 为 95 % 区间的一半
sweep-scale = 各格用同一把标尺评分：不带 --vary 时这个剧本的标尺。
sweep-stopped = { $total } 局中有 { $runs } 局已写入 { $file }；再次运行同一命令就从那里继续。
