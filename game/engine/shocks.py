"""Phase 1, shocks and policy: the state of demand, recessions, and the scenario's events."""

import numpy as np

from game.engine.chance import Chance, Purpose
from game.engine.rules import EVENT_FACTORS, SEGMENTS, Rules
from game.engine.terms import mean_over
from game.model.outcome import Weather
from game.model.record import Bools, Floats
from game.model.state import BodyStocks, RegionStocks, State, brand

_COLUMN = {name: place for place, name in enumerate(EVENT_FACTORS)}


def strike(rules: Rules, state: State, chance: Chance) -> Weather:
    """Draw the quarter's luck and start or go on with events.

    Demand state: ln z' = memory ln z + noise. A recession begins with its chance and takes `depth (1 + k L)` of demand,
    L being rigidity (Martin & Sunley 2011: a locked-in region is hurt more); falls of demand by events deepen alike.
    Every segment has a small shock of its own beside that.
    """
    market, region = rules.scenario.market, state.region
    draw = chance.normal(Purpose.TREND, state.quarter)
    trend = market.trend_memory * region.trend + market.trend_noise * draw
    begins = (region.recession_left == 0) & (chance.uniform(Purpose.RECESSION, state.quarter) < market.recession_chance)
    recession = begins | (region.recession_left > 0)
    left = np.where(begins, market.recession_length, region.recession_left)
    event_begun = _beginnings(rules, state)
    event_left = np.where(event_begun, rules.event_length, state.region.event_left)
    running = event_left > 0
    deeper = 1 + rules.scenario.region.shock_depth * region.rigidity
    slump = np.where(recession, np.minimum(market.recession_depth * deeper, 0.95), 0.0)
    factors = _products(rules, running)
    size = np.exp(trend) * (1 - slump) * (1 + market.growth) ** (state.quarter - 1)
    return Weather(
        buyers=_buyers(rules, state, chance, size, _deepened(factors[:, :-1], deeper[:, None])),
        input_cost=factors[:, -1],
        rival=_sum(rules, running, "rival"),
        meeting=_any(event_begun, rules.event_meeting),
        hub_lost=_any(running, rules.event_hub_lost),
        reputation_loss=_sum(rules, event_begun, "reputation_loss"),
        event_begun=event_begun,
        event_left=np.maximum(event_left - 1, 0),
        recession=recession,
        recession_begun=begins,
        recession_left=np.maximum(left - 1, 0),
        trend=trend,
    )


def _buyers(rules: Rules, state: State, chance: Chance, size: Floats, events: Floats) -> Floats:
    """Factor on the buyers of each segment, [R, G]: state of demand x the segment's own luck x events."""
    spread = rules.scenario.market.segment_noise
    luck = np.exp(spread * chance.normal(Purpose.SEGMENT, state.quarter, lane=tuple(range(len(SEGMENTS)))))
    made: Floats = size[:, None] * luck * events
    return made


def _beginnings(rules: Rules, state: State) -> Bools:
    """[R, V], the events whose quarter it is and whose condition holds."""
    begun = np.zeros(state.region.event_left.shape, dtype=np.bool_)
    for place, event in enumerate(rules.scenario.events):
        if event.quarter != state.quarter:
            continue
        begun[:, place] = True
        if event.condition is not None:
            level = _index(rules, state.region, state.bodies, event.condition.index)
            if event.condition.below is not None:
                begun[:, place] &= level < event.condition.below
            if event.condition.above is not None:
                begun[:, place] &= level > event.condition.above
    return begun


def _index(rules: Rules, region: RegionStocks, bodies: BodyStocks, name: str) -> Floats:
    if name == "brand":
        return brand(region)
    if name == "mark_effort":
        j = rules.bodies.names.index("mark")
        return mean_over(bodies.effort[:, j], bodies.member[:, j])
    level: Floats = getattr(region, name)
    return level


def _products(rules: Rules, running: Bools) -> Floats:
    """Factors of all events that run, [R, 4]: on the buyers of each segment and on input cost."""
    factors = rules.event_effects[:, : len(SEGMENTS) + 1]
    made: Floats = np.where(running[:, :, None], factors, 1.0).prod(axis=1)
    return made


def _sum(rules: Rules, running: Bools, name: str) -> Floats:
    made: Floats = np.where(running, rules.event_effects[:, _COLUMN[name]], 0.0).sum(axis=-1)
    return made


def _any(running: Bools, which: Bools) -> Bools:
    return np.asarray((running & which).any(axis=-1))


def _deepened(factor: Floats, deeper: Floats) -> Floats:
    """A factor below 1 loses more in a rigid region; one above 1 stays as it is."""
    made: Floats = np.where(factor < 1, np.maximum(1 - (1 - factor) * deeper, 0.05), factor)
    return made
