headline-first = Your first quarter brought { $amount } { $unit }.
headline-first-loss = Your first quarter cost { $amount } { $unit }.
headline-up = Profit rose by { $amount } { $unit }: { $cause }.
headline-down = Profit fell by { $amount } { $unit }: { $cause }.
headline-same = Profit stayed near { $profit } { $unit }.
