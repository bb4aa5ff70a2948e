"""Line charts: few lines, direct labels, zero-based axes, the same scale across quarters; "you" thick, others grey."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from game.view.kit.paint import Canvas
from game.view.kit.pen import Pen, Point, Rect
from game.view.kit.text import LABEL, Style

AXIS_ROOM = 24.0
LABEL_APART = 22.0


@dataclass(frozen=True)
class Series:
    """One line: its values by quarter (NaN where there is none), its looks and its label at the end."""

    values: tuple[float, ...]
    label: str
    token: str
    text_token: str = "ink"
    width: float = 2
    dash: bool = False
    marker: str = "dot"


@dataclass(frozen=True)
class Axes:
    """Limits and words of a chart: `ticks` on the y axis with their labels, quarters on the x axis."""

    low: float
    high: float
    ticks: tuple[tuple[float, str], ...]
    quarters: int
    first: int = 1
    quarter_label: str = "Q"
    band: tuple[tuple[float, float], ...] = ()
    band_label: str = ""


def nice_ticks(low: float, high: float, most: int = 4) -> list[float]:
    """Round values that cover a range from nought: 1, 2 or 5 times a power of ten apart."""
    low, high = min(low, 0.0), max(high, 0.0)
    if high - low <= 0:
        high = 1.0
    raw = (high - low) / most
    power = 10.0 ** math.floor(math.log10(raw))
    step = next(factor * power for factor in (1, 2, 5, 10) if factor * power >= raw - 1e-12)
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    return [i * step for i in range(first, last + 1)]


@dataclass(frozen=True)
class Frame:
    """Where the lines of a chart go: the plot's place on the canvas, and the axes that span it."""

    area: Rect
    plot: Rect
    axes: Axes

    def x(self, quarter: float) -> float:
        """Across, for a quarter; a single one stands in the middle."""
        quarters = self.axes.quarters - self.axes.first
        part = (quarter - self.axes.first) / quarters if quarters > 0 else 0.5
        return self.plot.x + part * self.plot.w

    def y(self, value: float) -> float:
        """Down, for a value."""
        span = max(self.axes.high - self.axes.low, 1e-9)
        return self.plot.bottom - (value - self.axes.low) / span * self.plot.h

    def inside(self, place: int, value: float) -> Point:
        """A value of a series within the picture."""
        return self.x(self.axes.first + place) - self.area.x, self.y(value) - self.area.y


def frame_of(canvas: Canvas, area: Rect, axes: Axes, label_room: float = 136) -> Frame:
    """The frame that a chart has in an area."""
    left = area.x + 8 + max((text_width(canvas, label, LABEL) for _, label in axes.ticks), default=0)
    plot = Rect(left, area.y + 10, max(area.right - label_room - left, 20), max(area.h - 10 - AXIS_ROOM, 20))
    return Frame(area, plot, axes)


def draw_chart(
    canvas: Canvas, area: Rect, series: Sequence[Series], axes: Axes, label_room: float = 136, markers: bool = True
) -> None:
    """Paint a chart; labels stand at the line ends, moved apart where they would meet."""
    frame = frame_of(canvas, area, axes, label_room)
    _scale(canvas, frame)
    _quarters(canvas, frame)
    local = [
        tuple(frame.inside(i, value) for i, value in enumerate(item.values) if not math.isnan(value)) for item in series
    ]
    band = tuple((frame.inside(i, low), frame.inside(i, high)) for i, (low, high) in enumerate(axes.band))
    looks = tuple((item.token, item.width, item.dash, item.marker) for item in series)
    canvas.shape(
        ("chart", tuple(local), looks, axes.band, markers), area, lambda pen: _lines(pen, series, local, band, markers)
    )
    _end_labels(canvas, area, series, local)


def _scale(canvas: Canvas, frame: Frame) -> None:
    """Rules and labels of the y axis; where they would meet, every second or third one from nought."""
    ticks = frame.axes.ticks
    apart = frame.plot.h / max(len(ticks) - 1, 1)
    every = next((n for n in range(1, len(ticks)) if apart * n >= LABEL_APART and (len(ticks) - 1) % n == 0), None)
    for place, (value, label) in enumerate(ticks):
        if place % (every or max(len(ticks) - 1, 1)):
            continue
        y = frame.y(value)
        canvas.rule(frame.plot.x, y, frame.plot.w, "line" if value else "edge")
        box = Rect(frame.area.x, y - 10, frame.plot.x - frame.area.x - 6, 20)
        canvas.text(label, box, LABEL, "right", wrap=False)


def _quarters(canvas: Canvas, frame: Frame) -> None:
    axes = frame.axes
    every = max(1, math.ceil((axes.quarters - axes.first + 1) * 34 / max(frame.plot.w, 1)))
    for quarter in range(axes.first, axes.quarters + 1, every):
        box = Rect(frame.x(quarter) - 22, frame.plot.bottom + 4, 44, 20)
        canvas.text(f"{axes.quarter_label}{quarter}", box, LABEL, "center", wrap=False)


def _lines(
    pen: Pen,
    series: Sequence[Series],
    local: Sequence[tuple[Point, ...]],
    band: Sequence[tuple[Point, Point]],
    markers: bool,
) -> None:
    if len(band) > 1:
        pen.polygon([low for low, _ in band] + [high for _, high in band][::-1], "inset", "contour", 1)
    for item, points in zip(series, local, strict=True):
        if len(points) > 1:
            if item.dash:
                pen.dashes(points, item.token, item.width, 8, 5)
            else:
                pen.line(points, item.token, item.width)
        if markers or len(points) == 1:
            for x, y in points:
                _marker(pen, item, x, y)


def _marker(pen: Pen, item: Series, x: float, y: float) -> None:
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


def _end_labels(canvas: Canvas, area: Rect, series: Sequence[Series], local: Sequence[tuple[Point, ...]]) -> None:
    ends = sorted(
        (
            (points[-1][1] + area.y, points[-1][0] + area.x, item)
            for item, points in zip(series, local, strict=True)
            if points and item.label
        ),
        key=lambda end: end[0],
    )
    height = 20.0
    tops = [max(y - height / 2, area.y) for y, _, _ in ends]
    for i in range(1, len(tops)):
        tops[i] = max(tops[i], tops[i - 1] + height)
    over = max(0.0, tops[-1] + height - (area.bottom - AXIS_ROOM)) if tops else 0.0
    for top, (_, x, item) in zip(tops, ends, strict=True):
        style = Style(14, 20, "bold" if item.width > 2 else "sans", item.text_token)
        if item.marker:
            box = Rect(x + 8, top - over + height / 2 - 6, 12, 12)
            canvas.shape(("end mark", item.marker, item.token, item.width), box, partial(_end_mark, item))
        canvas.text(item.label, Rect(x + 26, top - over, area.right - x - 26, height), style, wrap=False)


def _end_mark(item: Series, pen: Pen) -> None:
    _marker(pen, item, 6, 6)


def text_width(canvas: Canvas, content: str, style: Style) -> float:
    """How much room a text takes in one line."""
    return canvas.breaker.paragraph(content, style, canvas.k, None).width / canvas.k
