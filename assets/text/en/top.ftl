top-cash = Cash
top-firm = Firm score
top-region = Region score
top-firm-short = Firm
top-region-short = Region
top-when = Quarter { $quarter } · { $least } to { $most } in all
top-when-fixed = Quarter { $quarter } of { $last }
top-closed = Quarter { $quarter } closed
