"""The calibration curve: what was said across, how often it came true upwards, and the line on which both agree."""

from collections.abc import Sequence
from typing import NamedTuple

from game.learning.calibration import Step
from game.model.call import STEPS
from game.view.kit.paint import Canvas
from game.view.kit.pen import Pen, Point, Rect
from game.view.kit.text import LABEL, Style

ROW = 20.0  # height of a line of labels
TICKS = (0, 50, 100)
LEAST, MOST = 10.0, 14.0  # radius of a dot; the number of calls stands in it
COUNT = Style(14, 20, "bold", "on_ink")


class AxisWords(NamedTuple):
    """What the two axes are called."""

    said: str
    came: str


def draw_calibration(canvas: Canvas, area: Rect, steps: Sequence[Step], words: AxisWords) -> None:
    """Paint the curve: a dot for every stated chance, larger for more calls, with its count and its interval."""
    left = area.x + max(canvas.width(text, LABEL) for text in ("100 %", words.said)) + 10
    top, bottom = area.y + ROW + MOST - 4, area.bottom - ROW - MOST
    plot = Rect(left, top, max(area.right - left - 6, ROW), max(bottom - top, ROW))

    def at(percent: float, share: float) -> Point:
        return plot.x + plot.w * percent / 100, plot.bottom - plot.h * share

    canvas.text(words.came, Rect(area.x, area.y, area.w, ROW), LABEL, wrap=False)
    for tick in TICKS:
        y = at(0, tick / 100)[1]
        canvas.rule(plot.x, y, plot.w, "edge" if tick == 0 else "line")
        canvas.text(f"{tick} %", Rect(area.x, y - ROW / 2, left - area.x - 6, ROW), LABEL, "right", wrap=False)
    for percent in STEPS:
        box = Rect(at(percent, 0)[0] - 24, plot.bottom + MOST, 48, ROW)
        canvas.text(f"{percent} %", box, LABEL, "center", wrap=False)
    canvas.text(words.said, Rect(area.x, plot.bottom + MOST, left - area.x, ROW), LABEL, wrap=False)
    inner = Rect(plot.x - area.x, plot.y - area.y, plot.w, plot.h)
    canvas.shape(("calibration", inner, tuple(steps)), area, lambda pen: _curve(pen, inner, steps))
    for step in steps:
        x, y = at(step.percent, step.share)
        canvas.text(str(step.calls), Rect(x - 16, y - 10, 32, 20), COUNT, "center", wrap=False)


def _curve(pen: Pen, plot: Rect, steps: Sequence[Step]) -> None:
    """The diagonal dashed, intervals as bars with ends, dots on top."""

    def y(share: float) -> float:
        return plot.bottom - plot.h * share

    pen.dashes([(plot.x, plot.bottom), (plot.right, plot.y)], "soft", 1.6, 6, 5)
    for step in steps:
        x = plot.x + plot.w * step.percent / 100
        pen.line([(x, y(step.low)), (x, y(step.high))], "edge", 2)
        for end in (step.low, step.high):
            pen.line([(x - 5, y(end)), (x + 5, y(end))], "edge", 2)
    most = max((step.calls for step in steps), default=1)
    for step in steps:
        radius = LEAST + (MOST - LEAST) * (step.calls / most) ** 0.5
        pen.circle((plot.x + plot.w * step.percent / 100, y(step.share)), radius, "ink")
