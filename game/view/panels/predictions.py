"""Predict, then reveal: the statement asked before a quarter, the line that says what came, and all of them at the end.

Nothing here is graded, so what did not come true is shown by a cross in ink, never by the mark of a broken promise.
"""

from game.learning.calibration import ENOUGH, Calibration
from game.model.call import STEPS
from game.report.calls import Judged, all_judged, calibration, judged, word_statement
from game.view.actions import Foretell
from game.view.calls import asked, said
from game.view.frame import icon
from game.view.kit.choice import Segmented
from game.view.kit.layout import Column, Row
from game.view.kit.page import Form
from game.view.kit.paint import Canvas
from game.view.kit.pen import Rect
from game.view.kit.scroll import scrolled
from game.view.kit.text import BODY, LABEL, LABEL_BOLD, LABEL_INK
from game.view.kit.widget import Gap, Widget
from game.view.kit.widgets import Label, Panel, Picture, Rule
from game.view.pictures.calibration import AxisWords, draw_calibration
from game.view.stage import Stage

CURVE = 148.0


def call_panel(stage: Stage, form: Form) -> Widget | None:
    """What is asked about the quarter to be played, with five answers; none where nobody asks. Nothing waits for it."""
    statement = asked(stage)
    if statement is None:
        return None
    asks = stage.say("predict-asks", statement=word_statement(stage, statement))
    steps = [(step, stage.say("predict-percent", percent=step)) for step in STEPS]
    answer = Segmented("call", steps, lambda: said(stage), Foretell, hint="hint-call")
    ends = Row(
        [
            Label(stage.say(f"predict-step-{STEPS[0]}"), LABEL, wrap=True),
            Gap(grow=1),
            Label(lambda: _chosen(stage), LABEL_BOLD, wrap=True),
            Gap(grow=1),
            Label(stage.say(f"predict-step-{STEPS[-1]}"), LABEL, wrap=True, align="right"),
        ],
        gap=8,
    )
    style = BODY if form.narrow else LABEL_INK
    return Column([Label(asks, style, wrap=True), answer, ends], gap=5, pad=(16, 8))


def _chosen(stage: Stage) -> str:
    """The answer in words where it is not one of the two ends, which stand there anyway."""
    percent = said(stage)
    return stage.say(f"predict-step-{percent}") if percent in STEPS[1:-1] else ""


def call_line(stage: Stage, number: int) -> Widget | None:
    """What was said before this quarter, and what came."""
    call = judged(stage, number)
    if call is None:
        return None
    words = stage.say("predict-said", percent=call.percent, statement=call.statement)
    figure = Label(call.figure, LABEL, wrap=True)
    return Row([Label(words, LABEL_INK, wrap=True), _verdict(stage, call), figure], gap=12)


def _verdict(stage: Stage, call: Judged) -> Widget:
    name, words = ("tick", "predict-true") if call.came_true else ("cross", "predict-false")
    return Row([icon(name, 16), Label(stage.say(words), LABEL_BOLD, wrap=True)], gap=6)


def predictions_panel(stage: Stage, form: Form) -> Widget | None:
    """How sure the player was and how often right, the curve, and every call; none for a player who made no calls.

    On a narrow page it is as tall as its content, for the page itself scrolls.
    """
    calls = all_judged(stage)
    if not calls:
        return None
    parts: list[Widget | None] = list(_calibration(stage, calibration(calls)))
    for call in calls:
        parts += [Rule(), _call(stage, call)]
    inside: Widget = Column(parts, gap=8, pad=(16, 10))
    count = Label(stage.say("predict-count", count=len(calls)), LABEL)
    listing = scrolled(inside, form, "predictions")
    return Panel(stage.say("predict-panel"), listing, extras=[count], pad=0, grow=1)


def _call(stage: Stage, call: Judged) -> Widget:
    head = Row(
        [
            Label(stage.say("quarter-short", quarter=call.quarter), LABEL),
            Label(stage.say("predict-percent", percent=call.percent), LABEL_BOLD),
            Gap(grow=1),
            _verdict(stage, call),
        ],
        gap=10,
    )
    return Column([head, Label(call.statement, LABEL_INK, wrap=True), Label(call.figure, LABEL, wrap=True)], gap=2)


def _calibration(stage: Stage, shown: Calibration) -> list[Widget]:
    """How sure against how right, the curve, and what that means; with too few calls only that they are too few."""
    if not shown.enough:
        return [Label(stage.say("predict-few", least=ENOUGH), LABEL_INK, wrap=True)]
    head, meaning = stage.say("predict-no-side"), [stage.say(f"predict-closer-{shown.closer}")]
    if shown.sides:
        sure, share = round(100 * shown.sure), round(100 * shown.right / shown.sides)
        head = stage.say("predict-sure", sure=sure, right=shown.right, sides=shown.sides, share=share)
        meaning.insert(0, stage.say(f"predict-trust-{shown.trust}"))
    words = AxisWords(stage.say("predict-axis-said"), stage.say("predict-axis-came"))

    def draw(canvas: Canvas, area: Rect) -> None:
        draw_calibration(canvas, area, shown.steps, words)

    meaning.append(stage.say("predict-chart-note"))
    notes = [Label(text, LABEL, wrap=True) for text in meaning]
    return [
        Label(head, LABEL_INK, wrap=True),
        Picture(draw, shown.steps, 200, CURVE),
        *notes,
    ]
