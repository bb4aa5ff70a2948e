briefing-title = Briefing
briefing-you = You run { $firm }
briefing-goals = You will be able to say
briefing-agenda = What opens when
briefing-length = The game lasts { $least } to { $most } quarters. Nobody knows which one is the last.
briefing-quarter = Q{ $quarter }
briefing-how = Each quarter you decide, your neighbours decide at the same time, and then all of it happens at once. A quarter without changes is one key: [[F10]].
briefing-play = To the first quarter
