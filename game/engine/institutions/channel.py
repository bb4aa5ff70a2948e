"""Shared channel: only it opens far markets through partners' outlets and cheapens freight between complements."""

import numpy as np

from game.engine.institutions.site import Site
from game.model.institutions import Channel
from game.model.outcome import Effects
from game.model.ties import marked, total

LOCAL = 0


def act(table: Channel, site: Site, effects: Effects) -> None:
    """Leads in national and export trade and a factor on freight, by the complementarity k_i of a member's partners.

    leads_i += benefit_i x [reach k_i - stealing (1 - k_i)]; freight_i x (1 - saving k_i benefit_i). Complements make
    the shelf richer and share the lorry (economies of scope, Panzar & Willig 1981), twins take each other's buyers. k_i
    is the mean over the ties to other members, scaled so that the profiles of an ordinary cluster count about one half.
    """
    ties = site.ties
    inside = site.member.take(ties.at) & ties.standing
    count = np.maximum(marked(inside), 1)
    complement = np.minimum(total(ties.complement * inside) / count * table.profile_scale, 1.0)
    leads = site.benefit * (table.reach * complement - table.stealing * (1 - complement))
    effects.leads[:, LOCAL + 1 :] += leads[:, None, :]
    effects.freight[:] *= 1 - np.minimum(table.freight_saving * complement * site.benefit, 0.9)
