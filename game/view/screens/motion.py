"""A motion is written: what is moved, about what, and how much; what it would change stands beside it."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

import pygame

from game.insight.by_laws import standing
from game.model.policy import BODIES
from game.model.town import KINDS, MOTIONS, STRUCTURES, VALUES, Proposal
from game.report.names import firm_names
from game.view.actions import Back, Go, Move, Pick, Several
from game.view.frame import ScreenPage
from game.view.hall import STEPS, as_motion, current_motion, meets, suggested, targets
from game.view.kit.button import Button
from game.view.kit.choice import Segmented
from game.view.kit.layout import Box, Column, Row
from game.view.kit.page import Form
from game.view.kit.slider import Slider
from game.view.kit.stepper import Stepper
from game.view.kit.text import BOLD, LABEL, SMALL_HEAD
from game.view.kit.widget import Widget
from game.view.kit.widgets import Label, Rule
from game.view.motions import about, amount, title
from game.view.overlay import overlay
from game.view.panels.breaking import breaking_rows, reckoning
from game.view.panels.effects import cost_rows
from game.view.panels.motions import meeting
from game.view.stage import Stage

WIDE = 980.0
FEW = 8  # more choices than these are shown one at a time
GROUPS = {
    "institution": tuple(kind for kind in KINDS if MOTIONS[kind] == "institution"),
    "firm": tuple(kind for kind in KINDS if MOTIONS[kind] == "firm"),
    "region": tuple(kind for kind in KINDS if MOTIONS[kind] in {"function", "region"}),
}


@dataclass(frozen=True)
class Draft:
    """A motion as it is being written; without a proposal where a kind has nothing it could be about."""

    kind: str
    proposal: Proposal | None


def motion_page(stage: Stage) -> ScreenPage:
    """The overlay."""
    return ScreenPage(
        make=lambda form: _tree(stage, form),
        depends=lambda: _form(stage),
        keys=lambda: _keys(stage),
        first="motion kind" if meets(stage.playing) else "close",
        name="motion",
    )


def _form(stage: Stage) -> tuple[Any, ...]:
    """The tree hangs on what is moved and about what, not on how much: a slider must outlive its own changes."""
    held = _draft(stage)
    target = held.proposal.target if held.proposal else None
    return held.kind, target, stage.playing.draft(stage.slot).motion is None


def _draft(stage: Stage) -> Draft:
    picked = stage.pick("motion")
    if isinstance(picked, Draft):
        return picked
    sent = current_motion(stage.playing, stage.slot)
    if sent is not None:
        return Draft(sent.kind, sent)
    return _fresh(stage, "audit" if targets(stage.playing, stage.slot, "audit") else "function")


def _fresh(stage: Stage, kind: str, target: int | None = None) -> Draft:
    return Draft(kind, suggested(stage.playing, stage.slot, kind, target))


def _keys(stage: Stage) -> Mapping[int, Any]:
    keys: dict[int, Any] = {pygame.K_ESCAPE: Back(), pygame.K_F1: Go("help")}
    if _sendable(stage):
        keys[pygame.K_s] = _send(stage)
    if stage.playing.draft(stage.slot).motion is not None:
        keys[pygame.K_b] = Several((Move(None), Back()))
    return keys


def _sendable(stage: Stage) -> bool:
    return meets(stage.playing) and _draft(stage).proposal is not None


def _send(stage: Stage) -> Several:
    proposal = _draft(stage).proposal
    assert proposal is not None
    return Several((Move(as_motion(stage.playing, proposal)), Back()))


def _tree(stage: Stage, form: Form) -> Widget:
    buttons: list[Widget] = []
    if stage.playing.draft(stage.slot).motion is not None:
        words = stage.say("hall-take-back")
        buttons.append(Button("take back", words, Several((Move(None), Back())), key="B"))
    if _sendable(stage):
        buttons.append(Button("send", stage.say("hall-form-send"), partial(_send, stage), key="S"))
    if not meets(stage.playing):
        calendar = Column(meeting(stage), gap=10)
        return overlay(stage, form, stage.say("hall-form"), calendar, "motion", wide=620, tall=300, buttons=buttons)
    written = _written(stage, form)
    return overlay(stage, form, stage.say("hall-form"), written, "motion", wide=WIDE, tall=620, buttons=buttons)


def _written(stage: Stage, form: Form) -> Widget:
    """Left the motion, right what it would change; one below the other in a narrow window."""
    held = _draft(stage)
    left = Column([*_what(stage, held), *_how_much(stage, held), _calendar(stage)], gap=10)
    if held.proposal is None:
        return left
    right = Column([Label(partial(_title, stage), SMALL_HEAD, wrap=True), *_effects(stage)], gap=8)
    if form.narrow:
        return Column([left, Rule(), right], gap=12)
    wide = min(WIDE, form.width - 24) - 32 - 14 - 24
    return Row([Box(left, w=wide * 0.52), Box(right, w=wide * 0.48)], gap=24, cross="top")


def _asked(stage: Stage) -> Proposal:
    proposal = _draft(stage).proposal
    assert proposal is not None
    return proposal


def _title(stage: Stage) -> str:
    return title(stage, _asked(stage))


def _effects(stage: Stage) -> list[Widget | None]:
    asked = partial(_asked, stage)
    return [*breaking_rows(stage, asked), *cost_rows(stage, asked), *reckoning(stage, asked)]


def _field(stage: Stage, message: str, control: Widget) -> Widget:
    return Column([Label(stage.say(message), LABEL), control], gap=3)


def _what(stage: Stage, held: Draft) -> list[Widget | None]:
    """Group and kind, then what it is about."""
    group = next(name for name, kinds in GROUPS.items() if held.kind in kinds)
    groups = Segmented(
        "motion group",
        [(name, stage.say(f"hall-form-group-{name}")) for name in GROUPS],
        lambda: group,
        lambda name: Pick("motion", _fresh(stage, GROUPS[name][0])),
        hint="hint-move",
    )
    kinds = Segmented(
        "motion kind",
        [(kind, stage.say(f"hall-kind-{kind.replace('_', '-')}")) for kind in GROUPS[group]],
        lambda: held.kind,
        lambda kind: Pick("motion", _fresh(stage, kind)),
        hint=f"hint-motion-{held.kind.replace('_', '-')}",
    )
    return [_field(stage, "hall-form-what", Column([groups, kinds], gap=6)), *_about(stage, held)]


def _about(stage: Stage, held: Draft) -> list[Widget | None]:
    session, scope = stage.playing, MOTIONS[held.kind]
    options = targets(session, stage.slot, held.kind)
    if held.proposal is None:
        about_body = scope == "institution"
        return [Label(stage.say("hall-form-nobody-body" if about_body else f"hall-form-nobody-{held.kind}"), wrap=True)]
    if scope == "region":
        return []
    names = firm_names(stage.words, session)
    words = {
        target: names[target]
        if scope == "firm"
        else stage.say(f"body-{session.rules.bodies.names[target]}")
        if scope == "institution"
        else about(stage, held.kind, target)
        for target in options
    }
    send = partial(_about_picked, stage, held.kind)
    choose = _choice("motion about", list(words.items()), held.proposal.target, send)
    made: list[Widget | None] = [_field(stage, "hall-form-who" if scope == "firm" else "hall-form-about", choose)]
    outside = scope == "institution" and not session.seen(stage.slot).member[0, held.proposal.target, stage.slot]
    return [*made, Label(stage.say("hall-form-outside"), LABEL, wrap=True) if outside else None]


def _about_picked(stage: Stage, kind: str, target: int) -> Pick:
    return Pick("motion", _fresh(stage, kind, target))


def _choice(name: str, options: list[tuple[int, str]], value: int, send: Any) -> Widget:
    """A few options side by side, many one at a time."""
    if len(options) > FEW:
        return Stepper(name, options, lambda: value, send)
    return Segmented(name, options, lambda: value, send)


def _how_much(stage: Stage, held: Draft) -> list[Widget | None]:
    """A slider with what holds now as its mark, or a choice of structures or bodies."""
    if held.proposal is None or MOTIONS[held.kind] == "firm":
        return []
    kind = held.kind

    def send(value: float) -> Pick:
        return Pick("motion", Draft(kind, _asked(stage)._replace(value=round(float(value), 6))))

    def value() -> float:
        return _asked(stage).value

    if kind in {"structure", "function"}:
        places = range(len(STRUCTURES if kind == "structure" else BODIES))
        options = [(float(place), amount(stage, kind, float(place))) for place in places]
        return [_field(stage, "hall-form-to", Segmented("motion value", options, value, send))]
    low, high = VALUES[kind]
    now = standing(stage.playing.moment.seen, held.proposal)
    unit = "" if kind == "relocate" else stage.say("hall-unit-times" if kind == "fine" else "hall-unit-percent")
    slider = Slider("motion value", value, send, low, high, STEPS[kind], was=now, w=160, hint="hint-motion-value")
    shown = Label(lambda: f"{amount(stage, kind, value())} {unit}", BOLD, align="right", least=f"100.0 {unit}")
    return [_field(stage, "hall-form-value", Row([slider, shown], gap=12))]


def _calendar(stage: Stage) -> Widget:
    """When it would be voted on and hold, or that it is too late."""
    quarter, last = stage.playing.quarter, stage.playing.setup.scenario.quarters.max
    late = quarter + 2 > last
    words = stage.say("hall-too-late" if late else "hall-when", voted=quarter + 1, holds=quarter + 2)
    return Label(words, LABEL, wrap=True)
