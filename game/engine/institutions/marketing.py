"""Marketing alliance: only it makes the whole market larger, outsiders' too, and members' own marketing cheaper."""

import numpy as np

from game.engine.institutions.site import Site
from game.model.institutions import Marketing
from game.model.outcome import Effects


def act(table: Marketing, site: Site, effects: Effects) -> None:
    """Generic demand for all firms by the asset, the other half for members by their benefit; members' brands.

    All buyers x (1 + b S/2); a member's orders + b benefit_i/2; own brand spending x (1 - saving benefit_i); corporate
    brands grow (1 + build benefit_i) as fast, and part of the luck of own campaigns is pooled. A joint campaign makes
    the region known like a fair does.
    """
    effects.generic[:] *= 1 + table.demand * site.asset / 2
    effects.leads[:] += (table.demand * site.benefit / 2)[:, None, :]
    effects.promotion[:] += np.minimum(table.saving * site.benefit, 0.9)
    effects.brand_build[:] += table.brand_build * site.benefit
    effects.campaign_pooling[:] += np.minimum(table.luck_pooled * site.benefit, 0.95)
    effects.fame[:] += table.fame * site.asset / site.promoters
