"""The town hall: motions left, voters and the seat's vote in the middle, what the motion would change right."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pygame

from game.insight.desk import Question
from game.view.actions import Back, EndQuarter, Go, Pick, Redo, Several, Undo, Vote
from game.view.frame import MARGIN, ScreenPage, bottom_bar, bulleted, main_button, page
from game.view.hall import tabled
from game.view.kit.choice import Tab
from game.view.kit.layout import Box, Column, Row
from game.view.kit.page import Form
from game.view.kit.scroll import Scroll
from game.view.kit.widget import Widget
from game.view.kit.widgets import Panel, Rule
from game.view.panels.effects import effect_question, effects_panel
from game.view.panels.motions import chosen, motions_panel
from game.view.panels.rules import rules_panel
from game.view.panels.top import quarter_top
from game.view.panels.voters import empty_hall, hall_panel, vote_panel
from game.view.stage import Stage

SIDES = (("motions", "F2"), ("hall", "F3"), ("effects", "F4"))
LEFT, RIGHT = 0.29, 0.276
LOW = 640.0  # below this height one panel at a time, too
VOTE = 166.0  # height of the panel of the own vote


def townhall_page(stage: Stage) -> ScreenPage:
    """The screen."""
    first = chosen(stage)
    return ScreenPage(
        make=lambda form: _tree(stage, form),
        depends=lambda: _form(stage),
        keys=lambda: _keys(stage),
        first=f"motion {first.place}" if first else "new motion",
        name="townhall",
        wants=lambda: _wants(stage),
    )


def _wants(stage: Stage) -> list[Question]:
    motion = chosen(stage)
    return [] if motion is None else [effect_question(stage, motion)]


def _form(stage: Stage) -> tuple[Any, ...]:
    draft = stage.playing.draft(stage.slot)
    votes = tuple(sorted(draft.votes.items()))
    picks = tuple(stage.pick(what) for what in ("hall_motion", "hall_voter", "hall_side"))
    done = stage.reasons.done(_wants(stage))
    return stage.playing.quarter, votes, draft.motion, picks, done, stage.notice


def _keys(stage: Stage) -> Mapping[int, Any]:
    keys: dict[int, Any] = {
        pygame.K_t: Back(),
        pygame.K_ESCAPE: Back(),
        pygame.K_F10: EndQuarter(),
        pygame.K_F1: Go("help"),
        pygame.K_n: Go("motion"),
        pygame.K_u: Undo(),
        pygame.K_y: Redo(),
        pygame.K_l: Go("log"),
        **{getattr(pygame, f"K_{key}"): Pick("hall_side", side) for side, key in SIDES},
    }
    here = chosen(stage)
    if here is None:
        return keys
    places = [motion.place for motion in tabled(stage.playing, stage.slot)]
    at = places.index(here.place)
    for key, goal in ((pygame.K_UP, at - 1), (pygame.K_DOWN, at + 1)):
        if 0 <= goal < len(places):
            keys[key] = Several((Pick("hall_motion", places[goal]), Pick("focus", f"motion {places[goal]}")))
    if here.may_vote and not here.gone:
        for digit, wish in ((1, True), (2, False), (3, None)):
            for name in (f"K_{digit}", f"K_KP{digit}"):
                keys[getattr(pygame, name)] = Vote(here.place, wish)
    return keys


def _tree(stage: Stage, form: Form) -> Widget:
    low = form.narrow or form.height < LOW
    body = _sided(stage, replace(form, narrow=True)) if low else _spread(stage, form)
    main = main_button("end", stage.say("quarter-end"), EndQuarter(), "F10")
    hints = [
        ("↑↓", stage.say("hall-key-motion")),
        ("1", stage.say("hall-vote-word-for")),
        ("2", stage.say("hall-vote-word-against")),
        ("3", stage.say("hall-vote-word-abstain")),
        ("N", stage.say("hall-key-new")),
        ("Esc", stage.say("app-back")),
        ("U", stage.say("quarter-undo")),
    ]
    shown = hints if chosen(stage) else hints[4:]
    return page(form, quarter_top(stage, form), body, bottom_bar(form, shown, main, notice=stage.notice))


def _spread(stage: Stage, form: Form) -> Widget:
    """Three columns: the cause left and in the middle, the effect right."""
    wide = form.width - 4 * MARGIN
    motion = chosen(stage)
    left = Box(motions_panel(stage, form), w=wide * LEFT)
    if motion is None:
        columns = [
            left,
            Box(_how(stage, form), w=wide * (1 - LEFT - RIGHT)),
            Box(rules_panel(stage, form), w=wide * RIGHT),
        ]
        return Row(columns, gap=MARGIN, cross="fill")
    middle = Column([hall_panel(stage, form, motion), Box(vote_panel(stage, form, motion), h=VOTE)], gap=MARGIN)
    right = effects_panel(stage, form, motion)
    columns = [left, Box(middle, w=wide * (1 - LEFT - RIGHT)), Box(right, w=wide * RIGHT)]
    return Row(columns, gap=MARGIN, cross="fill")


def _sided(stage: Stage, form: Form) -> Widget:
    """One panel at a time."""
    side = stage.pick("hall_side", SIDES[0][0])
    tabs = Row(
        [
            Tab(f"side {name}", stage.say(f"hall-side-{name}"), key, Pick("hall_side", name), side == name)
            for name, key in SIDES
        ],
        cross="fill",
    )
    motion = chosen(stage)
    if side == "motions":
        panel = motions_panel(stage, form)
    elif motion is None:
        panel = _how(stage, form) if side == "hall" else rules_panel(stage, form)
    elif side == "hall":
        panel = hall_panel(stage, form, motion)
    else:
        panel = effects_panel(stage, form, motion)
    return Column([tabs, Box(panel, pad=(0, 8), grow=1)])


def _how(stage: Stage, form: Form) -> Widget:
    """Nothing is on the table: how a motion becomes a rule."""
    steps = bulleted([stage.say(f"hall-how-{step}") for step in ("meet", "move", "vote", "hold")])
    if form.narrow:
        return Box(Scroll(Box(steps, pad=(16, 12)), form.scroll, "how"), card=True, grow=1)
    inside = Column([Box(empty_hall(stage), pad=(8, 6), grow=1), Rule(), Box(steps, pad=(16, 12))])
    return Panel(stage.say("hall-how"), inside, pad=0, grow=1)
