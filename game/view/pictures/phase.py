"""The phase map: cluster level across, regional brand up, both 0 to 100 points.

Two basins with the tipping line between them, where a region moves from each opening, the thresholds of awareness, the
game's own path with where it is now, and where it would go.
"""

from collections.abc import Callable, Sequence

import numpy as np

from game.view.kit.paint import Canvas, upright
from game.view.kit.pen import Pen, Point, Rect
from game.view.kit.text import LABEL, LABEL_INK
from game.view.pictures.contour import contour, regions
from game.view.pictures.icons import draw_icon
from game.view.pictures.phase_chart import (
    FULL,
    HALF,
    TICK_ROOM,
    TITLE_ROOM,
    Field,
    PhaseMap,
    Plot,
    field_of,
    plot_of,
)
from game.view.pictures.phase_labels import label_map

TICKS = (20, 50, 100)
TICK_HIGH, TICK_WIDE = 22.0, 36.0
LONGEST_ARROW, SHORTEST_ARROW, ARROW_HEAD = 26.0, 7.0, 7.0
ARROW_CELL = 46.0  # arrows stand no nearer to each other
CASING, RING, HERE = 8.0, 5.0, 8.0
MARK = 18.0
END_SEAL = 18.0


def draw_phase(canvas: Canvas, area: Rect, chart: PhaseMap) -> None:
    """Paint the map; labels that have no place are left out, the least important first."""
    plot, field = plot_of(canvas, area, chart), field_of(chart)

    def local(point: Point) -> Point:
        x, y = plot.at(point)
        return x - plot.area.x, y - plot.area.y

    canvas.fill(plot.area, "card")
    canvas.shape(("phase", chart), plot.area, lambda pen: _ground(pen, chart, field, local, plot.area))
    _scales(canvas, area, plot, chart)
    for basin in chart.basins:
        stamp = "stamp_full" if basin.held else "stamp_empty"
        draw_icon(canvas, stamp, _box(plot.at(basin.end), END_SEAL), "seal_mark")
    over = plot.area.inset(-HERE - 4)  # marks on the edge of the map stick out of it
    canvas.shape(
        ("phase path", chart), over, lambda pen: _path(pen, chart, lambda point: _moved(local(point), HERE + 4))
    )
    for goal in chart.goals:
        draw_icon(canvas, goal.state, _box(plot.at((goal.cluster, goal.brand)), MARK))
    label_map(canvas, plot, chart, field)


def _moved(point: Point, by: float) -> Point:
    return point[0] + by, point[1] + by


def _box(middle: Point, side: float) -> Rect:
    return Rect(middle[0] - side / 2, middle[1] - side / 2, side, side)


To = Callable[[Point], Point]


def _ground(pen: Pen, chart: PhaseMap, field: Field, to: To, area: Rect) -> None:
    """Basins, grid, moves, tipping line and thresholds."""
    low, high = to((field.xs[0], field.ys[0])), to((field.xs[-1], field.ys[-1]))
    pen.rect(Rect(low[0], high[1], high[0] - low[0], low[1] - high[1]), "basin_lost")
    for polygon in regions(field.xs, field.ys, field.values, HALF):
        pen.polygon([to(point) for point in polygon], "basin_held")
    for tick in range(0, 101, ticks_apart(area.w, TICK_WIDE)):
        pen.line([to((tick, 0)), to((tick, FULL))], "line" if tick else "edge", 1)
    for tick in range(0, 101, ticks_apart(area.h, TICK_HIGH)):
        pen.line([to((0, tick)), to((FULL, tick))], "line" if tick else "edge", 1)
    for start, move in thinned(chart.moves, area):
        _arrow(pen, to(start), to((start[0] + move[0], start[1] + move[1])))
    for line in contour(field.xs, field.ys, field.values, HALF):
        pen.line([to(point) for point in line], "ink", 2.4)
    for edge, on, off in ((chart.on, 8, 5), (chart.off, 2.5, 4)):
        if edge is not None:
            pen.dashes([to((edge[0], 0)), to((edge[0], FULL))], "ink", 1.8, on, off)


def ticks_apart(length: float, room: float) -> int:
    """Points between ticks of an axis, so that each label has room."""
    return next((step for step in TICKS if length * step / FULL >= room), TICKS[-1])


def thinned(moves: Sequence[tuple[Point, Point]], area: Rect) -> list[tuple[Point, Point]]:
    """Moves from every opening, or every second one, so that arrows keep apart; from the border only where all show."""
    xs, ys = sorted({start[0] for start, _ in moves}), sorted({start[1] for start, _ in moves})
    steps = []
    for levels, length in ((xs, area.w), (ys, area.h)):
        apart = (levels[-1] - levels[0]) / max(len(levels) - 1, 1) / FULL * length if levels else 1.0
        steps.append(max(1, int(np.ceil(ARROW_CELL / max(apart, 1e-6)))))
    wanted_x = set(xs[steps[0] // 2 :: steps[0]])
    wanted_y = set(ys[steps[1] // 2 :: steps[1]])
    return [(start, move) for start, move in moves if start[0] in wanted_x and start[1] in wanted_y]


def _arrow(pen: Pen, start: Point, goal: Point) -> None:
    """An arrow of limited length; a region that hardly moves gets a dot."""
    dx, dy = goal[0] - start[0], goal[1] - start[1]
    length = float(np.hypot(dx, dy))
    if length < 1.5:
        pen.circle(start, 2, "edge")
        return
    shown = min(max(length, SHORTEST_ARROW), LONGEST_ARROW)
    ux, uy = dx / length, dy / length
    tip = (start[0] + ux * shown, start[1] + uy * shown)
    back = (tip[0] - ux * ARROW_HEAD, tip[1] - uy * ARROW_HEAD)
    pen.line([start, back], "edge", 1.4)
    pen.polygon([tip, (back[0] - uy * 3.2, back[1] + ux * 3.2), (back[0] + uy * 3.2, back[1] - ux * 3.2)], "edge")


def _path(pen: Pen, chart: PhaseMap, to: To) -> None:
    """The game so far, a ring a quarter, and the way to the goals."""
    here = to(chart.path[-1])
    for goal in chart.goals:
        ends = [here, to((goal.cluster, goal.brand))]
        pen.dashes(ends, "ink", 2, 2.5, 4)
    points = [to(point) for point in chart.path]
    if len(points) > 1:
        pen.line(points, "card", CASING)
        pen.line(points, "you", 4)
    for point in points[:-1]:
        pen.circle(point, RING, "card", "you", 2)
    pen.circle(here, HERE, "you", "card", 2)


def _scales(canvas: Canvas, area: Rect, plot: Plot, chart: PhaseMap) -> None:
    """Ticks and titles of both axes."""
    for tick in range(0, 101, ticks_apart(plot.area.h, TICK_HIGH)):
        y = plot.at((0, tick))[1]
        canvas.text(str(tick), Rect(plot.area.x - 46, y - 10, 40, 20), LABEL, "right", wrap=False)
    for tick in range(0, 101, ticks_apart(plot.area.w, TICK_WIDE)):
        x = plot.at((tick, 0))[0]
        canvas.text(str(tick), Rect(x - 20, plot.area.bottom + 3, 40, 18), LABEL, "center", wrap=False)
    under = Rect(plot.area.x, plot.area.bottom + TICK_ROOM, plot.area.w, 18)
    canvas.text(chart.across, under, LABEL_INK, "center", wrap=False)
    if plot.upright:
        upright(canvas, chart.up, Rect(area.x, plot.area.y, TITLE_ROOM, plot.area.h), LABEL_INK)
    else:
        canvas.text(chart.up, Rect(area.x, area.y + 2, area.w, 18), LABEL_INK, wrap=False)
