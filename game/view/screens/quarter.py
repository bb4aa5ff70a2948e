"""The quarter: own firm left, the cluster in the middle, news and the last result right. Cause left, effect right."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import pygame

from game.insight.desk import Question
from game.report.goals import has_goals
from game.view.actions import EndQuarter, Flip, Go, Pick, Redo, SaveNow, Several, Undo
from game.view.calls import asked
from game.view.frame import MARGIN, ScreenPage, bottom_bar, main_button, page
from game.view.guide import guide_strip, guide_ways, under_guide
from game.view.hall import is_open
from game.view.kit.button import Button
from game.view.kit.choice import Tab
from game.view.kit.layout import Box, Column, Row
from game.view.kit.page import Form
from game.view.kit.scroll import Scroll
from game.view.kit.widget import Widget
from game.view.panels.moved import change_of
from game.view.panels.news import last_panel, news_panel
from game.view.panels.own import own_panel
from game.view.panels.place import next_body, place_panel
from game.view.panels.predictions import call_panel
from game.view.panels.preview import preview_question
from game.view.panels.together import FEW, together_panel
from game.view.panels.top import quarter_top
from game.view.readings import body_rows
from game.view.stage import Stage

TABS = (("own", "F2"), ("map", "F3"), ("together", "F4"), ("news", "F5"))
SIDE = 304.0
ROOMY, PLAIN = 640.0, 540.0  # height of the columns from which on everything has room, and all but a call

TOGETHER, ROW, DENSE_ROW = 84.0, 32.0, 28.5  # heights of the Together panel without rows, and of one


def quarter_page(stage: Stage) -> ScreenPage:
    """The screen on which a quarter is decided."""
    return ScreenPage(
        make=lambda form: _tree(stage, form),
        depends=lambda: _form(stage),
        keys=lambda: _keys(stage),
        first="price",
        name="quarter",
        wants=lambda: _wants(stage),
    )


def _form(stage: Stage) -> tuple[Any, ...]:
    joined = tuple(stage.playing.decided(stage.slot).join[0, :, stage.slot].tolist())
    return (
        stage.playing.quarter,
        joined,
        stage.pick("body"),
        stage.pick("tab"),
        stage.is_open("own", "more"),
        stage.notice,
        stage.reasons.done(_wants(stage)[1:]),
    )


def _wants(stage: Stage) -> list[Question]:
    """The estimate of the draft, and who moved the last quarter."""
    played = len(stage.playing.quarters)
    return [preview_question(stage), *([change_of(played)] if played else [])]


def _keys(stage: Stage) -> Mapping[int, Any]:
    keys: dict[int, Any] = {
        pygame.K_F1: Go("help"),
        pygame.K_ESCAPE: Go("menu"),
        pygame.K_F10: EndQuarter(),
        pygame.K_u: Undo(),
        pygame.K_y: Redo(),
        pygame.K_s: SaveNow(),
        pygame.K_m: next_body(stage),
        pygame.K_l: Go("log"),
        pygame.K_c: Go("charts"),
        pygame.K_F2: Several((Pick("tab", "own"), Pick("focus", "price"))),
        pygame.K_F3: Several((Pick("tab", "map"), Pick("focus", "next map"))),
        pygame.K_F4: Go("together"),
        pygame.K_F5: Several((Pick("tab", "news"), Pick("focus", "log"))),
        pygame.K_o: Flip("own", "more"),
        pygame.K_w: Go("whatif"),
    }
    if has_goals(stage):
        keys[pygame.K_g] = Go("goals")
    if asked(stage) is not None:
        keys[pygame.K_p] = Several((Pick("tab", "news"), Pick("focus", "call")))
    if stage.playing.quarters:
        keys[pygame.K_r] = Go("results")
    if is_open(stage.playing):
        keys[pygame.K_t] = Go("townhall")
    return keys


def _tree(stage: Stage, form: Form) -> Widget:
    inner = under_guide(stage, form, "quarter")
    body = _tabbed(stage, inner) if form.narrow else _spread(stage, inner)
    main = main_button("end", stage.say("quarter-end"), EndQuarter(), "F10")
    hints = [
        ("Tab", stage.say("app-next")),
        ("←→", stage.say("app-change")),
        *([("P", stage.say("quarter-call"))] if form.narrow and asked(stage) is not None else []),
        ("U", stage.say("quarter-undo")),
        ("C", stage.say("quarter-charts")),
        ("S", stage.say("quarter-save")),
    ]
    otherwise = Button("whatif", stage.say("quarter-whatif"), Go("whatif"), key="W")
    bottom = bottom_bar(form, hints, main, [otherwise], stage.notice, guide_ways(stage, form, "quarter"))
    return page(form, quarter_top(stage, form), body, bottom, guide_strip(stage, form, "quarter"))


def _spread(stage: Stage, form: Form) -> Widget:
    """Three columns; spare width goes mostly to the map."""
    spare = form.width - 2 * MARGIN - 1248
    side = SIDE - 16 + max(spare, 0) * 0.2
    right = 320 + max(spare, 0) * 0.2
    high = form.height - 56 - 72 - 2 * MARGIN
    rows = max(len(body_rows(stage.playing, stage.slot)), 4)
    together = min(TOGETHER + (ROW if rows <= FEW else DENSE_ROW) * rows, 0.58 * high)
    middle = Column(
        [
            Box(place_panel(stage, form), grow=1),
            Box(together_panel(stage, form), h=together),
        ],
        gap=MARGIN,
    )
    return Row(
        [
            Box(own_panel(stage, form), w=side),
            Box(middle, w=form.width - 4 * MARGIN - side - right),
            Box(_told(stage, form, high), w=right),
        ],
        gap=MARGIN,
        cross="fill",
    )


def _told(stage: Stage, form: Form, high: float) -> Widget:
    """News, the last result, and right above the main button the call: said before the quarter is sealed.

    In a low window the call takes the place of the course of profits, which the results and the charts show too; where
    the guide speaks as well, news and result are one panel that scrolls.
    """
    call = call_panel(stage, form)
    if call is not None and high < PLAIN:
        told = _scrolled(stage, replace(form, narrow=True), None)
        return Column([told, Box(call, card=True)], gap=MARGIN)
    course = high >= (PLAIN if call is None else ROOMY)
    last = last_panel(stage, form, course=course)
    tall = high * 0.54 if course else None if stage.playing.quarters else high * 0.46
    shown = [Box(news_panel(stage, form), grow=1), Box(last, h=tall), Box(call, card=True) if call else None]
    return Column(shown, gap=MARGIN)


def _tabbed(stage: Stage, form: Form) -> Widget:
    """One panel at a time."""
    shown = stage.pick("tab", "own")
    tabs = Row(
        [
            Tab(f"tab {name}", stage.say(f"quarter-tab-{name}"), key, Pick("tab", name), shown == name)
            for name, key in TABS
        ],
        cross="fill",
    )
    panels: dict[str, Callable[[], Widget]] = {
        "own": lambda: own_panel(stage, form),
        "map": lambda: place_panel(stage, form),
        "together": lambda: together_panel(stage, form),
        "news": lambda: _scrolled(stage, form, call_panel(stage, form)),
    }
    return Column([tabs, Box(panels[shown](), pad=(0, 8), grow=1)])


def _scrolled(stage: Stage, form: Form, call: Widget | None) -> Widget:
    """The call, if it belongs here, news and last result under each other."""
    told = Column([call, news_panel(stage, form), last_panel(stage, form)])
    return Box(Scroll(told, form.scroll, "news"), card=True, grow=1)
