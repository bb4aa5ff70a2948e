"""The sandbox screen: from the title and the picker, changed by keys alone; saves of its games stand alone."""

import pygame
import pytest

from game.scenario.sandbox import Choices
from game.session.replay import SAME_BYTES, replay
from game.session.save import read, restore
from game.view.app import App
from game.view.memory import autosave
from game.view.panels.sandbox import base, chosen
from tests.view.drive import focus, play_quarters, press, reached, settle, texts, wanted


@pytest.fixture
def app(app: App) -> App:
    press(app, pygame.K_b)
    return app


def test_by_keys_alone_a_game_of_ones_own_that_a_save_holds(app: App) -> None:
    assert app.screen == "sandbox"
    focus(app, "firms")
    press(app, *[pygame.K_LEFT] * 10)
    focus(app, "parts never")
    press(app, pygame.K_END)
    focus(app, "open fair")
    press(app, pygame.K_SPACE)
    focus(app, "lever audit")
    press(app, pygame.K_RIGHT)
    focus(app, "structure")
    press(app, pygame.K_END)
    focus(app, "open town_hall")
    press(app, pygame.K_SPACE, pygame.K_F10)
    assert app.screen == "briefing"
    setup = app.stage.playing.setup
    assert len(setup.scenario.firms) == 6
    assert setup.scenario.institutions.fair is None
    assert setup.scenario.agenda["town_hall"] == "never"
    assert setup.scenario.institutions.mark is not None
    assert setup.scenario.institutions.mark.structure == "chain"
    assert "[[firms]]" in setup.source
    play_quarters(app, 2)
    assert not autosave(app.stage.playing, "Sandbox")
    app.go("title")
    settle(app)
    saved = read(app.stage.saves[0].path)
    assert restore(saved).setup.scenario == setup.scenario
    assert replay(saved).verdict == SAME_BYTES


def test_the_picker_leads_there_with_its_difficulty(app: App) -> None:
    press(app, pygame.K_ESCAPE, pygame.K_n)
    names = [entry.path.stem for entry in app.stage.shelf]
    press(app, *[pygame.K_DOWN] * names.index("sandbox"))
    app.stage.picks["difficulty"] = "hard"
    press(app, pygame.K_RETURN)
    assert app.screen == "sandbox"
    assert chosen(app.stage).difficulty == "hard"
    press(app, pygame.K_ESCAPE)
    assert app.screen == "picker"


def test_presets_set_the_panels_and_what_is_changed_is_kept_for_another_look(app: App) -> None:
    focus(app, "preset")
    press(app, pygame.K_END)
    assert len(chosen(app.stage).switched) == 8
    focus(app, "open mark")
    press(app, pygame.K_SPACE)
    before = chosen(app.stage)
    assert "mark" not in before.switched
    press(app, pygame.K_ESCAPE, pygame.K_b)
    assert chosen(app.stage) == before


def test_untouched_it_is_the_file_itself(app: App) -> None:
    press(app, pygame.K_F10)
    setup = app.stage.playing.setup
    assert setup.scenario == base(app.stage)
    assert setup.source.startswith("# Sandbox")


def test_what_is_impossible_is_said_and_not_begun(app: App) -> None:
    app.stage.picks["sandbox"] = Choices(mix=(("never", 0),))
    press(app, pygame.K_F10)
    assert app.screen == "sandbox"
    assert app.stage.say("sandbox-impossible-mix") in texts(app)
    focus(app, "parts never")
    press(app, pygame.K_RIGHT)
    assert app.stage.say("sandbox-impossible-mix") not in texts(app)
    app.stage.picks["sandbox"] = Choices().moved("most", 4.0)
    press(app, pygame.K_F10)
    assert app.screen == "sandbox"
    assert app.stage.say("sandbox-impossible-length") in texts(app)
    assert app.window.find("begin") is None


@pytest.mark.parametrize("text_size", [1.0, 2.0])
def test_every_control_is_reached_by_tab(app: App, text_size: float) -> None:
    app.window.dress(text_size=text_size)
    for key in (pygame.K_F2, pygame.K_F3, pygame.K_F4):
        press(app, key)
        assert reached(app) == wanted(app)
