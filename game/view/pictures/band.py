"""A benchmark band: a bar from 0 to 100, ticks with words under it, and a pointer at one's own score."""

from collections.abc import Sequence
from dataclasses import dataclass

from game.view.kit.paint import Canvas
from game.view.kit.pen import Pen, Rect
from game.view.kit.text import LABEL

LINES = 3
HEIGHT = 84.0


@dataclass(frozen=True)
class Tick:
    """A place on the band with its words."""

    value: float
    label: str


def draw_band(canvas: Canvas, area: Rect, value: float, ticks: Sequence[Tick], token: str) -> None:
    """Paint the band; labels that would meet go to another line."""
    bar = Rect(area.x + 4, area.y + 12, area.w - 8, 12)

    def x_of(score: float) -> float:
        return bar.x + bar.w * min(max(score, 0), 100) / 100

    canvas.card(bar, "inset", "edge", 3)
    ordered = sorted(ticks, key=lambda tick: tick.value)
    if len(ordered) > 1:
        low, high = x_of(ordered[0].value), x_of(ordered[-1].value)
        canvas.fill(Rect(low, bar.y + 1, max(high - low, 1), bar.h - 2), "line")
    taken = [-1e9] * LINES
    for tick in ordered:
        x = x_of(tick.value)
        canvas.fill(Rect(x - 1, bar.y - 3, 2, bar.h + 6), "ink")
        wide = canvas.width(tick.label, LABEL)
        left = min(max(x - wide / 2, area.x), area.right - wide)
        row = next((line for line, end in enumerate(taken) if left > end + 8), LINES - 1)
        taken[row] = left + wide
        canvas.text(tick.label, Rect(left, bar.bottom + 3 + 18 * row, wide + 2, 20), LABEL, wrap=False)
    x = x_of(value)
    canvas.shape(("pointer", token), Rect(x - 9, area.y - 2, 18, 28), lambda pen: _pointer(pen, token))


def _pointer(pen: Pen, token: str) -> None:
    pen.polygon([(1, 0), (17, 0), (9, 12)], token)
    pen.line([(9, 10), (9, 26)], token, 3.5)
