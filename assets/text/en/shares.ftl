shares-about = Say how often each seat reaches its goals when nobody plays it: as its own manager and strategy would, and if it never keeps.
shares-help-runs = games for each figure (100)
shares-no-goals = { $scenario } has no [[goals]], so there is nothing to be reached.
shares-playing = seats
shares-head = { $scenario }: goals reached, in % of { $runs ->
    [one] one game
   *[other] { $runs } games
} a seat, at normal difficulty
shares-column-seat = seat
shares-column-goal = goal
shares-column-own = own manager
shares-column-never = if never kept
shares-foot = Worth playing for is what its own manager reaches in 30 to 80 of 100 games.
