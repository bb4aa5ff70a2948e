"""Bands and phase maps that ship with the scenarios, measured again; `python -m game.insight` calls it."""

from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from game import resources
from game.insight import kept, phase
from game.insight.band import band_digest, measure
from game.model.band import Band
from game.model.scenario import Scenario
from game.processes import pool
from game.rivals.difficulty import DIFFICULTIES
from game.scenario.read import load, treated

Seat = tuple[Scenario, int, str]
BANDS, PHASES = "bands", "phases"


def main(wanted: list[str], names: Collection[str] = ()) -> None:
    """Measure, in a process for each core, and write: all anew, or the named scenarios beside what is kept already.

    Raises KeyError for a name that no shipped scenario has.
    """
    folder, shipped = resources.scenarios(), resources.shipped_scenarios()
    paths = [shipped[name] for name in names or shipped]
    with pool() as processes:
        if BANDS in wanted:
            old = kept.read(folder / kept.KEPT) if names else {}
            kept.write(folder / kept.KEPT, dict(sorted((old | dict(processes.map(_band, _seats(paths)))).items())))
        if PHASES in wanted:
            maps = phase.read_shipped(folder / phase.KEPT) if names else {}
            phase.write_shipped(folder / phase.KEPT, maps | dict(processes.map(_phase, _variants(paths))))


def _variants(paths: Iterable[Path]) -> Iterator[Scenario]:
    """Every scenario as it stands, and under each of its treatments."""
    for path in paths:
        scenario = load(path)
        yield from [scenario, *(treated(path.read_text(encoding="utf-8"), name) for name in scenario.treatments)]


def _seats(paths: Iterable[Path]) -> Iterator[Seat]:
    """Every seat of every scenario and treatment at every difficulty."""
    for variant in _variants(paths):
        for slot in (slot for slot, firm in enumerate(variant.firms) if firm.seat):
            yield from ((variant, slot, difficulty) for difficulty in DIFFICULTIES)


def _band(seat: Seat) -> tuple[str, Band]:
    return band_digest(*seat), measure(*seat)


def _phase(scenario: Scenario) -> tuple[str, phase.Phase]:
    return phase.phase_digest(scenario), phase.measure(scenario)
