"""What comes of another decision, beside what came or may come of the one made: two lines, and the figures."""

import math
from collections.abc import Sequence

import numpy as np

from game.insight.desk import Question
from game.insight.forecast import HIGH, LOW, MIDDLE, Fan
from game.insight.otherwise import Otherwise
from game.insight.targets import TARGETS
from game.model.record import Floats
from game.view.kit.grid import Grid
from game.view.kit.layout import Column, Row
from game.view.kit.paint import Canvas
from game.view.kit.pen import Rect
from game.view.kit.text import BOLD, LABEL, LABEL_BOLD, LABEL_INK
from game.view.kit.widget import Gap, Widget
from game.view.kit.widgets import Label, Picture, Rule
from game.view.panels.instead import Supposed
from game.view.panels.unsaid import unsaid
from game.view.pictures.chart import Axes, draw_chart, nice_ticks
from game.view.pictures.line_names import Series
from game.view.reasons import forecast_of, otherwise_of
from game.view.stage import Stage
from game.wording.figures import figure

Line = tuple[str, str, float, float]  # what, its unit, under the decision made and under the other


def questions_of(now: Supposed) -> list[Question]:
    """What the right side of the screen is made of."""
    if now.ahead:
        return [forecast_of(now.made), forecast_of(now.sheet)]
    return [otherwise_of(now.quarter, now.sheet)]


def paths(stage: Stage, now: Supposed) -> Widget:
    """Profit and region score quarter by quarter under both, and what it comes to."""
    settled = stage.reasons.settled(questions_of(now))
    for question in settled or questions_of(now):
        waiting = unsaid(stage, question)
        if waiting is not None:
            return Column([waiting, Gap(grow=1)], pad=(16, 10))
    held = [stage.reasons.answer(question).value for question in settled]
    return _ahead(stage, held) if now.ahead else _played(stage, held[0])


def _played(stage: Stage, made: Otherwise) -> Widget:
    scale = stage.measures.money_scale
    first = int(made.quarters[0])

    def line(target: str, factor: float = 1.0) -> tuple[Floats, Floats]:
        place = TARGETS.index(target)
        return made.played[:, place] * factor, made.other[:, place] * factor

    profit, region, score = line("profit", scale), line("region"), line("score")
    unit = stage.measures.currency
    rows: list[Line] = [("profit-now", unit, float(profit[0][0]), float(profit[1][0]))]
    if len(made.quarters) > 1:
        rows.append(("profit-sum", unit, float(profit[0].sum()), float(profit[1].sum())))
    if not np.isnan(score[0][-1]):
        rows.append(("score", stage.say("moved-points"), float(score[0][-1]), float(score[1][-1])))
    rows.append(("region", stage.say("moved-points"), float(region[0][-1]), float(region[1][-1])))
    note = "whatif-note" if len(made.fixed) <= 1 else "whatif-note-people"
    charts = [
        _chart(stage, first, "profit", unit, _pair(stage, profit)),
        _chart(stage, first, "region", stage.say("chart-points"), _pair(stage, region), (0.0, 100.0)),
    ]
    return _laid_out(stage, charts, rows, stage.say(note), ("whatif-played-short", "whatif-otherwise"))


def _ahead(stage: Stage, fans: list[Fan]) -> Widget:
    scale = stage.measures.money_scale
    first, unit = int(fans[0].quarters[0]), stage.measures.currency

    def middle(name: str, factor: float = 1.0) -> tuple[Floats, Floats]:
        one, other = (fan.bands[name][:, MIDDLE] * factor for fan in fans)
        return one, other

    profit, region = middle("profit", scale), middle("region")
    effort = [100 * float(fan.bands["effort"][-1, MIDDLE]) for fan in fans]
    rows: list[Line] = [
        ("profit-now", unit, float(profit[0][0]), float(profit[1][0])),
        ("profit-mean", unit, float(profit[0].mean()), float(profit[1].mean())),
        ("region", stage.say("moved-points"), float(region[0][-1]), float(region[1][-1])),
        ("effort", "%", effort[0], effort[1]),
    ]
    rows = [row for row in rows if not any(math.isnan(value) for value in row[2:])]
    charts = [
        _chart(stage, first, "profit", unit, _pair(stage, profit, ahead=True), band=_band(fans[0], "profit", scale)),
        _chart(
            stage,
            first,
            "region",
            stage.say("chart-points"),
            _pair(stage, region, ahead=True),
            (0.0, 100.0),
            _band(fans[0], "region", 1.0),
        ),
    ]
    return _laid_out(stage, charts, rows, stage.say("whatif-note-ahead"), ("whatif-draft", "whatif-otherwise"))


def _band(fan: Fan, name: str, factor: float) -> tuple[tuple[float, float], ...]:
    return tuple((float(row[LOW]) * factor, float(row[HIGH]) * factor) for row in fan.bands[name])


def _pair(stage: Stage, lines: tuple[Floats, Floats], ahead: bool = False) -> list[Series]:
    """The decision made as the thick line of one's own, the other dashed in ink."""
    mine, other = (tuple(float(value) for value in line) for line in lines)
    words = stage.say("whatif-draft" if ahead else "whatif-played-short")
    return [
        Series(other, stage.say("whatif-otherwise"), "ink", "ink", 2.4, dash=True, marker="diamond"),
        Series(mine, words, "you", "you_text", 4),
    ]


def _chart(
    stage: Stage,
    first: int,
    name: str,
    unit: str,
    series: Sequence[Series],
    limits: tuple[float, float] | None = None,
    band: tuple[tuple[float, float], ...] = (),
) -> Widget:
    values = [value for item in series for value in item.values] + [value for pair in band for value in pair]
    low, high = limits or (min(values), max(values))
    ticks = nice_ticks(low, high)
    count = len(series[0].values)
    axes = Axes(
        ticks[0],
        ticks[-1],
        tuple((tick, figure(tick)) for tick in ticks),
        first + max(count, 2) - 1,
        first,
        stage.say("quarter-short", quarter="#"),
        band=band,
    )

    def draw(canvas: Canvas, area: Rect) -> None:
        draw_chart(canvas, area, series, axes)

    picture = Picture(draw, (name, tuple(item.values for item in series), band), 200, 120, grow=1)
    head = Row([Label(stage.say(f"whatif-{name}"), LABEL_BOLD), Label(unit, LABEL)], gap=8)
    return Column([head, picture], gap=2, grow=1)


def _laid_out(stage: Stage, charts: Sequence[Widget], rows: Sequence[Line], note: str, heads: Sequence[str]) -> Widget:
    """Charts over the table over what the comparison rests on."""
    head: list[Widget | None] = [Label("")]
    head += [Label(stage.say(name), LABEL, align="right", wrap=True) for name in heads]
    head += [Label(stage.say("whatif-difference"), LABEL, align="right", wrap=True), Label("")]
    lines = [head]
    for name, unit, made, other in rows:
        lines.append(
            [
                Label(stage.say(f"whatif-{name}"), LABEL_INK, wrap=True),
                Label(figure(made, 1), LABEL_INK, align="right"),
                Label(figure(other, 1), LABEL_INK, align="right"),
                Label(figure(other - made, 1, sign=True), BOLD, align="right"),
                Label(unit, LABEL, wrap=True),
            ]
        )
    table = Grid([(1.0,), 84, 84, 84, 60], lines, gap=8, row_gap=2)
    return Column([*charts, Rule(), table, Label(note, LABEL, wrap=True)], gap=8, pad=(16, 10))
