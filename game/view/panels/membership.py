"""A seat's own part in an institution: membership, effort with its cost, and a pledge."""

from collections.abc import Sequence
from functools import partial

from game.view.actions import Join, Promise
from game.view.kit.choice import Segmented, Toggle
from game.view.kit.layout import Column, Row
from game.view.kit.text import LABEL
from game.view.kit.widget import Gap, Widget
from game.view.kit.widgets import Label
from game.view.panels.together import effort_now, effort_slider, member_now
from game.view.readings import BodyRow
from game.view.stage import Stage

PLEDGES = (0.5, 0.8, 1.0)


def membership(stage: Stage, row: BodyRow, member: bool) -> Widget:
    """Membership, effort with its cost, pledge; or why the seat cannot be in."""
    if row.barred(stage.playing.quarter):
        return Label(stage.say("together-barred", quarter=row.barred_until), LABEL)
    door = Row([_toggle(stage, row), Gap(grow=1), _dues(stage, row)], gap=12)
    if not member:
        return Column([door, _leaving(stage, row)], gap=4)
    return Column([door, _effort(stage, row, [_cost(stage, row)]), promise(stage, row)], gap=4)


def membership_line(stage: Stage, row: BodyRow, member: bool) -> Widget:
    """Membership and effort in one line, what they cost in the next: where rows stand side by side with others."""
    if row.barred(stage.playing.quarter):
        return Label(stage.say("together-barred", quarter=row.barred_until), LABEL)
    paid: list[Widget | None] = [Gap(grow=1), _cost(stage, row) if member else None, _dues(stage, row)]
    if not member:
        return Column([Row([_toggle(stage, row), *paid], gap=12), _leaving(stage, row)], gap=2)
    return Column([Row([_toggle(stage, row), _effort(stage, row, [])], gap=12), Row(paid, gap=12)], gap=2)


def _leaving(stage: Stage, row: BodyRow) -> Widget | None:
    """What whoever was a member should know before leaving."""
    if not row.was_member:
        return None
    length = stage.playing.setup.scenario.sanctions.return_after
    return Label(stage.say("together-leaves", quarters=length), LABEL, wrap=True)


def promise(stage: Stage, row: BodyRow) -> Widget | None:
    """The pledge for next quarter, where pledges are open and there is a next quarter as far as anybody knows."""
    quarters = stage.playing.setup.scenario.quarters
    known_last = quarters.min == quarters.max == stage.playing.quarter
    if not stage.playing.rules.is_open("pledges", stage.playing.quarter) or known_last:
        return None
    return _pledge(stage, row)


def _toggle(stage: Stage, row: BodyRow) -> Widget:
    return Toggle(
        f"member {row.body}",
        lambda: member_now(stage, row),
        partial(Join, row.body),
        stage.say("together-member"),
        stage.say("together-out"),
        hint="hint-join",
    )


def _dues(stage: Stage, row: BodyRow) -> Widget:
    shown = stage.measures
    return Label(stage.say("together-dues-value", value=shown.money(row.dues), unit=shown.currency), LABEL)


def _cost(stage: Stage, row: BodyRow) -> Widget:
    shown = stage.measures
    exponent = float(stage.playing.rules.bodies.cost_exponent[row.j])

    def cost() -> str:
        spent = row.full_cost * effort_now(stage, row) ** exponent
        return stage.say("together-cost", cost=shown.money(spent), unit=shown.currency)

    return Label(cost, LABEL, least=cost())


def _effort(stage: Stage, row: BodyRow, beside: Sequence[Widget]) -> Widget:
    percent = Label(lambda: f"**{100 * effort_now(stage, row):.0f}** %", align="right", least="100 %")
    return Row([effort_slider(stage, row, 120), percent, *beside], gap=10, grow=1)


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
