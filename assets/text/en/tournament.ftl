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
tournament-title = Tournament
tournament-under = Strategies in the repeated dilemma, two by two
tournament-side-choice = What is played
tournament-side-result = What came of it
tournament-play = Play
tournament-game = Payoffs of a turn
tournament-payoff-temptation = T  I break, you keep
tournament-payoff-reward = R  both keep
tournament-payoff-punishment = P  both break
tournament-payoff-sucker = S  I keep, you break
tournament-means-prisoners_dilemma = Breaking pays more whatever the other does. Yet if both break, both have less.
tournament-means-stag_hunt = Keep if the other keeps, break if the other breaks. It turns on trust.
tournament-means-chicken = Break if the other keeps, keep if the other breaks. One of the two has to.
tournament-means-harmony = Keeping pays more whatever the other does.
tournament-means-deadlock = Breaking pays more whatever the other does, and both breaking is no worse than both keeping.
tournament-means-tie = Two payoffs that would give the game its name are the same.
tournament-match = A match
tournament-length-of-match = Turns
tournament-slips = Slips, %
tournament-repetitions = Repetitions
tournament-players = { $count ->
    [0] Who plays: nobody yet
    [one] Who plays: one
   *[other] Who plays: { $count }
}
tournament-all = All
tournament-classics = The classics
tournament-nobody = None
tournament-groups-only = Playing in groups only, not in pairs: { $names }.
tournament-impossible-few = A tournament needs at least two strategies.
tournament-impossible-stakes = With all four payoffs equal nothing is at stake. Change one of them.
tournament-none = Choose the payoffs, the length of a match and who plays, then play.
tournament-changed = You have changed something since. Play again to see what it does.
tournament-hint-view = other side of the result
tournament-hint-step = next generation
tournament-view-ranking = Ranking
tournament-view-choices = Choices
tournament-view-payoff = Payoffs
tournament-view-kept = Keeping
tournament-view-spread = Spreading
tournament-mean = a turn
tournament-best = **{ $name }** earned most against the others: { $score } a turn.
tournament-note-ranking = Mean payoff a turn against the others; matches against the own copy don't count here. Bars go from { $low } to { $high }. Kept: share of turns in which it kept.
tournament-note-payoff = What the row earned a turn against the column, by rank; the stronger the ground, the more. Against its own number: against a copy of itself.
tournament-note-kept = In how many of a hundred turns the row kept against the column, by rank; the stronger the ground, the more.
tournament-note-spread = In every generation all meet all as in the table, copies of themselves included, and what earns more than the mean becomes more frequent (replicator dynamics).
tournament-generation = Generation
tournament-and = {" "}and{" "}
tournament-even = At the start all { $count } are equally frequent: { $share } % each.
tournament-leads = After { $generation } generations **{ $name }** holds { $share } %.
tournament-lead = After { $generation } generations **{ $name }** hold { $share } % each.
tournament-gone = { $count ->
    [one] One of { $all } is gone.
   *[other] { $count } of { $all } are gone.
}
tournament-rose = **{ $name }** rose to { $share } % by generation { $when }, then fell.
