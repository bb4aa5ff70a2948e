template-head = A scenario, with every key that the format knows. Copy this file, keep what you need, leave out the rest. In [quarters], in [units], in the table of an institution and in the tables from [market] to [functions], a key that is left out has the value that stands here. Not so with the rest: an institution whose table is left out does not exist, what the agenda does not name is open from the first quarter (the town hall never), and goals, a guide, events and treatments that are left out are not there. `guildmark check FILE` lists every fault with its line and a suggestion, and `guildmark play FILE` opens it. Texts are either one string or a table by language, like title = {"{"} en = "Tea", zh = "..." {"}"}; names of firms, events, units and treatments are one string, and what they are called in other languages stands in about.names.
template-agenda = The agenda: in which quarter a decision or an institution opens. Own decisions: price, quality, research_spending, brand, brand_split, capacity, position. Together: pledges, complaints, ties, and the institutions by name. What is left out is open from the first quarter; "never" leaves it to the firm's manager, as here with what would be no choice (position) or, opened late, bring nothing in time: a scenario that opens them changes their numbers, or opens them early. Open one institution at first and at most three in the first year.
template-firms = The firms, one [[firms]] table each, 1 to 200. At least one has seat = true and can be played. A strategy says how a firm keeps promises to groups, pair_strategy how it treats a single neighbour: { $strategies }; for groups also { $group }.
template-events = Events happen to everybody and are told in the news. An announced one is told before its first quarter, others in the quarter after. With a condition they happen only if an index is below or above a level at that time: cluster, brand, reputation, awareness, economy, or mark_effort (mean effort in the mark last quarter). Factors multiply while the event lasts; reputation_loss is taken once. An event that a learning goal needs lies before quarters.min.
template-treatments = Treatments are named variants of the scenario: tables laid over it. They are chosen when a game begins.
template-title = My scenario: My valley
template-lesson = what it is about, in a few words
template-summary = Two or three sentences for the list of scenarios: who lives here, and what is at stake.
template-place = My valley
template-goal = what your neighbours gain when you keep your word, and what it costs you
template-told = What players are told before the first quarter, one paragraph a string.
template-question = A question for the debrief.
template-stylised = What the game leaves out.
template-event = a thin harvest
template-news = **A thin harvest.** Raw material is dearer for two quarters.
template-guide = The guide leads newcomers through a scenario, a sentence at a time. Whoever plays can leave it. Act first: let players change something, then say what it was. A step that is passed over is over.
template-step = This is your price. Move it, and watch the estimate below.
template-goals = Goals, one [[goals]] table each, at most three for a seat: what a player plays for and sees from the briefing on. They change nothing in the game and are never graded. Let them pull against each other: something of the firm's own beside something that all have. Points (firm_score, region_score, cluster, brand, economy) are 0 to 100; profit (of a quarter), total_profit and cash are in the currency; share is the per cent of the cluster's sales; word counts quarters running in which the firm kept its word, keepers the neighbours who kept; penalties and closures count what happened so far. `python -m game.learning.goal_shares NAME` says how often a seat reaches them by itself: between a third and four fifths of games is worth playing for.
template-plan-open = Read the briefing together; everybody says what will happen.
template-plan-play = Play.
template-plan-talk = Talk about the debrief and its questions.
template-board = What goes on the board.
template-answer = What good students may answer to the question above.
template-units = The scale, to choose the three factors by: in a quarter an ordinary firm sells about 100 units (small 50 to 80, medium 80 to 130, large 150 to 280) at a price of 1.2 to 1.4, and a medium one earns about 10, price times units. With the factors below that is 1,000 pcs at 120 to 140 ¥, and 10 k¥.
