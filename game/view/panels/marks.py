"""Rows of marks: what each member of an institution was seen to do, and how many did."""

from collections.abc import Sequence

from game.view.frame import icon
from game.view.kit.layout import Picture, Row, Widget
from game.view.kit.paint import Canvas, Rect
from game.view.kit.text import LABEL_BOLD, LABEL_INK
from game.view.kit.widgets import Label
from game.view.pictures.icons import draw_icon
from game.view.readings import ABSENT, BROKE, KEPT
from game.view.stage import Stage

STEP = 14.0


def mark_row(marks: Sequence[str], absent: bool = False) -> Widget:
    """Marks side by side, the seat's first with a blue ring; firms that are not in are left out unless asked for."""
    own = marks[0]
    rest = sorted((mark for mark in marks[1:] if absent or mark != ABSENT), key=(KEPT, BROKE, ABSENT).index)
    shown = ([own] if own != ABSENT or absent else []) + rest
    width = max(len(shown), 1) * STEP + 6

    def draw(canvas: Canvas, area: Rect) -> None:
        top = area.y + (area.h - 12) / 2
        for place, mark in enumerate(shown):
            box = Rect(area.x + 3 + place * STEP, top, 12, 12)
            draw_icon(canvas, mark, box)
            if place == 0 and own != ABSENT:
                draw_icon(canvas, "yours", box.inset(-3))

    return Picture(draw, ("marks", tuple(shown), own), width, 20)


def mark_counts(stage: Stage, kept: int, broke: int, outside: int) -> Widget:
    """Counts instead of marks, where room is short."""
    parts: list[Widget | None] = []
    for name, message, count in ((KEPT, "mark-kept", kept), (BROKE, "mark-broke", broke), (ABSENT, "mark-absent", outside)):
        parts.append(Row([icon(name, 16), Label(stage.say(message, count=count), LABEL_INK)], gap=5))
    return Row(parts, gap=14)


__all__ = ["LABEL_BOLD", "mark_counts", "mark_row"]
