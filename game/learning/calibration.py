"""Calibration: how well the percentages that somebody stated fit what came.

A forecaster is well calibrated when of everything that was given 70 % about 70 % comes true; people are mostly surer
than right (Lichtenstein, Fischhoff & Phillips 1982, Calibration of probabilities: the state of the art to 1980, in
Judgment under Uncertainty). Nothing here is a grade: it is said with the counts it rests on, and not at all below
`ENOUGH` calls.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

ENOUGH = 4
NORMAL_95 = 1.96  # standard deviations on both sides of the mean that hold 95 % of a normal distribution
ALIKE = 0.01  # Brier scores nearer to each other than this count as the same
CHANCE_BRIER = 0.25  # of somebody who always says 50 %


@dataclass(frozen=True)
class Step:
    """All calls with one stated chance: how many, how many came true, and where the true share may lie (95 %)."""

    percent: int
    calls: int
    true: int
    low: float
    high: float

    @property
    def share(self) -> float:
        """Share that came true, 0 to 1."""
        return self.true / self.calls


@dataclass(frozen=True)
class Calibration:
    """What a series of calls shows.

    `sides` are the calls other than 50 %, in which a side was taken; `sure` is the mean chance that was given to the
    side taken, `right` how many of those sides came. `trust` is "over" or "under" where `sure` lies outside the 95 %
    interval of the share right, else "open". `closer` compares the Brier score with always saying 50 %.
    """

    calls: int
    steps: tuple[Step, ...]
    sides: int
    sure: float
    right: int
    trust: str
    brier: float

    @property
    def enough(self) -> bool:
        """Whether there are enough calls to say anything at all."""
        return self.calls >= ENOUGH

    @property
    def closer(self) -> str:
        """Whether the calls were closer to what came than always saying 50 %: "yes", "no" or "same"."""
        if abs(self.brier - CHANCE_BRIER) < ALIKE:
            return "same"
        return "yes" if self.brier < CHANCE_BRIER else "no"


def calibrate(calls: Sequence[tuple[int, bool]]) -> Calibration:
    """The calibration of calls, each a stated chance in per cent and whether the statement came true."""
    steps = []
    for percent in sorted({percent for percent, _ in calls}):
        held = [came for stated, came in calls if stated == percent]
        steps.append(Step(percent, len(held), sum(held), *wilson(sum(held), len(held))))
    sides = [(max(percent, 100 - percent) / 100, (percent > 50) == came) for percent, came in calls if percent != 50]
    sure = sum(chance for chance, _ in sides) / len(sides) if sides else 0.5
    right = sum(correct for _, correct in sides)
    low, high = wilson(right, len(sides))
    trust = "over" if sure > high else "under" if sure < low else "open"
    return Calibration(len(calls), tuple(steps), len(sides), sure, right, trust, brier(calls))


def brier(calls: Sequence[tuple[int, bool]]) -> float:
    """Mean squared distance of the stated chance p from what came, o = 0 or 1: mean of (p - o)^2, 0 is best.

    Brier (1950), Monthly Weather Review 78:1-3, for one of two classes. Without calls that of chance.
    """
    if not calls:
        return CHANCE_BRIER
    return sum((percent / 100 - came) ** 2 for percent, came in calls) / len(calls)


def wilson(successes: int, trials: int, z: float = NORMAL_95) -> tuple[float, float]:
    """The score interval of a share: (p + z^2/2n +- z sqrt(p(1-p)/n + z^2/4n^2)) / (1 + z^2/n).

    Wilson (1927), Journal of the American Statistical Association 22:209-212. It stays within 0 and 1 and is sound for
    few trials; without any it is everything.
    """
    if not trials:
        return 0.0, 1.0
    share, weight = successes / trials, z * z / trials
    middle = (share + weight / 2) / (1 + weight)
    reach = z * math.sqrt(share * (1 - share) / trials + weight / (4 * trials)) / (1 + weight)
    return max(middle - reach, 0.0), min(middle + reach, 1.0)
