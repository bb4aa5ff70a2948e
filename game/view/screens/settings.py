"""Settings: language, text size, theme, forecasts, ideas named when they are met."""

from collections.abc import Callable
from functools import partial
from typing import Any

from game.view.actions import Go, Projector, Set
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
from game.view.overlay import overlay, overlay_page
from game.view.stage import SOUND_LEVELS, TEXT_SIZES, Stage
from game.wording.words import names


def settings_page(stage: Stage) -> ScreenPage:
    """The overlay."""
    return overlay_page("settings", partial(_tree, stage), depends=lambda: stage.soundless, first="text size")


def _tree(stage: Stage, form: Form) -> Widget:
    sizes = [(size, f"{round(100 * size)} %") for size in TEXT_SIZES]
    themes = [(name, stage.say(f"settings-theme-{name}")) for name in THEMES]
    size = Segmented("text size", sizes, lambda: stage.settings.size_shown, partial(Set, "text_size"))
    theme = Segmented("theme", themes, lambda: stage.settings.theme_shown, partial(Set, "theme"))
    forecasts = _toggle(stage, "forecasts", lambda: stage.settings.forecasts, "hint-call")
    lessons = _toggle(stage, "lessons", lambda: stage.settings.lessons, "hint-lessons")
    projector = _toggle(
        stage, "projector", lambda: stage.settings.projector, "hint-projector", send=lambda _: Projector()
    )
    # where the environment asks for stillness, that is said and stays so
    still = "asked" if asked_still() else "off"
    motion = _toggle(stage, "motion", lambda: moves(stage.settings), "hint-moving", off=still)
    every = Button("keys", stage.say("settings-keys-all"), Go("keys"), kind="small")
    keys = Row([every, Gap(grow=1)])
    spoken = list(names().items())
    language = Segmented("language", spoken, lambda: stage.settings.language, partial(Set, "language"))
    controls: dict[str, Widget] = {"language": language, "text-size": size, "theme": theme}
    controls |= {"projector-mode": projector, "sound": _sound(stage), "motion": motion}
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


def _toggle(
    stage: Stage,
    name: str,
    value: Callable[[], bool],
    hint: str,
    *,
    send: Callable[[bool], Any] | None = None,
    off: str = "off",
) -> Toggle:
    """A setting that is on or off, and what either means."""
    on = stage.say(f"settings-{name}-on")
    return Toggle(name, value, send or partial(Set, name), on, stage.say(f"settings-{name}-{off}"), hint)


def _sound(stage: Stage) -> Widget:
    """How loud, the key that silences, and one sentence where nothing can be heard."""
    levels = [(name, stage.say(f"settings-sound-{name}")) for name in SOUND_LEVELS]
    level = Segmented("sound", levels, lambda: stage.settings.sound, partial(Set, "sound"), hint="hint-sound")
    told = "settings-sound-missing" if stage.soundless else "settings-sound-key"
    return Column([level, Label(stage.say(told), LABEL, wrap=True)], gap=4)
