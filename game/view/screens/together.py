"""Together, large: membership, effort and pledge in every institution, and the record of the one selected."""

from collections.abc import Mapping
from functools import partial
from itertools import compress
from typing import Any

import pygame

from game.insight.desk import Question
from game.view.actions import Back, EndQuarter, Go, Pick, Redo, Undo
from game.view.frame import MARGIN, ScreenPage, bottom_bar, icon, main_button, page
from game.view.guide import guide_strip, guide_ways
from game.view.hall import is_open
from game.view.kit.button import Button
from game.view.kit.choice import Choosable
from game.view.kit.grid import Grid
from game.view.kit.layout import Box, Column, Row
from game.view.kit.page import Form
from game.view.kit.scroll import Scroll
from game.view.kit.text import BOLD, LABEL, SOFT
from game.view.kit.widget import Widget
from game.view.kit.widgets import Label, Panel
from game.view.panels.marks import mark_row
from game.view.panels.membership import membership, membership_line, promise
from game.view.panels.record import record
from game.view.panels.stakes import consequence, stakes, stakes_questions
from game.view.panels.ties import ties
from game.view.panels.together import hall_row, member_now
from game.view.panels.top import quarter_top
from game.view.readings import BodyRow, body_rows
from game.view.stage import Stage

TIES = "ties"


def together_page(stage: Stage) -> ScreenPage:
    """The screen."""
    return ScreenPage(
        make=lambda form: _tree(stage, form),
        depends=lambda: _form(stage),
        keys=lambda: _keys(stage),
        first=f"effort {_selected(stage)}",
        name="together",
        wants=lambda: _wants(stage),
    )


def _form(stage: Stage) -> tuple[Any, ...]:
    draft = stage.playing.draft(stage.slot)
    joined = tuple(stage.playing.decided(stage.slot).join[0, :, stage.slot].tolist())
    ties = tuple(draft.partners) if draft.partners is not None else None
    return (
        joined,
        _selected(stage),
        tuple(sorted(draft.complaint.items())),
        ties,
        stage.playing.quarter,
        stage.pick("record_side"),
        stage.reasons.done(_wants(stage)),
    )


def _row_selected(stage: Stage, rows: list[BodyRow]) -> BodyRow | None:
    selected = _selected(stage)
    return next((row for row in rows if row.body == selected), None)


def _wants(stage: Stage) -> list[Question]:
    rows = body_rows(stage.playing, stage.slot)
    return stakes_questions(stage, _row_selected(stage, rows)) if rows else []


def _selected(stage: Stage) -> str:
    rules, quarter = stage.playing.rules, stage.playing.quarter
    names = list(compress(rules.bodies.names, rules.bodies_open(quarter))) + ([TIES] if _ties_open(stage) else [])
    picked = stage.pick("body")
    return picked if picked in names else names[0] if names else ""


def _is(selected: str, name: str) -> bool:
    return selected == name


def _ties_open(stage: Stage) -> bool:
    return stage.playing.rules.is_open("ties", stage.playing.quarter)


def _keys(stage: Stage) -> Mapping[int, Any]:
    keys: dict[int, Any] = {
        pygame.K_F4: Back(),
        pygame.K_ESCAPE: Back(),
        pygame.K_F10: EndQuarter(),
        pygame.K_F1: Go("help"),
        pygame.K_u: Undo(),
        pygame.K_y: Redo(),
        pygame.K_l: Go("log"),
        pygame.K_w: Go("whatif"),
    }
    keys[pygame.K_r] = Pick("record_side", not stage.pick("record_side"))
    if is_open(stage.playing):
        keys[pygame.K_t] = Go("townhall")
    return keys


def _tree(stage: Stage, form: Form) -> Widget:
    rows = body_rows(stage.playing, stage.slot)
    listing = Panel(
        stage.say("together-title"),
        Scroll(
            Column(
                [_choosable(stage, form, row) for row in rows]
                + ([_tie_row(stage)] if _ties_open(stage) else [])
                + hall_row(stage)
            ),
            form.scroll,
            "bodies",
        ),
        pad=0,
        grow=1,
    )
    record = _record(stage, form, rows)
    others: list[Widget] = []
    if form.narrow:
        body: Widget = Box(record if stage.pick("record_side") else listing, grow=1)
        words = stage.say("together-list" if stage.pick("record_side") else "together-record")
        others = [Button("side", words, Pick("record_side", not stage.pick("record_side")), key="R")]
    else:
        wide = form.width - 3 * MARGIN
        body = Row([Box(listing, w=wide * 0.6), Box(record, w=wide * 0.4)], gap=MARGIN, cross="fill")
    main = main_button("end", stage.say("quarter-end"), EndQuarter(), "F10")
    hints = [
        ("F4", stage.say("together-back")),
        ("Tab", stage.say("app-next")),
        ("←→", stage.say("app-change")),
        ("U", stage.say("quarter-undo")),
    ]
    bottom = bottom_bar(form, hints, main, others, instead=guide_ways(stage, form, "together"))
    return page(form, quarter_top(stage, form), body, bottom, guide_strip(stage, form, "together"))


def _choosable(stage: Stage, form: Form, row: BodyRow) -> Widget:
    inside = _narrow(stage, row) if form.narrow else _wide(stage, row)
    return Choosable(f"body {row.body}", inside, Pick("body", row.body), partial(_is, _selected(stage), row.body))


def _title(stage: Stage, row: BodyRow, member: bool) -> Widget:
    audit = stage.say("together-audit", percent=round(100 * row.audit)) if row.audit else stage.say("together-no-audit")
    how = f"{stage.say(f'body-structure-{row.structure}')} · {audit}"
    words = Column([Label(stage.say(f"body-{row.body}"), BOLD, wrap=True), Label(how, LABEL, wrap=True)])
    return Row([icon(row.body if member else f"{row.body}_out", 32), words], gap=12)


def _wide(stage: Stage, row: BodyRow) -> Widget:
    """Two lines and the game played; the one selected has room for a promise."""
    member = member_now(stage, row)
    seen = mark_row(row.marks) if row.played else Label(stage.say("together-new"), LABEL, wrap=True, grow=1)
    selected = _is(_selected(stage), row.body)
    return Column(
        [
            Grid([240, (1.0,)], [[_title(stage, row, member), membership_line(stage, row, member)]], gap=16),
            Grid([240, (1.0,)], [[seen, stakes(stage, row)]], gap=16),
            promise(stage, row) if selected and member and not row.barred(stage.playing.quarter) else None,
        ],
        gap=4,
        pad=(16, 8),
    )


def _narrow(stage: Stage, row: BodyRow) -> Widget:
    member = member_now(stage, row)
    return Column([_title(stage, row, member), membership(stage, row, member), stakes(stage, row)], gap=6, pad=(14, 8))


def _tie_row(stage: Stage) -> Widget:
    count = int((stage.playing.seen(stage.slot).partner[0, stage.slot] >= 0).sum())
    words = Column([Label(stage.say("ties-title"), BOLD), Label(stage.say("ties-count", count=count), LABEL)])
    return Choosable(
        "body ties",
        Row([icon("speech", 32), words], gap=12, pad=(16, 10)),
        Pick("body", TIES),
        partial(_is, _selected(stage), TIES),
    )


def _record(stage: Stage, form: Form, rows: list[BodyRow]) -> Widget:
    """The institution or the ties selected."""
    if _selected(stage) == TIES:
        return Panel(stage.say("ties-title"), Scroll(ties(stage), form.scroll, "record"), pad=0, grow=1)
    row = _row_selected(stage, rows)
    if row is None:
        return Panel(stage.say("together-record"), Label(stage.say("together-none"), SOFT, wrap=True), grow=1)
    title = stage.say("together-record-of", body=stage.say(f"body-{row.body}"))
    inside = Column([Box(consequence(stage, row), pad=(16, 8)), record(stage, row)])
    return Panel(title, Scroll(inside, form.scroll, f"record {row.body}"), pad=0, grow=1)
