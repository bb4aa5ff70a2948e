"""Where the names on the map stand: under their houses, apart from each other; long ones are cut before two meet."""

import math
from collections.abc import Iterator, Sequence
from functools import lru_cache

from game.view.kit.pen import Point, Rect
from game.view.pictures.labels import inside

HIGH = 18.0  # of the paper under a name
PAD = 8.0  # beside a name, both sides together
BESIDE, UNDER = 8.0, 1.0  # how far apart two names are kept, along and across the line
STEPS = 400  # tried until names are cut
Spots = tuple[Point, ...]
# of its width that a name may stand beside its house
SHIFTS = (0.0, 0.06, -0.06, 0.12, -0.12, 0.18, -0.18, 0.25, -0.25, 0.31, -0.31, 0.38, -0.38, 0.44, -0.44)
PARTS = (1.0, 0.8, 0.65, 0.5)  # of its width that are left of a name, the most first
CAPS = (math.inf, 260.0, 220.0, 180.0, 150.0, 125.0, 105.0, 90.0, 75.0, 60.0, 45.0)  # widths allowed, until all fit


def name_places(wide: Sequence[float], houses: Sequence[Point], first: int, bounds: Rect, side: float) -> list[Rect]:
    """A place for each name, from its width and the foot of its house; `first`, the player's, is cut last.

    Names are kept off other names and off others' houses, which are `side` wide and high. They stand in full if all
    find a place so. Else some are cut, and where even that is not enough no name may be wider than the next cap; where
    the last is too wide, those left over stand as they would alone.
    """
    return list(_places(tuple(wide), tuple(houses), first, bounds, side))


@lru_cache(maxsize=16)  # a map is painted again and again with the same names
def _places(wide: tuple[float, ...], houses: Spots, first: int, bounds: Rect, side: float) -> tuple[Rect, ...]:
    found = _whole([width + PAD for width in wide], houses, bounds, side)
    if found is not None:
        return tuple(found[i] for i in range(len(houses)))
    held: dict[int, Rect] = {}
    for cap in CAPS:
        held = _greedy([min(width + PAD, cap) for width in wide], houses, first, bounds, side)
        if len(held) == len(houses):
            break
    last = CAPS[-1]
    return tuple(held.get(i) or _under(min(wide[i] + PAD, last), house, bounds, 0.0) for i, house in enumerate(houses))


def _whole(wide: Sequence[float], houses: Spots, bounds: Rect, side: float) -> dict[int, Rect] | None:
    """Places for all names in full, or None where a search of `STEPS` finds none."""
    built = _built(houses, side)
    left = {}
    for i, house in enumerate(houses):
        places = (_under(wide[i], house, bounds, shift) for shift in SHIFTS)
        others = [*built[:i], *built[i + 1 :]]
        left[i] = [at for at in places if inside(at, bounds) and not any(_meets(at, other) for other in others)]
    return _search(left, iter(range(STEPS)))


def _search(left: dict[int, list[Rect]], steps: Iterator[int]) -> dict[int, Rect] | None:
    """The name with the fewest places chooses, the rest do without what it takes; back where one has none left."""
    if not left:
        return {}
    i = min(left, key=lambda i: len(left[i]))
    for at in left[i]:
        if next(steps, None) is None:
            return None
        taken = _grown(at)
        rest = {j: [other for other in places if not _meets(taken, other)] for j, places in left.items() if j != i}
        found = _search(rest, steps) if all(rest.values()) else None
        if found is not None:
            return found | {i: at}
    return None


def _built(houses: Sequence[Point], side: float) -> list[Rect]:
    return [Rect(x - side / 2, y - side, side, side) for x, y in houses]


def _greedy(wide: Sequence[float], houses: Sequence[Point], first: int, bounds: Rect, side: float) -> dict[int, Rect]:
    """The first free place for each name that has one, the shortest names last but one's own."""
    built = _built(houses, side)
    held: dict[int, Rect] = {}
    for i in sorted(range(len(houses)), key=lambda i: (i != first, -wide[i])):
        taken = [*map(_grown, held.values()), *built[:i], *built[i + 1 :]]
        for at in _wishes(wide[i], houses[i], bounds):
            if not any(_meets(at, other) for other in taken):
                held[i] = at
                break
    return held


def _wishes(wide: float, house: Point, bounds: Rect) -> Iterator[Rect]:
    """Places that would do, the best first: whole and in the middle, whole and aside, cut and in the middle ..."""
    for part in PARTS:
        for shift in SHIFTS:
            at = _under(min(max(wide * part, min(wide, CAPS[-1])), bounds.w - 4), house, bounds, shift)
            if inside(at, bounds):
                yield at


def _under(wide: float, house: Point, bounds: Rect, shift: float) -> Rect:
    left = house[0] - wide / 2 + shift * wide
    left = min(max(left, bounds.x + 2), bounds.right - wide - 2)
    return Rect(left, min(house[1] + 2, bounds.bottom - HIGH - 1), wide, HIGH)


def _grown(rect: Rect) -> Rect:
    return Rect(rect.x - BESIDE, rect.y - UNDER, rect.w + 2 * BESIDE, rect.h + 2 * UNDER)


def _meets(one: Rect, other: Rect) -> bool:
    return one.x < other.right and other.x < one.right and one.y < other.bottom and other.y < one.bottom
