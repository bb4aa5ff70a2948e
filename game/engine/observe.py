"""Phase 13: what each firm may observe next."""

import numpy as np

from game.engine.rules import REFERENCE_FIRMS, Rules
from game.model.observation import Observation
from game.model.outcome import Outcome
from game.model.record import AnyArray, Bools, Floats, Ints, lock
from game.model.state import State, brand
from game.model.ties import only
from game.model.town import BY_LAWS


def observe(rules: Rules, state: State, outcome: Outcome | None) -> Observation:
    """The picture before the next quarter. Before the first one (`outcome` None) the opening stands in for the past."""
    firms, bodies, ties = state.firms, state.bodies, state.ties
    past = _opening_past(rules, state) if outcome is None else _past(outcome)
    return lock(
        Observation(
            quarter=state.quarter,
            firm_id=firms.firm_id,
            active=firms.active,
            since=firms.since,
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
            partner=only(ties.wanted, ties.standing),
            asset=bodies.asset,
            cluster=state.region.cluster,
            brand=brand(state.region),
            economy=state.region.economy,
            cash=firms.cash,
            loan=firms.loan,
            unit_cost=firms.unit_cost,
            share_in_nest=firms.share_in_nest,
            share_in_market=firms.share_in_market,
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
            wanted=ties.wanted,
            standing=ties.standing,
            act=ties.act,
            trust=ties.trust,
            complement=ties.complement,
            offers=_offers(ties.wanted, ties.standing, firms.active, firms.firm_id),
            **_by_laws(state),
            **past,
        )
    )


POLICY = ("functions", "support", "advertise")


def _by_laws(state: State) -> dict[str, AnyArray]:
    """What the town hall decides on, and what is on its table."""
    hall = state.hall
    return {
        **{name: getattr(state.bodies, name) for name in BY_LAWS},
        **{name: getattr(state.region, name) for name in POLICY},
        "meets": hall.meets,
        "motion": hall.kind,
        "motion_target": hall.target,
        "motion_value": hall.value,
        "mover": hall.mover,
    }


def _past(outcome: Outcome) -> dict[str, AnyArray]:
    """What is seen of the quarter just played."""
    return {
        "convicted": outcome.verdicts.convicted,
        "complaints": outcome.verdicts.complaints,
        "market": outcome.market.size,
        "trend": outcome.weather.buyers.mean(axis=-1),
        "nest": outcome.market.nest,
        "profit": outcome.money.profit,
        "slope": outcome.market.slope,
        "demand": outcome.market.demand.sum(axis=1),
        "benefit": outcome.games.benefit,
        "received": outcome.games.received,
    }


def _opening_past(rules: Rules, state: State) -> dict[str, AnyArray]:
    """The same before the first quarter: an ordinary one in which nobody was fined and all were treated well."""
    firms, market = state.firms, rules.scenario.market
    shape = state.bodies.member.shape
    return {
        "convicted": np.zeros(shape, dtype=np.bool_),
        "complaints": np.zeros(shape, dtype=np.int64),
        "market": _opening_market(rules, state),
        "trend": np.ones(len(firms.size)),
        "nest": np.full(len(firms.size), market.nest_low),
        "profit": firms.smooth_profit,
        "slope": np.full(firms.size.shape, market.price_slope),
        "demand": firms.sales,
        "benefit": np.zeros(shape),
        "received": state.ties.standing.astype(np.float64),
    }


def _opening_market(rules: Rules, state: State) -> Floats:
    scale = (state.firms.size * state.firms.active).sum(axis=-1) / REFERENCE_FIRMS
    made: Floats = scale[:, None] * rules.segment_buyers
    return made


def _offers(wanted: Ints, standing: Bools, active: Bools, firm_id: Ints) -> Ints:
    """Incoming offers: who wants a tie with the firm that does not stand, [R, N, K], the K oldest firms."""
    made = np.full_like(wanted, -1)
    open_ = np.flatnonzero((wanted >= 0) & ~standing & active[:, :, None])
    if len(open_) == 0:
        return made
    r, sender = np.divmod(open_ // wanted.shape[-1], wanted.shape[1])
    target = wanted.take(open_)
    order = np.lexsort((firm_id[r, sender], target, r))
    r, sender, target = r[order], sender[order], target[order]
    fresh = np.ones(len(r), dtype=np.bool_)
    fresh[1:] = (r[1:] != r[:-1]) | (target[1:] != target[:-1])
    starts = np.maximum.accumulate(np.where(fresh, np.arange(len(r)), 0))
    place = np.arange(len(r)) - starts
    fits = place < made.shape[-1]
    made[r[fits], target[fits], place[fits]] = sender[fits]
    return made
