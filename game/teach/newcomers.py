"""Newcomers: what people do who have read nothing, as short rules from what a seat sees to the sheet it sends.

They stand for the profiles that a class really has, and show whether a scenario rewards thinking: none of them should
be best everywhere, and the best should be clearly better than the worst. They see what a player sees: their own
pictures, and where their sliders stand.
"""

from abc import ABC, abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from game import play
from game.engine.chance import Purpose
from game.engine.legal import limits
from game.engine.rules import Rules
from game.insight.forecast import MIDDLE, preview
from game.insight.guess import Known, begin, see
from game.insight.luck import Fresh
from game.model.observation import Observation
from game.model.sheet import Sheet

SEED = 20_240_802
EFFORT = "effort"
PRICES = (0.8, 2.2)  # where the slider ends
FINE = 0.05  # step of efforts
CUT, LEAST_MARGIN = 0.95, 1.02  # of the free rider's price: under the middle of the others, above its unit cost
STEP = {"price": 0.05, EFFORT: 0.25}  # of the profit chaser, as a share of the price and of full effort
SPENT = 0.3  # its step of money and capacity, as a share of where they stand


@dataclass(frozen=True)
class Control:
    """Something that can be set: an own decision, or the effort in a `body`; where it stands, and its ends."""

    field: str
    body: str
    stands: float
    low: float
    high: float

    def at(self, value: float) -> Sheet:
        """A sheet that changes this alone."""
        held = min(max(value, self.low), self.high)
        return Sheet(effort={self.body: held}) if self.field == EFFORT else Sheet.model_validate({self.field: held})


@dataclass(frozen=True, eq=False)
class Sitting:
    """A seat before a quarter: pictures so far, where its sliders stand now, and what it sent and stood at before.

    `known` is what its screen may reckon with, for who reads estimates.
    """

    rules: Rules
    slot: int
    replicate: int
    pictures: tuple[Observation, ...]
    stands: Sheet
    sent: tuple[Sheet, ...] = ()
    stood: tuple[Sheet, ...] = ()
    known: Known | None = None

    @property
    def seen(self) -> Observation:
        """The latest picture."""
        return self.pictures[-1]

    @property
    def quarter(self) -> int:
        """The coming quarter."""
        return self.seen.quarter

    @property
    def open(self) -> tuple[str, ...]:
        """Institutions that are open."""
        return tuple(self.stands.effort)

    def controls(self) -> tuple[Control, ...]:
        """What can be set now: own decisions that are open, then efforts."""
        ends = {
            name: (float(low[0, self.slot]), float(high[0, self.slot]))
            for name, (low, high) in limits(self.rules, self.seen.size).items()
        } | {"price": PRICES}
        own = (name for name in play.OWN_FIELDS if getattr(self.stands, name) is not None)
        made = [Control(name, "", float(getattr(self.stands, name)), *ends[name]) for name in own]
        return (*made, *(Control(EFFORT, body, stands, 0.0, 1.0) for body, stands in self.stands.effort.items()))

    def others(self) -> list[int]:
        """Slots of the neighbours."""
        return [int(slot) for slot in np.flatnonzero(self.seen.active[0]) if slot != self.slot]


class Newcomer(ABC):
    """One way to play without thinking much. Nothing is remembered but what a `Sitting` holds."""

    name: ClassVar[str]
    reads: ClassVar[bool] = False  # whether it looks at estimates

    @abstractmethod
    def decide(self, at: Sitting) -> Sheet:
        """The sheet for the coming quarter."""


class Idler(Newcomer):
    """Ends every quarter without a change."""

    name = "idler"

    def decide(self, at: Sitting) -> Sheet:
        return Sheet()


class Copycat(Newcomer):
    """Does what the neighbour with the highest revenue for its size was seen to do: price and efforts.

    Profits are not public; where prices are not shared, sales count.
    """

    name = "copycat"

    def decide(self, at: Sitting) -> Sheet:
        seen, others = at.seen, at.others()
        if at.quarter == 1 or not others:
            return Sheet()
        shared = at.rules.scenario.information.prices == "shared"
        taken = seen.sales[0] * (seen.price[0] if shared else 1.0) / seen.size[0]
        best = max(others, key=lambda slot: float(taken[slot]))
        effort = {
            body: FINE * round(float(seen.observed[0, j, best]) / FINE)
            for j, body in enumerate(at.rules.bodies.names)
            if body in at.open and at.rules.bodies.opens[j] < at.quarter
        }
        price = float(np.clip(seen.price[0, best], *PRICES)) if shared and at.stands.price is not None else None
        return Sheet(price=price, effort={body: min(held, 1.0) for body, held in effort.items()})


class ProfitChaser(Newcomer):
    """Changes one thing a quarter: goes on while profit rises, takes back what lowered it and tries the next thing."""

    name = "profit_chaser"

    def decide(self, at: Sitting) -> Sheet:
        controls = at.controls()
        last = self._last(at)
        if last is None:
            return self._try(at, controls)
        control, before, after = last
        rose = float(at.seen.profit[0, at.slot]) > float(at.pictures[-2].profit[0, at.slot])
        if not rose:
            return control.at(before)
        further = control.at(control.stands + after - before)
        return further if further != control.at(control.stands) else self._try(at, controls)

    def _last(self, at: Sitting) -> tuple[Control, float, float] | None:
        """What was tried last quarter, and its values before and after; None if nothing was, or it was taken back."""
        if len(at.pictures) < 3:
            return None
        for control in at.controls():
            past = [_value(sheet, control) for sheet in (*at.stood[-2:], at.stands)]
            if len(past) == 3 and past[1] is not None and past[2] is not None and past[1] != past[2]:
                returned = past[0] is not None and abs(past[0] - past[2]) < 1e-9
                return None if returned else (control, past[1], past[2])
        return None

    def _try(self, at: Sitting, controls: tuple[Control, ...]) -> Sheet:
        if not controls:
            return Sheet()
        control = controls[at.quarter // 2 % len(controls)]
        step = STEP.get(control.field, SPENT) * (1.0 if control.field == EFFORT else control.stands)
        up = control.at(control.stands + step)
        return up if up != control.at(control.stands) else control.at(control.stands - step)


def _value(sheet: Sheet, control: Control) -> float | None:
    if control.field == EFFORT:
        return sheet.effort.get(control.body)
    held: float | None = getattr(sheet, control.field)
    return held


class GoodCitizen(Newcomer):
    """Full effort in everything, pledged and kept; the price as it is."""

    name = "good_citizen"

    def decide(self, at: Sitting) -> Sheet:
        full = dict.fromkeys(at.open, 1.0)
        pledged = full if at.rules.is_open("pledges", at.quarter) else {}
        return Sheet(join=dict.fromkeys(at.open, True), effort=full, pledge=pledged)


class FreeRider(Newcomer):
    """No effort anywhere, and a price under the middle of the others', though never below cost."""

    name = "free_rider"

    def decide(self, at: Sitting) -> Sheet:
        none, others = dict.fromkeys(at.open, 0.0), at.others()
        if at.stands.price is None or not others:
            return Sheet(effort=none)
        shared = at.rules.scenario.information.prices == "shared"
        asked = float(np.median(at.seen.price[0, others])) if shared else at.stands.price
        least = LEAST_MARGIN * float(at.seen.unit_cost[0, at.slot])
        return Sheet(price=float(np.clip(max(CUT * asked, least), *PRICES)), effort=none)


class Explorer(Newcomer):
    """Sets one thing, drawn by lot, anywhere between its ends."""

    name = "explorer"

    def decide(self, at: Sitting) -> Sheet:
        controls = at.controls()
        if not controls:
            return Sheet()
        luck = Fresh(SEED, np.array([at.replicate], dtype=np.int64))
        which, where = (float(luck.uniform(Purpose.STRATEGY, at.quarter, lane=lane)[0]) for lane in (0, 1))
        control = controls[int(which * len(controls))]
        return control.at(control.low + where * (control.high - control.low))


class Reader(Newcomer):
    """Tries a handful of changes and sends the one with the highest estimate of the coming quarter's profit."""

    name = "reader"
    reads = True

    def decide(self, at: Sitting) -> Sheet:
        assert at.known is not None
        tried = list(self._tries(at))
        estimates = [float(preview(at.known, sheet).bands["profit"][0, MIDDLE]) for sheet in tried]
        return tried[int(np.argmax(estimates))]

    def _tries(self, at: Sitting) -> Iterator[Sheet]:
        yield Sheet()
        if at.stands.price is not None:
            for step in (STEP["price"], -STEP["price"]):
                yield Sheet(price=float(np.clip(at.stands.price * (1 + step), *PRICES)))
        if at.open:
            for effort in (1.0, 0.0):
                yield Sheet(effort=dict.fromkeys(at.open, effort))


NEWCOMERS: tuple[Newcomer, ...] = (
    Idler(),
    Copycat(),
    ProfitChaser(),
    GoodCitizen(),
    FreeRider(),
    Explorer(),
    Reader(),
)


def learn(known: Known | None, rules: Rules, slot: int, picture: Observation) -> Known:
    """What the seat's screen may reckon with after one more picture."""
    return begin(rules, slot, (slot,), picture) if known is None else see(known, picture)
