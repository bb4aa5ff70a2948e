"""The scenario picker: what you learn, minutes, difficulty; a broken file stays in the list with its first fault."""

from collections.abc import Mapping
from functools import partial
from typing import Any

import pygame

from game.model.scenario import Scenario
from game.rivals.difficulty import DIFFICULTIES
from game.view.actions import Back, Begin, Go, Pick, Several
from game.view.frame import MARGIN, ScreenPage, bottom_bar, bulleted, icon, page, plain_top
from game.view.kit.button import Button
from game.view.kit.choice import Choosable, Segmented
from game.view.kit.grid import Grid
from game.view.kit.layout import Box, Column, Row
from game.view.kit.page import Form
from game.view.kit.scroll import Scroll
from game.view.kit.text import BODY, BOLD, LABEL, LEAD, PANEL_HEAD, SCREEN_HEAD, SMALL_HEAD, SOFT
from game.view.kit.widget import Gap, Widget
from game.view.kit.widgets import Label, Picture, Rule
from game.view.pictures.land import draw_strip_land
from game.view.pictures.stamp import draw_stamp
from game.view.shelf import Entry
from game.view.stage import Stage


def picker_page(stage: Stage) -> ScreenPage:
    """The picker."""
    return ScreenPage(
        make=lambda form: _tree(stage, form),
        depends=lambda: (
            stage.pick("scenario"),
            stage.pick("firm"),
            stage.pick("treatment"),
            tuple(entry.look for entry in stage.shelf),
            stage.settings.language,
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
    detail = Box(_detail(stage, entry, form), card=True, grow=1)
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
        main = Button("start", stage.say("picker-start"), Begin(), key="Enter", kind="main", stamp=_stamp)
    hints = [("↑↓", stage.say("picker-hint-scenario")), ("Tab", stage.say("app-next")), ("F1", stage.say("app-help"))]
    return page(
        form, plain_top(stage, stage.say("picker-title"), under, form), body, bottom_bar(form, hints, main, switch)
    )


def _stamp(canvas: Any, area: Any) -> None:
    draw_stamp(canvas, area, ground="seal_text", paper="seal", rim=False)


def _list(stage: Stage, form: Form) -> Widget:
    head = Row(
        [
            Gap(44),
            Box(Label(stage.say("picker-head-scenario"), PANEL_HEAD), w=None if form.narrow else 150),
            Label("" if form.narrow else stage.say("picker-head-learn"), LABEL),
            Gap(grow=1),
            Label(stage.say("picker-head-minutes"), LABEL),
            Label(stage.say("picker-head-difficulty"), LABEL),
        ],
        gap=12,
        pad=(16, 8),
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
    return Column([head, Rule(double=True), Scroll(Column(rows), form.scroll, "scenarios")])


def _row(stage: Stage, entry: Entry, form: Form) -> Widget:
    if entry.scenario is None:
        words = stage.say("picker-broken", count=len(entry.faults), first=entry.first_fault)
        cells: list[Widget | None] = [
            icon("broken_file", 32, "soft"),
            Label(f"**{entry.path.name}**"),
            Box(Label(words, LABEL, wrap=True, colour="loss"), grow=1),
        ]
        return Row(cells, gap=12, pad=(16, 8))
    about = entry.scenario.about
    title = Label(stage.words.choose(about.title).split(":")[0], BOLD)
    learn = Label(stage.words.choose(about.lesson), LABEL, wrap=True)
    middle: Widget = Column([title, learn]) if form.narrow else Row([Box(title, w=150), Box(learn, grow=1)], gap=12)
    stamps = Row([icon("stamp_full" if i < about.stamps else "stamp_empty", 17) for i in range(3)], gap=3)
    return Row(
        [icon(about.icon, 32), Box(middle, grow=1), Label(str(about.minutes), BOLD), Box(stamps, w=70, align="right")],
        gap=12,
        pad=(16, 8),
    )


def _detail(stage: Stage, entry: Entry | None, form: Form) -> Widget:
    if entry is None:
        return Column([Label(stage.say("picker-none"), SOFT, wrap=True)], pad=16)
    if entry.scenario is None:
        faults = [Label(line, LABEL, wrap=True) for line in entry.fault_lines[:12]]
        return Scroll(
            Column(
                [
                    Label(entry.path.name, SCREEN_HEAD, wrap=True),
                    Label(stage.say("picker-broken-why"), BODY, wrap=True),
                    Rule(),
                    *faults,
                ],
                gap=10,
                pad=16,
            ),
            form.scroll,
            "detail",
        )
    scenario = entry.scenario
    about = scenario.about
    quarters = scenario.quarters
    length = (
        str(quarters.min)
        if quarters.min == quarters.max
        else stage.say("picker-length", least=quarters.min, most=quarters.max)
    )
    kinds = len({firm.strategy for firm in scenario.firms if not firm.seat})
    facts = [
        (str(len(scenario.firms)), "firms"),
        (length, "quarters"),
        (str(about.minutes), "minutes"),
        (str(kinds), "kinds"),
    ]
    cells = [Column([Label(value, LEAD), Label(stage.say(f"picker-fact-{name}"), LABEL)]) for value, name in facts]
    goals = bulleted([stage.words.choose(goal) for goal in about.goals])
    inside = Column(
        [
            Row(
                [Label(stage.words.choose(about.title), SCREEN_HEAD, wrap=True), Gap(grow=1), icon(about.icon, 40)],
                gap=12,
            ),
            Label(stage.words.choose(about.summary), BODY, wrap=True),
            Grid([(1.0,), (1.0,), (1.0,), (1.0,)], [cells], gap=12),
            Rule(),
            Label(stage.say("picker-goals"), SMALL_HEAD) if about.goals else None,
            goals if about.goals else None,
            Rule(),
            *_choices(stage, scenario),
        ],
        gap=10,
        pad=(16, 12),
    )
    view = Scroll(inside, form.scroll, f"detail {stage.pick('scenario', 0)}")
    if form.narrow:
        return view
    return Column([Picture(draw_strip_land, "strip", 100, 104), view])


def _choices(stage: Stage, scenario: Scenario) -> list[Widget]:
    """Firm, rivals, and the variant if the scenario has some."""
    seats = [slot for slot, firm in enumerate(scenario.firms) if firm.seat]
    firms = [(slot, scenario.firms[slot].name) for slot in seats]
    rows = [
        [
            Label(stage.say("picker-firm")),
            Segmented(
                "firm",
                firms,
                lambda: stage.pick("firm") if stage.pick("firm") is not None else seats[0],
                lambda value: Pick("firm", value),
            ),
        ]
    ]
    levels = [(level, stage.say(f"picker-level-{level}")) for level in DIFFICULTIES]
    rows.append(
        [
            Label(stage.say("picker-rivals")),
            Segmented(
                "difficulty",
                levels,
                lambda: stage.pick("difficulty", "normal"),
                lambda value: Pick("difficulty", value),
            ),
        ]
    )
    if scenario.treatments:
        names = [
            ("", stage.say("picker-as-written")),
            *((name, name.replace("_", " ")) for name in scenario.treatments),
        ]
        rows.append(
            [
                Label(stage.say("picker-treatment")),
                Segmented(
                    "treatment", names, lambda: stage.pick("treatment", ""), lambda value: Pick("treatment", value)
                ),
            ]
        )
    return [Grid(["auto", (1.0,)], rows, gap=16, row_gap=8)]
