check-fine = { $file }：没有错误。
check-taught = { $file }：没有错误，也没有发现不宜用来教学的地方。
check-playing = 正在试玩 { $file }
