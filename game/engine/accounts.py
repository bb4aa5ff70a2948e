"""Phase 8, sales, income and taxes. Every payment has a payer and a payee, so money can't appear or vanish."""

from dataclasses import dataclass

import numpy as np

from game.engine.network import over_ties
from game.engine.oligopoly import CARTEL
from game.engine.rules import ORDINARY, Rules
from game.engine.variety import way
from game.model.decision import Decision
from game.model.ledger import ADVANTAGES, BODY_TERMS, OWN_TERMS
from game.model.outcome import Effects, Games, Market, Membership, Money, Production, Verdicts
from game.model.record import Bools, Floats, Ints
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
    and pays it back as soon as it has a little more than the floor. The government pays grants and advertising as far
    as its account goes.
    """
    bodies = _bodies(rules, state, ties, verdicts)
    treasury = _treasury(rules, state, games)
    terms = _terms(rules, state, decision, ties, games, verdicts, effects, production, market, bodies, treasury)
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
    to_government = -terms[:, [OWN_TERMS.index(name) for name in ("tax", "antitrust", "grants")]].sum(axis=1)
    among_firms = (verdicts.damages - verdicts.awarded).sum(axis=1) - effects.licence * state.firms.active
    paid_out = sales - profit - to_bodies.sum(axis=1) - to_government - among_firms
    return Money(
        terms=terms,
        profit=profit,
        borrowed=borrowed,
        cash=state.firms.cash + profit + borrowed,
        loan=state.firms.loan + borrowed,
        treasury=bodies.treasury,
        government=to_government.sum(axis=-1) - treasury.advertising,
        outlay=treasury.outlay,
        advertising=treasury.advertising_share,
        buyers=-sales.sum(axis=-1),
        outside=paid_out.sum(axis=-1) + bodies.spent.sum(axis=-1) + treasury.advertising - borrowed.sum(axis=-1),
        smooth_profit=smooth,
        solvency=np.clip(smooth / (costs.solvency_margin * rules.v0 * state.firms.size), 0.0, 1.0),
    )


def _bodies(rules: Rules, state: State, ties: Membership, verdicts: Verdicts) -> _Bodies:
    """Dues follow size or last quarter's sales; a body pays its running and its audits, and returns what it can't use.

    Of the fines a share is paid out to the members; money beyond the reserve goes back in equal parts.
    """
    member = ties.member
    base = rules.dues_base(state.firms.price, state.firms.sales, state.firms.size)
    dues = state.bodies.dues[:, :, None] * base * member
    n = ties.members
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


@dataclass(frozen=True)
class _Treasury:
    """What the government pays: grants to firms [R, N], and its outlay in money and as a share of V0 times size [R]."""

    grants: Floats
    advertising: Floats
    advertising_share: Floats
    outlay: Floats


def _treasury(rules: Rules, state: State, games: Games) -> _Treasury:
    """Matching grants on members' cost of effort (Bergstrom et al. 1986), and advertising, both limited by the account.

    A firm that pays 1 - s of a cost gives as if its return were 1/(1 - s) times as high.
    """
    region = state.region
    unit = rules.v0 * (state.firms.size * state.firms.active).sum(axis=-1)
    grants = region.support[:, None] * games.cost.sum(axis=1)
    advertising = region.advertise * unit
    planned = grants.sum(axis=-1) + advertising
    account = np.maximum(region.government, 0.0)
    covered = np.where(planned > account, account / np.where(planned > account, planned, 1.0), 1.0)
    share = np.where(unit > 0, covered / np.where(unit > 0, unit, 1.0), 0.0)
    return _Treasury(
        grants=grants * covered[:, None],
        advertising=advertising * covered,
        advertising_share=advertising * share,
        outlay=planned * share,
    )


def _terms(
    rules: Rules,
    state: State,
    decision: Decision,
    ties: Membership,
    games: Games,
    verdicts: Verdicts,
    effects: Effects,
    production: Production,
    market: Market,
    bodies: _Bodies,
    treasury: _Treasury,
) -> Floats:
    """[R, T, N] signed terms of profit, tax still nought; order as in `money_terms`. Inactive slots stay at nought."""
    firms, names = state.firms, OWN_TERMS
    replicates, slots = firms.size.shape
    gets = firms.active.astype(np.float64)
    pays = -gets
    terms = np.empty((replicates, len(names) + len(BODY_TERMS) * len(rules.bodies.names), slots))
    unit = rules.v0 * firms.size
    own = _own_costs(rules, state, decision, ties, games, effects, production, market, treasury)
    np.multiply(market.price[:, None, :] * market.sold, gets[:, None, :], out=terms[:, :3])
    for place, name in enumerate(names[3:-1], start=3):
        np.multiply(own[name], pays, out=terms[:, place])
    terms[:, names.index("tax")] = 0.0
    per_body = terms[:, len(names) :].reshape(replicates, len(rules.bodies.names), len(BODY_TERMS), slots)
    contract = rules.bodies.transaction[:, None] * unit[:, None, :] * _under_contract(state, ties)
    paid = (games.cost, bodies.dues, verdicts.audit_fine + verdicts.complaint_fine, verdicts.complaint_cost, contract)
    for place, amount in enumerate(paid):
        np.multiply(amount, pays[:, None, :], out=per_body[:, :, place])
    for place, amount in enumerate((verdicts.awarded - verdicts.damages, bodies.refunds), start=len(paid)):
        np.multiply(amount, gets[:, None, :], out=per_body[:, :, place])
    return terms


def _own_costs(
    rules: Rules,
    state: State,
    decision: Decision,
    ties: Membership,
    games: Games,
    effects: Effects,
    production: Production,
    market: Market,
    treasury: _Treasury,
) -> dict[str, Floats]:
    """What the firm pays for itself by term of the ledger, [R, N] each; what it receives is negative."""
    firms, costs = state.firms, rules.scenario.costs
    unit = rules.v0 * firms.size
    revenue = market.price * market.sold.sum(axis=1)
    return {
        "making": production.unit_cost * market.sold.sum(axis=1),
        "freight": (production.freight * market.sold).sum(axis=1),
        "quality": decision.quality,
        "research": decision.research,
        "corporate_brand": decision.brand * decision.brand_split * (1 - effects.promotion),
        "product_brand": decision.brand * (1 - decision.brand_split) * (1 - effects.promotion),
        "moving": costs.move_cost * unit * np.abs(way(firms.position, production.position)) * 4,
        "overhead": costs.overhead * rules.v0 * firms.size**costs.overhead_exponent * _shared_services(rules, state),
        "capacity": costs.capacity_cost * production.capacity * _upkeep(rules, state)[:, None],
        "ties": games.giving_cost,
        "contracting": costs.contracting * unit * (1 - _confidence(ties, games)),
        "functions": costs.duplication * unit * misfit(rules, state.region.functions)[:, None],
        "levy": rules.scenario.evaluation.levy * unit * state.region.work.sum(axis=-1)[:, None],
        "commission": effects.commission * revenue,
        "licence": -effects.licence,
        "grants": -treasury.grants,
        "antitrust": rules.scenario.government.cartel_fine * revenue * _cartel(rules, ties, market),
        "interest": rules.scenario.finance.loan_rate * firms.loan,
    }


def _confidence(ties: Membership, games: Games) -> Floats:
    """How far a firm can do without searching and checking, [R, N]: mean trust on its ties and its fellows' kept word.

    Transaction costs fall with trust (Williamson 1985; contracting is dear where promises are broken). A firm without
    ties or fellows trusts nobody.
    """
    trust = over_ties(games.trust, ties.links, 0.0)
    kept = (games.kept & ties.member).sum(axis=-1) / np.maximum(ties.members, 1)
    inside = ties.member.sum(axis=1)
    word = np.where(inside > 0, (kept[:, :, None] * ties.member).sum(axis=1) / np.maximum(inside, 1), 0.0)
    made: Floats = 0.5 * (trust + word)
    return made


def misfit(rules: Rules, functions: Ints) -> Floats:
    """Marketing functions in the wrong hands, [R]: sum of 1 - fitness of the body that performs each [R, F]."""
    place = np.arange(len(rules.fitness))
    made: Floats = (1 - rules.fitness[place, functions]).sum(axis=-1)
    return made


def _upkeep(rules: Rules, state: State) -> Floats:
    """Factor on the upkeep of capacity, [R]: capital that comes in is cheap."""
    made: Floats = np.maximum(1 - rules.scenario.costs.capital_saving * (state.region.capital - ORDINARY), 0.0)
    return made


def _shared_services(rules: Rules, state: State) -> Floats:
    """Factor on overhead, [R, N]: the association's services take part of it over from firms smaller than ordinary."""
    work = state.region.work[:, ADVANTAGES.index("small_firms"), None]
    return np.where(state.firms.size < 1, 1 - rules.scenario.evaluation.small_aid * work, 1.0)


def _cartel(rules: Rules, ties: Membership, market: Market) -> Bools:
    """Members of the joint pricing whose price is a cartel's, [R, N]: what one firm asks alone is its own affair."""
    if "pricing" not in rules.bodies.names:
        return np.zeros(market.price.shape, dtype=np.bool_)
    made: Bools = ties.member[:, rules.bodies.names.index("pricing")] & (market.conduct == CARTEL)
    return made


def _under_contract(state: State, ties: Membership) -> Bools:
    """Members bound by a contract, [R, J, N]."""
    made: Bools = ties.member & (state.bodies.floor > 0)[:, :, None]
    return made


def _borrowing(rules: Rules, state: State, profit: Floats) -> Floats:
    unit = rules.v0 * state.firms.size
    floor = rules.scenario.finance.floor * unit
    held = state.firms.cash + profit
    short = np.maximum(floor - held, 0.0)
    back = np.minimum(np.maximum(held - floor - REPAY_ABOVE * unit, 0.0), state.firms.loan)
    made: Floats = np.where(state.firms.seat, short - back, 0.0)
    return made
