"""Rows of marks: what each member of an institution was seen to do, and how many did."""

from collections.abc import Sequence

from game.view.frame import icon
from game.view.kit.layout import Row
from game.view.kit.paint import Canvas
from game.view.kit.pen import Rect
from game.view.kit.text import LABEL_INK
from game.view.kit.widget import Widget
from game.view.kit.widgets import Label, Picture
from game.view.pictures.icons import draw_icon
from game.view.readings import ABSENT, BROKE, KEPT
from game.view.stage import Stage

STEP = 14.5


def mark_row(marks: Sequence[str], absent: bool = False) -> Widget:
    """Marks side by side, the seat's first with a blue ring; firms that are not in are left out unless asked for.

    Where room is short the marks move closer together.
    """
    own = marks[0]
    rest = sorted((mark for mark in marks[1:] if absent or mark != ABSENT), key=(KEPT, BROKE, ABSENT).index)
    shown = ([own] if own != ABSENT or absent else []) + rest

    def draw(canvas: Canvas, area: Rect) -> None:
        step = min(STEP, (area.w - 20) / max(len(shown) - 1, 1))
        side = min(13.0, max(step * 1.05, 6.0))
        for place in reversed(range(len(shown))):
            box = Rect(area.x + 4 + place * step, area.y + (area.h - side) / 2, side, side)
            draw_icon(canvas, shown[place], box)
            if place == 0 and own != ABSENT:
                draw_icon(canvas, "yours", box.inset(-3))

    return Picture(draw, ("marks", tuple(shown), own), 60, 20, grow=1)


def mark_counts(stage: Stage, kept: int, broke: int, outside: int) -> Widget:
    """Counts instead of marks, where room is short."""
    parts: list[Widget | None] = []
    for name, message, count in (
        (KEPT, "mark-kept", kept),
        (BROKE, "mark-broke", broke),
        (ABSENT, "mark-absent", outside),
    ):
        parts.append(Row([icon(name, 16), Label(stage.say(message, count=count), LABEL_INK)], gap=5))
    return Row(parts, gap=14)
