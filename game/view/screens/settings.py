"""Settings: language, text size, theme, forecasts, ideas named when they are met."""

from collections.abc import Mapping
from typing import Any

import pygame

from game.view.actions import Back, Go, Projector, Set
from game.view.frame import ScreenPage
from game.view.kit.button import Button
from game.view.kit.choice import Segmented, Toggle
from game.view.kit.grid import Grid
from game.view.kit.layout import Column, Row
from game.view.kit.page import Form
from game.view.kit.text import LABEL
from game.view.kit.theme import THEMES
from game.view.kit.widget import Gap, Widget
from game.view.kit.widgets import Label, Rule
from game.view.memory import asked_still, moves
from game.view.overlay import overlay
from game.view.stage import SOUND_LEVELS, TEXT_SIZES, Stage
from game.wording.words import names


def settings_page(stage: Stage) -> ScreenPage:
    """The overlay."""
    return ScreenPage(
        make=lambda form: _tree(stage, form),
        depends=lambda: stage.soundless,
        keys=_keys,
        first="text size",
        name="settings",
    )


def _keys() -> Mapping[int, Any]:
    return {pygame.K_ESCAPE: Back()}


def _tree(stage: Stage, form: Form) -> Widget:
    sizes = [(size, f"{round(100 * size)} %") for size in TEXT_SIZES]
    themes = [(name, stage.say(f"settings-theme-{name}")) for name in THEMES]
    size = Segmented("text size", sizes, lambda: stage.settings.size_shown, lambda value: Set("text_size", value))
    theme = Segmented("theme", themes, lambda: stage.settings.theme_shown, lambda value: Set("theme", value))
    forecasts = Toggle(
        "forecasts",
        lambda: stage.settings.forecasts,
        lambda on: Set("forecasts", on),
        stage.say("settings-forecasts-on"),
        stage.say("settings-forecasts-off"),
        hint="hint-call",
    )
    lessons = Toggle(
        "lessons",
        lambda: stage.settings.lessons,
        lambda on: Set("lessons", on),
        stage.say("settings-lessons-on"),
        stage.say("settings-lessons-off"),
        hint="hint-lessons",
    )
    projector = Toggle(
        "projector",
        lambda: stage.settings.projector,
        lambda _: Projector(),
        stage.say("settings-projector-on"),
        stage.say("settings-projector-off"),
        hint="hint-projector",
    )
    every = Button("keys", stage.say("settings-keys-all"), Go("keys"), kind="small")
    keys = Row([every, Gap(grow=1)])
    spoken = list(names().items())
    language = Segmented("language", spoken, lambda: stage.settings.language, lambda value: Set("language", value))
    controls: dict[str, Widget] = {"language": language, "text-size": size, "theme": theme}
    controls |= {"projector-mode": projector, "sound": _sound(stage), "motion": _motion(stage)}
    controls |= {"forecasts": forecasts, "lessons": lessons, "keys": keys}
    lines: list[list[Widget | None]] = [
        [Label(stage.say(f"settings-{name}"), wrap=form.narrow), control] for name, control in controls.items()
    ]
    rows: list[Widget | None]
    if form.narrow:
        rows = [part for line in lines for part in (*line, Rule())][:-1]
    else:
        rows = [Grid([150, (1.0,)], lines, gap=16, row_gap=10)]
    rows += [Rule(), Label(stage.say("settings-screen"), LABEL, wrap=True)]
    return overlay(stage, form, stage.say("settings-title"), Column(rows, gap=10), "settings", wide=660, tall=620)


def _motion(stage: Stage) -> Widget:
    """Whether pictures move; where the environment asks for stillness, that is said and stays so."""
    off = stage.say("settings-motion-asked" if asked_still() else "settings-motion-off")
    return Toggle(
        "motion",
        lambda: moves(stage.settings),
        lambda on: Set("motion", on),
        stage.say("settings-motion-on"),
        off,
        hint="hint-moving",
    )


def _sound(stage: Stage) -> Widget:
    """How loud, the key that silences, and one sentence where nothing can be heard."""
    levels = [(name, stage.say(f"settings-sound-{name}")) for name in SOUND_LEVELS]
    level = Segmented(
        "sound", levels, lambda: stage.settings.sound, lambda value: Set("sound", value), hint="hint-sound"
    )
    told = "settings-sound-missing" if stage.soundless else "settings-sound-key"
    return Column([level, Label(stage.say(told), LABEL, wrap=True)], gap=4)
