"""What stands in the place of a reason that is not there: being worked out, or can't be told, and why."""

from game.insight.desk import Question
from game.view.actions import AskAgain
from game.view.frame import icon
from game.view.kit.button import Button
from game.view.kit.layout import Column, Row
from game.view.kit.text import LABEL
from game.view.kit.widget import Gap, Widget
from game.view.kit.widgets import Label, Meter
from game.view.stage import Stage


def unsaid(stage: Stage, question: Question) -> Widget | None:
    """Nothing where the answer is there; else a bar, or a sentence and, where that may help, a way to ask again."""
    answer = stage.reasons.answer(question)
    if answer.refusal is not None:
        refusal = answer.refusal
        said = Label(stage.say(f"reasons-{refusal.code}", quarter=refusal.quarter), LABEL, wrap=True, grow=1)
        rows: list[Widget | None] = [Row([icon("speech", 20, "soft"), said], gap=10, cross="top")]
        if refusal.code in {"interrupted", "failed"}:
            again = Button(f"again {question.kind}", stage.say("reasons-again"), AskAgain(question), kind="small")
            rows.append(Row([Gap(grow=1), again]))
        return Column(rows, gap=8, pad=(0, 8))
    if answer.done:
        return None
    bar = Meter(lambda: [(stage.reasons.answer(question).share, "ink")], h=10, w=80)
    return Column([Label(stage.say("reasons-waiting"), LABEL), bar], gap=6, pad=(0, 8))
