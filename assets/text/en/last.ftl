last-title = Last result: Q{ $quarter }
last-title-none = What to find out
last-none = After each quarter your result stands here.
last-profit = Profit
last-change = { $value } on Q{ $quarter }
last-open = why
