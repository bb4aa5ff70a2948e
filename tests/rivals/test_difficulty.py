"""Difficulty is who the rivals are: shares of never-keepers and of kinds of people, in every shipped scenario."""

from collections import Counter
from collections.abc import Iterator

import numpy as np
import pytest

from game import resources
from game.engine.rules import compile_rules
from game.insight.band import band_digest
from game.model.scenario import Quarters, Scenario
from game.rivals.difficulty import DIFFICULTIES, EASY, HARD, NORMAL, PEOPLE, handicap, never_keeps
from game.rivals.mind import cast
from game.scenario.read import load, treated
from tests.build import outcome, play_out, village

BLIND = {"always", "never", "alternator", "random"}  # these look at nobody


def shipped() -> Iterator[tuple[str, Scenario, int]]:
    """Every seat of every shipped scenario and of its treatments."""
    for name, path in resources.shipped_scenarios().items():
        scenario = load(path)
        text = path.read_text(encoding="utf-8")
        variants = {"": scenario, **{held: treated(text, held) for held in scenario.treatments}}
        for treatment, variant in variants.items():
            for slot, firm in enumerate(variant.firms):
                if firm.seat:
                    yield f"{name} {treatment} {slot}", variant, slot


SHIPPED = {name: (scenario, slot) for name, scenario, slot in shipped()}


def rivals(scenario: Scenario, slot: int, difficulty: str) -> list[str]:
    """Group strategies of the rivals; one that keeps no promise of its own accord is called never."""
    played = cast(compile_rules(scenario), handicap(scenario, difficulty, (slot,))).group
    named = []
    for place, firm in enumerate(scenario.firms):
        if place != slot:
            held = firm.model_copy(update={"strategy": played[place]})
            named.append("never" if never_keeps(scenario, held) else played[place])
    return named


@pytest.mark.parametrize("name", SHIPPED)
class TestShippedScenarios:
    def test_easy_has_at_most_one_never_keeper_in_sixteen(self, name: str) -> None:
        scenario, slot = SHIPPED[name]
        assert rivals(scenario, slot, EASY).count("never") <= max(1, len(scenario.firms) // 16)

    def test_normal_has_at_most_three_in_sixteen_and_mostly_rivals_that_answer(self, name: str) -> None:
        scenario, slot = SHIPPED[name]
        kinds = rivals(scenario, slot, NORMAL)
        assert kinds.count("never") <= 3 * len(scenario.firms) / 16
        assert sum(kind not in BLIND for kind in kinds) > len(kinds) / 2

    def test_hard_is_the_people_mix(self, name: str) -> None:
        """Fischbacher, Gaechter & Fehr (2001): 50 % conditional, 30 % free riders, 14 % hump-shaped, 6 % others."""
        scenario, slot = SHIPPED[name]
        kinds = Counter(rivals(scenario, slot, HARD))
        whole = sum(kinds.values())
        for kind, share in (("conditional", 0.50), ("never", 0.30), ("hump", 0.14)):
            assert abs(kinds[kind] - share * whole) <= 1, kinds
        assert whole - kinds["conditional"] - kinds["never"] - kinds["hump"] <= max(1, 0.06 * whole)

    def test_difficulty_leaves_the_player_alone(self, name: str) -> None:
        scenario, slot = SHIPPED[name]
        for difficulty in DIFFICULTIES:
            assert slot not in handicap(scenario, difficulty, (slot,))
        assert handicap(scenario, NORMAL, (slot,)) == {}


@pytest.mark.parametrize("count", [7, 15, 16, 31, 47])
def test_the_people_mix_holds_for_any_number_of_rivals(count: int) -> None:
    kinds = Counter(PEOPLE[place % len(PEOPLE)] for place in range(count))
    for kind, share in (("conditional", 0.50), ("never", 0.30), ("hump", 0.14), ("random", 0.06)):
        assert abs(kinds[kind] / count - share) < 0.08


def test_easy_replaces_never_keepers_beyond_the_first() -> None:
    scenario = village(16, ("mark",), strategy="never")
    held = handicap(scenario, EASY, (0,))
    assert set(held) == set(range(2, 16))
    assert set(held.values()) == {"conditional"}
    scenario = village(32, ("mark",), strategy="never")
    assert len(handicap(scenario, EASY, (0,))) == 29


@pytest.mark.parametrize(("patience", "never"), [(0.25, True), (0.28, True), (0.30, False), (0.9, False)])
def test_a_reasoner_below_the_threshold_counts_as_a_never_keeper_and_plays_like_one(
    patience: float, never: bool
) -> None:
    """d* = (1 - m)/((n - 1) m) with m = 3/16 is .289."""
    scenario = village(16, ("mark",), strategy="reasoner", quarters=Quarters(min=40, max=40, continuation=1.0))
    firms = [
        firm.model_copy(update={"manager": firm.manager.model_copy(update={"patience": patience})})
        for firm in scenario.firms
    ]
    mark = scenario.institutions.mark
    assert mark is not None
    quiet = scenario.institutions.model_copy(update={"mark": mark.model_copy(update={"audit": 0.0})})
    scenario = scenario.model_copy(update={"firms": firms, "institutions": quiet})
    assert never_keeps(scenario, firms[3]) is never
    effort = np.mean([outcome(moment).games.effort.mean() for moment in play_out(scenario, 4, runs=10)])
    assert (effort < 0.1) is np.bool_(never)


def test_a_band_belongs_to_its_cast(monkeypatch: pytest.MonkeyPatch) -> None:
    """Another mix of people is another band, though the difficulty has the same name."""
    scenario = village(16, ("mark",))
    before = {difficulty: band_digest(scenario, 0, difficulty) for difficulty in DIFFICULTIES}
    monkeypatch.setattr("game.rivals.difficulty.PEOPLE", ("never",))
    after = {difficulty: band_digest(scenario, 0, difficulty) for difficulty in DIFFICULTIES}
    assert after[HARD] != before[HARD]
    assert (after[EASY], after[NORMAL]) == (before[EASY], before[NORMAL])
