predict-asks = **Your call:** { $statement }
predict-step-10 = surely not
predict-step-30 = rather not
predict-step-50 = can't say
predict-step-70 = rather yes
predict-step-90 = surely yes
predict-percent = { $percent } %
predict-will-keepers = { $count ->
    [one] At least one neighbour will be seen to keep in { $body }.
   *[other] At least { $count } neighbours will be seen to keep in { $body }.
}
predict-will-rival = { $firm } will be seen to keep in { $body }.
predict-will-motion = The motion of { $firm } { $about } will be carried.
predict-will-own-motion = Your motion { $about } will be carried.
predict-will-profit = Your profit will be higher than in Q{ $before } ({ $level } { $unit }).
predict-will-sales = The firms here will sell more than in Q{ $before } ({ $level } { $unit }).
predict-will-region = The region score will rise.
predict-will-cluster = The cluster will rise.
predict-will-brand = The regional brand will rise.
predict-will-economy = The regional economy will rise.
predict-about-dues = on dues
predict-about-equal-share = on sharing the benefit
predict-about-audit = on audits
predict-about-fine = on fines
predict-about-standard = on the standard
predict-about-floor = on the contract
predict-about-structure = on the structure
predict-about-admit = to admit a firm
predict-about-expel = to expel a firm
predict-about-function = on who does what
predict-about-relocate = to invite firms
predict-about-support = on support by the government
predict-about-advertise = on making the region known
predict-was-keepers = { $count ->
    [0] None did.
    [one] One did.
   *[other] { $count } did.
}
predict-was-kept = It was seen to keep.
predict-was-broke = It was not.
predict-was-motion = { $ayes } of { $voters } voted for it.
predict-was-profit = It was { $value } { $unit }.
predict-was-sales = They sold { $value } { $unit }.
predict-was-up = It rose by { $value } points.
predict-was-down = It fell by { $value } points.
predict-was-still = It stayed where it was.
predict-said = **Your call, { $percent } %:** { $statement }
predict-true = came true
predict-false = did not come true
predict-panel = Predicted, then seen
predict-count = { $count ->
    [one] one call
   *[other] { $count } calls
}
predict-few = Fewer than { $least } calls: too few to say how well your percentages fit.
predict-no-side = You never took a side, so there is nothing to be sure about.
predict-sure = You were **{ $sure } %** sure on average and right **{ $share } %** of the time ({ $right } of { $sides }).
predict-trust-over = That is surer than the facts allowed.
predict-trust-under = You could have been surer.
predict-trust-open = With so few calls a difference between the two may be luck.
predict-closer-yes = Your percentages were closer to what came than always saying 50 %.
predict-closer-no = Always saying 50 % would have been closer to what came.
predict-closer-same = Your percentages were about as close to what came as always saying 50 %.
predict-axis-said = you said
predict-axis-came = came true
predict-chart-note = On the line: as often as you said. The number is how many calls; the bar is where the true share may lie.
