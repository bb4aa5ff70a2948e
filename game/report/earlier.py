"""What earlier classes came to: the last row of every player in their `outcomes.csv`, by scenario and treatment."""

import csv
import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np

WANTED = {"player", "scenario", "treatment", "difficulty", "firm", "quarter", "firm_score", "region_score"}
LARGEST = 64_000_000
QUARTILES = (25, 50, 75)
Place = tuple[str, str]  # scenario and treatment


@dataclass(frozen=True)
class Earlier:
    """Games of earlier classes in one scenario: how many, and the quartiles of both scores (NaN if there is none)."""

    games: int
    firm: tuple[float, ...]
    region: tuple[float, ...]


def read_earlier(folder: Path) -> dict[Place, Earlier]:
    """What the tables in a folder and below it say; other files are passed over. Raises OSError."""
    last: dict[tuple[Path, str, str, str, str, str], tuple[int, float, float]] = {}
    for path in sorted(folder.rglob("*.csv")):
        for row in _rows(path):
            found = _figures(row)
            if found is None:
                continue
            who = path, row["scenario"], row["treatment"], row["difficulty"], row["firm"], row["player"]
            if who not in last or found[0] > last[who][0]:
                last[who] = found
    held: dict[Place, list[tuple[int, float, float]]] = {}
    for (_, scenario, treatment, *_), figures in last.items():
        held.setdefault((scenario, treatment), []).append(figures)
    return {
        place: Earlier(len(games), _quartiles([game[1] for game in games]), _quartiles([game[2] for game in games]))
        for place, games in held.items()
    }


def _rows(path: Path) -> Iterator[Mapping[str, str]]:
    """Rows of a table with the wanted columns; none of anything else. Raises OSError."""
    with path.open("rb") as file:
        raw = file.read(LARGEST)
    try:
        reader = csv.DictReader(raw.decode("utf-8-sig").splitlines(), restval="")
        if set(reader.fieldnames or ()) >= WANTED:
            yield from reader
    except (UnicodeDecodeError, csv.Error):
        return


def _figures(row: Mapping[str, str]) -> tuple[int, float, float] | None:
    """Quarter, firm and region score of a row; None where it can't be read."""
    try:
        quarter, region = int(row["quarter"]), float(row["region_score"])
        firm = float(row["firm_score"]) if row["firm_score"] else math.nan
    except ValueError:
        return None
    return (quarter, firm, region) if math.isfinite(region) else None


def _quartiles(values: list[float]) -> tuple[float, ...]:
    known = [value for value in values if math.isfinite(value)]
    return tuple(float(value) for value in np.percentile(known, QUARTILES)) if known else (math.nan,) * len(QUARTILES)
