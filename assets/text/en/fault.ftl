fault-suggestion = (did you mean { $suggestion }?)
fault-too-large = the file has { $size } MB and { $found } lines; a scenario has at most { $limit } MB and { $lines } lines
fault-not-utf8 = { $looks ->
    [utf-16] this is UTF-16 text; save the file with the encoding UTF-8
    [gbk] this is not UTF-8 but probably GBK text; save the file with the encoding UTF-8
   *[other] not UTF-8 text; save the file with the encoding UTF-8
}
fault-too-deep = tables or lists are nested too deeply to be read
fault-unreadable = the file can't be read: { $reason }
fault-unclosed-array = a list is opened here with [ and never closed with ]
fault-unclosed-table = a table is opened here with {"{"} and never closed with {"}"}, or a comma is missing in it
fault-unclosed-header = a table header needs its closing bracket
fault-unclosed-string = a text is opened here with a quotation mark and never closed
fault-no-value = a value is missing or is not TOML: texts stand in quotation marks, true and false are small
fault-key-twice = this key has a value already{ $first ->
    [0] {""}
   *[other] , at line { $first }
}
fault-table-twice = this table stands in the file already{ $first ->
    [0] {""}
   *[other] , at line { $first }
}
fault-two-statements = one key and value a line; a number does not begin with 0, and a date or time needs its own format
fault-no-equals = a key needs = and a value
fault-no-statement = neither a [table] nor key = value; a key with special characters stands in quotation marks
fault-syntax = not valid TOML ({ $detail })
fault-missing = { $key } is missing
fault-unknown-key = { $key } is not a key of the format
fault-out-of-range = { $key } is { $found }, but must be between { $low } and { $high }
fault-too-little = { $key } is { $found }, but must be at least { $low }
fault-too-much = { $key } is { $found }, but must be at most { $high }
fault-not-finite = { $key } is { $found }, but must be a finite number
fault-not-allowed = { $key } is { $found }; allowed are { $allowed }
fault-too-short = { $key } is too short; it needs at least { $least }
fault-too-long = { $key } is too long; at most { $most } are allowed
fault-not-printable = { $key } needs at least one letter that can be seen, and no control characters
fault-huge-number = this number has too many digits to be read
fault-more-faults = only the first { $count } faults are listed; mend these first
fault-not-a-language = { $key } must name a language like en or zh-CN
fault-wrong-type = { $key } is { $found }, but must be { $expected ->
    [whole] a whole number
    [number] a number
    [text] a text in quotation marks, or a table of texts by language
    [yes-no] true or false
    [table] a table
    [table-like] a table, like { $example }
    [list] a list in [ ]
    [choice] one of the allowed words
   *[other] of another type
}{ $quoted ->
    [yes] , without quotation marks
   *[no] {""}
}
fault-min-over-max = quarters.min is { $min }, more than quarters.max, which is { $max }
fault-known-end = an end that everybody knows needs quarters.min and quarters.max alike, but they are { $min } and { $max }
fault-unknown-arrow = there is no arrow "{ $found }" of the co-evolution
fault-name-twice = the name "{ $name }" is used twice
fault-unknown-strategy = there is no strategy "{ $found }" for this; there are { $allowed }
fault-no-seat = no firm can be played: give one of them seat = true
fault-slots-too-few = slots is { $slots }, fewer than the { $firms } firms
fault-agenda-without-institution = the agenda opens { $name }, but there is no table [institutions.{ $name }]
fault-beyond-end = quarter { $quarter } is after the last possible one, which is { $max }
fault-announced-condition = an event with a condition can not be announced: nobody knows yet whether it comes
fault-empty-condition = a condition needs below or above
fault-condition-without-mark = mark_effort needs the institution mark
fault-unknown-place = the guide can not point at "{ $found }" here; it can point at { $allowed }
fault-nothing-to-change = a step that waits for a change points at a decision, like at = "price" or at = "effort fair"
fault-goal-firm = { $name } is not a firm that can be played; goals are for { $allowed }
fault-goals-too-many = more than { $most } goals for { $name }: nobody keeps more in mind
fault-goal-bound = a goal needs either at_least or at_most
fault-goal-count = { $measure } only grows: a goal can keep it low with at_most, but not ask for more of it
fault-goal-out-of-reach = a goal of { $found } can not be: { $measure } lies between 0 and { $most }
fault-goal-body-missing = { $measure } needs an institution: body = "mark", for one
fault-goal-body-idle = { $measure } is not about an institution, so body has no meaning here
fault-goal-body = there is no table [institutions.{ $name }], so nobody can keep there
fault-lesson-too-long = the parts of the lesson take { $planned } minutes, but about.minutes is { $minutes }
fault-answer-without-question = there is no question for this: briefing.questions has { $questions }
fault-beside-the-game = no game depends on { $key }: it is only told or shown
fault-a-table = { $key } is a table; name one of its keys
fault-line-ends = a line ends here as on an old Macintosh (CR); save the file with line ends LF or CRLF
fault-control-character = a control character that cannot be seen stands here; delete it
fault-full-width = a full-width sign stands here, where TOML has the plain one
fault-single-brackets = { $key } is a list of tables: each begins with double brackets
fault-no-such-format = there is no format { $found }; this version of Guildmark reads format { $format }
fault-newer-format = this file is written in format { $found } of a newer Guildmark; this version reads format { $format }. Get the newer version, or write the file anew from template.toml
fault-teach-lesson-short = the lesson takes about { $needed } minutes, but about.minutes is { $given }: { $quarters } quarters of { $each } minutes (a minute and a half to read and talk, twelve seconds for each of the { $open } things open on average; three minutes are ordinary) and { $around } minutes around them{ $told ->
    [length] {" "}(the longest part of teaching.plan is taken for play; if play is split, mark its parts with play = true, else all but one count as more)
   *[other] {""}
    }. There is time for { $fitting } quarters: lower quarters.max, open less, or give more minutes
fault-teach-decision-idle = deciding on { $name } makes no difference: the levels tried ({ $levels }) are worth the same within { $most } % of profit in all { $quarters } quarters, at every seat, whatever the others do. Leave it to the managers with "never", or give it weight
fault-teach-decision-settled = { $name } is no choice: of the levels tried ({ $levels }) { $best } was best in all { $quarters } quarters, at every seat, whatever the others did, by { $gain } % of profit over the next. Leave it to the managers with "never", or make the other levels pay sometimes
fault-teach-body-idle = nobody gains by being in { $name }: over staying out it is worth at most { $most } % of profit to a seat, and if all keep instead of staying out, all firms together change by { $share } % and the region score by { $points } points. Raise what it brings, lower its cost ({ $cost }: try lower), or leave it out
fault-teach-keeping-idle = keeping in { $name } does not help the firms: if all keep instead of breaking, they change by { $share } % of profit together, the region score by { $points } points. Raise what effort brings, or lower its cost ({ $cost }: try lower), else there is no dilemma among them
fault-teach-no-temptation = breaking in { $name } never tempts: over keeping it is worth at most { $most } % of profit to a seat, whether the others keep, break or do as they would. Raise its cost ({ $cost }: try higher), or check and punish less, else there is no dilemma here
fault-teach-region-doomed = the region dies whatever one does: under { $ways } ways to play a seat the region score ends at { $low } to { $high } of 100 (below { $edge } in nearly all games), and even if all firms keep, at { $all }. Begin with more cluster, awareness or reputation, or make keeping count
fault-teach-region-safe = the region thrives whatever one does: under { $ways } ways to play a seat the region score ends at { $low } to { $high } of 100 (above { $edge } in nearly all games), and even if no firm keeps, at { $none }. Begin with less, or make breaking count
fault-teach-one-plan = one plan is best at every seat ({ $seats }): { fault-teach-way }, by at least { $lead } points of the firm score over every other way to play. Give the firms different beginnings, or make the plan cost something
fault-teach-solved = at { $name } the best option depends on the others in only { $share } % of the quarters (95 % interval { $low } to { $high }); at least { $bar } % are wanted. { $best ->
    [none] No single move is best whatever the others do
   *[other] The move { $best } is best whatever they do in { $often } % of the quarters
    }. Open institutions earlier, let neighbours answer in kind, or close decisions that are always the same
fault-teach-idle = at { $name } doing nothing is as good as anything: { $score } points of the firm score, and the best other way has { $best }, too near to be sure ({ fault-teach-way }). Let what stands at the start be further from what is good
fault-teach-debt = newcomers at { $name } can end in debt: { $share } of 100 games end with a loan by { fault-teach-way }. Give the firm a better start, or lower costs
fault-teach-same-plan = { $one } and { $other } need the same plan: another level of a choice was surely best for one than for the other in { $parted } of { $quarters } quarters, and no way to play is better at one and worse at the other. Make them differ in size, brand, quality or position
fault-teach-way =
    { $way ->
    [idler] changing nothing
    [copycat] copying the neighbour with the highest sales
    [profit_chaser] trying one thing after the other for profit
    [good_citizen] full effort everywhere and nothing else
    [free_rider] no effort anywhere and a price below the others'
    [explorer] setting things by lot
    [reader] sending the draft with the best estimate
    [plan_free_ride] the manager with no effort anywhere
    [plan_keep] the manager with full effort everywhere
    [plan_answer] the manager with effort in answer to the others
    [plan_go_along] the manager with about the others' effort
    [plan_keep_and_save] full effort everywhere and less spent on research and brand
   *[other] { $way }
    }
fault-impossible-condition = this condition can never hold: { $index } would have to lie between { $low } and { $high }, and every index lies between 0 and 1
fault-meeting-without-hall = this event calls a meeting, but the town hall opens only where the agenda names it
fault-hub-without-institution = this event takes the hub out of action, but there is no institution
fault-unknown-name = no firm, event, unit or variant is called "{ $name }"
fault-goal-body-closed = the agenda never opens { $name }, so nobody can keep there
fault-goal-before-opening = { $name } opens in quarter { $opens }, after quarter { $by }, in which the goal ends
fault-treatment-idle = the variant "{ $name }" changes nothing
fault-never-told = this step is never told: kept and broke look at the quarter before, and only one of them can be true of an institution
fault-seat-gone = the firm that is to be played is not among these firms
fault-no-institution = { $key } has no meaning here: this scenario has no table [institutions.{ $name }]
fault-no-such-goal = there is no goal { $goal }: about.goals has { $goals }
fault-comment-sign = a comment begins with #, not with { $found }
fault-per-cent = % is not allowed: write 60 % as 0.6, and 10 % more, where a factor belongs, as 1.1
fault-quotes-inside = a " inside a text is written \"
fault-missing-comma = a comma is missing here between two entries of the list
fault-list-in-braces = a list stands in [ ]; {"{"} {"}"} is a table, with key = value
fault-backslash = a backslash in a text is written \\, or the text stands in single quotation marks: '...'
fault-text-over-lines = a text in simple quotation marks stands on one line; one that goes over several lines begins and ends with """
fault-key-of = { $key } ("{ $owner }")
fault-stands-in-table = { $name } stands in { $table } here, the table that begins at line { $at }; move it above the first table of the file
fault-as-advice = advice: { $told }
fault-answers-missing = briefing.questions has { $questions }, but there are likely answers to { $answers } only: the teacher's guide leaves a gap. Write one for each question, in their order, or none
fault-treatment-adds = the variant "{ $name }" brings in { $body }, which the scenario itself does not have. If that is meant, say when it opens: { $body } = 1 under [treatments.{ $name }.agenda]; else add [institutions.{ $body }] to the scenario
fault-goal-in-shares = { $measure } runs from 0 to 100, so that { $found } is next to nothing
fault-not-toml-name = { $found } ends in .txt, as Windows Notepad saves files; rename it so that it ends in .toml (in the Explorer, View > Show > File name extensions shows endings)
fault-teach-no-clear-game = in { $name } there is hardly ever something to weigh: breaking clearly pays against somebody in at most { $share } % of the quarters at any seat, as the Together screen reckons it, and at least { $bar } % are wanted. In the others that screen says "no clear game" or "nothing tempts". { $cost }: try higher, or let keepers shut out those who break less (excludable: lower)
fault-teach-seat-untempted = { $name } has hardly anything to weigh: breaking clearly pays against somebody, as the Together screen reckons it, in too few of the quarters of every institution ({ $shares }); at least { $bar } % of the quarters of one are wanted. { $cost }: try one of them higher, or make the seat's brand and name count for less at the start
fault-teach-keeping-alike = at { $name } it makes no difference whether the firm keeps its word: keeping all through, answering in kind and going along end { $least } to { $most } points of the firm score away from never keeping, surely less than { $level }, and the region score changes by { $region } points if it keeps. { $gift ->
    [yes] So keeping is a gift that costs nothing, and nobody is torn. { $cost }: try higher
   *[no] So keeping does nothing. { $cost }: try lower, or raise what effort brings
    }
fault-teach-goal-easy = this goal is reached without trying: { $name } left to its manager reaches { $measure } { $value } in { $share } % of games, and the middle game comes to { $usual }. { $bound } { $value }: try { $way ->
    [higher] higher
   *[lower] lower
    }
fault-teach-goal-hard = this goal is hardly ever reached: { $name } left to its manager reaches { $measure } { $value } in { $share } % of games, and the middle game comes to { $usual }. { $bound } { $value }: try { $way ->
    [higher] higher
   *[lower] lower
    }
