"""The menu of a game: go on, save, settings, end at the bell, leave."""

from collections.abc import Mapping
from typing import Any

import pygame

from game.view.actions import Back, Go, Pick, Quit, RingBell, SaveNow, Several
from game.view.frame import ScreenPage
from game.view.kit.button import Button
from game.view.kit.layout import Column
from game.view.kit.page import Form
from game.view.kit.text import LABEL
from game.view.kit.widget import Widget
from game.view.kit.widgets import Label, Rule
from game.view.overlay import overlay
from game.view.stage import Stage


def menu_page(stage: Stage) -> ScreenPage:
    """The overlay."""
    return ScreenPage(
        make=lambda form: _tree(stage, form),
        depends=lambda: (stage.notice, stage.pick("bell")),
        keys=_keys,
        first="go on",
        name="menu",
    )


def _keys() -> Mapping[int, Any]:
    return {pygame.K_ESCAPE: Several((Pick("bell", False), Back()))}


def _tree(stage: Stage, form: Form) -> Widget:
    bell_sure = bool(stage.pick("bell"))
    bell: Any = RingBell() if bell_sure else Pick("bell", True)
    can_ring = bool(stage.playing.quarters) and not stage.playing.finished
    entries = [
        ("go on", "menu-go-on", Several((Pick("bell", False), Back())), ""),
        ("save", "menu-save", SaveNow(), ""),
        ("settings", "menu-settings", Several((Back(), Go("settings"))), ""),
        *([("bell", "menu-bell-sure" if bell_sure else "menu-bell", bell, "")] if can_ring else []),
        ("leave", "menu-leave", Several((Back(), Go("title"))), ""),
        ("quit", "menu-quit", Quit(), ""),
    ]
    rows: list[Widget | None] = []
    for name, words, action, key in entries:
        rows += [Button(name, stage.say(words), action, key=key, kind="row", height=44), Rule()]
    if stage.notice:
        rows.append(Label(stage.notice, LABEL, wrap=True))
    return overlay(stage, form, stage.say("app-menu"), Column(rows, gap=2), "menu", wide=460, tall=460)
