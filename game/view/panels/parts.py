"""The region score after a quarter: its five parts, what each did to it, and why."""

from game.model.ledger import REGION_PARTS
from game.view.kit.grid import Grid
from game.view.kit.layout import Box, Column, Row
from game.view.kit.page import Form
from game.view.kit.paint import Canvas
from game.view.kit.pen import Pen, Rect
from game.view.kit.scroll import Scroll
from game.view.kit.text import BODY, BOLD, LABEL, LABEL_INK, LEAD, SOFT
from game.view.kit.widget import Gap, Widget
from game.view.kit.widgets import Label, Panel, Picture, Rule
from game.view.panels.moved import shared
from game.view.region import RegionReading, region_reading
from game.view.stage import Stage
from game.wording.figures import figure

LEAST_SPAN = 1.0  # points of the score that half a bar stands for at least
BAR_WIDE, BAR_HIGH = 104.0, 18.0
SMALL_BAR = 60.0


def parts_panel(stage: Stage, form: Form) -> Widget:
    """The table under a head with the score."""
    if not stage.playing.quarters:
        return Panel(stage.say("charts-parts"), Label(stage.say("charts-none"), SOFT, wrap=True), grow=1)
    reading = _reading(stage)
    inside = Column([_table(stage, reading), Rule(double=True), _total(stage, reading)], gap=6, pad=(16, 6))
    title = stage.say("charts-parts-score", score=figure(reading.score))
    was = Label(_was(stage, reading), LABEL, wrap=True)
    return Panel(title, Scroll(inside, form.scroll, "parts"), beside=[was], pad=0, grow=1)


def parts_view(stage: Stage, form: Form) -> Widget:
    """The same where one thing is shown at a time."""
    if not stage.playing.quarters:
        return Box(Label(stage.say("charts-none"), SOFT, wrap=True), card=True, pad=16, grow=1)
    reading = _reading(stage)
    head = Label(
        f"**{stage.say('charts-parts-score', score=figure(reading.score))}** {_was(stage, reading)}", LABEL, wrap=True
    )
    table = _short_table(stage, reading) if form.narrow else _table(stage, reading)
    inside = Column([head, table, Rule(double=True), _total(stage, reading)], gap=8, pad=(14, 8))
    return Box(Scroll(inside, form.scroll, "parts"), card=True, grow=1)


def _reading(stage: Stage) -> RegionReading:
    return region_reading(stage.playing, len(stage.playing.quarters))


def _was(stage: Stage, reading: RegionReading) -> str:
    if reading.change is None:
        return stage.say("charts-parts-mean")
    return stage.say("charts-parts-was", score=figure(reading.score - reading.change))


def _table(stage: Stage, reading: RegionReading) -> Widget:
    """A line a part: value, what it was, what its change did to the score, why."""
    rows: list[list[Widget | None]] = []
    for name in REGION_PARTS:
        part = reading.parts[name]
        was = "" if part.change is None else stage.say("charts-was", value=figure(part.value - part.change))
        rows.append(
            [
                Label(stage.say(f"part-{name}"), BODY),
                Label(figure(part.value), BOLD, align="right"),
                Label(was, LABEL),
                _bar(reading, name, BAR_WIDE),
                Label(_effect(reading, name), BOLD, align="right"),
                Label(_why(stage, reading, name), LABEL, wrap=True),
            ]
        )
    return Grid(["auto", "auto", "auto", BAR_WIDE, "auto", (1.0,)], rows, gap=10, row_height=28)


def _short_table(stage: Stage, reading: RegionReading) -> Widget:
    """The same in large text: the reason under the name, what it was under the value."""
    rows: list[list[Widget | None]] = []
    for name in REGION_PARTS:
        part, why = reading.parts[name], _why(stage, reading, name)
        was = "" if part.change is None else stage.say("charts-was", value=figure(part.value - part.change))
        rows.append(
            [
                Column(
                    [Label(stage.say(f"part-{name}"), BODY, wrap=True), Label(why, LABEL, wrap=True) if why else None]
                ),
                Column(
                    [Label(figure(part.value), BOLD, align="right"), Label(was, LABEL, align="right") if was else None]
                ),
                _bar(reading, name, SMALL_BAR),
                Label(_effect(reading, name), BOLD, align="right"),
            ]
        )
    return Grid([(1.0,), "auto", SMALL_BAR, "auto"], rows, gap=10, row_gap=6)


def _total(stage: Stage, reading: RegionReading) -> Widget:
    """The change of the score, and whose doing it was."""
    if reading.change is None:
        return Label(stage.say("results-first"), LABEL, wrap=True)
    shares = shared(stage, len(stage.playing.quarters), "region")
    whose = stage.say("charts-shares", **{name: figure(value, 1, sign=True) for name, value in shares.items()})
    parts: list[Widget | None] = [
        Label(stage.say("charts-change"), BOLD),
        Gap(grow=1),
        Label(whose, LABEL_INK, align="right", wrap=True) if shares else None,
        Label(figure(reading.change, 1, sign=True), LEAD),
        Label(stage.say("chart-points"), LABEL),
    ]
    return Row(parts, gap=10)


def effect(reading: RegionReading, name: str) -> float | None:
    """What the change of a part did to the score: each counts a fifth."""
    change = reading.parts[name].change
    return None if change is None else change / len(REGION_PARTS)


def _effect(reading: RegionReading, name: str) -> str:
    moved = effect(reading, name)
    return "" if moved is None else figure(moved, 1, sign=True)


def _why(stage: Stage, reading: RegionReading, name: str) -> str:
    term = reading.parts[name].term
    return stage.say(f"why-{name}-{term}") if term else ""


def _bar(reading: RegionReading, name: str, width: float) -> Widget:
    """From the middle to the right and filled for a gain, to the left and hollow for a loss."""
    moves = [effect(reading, part) or 0.0 for part in REGION_PARTS]
    span = max(LEAST_SPAN, *map(abs, moves))
    part = (effect(reading, name) or 0.0) / span
    return Picture(lambda canvas, area: _draw_bar(canvas, area, part), ("part", part), width, BAR_HIGH)


def _draw_bar(canvas: Canvas, area: Rect, part: float) -> None:
    canvas.shape(("part bar", part), area, lambda pen: _paint_bar(pen, area.w, area.h, part))


def _paint_bar(pen: Pen, w: float, h: float, part: float) -> None:
    middle = w / 2
    long = abs(part) * (middle - 2)
    if part > 0:
        pen.rect(Rect(middle, 2, long, h - 4), "ink")
    elif part < 0 and long > 0:
        pen.rect(Rect(middle - max(long, 3), 2, max(long, 3), h - 4), "card", "ink", 1.6)
    pen.line([(middle, 0), (middle, h)], "ink", 1.4)
