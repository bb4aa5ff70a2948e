"""The title: continue, new game, settings, quit; the valley beside it."""

from collections.abc import Mapping
from typing import Any

import pygame

from game.view.actions import Go, LearnByPlaying, OpenSandbox, Quit, Resume
from game.view.frame import ScreenPage, seal
from game.view.kit.button import Button
from game.view.kit.keyboard import KEYS
from game.view.kit.layout import Box, Column, Row
from game.view.kit.page import Form
from game.view.kit.scroll import Scroll
from game.view.kit.text import LABEL, NAME, SOFT, Style
from game.view.kit.widget import Gap, Widget
from game.view.kit.widgets import Label, Picture, Rule
from game.view.pictures.land import draw_title_land
from game.view.stage import Stage

LEARN_AGAIN = ("learn", LearnByPlaying(), "L")
ENTRIES: tuple[tuple[str, Any, str], ...] = (
    ("new", Go("picker"), "N"),
    ("saves", Go("saves"), "O"),
    ("sandbox", OpenSandbox(), "B"),
    ("tournament", Go("tournament"), "T"),
    ("library", Go("library"), "H"),
    ("settings", Go("settings"), "S"),
    ("quit", Quit(), "Q"),
)


def title_page(stage: Stage) -> ScreenPage:
    """The first screen."""
    return ScreenPage(
        make=lambda form: _tree(stage, form),
        depends=lambda: (tuple(stage.saves[:1]), stage.notice),
        keys=lambda: _keys(stage),
        first="continue" if stage.saves else "learn",
        name="title",
    )


def _keys(stage: Stage) -> Mapping[int, Any]:
    entries = {KEYS[key]: action for _, action, key in (LEARN_AGAIN, *ENTRIES)}
    return {**entries, pygame.K_F1: Go("help"), pygame.K_RETURN: _go_on(stage)}


def _first(stage: Stage) -> Widget:
    """What most people come for: to go on with their game; newcomers to be led through a first one."""
    if stage.saves:
        saved = stage.saves[0]
        name, words = "continue", stage.say("title-continue")
        line = stage.say("title-saved", scenario=saved.title, quarter=saved.quarter)
    else:
        name, words, line = "learn", stage.say("title-learn"), stage.say("title-learn-line")
    return Button(name, words, _go_on(stage), key="Enter", kind="main", second=line, stamp=seal, height=72)


def _go_on(stage: Stage) -> Resume | LearnByPlaying:
    return Resume(stage.saves[0].path) if stage.saves else LearnByPlaying()


def _tree(stage: Stage, form: Form) -> Widget:
    rows: list[Widget | None] = [_first(stage), Gap(12)]
    for name, action, key in (LEARN_AGAIN, *ENTRIES) if stage.saves else ENTRIES:
        rows += [Button(name, stage.say(f"title-{name}"), action, key=key, kind="row", height=40), Rule()]
    name_style = NAME if form.width >= 464 and form.height >= 420 else Style(44, 52, "display")
    column = Column(
        [
            Gap(24 if form.narrow else 36),
            Label(stage.say("app-name"), name_style),
            Label(stage.say("app-line"), Style(18, 26, "sans", "soft"), wrap=True),
            Gap(20),
            Rule(double=True),
            Gap(24),
            Scroll(Column(rows, pad=(8, 8)), form.scroll, "title rows"),
            Gap(8) if stage.notice else None,
            Label(stage.notice, SOFT, wrap=True) if stage.notice else None,
            Row(
                [
                    Gap(grow=1),
                    Label(stage.say("title-text-size", percent=round(100 * stage.settings.size_shown)), LABEL),
                ]
            ),
        ]
    )
    paper = Box(column, w=min(464, form.width), fill="card", radius=0, pad=(40, 24))
    if form.width < 760:
        return Row([Box(column, fill="card", radius=0, pad=(24, 16), grow=1)], cross="fill")
    return Row([paper, Picture(draw_title_land, "land", grow=1)], cross="fill")
