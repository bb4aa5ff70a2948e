"""Score bands: kept ones are current, plans stand where the model says, scores are anchored in them."""

import numpy as np
import pytest

from game import resources
from game.engine.scores import bend
from game.insight.band import REPLICATES, band_digest, measure, steps
from game.insight.kept import find
from game.insight.plans import PLANS
from game.model.scenario import Scenario
from game.rivals.difficulty import DIFFICULTIES
from game.scenario.read import load
from tests.build import village

SHIPPED = [load(path) for path in resources.shipped_scenarios().values()]
NAMES = list(resources.shipped_scenarios())


@pytest.mark.parametrize("scenario", SHIPPED, ids=NAMES)
@pytest.mark.parametrize("difficulty", DIFFICULTIES)
def test_every_seat_of_a_shipped_scenario_has_a_kept_band(scenario: Scenario, difficulty: str) -> None:
    """Otherwise the first game would have to wait; `python -m game.insight` refreshes them."""
    for slot, firm in enumerate(scenario.firms):
        if firm.seat:
            assert find(scenario, slot, difficulty) is not None


@pytest.mark.parametrize("scenario", SHIPPED, ids=NAMES)
def test_kept_bands_are_what_would_be_measured_now(scenario: Scenario) -> None:
    kept, now = find(scenario, 0), measure(scenario, 0)
    assert kept is not None
    for plan in PLANS:
        assert kept.worth[plan.name] == pytest.approx(now.worth[plan.name], rel=1e-5)
    assert kept.none_keep == pytest.approx(now.none_keep, rel=1e-5)


@pytest.mark.parametrize("scenario", SHIPPED, ids=NAMES)
def test_a_village_that_keeps_is_better_off_than_one_that_does_not(scenario: Scenario) -> None:
    band = find(scenario, 0)
    assert band is not None
    assert band.all_keep[-1] > band.none_keep[-1] + 5
    assert band.worth[band.best][-1] > band.worth["free_ride"][-1]


def test_anchors_leave_room_on_both_sides() -> None:
    band = find(SHIPPED[NAMES.index("tea")], 0)
    assert band is not None
    anchors = band.anchors()
    low, high = np.array(anchors.low), np.array(anchors.high)
    assert (low < np.array(band.worth["free_ride"])).all()
    assert (high >= np.max(list(band.worth.values()), axis=0) - 1e-9).any()
    assert (high > low).all()


def test_the_scale_bends_but_never_ends() -> None:
    x = np.linspace(-50, 50, 20_001)
    y = bend(x)
    assert (np.diff(y) > 0).all()
    assert 0 < y[0] < y[-1] < 1
    assert bend(np.array([0.0, 1.0])) == pytest.approx([0.08, 0.92], abs=5e-4)


def test_a_band_depends_on_rules_not_on_words() -> None:
    plain = village(8, quarters={"min": 2, "max": 2})
    told = plain.model_copy(update={"about": plain.about.model_copy(update={"title": "Another name"})})
    dearer = plain.model_copy(
        update={"costs": plain.costs.model_copy(update={"unit_cost": plain.costs.unit_cost * 1.01})}
    )
    assert band_digest(plain, 0) == band_digest(told, 0)
    assert band_digest(plain, 0) != band_digest(dearer, 0)
    assert band_digest(plain, 0) != band_digest(plain, 1)


def test_steps_tell_how_far_they_are_and_end_with_the_band() -> None:
    told = list(steps(village(6, ("mark",), quarters={"min": 2, "max": 2}), 0))
    shares = [share for share, _ in told]
    assert shares == sorted(shares)
    assert shares[-1] == 1.0
    assert [band is not None for _, band in told] == [False] * (len(told) - 1) + [True]
    assert REPLICATES >= 200
