"""Bilateral ties: how each partner treated the seat, how the seat treats each, who offers, who could be asked."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

import numpy as np

from game.report.names import firm_names
from game.view.actions import TieAct
from game.view.kit.button import Button
from game.view.kit.choice import Segmented
from game.view.kit.layout import Column, Row
from game.view.kit.text import BOLD, LABEL, LABEL_INK
from game.view.kit.widget import Gap, Widget
from game.view.kit.widgets import CutLabel, Label, Rule
from game.view.stage import Stage

ACTS = (("as", None), ("open", 1.0), ("guarded", 0.5), ("closed", 0.0))


@dataclass(frozen=True)
class Circle:
    """The firms around a seat, by slot."""

    wanted: list[int]
    kept: list[int]
    offering: list[int]
    strangers: list[int]
    received: dict[int, float]


def ties(stage: Stage) -> Widget:
    """Partners first, then offers, then the others while there is room for one more."""
    around = _circle(stage)
    lines: list[Widget | None] = [Label(stage.say("ties-about"), LABEL, wrap=True), Rule()]
    for i in dict.fromkeys([*around.wanted, *around.kept]):
        lines += _partner(stage, around, i)
    lines += [_offer(stage, i) for i in around.offering]
    if around.strangers:
        lines += [Label(stage.say("ties-strangers"), LABEL), *[_stranger(stage, i) for i in around.strangers]]
    return Column(lines, gap=6, pad=(16, 10))


def _circle(stage: Stage) -> Circle:
    session, slot = stage.playing, stage.slot
    seen, draft = session.seen(slot), session.draft(slot).partners
    wanted = [int(i) for i in seen.wanted[0, slot] if i >= 0]
    others = [int(i) for i in np.flatnonzero(seen.active[0]) if i != slot]
    kept = wanted if draft is None else [i for i in others if _firm(stage, i) in draft]
    offering = [int(i) for i in seen.offers[0, slot] if i >= 0 and int(i) not in {*wanted, *kept}]
    room = len(kept) < seen.wanted.shape[-1]
    strangers = [i for i in others if room and i not in {*wanted, *kept, *offering}]
    received = {
        int(i): float(seen.received[0, slot, k])
        for k, i in enumerate(seen.wanted[0, slot])
        if i >= 0 and seen.standing[0, slot, k]
    }
    return Circle(wanted, kept, offering, strangers, received)


def _firm(stage: Stage, slot: int) -> int:
    """Stable id of the firm in a slot."""
    return int(stage.playing.seen(stage.slot).firm_id[0, slot])


def _partner(stage: Stage, around: Circle, i: int) -> list[Widget | None]:
    firm, kept, received = _firm(stage, i), i in around.kept, around.received.get(i)
    treated = stage.say("ties-treated", percent=round(100 * received)) if received is not None else None
    how = treated or stage.say("ties-offered")
    words = stage.say("ties-drop" if kept else "ties-keep")
    drop = Button(f"drop {firm}", words, TieAct(firm, None, keep=not kept), kind="small")
    name = CutLabel(firm_names(stage.words, stage.playing)[i], BOLD)
    head = Row([name, Label(how, LABEL, wrap=True), Gap(grow=1), drop], gap=10)
    return [head, _acts(stage, firm) if kept else None, Rule()]


def _acts(stage: Stage, firm: int) -> Widget:
    chosen = _chosen_act(stage.playing.draft(stage.slot).partners, firm)
    options = [(name, stage.say(f"ties-act-{name}")) for name, _ in ACTS]
    return Segmented(f"tie {firm}", options, partial(lambda value: value, chosen), partial(_send_act, firm))


def _offer(stage: Stage, i: int) -> Widget:
    firm = _firm(stage, i)
    accept = Button(f"take {firm}", stage.say("ties-accept"), TieAct(firm, None), kind="small")
    name = CutLabel(firm_names(stage.words, stage.playing)[i], BOLD)
    return Row([name, Label(stage.say("ties-offers"), LABEL), Gap(grow=1), accept], gap=10)


def _stranger(stage: Stage, i: int) -> Widget:
    firm = _firm(stage, i)
    offer = Button(f"offer {firm}", stage.say("ties-offer"), TieAct(firm, None), kind="small")
    return Row([CutLabel(firm_names(stage.words, stage.playing)[i], LABEL_INK), Gap(grow=1), offer])


def _chosen_act(draft: Mapping[int, float | None] | None, firm: int) -> str:
    act = (draft or {}).get(firm)
    return next((name for name, value in ACTS if value == act), "as")


def _send_act(firm: int, name: str) -> TieAct:
    return TieAct(firm, dict(ACTS)[name])
