"""What the screens of a quarter show, from drafts, observations and outcomes, never from the State.

Everything here is plain data for one seat; nothing here paints.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from game.engine.legal import limits
from game.engine.variety import middle
from game.model.decision import Decision
from game.model.record import Bools
from game.model.scenario import INSTITUTIONS
from game.model.town import STRUCTURES
from game.report.causes import LEDGER, own_terms
from game.report.units import Measures
from game.session.session import Session
from game.wording.figures import percent

KEPT, BROKE, ABSENT = "kept", "broke", "absent"
MORE_CONTROLS = ("brand_split",)
AGENDA_NAME = {"research": "research_spending"}
PRICE_RANGE = (0.8, 2.2)
PRICE_STEP = 0.01


@dataclass(frozen=True)
class Knob:
    """An own control: its range, how a value is shown, and the value it has if it is left alone."""

    field: str
    low: float
    high: float
    step: float
    was: float
    unit: str
    show: Callable[[float], str]


def open_knobs(session: Session, slot: int, before: Decision | None = None, quarter: int = 0) -> list[Knob]:
    """Own controls that are open and have a slider, of the coming quarter or of a played one with its decision."""
    rules, seen = session.rules, session.seen(slot)
    shown = Measures(session.setup.scenario.units)
    most = {name: float(high[0, slot]) for name, (_, high) in limits(rules, seen.size).items()}
    money = (0.1 / shown.money_scale, shown.units.currency, shown.money)
    table: dict[str, tuple[float, float, tuple[float, str, Callable[[float], str]]]] = {
        "price": (*PRICE_RANGE, (PRICE_STEP, shown.units.price, shown.price)),
        "quality": (0.0, most["quality"], money),
        "research": (0.0, most["research"], money),
        "brand": (0.0, most["brand"], money),
        "capacity": (0.0, most["capacity"], (1.0, shown.units.volume, shown.volume)),
        "brand_split": (0.0, 1.0, (0.05, "%", percent)),
    }
    held = session.untouched(slot) if before is None else before
    return [
        Knob(name, low, high, step, float(getattr(held, name)[0, slot]), unit, show)
        for name, (low, high, (step, unit, show)) in table.items()
        if rules.is_open(AGENDA_NAME.get(name, name), quarter or session.quarter)
    ]


FOLLOW, STAY, DIFFER = "follow", "stay", "differ"


def position_goals(session: Session, slot: int) -> dict[str, float]:
    """Where a product could move: to what the others sell, nowhere, or to the far side of it."""
    seen = session.seen(slot)
    others = seen.active.copy()
    others[:, slot] = False
    crowd = middle(seen.position, others)
    theirs = float(np.arctan2(crowd.mean_north[0], crowd.mean_east[0]) / (2 * np.pi)) % 1.0
    return {FOLLOW: theirs, STAY: float(seen.position[0, slot]), DIFFER: (theirs + 0.5) % 1.0}


@dataclass(frozen=True)
class BodyRow:
    """An institution as the Together panel shows it before the quarter is sent."""

    body: str
    j: int
    structure: str
    marks: tuple[str, ...]
    members: int
    kept: int
    broke: int
    dues: float
    full_cost: float
    was_member: bool
    was_effort: float | None
    pledged: float | None
    audit: float
    barred_until: int
    played: bool

    def barred(self, quarter: int) -> bool:
        """Whether the seat may not join in a quarter."""
        return self.barred_until > quarter


def body_rows(session: Session, slot: int) -> list[BodyRow]:
    """Open institutions, in panel order; `marks` are what each member was seen to do last quarter, the seat first."""
    rules, seen = session.rules, session.seen(slot)
    opened = rules.bodies_open(session.quarter)
    base = rules.dues_base(seen.price, seen.sales, seen.size)[0]
    made = []
    for j, body in enumerate(rules.bodies.names):
        if not opened[j]:
            continue
        played = session.quarter > rules.bodies.opens[j]
        member, (inside, kept) = seen.member[0, j], seen_acts(session, slot, j)
        states = [state_of(bool(inside[i]), bool(kept[i]), played) for i in _order(session, slot)]
        pledge = float(seen.pledge[0, j, slot])
        made.append(
            BodyRow(
                body=body,
                j=j,
                structure=STRUCTURES[int(seen.structure[0, j])],
                marks=tuple(states),
                members=int((member & seen.active[0]).sum()),
                kept=sum(state == KEPT for state in states),
                broke=sum(state == BROKE for state in states),
                dues=float(seen.dues[0, j] * base[j, slot]),
                full_cost=float(rules.bodies.cost[j] * rules.v0 * seen.size[0, slot]),
                was_member=bool(member[slot]),
                was_effort=float(seen.effort[0, j, slot]) if played and member[slot] else None,
                pledged=None if np.isnan(pledge) else pledge,
                audit=float(seen.audit[0, j]),
                barred_until=int(seen.barred_until[0, j, slot]),
                played=played,
            )
        )
    return made


def seen_acts(session: Session, slot: int, j: int) -> tuple[Bools, Bools]:
    """Who was in an institution and who kept, in the quarter that was played last; before it, who is in.

    Whoever has left since was in when it was seen; a newcomer in the place of a firm that closed was not.
    """
    seen = session.seen(slot)
    if not session.quarters:
        return seen.member[0, j], seen.kept[0, j]
    last = session.quarters[-1]
    same = last.seen.firm_id[0] == seen.firm_id[0]
    if session.quarter <= session.rules.bodies.opens[j]:
        return seen.member[0, j], seen.kept[0, j]
    return last.outcome.membership.member[0, j] & same, last.outcome.games.kept[0, j]


def state_of(member: bool, kept: bool, played: bool = True) -> str:
    """Kept, broke, or not in; before the first quarter of an institution its members count as in."""
    if not member:
        return ABSENT
    return KEPT if kept or not played else BROKE


def _order(session: Session, slot: int) -> list[int]:
    active = session.moment.seen.active[0]
    return [slot] + [i for i in range(len(active)) if active[i] and i != slot]


def petals(session: Session, slot: int) -> tuple[str, ...]:
    """The player's guildmark: eight petals in panel order, by last quarter's record."""
    seen = session.seen(slot)
    names = session.rules.bodies.names
    opened = session.rules.bodies_open(session.quarter)
    made = []
    for body in INSTITUTIONS:
        if body not in names or not opened[names.index(body)] or not seen.member[0, names.index(body), slot]:
            made.append("empty")
        else:
            j = names.index(body)
            played = session.quarter > session.rules.bodies.opens[j]
            made.append("full" if seen.kept[0, j, slot] or not played else "cracked")
    return (*made, *["empty"] * (8 - len(made)))


@dataclass(frozen=True)
class Scoreline:
    """What the top bar shows: cash and the two scores with their last change."""

    cash: float
    firm: float | None
    firm_change: float | None
    region: float | None
    region_change: float | None


def scoreline(session: Session, slot: int) -> Scoreline:
    """Cash and scores after the last quarter."""
    cash = float(session.seen(slot).cash[0, slot])
    past = [quarter.outcome.scores for quarter in session.quarters]
    firm = [float(scores.firm[0, slot]) for scores in past]
    region = [float(scores.region[0]) for scores in past]

    def last(values: list[float]) -> float | None:
        return values[-1] if values and not np.isnan(values[-1]) else None

    def change(values: list[float]) -> float | None:
        """In printed points, so that what is told as a change is what the figures changed by."""
        if len(values) < 2 or np.isnan(values[-1] - values[-2]):
            return None
        return float(round(values[-1]) - round(values[-2]))

    return Scoreline(cash, last(firm), change(firm), last(region), change(region))


@dataclass(frozen=True)
class LedgerLine:
    """A line of the ledger: a parent (level 0), one of its terms, or what a term is made of."""

    name: str
    level: int
    before: float | None
    value: float
    parent: str = ""


def ledger(session: Session, slot: int, quarter: int) -> list[LedgerLine]:
    """Profit as terms: every parent is the sum of the lines under it, and the parents add up to profit."""
    now = own_terms(session.rules, session.quarters[quarter - 1], slot)
    past = own_terms(session.rules, session.quarters[quarter - 2], slot) if quarter > 1 else None
    made: list[LedgerLine] = []
    for parent, names in LEDGER.items():
        lines = []
        for name in names:
            members = [term for term in now if term == name or term.startswith(f"{name}.")]
            value = sum(now[term] for term in members)
            before = sum(past[term] for term in members) if past else None
            if value or before:
                lines.append(LedgerLine(name, 1, before, value, parent))
        total_before = sum(line.before or 0.0 for line in lines) if past else None
        made.append(LedgerLine(parent, 0, total_before, sum(line.value for line in lines)))
        made += lines
    return made
