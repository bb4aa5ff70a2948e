plan-free_ride = free ride
plan-keep = always keep
plan-answer = answer in kind
plan-go_along = go along
plan-keep_and_save = keep and spare
