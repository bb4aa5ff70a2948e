sweep-checking = checking the cells
sweep-runs = runs
sweep-head = { $scenario }: { $cells ->
    [one] one cell
   *[other] { $cells } cells
} with { $runs ->
    [one] one run
   *[other] { $runs } runs
} each, seed { $seed }, all on the same luck; means, ± half of the 95 % interval
sweep-scale = All cells are scored on one scale: that of the scenario without --vary.
sweep-stopped = { $runs } of { $total } runs stand in { $file }; the same command goes on from there.
