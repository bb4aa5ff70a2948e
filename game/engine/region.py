"""Phase 10, co-evolution: cluster level C, regional economy E, heterogeneity H and rigidity L, from what firms did."""

import numpy as np

from game.engine import network
from game.engine.rules import Rules
from game.engine.terms import bounded, mean_over
from game.model.decision import Decision
from game.model.outcome import Coevolution, Effects, Games, Market, Membership, Money
from game.model.record import Floats
from game.model.state import RegionStocks, State, brand
from game.model.ties import total

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
    """The region's indices after the quarter, each as terms that add up (see the functions of each index)."""
    region, level = state.region, brand(state.region)
    density = network.density(ties.links, state.firms.active, rules.scenario.ties.full_density)
    acts = _acts(ties, games)
    cohesion = _cohesion(rules, state, games, acts)
    solvency = mean_over(money.solvency, state.firms.active)
    prosperity = _prosperity(rules, state, market)
    unit = rules.scenario.costs.research_base * rules.v0 * state.firms.size
    research = mean_over(decision.research / unit, state.firms.active)
    links = effects.outside_links
    varied = _heterogeneity(rules, region, cohesion * density, links, research)
    growth = _growth(rules, cohesion, density, solvency)
    linked = np.minimum(density, 1.3) * acts
    return Coevolution(
        cohesion=cohesion,
        density=density,
        cluster=bounded(_cluster(rules, state, growth, level), *CLUSTER_BOUNDS),
        economy=bounded(_economy(rules, region, level, prosperity, money.outlay), *ECONOMY_BOUNDS),
        heterogeneity=bounded(varied, *HETEROGENEITY_BOUNDS),
        rigidity=bounded(_rigidity(rules, region, cohesion * solvency, links), 0.0, 1.0),
        infrastructure=bounded(_infrastructure(rules, region), 0.0, 1.0),
        talent=bounded(_talent(rules, region, level), 0.0, 1.0),
        capital=bounded(_capital(rules, region, level, effects.investors), 0.0, 1.0),
        specialisation=bounded(_specialisation(rules, region, linked * market.variety), 0.0, 1.0),
    )


def _growth(rules: Rules, cohesion: Floats, density: Floats, solvency: Floats) -> Floats:
    """Growth g = pace [coh (.5 + .5 min(dens, 1.3)) - needed] + s (mean solvency - 1), [R]."""
    rule = rules.scenario.region
    made: Floats = rule.growth * (cohesion * (0.5 + 0.5 * np.minimum(density, 1.3)) - rule.cohesion_needed)
    return made + rule.soundness * (solvency - 1)


def _cluster(rules: Rules, state: State, growth: Floats, level: Floats) -> list[Floats]:
    """Terms of C' = C + G + b (B - B_ref) C (1 - C) - crowd (n/40)^2 C - k max(0, .5 - H) C.

    G = 2 g C (1 - C/(K0 + K1 E + k (endowment - .5))) while growing, g C/2 while shrinking.
    """
    rule, c, e, h = rules.scenario.region, state.region.cluster, state.region.economy, state.region.heterogeneity
    n = state.firms.active.sum(axis=-1)
    ceiling = rule.ceiling + rule.ceiling_economy * e + rule.endowment_ceiling * (rule.endowment - 0.5)
    up = 2 * growth * c * (1 - c / ceiling)
    return [
        c,
        np.where(growth > 0, up, growth * c / 2),
        rule.brand_pull * (level - rule.brand_reference) * c * (1 - c),
        -rule.crowding * (n / CROWD) ** 2 * c,
        -rule.sameness * np.maximum(0.0, 0.5 - h) * c,
    ]


def _economy(rules: Rules, region: RegionStocks, level: Floats, prosperity: Floats, outlay: Floats) -> list[Floats]:
    """Terms of E' = E + pace [c C + b sqrt(B) + y Y - w o (1 + o/scale) - E]; o is public outlay, dearer the more."""
    rule, public = rules.scenario.region, rules.scenario.government
    moves = (
        rule.economy_cluster * region.cluster,
        rule.economy_brand * np.sqrt(level),
        rule.economy_sales * prosperity,
        -public.outlay_weight * outlay * (1 + outlay / public.outlay_scale),
        -region.economy,
    )
    return [region.economy, *(rule.economy_pace * move for move in moves)]


def _heterogeneity(
    rules: Rules, region: RegionStocks, closeness: Floats, links: Floats, research: Floats
) -> list[Floats]:
    """Terms of H' = H - k coh dens H + k (.5 links + .4 min(mean research, 2)) (1 - H) (Menzel & Fornahl 2010)."""
    rule, h = rules.scenario.region, region.heterogeneity
    ideas = 0.5 * links + 0.4 * np.minimum(research, 2.0)
    return [h, -rule.convergence * closeness * h, rule.divergence * ideas * (1 - h)]


def _rigidity(rules: Rules, region: RegionStocks, comfort: Floats, links: Floats) -> list[Floats]:
    """Terms of L' = L + k (1.3 coh s - L) - k links L (Grabher 1993; Glasmeier 1991); s is mean solvency, success."""
    rule, rigid = rules.scenario.region, region.rigidity
    return [rigid, rule.hardening * (1.3 * comfort - rigid), -rule.softening * links * rigid]


def _infrastructure(rules: Rules, region: RegionStocks) -> list[Floats]:
    """Terms of I' = I + pace [c C + e E - I]: roads, testing, trade halls follow firms and taxes."""
    rule = rules.scenario.region
    moves = (rule.infrastructure_cluster * region.cluster, rule.infrastructure_economy * region.economy)
    return _following(region.infrastructure, rule.infrastructure_pace, *moves)


def _talent(rules: Rules, region: RegionStocks, level: Floats) -> list[Floats]:
    """Terms of T' = T + pace [b B + c C + e E - T]: a known region and a thick labour market draw people."""
    rule = rules.scenario.region
    moves = (
        rule.talent_brand * level,
        rule.talent_cluster * region.cluster,
        rule.talent_economy * region.economy,
    )
    return _following(region.talent, rule.talent_pace, *moves)


def _capital(rules: Rules, region: RegionStocks, level: Floats, investors: Floats) -> list[Floats]:
    """Terms of K' = K + pace [b B + f investors + e E - K]."""
    rule = rules.scenario.region
    moves = (rule.capital_brand * level, rule.capital_fair * investors, rule.capital_economy * region.economy)
    return _following(region.capital, rule.capital_pace, *moves)


def _specialisation(rules: Rules, region: RegionStocks, division: Floats) -> list[Floats]:
    """Terms of Z' = Z + pace [l x links x variety - Z]: firms that differ and are linked divide work."""
    rule = rules.scenario.region
    return _following(region.specialisation, rule.specialisation_pace, rule.specialisation_links * division)


def _following(before: Floats, pace: float, *moves: Floats) -> list[Floats]:
    """Terms of x' = x + pace (sum of moves - x): before, each move, wear."""
    return [before, *(pace * move for move in moves), -pace * before]


def _acts(ties: Membership, games: Games) -> Floats:
    """Mean act over standing ties, [R]."""
    made: Floats = total(games.act).sum(axis=-1) / np.maximum(ties.links.sum(axis=-1), 1)
    return made


def _cohesion(rules: Rules, state: State, games: Games, acts: Floats) -> Floats:
    """Mean effort over open institutions (outsiders count 0) and mean act over standing ties [R], weighted."""
    opened = rules.bodies_open(state.quarter)
    n = np.maximum(state.firms.active.sum(axis=-1), 1)
    mean = games.effort.sum(axis=-1) / n[:, None]
    effort = (mean * opened).sum(axis=-1) / max(int(opened.sum()), 1)
    share = rules.scenario.region.effort_share if opened.any() else 0.0
    made: Floats = share * effort + (1 - share) * acts
    return made


def _prosperity(rules: Rules, state: State, market: Market) -> Floats:
    """Y = clip(output at the reference price over reference revenue - .5, 0, 1.5)/1.5, [R].

    Output, not revenue: work and orders are what the region lives by, and a cartel's high prices give it neither.
    """
    revenue = rules.scenario.market.reference_price * market.sold.sum(axis=1).sum(axis=-1)
    size = (state.firms.size * state.firms.active).sum(axis=-1)
    made: Floats = np.clip(revenue / (rules.v0 * np.maximum(size, 1e-9)) - 0.5, 0.0, 1.5) / 1.5
    return made
