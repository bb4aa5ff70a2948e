mark-kept = 守约 { $count }
mark-in = 加入 { $count }
mark-broke = 违约 { $count }
mark-absent = 未加入 { $count }
