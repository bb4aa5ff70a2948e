"""The firm beside its neighbours, with no more than a seat may know of them.

Prices and sales are public, profits are not: until the game is over neighbours are compared by revenue, and where
prices are not shared by units sold; profits of others stand in the debrief alone. One rule for one player and for a
class.
"""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from game.model.observation import Observation, seat
from game.report.names import firm_names
from game.session.session import Quarter, Session
from game.wording.words import Words

ABSENT = float("nan")


class Yardstick(StrEnum):
    """What firms are compared by."""

    PROFIT = "profit"
    REVENUE = "revenue"
    SALES = "sales"


@dataclass(frozen=True)
class Comparison:
    """A figure of all firms by quarter, as if each had the seat's size; NaN where a firm was not there.

    `others` are by firm id, `middle` is their median.
    """

    by: Yardstick
    own: tuple[float, ...]
    others: dict[int, tuple[float, ...]]
    middle: tuple[float, ...]


def yardstick(session: Session) -> Yardstick:
    """What a seat may compare firms by now."""
    if session.finished:
        return Yardstick.PROFIT
    shared = session.setup.scenario.information.prices == "shared"
    return Yardstick.REVENUE if shared else Yardstick.SALES


def own_profits(session: Session, slot: int) -> list[float]:
    """The seat's own profit by quarter."""
    return [float(quarter.outcome.money.profit[0, slot]) for quarter in session.quarters]


def comparison(session: Session, slot: int) -> Comparison:
    """All firms that were there in some quarter, by what the seat may know of them."""
    by = yardstick(session)
    after = [seat(seen, slot) for seen in [quarter.seen for quarter in session.quarters[1:]] + [session.moment.seen]]
    rows = [_by_firm(quarter, seen, slot, by) for quarter, seen in zip(session.quarters, after, strict=False)]
    own = int(session.moment.seen.firm_id[0, slot])
    ids = sorted({number for row in rows for number in row} - {own})
    lines = {number: tuple(row.get(number, ABSENT) for row in rows) for number in ids}
    middle = tuple(_median([line[place] for line in lines.values()]) for place in range(len(rows)))
    return Comparison(by, tuple(row[own] for row in rows), lines, middle)


def _by_firm(quarter: Quarter, after: Observation, slot: int, by: Yardstick) -> dict[int, float]:
    """The figure of one quarter by firm id; a firm that closed at its end is not in the picture after it."""
    there = quarter.seen.active[0] & after.active[0] & (quarter.seen.firm_id[0] == after.firm_id[0])
    figures = {
        Yardstick.PROFIT: lambda: quarter.outcome.money.profit[0],
        Yardstick.REVENUE: lambda: after.price[0] * after.sales[0],
        Yardstick.SALES: lambda: after.sales[0],
    }[by]()
    alike = figures / quarter.seen.size[0] * quarter.seen.size[0, slot]
    return {int(quarter.seen.firm_id[0, i]): float(alike[i]) for i in np.flatnonzero(there)}


def _median(values: list[float]) -> float:
    known = [value for value in values if not np.isnan(value)]
    return float(np.median(known)) if known else ABSENT


def names_by_firm(words: Words, session: Session) -> dict[int, str]:
    """Names of all firms that were there in some quarter, by firm id."""
    made: dict[int, str] = {}
    for seen in [quarter.seen for quarter in session.quarters] + [session.moment.seen]:
        made |= dict(zip(map(int, seen.firm_id[0]), firm_names(words, session, seen), strict=True))
    return made
