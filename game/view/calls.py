"""The player's calls as the screens show them: what is asked, what was said, and what came of it, in words."""

from dataclasses import dataclass

from game.learning.calibration import Calibration, calibrate
from game.learning.notebook import Page, open_notebook, write_page
from game.learning.predictions import judge, measured, predict
from game.model.call import Call, Statement
from game.view.readings import firm_name
from game.view.stage import Stage
from game.wording.figures import figure

POINTS = ("region", "cluster", "brand", "economy")


@dataclass(frozen=True)
class Judged:
    """A call of a quarter that was played: what was said how likely, whether it came true, and what was measured."""

    quarter: int
    statement: str
    percent: int
    came_true: bool
    figure: str


def asked(stage: Stage) -> Statement | None:
    """The statement of the quarter to be played; what was answered stays as it was put. None where nobody asks."""
    session = stage.playing
    if not stage.settings.forecasts or session.finished or session.quarter < _first(stage):
        return None
    call = session.call(stage.slot, session.quarter)
    if call is not None:
        return call.statement
    book = open_notebook(session.rules, session.quarters, session.seen(stage.slot), stage.slot)
    return predict(book, session.setup.seed)


def _first(stage: Stage) -> int:
    """The first quarter in which anything is asked: what a guide tells of waits until then."""
    return min((step.quarter for step in stage.playing.setup.scenario.guide if step.at == "call"), default=1)


def said(stage: Stage) -> int | None:
    """The chance in per cent that was given to the statement of this quarter so far."""
    call = stage.playing.call(stage.slot, stage.playing.quarter)
    return None if call is None else call.percent


def judged(stage: Stage, quarter: int) -> Judged | None:
    """The call about a quarter that was played, if there was one."""
    call = stage.playing.call(stage.slot, quarter)
    if call is None or quarter > len(stage.playing.quarters):
        return None
    return _judge(stage, call)


def all_judged(stage: Stage) -> list[Judged]:
    """All calls about quarters that were played, in their order."""
    numbers = range(1, len(stage.playing.quarters) + 1)
    return [made for number in numbers if (made := judged(stage, number)) is not None]


def calibration(calls: list[Judged]) -> Calibration:
    """How well these calls fit what came."""
    return calibrate([(call.percent, call.came_true) for call in calls])


def _judge(stage: Stage, call: Call) -> Judged:
    statement, session = call.statement, stage.playing
    page = write_page(session.rules, session.quarters[statement.quarter - 1], stage.slot)
    true = judge(statement, page)
    words = word_statement(stage, statement)
    return Judged(statement.quarter, words, call.percent, true, _word_figure(stage, statement, page, true))


def word_statement(stage: Stage, statement: Statement) -> str:
    """A statement in words, as it is asked."""
    shown = stage.measures
    level, unit = figure(statement.level), shown.volume_unit
    if statement.kind == "profit":
        level, unit = figure(statement.level, 1), shown.currency
    if statement.kind == "motion":
        about = stage.say(f"predict-about-{statement.motion.replace('_', '-')}")
        if statement.firm == _own_id(stage):
            return stage.say("predict-will-own-motion", about=about)
        return stage.say("predict-will-motion", firm=_name(stage, statement.firm), about=about)
    return stage.say(
        f"predict-will-{statement.kind}",
        firm=_name(stage, statement.firm),
        body=stage.say(f"body-the-{statement.body}") if statement.body else "",
        count=round(statement.level),
        level=level,
        unit=unit,
        before=statement.quarter - 1,
    )


def _word_figure(stage: Stage, statement: Statement, page: Page, true: bool) -> str:
    """What came, in the past tense."""
    kind, value = statement.kind, measured(statement, page)
    shown = stage.measures
    if kind in POINTS:
        way = "up" if value > 0 else "down"
        printed = figure(abs(value), 1)
        return stage.say(f"predict-was-{way}", value=printed) if float(printed) else stage.say("predict-was-still")
    if kind == "motion":
        votes = page.votes.get(statement.firm)
        return stage.say("predict-was-motion", ayes=votes.ayes, voters=votes.voters) if votes else ""
    if kind == "rival":
        return stage.say(f"predict-was-{'kept' if true else 'broke'}")
    if kind == "keepers":
        return stage.say("predict-was-keepers", count=round(value))
    places, unit = (1, shown.currency) if kind == "profit" else (0, shown.volume_unit)
    return stage.say(f"predict-was-{kind}", value=figure(value, places), unit=unit)


def _own_id(stage: Stage) -> int:
    return int(stage.playing.seen(stage.slot).firm_id[0, stage.slot])


def _name(stage: Stage, firm: int) -> str:
    """A firm by its stable id: those of the scenario by name, newcomers by number."""
    return firm_name(stage.words, stage.playing, firm)
