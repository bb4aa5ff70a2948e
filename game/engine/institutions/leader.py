"""Leader traction: only it lends one firm's brand to others, and gives that firm other firms' capacity."""

import numpy as np

from game.engine.institutions.site import Site
from game.engine.structures import leader_of
from game.model.institutions import Leader
from game.model.outcome import Effects


def act(table: Leader, site: Site, effects: Effects) -> None:
    """Followers make the leader's parts more cheaply and sell under its name; the leader gets their capacity.

    Unit cost of every member x (1 - saving benefit_i). A follower's utility + licence benefit_i ln(1 + G_leader), so it
    is worth as much as the leader's name. Capacity of the leader x (1 + headroom benefit). The leader is the largest
    member (`game.engine.structures`).

    A follower pays the licence fee x V0 size x benefit (Kamien & Tauman 1986) and has steady orders for part of its
    sales. Followers that break wear the leader's name: it loses dilution x (1 - mean effort of followers) a quarter.
    """
    firms = site.state.firms
    leads = leader_of(firms.size, site.member, firms.firm_id)
    name = np.log1p((firms.corporate_brand * leads).sum(axis=-1, keepdims=True))
    effects.unit_cost[:] *= 1 - np.minimum(table.supply_saving * site.benefit, 0.5)
    effects.utility[:] += np.where(leads, 0.0, table.licence * site.benefit * name)
    follows = site.member & ~leads
    fee = np.where(follows, table.fee * site.rules.v0 * firms.size * site.benefit, 0.0)
    effects.licence[:] += np.where(leads, fee.sum(axis=-1, keepdims=True), -fee) * leads.any(axis=-1, keepdims=True)
    effects.steady[:] += np.where(follows, np.minimum(table.steady * site.benefit, 0.5), 0.0)
    count = follows.sum(axis=-1)
    broken = np.where(count > 0, 1 - (site.effort * follows).sum(axis=-1) / np.maximum(count, 1), 0.0)
    effects.brand_wear[:] += np.where(leads, table.dilution * broken[:, None], 0.0)
    effects.headroom[:] += np.where(leads, table.headroom * site.benefit, 0.0)
