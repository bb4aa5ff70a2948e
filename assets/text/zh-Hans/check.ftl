check-fine = { $file }：没有错误。
