"""The best replier: looks at this quarter's payoff and no further."""

from typing import ClassVar

import numpy as np

from game.model.record import Floats
from game.rivals.strategy import Seen, Strategy


class BestReplier(Strategy):
    """Chooses among six levels of effort by what each is worth this quarter: logit (McKelvey & Palfrey 1995).

    It looks no further than the quarter, so only fines, contracts, grants and a share that follows effort move it.
    """

    name = "best_reply"
    plays = frozenset({"group"})
    levels: ClassVar[tuple[float, ...]] = (0.0, 0.2, 0.4, 0.6, 0.8, 1.0)
    precision: ClassVar[float] = 6.0

    def answer(self, seen: Seen) -> Floats:
        if seen.stage is None:
            raise ValueError(self.name)
        stage = seen.stage()
        others = np.where(seen.first, 0.5, seen.others)
        worth = np.stack([self.precision * stage.payoff(level, others) for level in self.levels])
        odds = np.exp(worth - worth.max(axis=0))
        ladder = odds.cumsum(axis=0) / odds.sum(axis=0)
        step = (seen.draw() > ladder[:-1]).sum(axis=0)
        made: Floats = np.array(self.levels)[step]
        return made

    def play(self, seen: Seen) -> Floats:
        return self.answer(seen)
