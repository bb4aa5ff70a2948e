"""The scenario picker: what you learn, minutes, difficulty; a broken file stays in the list with its first fault."""

from collections.abc import Mapping
from functools import partial
from typing import Any

import pygame

from game.view.actions import Back, Begin, Go, Pick, Several
from game.view.frame import MARGIN, ScreenPage, bottom_bar, icon, main_button, page, plain_top
from game.view.kit.button import Button
from game.view.kit.choice import Choosable
from game.view.kit.grid import Grid
from game.view.kit.layout import Box, Column, Row
from game.view.kit.page import Form
from game.view.kit.scroll import Headed, Scroll
from game.view.kit.text import BOLD, LABEL, PANEL_HEAD
from game.view.kit.widget import Gap, Widget
from game.view.kit.widgets import Label, Rule
from game.view.panels.about import about_panel
from game.view.shelf import Entry
from game.view.stage import Stage

ICON = 32.0
LESSON = 2


def picker_page(stage: Stage) -> ScreenPage:
    """The picker."""
    return ScreenPage(
        make=lambda form: _tree(stage, form),
        depends=lambda: (
            stage.pick("scenario"),
            stage.pick("firm"),
            stage.pick("treatment"),
            tuple(entry.look for entry in stage.shelf),
            stage.pick("picker_side"),
        ),
        keys=lambda: _keys(stage),
        first=f"scenario {stage.pick('scenario', 0)}",
        name="picker",
    )


def chosen(stage: Stage) -> Entry | None:
    """The entry in the picker's hand."""
    place = stage.pick("scenario", 0)
    return stage.shelf[place] if 0 <= place < len(stage.shelf) else None


def _keys(stage: Stage) -> Mapping[int, Any]:
    place = stage.pick("scenario", 0)
    keys: dict[int, Any] = {pygame.K_ESCAPE: Back(), pygame.K_F1: Go("help")}
    if place > 0:
        keys[pygame.K_UP] = _pick(place - 1)
    if place < len(stage.shelf) - 1:
        keys[pygame.K_DOWN] = _pick(place + 1)
    entry = chosen(stage)
    if entry is not None and entry.scenario is not None:
        keys[pygame.K_RETURN] = Begin()
    if entry is not None and entry.faults:
        keys[pygame.K_f] = Go("faults")
    return keys


def _is_picked(stage: Stage, place: int) -> bool:
    return bool(stage.pick("scenario", 0) == place)


def _pick(place: int) -> Several:
    return Several(
        (Pick("scenario", place), Pick("firm", None), Pick("treatment", ""), Pick("focus", f"scenario {place}"))
    )


def _tree(stage: Stage, form: Form) -> Widget:
    ready = sum(entry.scenario is not None for entry in stage.shelf)
    broken = len(stage.shelf) - ready
    under = stage.say("picker-count", ready=ready, broken=broken)
    entry = chosen(stage)
    listing = Box(_list(stage, form), card=True, grow=1.2)
    detail = Box(about_panel(stage, entry, form), card=True, grow=1)
    if form.narrow:
        body: Widget = detail if stage.pick("picker_side") == "detail" else listing
        switch = [
            Button(
                "other side",
                stage.say("picker-list" if stage.pick("picker_side") == "detail" else "picker-detail"),
                Pick("picker_side", "" if stage.pick("picker_side") == "detail" else "detail"),
            )
        ]
    else:
        wide = form.width - 3 * MARGIN
        listing.w, detail.w = wide * 0.55, wide * 0.45
        body, switch = Row([listing, detail], gap=MARGIN, cross="fill"), []
    main: Widget
    if entry is not None and entry.scenario is None:
        main = Button("start", stage.say("picker-faults"), Go("faults"), key="F")
    else:
        main = main_button("start", stage.say("picker-start"), Begin(), "Enter")
    hints = [("↑↓", stage.say("picker-hint-scenario")), ("Tab", stage.say("app-next")), ("F1", stage.say("app-help"))]
    return page(
        form, plain_top(stage, stage.say("picker-title"), under, form), body, bottom_bar(form, hints, main, switch)
    )


def _list(stage: Stage, form: Form) -> Widget:
    lesson = stage.say("picker-head-learn")
    head = _columns(
        form,
        Gap(ICON),
        Label(stage.say("picker-head-scenario"), PANEL_HEAD),
        None if form.narrow else Label(lesson, LABEL),
        Label(stage.say("picker-head-minutes"), LABEL, align="right"),
        Label(stage.say("picker-head-difficulty"), LABEL),
    )
    rows = [
        Choosable(
            f"scenario {place}",
            _row(stage, entry, form),
            _pick(place),
            partial(_is_picked, stage, place),
            confirm=Begin() if entry.scenario else Go("faults"),
        )
        for place, entry in enumerate(stage.shelf)
    ]
    return Headed(head, Rule(double=True), Scroll(Column(rows), form.scroll, "scenarios"))


def _row(stage: Stage, entry: Entry, form: Form) -> Widget:
    if entry.scenario is None:
        faults = stage.say("picker-broken", count=len(entry.faults), first=entry.first_fault)
        cells: list[Widget | None] = [
            icon("broken_file", 32, "soft"),
            Label(f"**{entry.path.name}**"),
            Box(Label(faults, LABEL, wrap=True, colour="loss"), grow=1),
        ]
        return Row(cells, gap=12, pad=(16, 8))
    about = entry.scenario.about
    title = Label(stage.words.before_colon(about.title), BOLD)
    learn = Label(stage.words.choose(about.lesson), LABEL, wrap=True)
    stamps = Row([icon("stamp_full" if i < about.stamps else "stamp_empty", 17) for i in range(3)], gap=3)
    words: Widget = Column([title, learn]) if form.narrow else title
    minutes = Label(str(about.minutes), BOLD, align="right")
    return _columns(form, icon(about.icon, ICON), words, None if form.narrow else learn, minutes, stamps)


def _columns(form: Form, *cells: Widget | None) -> Widget:
    """Icon, title, lesson (under the title where the window is narrow), minutes, difficulty."""
    widths: list[float | tuple[float]] = [ICON, (1.0,), 96, 100] if form.narrow else [ICON, 150, (1.0,), 96, 100]
    held = [cell for place, cell in enumerate(cells) if place != LESSON or not form.narrow]
    return Box(Grid(widths, [held], gap=12), pad=(16, 8 if form.narrow else 6))
