"""The window as a player uses it: keys alone, the mouse alone, undo, autosave, large text, trouble with the disk."""

import os
from pathlib import Path

import pygame
import pytest

from game import resources
from game.play import FIRST_EFFORT
from game.session.save import read
from game.view.app import App
from game.view.kit.control import Control
from game.view.kit.widget import walk
from tests.view.drive import (
    begin,
    click,
    focus,
    open_game,
    patiently,
    play_quarters,
    press,
    resize,
    settle,
    tap,
    to_the_debrief,
)


def test_a_whole_game_with_keys_alone(app: App) -> None:
    """From the title to the debrief: choose, decide, promise, join and leave, look around, save, play to the end."""
    press(app, pygame.K_n)
    assert app.screen == "picker"
    names = [entry.path.stem for entry in app.stage.shelf]
    press(app, *[pygame.K_DOWN] * names.index("tea"), pygame.K_RETURN)
    assert app.screen == "briefing"
    press(app, pygame.K_RETURN)
    assert app.screen == "quarter"
    focus(app, "price")
    press(app, pygame.K_RIGHT, pygame.K_RIGHT, pygame.K_LEFT)
    focus(app, "effort mark")
    press(app, pygame.K_LEFT, pygame.K_LEFT)
    session = app.stage.playing
    assert session.draft(0).effort == {"mark": pytest.approx(FIRST_EFFORT - 0.1)}
    assert session.draft(0).price is not None
    press(app, pygame.K_u)
    assert session.draft(0).effort == {"mark": pytest.approx(FIRST_EFFORT - 0.05)}
    press(app, pygame.K_F10)
    assert app.screen == "results"
    press(app, pygame.K_e)
    focus(app, "line sales")
    press(app, pygame.K_RETURN)
    assert app.stage.is_open("ledger", "sales")
    press(app, pygame.K_F10)
    press(app, pygame.K_F4)
    assert app.screen == "together"
    focus(app, "pledge mark")
    press(app, pygame.K_END)
    assert session.draft(0).pledge == {"mark": 1.0}
    focus(app, "member mark")
    press(app, pygame.K_SPACE)
    assert session.draft(0).join == {"mark": False}
    press(app, pygame.K_SPACE)
    press(app, pygame.K_F4)
    for key in (pygame.K_c, pygame.K_l, pygame.K_F1):
        press(app, key, pygame.K_ESCAPE)
        assert app.screen == "quarter"
    press(app, pygame.K_s)
    for _ in range(40):
        if app.screen == "debrief":
            break
        press(app, pygame.K_F10)
    assert app.screen == "debrief"
    assert session.finished
    assert 8 <= len(session.quarters) <= 10
    press(app, pygame.K_n)
    assert app.screen == "picker"
    press(app, pygame.K_ESCAPE)
    press(app, pygame.K_ESCAPE)


def test_a_quarter_with_the_mouse_alone(app: App) -> None:
    begin(app)
    for name in ("play", "end", "next"):
        widget = app.window.find(name)
        assert widget is not None
        click(app, widget)
    assert app.screen == "quarter"
    slider = app.window.find("price")
    assert slider is not None
    click(app, slider, at=(0.9, 0.5))
    assert app.stage.playing.decided(0).price[0, 0] == pytest.approx(2.08, abs=0.06)
    button = app.window.find("together more")
    assert button is not None
    click(app, button)
    toggle = app.window.find("member mark")
    assert toggle is not None
    click(app, toggle, at=(0.2, 0.5))
    assert app.stage.playing.draft(0).join == {"mark": False}


def test_a_quarter_without_changes_is_one_key(app: App) -> None:
    begin(app)
    press(app, pygame.K_RETURN)
    press(app, pygame.K_F10)
    assert app.screen == "results"
    assert len(app.stage.playing.quarters) == 1


@pytest.mark.parametrize("text_size", [1.0, 2.0])
def test_every_control_on_every_screen_is_reached_by_tab(text_size: float) -> None:
    app = open_game(text_size=text_size)

    def reachable() -> None:
        wanted = {widget.name for widget in walk(app.window.tree) if isinstance(widget, Control) and widget.focusable}
        assert "" not in wanted, app.screen
        seen = set()
        for _ in range(len(wanted) + 2):
            press(app, pygame.K_TAB)
            if app.window.focus is not None:
                seen.add(app.window.focus.name)
        assert seen == wanted, app.screen

    reachable()
    press(app, pygame.K_n)
    reachable()
    begin(app)
    reachable()
    play_quarters(app, 6)
    for tab in ("own", "map", "together", "news"):
        app.stage.picks["tab"] = tab
        settle(app)
        reachable()
    press(app, pygame.K_F4)
    reachable()
    press(app, pygame.K_ESCAPE, pygame.K_F10)
    for _ in range(3):
        reachable()
        app.window.set_focus("next")  # in the line for oneself letters are letters
        press(app, pygame.K_e)
    press(app, pygame.K_w)
    for side in ("choice", "paths"):
        app.stage.picks["if_side"] = side
        settle(app)
        reachable()
    press(app, pygame.K_ESCAPE)
    to_the_debrief(app)
    for _ in range(2):
        reachable()
        app.window.set_focus("again")
        press(app, pygame.K_e)


def test_what_is_in_focus_is_in_sight(app: App) -> None:
    """In large text panels scroll; Tab brings each control into its window."""
    app.window.dress(text_size=2.0)
    begin(app)
    play_quarters(app, 6)
    app.stage.picks["tab"] = "own"
    settle(app)
    from game.view.kit.scroll import Scroll

    for _ in range(12):
        press(app, pygame.K_TAB)
        focus = app.window.focus
        assert focus is not None
        for widget in walk(app.window.tree):
            if isinstance(widget, Scroll) and focus in list(walk(widget.kid)):
                assert focus.area.bottom <= widget.area.bottom + 1
                assert focus.area.y >= widget.area.y - 1


def test_text_size_theme_and_window_change_without_losing_the_draft(app: App) -> None:
    begin(app)
    press(app, pygame.K_RETURN)
    focus(app, "price")
    press(app, pygame.K_RIGHT)
    before = app.stage.playing.draft(0)
    press(app, pygame.K_ESCAPE)
    focus(app, "settings")
    press(app, pygame.K_RETURN)
    focus(app, "text size")
    press(app, pygame.K_END)
    assert app.window.text_size == 2.0
    focus(app, "theme")
    press(app, pygame.K_RIGHT)
    assert app.window.theme == "dark"
    press(app, pygame.K_ESCAPE)
    for size in ((800, 600), (640, 360), (2560, 1080), (1280, 720)):
        resize(app, size)
        assert app.window.surface.get_size() == size
    assert app.stage.playing.draft(0) == before
    press(app, pygame.K_F10)
    assert len(app.stage.playing.quarters) == 1


def test_closing_the_window_saves_and_continue_goes_on_there(app: App, data_folder: Path) -> None:
    begin(app)
    play_quarters(app, 3)
    focus(app, "price")
    press(app, pygame.K_RIGHT)
    draft, digest = app.stage.playing.draft(0), app.stage.playing.quarters[-1].digest
    pygame.event.post(pygame.event.Event(pygame.QUIT))
    app.frame(pygame.event.get())
    assert not app.running
    assert len(list((data_folder / "saves").glob("autosave-*.guildmark"))) <= 6
    again = open_game()
    assert again.stage.saves[0].quarter == 4
    press(again, pygame.K_RETURN)
    assert again.screen == "quarter"
    assert again.stage.playing.quarters[-1].digest == digest
    assert again.stage.playing.draft(0) == draft


def test_autosaves_at_both_ends_of_a_quarter(app: App, data_folder: Path) -> None:
    begin(app)
    press(app, pygame.K_RETURN)
    focus(app, "price")
    press(app, pygame.K_RIGHT, pygame.K_F10)
    paths = sorted((data_folder / "saves").glob("autosave-*.guildmark"))
    held = [read(path).content for path in paths]
    assert [len(content.quarters) for content in held] == [0, 0, 1]
    sent = held[2].quarters[0].sheets["0"]
    assert sent is not None
    assert held[1].drafts["0"].price == sent.price


def test_a_damaged_newest_save_is_told_and_the_one_before_offered(app: App, data_folder: Path) -> None:
    begin(app)
    play_quarters(app, 2)
    newest = max((data_folder / "saves").iterdir(), key=lambda path: path.stat().st_mtime_ns)
    newest.write_bytes(newest.read_bytes()[:2000])
    app.go("title")
    settle(app)
    assert app.stage.saves
    assert app.stage.saves[0].path != newest
    press(app, pygame.K_RETURN)
    assert app.screen == "quarter"


def test_a_save_that_breaks_inside_is_told_on_the_title(app: App, data_folder: Path) -> None:
    begin(app)
    play_quarters(app, 1)
    for path in (data_folder / "saves").iterdir():
        text = path.read_text(encoding="utf-8")
        path.write_text(
            text.replace('"outcome":"', '"outcome":"AA').replace('"state":"', '"state":"AA'), encoding="utf-8"
        )
    app.go("title")
    settle(app)
    press(app, pygame.K_RETURN)
    assert app.screen == "title"
    assert "damaged" in app.stage.notice


@pytest.mark.skipif(os.name == "nt", reason="a file in the place of a folder is refused differently there")
def test_a_folder_that_can_t_be_written_to_stops_nothing(data_folder: Path) -> None:
    data_folder.write_text("a file where a folder should be", encoding="utf-8")
    app = open_game()
    begin(app)
    play_quarters(app, 2)
    assert app.screen == "quarter"
    assert "can't be saved" in app.stage.notice
    press(app, pygame.K_s)
    assert "can't be saved" in app.stage.notice


def test_the_bell_ends_the_game_after_asking_once(app: App) -> None:
    begin(app)
    play_quarters(app, 3)
    press(app, pygame.K_ESCAPE)
    focus(app, "bell")
    press(app, pygame.K_RETURN)
    assert not app.stage.playing.finished
    press(app, pygame.K_RETURN)
    assert app.screen == "debrief"
    assert len(app.stage.playing.quarters) == 3


def test_a_broken_scenario_is_listed_with_its_faults(app: App, data_folder: Path) -> None:
    folder = data_folder / "scenarios"
    folder.mkdir(parents=True)
    (folder / "mine.toml").write_text("format = 1\n[about]\ntitle = 3\n", encoding="utf-8")
    press(app, pygame.K_n)
    entry = app.stage.shelf[-1]
    assert entry.path.name == "mine.toml"
    assert entry.scenario is None
    for _ in range(len(app.stage.shelf) - 1):
        press(app, pygame.K_DOWN)
    press(app, pygame.K_RETURN)
    assert app.pages[-1].name == "faults"
    press(app, pygame.K_ESCAPE)
    assert app.screen == "picker"
    press(app, pygame.K_f)
    assert app.pages[-1].name == "faults"


def test_a_scenario_saved_as_text_is_listed_with_its_remedy(app: App, data_folder: Path) -> None:
    folder = data_folder / "scenarios"
    folder.mkdir(parents=True)
    shipped = (resources.scenarios() / "tea.toml").read_bytes()
    (folder / "guitars.toml.txt").write_bytes(shipped)
    (folder / "notes.txt").write_text("nothing", encoding="utf-8")
    press(app, pygame.K_n)
    entry = app.stage.shelf[-1]
    assert entry.path.name == "guitars.toml.txt"
    assert entry.scenario is None
    assert [(fault.code, fault.suggestion) for fault in entry.faults] == [("not-toml-name", "guitars.toml")]
    assert "rename" in entry.first_fault
    (folder / "guitars.toml.txt").rename(folder / "guitars.toml")
    press(app, pygame.K_ESCAPE)
    press(app, pygame.K_n)
    assert app.stage.shelf[-1].scenario is not None


def test_a_new_scenario_is_measured_without_a_long_frame_and_can_be_cancelled(app: App, data_folder: Path) -> None:
    import time

    folder = data_folder / "scenarios"
    folder.mkdir(parents=True)
    from game import resources

    shipped = (resources.scenarios() / "tea.toml").read_text(encoding="utf-8")
    text = shipped.replace("audit = 0.10", "audit = 0.11")
    assert text != shipped
    (folder / "mine.toml").write_text(text, encoding="utf-8")
    press(app, pygame.K_n)
    for _ in range(len(app.stage.shelf) - 1):
        press(app, pygame.K_DOWN)
    tap(app, pygame.K_RETURN)
    assert app.work is not None
    assert app.pages[-1].name == "wait"
    tap(app, pygame.K_ESCAPE)
    assert app.work is None
    assert app.screen == "picker"
    tap(app, pygame.K_RETURN)
    frames = []
    for _ in patiently(lambda: app.work is not None):
        began = time.perf_counter()
        app.frame(pygame.event.get())
        frames.append(time.perf_counter() - began)
    assert app.screen == "briefing"
    assert len(frames) > 20
    assert (data_folder / "bands.json").exists()
