tournament-turns = turns
tournament-head = { $count ->
    [one] one strategy
   *[other] { $count } strategies
}, { $turns } turns, { $runs } repetitions, noise { $noise } %: mean payoff a turn, row against column
tournament-column-strategy = strategy
tournament-column-score = others
tournament-column-kept = kept %
