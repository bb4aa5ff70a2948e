"""The price test by hand: a price war, a fair price, a cartel, and who is fined for it."""

from dataclasses import replace

import numpy as np
import pytest

from game.engine.oligopoly import CARTEL, FAIR, WAR, best_reply_price, conduct
from game.model.decision import Decision
from game.model.ledger import CONDUCT, money_terms
from game.model.parameters import Chance
from game.play import Moment, Send
from tests.build import outcome, play_out, village


@pytest.mark.parametrize(
    ("price", "cost", "cost_alone", "margin", "name"),
    [
        # Without a saving: cost 1, best reply 1.5; a cartel's is dearer than 1.5 by more than its twentieth.
        (0.99, 1.0, 1.0, 0.5, "price_war"),
        (1.00, 1.0, 1.0, 0.5, "fair"),
        (1.50, 1.0, 1.0, 0.5, "fair"),
        (1.574, 1.0, 1.0, 0.5, "fair"),
        (1.58, 1.0, 1.0, 0.5, "cartel"),
        # A saving of a fifth: the price at which the saving is shared may be as high as the best reply without it ...
        (0.79, 0.8, 1.0, 0.5, "price_war"),
        (1.30, 0.8, 1.0, 0.5, "fair"),
        # ... but the margin may not swallow it: 1.5 - .8 is more than .5 + .05 x 1.5.
        (1.50, 0.8, 1.0, 0.5, "cartel"),
        (1.368, 0.8, 1.0, 0.5, "fair"),
        (1.369, 0.8, 1.0, 0.5, "cartel"),
    ],
)
def test_the_price_test_by_hand(price: float, cost: float, cost_alone: float, margin: float, name: str) -> None:
    made = conduct(np.array([price]), np.array([cost]), np.array([cost_alone]), np.array([margin]))
    assert CONDUCT[int(made[0])] == name


def test_the_best_reply_s_margin_by_hand() -> None:
    """sg .25, slope 2, a fifth of the nest and a tenth of the market: .75/(2 (1 - .05 - .075))."""
    made = best_reply_price(np.array(0.9), np.array(2.0), np.array(0.25), np.array(0.2), np.array(0.1))
    assert made == pytest.approx(0.9 + 0.75 / (2 * 0.875))


def asking(factor: float, inside: int = 12) -> Send:
    """All ask this multiple of what they would; the first `inside` firms price jointly."""

    def send(moment: Moment, proposed: Decision) -> Decision:
        join = np.zeros_like(proposed.join)
        join[:, :, :inside] = True
        return replace(proposed, price=proposed.price * factor, join=join)

    return send


def fined(factor: float, bodies: tuple[str, ...] = ("pricing",)) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Conduct, fines and sales of sixteen firms in the first quarter."""
    scenario = village(16, bodies, strategy="always", chance=Chance(tremble=0.0))
    moment = play_out(scenario, 1, send=asking(factor))[0]
    made = outcome(moment)
    names = money_terms(bodies)
    fines = -made.money.terms[0, names.index("antitrust")]
    return made.market.conduct[0], fines, (made.market.price * made.market.sold.sum(axis=1))[0]


def test_only_members_of_the_joint_pricing_pay_for_a_cartel() -> None:
    verdict, fines, sales = fined(2.0)
    assert (verdict == CARTEL).all()
    assert fines[:12] == pytest.approx(0.03 * sales[:12], rel=1e-12)
    assert (fines[12:] == 0).all()


@pytest.mark.parametrize(("factor", "verdict"), [(1.0, FAIR), (0.5, WAR)])
def test_fair_prices_and_price_wars_cost_nobody_a_fine(factor: float, verdict: int) -> None:
    found, fines, _ = fined(factor)
    assert (found == verdict).all()
    assert (fines == 0).all()


def test_where_nobody_prices_jointly_a_high_price_is_the_firm_s_own_affair() -> None:
    found, fines, _ = fined(2.0, ("mark",))
    assert (found == CARTEL).all()
    assert (fines == 0).all()
