"""Populations whose members copy what does better: replicator dynamics, and imitation in small populations.

`payoff` [S, S] is what a row strategy earns against a column strategy; a tournament's standings are such a table.
"""

from collections.abc import Callable

import numpy as np

from game.engine.chance import Chance, Purpose
from game.model.record import Floats, Ints

STEP = 0.02  # of the Runge-Kutta scheme, in units of one over the span of payoffs
LANE = 3  # tournaments and learners draw on lanes 0 to 2
QUARTERS = 1024  # moments that one firm number has luck for


def replicator(payoff: Floats, share: Floats, time: float) -> Floats:
    """Shares after some time, x_k' = x_k (u_k - mean u), u = A x (Taylor & Jonker 1978); `share` [..., S].

    Fourth-order Runge-Kutta in fixed steps; shares are kept on the simplex.
    """

    def flow(x: Floats) -> Floats:
        gain = x @ payoff.T
        made: Floats = x * (gain - (x * gain).sum(axis=-1, keepdims=True))
        return made

    steps = _steps(payoff, time)
    for _ in range(steps):
        share = np.maximum(_runge_kutta(flow, share, time / steps), 0.0)
        share = share / share.sum(axis=-1, keepdims=True)
    return share


def replicator_of_two(row: Floats, column: Floats, first: Floats, second: Floats, time: float) -> tuple[Floats, Floats]:
    """Shares in two populations that play each other: x' = x (A y - x A y), y' = y (x B - x B y) (Taylor 1979).

    `row` A and `column` B, [m, k], are what either side earns in a cell; `first` x [m], `second` y [k]. Inspectors and
    inspected run in closed circles around their mixed equilibrium.
    """
    m = len(first)

    def flow(z: Floats) -> Floats:
        x, y = z[:m], z[m:]
        to_row, to_column = row @ y, column.T @ x
        return np.concatenate([x * (to_row - x @ to_row), y * (to_column - y @ to_column)])

    held = np.concatenate([first, second])
    steps = _steps(np.concatenate([row, column]), time)
    for _ in range(steps):
        held = np.maximum(_runge_kutta(flow, held, time / steps), 0.0)
    return held[:m] / held[:m].sum(), held[m:] / held[m:].sum()


def _steps(payoff: Floats, time: float) -> int:
    return max(1, int(np.ceil(time * max(float(np.ptp(payoff)), 1.0) / STEP)))


def _runge_kutta(flow: Callable[[Floats], Floats], x: Floats, step: float) -> Floats:
    one = flow(x)
    two = flow(x + step / 2 * one)
    three = flow(x + step / 2 * two)
    four = flow(x + step * three)
    return x + step / 6 * (one + 2 * two + 2 * three + four)


def copying(gain: Floats, sensitivity: float) -> Floats:
    """Chance that one copies another who earns `gain` more: 1/(1 + e^(-beta gain)) (Fermi rule, Blume 1993)."""
    made: Floats = 1 / (1 + np.exp(-sensitivity * gain))
    return made


def _edge(payoff: Floats, people: int) -> Floats:
    """Mean payoff of the first strategy over that of the second where j = 1 .. N - 1 play it, [N - 1].

    Everybody meets everybody else, not itself; `payoff` [2, 2].
    """
    (a, b), (c, d) = payoff
    j = np.arange(1, people)
    made: Floats = (a * (j - 1) + b * (people - j) - c * j - d * (people - j - 1)) / (people - 1)
    return made


def fixation(payoff: Floats, people: int, sensitivity: float) -> float:
    """Chance that one of the first strategy takes over N - 1 of the second by imitation (Traulsen et al. 2006).

    rho = 1/(1 + sum_(k=1)^(N-1) prod_(j=1)^k e^(-beta (u_1(j) - u_2(j)))); 1/N where payoffs do not matter.
    """
    ratio = -sensitivity * _edge(payoff, people)
    return float(1 / (1 + np.exp(np.cumsum(ratio)).sum()))


def imitation(payoff: Floats, people: int, sensitivity: float, *, runs: int, seed: int = 1, first: int = 1) -> Floats:
    """The same process played out, [R]: 1 where the first strategy took over, 0 where it died out.

    In each moment two people are drawn, and the one copies the other with the chance of `copying`. Only moments in
    which the two differ are played, for nothing happens in the others: the number j of the first strategy goes up or
    down with odds copying(edge) : copying(-edge), which add up to 1.
    """
    chance = Chance(seed, np.arange(runs, dtype=np.int64))
    edge = np.concatenate([[0.0], _edge(payoff, people), [0.0]])
    upward = copying(edge, sensitivity)
    number: Ints = np.full(runs, first, dtype=np.int64)
    moment = 0
    while ((number > 0) & (number < people)).any():
        firm = np.full((runs, 1), moment // QUARTERS, dtype=np.int64)
        draw = chance.uniform(Purpose.MATCH_STRATEGY, moment % QUARTERS, firm, lane=LANE)[:, 0]
        open_still = (number > 0) & (number < people)
        number = number + np.where(draw < upward[number], 1, -1) * open_still
        moment += 1
    made: Floats = (number == people).astype(np.float64)
    return made
