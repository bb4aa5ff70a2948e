"""What is allowed but hardly meant is told by `check` as an advice, and the scenario is played all the same."""

import re
from pathlib import Path

import pytest

from game import resources
from game.scenario.read import examine, examine_values, parse, treated_values
from tests.commands.test_commands import guildmark

TEA = (resources.scenarios() / "tea.toml").read_text(encoding="utf-8")
WAR = (resources.scenarios() / "price_war.toml").read_text(encoding="utf-8")


def advice(text: str) -> list[tuple[int, str, str]]:
    scenario, faults = examine(text.encode(), "own.toml")
    assert scenario is not None
    assert {fault.severity for fault in faults} <= {"advice"}
    assert parse(text.encode(), Path("own.toml")) == scenario
    return [(fault.line, fault.code, fault.suggestion) for fault in faults]


def test_fewer_answers_than_questions_leave_a_gap() -> None:
    lines = TEA.splitlines()
    at = lines.index("answers = [")
    end = lines.index("]", at)
    assert advice("\n".join([*lines[: end - 1], *lines[end:]])) == [(at + 1, "answers-missing", "")]
    assert not advice("\n".join([*lines[:at], *lines[end + 1 :]]))  # a teacher need not write any


def test_an_institution_that_only_a_variant_has_is_told_unless_the_variant_opens_it() -> None:
    assert "[institutions.leader]" not in TEA
    own = f"{TEA}\n[treatments.captain.institutions.leader]\naudit = 0.1\n"
    assert advice(own) == [(TEA.count("\n") + 2, "treatment-adds", "")]
    assert not advice(f"{own}\n[treatments.captain.agenda]\nleader = 2\n")
    assert not advice(f"{TEA}\n[treatments.audited.institutions.mark]\naudit = 0.3\n")


@pytest.mark.parametrize(
    ("goal", "meant"),
    [
        ('measure = "region_score"\nat_least = 0.6', "60"),
        ('measure = "brand"\nat_most = 0.25', "25"),
        ('measure = "share"\nat_least = 0.2', "20"),
        ('measure = "region_score"\nat_least = 60', None),
        ('measure = "share"\nat_least = 4.5', None),
        ('measure = "profit"\nat_least = 0.6', None),
    ],
)
def test_a_goal_in_parts_of_one_where_the_measure_runs_to_a_hundred(goal: str, meant: str | None) -> None:
    without = re.sub(r"^\[\[goals\]\]\n(?:(?!\[).*\n)*", "", TEA, flags=re.MULTILINE)
    line = without.count("\n") + 4
    expected = [] if meant is None else [(line, "goal-in-shares", meant)]
    assert advice(f"{without}\n[[goals]]\n{goal}\n") == expected


def test_check_finds_it_and_says_that_it_is_an_advice(tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text(f"{TEA}\n[treatments.captain.institutions.leader]\naudit = 0.1\n", encoding="utf-8")
    done = guildmark("check", own)
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout.startswith(f"{own}:{TEA.count(chr(10)) + 2}:2: advice: ")
    assert guildmark("simulate", own, "--runs", 1, "--policy", "never").returncode == 0


def test_an_advice_stops_no_sweep() -> None:
    values = treated_values(f"{TEA}\n[treatments.captain.institutions.leader]\naudit = 0.1\n", "")
    assert examine_values(values, "--vary")[1] == []
