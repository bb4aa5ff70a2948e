"""The phase map cluster x brand: where a region goes from every opening, and the basins this makes.

A reduced picture: of the many stocks of a region only cluster level and awareness are varied, all others begin as the
scenario says, and where a path leads hangs on them, too. What is shown is measured on runs of the engine, not on the
reduced equations.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path

import numpy as np

from game import play
from game.engine.observe import observe
from game.engine.rules import RULES_VERSION, Rules, compile_rules
from game.files import read_json, replacing
from game.insight.luck import Fresh, without_events
from game.insight.turning import HALF, thresholds
from game.model.outcome import Outcome
from game.model.record import Floats, lock
from game.model.scenario import Scenario
from game.model.state import State, brand

KEPT = "phases.json"
GRID, DRAWS, QUARTERS, ARROW = 9, 3, 24, 4
SEED = 15_485_863
LOWEST, HIGHEST = 0.05, 0.95
COOPERATIVE, MIXED, NEVER = "cooperative", "mixed", "never"
POLICIES: Mapping[str, str | None] = {COOPERATIVE: "always", MIXED: None, NEVER: "never"}
DIGITS = 5


@dataclass(frozen=True, eq=False)
class Phase:
    """Where openings lead under each of `policies` (all keep, the scenario's own cast, nobody keeps).

    `cluster` and `awareness` [G] are the openings, `brand` [G] the awareness times the opening reputation. `arrows`
    [P, G, G, 2] are the moves of cluster and brand over `ARROW` quarters from opening (cluster, awareness), `ends`
    [P, G, G, 2] both after `QUARTERS`, means over `DRAWS` fresh draws; `formed` [P, G, G] the share of draws in which
    awareness ends at one half or above: where it is above one half lies the basin of the formed brand. `on` and `off`
    [P] are the cluster levels of `game.insight.turning.thresholds` in the first quarter from the middle opening,
    infinite where there is none.
    """

    policies: tuple[str, ...]
    cluster: Floats
    awareness: Floats
    brand: Floats
    arrows: Floats
    ends: Floats
    formed: Floats
    on: Floats
    off: Floats


def measure(scenario: Scenario) -> Phase:
    """The phase map of a scenario."""
    made = [phase for _, phase in steps(scenario)][-1]
    assert made is not None
    return made


def steps(scenario: Scenario) -> Iterator[tuple[float, Phase | None]]:
    """The same in small steps, for a window that must not stand still: (share done, the map at the end)."""
    rules = without_events(compile_rules(scenario))
    levels = np.linspace(LOWEST, HIGHEST, GRID)
    reputation = scenario.region.reputation
    found: list[_Paths] = []
    for place, strategy in enumerate(POLICIES.values()):
        for done, paths in _run(rules, strategy, levels):  # noqa: B007 - the last one is used below
            yield (place + done) / len(POLICIES), None
        assert paths is not None
        found.append(paths)
    yield (
        1.0,
        Phase(
            policies=tuple(POLICIES),
            cluster=levels,
            awareness=levels,
            brand=levels * reputation,
            arrows=np.array([paths.arrows for paths in found]),
            ends=np.array([paths.ends for paths in found]),
            formed=np.array([paths.formed for paths in found]),
            on=np.array([paths.on for paths in found]),
            off=np.array([paths.off for paths in found]),
        ),
    )


@dataclass(frozen=True, eq=False)
class _Paths:
    """Paths of one policy."""

    arrows: Floats
    ends: Floats
    formed: Floats
    on: float
    off: float


def _run(rules: Rules, strategy: str | None, levels: Floats) -> Iterator[tuple[float, _Paths | None]]:
    """One policy from all openings at once, rows in the order cluster, awareness, draw."""
    ids = np.tile(np.arange(DRAWS), GRID * GRID)
    cast = None if strategy is None else dict.fromkeys(range(rules.slots), strategy)
    table = replace(play.set_table(rules, SEED, ids, (), cast), chance=Fresh(SEED, ids))
    now = _opened(table, levels)
    first, begun = now.state, _levels(now.state)
    arrows, outcome = begun, None
    for quarter in range(1, QUARTERS + 1):
        now = play.step(table, now)
        assert now.past is not None
        outcome = outcome or now.past.outcome
        arrows = _levels(now.state) - begun if quarter == ARROW else arrows
        yield quarter / QUARTERS, None
    assert outcome is not None
    formed = now.state.region.awareness >= HALF
    on, off = _thresholds(rules, first, outcome)
    yield (
        1.0,
        _Paths(_mean(arrows), _mean(_levels(now.state)), _mean(formed[:, None].astype(np.float64))[..., 0], on, off),
    )


def _opened(table: play.Table, levels: Floats) -> play.Moment:
    opening = play.start(table)
    cluster, awareness = np.repeat(levels, GRID * DRAWS), np.tile(np.repeat(levels, DRAWS), GRID)
    region = replace(opening.state.region, cluster=cluster, awareness=awareness)
    state = lock(replace(opening.state, region=region))
    return replace(opening, state=state, seen=observe(table.rules, state, None))


def _levels(state: State) -> Floats:
    """Cluster and brand, [rows, 2]."""
    return np.stack([state.region.cluster, brand(state.region)], axis=-1)


def _mean(values: Floats) -> Floats:
    """Means over draws, [G, G, ...] of [rows, ...]."""
    made: Floats = values.reshape(GRID, GRID, DRAWS, -1).mean(axis=2)
    return made


def _thresholds(rules: Rules, state: State, outcome: Outcome) -> tuple[float, float]:
    middle = (GRID // 2 * GRID + GRID // 2) * DRAWS
    made = thresholds(rules, state, outcome, middle)
    return made.on, made.off


def phase_digest(scenario: Scenario) -> str:
    """Name of a map: everything that it depends on."""
    told = {"about", "briefing", "units", "treatments", "events"}
    grid = f"{GRID}|{DRAWS}|{QUARTERS}|{ARROW}|{SEED}|{LOWEST}|{HIGHEST}"
    text = f"{RULES_VERSION}|{grid}|{scenario.model_dump_json(exclude=told)}"
    return hashlib.sha256(text.encode()).hexdigest()[:24]


def as_json(phase: Phase) -> dict[str, object]:
    """A map as JSON holds it, five digits; an infinite threshold is null."""
    made: dict[str, object] = {"policies": list(phase.policies)}
    for item in fields(Phase)[1:]:
        values: Floats = np.round(getattr(phase, item.name), DIGITS)
        made[item.name] = [None if value == np.inf else value for value in values.tolist()]
    return made


def from_json(held: Mapping[str, object]) -> Phase:
    """The map that `as_json` wrote. Raises KeyError, TypeError or ValueError for anything else."""
    policies = held["policies"]
    if not isinstance(policies, list):
        raise TypeError(policies)
    arrays = {item.name: np.array(held[item.name], dtype=np.float64) for item in fields(Phase)[1:]}
    for name in ("on", "off"):
        arrays[name] = np.where(np.isnan(arrays[name]), np.inf, arrays[name])
    return Phase(tuple(str(name) for name in policies), **arrays)


def find(scenario: Scenario, own: Path) -> Phase | None:
    """The map kept in the player's folder, if there is one that can be read."""
    try:
        return from_json(read_json(own / KEPT)[phase_digest(scenario)])
    except (OSError, ValueError, KeyError, TypeError):
        return None


def keep(scenario: Scenario, phase: Phase, own: Path) -> None:
    """Keep a map in the player's folder; where that fails it is measured again next time."""
    path = own / KEPT
    try:
        held = read_json(path)
    except (OSError, ValueError):
        held = {}
    try:
        own.mkdir(parents=True, exist_ok=True)
        with replacing(path) as file:
            json.dump(dict(held) | {phase_digest(scenario): as_json(phase)}, file)
    except (OSError, ValueError, TypeError):
        return
