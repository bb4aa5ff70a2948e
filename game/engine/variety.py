"""How different the cluster's products are."""

from typing import NamedTuple

import numpy as np

from game.model.record import Bools, Floats
from game.model.state import State


def product_variety(state: State, position: Floats) -> Floats:
    """Variety D in [0, 1], [R]: half spread of product positions, half technological heterogeneity.

    Spread is 1 - rho^2 with rho the mean resultant length of the positions on the circle (Mardia & Jupp 2000); it
    equals the mean over pairs of 1 - cos(difference), so no pair has to be looked at.
    """
    return 0.5 * (1 - resultant(state, position)[0] ** 2) + 0.5 * state.region.heterogeneity


def resultant(state: State, position: Floats) -> tuple[Floats, Floats]:
    """Mean resultant length rho [R], and how near each firm stands to where the cluster sells [R, N] in [-1, 1]."""
    held = middle(position, state.firms.active)
    near = held.east * held.mean_east[:, None] + held.north * held.mean_north[:, None]
    return np.sqrt(held.mean_east**2 + held.mean_north**2), near


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
