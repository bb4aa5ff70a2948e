"""Nothing is lost: the window is closed at any moment, the process is ended or killed, two windows are open at once."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pygame
import pytest

from game.session.save import read
from game.view.app import App, run
from game.view.keeping import keep_what_was_typed
from game.view.memory import KEPT_AUTOSAVES, unfinished_games
from game.view.running import Mark
from tests.view.drive import PATIENCE, begin, focus, open_game, patiently, play_quarters, press, settle, tap, texts

ROOT = Path(__file__).parents[2]
DECIDING = """
import pygame
from game.view.app import run
from tests.view.drive import begin, focus, open_game, press
app = open_game()
begin(app, "first_quarter")
press(app, pygame.K_F10, pygame.K_F10, pygame.K_F10)
focus(app, "price")
press(app, pygame.K_RIGHT, pygame.K_RIGHT)
print(app.stage.playing.draft(app.stage.slot).model_dump_json(), flush=True)
run(app)
"""


def close(app: App) -> None:
    """The window's own button."""
    pygame.event.post(pygame.event.Event(pygame.QUIT))
    app.frame(pygame.event.get())
    assert not app.running


@contextmanager
def started(*arguments: str) -> Iterator["subprocess.Popen[str]"]:
    """The program, or a script, as a process of its own, which is gone afterwards."""
    environment = os.environ | {"PYTHONPATH": str(ROOT), "PYGAME_HIDE_SUPPORT_PROMPT": "1"}
    with subprocess.Popen(
        [sys.executable, *arguments],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def wait_until(true: Callable[[], bool]) -> None:
    for _ in patiently(lambda: not true()):
        time.sleep(0.05)


def marks(folder: Path) -> list[Path]:
    return list(folder.glob("running-*"))


def newest_draft(folder: Path) -> dict[str, object]:
    saves = sorted((folder / "saves").glob("autosave-*.guildmark"), key=lambda path: path.stat().st_mtime_ns)
    content = json.loads(saves[-1].read_text(encoding="utf-8")) if saves else {}
    drafts = content.get("drafts", {})
    return dict(drafts.get("0", {}))


# -- the window is closed ---------------------------------------------------------------------------------------------

MOMENTS: dict[str, tuple[int, ...]] = {
    "quarter": (),
    "together": (pygame.K_F4,),
    "town hall": (pygame.K_t,),
    "a motion being written": (pygame.K_t, pygame.K_n),
    "what if": (pygame.K_w,),
    "charts": (pygame.K_c,),
    "results": (pygame.K_r,),
    "help": (pygame.K_F1,),
    "all keys": (pygame.K_F1, pygame.K_k, pygame.K_RETURN),
    "library": (pygame.K_h, pygame.K_m),
    "menu": (pygame.K_ESCAPE,),
    "news": (pygame.K_l,),
}


def test_closing_on_any_screen_keeps_the_draft_for_continue(app: App) -> None:
    begin(app)
    play_quarters(app, 2)
    for moment, keys in MOMENTS.items():
        focus(app, "price")
        press(app, pygame.K_RIGHT)
        draft = app.stage.playing.draft(0)
        press(app, *keys)
        close(app)
        app = open_game()
        assert app.window.focus is not None
        assert app.window.focus.name == "continue"
        press(app, pygame.K_RETURN)
        assert app.screen == "quarter", moment
        assert app.stage.playing.draft(0) == draft, moment


def test_closing_while_a_slider_is_dragged_keeps_where_it_was(app: App) -> None:
    begin(app)
    play_quarters(app, 1)
    slider = app.window.find("price")
    assert slider is not None
    y = round((slider.area.y + slider.area.h / 2) * app.window.k)
    for kind, part in ((pygame.MOUSEBUTTONDOWN, 0.5), (pygame.MOUSEMOTION, 0.7), (pygame.MOUSEMOTION, 0.9)):
        x = round((slider.area.x + slider.area.w * part) * app.window.k)
        pygame.event.post(pygame.event.Event(kind, pos=(x, y), button=1, rel=(1, 0), buttons=(1, 0, 0)))
    close(app)
    draft = app.stage.playing.draft(0)
    assert draft.price is not None
    assert app.stage.playing.decided(0).price[0, 0] == pytest.approx(2.08, abs=0.06)
    again = open_game()
    press(again, pygame.K_RETURN)
    assert again.stage.playing.draft(0) == draft


def test_closing_while_work_runs_beside_the_window_keeps_the_draft(app: App) -> None:
    begin(app)
    play_quarters(app, 1)
    focus(app, "price")
    press(app, pygame.K_RIGHT, pygame.K_c)
    app.stage.phase, app.stage.picks["chart"] = None, "region"
    settle(app)
    tap(app, pygame.K_m)
    assert app.pages[-1].name == "wait"
    draft = app.stage.playing.draft(0)
    close(app)
    again = open_game()
    press(again, pygame.K_RETURN)
    assert again.stage.playing.draft(0) == draft
    app.stop_work()


# -- the process ends -------------------------------------------------------------------------------------------------


@pytest.mark.skipif(os.name == "nt", reason="a process is asked to end in another way there")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_the_real_program_that_is_asked_to_end_saves_and_says_nothing(number: int, data_folder: Path) -> None:
    with started("main.py", "play", "first_quarter") as process:
        wait_until(lambda: bool(marks(data_folder)) or process.poll() is not None)
        process.send_signal(number)
        out, errors = process.communicate(timeout=PATIENCE)
    assert (process.returncode, out, errors) == (0, "", "")
    assert [line.quarter for line in unfinished_games()] == [1]
    assert not marks(data_folder)


@pytest.mark.skipif(os.name == "nt", reason="a process is asked to end in another way there")
def test_a_process_that_is_asked_to_end_keeps_the_draft(data_folder: Path) -> None:
    with started("-c", DECIDING) as process:
        assert process.stdout is not None
        draft = json.loads(process.stdout.readline())
        wait_until(lambda: bool(marks(data_folder)))
        process.terminate()
        process.communicate(timeout=PATIENCE)
    assert process.returncode == 0
    assert newest_draft(data_folder)["price"] == pytest.approx(draft["price"])


@pytest.mark.skipif(os.name == "nt", reason="a process is killed in another way there")
def test_a_process_that_is_killed_loses_at_most_a_moment_and_the_next_start_says_so(data_folder: Path) -> None:
    with started("-c", DECIDING) as process:
        assert process.stdout is not None
        draft = json.loads(process.stdout.readline())
        wait_until(lambda: newest_draft(data_folder).get("price") == pytest.approx(draft["price"]))
        wait_until(lambda: any(path.read_text(encoding="utf-8") for path in marks(data_folder)))
    assert len(marks(data_folder)) == 1

    app = open_game()
    pygame.event.post(pygame.event.Event(pygame.QUIT))
    run(app)
    assert app.window.focus is not None
    assert app.window.focus.name == "continue"
    assert app.stage.notice == app.stage.say("title-left", scenario=app.stage.saves[0].title, quarter=2)
    assert app.stage.notice in texts(app)
    assert not marks(data_folder)

    again = open_game()
    press(again, pygame.K_RETURN)
    assert again.stage.playing.quarter == 2
    assert again.stage.playing.draft(0).price == pytest.approx(draft["price"])
    pygame.event.post(pygame.event.Event(pygame.QUIT))
    run(again)
    assert again.stage.notice == ""


def test_an_orderly_end_is_not_told(data_folder: Path) -> None:
    app = open_game()
    begin(app)
    play_quarters(app, 1)
    for _ in range(2):
        pygame.event.post(pygame.event.Event(pygame.QUIT))
        run(app)
        assert not marks(data_folder)
        app = open_game()
        assert app.stage.notice == ""


# -- marks and autosaves ----------------------------------------------------------------------------------------------


def test_windows_side_by_side_leave_each_other_alone(tmp_path: Path) -> None:
    one, other = Mark(tmp_path), Mark(tmp_path)
    one.note("autosave-0001.guildmark")
    other.note("autosave-0002.guildmark")
    assert one.left == other.left == []
    assert one._file is not None
    one._file.close()  # as it happens to a process that is killed
    third, fourth = Mark(tmp_path), Mark(tmp_path)
    assert third.left == ["autosave-0001.guildmark"]
    assert fourth.left == []
    for mark in (other, third, fourth):
        mark.remove()
    assert not marks(tmp_path)


def test_a_mark_that_names_nothing_or_nonsense_is_no_reason_to_speak(data_folder: Path) -> None:
    data_folder.mkdir(parents=True)
    for name, content in (("running-1-a", b""), ("running-2-b", b"\xff\xfe\x00"), ("running-3-c", b"../../x")):
        (data_folder / name).write_bytes(content)
    (data_folder / "running-4-d").mkdir()
    app = open_game()
    pygame.event.post(pygame.event.Event(pygame.QUIT))
    run(app)
    assert app.stage.notice == ""


def test_the_draft_is_kept_in_place_and_games_of_two_windows_apart(data_folder: Path) -> None:
    one, other = open_game(), open_game()
    for seed, window in enumerate((one, other)):
        begin(window, seed=seed)
        press(window, pygame.K_F10)
    held = sorted((data_folder / "saves").iterdir())
    assert len(held) == 2
    focus(one, "price")
    press(one, pygame.K_END)
    for _ in range(3):
        keep_what_was_typed(one)
        keep_what_was_typed(other)
    assert sorted((data_folder / "saves").iterdir()) == held
    prices = [read(path).content.drafts["0"].price for path in held]
    assert prices == [one.stage.playing.draft(0).price, None]


def test_a_draft_that_can_t_be_kept_is_told_once_and_play_goes_on(app: App, data_folder: Path) -> None:
    begin(app)
    play_quarters(app, 1)
    path = app.stage.kept.path if app.stage.kept is not None else None
    assert path is not None
    path.unlink()
    path.mkdir()
    focus(app, "price")
    press(app, pygame.K_RIGHT)
    keep_what_was_typed(app)
    assert "can't be saved" in app.stage.notice
    app.stage.notice = ""
    keep_what_was_typed(app)
    assert app.stage.notice == ""
    press(app, pygame.K_F10)
    assert app.screen == "results"
    assert len(list((data_folder / "saves").glob("autosave-*"))) <= KEPT_AUTOSAVES + 1


# -- the list of saved games ------------------------------------------------------------------------------------------


@pytest.fixture
def played(app: App) -> App:
    begin(app)
    play_quarters(app, 2)
    press(app, pygame.K_s)
    play_quarters(app, 1)
    app.go("title")
    settle(app)
    return app


def test_every_autosave_can_be_opened_from_the_title(played: App) -> None:
    press(played, pygame.K_o)
    assert played.pages[-1].name == "saves"
    shown = texts(played)
    assert shown.count("autosave") == KEPT_AUTOSAVES
    assert shown.count("saved by hand") == 1
    assert "quarter 2" in shown
    at = shown.splitlines()
    second = next(place for place, line in enumerate(line for line in at if "__" in line) if "quarter 2" in line)
    press(played, *[pygame.K_DOWN] * second, pygame.K_RETURN)
    assert played.screen == "quarter"
    assert played.stage.playing.quarter == 2


def test_without_a_saved_game_the_list_says_so(app: App) -> None:
    press(app, pygame.K_o)
    assert app.stage.say("title-saves-none") in texts(app)
    press(app, pygame.K_RETURN)
    assert len(app.pages) == 1


def test_games_that_are_over_and_damaged_files_do_no_harm(played: App, data_folder: Path) -> None:
    (data_folder / "saves" / "broken.guildmark").write_text("{", encoding="utf-8")
    press(played, pygame.K_RETURN)
    played.stage.playing.ring_bell()
    press(played, pygame.K_s, pygame.K_ESCAPE)
    played.go("title")
    settle(played)
    press(played, pygame.K_o)
    shown = texts(played)
    assert "broken" not in shown
    assert "played to quarter" in shown
    press(played, pygame.K_RETURN)
    assert played.screen == "debrief"


def test_another_game_s_autosave_is_never_written_into(app: App, data_folder: Path) -> None:
    """A game put on the stage from elsewhere has no autosave yet, so it gets one of its own when the window closes."""
    begin(app, seed=1)
    play_quarters(app, 1)
    held = {path: path.read_bytes() for path in (data_folder / "saves").iterdir()}
    kept = app.stage.kept
    begin(app, seed=2)
    app.stage.kept = kept
    keep_what_was_typed(app)
    close(app)
    assert {path: path.read_bytes() for path in held} == held
    assert len(list((data_folder / "saves").iterdir())) == len(held) + 1
