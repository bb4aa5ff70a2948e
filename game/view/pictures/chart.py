"""Line charts: few lines, direct labels, zero-based axes, the same scale across quarters; "you" thick, others grey."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from game.view.kit.paint import Canvas
from game.view.kit.pen import Pen, Point, Rect
from game.view.kit.text import LABEL, LABEL_INK
from game.view.pictures import labels
from game.view.pictures.line_names import (
    LABEL_AT,
    LABEL_HIGH,
    LEGEND_HIGH,
    Series,
    draw_ends,
    draw_legend,
    draw_marker,
    end_style,
    known,
    legend_rows,
)

AXIS_ROOM = 24.0
HEAD = 10.0
LABEL_APART = 22.0
LEAST_ROOM = 18.0  # right of the plot, for half of the last quarter's label
STEP = 8.0  # between points of lines that words should not cover
FIVES = 5  # from here on, labels of the x axis stand a multiple of this apart
MOST_LEGEND = 0.6  # part of the height that a legend takes at most
LEAST_PLOT = 0.5  # part of the width that labels at the ends leave to the plot


@dataclass(frozen=True)
class Axes:
    """Limits and words of a chart: `ticks` on the y axis with their labels, quarters on the x axis.

    In `quarter_label` # stands for the number; quarter 0 is the opening. What comes after the quarter `played` is
    tinted and named `ahead_label`; `levels` are dashed lines across, with their words.
    """

    low: float
    high: float
    ticks: tuple[tuple[float, str], ...]
    quarters: int
    first: int = 1
    quarter_label: str = "Q#"
    start_label: str = ""
    played: int | None = None
    ahead_label: str = ""
    levels: tuple[tuple[float, str], ...] = ()
    band: tuple[tuple[float, float], ...] = ()


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
    """Where the lines of a chart go: the plot's place on the canvas, and the axes that span it.

    Lines are named at their ends, or in a `legend` of some rows above the plot where names have no room there.
    """

    area: Rect
    plot: Rect
    axes: Axes
    legend: int = 0

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


def frame_of(canvas: Canvas, area: Rect, axes: Axes, series: Sequence[Series]) -> Frame:
    """The frame that a chart has in an area, with as much room beside the last points as their labels need."""
    left = area.x + 8 + max((canvas.width(label, LABEL) for _, label in axes.ticks), default=0)
    tall = max(area.h - HEAD - AXIS_ROOM, 20)
    width = area.right - left
    named = [item for item in series if item.label and known(item)]
    longest = max((LABEL_AT + canvas.width(item.label, end_style(item)) for item in named), default=0.0) + 2
    span = max(axes.quarters - axes.first, 1)
    last = max((known(item)[-1] for item in named), default=0) / span if axes.quarters > axes.first else 0.5
    room = max(LEAST_ROOM, width - (width - longest) / last if last else LEAST_ROOM)
    legend = len(named) * LABEL_HIGH > tall + HEAD or longest > width or width - room < LEAST_PLOT * width
    if not legend:
        return Frame(area, Rect(left, area.y + HEAD, max(width - room, 20), tall), axes)
    rows = min(legend_rows(canvas, area.w, named), max(1, int(MOST_LEGEND * tall / LEGEND_HIGH)))
    high = rows * LEGEND_HIGH
    plot = Rect(left, area.y + HEAD + high, max(width - LEAST_ROOM, 20), max(tall - high, 20))
    return Frame(area, plot, axes, rows)


def draw_chart(
    canvas: Canvas, area: Rect, series: Sequence[Series], axes: Axes, markers: bool = True, drawn: float = 1.0
) -> None:
    """Paint a chart; labels stand at the line ends, moved apart where they would meet, else in a legend.

    `drawn` is how much of every line's last stretch is there already.
    """
    frame = frame_of(canvas, area, axes, series)
    _ahead(canvas, frame)
    _scale(canvas, frame)
    _quarters(canvas, frame)
    local = [
        tuple(frame.inside(i, value) for i, value in enumerate(item.values) if not math.isnan(value)) for item in series
    ]
    band = tuple((frame.inside(i, low), frame.inside(i, high)) for i, (low, high) in enumerate(axes.band))
    looks = tuple((item.token, item.width, item.dash, item.marker) for item in series)
    levels = tuple(frame.y(value) - area.y for value, _ in axes.levels)
    ends = (frame.plot.x - area.x, frame.plot.right - area.x)
    if band or levels:
        across = [[(ends[0], y), (ends[1], y)] for y in levels]
        canvas.shape(("chart ground", band, levels, ends), area, lambda pen: _ground(pen, band, across))
    clip = canvas.surface.get_clip()
    canvas.surface.set_clip(clip.clip(canvas.box(area._replace(w=_tip(local, drawn, area.w)))))
    canvas.shape(("chart", tuple(local), looks, markers), area, lambda pen: _lines(pen, series, local, markers))
    canvas.surface.set_clip(clip)
    named = [(item, points) for item, points in zip(series, local, strict=True) if points and item.label]
    if frame.legend:
        draw_legend(canvas, area, [item for item, _ in named], frame.legend)
    taken = [] if frame.legend else draw_ends(canvas, frame.area, frame.plot, named)
    _notes(canvas, frame, taken, [(x + area.x, y + area.y) for points in local for x, y in labels.along(points, STEP)])


def _tip(local: Sequence[tuple[Point, ...]], drawn: float, wide: float) -> float:
    """How far across lines are there, while their last stretch is being drawn."""
    ends = [points[-2:] for points in local if len(points) > 1]
    if drawn == 1.0 or not ends:
        return wide
    (before, _), (last, _) = max(ends, key=lambda pair: pair[1][0])
    return before + (last - before) * drawn


def _ahead(canvas: Canvas, frame: Frame) -> None:
    """What has not been played yet has another ground."""
    played, plot = frame.axes.played, frame.plot
    if played is not None and played < frame.axes.quarters:
        x = frame.x(played)
        canvas.fill(Rect(x, plot.y, plot.right - x, plot.h), "inset")


def _notes(canvas: Canvas, frame: Frame, taken: Sequence[Rect], lines: Sequence[Point]) -> None:
    """Words at the levels and in what was not played yet, where they have room beside labels and lines."""
    axes, plot = frame.axes, frame.plot
    wishes, styles = [], {}
    for value, words in axes.levels:
        w, y = canvas.width(words, LABEL_INK), frame.y(value)
        across = [plot.right - w - 4 - part * (plot.w - w - 8) for part in (0.0, 1.0, 0.75, 0.5, 0.25)]
        wishes.append(labels.Wish(words, tuple(Rect(x, y + d, w, 18.0) for x in across for d in (2.0, -19.0))))
        styles[words] = LABEL_INK
    if axes.played is not None and axes.ahead_label:
        w, x = canvas.width(axes.ahead_label, LABEL), frame.x(axes.played)
        if plot.right - x > w + 8:
            box = Rect((x + plot.right - w) / 2, plot.bottom - 24, w, 20)
            wishes.append(labels.Wish(axes.ahead_label, (box, box._replace(y=plot.y + 4))))
            styles[axes.ahead_label] = LABEL
    for words, box in labels.place(wishes, plot, taken, lines, crossing=False).items():
        canvas.text(words, box, styles[words], "center", wrap=False)


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
    """Quarters under the plot, as many as have room; the opening has a word of its own."""
    axes = frame.axes
    words = {quarter: axes.quarter_label.replace("#", str(quarter)) for quarter in range(axes.first, axes.quarters + 1)}
    if axes.start_label and axes.first == 0:
        words[0] = axes.start_label
    longest = max(canvas.width(label, LABEL) for label in words.values())
    every = max(1, math.ceil((axes.quarters - axes.first) * (longest + 10) / max(frame.plot.w, 1)))
    every = every if every < FIVES else FIVES * math.ceil(every / FIVES)
    for quarter in range(axes.first, axes.quarters + 1, every):
        box = Rect(frame.x(quarter) - 40, frame.plot.bottom + 4, 80, 20)
        canvas.text(words[quarter], box, LABEL, "center", wrap=False)


def _ground(pen: Pen, band: Sequence[tuple[Point, Point]], levels: Sequence[Sequence[Point]]) -> None:
    """What lies under the lines: the band of likely values, and levels across."""
    if len(band) > 1:
        pen.polygon([low for low, _ in band] + [high for _, high in band][::-1], "inset", "contour", 1)
    for ends in levels:
        pen.dashes(ends, "ink", 1.2, 5, 4)


def _lines(
    pen: Pen,
    series: Sequence[Series],
    local: Sequence[tuple[Point, ...]],
    markers: bool,
) -> None:
    for item, points in zip(series, local, strict=True):
        if len(points) > 1:
            if item.dash:
                pen.dashes(points, item.token, item.width, 8, 6 + item.width)  # ends are round
            else:
                pen.line(points, item.token, item.width)
        if item.marker and (markers or len(points) == 1):
            for x, y in points:
                draw_marker(pen, item, x, y)
        elif len(points) == 1:
            pen.circle(points[0], 1 + item.width / 2, item.token)
