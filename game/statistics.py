"""Student's t, intervals and Holm's adjustment: what verdicts need, without a statistics package."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from game.model.record import Floats

CONFIDENCE = 0.99
_STEPS = 300
_TINY = 1e-300


@dataclass(frozen=True)
class Estimate:
    """A mean difference over paired runs: `error` is its standard error, `free` its degrees of freedom (runs - 1)."""

    effect: float
    error: float
    free: int

    @property
    def half(self) -> float:
        """Half the width of the interval."""
        return 0.0 if self.error == 0 else t_quantile(0.5 + CONFIDENCE / 2, self.free) * self.error

    @property
    def low(self) -> float:
        """Lower end of the 99 % interval."""
        return self.effect - self.half

    @property
    def high(self) -> float:
        """Upper end of the 99 % interval."""
        return self.effect + self.half

    def beyond(self, bound: float) -> float:
        """Chance p of the one-sided test that the mean is not above `bound`; without any spread it is 0 or 1."""
        if self.error == 0:
            return 0.0 if self.effect > bound else 1.0
        return t_above((self.effect - bound) / self.error, self.free)

    def below(self, bound: float) -> float:
        """Chance p of the one-sided test that the mean is not below `bound`."""
        return Estimate(-self.effect, self.error, self.free).beyond(-bound)


def estimate(differences: Floats) -> Estimate:
    """Mean, standard error and degrees of freedom of paired differences, [R] with R of 2 or more."""
    runs = len(differences)
    return Estimate(float(differences.mean()), float(differences.std(ddof=1)) / math.sqrt(runs), runs - 1)


def t_above(value: float, free: int) -> float:
    """P(T > value) of Student's t, by the incomplete beta function: I_x(v/2, 1/2)/2 with x = v/(v + t^2)."""
    tail = 0.5 * incomplete_beta(free / 2, 0.5, free / (free + value * value))
    return tail if value >= 0 else 1 - tail


def t_quantile(chance: float, free: int) -> float:
    """The value that Student's t stays below with this chance (one half or more), by bisection."""
    low, high = 0.0, 1.0
    while 1 - t_above(high, free) < chance:
        high *= 2
    for _ in range(100):
        middle = (low + high) / 2
        low, high = (middle, high) if 1 - t_above(middle, free) < chance else (low, middle)
    return (low + high) / 2


def incomplete_beta(a: float, b: float, x: float) -> float:
    """Regularised incomplete beta function I_x(a, b) by Lentz's continued fraction (Press et al. 2007, section 6.4)."""
    if x <= 0:
        return 0.0
    if x >= 1:
        return 1.0
    front = math.exp(math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b) + a * math.log(x) + b * math.log1p(-x))
    if x < (a + 1) / (a + b + 2):
        return front * _fraction(a, b, x) / a
    return 1 - front * _fraction(b, a, 1 - x) / b


def _fraction(a: float, b: float, x: float) -> float:
    c, d = 1.0, 1 / _away(1 - (a + b) * x / (a + 1))
    made = d
    for m in range(1, _STEPS):
        for term in (
            m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)),
            -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1)),
        ):
            d = 1 / _away(1 + term * d)
            c = _away(1 + term / c)
            made *= c * d
        if abs(c * d - 1) < 1e-15:
            break
    return made


def _away(value: float) -> float:
    return value if abs(value) > _TINY else _TINY


def holm(chances: Sequence[float]) -> list[float]:
    """Holm's (1979) adjusted p of several tests, in their order: max over the smaller ones of (m - k + 1) p_(k)."""
    made = [0.0] * len(chances)
    worst = 0.0
    for rank, place in enumerate(np.argsort(chances, kind="stable")):
        worst = max(worst, min((len(chances) - rank) * chances[place], 1.0))
        made[int(place)] = worst
    return made
