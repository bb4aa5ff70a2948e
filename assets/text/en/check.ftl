check-fine = { $file }: no faults.
