"""Luck of counterfactuals: streams that no game draws from, the median of every draw, and evenly spread draws."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import cast

import numpy as np

from game.engine.chance import Chance, Lanes, Purpose, Words
from game.engine.rules import NEVER, Rules
from game.model.institutions import Research
from game.model.record import Floats, Ints
from game.model.scenario import Event

BLOCK = 256
GOLDEN = 0.6180339887498949
STILL = frozenset({Purpose.TREMBLE, Purpose.TREMBLE_TIE, Purpose.RECESSION, Purpose.ENTRY})


@dataclass(frozen=True)
class Fresh(Chance):
    """Luck for looking ahead: every purpose has a stream of its own beside those of play, whatever the seed.

    The key's purpose is 256 x FORECAST + purpose, which no draw of a game uses.
    """

    def words(
        self, purpose: Purpose, quarter: int, firm: Ints | None = None, other: Ints | None = None, lane: Lanes = 0
    ) -> Words:
        return super().words(cast("Purpose", BLOCK * Purpose.FORECAST + purpose), quarter, firm, other, lane)


@dataclass(frozen=True)
class Calm(Chance):
    """No luck at all: every normal draw is 0 and every uniform draw 1/2, so what is less likely than not stays out."""

    def uniform(
        self, purpose: Purpose, quarter: int, firm: Ints | None = None, other: Ints | None = None, lane: Lanes = 0
    ) -> Floats:
        return np.full(_shape(len(self.replicate), firm, lane), 0.5)

    def normal(
        self, purpose: Purpose, quarter: int, firm: Ints | None = None, other: Ints | None = None, lane: Lanes = 0
    ) -> Floats:
        return np.zeros(_shape(len(self.replicate), firm, lane))


@dataclass(frozen=True)
class Even(Calm):
    """Calm luck in which chances still count: events of chance p happen in about p of all quarters, evenly spread.

        u(t, k) = frac(u_0 + g (t + `length` k)),   g = (sqrt 5 - 1)/2

    for quarter t and replicate k; u_0 is drawn once for purpose, firm and lane. The golden ratio's steps leave the
    smallest gaps (Niederreiter 1992, Random Number Generation and Quasi-Monte Carlo Methods, ch. 3), so that a dozen
    quarters come near the expected fines, scandals and successes. Demand is ordinary and nobody's hand slips; draws of
    the purposes in `still` are 1/2.
    """

    length: int = 12
    still: frozenset[Purpose] = STILL

    def uniform(
        self, purpose: Purpose, quarter: int, firm: Ints | None = None, other: Ints | None = None, lane: Lanes = 0
    ) -> Floats:
        if purpose in self.still:
            return super().uniform(purpose, quarter, firm, other, lane)
        if other is None and (firm is None or bool((firm == firm[:1]).all())):
            which, place = self._draws  # rows of one draw with the same firms are alike
            return self._spread(purpose, quarter, which, None if firm is None else firm[:1], None, lane)[place]
        return self._spread(purpose, quarter, self.replicate, firm, other, lane)

    @cached_property
    def _draws(self) -> tuple[Ints, Ints]:
        """The different draws among the rows, and which of them each row has."""
        which, place = np.unique(self.replicate, return_inverse=True)
        return which, place.astype(np.int64)

    def _spread(
        self, purpose: Purpose, quarter: int, draw: Ints, firm: Ints | None, other: Ints | None, lane: Lanes
    ) -> Floats:
        start = Fresh(self.seed, np.zeros(1 if firm is None else len(firm), dtype=np.int64))
        first = start.uniform(purpose, 0, firm, other, lane)
        steps = GOLDEN * (quarter + self.length * draw)
        made: Floats = first + steps.reshape(-1, *(1,) * (first.ndim - 1))
        return made - np.floor(made)


def _shape(rows: int, firm: Ints | None, lane: Lanes) -> tuple[int, ...]:
    """Shape of a draw, as `Chance.words` gives it."""
    after = () if firm is None else firm.shape[1:]
    return (rows, *after) if isinstance(lane, int) else (rows, len(lane), *after)


def without_events(rules: Rules) -> Rules:
    """The rules with nothing scheduled; events that run already go on."""
    return _keeping(rules, lambda _: False)


def as_told(rules: Rules, quarter: int) -> Rules:
    """The rules with the events that people have heard of when they decide on a quarter.

    These are the events of earlier quarters, and those of this quarter that are announced.
    """
    return _keeping(rules, lambda event: event.quarter < quarter or (event.quarter == quarter and event.announced))


def steady(rules: Rules) -> Rules:
    """The rules without events and without the luck of campaigns and products, so that pooling it brings nothing.

    With `SUCCESS` still (see `Even`) no product succeeds by luck: what research does for costs and quality remains.
    """
    scenario = without_events(rules).scenario
    calm = scenario.model_copy(update={"brands": scenario.brands.model_copy(update={"campaign_luck": 0.0})})
    tables = tuple(
        table.model_copy(update={"pooling": 0.0}) if isinstance(table, Research) else table
        for table in rules.bodies.tables
    )
    return replace(rules, scenario=calm, bodies=replace(rules.bodies, tables=tables))


def _keeping(rules: Rules, keeps: Callable[[Event], bool]) -> Rules:
    """Events keep their places, for the state counts their quarters; those left out never begin."""
    events = [event if keeps(event) else event.model_copy(update={"quarter": NEVER}) for event in rules.scenario.events]
    return replace(rules, scenario=rules.scenario.model_copy(update={"events": events})) if events else rules
