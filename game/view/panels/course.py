"""Courses over the quarters, as every screen draws them: axes that stay as the game goes on, and the two scores."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import replace

from game.view.kit.paint import Canvas
from game.view.kit.pen import Rect
from game.view.kit.widget import Widget
from game.view.kit.widgets import Picture
from game.view.pictures.chart import Axes, draw_chart, nice_ticks
from game.view.pictures.line_names import Series
from game.view.stage import Stage
from game.wording.figures import figure

HUNDRED = tuple((float(tick), str(tick)) for tick in (0, 25, 50, 75, 100))


def last_shown(stage: Stage) -> int:
    """The last quarter on every time axis: the longest that the game may take, or its end once that is known."""
    played = len(stage.playing.quarters)
    if stage.playing.finished:
        return max(played, 2)
    return max(played, stage.playing.setup.scenario.quarters.max, 2)


def hundred(stage: Stage) -> Axes:
    """Axes from 0 to 100 over the quarters of the game."""
    return _named(stage, Axes(0, 100, HUNDRED, last_shown(stage)))


def amounts(stage: Stage, values: Iterable[float]) -> Axes:
    """Axes over the quarters of the game from nought to what holds all values."""
    known = [value for value in values if not math.isnan(value)]
    ticks = nice_ticks(min(known, default=0.0), max(known, default=0.0))
    shown = tuple((tick, figure(tick)) for tick in ticks)
    return _named(stage, Axes(ticks[0], ticks[-1], shown, last_shown(stage)))


def _named(stage: Stage, axes: Axes) -> Axes:
    """With its words and with what has not been played yet."""
    return replace(
        axes,
        quarter_label=stage.say("quarter-short", quarter="#"),
        start_label=stage.say("chart-start"),
        played=len(stage.playing.quarters),
        ahead_label=stage.say("chart-ahead"),
    )


def score_series(stage: Stage) -> list[Series]:
    """Region score, and firm score where the scenario has one, by quarter."""
    scores = [quarter.outcome.scores for quarter in stage.playing.quarters]
    region = tuple(float(held.region[0]) for held in scores)
    firm = tuple(float(held.firm[0, stage.slot]) for held in scores)
    words = stage.say("chart-region", value=figure(region[-1]))
    series = [Series(region, words, "seal_mark", "ink", 3, dash=True, marker="square")]
    if not math.isnan(firm[-1]):
        series.append(Series(firm, stage.say("chart-firm", value=figure(firm[-1])), "you", "you_text", 4))
    return series


def score_course(stage: Stage) -> Widget:
    """A small chart of both."""
    return plotted(stage, "course scores", score_series(stage), hundred(stage), 100)


def plotted(stage: Stage, name: str, series: Sequence[Series], axes: Axes, high: float) -> Widget:
    """A chart over quarters; when a quarter is new in it, the lines are drawn on to it."""
    quantity, look = f"{name} {len(stage.playing.quarters)}", (tuple(series), axes)

    def drawn() -> float:
        return stage.glides.value(quantity, 1.0, begin=0.0)

    def draw(canvas: Canvas, area: Rect) -> None:
        draw_chart(canvas, area, series, axes, drawn=drawn())

    return Picture(draw, lambda: (look, drawn()), 200, high, grow=1, name=name)
