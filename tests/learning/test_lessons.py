"""Lessons come just in time: at most one a quarter, none twice, in their order, from what the seat can know."""

from collections.abc import Mapping
from dataclasses import fields, replace
from typing import Any

import numpy as np
import pytest

from game.learning.lessons import LESSONS, Sight, lessons, lessons_met, sight
from game.learning.library import entries
from game.learning.notebook import Page
from game.model.record import lock
from tests.build import village
from tests.learning.played import Game, play_game

ME = 1
STILL = {"region": 40.0, "cluster": 40.0, "brand": 40.0, "economy": 40.0, "coupling": 40.0, "resilience": 60.0}


def quarter(number: int, kept: Mapping[int, bool], points: Mapping[str, float] | None = None, **other: Any) -> Sight:
    """A quarter of the mark, in which these members were seen to keep or not."""
    page = Page(number, {"mark": dict(kept)}, STILL | dict(points or {}), 10.0 - number, 100.0, {})
    broke = {"mark": frozenset(firm for firm, kept in kept.items() if not kept and firm != ME)}
    plain = Sight(page, ME, broke, False, frozenset(), False, False, False, 1.0, False)
    return replace(plain, **other)


KEPT = dict.fromkeys((1, 2, 3, 4, 5), True)


def met(*quarters: Sight) -> list[str]:
    return lessons(list(quarters))


def test_one_idea_a_quarter_and_none_twice() -> None:
    broke = KEPT | {5: False}
    everything = quarter(1, broke, fined=True, complaints=True, word=True, newcomers=True)
    found = met(*[everything] * 8)
    assert found[:2] == ["collective_good", "free_riding"]
    assert len([idea for idea in found if idea]) == len({idea for idea in found if idea})
    assert set(found[2:6]) == {"audits", "complaints", "pledges", "congestion"}
    assert found[6:] == ["", ""]


def test_nothing_before_what_it_rests_on() -> None:
    """Somebody breaks from the start; it is named only after the good that it eats up."""
    for lesson in LESSONS:
        assert set(lesson.after) <= {other.idea for other in LESSONS}
        assert lesson.idea in entries()
    assert met(quarter(1, KEPT | {5: False}), quarter(2, KEPT)) == ["collective_good", ""]
    assert met(quarter(1, {1: True}), quarter(2, {1: True})) == ["", ""]


def test_free_riding_is_breaking_among_keepers() -> None:
    assert met(quarter(1, KEPT), quarter(2, KEPT | {5: False}))[1] == "free_riding"
    most = {1: True, 2: False, 3: False, 4: False, 5: True}
    assert met(quarter(1, KEPT), quarter(2, most))[1] == ""
    alone = KEPT | {1: False}
    assert met(quarter(1, KEPT), quarter(2, alone))[1] == ""


def test_own_breach_then_the_answer() -> None:
    first = [quarter(1, KEPT), quarter(2, KEPT | {5: False})]
    mine = quarter(3, KEPT | {1: False, 5: False})
    answer = quarter(4, KEPT | {3: False, 5: False})
    assert met(*first, mine, answer) == ["collective_good", "free_riding", "firm_reputation", "reciprocity"]
    assert met(*first, mine, quarter(4, KEPT | {5: False}))[3] == ""


def test_checks_that_do_not_deter() -> None:
    first = [quarter(1, KEPT), quarter(2, KEPT | {5: False})]
    checked = frozenset({"mark"})
    again = quarter(3, KEPT | {5: False}, audited=checked)
    assert met(*first, again)[2] == "audits"
    assert met(*first, quarter(3, KEPT | {5: False}))[2] == ""
    assert met(*first, quarter(3, KEPT | {4: False}, audited=checked))[2] == ""
    assert met(*first, quarter(3, KEPT, fined=True))[2] == "audits"


def test_the_region_moves() -> None:
    start = quarter(1, KEPT)
    assert met(start, quarter(2, KEPT, {"brand": 41.5}))[1] == "regional_brand"
    assert met(start, quarter(2, KEPT, {"brand": 40.5}))[1] == ""
    turn = [start, *(quarter(n, KEPT, {"brand": level}) for n, level in ((2, 38.0), (3, 37.0), (4, 38.0)))]
    assert met(*turn)[1:] == ["regional_brand", "", "hysteresis"]
    down = {"cluster": 39.0, "brand": 38.0, "economy": 39.5}
    lower = {"cluster": 38.0, "brand": 37.0, "economy": 39.0}
    assert met(start, quarter(2, KEPT, down), quarter(3, KEPT, lower))[2] == "coupling"


def test_a_name_suffers_while_members_break_under_it() -> None:
    first = [quarter(1, KEPT), quarter(2, KEPT | {5: False})]
    lost = {"brand": 38.0}
    assert met(*first, quarter(3, KEPT | {5: False}, lost))[2] == "reputation"
    assert met(*first, quarter(3, KEPT, lost))[2] == "regional_brand"


def test_a_price_war_takes_two_quarters() -> None:
    start = quarter(1, KEPT)
    fell = [quarter(n, KEPT, price=price) for n, price in ((2, 0.97), (3, 0.94))]
    assert met(start, *fell)[2] == "price_war"
    assert met(start, fell[0], quarter(3, KEPT, price=0.965))[2] == ""


@pytest.fixture(scope="module")
def game() -> Game:
    """Breakers among those who give what others give."""
    return play_game(village(8), 8, {3: "never", 5: "alternator"})


def test_quarters_really_played(game: Game) -> None:
    found = lessons_met(game.rules, game.rows, 0)
    assert found[:2] == ["collective_good", "free_riding"]
    assert len(found) == 8
    assert [lessons_met(game.rules, game.rows[:n], 0) for n in range(9)] == [found[:n] for n in range(9)]


def test_what_only_others_know_changes_nothing(game: Game) -> None:
    """The others' profits, efforts, fines and stocks may be anything."""
    poisoned = []
    for row in game.rows:
        outcome = row.outcome
        others = np.arange(outcome.money.profit.shape[-1]) != 0
        money = replace(outcome.money, profit=np.where(others, np.nan, outcome.money.profit))
        fines = np.where(others, 999.0, outcome.verdicts.audit_fine)
        games = replace(outcome.games, effort=np.where(others, 0.123, outcome.games.effort))
        verdicts = replace(outcome.verdicts, audit_fine=fines)
        poisoned.append(replace(row, outcome=replace(outcome, money=lock(money), verdicts=verdicts, games=games)))
    for clean, other in zip(game.rows, poisoned, strict=True):
        one, two = sight(game.rules, clean, 0), sight(game.rules, other, 0)
        assert [getattr(one, item.name) == getattr(two, item.name) for item in fields(Sight)] == [True] * 10
    assert lessons_met(game.rules, poisoned, 0) == lessons_met(game.rules, game.rows, 0)
