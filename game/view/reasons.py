"""Reasons: what the screen on show wants to know about the game, worked out beside the window, and what came back."""

import sys
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from game.insight.contest import Contest
from game.insight.desk import Desk, Question, Refusal
from game.insight.phase import phase_digest
from game.model.scenario import Scenario
from game.model.sheet import Sheet
from game.model.town import Proposal
from game.processes import FAILED, FINISHED, Background, Report
from game.report.case import case_of
from game.session.session import Session

# Of a draft: asked anew for every one, and nobody waits for those of an old one.
PASSING = frozenset({"preview", "forecast", "lens", "otherwise", "motion"})
INTERRUPTED, FAULT = Refusal("interrupted"), Refusal("failed")


@dataclass(frozen=True)
class Answer:
    """What is known of a question: the `share` of the work, and when it is `done` the value or why there is none."""

    done: bool = False
    share: float = 0.0
    value: Any = None
    refusal: Refusal | None = None


WAITING = Answer()


@dataclass
class Reasons:
    """Questions and answers about the game in play. Answers of earlier quarters are let go."""

    background: Background = field(default_factory=lambda: Background(Desk))
    _answers: dict[tuple[str, Question], Answer] = field(default_factory=dict)
    _settled: dict[tuple[str, ...], tuple[Question, ...]] = field(default_factory=dict)
    _name: str = ""
    _told: tuple[int, str] = (0, "")

    def want(self, session: Session, slot: int, questions: Iterable[Question]) -> None:
        """Ask what was not asked yet; drop what nobody looks at any more."""
        asked = list(questions)
        self._turn_to(name_of(session, slot))
        wanted = {self._key(question) for question in asked}
        for key, answer in list(self._answers.items()):
            if not answer.done and key[1].kind in PASSING and key not in wanted:
                self.forget(key[1])
        for question in asked:
            if self._key(question) not in self._answers:
                if not question.matter:
                    self._tell(session, slot)
                self.ask(question)

    def ask(self, question: Question) -> None:
        """Ask a question whose matter is with it, or whose case is told."""
        self._answers[self._key(question)] = WAITING
        self.background.ask(self._key(question), question)

    def answer(self, question: Question) -> Answer:
        """What is known."""
        return self._answers.get(self._key(question), WAITING)

    def done(self, questions: Iterable[Question]) -> tuple[bool, ...]:
        """Which of them are answered: what the form of a screen depends on."""
        return tuple(self.answer(question).done for question in questions)

    def waiting(self) -> set[str]:
        """Kinds of the questions that are not answered yet."""
        return {question.kind for (_, question), answer in self._answers.items() if not answer.done}

    def settled(self, questions: Iterable[Question]) -> tuple[Question, ...]:
        """The questions, if all are answered; else the last ones of these kinds that were, or none.

        What is tried out by moving a control goes on showing something while the next answer is on its way.
        """
        asked = tuple(questions)
        kinds = tuple(question.kind for question in asked)
        if all(self.done(asked)):
            self._settled[kinds] = asked
        return self._settled.get(kinds, ())

    def forget(self, question: Question) -> None:
        """Stop working on a question, or ask it anew when it is wanted again."""
        self.background.drop(self._key(question))
        self._answers.pop(self._key(question), None)

    def collect(self) -> list[Question]:
        """Take in what came back; the questions that are answered now."""
        made = []
        for report in self.background.reports():
            assert isinstance(report.key, tuple)
            self._answers[report.key] = _answer(report)
            if report.end:
                made.append(report.key[1])
        return made

    def _key(self, question: Question) -> tuple[str, Question]:
        return ("" if question.matter else self._name, question)

    def _turn_to(self, name: str) -> None:
        if name == self._name:
            return
        for key in [key for key in self._answers if key[0] not in {"", name}]:
            self.background.drop(key)
            del self._answers[key]
        self._settled.clear()
        self._name = name

    def _tell(self, session: Session, slot: int) -> None:
        """Lay the case on the desk, unless it lies there."""
        self.background.start()
        if self._told != (self.background.starts, self._name):
            self.background.ask(None, case_of(session, slot))
            self._told = (self.background.starts, self._name)


def _answer(report: Report) -> Answer:
    if not report.end:
        return Answer(share=report.share)
    if report.end != FINISHED:
        if report.end == FAILED:
            sys.stderr.write(report.value)
        return Answer(done=True, refusal=FAULT if report.end == FAILED else INTERRUPTED)
    if isinstance(report.value, Refusal):
        return Answer(done=True, refusal=report.value)
    return Answer(done=True, value=report.value)


def name_of(session: Session, slot: int) -> str:
    """Name of the game as it stands, for one seat."""
    return f"{slot}|{session.first}|{session.quarters[-1].digest if session.quarters else session.setup.digest}"


def about_draft(kind: str, sheet: Sheet) -> Question:
    """A question about a sheet that was not sent yet."""
    return Question(kind, (sheet.model_dump_json(exclude_defaults=True),))


preview_of, forecast_of, lens_of = (partial(about_draft, kind) for kind in ("preview", "forecast", "lens"))


def motion_of(proposal: Proposal, sheet: Sheet) -> Question:
    """What a motion would do under a sheet; how the seat itself votes and what it moves do not matter."""
    silent = sheet.model_copy(update={"votes": {}, "motion": None, "call": False})
    return Question("motion", (*proposal, silent.model_dump_json(exclude_defaults=True)))


def otherwise_of(quarter: int, sheet: Sheet) -> Question:
    """A quarter played again with another sheet."""
    return Question("otherwise", (quarter, sheet.model_dump_json(exclude_defaults=True)))


def band_of(scenario: Scenario, slots: tuple[int, ...], difficulty: str, own: Path) -> Question:
    """The score bands of some seats."""
    return Question("band", (scenario.model_dump_json(), slots, difficulty), (scenario, slots, difficulty, own))


def phase_of(scenario: Scenario, own: Path) -> Question:
    """The phase map."""
    return Question("phase", (phase_digest(scenario),), (scenario, own))


def best_of(scenario: Scenario, slot: int, difficulty: str) -> Question:
    """The best plan found for a seat."""
    return Question("best", (scenario.model_dump_json(), slot, difficulty), (scenario, slot, difficulty))


def contest_of(contest: Contest) -> Question:
    """A tournament of strategies."""
    return Question("contest", (contest,), (contest,))
