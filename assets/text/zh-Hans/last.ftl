last-title = 上季结果：第{ $quarter }季
last-title-none = 要弄明白的事
last-none = 每季结束后，你的结果会出现在这里。
last-profit = 利润
last-change = { $value }（比第{ $quarter }季）
last-open = 原因
