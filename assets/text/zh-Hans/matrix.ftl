matrix-title = 各剧本中的固定方案
matrix-about = 五种固定方案，到最后分别使该席位的企业值多少（多局的中位数；最好的用粗体），其他企业按剧本行事，难度为普通。最后一列是：谁都不守约和人人都守约时的区域得分。没有一种方案处处最好；固定方案也算不上好玩家：它从不看发生了什么。本文件由 `python -m game.insight.matrix` 写成。
matrix-scenario = 剧本
matrix-seat = 席位
matrix-unit = 单位
matrix-region = 区域：谁都不守约，人人守约
matrix-counts = 在多少个席位上最好：{ $counts }。
