"""Every arrow of the co-evolution switched off alone: what moves first, and that it is what the arrow is about."""

from dataclasses import fields
from functools import lru_cache

import numpy as np
import pytest

from game.model.arrows import ARROWS, switched_off
from game.model.ledger import INDEX_TERMS, money_terms
from game.model.outcome import Outcome
from game.model.parameters import Brands, Market
from game.model.policy import Entry, Evaluation, Functions, Government, Intermediary
from game.model.region import Region
from game.model.scenario import Scenario
from game.play import Moment
from tests.build import EIGHT, outcome, play_out, village

QUARTERS, RUNS = 4, 8

# What carries each arrow: the phase in which it acts, and the series there that hang on nothing else. A term of an
# index or of profit stands after a colon.
FIRST: dict[str, tuple[str, set[str]]] = {
    "cluster_to_awareness": ("echelon", {"awareness:pull"}),
    "awareness_to_awareness": ("echelon", {"awareness:pull"}),
    "corporate_to_awareness": ("echelon", {"awareness:pull"}),
    "record_to_reputation": ("echelon", {"reputation:record"}),
    "scandals_to_reputation": ("echelon", {"scandal", "reputation:scandals"}),
    "infrastructure_to_awareness": ("echelon", {"awareness:pull"}),
    "advertising_to_awareness": ("echelon", {"awareness:pull"}),
    "promotion_to_awareness": ("effects", {"fame"}),
    "brand_to_cluster": ("region", {"cluster:brand"}),
    "cohesion_to_cluster": ("region", {"cluster:cohesion"}),
    "solvency_to_cluster": ("region", {"cluster:cohesion"}),
    "crowding_to_cluster": ("region", {"cluster:crowding"}),
    "sameness_to_cluster": ("region", {"cluster:sameness"}),
    "economy_to_cluster": ("region", {"cluster:cohesion"}),
    "endowment_to_cluster": ("region", {"cluster:cohesion"}),
    "cluster_to_economy": ("region", {"economy:cluster"}),
    "brand_to_economy": ("region", {"economy:brand"}),
    "sales_to_economy": ("region", {"economy:sales"}),
    "outlay_to_economy": ("region", {"economy:outlay"}),
    "cluster_to_cost": ("production", {"unit_cost"}),
    "scale_to_cost": ("production", {"unit_cost"}),
    "scope_to_cost": ("production", {"unit_cost"}),
    "congestion_to_cost": ("production", {"unit_cost"}),
    "endowment_to_cost": ("production", {"unit_cost"}),
    "infrastructure_to_freight": ("production", {"freight"}),
    "capital_to_capacity": ("money", {"terms:capacity"}),
    "trust_to_contracting": ("money", {"terms:contracting"}),
    "functions_to_cost": ("money", {"terms:functions"}),
    "variety_to_competition": ("market", {"nest"}),
    "brand_to_sales": ("effects", {"utility"}),
    "brand_to_premium": ("effects", {"firmness"}),
    "brand_to_loyalty": ("market", {"repeat"}),
    "care_to_loyalty": ("market", {"repeat"}),
    "loyalty_to_sales": ("market", {"repeat"}),
    "brand_to_talent": ("region", {"talent:brand"}),
    "brand_to_capital": ("region", {"capital:brand"}),
    "fair_to_capital": ("region", {"capital:fair"}),
    "brand_to_knowledge": ("learning", {"outside"}),
    "brand_to_entry": ("population", {"entries", "brought"}),
    "capital_to_entry": ("population", {"entries", "brought"}),
    "solvency_to_entry": ("population", {"entries", "brought"}),
    "cluster_to_talent": ("region", {"talent:cluster"}),
    "economy_to_talent": ("region", {"talent:economy"}),
    "economy_to_capital": ("region", {"capital:economy"}),
    "cluster_to_infrastructure": ("region", {"infrastructure:cluster"}),
    "economy_to_infrastructure": ("region", {"infrastructure:economy"}),
    "talent_to_research": ("learning", {"own"}),
    "ties_to_knowledge": ("learning", {"partners"}),
    "density_to_knowledge": ("learning", {"local"}),
    "ties_to_orders": ("market", {"demand"}),
    "complement_to_orders": ("games", {"handed"}),
    "links_to_specialisation": ("region", {"specialisation:links"}),
    "rivalry_to_innovation": ("learning", {"success"}),
    "rigidity_to_innovation": ("learning", {"success"}),
    "rigidity_to_shocks": ("weather", {"buyers"}),
    "success_to_rigidity": ("region", {"rigidity:success"}),
    "fair_to_rigidity": ("region", {"rigidity:links"}),
    "learning_to_heterogeneity": ("region", {"heterogeneity:learning"}),
    "ideas_to_heterogeneity": ("region", {"heterogeneity:links"}),
    # What a poor firm spends on research does less, so everything that it could have taken up is less.
    "solvency_to_research": ("learning", {"own", "local", "alliance", "partners", "outside"}),
    "partners_to_benefit": ("games", {"benefit"}),
    "contracts": ("verdicts", {"damages", "awarded"}),
    "audits": ("verdicts", {"audited", "convicted", "audit_fine", "offences"}),
    "own_share": ("games", {"benefit"}),
    "small_firms_lean": ("effects", {"utility"}),
    "joint_saving": ("effects", {"unit_cost", "rebate"}),
    "generic_demand": ("effects", {"generic", "leads"}),
    "joint_marketing": ("effects", {"promotion"}),
    "joint_brand_building": ("effects", {"brand_build"}),
    "campaign_luck_pooled": ("effects", {"campaign_pooling"}),
    "export_leads": ("effects", {"leads"}),
    "channel_reach": ("effects", {"leads"}),
    "channel_freight": ("effects", {"freight"}),
    "broker_matches": ("effects", {"leads", "commission"}),
    "supply_saving": ("effects", {"unit_cost", "utility"}),
    "steady_orders": ("effects", {"steady"}),
    "leader_dilution": ("effects", {"brand_wear"}),
    "leader_capacity": ("effects", {"headroom"}),
    "research_spillover": ("effects", {"spillover"}),
    "research_pooling": ("effects", {"pooling"}),
    "feedback": ("evaluation", {"work"}),
    "support": ("money", {"terms:grants", "outlay"}),
    "introductions": ("membership", {"wanted"}),
}
# What follows from a series within its own phase, so that it may move with it.
FOLLOWS = {
    "learning": {"hit", "success", "knowledge", "quality"},
    "market": {"demand", "sold", "share", "conduct", "surplus"},
    "money": {"terms:tax", "profit", "cash", "loan", "borrowed", "government", "outside", "smooth_profit", "solvency"},
    "verdicts": {"false_alarm", "barred", "barred_until"},
}
# Series that are exactly this in every quarter while the arrow is off.
GONE = {
    "scandals_to_reputation": ("echelon", "reputation:scandals", 0.0),
    "record_to_reputation": ("echelon", "reputation:record", 0.0),
    "brand_to_cluster": ("region", "cluster:brand", 0.0),
    "crowding_to_cluster": ("region", "cluster:crowding", 0.0),
    "sameness_to_cluster": ("region", "cluster:sameness", 0.0),
    "cluster_to_economy": ("region", "economy:cluster", 0.0),
    "brand_to_economy": ("region", "economy:brand", 0.0),
    "sales_to_economy": ("region", "economy:sales", 0.0),
    "outlay_to_economy": ("region", "economy:outlay", 0.0),
    "trust_to_contracting": ("money", "terms:contracting", 0.0),
    "functions_to_cost": ("money", "terms:functions", 0.0),
    "brand_to_premium": ("effects", "firmness", 1.0),
    "brand_to_talent": ("region", "talent:brand", 0.0),
    "cluster_to_talent": ("region", "talent:cluster", 0.0),
    "economy_to_talent": ("region", "talent:economy", 0.0),
    "brand_to_capital": ("region", "capital:brand", 0.0),
    "fair_to_capital": ("region", "capital:fair", 0.0),
    "economy_to_capital": ("region", "capital:economy", 0.0),
    "cluster_to_infrastructure": ("region", "infrastructure:cluster", 0.0),
    "economy_to_infrastructure": ("region", "infrastructure:economy", 0.0),
    "links_to_specialisation": ("region", "specialisation:links", 0.0),
    "success_to_rigidity": ("region", "rigidity:success", 0.0),
    "fair_to_rigidity": ("region", "rigidity:links", 0.0),
    "learning_to_heterogeneity": ("region", "heterogeneity:learning", 0.0),
    "ideas_to_heterogeneity": ("region", "heterogeneity:links", 0.0),
    "brand_to_knowledge": ("learning", "outside", 0.0),
    "ties_to_knowledge": ("learning", "partners", 0.0),
    "density_to_knowledge": ("learning", "local", 0.0),
    "loyalty_to_sales": ("market", "repeat", 0.0),
    "promotion_to_awareness": ("effects", "fame", 0.0),
    "contracts": ("verdicts", "damages", 0.0),
    "audits": ("verdicts", "audited", 0.0),
    "generic_demand": ("effects", "generic", 1.0),
    "joint_marketing": ("effects", "promotion", 0.0),
    "joint_brand_building": ("effects", "brand_build", 1.0),
    "campaign_luck_pooled": ("effects", "campaign_pooling", 0.0),
    "channel_freight": ("effects", "freight", 1.0),
    "broker_matches": ("effects", "commission", 0.0),
    "steady_orders": ("effects", "steady", 0.0),
    "leader_dilution": ("effects", "brand_wear", 0.0),
    "leader_capacity": ("effects", "headroom", 1.0),
    "research_spillover": ("effects", "spillover", 0.0),
    "research_pooling": ("effects", "pooling", 0.0),
    "joint_saving": ("effects", "rebate", 0.0),
    "feedback": ("evaluation", "work", 0.0),
    "support": ("money", "terms:grants", 0.0),
}


def busy(off: tuple[str, ...] = ()) -> Scenario:
    """A village in which every arrow has something to do: stocks off their ordinary levels, breakers, free slots."""
    made = village(
        12,
        EIGHT,
        slots=16,
        off=list(off),
        market=Market(recession_chance=0.5),
        region=Region(
            endowment=0.8, infrastructure=0.5, talent=0.5, capital=0.5, rigidity=0.4, heterogeneity=0.4, cluster=0.5
        ),
        government=Government(opening=5.0, support=0.3, advertise=0.01),
        evaluation=Evaluation(feedback=0.6, every=2),
        intermediary=Intermediary(strength=0.6),
        functions=Functions(pricing="leader"),
        brands=Brands(scandal_chance=0.3),
        entry=Entry(base=0.1, brand=2.0, profit=0.5),
    )
    plans = []
    for place, plan in enumerate(made.firms):
        rule = "never" if place in (3, 9) else "always"
        plans.append(plan.model_copy(update={"strategy": rule, "pair_strategy": rule, "knowledge": 3.0 + place / 2}))
    return made.model_copy(update={"firms": plans})


@lru_cache(maxsize=1)
def with_all() -> list[Moment]:
    return play_out(busy(), QUARTERS, runs=RUNS)


def series(made: Outcome, phase: str) -> dict[str, np.ndarray]:
    """Every series of a phase by name, the ledgers opened into their terms."""
    found: dict[str, np.ndarray] = {}
    record = getattr(made, phase)
    for item in fields(record):
        held = getattr(record, item.name)
        terms = money_terms(EIGHT) if item.name == "terms" else INDEX_TERMS.get(item.name, ())
        if terms and "T" in item.metadata["axes"]:
            found |= {f"{item.name}:{term}": held[:, place] for place, term in enumerate(terms)}
        else:
            found[item.name] = held
    return found


def first_moved(off: list[Moment]) -> tuple[str, set[str]]:
    """The first phase of the first quarter in which anything differs, and what differs in it."""
    for with_arrow, without in zip(with_all(), off, strict=True):
        for phase in (item.name for item in fields(Outcome) if item.name != "quarter"):
            one, other = series(outcome(with_arrow), phase), series(outcome(without), phase)
            moved = {
                name
                for name in one
                if not np.array_equal(one[name], other[name], equal_nan=one[name].dtype.kind == "f")
            }
            if moved:
                return phase, moved
    return "", set()


def test_every_arrow_is_in_the_table() -> None:
    assert set(FIRST) == set(ARROWS)


@pytest.mark.parametrize("arrow", sorted(ARROWS))
def test_what_moves_first_is_what_the_arrow_carries(arrow: str) -> None:
    phase, carried = FIRST[arrow]
    off = play_out(busy((arrow,)), QUARTERS, runs=RUNS)
    where, moved = first_moved(off)
    assert where == phase
    assert carried <= moved
    assert moved <= carried | FOLLOWS.get(phase, set())
    if arrow in GONE:
        where, name, neutral = GONE[arrow]
        assert all((series(outcome(moment), where)[name] == neutral).all() for moment in off)


def test_an_arrow_that_does_not_exist_is_refused() -> None:
    with pytest.raises(KeyError):
        switched_off(village(), ["nowhere_to_nothing"])
