"""The tournament against published and exact results (README.md of this folder has the sources)."""

import csv
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from game.rivals.tournament import Payoffs, tournament

DATA = Path(__file__).parent / "data"
NAMES = {
    "Cooperator": "always",
    "Defector": "never",
    "Tit For Tat": "tit_for_tat",
    "Tit For 2 Tats": "two_tats",
    "Win-Stay Lose-Shift": "win_stay",
    "Grudger": "grim",
    "Suspicious Tit For Tat": "suspicious",
    "Alternator": "alternator",
    "GTFT": "generous",
}


def table(name: str) -> tuple[list[str], np.ndarray]:
    with (DATA / name).open(encoding="utf-8") as file:
        head, *rows = list(csv.reader(file))
    assert [row[0] for row in rows] == head[1:]
    return [NAMES[row[0]] for row in rows], np.array([[float(cell) for cell in row[1:]] for row in rows])


def test_eight_strategies_without_noise_exactly() -> None:
    names, expected = table("round_robin_8_no_noise.csv")
    made = tournament(names, turns=200, runs=1)
    assert made.payoff == pytest.approx(expected, abs=1e-9)
    totals = dict(zip(names, np.rint(200 * 7 * made.score).astype(int), strict=True))
    assert totals == {
        "always": 3297,
        "never": 3016,
        "tit_for_tat": 3597,
        "two_tats": 3495,
        "win_stay": 3351,
        "grim": 3399,
        "suspicious": 3008,
        "alternator": 3260,
    }


@pytest.mark.parametrize(("noise", "file"), [(0.0, "00"), (0.05, "005")])
def test_nine_strategies_agree_with_the_exact_chain(noise: float, file: str, count: Callable[[int, int], int]) -> None:
    names, expected = table(f"round_robin_9_exact_noise_{file}.csv")
    _, kept = table(f"round_robin_9_exact_noise_{file}_cooperation.csv")
    runs = count(200, 1000)
    made = tournament(names, turns=200, noise=noise, runs=runs, seed=11)
    off = np.abs(made.payoff - expected)
    assert (off <= 4 * made.error + 1e-9).all()
    if noise:
        assert 0.5 < ((off / made.error) ** 2).mean() < 1.6
    assert np.abs(made.cooperation - kept).max() < 0.6 / np.sqrt(runs)


def test_noise_reverses_the_ranking() -> None:
    names, _ = table("round_robin_8_no_noise.csv")
    calm, noisy = (tournament(names, noise=noise, runs=100) for noise in (0.0, 0.05))
    assert names[int(calm.score.argmax())] == "tit_for_tat"
    assert names[int(noisy.score.argmax())] == "alternator"
    assert noisy.score[names.index("never")] > noisy.score[names.index("tit_for_tat")]


def test_both_sides_of_a_match_are_the_same_match() -> None:
    """With payoffs that only count the other's acts, what I earn is what the other kept."""
    made = tournament(noise=0.1, runs=7, turns=50, payoffs=Payoffs(1, 1, 0, 0))
    assert made.payoff == pytest.approx(made.cooperation.T, abs=1e-12)


def test_the_same_seed_gives_the_same_standings_and_another_one_others() -> None:
    one, again, other = (tournament(noise=0.1, runs=3, turns=60, seed=seed) for seed in (4, 4, 5))
    assert np.array_equal(one.payoff, again.payoff)
    assert not np.array_equal(one.payoff, other.payoff)


def test_long_matches_do_not_repeat_their_luck() -> None:
    """Turns beyond the counter's ten bits draw on."""
    short, long = (tournament(["random"], turns=turns, runs=1) for turns in (1024, 2048))
    assert long.cooperation[0, 0] != short.cooperation[0, 0]


@pytest.mark.parametrize(
    ("payoffs", "threshold"),
    [
        (Payoffs(), 0.5),
        (Payoffs(50, 32, 25, 12), 0.72),
        (Payoffs(50, 40, 25, 12), 0.40),
        (Payoffs(50, 48, 25, 12), 0.08),
    ],
)
def test_the_reasoner_keeps_exactly_where_patience_reaches_the_threshold(payoffs: Payoffs, threshold: float) -> None:
    assert payoffs.threshold == pytest.approx(threshold, abs=1e-12)
    keeps = tournament(["reasoner", "always"], turns=20, runs=1, payoffs=payoffs)
    assert keeps.cooperation[0, 1] == 1.0  # its patience is .9


def test_nobody_impatient_keeps() -> None:
    made = tournament(["reasoner", "always"], turns=20, runs=1, payoffs=Payoffs(100, 3, 1, 0))
    assert made.cooperation[0, 1] == 0.0


def test_strategies_for_groups_alone_are_refused() -> None:
    with pytest.raises(ValueError, match="hump"):
        tournament(["hump", "never"])
