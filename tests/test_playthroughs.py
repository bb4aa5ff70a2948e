"""Shipped scenarios play as they did when their golden texts were last reviewed."""

import pytest

from game import resources
from tests.playthroughs import HERE, golden, play_through


@pytest.mark.parametrize("name", resources.shipped_scenarios())
def test_a_shipped_scenario_plays_as_before(name: str) -> None:
    assert play_through(name) == golden(name).read_text(encoding="utf-8"), "python -m tests.playthroughs refreshes it"


def test_there_is_no_golden_text_without_a_scenario() -> None:
    assert {path.stem for path in HERE.glob("*.txt")} == set(resources.shipped_scenarios())
