wait-title = One moment
wait-band = A new scenario: a few hundred games are played to learn what free riding and good plans are worth here. Your score is measured against them.
wait-percent = { $percent } %
