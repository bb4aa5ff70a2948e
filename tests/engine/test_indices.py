"""One step of every index of the region, and the unit cost, by hand from what went in."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from game import play
from game.engine.observe import observe
from game.engine.rules import compile_rules
from game.engine.variety import product_variety
from game.model.arrows import number_at, with_number
from game.model.kinds import HIGH_TECH, of_its_kind
from game.model.ledger import INDEX_TERMS, money_terms
from game.model.parameters import Chance
from game.model.policy import Entry
from game.model.record import lock
from game.model.region import Region
from game.model.scenario import INSTITUTIONS, Scenario
from game.play import Moment
from tests.build import EIGHT, FOUR, all_members, outcome, play_out, village
from tests.generate import random_decisions

NOBODY = Entry(base=0.0, brand=0.0, capital=0.0, profit=0.0)
LEVELS = Region(
    cluster=0.4,
    awareness=0.5,
    reputation=0.6,
    economy=0.35,
    heterogeneity=0.45,
    rigidity=0.25,
    infrastructure=0.2,
    talent=0.6,
    capital=0.7,
    specialisation=0.3,
    endowment=0.8,
)


def county(firms: int = 16, kept: str = "always", **sections: Any) -> Scenario:
    usual: dict[str, Any] = {"region": LEVELS, "chance": Chance(tremble=0.0, observation=0.0), "entry": NOBODY}
    made = village(firms, EIGHT, strategy=kept, **(usual | sections))
    return made.model_copy(update={"firms": [plan.model_copy(update={"pair_strategy": kept}) for plan in made.firms]})


def step(scenario: Scenario, **stocks: Any) -> tuple[Moment, Moment]:
    """The moment before and after the first quarter; `stocks` of the firms set at the start."""
    table = play.set_table(compile_rules(scenario), 7, 3)
    start = play.start(table)
    firms = replace(start.state.firms, **{name: np.broadcast_to(v, (3, 16)).copy() for name, v in stocks.items()})
    state = lock(replace(start.state, firms=firms))
    start = replace(start, state=state, seen=observe(table.rules, state, None))
    return start, play.step(table, start, all_members)


def test_all_indices_are_the_sums_of_their_terms_whatever_happens() -> None:
    for moment in play_out(county(), 12, runs=10, send=random_decisions(2)):
        made, region = outcome(moment), moment.state.region
        for name, names in INDEX_TERMS.items():
            terms = getattr(made.region, name, None)
            terms = getattr(made.echelon, name) if terms is None else terms
            assert terms.shape[1] == len(names)
            scale = np.abs(terms).max(axis=-1)
            assert (np.abs(terms.sum(axis=-1) - getattr(region, name)) <= 1e-9 * scale).all(), name


def test_one_step_of_every_index_by_hand() -> None:
    start, moment = step(county())
    made = outcome(moment)
    b = 0.5 * 0.6
    fair, solvency = made.games.asset[:, 2], made.money.solvency.mean(axis=-1)
    links = made.membership.standing.sum(axis=(1, 2))
    density = links / (16 * 15) / 0.27
    acts = made.games.act.sum(axis=(1, 2)) / links
    cohesion = 0.6 * made.games.effort.mean(axis=(1, 2)) + 0.4 * acts
    growth = 0.29 * (cohesion * (0.5 + 0.5 * np.minimum(density, 1.3)) - 0.36) + 0.06 * (solvency - 1)
    ceiling = 0.48 + 0.43 * 0.35 + 0.10 * 0.3
    size = start.state.firms.size.sum(axis=-1)
    prosperity = np.clip(1.3 * made.market.sold.sum(axis=(1, 2)) / (130 * size) - 0.5, 0, 1.5) / 1.5
    assert start.past is None
    assert moment.past is not None
    research = (moment.past.decision.research / (0.02 * 130 * start.state.firms.size)).mean(axis=-1)
    ideas = 0.5 * fair + 0.4 * np.minimum(research, 2)
    by_hand = {
        "cluster": (
            0.4,
            np.where(growth > 0, 2 * growth * 0.4 * (1 - 0.4 / ceiling), growth * 0.4 / 2),
            0.10 * (b - 0.15) * 0.4 * 0.6,
            -0.02 * (16 / 40) ** 2 * 0.4,
            -0.02 * 0.05 * 0.4,
            0.0,
        ),
        "economy": (0.35, 0.18 * 0.38 * 0.4, 0.18 * 0.25 * np.sqrt(b), 0.18 * 0.44 * prosperity, 0, -0.18 * 0.35, 0.0),
        "heterogeneity": (0.45, -0.05 * cohesion * density * 0.45, 0.06 * ideas * 0.55, 0.0),
        "rigidity": (0.25, 0.05 * (1.3 * cohesion * solvency - 0.25), -0.06 * fair * 0.25, 0.0),
        "infrastructure": (0.2, 0.08 * 0.7 * 0.4, 0.08 * 0.6 * 0.35, -0.08 * 0.2, 0.0),
        "talent": (0.6, 0.12 * 0.6 * b, 0.12 * 0.5 * 0.4, 0.12 * 0.6 * 0.35, -0.12 * 0.6, 0.0),
        "capital": (0.7, 0.15 * 0.6 * b, 0.15 * 0.2 * fair, 0.15 * 0.8 * 0.35, -0.15 * 0.7, 0.0),
        "specialisation": (
            0.3,
            0.08 * 0.8 * np.minimum(density, 1.3) * acts * made.market.variety,
            -0.08 * 0.3,
            0.0,
        ),
    }
    for name, terms in by_hand.items():
        for place, value in enumerate(terms):
            assert getattr(made.region, name)[:, place] == pytest.approx(value, rel=1e-9, abs=1e-12), (name, place)


def test_a_cluster_whose_firms_break_shrinks_by_half_its_lack_of_growth() -> None:
    _, moment = step(county(kept="never"))
    made = outcome(moment)
    growth = 0.29 * (made.region.cohesion * (0.5 + 0.5 * np.minimum(made.region.density, 1.3)) - 0.36)
    growth += 0.06 * (made.money.solvency.mean(axis=-1) - 1)
    assert (growth < 0).all()
    assert made.region.cluster[:, 1] == pytest.approx(growth * 0.4 / 2)


# -- unit cost -------------------------------------------------------------------------------------------------------


def by_hand(moment: Moment, start: Moment, own: np.ndarray | float = 1.0) -> np.ndarray:
    """Unit cost from its factors at the levels of `LEVELS`, sixteen firms that sold 100 a unit of size."""
    made = outcome(moment)
    firms = start.state.firms
    n = firms.active.sum(axis=-1)
    links = made.games.act.sum(axis=(1, 2)) / (n * (n - 1)) / 0.27
    size = (n / 16) ** 0.75 * np.maximum(firms.sales.sum(axis=-1) / 1600, 0.05) ** 0.25
    scale = size ** -(0.10 * links / (links + 0.2) * (0.5 + 0.3))
    crowding = 1 + 0.0001 * (n**1.6 - 16**1.6)
    scope = 1 - 0.05 * (product_variety(start.state, made.production.position) - 0.80)
    common = scale * crowding * scope * (1 - 0.05 * (0.4 - 0.25)) * (1 - 0.06 * 0.3)
    made_cost: np.ndarray = 1.05 * (1 + made.learning.knowledge) ** -0.053 * common[:, None] * own
    return made_cost


@pytest.mark.parametrize("firms", [8, 16, 40])
@pytest.mark.parametrize("position", [None, 0.5])
def test_unit_cost_by_hand(firms: int, position: float | None) -> None:
    """Scale, congestion and scope: clusters of three sizes, with products all over the circle or all in one place."""
    scenario = county(firms)
    plans = [plan.model_copy(update={"position": position}) for plan in scenario.firms]
    table = play.set_table(compile_rules(scenario.model_copy(update={"firms": plans})), 7, 3)
    start = play.start(table)
    moment = play.step(table, start, all_members)
    made = outcome(moment)
    variety = 0.5 * 1.0 + 0.5 * 0.45 if position is None else 0.5 * 0.45
    assert product_variety(start.state, start.state.firms.position) == pytest.approx(variety)
    assert made.production.unit_cost == pytest.approx(by_hand(moment, start, made.effects.unit_cost), rel=1e-9)


def test_an_empty_cluster_gains_no_scale() -> None:
    """Twice the firms make units cheaper where they are linked, and only dearer where they are not."""

    def scale(firms: int, degree: int) -> float:
        scenario = county(firms, costs=county().costs.model_copy(update={"congestion": 0.0}))
        ties = scenario.ties.model_copy(update={"degree": degree})
        moment = play_out(scenario.model_copy(update={"ties": ties}), 1)[0]
        made = outcome(moment)
        return float((made.production.unit_cost / made.effects.unit_cost)[0].mean())

    assert scale(32, 8) < 0.99 * scale(16, 4)
    assert scale(32, 0) == pytest.approx(scale(16, 0), rel=0.01)


def test_infrastructure_cheapens_freight_and_capital_the_upkeep_of_capacity() -> None:
    start, moment = step(county())
    made = outcome(moment)
    roads = 1 - 0.30 * (0.2 - 0.3)
    assert made.production.freight[:, 1] == pytest.approx(0.04 * roads * made.effects.freight)
    names = money_terms(EIGHT)
    upkeep = -made.money.terms[:, names.index("capacity")]
    assert upkeep == pytest.approx(0.03 * made.production.capacity * (1 - 0.20 * (0.7 - 0.3)))
    assert start.state.region.capital[0] == 0.7


def test_talent_and_brand_feed_research() -> None:
    """z_own = .16 [1 + .4 (.6 - .3)] x^.6, and .05 B of what is absorbed from outside."""
    start, moment = step(county())
    made = outcome(moment)
    assert moment.past is not None
    solvency = np.clip(start.state.firms.smooth_profit / (0.10 * 130 * start.state.firms.size), 0, 1)
    x = moment.past.decision.research / (0.02 * 130 * start.state.firms.size) * (0.4 + 0.6 * solvency)
    assert made.learning.own == pytest.approx(0.16 * (1 + 0.4 * 0.3) * x**0.6, rel=1e-12)
    assert made.learning.outside == pytest.approx(0.05 * 0.5 * 0.6 * x / (x + 0.5), rel=1e-12)


# -- kinds -----------------------------------------------------------------------------------------------------------


def test_a_high_tech_cluster_is_the_same_model_with_a_few_numbers_scaled() -> None:
    plain = village(16, EIGHT)
    tech = of_its_kind(plain.model_copy(update={"kind": "high_tech"}))
    moved = {
        "innovation.quality_ageing": (0.08, 0.16),
        "innovation.quality_jump": (0.30, 0.60),
        "costs.research_base": (0.02, 0.03),
        "costs.learning": (0.053, 0.053 * 1.32),
        "institutions.research.cost": (0.0057, 0.0057 * 1.3),
        "institutions.research.spillover": (0.35, 0.35 * 1.3),
        "institutions.fair.investors": (1.0, 1.5),
        **{f"institutions.{name}.court": (0.4, 0.8) for name in INSTITUTIONS},
    }
    assert set(moved) == set(HIGH_TECH)
    back = tech
    for path, (before, after) in moved.items():
        assert number_at(plain, path) == pytest.approx(before)
        assert number_at(tech, path) == pytest.approx(after)
        back = with_number(back, path, before)
    assert back == plain.model_copy(update={"kind": "high_tech"})
    assert of_its_kind(plain) is plain


def test_chances_and_shares_stay_what_they_are_when_they_are_scaled() -> None:
    made = village(16, ("mark",), kind="high_tech")
    made = with_number(with_number(made, "institutions.mark.court", 0.9), "innovation.quality_ageing", 0.4)
    rules = compile_rules(made)
    assert rules.bodies.court[0] == 1.0
    assert rules.scenario.innovation.quality_ageing == 0.5
    assert rules.scenario.institutions.fair is None


def test_high_tech_quality_ages_faster_and_research_weighs_more() -> None:
    def quality(kind: str) -> tuple[float, float]:
        scenario = village(16, FOUR, kind=kind, entry=NOBODY)

        def idle(moment: Moment, proposed: Any) -> Any:
            nothing = np.zeros_like(proposed.quality)
            return replace(proposed, quality=nothing, research=nothing)

        moment = play_out(scenario, 1, send=idle)[0]
        quiet = outcome(moment).learning.success[0] == 0
        spent = play_out(scenario, 1, "always")[0]
        research = spent.past.decision.research.mean() if spent.past else 0.0
        return float(moment.state.firms.quality[0, quiet].mean()), float(research)

    plain, tech = quality("traditional"), quality("high_tech")
    assert plain[0] == pytest.approx(1.5 * 0.92)
    assert tech[0] == pytest.approx(1.5 * 0.84)
    assert tech[1] == pytest.approx(1.5 * plain[1])
