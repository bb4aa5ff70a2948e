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

from game import play, resources
from game.engine.observe import observe
from game.engine.rules import RULES_VERSION, Rules, compile_rules
from game.files import read_json, replacing
from game.insight.luck import Fresh, without_events
from game.insight.turning import HALF, thresholds
from game.model.outcome import Outcome
from game.model.record import Floats, Ints, lock
from game.model.scenario import Scenario, as_played
from game.model.state import State, brand

KEPT = "phases.json"
GRID, DRAWS, QUARTERS, ARROW = 9, 3, 24, 4
SEED = 15_485_863
LOWEST, HIGHEST = 0.05, 0.95
COOPERATIVE, MIXED, NEVER = "cooperative", "mixed", "never"
POLICIES: Mapping[str, str | None] = {COOPERATIVE: "always", MIXED: None, NEVER: "never"}
DIGITS = 5
SHIPPED_DIGITS = 3  # a tenth of a point: what a picture shows
BLOCK = 2000  # rows times firms that one step plays
MIDDLE = (GRID // 2 * GRID + GRID // 2) * DRAWS  # row of the middle opening


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
    """One policy from all openings, rows in the order cluster, awareness, draw, in blocks short enough for a frame."""
    rows = np.arange(GRID * GRID * DRAWS)
    blocks = np.array_split(rows, -(-len(rows) * rules.slots // BLOCK))
    arrows, ends, formed = [], [], []
    edges = (np.inf, np.inf)
    for place, block in enumerate(blocks):
        table, first = _opened(rules, strategy, levels, block)
        now = first
        for quarter in range(1, QUARTERS + 1):
            now = play.step(table, now)
            if quarter == 1 and MIDDLE in block:
                assert now.past is not None
                edges = _thresholds(rules, first.state, now.past.outcome, MIDDLE - int(block[0]))
            if quarter == ARROW:
                arrows.append(_levels(now.state) - _levels(first.state))
            yield (place + quarter / QUARTERS) / len(blocks), None
        ends.append(_levels(now.state))
        formed.append((now.state.region.awareness >= HALF).astype(np.float64)[:, None])
    yield 1.0, _Paths(_mean(arrows), _mean(ends), _mean(formed)[..., 0], *edges)


def _opened(rules: Rules, strategy: str | None, levels: Floats, block: Ints) -> tuple[play.Table, play.Moment]:
    """A table for some rows, and the moment before their first quarter."""
    cast = None if strategy is None else dict.fromkeys(range(rules.slots), strategy)
    ids = block % DRAWS
    table = replace(play.set_table(rules, SEED, ids, (), cast), chance=Fresh(SEED, ids))
    opening = play.start(table)
    cluster, awareness = levels[block // (GRID * DRAWS)], levels[block // DRAWS % GRID]
    region = replace(opening.state.region, cluster=cluster, awareness=awareness)
    state = lock(replace(opening.state, region=region))
    return table, replace(opening, state=state, seen=observe(rules, state, None))


def _levels(state: State) -> Floats:
    """Cluster and brand, [rows, 2]."""
    return np.stack([state.region.cluster, brand(state.region)], axis=-1)


def _mean(blocks: list[Floats]) -> Floats:
    """Means over draws, [G, G, ...] of blocks of [rows, ...]."""
    made: Floats = np.concatenate(blocks).reshape(GRID, GRID, DRAWS, -1).mean(axis=2)
    return made


def _thresholds(rules: Rules, state: State, outcome: Outcome, row: int) -> tuple[float, float]:
    made = thresholds(rules, state, outcome, row)
    return made.on, made.off


def phase_digest(scenario: Scenario) -> str:
    """Name of a map: everything that it depends on."""
    grid = f"{GRID}|{DRAWS}|{QUARTERS}|{ARROW}|{SEED}|{LOWEST}|{HIGHEST}"
    text = f"{RULES_VERSION}|{grid}|{as_played(scenario, 'events')}"
    return hashlib.sha256(text.encode()).hexdigest()[:24]


def as_json(phase: Phase, digits: int = DIGITS) -> dict[str, object]:
    """A map as JSON holds it: whole numbers, `scale` of which make one; an infinite threshold is null."""
    scale = 10**digits
    made: dict[str, object] = {"policies": list(phase.policies), "scale": scale}
    for item in fields(Phase)[1:]:
        values = np.round(getattr(phase, item.name) * scale)
        held = values if np.isinf(values).any() else values.astype(np.int64)
        made[item.name] = [None if value == np.inf else value for value in held.tolist()]
    return made


def from_json(held: Mapping[str, object]) -> Phase:
    """The map that `as_json` wrote. Raises KeyError, TypeError or ValueError for anything else."""
    policies, scale = held["policies"], held["scale"]
    if not isinstance(policies, list) or not isinstance(scale, int) or scale < 1:
        raise TypeError(policies, scale)
    arrays = {item.name: np.array(held[item.name], dtype=np.float64) / scale for item in fields(Phase)[1:]}
    for name in ("on", "off"):
        arrays[name] = np.where(np.isnan(arrays[name]), np.inf, arrays[name])
    made = Phase(tuple(str(name) for name in policies), **arrays)
    p, g = len(POLICIES), GRID
    shapes = {"cluster": (g,), "awareness": (g,), "brand": (g,), "formed": (p, g, g), "on": (p,), "off": (p,)}
    shapes |= {"arrows": (p, g, g, 2), "ends": (p, g, g, 2)}
    if made.policies != tuple(POLICIES) or any(arrays[name].shape != shape for name, shape in shapes.items()):
        raise ValueError(made.policies)
    if not all(np.isfinite(values).all() for name, values in arrays.items() if name not in {"on", "off"}):
        raise ValueError(made.ends)
    return made


def find(scenario: Scenario, own: Path) -> Phase | None:
    """The map shipped with the scenario, or kept in the player's folder, if there is one that can be read."""
    name = phase_digest(scenario)
    for path in (resources.scenarios() / KEPT, own / KEPT):
        try:
            return from_json(read_json(path)[name])
        except (OSError, ValueError, KeyError, TypeError):
            continue
    return None


def read_shipped(path: Path) -> dict[str, Phase]:
    """All maps of the file that ships, by digest. Raises OSError or ValueError if it can't be read."""
    return {name: from_json(held) for name, held in read_json(path).items()}


def write_shipped(path: Path, phases: Mapping[str, Phase]) -> None:
    """Write maps by digest, one a line and sorted, so that the file's history reads well. Raises OSError."""
    lines = [
        f"{json.dumps(name)}:{json.dumps(as_json(phase, SHIPPED_DIGITS), separators=(',', ':'))}"
        for name, phase in sorted(phases.items())
    ]
    with replacing(path) as file:
        file.write("{\n" + ",\n".join(lines) + "\n}\n")


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
