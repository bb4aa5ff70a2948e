"""Help: the keys of the screen below, and what the control in focus means."""

from collections.abc import Mapping
from typing import Any

import pygame

from game.view.actions import Back, Go
from game.view.frame import ScreenPage
from game.view.kit.button import Button
from game.view.kit.grid import Grid
from game.view.kit.layout import Column, Row
from game.view.kit.page import Form
from game.view.kit.text import BODY, SMALL_HEAD
from game.view.kit.widget import Widget
from game.view.kit.widgets import Label, Rule
from game.view.overlay import overlay
from game.view.shortcuts import EVERYWHERE, KEYS
from game.view.stage import Stage


def help_page(stage: Stage) -> ScreenPage:
    """The overlay."""
    return ScreenPage(
        make=lambda form: _tree(stage, form),
        depends=lambda: (stage.pick("help_on"), stage.pick("help_hint")),
        keys=_keys,
        first="close",
        name="help",
        typing=stage.pick("help_on") == "library",
    )


def _keys() -> Mapping[int, Any]:
    return {pygame.K_ESCAPE: Back(), pygame.K_F1: Back(), pygame.K_k: Go("keys")}


def _tree(stage: Stage, form: Form) -> Widget:
    screen = stage.pick("help_on", "title")
    hint = stage.pick("help_hint", "")
    rows = [
        [Label(f"[[{key}]]"), Label(stage.say(f"help-key-{name}"), BODY, wrap=True)]
        for key, name in (*KEYS.get(screen, ()), *EVERYWHERE)
        if not (screen == "library" and name == "library")
    ]
    rows.append([Label("[[Esc]]"), Label(stage.say("help-key-esc"), BODY, wrap=True)])
    every = Button("every key", stage.say("help-every-key"), Go("keys"), key="K", kind="key")
    parts: list[Widget | None] = []
    if hint and stage.words.has(hint):
        parts += [Label(stage.say("help-focus"), SMALL_HEAD), Label(stage.say(hint), BODY, wrap=True), Rule()]
    parts += [
        Label(stage.say(_about(stage, form, screen)), BODY, wrap=True),
        Rule(),
        Row([Label(stage.say("help-keys"), SMALL_HEAD, wrap=True, grow=1), every], gap=12),
        Grid([96, (1.0,)], rows, gap=12, row_gap=6),
    ]
    more = Button("more", stage.say("library-more"), Go("library"), key="H")
    buttons = [more] if screen != "library" else []
    return overlay(stage, form, stage.say("app-help"), Column(parts, gap=10), "help", buttons=buttons)


def _about(stage: Stage, form: Form, screen: str) -> str:
    """The message about a screen: of its parts where they stand beside each other, of its tabs where they do not."""
    narrow = f"help-about-{screen}-narrow"
    return narrow if form.narrow and stage.words.has(narrow) else f"help-about-{screen}"
