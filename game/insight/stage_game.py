"""Which game is being played: the name of a two by two, its equilibria, the patience it needs, and play with errors.

Payoffs are matrices of row against column, `row` [m, k] and `column` [m, k] (what the column player earns in the same
cell). A symmetric two by two is given by T, R, P, S: temptation, reward, punishment, sucker's payoff.
"""

from collections.abc import Iterator, Sequence
from enum import StrEnum
from itertools import combinations
from typing import NamedTuple

import numpy as np

from game.model.record import Floats, Ints

TIE = 0.005  # differences below this share of R count as ties
EDGE = 1e-9
SMOOTH, SHORTEST_STEP, LONGEST_STEP = 0.98, 1e-9, 0.2  # of the walk along the logit branch


class GameType(StrEnum):
    """Names of symmetric two by two games by the order of their payoffs (Rapoport & Guyer 1966)."""

    PRISONERS_DILEMMA = "prisoners_dilemma"
    STAG_HUNT = "stag_hunt"
    CHICKEN = "chicken"
    HARMONY = "harmony"
    THRESHOLD = "threshold"
    DEADLOCK = "deadlock"
    TIE = "tie"


def name_game(
    temptation: float, reward: float, punishment: float, sucker: float, inner: Sequence[float] = ()
) -> GameType:
    """The type by what pays against a keeper (R or T) and against a breaker (S or P).

    Breaking pays against both: prisoner's dilemma where all breaking is worse than all keeping, else deadlock; against
    none: harmony; against breakers alone: stag hunt; against keepers alone: chicken. Where it pays at both ends but one
    of the `inner` gains, of keeping over breaking while a part of the others keeps, is positive: threshold public good.
    Differences under .5 % of R are ties, and a game with a tie in a comparison that its name needs is one.
    """
    near = TIE * abs(reward)
    to_keeper, to_breaker = reward - temptation, sucker - punishment
    if abs(to_keeper) < near or abs(to_breaker) < near:
        return GameType.TIE
    if to_keeper > 0:
        return GameType.HARMONY if to_breaker > 0 else GameType.STAG_HUNT
    if to_breaker > 0:
        return GameType.CHICKEN
    if any(gain >= near for gain in inner):
        return GameType.THRESHOLD
    if abs(reward - punishment) < near:
        return GameType.TIE
    return GameType.PRISONERS_DILEMMA if reward > punishment else GameType.DEADLOCK


def patience_needed(temptation: float, reward: float, punishment: float) -> float | None:
    """d* = (T - R)/(T - P), from which on grim keeps keeping up (Friedman 1971).

    None where nothing tempts (T <= R), and above 1 where no patience is enough (P > R).
    """
    if temptation <= reward:
        return None
    span = temptation - punishment
    return (temptation - reward) / span if span > 0 else float("inf")


class Equilibrium(NamedTuple):
    """Chances of the row player [m] and of the column player [k]."""

    row: Floats
    column: Floats


def equilibria(row: Floats, column: Floats) -> list[Equilibrium]:
    """All Nash equilibria of a non-degenerate game, by equal supports (Nisan et al. 2007, algorithm 3.4).

    For each pair of supports of one size the mixtures that make the other side indifferent, kept where they are
    chances and nothing outside the support pays more. Of a degenerate game (ties against a pure strategy) only some.
    """
    m, k = row.shape
    found = []
    for size in range(1, min(m, k) + 1):
        for rows, columns in _supports(m, k, size):
            q = _indifferent(row[np.ix_(rows, columns)])
            p = _indifferent(column[np.ix_(rows, columns)].T)
            if p is None or q is None or min(p.min(), q.min()) <= EDGE:
                continue
            mixed = Equilibrium(_spread(p, rows, m), _spread(q, columns, k))
            if _unbeaten(row @ mixed.column, mixed.row) and _unbeaten(column.T @ mixed.row, mixed.column):
                found.append(mixed)
    return found


def _supports(m: int, k: int, size: int) -> Iterator[tuple[Ints, Ints]]:
    for rows in combinations(range(m), size):
        for columns in combinations(range(k), size):
            yield np.array(rows), np.array(columns)


def _indifferent(payoff: Floats) -> Floats | None:
    """The column mixture against which all rows earn the same, or None where there is none or many."""
    size = len(payoff)
    system = np.zeros((size + 1, size + 1))
    system[:size, :size], system[:size, size], system[size, :size] = payoff, -1.0, 1.0
    right = np.zeros(size + 1)
    right[size] = 1.0
    if np.linalg.matrix_rank(system) <= size:
        return None
    return np.linalg.solve(system, right)[:size].astype(np.float64)


def _spread(chances: Floats, support: Ints, size: int) -> Floats:
    made = np.zeros(size)
    made[support] = chances
    return made


def _unbeaten(payoff: Floats, chances: Floats) -> bool:
    best = float(payoff.max())
    return best <= float(payoff @ chances) + EDGE * max(1.0, abs(best))


def quantal_response(row: Floats, column: Floats, sensitivity: float) -> Equilibrium:
    """The logit equilibrium of the principal branch (McKelvey & Palfrey 1995): p = softmax(lambda U(q)), and so q.

    Followed from lambda = 0, where all choices are equally likely, along the curve itself, so that it is found also
    where the curve turns back: steps of the arc length in (ln p, ln q, lambda), each corrected by Newton's method
    (Turocy 2005). lambda is per unit of payoff. Raises ArithmeticError if the curve is lost.
    """
    path = _Branch(row, column)
    point = path.start
    direction = np.zeros(len(point))
    direction[-1] = 1.0
    step = 0.01
    while point[-1] < sensitivity:
        tangent = path.tangent(point, direction)
        guess = path.correct(point + step * tangent, tangent)
        if guess is None or tangent @ path.tangent(guess, tangent) < SMOOTH:
            step /= 2
            if step < SHORTEST_STEP:
                raise ArithmeticError(point[-1])
            continue
        previous, point, direction = point, guess, tangent
        step = min(step * 1.3, LONGEST_STEP)
    if sensitivity > 0:
        share = (sensitivity - previous[-1]) / (point[-1] - previous[-1])
        fixed = np.zeros(len(point))
        fixed[-1] = 1.0
        between = previous + share * (point - previous)
        between[-1] = sensitivity
        landed = path.correct(between, fixed)
        assert landed is not None
        point = landed
    return path.chances(point)


class _Branch:
    """The curve H(x, lambda) = 0 with x = (ln p, ln q), and how to walk on it."""

    def __init__(self, row: Floats, column: Floats) -> None:
        self.row, self.column = row, column
        self.m, self.k = row.shape
        self.start = np.concatenate([np.full(self.m, -np.log(self.m)), np.full(self.k, -np.log(self.k)), [0.0]])

    def chances(self, point: Floats) -> Equilibrium:
        p, q = np.exp(point[: self.m]), np.exp(point[self.m : -1])
        return Equilibrium(p / p.sum(), q / q.sum())

    def residual(self, point: Floats) -> Floats:
        """The curve: ln p_i - ln p_1 - lambda (u_i - u_1) for i > 1 and sum p - 1, and the same for q."""
        x, y, strength = point[: self.m], point[self.m : -1], point[-1]
        p, q = np.exp(x), np.exp(y)
        u, v = self.row @ q, self.column.T @ p
        parts = [[p.sum() - 1], x[1:] - x[0] - strength * (u[1:] - u[0])]
        parts += [[q.sum() - 1], y[1:] - y[0] - strength * (v[1:] - v[0])]
        return np.concatenate(parts)

    def slopes(self, point: Floats) -> Floats:
        """Derivatives of the residual, [m + k, m + k + 1]."""
        m, k, strength = self.m, self.k, point[-1]
        p, q = np.exp(point[:m]), np.exp(point[m:-1])
        made = np.zeros((m + k, m + k + 1))
        made[0, :m], made[m, m:-1] = p, q
        made[1:m, :m] = np.eye(m)[1:] - np.eye(m)[0]
        made[m + 1 :, m:-1] = np.eye(k)[1:] - np.eye(k)[0]
        made[1:m, m:-1] = -strength * (self.row[1:] - self.row[0]) * q
        made[m + 1 :, :m] = -strength * (self.column.T[1:] - self.column.T[0]) * p
        made[1:m, -1] = -(self.row[1:] - self.row[0]) @ q
        made[m + 1 :, -1] = -(self.column.T[1:] - self.column.T[0]) @ p
        return made

    def tangent(self, point: Floats, before: Floats) -> Floats:
        """The unit direction of the curve that goes on from `before`."""
        made: Floats = np.linalg.svd(self.slopes(point))[2][-1]
        return made if made @ before >= 0 else -made

    def correct(self, guess: Floats, across: Floats) -> Floats | None:
        """Back to the curve within the plane through the guess that `across` is normal to; None if that fails."""
        point = guess.copy()
        for _ in range(12):
            off = np.append(self.residual(point), across @ (point - guess))
            if np.abs(off).max() < 1e-12:
                return point
            point = point - np.linalg.solve(np.vstack([self.slopes(point), across]), off)
            if not np.isfinite(point).all() or np.abs(point - guess).max() > 2:
                return None
        return None
