"""Money closes: whatever one side pays another receives, and every figure is the sum of its terms."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.engine.chance import Chance
from game.engine.opening import open_game
from game.engine.rules import compile_rules
from game.model.decision import Decision
from game.model.ledger import money_terms
from game.model.parameters import Finance
from game.model.policy import Entry
from game.model.scenario import Scenario
from game.play import Moment
from tests.build import FOUR, outcome, play_out, village
from tests.generate import random_decisions, scenarios

NOBODY = Entry(base=0.0, brand=0.0, capital=0.0, profit=0.0)


def balances(moments: list[Moment], start_cash: np.ndarray) -> None:
    first = moments[0]
    cash, treasury = start_cash, np.zeros(len(start_cash))
    government = first.state.region.government - outcome(first).money.government
    for moment in moments:
        money, population = outcome(moment).money, outcome(moment).population
        firms = moment.state.firms
        change = firms.cash.sum(axis=-1) - cash.sum(axis=-1)
        bodies = moment.state.bodies.treasury.sum(axis=-1) - treasury
        state = moment.state.region.government - government
        outside = (
            money.outside
            - population.brought.sum(axis=-1)
            + population.wound_up.sum(axis=-1)
            + np.where(population.exits, money.loan, 0.0).sum(axis=-1)
        )
        total = change + bodies + state + money.buyers + outside
        volume = np.abs(money.terms).sum(axis=(1, 2)) + 1
        assert (np.abs(total) / volume < 1e-9).all()
        cash, treasury, government = (
            firms.cash,
            moment.state.bodies.treasury.sum(axis=-1),
            moment.state.region.government,
        )


@given(scenario=scenarios(), seed=st.integers(0, 10_000))
def test_money_closes_whatever_is_decided(scenario: Scenario, seed: int) -> None:
    start = open_game(compile_rules(scenario), Chance(seed, np.arange(2))).firms.cash
    moments = play_out(scenario, 5, runs=2, seed=seed, seats=(0,), send=random_decisions(seed))
    balances(moments, start)


def test_profit_is_the_sum_of_its_terms() -> None:
    for moment in play_out(village(), 6, runs=20, send=random_decisions(3)):
        money = outcome(moment).money
        scale = np.abs(money.terms).max(axis=1)
        assert (np.abs(money.terms.sum(axis=1) - money.profit) <= 1e-9 * scale).all()
        assert money.terms.shape[1] == len(money_terms(FOUR))


def test_what_members_pay_and_get_is_what_bodies_receive_and_spend() -> None:
    names = money_terms(FOUR)
    before = np.zeros((5, 4))
    for moment in play_out(village(), 8, "never", runs=5):
        money, verdicts = outcome(moment).money, outcome(moment).verdicts
        after = moment.state.bodies.treasury
        for j, body in enumerate(FOUR):
            columns = [names.index(f"{term}.{body}") for term in ("dues", "fines", "complaints", "refunds")]
            received = -money.terms[:, columns].sum(axis=(1, 2))
            running = 0.002 * 130 * outcome(moment).membership.member[:, j].sum(axis=-1)
            audits = 0.002 * 130 * verdicts.audited[:, j].sum(axis=-1)
            assert after[:, j] - before[:, j] == pytest.approx(received - running - audits, abs=1e-9)
        before = after


def test_tax_is_a_share_of_profit_and_nothing_on_a_loss() -> None:
    names = money_terms(FOUR)
    money = outcome(play_out(village(), 3, runs=50, send=random_decisions(5))[-1]).money
    tax = -money.terms[:, names.index("tax")]
    before = money.profit + tax
    assert np.allclose(tax, 0.2 * np.maximum(before, 0), rtol=1e-12)
    assert (before < 0).any()
    assert (before > 0).any()


def test_a_human_firm_borrows_instead_of_failing_and_pays_back() -> None:
    def waste(moment: Moment, proposed: Decision) -> Decision:
        price = proposed.price.copy()
        price[:, 0] = 0.85 if moment.state.quarter <= 6 else 1.35
        return replace(proposed, price=price, join=np.ones_like(proposed.join))

    moments = play_out(village(), 30, "always", seats=(0,), send=waste)
    cash = [float(moment.state.firms.cash[0, 0]) for moment in moments]
    loan = [float(moment.state.firms.loan[0, 0]) for moment in moments]
    assert min(cash) >= 0
    assert max(loan) > 20
    assert loan[-1] < max(loan)
    assert all(moment.state.firms.active[0, 0] for moment in moments)
    worst = loan.index(max(loan))
    interest = outcome(moments[worst + 1]).money.terms[0, money_terms(FOUR).index("interest"), 0]
    assert interest == pytest.approx(-0.06 * max(loan), rel=1e-12)


def test_a_rival_in_the_same_trouble_closes_and_its_ties_go() -> None:
    def waste(moment: Moment, proposed: Decision) -> Decision:
        price = proposed.price.copy()
        price[:, 5] = 0.2
        return replace(proposed, price=price, join=np.ones_like(proposed.join))

    moments = play_out(village(finance=Finance(opening_cash=0.5), entry=NOBODY), 20, "always", send=waste)
    closed = next(i for i, moment in enumerate(moments) if not moment.state.firms.active[0, 5])
    last = moments[-1].state
    assert outcome(moments[closed]).population.exits[0].tolist().count(True) == 1
    assert last.firms.cash[0, 5] == 0
    assert not (last.ties.wanted[0] == 5).any()
    assert not last.bodies.member[0, :, 5].any()
    assert outcome(moments[-1]).money.terms[0, :, 5].tolist() == [0.0] * len(money_terms(FOUR))
