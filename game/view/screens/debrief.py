"""The debrief: how firm and region fared, and questions to talk about."""

from collections.abc import Mapping
from typing import Any

import pygame

from game.view.actions import Go
from game.view.frame import MARGIN, ScreenPage, bottom_bar, icon, page, quarter_top
from game.view.kit.layout import Box, Column, Grid, Picture, Row, Scroll, Widget
from game.view.kit.paint import Canvas, Rect
from game.view.kit.text import BODY
from game.view.kit.ui import Form
from game.view.kit.widgets import Button, Label, Panel
from game.view.pictures.chart import Axes, Series, draw_chart
from game.view.pictures.stamp import draw_stamp
from game.view.stage import Stage


def debrief_page(stage: Stage) -> ScreenPage:
    """The last screen of a game."""
    return ScreenPage(make=lambda form: _tree(stage, form), depends=lambda: stage.settings.language, keys=lambda: _keys(), first="again", name="debrief")


def _keys() -> Mapping[int, Any]:
    return {pygame.K_F10: Go("picker"), pygame.K_n: Go("picker"), pygame.K_ESCAPE: Go("title"), pygame.K_F1: Go("help"), pygame.K_c: Go("charts")}


def _tree(stage: Stage, form: Form) -> Widget:
    region = tuple(float(quarter.outcome.scores.region[0]) for quarter in stage.playing.quarters)
    series = [Series(region, stage.say("top-region"), "seal_top", width=4)]
    axes = Axes(0, 100, tuple((tick, str(tick)) for tick in (0, 20, 40, 60, 80, 100)), max(len(region), 2))

    def draw(canvas: Canvas, area: Rect) -> None:
        draw_chart(canvas, area, series, axes)

    chart = Panel(stage.say("debrief-course"), Picture(draw, region, 300, 200, grow=1), grow=1)
    questions = [[icon("speech", 22), Label(stage.words.choose(text), BODY, wrap=True)] for text in stage.playing.setup.scenario.briefing.questions]
    asked = Panel(stage.say("debrief-questions"), Scroll(Grid([24, (1.0,)], questions, gap=12, row_gap=10), form.scroll, "questions"), grow=1)
    wide = form.width - 3 * MARGIN
    body: Widget = Column([chart, asked], gap=10) if form.narrow else Row([Box(chart, w=wide * 0.6), Box(asked, w=wide * 0.4)], gap=MARGIN, cross="fill")
    main = Button("again", stage.say("debrief-again"), Go("picker"), key="N", kind="main", stamp=lambda canvas, area: draw_stamp(canvas, area, ground="seal_text", paper="seal", rim=False))
    return page(form, quarter_top(stage, form, closed=len(stage.playing.quarters)), body, bottom_bar(form, [("Esc", stage.say("debrief-title"))], main))
