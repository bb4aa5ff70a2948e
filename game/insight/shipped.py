"""Bands and phase maps that ship with the scenarios: which are needed, measured again, and kept without any other."""

from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import Executor, Future
from pathlib import Path
from typing import TypeVar

from game.insight import kept, phase
from game.insight.band import band_digest, measure
from game.model.band import Band
from game.model.scenario import Scenario
from game.rivals.difficulty import DIFFICULTIES
from game.scenario.read import load, treated

T = TypeVar("T")
Seat = tuple[Scenario, int, str]
BANDS, PHASES = "bands", "phases"


def variants(path: Path) -> dict[str, Scenario]:
    """A scenario as it stands, under the name "", and under each of its treatments. Raises FaultyScenarioError."""
    scenario = load(path)
    text = path.read_text(encoding="utf-8")
    return {"": scenario} | {name: treated(text, name) for name in scenario.treatments}


def seats(played: Iterable[Scenario]) -> Iterator[Seat]:
    """Every seat of every variant at every difficulty."""
    for variant in played:
        for slot in (slot for slot, firm in enumerate(variant.firms) if firm.seat):
            yield from ((variant, slot, difficulty) for difficulty in DIFFICULTIES)


def measured_bands(processes: Executor, paths: Iterable[Path]) -> Iterator[tuple[str, Band]]:
    """The bands of some scenarios by digest, as they are done."""
    return _in_order(
        processes.submit(_band, path, treatment, slot, difficulty)
        for path in paths
        for treatment, variant in variants(path).items()
        for _, slot, difficulty in seats([variant])
    )


def measured_phases(processes: Executor, paths: Iterable[Path]) -> Iterator[tuple[str, phase.Phase]]:
    """Their phase maps by digest, as they are done."""
    return _in_order(processes.submit(_phase, path, treatment) for path in paths for treatment in variants(path))


def _in_order(asked: Iterable["Future[T]"]) -> Iterator[T]:
    """Results in the order of asking. What is asked is small: a pool that is stopped could wait for a full pipe."""
    for future in list(asked):
        yield future.result()


def keep_bands(path: Path, made: Mapping[str, Band], needed: Iterable[Scenario]) -> int:
    """Keep what was made beside what is there, and nothing that none of the `needed` variants has. Raises OSError.

    Gives how many were dropped: bands of scenarios as they stood once, which nobody would ever ask for again.
    """
    held, names = kept.read(path) | dict(made), {band_digest(*seat) for seat in seats(needed)}
    kept.write(path, {name: band for name, band in held.items() if name in names})
    return len(held.keys() - names)


def keep_phases(path: Path, made: Mapping[str, phase.Phase], needed: Iterable[Scenario]) -> int:
    """The same for maps."""
    held, names = kept_phases(path) | dict(made), {phase.phase_digest(variant) for variant in needed}
    phase.write_shipped(path, {name: held[name] for name in sorted(held.keys() & names)})
    return len(held.keys() - names)


def kept_phases(path: Path) -> dict[str, phase.Phase]:
    """All maps of a file by digest; none where it can't be read."""
    try:
        return phase.read_shipped(path)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}


def _band(path: Path, treatment: str, slot: int, difficulty: str) -> tuple[str, Band]:
    seat = variants(path)[treatment], slot, difficulty
    return band_digest(*seat), measure(*seat)


def _phase(path: Path, treatment: str) -> tuple[str, phase.Phase]:
    scenario = variants(path)[treatment]
    return phase.phase_digest(scenario), phase.measure(scenario)
