mark-kept = kept { $count }
mark-in = in { $count }
mark-broke = broke { $count }
mark-absent = not in { $count }
