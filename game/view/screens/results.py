"""The results of a quarter: one sentence that opens into the ledger; how deep it opens at first the scenario says."""

from collections.abc import Mapping
from typing import Any

import pygame

from game.view.actions import Flip, Go, NextQuarter
from game.view.frame import MARGIN, ScreenPage, bottom_bar, icon, main_button, page
from game.view.headline import headline
from game.view.kit.button import Button
from game.view.kit.layout import Box, Column, Row
from game.view.kit.page import Form
from game.view.kit.scroll import Scroll
from game.view.kit.text import BIG, BOLD, LABEL, SCREEN_HEAD, SMALL_HEAD, Style
from game.view.kit.widget import Gap, Widget
from game.view.kit.widgets import Label, Panel, Rule
from game.view.neighbours import own_profits
from game.view.panels.deeds import deeds_panel
from game.view.panels.ledger import ledger_panel
from game.view.panels.news import course_chart
from game.view.panels.region import region_panel
from game.view.panels.top import quarter_top
from game.view.readings import measures
from game.view.stage import Stage


def results_page(stage: Stage) -> ScreenPage:
    """The results of the last quarter."""
    return ScreenPage(
        make=lambda form: _tree(stage, form),
        depends=lambda: (
            len(stage.playing.quarters),
            tuple(sorted(stage.opened.get("ledger", ()))),
            stage.is_open("results", "ledger"),
            stage.settings.language,
        ),
        keys=_keys,
        first="next",
        name="results",
    )


def _keys() -> Mapping[int, Any]:
    return {
        pygame.K_F10: NextQuarter(),
        pygame.K_ESCAPE: Go("menu"),
        pygame.K_F1: Go("help"),
        pygame.K_c: Go("charts"),
        pygame.K_l: Go("log"),
        pygame.K_e: Flip("results", "ledger"),
    }


def _tree(stage: Stage, form: Form) -> Widget:
    number = len(stage.playing.quarters)
    said = headline(stage, number)
    style = Style(20, 28, "serif") if form.narrow else SCREEN_HEAD
    top = Box(
        Row(
            [icon(said.icon, 28 if form.narrow else 40), Label(said.text, style, wrap=True, grow=0)],
            gap=16,
            pad=(20, 10),
        ),
        card=True,
        accent="seal_top",
    )
    opened = stage.is_open("results", "ledger")
    panels = [
        ledger_panel(stage, form, number) if opened else _profit_panel(stage, form, number),
        deeds_panel(stage, form, number),
        region_panel(stage, form, number),
    ]
    shown = [panel for panel in panels if panel is not None]
    if form.narrow:
        inside = Column([top, *[Box(panel, card=True) for panel in shown]], gap=10, pad=(0, 2))
        body: Widget = Scroll(inside, form.scroll, "results")
    else:
        wide = (form.width - 2 * MARGIN - MARGIN * (len(shown) - 1)) / len(shown)
        body = Column(
            [top, Box(Row([Box(panel, w=wide) for panel in shown], gap=MARGIN, cross="fill"), grow=1)], gap=MARGIN
        )
    last = stage.playing.finished
    words = stage.say("results-debrief") if last else stage.say("results-next", quarter=number + 1)
    main = main_button("next", words, NextQuarter(), "F10")
    flip = Button(
        "open ledger", stage.say("results-close" if opened else "results-open"), Flip("results", "ledger"), key="E"
    )
    hints = [
        ("Tab", stage.say("app-next")),
        ("Enter", stage.say("results-hint-open")),
        ("C", stage.say("quarter-charts")),
        ("L", stage.say("news-log")),
    ]
    return page(form, quarter_top(stage, form, closed=number), body, bottom_bar(form, hints, main, [flip]))


def _profit_panel(stage: Stage, form: Form, number: int) -> Widget:
    """Profit and its course, while the ledger is closed."""
    shown, unit = measures(stage.playing), stage.playing.setup.scenario.units.currency
    own = own_profits(stage.playing, stage.slot)
    words = (
        stage.say("results-first")
        if number == 1
        else stage.say("results-before", value=shown.money(own[-2]), unit=unit)
    )
    head = Row(
        [Label(stage.say("last-profit"), BOLD), Gap(grow=1), Label(shown.money(own[-1]), BIG), Label(unit, LABEL)],
        gap=6,
    )
    inside = Column(
        [head, Label(words, LABEL, wrap=True), Rule(), course_chart(stage)],
        gap=8,
        pad=(16, 10),
    )
    if form.narrow:
        return Column([Box(Label(stage.say("results-yours"), SMALL_HEAD), pad=(16, 8)), Rule(), inside])
    return Panel(stage.say("results-yours"), inside, pad=0)
