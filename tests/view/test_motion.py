"""Motion shows what came from what: short, driven by a clock, off at a word, and asleep when all is at its end."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pygame
import pytest

from game.view.actions import Set
from game.view.app import App
from game.view.kit.glide import SPAN, STEPS, Glides
from game.view.kit.widget import walk
from game.view.kit.widgets import Label, now
from game.view.memory import read_settings
from tests.view.drive import begin, focus, open_game, patiently, press, settle

FRAME = 1 / 60


class Clock:
    """Time as the test says."""

    def __init__(self) -> None:
        self.time = 0.0

    def __call__(self) -> float:
        return self.time


def test_a_quantity_moves_from_what_was_shown_last_and_arrives() -> None:
    clock = Clock()
    glides = Glides(clock)
    assert glides.value("score", 40) == 40
    assert not glides.moving
    seen = [glides.value("score", 60)]
    assert glides.moving
    for _ in patiently(lambda: glides.moving):
        clock.time += FRAME
        glides.tick()
        seen.append(glides.value("score", 60))
    assert seen[0] == 40
    assert seen[-1] == 60
    assert seen == sorted(seen)
    assert clock.time <= SPAN + 3 * FRAME <= 0.3
    assert seen[len(seen) // 2] > 50, "eased: most of the way is gone early"


def test_what_is_new_can_begin_elsewhere_and_a_new_goal_turns_it_round() -> None:
    clock = Clock()
    glides = Glides(clock)
    assert glides.value("bar", 10, begin=0) == 0
    glides.tick()
    clock.time += SPAN / 2
    glides.tick()
    half = glides.value("bar", 10, begin=0)
    assert 0 < half < 10
    assert glides.value("bar", -10) == half
    glides.finish()
    assert glides.value("bar", -10) == -10
    assert not glides.moving
    glides.forget()
    assert glides.value("bar", 5) == 5


def test_a_way_has_few_places_so_that_a_standing_picture_is_not_painted() -> None:
    clock = Clock()
    glides = Glides(clock)
    glides.value("bar", 1, begin=0)
    places = set()
    for _ in range(1000):
        glides.tick()
        places.add(glides.value("bar", 1))
        clock.time += SPAN / 900
    assert len(places) == STEPS + 1


def test_off_is_at_its_end_at_once() -> None:
    glides = Glides(Clock())
    glides.on = False
    assert glides.value("bar", 1, begin=0) == 1
    assert glides.value("bar", 3) == 3
    assert not glides.moving
    glides.on = True
    assert glides.value("bar", 3) == 3, "what was shown without motion does not move afterwards"


def test_what_is_remembered_has_a_bound() -> None:
    glides = Glides(Clock())
    for number in range(5000):
        glides.value(f"bar {number}", 1, begin=0)
    assert len(glides._ways) <= 600
    assert len(glides._moving) <= 600
    glides.tick()


@pytest.fixture
def timed(app: App) -> tuple[App, Clock]:
    clock = Clock()
    app.window.glides.clock = clock
    begin(app)
    press(app, pygame.K_F10, pygame.K_F10, pygame.K_F10)
    return app, clock


def frames(app: App, clock: Clock) -> list[bytes]:
    """Pictures of the frames until all is still."""
    seen = []
    for _ in range(200):
        app.frame([])
        seen.append(pygame.image.tobytes(app.window.surface, "RGB"))
        if not app.window.glides.moving:
            return seen
        clock.time += FRAME
    raise AssertionError("it never comes to rest")


def end_quarter(app: App) -> None:
    app.frame(
        [pygame.event.Event(kind, key=pygame.K_F10, mod=0, unicode="") for kind in (pygame.KEYUP, pygame.KEYDOWN)]
    )


def test_results_move_for_less_than_three_tenths_and_end_as_without_motion(timed: tuple[App, Clock]) -> None:
    app, clock = timed
    before = clock.time
    end_quarter(app)
    assert app.screen == "results"
    assert app.window.glides.moving
    seen = frames(app, clock)
    assert len(set(seen)) > 5
    assert clock.time - before < 0.3
    app.window.forget()
    app.window.refresh()
    assert pygame.image.tobytes(app.window.surface, "RGB") == seen[-1], "nothing is left of what moved"
    settle(app)  # what was worked out beside the window comes in
    frames(app, clock)
    app.window.forget()
    app.window.refresh()
    still = pygame.image.tobytes(app.window.surface, "RGB")
    app.apply(Set("motion", False))
    app.window.glides.forget()
    settle(app)
    app.window.forget()
    app.window.refresh()
    assert pygame.image.tobytes(app.window.surface, "RGB") == still


@pytest.mark.parametrize("depth", ["ledger", "full"])
def test_the_bars_of_causes_grow_from_nothing_once(timed: tuple[App, Clock], depth: str) -> None:
    app, clock = timed
    app.stage.picks["depth"] = depth
    end_quarter(app)
    frames(app, clock)
    settle(app)
    name = next(name for name in app.window.glides._ways if name.startswith("cause 2 profit"))
    assert app.window.glides._ways[name].start == 0
    press(app, pygame.K_c, pygame.K_ESCAPE)
    assert len(frames(app, clock)) == 1, "what was shown already stands"


def test_figures_in_the_top_bar_are_counted_on(timed: tuple[App, Clock]) -> None:
    app, clock = timed
    cash = float(app.stage.playing.seen(0).cash[0, 0])
    end_quarter(app)
    told = []
    for _ in range(30):
        told.append([now(w.content) for w in walk(app.window.tree) if isinstance(w, Label)][6])
        clock.time += FRAME
        app.frame([])
    assert len(set(told)) > 3
    assert cash != float(app.stage.playing.seen(0).cash[0, 0])
    assert told[-1] == told[-2]


def test_sliders_under_the_hand_do_not_move_by_themselves(timed: tuple[App, Clock]) -> None:
    app, _ = timed
    app.window.set_focus("price")
    settle(app)
    app.frame([pygame.event.Event(pygame.KEYDOWN, key=pygame.K_RIGHT, mod=0, unicode="")])
    assert not app.window.glides.moving


def test_the_setting_is_kept_and_the_environment_outweighs_it(monkeypatch: pytest.MonkeyPatch) -> None:
    app = open_game()
    assert app.window.glides.on
    press(app, pygame.K_s)
    focus(app, "motion")
    press(app, pygame.K_SPACE)
    assert not app.window.glides.on
    assert not read_settings().motion
    press(app, pygame.K_SPACE)
    assert app.window.glides.on
    pygame.display.quit()
    monkeypatch.setenv("GUILDMARK_MOTION", "OFF")
    app = open_game()
    assert not app.window.glides.on
    press(app, pygame.K_s)
    assert app.stage.say("settings-motion-asked") == app.window.find("motion").off
    app.apply(Set("motion", True))
    assert not app.window.glides.on


LOOP = """
import json, pygame
from game.view.app import open_window, run
from game.view.stage import Stage
from game.wording.words import Words
app = open_window(Stage(Words()))
asked = []
wait, app.window.glides.clock = pygame.event.wait, lambda: len(asked) / 60
def counted(*how):
    asked.append(how)
    app.running = len(asked) < 40
    return pygame.event.Event(pygame.NOEVENT)
pygame.event.wait = counted
app.window.glides.value("something", 1, begin=0)
import game.view.app as module
module.pygame.display.get_driver = lambda: "wayland"
run(app)
print(json.dumps([how[0] for how in asked]))
"""


def test_the_loop_ticks_while_something_moves_and_sleeps_afterwards() -> None:
    """Sixty looks a second for as long as something moves, then one a second."""
    done = subprocess.run(
        [sys.executable, "-c", LOOP],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=True,
        timeout=300,
        env=os.environ | {"SDL_VIDEODRIVER": "dummy"},
    )
    waits = json.loads(done.stdout.splitlines()[-1])
    moving = waits.count(16)
    assert 10 <= moving <= 18
    assert waits == [16] * moving + [1000] * (40 - moving)


def test_a_shape_on_its_way_is_not_taken_for_one_at_rest() -> None:
    """Two sizes that round to the same pixels are two pictures."""
    from game.view.kit.paint import Canvas
    from game.view.kit.pen import Rect
    from game.view.kit.theme import THEMES
    from game.view.pictures.stamp import draw_stamp

    app = open_game()

    def stamp(*sides: float) -> bytes:
        surface = pygame.Surface((60, 60))
        app.window.cache = type(app.window.cache)()
        canvas = Canvas(surface, 1.0, "light", THEMES["light"], app.window.cache, app.window.breaker)
        for side in sides:
            surface.fill((0, 0, 0))
            draw_stamp(canvas, Rect(0, 0, side, side))
        return pygame.image.tobytes(surface, "RGB")

    assert stamp(46.0) != stamp(46.4)
    assert stamp(46.4, 46.0) == stamp(46.0)


def test_the_stamp_just_before_it_lies_is_not_kept_for_the_one_that_lies(timed: tuple[App, Clock]) -> None:
    app, clock = timed
    settle(app)
    end_quarter(app)
    app.frame([])

    def picture() -> bytes:
        app.window.forget()
        app.window.refresh()
        return pygame.image.tobytes(app.window.surface, "RGB")

    app.window.cache = type(app.window.cache)()
    clock.time += SPAN * (STEPS - 1) / STEPS
    picture()
    settle(app)
    lies = picture()
    app.window.cache = type(app.window.cache)()
    assert picture() == lies
