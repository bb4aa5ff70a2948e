"""Bands by scenario: kept with the shipped scenarios, kept in the player's folder, or measured once and kept."""

import json
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

from game import resources
from game.files import read_json, replacing
from game.insight.band import band_digest, steps
from game.model.band import Band
from game.model.scenario import Scenario
from game.rivals.difficulty import NORMAL

KEPT = "bands.json"


def find(scenario: Scenario, slot: int, difficulty: str = NORMAL, own: Path | None = None) -> Band | None:
    """The kept band of a seat, if there is one."""
    name = band_digest(scenario, slot, difficulty)
    for path in (resources.scenarios() / KEPT, *([own / KEPT] if own else [])):
        held = read(path).get(name)
        if held is not None:
            return held
    return None


def keep(scenario: Scenario, slot: int, difficulty: str, band: Band, own: Path) -> None:
    """Keep a band in the player's folder; where that fails it is measured again next time."""
    path = own / KEPT
    held = read(path) | {band_digest(scenario, slot, difficulty): band}
    try:
        own.mkdir(parents=True, exist_ok=True)
        write(path, held)
    except OSError:
        return


def obtain(
    scenario: Scenario, slots: tuple[int, ...], difficulty: str = NORMAL, own: Path | None = None
) -> Iterator[tuple[float, dict[int, Band] | None]]:
    """Bands of some seats in small steps: (share done, the bands at the end). Kept ones take no time."""
    made: dict[int, Band] = {}
    for place, slot in enumerate(slots):
        band = find(scenario, slot, difficulty, own)
        if band is None:
            for share, band in steps(scenario, slot, difficulty):  # noqa: B007 - the last one is used below
                yield (place + share) / len(slots), None
            assert band is not None
            if own is not None:
                keep(scenario, slot, difficulty, band, own)
        made[slot] = band
    yield 1.0, made


def obtain_all(
    scenario: Scenario, slots: tuple[int, ...], difficulty: str = NORMAL, own: Path | None = None
) -> dict[int, Band]:
    """The same at once."""
    found = [bands for _, bands in obtain(scenario, slots, difficulty, own)][-1]
    assert found is not None
    return found


def write(path: Path, bands: dict[str, Band]) -> None:
    """Write bands to a file, sorted, so that its history reads well. Raises OSError; what was there stays then."""
    content = {name: asdict(band) for name, band in sorted(bands.items())}
    with replacing(path) as file:
        file.write(json.dumps(content, indent=1) + "\n")


def read(path: Path) -> dict[str, Band]:
    """All bands of a file by digest; none where it can't be read."""
    try:
        content = read_json(path)
        return {name: Band(**held) for name, held in content.items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}
