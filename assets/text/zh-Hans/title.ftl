title-continue = 继续
title-new = 新游戏
title-settings = 设置
title-quit = 退出
title-text-size = 文字 { $percent } %
title-saved = { $scenario }，第 { $quarter } 季
title-learn = 边玩边学
title-learn-line = 第一局，10 分钟
