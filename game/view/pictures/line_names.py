"""The lines of a chart and their names: at the ends, moved apart where they would meet, or in a legend above."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from game.view.kit.paint import Canvas
from game.view.kit.pen import Pen, Point, Rect
from game.view.kit.text import Style

LABEL_HIGH = 20.0
LABEL_AT = 28.0  # from the end of a line to its name, its mark between
LEGEND_HIGH = 22.0
SAMPLE = 22.0
LEGEND_GAP = 18.0
MOVED = 5.0  # a name further from its line than this is led to it


@dataclass(frozen=True)
class Series:
    """One line: its values by quarter (NaN where there is none), its looks and its name; one without is a neighbour."""

    values: tuple[float, ...]
    label: str
    token: str
    text_token: str = "ink"
    width: float = 2
    dash: bool = False
    marker: str = "dot"


def known(item: Series) -> list[int]:
    """Places of the values that are there."""
    return [place for place, value in enumerate(item.values) if not math.isnan(value)]


def end_style(item: Series) -> Style:
    """How a line's name is written."""
    return Style(14, 20, "bold" if item.width > 2 else "sans", item.text_token)


def draw_ends(canvas: Canvas, area: Rect, plot: Rect, named: Sequence[tuple[Series, Sequence[Point]]]) -> list[Rect]:
    """Names in a column beside the last points, in the order of these; gives the places taken."""
    if not named:
        return []
    ends = sorted(((points[-1][1] + area.y, points[-1][0] + area.x, item) for item, points in named), key=_height)
    tops = spread([y - LABEL_HIGH / 2 for y, _, _ in ends], area.y, plot.bottom)
    column = max(x for _, x, _ in ends)
    taken = []
    for top, (y, x, item) in zip(tops, ends, strict=True):
        middle = top + LABEL_HIGH / 2
        if abs(middle - y) > MOVED or column - x > MOVED:
            _lead(canvas, (x + 5, y), (column + 9, middle))
        at = column + LABEL_AT if item.marker else column + LABEL_AT - 16
        words = Rect(at, top, canvas.width(item.label, end_style(item)) + 1, LABEL_HIGH)
        paper = Rect(column + 9, top + 1, words.right - column - 5, LABEL_HIGH - 2)
        canvas.shape(("paper", paper.w), paper, partial(_paper, paper))
        if item.marker:
            box = Rect(column + 12, middle - 6, 12, 12)
            canvas.shape(("end mark", item.marker, item.token, item.width), box, partial(_end_mark, item))
        canvas.text(item.label, words, end_style(item), wrap=False)
        taken.append(Rect(column, top, words.right - column, LABEL_HIGH))
    return taken


def _paper(area: Rect, pen: Pen) -> None:
    """So that no rule runs through a name."""
    pen.rect(Rect(0, 0, area.w, area.h), "card", radius=4, alpha=210)


def _height(end: tuple[float, float, Series]) -> float:
    return end[0]


def spread(tops: Sequence[float], least: float, most: float) -> list[float]:
    """Rising tops of labels moved apart so that none covers another, between `least` and `most` as far as they fit."""
    made = list(tops)
    below = least
    for place, top in enumerate(made):
        made[place] = max(top, below)
        below = made[place] + LABEL_HIGH
    above = most
    for place in reversed(range(len(made))):
        made[place] = min(made[place], above - LABEL_HIGH)
        above = made[place]
    return made


def _lead(canvas: Canvas, start: Point, goal: Point) -> None:
    x, y = min(start[0], goal[0]) - 1, min(start[1], goal[1]) - 1
    box = Rect(x, y, abs(goal[0] - start[0]) + 2, abs(goal[1] - start[1]) + 2)
    ends = [(start[0] - x, start[1] - y), (goal[0] - x, goal[1] - y)]
    canvas.shape(("lead", tuple(ends)), box, lambda pen: pen.line(ends, "edge", 1))


def legend_rows(canvas: Canvas, width: float, named: Sequence[Series]) -> int:
    """Rows that a legend of all names has."""
    places = _legend_places(canvas, width, named)
    return places[-1][1] + 1 if places else 0


def _legend_places(canvas: Canvas, width: float, named: Sequence[Series]) -> list[tuple[float, int]]:
    """From the left and row of each name."""
    made: list[tuple[float, int]] = []
    x, row = 0.0, 0
    for item in named:
        needed = SAMPLE + 6 + canvas.width(item.label, end_style(item))
        if x and x + needed > width:
            x, row = 0.0, row + 1
        made.append((x, row))
        x += needed + LEGEND_GAP
    return made


def draw_legend(canvas: Canvas, area: Rect, named: Sequence[Series], rows: int) -> None:
    """A piece of every line with its name, in rows at the top of an area; what is beyond the last row is left out."""
    before = canvas.surface.get_clip()
    canvas.surface.set_clip(before.clip(canvas.box(area)))
    for (x, row), item in zip(_legend_places(canvas, area.w, named), named, strict=True):
        if row >= rows:
            break
        box = Rect(area.x + x, area.y + row * LEGEND_HIGH, SAMPLE, LABEL_HIGH)
        look = ("sample", item.token, item.width, item.dash, item.marker)
        canvas.shape(look, box, partial(_sample, item))
        words = Rect(box.right + 6, box.y, area.right - box.right - 6, LABEL_HIGH)
        canvas.text(item.label, words, end_style(item), wrap=False)
    canvas.surface.set_clip(before)


def _sample(item: Series, pen: Pen) -> None:
    ends = [(2.0, LABEL_HIGH / 2), (SAMPLE - 2, LABEL_HIGH / 2)]
    if item.dash:
        pen.dashes(ends, item.token, item.width, 6, 6 + item.width)  # ends are round
    else:
        pen.line(ends, item.token, item.width)
    if item.marker:
        draw_marker(pen, item, SAMPLE / 2, LABEL_HIGH / 2)


def _end_mark(item: Series, pen: Pen) -> None:
    draw_marker(pen, item, 6, 6)


def draw_marker(pen: Pen, item: Series, x: float, y: float) -> None:
    """The mark of a line at a point."""
    r = 2 + item.width / 2
    if item.marker == "square":
        pen.rect(Rect(x - r, y - r, 2 * r, 2 * r), item.token)
    elif item.marker == "triangle":
        pen.polygon([(x, y - r * 1.3), (x + r * 1.2, y + r), (x - r * 1.2, y + r)], item.token)
    elif item.marker == "diamond":
        pen.polygon([(x, y - r * 1.4), (x + r * 1.4, y), (x, y + r * 1.4), (x - r * 1.4, y)], item.token, "ink", 1)
    elif item.marker == "ring":
        pen.circle((x, y), r, "card", item.token, 2)
    elif item.marker == "dot":
        pen.circle((x, y), r, item.token)
