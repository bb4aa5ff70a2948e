"""`sweep` and comparisons as real processes: what is printed, what is killed and goes on, what bad input is told."""

import json
import os
import signal
import sys
import time
from pathlib import Path

import pytest

from game.batch.run import FIGURES
from tests.commands.test_commands import ROOT, guildmark, told
from tests.started import started

AUDITS = ("--vary", "institutions.mark.audit=0.05,0.4")
WAIT = 60.0


def test_sweep_gives_every_cell_with_its_means() -> None:
    grid = ("sweep", "tea", *AUDITS, "--vary", "policy=plan,never", "--runs", 20, "--seed", 3)
    done = guildmark(*grid, "--json")
    assert done.returncode == 0, done.stderr
    content = json.loads(done.stdout)
    assert list(content) == ["scenario", "seed", "runs", "cells"]
    assert [tuple(cell["values"].values()) for cell in content["cells"]] == [
        (0.05, "plan"),
        (0.05, "never"),
        (0.4, "plan"),
        (0.4, "never"),
    ]
    for cell in content["cells"]:
        assert list(cell) == ["values", "metrics"]
        assert list(cell["metrics"]) == list(FIGURES)
        for held in cell["metrics"].values():
            assert held["low"] <= held["mean"] <= held["high"]
    effort = [cell["metrics"]["effort"]["mean"] for cell in content["cells"]]
    assert effort[0] > effort[1]
    assert effort[3] > effort[1]  # audits make the others keep
    assert guildmark(*grid, "--json", "--workers", 2).stdout == done.stdout
    shown = guildmark(*grid)
    assert shown.stderr == ""  # no bar where nobody watches
    lines = shown.stdout.splitlines()
    assert len(lines) == 8
    assert f"{content['cells'][3]['metrics']['region_score']['mean']:.1f} ±" in lines[5]
    assert "±" not in "".join(lines[6:])


def test_a_cell_equals_simulate_where_the_file_s_own_value_is_swept() -> None:
    swept = json.loads(guildmark("sweep", "tea", "--vary", "institutions.mark.audit=0.1", "--runs", 9, "--json").stdout)
    rows = json.loads(guildmark("simulate", "tea", "--runs", 9, "--json").stdout)["rows"]
    for name, held in swept["cells"][0]["metrics"].items():
        assert held["mean"] == pytest.approx(sum(row[name] for row in rows) / 9, rel=1e-12)


@pytest.mark.skipif(os.name == "nt", reason="no such signals there")
def test_a_sweep_that_is_killed_again_and_again_ends_with_the_same_bytes(tmp_path: Path) -> None:
    grid = ["sweep", "tea", *AUDITS, "--runs", "2400", "--seed", "4"]
    whole, cut = tmp_path / "whole.csv", tmp_path / "cut.csv"
    shown = guildmark(*grid, "--out", whole)
    assert shown.returncode == 0, shown.stderr
    for number, how in enumerate((signal.SIGKILL, signal.SIGINT, signal.SIGKILL)):
        workers = ["--workers", str(1 + number % 2)]
        command = [sys.executable, str(ROOT / "main.py"), *grid, "--out", str(cut), *workers]
        before = cut.stat().st_size if cut.exists() else 0
        with started(command) as process:
            until = time.monotonic() + WAIT
            while not (cut.exists() and cut.stat().st_size > before + 100_000) and time.monotonic() < until:
                time.sleep(0.005)
            process.send_signal(how)
            _, said = process.communicate(timeout=WAIT)
        if how == signal.SIGINT:
            assert process.returncode == 1
            assert "of 4800 runs stand in" in said
            assert "Traceback" not in said
        assert whole.read_bytes().startswith(cut.read_bytes())
        assert before < cut.stat().st_size < whole.stat().st_size
        with cut.open("ab") as file:  # as a write that was cut short leaves it
            file.write(whole.read_bytes()[cut.stat().st_size :][:17])
    again = guildmark(*grid, "--out", cut)
    assert again.stdout == shown.stdout
    assert cut.read_bytes() == whole.read_bytes()


def test_the_table_of_another_sweep_is_told_and_kept(tmp_path: Path) -> None:
    table = tmp_path / "grid.csv"
    assert guildmark("sweep", "tea", *AUDITS, "--runs", 2, "--out", table).returncode == 0
    before = table.read_bytes()
    assert str(table) in told(guildmark("sweep", "tea", *AUDITS, "--runs", 2, "--seed", 2, "--out", table), 2)
    assert table.read_bytes() == before
    table.write_bytes(before.replace(b"\r\n0.05,1,", b"\r\n0.05,7,"))
    assert "Line 3" in told(guildmark("sweep", "tea", *AUDITS, "--runs", 2, "--out", table), 2)


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ((), "--vary"),
        (("--vary", "institutions.mark.audit"), "institutions.mark.audit=0.05,0.1"),
        (("--vary", "institutions.mark.audit="), "no values"),
        (("--vary", "institutions.mark.audit=0.1,,2"), "TOML"),
        ((*AUDITS, *AUDITS), "twice"),
        (("--vary", "institutions.mark=1"), "institutions.mark.structure"),
        (("--vary", "institutions.mark.audit=2"), "between 0 and 1"),
        (("--vary", "region.growht=1"), "growth"),
        (("--vary", "policy=plan,nobody"), "nobody"),
        (("--vary", "difficulty=harsh"), "easy, normal, hard"),
        (("--vary", "treatment=strict"), "paper_trail"),
        (("--vary", "policy=plan", "--policy", "never"), "--policy"),
        ((*AUDITS, "--treatment", "strict"), "paper_trail"),
        ((*AUDITS, "--runs", "0"), "--runs"),
        ((*AUDITS, "--out", "/nowhere/at/all.csv"), "/nowhere/at/all.csv"),
        ((*AUDITS, "--out", "."), "."),
        (("--vary", "about.minutes=3"), "about.minutes"),
    ],
)
def test_bad_input_is_told_before_anything_is_played(more: tuple[str, ...], said: str) -> None:
    assert said in told(guildmark("sweep", "tea", *more), 2)


def test_too_many_cells_are_counted() -> None:
    thousand = ",".join(map(str, range(1, 1001)))
    axes = [part for key in ("a", "b", "c") for part in ("--vary", f"{key}={thousand}")]
    assert "1000000000 cells" in told(guildmark("sweep", "tea", *axes), 2)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no such device here")
def test_a_full_disk_is_told() -> None:
    assert "/dev/full" in told(guildmark("sweep", "tea", *AUDITS, "--runs", 2, "--out", "/dev/full"), 2)


def test_two_variants_are_compared_in_pairs(tmp_path: Path) -> None:
    arguments = ("simulate", "price_war", "--runs", 60, "--compare-treatments", "as_written,inspection")
    content = json.loads(guildmark(*arguments, "--json").stdout)
    assert list(content) == ["scenario", "seed", "runs", "rows", "comparison"]
    assert [row["treatment"] for row in content["rows"]] == [""] * 60 + ["inspection"] * 60
    effort = next(item for item in content["comparison"] if item["metric"] == "effort")
    assert list(effort) == ["metric", "mean", "low", "high", "p"]
    assert 0 < effort["low"] < effort["mean"] < effort["high"]
    assert effort["p"] < 0.001
    efforts = [row["effort"] for row in content["rows"]]
    assert effort["mean"] == pytest.approx((sum(efforts[60:]) - sum(efforts[:60])) / 60)
    done = guildmark(*arguments, "--out", tmp_path / "runs.csv")
    assert "t-test" in done.stdout
    tables = sorted(path.name for path in tmp_path.iterdir() if path.is_file())
    assert tables == ["runs-as_written.csv", "runs-inspection.csv"]


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (("--compare-treatments", "inspection"), "as_written"),
        (("--compare-treatments", "inspection,strict"), "closed_books"),
        (("--compare-treatments", "as_written,inspection", "--treatment", "inspection"), "--treatment"),
        (("--compare-treatments", "as_written,inspection", "--compare", "plan,never"), "--compare-treatments"),
    ],
)
def test_comparisons_that_are_none(more: tuple[str, ...], said: str) -> None:
    assert said in told(guildmark("simulate", "price_war", "--runs", 2, *more), 2)
