"""Collective mark: only it brings the regional brand to a firm's goods, and with it a firmer price."""

import numpy as np

from game.engine.institutions.site import Site
from game.model.institutions import Mark
from game.model.outcome import Effects


def act(table: Mark, site: Site, effects: Effects) -> None:
    """Brand term of a member's utility, and the price slope divided by the brand's firmness.

    B_i = A [(1 - tr) R + tr e_i]: awareness x reputation, of which buyers trace a part `tr` to the firm itself (Winfree
    & McCluskey 2005). The term is w d_i m_i ln(1 + B_i), d_i = 1/(1 + G_i/half): a firm with a name of its own leans
    less on the region's (Fishman et al. 2018). m_i is membership times [(1 - chi) + chi r_i]; outsiders have
    `open_access` of it.
    """
    region, firms = site.state.region, site.state.firms
    traced = (1 - table.traceability) * region.reputation[:, None] + table.traceability * site.effort
    own_brand = region.awareness[:, None] * np.where(site.member, traced, region.reputation[:, None])
    chi = table.excludable
    access = np.where(site.member, (1 - chi) + chi * site.games.treatment, table.open_access) * firms.active
    reliance = 1 / (1 + firms.corporate_brand / site.rules.scenario.brands.reliance_half)
    effects.utility[:] += table.weight * reliance * access * np.log1p(own_brand)
    effects.firmness[:] += table.firmness * access * own_brand
