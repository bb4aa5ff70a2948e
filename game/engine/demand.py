"""Phase 7, prices and demand by segment, and who gets to sell."""

import numpy as np

from game.engine.chance import Chance, Purpose
from game.engine.oligopoly import best_reply_price, conduct
from game.engine.rules import REFERENCE_FIRMS, Rules
from game.engine.variety import Products
from game.model.decision import Decision
from game.model.outcome import Effects, Games, Learning, Market, Production, Weather
from game.model.record import Floats, Ints
from game.model.state import State

SPARE = 1e-9


def sell(
    rules: Rules,
    state: State,
    decision: Decision,
    weather: Weather,
    products: Products,
    games: Games,
    effects: Effects,
    learning: Learning,
    production: Production,
    chance: Chance,
) -> Market:
    """Nested logit demand (Berry 1994): the cluster's goods are one nest, the rival region's the outside good.

        u_ig = u0 + ln-weights of size, quality, brands, knowledge + mark + follow
               - a_i (p_i - p_ref) - a p_ref - dist_g + noise
        s_i|g = e^(u/(1-sg)) / sum,   IV_g = (1-sg) ln[(1/n) sum e^(u/(1-sg))],   s_g = e^IV/(e^rival + e^IV)

    The mean inside IV keeps n and the nest parameter sg from moving the inside share by themselves. sg falls with the
    variety of products. Orders are M_g s_ig (1 + leads), of which a share comes from returning buyers, who buy what the
    firm sold last quarter. Sales stop at capacity; half of the unserved try another firm. What partners hand over
    counts as leads.
    """
    market, firms = rules.scenario.market, state.firms
    variety = production.variety
    nest = market.nest_low + (market.nest_high - market.nest_low) * (1 - variety)
    slope = market.price_slope / effects.firmness
    paid = np.maximum(decision.price - effects.rebate, 0.0)
    utility = _utility(rules, state, paid, products, effects, learning, slope, chance)
    share, inclusive = _choice(rules, state, weather, utility, nest)
    scale = (firms.size * firms.active).sum(axis=-1) / REFERENCE_FIRMS
    size = rules.segment_buyers * weather.buyers * (scale * effects.generic)[:, None]
    handed = rules.scenario.ties.demand_gain * games.handed[:, None, :]
    fresh = size[:, :, None] * share * (1 + effects.leads + handed)
    repeat = _repeat(rules, state, decision, effects)
    stays = _stays(rules, state, paid)
    demand = _with_repeat(state, fresh, repeat * stays, effects.steady * stays, weather)
    return Market(
        price=paid,
        size=size,
        demand=demand,
        sold=_serve(demand, production.capacity * effects.headroom, share, market.spill),
        share=share,
        slope=slope,
        nest=nest,
        variety=variety,
        conduct=_conduct(state, paid, slope, nest, effects, production),
        repeat=repeat,
        surplus=(size * np.log1p(np.exp(inclusive - weather.rival[:, None])) / market.price_slope).sum(axis=-1),
    )


def _choice(rules: Rules, state: State, weather: Weather, utility: Floats, nest: Floats) -> tuple[Floats, Floats]:
    """Market shares s_ig [R, G, N], and the cluster's inclusive value IV_g [R, G]."""
    active = state.firms.active
    by_segment = utility[:, None, :] - rules.segment_distance[:, None]
    power = np.where(active[:, None, :], np.exp(by_segment / (1 - nest)[:, None, None]), 0.0)
    total = power.sum(axis=-1)
    n = np.maximum(active.sum(axis=-1), 1)
    inclusive = (1 - nest)[:, None] * np.log(np.maximum(total / n[:, None], 1e-300))
    inside = 1 / (1 + np.exp(weather.rival[:, None] - inclusive))
    return inside[:, :, None] * power / np.maximum(total, 1e-300)[:, :, None], inclusive


def _utility(
    rules: Rules,
    state: State,
    paid: Floats,
    products: Products,
    effects: Effects,
    learning: Learning,
    slope: Floats,
    chance: Chance,
) -> Floats:
    market, firms = rules.scenario.market, state.firms
    reference = rules.scenario.innovation.reference
    noise = chance.normal(Purpose.TASTE, state.quarter, firms.firm_id)
    made: Floats = (
        market.intercept
        + market.size_weight * np.log(firms.size)
        + market.quality_weight * np.log1p(learning.quality)
        + market.corporate_weight * np.log1p(firms.corporate_brand)
        + market.product_weight * np.log1p(firms.product_brand)
        + market.knowledge_weight * np.log((1 + learning.knowledge) / (1 + reference))
        + market.follow_weight * products.near
        + effects.utility
        - slope * (paid - market.reference_price)
        - market.price_slope * market.reference_price
        + market.taste_noise * noise
    )
    return made


def _conduct(state: State, paid: Floats, slope: Floats, nest: Floats, effects: Effects, production: Production) -> Ints:
    """The price test of every firm, [R, N]; inactive slots count as fair."""
    cost = production.unit_cost
    in_nest, in_market = state.firms.share_in_nest, state.firms.share_in_market
    margin = best_reply_price(np.zeros_like(cost), slope, nest[:, None], in_nest, in_market)
    return np.where(state.firms.active, conduct(paid, cost, cost / effects.unit_cost, margin), 0)


def _repeat(rules: Rules, state: State, decision: Decision, effects: Effects) -> Floats:
    """Share of returning buyers, [R, N]: a base, what the regional brand adds to members, and care for customers.

    Care is quality spending above its base amount (below it, care is missed), service after the sale included.
    """
    market, costs = rules.scenario.market, rules.scenario.costs
    care = np.minimum(decision.quality / (costs.quality_base * rules.v0 * state.firms.size) - 1, 1.0)
    share = market.repeat_base + market.repeat_brand * np.minimum(effects.firmness - 1, 1.0) + market.repeat_care * care
    made: Floats = np.clip(share, 0.0, market.repeat_most)
    return made


def _stays(rules: Rules, state: State, paid: Floats) -> Floats:
    """Part of the buyers who would return that still does at this price, [R, N]: 1 - k (p/p_before - 1), in [0, 1].

    Without it one could ask any price of those who come back, for one quarter.
    """
    rise = np.maximum(paid / np.maximum(state.firms.price, 1e-9) - 1, 0.0)
    made: Floats = np.clip(1 - rules.scenario.market.repeat_price * rise, 0.0, 1.0)
    return made


def _with_repeat(state: State, fresh: Floats, repeat: Floats, steady: Floats, weather: Weather) -> Floats:
    """Blend of new orders and last quarter's sales: a share `repeat` of the buyers decides nothing anew.

    Returning buyers come back in proportion to the segment's state, so a recession empties their purses too; the steady
    orders of a leading firm do not follow it.
    """
    total = np.maximum(fresh.sum(axis=1), 1e-300)
    back = (repeat * weather.buyers.mean(axis=-1)[:, None] + steady) * state.firms.sales
    made: Floats = fresh * (1 - repeat - steady + back / total)[:, None, :]
    return made


def _serve(demand: Floats, capacity: Floats, share: Floats, spill: float) -> Floats:
    """Sales [R, G, N]: ration at capacity, then let part of the unserved try firms that have room."""
    wanted = demand.sum(axis=1)
    rate = np.minimum(1.0, capacity / np.maximum(wanted, 1e-300))
    sold = demand * rate[:, None, :]
    unmet = spill * (demand - sold).sum(axis=-1)
    room = np.maximum(capacity - sold.sum(axis=1), 0.0)
    weight = share * (room > SPARE * capacity)[:, None, :]
    total = weight.sum(axis=-1)
    extra = (unmet / np.where(total > 0, total, 1.0))[:, :, None] * weight
    asked = extra.sum(axis=1)
    again = np.minimum(1.0, room / np.maximum(asked, 1e-300))
    made: Floats = sold + extra * again[:, None, :]
    return made
