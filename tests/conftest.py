"""Fixtures of the suite. `--full` plays the counts that the issues name; without it the same tests run on fewer."""

import os
from collections.abc import Callable
from pathlib import Path

os.environ["SDL_VIDEODRIVER"] = "dummy"
os.environ["SDL_AUDIODRIVER"] = "dummy"

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile("reduced", max_examples=25, deadline=None, derandomize=True)
settings.register_profile(
    "full", max_examples=200, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--full", action="store_true", help="the counts that the issues name")


def pytest_configure(config: pytest.Config) -> None:
    settings.load_profile("full" if config.getoption("--full") else "reduced")


@pytest.fixture
def count(request: pytest.FixtureRequest) -> Callable[[int, int], int]:
    """`count(few, many)`: few in the reduced suite, many in the full one."""
    full = bool(request.config.getoption("--full"))
    return lambda few, many: many if full else few


@pytest.fixture(autouse=True)
def data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Every test has a player's folder of its own."""
    folder = tmp_path / "data"
    monkeypatch.setenv("GUILDMARK_DATA", str(folder))
    return folder
