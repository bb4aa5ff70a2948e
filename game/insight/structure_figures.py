"""Structures as graphs: how far news has to go, how fast a group comes to agree, and what one loss cuts off.

The four structures of institutions, drawn out among n members, and the ties that stand. Effects in the game come from
`engine.structures`; these figures say why they differ.
"""

from typing import NamedTuple

import numpy as np

from game.model.record import Bools, Floats, Ints
from game.model.town import Structure

BRANCHES = 3


class GraphFigures(NamedTuple):
    """Of a graph on n nodes.

    `distance` is the mean number of steps between two nodes that reach each other; `connectivity` the second smallest
    eigenvalue of the Laplacian (Fiedler 1973), 0 where the graph falls apart; `mixing` the second largest eigenvalue by
    size of averaging with Metropolis weights 1/(1 + larger degree) (Xiao & Boyd 2004): a difference of opinion shrinks
    by that factor a round; `cut_off` the share of the others that the worst removal of one node parts from the largest
    rest.
    """

    edges: int
    density: float
    distance: float
    connectivity: float
    mixing: float
    cut_off: float


def edges_of(structure: Structure | str, n: int, degree: int = 4) -> Ints:
    """Edges of a structure among n members, [E, 2], the first member being hub or leader.

    Chain in order; star around the first; hierarchy with three below each; network: a ring on which each is tied to
    `degree`/2 on both sides, the game's opening ties before any is rewired; "complete": all pairs.
    """
    node = np.arange(n)
    match structure:
        case "chain":
            pairs = np.stack([node[:-1], node[1:]], axis=-1)
        case "star":
            pairs = np.stack([np.zeros_like(node[1:]), node[1:]], axis=-1)
        case "hierarchy":
            pairs = np.stack([(node[1:] - 1) // BRANCHES, node[1:]], axis=-1)
        case "network":
            steps = range(1, min(degree // 2, (n - 1) // 2) + 1)
            pairs = np.concatenate([np.stack([node, (node + step) % n], axis=-1) for step in steps])
        case "complete":
            pairs = np.argwhere(np.triu(np.ones((n, n)), 1))
        case _:
            raise ValueError(structure)
    made: Ints = pairs.astype(np.int64)
    return made


def edges_of_ties(wanted: Ints, standing: Bools) -> Ints:
    """The ties that stand as edges, [E, 2], from one replicate's neighbour lists [N, K]."""
    here, place = np.nonzero(standing)
    pairs = np.stack([here, wanted[here, place]], axis=-1).astype(np.int64)
    made: Ints = pairs[pairs[:, 0] < pairs[:, 1]]
    return made


def figures(edges: Ints, n: int) -> GraphFigures:
    """All figures of an undirected graph. For what is shown, not for the turn: all pairs are looked at."""
    tied = np.zeros((n, n), dtype=np.bool_)
    tied[edges[:, 0], edges[:, 1]] = tied[edges[:, 1], edges[:, 0]] = True
    count = int(tied.sum()) // 2
    laplacian = np.diag(tied.sum(axis=-1)) - tied
    away = _distances(tied)
    reached = np.isfinite(away) & ~np.eye(n, dtype=np.bool_)
    return GraphFigures(
        edges=count,
        density=2 * count / (n * (n - 1)),
        distance=float(away[reached].mean()) if reached.any() else 0.0,
        connectivity=float(np.linalg.eigvalsh(laplacian.astype(np.float64))[1]),
        mixing=_mixing(tied),
        cut_off=max(_parted(np.delete(np.delete(tied, node, 0), node, 1)) for node in range(n)),
    )


def _distances(tied: Bools) -> Floats:
    """Steps between all pairs, [n, n], infinite where there is no way: layer by layer from every node at once."""
    n = len(tied)
    away = np.where(np.eye(n, dtype=np.bool_), 0.0, np.inf)
    front = np.eye(n, dtype=np.bool_)
    for step in range(1, n):
        front = (front.astype(np.float64) @ tied > 0) & np.isinf(away)
        if not front.any():
            break
        away[front] = step
    return away


def _mixing(tied: Bools) -> float:
    degree = tied.sum(axis=-1)
    weight = tied / (1 + np.maximum(degree[:, None], degree))
    weight += np.diag(1 - weight.sum(axis=-1))
    return float(np.sort(np.abs(np.linalg.eigvalsh(weight)))[-2])


def _parted(tied: Bools) -> float:
    """Share of the nodes that are not in the largest connected part."""
    if not len(tied):
        return 0.0
    return float(1 - np.isfinite(_distances(tied)).sum(axis=-1).max() / len(tied))
