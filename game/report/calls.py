"""The player's calls as the screens show them: what is asked, what was said, and what came of it, in words."""

from dataclasses import dataclass

from game.learning.calibration import Calibration, calibrate
from game.learning.notebook import Page, write_page
from game.learning.predictions import judge, measured
from game.model.call import Call, Statement
from game.report.names import firm_name
from game.report.teller import Teller
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


def judged(teller: Teller, quarter: int) -> Judged | None:
    """The call about a quarter that was played, if there was one."""
    call = teller.playing.call(teller.slot, quarter)
    if call is None or quarter > len(teller.playing.quarters):
        return None
    return _judge(teller, call)


def all_judged(teller: Teller) -> list[Judged]:
    """All calls about quarters that were played, in their order."""
    numbers = range(1, len(teller.playing.quarters) + 1)
    return [made for number in numbers if (made := judged(teller, number)) is not None]


def calibration(calls: list[Judged]) -> Calibration:
    """How well these calls fit what came."""
    return calibrate([(call.percent, call.came_true) for call in calls])


def _judge(teller: Teller, call: Call) -> Judged:
    statement, session = call.statement, teller.playing
    page = write_page(session.rules, session.quarters[statement.quarter - 1], teller.slot)
    true = judge(statement, page)
    words = word_statement(teller, statement)
    return Judged(statement.quarter, words, call.percent, true, _word_figure(teller, statement, page, true))


def word_statement(teller: Teller, statement: Statement) -> str:
    """A statement in words, as it is asked."""
    shown = teller.measures
    level, unit = figure(statement.level), shown.volume_unit
    if statement.kind == "profit":
        level, unit = figure(statement.level, 1), shown.currency
    if statement.kind == "motion":
        about = teller.say(f"predict-about-{statement.motion.replace('_', '-')}")
        if statement.firm == _own_id(teller):
            return teller.say("predict-will-own-motion", about=about)
        return teller.say("predict-will-motion", firm=_name(teller, statement.firm), about=about)
    return teller.say(
        f"predict-will-{statement.kind}",
        firm=_name(teller, statement.firm),
        body=teller.say(f"body-the-{statement.body}") if statement.body else "",
        count=round(statement.level),
        level=level,
        unit=unit,
        before=statement.quarter - 1,
    )


def _word_figure(teller: Teller, statement: Statement, page: Page, true: bool) -> str:
    """What came, in the past tense."""
    kind, value = statement.kind, measured(statement, page)
    shown = teller.measures
    if kind in POINTS:
        way = "up" if value > 0 else "down"
        printed = figure(abs(value), 1)
        return teller.say(f"predict-was-{way}", value=printed) if float(printed) else teller.say("predict-was-still")
    if kind == "motion":
        votes = page.votes.get(statement.firm)
        return teller.say("predict-was-motion", ayes=votes.ayes, voters=votes.voters) if votes else ""
    if kind == "rival":
        return teller.say(f"predict-was-{'kept' if true else 'broke'}")
    if kind == "keepers":
        return teller.say("predict-was-keepers", count=round(value))
    places, unit = (1, shown.currency) if kind == "profit" else (0, shown.volume_unit)
    return teller.say(f"predict-was-{kind}", value=figure(value, places), unit=unit)


def _own_id(teller: Teller) -> int:
    return int(teller.playing.seen(teller.slot).firm_id[0, teller.slot])


def _name(teller: Teller, firm: int) -> str:
    """A firm by its stable id: those of the scenario by name, newcomers by number."""
    return firm_name(teller.words, teller.playing, firm)
