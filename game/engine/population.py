"""Phase 11, entry and exit."""

import numpy as np

from game.engine.chance import Chance, Purpose
from game.engine.rules import ORDINARY, SIZES, Rules
from game.engine.terms import mean_over
from game.engine.town_hall import relocated
from game.model.outcome import Hall, Money, Population
from game.model.record import Floats
from game.model.state import State, brand


def renew(rules: Rules, state: State, hall: Hall, money: Money, chance: Chance) -> Population:
    """A rival whose cash stays below the floor for some quarters closes; a human firm never does.

    What a closing firm holds (or owes) goes to its owners and banks, outside the region. A free slot may be taken by a
    new firm with chance

        base + b B + k (K - K_0) + s (2 mean solvency - 1)

    (reputation draws firms), and the town hall may invite some. They begin with the next quarter.
    """
    firms, finance = state.firms, rules.scenario.finance
    below = money.cash < finance.floor * rules.v0 * firms.size
    trouble = np.where(below & firms.active & ~firms.seat, firms.trouble + 1, 0)
    exits = (trouble >= finance.patience_of_banks) if finance.exit else np.zeros_like(below)
    free = ~firms.active
    rank = free.cumsum(axis=-1) - 1
    invited = relocated(hall)
    comes = chance.uniform(Purpose.ENTRY, state.quarter) < _odds(rules, state, money)
    entries = free & (rank < (invited + comes)[:, None])
    return Population(
        exits=exits,
        trouble=trouble,
        entries=entries,
        relocated=free & (rank < invited[:, None]),
        brought=np.where(entries, finance.opening_cash * rules.v0 * SIZES["small"], 0.0),
        wound_up=np.where(exits, money.cash - money.loan, 0.0),
    )


def _odds(rules: Rules, state: State, money: Money) -> Floats:
    rule = rules.scenario.entry
    solvency = mean_over(money.solvency, state.firms.active)
    made: Floats = (
        rule.base
        + rule.brand * brand(state.region)
        + rule.capital * (state.region.capital - ORDINARY)
        + rule.profit * (2 * solvency - 1)
    )
    return np.clip(made, 0.0, 1.0)
