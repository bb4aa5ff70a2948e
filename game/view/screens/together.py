"""Together, large: membership, effort and pledge in every institution, and the record of the one selected."""

from collections.abc import Mapping
from functools import partial
from typing import Any

import numpy as np
import pygame

from game.view.actions import Back, Complain, EndQuarter, Go, Join, Pick, Promise, TieAct, Undo
from game.view.frame import MARGIN, ScreenPage, bottom_bar, icon, page
from game.view.kit.button import Button
from game.view.kit.choice import Choosable, Segmented, Toggle
from game.view.kit.grid import Grid
from game.view.kit.layout import Box, Column, Row
from game.view.kit.page import Form
from game.view.kit.scroll import Scroll
from game.view.kit.text import BOLD, LABEL, LABEL_INK, SOFT, Style
from game.view.kit.widget import Gap, Widget
from game.view.kit.widgets import Label, Panel, Rule
from game.view.panels.marks import mark_row
from game.view.panels.together import effort_now, effort_slider, member_now
from game.view.panels.top import quarter_top
from game.view.pictures.stamp import draw_stamp
from game.view.readings import BROKE, BodyRow, body_rows, firm_names, measures, state_of
from game.view.stage import Stage

TIES = "ties"
SHOWN_QUARTERS = 8
PLEDGES = (0.5, 0.8, 1.0)
ACTS = (("as", None), ("open", 1.0), ("guarded", 0.5), ("closed", 0.0))


def together_page(stage: Stage) -> ScreenPage:
    """The screen."""
    return ScreenPage(
        make=lambda form: _tree(stage, form),
        depends=lambda: _form(stage),
        keys=lambda: _keys(stage),
        first="",
        name="together",
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
        stage.settings.language,
        stage.pick("record_side"),
    )


def _selected(stage: Stage) -> str:
    names = [row.body for row in body_rows(stage.playing, stage.slot)] + ([TIES] if _ties_open(stage) else [])
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
        pygame.K_l: Go("log"),
    }
    keys[pygame.K_r] = Pick("record_side", not stage.pick("record_side"))
    return keys


def _tree(stage: Stage, form: Form) -> Widget:
    rows = body_rows(stage.playing, stage.slot)
    listing = Panel(
        stage.say("together-title"),
        Scroll(
            Column([_choosable(stage, form, row) for row in rows] + ([_tie_row(stage)] if _ties_open(stage) else [])),
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
    main = Button(
        "end",
        stage.say("quarter-end"),
        EndQuarter(),
        key="F10",
        kind="main",
        stamp=lambda canvas, area: draw_stamp(canvas, area, ground="seal_text", paper="seal", rim=False),
    )
    hints = [
        ("F4", stage.say("together-back")),
        ("Tab", stage.say("app-next")),
        ("←→", stage.say("app-change")),
        ("U", stage.say("quarter-undo")),
    ]
    return page(form, quarter_top(stage, form), body, bottom_bar(form, hints, main, others))


def _choosable(stage: Stage, form: Form, row: BodyRow) -> Widget:
    inside = _narrow(stage, row) if form.narrow else _wide(stage, row)
    return Choosable(f"body {row.body}", inside, Pick("body", row.body), partial(_is, _selected(stage), row.body))


def _title(stage: Stage, row: BodyRow, member: bool) -> Widget:
    audit = stage.say("together-audit", percent=round(100 * row.audit)) if row.audit else stage.say("together-no-audit")
    how = f"{stage.say(f'body-structure-{row.structure}')} · {audit}"
    words = Column([Label(stage.say(f"body-{row.body}"), BOLD, wrap=True), Label(how, LABEL, wrap=True)])
    return Row([icon(row.body if member else f"{row.body}_out", 32), words], gap=12)


def _controls(stage: Stage, row: BodyRow, member: bool) -> Widget:
    """Membership, effort with its cost, pledge."""
    shown, unit = measures(stage.playing), stage.playing.setup.scenario.units.currency
    if row.barred:
        return Label(stage.say("together-barred"), LABEL)
    toggle = Toggle(
        f"member {row.body}",
        lambda: member_now(stage, row),
        partial(Join, row.body),
        stage.say("together-member"),
        stage.say("together-out"),
        hint="hint-join",
    )
    if not member:
        return Row(
            [
                toggle,
                Gap(grow=1),
                Label(stage.say("together-dues-value", value=shown.money(row.dues), unit=unit), LABEL),
            ],
            gap=12,
        )
    exponent = float(stage.playing.rules.bodies.cost_exponent[row.j])

    def cost() -> str:
        return stage.say(
            "together-cost", cost=shown.money(row.full_cost * effort_now(stage, row) ** exponent), unit=unit
        )

    effort = Row(
        [
            effort_slider(stage, row, 120),
            Label(lambda: f"**{100 * effort_now(stage, row):.0f}** %", align="right", least="100 %"),
            Label(cost, LABEL, least=cost()),
        ],
        gap=10,
    )
    lines: list[Widget | None] = [
        Row(
            [
                toggle,
                Gap(grow=1),
                Label(stage.say("together-dues-value", value=shown.money(row.dues), unit=unit), LABEL),
            ],
            gap=12,
        ),
        effort,
    ]
    if stage.playing.rules.is_open("pledges", stage.playing.quarter):
        lines.append(_pledge(stage, row))
    return Column(lines, gap=4)


def _pledge(stage: Stage, row: BodyRow) -> Widget:
    options = [(0.0, stage.say("together-pledge-none")), *((value, f"{round(100 * value)} %") for value in PLEDGES)]

    def value() -> float:
        return float(stage.playing.draft(stage.slot).pledge.get(row.body, 0.0))

    choose = Segmented(
        f"pledge {row.body}", options, value, lambda chosen: Promise(row.body, chosen or None), hint="hint-pledge"
    )
    made = (
        stage.say("together-pledged", percent=round(100 * row.pledged))
        if row.pledged is not None
        else stage.say("together-pledge")
    )
    return Row([Label(made, LABEL, wrap=True), choose], gap=10)


def _wide(stage: Stage, row: BodyRow) -> Widget:
    member = member_now(stage, row)
    marks = Row(
        [mark_row(row.marks, absent=True), Gap(grow=1), Label(stage.say("together-members", count=row.members), LABEL)],
        gap=8,
    )
    return Column(
        [Grid([214, (1.0,)], [[_title(stage, row, member), _controls(stage, row, member)]], gap=16), marks],
        gap=6,
        pad=(16, 10),
    )


def _narrow(stage: Stage, row: BodyRow) -> Widget:
    member = member_now(stage, row)
    return Column([_title(stage, row, member), _controls(stage, row, member)], gap=6, pad=(14, 8))


def _tie_row(stage: Stage) -> Widget:
    count = int((stage.playing.seen(stage.slot).partner[0, stage.slot] >= 0).sum())
    words = Column([Label(stage.say("ties-title"), BOLD), Label(stage.say("ties-count", count=count), LABEL)])
    return Choosable(
        "body ties",
        Row([icon("speech", 32), words], gap=12, pad=(16, 10)),
        Pick("body", TIES),
        partial(_is, _selected(stage), TIES),
    )


# -- the record of the institution selected
# -----------------------------------------------------------------------------


def _record(stage: Stage, form: Form, rows: list[BodyRow]) -> Widget:
    selected = _selected(stage)
    if selected == TIES:
        return Panel(stage.say("ties-title"), Scroll(_ties(stage), form.scroll, "record"), pad=0, grow=1)
    row = next((held for held in rows if held.body == selected), None)
    if row is None:
        return Panel(stage.say("together-record"), Label(stage.say("together-none"), SOFT, wrap=True), grow=1)
    inside = Column(
        [Label(stage.say(f"together-about-{row.body}"), LABEL, wrap=True), Rule(), _record_rows(stage, row)],
        gap=8,
        pad=(16, 10),
    )
    return Panel(
        stage.say("together-record-of", body=stage.say(f"body-{row.body}")),
        Scroll(inside, form.scroll, f"record {row.body}"),
        pad=0,
        grow=1,
    )


def _record_rows(stage: Stage, row: BodyRow) -> Widget:
    """Firms by quarters, so that strategies can be read; a firm that broke can be complained about."""
    session, slot = stage.playing, stage.slot
    names = firm_names(session)
    first = int(session.rules.bodies.opens[row.j])
    numbers = [quarter.number for quarter in session.quarters if quarter.number >= first][-SHOWN_QUARTERS:]
    if not numbers:
        return Label(stage.say("together-no-record"), LABEL, wrap=True)
    head: list[Widget | None] = [
        Label("", LABEL),
        *[Label(str(number), LABEL, align="center") for number in numbers],
        Label(""),
    ]
    lines = [head]
    order = [slot] + [int(i) for i in np.flatnonzero(session.moment.seen.active[0]) if i != slot]
    for i in order:
        name = Label(
            stage.say("together-you") if i == slot else names[i],
            Style(14, 20, "bold", "you_text") if i == slot else LABEL_INK,
        )
        marks = [_mark_at(stage, number, row.j, i) for number in numbers]
        lines.append([name, *[icon(mark, 14) for mark in marks], _complaint(stage, row, i, marks[-1])])
    return Grid(["auto", *[18.0] * len(numbers), (1.0,)], lines, gap=4, row_height=26)


def _mark_at(stage: Stage, number: int, j: int, slot: int) -> str:
    outcome = stage.playing.quarters[number - 1].outcome
    return state_of(bool(outcome.membership.member[0, j, slot]), bool(outcome.games.kept[0, j, slot]))


def _complaint(stage: Stage, row: BodyRow, slot: int, last: str) -> Widget | None:
    session = stage.playing
    if (
        last != BROKE
        or slot == stage.slot
        or not row.was_member
        or not session.rules.is_open("complaints", session.quarter)
    ):
        return None
    firm = int(session.moment.seen.firm_id[0, slot])
    made = session.draft(stage.slot).complaint.get(row.body) == firm
    words = stage.say("together-withdraw") if made else stage.say("together-complain")
    button = Button(
        f"complain {row.body} {firm}",
        words,
        Complain(row.body, None if made else firm),
        kind="small",
        picked=lambda: made,
        hint="hint-complain",
    )
    return Row([Gap(8), button, Gap(grow=1)])


# -- ties
# ---------------------------------------------------------------------------------------------------------------


def _ties(stage: Stage) -> Widget:
    """Every neighbour with a tie or an offer: how it treated us, and how we treat it."""
    session, slot = stage.playing, stage.slot
    seen = session.seen(slot)
    names = firm_names(session)
    draft = session.draft(slot).partners
    wanted = [int(i) for i in seen.wanted[0, slot] if i >= 0]
    standing = {int(i): k for k, i in enumerate(seen.wanted[0, slot]) if i >= 0 and seen.standing[0, slot, k]}
    ids = {i: int(seen.firm_id[0, i]) for i in range(len(names))}
    kept = wanted if draft is None else [i for i in range(len(names)) if ids[i] in draft]
    lines: list[Widget | None] = [Label(stage.say("ties-about"), LABEL, wrap=True), Rule()]
    for i in dict.fromkeys([*wanted, *kept]):
        received = float(seen.received[0, slot, standing[i]]) if i in standing else None
        how = (
            stage.say("ties-treated", percent=round(100 * received))
            if received is not None
            else stage.say("ties-offered")
        )
        chosen = _chosen_act(draft, ids[i])
        options = [(name, stage.say(f"ties-act-{name}")) for name, _ in ACTS]
        acts = Segmented(f"tie {ids[i]}", options, partial(lambda value: value, chosen), partial(_send_act, ids[i]))
        drop = Button(
            f"drop {ids[i]}",
            stage.say("ties-drop" if i in kept else "ties-keep"),
            TieAct(ids[i], None, keep=i not in kept),
            kind="small",
        )
        lines += [
            Row([Label(names[i], BOLD), Label(how, LABEL, wrap=True), Gap(grow=1), drop], gap=10),
            acts if i in kept else None,
            Rule(),
        ]
    offers = [int(i) for i in seen.offers[0, slot] if i >= 0 and int(i) not in wanted]
    for i in offers:
        if ids[i] not in (draft or {}):
            lines.append(
                Row(
                    [
                        Label(names[i], BOLD),
                        Label(stage.say("ties-offers"), LABEL),
                        Gap(grow=1),
                        Button(f"take {ids[i]}", stage.say("ties-accept"), TieAct(ids[i], None), kind="small"),
                    ],
                    gap=10,
                )
            )
    strangers = [
        i for i in np.flatnonzero(seen.active[0]) if i != slot and i not in wanted and i not in kept and i not in offers
    ]
    if strangers and len(kept) < seen.wanted.shape[-1]:
        lines += [
            Label(stage.say("ties-strangers"), LABEL),
            *[
                Row(
                    [
                        Label(names[i], LABEL_INK),
                        Gap(grow=1),
                        Button(
                            f"offer {ids[int(i)]}", stage.say("ties-offer"), TieAct(ids[int(i)], None), kind="small"
                        ),
                    ]
                )
                for i in strangers
            ],
        ]
    return Column(lines, gap=6, pad=(16, 10))


def _chosen_act(draft: Mapping[int, float | None] | None, firm: int) -> str:
    act = (draft or {}).get(firm)
    return next((name for name, value in ACTS if value == act), "as")


def _send_act(firm: int, name: str) -> TieAct:
    return TieAct(firm, dict(ACTS)[name])
