"""What makes the window comfortable: projector, full screen, sound or silence, keys of one's own. Kept as settings."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pygame

from game.view import actions as a
from game.view.kit.keymap import exchanged
from game.view.memory import moves, write_settings
from game.view.stage import Settings

if TYPE_CHECKING:
    from game.view.app import App

ANYWHERE = {pygame.K_F9: a.Projector(), pygame.K_F11: a.FullScreen(), pygame.K_F12: a.Hush()}


def dress(app: "App") -> None:
    """Make the window look as the settings say."""
    settings = app.stage.settings
    app.window.dress(theme=settings.theme_shown, text_size=settings.size_shown)
    app.window.exchange(settings.keys)
    app.window.glides.on = moves(settings)


def changed(settings: Settings, name: str, value: Any) -> Settings:
    """A setting changed by hand; whoever chooses text size or theme goes on from what the projector showed."""
    if settings.projector and name in {"text_size", "theme"}:
        settings = replace(settings, text_size=settings.size_shown, theme=settings.theme_shown, projector=False)
    return replace(settings, **{name: value})


def keep_settings(app: "App", settings: Settings) -> None:
    """Settings that hold from now on."""
    app.stage.settings = settings
    write_settings(settings)
    dress(app)


def _projector(app: "App", action: a.Projector) -> None:
    del action
    settings = app.stage.settings
    keep_settings(app, replace(settings, projector=not settings.projector))


def _hush(app: "App", action: a.Hush) -> None:
    """Off, or as loud as it was; a word says so, for silence itself tells nothing."""
    del action
    stage, loud = app.stage, app.stage.settings.sound
    if loud == "off":
        loud = stage.picks.pop("sound_before", "soft")
    else:
        stage.picks["sound_before"], loud = loud, "off"
    keep_settings(app, replace(stage.settings, sound=loud))
    stage.notice = stage.say("settings-sound-now-off" if loud == "off" else "settings-sound-now-on")


def _full_screen(app: "App", action: a.FullScreen) -> None:
    """Fill the screen, or go back to the window as it was; a screen that can't be filled is left as it is."""
    del action
    size = app.windowed
    try:
        if size is None:
            app.windowed = app.window.surface.get_size()
            pygame.display.set_mode((0, 0), pygame.FULLSCREEN)
        else:
            app.windowed = None
            pygame.display.set_mode(size, pygame.RESIZABLE)
    except pygame.error:
        app.windowed = None
        pygame.display.set_mode(size or app.window.surface.get_size(), pygame.RESIZABLE)
    app.window.resized()


def _exchange(app: "App", action: a.Exchange) -> None:
    """Give a command another key, which gives its own in exchange; say what that means."""
    stage, held = app.stage, app.stage.settings.keys
    old, new = held.get(action.cap, action.cap), held.get(action.other, action.other)
    row, stage.picks["key_wait"] = stage.pick("key_wait"), ""
    if old == new:
        stage.picks["key_said"] = stage.say("keys-same", key=new)
        return
    keep_settings(app, replace(stage.settings, keys=exchanged(held, action.cap, action.other)))
    message = "keys-exchanged" if action.used else "keys-moved"
    stage.picks["key_said"] = stage.say(message, new=new, old=old, command=action.command)
    app.window.refresh()
    app.window.set_focus(row)  # what is said takes room, and the line should stay in sight


def _keys_as_at_first(app: "App", action: a.KeysAsAtFirst) -> None:
    del action
    keep_settings(app, replace(app.stage.settings, keys={}))
    app.stage.picks |= {"key_wait": "", "key_said": app.stage.say("keys-as-at-first-said")}


APPLY: dict[type, Callable[["App", Any], None]] = {
    a.Hush: _hush,
    a.Projector: _projector,
    a.FullScreen: _full_screen,
    a.Exchange: _exchange,
    a.KeysAsAtFirst: _keys_as_at_first,
}


def sound(app: "App") -> None:
    """What the frame just painted sounds like; that there is no sound is told on the settings, if they are open."""
    app.sounds.play(app.stage.settings.sound)
    if app.stage.soundless != app.sounds.missing:
        app.stage.soundless = app.sounds.missing
        app.window.refresh()
