wait-title = One moment
wait-band = A new scenario: a few hundred games are played to learn what free riding and good plans are worth here. Your score is measured against them.
wait-percent = { $percent } %
wait-phase = The map is measured: games are played from openings all over it, to see where each leads. Your own game is not touched.
wait-contest = The tournament is played: every strategy meets every other.
