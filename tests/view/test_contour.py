"""Contours and label places: against fields that are known, and whatever places are asked for."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as some

from game.view.kit.pen import Point, Rect
from game.view.pictures.contour import contour, finer, regions
from game.view.pictures.labels import Wish, along, around, inside, meets, place
from game.view.pictures.line_names import LABEL_HIGH, spread

GRID = np.linspace(0, 1, 17)


def area(polygon: list[Point]) -> float:
    ends = [*polygon, polygon[0]]
    return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairwise(ends))) / 2


def hill(x: float, y: float) -> float:
    """A cone with its tip at (.5, .4)."""
    return 1 - float(np.hypot(x - 0.5, y - 0.4))


def test_the_contour_of_a_cone_is_a_circle() -> None:
    values = np.array([[hill(x, y) for y in GRID] for x in GRID])
    (line,) = contour(GRID, GRID, values, 0.7)
    assert line[0] == line[-1]
    assert [np.hypot(x - 0.5, y - 0.4) for x, y in line] == pytest.approx([0.3] * len(line), abs=0.005)
    assert sum(map(area, regions(GRID, GRID, values, 0.7))) == pytest.approx(np.pi * 0.09, rel=0.02)


def test_the_contour_of_a_slope_is_a_straight_line_to_the_border() -> None:
    """On uneven axes too; the field is linear, so that the crossings are exact."""
    xs, ys = np.array([0, 0.05, 0.5, 0.95, 1.0]), np.array([0, 0.1, 0.6, 0.7])
    values = xs[:, None] + 2 * ys[None, :]
    (line,) = contour(xs, ys, values, 0.9)
    assert [x + 2 * y for x, y in line] == pytest.approx([0.9] * len(line))
    ends = {min(line[0], line[-1])[0], max(line[0], line[-1])[1]}
    assert ends & {0.0, 0.9}
    assert sum(map(area, regions(xs, ys, values, 0.9))) == pytest.approx(0.7 - 0.9 * 0.45 / 2)


def test_a_level_that_is_nowhere_has_no_contour() -> None:
    flat = np.full((17, 17), 0.2)
    assert contour(GRID, GRID, flat, 0.5) == []
    assert regions(GRID, GRID, flat, 0.5) == []
    assert sum(map(area, regions(GRID, GRID, flat, 0.1))) == pytest.approx(1)


@pytest.mark.parametrize(("level", "whole"), [(0.6, 2 * 0.4**2 / 2), (0.4, 1 - 2 * 0.4**2 / 2)])
def test_a_saddle_hangs_together_where_its_mean_says_so(level: float, whole: float) -> None:
    xs = np.array([0.0, 1.0])
    saddle = np.array([[1.0, 0.0], [0.0, 1.0]])
    assert len(contour(xs, xs, saddle, level)) == 2
    assert sum(map(area, regions(xs, xs, saddle, level))) == pytest.approx(whole)


def test_a_finer_grid_is_smooth_and_stays_within_what_was_measured() -> None:
    steps = np.array([[0.0, 0, 0, 1], [0, 0, 1 / 3, 1], [0, 2 / 3, 1, 1], [1, 1, 1, 1]])
    xs = np.array([0.0, 0.3, 0.6, 1.0])
    fine_x, fine_y, values = finer(xs, xs, steps)
    assert len(fine_x) == len(fine_y) == 13
    assert (fine_x[0], fine_x[-1]) == (0.0, 1.0)
    assert values.min() >= 0
    assert values.max() <= 1
    assert (np.diff(values, axis=0) >= -1e-9).all()
    (line,) = contour(fine_x, fine_y, values, 0.5)
    turns = [np.arctan2(y2 - y1, x2 - x1) for (x1, y1), (x2, y2) in pairwise(line) if (x1, y1) != (x2, y2)]
    assert np.abs(np.diff(np.unwrap(turns))).max() < np.pi / 2


BOUNDS = Rect(10, 20, 300, 160)
rects = some.builds(Rect, some.floats(-20, 320), some.floats(0, 200), some.floats(5, 120), some.floats(10, 40))


@given(some.lists(some.lists(rects, min_size=1, max_size=12).map(tuple), max_size=12), some.lists(rects, max_size=4))
def test_labels_never_meet_nor_leave(wishes: list[tuple[Rect, ...]], taken: list[Rect]) -> None:
    made = place([Wish(str(n), places) for n, places in enumerate(wishes)], BOUNDS, taken)
    held = [*made.values()]
    assert all(inside(rect, BOUNDS) for rect in held)
    assert not any(meets(one, other) for n, one in enumerate(held) for other in [*held[:n], *taken])
    if wishes and not taken and any(inside(rect, BOUNDS) for rect in wishes[0]):
        assert "0" in made


def test_a_label_takes_its_first_place_unless_a_line_runs_there() -> None:
    right, left = Rect(60, 50, 40, 20), Rect(10, 50, 40, 20)
    wish = [Wish("a", (right, left))]
    assert place(wish, BOUNDS)["a"] == right
    line = along([(55, 60), (120, 60)], 5)
    assert place(wish, BOUNDS, lines=line)["a"] == left
    assert place([Wish("a", (right,))], BOUNDS, lines=line)["a"] == right
    assert place([Wish("a", (right,))], BOUNDS, lines=line, crossing=False) == {}


def test_a_point_in_a_corner_still_finds_room_for_its_words() -> None:
    for point in ((12, 22), (308, 178), (12, 178), (308, 22)):
        made = place([Wish("a", tuple(around(point, (150, 20), 13, BOUNDS)))], BOUNDS)
        assert not made["a"].has(point)


@given(some.lists(some.floats(-50, 250), min_size=1, max_size=7))
def test_names_at_line_ends_are_moved_apart_and_stay_inside(tops: list[float]) -> None:
    made = spread(sorted(tops), 0, 7 * LABEL_HIGH)
    assert made[0] >= 0
    assert made[-1] + LABEL_HIGH <= 7 * LABEL_HIGH
    assert all(low + LABEL_HIGH <= high + 1e-9 for low, high in pairwise(made))
