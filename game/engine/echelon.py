"""Phase 9, the brand echelon: product and corporate brands, and the reputation and awareness of the regional one."""

import numpy as np

from game.engine.chance import Chance, Purpose
from game.engine.rules import ORDINARY, Rules
from game.engine.terms import bounded
from game.model.decision import Decision
from game.model.ledger import ADVANTAGES
from game.model.outcome import Echelon, Effects, Games, Market, Membership, Money, Weather
from game.model.record import Bools, Floats
from game.model.state import RegionStocks, State

REPUTATION_BOUNDS = (0.02, 1.0)
AWARENESS_BOUNDS = (0.02, 1.0)
STRONG_BRANDS = 5


def age(
    rules: Rules,
    state: State,
    decision: Decision,
    weather: Weather,
    ties: Membership,
    games: Games,
    effects: Effects,
    market: Market,
    money: Money,
    chance: Chance,
) -> Echelon:
    """Brands after the quarter.

    Own brands are goodwill stocks G' = memory G + yield sqrt(multiple) (Nerlove & Arrow 1962; large firms build
    corporate brands in proportion to size). Reputation follows the members' mean effort in the mark, faster down than
    up, and falls with scandals (Tirole 1996; Winfree & McCluskey 2005). Awareness has a threshold:

        pull = c C (1 + fame) + o A + i (I - I_0) + advertising + work - threshold
        A' = A + pace A [max(pull, 0)(1 - A/A_max) + min(pull, 0)] - fading A
        A_max = min(1, k x five best corporate brands)

    The own term o A makes the brand harder to lose than to form. What own campaigns bring is luck in part, lognormal
    with mean 1 (returns on fairs and campaigns are noisy, Gopalakrishna & Lilien 1995); joint ones pool it. Followers
    of a leading firm that break wear its name away.
    """
    rule, firms = rules.scenario.brands, state.firms
    multiple = decision.brand / (rules.scenario.costs.brand_base * rules.v0 * firms.size)
    corporate_multiple, product_multiple = multiple * decision.brand_split, multiple * (1 - decision.brand_split)
    scandal, loss = _scandals(rules, state, ties, games, market, chance)
    campaign = _campaign(rules, state, effects, chance)
    built = rule.corporate_yield * firms.size * np.sqrt(corporate_multiple) * effects.brand_build * campaign
    return Echelon(
        product=rule.product_memory * firms.product_brand + rule.product_yield * np.sqrt(product_multiple) * campaign,
        corporate=rule.corporate_memory * firms.corporate_brand * (1 - effects.brand_wear) + built,
        scandal=scandal,
        reputation=_reputation(rules, state, weather, ties, games, loss),
        awareness=_awareness(rules, state, effects, money),
        campaign=campaign,
    )


def _campaign(rules: Rules, state: State, effects: Effects, chance: Chance) -> Floats:
    """Luck of own campaigns after pooling, [R, N], mean 1."""
    spread = rules.scenario.brands.campaign_luck
    draw = chance.normal(Purpose.CAMPAIGN, state.quarter, state.firms.firm_id)
    luck = np.exp(spread * draw - spread**2 / 2)
    made: Floats = 1 + (luck - 1) * (1 - effects.campaign_pooling)
    return made


def _scandals(
    rules: Rules, state: State, ties: Membership, games: Games, market: Market, chance: Chance
) -> tuple[Bools, Floats]:
    """Scandals under the mark: chance x (1 - effort) a member; each costs reputation by the culprit's output."""
    rule = rules.scenario.brands
    if "mark" not in rules.bodies.names:
        return np.zeros(state.firms.size.shape, dtype=np.bool_), np.zeros(len(state.firms.size))
    j = rules.bodies.names.index("mark")
    odds = rule.scandal_chance * (1 - games.effort[:, j])
    scandal = ties.member[:, j] & (chance.uniform(Purpose.SCANDAL, state.quarter, state.firms.firm_id) < odds)
    output = market.sold.sum(axis=1)
    share = output / np.maximum(output.sum(axis=-1, keepdims=True), 1e-300)
    return scandal, np.minimum(rule.scandal_loss * (share * scandal).sum(axis=-1), rule.scandal_limit)


def _reputation(
    rules: Rules, state: State, weather: Weather, ties: Membership, games: Games, scandals: Floats
) -> Floats:
    """[R, 5] terms: before, record, scandals, events, bounds."""
    before = state.region.reputation
    record = np.zeros_like(before)
    if "mark" in rules.bodies.names:
        j = rules.bodies.names.index("mark")
        n = ties.member[:, j].sum(axis=-1)
        gap = games.effort[:, j].sum(axis=-1) / np.maximum(n, 1) - before
        pace = np.where(gap > 0, rules.scenario.brands.reputation_up, rules.scenario.brands.reputation_down)
        record = np.where(n > 0, pace * gap, 0.0)
    return bounded([before, record, -scandals, -weather.reputation_loss], *REPUTATION_BOUNDS)


def _awareness(rules: Rules, state: State, effects: Effects, money: Money) -> Floats:
    """[R, 4] terms: before, pull, fading, bounds."""
    rule, region = rules.scenario.brands, state.region
    before = region.awareness
    own = rule.awareness_cluster * region.cluster * (1 + effects.fame) + rule.awareness_own * before
    pull = sum(other_pulls(rules, region, money.advertising), start=own) - rule.awareness_threshold
    ceiling = awareness_ceiling(rules, state.firms.corporate_brand, state.firms.active)
    growth = np.maximum(pull, 0.0) * (1 - before / np.maximum(ceiling, 1e-9)) + np.minimum(pull, 0.0)
    return bounded([before, rule.awareness_pace * before * growth, -rule.awareness_fading * before], *AWARENESS_BOUNDS)


def other_pulls(rules: Rules, region: RegionStocks, advertising: Floats) -> tuple[Floats, Floats, Floats]:
    """What makes the region known beside cluster and brand: infrastructure, advertising, the association's work, [R].

    Terms of the pull on awareness in `age`, in their order.
    """
    return (
        rules.scenario.region.infrastructure_fame * (region.infrastructure - ORDINARY),
        rules.scenario.government.advertising_pull * advertising,
        rules.scenario.evaluation.fame * region.work[:, ADVANTAGES.index("brand")],
    )


def awareness_ceiling(rules: Rules, corporate_brand: Floats, active: Bools) -> Floats:
    """A_max in `age`, [R]: as high as the five best corporate brands [R, N] of firms that are there can carry it."""
    goodwill = np.where(active, corporate_brand, 0.0)
    best = np.sort(goodwill, axis=-1)[:, ::-1][:, :STRONG_BRANDS].sum(axis=-1)
    made: Floats = np.minimum(1.0, rules.scenario.brands.echelon * best)
    return made
