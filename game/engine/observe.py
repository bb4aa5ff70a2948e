"""Phase 13: what each firm may observe next."""

import numpy as np

from game.engine.rules import REFERENCE_FIRMS, Rules
from game.model.observation import Observation
from game.model.outcome import Outcome
from game.model.record import Bools, Floats, Ints, lock
from game.model.state import State, brand


def observe(rules: Rules, state: State, outcome: Outcome | None) -> Observation:
    """The picture before the next quarter. Before the first one (`outcome` None) the opening stands in for the past."""
    firms, bodies, ties = state.firms, state.bodies, state.ties
    opening = outcome is None
    none = np.zeros(bodies.member.shape)
    return lock(
        Observation(
            quarter=state.quarter,
            firm_id=firms.firm_id,
            active=firms.active,
            size=firms.size,
            price=firms.price,
            sales=firms.sales,
            position=firms.position,
            corporate_brand=firms.corporate_brand,
            member=bodies.member & rules.bodies_open(state.quarter)[:, None],
            observed=bodies.observed,
            kept=bodies.kept,
            record=bodies.record,
            pledge=bodies.pledge,
            barred_until=bodies.barred_until,
            convicted=none.astype(np.bool_) if opening else outcome.verdicts.convicted,
            complaints=none.astype(np.int64) if opening else outcome.verdicts.complaints,
            partner=np.where(ties.standing, ties.wanted, -1),
            asset=bodies.asset,
            dues=bodies.dues,
            audit=bodies.audit,
            fine=bodies.fine,
            equal_share=bodies.equal_share,
            cluster=state.region.cluster,
            brand=brand(state.region),
            economy=state.region.economy,
            market=_opening_market(rules, state) if opening else outcome.market.size,
            nest=np.full(len(firms.size), rules.scenario.market.nest_low) if opening else outcome.market.nest,
            cash=firms.cash,
            loan=firms.loan,
            profit=firms.smooth_profit if opening else outcome.money.profit,
            unit_cost=firms.unit_cost,
            slope=np.full(firms.size.shape, rules.scenario.market.price_slope) if opening else outcome.market.slope,
            share_in_nest=firms.share_in_nest,
            share_in_market=firms.share_in_market,
            demand=firms.sales if opening else outcome.market.demand.sum(axis=1),
            capacity=firms.capacity,
            capacity_goal=firms.capacity_goal,
            quality=firms.quality,
            knowledge=firms.knowledge,
            product_brand=firms.product_brand,
            quality_spending=firms.quality_spending,
            research_spending=firms.research_spending,
            brand_spending=firms.brand_spending,
            brand_split=firms.brand_split,
            effort=bodies.effort,
            benefit=none if opening else outcome.games.benefit,
            wanted=ties.wanted,
            standing=ties.standing,
            act=ties.act,
            received=ties.standing.astype(np.float64) if opening else outcome.games.received,
            trust=ties.trust,
            complement=ties.complement,
            offers=_offers(ties.wanted, ties.standing, firms.active),
        )
    )


def _opening_market(rules: Rules, state: State) -> Floats:
    scale = (state.firms.size * state.firms.active).sum(axis=-1) / REFERENCE_FIRMS
    made: Floats = scale[:, None] * rules.segment_buyers
    return made


def _offers(wanted: Ints, standing: Bools, active: Bools) -> Ints:
    """Incoming offers: who wants a tie with the firm that does not stand, [R, N, K], the first K by slot."""
    made = np.full_like(wanted, -1)
    r, sender, k = np.nonzero((wanted >= 0) & ~standing & active[:, :, None])
    if len(r) == 0:
        return made
    target = wanted[r, sender, k]
    order = np.lexsort((sender, target, r))
    r, sender, target = r[order], sender[order], target[order]
    fresh = np.ones(len(r), dtype=np.bool_)
    fresh[1:] = (r[1:] != r[:-1]) | (target[1:] != target[:-1])
    starts = np.maximum.accumulate(np.where(fresh, np.arange(len(r)), 0))
    place = np.arange(len(r)) - starts
    fits = place < made.shape[-1]
    made[r[fits], target[fits], place[fits]] = sender[fits]
    return made
