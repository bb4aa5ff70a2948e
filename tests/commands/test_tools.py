"""The tools for authors, which `python -m` starts: what they measure, keep and print, and what bad input gets."""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from game import resources
from game.cli import tool
from game.insight import kept
from game.insight.band import band_digest
from game.insight.phase import phase_digest
from game.rivals.difficulty import DIFFICULTIES
from game.scenario.read import load
from tests.started import started

ROOT = Path(__file__).parents[2]
STARTED = "python -m game.insight"


def called(module: str, *arguments: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", module, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", cwd=ROOT, timeout=300, check=False)


@pytest.mark.parametrize(
    ("arguments", "mentions"),
    [(("shoe",), "shoes"), (("scenarios/template.toml",), "watches"), (("band", "--show"), "bands"), (("-x",), "-x")],
)
def test_a_wrong_name_gets_a_sentence(arguments: tuple[str, ...], mentions: str) -> None:
    done = called("game.insight", *arguments)
    assert done.returncode == 2, done.stderr
    assert mentions in done.stderr
    assert "Traceback" not in done.stderr


def test_help_measures_nothing() -> None:
    done = called("game.insight", "--help")
    assert done.returncode == 0, done.stderr
    assert "bands" in done.stdout
    assert "--show" in done.stdout


@pytest.fixture
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with two of the shipped scenarios and all that is kept."""
    for name in ("first_quarter.toml", "shoes.toml", "bands.json", "phases.json"):
        shutil.copy(resources.scenarios() / name, tmp_path / name)
    monkeypatch.setattr(resources, "scenarios", lambda: tmp_path)
    return tmp_path


def test_what_was_measured_is_kept_and_shown_and_what_nobody_needs_goes(
    shelf: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first = load(shelf / "first_quarter.toml")
    slots = [slot for slot, firm in enumerate(first.firms) if firm.seat]
    needed = {band_digest(first, slot, difficulty) for slot in slots for difficulty in DIFFICULTIES}
    before, path = kept.read(shelf / "bands.json"), shelf / "bands.json"
    others = {name: band for name, band in before.items() if name not in needed}
    kept.write(path, others | {"0" * 24: next(iter(others.values()))})
    assert tool("measure", STARTED, ["bands", "first_quarter", "--show"]) == 1, "nothing is there to be shown"
    assert tool("measure", STARTED, ["bands", "first_quarter"]) == 0
    after, said = kept.read(path), capsys.readouterr()
    assert needed <= set(after)
    assert "0" * 24 not in after
    shoes = load(shelf / "shoes.toml")
    assert after[band_digest(shoes, 0)] == before[band_digest(shoes, 0)], "what is kept of others stays"
    assert "no scenario needs any more" in said.err
    band = after[band_digest(first, 0)]
    assert len(said.out.split("answer in kind")) == 3, "a table a seat"
    assert ["all", "firms", "keep", f"{band.all_keep[-1]:.0f}"] in [line.split() for line in said.out.splitlines()]
    assert not list(shelf.glob(".*")), "nothing half written is left"


@pytest.mark.skipif(os.name == "nt", reason="no such signal there")
def test_measuring_that_is_stopped_ends_and_leaves_what_was_kept() -> None:
    path = resources.scenarios() / "bands.json"
    before = path.read_bytes()
    process = started([sys.executable, "-m", "game.insight", "bands", "watches"])
    assert process.stderr is not None
    assert process.stderr.readline()  # it says what it begins
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=60)
    assert process.returncode == 1
    assert "Stopped." in said
    assert path.read_bytes() == before


def test_a_damaged_file_is_not_written_over_by_a_part(shelf: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = shelf / "phases.json"
    path.write_text("<<<<<<< HEAD\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
    before = path.read_bytes()
    assert tool("measure", STARTED, ["phases", "first_quarter"]) == 2
    assert str(path) in capsys.readouterr().err
    assert path.read_bytes() == before


def test_a_faulty_neighbour_is_named(shelf: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (shelf / "broken.toml").write_text("[about]\nnme = 1\n", encoding="utf-8")
    assert tool("measure", STARTED, ["first_quarter"]) == 1
    assert "broken.toml:2:1" in capsys.readouterr().err


def test_maps_are_shown_in_points(capsys: pytest.CaptureFixture[str]) -> None:
    """Of a scenario whose map is kept, the level at which charts draw the line."""
    assert tool("measure", STARTED, ["phases", "shoes", "--show"]) == 0
    held = json.loads((resources.scenarios() / "phases.json").read_text(encoding="utf-8"))
    plain = held[phase_digest(load(resources.shipped_scenarios()["shoes"]))]
    rows = [line.split() for line in capsys.readouterr().out.splitlines() if line.startswith("nobody keeps")]
    assert rows[0][2:4] == [str(round(100 * plain[name][2] / plain["scale"])) for name in ("on", "off")]


SHARES = "game.learning.goal_shares"


@pytest.mark.parametrize(
    ("arguments", "code", "mentions"),
    [
        (("shoe",), 2, "shoes"),
        (("nowhere.toml",), 2, "nowhere.toml"),
        (("tests/scenario/bad/misspelt_key.toml",), 1, "misspelt_key.toml:14:1"),
        (("sandbox",), 1, "[[goals]]"),
        (("shoes", "none"), 2, "none"),
        ((), 2, "NAME"),
    ],
)
def test_goal_shares_say_what_is_wrong(arguments: tuple[str, ...], code: int, mentions: str) -> None:
    done = called(SHARES, *arguments)
    assert done.returncode == code, done.stderr
    assert mentions in done.stderr
    assert "Traceback" not in done.stderr


def test_goal_shares_are_those_that_the_shoes_file_says() -> None:
    """Its comment beside the goals: as its own manager, and behind the stroke if it never keeps; asked by path."""
    path = resources.scenarios() / "shoes.toml"
    done = called(SHARES, path)
    assert done.returncode == 0, done.stderr
    found = [tuple(map(int, line.split()[-2:])) for line in done.stdout.splitlines()[2:-1]]
    written = re.findall(r"(\d+)/(\d+) %", path.read_text(encoding="utf-8"))
    assert found == [tuple(map(int, pair)) for pair in written]
