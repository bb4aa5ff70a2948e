"""The Together panel: every open institution with membership, effort, dues, and what its members were seen to do."""

from functools import partial

from game.view.actions import Effort, Go, Join, Pick
from game.view.frame import icon
from game.view.hall import is_open, meets
from game.view.kit.button import Button
from game.view.kit.choice import Choosable
from game.view.kit.grid import Grid
from game.view.kit.layout import Box, Column, Row
from game.view.kit.page import Form
from game.view.kit.scroll import Scroll
from game.view.kit.slider import Slider
from game.view.kit.text import BOLD, LABEL, SOFT
from game.view.kit.widget import Gap, Widget
from game.view.kit.widgets import Label, Panel
from game.view.panels.marks import mark_counts, mark_row
from game.view.readings import BodyRow, body_rows
from game.view.stage import Stage

FEW = 5  # more rows than these stand closer together


def together_panel(stage: Stage, form: Form) -> Widget:
    """The panel; its rows select what the map shows."""
    rows = body_rows(stage.playing, stage.slot)
    if not rows:
        inside: Widget = Label(stage.say("together-none"), SOFT, wrap=True)
        return Box(inside, card=True, pad=16, grow=1) if form.narrow else Panel(stage.say("together-title"), inside)
    last = stage.playing.quarter - 1
    total = len(rows[0].marks)
    seen = Label(stage.say("together-seen", quarter=last, total=total) if last else "", LABEL, wrap=True)
    if form.narrow:
        listing = Column([*[_choosable(stage, row, _narrow_row(stage, row, last)) for row in rows], *hall_row(stage)])
        return Box(Scroll(listing, form.scroll, "together"), card=True, grow=1)
    unit = stage.measures.currency
    head = _line(
        Label(""),
        Label(stage.say("together-effort"), LABEL),
        Label(""),
        Label(stage.say("together-dues", unit=unit), LABEL, align="right", wrap=True),
        seen,
    )
    dense = len(rows) > FEW
    body = Column(
        [
            Box(head, pad=(16, 0 if dense else 2)),
            Scroll(
                Column([_choosable(stage, row, _row(stage, row, len(rows) > FEW)) for row in rows]),
                form.scroll,
                "together",
            ),
        ]
    )
    more = Button("together more", stage.say("together-more"), Go("together"), key="F4", kind="key")
    hall = (
        [Button("town hall", hall_words(stage), Go("townhall"), key="T", kind="key")] if is_open(stage.playing) else []
    )
    return Panel(stage.say("together-title"), body, extras=[*hall, more], pad=0)


def hall_words(stage: Stage) -> str:
    """The town hall with the number of motions on its table, or that it meets."""
    if meets(stage.playing):
        return stage.say("together-hall-meets")
    return stage.say("together-hall", count=_motions(stage))


def hall_row(stage: Stage) -> list[Widget]:
    """A row that leads to the town hall, where it is open."""
    if not is_open(stage.playing):
        return []
    count = _motions(stage)
    state = "meets" if meets(stage.playing) else "motions" if count else "none"
    words = Column(
        [Label(stage.say("hall-title"), BOLD), Label(stage.say(f"hall-row-{state}", count=count), LABEL, wrap=True)]
    )
    inside = Row([icon("hall", 28), words, Gap(grow=1), Label("[[T]]", LABEL)], gap=12, pad=(16, 8))
    return [Choosable("town hall", inside, Go("townhall"), lambda: False, rule=False, hint="hint-hall")]


def _motions(stage: Stage) -> int:
    return int((stage.playing.moment.seen.motion[0] >= 0).sum())


def _choosable(stage: Stage, row: BodyRow, inside: Widget) -> Widget:
    return Choosable(
        f"body {row.body}", inside, Pick("body", row.body), lambda: stage.pick("body") == row.body, rule=False
    )


def _line(name: Widget, effort: Widget, percent: Widget, dues: Widget, seen: Widget) -> Widget:
    return Grid([184, 80, 46, 58, (1.0,)], [[name, effort, percent, dues, seen]], gap=8)


def member_now(stage: Stage, row: BodyRow) -> bool:
    """Whether the draft makes the seat a member."""
    return bool(stage.playing.decided(stage.slot).join[0, row.j, stage.slot])


def effort_now(stage: Stage, row: BodyRow) -> float:
    """The effort in the draft."""
    return float(stage.playing.decided(stage.slot).effort[0, row.j, stage.slot])


def effort_slider(stage: Stage, row: BodyRow, width: float = 96) -> Slider:
    """Effort in steps of five per cent, with last quarter's as a mark."""
    return Slider(
        f"effort {row.body}",
        lambda: effort_now(stage, row),
        partial(Effort, row.body),
        0.0,
        1.0,
        0.05,
        was=row.was_effort,
        w=width,
        hint="hint-effort",
    )


def _row(stage: Stage, row: BodyRow, dense: bool) -> Widget:
    shown = stage.measures
    inside = member_now(stage, row)
    name = Row(
        [
            icon(row.body if inside else f"{row.body}_out", 22),
            Label(stage.say(f"body-{row.body}"), BOLD if inside else SOFT, wrap=True),
        ],
        gap=8,
    )
    effort: Widget = effort_slider(stage, row) if inside else _join(stage, row)
    percent: Widget = (
        Label(lambda: f"**{100 * effort_now(stage, row):.0f}** %", LABEL, align="right")
        if inside
        else Label(stage.say("together-out"), LABEL)
    )
    return Box(
        _line(
            name,
            effort,
            percent,
            Label(shown.money(row.dues), BOLD if inside else SOFT, align="right"),
            mark_row(row.marks)
            if row.played
            else Label(stage.say("together-first-time", count=row.members), LABEL, wrap=True),
        ),
        pad=(16, 1 if dense else 3),
    )


def _first_time(stage: Stage, row: BodyRow) -> Widget:
    return Label(stage.say("together-first-time", count=row.members), LABEL, wrap=True)


def _join(stage: Stage, row: BodyRow) -> Widget:
    if row.barred(stage.playing.quarter):
        return Label(stage.say("together-barred", quarter=row.barred_until), LABEL)
    return Row(
        [Button(f"join {row.body}", stage.say("together-join"), Join(row.body, True), kind="small"), Gap(grow=1)]
    )


def _narrow_row(stage: Stage, row: BodyRow, last: int) -> Widget:
    shown = stage.measures
    inside = member_now(stage, row)
    unit = stage.measures.currency
    effort: Widget = (
        Row(
            [
                effort_slider(stage, row, 120),
                Label(lambda: f"**{100 * effort_now(stage, row):.0f}** %", align="right", least="100 %"),
            ],
            gap=10,
        )
        if inside
        else _join(stage, row)
    )
    top = Row(
        [
            icon(row.body if inside else f"{row.body}_out", 24),
            Label(stage.say(f"body-{row.body}"), BOLD),
            Gap(grow=1),
            Box(effort, w=210),
        ],
        gap=10,
    )
    counts: Widget = _first_time(stage, row)
    if row.played:
        counts = mark_counts(stage, row.kept, row.broke, len(row.marks) - row.kept - row.broke)
    below = Row(
        [
            Label(stage.say("quarter-short", quarter=last) if row.played else "", LABEL),
            counts,
            Gap(grow=1),
            Label(stage.say("together-dues-value", value=shown.money(row.dues), unit=unit), LABEL),
        ],
        gap=12,
    )
    return Column([top, below], gap=4, pad=(14, 8))
