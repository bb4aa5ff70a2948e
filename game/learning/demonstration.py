"""Demonstrations: an idea played in a tiny village, three quarters or less, on the engine itself.

Everything that the player could do is played at once, as rows of one batch on the same luck, so that beside what came
stands what would have come otherwise. Nothing about the outcome is written down anywhere: sentences are chosen by the
figures.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import product
from typing import Literal, NamedTuple

import numpy as np

from game import play
from game.engine.observe import observe
from game.engine.rules import Rules, compile_rules
from game.model.decision import Decision
from game.model.record import AnyArray, Floats, lock
from game.model.scenario import Scenario
from game.play import Moment

YOU = 0
SEED = 11
Measure = Literal["profit", "others", "knowledge", "awareness"]


@dataclass(frozen=True)
class Act:
    """What firms do in a quarter where it is not left to their managers and strategies.

    `effort` in every institution, `pledge` for the next quarter (NaN says nothing), `price` and `research` as multiples
    of what the manager would choose.
    """

    name: str
    effort: float | None = None
    pledge: float | None = None
    price: float = 1.0
    research: float = 1.0


LEFT = Act("left")


@dataclass(frozen=True)
class Round:
    """A quarter of a demonstration: what the others do in it, or the first `few` of them while the rest do `rest`.

    `opening` are stocks and by-laws that are set before the first quarter, by dotted path in the State, for everybody.
    """

    name: str
    others: Act = LEFT
    few: int | None = None
    rest: Act = LEFT
    opening: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True)
class Course:
    """What you and the others do, quarter by quarter; `name` where it is a course that the player does not choose."""

    mine: tuple[Act, ...]
    others: tuple[Round, ...]
    name: str = ""


@dataclass(frozen=True)
class Demonstration:
    """An idea to be tried.

    Rounds follow each other, or (`afresh`) each is the same opening again under other circumstances, for as many
    `quarters`. `references` are courses shown for comparison. `lucks` is over how many draws of luck the figures are
    means. What others do is an answer to what they have seen, so it is read a quarter `later`; the last choice is then
    repeated for that quarter.
    """

    name: str
    village: Callable[[], Scenario]
    choices: tuple[Act, ...]
    rounds: tuple[Round, ...]
    measure: Measure = "profit"
    afresh: bool = False
    quarters: int = 1
    references: tuple[Course, ...] = ()
    lucks: int = 1
    later: int = 0

    def courses(self) -> list[Course]:
        """Every course that the player could choose, in the order of rounds and choices, then the references."""
        if self.afresh:
            own = [
                Course((mine,) * self.quarters, (held,) * self.quarters)
                for held, mine in product(self.rounds, self.choices)
            ]
        else:
            others = self.rounds + self.rounds[-1:] * self.later
            own = [
                Course(mine + mine[-1:] * self.later, others) for mine in product(self.choices, repeat=len(self.rounds))
            ]
        return [*own, *self.references]


@lru_cache(maxsize=16)
def played(demonstration: Demonstration) -> Floats:
    """The measure of every course in every quarter, [courses, quarters], as means over the draws of luck."""
    courses = demonstration.courses()
    rules = compile_rules(demonstration.village())
    lucks = np.tile(np.arange(demonstration.lucks, dtype=np.int64), len(courses))
    table = play.set_table(rules, SEED, lucks)
    rows = [course for course in courses for _ in range(demonstration.lucks)]
    moment, made = _opened(rules, rows, play.start(table)), []
    for quarter in range(len(courses[0].mine)):
        moment = play.step(table, moment, _sent(rows, quarter))
        value = _read(demonstration.measure, moment, rules.v0)
        made.append(value.reshape(len(courses), demonstration.lucks).mean(axis=1))
    return np.stack(made, axis=1)


def _sent(rows: Sequence[Course], quarter: int) -> play.Send:
    return lambda _, proposed: _decided(rows, quarter, proposed)


def _opened(rules: Rules, rows: Sequence[Course], moment: Moment) -> Moment:
    """The moment before the first quarter, with the stocks and by-laws that each row begins with."""
    state = moment.state
    for path in {path for course in rows for path, _ in course.others[0].opening}:
        part, name = path.split(".")
        record = getattr(state, part)
        held = getattr(record, name).copy()
        for row, course in enumerate(rows):
            held[row] = dict(course.others[0].opening).get(path, held[row])
        state = replace(state, **{part: replace(record, **{name: held})})
    return moment if state is moment.state else Moment(lock(state), moment.minds, observe(rules, state, None))


def _read(measure: Measure, moment: Moment, v0: float) -> Floats:
    """The measure of the quarter just played, [R].

    Own profit in per cent of an ordinary quarter's sales, the others' observed effort in per cent, own knowledge, or
    awareness of the region in points.
    """
    assert moment.past is not None
    outcome = moment.past.outcome
    if measure == "profit":
        made: Floats = 100 * outcome.money.profit[:, YOU] / (v0 * moment.state.firms.size[:, YOU])
    elif measure == "others":
        made = 100 * outcome.games.observed[:, 0, YOU + 1 :].mean(axis=-1)
    elif measure == "knowledge":
        made = outcome.learning.knowledge[:, YOU]
    else:
        made = 100 * moment.state.region.awareness
    return made


def _decided(rows: Sequence[Course], quarter: int, proposed: Decision) -> Decision:
    """What all firms decide: everybody is a member, and does what its row says."""
    names = ("effort", "pledge", "price", "research")
    made: dict[str, AnyArray] = {name: getattr(proposed, name).copy() for name in names}
    for row, course in enumerate(rows):
        now, last = course.others[quarter], proposed.effort.shape[-1]
        end = last if now.few is None else YOU + 1 + now.few
        acts = ((course.mine[quarter], slice(YOU, YOU + 1)), (now.others, slice(YOU + 1, end)))
        for act, slots in (*acts, (now.rest, slice(end, last))):
            if act.effort is not None:
                made["effort"][row, :, slots] = act.effort
            if act.pledge is not None:
                made["pledge"][row, :, slots] = act.pledge
            made["price"][row, slots] *= act.price
            made["research"][row, slots] *= act.research
    return lock(replace(proposed, **(made | {"join": np.ones_like(proposed.join)})))


def cells(demonstration: Demonstration) -> Floats:
    """What every choice brings: [rounds, choices] where each round begins afresh, else [choices, .., quarters].

    Profit over several quarters is a mean; effort, knowledge and awareness count as they are in the end.
    """
    made, count = played(demonstration), len(demonstration.choices)
    own = made[: len(made) - len(demonstration.references)]
    if not demonstration.afresh:
        return own.reshape(*(count,) * len(demonstration.rounds), own.shape[1])
    value = own.mean(axis=1) if demonstration.measure == "profit" else own[:, -1]
    return value.reshape(len(demonstration.rounds), count)


class Bar(NamedTuple):
    """What an act or a course of acts brings."""

    name: str
    value: float
    yours: bool


def bars(demonstration: Demonstration, moves: Sequence[int]) -> list[Bar]:
    """The round just played: what each choice would have brought in it, after the moves before."""
    value, at = cells(demonstration), len(moves) - 1
    made = []
    for place, act in enumerate(demonstration.choices):
        if demonstration.afresh:
            came = value[at, place]
        else:
            here = (*moves[:-1], place) + (0,) * (len(demonstration.rounds) - len(moves))
            came = value[(*here, at + demonstration.later)]
        made.append(Bar(act.name, float(came), place == moves[-1]))
    return made


def totals(demonstration: Demonstration, moves: Sequence[int]) -> list[Bar]:
    """The whole course beside the courses to compare it with, as means over the quarters; empty before its end."""
    if len(moves) < len(demonstration.rounds) or not demonstration.references:
        return []
    made = [Bar("yours", float(cells(demonstration)[tuple(moves)].mean()), yours=True)]
    rest = played(demonstration)[-len(demonstration.references) :]
    return made + [
        Bar(course.name, float(row.mean()), yours=False)
        for course, row in zip(demonstration.references, rest, strict=True)
    ]
