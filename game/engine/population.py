"""Phase 11, entry and exit."""

import numpy as np

from game.engine.rules import Rules
from game.model.outcome import Money, Population
from game.model.state import State


def renew(rules: Rules, state: State, money: Money) -> Population:
    """A rival whose cash stays below the floor for some quarters closes; a human firm never does.

    What a closing firm holds (or owes) goes to its owners and banks, outside the region.
    """
    firms, finance = state.firms, rules.scenario.finance
    below = money.cash < finance.floor * rules.v0 * firms.size
    trouble = np.where(below & firms.active & ~firms.seat, firms.trouble + 1, 0)
    exits = (trouble >= finance.patience_of_banks) if finance.exit else np.zeros_like(below)
    return Population(exits=exits, trouble=trouble, wound_up=np.where(exits, money.cash - money.loan, 0.0))
