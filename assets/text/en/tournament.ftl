tournament-turns = turns
tournament-head = { $count ->
    [one] one strategy
   *[other] { $count } strategies
}, { $length }, { $runs } repetitions, noise { $noise } %: mean payoff a turn, row against column
tournament-length = { $turns } turns
tournament-open-end = a { $chance } % chance of another turn after each
tournament-column-strategy = strategy
tournament-column-score = others
tournament-column-kept = kept %
