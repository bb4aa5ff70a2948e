"""The brand-dilution trail: whose broken effort, whose scandals and which events moved the mark's reputation."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from game import play
from game.engine.rules import Rules
from game.model.ledger import INDEX_TERMS
from game.model.record import Floats, Ints

TERMS = INDEX_TERMS["reputation"]
SHOWN = 6
LEAST = 0.0005  # of reputation: a twentieth of a point


@dataclass(frozen=True, eq=False)
class Trail:
    """Reputation quarter by quarter, in the terms before + promise + broken + scandals + events + bounds = after.

    With e_i the members' efforts, n their number, r the reputation before and p the pace of the quarter (up or down),
    the record term p (mean e - r) is

        promise = p (1 - r),   broken_i = -p (1 - e_i)/n

    what the mark would have gained had everyone kept fully, and what each member's missing effort took from it. A loss
    to scandals falls on the culprits by their output. `quarters`, `before`, `promise`, `events`, `bounds` and `after`
    are [Q], `broken` and `scandals` [Q, N], none above 0; all in [0, 1] units of reputation.
    """

    quarters: Ints
    before: Floats
    promise: Floats
    broken: Floats
    scandals: Floats
    events: Floats
    bounds: Floats
    after: Floats

    @property
    def taken(self) -> Floats:
        """What each firm took from the reputation over the whole trail, [N], 0 or less."""
        made: Floats = (self.broken + self.scandals).sum(axis=0)
        return made

    def culprits(self, slot: int) -> list[int]:
        """Slots of the firms that took most, the worst first; the seat's `slot` too if it took anything."""
        taken = self.taken
        order = [int(i) for i in np.argsort(taken) if taken[i] < -LEAST][:SHOWN]
        return [*order, slot] if slot not in order and taken[slot] < -LEAST else order


def trail(rules: Rules, moments: Sequence[play.Moment]) -> Trail | None:
    """The trail of a game (one row) from its moments before the first quarter and after each.

    Efforts are those carried out, not those observed: in a class it is for the debrief.
    None where there is no mark or no quarter was played.
    """
    if "mark" not in rules.bodies.names or len(moments) < 2:
        return None
    quarters = [_quarter(rules, before, after) for before, after in pairwise(moments)]
    columns = [np.array(values) for values in zip(*quarters, strict=True)]
    return Trail(np.arange(1, len(moments)), *columns)


def _quarter(rules: Rules, before: play.Moment, after: play.Moment) -> tuple[Floats, ...]:
    assert after.past is not None
    outcome, j = after.past.outcome, rules.bodies.names.index("mark")
    terms = dict(zip(TERMS, outcome.echelon.reputation[0], strict=True))
    member, effort = outcome.membership.member[0, j], outcome.games.effort[0, j]
    n = max(int(member.sum()), 1)
    gap = effort.sum() / n - before.state.region.reputation[0]
    brands = rules.scenario.brands
    pace = (brands.reputation_up if gap > 0 else brands.reputation_down) if member.any() else 0.0
    culprits = outcome.market.sold[0].sum(axis=0) * outcome.echelon.scandal[0]
    guilty = culprits / culprits.sum() if culprits.sum() > 0 else np.zeros_like(culprits)
    return (
        terms["before"],
        np.float64(pace) * (1 - before.state.region.reputation[0]),
        -pace * (1 - effort) / n * member,
        terms["scandals"] * guilty,
        terms["events"],
        terms["bounds"],
        after.state.region.reputation[0],
    )
