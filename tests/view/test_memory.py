"""A long game in one window: what the process holds after forty quarters, twenty text sizes and twenty window sizes."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
BAR = 1.3  # of what it held after the first quarter
STATUS = Path("/proc/self/status")
WINDOW = """
import gc, itertools, sys
from pathlib import Path
import pygame
from game.scenario.read import load
from game.view.actions import Set
from game.view.app import open_window
from game.view.stage import TEXT_SIZES, Stage
from game.view.start import start_game
from game.wording.words import Words
from tests.view.drive import press, resize, settle

def held():
    gc.collect()
    return next(int(line.split()[1]) for line in open("/proc/self/status") if line.startswith("VmRSS"))

def quarter(app):
    press(app, pygame.K_F10)
    for _ in range(3):
        press(app, pygame.K_e)  # the three depths
    press(app, pygame.K_c, pygame.K_c, pygame.K_ESCAPE, pygame.K_F10)
    press(app, pygame.K_F4, pygame.K_F4)

if __name__ == "__main__":
    path, quarters, changes = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    app = open_window(Stage(Words()))
    start_game(app, load(path), path.read_text(encoding="utf-8"), path, 0, "normal", "", 7)
    settle(app)
    press(app, pygame.K_RETURN)
    quarter(app)
    settle(app)
    first = held()
    for _ in range(quarters - 1):
        quarter(app)
    sizes = itertools.cycle(TEXT_SIZES)
    for _ in range(changes):
        app.apply(Set("text_size", next(sizes)))
        settle(app)
    app.apply(Set("text_size", 1.0))
    windows = itertools.cycle([(1600, 900), (1024, 768), (1920, 1080), (960, 540), (1280, 720)])
    for _ in range(changes):
        resize(app, next(windows))
    print("held", app.stage.playing.quarter, first, held())
    app.close()
"""


@pytest.mark.skipif(not STATUS.is_file(), reason="reads what the process holds where Linux tells it")
def test_a_long_game_holds_little_more_than_its_first_quarter(tmp_path: Path, count: Callable[[int, int], int]) -> None:
    quarters = count(8, 40)
    scenario = (ROOT / "scenarios" / "tea.toml").read_text(encoding="utf-8")
    assert "\nmin = 8\nmax = 10\n" in scenario
    long = tmp_path / "long.toml"
    long.write_text(scenario.replace("\nmin = 8\nmax = 10\n", "\nmin = 60\nmax = 60\n"), encoding="utf-8")
    window = tmp_path / "window.py"  # a file: the process beside the window starts from it anew
    window.write_text(WINDOW, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, str(window), str(long), str(quarters), str(count(5, 20))],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)},  # the window is driven as in all tests of the view
        capture_output=True,
        text=True,
        check=False,
        timeout=1800,
    )
    assert done.returncode == 0, done.stderr
    _, quarter, first, last = done.stdout.splitlines()[-1].split()
    assert int(quarter) == quarters + 1
    assert int(last) <= BAR * int(first), f"{first} kB after the first quarter, {last} kB at the end"
