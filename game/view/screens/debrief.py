"""The debrief: turning points, how the game compares, what each firm was seen to do, and questions to talk about."""

from collections.abc import Mapping
from typing import Any

import pygame

from game.report.debrief import TurningPoint, band_marks, conducts, turning_points
from game.view.actions import Go
from game.view.frame import MARGIN, ScreenPage, bottom_bar, icon, main_button, page
from game.view.headline import word_cause
from game.view.kit.grid import Grid
from game.view.kit.layout import Box, Column, Row
from game.view.kit.page import Form
from game.view.kit.paint import Canvas
from game.view.kit.pen import Rect
from game.view.kit.scroll import Scroll
from game.view.kit.text import BODY, BOLD, LABEL, LABEL_BOLD, LABEL_INK, SOFT, Style
from game.view.kit.widget import Gap, Widget
from game.view.kit.widgets import Label, Panel, Picture, Rule
from game.view.panels.course import hundred, score_series
from game.view.panels.top import quarter_top
from game.view.pictures.band import Tick, draw_band
from game.view.pictures.chart import draw_chart, frame_of
from game.view.pictures.icons import draw_icon
from game.view.readings import firm_names, measures
from game.view.stage import Stage
from game.wording.figures import figure

BARS_NARROW = 124.0  # what top bar, bottom bar and margins leave of a narrow window's height


def debrief_page(stage: Stage) -> ScreenPage:
    """The last screen of a game."""
    return ScreenPage(
        make=lambda form: _tree(stage, form), depends=lambda: stage.settings, keys=_keys, first="again", name="debrief"
    )


def _keys() -> Mapping[int, Any]:
    return {
        pygame.K_n: Go("picker"),
        pygame.K_F10: Go("picker"),
        pygame.K_ESCAPE: Go("title"),
        pygame.K_F1: Go("help"),
        pygame.K_c: Go("charts"),
        pygame.K_l: Go("log"),
    }


def _tree(stage: Stage, form: Form) -> Widget:
    points = turning_points(stage.playing, stage.slot)
    panels = [_benchmark(stage, form), _conduct(stage, form), _questions(stage, form)]
    if form.narrow:
        inside = Column(
            [
                Box(_timeline(stage), h=min(280.0, form.height - BARS_NARROW)),
                *_point_cells(stage, points),
                *[Box(panel, h=300) for panel in panels],
            ],
            gap=12,
            pad=(0, 2),
        )
        body: Widget = Scroll(inside, form.scroll, "debrief")
    else:
        wide = (form.width - 4 * MARGIN) / 3
        cells = Row(
            [Box(cell, w=(form.width - 2 * MARGIN - 32 - 4 * 16) / 5) for cell in _point_cells(stage, points)],
            gap=16,
            cross="top",
        )
        timeline = Panel(
            stage.say("debrief-turning"),
            Column([_course(stage), cells], gap=6, pad=(0, 0)),
            beside=[Label(stage.say("debrief-turning-note"), LABEL)],
            pad=(16, 8),
        )
        lower = Row([Box(panel, w=wide) for panel in panels], gap=MARGIN, cross="fill")
        body = Column([Box(timeline, h=(form.height - 56 - 72) * 0.53), Box(lower, grow=1)], gap=MARGIN)
    main = main_button("again", stage.say("debrief-again"), Go("picker"), "N")
    hints = [("C", stage.say("quarter-charts")), ("L", stage.say("news-log")), ("Esc", stage.say("debrief-title"))]
    return page(form, quarter_top(stage, form, closed=len(stage.playing.quarters)), body, bottom_bar(form, hints, main))


def _timeline(stage: Stage) -> Widget:
    return Panel(stage.say("debrief-turning"), _course(stage), pad=(12, 6))


def _course(stage: Stage) -> Widget:
    """Both scores by quarter, with numbered stamps at the turning points."""
    series, axes = score_series(stage), hundred(stage)
    points = turning_points(stage.playing, stage.slot)

    def draw(canvas: Canvas, area: Rect) -> None:
        lower = Rect(area.x, area.y + 22, area.w, area.h - 22)
        draw_chart(canvas, lower, series, axes)
        frame = frame_of(canvas, lower, axes, series)
        height = area.h - 52
        for place, point in enumerate(points):
            x = frame.x(point.quarter)
            stroke = Rect(x - 1, area.y + 24, 2, height)
            canvas.shape("turning line", stroke, lambda pen: pen.dashes([(1, 0), (1, height)], "edge", 1.2, 3, 3))
            _number(canvas, Rect(x - 12, area.y, 24, 24), place + 1, point.firm + point.region >= 0)

    return Picture(draw, tuple(item.values for item in series), 300, 120, grow=1)


def _number(canvas: Canvas, area: Rect, number: int, gain: bool) -> None:
    """A stamp with a number: filled for a gain, hollow for a loss."""
    draw_icon(canvas, "stamp_full", area, "ink", "card")
    if not gain:
        draw_icon(canvas, "stamp_full", area.inset(2), "card", "card")
    canvas.text(str(number), area, Style(14, 20, "bold", "on_ink" if gain else "ink"), "center", wrap=False)


def _point_cells(stage: Stage, points: list[TurningPoint]) -> list[Widget]:
    made: list[Widget] = []
    for place, point in enumerate(points):
        gain = point.firm + point.region >= 0

        def stamp(canvas: Canvas, area: Rect, place: int = place, gain: bool = gain) -> None:
            _number(canvas, area, place + 1, gain)

        words = word_cause(stage, point.cause)
        change = stage.say(
            "debrief-points",
            quarter=point.quarter,
            firm=figure(point.firm, 1, sign=True),
            region=figure(point.region, 1, sign=True),
        )
        text = Column([Label(words[:1].upper() + words[1:], LABEL_BOLD, wrap=True), Label(change, LABEL, wrap=True)])
        made.append(
            Column(
                [Rule(token="ink"), Grid([26, (1.0,)], [[Picture(stamp, (place, gain), 26, 26), text]], gap=8)], gap=6
            )
        )
    if not made:
        made.append(Label(stage.say("debrief-no-turning"), SOFT, wrap=True))
    return made


def _benchmark(stage: Stage, form: Form) -> Widget:
    """Where firm and region ended between the plans that were tried."""
    session, slot = stage.playing, stage.slot
    quarter = len(session.quarters)
    scores = session.quarters[-1].outcome.scores
    rows: list[Widget | None] = []
    band = session.setup.bands.get(slot)
    if band is None:
        rows.append(Label(stage.say("debrief-no-band"), SOFT, wrap=True))
    else:
        firm = float(scores.firm[0, slot])
        ticks = [
            Tick(mark.score, stage.say(f"plan-{mark.plan}"))
            for mark in band_marks(band, quarter)
            if mark.plan in {"free_ride", "answer", band.best}
        ]
        rows += [_band_row(stage.say("debrief-your-firm"), firm, ticks, "you")]
        place = min(quarter, len(band.none_keep)) - 1
        villages = [
            Tick(band.none_keep[place], stage.say("debrief-none-keep")),
            Tick(band.all_keep[place], stage.say("debrief-all-keep")),
        ]
        rows += [_band_row(stage.say("debrief-your-region"), float(scores.region[0]), villages, "seal_top")]
    return Panel(
        stage.say("debrief-benchmark"),
        Scroll(Column(rows, gap=10, pad=(16, 10)), form.scroll, "benchmark"),
        pad=0,
        grow=1,
    )


def _band_row(title: str, value: float, ticks: list[Tick], token: str) -> Widget:
    head = Row([Label(title, BOLD), Gap(grow=1), Label(figure(value), BOLD)])
    return Column(
        [
            head,
            Picture(lambda canvas, area: draw_band(canvas, area, value, ticks, token), (value, tuple(ticks)), 200, 66),
        ],
        gap=2,
    )


def _conduct(stage: Stage, form: Form) -> Widget:
    """Who kept how often, and what each earned by size: the seat first, then by profit."""
    session = stage.playing
    names, shown = firm_names(stage.words, session), measures(session)
    held = sorted(conducts(session), key=lambda conduct: (conduct.slot != stage.slot, -conduct.profit))
    head: list[Widget | None] = [
        Label(stage.say("debrief-firm"), LABEL),
        Label(stage.say("debrief-kept"), LABEL, align="right"),
        Label(stage.say("debrief-profit", unit=session.setup.scenario.units.currency), LABEL, align="right"),
    ]
    lines = [head]
    for conduct in held:
        own = conduct.slot == stage.slot
        name = Label(
            stage.say("together-you") if own else names[conduct.slot],
            Style(14, 20, "bold", "you_text") if own else LABEL_INK,
        )
        kept = (
            stage.say("debrief-kept-of", percent=round(100 * conduct.kept / conduct.quarters))
            if conduct.quarters
            else "–"
        )
        lines.append(
            [
                name,
                Label(kept, LABEL_INK, align="right"),
                Label(shown.money(conduct.profit), LABEL_BOLD if own else LABEL_INK, align="right"),
            ]
        )
    inside = Box(Grid([(1.0,), "auto", "auto"], lines, gap=8, row_height=24), pad=(16, 8))
    return Panel(stage.say("debrief-conduct"), Scroll(inside, form.scroll, "conduct"), pad=0, grow=1)


def _questions(stage: Stage, form: Form) -> Widget:
    questions = stage.playing.setup.scenario.briefing.questions
    rows = [[icon("speech", 22), Label(stage.words.choose(text), BODY, wrap=True)] for text in questions]
    stylised = [
        Label(stage.words.choose(text), LABEL, wrap=True) for text in stage.playing.setup.scenario.briefing.stylised
    ]
    parts: list[Widget | None] = [
        Grid([24, (1.0,)], rows, gap=12, row_gap=10)
        if rows
        else Label(stage.say("debrief-no-questions"), SOFT, wrap=True)
    ]
    if stylised:
        parts += [Rule(), Label(stage.say("debrief-stylised"), LABEL_BOLD), *stylised]
    return Panel(
        stage.say("debrief-questions"),
        Scroll(Column(parts, gap=10, pad=(16, 10)), form.scroll, "questions"),
        pad=0,
        grow=1,
    )
