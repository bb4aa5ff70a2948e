"""Brokers: only they find buyers for firms that nobody knows yet."""

import numpy as np

from game.engine.institutions.site import Site
from game.model.institutions import Brokers
from game.model.outcome import Effects


def act(table: Brokers, site: Site, effects: Effects) -> None:
    """Orders from all segments, fewer the better the firm is known: matches benefit_i x 1.5/(1 + G_i/half).

    Brokers work for their commission: matches grow with the square root of it over the usual one, as in a market where
    both sides search (M = mu S^.5 V^.5). It is owed on the part of the sales that they bring. A broker bridges a hole
    between those who do not know each other (Burt 1992); a firm with a name needs no bridge.
    """
    known = site.state.firms.corporate_brand / table.known_half
    work = np.sqrt(table.commission / table.ordinary_commission)
    brought = work * table.matches * site.benefit * 1.5 / (1 + known)
    effects.leads[:] += brought[:, None, :]
    effects.commission[:] += table.commission * brought / (1 + brought)
