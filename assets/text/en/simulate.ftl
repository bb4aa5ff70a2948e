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
