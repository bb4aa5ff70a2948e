check-fine = { $file }: no faults.
check-taught = { $file }: no faults, and nothing found that speaks against teaching with it.
check-playing = playing { $file }
