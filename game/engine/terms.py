"""Indices as terms that add up, and means over some of the firms."""

import numpy as np

from game.model.record import Bools, Floats


def bounded(terms: list[Floats], low: float, high: float) -> Floats:
    """Stack terms [R] into [R, T + 1]; the last is what the bounds took or gave to keep the sum in [low, high]."""
    made = np.empty((len(terms[0]), len(terms) + 1))
    for place, term in enumerate(terms):
        made[:, place] = term
    total = made[:, :-1].sum(axis=-1)
    made[:, -1] = total.clip(low, high) - total
    return made


def mean_over(values: Floats, some: Bools) -> Floats:
    """Mean over the last axis of what counts, [R] from [R, N]; 0 where nothing does."""
    made: Floats = (values * some).sum(axis=-1) / np.maximum(some.sum(axis=-1), 1)
    return made
