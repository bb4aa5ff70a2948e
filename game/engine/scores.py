"""Phase 12, scores of firm and region, development and stage."""

import numpy as np

from game.engine.network import gather
from game.engine.rules import Rules
from game.model.outcome import Coevolution, Echelon, Learning, Market, Membership, Money, Scores
from game.model.record import Floats, Ints
from game.model.state import State
from game.model.ties import total

STILL = 0.005
YOUNG, GROWN = 0.35, 0.5
EMERGENCE, GROWTH, MATURITY, DECLINE, RENEWAL = range(5)


def score(
    rules: Rules,
    state: State,
    ties: Membership,
    learning: Learning,
    market: Market,
    money: Money,
    echelon: Echelon,
    region: Coevolution,
) -> Scores:
    """Firm score from the anchors of its seat, region score as the mean of five parts, development and coupling.

    V = sum of discounted profits + discount^t x closing stocks at fixed prices. The coupling coordination degree is
    D = sqrt(Cc T), Cc = 3 (U1 U2 U3)^(1/3)/(U1 + U2 + U3), T = their mean, U = C, B and E/(E + E_ref).
    """
    discount = rules.scenario.finance.discount
    value = state.firms.value + discount ** (state.quarter - 1) * money.profit
    worth = value + discount**state.quarter * _closing_stocks(rules, state, learning, echelon, money)
    parts, coupling = _region_parts(rules, ties, market, echelon, region)
    c, b, e = parts[:, 0], parts[:, 1], parts[:, 2]
    return Scores(
        value=value,
        worth=worth,
        firm=_firm_scores(rules, state, worth),
        parts=parts,
        region=parts.sum(axis=-1) / parts.shape[-1],
        development=np.stack([c, b, e, (c + b + e) / 3], axis=-1),
        coupling=coupling,
        stage=_stage(state, region),
    )


def bend(x: Floats) -> Floats:
    """A straight line from 0 to 1 with soft ends, [...]: 1/2 + t/2 (1 + |t|^4)^(-1/4), t = 2 x - 1.

    Strictly increasing and strictly between 0 and 1; 0 and 1 themselves come out as .08 and .92, and even far outside a
    better result scores more.
    """
    t = 2 * x - 1
    made: Floats = 0.5 + 0.5 * t / (1 + np.abs(t) ** 4) ** 0.25
    return made


def coupling_degree(u: Floats) -> Floats:
    """Coupling coordination degree D of three indices [..., 3] in (0, 1]."""
    total = u.sum(axis=-1)
    together = 3 * np.cbrt(u[..., 0] * u[..., 1] * u[..., 2]) / total
    made: Floats = np.sqrt(together * total / 3)
    return made


def _closing_stocks(rules: Rules, state: State, learning: Learning, echelon: Echelon, money: Money) -> Floats:
    """Closing stocks in money: what one more unit earns over the 8 quarters after the end, as calibrated.

    Knowledge, quality and product brands work on all that a firm sells and are priced by its size; a corporate brand
    grows with size already.
    """
    price = rules.scenario.finance
    by_size = (
        price.knowledge_price * learning.knowledge
        + price.quality_price * learning.quality
        + price.product_price * echelon.product
    )
    made: Floats = by_size * state.firms.size + price.corporate_price * echelon.corporate - money.loan
    return made


def _firm_scores(rules: Rules, state: State, worth: Floats) -> Floats:
    made = np.full(worth.shape, np.nan)
    for slot, anchors in rules.anchors.items():
        place = min(state.quarter, len(anchors.low)) - 1
        low, high = anchors.low[place], anchors.high[place]
        made[:, slot] = 100 * bend((worth[:, slot] - low) / (high - low))
    return made


def _region_parts(
    rules: Rules, ties: Membership, market: Market, echelon: Echelon, region: Coevolution
) -> tuple[Floats, Floats]:
    """Five parts [R, 5], 0 to 100, and the coupling degree [R]."""
    c, e = region.cluster.sum(axis=-1), region.economy.sum(axis=-1)
    b = echelon.awareness.sum(axis=-1) * echelon.reputation.sum(axis=-1)
    u_e = e / (e + rules.scenario.region.economy_reference)
    coupling = coupling_degree(np.stack([c, b, u_e], axis=-1))
    resilience = (1 - region.rigidity.sum(axis=-1)) * _kept_without_hub(ties, market)
    return 100 * np.stack([c, b, u_e, coupling, resilience], axis=-1), coupling


def _kept_without_hub(ties: Membership, market: Market) -> Floats:
    """Share of the cluster's sales that stays when the largest hub is removed, [R].

    A hub takes its own sales along and, of each partner's, the part that hangs on that tie (one tie of the partner's).
    """
    sales = market.sold.sum(axis=1)
    lost = sales + total(gather(sales / (1 + ties.links), ties.at, ties.standing))
    made: Floats = 1 - np.minimum(lost.max(axis=-1) / np.maximum(sales.sum(axis=-1), 1e-300), 1.0)
    return made


def _stage(state: State, region: Coevolution) -> Ints:
    """Stage of the life cycle from the change of C and its level; growth out of a rigid region is renewal.

    Menzel & Fornahl (2010) tell the stages by growth and heterogeneity; a change within +-.005 counts as none.
    """
    level = region.cluster.sum(axis=-1)
    moved = level - state.region.cluster
    rising = np.where(level < YOUNG, EMERGENCE, np.where(state.region.rigidity > GROWN, RENEWAL, GROWTH))
    still = np.where(level < YOUNG, EMERGENCE, MATURITY)
    made: Ints = np.where(moved > STILL, rising, np.where(moved < -STILL, DECLINE, still))
    return made
