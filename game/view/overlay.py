"""The frame of overlays: a dimmed ground, a card in the middle, Esc closes."""

from collections.abc import Callable, Hashable, Sequence
from typing import Any

import pygame

from game.view.actions import Back
from game.view.frame import ScreenPage
from game.view.kit.button import Button
from game.view.kit.layout import Box, Column, Row, Stack
from game.view.kit.page import Form
from game.view.kit.paint import Canvas
from game.view.kit.pen import Rect
from game.view.kit.scroll import Scroll
from game.view.kit.text import BOLD
from game.view.kit.widget import Gap, Widget
from game.view.kit.widgets import Label, Panel, Picture
from game.view.stage import Stage


def overlay_page(
    name: str,
    tree: Callable[[Form], Widget],
    *closing: int,
    depends: Callable[[], Hashable] = lambda: None,
    first: str = "close",
) -> ScreenPage:
    """An overlay that does nothing but be read or chosen from: Esc closes it, and the keys that opened it."""
    keys = dict.fromkeys((pygame.K_ESCAPE, *closing), Back())
    return ScreenPage(make=tree, depends=depends, keys=lambda: keys, first=first, name=name)


def overlay(
    stage: Stage,
    form: Form,
    title: str,
    inside: Widget,
    name: str,
    *,
    wide: float = 640,
    tall: float = 520,
    buttons: Sequence[Widget] = (),
    closes: Any = None,
    said: str = "",
) -> Widget:
    """A card with a head, what is inside it (scrolling), what has to be said, and buttons below."""
    width, height = min(wide, form.width - 24), min(tall, form.height - 24)
    close = Button("close", stage.say("app-close"), closes or Back(), key="Esc", kind="plain")
    foot = Box(Row([Gap(grow=1), *buttons, close], gap=12), pad=(16, 10))
    told = Box(Label(said, BOLD, wrap=True), pad=(16, 8), fill="inset", radius=0) if said else None
    panel = Panel(title, Column([Scroll(Box(inside, pad=(16, 12)), form.scroll, name), told, foot]), pad=0, grow=1)
    middle = Row([Gap(grow=1), Box(panel, w=width, h=height), Gap(grow=1)])
    return Stack([Picture(_dim, "dim", grow=1), Column([Gap(grow=1), middle, Gap(grow=1)])])


def _dim(canvas: Canvas, area: Rect) -> None:
    box = canvas.box(area)
    veil = canvas.cache.get(("veil", box.size, canvas.theme_name), lambda: _veil(canvas, box.size))
    canvas.surface.blit(veil, box)


def _veil(canvas: Canvas, size: tuple[int, int]) -> Any:
    made = pygame.Surface(size, pygame.SRCALPHA)
    made.fill((*canvas.colour("bar"), 140))
    return made
