"""How members' efforts combine into one: the social composition function of each structure (Hirshleifer 1983)."""

from dataclasses import dataclass

import numpy as np

from game.engine.mechanisms import chain_output
from game.engine.network import gather
from game.model.institutions import Institution
from game.model.outcome import Membership
from game.model.record import Bools, Floats, Ints
from game.model.ties import marked, total
from game.model.town import STRUCTURES

CHAIN_POWER, CHAIN_SLACK = -5.0, 0.05


@dataclass(frozen=True)
class Group:
    """Who works together in one institution: `effort`, `member`, `size` and `firm_id` are [R, N].

    `hub_lost` [R] says that the hub is out of action, `held` [R] how far a contract holds between the stages of a
    chain.
    """

    effort: Floats
    member: Bools
    size: Floats
    firm_id: Ints
    ties: Membership
    hub_lost: Bools
    held: Floats


def compose(table: Institution, structure: Ints, group: Group) -> Floats:
    """Composition of one institution, [R] in [0, 1]; 0 without members. `structure` [R] holds places in `STRUCTURES`.

    - star: (1 - hub loss) x size-weighted mean, everything goes through the hub; without it every member is alone, and
      1/n of it is left;
    - hierarchy: w e_leader + (1 - w) x size-weighted mean of the others, the leader being the largest member;
    - chain: [mean by size of (e + .05)^-5]^(-1/5) - .05, near the weakest link: each stage needs the one before; of
      that 2^-(stages - 1) comes through where every stage adds its margin (Spengler 1950), all of it where a contract
      holds;
    - network: mean over the ties between members of the product of both efforts, so that a tie needs two.

    In a hierarchy and a chain the largest member is the hub, in a network the one with most ties; lost, it gives 0.
    """
    first = int(structure[0])
    if (structure == first).all():
        return _one(STRUCTURES[first], table, group)
    made = np.zeros(len(structure))
    for place in np.unique(structure):
        made = np.where(structure == place, _one(STRUCTURES[int(place)], table, group), made)
    return made


def _one(name: str, table: Institution, group: Group) -> Floats:
    weight, lost = group.size * group.member, bool(group.hub_lost.any())
    if name == "star":
        made: Floats = (1 - table.hub_loss) * _mean(group.effort, weight)
        return np.where(group.hub_lost, made * _one_of(group.member), made) if lost else made
    effort = _without_hub(name, group, weight) if lost else group.effort
    if name == "network":
        return _network(effort, group.member, group.ties)
    if name == "chain":
        squeezed = chain_output(table.stages, 1.0, 0.0) / chain_output(1, 1.0, 0.0)
        return _chain(effort, weight) * (squeezed + (1 - squeezed) * group.held)
    return _hierarchy(table.leader_weight, effort, weight, group.firm_id)


def _one_of(member: Bools) -> Floats:
    """1/n of n members, [R]."""
    made: Floats = 1 / np.maximum(member.sum(axis=-1), 1)
    return made


def _without_hub(name: str, group: Group, weight: Floats) -> Floats:
    links = group.ties.links * group.member
    hub = leader_of(links + 1e-3 * weight if name == "network" else weight, group.member, group.firm_id)
    return np.where(hub & group.hub_lost[:, None], 0.0, group.effort)


def _mean(effort: Floats, weight: Floats) -> Floats:
    total = weight.sum(axis=-1)
    made: Floats = (weight * effort).sum(axis=-1) / np.where(total > 0, total, 1.0)
    return made


def _hierarchy(weight_of_leader: float, effort: Floats, weight: Floats, firm_id: Ints) -> Floats:
    """The leader counts `weight_of_leader`, the others the rest by their size; a leader alone counts fully."""
    leader = np.arange(len(effort)), _leader(weight, firm_id)[:, 0]
    leader_effort, leader_size = effort[leader], weight[leader]
    total, mean = weight.sum(axis=-1), _mean(effort, weight)
    rest = total - leader_size
    others = (mean * total - leader_effort * leader_size) / np.where(rest > 0, rest, 1.0)
    made: Floats = np.where(rest > 0, weight_of_leader * leader_effort + (1 - weight_of_leader) * others, mean)
    return made


def _chain(effort: Floats, weight: Floats) -> Floats:
    total = weight.sum(axis=-1)
    mean = _mean((effort + CHAIN_SLACK) ** CHAIN_POWER, weight)
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
    inside = member.take(ties.at) & ties.standing & member[:, :, None]
    product = effort[:, :, None] * gather(effort, ties.at, inside)
    made: Floats = total(product).sum(axis=-1) / np.maximum(marked(inside).sum(axis=-1), 1)
    return made
