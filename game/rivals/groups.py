"""Strategies in groups without a market around them: the n-person game that an institution is, played by itself.

The classes that play here are the ones that play in the game, and see what they see there: the others' mean, and
whether fines bite. A member who gives e in [0, 1] of what it has earns 1 - e_i + m sum e (linear public good, Ledyard
1995), less fines: a dilemma for m < 1 < n m.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from game.engine.chance import Chance, Purpose
from game.model.parameters import Sanctions
from game.model.record import Bools, Floats, Ints
from game.rivals.strategy import MEMORIES, Seen, Strategy, kept


@dataclass(frozen=True)
class Complaints:
    """Who keeps complains of everybody who broke; each complaint fines, up to a limit (Fehr & Gaechter 2000).

    `fine` is a share of what full effort costs. Members learn what a breach costs from those that they see,
    f' = f + pace (fine seen - f) from f = 0 on, and are deterred where that is at least the 1 - m that breaking saves
    (Becker 1968). Here fines fall in the turn of the breach, as in laboratories; in the game a quarter later.
    """

    per_capita: float
    pace: float
    fine: float
    limit: int

    @classmethod
    def under(cls, rule: Sanctions, per_capita: float, pace: float) -> "Complaints":
        """Complaints that fine as a scenario's do."""
        return cls(per_capita, pace, rule.complaint_cost * rule.complaint_effect, rule.complaint_limit)

    def fined(self, given: Floats) -> Floats:
        """The fine of every member, [R, n]."""
        keeps = kept(given)
        made: Floats = ~keeps * self.fine * np.minimum(keeps.sum(axis=-1, keepdims=True), self.limit)
        return made

    def learn(self, feared: Floats, given: Floats) -> Floats:
        """What a breach is thought to cost after these acts, [R, 1]; nobody learns where nobody broke."""
        fine = self.fined(given).max(axis=-1, keepdims=True)
        broke = ~kept(given).all(axis=-1, keepdims=True)
        made: Floats = np.where(broke, feared + self.pace * (fine - feared), feared)
        return made


def play_groups(
    kinds: Sequence[Strategy],
    seats: Ints,
    turns: int,
    *,
    complaints: Complaints | None = None,
    patience: float = 0.9,
    threshold: float = 0.5,
    seed: int = 1,
) -> Floats:
    """What everybody gives, [turns, R, n]; `seats` [R, n] says which of `kinds` sits where, groups stay together."""
    runs, n = seats.shape
    chance = Chance(seed, np.arange(runs, dtype=np.int64))
    seat: Ints = np.broadcast_to(np.arange(n), seats.shape)
    memory = np.zeros((MEMORIES, runs, n))
    feared = np.zeros((runs, 1))
    given = np.zeros((turns, runs, n))
    for turn in range(turns):
        before = given[turn - 1]
        others = (before.sum(axis=-1, keepdims=True) - before) / (n - 1)
        if complaints and turn:
            feared = complaints.learn(feared, before)
        bites = (feared >= 1 - complaints.per_capita) if complaints else np.zeros((runs, 1), dtype=np.bool_)
        for place, kind in enumerate(kinds):
            here = seats == place
            size = int(here.sum())
            held = memory[:, here]
            seen = Seen(
                own=before[here],
                others=others[here],
                first=np.full(size, turn == 0),
                memory=held,
                patience=np.full(size, patience),
                threshold=np.full(size, threshold),
                deterred=np.broadcast_to(bites, seats.shape)[here],
                draw=_drawer(chance, turn, seat, here),
            )
            given[turn][here] = kind.play(seen)
            memory[:, here] = held
    return given


def _drawer(chance: Chance, turn: int, seat: Ints, here: Bools) -> Callable[[], Floats]:
    def draw() -> Floats:
        made: Floats = chance.uniform(Purpose.MATCH_STRATEGY, turn, seat)[here]
        return made

    return draw


def earned(given: Floats, per_capita: float) -> Floats:
    """1 - e_i + m sum e, the same shape, before fines; in units of what a member has in a turn."""
    made: Floats = 1 - given + per_capita * given.sum(axis=-1, keepdims=True)
    return made
