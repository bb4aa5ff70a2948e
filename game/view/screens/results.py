"""The results of a quarter: one sentence that opens into the ledger; how deep it opens at first the scenario says."""

from collections.abc import Mapping
from typing import Any

import numpy as np
import pygame

from game.model.outcome import REGION_PARTS
from game.view.actions import Flip, Go, NextQuarter
from game.view.frame import MARGIN, ScreenPage, bottom_bar, icon, page
from game.view.headline import headline
from game.view.kit.button import Button
from game.view.kit.choice import Choosable
from game.view.kit.grid import Grid
from game.view.kit.layout import Box, Column, Row
from game.view.kit.page import Form
from game.view.kit.scroll import Scroll
from game.view.kit.text import BIG, BODY, BOLD, LABEL, LABEL_BOLD, LEAD, SCREEN_HEAD, SMALL_HEAD, Style
from game.view.kit.widget import Gap, Widget
from game.view.kit.widgets import Label, Panel, Rule
from game.view.panels.marks import mark_counts
from game.view.panels.news import course_chart
from game.view.panels.top import quarter_top
from game.view.pictures.stamp import draw_stamp
from game.view.readings import LedgerLine, firm_names, ledger, measures, profits, region_reading
from game.view.stage import Stage
from game.wording.figures import figure


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
        _ledger_panel(stage, form, number) if opened else _profit_panel(stage, form, number),
        _together_panel(stage, form, number),
        _region_panel(stage, form, number),
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
    main = Button(
        "next",
        stage.say("results-debrief") if last else stage.say("results-next", quarter=number + 1),
        NextQuarter(),
        key="F10",
        kind="main",
        stamp=lambda canvas, area: draw_stamp(canvas, area, ground="seal_text", paper="seal", rim=False),
    )
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
    own, _ = profits(stage.playing, stage.slot)
    words = (
        stage.say("results-first")
        if number == 1
        else stage.say("results-before", value=shown.money(own[-2]), unit=unit)
    )
    head = Row(
        [Label(stage.say("last-profit"), BOLD), Gap(grow=1), Label(shown.money(own[-1]), BIG), Label(unit, LABEL)],
        gap=6,
    )
    open_it = Button("open ledger here", stage.say("results-open"), Flip("results", "ledger"), kind="small")
    inside = Column(
        [head, Label(words, LABEL, wrap=True), Rule(), course_chart(stage), Row([Gap(grow=1), open_it])],
        gap=8,
        pad=(16, 10),
    )
    if form.narrow:
        return Column([Box(Label(stage.say("results-yours"), SMALL_HEAD), pad=(16, 8)), Rule(), inside])
    return Panel(stage.say("results-yours"), inside, pad=0)


def _ledger_panel(stage: Stage, form: Form, number: int) -> Widget:
    unit = stage.playing.setup.scenario.units.currency
    lines = ledger(stage.playing, stage.slot, number)
    profit = LedgerLine("profit", 0, _sum(lines, before=True), _sum(lines) or 0.0)
    head = _cells(
        Label(""),
        Label(stage.say("results-quarter", quarter=number - 1) if number > 1 else "", LABEL, align="right"),
        Label(stage.say("results-quarter", quarter=number), LABEL, align="right"),
        Label(stage.say("results-change") if number > 1 else "", LABEL, align="right", wrap=True),
    )
    rows: list[Widget | None] = [Box(head, pad=(16, 4))]
    for line in lines:
        if line.level == 0:
            kids = [kid for kid in lines if kid.parent == line.name]
            rows.append(_parent(stage, line, bool(kids)))
            if stage.is_open("ledger", line.name):
                rows += [Box(_line(stage, kid), fill="inset", radius=0, pad=(16, 3)) for kid in kids]
    total = Box(_line(stage, profit), pad=(16, 8))
    inside: Widget = Column([*rows, Gap(4), Rule(double=True, token="ink"), total])
    if form.narrow:
        return Column([Box(Label(stage.say("results-ledger", unit=unit), SMALL_HEAD), pad=(16, 8)), Rule(), inside])
    return Panel(
        stage.say("results-ledger-title"), Scroll(inside, form.scroll, "ledger"), beside=[Label(unit, LABEL)], pad=0
    )


def _sum(lines: list[LedgerLine], before: bool = False) -> float | None:
    parents = [line for line in lines if line.level == 0]
    if before and any(line.before is None for line in parents):
        return None
    return sum((line.before or 0.0) if before else line.value for line in parents)


def _cells(name: Widget, before: Widget, now: Widget, change: Widget) -> Widget:
    return Grid([(1.0,), 66, 66, 66], [[name, before, now, change]], gap=6)


def _parent(stage: Stage, line: LedgerLine, opens: bool) -> Widget:
    opened = stage.is_open("ledger", line.name)
    inside = Box(_line(stage, line, "down" if opened else "right" if opens else ""), pad=(16, 4))
    if not opens:
        return inside
    return Choosable(
        f"line {line.name}",
        inside,
        Flip("ledger", line.name),
        lambda: False,
        rule=False,
        hint=f"hint-ledger-{line.name}",
    )


def _line(stage: Stage, line: LedgerLine, mark: str = "") -> Widget:
    shown = measures(stage.playing)
    parent = line.level == 0
    style, strong = (BODY, BOLD) if parent else (LABEL, LABEL_BOLD)
    before = "" if line.before is None else shown.money(line.before)
    change = None if line.before is None else line.value - line.before
    token = (
        "loss"
        if change is not None and change < -0.05 and line.name == "profit"
        else "gain"
        if change is not None and change > 0.05 and line.name == "profit"
        else None
    )
    words = stage.say(f"ledger-{line.name.replace('_', '-')}")
    name: Widget = Label(words, strong if line.name == "profit" else style, wrap=True)
    if parent and line.name != "profit":
        name = Row([icon(mark, 12) if mark else Gap(12), name], gap=8)
    elif not parent:
        name = Row([Gap(12), name], gap=8)
    return _cells(
        name,
        Label(before, style, align="right", colour="soft"),
        Label(shown.money(line.value), LEAD if line.name == "profit" else strong, align="right"),
        Label(
            "" if change is None else shown.money(change, sign=True),
            strong if line.name == "profit" else style,
            align="right",
            colour=token,
        ),
    )


def _together_panel(stage: Stage, form: Form, number: int) -> Widget:
    """What was done together: for each institution who kept, who broke, and what it cost the firm."""
    played = stage.playing.quarters[number - 1]
    names = firm_names(stage.playing)
    shown, unit = measures(stage.playing), stage.playing.setup.scenario.units.currency
    rows: list[Widget | None] = []
    for j, body in enumerate(stage.playing.rules.bodies.names):
        if stage.playing.rules.bodies.opens[j] > number:
            continue
        member, kept = played.outcome.membership.member[0, j], played.outcome.games.kept[0, j]
        inside = bool(member[stage.slot])
        broke = [names[i] for i in np.flatnonzero(member & ~kept) if i != stage.slot]
        counts = mark_counts(
            stage, int((member & kept).sum()), int((member & ~kept).sum()), int((played.seen.active[0] & ~member).sum())
        )
        cost = float(played.outcome.games.cost[0, j, stage.slot])
        effort = float(played.outcome.games.effort[0, j, stage.slot])
        own = (
            stage.say("results-you-gave", percent=round(100 * effort), cost=shown.money(cost), unit=unit)
            if inside
            else stage.say("results-you-out")
        )
        who = (
            stage.say("results-broke", names=", ".join(broke[:4]), more=max(len(broke) - 4, 0))
            if broke
            else stage.say("results-all-kept")
            if member.any()
            else ""
        )
        rows += [
            Row(
                [
                    icon(body if inside else f"{body}_out", 26),
                    Label(stage.say(f"body-{body}"), BOLD, wrap=True),
                    Gap(grow=1),
                ],
                gap=10,
            ),
            counts,
            Label(own, LABEL, wrap=True),
            Label(who, LABEL, wrap=True) if who else None,
            Rule(),
        ]
    inside_column = Column(
        rows[:-1] if rows else [Label(stage.say("together-none"), LABEL, wrap=True)], gap=6, pad=(16, 10)
    )
    if form.narrow:
        return Column([Box(Label(stage.say("together-title"), SMALL_HEAD), pad=(16, 8)), Rule(), inside_column])
    return Panel(stage.say("together-title"), Scroll(inside_column, form.scroll, "results together"), pad=0)


def _region_panel(stage: Stage, form: Form, number: int) -> Widget:
    """The region score and its five parts with the term that moved each most."""
    reading = region_reading(stage.playing, number)
    rows: list[list[Widget | None]] = []
    for name in REGION_PARTS:
        part = reading.parts[name]
        change = "" if part.change is None else figure(part.change, 1, sign=True)
        why = stage.say(f"why-{name}-{part.term}") if part.term else ""
        words = Column([Label(stage.say(f"part-{name}"), BODY), Label(why, LABEL, wrap=True) if why else None])
        rows.append([words, Label(figure(part.value), BOLD, align="right"), Label(change, LABEL, align="right")])
    score = Row(
        [
            Label(stage.say("results-region-score"), BOLD),
            Gap(grow=1),
            Label(figure(reading.score), LEAD),
            Label(stage.say("results-of-hundred"), LABEL),
        ],
        gap=6,
    )
    stage_words = Label(stage.say("results-stage", stage=stage.say(f"stage-{reading.stage}")), LABEL)
    inside = Column([score, stage_words, Rule(), Grid([(1.0,), 34, 44], rows, gap=8, row_gap=8)], gap=8, pad=(16, 10))
    if form.narrow:
        return Column([Box(Label(stage.say("results-region"), SMALL_HEAD), pad=(16, 8)), Rule(), inside])
    return Panel(stage.say("results-region"), Scroll(inside, form.scroll, "results region"), pad=0)
