"""The estimate of the coming quarter: what the draft would earn, as far as the seat can know."""

from dataclasses import dataclass

from game.insight.desk import Question
from game.insight.forecast import HIGH, LOW, MIDDLE, Fan
from game.view.kit.layout import Row
from game.view.kit.tag import Tag
from game.view.kit.text import LABEL
from game.view.kit.widget import Gap, Widget
from game.view.kit.widgets import Label
from game.view.reasons import preview_of
from game.view.stage import Stage


@dataclass(frozen=True)
class Estimate:
    """The middle of a quarter's estimated profit, and half the width of the four fifths around it; engine units."""

    quarter: int
    middle: float
    spread: float


def preview_question(stage: Stage) -> Question:
    """The draft as it stands."""
    return preview_of(stage.playing.draft(stage.slot))


def estimate_now(stage: Stage) -> Estimate | None:
    """The estimate of the draft, when it is worked out."""
    answer = stage.reasons.answer(preview_question(stage))
    if answer.value is None:
        return None
    fan: Fan = answer.value
    levels = fan.bands["profit"][0]
    return Estimate(stage.playing.quarter, float(levels[MIDDLE]), float(levels[HIGH] - levels[LOW]) / 2)


def estimate_line(stage: Stage) -> Widget:
    """One line: a dashed tag that says estimate, and the profit with its spread; the last one stays until the next."""
    shown, unit = stage.measures, stage.measures.currency
    held: list[str] = [""]

    def said() -> str:
        made = estimate_now(stage)
        if made is not None:
            held[0] = stage.say("own-estimate-value", middle=shown.money(made.middle), spread=shown.money(made.spread))
        return f"{held[0] or '…'} __{unit}__"

    tag = Tag(stage.say("own-estimate"), dashed=True)
    words = Label(stage.say("own-estimate-profit"), LABEL, wrap=True)
    return Row([tag, Gap(grow=1), words, Label(said, align="right", wrap=True)], gap=8)
