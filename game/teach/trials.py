"""An institution tried out: whole games in which a seat, and all the others, keep, break or stay out of it.

A firm that keeps is a member with an effort of 1, one that breaks a member with an effort of 0, from the quarter in
which the institution opens to the end; all else is left to managers and strategies. An arm is what the seat does and
what the others do; all arms of an institution are rows of one batch and share their luck. A firm's worth in an arm is
what the score counts, for each quarter in which the institution was open:

    V = (sum of discounted profits + closing stocks) / sum_t d^t,   t from its opening on

What all firms do together is tried in arms of its own, in which every tie is kept: partners who answer a breach in the
institution by a breach between two would else save so much that the institution itself could not be seen.

Arms are compared game by game: a difference is at most its mean plus Z standard errors.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

import numpy as np

from game import play
from game.engine.rules import NEVER, compile_rules
from game.insight.stage_game import TIE
from game.model.decision import Decision
from game.model.record import AnyArray, Floats, Ints, lock
from game.model.scenario import Scenario
from game.rivals.difficulty import NORMAL, handicap

Z = 3.0


class Part(StrEnum):
    """What a firm does in an institution; `AS_IS` is what it would do anyway."""

    KEEP = "keep"
    BREAK = "break"
    OUT = "out"
    AS_IS = "as_is"


OTHERS = (Part.AS_IS, Part.KEEP, Part.BREAK)
PARTS = (Part.KEEP, Part.BREAK, Part.OUT)
ARMS = tuple((mine, others) for mine in PARTS for others in OTHERS)
TOGETHER = tuple((part, part) for part in PARTS)  # and once more for all firms, with ties as they are when all is well


@dataclass(frozen=True, eq=False)
class Trial:
    """An institution at a seat, each game by itself [G].

    `own` is the seat's V by arm (what the seat does, what the others do); `all` the sum of V over all firms and
    `region` the region score at the end, by what all do together. `ordinary` are the mean profits of the seat and of
    all firms together, as sizes.
    """

    body: str
    slot: int
    own: dict[tuple[Part, Part], Floats]
    all: dict[Part, Floats]
    region: dict[Part, Floats]
    ordinary: tuple[float, float]

    @property
    def temptation(self) -> float:
        """The most that breaking brings the seat over keeping, whatever the others do, as a share of its profit."""
        gains = [_mean(self._more(Part.BREAK, Part.KEEP, others)) for others in OTHERS]
        return max(gains) / self.ordinary[0]

    @property
    def tempts(self) -> bool:
        """Whether breaking may pay by more than a tie, under some conduct of the others."""
        return any(self._pays(Part.BREAK, Part.KEEP, others) for others in OTHERS)

    @property
    def wanted(self) -> bool:
        """Whether being in it, keeping or breaking, may pay the seat by more than a tie under some conduct."""
        return any(self._pays(mine, Part.OUT, others) for mine in (Part.KEEP, Part.BREAK) for others in OTHERS)

    @property
    def joining(self) -> float:
        """The most that being in it brings the seat over staying out, as a share of its profit."""
        gains = [_mean(self._more(mine, Part.OUT, held)) for mine in (Part.KEEP, Part.BREAK) for held in OTHERS]
        return max(gains) / self.ordinary[0]

    def helps(self, without: Part = Part.BREAK) -> bool:
        """Whether all firms together may be better off, by more than a tie, if all keep than if none does.

        The region is no measure of this: effort of any kind holds a cluster together, so it gains from the most
        useless institution, too.
        """
        return _most(self.all[Part.KEEP] - self.all[without]) > TIE * self.ordinary[1]

    def help(self, without: Part = Part.BREAK) -> tuple[float, float]:
        """What all keeping brings: the share of the profit of all firms together, and points of the region score."""
        firms = self.all[Part.KEEP] - self.all[without]
        points = self.region[Part.KEEP] - self.region[without]
        return _mean(firms) / self.ordinary[1], _mean(points)

    def _more(self, one: Part, other: Part, others: Part) -> Floats:
        made: Floats = self.own[one, others] - self.own[other, others]
        return made

    def _pays(self, one: Part, other: Part, others: Part) -> bool:
        return _most(self._more(one, other, others)) > TIE * self.ordinary[0]


def _mean(values: Floats) -> float:
    return float(values.mean())


def _most(values: Floats) -> float:
    """The highest mean that these games leave possible."""
    return float(values.mean() + Z * values.std(ddof=1) / np.sqrt(len(values)))


def tried(scenario: Scenario) -> tuple[str, ...]:
    """Institutions that open in time to be tried: at least one quarter has to follow."""
    bodies = compile_rules(scenario).bodies
    last = scenario.quarters.max
    return tuple(
        name for name, opens in zip(bodies.names, bodies.opens, strict=True) if opens < NEVER and opens < max(last, 2)
    )


def steps(scenario: Scenario, slot: int, games: int, seed: int) -> Iterator[Trial]:
    """One institution after the other at a seat; at least two games."""
    rules = compile_rules(scenario)
    ids = np.tile(np.arange(games), len(ARMS + TOGETHER))
    table = play.set_table(rules, seed, ids, (slot,), handicap(scenario, NORMAL, (slot,)))
    for body in tried(scenario):
        yield _try(table, rules.bodies.names.index(body), slot, games)


def _try(table: play.Table, body: int, slot: int, games: int) -> Trial:
    """Play all arms of an institution, arm by arm the rows [arms x G]."""
    rules, moment = table.rules, play.start(table)
    opens, last = int(rules.bodies.opens[body]), rules.scenario.quarters.max
    opening = moment.state.firms.value
    mine, theirs = (np.repeat([arm[side] for arm in ARMS + TOGETHER], games) for side in (0, 1))
    together = np.arange(len(mine)) >= len(ARMS) * games
    profit: list[Floats] = []

    def send(now: play.Moment, proposed: Decision) -> Decision:
        if now.state.quarter < opens:
            return proposed
        act = np.where(together[:, None, None], 1.0, proposed.act)
        return _put(replace(proposed, act=act), body, slot, mine, theirs)

    for _ in range(last):
        moment = play.step(table, moment, send)
        assert moment.past is not None
        profit.append(moment.past.outcome.money.profit)
    assert moment.past is not None
    scores = moment.past.outcome.scores
    discount = float(rules.scenario.finance.discount)
    worth = (scores.worth - opening) / sum(discount ** (quarter - 1) for quarter in range(opens, last + 1))
    shape = (len(ARMS + TOGETHER), games)
    own, everyone, region = (held.reshape(shape) for held in (worth[:, slot], worth.sum(axis=-1), scores.region))
    ordinary = np.mean(profit, axis=(0, 1))
    return Trial(
        body=rules.bodies.names[body],
        slot=slot,
        own=dict(zip(ARMS, own[: len(ARMS)], strict=True)),
        all=dict(zip(PARTS, everyone[len(ARMS) :], strict=True)),
        region=dict(zip(PARTS, region[len(ARMS) :], strict=True)),
        ordinary=(abs(float(ordinary[slot])), abs(float(ordinary.sum()))),
    )


def _put(proposed: Decision, body: int, slot: int, mine: AnyArray, theirs: AnyArray) -> Decision:
    """All decisions with every row's arm in place."""
    effort, join = proposed.effort.copy(), proposed.join.copy()
    firms = np.arange(effort.shape[-1])
    others: Ints = firms[firms != slot]
    for side, who in ((mine, firms[[slot]]), (theirs, others)):
        for part in PARTS:
            where = np.ix_(np.flatnonzero(side == part), np.array([body]), who)
            effort[where] = float(part is Part.KEEP)
            join[where] = part is not Part.OUT
    return lock(replace(proposed, effort=effort, join=join))


def by_body(trials: Sequence[Trial]) -> dict[str, list[Trial]]:
    """The trials of all seats by institution, in the order of the scenario."""
    made: dict[str, list[Trial]] = {}
    for trial in trials:
        made.setdefault(trial.body, []).append(trial)
    return made
