"""Keys of one's own, keys that are held, the projector, the full screen, undo and redo: by real events."""

import json
from collections.abc import Iterator
from itertools import permutations
from pathlib import Path

import pygame
import pytest
from hypothesis import given
from hypothesis import strategies as some

from game.view.app import App
from game.view.kit.keyboard import KEYS as CODES
from game.view.kit.keymap import CAPS, LETTERS, Keymap, exchanged, is_sound
from game.view.kit.text import Style
from game.view.library import turn_to
from game.view.memory import read_settings
from game.view.screens.keys import _commands
from game.view.shortcuts import EVERYWHERE, KEYS
from game.view.stage import Settings
from tests.view.drive import begin, focus, misfits, open_game, play_quarters, press, settle, texts


def caps(app: App) -> set[str]:
    """The key caps that are painted now, on all layers."""
    app.window.forget()
    app.window.breaker._held.clear()
    app.window.refresh()
    held = app.window.breaker._held.values()
    return {item.span.text for laid in held for item in laid.placed if item.span.kind == "key"}


def exchange(app: App, row: str, key: int) -> None:
    """On the page of all keys, from any screen, give a line another key."""
    press(app, pygame.K_F1, pygame.K_k)
    assert app.pages[-1].name == "keys"
    app.window.set_focus(row)
    press(app, pygame.K_RETURN, key)


def leave(app: App) -> None:
    """Close the page of keys and the help."""
    press(app, pygame.K_ESCAPE, pygame.K_ESCAPE)


def down(app: App, key: int, times: int = 1) -> None:
    """A key that goes down and repeats, without going up."""
    for _ in range(times):
        pygame.event.post(pygame.event.Event(pygame.KEYDOWN, key=key, mod=0, unicode=""))
        settle(app)


def up(app: App, key: int) -> None:
    pygame.event.post(pygame.event.Event(pygame.KEYUP, key=key, mod=0))
    settle(app)


# -- exchanging keys --------------------------------------------------------------------------------------------------


@given(some.lists(some.tuples(some.sampled_from(CAPS), some.sampled_from(CAPS)), max_size=12))
def test_however_keys_are_exchanged_each_means_one_thing(pairs: list[tuple[str, str]]) -> None:
    pressed: dict[str, str] = {}
    for one, other in pairs:
        pressed = exchanged(pressed, one, other)
    assert is_sound(pressed)
    keys = Keymap(pressed)
    for typing in (False, True):
        assert {keys.meant(cap, typing) for cap in CAPS} == set(CAPS)
        assert all(keys.meant(keys.cap(cap, typing), typing) == cap for cap in CAPS)
    assert all(keys.meant(letter, True) == letter for letter in LETTERS)


def test_a_command_gets_another_key_and_gives_its_own(app: App) -> None:
    begin(app)
    press(app, pygame.K_F10)
    exchange(app, "key quarter F10 end", pygame.K_F9)
    assert "F9 is now the key to “end the quarter”. F10 does what F9 did." in texts(app)
    leave(app)
    press(app, pygame.K_F10)
    assert app.stage.settings.projector
    assert app.screen == "quarter"
    press(app, pygame.K_F10, pygame.K_F9)
    assert not app.stage.settings.projector
    assert app.screen == "results"
    assert read_settings().keys == {"F9": "F10", "F10": "F9"}
    assert not list(misfits(app))


def test_every_cap_on_screen_tells_the_key_to_press(app: App) -> None:
    begin(app)
    press(app, pygame.K_F10)
    assert {"F10", "U", "W"} <= caps(app)
    exchange(app, "key quarter F10 end", pygame.K_x)
    app.window.set_focus("key quarter U undo")
    press(app, pygame.K_RETURN, pygame.K_w)
    leave(app)
    shown = caps(app)
    assert "X" in shown
    assert "F10" not in shown
    focus(app, "price")
    before = app.stage.playing.draft(0)
    press(app, pygame.K_RIGHT)
    assert app.stage.playing.draft(0) != before
    press(app, pygame.K_w)
    assert app.stage.playing.draft(0) == before
    press(app, pygame.K_u)
    assert app.screen == "whatif"
    press(app, pygame.K_ESCAPE, pygame.K_F10)
    assert not app.stage.playing.quarters
    press(app, pygame.K_x)
    assert len(app.stage.playing.quarters) == 1


def test_a_cap_is_measured_as_it_is_painted(app: App) -> None:
    breaker, style = app.window.breaker, Style()
    wide = breaker.paragraph("[[F10]]", style, 1.0, None).width
    app.window.exchange(exchanged({}, "F10", "I"))
    assert breaker.paragraph("[[F10]]", style, 1.0, None).width < wide
    assert breaker.paragraph("[[I]]", style, 1.0, None).width == wide


def test_letters_search_the_library_as_they_are_typed(app: App) -> None:
    """F5 and P have changed places: while letters are typed both are what they were, on the keys and on their caps."""
    exchange(app, "key everywhere H library", pygame.K_F2)
    app.window.set_focus("key library F5 try-first")
    press(app, pygame.K_RETURN, pygame.K_p)
    leave(app)
    press(app, pygame.K_h)
    assert app.pages[-1].name == "title"
    press(app, pygame.K_F2)
    assert app.pages[-1].name == "library"
    press(app, pygame.K_p, pygame.K_l)
    assert "**pl**" in texts(app)
    press(app, pygame.K_ESCAPE)
    app.apply(turn_to("pledges"))
    settle(app)
    assert {"F5", "F6", "F7"} <= caps(app)
    press(app, pygame.K_F5)
    assert app.stage.pick("tried")
    press(app, pygame.K_F1)
    assert {"F5", "F8"} <= caps(app)


def test_a_key_that_can_t_be_given_is_told_and_esc_changes_nothing(app: App) -> None:
    exchange(app, "key title N new", pygame.K_TAB)
    assert app.stage.pick("key_said") == app.stage.say("keys-fixed")
    assert app.stage.pick("key_wait")
    press(app, pygame.K_ESCAPE)
    assert app.pages[-1].name == "keys"
    assert app.stage.pick("key_said") == app.stage.say("keys-left")
    assert app.stage.settings.keys == {}
    press(app, pygame.K_RETURN, pygame.K_n)
    assert app.stage.pick("key_said") == app.stage.say("keys-same", key="N")
    press(app, pygame.K_RETURN, pygame.K_z)
    assert "any more" in app.stage.pick("key_said")
    app.window.set_focus("as at first")
    press(app, pygame.K_RETURN)
    assert app.stage.settings.keys == read_settings().keys == {}


def test_what_was_exchanged_holds_at_the_next_start_and_nonsense_is_as_at_first(data_folder: Path) -> None:
    data_folder.mkdir(parents=True)
    path = data_folder / "settings.json"
    sound = {"N": "J", "J": "N"}
    path.write_text(json.dumps({"keys": sound}), encoding="utf-8")
    assert read_settings().keys == sound
    nonsense = [{"N": "J"}, {"N": "Tab", "Tab": "N"}, {"N": 3}, {"N": ["J"]}, ["N"], "N", 7, {"N": "J", "J": "J"}]
    for keys in nonsense:
        path.write_text(json.dumps({"keys": keys, "theme": "dark"}), encoding="utf-8")
        assert read_settings() == Settings(theme="dark")


def test_the_help_knows_every_key_of_every_screen(app: App) -> None:
    """What a screen answers to stands among its keys, else the page of all keys would call it free."""
    told = {screen: {CODES[cap] for cap, _ in (*keys, *EVERYWHERE) if cap in CODES} for screen, keys in KEYS.items()}
    seen = set()

    def look() -> None:
        name = app.pages[-1].name
        if name in KEYS:
            seen.add(name)
            letters = {CODES[letter] for letter in LETTERS} if app.pages[-1].typing else set()
            answers = {key for key in app.pages[-1].shortcuts() if key in CODES.values()}
            assert answers - letters <= told[name], name

    for keys in ((), (pygame.K_h,), (pygame.K_ESCAPE, pygame.K_b), (pygame.K_ESCAPE, pygame.K_t)):
        press(app, *keys)
        look()
    press(app, pygame.K_ESCAPE, pygame.K_n)
    look()
    begin(app)
    look()
    play_quarters(app, 5)
    for keys in ((), (pygame.K_F4,), (pygame.K_ESCAPE, pygame.K_t), (pygame.K_ESCAPE, pygame.K_c)):
        press(app, *keys)
        look()
    for keys in ((pygame.K_ESCAPE, pygame.K_w), (pygame.K_ESCAPE, pygame.K_F10), (pygame.K_F10,)):
        press(app, *keys)
        look()
    app.stage.playing.ring_bell()
    app.go("debrief")
    settle(app)
    look()
    assert seen == set(KEYS)


def test_all_lines_have_names_of_their_own() -> None:
    held = list(_commands())
    assert len(held) == len(set(held))
    assert not [pair for pair in permutations(KEYS["quarter"], 2) if pair[0][0] == pair[1][0]]


# -- held keys --------------------------------------------------------------------------------------------------------


def test_one_press_is_one_quarter_however_long(app: App) -> None:
    begin(app)
    down(app, pygame.K_F10, 20)
    assert app.screen == "quarter"
    up(app, pygame.K_F10)
    down(app, pygame.K_F10, 20)
    assert app.screen == "results"
    assert len(app.stage.playing.quarters) == 1
    up(app, pygame.K_F10)
    down(app, pygame.K_RETURN, 20)
    assert app.screen == "quarter"
    assert len(app.stage.playing.quarters) == 1


def test_presses_that_came_in_one_batch_do_what_they_would_one_by_one(app: App) -> None:
    """What was queued while a quarter was played is answered by what is shown then, not by what is gone."""
    begin(app)
    press(app, pygame.K_F10)
    focus(app, "end")
    for _ in range(2):
        for kind in (pygame.KEYDOWN, pygame.KEYUP):
            pygame.event.post(pygame.event.Event(kind, key=pygame.K_RETURN, mod=0, unicode=""))
    settle(app)
    assert app.screen == "quarter"
    assert len(app.stage.playing.quarters) == 1


def test_a_double_click_ends_one_quarter_and_shows_its_results(app: App) -> None:
    begin(app)
    press(app, pygame.K_F10)
    button = app.window.find("end")
    assert button is not None
    k = app.window.k
    at = (round((button.area.x + button.area.w / 2) * k), round((button.area.y + button.area.h / 2) * k))
    for _ in range(2):
        pygame.event.post(pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=at, button=1))
        pygame.event.post(pygame.event.Event(pygame.MOUSEBUTTONUP, pos=at, button=1))
    settle(app)
    assert app.screen == "results"
    assert len(app.stage.playing.quarters) == 1


@pytest.mark.parametrize("key", [pygame.K_F4, pygame.K_ESCAPE, pygame.K_c, pygame.K_F1, pygame.K_h, pygame.K_F9])
def test_what_is_held_switches_once(app: App, key: int) -> None:
    begin(app)
    play_quarters(app, 2)
    down(app, key)
    after = (app.screen, [page.name for page in app.pages], app.stage.settings, dict(app.stage.picks))
    down(app, key, 15)
    assert (app.screen, [page.name for page in app.pages], app.stage.settings, app.stage.picks) == after
    up(app, key)
    down(app, key)
    assert (app.screen, [page.name for page in app.pages], app.stage.settings, app.stage.picks) != after


def test_sliders_lists_and_focus_go_on_while_a_key_is_held(app: App) -> None:
    press(app, pygame.K_n)
    down(app, pygame.K_DOWN, 2)
    assert app.stage.pick("scenario") == 2
    up(app, pygame.K_DOWN)
    begin(app)
    press(app, pygame.K_F10)
    focus(app, "price")
    down(app, pygame.K_RIGHT)
    once = app.stage.playing.decided(0).price[0, 0]
    down(app, pygame.K_RIGHT, 3)
    assert app.stage.playing.decided(0).price[0, 0] > once
    seen = set()
    for _ in range(5):
        down(app, pygame.K_TAB)
        assert app.window.focus is not None
        seen.add(app.window.focus.name)
    assert len(seen) == 5


def test_a_toggle_that_is_held_flips_once(app: App) -> None:
    begin(app)
    play_quarters(app, 2)
    press(app, pygame.K_F4)
    focus(app, "member mark")
    down(app, pygame.K_SPACE, 10)
    assert app.stage.playing.draft(0).join == {"mark": False}


def test_a_key_that_went_up_elsewhere_counts_again(app: App) -> None:
    down(app, pygame.K_F1)
    assert app.pages[-1].name == "help"
    pygame.event.post(pygame.event.Event(pygame.WINDOWFOCUSLOST))
    down(app, pygame.K_F1)
    assert app.pages[-1].name == "title"


# -- projector and full screen ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(("size", "theme"), [(1.0, "light"), (1.25, "dark"), (2.0, "dark")])
def test_the_projector_goes_on_and_off_anywhere(size: float, theme: str) -> None:
    app = open_game(text_size=size)
    app.stage.settings = Settings(text_size=size, theme=theme)
    begin(app)
    play_quarters(app, 1)
    for keys in ((), (pygame.K_F4,), (pygame.K_F1,), (pygame.K_h,)):
        press(app, *keys, pygame.K_F9)
        assert (app.window.text_size, app.window.theme) == (max(size, 1.5), "light")
        assert read_settings().projector
        press(app, pygame.K_F9)
        assert (app.window.text_size, app.window.theme) == (size, theme)


def test_choosing_a_size_by_hand_goes_on_from_what_the_projector_shows(app: App) -> None:
    press(app, pygame.K_F9, pygame.K_s)
    focus(app, "text size")
    press(app, pygame.K_RIGHT)
    settings = app.stage.settings
    assert (settings.text_size, settings.theme, settings.projector) == (1.75, "light", False)
    focus(app, "projector")
    press(app, pygame.K_SPACE)
    assert app.stage.settings.projector
    focus(app, "keys")
    press(app, pygame.K_RETURN)
    assert app.pages[-1].name == "keys"


def test_f11_fills_the_screen_and_goes_back(app: App) -> None:
    begin(app)
    press(app, pygame.K_F10)
    draft, size = app.stage.playing.draft(0), app.window.surface.get_size()
    press(app, pygame.K_F11)
    assert app.window.surface is pygame.display.get_surface()
    assert app.windowed == size
    assert not list(misfits(app))
    press(app, pygame.K_F11)
    assert app.window.surface.get_size() == size
    assert app.stage.playing.draft(0) == draft


# -- undo and redo ----------------------------------------------------------------------------------------------------


def changes(app: App) -> Iterator[None]:
    """One change of each kind that a quarter's draft knows, by keys."""
    for name, keys in (("price", (pygame.K_RIGHT,)), ("effort mark", (pygame.K_LEFT,)), ("quality", (pygame.K_END,))):
        focus(app, name)
        press(app, *keys)
        yield
    press(app, pygame.K_F4)
    for name, keys in (("pledge mark", (pygame.K_END,)), ("member mark", (pygame.K_SPACE,))):
        focus(app, name)
        press(app, *keys)
        yield
    press(app, pygame.K_F4, pygame.K_t, pygame.K_n, pygame.K_s)
    yield


def test_undo_takes_every_kind_of_change_back_and_redo_makes_it_again(app: App) -> None:
    begin(app)
    play_quarters(app, 2)
    session = app.stage.playing
    sheets = [session.draft(0)] + [session.draft(0) for _ in changes(app)]
    assert len({sheet.model_dump_json() for sheet in sheets}) == len(sheets) == 7
    assert app.screen == "townhall"
    for sheet in reversed(sheets[:-1]):
        press(app, pygame.K_u)
        assert session.draft(0) == sheet
    press(app, pygame.K_u, pygame.K_ESCAPE)
    assert session.draft(0) == sheets[0]
    for sheet in sheets[1:]:
        press(app, pygame.K_y)
        assert session.draft(0) == sheet
    press(app, pygame.K_u)
    focus(app, "price")
    press(app, pygame.K_RIGHT)
    changed = session.draft(0)
    press(app, pygame.K_y)
    assert session.draft(0) == changed


def test_help_tells_of_the_layout_that_is_on_the_window() -> None:
    """Where panels stand beside each other, left and right; where there are tabs, their keys."""
    app = open_game()
    begin(app)
    press(app, pygame.K_F10, pygame.K_F1)
    assert "Left you decide" in texts(app)
    app.window.dress(text_size=2.0)
    settle(app)
    assert "Left you decide" not in texts(app)
    assert "One part at a time" in texts(app)
