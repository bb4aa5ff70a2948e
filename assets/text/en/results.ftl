results-next = Quarter { $quarter }
results-debrief = To the debrief
results-deeper = deeper
results-otherwise = Had you chosen otherwise
results-depth-sentence = In short
results-depth-ledger = Ledger
results-depth-full = Dilemma
results-estimate = estimated { $middle } ± { $spread }, seen { $seen } { $unit }
results-ledger = Ledger, { $unit }
results-ledger-title = Ledger
results-quarter = Q{ $quarter }
results-change = change
results-you-gave = You gave { $percent } %, which cost { $cost } { $unit }.
results-you-out = You are not in.
results-broke = { $more ->
    [0] Seen to break: { $names }.
   *[other] Seen to break: { $names } and { $more } more.
}
results-broke-you = you
results-all-kept = Everybody was seen to keep.
results-region = The region
results-region-score = Region score
results-of-hundred = of 100
results-stage = Stage: { $stage }
results-yours = Your quarter
results-first = The first quarter: nothing to compare it with yet.
results-before = It was { $value } { $unit } the quarter before.
results-met = You have met: **{ $idea }** [[H]]
results-you-were-seen = The others saw { $seen } %.
results-you-fined = **You were fined { $fine } { $unit }:** the code asks for { $standard } %.
results-score = Firm score { $now }, it was { $before }.
results-score-counts = It also counts what is left for later: brand, quality, knowledge, cash; and it compares with what other plans would have come to by now.
