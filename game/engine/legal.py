"""What a firm may send: impossible decisions are corrected by a written rule, and every correction is reported."""

from dataclasses import dataclass, replace

import numpy as np

from game.engine.rules import Rules
from game.engine.town_hall import possible
from game.engine.variety import on_circle
from game.model.decision import Decision
from game.model.record import AnyArray, Bools, Floats, Ints, lock
from game.model.state import FirmStocks, State
from game.model.town import KINDS, VALUES, WHOLE

PRICE = (0.2, 6.0)
MOST_SPENDING = 4.0
CAPACITY = (5.0, 300.0)
# Of the kinds of motions, in their order.
LOWEST, HIGHEST = (np.array([VALUES[name][end] for name in KINDS]) for end in (0, 1))
IS_WHOLE = np.array([name in WHOLE for name in KINDS])


@dataclass(frozen=True)
class Correction:
    """One decision of one firm that was changed: what was sent and what counts instead."""

    slot: int
    field: str
    body: str
    sent: float
    used: float


def limits(rules: Rules, size: Floats) -> dict[str, tuple[Floats, Floats]]:
    """Lowest and highest value of every own decision, [R, N] each: prices, money amounts by size, capacity by size."""
    unit = rules.v0 * size
    none = np.zeros_like(size)
    spending = {name: (none, MOST_SPENDING * base * unit) for name, base in rules.ordinary_spending.items()}
    return {
        "price": (none + PRICE[0], none + PRICE[1]),
        **spending,
        "brand_split": (none, none + 1.0),
        "capacity": (CAPACITY[0] * size, CAPACITY[1] * size),
        "position": (none, none + 1.0),
    }


def carried_over(firms: FirmStocks) -> dict[str, Floats]:
    """Own decisions of last quarter by name, which stand until they are changed, [R, N]."""
    return {
        "price": firms.price,
        "quality": firms.quality_spending,
        "research": firms.research_spending,
        "brand": firms.brand_spending,
        "brand_split": firms.brand_split,
        "capacity": firms.capacity_goal,
        "position": firms.position,
    }


def correct(rules: Rules, state: State, decision: Decision) -> Decision:
    """The nearest possible decision: amounts within limits, efforts, pledges and acts in [0, 1], targets that exist.

    A number that is not finite falls back on last quarter's. Nobody can want itself or the same partner twice. Inactive
    slots decide nothing.
    """
    firms = state.firms
    before = carried_over(firms)
    made: dict[str, AnyArray] = {}
    for name, (low, high) in limits(rules, firms.size).items():
        made[name] = np.clip(_finite(getattr(decision, name), before[name]), low, high)
    made["position"] = on_circle(made["position"])
    made["effort"] = np.clip(_finite(decision.effort, state.bodies.effort), 0.0, 1.0)
    made["pledge"] = np.clip(decision.pledge, 0.0, 1.0)
    made["act"] = np.clip(_finite(decision.act, state.ties.act), 0.0, 1.0)
    made["join"] = decision.join & firms.active[:, None, :]
    made["motion"], made["motion_value"] = _motions(rules, state, decision)
    made["vote"] = np.clip(decision.vote, 0.0, 1.0)
    made["call"] = decision.call & firms.active & rules.is_open("town_hall", state.quarter)
    made["complaint"] = _targets(decision.complaint, rules.slots)
    made["partners"] = _partners(decision.partners, rules.slots)
    if not rules.is_open("pledges", state.quarter):
        made["pledge"] = np.full_like(decision.pledge, np.nan)
    if not rules.is_open("complaints", state.quarter):
        made["complaint"] = np.full_like(decision.complaint, -1)
    return lock(replace(decision, **made))


def _finite(sent: Floats, before: Floats) -> Floats:
    finite = np.isfinite(sent)
    return sent if finite.all() else np.where(finite, sent, before)


def _motions(rules: Rules, state: State, decision: Decision) -> tuple[Ints, Floats]:
    """Motions that can be put, and the nearest value that may be asked for, both [R, N].

    Places and counts are whole numbers.
    """
    kind = possible(rules, state, decision)
    place = np.maximum(kind, 0)
    low, high = LOWEST[place], HIGHEST[place]
    asked = np.where(np.isfinite(decision.motion_value), decision.motion_value, low)
    asked = np.where(IS_WHOLE[place], np.rint(asked), asked)
    return kind, np.clip(asked, low, high)


def _targets(slot: Ints, slots: int) -> Ints:
    return np.where((slot >= 0) & (slot < slots), slot, -1) if _strange(slot, slots).any() else slot


def _strange(slot: Ints, slots: int) -> Bools:
    """What is neither a slot nor -1."""
    made: Bools = (slot < -1) | (slot >= slots)
    return made


def _partners(wanted: Ints, slots: int) -> Ints:
    """Wanted partners without oneself, strangers to the list and repeats (the first of equals stays)."""
    wrong = _strange(wanted, slots) | (wanted == np.arange(slots)[:, None])
    made = np.where(wrong, -1, wanted) if wrong.any() else wanted
    lists = np.moveaxis(made, -1, 0).copy()  # one place of all firms after the other
    found = False
    for late in range(1, len(lists)):
        repeated = (lists[:late] == lists[late]).any(axis=0) & (lists[late] >= 0)
        if repeated.any():
            lists[late][repeated], found = -1, True
    return np.ascontiguousarray(np.moveaxis(lists, 0, -1)) if found else made


def corrections(rules: Rules, sent: Decision, used: Decision, row: int, slot: int) -> list[Correction]:
    """What was changed in the decisions of one seat, to be told to whoever sent them."""
    found = []
    for name in ("price", "quality", "research", "brand", "brand_split", "capacity", "position"):
        one, other = float(getattr(sent, name)[row, slot]), float(getattr(used, name)[row, slot])
        if one != other:
            found.append(Correction(slot, name, "", one, other))
    one, other = int(sent.motion[row, slot]), int(used.motion[row, slot])
    if one != other:
        found.append(Correction(slot, "motion", "", one, other))
    for name in ("effort", "pledge"):
        for j, body in enumerate(rules.bodies.names):
            one, other = float(getattr(sent, name)[row, j, slot]), float(getattr(used, name)[row, j, slot])
            if one != other and not (np.isnan(one) and np.isnan(other)):
                found.append(Correction(slot, name, body, one, other))
    return found
