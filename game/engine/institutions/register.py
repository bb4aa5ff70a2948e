"""The register of institutions: which file says what an institution's asset does."""

from collections.abc import Callable

import numpy as np

from game.engine.institutions import brokers, channel, fair, leader, mark, marketing, pricing, research
from game.engine.institutions.site import Site
from game.engine.rules import Rules
from game.model.outcome import Effects, Games, Membership
from game.model.state import State

ACTS: dict[str, Callable[..., None]] = {
    "mark": mark.act,
    "channel": channel.act,
    "fair": fair.act,
    "research": research.act,
    "leader": leader.act,
    "marketing": marketing.act,
    "brokers": brokers.act,
    "pricing": pricing.act,
}


def act(rules: Rules, state: State, ties: Membership, games: Games) -> Effects:
    """What all open institutions do this quarter, each writing to the effects that are its own.

    Effects start neutral: nothing added, factors 1, and `fame` at its ordinary level, which the mean over the
    institutions that promote the region replaces.
    """
    opened = rules.bodies_open(state.quarter)
    promoters = int((opened & rules.bodies.promotes).sum())
    replicates, slots = state.firms.size.shape
    effects = Effects(
        utility=np.zeros((replicates, slots)),
        firmness=np.ones((replicates, slots)),
        leads=np.zeros((replicates, 3, slots)),
        freight=np.ones((replicates, slots)),
        spillover=np.zeros((replicates, slots)),
        pooling=np.zeros((replicates, slots)),
        unit_cost=np.ones((replicates, slots)),
        headroom=np.ones((replicates, slots)),
        rebate=np.zeros((replicates, slots)),
        promotion=np.zeros((replicates, slots)),
        brand_build=np.ones((replicates, slots)),
        brand_wear=np.zeros((replicates, slots)),
        campaign_pooling=np.zeros((replicates, slots)),
        commission=np.zeros((replicates, slots)),
        licence=np.zeros((replicates, slots)),
        steady=np.zeros((replicates, slots)),
        generic=np.ones(replicates),
        fame=np.full(replicates, 0.0 if promoters else rules.scenario.brands.ordinary_fame),
        outside_links=np.zeros(replicates),
        investors=np.zeros(replicates),
    )
    for j, name in enumerate(rules.bodies.names):
        if opened[j]:
            site = Site(rules, state, ties, games, j, promoters)
            ACTS[name](rules.bodies.tables[j], site, effects)
    return effects
