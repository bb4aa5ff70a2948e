"""What explanations are about: the firm's profit and score, the region's score and its five parts."""

import numpy as np

from game.engine.rules import Rules
from game.engine.scores import bend
from game.model.ledger import REGION_PARTS
from game.model.outcome import Outcome
from game.model.record import Floats, Ints
from game.model.state import State

TARGETS = ("profit", "score", "region", *REGION_PARTS)


def figures(rules: Rules, state: State, outcome: Outcome, slot: int, scale: Ints) -> Floats:
    """The targets of every row, [C, targets], after the quarter that `state` was the opening of.

    Money for profit, points for the others; the score is NaN without a band. `scale` [C] is the quarter whose pair of
    the band scores are taken on, usually the one played.
    """
    scores, profit = outcome.scores, outcome.money.profit[:, slot]
    score = _score(rules, state, outcome, slot, scale)
    return np.column_stack([profit, score, scores.region, scores.parts])


def _score(rules: Rules, state: State, outcome: Outcome, slot: int, scale: Ints) -> Floats:
    """Firm scores [C] on the scale of the quarters [C]: V = value + d^(t-1) profit + d^t stocks against lo_t, hi_t."""
    anchors = rules.anchors.get(slot)
    if anchors is None:
        return np.full(len(scale), np.nan)
    discount, scores = rules.scenario.finance.discount, outcome.scores
    stocks = (scores.worth[:, slot] - scores.value[:, slot]) / discount**state.quarter
    profit = outcome.money.profit[:, slot]
    worth = state.firms.value[:, slot] + discount ** (scale - 1.0) * profit + discount ** scale.astype(float) * stocks
    place = np.minimum(scale, len(anchors.low)) - 1
    low, high = np.asarray(anchors.low)[place], np.asarray(anchors.high)[place]
    made: Floats = 100 * bend((worth - low) / (high - low))
    return made
