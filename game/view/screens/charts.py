"""Charts: the firm against its neighbours, the scores, the region's development, and what was done together."""

import math
from collections.abc import Mapping
from typing import Any

import numpy as np
import pygame

from game.view.actions import Back, Go, Pick
from game.view.frame import ScreenPage, bottom_bar, page
from game.view.kit.button import Button
from game.view.kit.choice import Segmented
from game.view.kit.layout import Box, Column, Row
from game.view.kit.page import Form
from game.view.kit.paint import Canvas
from game.view.kit.pen import Rect
from game.view.kit.text import LABEL, SOFT
from game.view.kit.widget import Gap, Widget
from game.view.kit.widgets import Label, Panel, Picture
from game.view.panels.course import hundred, score_series
from game.view.panels.top import quarter_top
from game.view.pictures.chart import Axes, Series, draw_chart, nice_ticks
from game.view.readings import measures, profits
from game.view.stage import Stage
from game.wording.figures import figure

KINDS = ("firm", "scores", "region", "together")
LOOKS = (("seal_top", "square"), ("ink", "dot"), ("brand_mark", "triangle"), ("economy_mark", "diamond"))


def charts_page(stage: Stage) -> ScreenPage:
    """The screen."""
    return ScreenPage(
        make=lambda form: _tree(stage, form),
        depends=lambda: (stage.pick("chart", KINDS[0]), len(stage.playing.quarters), stage.settings.language),
        keys=lambda: _keys(stage),
        first="chart",
        name="charts",
    )


def _keys(stage: Stage) -> Mapping[int, Any]:
    here = KINDS.index(stage.pick("chart", KINDS[0]))
    return {
        pygame.K_c: Pick("chart", KINDS[(here + 1) % len(KINDS)]),
        pygame.K_ESCAPE: Back(),
        pygame.K_F10: Back(),
        pygame.K_F1: Go("help"),
        pygame.K_l: Go("log"),
    }


def _tree(stage: Stage, form: Form) -> Widget:
    kind = stage.pick("chart", KINDS[0])
    choose = Segmented(
        "chart",
        [(name, stage.say(f"charts-{name}")) for name in KINDS],
        lambda: stage.pick("chart", KINDS[0]),
        lambda value: Pick("chart", value),
        grow=1,
    )
    if stage.playing.quarters:
        series, axes, unit = _content(stage, kind)

        def draw(canvas: Canvas, area: Rect) -> None:
            draw_chart(canvas, area, series, axes, label_room=150 if form.narrow else 200)

        picture: Widget = Picture(draw, (kind, len(stage.playing.quarters), stage.settings.language), 200, 120, grow=1)
        note = Row(
            [
                Label(stage.say(f"charts-note-{kind}"), LABEL if form.narrow else SOFT, wrap=True),
                Gap(grow=1),
                Label(unit, SOFT),
            ],
            gap=12,
        )
    else:
        picture, note = Gap(grow=1), Row([Label(stage.say("charts-none"), SOFT, wrap=True)])
    inside = Column([note, picture], gap=4 if form.narrow else 8, pad=(14, 8) if form.narrow else 0)
    chart: Widget = Box(inside, card=True, grow=1)
    if not form.narrow:
        chart = Panel(stage.say(f"charts-{kind}"), inside, grow=1)
    body = Column([Box(choose, h=36), chart], gap=12)
    closed = len(stage.playing.quarters) if stage.playing.finished else None
    main = Button("back", stage.say("app-back"), Back(), key="Esc")
    hints = [("C", stage.say("charts-next")), ("←→", stage.say("app-change"))]
    return page(form, quarter_top(stage, form, closed), Box(body, grow=1), bottom_bar(form, hints, main))


def _content(stage: Stage, kind: str) -> tuple[list[Series], Axes, str]:
    makers = {"firm": _firm, "scores": _scores, "region": _region, "together": _together}
    return makers[kind](stage)


def _axes(stage: Stage, low: float, high: float) -> Axes:
    ticks = nice_ticks(low, high)
    return Axes(
        ticks[0],
        ticks[-1],
        tuple((tick, figure(tick)) for tick in ticks),
        max(len(stage.playing.quarters), 2),
        quarter_label=stage.say("chart-q"),
    )


def _firm(stage: Stage) -> tuple[list[Series], Axes, str]:
    """Profit: every other firm a thin grey line at the seat's size, their median dashed, the seat thick."""
    session, slot = stage.playing, stage.slot
    scale = measures(session).money_scale
    own, middle = profits(session, slot)
    lines = []
    for other in np.flatnonzero(session.moment.seen.active[0]):
        if other == slot:
            continue
        size = session.moment.seen.size[0, slot] / session.moment.seen.size[0, other]
        lines.append(
            tuple(float(quarter.outcome.money.profit[0, other]) * size * scale for quarter in session.quarters)
        )
    series = [Series(line, "", "edge", width=1.2, marker="") for line in lines]
    series += [
        Series(
            tuple(value * scale for value in middle), stage.say("chart-median"), "grey", "soft", 2, dash=True, marker=""
        )
    ]
    series += [
        Series(
            tuple(value * scale for value in own),
            stage.say("chart-you", value=figure(own[-1] * scale, 1)),
            "you",
            "you_text",
            4,
        )
    ]
    known = [value for item in series for value in item.values if not math.isnan(value)]
    return series, _axes(stage, min(known), max(known)), session.setup.scenario.units.currency


def _scores(stage: Stage) -> tuple[list[Series], Axes, str]:
    return score_series(stage), hundred(stage), stage.say("chart-points")


def _region(stage: Stage) -> tuple[list[Series], Axes, str]:
    """Development scores of cluster, brand, economy, and their mean."""
    held = [quarter.outcome.scores.development[0] for quarter in stage.playing.quarters]
    looks = (
        ("cluster", "ink", "square", False),
        ("brand", "brand_mark", "triangle", True),
        ("economy", "economy_mark", "diamond", False),
        ("total", "seal_top", "dot", False),
    )
    series = []
    for place, (name, token, marker, dash) in enumerate(looks):
        values = tuple(float(row[place]) for row in held)
        series.append(
            Series(
                values,
                stage.say(f"chart-{name}", value=figure(values[-1])),
                token,
                "ink",
                4 if name == "total" else 2.4,
                dash=dash,
                marker=marker,
            )
        )
    return (
        series,
        hundred(stage),
        stage.say("chart-points"),
    )


def _together(stage: Stage) -> tuple[list[Series], Axes, str]:
    """Mean observed effort of the members of each institution."""
    rules = stage.playing.rules
    series = []
    for j, body in enumerate(rules.bodies.names):
        values = []
        for quarter in stage.playing.quarters:
            member = quarter.outcome.membership.member[0, j]
            seen = quarter.outcome.games.observed[0, j]
            values.append(100 * float(seen[member].mean()) if member.any() else float("nan"))
        if all(math.isnan(value) for value in values):
            continue
        token, marker = LOOKS[j % len(LOOKS)]
        series.append(
            Series(tuple(values), stage.say(f"body-{body}"), token, "ink", 2.4, dash=j >= len(LOOKS), marker=marker)
        )
    return series, hundred(stage), "%"
