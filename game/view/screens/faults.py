"""The faults of a scenario file, with their places."""

from functools import partial

import pygame

from game.view.frame import ScreenPage
from game.view.kit.grid import Grid
from game.view.kit.layout import Column
from game.view.kit.page import Form
from game.view.kit.text import BODY, BOLD
from game.view.kit.widget import Widget
from game.view.kit.widgets import Label
from game.view.overlay import overlay, overlay_page
from game.view.stage import Stage


def faults_page(stage: Stage) -> ScreenPage:
    """The overlay."""
    return overlay_page("faults", partial(_tree, stage), pygame.K_f, depends=lambda: stage.pick("scenario"))


def _tree(stage: Stage, form: Form) -> Widget:
    entry = stage.shelf[stage.pick("scenario", 0)]
    rows: list[list[Widget | None]] = []
    for fault in entry.faults:
        hint = f" {stage.say('fault-suggestion', suggestion=fault.suggestion)}" if fault.suggestion else ""
        place = stage.say("faults-place", line=fault.line, column=fault.column) if fault.line else ""
        rows.append([Label(place, BOLD), Label(fault.message(stage.words) + hint, BODY, wrap=True)])
    return overlay(
        stage,
        form,
        stage.say("faults-title", file=entry.path.name),
        Column([Grid(["auto", (1.0,)], rows, gap=16, row_gap=8)]),
        "faults",
        wide=820,
        tall=560,
    )
