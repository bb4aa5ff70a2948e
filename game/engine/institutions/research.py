"""R&D alliance: only it lets members use each other's research and share the risk of new products."""

import numpy as np

from game.engine.institutions.site import Site
from game.model.institutions import Research
from game.model.outcome import Effects


def act(table: Research, site: Site, effects: Effects) -> None:
    """Members' research on offer, and how much of the luck of product success is pooled.

    offer_i = spillover x benefit_i x mean research multiple of the other members: inside the alliance the spillover
    rate is raised towards that of a research joint venture (Kamien, Muller & Zang 1992). What a firm takes up depends
    on its own research (`game.engine.innovation`).
    """
    state, costs = site.state, site.rules.scenario.costs
    multiple = state.firms.research_spending / (costs.research_base * site.rules.v0 * state.firms.size) * site.member
    others = np.maximum(site.member.sum(axis=-1, keepdims=True) - 1, 1)
    mean = (multiple.sum(axis=-1, keepdims=True) - multiple) / others
    effects.spillover[:] += table.spillover * site.benefit * np.minimum(mean, 3.0)
    effects.pooling[:] += np.minimum(table.pooling * site.benefit, 0.95)
