"""A demonstration on a strip: what is at hand, a key for each choice, bars of what came and what would have come."""

from collections.abc import Sequence
from functools import partial

from game.learning.demonstration import Bar
from game.view.frame import icon
from game.view.kit.button import Button
from game.view.kit.grid import Grid
from game.view.kit.layout import Box, Column, Row
from game.view.kit.page import Form
from game.view.kit.paint import Canvas
from game.view.kit.pen import Rect
from game.view.kit.text import BODY, LABEL, LABEL_BOLD, LABEL_INK, SMALL_HEAD
from game.view.kit.widget import Gap, Widget
from game.view.kit.widgets import Label, Picture
from game.view.stage import Stage
from game.view.trying import Trying, again, choose, found, rows, whole, written

KEYS = ("F5", "F6", "F7")
AGAIN = "F8"
BAR_HIGH = 14.0


def demonstration_panel(stage: Stage, form: Form, now: Trying) -> Widget:
    """The strip."""
    made = now.demonstration
    intro: list[Widget | None] = [
        Label(stage.say("demo-title"), SMALL_HEAD),
        Label(stage.say(f"demo-intro-{made.name}"), BODY, wrap=True),
    ]
    came, next_step = _came(stage, now), _next_step(stage, now)
    inside = [*intro, *next_step, *came] if form.narrow else [*intro, *came, *next_step]
    return Box(Column(inside, gap=6, pad=(12, 10)), fill="inset", edge="line", radius=6)


def _came(stage: Stage, now: Trying) -> list[Widget | None]:
    """Bars of every round that was played, and at the end of the whole course."""
    played, course = rows(now), whole(now)
    if not played:
        return []
    scale = [bar.value for _, held in played for bar in held] + [bar.value for bar in course]
    made: list[Widget | None] = [Label(stage.say(f"demo-unit-{now.demonstration.measure}"), LABEL, wrap=True)]
    for place, held in played:
        made += [
            Label(_heading(stage, now, place), LABEL_INK, wrap=True),
            _bars(now, held, [stage.say(f"demo-act-{bar.name}") for bar in held], scale),
        ]
    if course:
        made += [
            Label(stage.say("demo-over"), LABEL_INK, wrap=True),
            _bars(now, course, [stage.say(f"demo-whole-{bar.name}") for bar in course], scale),
        ]
    return made


def _next_step(stage: Stage, now: Trying) -> list[Widget | None]:
    """The round at hand and its choices; at the end what came of it, and a way to begin again."""
    if now.round is not None:
        return [Label(_heading(stage, now, now.round), BODY, wrap=True), _choices(stage, now)]
    once_more = Button("try again", stage.say("demo-again"), again(now), key=AGAIN, kind="small")
    return [Label(found(stage, now), BODY, wrap=True), Row([once_more, Gap(grow=1)])]


def _heading(stage: Stage, now: Trying, place: int) -> str:
    """Which round, and what the others do in it."""
    made = now.demonstration
    if not made.afresh:
        quarter = stage.say("demo-quarter", quarter=place + 1)
        return f"**{quarter}**"
    number = stage.say("demo-round", round=place + 1, rounds=len(made.rounds))
    others = stage.say(f"demo-now-{made.rounds[place].name}")
    return stage.words.run_on((f"**{number}**", others))


def _choices(stage: Stage, now: Trying) -> Widget:
    buttons: list[Widget | None] = [
        Button(f"try {act.name}", stage.say(f"demo-act-{act.name}"), choose(now, place), key=KEYS[place], kind="small")
        for place, act in enumerate(now.demonstration.choices)
    ]
    if len(buttons) > 2:
        return Column([Row([button, Gap(grow=1)]) for button in buttons], gap=6)
    return Row([*buttons, Gap(grow=1)], gap=12)


def _bars(now: Trying, held: Sequence[Bar], names: Sequence[str], scale: Sequence[float]) -> Widget:
    """A line for each: a ring for the own, the words, the bar from nought, the figure."""
    low, high = min(0.0, *scale), max(0.0, *scale)
    lines: list[list[Widget | None]] = []
    for bar, name in zip(held, names, strict=True):
        words = Label(name, LABEL_BOLD if bar.yours else LABEL_INK, wrap=True)
        mark = icon("yours", 14, "you") if bar.yours else Gap()
        depends = (bar.value, bar.yours, low, high)
        picture = Picture(partial(_draw, bar, low, high), depends, 60, BAR_HIGH)
        lines.append([mark, words, picture, Label(written(now, bar.value), LABEL_INK, align="right")])
    return Grid([16, 168, (1.0,), 56], lines, gap=8, row_gap=3)


def _draw(bar: Bar, low: float, high: float, canvas: Canvas, area: Rect) -> None:
    span = max(high - low, 1e-9)
    nought = area.x + area.w * -low / span
    end = area.x + area.w * (bar.value - low) / span
    left, wide = min(nought, end), max(abs(end - nought), 1.5)
    canvas.fill(Rect(left, area.y, wide, area.h), "you" if bar.yours else "grey")
    canvas.fill(Rect(nought - 0.75, area.y - 1, 1.5, area.h + 2), "ink")
