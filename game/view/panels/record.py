"""The record of an institution: what each firm was seen to do, quarter by quarter, so that strategies can be read."""

import numpy as np

from game.report.names import firm_names
from game.view.actions import Complain
from game.view.frame import icon
from game.view.kit.button import Button
from game.view.kit.grid import Grid
from game.view.kit.layout import Column, Row
from game.view.kit.text import LABEL, LABEL_INK, Style
from game.view.kit.widget import Gap, Widget
from game.view.kit.widgets import CutLabel, Label, Rule
from game.view.readings import BROKE, BodyRow, state_of
from game.view.stage import Stage

SHOWN_QUARTERS = 8
LONGEST_NAME = 150.0


def record(stage: Stage, row: BodyRow) -> Widget:
    """What the institution is for, firms by quarters, and who the firms with a name say they are."""
    about = Label(stage.say(f"together-about-{row.body}"), LABEL, wrap=True)
    rule = stage.playing.setup.scenario.sanctions
    kept = stage.say(
        "together-kept-means",
        least=round(100 * rule.kept_without_pledge),
        short=round(100 * rule.kept_within),
    )
    return Column(
        [about, Label(kept, LABEL, wrap=True), Rule(), _rows(stage, row), *_characters(stage)], gap=8, pad=(16, 10)
    )


def _rows(stage: Stage, row: BodyRow) -> Widget:
    """Firms by quarters, so that strategies can be read; a firm that broke can be complained about."""
    session, slot = stage.playing, stage.slot
    names = firm_names(stage.words, session)
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
        name = CutLabel(
            stage.say("together-you") if i == slot else names[i],
            Style(14, 20, "bold", "you_text") if i == slot else LABEL_INK,
            most=LONGEST_NAME,
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


def _characters(stage: Stage) -> list[Widget]:
    """A line for every rival that the scenario gives a character."""
    firms = stage.playing.setup.scenario.firms
    told = [firm for i, firm in enumerate(firms) if firm.character and i != stage.slot]
    if not told:
        return []
    lines = [
        stage.say("together-who", firm=stage.named(firm.name), words=stage.words.choose(firm.character or ""))
        for firm in told
    ]
    return [Rule(), *[Label(line, LABEL, wrap=True) for line in lines]]
