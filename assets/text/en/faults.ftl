faults-title = Faults in { $file }
faults-place = line { $line }, column { $column }
