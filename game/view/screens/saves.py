"""Saved games: autosaves and those saved by hand, the newest first, to be opened."""

import time

import pygame

from game.view.actions import Resume
from game.view.frame import ScreenPage
from game.view.kit.button import Button
from game.view.kit.layout import Column
from game.view.kit.page import Form
from game.view.kit.text import SOFT
from game.view.kit.widget import Widget
from game.view.kit.widgets import Label, Rule
from game.view.memory import SaveLine, saved_games
from game.view.overlay import overlay, overlay_page
from game.view.stage import Stage


def saves_page(stage: Stage) -> ScreenPage:
    """The overlay; it is about the saves that there are when it is opened."""
    lines = saved_games()
    first = "save 1" if lines else "close"
    return overlay_page("saves", lambda form: _tree(stage, form, lines), pygame.K_o, first=first)


def _tree(stage: Stage, form: Form, lines: list[SaveLine]) -> Widget:
    rows: list[Widget | None] = []
    for place, line in enumerate(lines, 1):
        rows += [Button(f"save {place}", _words(stage, line), Resume(line.path), kind="row", height=44), Rule()]
    if not lines:
        rows.append(Label(stage.say("title-saves-none"), SOFT, wrap=True))
    return overlay(stage, form, stage.say("title-saves"), Column(rows, gap=2), "saves", wide=640, tall=560)


def _words(stage: Stage, line: SaveLine) -> str:
    message = "title-saves-over" if line.finished else "title-saves-line"
    kind = stage.say("title-saves-auto" if line.automatic else "title-saves-hand")
    when = time.strftime("%Y-%m-%d %H:%M", time.localtime(line.saved))
    return stage.say(message, scenario=line.title, quarter=line.quarter, kind=kind, when=when)
