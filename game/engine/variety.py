"""How different the cluster's products are."""

import numpy as np

from game.model.record import Floats
from game.model.state import State


def product_variety(state: State, position: Floats) -> Floats:
    """Variety D in [0, 1], [R]: half spread of product positions, half technological heterogeneity.

    Spread is 1 - rho^2 with rho the mean resultant length of the positions on the circle (Mardia & Jupp 2000); it
    equals the mean over pairs of 1 - cos(difference), so no pair has to be looked at.
    """
    return 0.5 * (1 - resultant(state, position)[0] ** 2) + 0.5 * state.region.heterogeneity


def resultant(state: State, position: Floats) -> tuple[Floats, Floats]:
    """Mean resultant length rho [R], and how near each firm stands to where the cluster sells [R, N] in [-1, 1]."""
    angle = 2 * np.pi * position
    east, north = np.cos(angle), np.sin(angle)
    active = state.firms.active
    n = np.maximum(active.sum(axis=-1), 1)
    middle_east = (east * active).sum(axis=-1) / n
    middle_north = (north * active).sum(axis=-1) / n
    near = east * middle_east[:, None] + north * middle_north[:, None]
    return np.sqrt(middle_east**2 + middle_north**2), near
