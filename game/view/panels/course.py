"""The course of both scores, as every screen draws it: the region's line red with squares, the firm's blue."""

import math

from game.view.kit.paint import Canvas
from game.view.kit.pen import Rect
from game.view.kit.widget import Widget
from game.view.kit.widgets import Picture
from game.view.pictures.chart import Axes, Series, draw_chart
from game.view.stage import Stage
from game.wording.figures import figure

HUNDRED = tuple((float(tick), str(tick)) for tick in (0, 25, 50, 75, 100))


def hundred(stage: Stage) -> Axes:
    """Axes from 0 to 100 over the quarters played."""
    return Axes(0, 100, HUNDRED, max(len(stage.playing.quarters), 2), quarter_label=stage.say("chart-q"))


def score_series(stage: Stage) -> list[Series]:
    """Region score, and firm score where the scenario has one, by quarter."""
    scores = [quarter.outcome.scores for quarter in stage.playing.quarters]
    region = tuple(float(held.region[0]) for held in scores)
    firm = tuple(float(held.firm[0, stage.slot]) for held in scores)
    words = stage.say("chart-region", value=figure(region[-1]))
    series = [Series(region, words, "seal_top", "ink", 4, marker="square")]
    if not math.isnan(firm[-1]):
        series.append(Series(firm, stage.say("chart-firm", value=figure(firm[-1])), "you", "you_text", 4))
    return series


def score_course(stage: Stage) -> Widget:
    """A small chart of both."""
    series, axes = score_series(stage), hundred(stage)

    def draw(canvas: Canvas, area: Rect) -> None:
        draw_chart(canvas, area, series, axes, label_room=104)

    return Picture(draw, tuple(item.values for item in series), 200, 120, grow=1)
