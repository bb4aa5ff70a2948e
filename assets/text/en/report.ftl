report-title = A class and its games
report-title-one = A game looked back on
report-head = { $count ->
    [one] One game, told from its save.
   *[other] { $count } games, told from their saves.
} Nothing on this page is fetched from anywhere; it can be kept, sent and printed.
report-player = Player { $number }
report-goals = Learning goals
report-questions-note = These questions lead from the game to the learning goals above.
report-compared = Side by side
report-compared-note = Firm scores are measured for each firm against plans that were tried with it, so different firms can be compared. Luck differs from game to game.
report-difficulties = Not all games were played at the same difficulty.
report-difficulty = Difficulty
report-who = Player
report-state = State
report-state-finished = Finished: { $quarters ->
    [one] one quarter.
   *[other] { $quarters } quarters.
}
report-state-bell = Ended at the bell after { $quarters ->
    [one] one quarter.
   *[other] { $quarters } quarters.
}
report-state-unfinished = Not finished: { $quarters ->
    [one] one quarter was played so far.
   *[other] { $quarters } quarters were played so far.
}
report-kept = Promises kept
report-quarter = Quarter
report-quarters = Quarter by quarter
report-scores = Scores by quarter, with turning points
report-profit = Profit, { $unit }
report-profit-all = Profit in all, { $unit }
report-profit-of = Profit
report-cash = Cash, { $unit }
report-sold = Sold, { $unit }
report-kept-in = Kept / in
report-gain = gain
report-loss = loss
report-goal = Goal
report-value = Value
report-this-firm = this firm
report-this-region = this region
report-came = What came
report-change = Change
report-moved-note = What moved each quarter against the quarter before, the first against an ordinary start. The four parts add up to the change.
report-no-calls = No forecasts were made.
report-statement = Statement
report-proof-title = What a save can and can't prove
report-proof = A save holds every decision, a chain of fingerprints over all quarters, and a seal over the whole file. For this report every game was played again. Where all quarters came out the same, the figures are what these decisions lead to, and nothing in the file was changed by accident or by a text editor. "Changed" means that decisions, results or notes are not those that were written.
report-proof-limits = A save can't prove who sat at the keyboard, that it was the first try, or that nobody helped: a game can be begun again, and a copy is as good as the first. Whoever knows the program well could make a whole save. So it is sound ground for talking about a game, and weak ground for a mark.
report-grades-title = How the gradebook counts
report-scheme-participation = **Participation:** quarters that the player decided, of the quarters played, in per cent. What came of them does not count.
report-scheme-score = **Score:** the mean of firm score and region score after the last quarter, at most 100. Both are measured against plans that were tried before. A firm without such plans has no points.
report-scheme-rank = **Rank:** how many of the others in the same scenario have a lower score (the mean of firm and region score), in per cent; equals count half. Whoever is alone has no points.
report-scheme-reflection = **Reflection:** forecasts made and lines written, of the quarters played and the questions asked, in per cent. Whether a forecast came true, and what a line says, does not count.
report-grades-note = Profit is in no scheme: it hangs on neighbours and luck too. A game that is not finished is counted as far as it was played. The points stand in gradebook.csv only.
report-trouble-empty = { $file } holds a game of which no quarter was played; it is left out.
report-trouble-twice = { $file } holds the same game as { $other }, no further; it is left out. Should two people have played it, name both files in a roster.
report-trouble-edited = { $file } was changed after it was written. It is in the report, marked as changed.
report-trouble-differs = { $file } comes out otherwise when it is played again. It is in the report, marked so.
report-no-saves = Name at least one save, or a scenario with --guide.
report-guide-alone = --guide makes a teacher's guide from a scenario; saves are for a report. Ask for one at a time.
report-nothing-left = None of these files can be reported on, so nothing was written.
report-roster = { $file } is no roster: a table (CSV, UTF-8) with the columns file and name is needed.
report-working = Games
report-written = { $count ->
    [one] One player
   *[other] { $count } players
}: report.html, decisions.csv, outcomes.csv and gradebook.csv are in { $folder }.
report-guide-written = The teacher's guide is in { $file }.
report-guide-title = Teacher's guide: { $scenario }
report-guide-note = For the teacher's eyes: what happens in which quarter stands here before it happens.
report-guide-none = The scenario names none.
report-guide-plan = Plan of the lesson
report-guide-part = Part
report-guide-minutes = Minutes
report-guide-total = In all
report-guide-no-plan = The scenario has no plan; it is meant for { $minutes } minutes.
report-guide-board = On the board
report-guide-seats = Seats, and what they play for
report-guide-others = Played by the program: { $names }.
report-guide-agenda = What opens when
report-guide-length = The game has { $least } to { $most } quarters; players do not know which is the last.
report-guide-opens = Opens
report-guide-never = never
report-guide-events = What will happen
report-guide-events-note = Factors hold as long as the event lasts; a loss is taken once, when it begins.
report-guide-no-events = Nothing is planned to happen.
report-guide-event = Event
report-guide-effect = What it does
report-guide-announced = Players are told before it begins.
report-guide-surprise = Players are told in the quarter after it began.
report-guide-only-below = Only if { $index } is below { $level }.
report-guide-only-above = Only if { $index } is above { $level }.
report-guide-treatments = Variants
report-guide-treatments-note = Each changes these keys of the scenario and leaves all others as they are.
report-effect-local = local buyers { $percent } %
report-effect-national = national buyers { $percent } %
report-effect-export = buyers abroad { $percent } %
report-effect-input_cost = cost of making and freight { $percent } %
report-effect-rival = the rival region draws buyers by { $value }
report-effect-reputation_loss = reputation of the mark loses { $value } (of 1)
report-effect-meeting = a meeting of the town hall is called
report-effect-hub_lost = the hub of every institution is out of action
report-index-cluster = the cluster index (0 to 1)
report-index-brand = the brand index (0 to 1)
report-index-reputation = the reputation of the mark (0 to 1)
report-index-awareness = awareness of the region (0 to 1)
report-index-economy = the economy index (0 to 1)
report-index-mark_effort = mean effort in the collective mark (0 to 1)
report-earlier = Earlier classes
report-earlier-note = { $count ->
    [one] One game
   *[other] { $count } games
} of this scenario in the tables of earlier classes, each as it stood after its last quarter. Tables name the scenario only, so a scenario that was changed since is not told apart.
report-lower-quarter = A quarter are below
report-middle = Half are below
report-upper-quarter = Three quarters are below
report-no-earlier = There is no table of outcomes (outcomes.csv of an earlier report) in { $folder } or below it.
report-short-finished = Finished
report-short-bell = At the bell
report-short-unfinished = Not finished
report-played = Quarters
report-searching = Best plans
report-trail-course = Reputation quarter by quarter: { $values }.
report-leads-to = Leads to: { $goals }
report-trouble-scenario = { $file } is a scenario, no saved game. Its teacher's guide: guildmark report --guide { $file } --out guide.html
report-trouble-none-there = { $place } holds no saved games (files that end in .guildmark).
