"""Help: the keys of the screen below, and what the control in focus means."""

from collections.abc import Mapping
from typing import Any

import pygame

from game.view.actions import Back, Go
from game.view.frame import ScreenPage
from game.view.kit.button import Button
from game.view.kit.grid import Grid
from game.view.kit.layout import Column
from game.view.kit.page import Form
from game.view.kit.text import BODY, SMALL_HEAD
from game.view.kit.widget import Widget
from game.view.kit.widgets import Label, Rule
from game.view.overlay import overlay
from game.view.stage import Stage

KEYS = {
    "title": (("N", "new"), ("B", "sandbox"), ("T", "tournament"), ("S", "settings"), ("Q", "quit")),
    "tournament": (
        ("F10", "compete"),
        ("←→", "change"),
        ("Enter", "press"),
        ("E", "next-view"),
        ("Space", "generation"),
    ),
    "sandbox": (
        ("F10", "begin-sandbox"),
        ("←→", "change"),
        ("Enter", "press"),
        ("F2", "population"),
        ("F3", "payoffs"),
        ("F4", "rules"),
    ),
    "picker": (("↑↓", "choose"), ("Enter", "start"), ("F", "faults")),
    "briefing": (("Enter", "begin"),),
    "quarter": (
        ("F10", "end"),
        ("Tab", "next"),
        ("←→", "change"),
        ("Enter", "press"),
        ("U", "undo"),
        ("F2", "own"),
        ("F3", "map"),
        ("F4", "together"),
        ("F5", "news"),
        ("T", "hall"),
        ("M", "next-map"),
        ("O", "more"),
        ("R", "results"),
        ("C", "charts"),
        ("L", "log"),
        ("P", "call"),
        ("G", "goals"),
        ("W", "what-if"),
        ("S", "save"),
    ),
    "together": (("F4", "back-quarter"), ("↑↓", "row"), ("←→", "change"), ("T", "hall"), ("F10", "end")),
    "townhall": (
        ("↑↓", "motion"),
        ("1", "vote-for"),
        ("2", "vote-against"),
        ("3", "abstain"),
        ("N", "move"),
        ("←→", "voter"),
        ("U", "undo"),
        ("F10", "end"),
    ),
    "results": (
        ("F10", "go-on"),
        ("E", "deeper"),
        ("Enter", "open-line"),
        ("D", "next-lens"),
        ("N", "note"),
        ("W", "otherwise"),
        ("C", "charts"),
        ("L", "log"),
    ),
    "whatif": (("PgUp", "quarter-before"), ("PgDn", "quarter-after"), ("←→", "change"), ("F10", "adopt")),
    "charts": (("C", "next-chart"), ("↑↓", "choose-line"), ("←→", "change"), ("M", "measure"), ("Esc", "back")),
    "library": (("↑↓", "choose-entry"), ("A-Z", "search"), ("Bksp", "entry-before"), ("F2", "list-or-entry")),
    "debrief": (("E", "other-view"), ("Enter", "open-turn"), ("W", "otherwise"), ("N", "again"), ("C", "charts")),
}


def help_page(stage: Stage) -> ScreenPage:
    """The overlay."""
    return ScreenPage(
        make=lambda form: _tree(stage, form),
        depends=lambda: (stage.pick("help_on"), stage.pick("help_hint")),
        keys=_keys,
        first="close",
        name="help",
    )


def _keys() -> Mapping[int, Any]:
    return {pygame.K_ESCAPE: Back(), pygame.K_F1: Back()}


def _tree(stage: Stage, form: Form) -> Widget:
    screen = stage.pick("help_on", "title")
    hint = stage.pick("help_hint", "")
    rows = [
        [Label(f"[[{key}]]"), Label(stage.say(f"help-key-{name}"), BODY, wrap=True)]
        for key, name in KEYS.get(screen, ())
    ]
    if screen != "library":
        rows.append([Label("[[H]]"), Label(stage.say("help-key-library"), BODY, wrap=True)])
    rows.append([Label("[[Esc]]"), Label(stage.say("help-key-esc"), BODY, wrap=True)])
    parts: list[Widget | None] = []
    if hint and stage.words.has(hint):
        parts += [Label(stage.say("help-focus"), SMALL_HEAD), Label(stage.say(hint), BODY, wrap=True), Rule()]
    parts += [
        Label(stage.say(f"help-about-{screen}"), BODY, wrap=True),
        Rule(),
        Label(stage.say("help-keys"), SMALL_HEAD),
        Grid([96, (1.0,)], rows, gap=12, row_gap=6),
    ]
    more = Button("more", stage.say("library-more"), Go("library"), key="H")
    buttons = [more] if screen != "library" else []
    return overlay(stage, form, stage.say("app-help"), Column(parts, gap=10), "help", buttons=buttons)
