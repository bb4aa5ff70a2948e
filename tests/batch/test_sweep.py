"""Sweeps: cells on the same luck, keys checked as in a file, tables that are taken up again to the same bytes."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from game import resources
from game.batch.executors import play_all, play_blocks
from game.batch.plan import PLAN, Policy, read_policy
from game.batch.resumed import TableError, open_table
from game.batch.run import Row
from game.batch.sweep import AS_WRITTEN, AxisError, Sweep, digest, examined, read_axes
from game.batch.table import difference_of
from game.insight.kept import obtain_all
from game.scenario.read import load, treated
from game.scenario.variation import Varied, read_choices
from game.session import save
from game.wording.words import Words
from tests.session.test_save import played

TEA = resources.scenarios() / "tea.toml"
TEXT = TEA.read_text(encoding="utf-8")
ANCHORS = {0: obtain_all(load(TEA), (0,))[0].anchors()}


def sweep(*axes: str, runs: int = 6, policies: dict[str, Policy] | None = None, treatment: str = "") -> Sweep:
    known = policies or {PLAN: Policy(PLAN)}
    return Sweep("tea", TEXT, read_axes(axes), 7, runs, 0, PLAN, "normal", treatment, known)


def name(held: Sweep) -> str:
    return digest(held, load(TEA), [text for _, text in examined(held)])


def fill(path: Path, held: Sweep, most: int = 10**9) -> int:
    """Go on with a table for so many blocks at most; gives how many rows it began with."""
    with open_table(path, held, name(held)) as table:
        there = len(list(table.take_up()))
        for number, rows in enumerate(play_blocks(held.blocks(ANCHORS, there))):
            if number == most:
                break
            table.add(rows)
    return there


def rows_of(path: Path, held: Sweep) -> list[tuple[dict[str, object], Row]]:
    with open_table(path, held, name(held)) as table:
        return [(dict(cell.values), row) for cell, row in table.take_up()]


GRID = ("institutions.mark.audit=0.05,0.4", "policy=plan,never")
KNOWN = {PLAN: Policy(PLAN), "never": Policy("never", strategy="never")}


def test_a_cell_is_what_simulate_plays_with_the_key_set_in_the_file(tmp_path: Path) -> None:
    held = sweep(*GRID, policies=KNOWN)
    fill(tmp_path / "grid.csv", held)
    found = rows_of(tmp_path / "grid.csv", held)
    assert [row.replicate for _, row in found] == [0, 1, 2, 3, 4, 5] * 4
    changed = TEXT.replace("audit = 0.10", "audit = 0.4")
    assert changed != TEXT
    path = tmp_path / "tea.toml"
    path.write_text(changed, encoding="utf-8")
    cell = next(cell for cell in held.cells() if cell.values == {"institutions.mark.audit": 0.4, "policy": "never"})
    job = replace(held.job(cell, load(path), ANCHORS))
    alone = [row for block in play_all(job) for row in block]
    assert [row for values, row in found if values == dict(cell.values)] == alone
    assert alone != [row for values, row in found if values["policy"] == "plan"][:6]


@pytest.mark.parametrize("cut", [1, 40, 137, 1200, -1, -2, -30])
def test_a_table_cut_anywhere_ends_with_the_same_bytes(tmp_path: Path, cut: int) -> None:
    held = sweep(*GRID, policies=KNOWN)
    whole, again = tmp_path / "whole.csv", tmp_path / "again.csv"
    fill(whole, held)
    bytes_of_all = whole.read_bytes()
    again.write_bytes(bytes_of_all[:cut])
    assert fill(again, held) == max(bytes_of_all[:cut].count(b"\r\n") - 1, 0)
    assert again.read_bytes() == bytes_of_all
    assert fill(again, held) == 24
    assert again.read_bytes() == bytes_of_all


def test_zeros_left_by_a_power_cut_are_played_again(tmp_path: Path) -> None:
    held, path = sweep(GRID[0]), tmp_path / "grid.csv"
    fill(path, held)
    whole = path.read_bytes()
    path.write_bytes(whole[:900] + bytes(500))
    fill(path, held)
    assert path.read_bytes() == whole


@pytest.mark.parametrize(
    "other",
    [
        sweep("institutions.mark.audit=0.05,0.1"),
        sweep("institutions.mark.fine=1,2"),
        replace(sweep(GRID[0]), seed=8),
        replace(sweep(GRID[0]), runs=7),
        replace(sweep(GRID[0]), slot=1),
        replace(sweep(GRID[0]), policies={PLAN: Policy(PLAN, strategy="always")}),
        replace(sweep(GRID[0]), difficulty="hard"),
        replace(sweep(GRID[0]), treatment="paper_trail"),
        replace(sweep(GRID[0]), text=TEXT.replace("fine = 1.5", "fine = 1.6")),
    ],
)
def test_the_table_of_another_sweep_is_refused_and_left_as_it_is(tmp_path: Path, other: Sweep) -> None:
    path = tmp_path / "grid.csv"
    fill(path, other, 1)
    before = path.read_bytes() + b"half a li"
    path.write_bytes(before)
    with pytest.raises(TableError) as caught:
        fill(path, sweep(GRID[0]))
    assert caught.value.code == "sweep-foreign"
    assert path.read_bytes() == before


@pytest.mark.parametrize("text", ["my notes", "a,b\n1,2\n", "institutions.mark.audit,replicate\r\n"])
def test_any_other_file_is_refused_and_left_as_it_is(tmp_path: Path, text: str) -> None:
    path = tmp_path / "grid.csv"
    path.write_bytes(text.encode())
    with pytest.raises(TableError, match="foreign"):
        fill(path, sweep(GRID[0]))
    assert path.read_bytes() == text.encode()


def test_a_line_changed_by_hand_is_named(tmp_path: Path) -> None:
    held, path = sweep(GRID[0]), tmp_path / "grid.csv"
    fill(path, held)
    lines = path.read_bytes().splitlines(keepends=True)
    for changed in (
        [*lines[:4], lines[4].replace(b",3,plan", b",5,plan"), *lines[5:]],  # another replicate
        [*lines[:4], lines[5], *lines[5:]],  # a row twice
        [*lines[:4], lines[4].replace(b"\r\n", b"\n"), *lines[5:]],  # other line ends
        [*lines[:4], lines[4].replace(b"0.", b"x", 2), *lines[5:]],  # no number
    ):
        path.write_bytes(b"".join(changed))
        with pytest.raises(TableError) as caught:
            fill(path, held)
        assert (caught.value.code, caught.value.arguments) == ("sweep-altered", {"line": "5"})
    path.write_bytes(b"".join([*lines, lines[-1]]))
    with pytest.raises(TableError) as caught:
        fill(path, held)
    assert caught.value.arguments == {"line": str(len(lines) + 1)}


def test_two_programs_never_write_one_table(tmp_path: Path) -> None:
    held, path = sweep(GRID[0]), tmp_path / "grid.csv"
    with (
        open_table(path, held, name(held)),
        pytest.raises(TableError, match="busy"),
        open_table(path, held, name(held)),
    ):
        pass


def test_every_kind_of_policy_can_be_an_axis(tmp_path: Path) -> None:
    """The scenario's plan, a strategy, and a file with decisions, for which a save will do."""
    file = tmp_path / "mine.guildmark"
    save.write(played(3), file, "Tea")
    names = [PLAN, "never", str(file)]
    held = sweep(f"policy={','.join(names)}", policies={text: read_policy(text) for text in names})
    fill(tmp_path / "grid.csv", held)
    found = rows_of(tmp_path / "grid.csv", held)
    efforts = [np.mean([row.effort for values, row in found if values["policy"] == text]) for text in names]
    assert len(set(efforts)) == 3
    assert efforts[1] == min(efforts)
    assert {row.policy for _, row in found} == set(names)


def test_treatments_and_difficulties_can_be_axes(tmp_path: Path) -> None:
    held = sweep(f"treatment={AS_WRITTEN},paper_trail", "difficulty=normal,hard", runs=8)
    fill(tmp_path / "grid.csv", held)
    found = rows_of(tmp_path / "grid.csv", held)
    assert [row.treatment for _, row in found] == [""] * 16 + ["paper_trail"] * 16
    cell = list(held.cells())[2]
    alone = play_all(held.job(cell, treated(TEXT, "paper_trail"), ANCHORS))
    assert [row for values, row in found if values == dict(cell.values)] == [row for block in alone for row in block]
    mean = [np.mean([row.effort for _, row in found[at : at + 8]]) for at in (0, 8)]
    assert mean[1] < mean[0]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("0.05,0.1", [0.05, 0.1]),
        ("star,chain", ["star", "chain"]),
        ("true, false", [True, False]),
        ("'two words',\"a,b\"", ["two words", "a,b"]),
        ("[1,2],[]", [[1, 2], []]),
        ("{audit = 0.1}", [{"audit": 0.1}]),
        ("1e3,never", [1000.0, "never"]),
    ],
)
def test_values_are_toml_and_bare_words_are_texts(text: str, values: list[object]) -> None:
    assert read_choices(text) == values


@pytest.mark.parametrize("text", ["1,,2", "0.1.2", '"open', "1]\nother = [2", "two words", "[" * 5000, "9" * 5000])
def test_what_is_no_toml_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        read_choices(text)


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ({"institutions.mark.audit": 2}, ("--vary institutions.mark.audit=2:", "between 0 and 1")),
        ({"institutions.mark.audti": 0.1}, ("did you mean audit?",)),
        ({"institution.mark.audit": 0.1}, ("did you mean institutions?",)),
        ({"institutions.mark.audit": "much"}, ("must be a number",)),
        ({"firms.99.size": "small"}, ("did you mean firms.15.size?",)),
        ({"firms.1.strategy": "alway"}, ("did you mean always?",)),
        ({"quarters.min": 11, "region.growth": 1}, ("--vary quarters.min=11:", "quarters.max")),
        ({"off": ["none.such"]}, ("none.such",)),
        ({"institutions.brokers.audit": 0.1}, ("--vary institutions.brokers.audit=0.1:", "[institutions.brokers]")),
    ],
)
def test_keys_are_checked_with_the_checker_s_sentences(settings: dict[str, object], said: tuple[str, ...]) -> None:
    scenario, faults = Varied.of(TEXT).examine(settings)
    text = " ".join(fault.line_of_text(Words()) for fault in faults)
    assert scenario is None or faults
    assert all(part in text for part in said), text


def test_what_is_set_is_played_and_nothing_else_is_changed() -> None:
    made, faults = Varied.of(TEXT).examine({"firms.2.size": "large", "institutions.mark.audit": 0.3, "agenda.fair": 5})
    assert made is not None
    assert not faults
    was = load(TEA)
    assert (made.firms[2].size, made.agenda["fair"]) == ("large", 5)
    assert made.institutions.mark is not None
    assert made.institutions.mark.audit == 0.3
    back, _ = Varied.of(TEXT).examine({"firms.2.size": "medium", "institutions.mark.audit": 0.1, "agenda.fair": 3})
    assert back == was


@pytest.mark.parametrize(
    ("axes", "code"),
    [
        (["x"], "vary-no-key"),
        (["=1"], "vary-no-key"),
        (["x="], "vary-nothing"),
        (["x=1,,2"], "vary-no-values"),
        (["x=1", "y=2", "x=3"], "vary-key-twice"),
        (["x=0.1,0.10"], "vary-value-twice"),
        (["policy="], "vary-nothing"),
        ([f"{key}={','.join(map(str, range(100)))}" for key in "abc"], "vary-too-many"),
    ],
)
def test_axes_that_are_none(axes: list[str], code: str) -> None:
    with pytest.raises(AxisError) as caught:
        read_axes(axes)
    assert caught.value.code == code


def test_a_firm_that_a_cell_does_without_can_not_be_played() -> None:
    held = replace(sweep("firms=[{name = 'Alone', seat = true}]"), slot=3)
    assert "seat-gone" in [fault.code for faults, _ in examined(held) for fault in faults]


def test_tables_can_not_be_varied() -> None:
    held = sweep("institutions.mark=1,2", "about.title=a", "firms=1", "agenda=1", "region.growth=1")
    found = {fault.key: (fault.code, fault.suggestion) for fault in held.misplaced()}
    assert found == {
        "institutions.mark": ("a-table", "institutions.mark.structure"),
        "about.title": ("beside-the-game", ""),
        "firms": ("a-table", "firms.0.name"),
        "agenda": ("a-table", "agenda.price"),
    }


def test_a_paired_difference_has_student_s_interval_and_p() -> None:
    """Student (1908), the sleep data: ten patients, mean 1.58, t = 4.0621, p = 0.002833 (R, help of `sleep`)."""
    found = difference_of("sleep", [1.2, 2.4, 1.3, 1.3, 0.0, 1.0, 1.8, 0.8, 4.6, 1.4])
    assert found.mean == pytest.approx(1.58)
    assert found.p == pytest.approx(0.002833, abs=5e-7)
    assert (found.low, found.high) == pytest.approx((0.7001142, 2.4598858), abs=1e-6)
    assert difference_of("x", [2.0]).p == 1.0
    assert difference_of("x", [0.0, 0.0]).p == 1.0
    assert difference_of("x", [2.0, 2.0]).p == 0.0
