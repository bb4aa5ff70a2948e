"""The debrief: turning points, how the game compares, who made it what it was, and questions to talk about."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

import pygame

from game.insight.desk import Question
from game.report.goals import has_goals
from game.view.actions import Go, Pick
from game.view.frame import MARGIN, ScreenPage, bottom_bar, main_button, page
from game.view.kit.button import Button
from game.view.kit.choice import Segmented
from game.view.kit.layout import Box, Column, Row
from game.view.kit.page import Form
from game.view.kit.scroll import Scroll
from game.view.kit.text import LABEL
from game.view.kit.widget import Widget
from game.view.kit.widgets import Label, Panel
from game.view.panels.compare import benchmark_panel, best_question, conduct_panel, questions_panel
from game.view.panels.predictions import predictions_panel
from game.view.panels.top import quarter_top
from game.view.panels.trail import TRAIL, path_panel, path_question, trail_panel
from game.view.panels.turning import TURNING, course, point_cells
from game.view.stage import Stage

BARS = 124.0  # what top bar, bottom bar and margins leave of a narrow window's height
TURNS, COMPARE, REASONS = "turning", "compare", "reasons"
VIEWS = (COMPARE, REASONS)  # what stands below the turning points, which have a view of their own where it is narrow


def debrief_page(stage: Stage) -> ScreenPage:
    """The last screen of a game."""
    return ScreenPage(
        make=lambda form: _tree(stage, form),
        depends=lambda: (stage.pick("debrief"), stage.reasons.done(_wants(stage))),
        keys=lambda: _keys(stage),
        first="again",
        name="debrief",
        wants=lambda: _wants(stage),
    )


def _wants(stage: Stage) -> list[Question]:
    asked = [TURNING, path_question(stage), TRAIL]
    return [*asked, best_question(stage)] if stage.playing.setup.bands.get(stage.slot) is not None else asked


def _keys(stage: Stage) -> Mapping[int, Any]:
    other = COMPARE if stage.pick("debrief") == REASONS else REASONS
    goals = {pygame.K_g: Go("goals")} if has_goals(stage) else {}
    return goals | {
        pygame.K_n: Go("picker"),
        pygame.K_F10: Go("picker"),
        pygame.K_ESCAPE: Go("title"),
        pygame.K_F1: Go("help"),
        pygame.K_c: Go("charts"),
        pygame.K_l: Go("log"),
        pygame.K_w: Go("whatif"),
        pygame.K_e: Pick("debrief", other),
    }


def _panels(stage: Stage, form: Form, calls: Widget | None) -> list[Widget]:
    """How it compares, with the player's own forecasts if there were some; or who made it what it was."""
    if stage.pick("debrief") == REASONS:
        return [path_panel(stage, form), trail_panel(stage, form), conduct_panel(stage, form)]
    middle = conduct_panel(stage, form) if calls is None else calls
    return [benchmark_panel(stage, form), middle, questions_panel(stage, form)]


def _which(stage: Stage, views: Sequence[str]) -> Segmented:
    """The views to choose from, the first one shown until one of them is chosen."""
    options = [(view, stage.say(f"debrief-view-{view}")) for view in views]
    chosen = stage.pick("debrief")
    return Segmented(
        "debrief view", options, lambda: chosen if chosen in views else views[0], partial(Pick, "debrief"), grow=0
    )


def _narrow(stage: Stage, form: Form) -> Widget:
    """One view at a time."""
    which = _which(stage, (TURNS, *VIEWS))
    held: list[Widget]
    if which.value() == TURNS:
        chart = Panel(stage.say("debrief-turning"), course(stage), pad=(12, 6))
        held = [Box(chart, h=min(280.0, form.height - BARS - which.HEIGHT)), *point_cells(stage)]
    else:
        held = _panels(stage, form, predictions_panel(stage, form))
    return Column([which, Scroll(Column(held, gap=12, pad=(0, 2)), form.scroll, "debrief")], gap=10)


def _wide(stage: Stage, form: Form) -> Widget:
    """The timeline over three panels: how it compares, or who made it what it was."""
    panels = _panels(stage, form, predictions_panel(stage, form))
    wide = (form.width - (len(panels) + 1) * MARGIN) / len(panels)
    cells = Row(
        [Box(cell, w=(form.width - 2 * MARGIN - 32 - 4 * 16) / 5) for cell in point_cells(stage)],
        gap=16,
        cross="top",
    )
    timeline = Panel(
        stage.say("debrief-turning"),
        Column([course(stage), cells], gap=6, pad=(0, 0)),
        beside=[Label(stage.say("debrief-turning-note"), LABEL)],
        extras=[_which(stage, VIEWS)],
        pad=(16, 8),
    )
    lower = Row([Box(panel, w=wide) for panel in panels], gap=MARGIN, cross="fill")
    return Column([Box(timeline, h=(form.height - 56 - 72) * 0.51), Box(lower, grow=1)], gap=MARGIN)


def _tree(stage: Stage, form: Form) -> Widget:
    body = _narrow(stage, form) if form.narrow else _wide(stage, form)
    main = main_button("again", stage.say("debrief-again"), Go("picker"), "N")
    words = stage.say("quarter-whatif" if form.narrow else "results-otherwise")
    otherwise = Button("otherwise", words, Go("whatif"), key="W")
    hints = [
        ("E", stage.say("debrief-hint-view")),
        ("C", stage.say("quarter-charts")),
        ("L", stage.say("news-log")),
        ("Esc", stage.say("debrief-title")),
    ]
    top = quarter_top(stage, form, closed=len(stage.playing.quarters))
    return page(form, top, body, bottom_bar(form, hints, main, [otherwise]))
