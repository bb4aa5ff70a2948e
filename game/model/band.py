"""The band: what fixed plans are worth in a scenario, quarter by quarter. Scores are measured against it."""

from dataclasses import dataclass

import numpy as np

from game.model.record import Floats

FREE_RIDE = "free_ride"


@dataclass(frozen=True, eq=False)
class Anchors:
    """Score anchors per quarter: what free riding and the best plan are worth, [quarters] each."""

    low: Floats
    high: Floats


@dataclass(frozen=True)
class Band:
    """Medians over replicates after each quarter.

    Worth of the firm by plan, and the region score of two villages: one in which nobody keeps, one in which all do.
    """

    worth: dict[str, list[float]]
    none_keep: list[float]
    all_keep: list[float]
    margin: float

    @property
    def best(self) -> str:
        """The plan worth most in the end."""
        return max((name for name in self.worth if name != FREE_RIDE), key=lambda name: self.worth[name][-1])

    def anchors(self) -> Anchors:
        """Low: free riding, high: the best plan, with the margin on both sides.

        The margin keeps luck in the first quarters, when all plans are near each other or breaking still leads, from
        filling the whole scale, and leaves room above the best known plan.
        """
        free, best = np.array(self.worth[FREE_RIDE]), np.array(self.worth[self.best])
        return Anchors(np.minimum(free, best) - self.margin, np.maximum(free, best) + self.margin)
