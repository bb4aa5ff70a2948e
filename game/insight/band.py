"""The band: what free riding and the best known plan are worth in a scenario, quarter by quarter. It anchors the scores.

For every seat the fixed plans of `game.insight.plans` are played over 200 replicates of a seed of their own. Results are
kept by the digest of everything they depend on, so that they are computed once.
"""

import hashlib
import json
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass

import numpy as np

from game import play
from game.engine.rules import Anchors, Rules, compile_rules
from game.insight.plans import FREE_RIDE, PLANS, Plan
from game.model.scenario import Scenario

REPLICATES = 200
SEED = 20_240_731
RULES_VERSION = 1
LEAST_WIDTH = 0.03
DIGITS = 6


@dataclass(frozen=True)
class Band:
    """Medians by plan: worth of the firm and region score after each quarter."""

    worth: dict[str, list[float]]
    region: dict[str, list[float]]
    width_floor: float

    @property
    def best(self) -> str:
        """The plan worth most in the end."""
        return max((name for name in self.worth if name != FREE_RIDE.name), key=lambda name: self.worth[name][-1])

    def anchors(self) -> Anchors:
        """Low: free riding. High: the best plan, at least a stated width above low, because early on breaking may still lead."""
        low = np.array(self.worth[FREE_RIDE.name])
        high = np.array(self.worth[self.best])
        quarters = np.arange(1, len(low) + 1)
        return Anchors(low, np.maximum(high, low + self.width_floor * quarters))


def band_digest(scenario: Scenario, slot: int) -> str:
    """Name of a band: everything that it depends on."""
    told = {"about", "briefing", "units", "treatments"}
    plans = json.dumps([asdict(plan) for plan in PLANS])
    text = f"{RULES_VERSION}|{REPLICATES}|{SEED}|{slot}|{plans}|{scenario.model_dump_json(exclude=told)}"
    return hashlib.sha256(text.encode()).hexdigest()[:24]


def measure(scenario: Scenario, slot: int, tick: Callable[[float], None] | None = None) -> Band:
    """Play all plans at a seat; `tick` is told the share done."""
    made: Band | None = None
    for share, made in steps(scenario, slot):
        if tick is not None:
            tick(share)
    assert made is not None
    return made


def steps(scenario: Scenario, slot: int) -> Iterator[tuple[float, Band | None]]:
    """The same in small steps, for a window that must not stand still: (share done, the band at the end)."""
    rules = compile_rules(scenario)
    quarters = scenario.quarters.max
    worth: dict[str, list[float]] = {}
    region: dict[str, list[float]] = {}
    for place, plan in enumerate(PLANS):
        worth[plan.name], region[plan.name] = [], []
        for quarter, (value, score) in enumerate(_play(rules, plan, slot, quarters)):
            worth[plan.name].append(_rounded(value))
            region[plan.name].append(_rounded(score))
            yield (place + (quarter + 1) / quarters) / len(PLANS), None
    size = {"small": 2 / 3, "medium": 1.0, "large": 2.0}[scenario.firms[slot].size]
    yield 1.0, Band(worth, region, LEAST_WIDTH * rules.v0 * size)


def _play(rules: Rules, plan: Plan, slot: int, quarters: int) -> Iterator[tuple[float, float]]:
    table = play.set_table(rules, SEED, REPLICATES, (slot,), {slot: plan.strategy})
    moment = play.start(table)
    send = plan.send(slot)
    for _ in range(quarters):
        moment = play.step(table, moment, send)
        assert moment.past is not None
        scores = moment.past.outcome.scores
        yield float(np.median(scores.worth[:, slot])), float(np.median(scores.region))


def _rounded(value: float) -> float:
    """Six significant digits: the same on every machine."""
    return float(f"{value:.{DIGITS}g}")
