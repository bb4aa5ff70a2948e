"""Blocks of the engine against closed forms and solved models (README.md of this folder has the sources)."""

import csv
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from game import play
from game.engine.oligopoly import best_reply_price
from game.engine.rules import compile_rules
from game.engine.scores import coupling_degree
from game.model.decision import Decision
from game.model.parameters import Brands
from game.play import Moment
from game.rivals.reckoning import self_enforcement
from tests.build import outcome, play_out, village

DATA = Path(__file__).parent / "data"


def rows(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def test_coupling_degree() -> None:
    for row in rows("coupling_degree.csv"):
        u = np.array([[float(row[f"U_{name}"]) for name in ("cluster", "brand", "economy")]])
        assert coupling_degree(u)[0] == pytest.approx(float(row["D"]), abs=1e-9)


def nash_prices(value: np.ndarray, cost: np.ndarray, slope: float, nest: float) -> tuple[np.ndarray, np.ndarray]:
    """Fixed point of the game's best reply under (nested) logit shares with an outside good of utility nought."""
    price = cost + 1 / slope
    for _ in range(4000):
        power = np.exp((value - slope * price) / (1 - nest))
        in_nest = power / power.sum()
        inclusive = (1 - nest) * np.log(power.sum())
        share = in_nest / (1 + np.exp(-inclusive))
        same = np.full_like(price, 1.0)
        reply = best_reply_price(cost, slope * same, nest * same, in_nest, share)
        price = price + 0.3 * (reply - price)
    return price, share


@pytest.mark.parametrize("row", rows("logit_prices.csv"), ids=lambda row: f"{row['delta']}-{row['n_firms']}")
def test_logit_prices(row: dict[str, str]) -> None:
    n = int(row["n_firms"])
    value, cost = np.full(n, float(row["delta"])), np.full(n, float(row["mc"]))
    price, share = nash_prices(value, cost, float(row["alpha"]), 0.0)
    assert price == pytest.approx(float(row["price_nash"]), rel=1e-6)
    assert share == pytest.approx(float(row["share_each"]), rel=1e-6)


def test_logit_prices_of_unequal_firms() -> None:
    held = rows("logit_prices_unequal.csv")
    value, cost = (np.array([float(row[name]) for row in held]) for name in ("delta", "mc"))
    price, share = nash_prices(value, cost, 1.0, 0.0)
    assert price == pytest.approx(np.array([float(row["price"]) for row in held]), rel=1e-6)
    assert share == pytest.approx(np.array([float(row["share"]) for row in held]), rel=1e-6)


@pytest.mark.parametrize("row", rows("nested_logit_prices.csv"), ids=lambda row: f"{row['sigma']}-{row['n_firms']}")
def test_alike_goods_bring_prices_down(row: dict[str, str]) -> None:
    n = int(row["n_firms"])
    value, cost = np.full(n, float(row["delta"])), np.full(n, float(row["mc"]))
    price, share = nash_prices(value, cost, float(row["alpha"]), float(row["sigma"]))
    assert price == pytest.approx(float(row["price_nash"]), rel=1e-6)
    assert share == pytest.approx(float(row["share_each"]), rel=1e-6)


@pytest.mark.parametrize("row", rows("goodwill.csv"), ids=lambda row: f"{row['delta']}-{row['t']}")
def test_product_brands_are_goodwill_stocks(row: dict[str, str]) -> None:
    """Played in the engine: memory 1 - delta, yield A, spending of one base amount; the opening stock of 1 decays."""
    memory, quarters = 1 - float(row["delta"]), int(row["t"])
    scenario = village(4, (), brands=Brands(campaign_luck=0.0, product_memory=memory, product_yield=float(row["A"])))
    rules = compile_rules(scenario)

    def base(moment: Moment, proposed: Decision) -> Decision:
        unit = rules.scenario.costs.brand_base * rules.v0 * moment.seen.size
        return replace(proposed, brand=unit / 0.5, brand_split=np.full_like(unit, 0.5))

    product = outcome(play_out(scenario, quarters, "always", send=base)[-1]).echelon.product
    assert product - memory**quarters == pytest.approx(float(row["G_from_0"]), abs=1e-8)


@pytest.mark.parametrize("row", rows("public_good_thresholds.csv"), ids=lambda row: f"{row['n']}-{row['mpcr']}")
def test_patience_that_keeps_a_public_good_up(row: dict[str, str]) -> None:
    """What the game's reasoners compare their patience with; below n m = 1 there is no such patience below 1."""
    n, m = int(row["n"]), float(row["mpcr"])
    scenario = village(n, ("fair",))
    fair = scenario.institutions.fair
    assert fair is not None
    held = scenario.institutions.model_copy(update={"fair": fair.model_copy(update={"perceived_return": n * m})})
    rules = compile_rules(scenario.model_copy(update={"institutions": held}))
    threshold = float(self_enforcement(rules, play.start(play.set_table(rules, 1)).seen)[0, 0])
    if row["delta_star_grim"] == "NA":
        assert threshold >= 1 - 1e-12
    else:
        assert threshold == pytest.approx(float(row["delta_star_grim"]), abs=1e-9)
