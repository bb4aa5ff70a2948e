"""Bars of causes: own choice solid, others hatched, inherited ruled, luck dotted: no colour has to tell them apart."""

from functools import partial

from game.view.kit.paint import Canvas
from game.view.kit.pen import Pen, Rect

STEP = 7.0
LEAST = 1.0


def draw_cause(canvas: Canvas, area: Rect, kind: str, share: float, axis: float, rests: bool = True) -> None:
    """A bar from an axis: to the left where `share` is negative. Both are shares of the width."""
    middle = area.x + axis * area.w
    long = abs(share) * area.w
    canvas.fill(Rect(middle - 0.75, area.y, 1.5, area.h), "ink")
    if long < LEAST:
        return
    bar = Rect(middle if share > 0 else middle - long, area.y + 3, long, area.h - 6)
    name = ("cause", kind, round(bar.w, 2), round(bar.h, 2)) if rests else None
    canvas.shape(name, bar, partial(_bar, kind, bar.w, bar.h))


def _bar(kind: str, w: float, h: float, pen: Pen) -> None:
    inside = Rect(0, 0, w, h)
    pen.rect(inside, {"own": "you", "others": "others"}.get(kind, "card"))
    if kind == "others":
        x = -h
        while x < w:
            pen.line([(x, h), (x + h, 0)], "hatch", 1.8)
            x += STEP
    elif kind == "inherited":
        y = STEP / 2
        while y < h:
            pen.line([(0, y), (w, y)], "ink", 1.2)
            y += STEP * 0.75
    elif kind == "luck":
        y = STEP / 2
        while y < h:
            x = STEP / 2
            while x < w:
                pen.circle((x, y), 1.3, "ink")
                x += STEP
            y += STEP
    pen.line([(0, 0), (w, 0), (w, h), (0, h), (0, 0)], "ink", 2.0)
