"""Luck: the generator is the published one, uniform and independent, and the same draw whatever stands around it."""

import numpy as np
import pytest

from game.engine.chance import Chance, Purpose, key, squares

MASK = (1 << 64) - 1


def swap(word: int) -> int:
    return (word >> 32 | word << 32) & MASK


def squares64(counter: int, draw_key: int) -> int:
    """Widynski (2022), the 64-bit form, in whole numbers of any length."""
    x = y = counter * draw_key & MASK
    z = (y + draw_key) & MASK
    x = swap((x * x + y) & MASK)
    x = swap((x * x + z) & MASK)
    x = swap((x * x + y) & MASK)
    t = x = (x * x + z) & MASK
    x = swap(x)
    return t ^ ((x * x + y) & MASK) >> 32


def test_generator_is_squares64() -> None:
    counters = [0, 1, 2, 3, 1 << 20, (1 << 44) + 5, MASK]
    for purpose in Purpose:
        draw_key = key(2026, purpose)
        made = squares(np.array(counters, dtype=np.uint64), draw_key)
        assert [int(word) for word in made] == [squares64(counter, draw_key) for counter in counters]


def test_keys_have_the_digits_the_paper_asks_for() -> None:
    for seed in range(200):
        digits = f"{key(seed, seed % 17):016x}"
        assert "0" not in digits
        assert len(set(digits[:8])) == len(set(digits[8:])) == 8
        assert int(digits[-1], 16) % 2 == 1


def test_keys_differ_between_seeds_and_purposes() -> None:
    keys = {key(seed, purpose) for seed in range(300) for purpose in Purpose}
    assert len(keys) == 300 * len(Purpose)


@pytest.mark.parametrize("purpose", [Purpose.TASTE, Purpose.AUDIT, Purpose.LAST_QUARTER])
def test_uniform(purpose: Purpose) -> None:
    ids = np.broadcast_to(np.arange(1, 41), (1000, 40))
    draws = Chance(3, np.arange(1000)).uniform(purpose, 5, ids).ravel()
    assert draws.min() > 0
    assert draws.max() < 1
    bins = np.bincount((draws * 64).astype(int), minlength=64)
    expected = len(draws) / 64
    chi_square = float(((bins - expected) ** 2 / expected).sum())
    assert abs(chi_square - 63) < 5 * np.sqrt(2 * 63)


def test_independent_of_neighbours_in_every_direction() -> None:
    """Correlation between draws one step apart in firm, replicate, quarter, lane, purpose and seed."""
    ids = np.broadcast_to(np.arange(1, 41), (1000, 40))
    chance = Chance(3, np.arange(1000))
    base = chance.uniform(Purpose.TASTE, 5, ids)
    others = {
        "firm": chance.uniform(Purpose.TASTE, 5, ids + 1),
        "replicate": Chance(3, np.arange(1, 1001)).uniform(Purpose.TASTE, 5, ids),
        "quarter": chance.uniform(Purpose.TASTE, 6, ids),
        "lane": chance.uniform(Purpose.TASTE, 5, ids, lane=1),
        "purpose": chance.uniform(Purpose.TREMBLE, 5, ids),
        "seed": Chance(4, np.arange(1000)).uniform(Purpose.TASTE, 5, ids),
        "partner": chance.uniform(Purpose.TASTE, 5, ids, np.ones_like(ids)),
    }
    for name, other in others.items():
        correlation = float(np.corrcoef(base.ravel(), other.ravel())[0, 1])
        assert abs(correlation) < 4 / np.sqrt(base.size), name
        assert not np.array_equal(base, other)


def test_normal_moments() -> None:
    ids = np.broadcast_to(np.arange(1, 41), (2000, 40))
    draws = Chance(9, np.arange(2000)).normal(Purpose.OBSERVE, 2, ids).ravel()
    error = 1 / np.sqrt(len(draws))
    assert abs(draws.mean()) < 4 * error
    assert abs(draws.var() - 1) < 4 * np.sqrt(2) * error
    assert abs((draws**3).mean()) < 4 * np.sqrt(15) * error
    assert abs((draws**4).mean() - 3) < 4 * np.sqrt(96) * error


def test_one_replicate_draws_what_the_batch_draws() -> None:
    ids = np.broadcast_to(np.arange(1, 17), (500, 16))
    batch = Chance(7, np.arange(500)).normal(Purpose.TASTE, 3, ids)
    for k in (0, 1, 123, 499):
        single = Chance(7, np.array([k])).normal(Purpose.TASTE, 3, ids[:1])
        assert single.tobytes() == batch[k : k + 1].tobytes()


def test_another_firm_shifts_nobodys_luck() -> None:
    few = np.array([[1, 2, 4, 9]])
    many = np.array([[1, 7, 2, 4, 30, 9]])
    chance = Chance(7, np.array([11]))
    assert np.array_equal(
        chance.uniform(Purpose.AUDIT, 3, few)[0], chance.uniform(Purpose.AUDIT, 3, many)[0][[0, 2, 3, 5]]
    )
