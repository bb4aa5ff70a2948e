"""Calibration against figures worked out by hand and against published ones."""

import pytest

from game.learning.calibration import ENOUGH, brier, calibrate, wilson

CALLS = [(90, True), (90, True), (70, False), (30, False), (50, True)]


def test_by_hand() -> None:
    made = calibrate(CALLS)
    assert made.brier == pytest.approx((0.01 + 0.01 + 0.49 + 0.09 + 0.25) / 5)
    assert (made.calls, made.sides, made.right) == (5, 4, 3)
    assert made.sure == pytest.approx((0.9 + 0.9 + 0.7 + 0.7) / 4)
    assert [(step.percent, step.calls, step.true, step.share) for step in made.steps] == [
        (30, 1, 0, 0.0),
        (50, 1, 1, 1.0),
        (70, 1, 0, 0.0),
        (90, 2, 2, 1.0),
    ]
    assert made.trust == "open"
    assert made.closer == "yes"
    assert made.enough


@pytest.mark.parametrize(
    ("true", "of", "low", "high"),
    [(3, 4, 0.3006, 0.9544), (0, 10, 0.0, 0.2775), (10, 10, 0.7225, 1.0), (81, 263, 0.2553, 0.3662), (0, 0, 0.0, 1.0)],
)
def test_wilson_intervals(true: int, of: int, low: float, high: float) -> None:
    """81 of 263 is Newcombe's example (1998, Statistics in Medicine 17:857-872, method 3)."""
    assert wilson(true, of) == pytest.approx((low, high), abs=5e-5)


@pytest.mark.parametrize(
    ("calls", "closer"),
    [
        ([(90, True)] * 4, "yes"),
        ([(90, False)] * 4, "no"),
        ([(50, True), (50, False)] * 2, "same"),
        ([(70, True)] * 3 + [(70, False)] * 3, "no"),
        ([(70, True)] * 3 + [(70, False)] * 2, "same"),
    ],
)
def test_against_always_saying_fifty(calls: list[tuple[int, bool]], closer: str) -> None:
    assert calibrate(calls).closer == closer


def test_over_and_under_are_said_only_where_luck_does_not_explain_them() -> None:
    assert calibrate([(90, False)] * 3 + [(10, True)] * 3).trust == "over"
    assert calibrate([(70, True)] * 10).trust == "under"
    assert calibrate([(90, True)] * 6 + [(10, False)] * 4 + [(90, False)]).trust == "open"


def test_nothing_is_said_of_a_handful() -> None:
    assert not calibrate([(90, True)] * (ENOUGH - 1)).enough
    assert calibrate([(90, True)] * ENOUGH).enough


def test_without_calls_and_without_sides() -> None:
    none = calibrate([])
    assert (none.calls, none.steps, none.sides, none.brier, none.trust) == (0, (), 0, 0.25, "open")
    assert brier([]) == 0.25
    fifty = calibrate([(50, True)] * 5)
    assert (fifty.sides, fifty.right, fifty.trust, fifty.closer) == (0, 0, "open", "same")
