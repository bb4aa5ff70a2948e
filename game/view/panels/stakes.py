"""What is at stake in an institution: the game that is played in it, and what joining or leaving would come to."""

from game.insight.desk import Question
from game.insight.forecast import FORECAST, MIDDLE, Fan
from game.insight.lens import Lens
from game.model.sheet import Sheet
from game.view.frame import icon
from game.view.kit.layout import Box, Row
from game.view.kit.text import LABEL, LABEL_BOLD, LABEL_INK
from game.view.kit.widget import Gap, Widget
from game.view.kit.widgets import Label, Picture
from game.view.panels.lens import found_lens, lens_question, tile
from game.view.panels.together import member_now
from game.view.panels.unsaid import unsaid
from game.view.pictures.dilemma import draw_patience
from game.view.readings import BodyRow
from game.view.reasons import forecast_of
from game.view.stage import Stage
from game.wording.figures import figure

GAUGE = 96.0


def stakes_questions(stage: Stage, row: BodyRow | None) -> list[Question]:
    """The lens on all, and the draft with and without the institution selected."""
    asked = [lens_question(stage)]
    return asked if row is None else [*asked, *_both(stage, row)]


def _both(stage: Stage, row: BodyRow) -> list[Question]:
    draft = stage.playing.draft(stage.slot)
    return [forecast_of(draft), forecast_of(_turned(draft, row.body, not member_now(stage, row)))]


def _turned(draft: Sheet, body: str, member: bool) -> Sheet:
    return draft.model_copy(update={"join": {**draft.join, body: member}})


def stakes(stage: Stage, row: BodyRow) -> Widget | None:
    """The name of the game and the gauge of patience, in one line; nothing until it is known."""
    lens = found_lens(stage, lens_question(stage), row.body)
    if lens is None or lens.held is None:
        return None
    return Row(
        [
            tile(lens.held.kind, 20),
            Label(stage.say(f"lens-{lens.held.kind}"), LABEL_INK, wrap=True),
            Gap(grow=1),
            _needed(stage, lens),
            _gauge(lens),
        ],
        gap=8,
    )


def _needed(stage: Stage, lens: Lens) -> Widget:
    """The own patience and what is needed, in words; stronger where it is not enough."""
    needed = lens.held.needed if lens.held is not None else None
    own = figure(lens.patience, 2)
    if needed is None:
        return Label(stage.say("stakes-none"), LABEL, wrap=True)
    words = stage.say("stakes-never", own=own)
    if needed <= 1:
        words = stage.say("stakes-needs", needed=figure(needed, 2), own=own)
    short = needed > lens.patience
    return Label(words, LABEL_BOLD if short else LABEL, wrap=True, colour="loss" if short else None)


def _gauge(lens: Lens) -> Widget:
    needed = lens.held.needed if lens.held is not None else None
    return Picture(
        lambda canvas, area: draw_patience(canvas, area, lens.patience, needed), (lens.patience, needed), GAUGE, 24
    )


def consequence(stage: Stage, row: BodyRow) -> Widget | None:
    """What joining (or leaving, for a member) comes to over the next quarters, as an estimate."""
    if row.barred(stage.playing.quarter):
        return None
    asked = _both(stage, row)
    for question in asked:
        waiting = unsaid(stage, question)
        if waiting is not None:
            return waiting
    now, turned = (stage.reasons.answer(question).value for question in asked)
    shown = stage.measures
    message = "stakes-leave" if member_now(stage, row) else "stakes-join"
    words = stage.say(
        message,
        first=shown.money(_first(turned) - _first(now), sign=True),
        mean=shown.money(_mean(turned) - _mean(now), sign=True),
        unit=shown.currency,
        region=figure(_last(turned) - _last(now), 1, sign=True),
        quarters=FORECAST,
        back=stage.playing.setup.scenario.sanctions.return_after,
    )
    said = Row([icon("coins", 22), Label(words, LABEL_INK, wrap=True)], gap=10)
    return Box(said, fill="inset", pad=(12, 8))


def _first(fan: Fan) -> float:
    return float(fan.bands["profit"][0, MIDDLE])


def _mean(fan: Fan) -> float:
    return float(fan.bands["profit"][:, MIDDLE].mean())


def _last(fan: Fan) -> float:
    return float(fan.bands["region"][-1, MIDDLE])
