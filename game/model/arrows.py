"""Every arrow of the co-evolution by name, with the neutral values that switch it off.

An arrow is off when the numbers that carry it are neutral, so the engine has no branches for it: `switched_off` gives
the scenario with those numbers. A scenario names arrows in `off`; experiments and lessons do too.
"""

from collections.abc import Mapping
from typing import Any, TypeVar

from pydantic import BaseModel

S = TypeVar("S", bound=BaseModel)
ALL = "institutions.*"
BEYOND = 1e9  # so far beyond the range of its field that what hangs on it is the same for everybody

# name: {number: neutral value}; a text as value names the number whose value is taken over.
ARROWS: Mapping[str, Mapping[str, float | str]] = {
    "cluster_to_awareness": {"brands.awareness_cluster": 0.0},
    "awareness_to_awareness": {"brands.awareness_own": 0.0},
    "corporate_to_awareness": {"brands.echelon": BEYOND},
    "record_to_reputation": {"brands.reputation_up": 0.0, "brands.reputation_down": 0.0},
    "scandals_to_reputation": {"brands.scandal_chance": 0.0},
    "infrastructure_to_awareness": {"region.infrastructure_fame": 0.0},
    "advertising_to_awareness": {"government.advertising_pull": 0.0},
    "promotion_to_awareness": {"institutions.fair.fame": 0.0, "institutions.marketing.fame": 0.0},
    "brand_to_cluster": {"region.brand_pull": 0.0},
    "cohesion_to_cluster": {"region.growth": 0.0},
    "solvency_to_cluster": {"region.soundness": 0.0},
    "crowding_to_cluster": {"region.crowding": 0.0},
    "sameness_to_cluster": {"region.sameness": 0.0},
    "economy_to_cluster": {"region.ceiling_economy": 0.0},
    "endowment_to_cluster": {"region.endowment_ceiling": 0.0},
    "cluster_to_economy": {"region.economy_cluster": 0.0},
    "brand_to_economy": {"region.economy_brand": 0.0},
    "sales_to_economy": {"region.economy_sales": 0.0},
    "outlay_to_economy": {"government.outlay_weight": 0.0},
    "cluster_to_cost": {"costs.cluster_saving": 0.0},
    "scale_to_cost": {"costs.scale": 0.0},
    "scope_to_cost": {"costs.scope": 0.0},
    "congestion_to_cost": {"costs.congestion": 0.0},
    "endowment_to_cost": {"costs.endowment_saving": 0.0},
    "infrastructure_to_freight": {"costs.infrastructure_saving": 0.0},
    "capital_to_capacity": {"costs.capital_saving": 0.0},
    "trust_to_contracting": {"costs.contracting": 0.0},
    "functions_to_cost": {"costs.duplication": 0.0},
    "variety_to_competition": {"market.nest_high": "market.nest_low"},
    "brand_to_sales": {"institutions.mark.weight": 0.0},
    "brand_to_premium": {"institutions.mark.firmness": 0.0},
    "brand_to_loyalty": {"market.repeat_brand": 0.0},
    "loyalty_to_sales": {"market.repeat_base": 0.0, "market.repeat_brand": 0.0, "market.repeat_care": 0.0},
    "care_to_loyalty": {"market.repeat_care": 0.0},
    "brand_to_talent": {"region.talent_brand": 0.0},
    "brand_to_capital": {"region.capital_brand": 0.0},
    "fair_to_capital": {"region.capital_fair": 0.0},
    "brand_to_knowledge": {"innovation.outside_yield": 0.0},
    "brand_to_entry": {"entry.brand": 0.0},
    "capital_to_entry": {"entry.capital": 0.0},
    "solvency_to_entry": {"entry.profit": 0.0},
    "cluster_to_talent": {"region.talent_cluster": 0.0},
    "economy_to_talent": {"region.talent_economy": 0.0},
    "economy_to_capital": {"region.capital_economy": 0.0},
    "cluster_to_infrastructure": {"region.infrastructure_cluster": 0.0},
    "economy_to_infrastructure": {"region.infrastructure_economy": 0.0},
    "talent_to_research": {"innovation.talent_yield": 0.0},
    "ties_to_knowledge": {"innovation.tie_spill": 0.0},
    "density_to_knowledge": {"innovation.local_spill": 0.0},
    "ties_to_orders": {"ties.demand_gain": 0.0},
    "complement_to_orders": {"ties.complement_weight": 0.0},
    "links_to_specialisation": {"region.specialisation_links": 0.0},
    "rivalry_to_innovation": {"innovation.rivalry": 0.0},
    "rigidity_to_innovation": {"innovation.rigidity_drag": 0.0},
    "rigidity_to_shocks": {"region.shock_depth": 0.0},
    "success_to_rigidity": {"region.hardening": 0.0},
    "fair_to_rigidity": {"region.softening": 0.0},
    "learning_to_heterogeneity": {"region.convergence": 0.0},
    "ideas_to_heterogeneity": {"region.divergence": 0.0},
    "solvency_to_research": {"costs.solvency_floor": 1.0},
    "partners_to_benefit": {f"{ALL}.excludable": 0.0},
    "contracts": {f"{ALL}.floor": 0.0},
    "audits": {f"{ALL}.audit": 0.0},
    "own_share": {f"{ALL}.equal_share": 1.0},
    "small_firms_lean": {"brands.reliance_half": BEYOND},
    "joint_saving": {"institutions.pricing.saving": 0.0},
    "generic_demand": {"institutions.marketing.demand": 0.0},
    "joint_marketing": {"institutions.marketing.saving": 0.0},
    "joint_brand_building": {"institutions.marketing.brand_build": 0.0},
    "campaign_luck_pooled": {"institutions.marketing.luck_pooled": 0.0},
    "export_leads": {"institutions.fair.export_leads": 0.0},
    "channel_reach": {"institutions.channel.reach": 0.0, "institutions.channel.stealing": 0.0},
    "channel_freight": {"institutions.channel.freight_saving": 0.0},
    "broker_matches": {"institutions.brokers.matches": 0.0},
    "supply_saving": {"institutions.leader.supply_saving": 0.0, "institutions.leader.licence": 0.0},
    "steady_orders": {"institutions.leader.steady": 0.0},
    "leader_dilution": {"institutions.leader.dilution": 0.0},
    "leader_capacity": {"institutions.leader.headroom": 0.0},
    "research_spillover": {"institutions.research.spillover": 0.0},
    "research_pooling": {"institutions.research.pooling": 0.0},
    "feedback": {"evaluation.feedback": 0.0},
    "support": {"government.support": 0.0},
    "introductions": {"intermediary.strength": 0.0},
}


def switched_off(scenario: S, names: tuple[str, ...] | list[str]) -> S:
    """The scenario with these arrows neutral. Raises KeyError for an arrow that does not exist."""
    for name in names:
        for path, value in ARROWS[name].items():
            scenario = with_number(scenario, path, number_at(scenario, value) if isinstance(value, str) else value)
    return scenario


def number_at(scenario: BaseModel, path: str) -> Any:
    """The value at a dotted path."""
    held: Any = scenario
    for part in path.split("."):
        held = getattr(held, part)
    return held


def with_number(scenario: S, path: str, value: Any) -> S:
    """The scenario with another value at a dotted path.

    `*` stands for every institution there is; a path through an institution that is not there changes nothing.
    """
    first, _, rest = path.partition(".")
    if not rest:
        return scenario.model_copy(update={first: value})
    names = [name for name in type(scenario).model_fields if getattr(scenario, name) is not None]
    made = scenario
    for name in names if first == "*" else [first]:
        inner = getattr(scenario, name)
        if inner is not None:
            made = made.model_copy(update={name: with_number(inner, rest, value)})
    return made
