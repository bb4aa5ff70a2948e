"""Places for labels: beside what they name, within bounds, on top of nothing that counts.

The most important comes first and takes the best of its places; a label that finds none is left out.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from game.view.kit.pen import Point, Rect
from game.view.kit.widget import Size

APART = 2.0
CROSSED = 10.0  # how much worse a place is for every point of a line that it covers, in places further down the list


@dataclass(frozen=True)
class Wish:
    """A label and the places that would do, the best first."""

    name: str
    places: tuple[Rect, ...]


def around(point: Point, size: Size, apart: float, bounds: Rect, rings: int = 2) -> Iterator[Rect]:
    """Places beside a point: right, left, above, below, the corners; the same further off; then as bounds allow."""
    w, h = size
    x, y = point
    for ring in range(1, rings + 1):
        d = apart * ring
        right, left = x + d, x - d - w
        above, below = y - d - h, y + d
        middle, centre = y - h / 2, x - w / 2
        for at in (
            (right, middle),
            (left, middle),
            (centre, above),
            (centre, below),
            (right, above),
            (right, below),
            (left, above),
            (left, below),
        ):
            yield Rect(*at, w, h)
    for ring in range(1, rings + 1):
        for top in (y - apart * ring - h, y + apart * ring):
            for left in (x - w / 2, x, x - w):
                yield Rect(min(max(left, bounds.x), bounds.right - w), top, w, h)


def place(
    wishes: Sequence[Wish],
    bounds: Rect,
    taken: Sequence[Rect] = (),
    lines: Sequence[Point] = (),
    *,
    crossing: bool = True,
) -> dict[str, Rect]:
    """A place for each label that finds one, by name.

    `taken` is never covered; points of `lines` only where there is no better place, and without `crossing` never.
    """
    held = list(taken)
    made: dict[str, Rect] = {}
    for wish in wishes:
        best, least = None, math.inf
        for order, rect in enumerate(wish.places):
            if order < least and inside(rect, bounds) and not any(meets(rect, other) for other in held):
                covered = sum(rect.has(point) for point in lines)
                cost = CROSSED * covered + order
                if cost < least and (crossing or not covered):
                    best, least = rect, cost
        if best is not None:
            made[wish.name] = best
            held.append(best)
    return made


def inside(rect: Rect, bounds: Rect) -> bool:
    """Whether a place lies within bounds."""
    return (
        rect.x >= bounds.x - 1e-6
        and rect.y >= bounds.y - 1e-6
        and rect.right <= bounds.right + 1e-6
        and rect.bottom <= bounds.bottom + 1e-6
    )


def meets(one: Rect, other: Rect) -> bool:
    """Whether two places touch, or come too near to be told apart."""
    return (
        one.x < other.right + APART
        and other.x < one.right + APART
        and one.y < other.bottom + APART
        and other.y < one.bottom + APART
    )


def along(points: Sequence[Point], step: float) -> list[Point]:
    """Points on a line, no further apart than a step."""
    made: list[Point] = []
    for (x1, y1), (x2, y2) in pairwise(points):
        count = max(1, int(math.dist((x1, y1), (x2, y2)) / step))
        made += [(x1 + (x2 - x1) * n / count, y1 + (y2 - y1) * n / count) for n in range(count)]
    return [*made, *points[-1:]]
