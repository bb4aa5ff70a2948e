"""Attribution: how much of a result is my own choice, the others', what was inherited, and luck. Exact.

A quarter is a function f(own decision, others' decisions, own opening stocks, common stocks, luck). Every factor is
taken as in the last quarter (off) or as in this one (on); the 32 combinations are played in the engine, and Shapley
values share out the change. Common stocks are everything that is not the firm's own: institutions, region, ties, and
the other firms. Luck is all that the quarter's weather and the calendar bring: draws, scheduled events and what is left
of earlier ones, the state of demand, institutions that open.

Before the first quarter stands an imagined one: managers decide, the stocks are the opening's, and there is no luck.

`change` shares out the change from quarter to quarter, `level` what a quarter or a path came to beyond what the firm's
manager would have made of it with ordinary luck; there the rivals respond.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from game import play
from game.engine import legal
from game.insight.luck import Calm, Fresh, without_events
from game.insight.past import blend, repeat, same_luck, sends
from game.insight.shapley import combinations, shapley
from game.insight.targets import TARGETS, figures
from game.model.decision import Decision
from game.model.record import Bools, Floats
from game.model.sheet import Sheet

FACTORS = ("own_decision", "others_decisions", "own_stocks", "common_stocks", "luck")
LEVEL_FACTORS = ("own_decision", "luck")
OWN, OTHERS, MINE, COMMON, LUCK = range(len(FACTORS))
WEATHER = ("trend", "recession_left", "event_left")
DRAWS = 32
SEED = 2_024


@dataclass(frozen=True, eq=False)
class Attribution:
    """Shares of `factors` in what moved each of `TARGETS` from `before` to `after`.

    `before` and `after` are [targets], `terms` [factors, targets]: money for profit, points for the others. The score
    is NaN where the firm has no band.
    """

    factors: tuple[str, ...]
    before: Floats
    after: Floats
    terms: Floats

    def share(self, factor: str, target: str) -> float:
        """One term."""
        return float(self.terms[self.factors.index(factor), TARGETS.index(target)])

    def inherited(self, target: str) -> float:
        """Own and common stocks together."""
        return self.share("own_stocks", target) + self.share("common_stocks", target)


def change(table: play.Table, slot: int, moments: Sequence[play.Moment], quarter: int | None = None) -> Attribution:
    """Why a played quarter (the last one) was not like the quarter before.

    `moments` are those of one game before its first quarter and after each. Luck has its own quarter: rows without this
    quarter's luck are played as of last quarter, so that with all factors off last quarter itself comes out. The score
    is taken on the band's scale of the quarter that the own stocks are of, for the scale moves on with what a firm is
    expected to have earned.

    Raises IndexError if the quarter was not played.
    """
    quarter = len(moments) - 1 if quarter is None else quarter
    if not 1 <= quarter < len(moments):
        raise IndexError(quarter)
    cells = combinations(len(FACTORS))
    values = np.empty((len(cells), len(TARGETS)))
    for lucky in (False, True):
        rows = np.flatnonzero(cells[:, LUCK] == lucky)
        values[rows] = _cells(table, slot, moments, quarter, cells[rows], lucky)
    return _attribution(FACTORS, values)


def _cells(
    table: play.Table, slot: int, moments: Sequence[play.Moment], quarter: int, cells: Bools, lucky: bool
) -> Floats:
    """Values of the cells [C, targets], all with this quarter's luck or all without."""
    on, first = moments[quarter - 1].state, quarter == 1
    off = on if first else moments[quarter - 2].state
    now = _decided(moments[quarter])
    before = _defaults(table, moments[0], slot) if first else _decided(moments[quarter - 1])
    state = blend(off, on, cells[:, COMMON], cells[:, MINE], slot, shared=("ties",))
    source = on if lucky else off
    weather = {name: np.repeat(getattr(source.region, name), len(cells), axis=0) for name in WEATHER}
    state = replace(state, quarter=source.quarter, region=replace(state.region, **weather))
    decision = blend(before, now, cells[:, OTHERS], cells[:, OWN], slot)
    rows = same_luck(table, len(cells))
    if first and not lucky:
        rows = replace(rows, rules=without_events(table.rules), chance=Calm(0, rows.chance.replicate))
    _, past = play.resolve(rows, state, decision)
    scale = np.where(cells[:, MINE], on.quarter, off.quarter)
    return figures(table.rules, state, past.outcome, slot, scale)


def _decided(moment: play.Moment) -> Decision:
    assert moment.past is not None
    return moment.past.decision


def _defaults(table: play.Table, opening: play.Moment, slot: int) -> Decision:
    """What everybody would have sent who had touched nothing."""
    stands = play.fill_in(table.rules, opening, play.propose(table, opening), {slot: Sheet()})
    return legal.correct(table.rules, opening.state, stands)


def _attribution(factors: tuple[str, ...], values: Floats) -> Attribution:
    return Attribution(factors, values[0], values[-1], shapley(values))


def level(
    table: play.Table, slot: int, moments: Sequence[play.Moment], first: int = 1, last: int | None = None
) -> Attribution:
    """What a path of quarters came to, against the same path with my manager's decisions and ordinary luck.

    Own decision off: the firm's manager and strategy decide. Luck off: the mean over 32 fresh draws, nothing scheduled.
    Scripted firms respond to what they see; seats of other people stay as recorded. `before` is what the others and
    what was there at the beginning made of it; the profit is the sum over the path, all else stands at its end. A
    single quarter is a path, too (`first` = `last`).

    Raises IndexError if a quarter of the path was not played.
    """
    last = len(moments) - 1 if last is None else last
    if not 1 <= first <= last < len(moments):
        raise IndexError((first, last))
    path = moments[first - 1 : last + 1]
    true = _paths(same_luck(table, 2), slot, path, np.array([False, True]))
    fresh = Fresh(SEED, np.tile(np.arange(DRAWS), 2))
    ordinary = replace(table, rules=without_events(table.rules), chance=fresh)
    other = _paths(ordinary, slot, path, np.repeat([False, True], DRAWS)).reshape(2, DRAWS, -1).mean(axis=1)
    return _attribution(LEVEL_FACTORS, np.concatenate([other, true]))


def _paths(table: play.Table, slot: int, path: Sequence[play.Moment], own: Bools) -> Floats:
    """The targets after a path, [C, targets]: rows with `own` play what the firm sent, the others its manager's."""
    moment, profit = repeat(path[0], len(own)), np.zeros(len(own))
    values = np.empty((len(own), len(TARGETS)))
    for played in path[1:]:
        past, state = played.past, moment.state
        assert past is not None
        moment = play.step(table, moment, sends(past, table.seats, slot, own))
        assert moment.past is not None
        scale = np.full(len(own), state.quarter)
        values = figures(table.rules, state, moment.past.outcome, slot, scale)
        profit += values[:, 0]
    values[:, 0] = profit
    return values
