"""Phase 5, innovation: research, spillovers, absorption, and whether the new product succeeds."""

import numpy as np

from game.engine import network
from game.engine.chance import Chance, Purpose
from game.engine.rules import ORDINARY, Rules
from game.model.decision import Decision
from game.model.outcome import Effects, Games, Learning, Membership
from game.model.record import Floats
from game.model.state import State, brand


def search(
    rules: Rules, state: State, decision: Decision, ties: Membership, games: Games, effects: Effects, chance: Chance
) -> Learning:
    """Knowledge and quality after the quarter's research.

    With x the research multiple and ga = x/(x + half) what is absorbed (Cohen & Levinthal 1989), nov = 4 H (1 - H)
    (Nooteboom: neither twins nor strangers learn from each other):

        z  = yield [1 + k (T - T_0)] x^a + outside B ga + ga [local dens + alliance] (.5 + .5 nov)
             + tie r_i ga max(0, mean K of partners - K_i)
        K' = (1 - ageing) K + z + jump success
        P(hit) = rate nov rivalry (1 - k L)(1 - e^(-z/scale)),  success = P + (hit - P)(1 - pooling)
        q' = (1 - ageing) q + yield sqrt(quality multiple) + jump success

    T is talent, B the regional brand, which brings visitors and newcomers. Rivalry spurs, up to a point: with
    rho = rivals/(rivals + half), the factor is 1 - w (1 - 4 rho (1 - rho)) (Aghion et al. 2005: an inverted U).

    Spending of a firm in trouble works only in part (`soundness`).
    """
    rule, firms, region = rules.scenario.innovation, state.firms, state.region
    sound = soundness(rules, state)
    unit = rules.v0 * firms.size
    multiple = decision.research / (rules.scenario.costs.research_base * unit) * sound
    absorbed = multiple / (multiple + rule.absorption_half)
    novelty = 4 * region.heterogeneity * (1 - region.heterogeneity)
    openness = absorbed * (0.5 + 0.5 * novelty)[:, None]
    gifted = np.maximum(1 + rule.talent_yield * (region.talent - ORDINARY), 0.0)
    own = gifted[:, None] * rule.own_yield * multiple**rule.own_exponent
    outside = rule.outside_yield * brand(region)[:, None] * absorbed
    density = network.density(ties.links, firms.active, rules.scenario.ties.full_density)
    local = openness * rule.local_spill * density[:, None]
    alliance = openness * effects.spillover
    ahead = np.maximum(_partner_knowledge(state, ties) - firms.knowledge, 0)
    partners = rule.tie_spill * games.treatment * absorbed * ahead
    gain = (own + outside + local + alliance + partners) * firms.active
    odds = _odds(rules, state, novelty, gain)
    hit = chance.uniform(Purpose.SUCCESS, state.quarter, firms.firm_id) < odds
    success = odds + (hit - odds) * (1 - effects.pooling)
    quality_multiple = decision.quality / (rules.scenario.costs.quality_base * unit) * sound
    return Learning(
        own=own,
        local=local,
        alliance=alliance,
        partners=partners,
        outside=outside,
        hit=hit,
        success=success,
        knowledge=(1 - rule.ageing) * firms.knowledge + gain + rule.success_yield * success,
        quality=(1 - rule.quality_ageing) * firms.quality
        + rule.quality_yield * np.sqrt(quality_multiple)
        + rule.quality_jump * success,
    )


def _odds(rules: Rules, state: State, novelty: Floats, gain: Floats) -> Floats:
    """Chance of a product success, [R, N]."""
    rule, firms, region = rules.scenario.innovation, state.firms, state.region
    rivals = np.maximum(firms.active.sum(axis=-1) - 1, 0)
    rho = rivals / (rivals + rule.rivals_half)
    spur = 1 - rule.rivalry * (1 - 4 * rho * (1 - rho))
    ceiling = rule.hit_rate * novelty * spur * (1 - rule.rigidity_drag * region.rigidity)
    made: Floats = ceiling[:, None] * (1 - np.exp(-gain / rule.hit_scale))
    return made


def soundness(rules: Rules, state: State) -> Floats:
    """Part of research and quality spending that takes effect, [R, N]: floor + (1 - floor) x solvency."""
    costs = rules.scenario.costs
    norm = costs.solvency_margin * rules.v0 * state.firms.size
    solvency = np.clip(state.firms.smooth_profit / norm, 0.0, 1.0)
    made: Floats = costs.solvency_floor + (1 - costs.solvency_floor) * solvency
    return made


def _partner_knowledge(state: State, ties: Membership) -> Floats:
    return network.over_ties(network.gather(state.firms.knowledge, ties.at, ties.standing), ties.links, 0.0)
