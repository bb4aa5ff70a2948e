"""Phase 2, joining and leaving: who is a member this quarter, and which ties stand."""

import numpy as np

from game.engine import network
from game.engine.rules import Rules
from game.model.decision import Decision
from game.model.outcome import Membership
from game.model.state import State


def settle(rules: Rules, state: State, decision: Decision) -> Membership:
    """Joining and leaving take effect in the quarter sent; a firm that left may come back after some quarters.

    An institution that the agenda has not opened has no members. A tie stands while both firms want it.
    """
    quarter, firms, bodies = state.quarter, state.firms, state.bodies
    opened = rules.bodies_open(quarter)[None, :, None]
    before = bodies.member & opened
    may = firms.active[:, None, :] & (bodies.barred_until <= quarter)
    member = decision.join & may & opened
    left = before & ~decision.join & firms.active[:, None, :]
    back = quarter + rules.scenario.sanctions.return_after
    ties = state.ties
    if np.array_equal(decision.partners, ties.wanted):
        standing, mirror, complement = ties.standing, ties.mirror, ties.complement
    else:
        standing, mirror = network.stand(decision.partners, firms.active, ties.mirror)
        known = standing & ties.standing & (decision.partners == ties.wanted)
        fresh = network.complement(firms.profile, decision.partners, standing & ~known)
        complement = ties.complement * known + fresh
    return Membership(
        member=member,
        joined=member & ~before,
        left=left,
        barred_until=np.where(left, back, bodies.barred_until),
        wanted=decision.partners,
        standing=standing,
        mirror=mirror,
        complement=complement,
    )
