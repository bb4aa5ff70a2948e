"""Indices as terms that add up."""

import numpy as np

from game.model.record import Floats


def bounded(terms: list[Floats], low: float, high: float) -> Floats:
    """Stack terms [R] into [R, T + 1]; the last is what the bounds took or gave to keep the sum in [low, high]."""
    total = np.stack(terms, axis=-1).sum(axis=-1)
    made: Floats = np.stack([*terms, np.clip(total, low, high) - total], axis=-1)
    return made
