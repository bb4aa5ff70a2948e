"""The six verbs: each does what it says in the quarters that are played, and nothing else does anything."""

import numpy as np
import pytest

from game.evidence.arm import Arm, group, slots_of
from game.evidence.course import play_arm
from game.evidence.declared import bounds, ranges
from game.evidence.metric import Metric
from game.model.village import village

VILLAGE = Arm()


def mean(arm: Arm, reading: str, who: str = "all", first: int = 4, last: int = 4) -> float:
    return float(play_arm(arm, [Metric(reading, first, last, who)], 5, np.arange(4))[0].mean())


def test_fields_are_set_by_path_and_by_group_of_firms() -> None:
    made = VILLAGE.set({"firms": 8, "costs.scale": 0.2, "firms.large.knowledge": 9.0}).scenario()
    assert len(made.firms) == 8
    assert made.costs.scale == 0.2
    assert [firm.knowledge for firm in made.firms] == [9.0] * 2 + [4.0] * 6


def test_policies_replace_decisions_of_their_group_only() -> None:
    arm = VILLAGE.let("large", effort={"mark": 0.0}, research=2.0)
    assert mean(arm, "effort.mark", "small") > 0.5 > mean(arm, "effort.mark", "large")
    unit = village().costs.research_base * village().costs.reference_revenue
    assert mean(arm, "research_spending", "large") == pytest.approx(2 * unit)
    assert mean(VILLAGE.let("last", outside=("mark",)), "membership", "last") == pytest.approx(7 / 8)
    assert mean(VILLAGE.let(markup=2.0), "price") > 1.1 * mean(VILLAGE.let(markup=1.0), "price")


def test_stocks_are_opened_hit_and_held() -> None:
    held = VILLAGE.hold("region.rigidity", 0.6)
    assert mean(VILLAGE.open("region.rigidity", 0.6), "rigidity") < mean(held, "rigidity")
    late = VILLAGE.hit("region.cluster", 0.1, 4)
    assert mean(late, "cluster") - mean(VILLAGE, "cluster") == pytest.approx(0.1, abs=0.03)
    assert mean(VILLAGE.hit("region.cluster", 0.1, 5), "cluster") == mean(VILLAGE, "cluster")
    poor = VILLAGE.open("firms.knowledge", 1.0, "weak")
    assert mean(poor, "knowledge", "weak") < mean(poor, "knowledge", "first") - 1


def test_an_arrow_off_is_a_neutral_number() -> None:
    assert VILLAGE.without("scale_to_cost").scenario().costs.scale == 0.0
    assert VILLAGE.set({"costs.scale": 0.2}).without("scale_to_cost").scenario().costs.scale == 0.0


def test_arms_that_come_to_the_same_have_one_digest() -> None:
    same = VILLAGE.set({"ties.degree": village().ties.degree})
    assert same.digest() == VILLAGE.digest()
    others = (
        VILLAGE.set({"ties.degree": 2}),
        VILLAGE.let(strategy="always"),
        VILLAGE.open("region.cluster", 0.2),
        VILLAGE.hit("region.cluster", 0.1, 4),
        VILLAGE.hold("region.cluster", 0.2),
        VILLAGE.without("scale_to_cost"),
        VILLAGE.managed(),
    )
    assert len({arm.digest() for arm in (VILLAGE, *others)}) == len(others) + 1


def test_groups_of_firms() -> None:
    names = ("large", "odd", "even")
    together = np.sum([group(name, 16, 16) for name in names], axis=0)
    assert (together == 1).all()
    assert [list(slots_of(name, 8, 10)) for name in ("small", "last", "inner", "weak")] == [
        [2, 3, 4, 5, 6, 7, 8, 9],
        [6, 7],
        [2, 3, 4, 5],
        [7],
    ]


def test_a_number_moves_within_its_range() -> None:
    up = Arm(moved=(("costs.scale", 1.2),)).scenario().costs.scale
    assert up == pytest.approx(1.2 * village().costs.scale)
    assert (
        Arm(moved=(("brands.scandal_chance", 1e9),)).scenario().brands.scandal_chance
        == bounds("brands.scandal_chance")[1]
    )
    assert Arm(moved=(("market.recession_length", 1.2),)).scenario().market.recession_length == 5
    assert len(ranges()) > 250
    assert not [path for path in ranges() if path.split(".")[0] in {"firms", "quarters", "events"}]
