"""How members' efforts combine into one: the social composition function of each structure (Hirshleifer 1983)."""

import numpy as np

from game.engine.network import gather
from game.model.institutions import Institution
from game.model.outcome import Membership
from game.model.record import Bools, Floats, Ints

CHAIN_POWER, CHAIN_SLACK = -5.0, 0.05


def compose(table: Institution, effort: Floats, member: Bools, size: Floats, firm_id: Ints, ties: Membership) -> Floats:
    """Composition of one institution, [R] in [0, 1]; 0 without members. `effort`, `member`, `size` are [R, N].

    - star: (1 - hub loss) x size-weighted mean, everything goes through the hub;
    - hierarchy: w e_leader + (1 - w) x size-weighted mean of the others, the leader being the largest member;
    - chain: [mean by size of (e + .05)^-5]^(-1/5) - .05, near the weakest link: each stage needs the one before;
    - network: mean over the ties between members of the product of both efforts, so that a tie needs two.
    """
    if table.structure == "network":
        return _network(effort, member, ties)
    weight = size * member
    total = weight.sum(axis=-1)
    if table.structure == "chain":
        return _chain(effort, weight, total)
    mean = (weight * effort).sum(axis=-1) / np.where(total > 0, total, 1.0)
    if table.structure == "star":
        made: Floats = (1 - table.hub_loss) * mean
        return made
    return _hierarchy(table.leader_weight, effort, weight, total, mean, firm_id)


def _hierarchy(
    weight_of_leader: float, effort: Floats, weight: Floats, total: Floats, mean: Floats, firm_id: Ints
) -> Floats:
    """The leader counts `weight_of_leader`, the others the rest by their size; a leader alone counts fully."""
    leader = _leader(weight, firm_id)
    leader_effort = np.take_along_axis(effort, leader, axis=-1)[:, 0]
    leader_size = np.take_along_axis(weight, leader, axis=-1)[:, 0]
    rest = total - leader_size
    others = (mean * total - leader_effort * leader_size) / np.where(rest > 0, rest, 1.0)
    made: Floats = np.where(rest > 0, weight_of_leader * leader_effort + (1 - weight_of_leader) * others, mean)
    return made


def _chain(effort: Floats, weight: Floats, total: Floats) -> Floats:
    mean = (weight * (effort + CHAIN_SLACK) ** CHAIN_POWER).sum(axis=-1) / np.where(total > 0, total, 1.0)
    made: Floats = np.where(total > 0, np.where(mean > 0, mean, 1.0) ** (1 / CHAIN_POWER) - CHAIN_SLACK, 0.0)
    return np.clip(made, 0.0, 1.0)


def leader_of(size: Floats, member: Bools, firm_id: Ints) -> Bools:
    """The leading member, [R, N]: the largest, of equals the oldest; nobody where there are no members."""
    made: Bools = (np.arange(size.shape[-1]) == _leader(size * member, firm_id)) & member
    return made


def _leader(weight: Floats, firm_id: Ints) -> Ints:
    rank = np.where(weight > 0, weight, -1.0) - firm_id * 1e-9
    made: Ints = rank.argmax(axis=-1)[:, None]
    return made


def _network(effort: Floats, member: Bools, ties: Membership) -> Floats:
    inside = gather(member.astype(np.float64), ties.wanted, ties.standing) * member[:, :, None]
    count = inside.sum(axis=-1).sum(axis=-1)
    product = effort[:, :, None] * gather(effort, ties.wanted, ties.standing) * inside
    made: Floats = product.sum(axis=-1).sum(axis=-1) / np.where(count > 0, count, 1.0)
    return made
