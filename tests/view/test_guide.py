"""The guided first game, by the keys that it names, left and taken up again."""

from collections.abc import Callable

import pygame
import pytest

from game.view.actions import Quit
from game.view.app import App
from game.view.guide import current, is_done
from game.view.kit import reach
from game.view.memory import unfinished_games
from game.view.start import resume
from game.wording.words import Words, languages
from tests.view.drive import Stretched, begin, misfits, open_game, patiently, play_quarters, press, settle, texts

NAMED = {"together": pygame.K_F4}  # keys that a step names to lead on; all others are led on from by F10


def follow(app: App, change: int = pygame.K_LEFT) -> None:
    """Do what the step of the moment asks for; what is to be changed goes the way of a key."""
    held = current(app.stage, app.screen)
    if held is None:
        press(app, pygame.K_F10)
    elif held[1].until == "left":
        press(app, NAMED.get(held[1].at, pygame.K_F10))
    else:
        if held[1].until == "changed":
            assert not is_done(app.stage, held[1])
            press(app, *[change] * 4)
        press(app, pygame.K_RETURN)
        assert current(app.stage, app.screen) != held, f"Enter leads on from {held[1].at}"


@pytest.mark.parametrize(("change", "others"), [(pygame.K_LEFT, "kept"), (pygame.K_RIGHT, "broke")])
def test_a_newcomer_is_led_from_the_title_to_the_debrief(app: App, change: int, others: str) -> None:
    press(app, pygame.K_RETURN)
    assert app.screen == "briefing"
    press(app, pygame.K_RETURN)
    seen = []
    for _ in patiently(lambda: app.screen != "debrief"):
        held = current(app.stage, app.screen)
        if held is not None:
            seen.append(held[0])
            pointed = reach.pointed_at(app.window.tree, app.window.points_at)
            assert pointed is not None, held[1].at
            assert pointed.area.bottom <= app.window.shape.height
        follow(app, change)
    steps = app.stage.playing.setup.scenario.guide
    assert seen == sorted(set(seen)), "no step is told twice"
    left_out = {place for place in range(len(steps)) if place not in seen}
    assert left_out == {place for place, step in enumerate(steps) if getattr(step, others)}, "those for the others"


def test_whoever_breaks_is_told_so(app: App) -> None:
    begin(app, "first_quarter")
    press(app, pygame.K_F10)
    app.window.set_focus("effort fair")
    press(app, pygame.K_HOME, pygame.K_F10)
    held = current(app.stage, "results")
    assert held is not None
    assert held[1].broke == "fair"


def test_the_guide_can_be_left_and_taken_back(app: App) -> None:
    begin(app, "first_quarter")
    press(app, pygame.K_F10)
    assert app.window.find("guide out") is not None
    press(app, pygame.K_x)
    assert app.window.find("guide out") is None
    assert app.window.points_at == ""
    assert "brings it back" in app.stage.notice
    press(app, pygame.K_x)
    assert app.window.find("guide out") is not None
    press(app, pygame.K_RIGHT)
    assert app.window.focus is not None
    assert app.window.focus.name == "price"


def test_a_game_taken_up_again_goes_on_where_it_was_left(app: App) -> None:
    begin(app, "first_quarter")
    play_quarters(app, 2)
    press(app, pygame.K_x, pygame.K_ESCAPE)
    app.apply(Quit())
    again = open_game()
    resume(again, unfinished_games()[0].path)
    settle(again)
    assert current(again.stage, "quarter") is not None, "another window has other settings"
    again.stage.settings = app.stage.settings
    assert current(again.stage, "quarter") is None, "left is left"
    press(again, pygame.K_x)
    held = current(again.stage, "quarter")
    assert held is not None
    assert held[1].quarter == 3


def test_a_game_without_a_guide_has_no_key_for_it(app: App) -> None:
    begin(app, "tea")
    press(app, pygame.K_F10, pygame.K_x)
    assert app.stage.notice == ""
    assert app.stage.settings.unguided is None


def test_nothing_is_asked_before_the_guide_has_told_of_it(app: App) -> None:
    begin(app, "first_quarter")
    play_quarters(app, 2)
    assert app.window.find("call") is None
    press(app, pygame.K_F10, pygame.K_F10)
    assert app.window.find("call") is not None


SPOKEN = {**{language: Words(language) for language in languages()}, "stretched": Stretched()}
FEW = {("en", 1.0), ("zh-Hans", 2.0), ("stretched", 1.5)}  # of these the reduced suite is made


@pytest.mark.parametrize("size", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("spoken", SPOKEN)
def test_every_step_fits(spoken: str, size: float, count: Callable[[int, int], int]) -> None:
    if (spoken, size) not in FEW and count(0, 1) == 0:
        pytest.skip("--full")
    words = SPOKEN[spoken]
    app = open_game(words, text_size=size)
    begin(app, "first_quarter")
    press(app, pygame.K_F10)
    for _ in patiently(lambda: app.screen != "debrief"):
        assert not list(misfits(app))
        held = current(app.stage, app.screen)
        if held is not None:
            assert words.choose(held[1].text) in texts(app)
        follow(app)
