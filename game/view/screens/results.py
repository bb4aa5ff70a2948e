"""The results of a quarter in three depths: a sentence; ledger and who moved it; the dilemma behind it."""

from collections.abc import Mapping
from functools import partial
from typing import Any

import pygame

from game.insight.desk import Question
from game.report.goals import has_goals
from game.report.notes import asked_after
from game.view.actions import Go, NextQuarter, Pick, Several
from game.view.frame import MARGIN, ScreenPage, bottom_bar, icon, main_button, page
from game.view.guide import guide_strip, guide_ways, under_guide
from game.view.headline import headline
from game.view.kit.button import Button
from game.view.kit.choice import Segmented
from game.view.kit.layout import Box, Column, Row
from game.view.kit.page import Form
from game.view.kit.scroll import Scroll
from game.view.kit.text import BIG, BOLD, LABEL, LABEL_INK, SCREEN_HEAD, SMALL_HEAD, Style
from game.view.kit.widget import Gap, Widget
from game.view.kit.widgets import Label, Panel, Rule
from game.view.lessons import met_line
from game.view.neighbours import own_profits
from game.view.panels.deeds import deeds_panel
from game.view.panels.goals import moved_line
from game.view.panels.ledger import ledger_panel
from game.view.panels.lens import lens_panel, lens_question, next_lens
from game.view.panels.moved import asked_of, moved_panel
from game.view.panels.news import course_chart
from game.view.panels.predictions import call_line
from game.view.panels.preview import Estimate
from game.view.panels.reflection import reflection
from game.view.panels.region import region_panel
from game.view.panels.top import quarter_top
from game.view.readings import scoreline
from game.view.stage import Stage
from game.wording.figures import figure

SHORT = ("results profit", "results together", "results region")  # panels of the shortest depth
DEPTHS = ("sentence", "ledger", "full")


def results_page(stage: Stage) -> ScreenPage:
    """The results of the last quarter."""
    return ScreenPage(
        make=lambda form: _tree(stage, form),
        depends=lambda: (
            len(stage.playing.quarters),
            tuple(sorted(stage.opened.get("ledger", ()))),
            stage.is_open("moved", "inherited"),
            tuple(stage.pick(what) for what in ("depth", "moved", "lens", "body")),
            stage.reasons.done(_wants(stage)),
            stage.pick("games_met"),
        ),
        keys=lambda: _keys(stage),
        first="next",
        name="results",
        wants=lambda: _wants(stage),
    )


def _depth(stage: Stage) -> str:
    """How deep the results are open; how deep at first the scenario says."""
    return str(stage.pick("depth", stage.playing.setup.scenario.about.depth))


def _wants(stage: Stage) -> list[Question]:
    """What the columns are made of; who moved it is worked out while the sentence is read."""
    asked = [asked_of(stage, len(stage.playing.quarters))]
    return [*asked, lens_question(stage)] if _depth(stage) == DEPTHS[2] else asked


def _keys(stage: Stage) -> Mapping[int, Any]:
    deeper = DEPTHS[(DEPTHS.index(_depth(stage)) + 1) % len(DEPTHS)]
    keys: dict[int, Any] = {
        pygame.K_F10: NextQuarter(),
        pygame.K_ESCAPE: Go("menu"),
        pygame.K_F1: Go("help"),
        pygame.K_c: Go("charts"),
        pygame.K_l: Go("log"),
        pygame.K_w: Go("whatif"),
        pygame.K_e: Pick("depth", deeper),
        pygame.K_d: next_lens(stage),
    }
    if has_goals(stage):
        keys[pygame.K_g] = Go("goals")
    if asked_after(stage, len(stage.playing.quarters)) is not None:
        keys[pygame.K_n] = Several((Pick("depth", DEPTHS[0]), Pick("focus", "note")))
    return keys


def _tree(stage: Stage, form: Form) -> Widget:
    number = len(stage.playing.quarters)
    panels = _panels(stage, under_guide(stage, form, "results"), number)
    asked = asked_after(stage, number)
    short = _depth(stage) == DEPTHS[0]
    note = None if asked is None or not short else Box(reflection(stage, form, asked), card=True, pad=(16, 10))
    deep = Segmented(
        "depth",
        [(depth, stage.say(f"results-depth-{depth}")) for depth in DEPTHS],
        lambda: _depth(stage),
        partial(Pick, "depth"),
        hint="hint-depth",
    )
    if form.narrow:
        cards: list[Widget | None] = [
            Box(panel, card=True, name=name) for panel, name in zip(panels, SHORT, strict=False)
        ]
        if short:
            cards.insert(0, _headline(stage, form, number))
        cards.append(note)
        scrolled = Scroll(Column(cards, gap=10, pad=(0, 2)), form.scroll, f"results {_depth(stage)}")
        body: Widget = Column([Box(deep, h=36), scrolled], gap=8)
    else:
        wide = (form.width - 2 * MARGIN - MARGIN * (len(panels) - 1)) / len(panels)
        columns = [Column([Box(panels[0], grow=1), note], gap=MARGIN), *panels[1:]]
        cells = Row([Box(column, w=wide) for column in columns], gap=MARGIN, cross="fill")
        body = Column([_headline(stage, form, number, deep), Box(cells, grow=1)], gap=MARGIN)
    after = stage.say("results-debrief") if stage.playing.finished else stage.say("results-next", quarter=number + 1)
    main = main_button("next", after, NextQuarter(), "F10")
    words = stage.say("quarter-whatif" if form.narrow else "results-otherwise")
    otherwise = Button("otherwise", words, Go("whatif"), key="W")
    hints = [
        ("E", stage.say("results-deeper")),
        ("Tab", stage.say("app-next")),
        ("C", stage.say("quarter-charts")),
        ("L", stage.say("news-log")),
    ]
    top = quarter_top(stage, form, closed=number)
    bottom = bottom_bar(form, hints, main, [otherwise], instead=guide_ways(stage, form, "results"))
    return page(form, top, body, bottom, guide_strip(stage, form, "results"))


def _headline(stage: Stage, form: Form, number: int, beside: Widget | None = None) -> Widget:
    """The one sentence, with the icon of its cause, and what was estimated before the quarter was sent."""
    said = headline(stage, number)
    style = Style(20, 28, "serif") if form.narrow else SCREEN_HEAD
    estimate, call, met = _estimate(stage, number), call_line(stage, number), _met(stage)
    goal = moved_line(stage, number)
    if form.narrow:
        under = Column([estimate, call, met, goal], gap=2)
    else:  # the call has a line of its own: it is long
        beside_estimate = goal if met is None else met
        first = Row([estimate, beside_estimate], gap=20) if estimate or beside_estimate else None
        under = Column([first, call, goal if met is not None else None], gap=2)
    told = under if estimate or call or met or goal else None
    words = Column([Label(said.text, style, wrap=True), told], gap=2)
    row = Row([icon(said.icon, 28 if form.narrow else 40), Box(words, grow=1), beside], gap=16, pad=(20, 8))
    return Box(row, card=True, accent="seal_top")


def _met(stage: Stage) -> Widget | None:
    """The idea that was met in this quarter, if it was the first time."""
    line = met_line(stage)
    return Label(line, LABEL_INK, wrap=True) if line else None


def _estimate(stage: Stage, number: int) -> Widget | None:
    """What the preview had said of this quarter's profit beside what came."""
    held: Estimate | None = stage.pick("estimate")
    if held is None or held.quarter != number:
        return None
    shown = stage.measures
    own = own_profits(stage.playing, stage.slot)
    words = stage.say(
        "results-estimate",
        middle=shown.money(held.middle),
        spread=shown.money(held.spread),
        seen=shown.money(own[-1]),
        unit=shown.currency,
    )
    return Label(words, LABEL, wrap=True)


def _panels(stage: Stage, form: Form, number: int) -> list[Widget]:
    """Three columns, deeper from left to right and from depth to depth; where there is room for one, what is new."""
    depth = _depth(stage)
    if form.narrow and depth == DEPTHS[2]:
        return [lens_panel(stage, form, lens_question(stage))]
    if depth == DEPTHS[0]:
        return [_profit_panel(stage, form, number), deeds_panel(stage, form, number), region_panel(stage, form, number)]
    first = [ledger_panel(stage, form, number), moved_panel(stage, form, number)]
    last = lens_panel(stage, form, lens_question(stage)) if depth == DEPTHS[2] else deeds_panel(stage, form, number)
    return [*first, last]


def _score_line(stage: Stage, own: list[float]) -> Widget | None:
    """The firm's score beside its profit; where they part, what the score counts besides."""
    line = scoreline(stage.playing, stage.slot)
    if line.firm is None or line.firm_change is None:
        return None
    said = stage.say("results-score", now=figure(line.firm), before=figure(line.firm - line.firm_change))
    parts = line.firm_change * (own[-1] - own[-2]) < 0
    return Label(stage.words.run_on([said, stage.say("results-score-counts")]) if parts else said, LABEL, wrap=True)


def _profit_panel(stage: Stage, form: Form, number: int) -> Widget:
    """Profit and its course, while the ledger is closed."""
    shown, unit = stage.measures, stage.measures.currency
    own = own_profits(stage.playing, stage.slot)
    words = (
        stage.say("results-first")
        if number == 1
        else stage.say("results-before", value=shown.money(own[-2]), unit=unit)
    )
    score = _score_line(stage, own)
    head = Row(
        [Label(stage.say("last-profit"), BOLD), Gap(grow=1), Label(shown.money(own[-1]), BIG), Label(unit, LABEL)],
        gap=6,
    )
    inside = Column(
        [head, Label(words, LABEL, wrap=True), score, Rule(), course_chart(stage)],
        gap=8,
        pad=(16, 10),
    )
    if form.narrow:
        return Column([Box(Label(stage.say("results-yours"), SMALL_HEAD), pad=(16, 8)), Rule(), inside])
    return Panel(stage.say("results-yours"), Scroll(inside, form.scroll, "results own"), pad=0, grow=1)
