"""People who learn which strategy to follow: from match to match by what they met, or until nobody would change.

A choice of strategy k has chance

    P(k) = mu/S + (1 - mu) e^(lambda u_k) / sum_l e^(lambda u_l),   u = value b,

with b what one believes the others to choose (logit choice, McKelvey & Palfrey 1995; learning of beliefs, Cheung &
Friedman 1997, as in Dal Bo & Frechette 2011). `value` [S, S] is a turn's mean payoff of row against column, as a
tournament measures it, divided by the span of the payoffs so that lambda has no unit; mu is the share of choices that
do not look at payoffs.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from game.engine.chance import Chance, Purpose
from game.model.record import Floats, Ints

STEPS = 60
DAMPING = 0.3
CHOICE_LANE, PAIRING_LANE = 1, 2  # tournaments draw on lane 0


@dataclass(frozen=True)
class Learners:
    """How people choose: lambda, mu, and what they expect at first, in matches' worth of experience per strategy."""

    sensitivity: float
    experiments: float
    prior: Sequence[float]

    def chances(self, value: Floats, belief: Floats) -> Floats:
        """P(k), [..., S], from beliefs [..., S] that add up to 1."""
        return logit(belief @ value.T, self.sensitivity, self.experiments)

    def learn(self, value: Floats, *, people: int, matches: int, runs: int, seed: int = 1) -> Floats:
        """Share of choices of every strategy in every match, [matches, R, S].

        An even number of people are paired anew for each match; each adds what the other chose to its experience.
        """
        size = len(value)
        chance = Chance(seed, np.arange(runs, dtype=np.int64))
        person: Ints = np.broadcast_to(np.arange(people), (runs, people))
        row = np.arange(runs)[:, None]
        weight = np.broadcast_to(np.asarray(self.prior, dtype=np.float64), (runs, people, size))
        made = np.empty((matches, runs, size))
        for match in range(matches):
            odds = self.chances(value, weight / weight.sum(axis=-1, keepdims=True)).cumsum(axis=-1)
            draw = chance.uniform(Purpose.MATCH_STRATEGY, match, person, lane=CHOICE_LANE)
            chosen = (draw[:, :, None] > odds[:, :, :-1]).sum(axis=-1)
            taken = np.eye(size)[chosen]
            made[match] = taken.mean(axis=1)
            order = chance.uniform(Purpose.MATCH_STRATEGY, match, person, lane=PAIRING_LANE).argsort(axis=-1)
            weight = weight + taken[row, partners(order)]
        return made

    def settled(self, value: Floats) -> Floats:
        """Shares [S] at which beliefs are right: the logit equilibrium that lambda = 0, equal shares, leads to.

        Damped steps s <- s + .3 (P(s) - s) while lambda rises to its value, then as many again at the value.
        """
        share = np.full(len(value), 1 / len(value))
        for strength in (*np.linspace(0, self.sensitivity, STEPS), *[self.sensitivity] * STEPS):
            for _ in range(STEPS):
                share = share + DAMPING * (logit(value @ share, strength, self.experiments) - share)
        return share


def partners(order: Ints) -> Ints:
    """Who meets whom, [R, people], from an order of the people: the first meets the second, the third the fourth."""
    made = np.empty_like(order)
    np.put_along_axis(made, order[:, 0::2], order[:, 1::2], axis=-1)
    np.put_along_axis(made, order[:, 1::2], order[:, 0::2], axis=-1)
    return made


def logit(utility: Floats, sensitivity: float, experiments: float) -> Floats:
    """Logit choice with a share of blind choices, over the last axis."""
    power = np.exp(sensitivity * (utility - utility.max(axis=-1, keepdims=True)))
    made: Floats = experiments / utility.shape[-1] + (1 - experiments) * power / power.sum(axis=-1, keepdims=True)
    return made
