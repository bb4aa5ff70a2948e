"""Phase 6, production and cost."""

import numpy as np

from game.engine import network
from game.engine.rules import ORDINARY, ORDINARY_OUTPUT, REFERENCE_FIRMS, Rules
from game.engine.variety import Products
from game.model.decision import Decision
from game.model.ledger import ADVANTAGES
from game.model.outcome import Effects, Games, Learning, Production, Weather
from game.model.record import Floats
from game.model.state import State
from game.model.ties import total


def produce(
    rules: Rules,
    state: State,
    decision: Decision,
    weather: Weather,
    products: Products,
    games: Games,
    effects: Effects,
    learning: Learning,
) -> Production:
    """Unit cost, freight and capacity.

        c = c0 (1 + K)^-a X^-[s l/(l + l0) (.5 + Z)] [1 + w (n^1.6 - 16^1.6)] [1 - b (C - C_0)] [1 - v (D - D_0)]
            x [1 - e (endowment - .5)] x [1 - thrift work] x input cost

    X = (n/16)^.75 (output/ordinary output)^.25 is the size of the cluster. l = tie density x mean tie act and Z is
    specialisation, so a crowd without links or division of labour gains no scale (Markusen 1996: empty clusters); the
    second bracket is congestion (Duranton & Puga 2004), the third what a developed cluster saves, the fourth economies
    of scope: suppliers that serve many kinds of product (Panzar & Willig 1981). Infrastructure cheapens freight.
    Capacity moves part of the way to the goal, a product at most .05 of the circle a quarter (`game.engine.variety`).
    """
    costs, firms = rules.scenario.costs, state.firms
    n = firms.active.sum(axis=-1) / 1.0
    crowding = 1 + costs.congestion * (n**1.6 - REFERENCE_FIRMS**1.6)
    saving = 1 - costs.cluster_saving * (state.region.cluster - CLUSTER_REFERENCE)
    scope = 1 - costs.scope * (products.variety - VARIETY_REFERENCE)
    nature = 1 - costs.endowment_saving * (rules.scenario.region.endowment - 0.5)
    thrift = 1 - rules.scenario.evaluation.thrift * state.region.work[:, ADVANTAGES.index("operating_cost")]
    common = _scale(rules, state, games, n) * crowding * saving * scope * nature * thrift * weather.input_cost
    unit_cost = costs.unit_cost * (1 + learning.knowledge) ** -costs.learning * common[:, None] * effects.unit_cost
    roads = np.maximum(1 - costs.infrastructure_saving * (state.region.infrastructure - ORDINARY), 0.0)
    freight = rules.segment_freight[:, None] * effects.freight[:, None, :] * (weather.input_cost * roads)[:, None, None]
    return Production(
        unit_cost=unit_cost,
        freight=freight,
        capacity=firms.capacity + costs.capacity_step * (decision.capacity - firms.capacity),
        position=products.position,
        variety=products.variety,
    )


def _scale(rules: Rules, state: State, games: Games, n: Floats) -> Floats:
    """The first bracket of the unit cost, [R]: X to a power that follows the links."""
    costs, firms = rules.scenario.costs, state.firms
    links = network.density(total(games.act), firms.active, rules.scenario.ties.full_density)
    output = (firms.sales * firms.active).sum(axis=-1) / (REFERENCE_FIRMS * ORDINARY_OUTPUT)
    size = (n / REFERENCE_FIRMS) ** 0.75 * np.maximum(output, 0.05) ** 0.25
    made: Floats = size ** -(costs.scale * links / (links + costs.scale_links) * (0.5 + state.region.specialisation))
    return made


CLUSTER_REFERENCE = 0.25
VARIETY_REFERENCE = 0.80
