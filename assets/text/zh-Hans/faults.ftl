faults-title = { $file } 中的错误
faults-place = 第 { $line } 行，第 { $column } 列
