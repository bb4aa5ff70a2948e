"""Every bad scenario is a test: its first lines say which faults are to be found, where, and with which suggestion."""

from pathlib import Path

import pytest

from game.scenario.fault import FaultyScenarioError
from game.scenario.read import examine, load
from game.wording.words import Words

BAD = sorted((Path(__file__).parent / "bad").glob("*.toml"))


def expected(path: Path) -> list[str]:
    lines = path.read_bytes().decode("utf-8", "replace").splitlines()
    return [line.removeprefix("# expect: ") for line in lines if line.startswith("# expect: ")]


@pytest.mark.parametrize("path", BAD, ids=[path.stem for path in BAD])
def test_all_faults_are_found_at_their_places(path: Path) -> None:
    _, faults = examine(path.read_bytes(), path.name)
    found = [f"{fault.line}:{fault.column} {fault.code} {fault.suggestion}".strip() for fault in faults]
    assert found == expected(path)


@pytest.mark.parametrize("path", BAD, ids=[path.stem for path in BAD])
def test_no_bad_scenario_is_played_and_every_fault_has_words(path: Path) -> None:
    with pytest.raises(FaultyScenarioError) as caught:
        load(path)
    words = Words()
    for fault in caught.value.faults:
        line = fault.line_of_text(words)
        assert line.startswith(f"{path}:{fault.line}:{fault.column}: ")
        assert "<" not in line
        assert "{" not in line.replace("{ }", "")
