picker-title = Choose a scenario
picker-count = { $broken ->
    [0] { $ready } ready
   *[other] { $ready } ready, { $broken } with faults
}
picker-list = List
picker-detail = About it
picker-head-scenario = Scenario
picker-head-learn = you learn about
picker-head-minutes = minutes
picker-head-difficulty = difficulty
picker-start = Start
picker-faults = Show faults
picker-hint-scenario = scenario
picker-broken = { $count ->
    [one] One fault: { $first }
   *[other] { $count } faults; first: { $first }
}
picker-broken-why = This file can't be played until these are mended. It is read again each time you open this list.
picker-none = No scenario was found.
picker-length = { $least }–{ $most }
picker-fact-firms = firms
picker-fact-quarters = quarters
picker-fact-minutes = minutes
picker-fact-kinds = rival kinds
picker-goals = You will be able to say
picker-firm = Your firm
picker-difficulty = Rivals
picker-treatment = Variant
picker-as-written = As written
picker-level-easy = Easy
picker-level-normal = Normal
picker-level-hard = Hard
