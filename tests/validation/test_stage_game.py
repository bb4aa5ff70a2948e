"""Names, equilibria and play with errors of matrix games; structures as graphs (README.md has the sources)."""

import csv
from itertools import groupby
from pathlib import Path

import numpy as np
import pytest

from game.engine.chance import Chance
from game.engine.network import small_world, stand
from game.insight.stage_game import GameType, equilibria, name_game, patience_needed, quantal_response
from game.insight.structure_figures import edges_of, edges_of_ties, figures

DATA = Path(__file__).parent / "data"
PENNIES = (np.array([[9.0, 0], [0, 1]]), np.array([[0.0, 1], [1, 0]]))


def rows(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def numbers(text: str) -> np.ndarray:
    return np.array([float(part) for part in text.split()])


def matrix(text: str) -> np.ndarray:
    return np.array([numbers(line) for line in text.split(";")])


GAMES = {
    name: list(held) for name, held in groupby(rows("nash_equilibria.csv"), key=lambda equilibrium: equilibrium["game"])
}


def payoffs(name: str) -> tuple[np.ndarray, np.ndarray]:
    if name == "pennies":
        return PENNIES
    return matrix(GAMES[name][0]["row_payoffs"]), matrix(GAMES[name][0]["column_payoffs"])


@pytest.mark.parametrize("name", GAMES)
def test_all_equilibria(name: str) -> None:
    row, column = payoffs(name)
    made = sorted(equilibria(row, column), key=lambda each: tuple(each.row))
    expected = sorted(GAMES[name], key=lambda each: tuple(numbers(each["row"])))
    assert len(made) == len(expected)
    for one, other in zip(made, expected, strict=True):
        assert one.row == pytest.approx(numbers(other["row"]), abs=1e-9)
        assert one.column == pytest.approx(numbers(other["column"]), abs=1e-9)
        assert one.row @ row @ one.column == pytest.approx(float(other["row_earns"]), abs=1e-6)
        assert one.row @ column @ one.column == pytest.approx(float(other["column_earns"]), abs=1e-6)


def test_no_pure_deviation_pays_in_larger_games() -> None:
    """Equilibria of generic games are odd in number (Wilson 1971)."""
    generator = np.random.default_rng(3)
    for shape in ((3, 3), (2, 4), (4, 3)):
        for _ in range(10):
            row, column = generator.normal(size=(2, *shape))
            made = equilibria(row, column)
            assert len(made) % 2 == 1
            for each in made:
                assert (row @ each.column).max() <= each.row @ row @ each.column + 1e-9
                assert (each.row @ column).max() <= each.row @ column @ each.column + 1e-9


@pytest.mark.parametrize("held", rows("logit_equilibria.csv"), ids=lambda held: f"{held['game']}-{held['sensitivity']}")
def test_play_with_errors(held: dict[str, str]) -> None:
    made = quantal_response(*payoffs(held["game"]), float(held["sensitivity"]))
    assert made.row[0] == pytest.approx(float(held["row_first"]), abs=1e-6)
    assert made.column[0] == pytest.approx(float(held["column_first"]), abs=1e-6)


def test_the_branch_begins_with_equal_chances_and_ends_at_an_equilibrium() -> None:
    row, column = payoffs("mark_quality")
    assert quantal_response(row, column, 0.0).row == pytest.approx(np.full(3, 1 / 3), abs=1e-12)
    assert quantal_response(row, column, 60.0).row == pytest.approx([0, 0, 1], abs=1e-6)
    end = quantal_response(*PENNIES, 300.0)
    assert end.row == pytest.approx([0.5, 0.5], abs=0.01)
    assert end.column == pytest.approx([0.1, 0.9], abs=0.01)


def test_every_point_of_the_branch_is_a_logit_answer() -> None:
    row, column = np.random.default_rng(8).normal(size=(2, 4, 3))
    for sensitivity in (0.3, 2.0, 9.0):
        made = quantal_response(row, column, sensitivity)
        for chances, utility in ((made.row, row @ made.column), (made.column, made.row @ column)):
            power = np.exp(sensitivity * (utility - utility.max()))
            assert chances == pytest.approx(power / power.sum(), abs=1e-9)


@pytest.mark.parametrize(
    ("payoffs", "name"),
    [
        ((5, 3, 1, 0), GameType.PRISONERS_DILEMMA),
        ((3, 4, 3, 0), GameType.STAG_HUNT),
        ((2, 1, -1, 0), GameType.CHICKEN),
        ((2, 4, 1, 3), GameType.HARMONY),
        ((5, 1, 3, 0), GameType.DEADLOCK),
        ((4.01, 4, 1, 0), GameType.TIE),
        ((4.03, 4, 1, 0), GameType.PRISONERS_DILEMMA),
        ((5, 4, 1, 0.99), GameType.TIE),
        ((5, 4, 3.99, 0), GameType.TIE),
        ((-1, -3, -5, -6), GameType.PRISONERS_DILEMMA),
    ],
)
def test_names_of_games(payoffs: tuple[float, float, float, float], name: GameType) -> None:
    assert name_game(*payoffs) == name


def test_a_threshold_game_pays_keepers_only_between_the_ends() -> None:
    assert name_game(5, 3, 1, 0, inner=(-1, 0.5, -1)) == GameType.THRESHOLD
    assert name_game(5, 3, 1, 0, inner=(-1, 0.01, -1)) == GameType.PRISONERS_DILEMMA
    assert name_game(3, 4, 3, 0, inner=(1, 1, 1)) == GameType.STAG_HUNT


def test_the_named_patience() -> None:
    assert patience_needed(5, 3, 1) == pytest.approx(0.5, abs=1e-12)
    assert patience_needed(3, 4, 3) is None
    needed = patience_needed(5, 1, 3)
    assert needed is not None
    assert needed > 1


@pytest.mark.parametrize("held", rows("structures_13.csv"), ids=lambda held: held["structure"])
def test_structures_of_thirteen(held: dict[str, str]) -> None:
    made = figures(edges_of(held["structure"], 13), 13)
    assert made.edges == int(held["edges"])
    assert made.density == pytest.approx(float(held["density"]), abs=1e-9)
    assert made.distance == pytest.approx(float(held["distance"]), rel=1e-9)
    assert made.connectivity == pytest.approx(float(held["connectivity"]), rel=1e-9)
    assert made.mixing == pytest.approx(float(held["mixing"]), abs=1e-9)
    assert made.cut_off == pytest.approx(float(held["worst_cut_off"]), abs=1e-9)


@pytest.mark.parametrize("held", rows("connectivity.csv"), ids=lambda held: held["n"])
def test_connectivity_at_other_sizes(held: dict[str, str]) -> None:
    n = int(held["n"])
    for structure in ("chain", "star", "network", "complete"):
        column = "ring" if structure == "network" else structure
        assert figures(edges_of(structure, n), n).connectivity == pytest.approx(float(held[column]), rel=1e-8)


def test_the_ring_is_the_opening_of_the_game() -> None:
    chance = Chance(1, np.arange(1))
    firm_id, active = np.arange(13)[None], np.ones((1, 13), dtype=np.bool_)
    wanted = small_world(chance, firm_id, active, 4, 0.0)
    standing, _ = stand(wanted, active)
    ring = figures(edges_of_ties(wanted[0], standing[0]), 13)
    assert ring == pytest.approx(figures(edges_of("network", 13), 13), abs=1e-12)
    rewired = small_world(chance, firm_id, active, 4, 0.6)
    standing, _ = stand(rewired, active)
    assert figures(edges_of_ties(rewired[0], standing[0]), 13).distance < ring.distance


def test_a_graph_in_two_parts() -> None:
    made = figures(np.array([[0, 1], [2, 3]]), 4)
    assert made.connectivity == pytest.approx(0, abs=1e-12)
    assert made.distance == 1
    assert made.mixing == pytest.approx(1, abs=1e-12)
    with pytest.raises(ValueError, match="circle"):
        edges_of("circle", 4)
