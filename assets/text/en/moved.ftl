moved-title = Who moved it
moved-on = change on Q{ $quarter }
moved-on-start = against an ordinary start
moved-on-routine = against your manager's choice
moved-by-change = Change
moved-by-level = Level
moved-profit = Your profit
moved-region = Region score
moved-points = points
moved-own = Own choice
moved-others = Others
moved-inherited = Inherited
moved-inherited-own = of it: own stocks
moved-inherited-common = of it: common stocks
moved-luck = Luck
moved-why-own = **Own choice:** { $cause }.
moved-why-own-plain = **Own choice:** what you decided differently from last quarter.
moved-why-others-broke = { $more ->
    [0] **Others:** { $names } stopped keeping.
   *[other] **Others:** { $names } and { $more } more stopped keeping.
}
moved-why-others-kept = { $more ->
    [0] **Others:** { $names } began to keep.
   *[other] **Others:** { $names } and { $more } more began to keep.
}
moved-why-others-plain = **Others:** prices, spending and efforts of your neighbours.
moved-why-inherited = **Inherited:** what earlier quarters left behind: brands, knowledge, the institutions' assets, the state of the region.
moved-why-luck-event = **Luck:** { $event }.
moved-why-luck-recession = **Luck:** a recession began.
moved-why-luck-plain = **Luck:** demand, successes, slips and audits, as they fell.
moved-why-nothing = Hardly anything moved.
moved-by-year = Year
moved-why-own-first = **Own choice:** what you decided otherwise than your manager would have.
