"""Where the cluster's products stand on their circle, and how different they are."""

from typing import NamedTuple

import numpy as np

from game.model.decision import Decision
from game.model.record import Bools, Floats
from game.model.state import State

FURTHEST_MOVE = 0.05


class Products(NamedTuple):
    """Products of a quarter: `position` [R, N], `variety` D [R], and `near` [R, N], see `place`."""

    position: Floats
    variety: Floats
    near: Floats


def place(state: State, decision: Decision) -> Products:
    """Products after they moved; `near` in [-1, 1] is how near each stands to where the cluster sells."""
    position = move(state.firms.position, decision.position)
    held = middle(position, state.firms.active)
    near = held.east * held.mean_east[:, None] + held.north * held.mean_north[:, None]
    return Products(position, _variety(state, held), near)


def move(position: Floats, goal: Floats) -> Floats:
    """Step on the circle towards the goal by the shorter way, at most `FURTHEST_MOVE`."""
    return on_circle(position + np.clip(way(position, goal), -FURTHEST_MOVE, FURTHEST_MOVE))


def way(start: Floats, goal: Floats) -> Floats:
    """The shorter way round, -1/2 to 1/2."""
    return on_circle(goal - start + 0.5) - 0.5


def on_circle(x: Floats) -> Floats:
    """The same place in [0, 1): x % 1, to the bit, without a division."""
    made: Floats = x - np.floor(x)
    return made


def product_variety(state: State, position: Floats) -> Floats:
    """Variety D in [0, 1], [R]: half spread of product positions, half technological heterogeneity.

    Spread is 1 - rho^2 with rho the mean resultant length of the positions on the circle (Mardia & Jupp 2000); it
    equals the mean over pairs of 1 - cos(difference), so no pair has to be looked at.
    """
    return _variety(state, middle(position, state.firms.active))


class Middle(NamedTuple):
    """Products as points on the unit circle, [R, N], and the mean of those that count, [R]: where they sell."""

    east: Floats
    north: Floats
    mean_east: Floats
    mean_north: Floats


def middle(position: Floats, count: Bools) -> Middle:
    """Where the firms that `count` [R, N] sell; in the middle of the circle if nobody does."""
    angle = 2 * np.pi * position
    east, north = np.cos(angle), np.sin(angle)
    n = np.maximum(count.sum(axis=-1), 1)
    return Middle(east, north, (east * count).sum(axis=-1) / n, (north * count).sum(axis=-1) / n)


def _variety(state: State, held: Middle) -> Floats:
    rho = np.sqrt(held.mean_east**2 + held.mean_north**2)
    made: Floats = 0.5 * (1 - rho**2) + 0.5 * state.region.heterogeneity
    return made
