"""The door to the window: says in one sentence why it can't be opened, if it can't."""

import os
from dataclasses import replace
from typing import TYPE_CHECKING

from game.wording.words import Words

if TYPE_CHECKING:
    from game.view.app import App


def open_door(words: Words) -> "App | str":
    """A window with the title on it, or the reason why there is none."""
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    try:
        import pygame
    except ImportError:
        return words.say("cli-no-pygame")
    if not getattr(pygame, "IS_CE", False):
        return words.say("cli-wrong-pygame")
    from game.view.app import open_window
    from game.view.memory import read_settings
    from game.view.stage import Stage

    named = os.environ.get("SDL_VIDEODRIVER") or os.environ.get("SDL_VIDEO_DRIVER")
    try:
        pygame.display.init()
        if not named and pygame.display.get_driver() in {"offscreen", "dummy", "evdev"}:
            return words.say("cli-no-display", reason=words.say("cli-no-screen"))
        return open_window(Stage(words, replace(read_settings(), language=words.language)))
    except pygame.error as error:
        return words.say("cli-no-display", reason=str(error))
