"""The words on the phase map: none covers another, a mark or the path; the least important are left out."""

import re
from collections.abc import Iterator, Sequence
from functools import partial

import numpy as np

from game.view.kit.paint import Canvas
from game.view.kit.pen import Pen, Point, Rect
from game.view.kit.text import LABEL, LABEL_BOLD, LABEL_INK, Style
from game.view.kit.widget import Size
from game.view.pictures.labels import APART, Wish, along, around, inside, place
from game.view.pictures.phase_chart import FULL, Basin, Field, PhaseMap, Plot

HIGH = 20.0
PAD = 5.0
MARK_ROOM = 11.0  # round a mark
RING_ROOM = 6.0
STEP = 7.0  # between points of a line that labels should not cover
LATTICE = 24
YOU = Style(14, 20, "bold", "you_text")
HERE, ON, OFF, UNMEASURED = "here", "on", "off", "unmeasured"


def label_map(canvas: Canvas, plot: Plot, chart: PhaseMap, field: Field) -> dict[str, Rect]:
    """Paint the words of a map; gives their places by name."""
    texts = dict(_texts(chart))
    wishes = []
    for name, (words, style) in texts.items():
        sizes = tuple(_sizes(canvas, words, style))
        wishes.append(Wish(name, tuple(_places(name, sizes, plot, chart, field))))
    made = place(wishes, plot.area, _marks(plot, chart), _lines(plot, chart))
    for name, box in made.items():
        words, style = texts[name]
        canvas.shape(("pill", box.w, box.h), box, partial(_paper, box))
        canvas.text(words, box, style, "center")
    return made


def _sizes(canvas: Canvas, words: str, style: Style) -> Iterator[Size]:
    """The room that words need in one line, and in as many as they have words (in Chinese: clauses)."""
    yield canvas.width(words, style) + 2 * PAD, HIGH
    longest = max(canvas.width(word, style) for word in re.split(" |(?<=，)", words))
    laid = canvas.breaker.paragraph(words, style, canvas.k, int((longest + 1) * canvas.k))
    yield laid.width / canvas.k + 2 * PAD + 2, laid.height / canvas.k


def _texts(chart: PhaseMap) -> Iterator[tuple[str, tuple[str, Style]]]:
    """Words by name, the most important first."""
    yield HERE, (chart.stops[-1], YOU)
    for number, basin in enumerate(chart.basins):
        yield f"basin {number}", (basin.label, LABEL_BOLD)
    for number, goal in enumerate(chart.goals):
        yield f"goal {number}", (goal.label, LABEL_INK)
    for name, edge in ((ON, chart.on), (OFF, chart.off)):
        if edge is not None:
            yield name, (edge[1], LABEL_INK)
    for number, words in enumerate(chart.stops[:-1]):
        if words:
            yield f"stop {number}", (words, YOU)
    if chart.unmeasured:
        yield UNMEASURED, (chart.unmeasured, LABEL)


def _places(name: str, sizes: Sequence[Size], plot: Plot, chart: PhaseMap, field: Field) -> Iterator[Rect]:
    """Where a label may stand, the best first."""
    kind, _, number = name.partition(" ")
    size = sizes[0]
    if kind == HERE:
        for room in sizes:
            yield from around(plot.at(chart.path[-1]), room, MARK_ROOM + APART, plot.area, rings=3)
    elif kind == "stop":
        yield from around(plot.at(chart.path[int(number)]), size, RING_ROOM + APART + 1, plot.area, rings=1)
    elif kind == "goal":
        goal = chart.goals[int(number)]
        for room in sizes:
            yield from around(plot.at((goal.cluster, goal.brand)), room, MARK_ROOM + APART, plot.area, rings=3)
    elif kind == "basin":
        for room in sizes:
            yield from _in_basin(chart.basins[int(number)], room, plot, field)
        yield from _near_basin(chart.basins[int(number)], size, plot, field)
    elif kind == UNMEASURED:
        yield from _above(size, plot, float(field.ys[-1]))
    else:
        edge = chart.on if kind == ON else chart.off
        assert edge is not None
        yield from _beside(plot.at((edge[0], 0))[0], size, plot.area, right=kind == ON)


def _in_basin(basin: Basin, size: Size, plot: Plot, field: Field) -> Iterator[Rect]:
    """Places wholly in a basin, the nearest to its middle first."""
    w, h = size
    for x, y in _points(basin, plot, field):
        box = Rect(min(max(x - w / 2, plot.area.x + 1), plot.area.right - w), y - h / 2, w, h)
        corners = [(box.x, box.y), (box.right, box.y), (box.x, box.bottom), (box.right, box.bottom)]
        if inside(box, plot.area) and all(field.held(_back(plot, corner)) is basin.held for corner in corners):
            yield box


def _near_basin(basin: Basin, size: Size, plot: Plot, field: Field) -> Iterator[Rect]:
    """Places that begin in a basin too narrow for them."""
    w, h = size
    for x, y in _points(basin, plot, field):
        yield Rect(min(max(x - 2, plot.area.x + 1), plot.area.right - w), y - h / 2, w, h)


def _points(basin: Basin, plot: Plot, field: Field) -> list[Point]:
    """Points of a basin on the canvas, spread over it, the nearest to its middle first."""
    steps = [(n + 0.5) / LATTICE * FULL for n in range(LATTICE)]
    points = [plot.at((x, y)) for x in steps for y in steps if field.held((x, y)) is basin.held]
    if not points:
        return []
    middle = np.mean(points, axis=0)
    return sorted(points, key=lambda point: float(np.hypot(*(point - middle))))


def _back(plot: Plot, point: Point) -> Point:
    """A point of the canvas on the map, kept within it."""
    x = (point[0] - plot.area.x) / plot.area.w * FULL
    y = (plot.area.bottom - point[1]) / plot.area.h * FULL
    return min(max(x, 0.0), FULL), min(max(y, 0.0), FULL)


def _beside(x: float, size: Size, area: Rect, *, right: bool) -> Iterator[Rect]:
    """Beside an upright line, from the top down; on the other side where the first has no room."""
    w, h = size
    tops = [area.y + 4 + n * (h + 4) for n in range(max(1, int(area.h // (h + 4))))]
    for left in (x + 5, x - 5 - w) if right else (x - 5 - w, x + 5):
        for top in tops:
            yield Rect(left, top, w, h)


def _above(size: Size, plot: Plot, brand: float) -> Iterator[Rect]:
    """In what lies above the highest opening."""
    w, h = size
    bottom = plot.at((0, brand))[1]
    if bottom - plot.area.y >= h:
        middle = (plot.area.y + bottom - h) / 2
        for part in (0.5, 0.8, 0.2, 1.0, 0.0):
            yield Rect(plot.area.x + part * (plot.area.w - w), middle, w, h)


def _marks(plot: Plot, chart: PhaseMap) -> list[Rect]:
    """What no label may cover: where the region is, the rings, the goals, the ends."""
    marks = [(chart.path[-1], MARK_ROOM - 1)] + [(point, RING_ROOM) for point in chart.path[:-1]]
    marks += [((goal.cluster, goal.brand), MARK_ROOM - 1) for goal in chart.goals]
    marks += [(basin.end, MARK_ROOM - 1) for basin in chart.basins]
    made = []
    for point, room in marks:
        x, y = plot.at(point)
        made.append(Rect(x - room, y - room, 2 * room, 2 * room))
    return made


def _lines(plot: Plot, chart: PhaseMap) -> list[Point]:
    """Points of the lines that labels keep off if they can."""
    made = along([plot.at(point) for point in chart.path], STEP)
    for goal in chart.goals:
        made += along([plot.at(chart.path[-1]), plot.at((goal.cluster, goal.brand))], STEP)
    for edge in (chart.on, chart.off):
        if edge is not None:
            made += along([plot.at((edge[0], 0)), plot.at((edge[0], FULL))], 2 * STEP)
    return made


def _paper(box: Rect, pen: Pen) -> None:
    pen.rect(Rect(0, 0, box.w, box.h), "card", radius=4, alpha=224)
