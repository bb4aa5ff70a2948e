"""A file in the player's own scenario folder has a name on the command line, as shipped scenarios have."""

from pathlib import Path

import pytest

from game import resources
from game.folders import own_scenarios_folder
from tests.commands.test_commands import guildmark, told

TEA = resources.scenarios() / "tea.toml"


@pytest.fixture
def guitars() -> Path:
    """An own scenario, as a teacher keeps it."""
    path = own_scenarios_folder() / "guitars.toml"
    path.parent.mkdir(parents=True, exist_ok=True)
    text = (resources.scenarios() / "first_quarter.toml").read_text(encoding="utf-8")
    path.write_text(text.replace("[about]", "[about] # guitars", 1), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    "command", [("check",), ("simulate", "--runs", "1", "--policy", "never"), ("report", "--guide")]
)
def test_an_own_scenario_is_found_by_its_name(command: tuple[str, ...], guitars: Path, tmp_path: Path) -> None:
    name, *options = command
    out = ["--out", tmp_path / "guide"] if name == "report" else []
    done = guildmark(name, *options, "guitars", *out) if name == "report" else guildmark(name, "guitars", *options)
    assert done.returncode == 0, done.stderr
    if name == "check":
        assert str(guitars) in done.stdout


def test_a_shipped_name_goes_first_and_the_clash_is_told(guitars: Path) -> None:
    own = guitars.with_name("tea.toml")
    guitars.rename(own)
    done = guildmark("check", "tea")
    assert done.returncode == 0
    assert str(TEA) in done.stdout
    assert f"give its path: {own}" in done.stderr
    assert not guildmark("check", own).stderr


@pytest.mark.parametrize(("given", "meant"), [("guitar", "guitars"), ("Guitars", "guitars"), ("neckty", "neckties")])
def test_near_names_are_suggested_with_own_ones(given: str, meant: str, guitars: Path) -> None:
    said = told(guildmark("check", given), 2)
    assert f"Did you mean {meant}?" in said
    assert "Or give the file's path" in said
    assert str(guitars.parent) in said


def test_where_no_name_is_near_none_is_suggested(guitars: Path) -> None:
    said = told(guildmark("check", "xylophones"), 2)
    assert "Did you mean" not in said
    assert "the file's path" in said
    assert not [name for name in (*resources.shipped_scenarios(), "guitars") if f" {name}" in said]


def test_check_says_that_a_file_saved_as_text_has_to_be_renamed(guitars: Path) -> None:
    as_text = guitars.rename(guitars.with_name("guitars.toml.txt"))
    done = guildmark("check", as_text)
    assert (done.returncode, done.stderr) == (1, "")
    assert "rename" in done.stdout
    assert "did you mean guitars.toml?" in done.stdout
    said = told(guildmark("check", "guitars"), 2)
    assert "rename" in said
    assert said.startswith(f"{as_text}: ")
