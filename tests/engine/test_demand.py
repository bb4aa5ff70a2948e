"""Demand: nested logit as in the literature, and who gets to sell."""

from dataclasses import replace

import numpy as np
import pytest

from game import play
from game.engine.rules import compile_rules
from game.engine.variety import product_variety
from game.model.decision import Decision
from game.model.outcome import Market
from game.model.parameters import Innovation
from game.model.parameters import Market as MarketTable
from game.play import Moment
from tests.build import all_members, outcome, play_out, village

QUIET = MarketTable(taste_noise=0.0, trend_noise=0.0, recession_chance=0.0, repeat_base=0.0, repeat_brand=0.0)


def priced(slot: int, price: float) -> Market:
    """The market of the first quarter with one firm's price changed, no luck and no returning buyers."""

    def send(moment: Moment, proposed: Decision) -> Decision:
        changed = proposed.price.copy()
        changed[:, slot] = price
        return replace(proposed, price=changed)

    made: Market = outcome(play_out(village(16, (), market=QUIET), 1, send=send)[0]).market
    return made


def test_elasticity_is_that_of_the_nested_logit() -> None:
    """d ln s_i / d ln p_i = -a p [1/(1-sg) - sg/(1-sg) s_i|g - s_i] (Berry 1994)."""
    step = 1e-5
    low, high, middle = priced(5, 1.3 - step), priced(5, 1.3 + step), priced(5, 1.3)
    numeric = (np.log(high.share) - np.log(low.share))[0, :, 5] / (2 * step) * 1.3
    nest = middle.nest[0]
    share = middle.share[0, :, 5]
    inside = share / middle.share[0].sum(axis=-1)
    formula = -middle.slope[0, 5] * 1.3 * (1 / (1 - nest) - nest / (1 - nest) * inside - share)
    assert numeric == pytest.approx(formula, rel=1e-6)


def test_cross_elasticity_within_the_nest() -> None:
    """d ln s_k / d ln p_i = a p s_i|g [sg/(1-sg) + s_g] for k in the same nest."""
    step = 1e-5
    low, high, middle = priced(5, 1.3 - step), priced(5, 1.3 + step), priced(5, 1.3)
    numeric = (np.log(high.share) - np.log(low.share))[0, 0, 9] / (2 * step) * 1.3
    inside = middle.share[0, 0].sum()
    within = middle.share[0, 0, 5] / inside
    formula = middle.slope[0, 5] * 1.3 * within * (middle.nest[0] / (1 - middle.nest[0]) + inside)
    assert numeric == pytest.approx(formula, rel=1e-6)


def test_shares_and_the_outside_good_add_up_to_one() -> None:
    for moment in play_out(village(), 10, runs=20):
        market = outcome(moment).market
        inside = market.share.sum(axis=-1)
        assert ((inside > 0) & (inside < 1)).all()
        assert 0.12 < inside.mean() < 0.4


def at_reference(moment: Moment, proposed: Decision) -> Decision:
    return replace(proposed, price=np.full_like(proposed.price, 1.3))


def test_size_of_the_nest_alone_moves_nothing() -> None:
    """Twins: the mean in the inclusive value keeps n and the nest parameter out of the inside share."""
    shares = []
    for firms, nest in ((8, 0.3), (8, 0.7), (24, 0.3)):
        table = QUIET.model_copy(update={"nest_low": nest, "nest_high": nest, "follow_weight": 0.0})
        scenario = village(firms, (), market=table, innovation=Innovation(hit_rate=0.0))
        twins = [firm.model_copy(update={"size": "medium", "position": 0.5}) for firm in scenario.firms]
        rules = scenario.model_copy(update={"firms": twins})
        market = outcome(play_out(rules, 1, send=at_reference)[0]).market
        shares.append(market.share[0, 0].sum())
        assert np.allclose(market.share[0, 0], market.share[0, 0, 0], rtol=1e-12)
    assert shares[1] == pytest.approx(shares[0], rel=0.02)
    assert shares[2] == pytest.approx(shares[0], rel=0.1)


def test_sales_stop_at_capacity_and_half_of_the_rest_tries_another_firm() -> None:
    def scarce(moment: Moment, proposed: Decision) -> Decision:
        capacity = np.full_like(proposed.capacity, 600.0) * moment.seen.size
        capacity[:, 0] = 5.0 * moment.seen.size[:, 0]
        return replace(proposed, capacity=capacity)

    held = outcome(play_out(village(16, ()), 1, send=scarce)[0])
    sold, wanted = held.market.sold.sum(axis=1)[0], held.market.demand.sum(axis=1)[0]
    assert sold[0] == pytest.approx(held.production.capacity[0, 0], rel=1e-12)
    unmet = wanted[0] - sold[0]
    assert unmet > 10
    assert (sold[1:] - wanted[1:]).sum() == pytest.approx(0.5 * unmet, rel=1e-9)
    assert (sold <= held.production.capacity[0] + 1e-9).all()


def test_variety_falls_when_all_make_the_same() -> None:
    spread, alike = village(16, ()), village(16, ())
    alike = alike.model_copy(update={"firms": [firm.model_copy(update={"position": 0.25}) for firm in alike.firms]})
    values = []
    for scenario in (spread, alike):
        moment = play_out(scenario, 1)[0]
        values.append(product_variety(moment.state, outcome(moment).production.position)[0])
    assert values[0] == pytest.approx(0.5 + 0.5 * moment.state.region.heterogeneity[0], abs=0.02)
    assert values[1] == pytest.approx(0.5 * moment.state.region.heterogeneity[0], abs=0.02)


def test_homogenisation_becomes_a_price_war() -> None:
    """Left to their managers, twins end with thinner margins than different firms."""

    def margin(position: float | None) -> float:
        scenario = village(16, ())
        firms = [firm.model_copy(update={"position": position}) for firm in scenario.firms]
        last = outcome(play_out(scenario.model_copy(update={"firms": firms}), 16, runs=20)[-1])
        return float(((last.market.price - last.production.unit_cost) / last.market.price).mean())

    assert margin(None) - margin(0.5) > 0.03


def test_standing_where_the_others_sell_brings_buyers_at_once() -> None:
    scenario = village(16, (), market=QUIET)
    near = [firm.model_copy(update={"position": 0.2}) for firm in scenario.firms]
    far = [firm.model_copy(update={"position": 0.2 if i < 15 else 0.7}) for i, firm in enumerate(scenario.firms)]
    sold = [
        outcome(play_out(scenario.model_copy(update={"firms": firms}), 1)[0]).market.demand[0, :, 15].sum()
        for firms in (near, far)
    ]
    assert sold[0] > 1.05 * sold[1]


def test_returning_buyers_steady_sales_but_not_at_any_price() -> None:
    """With loyal buyers a small rise in price moves fewer orders; from one fifth on nobody comes back."""

    def lost(repeat: float, raised: float) -> float:
        table = QUIET.model_copy(update={"repeat_base": repeat})
        rules = compile_rules(village(16, (), market=table))
        sales = []
        for price in (1.35, raised):

            def send(moment: Moment, proposed: Decision, price: float = price) -> Decision:
                changed = proposed.price.copy()
                if moment.state.quarter >= 3:
                    changed[:, 3] = price if moment.state.quarter == 4 else 1.35
                return replace(all_members(moment, proposed), price=changed)

            table_set = play.set_table(rules, 1)
            moment = play.start(table_set)
            for _ in range(4):
                moment = play.step(table_set, moment, send)
            sales.append(outcome(moment).market.demand[0, :, 3].sum())
        return float(1 - sales[1] / sales[0])

    assert lost(0.3, 1.36) < 0.8 * lost(0.0, 1.36)
    assert lost(0.3, 1.62) > lost(0.0, 1.62)
    assert lost(0.3, 6.0) > 0.99
