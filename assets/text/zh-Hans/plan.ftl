plan-free_ride = 搭便车
plan-keep = 一直守约
plan-answer = 以牙还牙
plan-go_along = 随大流
plan-keep_and_save = 守约且节省
