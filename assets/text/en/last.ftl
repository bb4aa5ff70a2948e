last-title = Last result: Q{ $quarter }
last-title-none = Last result
last-none = After the first quarter your result stands here, with its reasons.
last-profit = Profit
last-change = { $value } on Q{ $quarter }
last-open = why
