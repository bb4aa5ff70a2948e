"""The bar of a goal: full as far as it has come, a tick across it where the target lies; and its mark.

A solid seal is reached, a solid octagon is met, an outline under way, a cross missed: readable without colour.
"""

from game.learning.goals import Progress
from game.view.kit.paint import Canvas
from game.view.kit.pen import Pen, Rect
from game.view.pictures.icons import draw_icon
from game.view.pictures.stamp import draw_stamp


def draw_goal_bar(canvas: Canvas, area: Rect, shown: Progress, *, on_bar: bool = False) -> None:
    """Paint the bar into an area; `on_bar` is for the dark ground of the top bar."""
    ink, paper, edge = ("bar_text", "bar", "bar_soft") if on_bar else ("ink", "card", "edge")
    high = min(area.h - 4, 8.0)
    track = Rect(0, (area.h - high) / 2, area.w, high)
    share, tick = shown.share, shown.tick

    def draw(pen: Pen) -> None:
        pen.rect(track, paper, edge, 1.2, 2)
        if share > 0:
            pen.rect(Rect(0, track.y, max(share * area.w, 3), high), ink, None, 0, 2)
        x = min(max(tick * area.w, 2), area.w - 2)
        pen.rect(Rect(x - 2.5, 0, 5, area.h), paper, None, 0, 0)
        pen.rect(Rect(x - 1.25, 0, 2.5, area.h), ink, None, 0, 0)

    canvas.shape(("goal bar", round(share, 3), round(tick, 3), on_bar), area, draw)


def draw_goal_mark(canvas: Canvas, area: Rect, shown: Progress, *, on_bar: bool = False) -> None:
    """Paint the mark of its state."""
    ink, paper = ("bar_text", "bar") if on_bar else ("ink", "card")
    if shown.state == "reached":
        draw_stamp(canvas, area, rim=False)
        return
    name = {"open": "stamp_empty", "met": "stamp_full", "missed": "cross"}[shown.state]
    draw_icon(canvas, name, area, ink, paper)
    if shown.state == "met":
        draw_icon(canvas, "tick", area.inset(area.w * 0.18), paper, ink)
