"""What a motion would do: audits that bite raise keeping, weak ones do not, and nothing hidden moves the estimate."""

import numpy as np
import pytest

from game import play
from game.engine.rules import compile_rules
from game.insight.forecast import FORECAST, forecast
from game.insight.guess import Known, know
from game.insight.motion import MotionEffect, effect
from game.model.observation import seat
from game.model.sheet import Sheet
from game.model.town import KINDS, VALUES, Proposal
from tests.build import village
from tests.insight.test_forecast import known, scrambled, watched

HALL = {"town_hall": 1}


def reckoners(strategy: str = "best_reply") -> Known:
    """A village of firms that were seen to reckon, five quarters in."""
    table, moments = watched(village(8, ("mark", "fair"), agenda=HALL, strategy=strategy), 5)
    return known(table, moments)


def test_a_strong_audit_raises_the_keeping_of_those_who_reckon() -> None:
    shown = reckoners()
    weak, strong = (effect(shown, Proposal("audit", 0, audit)) for audit in (0.12, 0.8))
    assert strong.kept.mean > 0.4
    assert strong.kept.mean > 3 * abs(weak.kept.mean)
    assert strong.brand.mean > 0
    assert strong.quarter == 6 + FORECAST - 1
    assert strong.kept.mean == pytest.approx(strong.kept.carried - strong.kept.without)
    assert strong.kept.without == pytest.approx(weak.kept.without)


def test_no_audit_moves_those_who_do_not_reckon() -> None:
    """Conditional cooperators do as the others do; only the cost of the audits is felt."""
    shown = effect(reckoners("conditional"), Proposal("audit", 0, 0.8))
    assert abs(shown.kept.mean) < 0.02
    assert shown.profit.mean < 0


def test_without_a_change_there_is_no_difference() -> None:
    shown = reckoners()
    same = effect(shown, Proposal("audit", 0, float(shown.scenes[-1].audit[0, 0])))
    for change in (same.profit, same.kept, same.brand):
        assert (change.mean, change.spread) == (0.0, 0.0)


def test_the_arm_without_the_motion_is_the_forecast() -> None:
    """Same draws, same rivals, and a hall in which nothing is carried: the median brand of the plain forecast."""
    shown, draws = reckoners(), 24
    plain = forecast(shown, Sheet(), draws=draws)
    held = effect(shown, Proposal("fine", 0, 9.0), Sheet(), draws=draws)
    low, high = plain.bands["brand"][-1, [0, -1]]
    assert low <= held.brand.without <= high


def test_what_is_sealed_does_not_move_the_estimate() -> None:
    """Another seed, other rivals' rules and figures: the same picture, the same numbers."""
    plain = village(8, ("mark", "fair"), agenda=HALL, strategy="best_reply")
    table, moments = watched(plain, 4)
    proposal, sheet = Proposal("audit", 0, 0.7), Sheet(effort={"mark": 1.0})
    expected = effect(known(table, moments), proposal, sheet)
    others = [
        firm if slot == 0 else firm.model_copy(update={"strategy": "always"}) for slot, firm in enumerate(plain.firms)
    ]
    secret = compile_rules(plain.model_copy(update={"firms": others}), table.rules.anchors)
    for pictures in ([seat(each.seen, 0) for each in moments], [scrambled(each.seen, 0) for each in moments]):
        assert effect(know(secret, 0, (0,), pictures), proposal, sheet) == expected


def test_it_leaves_what_is_known_as_it_was_and_says_the_same_again() -> None:
    shown = reckoners()
    first = effect(shown, Proposal("structure", 0, 0.0))
    assert effect(shown, Proposal("structure", 0, 0.0)) == first
    assert (shown.moment.seen.motion == -1).all()


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_motion_can_be_tried(kind: str) -> None:
    scenario = village(5, ("mark",), slots=7, agenda=HALL)
    table, moments = watched(scenario, 3)
    made = effect(known(table, moments), Proposal(kind, 0 if kind not in {"admit", "expel"} else 2, VALUES[kind][1]))
    assert all(np.isfinite([made.profit.mean, made.kept.mean, made.brand.mean]))


def test_newcomers_and_outcasts_show() -> None:
    """Who is invited draws buyers to a small village; who is expelled no longer carries the common name."""
    scenario = village(6, ("mark",), slots=9, agenda=HALL, strategy="always")
    table, moments = watched(scenario, 3)
    shown = known(table, moments)
    assert effect(shown, Proposal("relocate", 0, 3.0)).profit.mean > 1
    assert effect(shown, Proposal("expel", 1, 0.0)).brand.mean < -0.001


def test_without_institutions_and_before_the_first_quarter() -> None:
    table = play.set_table(compile_rules(village(1, (), agenda=HALL)), 3, 1, (0,))
    made: MotionEffect = effect(known(table, [play.start(table)]), Proposal("advertise", 0, 0.05))
    assert np.isnan(made.kept.mean)
    assert made.brand.mean > 0
    one = effect(known(table, [play.start(table)]), Proposal("support", 0, 0.5), quarters=1)
    assert one.profit.mean == 0
