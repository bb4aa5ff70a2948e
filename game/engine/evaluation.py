"""Phase 13, the association's yearly evaluation of the four advantages of marketing together, and its feedback."""

import numpy as np

from game.engine.opening import opening_cost
from game.engine.rules import Rules
from game.engine.terms import mean_over
from game.model.ledger import ADVANTAGES
from game.model.outcome import Coevolution, Echelon, Evaluation, Market, Money, Production
from game.model.record import Floats
from game.model.state import State


def evaluate(
    rules: Rules,
    state: State,
    production: Production,
    market: Market,
    money: Money,
    echelon: Echelon,
    region: Coevolution,
) -> Evaluation:
    """Scores of the four advantages in [0, 1], and the work on the weakest of them.

    - small firms: 1/2 + 5 (profit over V0 size of firms smaller than ordinary, less that of the others);
    - brand: B = awareness x reputation;
    - cooperation: mean of cohesion and product variety;
    - operating cost: (1.3 - mean unit cost over that of the opening)/.6.

    Once in `every` quarters the work on all of them is halved and the weakest gets half of `feedback` more: control
    that forgets what is mended.
    """
    rule = rules.scenario.evaluation
    scores = _advantages(rules, state, production, market, money, echelon, region)
    weakest = scores.argmin(axis=-1)
    held = state.quarter % rule.every == 0
    before = state.region.work
    chosen = np.arange(len(ADVANTAGES)) == weakest[:, None]
    return Evaluation(
        advantages=scores,
        weakest=weakest,
        held=np.full(len(before), held),
        work=0.5 * before + 0.5 * rule.feedback * chosen if held else before.copy(),
    )


def _advantages(
    rules: Rules,
    state: State,
    production: Production,
    market: Market,
    money: Money,
    echelon: Echelon,
    region: Coevolution,
) -> Floats:
    cost = mean_over(production.unit_cost, state.firms.active)
    made: Floats = np.clip(
        np.stack(
            [
                _small_firms(rules, state, money),
                echelon.awareness.sum(axis=-1) * echelon.reputation.sum(axis=-1),
                0.5 * (region.cohesion + market.variety),
                (1.3 - cost / opening_cost(rules.scenario)) / 0.6,
            ],
            axis=-1,
        ),
        0.0,
        1.0,
    )
    return made


def _small_firms(rules: Rules, state: State, money: Money) -> Floats:
    """How small firms fare against the others, [R]; one half where there is only one kind."""
    firms = state.firms
    gain = money.profit / (rules.v0 * firms.size)
    small, other = firms.active & (firms.size < 1), firms.active & (firms.size >= 1)
    both = small.any(axis=-1) & other.any(axis=-1)
    apart = mean_over(gain, small) - mean_over(gain, other)
    return np.where(both, 0.5 + 5 * apart, 0.5)
