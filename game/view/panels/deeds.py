"""What was done together in a quarter: for each institution who kept, who broke, and what it cost the seat."""

import numpy as np

from game.model.record import AnyArray
from game.report.names import firm_names
from game.view.frame import icon
from game.view.kit.layout import Box, Column, Row
from game.view.kit.page import Form
from game.view.kit.scroll import Scroll
from game.view.kit.text import BOLD, LABEL, LABEL_INK, SMALL_HEAD
from game.view.kit.widget import Widget
from game.view.kit.widgets import Label, Panel, Rule
from game.view.panels.marks import mark_counts
from game.view.stage import Stage

SHOWN_NAMES = 4


def deeds_panel(stage: Stage, form: Form, number: int) -> Widget:
    """One block an institution."""
    bodies = stage.playing.rules.bodies
    blocks = [_deeds(stage, number, j) for j in range(len(bodies.names)) if bodies.opens[j] <= number]
    rows: list[Widget | None] = []
    for block in blocks:
        rows += [*([Rule()] if rows else []), *block]
    if not rows:
        rows = [Label(stage.say("together-none"), LABEL, wrap=True)]
    inside = Column(rows, gap=6, pad=(16, 10))
    if form.narrow:
        return Column([Box(Label(stage.say("together-title"), SMALL_HEAD), pad=(16, 8)), Rule(), inside])
    return Panel(stage.say("together-title"), Scroll(inside, form.scroll, "results together"), pad=0)


def _deeds(stage: Stage, number: int, j: int) -> list[Widget]:
    played = stage.playing.quarters[number - 1]
    body = stage.playing.rules.bodies.names[j]
    member, kept = played.outcome.membership.member[0, j], played.outcome.games.kept[0, j]
    inside = bool(member[stage.slot])
    outside = int((played.seen.active[0] & ~member).sum())
    made: list[Widget] = [
        Row([icon(body if inside else f"{body}_out", 26), Label(stage.say(f"body-{body}"), BOLD, wrap=True)], gap=10),
        mark_counts(stage, int((member & kept).sum()), int((member & ~kept).sum()), outside),
        Label(_own(stage, number, j) if inside else stage.say("results-you-out"), LABEL, wrap=True),
        *_fined(stage, number, j),
    ]
    who = _who(stage, np.flatnonzero(member & ~kept), bool(member.any()))
    return [*made, Label(who, LABEL, wrap=True)] if who else made


def _own(stage: Stage, number: int, j: int) -> str:
    games, shown = stage.playing.quarters[number - 1].outcome.games, stage.measures
    cost, effort = float(games.cost[0, j, stage.slot]), float(games.effort[0, j, stage.slot])
    gave = stage.say("results-you-gave", percent=round(100 * effort), cost=shown.money(cost), unit=shown.currency)
    percent, seen = round(100 * effort), round(100 * float(games.observed[0, j, stage.slot]))
    return gave if seen == percent else stage.words.run_on([gave, stage.say("results-you-were-seen", seen=seen)])


def _fined(stage: Stage, number: int, j: int) -> list[Widget]:
    """What an audit or the neighbours' complaints took, and against which standard."""
    verdicts, shown = stage.playing.quarters[number - 1].outcome.verdicts, stage.measures
    fine = float(verdicts.audit_fine[0, j, stage.slot] + verdicts.complaint_fine[0, j, stage.slot])
    if fine <= 0:
        return []
    standard = round(100 * float(stage.playing.quarters[number - 1].seen.standard[0, j]))
    words = stage.say("results-you-fined", fine=shown.money(fine), unit=shown.currency, standard=standard)
    return [Label(words, LABEL_INK, wrap=True)]


def _who(stage: Stage, broke: AnyArray, any_member: bool) -> str:
    names = [firm_names(stage.words, stage.playing)[i] for i in broke if i != stage.slot]
    if stage.slot in broke:
        names.insert(0, stage.say("results-broke-you"))
    if names:
        shown = stage.listed(names[:SHOWN_NAMES])
        return stage.say("results-broke", names=shown, more=max(len(names) - SHOWN_NAMES, 0))
    return stage.say("results-all-kept") if any_member and not broke.size else ""
