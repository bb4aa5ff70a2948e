"""A copy of the game with files missing or damaged still runs, in real processes, and says what is wrong."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from game import resources
from game.view.kit.fonts import FACES
from game.wording.words import Words

ROOT = Path(__file__).parents[2]
STARTED = """
import sys
from game import resources
from pathlib import Path
resources.assets = lambda: Path(sys.argv[1])
import pygame
from game.cli import main
from game.view import app as module
def few(app):
    for key in (pygame.K_F1, pygame.K_ESCAPE, pygame.K_s, pygame.K_ESCAPE, pygame.K_n, pygame.K_DOWN):
        app.frame([pygame.event.Event(pygame.KEYDOWN, key=key, mod=0, unicode="")])
    from game.view.kit.widget import walk
    from game.view.kit.widgets import Label, now
    app.go("title")
    app.frame([])
    shown = [now(widget.content) for widget in walk(app.window.tree) if isinstance(widget, Label)]
    print("\\n".join(shown))
    print("still running" if app.running else "stopped")
module.run = few
raise SystemExit(main([]))
"""


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """Assets that may be spoiled."""
    held = tmp_path / "assets"
    shutil.copytree(resources.assets(), held)
    return held


def start(assets: Path, language: str = "en") -> "subprocess.CompletedProcess[str]":
    data = assets.parent / "player"
    data.mkdir(exist_ok=True)
    (data / "settings.json").write_text(f'{{"language": "{language}"}}', encoding="utf-8")
    return subprocess.run(
        [sys.executable, "-c", STARTED, str(assets)],
        cwd=ROOT,
        env=os.environ | {"GUILDMARK_DATA": str(data)},
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=300,
    )


SPOILT: dict[str, Callable[[Path], object]] = {
    "missing": Path.unlink,
    "empty": lambda path: path.write_bytes(b""),
    "garbage": lambda path: path.write_bytes(b"no font at all" * 50),
    "half": lambda path: path.write_bytes(path.read_bytes()[: path.stat().st_size // 2]),
    "a folder": lambda path: path.rename(path.with_suffix(".old")).with_suffix(".ttf").mkdir(),
}


@pytest.mark.parametrize("how", SPOILT)
def test_a_lost_font_is_told_and_another_stands_in(copy: Path, how: str) -> None:
    name = FACES["sans"]
    SPOILT[how](copy / "fonts" / name)
    done = start(copy)
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout.endswith("still running\n")
    told = Words().say("app-lost-fonts", files=name, count=1)
    assert told in done.stdout, "in the window"
    assert done.stderr.count(told) == 1, "and once where it was started"


def test_without_any_font_the_game_still_runs(copy: Path) -> None:
    shutil.rmtree(copy / "fonts")
    done = start(copy)
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    assert "still running" in done.stdout
    assert "NotoSans-Bold.ttf" in done.stderr


def test_a_whole_installation_says_nothing(copy: Path) -> None:
    done = start(copy)
    assert done.returncode == 0
    assert done.stderr == ""


def test_without_a_chinese_font_the_other_weight_stands_in(copy: Path) -> None:
    (copy / "fonts" / FACES["han"]).write_bytes(b"")
    done = start(copy, "zh-Hans")
    assert done.returncode == 0, done.stderr
    assert Words("zh-Hans").say("app-lost-fonts", files=FACES["han"], count=1) in done.stdout


def test_a_lost_catalogue_comes_from_english_and_lost_english_shows_its_ids(copy: Path) -> None:
    (copy / "text" / "zh-Hans" / "title.ftl").unlink()
    done = start(copy, "zh-Hans")
    assert done.returncode == 0, done.stderr
    chinese = Words("zh-Hans")
    assert chinese.say("app-line") in done.stdout
    assert "100 %" in done.stdout
    (copy / "text" / "en" / "title.ftl").write_bytes(b"\xff\xfe\x00")
    done = start(copy)
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    assert "<title-text-size>" in done.stdout
    assert Words().say("app-line") in done.stdout


def test_a_broken_language_of_a_third_party_breaks_nothing(copy: Path) -> None:
    (copy / "text" / "fr").mkdir()
    (copy / "text" / "fr" / "app.ftl").write_text("app-language = Français\napp-line = { $\n", encoding="utf-8")
    (copy / "text" / "fr" / "title.ftl").write_bytes(bytes(range(256)))
    done = start(copy, "fr")
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    assert Words().say("app-line") in done.stdout
