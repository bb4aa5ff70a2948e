"""How far a seat has come with its goals: from what it may see, quarter by quarter, for R games at once.

A goal with a last quarter is a race: met once up to then, it is reached. One without is judged by what stands at the
end. What is counted to be kept low (fines, closures) is missed as soon as it is passed. Goals are never graded.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from game.engine.rules import Rules
from game.learning.notebook import Played, keepers
from game.model.goal import COUNTS, POINTS
from game.model.ledger import REGION_PARTS
from game.model.record import Bools, Floats
from game.model.scenario import Goal, Scenario

State = Literal["open", "met", "reached", "missed"]
ROOM = 1.25  # a bar goes on beyond the target by a quarter, so that the tick stands inside it


@dataclass(frozen=True)
class Progress:
    """A goal and how far it is: `course` has the figure of every quarter played, None where there was none yet.

    `state` is open, met (it stands so now, and may be lost again), reached or missed for good; `since` is the quarter
    from which on it is so.
    """

    goal: Goal
    course: tuple[float | None, ...]
    state: State
    since: int | None

    @property
    def value(self) -> float | None:
        """The figure after the last quarter."""
        return self.course[-1] if self.course else None

    @property
    def target(self) -> float:
        """The figure that is wanted."""
        return target_of(self.goal)

    @property
    def top(self) -> float:
        """What the whole length of its bar stands for."""
        if self.goal.measure in POINTS:
            return 100.0
        return max(ROOM * abs(self.target), *(abs(value) for value in self.course if value is not None), 1.0)

    @property
    def share(self) -> float:
        """How much of its bar is full, 0 to 1."""
        return min(max((self.value or 0.0) / self.top, 0.0), 1.0)

    @property
    def tick(self) -> float:
        """Where on its bar the target lies, 0 to 1."""
        return min(max(self.target / self.top, 0.0), 1.0)


def target_of(goal: Goal) -> float:
    """The figure that is wanted."""
    return float(goal.at_least if goal.at_least is not None else goal.at_most or 0.0)


def goals_of(scenario: Scenario, slot: int) -> list[Goal]:
    """The goals of a seat, in the order of the file."""
    return [goal for goal in scenario.goals if goal.firm in {None, scenario.firms[slot].name}]


def progress(rules: Rules, quarters: Sequence[Played], slot: int, *, finished: bool = False) -> list[Progress]:
    """How far the seat has come with each of its goals; `finished` says that no quarter will follow."""
    made = []
    for goal in goals_of(rules.scenario, slot):
        course = tuple(float(values[0]) for values in courses(goal, rules, quarters, slot))
        made.append(_judged(goal, course, finished))
    return made


def _judged(goal: Goal, course: Sequence[float], finished: bool) -> Progress:
    met = [meets(goal, value) for value in course]
    shown = tuple(None if np.isnan(value) else value for value in course)
    state, since = _state(goal, met, finished, _lost(goal, course))
    return Progress(goal, shown, state, since)


def _lost(goal: Goal, course: Sequence[float]) -> int | None:
    """The first quarter after which a word kept could not run long enough any more: it grows by one a quarter."""
    if goal.measure != "word" or goal.by is None:
        return None
    left = ((number, running + goal.by - number) for number, running in enumerate(course, start=1))
    return next((number for number, most in left if most < target_of(goal)), None)


def _state(goal: Goal, met: Sequence[bool], finished: bool, lost: int | None) -> tuple[State, int | None]:
    """Where a goal stands; from the quarter `lost` on it was out of reach."""
    played = len(met)
    last = min(goal.by or played, played)
    over = finished or (goal.by is not None and played >= goal.by)
    if goal.measure in COUNTS:
        if not all(met[:last]):
            return "missed", met.index(False) + 1
        return ("reached", goal.by or 1) if over and played else ("met" if played else "open", 1 if played else None)
    if goal.by is not None:
        if any(met[:last]):
            return "reached", met.index(True) + 1
        if lost is not None:
            return "missed", lost
        return ("missed", last) if over and played else ("open", None)
    streak = played - next((back for back, held in enumerate(reversed(met)) if not held), played)
    if met and met[-1]:
        return ("reached" if finished else "met"), streak + 1
    return ("missed", played) if finished and played else ("open", None)


def meets(goal: Goal, value: float) -> bool:
    """Whether a figure is what is wanted; where there is none yet, it is not, but for what is to be kept low."""
    if goal.at_least is not None:
        return bool(value >= goal.at_least)
    return bool(value <= target_of(goal))


def reached(goal: Goal, course: Sequence[float]) -> bool:
    """Whether a game that ended with this course reached a goal."""
    return _judged(goal, course, True).state == "reached"


@dataclass(frozen=True)
class _Look:
    """What a figure is read from: a goal, the rules, a quarter and a seat."""

    goal: Goal
    rules: Rules
    played: Played
    slot: int


def courses(goal: Goal, rules: Rules, quarters: Sequence[Played], slot: int) -> Iterator[Floats]:
    """The figure of a goal after each quarter, [R], rounded as the screens print it, so that what is seen is judged."""
    before: Floats | None = None
    for played in quarters:
        now = _READ[goal.measure](_Look(goal, rules, played, slot))
        if goal.measure == "word":
            now = now * (1.0 + (0.0 if before is None else before))
        elif goal.measure in {"total_profit", *COUNTS} and before is not None:
            now = now + before
        before = now if goal.measure != "total_profit" else np.round(now, 1)
        yield before


def _points(at: _Look) -> Floats:
    scores = at.played.outcome.scores
    firm, region = scores.firm[:, at.slot], scores.region
    held = {"firm_score": firm, "region_score": region} | {
        name: scores.parts[:, place] for place, name in enumerate(REGION_PARTS)
    }
    made: Floats = np.round(held[at.goal.measure])
    return made


def _money(at: _Look) -> Floats:
    money = at.played.outcome.money
    held = money.cash if at.goal.measure == "cash" else money.profit
    made: Floats = np.round(held[:, at.slot] * at.rules.scenario.units.money_scale, 1)
    return made


def _share(at: _Look) -> Floats:
    sold = at.played.outcome.market.sold
    made: Floats = np.round(100 * sold[:, :, at.slot].sum(axis=-1) / np.maximum(sold.sum(axis=(1, 2)), 1e-9))
    return made


def _word(at: _Look) -> Floats:
    """One where the firm was in somewhere and was seen to break nowhere, else nought."""
    outcome, bodies = at.played.outcome, at.rules.bodies
    opened = [j for j, opens in enumerate(bodies.opens) if opens <= at.played.number]
    asked = [j for j in opened if at.goal.body in {None, bodies.names[j]}]
    inside = outcome.membership.member[:, asked, at.slot]
    broke: Bools = inside & ~outcome.games.kept[:, asked, at.slot]
    kept: Bools = np.asarray(inside.any(axis=-1) & ~broke.any(axis=-1))
    made: Floats = kept.astype(np.float64)
    return made


def _keepers(at: _Look) -> Floats:
    j = at.rules.bodies.names.index(str(at.goal.body))
    outcome = at.played.outcome
    if at.rules.bodies.opens[j] > at.played.number:
        return np.full(len(outcome.scores.region), np.nan)
    return keepers(outcome, j, at.slot).astype(np.float64)


def _penalties(at: _Look) -> Floats:
    verdicts = at.played.outcome.verdicts
    fines = verdicts.convicted | (verdicts.complaint_fine > 0) | verdicts.barred
    made: Floats = fines[:, :, at.slot].sum(axis=-1).astype(np.float64)
    return made


def _closures(at: _Look) -> Floats:
    gone = at.played.outcome.population.exits.copy()
    gone[:, at.slot] = False
    made: Floats = gone.sum(axis=-1).astype(np.float64)
    return made


_READ: dict[str, Callable[[_Look], Floats]] = {
    **dict.fromkeys(POINTS, _points),
    **dict.fromkeys(("profit", "total_profit", "cash"), _money),
    "share": _share,
    "word": _word,
    "keepers": _keepers,
    "penalties": _penalties,
    "closures": _closures,
}
