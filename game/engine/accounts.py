"""Phase 8, sales, income and taxes. Every payment has a payer and a payee, so money can't appear or vanish."""

from dataclasses import dataclass

import numpy as np

from game.engine.rules import Rules
from game.model.decision import Decision
from game.model.outcome import BODY_TERMS, OWN_TERMS, Effects, Games, Market, Membership, Money, Production, Verdicts
from game.model.record import Floats
from game.model.state import State

REPAY_ABOVE = 0.1


@dataclass(frozen=True)
class _Bodies:
    """Payments between members and bodies, [R, J, N], and what bodies pay to the outside and keep, [R, J]."""

    dues: Floats
    refunds: Floats
    spent: Floats
    treasury: Floats


def settle(
    rules: Rules,
    state: State,
    decision: Decision,
    ties: Membership,
    games: Games,
    verdicts: Verdicts,
    effects: Effects,
    production: Production,
    market: Market,
) -> Money:
    """Profit and loss of every firm, the bodies' treasuries, loans, and what each sector of the world received.

    Tax is a share of positive profit. A human firm that ends below the cash floor gets a bridging loan at a stated rate
    and pays it back as soon as it has a little more than the floor.
    """
    bodies = _bodies(rules, state, ties, verdicts)
    terms = _terms(rules, state, decision, games, verdicts, effects, production, market, bodies)
    tax = OWN_TERMS.index("tax")
    before_tax = terms.sum(axis=1)
    terms[:, tax] = -rules.scenario.region.tax * np.maximum(before_tax, 0.0)
    profit = terms.sum(axis=1)
    borrowed = _borrowing(rules, state, profit)
    costs = rules.scenario.costs
    memory = costs.solvency_memory
    smooth = memory * state.firms.smooth_profit + (1 - memory) * profit
    sales = terms[:, :3].sum(axis=1)
    to_bodies = bodies.dues + verdicts.audit_fine + verdicts.complaint_fine + verdicts.complaint_cost - bodies.refunds
    paid_out = sales + terms[:, tax] - profit - to_bodies.sum(axis=1)
    return Money(
        terms=terms,
        profit=profit,
        borrowed=borrowed,
        cash=state.firms.cash + profit + borrowed,
        loan=state.firms.loan + borrowed,
        treasury=bodies.treasury,
        government=-terms[:, tax].sum(axis=-1),
        buyers=-sales.sum(axis=-1),
        outside=paid_out.sum(axis=-1) + bodies.spent.sum(axis=-1) - borrowed.sum(axis=-1),
        smooth_profit=smooth,
        solvency=np.clip(smooth / (costs.solvency_margin * rules.v0 * state.firms.size), 0.0, 1.0),
    )


def _bodies(rules: Rules, state: State, ties: Membership, verdicts: Verdicts) -> _Bodies:
    """Dues follow size or last quarter's sales; a body pays its running and its audits, and returns what it can't use.

    Of the fines a share is paid out to the members; money beyond the reserve goes back in equal parts.
    """
    member = ties.member
    revenue = state.firms.price * state.firms.sales
    base = np.where(rules.bodies.dues_on_sales[:, None], revenue[:, None, :], rules.v0 * state.firms.size[:, None, :])
    dues = state.bodies.dues[:, :, None] * base * member
    n = member.sum(axis=-1)
    running = rules.bodies.running * rules.v0 * n
    spent = running + rules.bodies.audit_cost * rules.v0 * verdicts.audited.sum(axis=-1)
    fines = (verdicts.audit_fine + verdicts.complaint_fine).sum(axis=-1)
    shared = rules.scenario.sanctions.refund * fines
    income = dues.sum(axis=-1) + fines + verdicts.complaint_cost.sum(axis=-1)
    held = state.bodies.treasury + income - spent - shared
    surplus = np.maximum(
        held
        - rules.scenario.sanctions.reserve * (running + state.bodies.audit * rules.bodies.audit_cost * rules.v0 * n),
        0.0,
    )
    back = np.where(n > 0, shared + surplus, 0.0)
    refunds = (back / np.maximum(n, 1))[:, :, None] * member
    treasury = state.bodies.treasury + income - spent - back
    return _Bodies(dues=dues, refunds=refunds, spent=spent, treasury=treasury)


def _terms(
    rules: Rules,
    state: State,
    decision: Decision,
    games: Games,
    verdicts: Verdicts,
    effects: Effects,
    production: Production,
    market: Market,
    bodies: _Bodies,
) -> Floats:
    """[R, T, N] signed terms of profit, tax still nought; order as in `money_terms`. Inactive slots stay at nought."""
    firms, costs = state.firms, rules.scenario.costs
    replicates, slots = firms.size.shape
    names = OWN_TERMS
    terms = np.zeros((replicates, len(names) + len(BODY_TERMS) * len(rules.bodies.names), slots))
    unit = rules.v0 * firms.size
    own = {
        "making": production.unit_cost * market.sold.sum(axis=1),
        "freight": (production.freight * market.sold).sum(axis=1),
        "quality": decision.quality,
        "research": decision.research,
        "corporate_brand": decision.brand * decision.brand_split * (1 - effects.promotion),
        "product_brand": decision.brand * (1 - decision.brand_split) * (1 - effects.promotion),
        "moving": costs.move_cost * unit * np.abs((production.position - firms.position + 0.5) % 1.0 - 0.5) * 4,
        "overhead": costs.overhead * rules.v0 * firms.size**costs.overhead_exponent,
        "capacity": costs.capacity_cost * production.capacity,
        "ties": games.giving_cost,
        "interest": rules.scenario.finance.loan_rate * firms.loan,
    }
    terms[:, :3] = market.price[:, None, :] * market.sold
    for name, amount in own.items():
        terms[:, names.index(name)] = -amount
    per_body = terms[:, len(names) :].reshape(replicates, len(rules.bodies.names), len(BODY_TERMS), slots)
    per_body[:, :, 0] = -games.cost
    per_body[:, :, 1] = -bodies.dues
    per_body[:, :, 2] = -(verdicts.audit_fine + verdicts.complaint_fine)
    per_body[:, :, 3] = -verdicts.complaint_cost
    per_body[:, :, 4] = bodies.refunds
    return terms * firms.active[:, None, :]


def _borrowing(rules: Rules, state: State, profit: Floats) -> Floats:
    unit = rules.v0 * state.firms.size
    floor = rules.scenario.finance.floor * unit
    held = state.firms.cash + profit
    short = np.maximum(floor - held, 0.0)
    back = np.minimum(np.maximum(held - floor - REPAY_ABOVE * unit, 0.0), state.firms.loan)
    made: Floats = np.where(state.firms.seat, short - back, 0.0)
    return made
