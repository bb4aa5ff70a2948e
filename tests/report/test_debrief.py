"""Causes and the debrief: what is named as the reason did move profit, and what is counted is what was seen."""

import numpy as np
import pytest

from game.model.sheet import Sheet
from game.report.causes import LEDGER, cause_of, most_broken, own_terms
from game.report.debrief import MOST_POINTS, conducts, turning_points
from game.session.session import Session
from tests.session.test_session import new_game


def played(script: dict[int, Sheet], seed: int = 7) -> Session:
    session = new_game(seed=seed)
    while not session.finished:
        session.write(0, script.get(session.quarter, Sheet()))
        session.end_quarter()
    return session


def test_the_ledger_names_every_term_and_adds_up_to_profit() -> None:
    session = played({})
    known = [name for names in LEDGER.values() for name in names]
    for quarter in session.quarters:
        terms = own_terms(session.rules, quarter, 0)
        assert {term.split(".")[0] for term in terms} == set(known)
        assert sum(terms.values()) == pytest.approx(float(quarter.outcome.money.profit[0, 0]), abs=1e-9)


def test_a_price_cut_is_named_as_the_reason() -> None:
    session = played({3: Sheet(price=0.9)})
    before, now = session.quarters[1], session.quarters[2]
    cause = cause_of(session.rules, before, now, 0)
    assert cause.code in {"price", "event"}
    if cause.code == "price":
        assert cause.numbers["now"] == pytest.approx(0.9)


def test_own_spending_is_named_when_it_moved_profit_most() -> None:
    session = played({4: Sheet(quality=30.0)})
    cause = cause_of(session.rules, session.quarters[2], session.quarters[3], 0)
    assert cause.code == "own-more"
    spent = session.quarters[2].decision.quality[0, 0] - session.quarters[3].decision.quality[0, 0]
    assert cause.numbers["amount"] == pytest.approx(-spent, rel=0.2)


def test_breaking_and_leaving_are_turning_points_if_the_scores_moved() -> None:
    session = played({3: Sheet(effort={"mark": 0.0}), 6: Sheet(join={"mark": False})})
    points = turning_points(session, 0)
    assert 1 <= len(points) <= MOST_POINTS
    assert [point.quarter for point in points] == sorted(point.quarter for point in points)
    moved = {
        now.number: abs(float(now.outcome.scores.region[0] - before.outcome.scores.region[0]))
        for before, now in zip(session.quarters, session.quarters[1:], strict=False)
    }
    least_shown = min(abs(point.firm) + abs(point.region) for point in points)
    hidden = set(moved) - {point.quarter for point in points}
    assert all(moved[number] <= least_shown + 1e-9 for number in hidden)
    causes = {point.quarter: point.cause.code for point in points}
    assert causes.get(3, "you-break") in {"you-break", "others-gained", "others-lost"}
    assert causes.get(6, "you-leave") == "you-leave"


def test_an_event_is_only_named_where_it_points_the_right_way() -> None:
    for seed in range(8):
        session = played({}, seed)
        for before, now in zip(session.quarters, session.quarters[1:], strict=False):
            cause = cause_of(session.rules, before, now, 0)
            rose = now.outcome.money.profit[0, 0] > before.outcome.money.profit[0, 0]
            if cause.code == "event":
                assert (cause.name == "a year of high prices") == rose


def test_a_leap_of_the_own_price_goes_before_an_event() -> None:
    session = played({5: Sheet(price=2.0)})
    cause = cause_of(session.rules, session.quarters[3], session.quarters[4], 0)
    assert cause.code == "price"
    points = {point.quarter: point.cause.code for point in turning_points(session, 0)}
    assert points.get(5, "price") == "price"


def test_conducts_count_what_was_seen() -> None:
    session = played({number: Sheet(effort={"mark": 0.0}) for number in range(1, 11)})
    held = {conduct.slot: conduct for conduct in conducts(session)}
    assert set(held) == set(map(int, np.flatnonzero(session.moment.seen.active[0])))
    kept = sum(int(quarter.outcome.games.kept[0, :, 0].sum()) for quarter in session.quarters)
    assert held[0].kept == kept
    assert held[0].kept < held[0].quarters
    assert all(conduct.kept <= conduct.quarters for conduct in held.values())


def test_most_broken_needs_a_third_of_the_members() -> None:
    session = played({})
    for quarter in session.quarters:
        worst = most_broken(session.rules, quarter)
        shares = [
            (quarter.outcome.membership.member[0, j] & ~quarter.outcome.games.kept[0, j]).sum()
            / max(quarter.outcome.membership.member[0, j].sum(), 1)
            for j in range(len(session.rules.bodies.names))
        ]
        assert (worst is None) == (max(shares) < 1 / 3)
