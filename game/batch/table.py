"""Tables of rows: means with intervals, paired comparison, CSV."""

import csv
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from pathlib import Path

import numpy as np

from game.batch.run import FIGURES, Row
from game.files import replacing
from game.statistics import estimate, t_above, t_quantile

NORMAL_95 = 1.959963984540054
COLUMNS = tuple(item.name for item in fields(Row))


@dataclass(frozen=True)
class Mean:
    """A mean with its 95 % interval (normal, from the standard error)."""

    metric: str
    mean: float
    low: float
    high: float


def mean_of(metric: str, values: Sequence[float]) -> Mean:
    """Mean and interval of some runs; a single run has no interval."""
    held = np.array(values)
    mean = float(held.mean())
    if len(held) < 2:
        return Mean(metric, mean, mean, mean)
    half = NORMAL_95 * float(held.std(ddof=1)) / float(np.sqrt(len(held)))
    return Mean(metric, mean, mean - half, mean + half)


def summary(rows: Sequence[Row]) -> list[Mean]:
    """Means of all figures."""
    return [mean_of(name, [getattr(row, name) for row in rows]) for name in FIGURES]


@dataclass(frozen=True)
class Difference(Mean):
    """A mean paired difference with its 95 % interval and its p, both by Student's t."""

    p: float


def difference_of(metric: str, differences: Sequence[float]) -> Difference:
    """The paired t-test (Student 1908): t = mean / (s / sqrt(R)) with R - 1 degrees of freedom, two-sided.

    Differences that are all the same have no spread: p is 1 if they are nought, else 0. A single pair tells nothing.
    """
    held = np.array(differences)
    if len(held) < 2:
        return Difference(metric, float(held[0]), float(held[0]), float(held[0]), 1.0)
    found = estimate(held)
    if found.error == 0:
        return Difference(metric, found.effect, found.effect, found.effect, 0.0 if found.effect else 1.0)
    half = t_quantile(0.975, found.free) * found.error
    p = 2 * t_above(abs(found.effect) / found.error, found.free)
    return Difference(metric, found.effect, found.effect - half, found.effect + half, min(p, 1.0))


def compare(one: Sequence[Row], other: Sequence[Row]) -> list[Difference]:
    """Paired differences `other` - `one`, replicate by replicate, every figure by itself."""
    return [
        difference_of(name, [getattr(b, name) - getattr(a, name) for a, b in zip(one, other, strict=True)])
        for name in FIGURES
    ]


def write_csv(path: Path, blocks: Iterable[list[Row]]) -> list[Row]:
    """Write rows as they come; gives them back. What was there stays until all are written. Raises OSError."""
    device = path.exists() and not path.is_file()
    with path.open("w", encoding="utf-8", newline="") if device else replacing(path) as file:
        writer = csv.writer(file)
        writer.writerow(COLUMNS)
        made: list[Row] = []
        for block in blocks:
            writer.writerows([getattr(row, name) for name in COLUMNS] for row in block)
            made += block
    return made
