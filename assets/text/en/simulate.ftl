simulate-band = measuring the score band
simulate-runs = runs
simulate-head = { $scenario }, policy { $policy }: { $runs ->
    [one] one run
   *[other] { $runs } runs
}, seed { $seed }
simulate-compare = { $other } less { $one }, on the same luck
simulate-column-metric = figure
simulate-column-mean = mean
simulate-column-low = 95 % from
simulate-column-high = to
simulate-column-p = p
simulate-head-variant = { $scenario }, variant { $policy }: { $runs ->
    [one] one run
   *[other] { $runs } runs
}, seed { $seed }
simulate-test = p: two-sided paired t-test, each figure by itself.
simulate-scale = Both are scored on one scale: that of the scenario as written.
simulate-column-unit = unit
simulate-unit-points = points
simulate-unit-percent = %
simulate-units = In the units of the screens: points from 0 to 100, effort in %, profit in { $currency } a quarter. CSV and JSON have the model's own units.
