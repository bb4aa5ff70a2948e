# The guide of a scenario: the strip under the panels.
guide-next = 继续
guide-leave = 不用引导
guide-left = 现在没有引导。按 [[X]] 可以再叫回来。
guide-try = 请你试试
guide-count = 第 { $place } 步，共 { $count } 步
