"""The log: the news of all quarters again, the newest first."""

from functools import partial

import pygame

from game.view.cards import Item
from game.view.frame import ScreenPage, icon
from game.view.kit.grid import Grid
from game.view.kit.layout import Column
from game.view.kit.page import Form
from game.view.kit.text import BODY, LABEL, SMALL_HEAD
from game.view.kit.widget import Widget
from game.view.kit.widgets import Label, Rule
from game.view.news import news_items
from game.view.overlay import overlay, overlay_page
from game.view.stage import Stage


def log_page(stage: Stage) -> ScreenPage:
    """The overlay."""
    return overlay_page("log", partial(_tree, stage), pygame.K_l, depends=lambda: len(stage.playing.quarters))


def _tree(stage: Stage, form: Form) -> Widget:
    parts: list[Widget | None] = []
    for quarter in range(len(stage.playing.quarters) + 1, 0, -1):
        items = news_items(stage, quarter)
        if not items:
            continue
        rows = [[icon(item.icon, 20), _told(item)] for item in items]
        head = stage.say("log-before", quarter=quarter) if quarter == 1 else stage.say("log-after", quarter=quarter - 1)
        parts += [Label(head, SMALL_HEAD), Grid([24, (1.0,)], rows, gap=10, row_gap=6), Rule()]
    return overlay(stage, form, stage.say("log-title"), Column(parts[:-1], gap=10), "log", wide=720, tall=600)


def _told(item: Item) -> Widget:
    """A line of the news, with what an event did."""
    words = Label(item.text, BODY, wrap=True)
    return Column([words, Label(item.effect, LABEL, wrap=True)]) if item.effect else words
