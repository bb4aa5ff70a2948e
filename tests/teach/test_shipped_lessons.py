"""What is shipped passes the linter that teachers are given: the template they copy, and every scenario they play."""

from pathlib import Path

import pytest

from game import resources
from game.insight.kept import obtain_all
from game.scenario.places import find_places
from game.scenario.read import parse
from game.teach import linter
from game.teach.linter import LEAST_RUNS, RUNS, Look

TEMPLATE = resources.scenarios() / "template.toml"
SHIPPED = {"template": TEMPLATE} | resources.shipped_scenarios()
CHANGED = (
    ('brokers = "never"', "brokers = 8"),
    ('pricing = "never"', "pricing = 8"),
    ("at_least = 10\n", "at_least = 3\n"),
)


def findings(text: str, file: str, runs: int) -> list[tuple[str, str]]:
    """Every finding with the line of text that it stands at."""
    scenario = parse(text.encode(), Path(file))
    bands = obtain_all(scenario, linter.seats(scenario))
    found = list(linter.steps(scenario, bands, Look(runs)))[-1]
    assert found is not None
    lines = text.splitlines()
    return [(held.code, lines[held.line - 1]) for held in linter.faults(found, find_places(text.encode()), file)]


def test_the_template_would_be_told_what_it_leaves_closed() -> None:
    """Brokers and prices agreed late bring nothing, with them a leader neither, and an easy goal is always reached."""
    text = TEMPLATE.read_text(encoding="utf-8")
    for old, new in CHANGED:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    assert findings(text, TEMPLATE.name, LEAST_RUNS) == [
        ("teach-lesson-short", "minutes = 50  # length of the lesson in minutes; 1 to 600"),
        *[("teach-body-idle", f"[institutions.{name}]") for name in ("leader", "brokers", "pricing")],
        ("teach-goal-easy", "at_least = 3"),
    ]


@pytest.mark.parametrize("name", SHIPPED)
def test_nothing_speaks_against_teaching_with_what_is_shipped(name: str, request: pytest.FixtureRequest) -> None:
    """Half a minute each, so for the full suite alone."""
    if not request.config.getoption("--full"):
        pytest.skip("--full")
    assert findings(SHIPPED[name].read_text(encoding="utf-8"), SHIPPED[name].name, RUNS) == []
