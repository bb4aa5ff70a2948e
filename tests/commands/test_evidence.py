"""The command `evidence`: what it prints, and what it says about bad input."""

import json

import pytest

from tests.commands.test_commands import guildmark, told


def test_claims_as_text_and_json() -> None:
    done = guildmark("evidence", "c01", "--only", "C10", "--runs", 8, "--workers", 1)
    assert done.returncode == 0, done.stderr
    assert [line.split()[0] for line in done.stdout.splitlines()[2:4]] == ["C01", "C10"]
    assert "off cluster_to_cost" not in done.stdout
    assert "<evidence-" not in done.stdout
    arguments = ("evidence", "C10", "--runs", 8, "--json")
    alone, both = (guildmark(*arguments, "--workers", workers) for workers in (1, 2))
    assert alone.returncode == both.returncode == 0
    assert alone.stdout == both.stdout
    content = json.loads(alone.stdout)
    assert list(content) == ["claims"]
    assert (content["claims"][0]["id"], content["claims"][0]["runs"]) == ("C10", 8)


def test_with_the_switch_off_nothing_should_hold() -> None:
    done = guildmark("evidence", "C01", "--off", "--runs", 8, "--workers", 1)
    assert done.returncode == 0, done.stderr
    assert "off cluster_to_cost" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("C99",), 'There is no claim called "C99"'),
        (("--only", "C05,tea"), 'There is no claim called "TEA"'),
        (("--only", ""), 'There is no claim called ""'),
        (("--runs", 1), '"1" is not a whole number from 2'),
        (("--runs", "many"), '"many" is not a whole number'),
        (("--seed", -1), '"-1" is not a whole number from 0'),
        (("--workers", 0), '"0" is not a whole number from 1'),
        (("--off", "--sensitivity"), "not allowed with"),
    ],
)
def test_bad_input_is_one_clear_sentence(arguments: tuple[object, ...], says: str) -> None:
    assert says in told(guildmark("evidence", *arguments), 2)
