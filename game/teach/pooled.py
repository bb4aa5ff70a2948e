"""A quarter of all games together: how far every option of a choice is ahead of every other, under every conduct."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from game.model.record import Floats

LEAST_GAMES = 3  # below that nothing can be said about how sure a mean over games is


@dataclass(frozen=True, eq=False)
class Pooled:
    """A choice in a quarter: `ahead` [C, K, K] is the mean of V(k) - V(k') over games, `error` its standard error.

    C are the conducts of the others in the order in which they were shown, K the options of the choice in their order.
    The games are the unit: the draws of one game share what went before.
    """

    quarter: int
    choice: str
    ahead: Floats
    error: Floats


def pool(quarter: int, labels: Sequence[str], values: Floats) -> Iterator[Pooled]:
    """The choices of a quarter from V [C, G, O, D], where `labels` [O] say of which choice an option is."""
    if values.shape[1] < LEAST_GAMES:
        return
    worth = values.mean(axis=-1)
    for label in dict.fromkeys(labels):
        mine = worth[:, :, [place for place, name in enumerate(labels) if name == label]]
        pairs = mine[:, :, :, None] - mine[:, :, None, :]
        error = pairs.std(axis=1, ddof=1) / np.sqrt(pairs.shape[1])
        yield Pooled(quarter, label, pairs.mean(axis=1), error)
