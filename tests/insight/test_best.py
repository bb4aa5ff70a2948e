"""The best plan found: at least as good as the fixed ones where it was looked for, honest about how long."""

import pytest

from game.insight import best
from game.insight.best import TRIAL, search
from game.insight.plans import PLANS
from game.model.scenario import Quarters
from tests.build import village

SMALL = village(6, ("mark", "fair"), quarters=Quarters(min=5, max=5))


def test_looking_longer_never_finds_less_on_the_trials() -> None:
    short, long = search(SMALL, 0, budget=len(PLANS)), search(SMALL, 0, budget=24)
    assert short.tried == len(PLANS)
    assert short.ahead == 0
    assert short.plan in PLANS
    assert len(PLANS) < long.tried <= 24
    assert long.ahead > 0
    assert long.worth == pytest.approx(short.worth + long.ahead, rel=1e-12)


def test_the_proof_is_played_on_luck_that_the_choice_did_not_see(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[int, int]] = []
    played = best._worth

    def watched(rules, plan, slot, rivals, ids):  # type: ignore[no-untyped-def]
        asked.append((int(ids[0]), int(ids[-1])))
        return played(rules, plan, slot, rivals, ids)

    monkeypatch.setattr(best, "_worth", watched)
    search(SMALL, 0, budget=8)
    assert set(asked[:-2]) == {(0, TRIAL - 1)}
    assert set(asked[-2:]) == {(TRIAL, TRIAL + best.PROOF - 1)}


def test_the_same_search_finds_the_same() -> None:
    assert search(SMALL, 1, budget=8) == search(SMALL, 1, budget=8)
