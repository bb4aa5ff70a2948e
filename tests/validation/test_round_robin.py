"""The tournament against published and exact results (README.md of this folder has the sources)."""

import csv
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from game.rivals.register import PAIR, STRATEGIES
from game.rivals.slips import Slips
from game.rivals.tournament import Payoffs, _Field, steps, tournament

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


@pytest.mark.parametrize("e", [0.01, 0.05, 0.10])
def test_errors_in_self_play_have_the_published_price(e: float, count: Callable[[int, int], int]) -> None:
    """Long-run share of kept acts against a copy of oneself, closed forms of Nowak & Sigmund (1989-1993).

    Tit for tat 1/2; generous q/(e + q) with q = e + (1 - 2e) g; win-stay lose-shift s (1 - e) + (1 - s) e with
    s = (1 - e)^2 + e^2. Four standard errors over runs, and 1/(e T) for the way there from a kept start.
    """
    q, stays = e + (1 - 2 * e) / 3, (1 - e) ** 2 + e**2
    expected = {"tit_for_tat": 0.5, "generous": q / (e + q), "win_stay": stays * (1 - e) + (1 - stays) * e}
    assert expected["generous"] == pytest.approx({0.01: 0.971154, 0.05: 0.875, 0.10: 0.785714}[e], abs=1e-6)
    turns, runs = 4000, count(40, 400)
    for name, share in (expected | {"always": 1 - e, "never": e}).items():
        made = tournament([name], turns=turns, noise=e, runs=runs, seed=2)
        spread = np.sqrt(0.25 * 2 / (e * turns * runs))
        assert abs(made.cooperation[0, 0] - share) < 4 * spread + 1 / (e * turns), name


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


@pytest.mark.parametrize("noise", [1e-310, 0.002, 0.05, 0.5, 0.97, 1.0])
def test_acts_slip_with_the_chance_asked_for_and_independently(noise: float) -> None:
    """Share of slips, and of a slip after a slip in the next place and in the next turn, within four s.e."""
    field = _Field([STRATEGIES[name] for name in ("always", "never", "grim")], 0.5, 40, 3)
    slips = Slips(field.shape, field.chance, noise)
    made = np.array([slips.at(turn) for turn in range(400)])
    flat = made.transpose(3, 0, 1, 2).reshape(40, -1)
    for one, other in ((flat, flat), (flat[:, 1:], flat[:, :-1]), (flat[:, 12:], flat[:, :-12])):
        expected = noise if one is other else noise**2
        bound = 4 * np.sqrt(expected * (1 - expected) * 3 / one.size) + 1e-9
        assert abs((one & other).mean() - expected) <= bound


def test_a_run_has_the_same_luck_alone_and_among_others() -> None:
    players = [STRATEGIES[name] for name in ("random", "generous", "grim")]
    one, many = (_Field(players, 0.5, runs, 3) for runs in (1, 70))
    few, all_of_them = Slips(one.shape, one.chance, 0.3), Slips(many.shape, many.chance, 0.3)
    for turn in range(40):
        assert np.array_equal(few.at(turn)[..., 0], all_of_them.at(turn)[..., 0])
        one.turn = many.turn = turn
        assert np.array_equal(one.draw(0)[..., 0], many.draw(0)[..., 0])


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


def test_payoffs_from_counts_are_the_payoffs_turn_by_turn() -> None:
    """Every pair of acts, weighted by how often it came: the whole is the sum of single turns."""
    game = Payoffs(7.3, 2.9, 1.1, -0.4)
    for own, theirs, paid in ((1, 1, 2.9), (1, 0, -0.4), (0, 1, 7.3), (0, 0, 1.1)):
        both = np.array([own * theirs])
        assert game.of(np.array([own]), np.array([theirs]), both, 1)[0] == pytest.approx(paid, abs=1e-12)
    made = tournament(["alternator", "never"], turns=7, runs=1, payoffs=game)
    assert made.payoff[0, 1] == pytest.approx((4 * -0.4 + 3 * 1.1) / 7, abs=1e-12)
    assert made.payoff[1, 0] == pytest.approx((4 * 7.3 + 3 * 1.1) / 7, abs=1e-12)


def test_standings_come_with_the_last_turn_and_for_all_pair_strategies() -> None:
    played = list(steps(PAIR, turns=3, noise=0.0, runs=2))
    assert [turn for turn, _ in played] == [1, 2, 3, 3]
    assert [made is None for _, made in played] == [True, True, True, False]
    assert played[-1][1] is not None
    assert played[-1][1].payoff.shape == (12, 12)
