"""Phase 6, production and cost."""

import numpy as np

from game.engine import network
from game.engine.rules import REFERENCE_FIRMS, Rules
from game.model.decision import Decision
from game.model.outcome import Effects, Games, Learning, Production, Weather
from game.model.record import Floats
from game.model.state import State


def produce(
    rules: Rules, state: State, decision: Decision, weather: Weather, games: Games, effects: Effects, learning: Learning
) -> Production:
    """Unit cost, freight, capacity and product position.

        c = c0 (1 + K)^-a (n/16)^-[s l/(l + l0)] [1 + w (n^1.6 - 16^1.6)] [1 - b (C - C_0)] x input cost

    l = tie density x mean tie act, so a crowd without links gains no scale (Markusen 1996: empty clusters); the second
    bracket is congestion (Duranton & Puga 2004), the third what a developed cluster saves. Capacity moves part of the
    way to the goal, position at most .05 of the circle a quarter.
    """
    costs, firms = rules.scenario.costs, state.firms
    n = firms.active.sum(axis=-1) / 1.0
    links = network.density(games.act, firms.active, rules.scenario.ties.full_density)
    scale = (n / REFERENCE_FIRMS) ** -(costs.scale * links / (links + costs.scale_links))
    crowding = 1 + costs.congestion * (n**1.6 - REFERENCE_FIRMS**1.6)
    saving = 1 - costs.cluster_saving * (state.region.cluster - CLUSTER_REFERENCE)
    common = scale * crowding * saving * weather.input_cost
    unit_cost = costs.unit_cost * (1 + learning.knowledge) ** -costs.learning * common[:, None] * effects.unit_cost
    freight = rules.segment_freight[:, None] * effects.freight[:, None, :] * weather.input_cost[:, None, None]
    return Production(
        unit_cost=unit_cost,
        freight=freight,
        capacity=firms.capacity + costs.capacity_step * (decision.capacity - firms.capacity),
        position=move(firms.position, decision.position),
    )


CLUSTER_REFERENCE = 0.25
FURTHEST_MOVE = 0.05


def move(position: Floats, goal: Floats) -> Floats:
    """Step on the circle towards the goal by the shorter way, at most `FURTHEST_MOVE`."""
    way = (goal - position + 0.5) % 1.0 - 0.5
    made: Floats = (position + np.clip(way, -FURTHEST_MOVE, FURTHEST_MOVE)) % 1.0
    return made
