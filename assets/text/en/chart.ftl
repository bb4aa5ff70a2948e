chart-q = Q
chart-you = you { $value }
chart-median = median
