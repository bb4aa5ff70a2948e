"""Prices between rivals: the best reply of nested logit demand, and the test of whether a price is fair."""

import numpy as np

from game.model.ledger import CONDUCT
from game.model.record import Floats, Ints

FAIR, CARTEL, WAR = range(len(CONDUCT))
TOLERANCE = 0.05


def best_reply_price(cost: Floats, slope: Floats, nest: Floats, in_nest: Floats, in_market: Floats) -> Floats:
    """Nested logit best reply, arrays of one shape: p = c + (1 - sg)/(a [1 - sg s_i|g - (1 - sg) s_i]).

    Anderson, de Palma & Thisse (1992). At its fixed point all firms reply best to each other (Bertrand-Nash prices);
    with sg = 0 it is the plain logit. The game takes last quarter's shares, so prices move towards it step by step.
    """
    made: Floats = cost + (1 - nest) / (slope * (1 - nest * in_nest - (1 - nest) * in_market))
    return made


def conduct(price: Floats, cost: Floats, cost_alone: Floats, margin: Floats) -> Ints:
    """Price test, arrays of one shape to places in `CONDUCT`.

    `cost_alone` is what a unit would have cost without the joint saving, `margin` the best reply's margin. A price is
    fair while buyers gain from the saving: at most the best reply at the cost alone, with a margin no larger than the
    best reply's, both with a tolerance of 5 %. Above that it is a cartel's, below the cost it is a price war's.
    """
    high = (price > (cost_alone + margin) * (1 + TOLERANCE)) | (price - cost > margin + TOLERANCE * price)
    made: Ints = np.where(price < cost, WAR, np.where(high, CARTEL, FAIR)).astype(np.int64)
    return made
