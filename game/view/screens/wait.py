"""Waiting for long work: a bar and a way out. The window stays awake meanwhile."""

from collections.abc import Mapping
from typing import Any

import pygame

from game.view.actions import CancelWork
from game.view.frame import ScreenPage
from game.view.kit.layout import Column
from game.view.kit.page import Form
from game.view.kit.text import BODY
from game.view.kit.widget import Widget
from game.view.kit.widgets import Label, Meter
from game.view.overlay import overlay
from game.view.stage import Stage


def wait_page(stage: Stage) -> ScreenPage:
    """The overlay."""
    return ScreenPage(
        make=lambda form: _tree(stage, form), depends=lambda: None, keys=_keys, first="close", name="wait"
    )


def _keys() -> Mapping[int, Any]:
    return {pygame.K_ESCAPE: CancelWork()}


def _tree(stage: Stage, form: Form) -> Widget:
    inside = Column(
        [
            Label(stage.say(stage.pick("work_message", "wait-band")), BODY, wrap=True),
            Meter(lambda: [(_share(stage), "seal_top")], h=16),
            Label(lambda: stage.say("wait-percent", percent=round(100 * _share(stage))), BODY),
        ],
        gap=14,
    )
    return overlay(stage, form, stage.say("wait-title"), inside, "wait", wide=520, tall=260, closes=CancelWork())


def _share(stage: Stage) -> float:
    work = stage.pick("work")
    return 0.0 if work is None else stage.reasons.answer(work).share
