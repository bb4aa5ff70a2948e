"""What if: a quarter decided otherwise, played again on the same luck or looked ahead at, side by side."""

from collections.abc import Mapping
from functools import partial
from typing import Any

import pygame

from game.view.actions import Adopt, Back, Go, Pick
from game.view.frame import MARGIN, ScreenPage, bottom_bar, main_button, page
from game.view.kit.button import Button
from game.view.kit.choice import Segmented
from game.view.kit.layout import Box, Column, Row
from game.view.kit.page import Form
from game.view.kit.scroll import Scroll
from game.view.kit.widget import Widget
from game.view.kit.widgets import Panel
from game.view.panels.instead import adopt, choose_quarter, instead, supposed
from game.view.panels.paths import paths, questions_of
from game.view.panels.top import quarter_top
from game.view.stage import Stage

SIDES = ("choice", "paths")
CHOICE = 400.0


def whatif_page(stage: Stage) -> ScreenPage:
    """The screen."""
    return ScreenPage(
        make=lambda form: _tree(stage, form),
        depends=lambda: (
            supposed(stage).quarter,
            adopt(stage) is None,
            stage.pick("if_side"),
            stage.reasons.settled(questions_of(supposed(stage))),
        ),
        keys=lambda: _keys(stage),
        first="if quarter",
        name="whatif",
        wants=lambda: questions_of(supposed(stage)),
    )


def _keys(stage: Stage) -> Mapping[int, Any]:
    now = supposed(stage)
    keys: dict[int, Any] = {
        pygame.K_ESCAPE: Back(),
        pygame.K_w: Back(),
        pygame.K_F1: Go("help"),
        pygame.K_PAGEUP: choose_quarter(max(now.quarter - 1, 1)),
        pygame.K_PAGEDOWN: choose_quarter(now.quarter + 1),
    }
    if adopt(stage) is not None:
        keys[pygame.K_F10] = Adopt()
    return keys


def _tree(stage: Stage, form: Form) -> Widget:
    now = supposed(stage)
    left = Scroll(instead(stage), form.scroll, "instead")
    right = Scroll(paths(stage, now), form.scroll, "paths") if form.narrow else paths(stage, now)
    if form.narrow:
        side = stage.pick("if_side", SIDES[0])
        which = Segmented(
            "if side",
            [(name, stage.say(f"whatif-side-{name}")) for name in SIDES],
            lambda: stage.pick("if_side", SIDES[0]),
            partial(Pick, "if_side"),
            grow=0,
        )
        body: Widget = Column([which, Box(left if side == SIDES[0] else right, card=True, grow=1)], gap=8)
    else:
        title = stage.say("whatif-title-ahead" if now.ahead else "whatif-title", quarter=now.quarter)
        wide = form.width - 3 * MARGIN - CHOICE
        body = Row(
            [
                Box(Panel(stage.say("whatif-side-choice"), left, pad=0, grow=1), w=CHOICE),
                Box(Panel(title, right, pad=0, grow=1), w=wide),
            ],
            gap=MARGIN,
            cross="fill",
        )
    back = Button("back", stage.say("app-back"), Back(), key="Esc")
    adopts = adopt(stage) is not None
    main = main_button("adopt", stage.say("whatif-adopt"), Adopt(), "F10") if adopts else back
    hints = [
        ("Tab", stage.say("app-next")),
        ("←→", stage.say("app-change")),
        ("PgDn", stage.say("whatif-hint-quarter")),
    ]
    return page(form, quarter_top(stage, form), body, bottom_bar(form, hints, main, [back] if adopts else []))
