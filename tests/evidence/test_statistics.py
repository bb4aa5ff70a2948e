"""Student's t, Holm and the relations of parts against values known from elsewhere."""

import numpy as np
import pytest

from game.evidence.arm import Arm
from game.evidence.claim import Claim, Finding, Part, Relation, Side
from game.evidence.metric import GROWTH, SD, SWING, Metric
from game.model.record import Floats
from game.statistics import estimate, holm, incomplete_beta, t_above, t_quantile

ONE, OTHER, THIRD = Arm(), Arm(firms=8), Arm(firms=20)
INDEX, MONEY = Metric("brand", 5, 8), Metric("profit", 5, 8)


@pytest.mark.parametrize(
    ("chance", "free", "value"),
    [(0.995, 1, 63.6567), (0.995, 9, 3.2498), (0.995, 199, 2.6008), (0.975, 10, 2.2281), (0.9, 5, 1.4759)],
)
def test_quantiles_of_t_are_those_of_the_tables(chance: float, free: int, value: float) -> None:
    assert t_quantile(chance, free) == pytest.approx(value, abs=1e-4)
    assert t_above(value, free) == pytest.approx(1 - chance, abs=1e-5)
    assert t_above(-value, free) == pytest.approx(chance, abs=1e-5)


def test_incomplete_beta_in_closed_form() -> None:
    for x in (0.0, 0.1, 0.5, 0.93, 1.0):
        assert incomplete_beta(1, 1, x) == pytest.approx(x)
        assert incomplete_beta(2, 1, x) == pytest.approx(x * x)
        assert incomplete_beta(1, 3, x) == pytest.approx(1 - (1 - x) ** 3)


def test_an_interval_by_hand() -> None:
    found = estimate(np.array([1.0, 2.0, 3.0, 4.0]))
    half = 5.8409 * np.sqrt(5 / 3) / 2  # t(.995, 3) s / sqrt(4)
    assert found.effect == 2.5
    assert [found.low, found.high] == pytest.approx([2.5 - half, 2.5 + half], abs=1e-4)


def test_without_spread_there_is_no_doubt() -> None:
    found = estimate(np.zeros(5))
    assert (found.low, found.high, found.beyond(0.0), found.beyond(-0.1), found.below(0.1)) == (0, 0, 1, 0, 0)


def test_holm_by_hand() -> None:
    assert holm([0.01, 0.04, 0.03]) == pytest.approx([0.03, 0.06, 0.06])
    assert holm([0.5, 0.9]) == pytest.approx([1.0, 1.0])
    assert holm([]) == []


def judged(
    relation: Relation, control: Floats, treatment: Floats, far: Floats | None = None, metric: Metric = INDEX
) -> Finding:
    """A part on made-up values; signs are told apart as gains over nothing."""
    base = THIRD if relation == "differs" else None
    made = {ONE: control, OTHER: treatment, THIRD: np.zeros_like(control) if far is None else far}
    end = Side(THIRD, metric) if relation == "peak" else None
    part = Part(relation, Side(ONE, metric, base), Side(OTHER, metric, base), end)
    return part.judge(lambda arm, _: made[arm])


def around(mean: float, spread: float = 0.001, runs: int = 200) -> Floats:
    return mean + spread * np.resize([-1.0, 1.0], runs)


@pytest.mark.parametrize(
    ("relation", "difference", "holds"),
    [
        ("up", 0.03, True),
        ("up", 0.0201, False),  # beyond the margin, but not the whole interval
        ("up", 0.01, False),
        ("up", -0.03, False),
        ("down", -0.03, True),
        ("down", 0.03, False),
        ("not_up", 0.0, True),
        ("not_up", 0.019, True),
        ("not_up", -0.5, True),
        ("not_up", 0.03, False),
        ("not_down", -0.01, True),
        ("not_down", -0.03, False),
        ("equal", 0.03, True),  # within twice the margin
        ("equal", -0.05, False),
        ("equal", 0.05, False),
    ],
)
def test_relations_hold_when_the_interval_lies_beyond_the_margin(
    relation: Relation, difference: float, holds: bool
) -> None:
    finding = judged(relation, around(0.5, 0.0), around(0.5 + difference))
    assert finding.holds is holds
    assert finding.margin == 0.02
    assert finding.effect == pytest.approx(difference)
    assert (finding.p < 0.005) is holds


def test_a_peak_stands_above_both_ends() -> None:
    low, middle, high = around(0.1), around(0.2), around(0.15)
    found = judged("peak", low, middle, high)
    assert found.holds
    assert found.effect == pytest.approx(0.05)
    assert not judged("peak", low, high, middle).holds
    assert not judged("peak", middle, high, low).holds


def test_signs_that_differ() -> None:
    assert judged("differs", around(-0.1), around(0.1)).holds
    assert not judged("differs", around(0.1), around(-0.1)).holds
    assert not judged("differs", around(-0.1), around(0.01)).holds


def test_margins_go_by_the_kind_of_metric() -> None:
    found = judged("up", around(50.0), around(50.6), metric=MONEY)
    assert found.margin == pytest.approx(0.5)
    assert found.holds
    assert not judged("up", around(50.0), around(50.4), metric=MONEY).holds
    part = Part("up", Side(ONE, INDEX), Side(OTHER, INDEX), impulse=0.05)
    values = {ONE: around(0.5), OTHER: around(0.51)}
    assert part.judge(lambda arm, _: values[arm]).margin == pytest.approx(0.0025)


def test_a_gain_is_a_part_of_the_base() -> None:
    side = Side(ONE, MONEY, OTHER)
    values = {ONE: np.array([12.0, 14.0]), OTHER: np.array([9.0, 11.0])}
    assert side.value(lambda arm, _: values[arm]) == pytest.approx([0.3, 0.3])
    assert (side.kind, side.unit) == ("share", "")


def test_a_metric_looks_at_played_quarters_only() -> None:
    with pytest.raises(ValueError, match="brand"):
        Metric("brand", 3, 8)
    with pytest.raises(ValueError, match="brand"):
        Metric("brand", 8, 9, over=SWING)
    with pytest.raises(KeyError):
        Metric("no such reading", 5, 8)


def test_what_a_metric_takes() -> None:
    """Two firms and a place that is empty at first, over four quarters of one run."""
    path = np.array([[1.0, 10.0, 0.0], [3.0, 10.0, 0.0], [2.0, 10.0, 6.0], [4.0, 10.0, 8.0]])
    series = [np.zeros(0)] * 3 + [row[None, :] for row in path]
    there = [np.array([[True, True, quarter >= 5]]) for quarter in range(7)]
    everyone, first = np.ones(3, dtype=bool), np.array([True, False, False])

    def taken(over: str, slots: np.ndarray) -> float:
        return float(Metric("profit", 4, 7, over=over).of(series, there, slots)[0])

    assert taken("mean", first) == 2.5
    assert taken("mean", everyone) == pytest.approx((5.5 + 6.5 + 6.0 + 22 / 3) / 4)
    assert taken(SD, first) == pytest.approx(np.std([1, 3, 2, 4], ddof=1))
    assert taken(SD, everyone) == pytest.approx(np.std([1, 3, 2, 4], ddof=1) / 2)  # a newcomer has no s.d.
    assert taken(SWING, first) == pytest.approx(np.std([2, -1, 2], ddof=1) / 2.5)
    assert taken(GROWTH, first) == pytest.approx(3.0)


def test_a_claim_needs_parts_and_a_switch() -> None:
    part = Part("up", Side(ONE, INDEX), Side(OTHER, INDEX))
    with pytest.raises(ValueError, match="C99"):
        Claim("C99", "P1", "emergent", (), off=("audits",))
    with pytest.raises(ValueError, match="C99"):
        Claim("C99", "P1", "emergent", (part,))
    off = Claim("C99", "P1", "emergent", (part,), off=("audits",)).switched_off()
    assert all(arm.off == ("audits",) for side in off.parts[0].sides() for arm in side.arms())
