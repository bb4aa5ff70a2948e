"""Contracts: an effort that a court enforces, as far as it can (mechanism of its own beside rules and shares)."""

import numpy as np

from game.engine.chance import Chance, Purpose
from game.engine.rules import Rules
from game.model.record import Bools, Floats
from game.model.state import State


def damages(
    rules: Rules, state: State, member: Bools, effort: Floats, unit: Floats, chance: Chance
) -> tuple[Floats, Floats]:
    """Damages paid and received, both [R, J, N]; `unit` [R, J, N] is the cost of full effort.

    Where a contract sets a floor, a court enforces a breach with its chance (Williamson 1985): penalty x unit x (floor
    - effort) goes to the other members in equal parts. A member alone owes nobody.
    """
    short = np.maximum(state.bodies.floor[:, :, None] - effort, 0.0) * member
    others = np.maximum(member.sum(axis=-1, keepdims=True) - 1, 0)
    if not short.any():
        return np.zeros(short.shape), np.zeros(short.shape)
    odds = rules.bodies.court[:, None] * ((short > 0) & (others > 0))
    happens = chance.happens(Purpose.COURT, state.quarter, state.firms.firm_id, rules.bodies.lanes, odds)
    enforced = np.flatnonzero(happens)
    penalty = rules.bodies.penalty.take(enforced // short.shape[-1] % short.shape[1])
    paid = np.zeros(short.shape)
    paid.put(enforced, penalty * unit.take(enforced) * short.take(enforced))
    received = (paid.sum(axis=-1, keepdims=True) - paid) / np.maximum(others, 1) * member
    return paid, received
