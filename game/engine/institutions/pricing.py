"""Cost-saving pricing: only it cheapens inputs by pooled buying and hands part of that to the buyers."""

import numpy as np

from game.engine.institutions.site import Site
from game.model.institutions import Pricing
from game.model.outcome import Effects


def act(table: Pricing, site: Site, effects: Effects) -> None:
    """Unit cost of a member x (1 - saving benefit_i); what it passes on lowers the price that its buyers pay.

    rebate_i = passed_on e_i x saving S c_i: it follows the firm's own effort, while the saving follows everybody's, so
    to pocket it is the temptation.
    """
    saving = np.minimum(table.saving * site.benefit, 0.5)
    effects.unit_cost[:] *= 1 - saving
    pooled = table.saving * site.asset[:, None] * site.state.firms.unit_cost
    effects.rebate[:] += table.passed_on * site.effort * pooled
