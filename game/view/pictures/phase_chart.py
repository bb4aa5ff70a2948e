"""What the phase map shows, as plain data in points, and where its plot lies on a canvas."""

from dataclasses import dataclass

import numpy as np

from game.model.record import Floats
from game.view.kit.paint import Canvas
from game.view.kit.pen import Point, Rect
from game.view.kit.text import LABEL, LABEL_INK
from game.view.pictures.contour import finer

HALF = 0.5
FULL = 100.0
TITLE_ROOM, TICK_ROOM, HEAD = 20.0, 22.0, 10.0
RIGHT_ROOM = 14.0


@dataclass(frozen=True)
class Goal:
    """Where the region would go: in points, with its words; `state` kept or broke."""

    cluster: float
    brand: float
    label: str
    state: str


@dataclass(frozen=True)
class Basin:
    """A part of the map from which the region goes to the same end, a point; `held` where the brand forms."""

    held: bool
    label: str
    end: Point


@dataclass(frozen=True)
class PhaseMap:
    """Everything the picture depends on, in points.

    `formed` [x][y] is the share of runs in which the brand forms, `moves` an opening with its move. `on` and `off` are
    thresholds of the cluster level with their words. `path` begins with the opening, `stops` are its words by place.
    """

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    formed: tuple[tuple[float, ...], ...]
    moves: tuple[tuple[Point, Point], ...]
    basins: tuple[Basin, ...]
    on: tuple[float, str] | None
    off: tuple[float, str] | None
    path: tuple[Point, ...]
    stops: tuple[str, ...]
    goals: tuple[Goal, ...]
    across: str
    up: str
    unmeasured: str


@dataclass(frozen=True)
class Field:
    """What is measured on a finer grid, in points, with values of `formed`."""

    xs: Floats
    ys: Floats
    values: Floats

    def held(self, point: Point) -> bool | None:
        """Whether the brand forms from a point on; None where nothing was measured."""
        x, y = point
        if not (self.xs[0] <= x <= self.xs[-1] and self.ys[0] <= y <= self.ys[-1]):
            return None
        i, k = int(np.abs(self.xs - x).argmin()), int(np.abs(self.ys - y).argmin())
        return bool(self.values[i, k] >= HALF)


def field_of(chart: PhaseMap) -> Field:
    """The field of a map."""
    return Field(*finer(np.array(chart.xs), np.array(chart.ys), np.array(chart.formed)))


@dataclass(frozen=True)
class Plot:
    """Where the map lies on the canvas."""

    area: Rect
    upright: bool  # whether the title of the y axis stands upright beside it, or lies above

    def at(self, point: Point) -> Point:
        """A point of the map on the canvas."""
        return (
            self.area.x + point[0] / FULL * self.area.w,
            self.area.bottom - point[1] / FULL * self.area.h,
        )


def plot_of(canvas: Canvas, area: Rect, chart: PhaseMap) -> Plot:
    """The plot in an area, with room for ticks and titles."""
    ticks = canvas.width(f"{FULL:.0f}", LABEL) + 8
    tall = area.h - HEAD - TICK_ROOM - TITLE_ROOM
    upright = canvas.width(chart.up, LABEL_INK) <= tall
    left, top = (TITLE_ROOM + ticks, HEAD) if upright else (ticks, HEAD + TITLE_ROOM)
    room = area.h - top - TICK_ROOM - TITLE_ROOM
    return Plot(Rect(area.x + left, area.y + top, max(area.w - left - RIGHT_ROOM, 20), max(room, 20)), upright)
