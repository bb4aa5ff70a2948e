matrix-title = Fixed plans across the scenarios
matrix-about = What each of five fixed plans is worth to the firm of a seat at the end (median over many games; the best in bold), with all others as the file has them at normal difficulty. Behind it the region score if nobody keeps and if all do. No plan is best everywhere, and a fixed plan is no good player: it never looks at what happened. This file is written by `python -m game.insight.matrix`.
matrix-scenario = scenario
matrix-seat = seat
matrix-unit = unit
matrix-region = region: none keep, all keep
matrix-counts = Best at so many seats: { $counts }.
