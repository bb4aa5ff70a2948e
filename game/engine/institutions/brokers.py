"""Brokers: only they find buyers for firms that nobody knows yet."""

from game.engine.institutions.site import Site
from game.model.institutions import Brokers
from game.model.outcome import Effects


def act(table: Brokers, site: Site, effects: Effects) -> None:
    """Orders from all segments, fewer the better the firm is known: matches benefit_i x 1.5/(1 + G_i/half).

    A broker bridges a hole between those who do not know each other (Burt 1992); a firm with a name needs no bridge.
    """
    known = site.state.firms.corporate_brand / table.known_half
    effects.leads[:] += (table.matches * site.benefit * 1.5 / (1 + known))[:, None, :]
