"""Exact Shapley values over all combinations of a few factors."""

from functools import lru_cache
from math import factorial

import numpy as np

from game.model.record import Bools, Floats


def combinations(factors: int) -> Bools:
    """All combinations of factors, [2^factors, factors]: cell c has factor k on where bit k of c is set."""
    cells = np.arange(2**factors)
    made: Bools = (cells[:, None] >> np.arange(factors)) & 1 > 0
    return made


def shapley(values: Floats) -> Floats:
    """Shares of the factors in the change from all off to all on, [factors, ...] from values [2^factors, ...].

        phi_k = sum over S without k of |S|! (n - |S| - 1)!/n! [v(S + k) - v(S)]

    (Shapley 1953): the only shares that add up to the change, treat factors alike, and give nothing to a factor that
    moves nothing. Cells in the order of `combinations`; any further axes are kept. They add up to rounding.
    """
    factors = len(values).bit_length() - 1
    if len(values) != 2**factors:
        raise ValueError(len(values))
    made: Floats = np.tensordot(_weights(factors), values, axes=(1, 0))
    return made


@lru_cache(maxsize=16)
def _weights(factors: int) -> Floats:
    """What each cell counts in each share, [factors, 2^factors]."""
    on = combinations(factors)
    size = on.sum(axis=-1)
    orders = [factorial(k) * factorial(factors - k - 1) / factorial(factors) for k in range(factors)] + [0.0]
    weight = np.array(orders)
    joins, stays = weight[np.maximum(size - 1, 0)], weight[size]
    made: Floats = np.where(on, joins[:, None], -stays[:, None]).T
    return made
