"""Populations that copy success, against solved equations and exact chances (README.md has the sources)."""

import csv
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from game.rivals.evolution import fixation, imitation, replicator, replicator_of_two
from game.rivals.tournament import Payoffs, tournament

DATA = Path(__file__).parent / "data"


def rows(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def numbers(text: str) -> np.ndarray:
    return np.array([float(part) for part in text.split()])


def matrix(text: str) -> np.ndarray:
    return np.array([numbers(line) for line in text.split(";")])


@pytest.mark.parametrize("row", rows("replicator.csv"), ids=lambda row: f"{row['game']}-{row['time']}")
def test_replicator_dynamics(row: dict[str, str]) -> None:
    start, expected, time = numbers(row["start"]), numbers(row["shares"]), float(row["time"])
    payoff = matrix(row["row_payoffs"])
    if row["column_payoffs"]:
        first, second = (np.array([share, 1 - share]) for share in start)
        x, y = replicator_of_two(payoff, matrix(row["column_payoffs"]), first, second, time)
        made = np.array([x[0], y[0]])
    else:
        made = replicator(payoff, start, time)
    assert made == pytest.approx(expected, abs=1e-4)


def test_donation_in_closed_form() -> None:
    """x/(1 - x) decays at rate c, whatever the benefit."""
    for time in (0.5, 3.0, 8.0):
        made = replicator(np.array([[2.0, -1], [3, 0]]), np.array([0.9, 0.1]), time)
        assert made[0] == pytest.approx(1 / (1 + np.exp(time) / 9), abs=1e-9)


def test_inspections_run_in_closed_circles() -> None:
    """What an interior circle of this game keeps: sum of logs weighted by the mixed equilibrium, 2/3 and 1/3."""
    row, column = np.array([[2.0, 2], [-2, 4]]), np.array([[3.0, 4], [1, -1]])

    def kept(x: np.ndarray, y: np.ndarray) -> float:
        return float(3 * (np.log(x) @ [2 / 3, 1 / 3]) + 6 * (np.log(y) @ [1 / 3, 2 / 3]))

    x = y = np.array([0.5, 0.5])
    start, seen = kept(x, y), []
    for _ in range(40):
        x, y = replicator_of_two(row, column, x, y, 0.5)
        seen.append(x[0])
        assert kept(x, y) == pytest.approx(start, abs=1e-5)
    assert max(seen) - min(seen) > 0.4


def test_a_table_of_the_tournament_evolves() -> None:
    """Always, never and tit for tat over ten turns: the table in the figures is what the tournament measures."""
    made = tournament(["always", "never", "tit_for_tat"], turns=10, runs=1, payoffs=Payoffs(5, 3, 1, 0))
    held = next(row for row in rows("replicator.csv") if row["game"] == "ten_rounds")
    assert 10 * made.payoff == pytest.approx(matrix(held["row_payoffs"]), abs=1e-9)


@pytest.mark.parametrize("row", rows("fixation.csv"), ids=lambda r: f"{r['case']}-{r['people']}-{r['sensitivity']}")
def test_chances_of_taking_over(row: dict[str, str]) -> None:
    payoff = np.array([[float(row["a"]), float(row["b"])], [float(row["c"]), float(row["d"])]])
    made = fixation(payoff, int(row["people"]), float(row["sensitivity"]))
    assert made == pytest.approx(float(row["fermi"]), rel=1e-9)
    assert fixation(payoff, int(row["people"]), 0.0) == pytest.approx(1 / int(row["people"]), abs=1e-12)


@pytest.mark.parametrize("case", ["keeper_into_breakers", "stag_into_hare", "tit_for_tat_into_breakers"])
def test_imitation_as_played(case: str, count: Callable[[int, int], int]) -> None:
    runs = count(20_000, 100_000)
    for row in rows("fixation.csv"):
        if row["case"] == case and row["people"] == "10" and row["sensitivity"] != "0.5":
            payoff = np.array([[float(row["a"]), float(row["b"])], [float(row["c"]), float(row["d"])]])
            made = imitation(payoff, 10, float(row["sensitivity"]), runs=runs, seed=6)
            chance = float(row["fermi"])
            assert abs(made.mean() - chance) < 4 * np.sqrt(chance * (1 - chance) / runs)


def test_everybody_stays_once_all_are_alike() -> None:
    payoff = np.array([[1.0, 0], [0, 1]])
    assert (imitation(payoff, 5, 1.0, runs=20, first=5) == 1).all()
    assert (imitation(payoff, 5, 1.0, runs=20, first=0) == 0).all()
