"""The line of the results that names what was met, its key, and the setting that turns it off."""

import pygame

from game.insight.stage_game import GameType
from game.view.app import App
from game.view.lessons import idea_met
from game.view.memory import read_settings
from tests.view.drive import begin, play_quarters, press, settle, texts


def test_h_on_the_results_opens_what_was_met(app: App) -> None:
    begin(app)
    press(app, pygame.K_F10, pygame.K_F10)
    assert app.screen == "results"
    assert "You have met: **Collective good**" in texts(app)
    press(app, pygame.K_h)
    assert app.stage.pick("library") == "collective_good"
    press(app, pygame.K_ESCAPE)
    app.window.set_focus("depth")
    press(app, pygame.K_h)
    assert app.stage.pick("library") == "attribution", "what has been read makes room for what is in focus"


def test_it_is_not_named_again(app: App) -> None:
    begin(app)
    press(app, pygame.K_F10)
    named = []
    for _ in range(6):
        press(app, pygame.K_F10)
        named.append(idea_met(app.stage))
        assert texts(app).count("You have met") == bool(named[-1])
        press(app, pygame.K_F10)
    told = [idea for idea in named if idea]
    assert len(told) >= 3
    assert len(told) == len(set(told))


def test_the_lens_names_a_game_once(app: App) -> None:
    begin(app)
    play_quarters(app, 6)
    app.stage.picks["depth"] = "full"
    found = []
    for _ in range(app.stage.playing.last_quarter - 6):
        press(app, pygame.K_F10)
        settle(app)
        found.append(idea_met(app.stage))
        press(app, pygame.K_F10)
    games = [idea for idea in found if idea in set(GameType)]
    assert games, found
    told = [idea for idea in found if idea]
    assert len(told) == len(set(told))


def test_it_can_be_turned_off(app: App) -> None:
    begin(app)
    press(app, pygame.K_F10, pygame.K_F10)
    assert "You have met" in texts(app)
    press(app, pygame.K_ESCAPE)
    app.go("settings")
    settle(app)
    app.window.set_focus("lessons")
    press(app, pygame.K_SPACE)
    assert not read_settings().lessons
    press(app, pygame.K_ESCAPE, pygame.K_ESCAPE)
    assert "You have met" not in texts(app)


def test_the_lens_opens_the_game_that_it_shows(app: App) -> None:
    begin(app)
    play_quarters(app, 2)
    press(app, pygame.K_F10, pygame.K_h, pygame.K_ESCAPE)
    app.stage.picks["depth"] = "full"
    settle(app)
    app.window.set_focus("lens")
    assert app.window.focus is not None
    press(app, pygame.K_h)
    assert app.stage.pick("library") in set(GameType)
    assert f"**{app.stage.say('lens-' + app.stage.pick('library'))}**" not in texts(app)
