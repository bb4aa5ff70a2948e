title-continue = 继续
title-new = 新游戏
title-settings = 设置
title-quit = 退出
title-text-size = 文字 { $percent } %
title-saved = { $scenario }，第 { $quarter } 季
title-left = 上次程序没有正常关闭。游戏已经保存：{ $scenario }，第 { $quarter } 季。按“继续”从那里接着玩。
title-saves = 存档
