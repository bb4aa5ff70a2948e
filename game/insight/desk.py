"""The desk: questions about one game and their answers, for whoever works them out beside the window.

A `Desk` is the handler of a `game.processes.Background`: it is given a `Case`, plays the game again from its log, and
answers `Question`s about it. Whatever can't be told comes back as a `Refusal`, never as an error.
"""

from collections.abc import Callable, Hashable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np

from game import play
from game.insight import best, contest, phase
from game.insight.attribution import Attribution, change, level
from game.insight.dilution import trail
from game.insight.forecast import forecast, if_all, preview
from game.insight.guess import Known, know, see
from game.insight.kept import obtain
from game.insight.lens import lenses
from game.insight.motion import MotionEffect, effect
from game.insight.otherwise import otherwise
from game.insight.turning import turning_points
from game.model.decision import Decision
from game.model.observation import Observation, seat
from game.model.record import Floats
from game.model.scenario import Scenario
from game.model.sheet import Sheet
from game.model.town import Proposal

OTHER_RULES, DIFFERS, NOT_PLAYED = "other-rules", "differs", "not-played"
CLOSE = 1e-6


@dataclass(frozen=True)
class Question:
    """What is asked, by name, and about what: a quarter, a sheet as JSON.

    What can't be compared, such as a scenario, is the `matter` of a question; `about` then only tells it from others.
    """

    kind: str
    about: tuple[Hashable, ...] = ()
    matter: tuple[Any, ...] = field(default=(), compare=False)


@dataclass(frozen=True)
class Refusal:
    """Why something can't be told: `code` names the sentence, `quarter` what it speaks of."""

    code: str
    quarter: int = 0


@dataclass(frozen=True, eq=False)
class Case:
    """A game up to now: who looks at it, what everybody decided, and what came of it.

    `names` are the digests of the opening and of every quarter: a case whose names go on from another's is that game
    later. `decisions` are those of the quarters from `first` on. `first` is 1, or the quarter in which a game of other
    rules was taken over: then `taken` is the moment before it, and `pictures` what the seat saw before the quarters
    until then. `profits` [Q] are the seat's as recorded from `first` on: a game that comes out differently when it is
    played again is not explained.
    """

    names: tuple[str, ...]
    table: play.Table
    slot: int
    decisions: tuple[Decision, ...]
    profits: Floats
    first: int = 1
    taken: play.Moment | None = None
    pictures: tuple[Observation, ...] = ()


class Study:
    """A case played again; what several questions need is worked out once."""

    def __init__(self, case: Case, earlier: "Study | None" = None) -> None:
        self.case = case
        self._earlier = earlier if earlier is not None and _goes_on(earlier.case, case) else None

    @property
    def slot(self) -> int:
        """Whose game it is."""
        return self.case.slot

    @cached_property
    def moments(self) -> list[play.Moment]:
        """The moment before the first quarter of the log, and after each."""
        case, table = self.case, self.case.table
        before = self._earlier
        if before is None or "moments" not in before.__dict__:
            made = [case.taken if case.taken is not None else play.start(table)]
        else:
            made = list(before.moments)
        for decision in case.decisions[len(made) - 1 :]:
            made.append(play.step(table, made[-1], play.given(decision)))
        return made

    @cached_property
    def known(self) -> Known:
        """What the seat knows now."""
        case, before = self.case, self._earlier
        if before is not None and "known" in before.__dict__ and len(before.moments) == len(self.moments) - 1:
            return see(before.known, self.moments[-1].seen)
        pictures = [*case.pictures, *(seat(moment.seen, case.slot) for moment in self.moments)]
        return know(case.table.rules, case.slot, case.table.seats, pictures)

    @cached_property
    def differs(self) -> int:
        """The first quarter that came out differently from what was recorded; 0 if none did."""
        for place, moment in enumerate(self.moments[1:]):
            assert moment.past is not None
            again = float(moment.past.outcome.money.profit[0, self.slot])
            if not np.isclose(again, self.case.profits[place], rtol=CLOSE, atol=CLOSE):
                return self.case.first + place
        return 0

    def whole(self, first: int = 1) -> "list[play.Moment] | Refusal":
        """All moments, if those since the quarter before `first` can be played again as they were."""
        if self.differs:
            return Refusal(DIFFERS, self.differs)
        if self.case.first > max(first, 1):
            return Refusal(OTHER_RULES, self.case.first)
        return [self.moments[0]] * (self.case.first - 1) + self.moments


def _goes_on(before: Case, now: Case) -> bool:
    """Whether a case is an earlier one with more quarters."""
    return before.slot == now.slot and before.first == now.first and now.names[: len(before.names)] == before.names


def _sheet(text: Any) -> Sheet:
    return Sheet.model_validate_json(text)


def _change(study: Study, quarter: int) -> Attribution | Refusal:
    moments = study.whole(quarter - 1)
    if isinstance(moments, Refusal):
        return moments
    return change(study.case.table, study.slot, moments, quarter) if quarter < len(moments) else Refusal(NOT_PLAYED)


def _level(study: Study, first: int, last: int) -> Attribution | Refusal:
    moments = study.whole(first)
    if isinstance(moments, Refusal):
        return moments
    return level(study.case.table, study.slot, moments, first, last) if last < len(moments) else Refusal(NOT_PLAYED)


def _otherwise(study: Study, quarter: int, text: str) -> Any:
    moments = study.whole(quarter)
    if isinstance(moments, Refusal):
        return moments
    if quarter >= len(moments):
        return Refusal(NOT_PLAYED)
    return otherwise(study.case.table, moments, study.slot, quarter, _sheet(text))


def _motion(study: Study, kind: str, target: int, value: float, text: str) -> MotionEffect:
    return effect(study.known, Proposal(kind, target, value), _sheet(text))


def _turning(study: Study) -> Any:
    moments = study.whole()
    return moments if isinstance(moments, Refusal) else turning_points(study.case.table, study.slot, moments)


def _trail(study: Study) -> Any:
    moments = study.whole()
    return moments if isinstance(moments, Refusal) else trail(study.case.table.rules, moments) or Refusal("no-mark")


ABOUT_GAME: Mapping[str, Callable[..., Any]] = {
    "preview": lambda study, text: preview(study.known, _sheet(text)),
    "forecast": lambda study, text: forecast(study.known, _sheet(text)),
    "if_all": lambda study, strategy, quarters: if_all(study.known, strategy, quarters),
    "lens": lambda study, text: lenses(study.known, _sheet(text)),
    "change": _change,
    "level": _level,
    "otherwise": _otherwise,
    "motion": _motion,
    "turning": _turning,
    "trail": _trail,
}


def _phase(scenario: Scenario, own: Path) -> Iterator[tuple[float, Any]]:
    for share, made in phase.steps(scenario):
        if made is not None:
            phase.keep(scenario, made, own)
        yield share, made


WITHOUT_GAME: Mapping[str, Callable[..., Iterator[tuple[float, Any]]]] = {
    "band": obtain,
    "phase": _phase,
    "best": best.steps,
    "contest": contest.steps,
}


class Desk:
    """Answers what it is asked: a `Case` is what it is about from then on, a `Question` gives its answer or steps."""

    def __init__(self) -> None:
        self._study: Study | None = None

    def __call__(self, asked: Case | Question) -> Any:
        """The answer, or an iterator of (share done, answer)."""
        if isinstance(asked, Case):
            self._study = Study(asked, self._study)
            return None
        if asked.kind in WITHOUT_GAME:
            return WITHOUT_GAME[asked.kind](*asked.matter)
        if self._study is None:
            return Refusal(NOT_PLAYED)
        return ABOUT_GAME[asked.kind](self._study, *asked.about)
