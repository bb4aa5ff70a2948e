"""Where a field on a grid is above a level, and the line between: marching squares.

A field is given by its values at grid points, [x][y]; between them it is taken to be linear along the edges of a cell.
Where a level is crossed on all four edges of a cell the mean of its corners says which two corners hang together.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np

from game.model.record import Floats
from game.view.kit.pen import Point

Crossing = tuple[int, int, int, int]  # the edge between two grid points, by their places
Corner = tuple[Point, Crossing | None]
BETWEEN = 4  # points that a finer grid puts into every interval
SOFTER = 2  # rounds of smoothing


def finer(xs: Floats, ys: Floats, values: Floats) -> tuple[Floats, Floats, Floats]:
    """A field on a finer grid, its steps smoothed: measured shares jump from cell to cell."""
    made = values
    for axis in (0, 1):
        made = _refined(made, axis)
        for _ in range(SOFTER):
            made = _softened(made, axis)
    return _refined(xs, 0), _refined(ys, 0), made


def _refined(values: Floats, axis: int) -> Floats:
    n = values.shape[axis]
    places = np.arange((n - 1) * BETWEEN + 1) / BETWEEN
    low = np.minimum(places.astype(int), n - 2)
    part = places - low
    shape = [1] * values.ndim
    shape[axis] = -1
    part = part.reshape(shape)
    made: Floats = values.take(low, axis) * (1 - part) + values.take(low + 1, axis) * part
    return made


def _softened(values: Floats, axis: int) -> Floats:
    """Each value a quarter its neighbours' on both sides; the border keeps to itself."""
    n = values.shape[axis]
    before, after = np.maximum(np.arange(n) - 1, 0), np.minimum(np.arange(n) + 1, n - 1)
    made: Floats = values / 2 + (values.take(before, axis) + values.take(after, axis)) / 4
    return made


def regions(xs: Floats, ys: Floats, values: Floats, level: float) -> list[list[Point]]:
    """Polygons, one or two a cell, that together cover where the field is at or above the level."""
    return [[point for point, _ in piece] for piece in _pieces(xs, ys, values, level)]


def contour(xs: Floats, ys: Floats, values: Floats, level: float) -> list[list[Point]]:
    """The lines along which the field has the level; closed ones end where they begin."""
    at: dict[Crossing, Point] = {}
    links: dict[Crossing, list[Crossing]] = defaultdict(list)
    for piece in _pieces(xs, ys, values, level):
        for (one, here), (other, there) in pairwise([*piece, piece[0]]):
            if here is not None and there is not None:
                at[here], at[there] = one, other
                links[here].append(there)
                links[there].append(here)
    return [[at[crossing] for crossing in line] for line in _joined(links)]


def _pieces(xs: Floats, ys: Floats, values: Floats, level: float) -> Iterator[list[Corner]]:
    for i in range(len(xs) - 1):
        for k in range(len(ys) - 1):
            corners = [(i, k), (i + 1, k), (i + 1, k + 1), (i, k + 1)]
            held = [float(values[corner]) for corner in corners]
            walk = _walk(xs, ys, corners, held, level)
            above = [value >= level for value in held]
            if above[0] == above[2] != above[1] == above[3] and sum(held) / 4 < level:
                yield from _parted(walk)
            elif walk:
                yield walk


def _walk(
    xs: Floats, ys: Floats, corners: Sequence[tuple[int, int]], held: Sequence[float], level: float
) -> list[Corner]:
    """Round a cell: its corners at or above the level, and where its edges cross it."""
    made: list[Corner] = []
    for n, (one, other) in enumerate(pairwise([*corners, corners[0]])):
        low, high = held[n], held[(n + 1) % 4]
        if low >= level:
            made.append(((float(xs[one[0]]), float(ys[one[1]])), None))
        if (low >= level) != (high >= level):
            part = (level - low) / (high - low)
            x = float(xs[one[0]] + part * (xs[other[0]] - xs[one[0]]))
            y = float(ys[one[1]] + part * (ys[other[1]] - ys[one[1]]))
            made.append(((x, y), (*min(one, other), *max(one, other))))
    return made


def _parted(walk: list[Corner]) -> Iterator[list[Corner]]:
    """Two corners that do not hang together: each with the crossings on both sides of it."""
    for place, (_, crossing) in enumerate(walk):
        if crossing is None:
            yield [walk[place - 1], walk[place], walk[(place + 1) % len(walk)]]


def _joined(links: dict[Crossing, list[Crossing]]) -> Iterator[list[Crossing]]:
    """Chains of crossings, the open ones from an end of theirs, then the closed ones."""
    left = {crossing: list(others) for crossing, others in links.items()}
    ends = [crossing for crossing, others in left.items() if len(others) == 1]
    for start in [*ends, *left]:
        if not left[start]:
            continue
        chain = [start]
        while left[chain[-1]]:
            here = chain[-1]
            there = left[here].pop()
            left[there].remove(here)
            chain.append(there)
        yield chain
