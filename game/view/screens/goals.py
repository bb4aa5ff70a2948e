"""The goals again, with how far each is: one key away from every screen of a game."""

from functools import partial

import pygame

from game.report.goals import own_goals
from game.view.frame import ScreenPage
from game.view.kit.layout import Column
from game.view.kit.page import Form
from game.view.kit.text import LABEL
from game.view.kit.widget import Widget
from game.view.kit.widgets import Label, Rule
from game.view.overlay import overlay, overlay_page
from game.view.panels.goals import goal_list
from game.view.stage import Stage


def goals_page(stage: Stage) -> ScreenPage:
    """The overlay."""
    return overlay_page("goals", partial(_tree, stage), pygame.K_g, depends=lambda: len(stage.playing.quarters))


def _tree(stage: Stage, form: Form) -> Widget:
    note = Label(stage.say("goal-note", count=len(own_goals(stage))), LABEL, wrap=True)
    inside = Column([goal_list(stage), Rule(), note], gap=12)
    return overlay(stage, form, stage.say("goal-title"), inside, "goals", wide=620, tall=420)
