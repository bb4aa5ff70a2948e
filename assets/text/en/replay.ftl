replay-column-quarter = quarter
replay-column-firm = firm score
replay-column-region = region score
replay-same-bytes = { $quarters ->
    [one] The one quarter came
   *[other] All { $quarters } quarters came
} out the same, to the last byte.
replay-same-figures = { $quarters ->
    [one] The one quarter came
   *[other] All { $quarters } quarters came
} out with the same figures (to one in a million): another machine or library, the same game.
replay-other-rules = The game was played under other rules, so it can't be played again; its record is unbroken.
replay-differs = Played again, the game comes out otherwise from quarter { $quarter }.
replay-edited = The record was changed: quarter { $quarter } does not follow from what stands before it.
replay-edited-elsewhere = The file was changed, though not in what was decided: its seal does not fit.
