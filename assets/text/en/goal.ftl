goal-title = What you play for
goal-short = Goals
goal-note = Nobody grades this. { $count ->
    [1] Part of it is up to you, part of it to your neighbours.
   *[other] Some of it is yours alone, some stands or falls with your neighbours.
}
goal-name-firm-score = Firm score
goal-name-profit = Profit of a quarter
goal-name-total-profit = Earned in all
goal-name-cash = Cash
goal-name-share = Share of what is sold here
goal-name-word = Own word kept
goal-name-word-in = Own word kept in { $body }
goal-name-penalties = Fines and exclusions
goal-name-region-score = Region score
goal-name-cluster = Cluster
goal-name-brand = Brand of the region
goal-name-economy = Economy of the region
goal-name-keepers = Neighbours who keep in { $body }
goal-name-closures = Neighbours that closed
goal-line = **{ $name }:** { $bound }, { $when }
goal-least = { $level } or more
goal-most = { $level } or less
goal-none = none
goal-by = by Q{ $quarter }
goal-end = at the end
goal-percent = { $level } %
goal-running = { $count ->
    [one] { $count } quarter
   *[other] { $count } quarters running
}
goal-now = now { $value }
goal-of = { $value } of { $level }
goal-not-yet = nothing to see yet
goal-state-open = under way
goal-state-met = met since Q{ $quarter }
goal-state-reached = reached in Q{ $quarter }
goal-state-held = reached, since Q{ $quarter }
goal-state-missed = missed in Q{ $quarter }
goal-moved-reached = **Goal reached:** { $name } { $value }, { $level } wanted.
goal-moved-missed = **Goal missed:** { $name } { $value }, { $level } wanted.
goal-moved-met = **A goal is met:** { $name } from { $before } to { $value }, { $level } wanted.
goal-moved-lost = **A goal slips:** { $name } from { $before } to { $value }, { $level } wanted.
goal-moved-nearer = **Nearer a goal:** { $name } from { $before } to { $value }, { $level } wanted.
goal-moved-further = **Further from a goal:** { $name } from { $before } to { $value }, { $level } wanted.
goal-all = all
