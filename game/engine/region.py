"""Phase 10, co-evolution: cluster level C, regional economy E, heterogeneity H and rigidity L, from what firms did."""

import numpy as np

from game.engine import network
from game.engine.rules import Rules
from game.engine.terms import bounded
from game.model.decision import Decision
from game.model.outcome import Coevolution, Effects, Games, Market, Membership, Money
from game.model.record import Floats
from game.model.state import State, brand

CLUSTER_BOUNDS = (0.03, 1.0)
ECONOMY_BOUNDS = (0.001, 1.2)
HETEROGENEITY_BOUNDS = (0.02, 0.98)
CROWD = 40.0


def advance(
    rules: Rules,
    state: State,
    decision: Decision,
    ties: Membership,
    games: Games,
    effects: Effects,
    market: Market,
    money: Money,
) -> Coevolution:
    """The region's indices after the quarter, each as terms that add up.

    coh = w mean effort + (1 - w) mean tie act          over the institutions that are open
    g   = pace [coh (.5 + .5 min(dens, 1.3)) - needed] + s (mean solvency - 1)
    C'  = C + [2 g C (1 - C/(K0 + K1 E)) if g > 0 else g C/2] + b (B - B_ref) C (1 - C) - crowd (n/40)^2 C - k max(0, .5
    - H) C E'  = E + pace [c C + b sqrt(B) + y Y - E],  Y from sales against the reference revenue H'  = H - k coh dens
    H + k (.5 links + .4 min(mean research, 2))(1 - H)        (Menzel & Fornahl 2010) L'  = L + k (1.3 coh Y - L) - k
    links L                                        (Grabher 1993; Glasmeier 1991)
    """
    rule, region = rules.scenario.region, state.region
    density = network.density(ties.standing, state.firms.active, rules.scenario.ties.full_density)
    cohesion = _cohesion(rules, state, ties, games)
    prosperity = _prosperity(rules, state, market)
    level = brand(region)
    n = state.firms.active.sum(axis=-1)
    solvency = _mean(money.solvency, state)
    research = _mean(decision.research / (rules.scenario.costs.research_base * rules.v0 * state.firms.size), state)
    growth = rule.growth * (
        cohesion * (0.5 + 0.5 * np.minimum(density, 1.3)) - rule.cohesion_needed
    ) + rule.soundness * (solvency - 1)
    c, e, h, rigid = region.cluster, region.economy, region.heterogeneity, region.rigidity
    up = 2 * growth * c * (1 - c / (rule.ceiling + rule.ceiling_economy * e))
    cluster = [
        c,
        np.where(growth > 0, up, growth * c / 2),
        rule.brand_pull * (level - rule.brand_reference) * c * (1 - c),
    ]
    cluster += [-rule.crowding * (n / CROWD) ** 2 * c, -rule.sameness * np.maximum(0.0, 0.5 - h) * c]
    pace = rule.economy_pace
    economy = [
        e,
        pace * rule.economy_cluster * c,
        pace * rule.economy_brand * np.sqrt(level),
        pace * rule.economy_sales * prosperity,
        -pace * e,
    ]
    ideas = 0.5 * effects.outside_links + 0.4 * np.minimum(research, 2.0)
    varied = [h, -rule.convergence * cohesion * density * h, rule.divergence * ideas * (1 - h)]
    harder = [
        rigid,
        rule.hardening * (1.3 * cohesion * prosperity - rigid),
        -rule.softening * effects.outside_links * rigid,
    ]
    return Coevolution(
        cohesion=cohesion,
        density=density,
        cluster=bounded(cluster, *CLUSTER_BOUNDS),
        economy=bounded(economy, *ECONOMY_BOUNDS),
        heterogeneity=bounded(varied, *HETEROGENEITY_BOUNDS),
        rigidity=bounded(harder, 0.0, 1.0),
    )


def _cohesion(rules: Rules, state: State, ties: Membership, games: Games) -> Floats:
    """Mean effort over open institutions (outsiders count 0) and mean act over standing ties, weighted."""
    opened = rules.bodies_open(state.quarter)
    n = np.maximum(state.firms.active.sum(axis=-1), 1)
    mean = games.effort.sum(axis=-1) / n[:, None]
    effort = (mean * opened).sum(axis=-1) / max(int(opened.sum()), 1)
    links = ties.standing.sum(axis=-1).sum(axis=-1)
    acts = games.act.sum(axis=-1).sum(axis=-1) / np.maximum(links, 1)
    share = rules.scenario.region.effort_share if opened.any() else 0.0
    made: Floats = share * effort + (1 - share) * acts
    return made


def _prosperity(rules: Rules, state: State, market: Market) -> Floats:
    """Y = clip(revenue over reference revenue - .5, 0, 1.5)/1.5, [R]."""
    revenue = (market.price * market.sold.sum(axis=1)).sum(axis=-1)
    size = (state.firms.size * state.firms.active).sum(axis=-1)
    made: Floats = np.clip(revenue / (rules.v0 * np.maximum(size, 1e-9)) - 0.5, 0.0, 1.5) / 1.5
    return made


def _mean(values: Floats, state: State) -> Floats:
    made: Floats = (values * state.firms.active).sum(axis=-1) / np.maximum(state.firms.active.sum(axis=-1), 1)
    return made
