"""The band: what free riding and the best known plan are worth in a scenario, quarter by quarter.

It anchors the scores.

For every seat the fixed plans of `game.insight.plans` are played over 200 replicates of a seed of their own. Results
are kept by the digest of everything they depend on, so that they are computed once.
"""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import asdict

import numpy as np

from game import play
from game.engine.rules import RULES_VERSION, SIZES, Rules, compile_rules
from game.insight.plans import PLANS, Plan
from game.model.band import Band
from game.model.outcome import Scores
from game.model.scenario import Scenario, as_played
from game.rivals.difficulty import NORMAL, handicap

REPLICATES = 200
CHUNK = 50
SEED = 20_240_731
MARGIN = 0.03
DIGITS = 6
NONE_KEEP, ALL_KEEP = Plan("none_keep", "never"), Plan("all_keep", "always")


def band_digest(scenario: Scenario, slot: int, difficulty: str = NORMAL) -> str:
    """Name of a band: everything that it depends on."""
    plans = json.dumps([asdict(plan) for plan in PLANS])
    rivals = json.dumps(handicap(scenario, difficulty, (slot,)))
    played = f"{slot}|{difficulty}|{rivals}|{plans}"
    text = f"{RULES_VERSION}|{REPLICATES}|{SEED}|{played}|{as_played(scenario)}"
    return hashlib.sha256(text.encode()).hexdigest()[:24]


def measure(scenario: Scenario, slot: int, difficulty: str = NORMAL) -> Band:
    """Play all plans at a seat."""
    made = [band for _, band in steps(scenario, slot, difficulty)][-1]
    assert made is not None
    return made


def steps(scenario: Scenario, slot: int, difficulty: str = NORMAL) -> Iterator[tuple[float, Band | None]]:
    """The same in small steps, for a window that must not stand still: (share done, the band at the end)."""
    rules = compile_rules(scenario)
    quarters = scenario.quarters.max
    rivals = handicap(scenario, difficulty, (slot,))
    everyone = range(len(scenario.firms))
    casts: list[tuple[Plan, dict[int, str]]] = [(plan, rivals | {slot: plan.strategy}) for plan in PLANS]
    casts += [(plan, dict.fromkeys(everyone, plan.strategy)) for plan in (NONE_KEEP, ALL_KEEP)]
    worth: dict[str, list[float]] = {}
    region: dict[str, list[float]] = {}
    whole, done = len(casts) * len(_chunks()) * quarters, 0
    for plan, strategies in casts:
        value, score = np.empty((REPLICATES, quarters)), np.empty((REPLICATES, quarters))
        for ids in _chunks():
            for quarter, scores in enumerate(_play(rules, plan, slot, strategies, ids)):
                value[ids, quarter], score[ids, quarter] = scores.worth[:, slot], scores.region
                done += 1
                yield done / whole, None
        worth[plan.name] = [_rounded(float(held)) for held in np.median(value, axis=0)]
        region[plan.name] = [_rounded(float(held)) for held in np.median(score, axis=0)]
    size = SIZES[scenario.firms[slot].size]
    yield (
        1.0,
        Band(
            {plan.name: worth[plan.name] for plan in PLANS},
            region[NONE_KEEP.name],
            region[ALL_KEEP.name],
            MARGIN * rules.v0 * size,
        ),
    )


def _chunks() -> list[np.ndarray]:
    """Replicates in chunks small enough for a step between two frames."""
    return [np.arange(start, min(start + CHUNK, REPLICATES)) for start in range(0, REPLICATES, CHUNK)]


def _play(rules: Rules, plan: Plan, slot: int, strategies: dict[int, str], ids: np.ndarray) -> Iterator[Scores]:
    table = play.set_table(rules, SEED, ids, (slot,), strategies)
    moment = play.start(table)
    send = plan.send(rules, slot)
    for _ in range(rules.scenario.quarters.max):
        moment = play.step(table, moment, send)
        assert moment.past is not None
        yield moment.past.outcome.scores


def _rounded(value: float) -> float:
    """Six significant digits: the same on every machine."""
    return float(f"{value:.{DIGITS}g}")
