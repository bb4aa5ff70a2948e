"""The sandbox: population, payoffs and rules before a game that is made of them."""

from collections.abc import Mapping
from functools import partial
from typing import Any

import pygame

from game.view.actions import Back, BeginSandbox, Go, Pick
from game.view.frame import MARGIN, ScreenPage, bottom_bar, main_button, page, plain_top
from game.view.kit.choice import Segmented
from game.view.kit.layout import Box, Column, Row
from game.view.kit.page import Form
from game.view.kit.scroll import Scroll
from game.view.kit.widget import Widget
from game.view.kit.widgets import Panel
from game.view.panels.sandbox import SIDES, base, chosen, entry, presets, side, trouble
from game.view.stage import Stage

PANELS = (pygame.K_F2, pygame.K_F3, pygame.K_F4)
NARROW = 1100.0  # below this, three panels have no room beside each other


def sandbox_page(stage: Stage) -> ScreenPage:
    """The screen."""
    return ScreenPage(
        make=lambda form: _tree(stage, form),
        depends=lambda: (
            entry(stage).look,
            chosen(stage),
            stage.pick("sandbox_side"),
            stage.notice,
        ),
        keys=lambda: _keys(stage),
        first="preset",
        name="sandbox",
    )


def _keys(stage: Stage) -> Mapping[int, Any]:
    keys: dict[int, Any] = {pygame.K_ESCAPE: Back(), pygame.K_F1: Go("help")}
    keys |= {key: Pick("sandbox_side", name) for key, name in zip(PANELS, SIDES, strict=True)}
    if not trouble(stage):
        keys[pygame.K_F10] = BeginSandbox()
    return keys


def _tree(stage: Stage, form: Form) -> Widget:
    if form.width < NARROW:
        which = Segmented(
            "sandbox side",
            [(name, stage.say(f"sandbox-side-{name}")) for name in SIDES],
            lambda: stage.pick("sandbox_side", SIDES[0]),
            partial(Pick, "sandbox_side"),
            grow=0,
        )
        name = stage.pick("sandbox_side", SIDES[0])
        inside = side(stage, name, alone=True)
        if name == SIDES[0]:
            inside = Column([Box(presets(stage), pad=(16, 8)), inside])
        body: Widget = Column([which, Box(Scroll(inside, form.scroll, f"sandbox {name}"), card=True, grow=1)], gap=8)
    else:
        wide = (form.width - 4 * MARGIN) / 3
        panels = [
            Box(
                Panel(
                    stage.say(f"sandbox-side-{name}"),
                    Scroll(side(stage, name, alone=False), form.scroll, f"sandbox {name}"),
                    pad=0,
                    grow=1,
                ),
                w=wide,
            )
            for name in SIDES
        ]
        body = Column([presets(stage), Row(panels, gap=MARGIN, cross="fill", grow=1)], gap=12)
    reason = trouble(stage)
    main = None if reason else main_button("begin", stage.say("sandbox-begin"), BeginSandbox(), "F10")
    hints = [("Tab", stage.say("app-next")), ("←→", stage.say("app-change"))]
    title = stage.words.before_colon(base(stage).about.title)
    top = plain_top(stage, title, stage.say("sandbox-under"), form)
    return page(form, top, body, bottom_bar(form, hints, main, notice=reason or stage.notice))
