fault-suggestion = (did you mean { $suggestion }?)
fault-too-large = the file has { $size } MB; a scenario has at most { $limit } MB and { $lines } lines
fault-not-utf8 = not UTF-8 text; save the file with the encoding UTF-8
fault-too-deep = tables or lists are nested too deeply to be read
fault-unreadable = the file can't be read: { $reason }
fault-unclosed-array = a list is opened here with [ and never closed with ]
fault-unclosed-table = a table is opened here with {"{"} and never closed with {"}"}
fault-unclosed-header = a table header needs its closing bracket
fault-unclosed-string = a text is opened here with a quotation mark and never closed
fault-no-value = a value is missing or is not TOML: texts stand in quotation marks, true and false are small
fault-key-twice = this key has a value already
fault-table-twice = this table stands in the file already
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
    [list] a list in [ ]
    [choice] one of the allowed words
   *[other] of another type
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
fault-answer-without-question = there is no question for this answer: briefing.questions has { $questions }
fault-beside-the-game = no game depends on { $key }: it is only told or shown
fault-a-table = { $key } is a table; name one of its keys
fault-seat-gone = the firm that is to be played is not among these firms
fault-no-institution = { $key } has no meaning here: this scenario has no table [institutions.{ $name }]
