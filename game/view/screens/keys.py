"""All keys of all screens, and how to exchange one for another."""

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

import pygame

from game.view.actions import Back, Exchange, KeysAsAtFirst, Pick, Several
from game.view.frame import ScreenPage
from game.view.kit.button import Button
from game.view.kit.choice import Choosable
from game.view.kit.keyboard import KEYS as CODES
from game.view.kit.keyboard import MOVES
from game.view.kit.layout import Box, Column, Row
from game.view.kit.page import Form
from game.view.kit.text import LABEL, SMALL_HEAD
from game.view.kit.widget import Gap, Widget
from game.view.kit.widgets import Label, Rule
from game.view.overlay import overlay
from game.view.shortcuts import EVERYWHERE, KEYS, does_anything
from game.view.stage import Stage

CAP = 84.0
DIGITS = tuple(getattr(pygame, f"K_{digit}") for digit in range(10))
CLOSE = Several((Pick("key_wait", ""), Pick("key_said", ""), Back()))


def keys_page(stage: Stage) -> ScreenPage:
    """The overlay."""
    return ScreenPage(
        make=lambda form: _tree(stage, form),
        depends=lambda: (stage.pick("key_wait"), stage.pick("key_said")),
        keys=lambda: _keys(stage),
        first=next(_name(screen, cap, name) for screen, cap, name in _commands() if cap in CODES),
        name="keys",
    )


def _commands() -> Iterator[tuple[str, str, str]]:
    """Screen, key and command, screen by screen."""
    yield from (("everywhere", cap, name) for cap, name in EVERYWHERE)
    yield from ((screen, cap, name) for screen, keys in KEYS.items() for cap, name in keys)


def _name(screen: str, cap: str, command: str) -> str:
    return f"key {screen} {cap} {command}"


def _keys(stage: Stage) -> Mapping[int, Any]:
    """While a new key is waited for, every key answers: with the exchange, or with what it can't do."""
    waited = str(stage.pick("key_wait") or "")
    if not waited:
        return {pygame.K_ESCAPE: CLOSE}
    screen, cap, command = waited.removeprefix("key ").split(" ", 2)
    del screen
    words = stage.words.before_colon(stage.say(f"help-key-{command}"))
    fixed = Pick("key_said", stage.say("keys-fixed"))
    return {
        **dict.fromkeys((*MOVES, *DIGITS, pygame.K_HOME, pygame.K_END), fixed),
        **{code: Exchange(cap, other, words, does_anything(other)) for other, code in CODES.items()},
        pygame.K_ESCAPE: Several((Pick("key_wait", ""), Pick("key_said", stage.say("keys-left")))),
    }


def _tree(stage: Stage, form: Form) -> Widget:
    rows: list[Widget | None] = [Label(stage.say("keys-how"), LABEL, wrap=True)]
    before = ""
    for screen, cap, command in _commands():
        if screen != before:
            rows += [Gap(8), Label(stage.say(f"keys-on-{screen}"), SMALL_HEAD, wrap=True), Rule()]
        before = screen
        rows.append(_row(stage, screen, cap, command))
    first = Button("as at first", stage.say("keys-as-at-first"), KeysAsAtFirst())
    said = str(stage.pick("key_said") or "")
    buttons = [first] if stage.settings.keys else []
    return overlay(
        stage,
        form,
        stage.say("keys-title"),
        Column(rows, gap=0),
        "every key",
        wide=760,
        tall=640,
        buttons=buttons,
        closes=CLOSE,
        said=said,
    )


def _row(stage: Stage, screen: str, cap: str, command: str) -> Widget:
    """A key and what it does; one that can be exchanged waits for the new one when it is pressed."""
    name = _name(screen, cap, command)
    waits = stage.pick("key_wait") == name
    words = stage.say("keys-wait") if waits else stage.say(f"help-key-{command}")
    line = Row([Box(Label(f"[[{cap}]]"), w=CAP), Box(Label(words, wrap=True), grow=1)], gap=12, pad=(12, 4))
    if cap not in CODES:
        return line
    return Choosable(name, line, Pick("key_wait", "" if waits else name), partial(_waits, stage, name), rule=False)


def _waits(stage: Stage, name: str) -> bool:
    return bool(stage.pick("key_wait") == name)
