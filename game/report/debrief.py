"""The debrief of one game, from its record: turning points, the band, and what each firm was seen to do."""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from game.engine.scores import bend
from game.model.band import FREE_RIDE, Band
from game.report.causes import (
    PRICE_LEAPT,
    Cause,
    begun_event,
    cause_of,
    most_broken,
    own_step,
    price_cause,
    price_move,
)
from game.session.session import Quarter, Session

MOST_POINTS = 5
BRAND_STEP = 0.02
PARTED = 2.0


@dataclass(frozen=True)
class TurningPoint:
    """A quarter after which the game went another way: what happened, and how the two scores moved."""

    quarter: int
    cause: Cause
    firm: float
    region: float


def turning_points(session: Session, slot: int) -> list[TurningPoint]:
    """The quarters in which the scores moved most, at most five, in order; each with the plainest reason."""
    quarters = session.quarters
    found = []
    for before, now in pairwise(quarters):
        firm = _points(now, slot) - _points(before, slot)
        region = float(now.outcome.scores.region[0] - before.outcome.scores.region[0])
        found.append(
            TurningPoint(now.number, _turn(session, before, now, slot), 0.0 if np.isnan(firm) else firm, region)
        )
    best = sorted(found, key=lambda point: -(abs(point.firm) + abs(point.region)))[:MOST_POINTS]
    return sorted(best, key=lambda point: point.quarter)


def _points(quarter: Quarter, slot: int) -> float:
    return float(quarter.outcome.scores.firm[0, slot])


def _turn(session: Session, before: Quarter, now: Quarter, slot: int) -> Cause:
    """Leaps of the own price, joining and leaving, then where score and profit part, events, effort, what many did."""
    if abs(price_move(before, now, slot)) >= PRICE_LEAPT:
        return price_cause(before, now, slot)
    own = own_step(session.rules, before, now, slot)
    if own is not None and own.code in {"you-join", "you-leave"}:
        return own
    firm = _points(now, slot) - _points(before, slot)
    profit = float(now.outcome.money.profit[0, slot] - before.outcome.money.profit[0, slot])
    gain = profit > 0
    if abs(firm) >= PARTED and (firm > 0) != gain:
        return Cause("others-gained" if gain else "others-lost")
    event = begun_event(session.rules, now, gain)
    if event:
        return Cause("event", event)
    if own is not None:
        return own
    return _shared_turn(session, before, now, slot)


def _shared_turn(session: Session, before: Quarter, now: Quarter, slot: int) -> Cause:
    """What happened to all: a recession, broken or mended promises, an opening, the brand; else what moved profit."""
    if now.outcome.weather.recession_begun[0]:
        return Cause("recession")
    old, new = most_broken(session.rules, before), most_broken(session.rules, now)
    if new is not None and (old is None or new[1] > old[1] + 1):
        return Cause("strain", new[0], {"broke": new[1], "members": new[2]})
    if old is not None and new is None:
        return Cause("mended", old[0], {"members": old[2]})
    opened = [body for j, body in enumerate(session.rules.bodies.names) if session.rules.bodies.opens[j] == now.number]
    if opened:
        return Cause("opens", opened[0])
    brand = float(now.outcome.scores.parts[0, 1] - before.outcome.scores.parts[0, 1]) / 100
    if abs(brand) >= BRAND_STEP:
        return Cause("brand-up" if brand > 0 else "brand-down", numbers={"points": 100 * abs(brand)})
    return cause_of(session.rules, before, now, slot)


@dataclass(frozen=True)
class Mark:
    """A plan on the band: its score after the last quarter played."""

    plan: str
    score: float


def score_of(band: Band, worth: float, quarter: int) -> float:
    """The score of a firm that is worth so much after a quarter."""
    anchors = band.anchors()
    place = min(quarter, len(anchors.low)) - 1
    low, high = anchors.low[place], anchors.high[place]
    return 100 * float(bend(np.array((worth - low) / (high - low))))


def band_marks(band: Band, quarter: int) -> list[Mark]:
    """Scores that the fixed plans would have after a quarter (medians), the free rider's first."""
    place = min(quarter, len(band.none_keep)) - 1
    marks = [Mark(name, score_of(band, values[place], quarter)) for name, values in band.worth.items()]
    return sorted(marks, key=lambda mark: (mark.plan != FREE_RIDE, mark.score))


@dataclass(frozen=True)
class Conduct:
    """What a firm was seen to do: quarters kept of quarters in, over all institutions, and its profit by size."""

    slot: int
    kept: int
    quarters: int
    profit: float


def conducts(session: Session) -> list[Conduct]:
    """Conduct of every firm that was there at the end, by slot."""
    made = []
    for slot in np.flatnonzero(session.moment.seen.active[0]):
        kept = sum(int(quarter.outcome.games.kept[0, :, slot].sum()) for quarter in session.quarters)
        inside = sum(int(quarter.outcome.membership.member[0, :, slot].sum()) for quarter in session.quarters)
        profit = sum(float(quarter.outcome.money.profit[0, slot]) for quarter in session.quarters) / float(
            session.moment.seen.size[0, slot]
        )
        made.append(Conduct(int(slot), kept, inside, profit / max(len(session.quarters), 1)))
    return made
