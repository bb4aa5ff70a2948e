"""What a motion would change, by what anybody may see and by a firm's own books: figures now and with it in force.

Nothing here looks ahead: the figures are of last quarter's members, sales and efforts, under one rule and the other.
What firms would then do is for `game.insight.motion`.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import NamedTuple

import numpy as np

from game.engine.accounts import misfit
from game.engine.rules import Rules
from game.engine.sanctions import audit_bill, paid_for
from game.engine.structures import Group, compose
from game.model.observation import Observation
from game.model.outcome import Membership
from game.model.record import Floats, Ints
from game.model.town import BY_LAWS, MOTIONS, Proposal
from game.rivals.reckoning import breaking_saves, enforced, expected_fine, fines_bite

LEAST_SHIRK = 0.25  # the smallest shirk that is fined
FINES = ("audit", "fine", "standard")


class Breaking(NamedTuple):
    """What breaking gains and what it is expected to cost, in money of the seat, now and with a motion in force.

    `pays_now` and `pays_then` say whether breaking pays whoever reckons: gain > expected cost.
    """

    gain: float
    now: float
    then: float
    pays_now: bool
    pays_then: bool


class _Books(NamedTuple):
    """What a figure is read from: the rules, a picture, the seat's slot, and the place that the motion is about."""

    rules: Rules
    seen: Observation
    slot: int
    place: int

    @property
    def members(self) -> Ints:
        """Members of each institution, [R, J]."""
        made: Ints = self.seen.member.sum(axis=-1)
        return made

    @property
    def dues_base(self) -> Floats:
        """What dues are a share of, [R, J, N]."""
        return self.rules.dues_base(self.seen.price, self.seen.sales, self.seen.size)

    @property
    def income(self) -> Floats:
        """Dues of last quarter's members, [R, J]."""
        made: Floats = self.seen.dues * (self.dues_base * self.seen.member).sum(axis=-1)
        return made

    @property
    def unit(self) -> float:
        """Cost of full effort for the seat, in money."""
        return float(self.rules.full_cost(self.seen.size)[0, self.place, self.slot])

    @property
    def given(self) -> float:
        """The seat's effort last quarter, NaN where it was not in."""
        played = self.seen.member[0, self.place, self.slot] and self.seen.quarter > self.rules.bodies.opens[self.place]
        return float(self.seen.effort[0, self.place, self.slot]) if played else float("nan")


class Figure(NamedTuple):
    """A figure under the rule as it is and as it would be; None where there is none."""

    name: str
    now: float | None
    then: float | None


def standing(seen: Observation, proposal: Proposal) -> float | None:
    """What holds now of what a motion would change; None where nothing of the kind holds (firms, newcomers)."""
    kind, target = proposal.kind, proposal.target
    if kind in BY_LAWS or kind == "structure":
        return float(getattr(seen, kind)[0, target])
    if kind == "function":
        return float(seen.functions[0, target])
    return float(getattr(seen, kind)[0]) if kind in {"support", "advertise"} else None


def in_force(seen: Observation, proposal: Proposal) -> Observation:
    """The same picture with the motion's by-law in force; who is a member stays as it is."""
    kind, target = proposal.kind, proposal.target
    if kind in {"support", "advertise"}:
        return replace(seen, **{kind: np.full_like(getattr(seen, kind), proposal.value)})
    field = "functions" if kind == "function" else kind
    if MOTIONS[kind] not in {"institution", "function"}:
        return seen
    column = getattr(seen, field).copy()
    column[:, target] = proposal.value
    return replace(seen, **{field: column})


def breaking(rules: Rules, seen: Observation, slot: int, proposal: Proposal) -> Breaking | None:
    """Whether breaking pays now and would then; None for motions that have nothing to do with it.

    Under fines the gain from giving nothing is (1 - m) kappa and the expected cost (p - false alarm) F (Becker 1968).
    Under a contract the gain is that from giving nothing of what it asks for, and the cost what a court is expected to
    award.
    """
    j, then = proposal.target, in_force(seen, proposal)
    if proposal.kind not in (*FINES, "floor"):
        return None
    unit = _Books(rules, seen, slot, j).unit
    saved = float(breaking_saves(rules, seen)[0, j]) * unit
    if proposal.kind in FINES:
        cost = [float(expected_fine(rules, picture)[0, j]) * unit for picture in (seen, then)]
        bites = [bool(fines_bite(rules, picture)[0, j]) for picture in (seen, then)]
        return Breaking(saved, cost[0], cost[1], not bites[0], not bites[1])
    award = float(rules.bodies.court[j] * rules.bodies.penalty[j]) * unit
    floors = [float(picture.floor[0, j]) for picture in (seen, then)]
    bound = [bool(enforced(rules, picture)[0, j] > 0) for picture in (seen, then)]
    asked = floors[1] if floors[1] > 0 else floors[0]
    return Breaking(saved * asked, award * floors[0], award * floors[1], not bound[0], not bound[1])


def figures(rules: Rules, seen: Observation, slot: int, proposal: Proposal) -> list[Figure]:
    """What a motion changes in figures, for the seat's own books; empty for motions about a firm."""
    make = _FIGURES.get(proposal.kind)
    if make is None:
        return []
    now, then = (make(_Books(rules, each, slot, proposal.target)) for each in (seen, in_force(seen, proposal)))
    if proposal.kind == "relocate":
        room = rules.slots - now["firms"]
        then = {"firms": now["firms"] + min(proposal.value, room)}
    return [Figure(name, _some(now[name]), _some(then[name])) for name in now]


def checks_paid(rules: Rules, seen: Observation, j: int) -> float:
    """Share of the planned audits that last quarter's members' dues would pay for, savings left out."""
    books = _Books(rules, seen, 0, j)
    return float(paid_for(rules, seen.audit, books.members, books.income)[0, j])


def _some(value: float) -> float | None:
    return None if np.isnan(value) else value


def _dues(books: _Books) -> dict[str, float]:
    rules, j = books.rules, books.place
    spends = rules.bodies.running * books.members * rules.v0 + audit_bill(rules, books.seen.audit, books.members)
    return {
        "dues": float(books.seen.dues[0, j] * books.dues_base[0, j, books.slot]),
        "income": float(books.income[0, j]),
        "spends": float(spends[0, j]),
    }


def _audit(books: _Books) -> dict[str, float]:
    rules, audit, j = books.rules, books.seen.audit, books.place
    return {
        "checks": float(audit_bill(rules, audit, books.members)[0, j]),
        "income": float(books.income[0, j]),
        "alarm": float(audit[0, j] * rules.bodies.false_alarm[j]),
    }


def _fine(books: _Books) -> dict[str, float]:
    """Fines for giving nothing: the first, the third in a row; and one by false alarm."""
    rule, unit = books.rules.scenario.sanctions, books.unit * float(books.seen.fine[0, books.place])
    missing = float(books.seen.standard[0, books.place])
    first = unit * max(missing, LEAST_SHIRK) if missing > rule.shirk_from else 0.0
    again = min(rule.fine_step ** (1 + rule.record_memory), rule.fine_limit)
    return {"first": first, "third": first * again, "wrong": unit * LEAST_SHIRK}


def _standard(books: _Books) -> dict[str, float]:
    """The least effort that is in order, the seat's own, and the fine for giving nothing."""
    missing = float(books.seen.standard[0, books.place]) - books.rules.scenario.sanctions.shirk_from
    return {"order": max(missing, 0.0), "gave": books.given, "first": _fine(books)["first"]}


def _floor(books: _Books) -> dict[str, float]:
    rules, j = books.rules, books.place
    floor = float(books.seen.floor[0, j])
    upkeep = float(rules.bodies.transaction[j]) * rules.v0 * float(books.seen.size[0, books.slot])
    return {
        "asks": floor,
        "court": float(rules.bodies.court[j]) if floor > 0 else 0.0,
        "damages": float(rules.bodies.penalty[j]) * books.unit * floor,
        "upkeep": upkeep if floor > 0 else 0.0,
    }


def _equal_share(books: _Books) -> dict[str, float]:
    """The seat's share of what an ordinary member gets: al + (1 - al) min(e/mean e, 2), the others as last seen."""
    seen, j = books.seen, books.place
    inside = seen.member[0, j].copy()
    inside[books.slot] = False
    n, others = int(inside.sum()) + 1, float(seen.observed[0, j][inside].sum())
    equal = float(seen.equal_share[0, j])

    def share(effort: float) -> float:
        mean = (others + effort) / n
        return equal + (1 - equal) * min(effort / mean if mean > 0 else 0.0, 2.0)

    return {"as_last": share(books.given), "giving": share(1.0), "nothing": share(0.0)}


def _structure(books: _Books) -> dict[str, float]:
    """What last quarter's observed efforts come to under a structure, 0 to 1."""
    rules, seen, j = books.rules, books.seen, books.place
    ties, nobody = seen.partner >= 0, np.zeros_like(seen.member)
    group = Group(
        effort=seen.observed[:, j],
        member=seen.member[:, j],
        size=seen.size,
        firm_id=seen.firm_id,
        ties=Membership(
            member=seen.member,
            joined=nobody,
            left=nobody,
            barred_until=seen.barred_until,
            wanted=seen.partner,
            standing=ties,
            mirror=np.zeros_like(seen.partner),
            complement=np.zeros(ties.shape),
        ),
        hub_lost=np.zeros(len(seen.size), dtype=np.bool_),
        held=np.where(seen.floor[:, j] > 0, rules.bodies.court[j], 0.0),
    )
    return {"comes_to": float(compose(rules.bodies.tables[j], seen.structure[:, j], group)[0])}


def _function(books: _Books) -> dict[str, float]:
    rules, seen = books.rules, books.seen
    unit = rules.scenario.costs.duplication * rules.v0 * float(seen.size[0, books.slot])
    return {
        "fitness": float(rules.fitness[books.place, seen.functions[0, books.place]]),
        "waste": unit * float(misfit(rules, seen.functions)[0]),
    }


def _relocate(books: _Books) -> dict[str, float]:
    return {"firms": float(books.seen.active[0].sum())}


def _support(books: _Books) -> dict[str, float]:
    """The seat's cost of effort at last quarter's efforts, after the grant that the government promises."""
    rules, seen, slot = books.rules, books.seen, books.slot
    inside = seen.member[0, :, slot] & (rules.bodies.opens < seen.quarter)
    effort = np.where(inside, seen.effort[0, :, slot], 0.0)
    cost = (rules.full_cost(seen.size)[0, :, slot] * effort**rules.bodies.cost_exponent).sum()
    return {"effort_cost": float((1 - seen.support[0]) * cost)}


def _advertise(books: _Books) -> dict[str, float]:
    seen = books.seen
    return {"outlay": float(seen.advertise[0]) * books.rules.v0 * float((seen.size * seen.active)[0].sum())}


_FIGURES: dict[str, Callable[[_Books], dict[str, float]]] = {
    "dues": _dues,
    "audit": _audit,
    "fine": _fine,
    "standard": _standard,
    "floor": _floor,
    "equal_share": _equal_share,
    "structure": _structure,
    "function": _function,
    "relocate": _relocate,
    "support": _support,
    "advertise": _advertise,
}
