"""Newcomers: what a firm brings that begins in a free slot."""

from dataclasses import replace

import numpy as np

from game.engine.chance import Chance, Purpose
from game.engine.opening import HEADROOM, one_strength
from game.engine.rules import ORDINARY_OUTPUT, RESOURCES, SIZES, Rules
from game.engine.terms import mean_over
from game.model.outcome import Outcome
from game.model.record import AnyArray, Floats, Ints
from game.model.state import FirmStocks, State

NOTHING_YET = ("loan", "product_brand", "sales", "share_in_nest", "share_in_market", "value")
COPIED = ("price", "quality", "knowledge", "unit_cost")  # what is taken from the mean firm, or begins near it
UNKNOWN = 0.25  # corporate brand of a newcomer over its size


def settle_in(rules: Rules, state: State, firms: FirmStocks, outcome: Outcome, chance: Chance) -> FirmStocks:
    """The firms after the quarter with newcomers in their slots, each under a firm id that nobody had before.

    A newcomer is small, knows a little less than the mean of the cluster, has one strength by lot, and nobody knows it.
    """
    entries = outcome.population.entries
    if not entries.any():
        return firms
    scenario, costs, spends = rules.scenario, rules.scenario.costs, rules.ordinary_spending
    size = SIZES["small"]
    revenue = size * costs.reference_revenue
    firm_id = np.where(entries, state.region.last_firm_id[:, None] + entries.cumsum(axis=-1), firms.firm_id)
    usual = {name: mean_over(getattr(firms, name), state.firms.active)[:, None] for name in COPIED}
    values: dict[str, AnyArray | float | int | bool] = {
        **dict.fromkeys(NOTHING_YET, 0.0),
        "active": True,
        "seat": False,
        "since": state.quarter + 1,
        "size": size,
        "cash": outcome.population.brought,
        "trouble": 0,
        "price": usual["price"],
        "quality_spending": spends["quality"] * revenue,
        "research_spending": spends["research"] * revenue,
        "brand_spending": spends["brand"] * revenue,
        "brand_split": 0.5,
        "capacity": ORDINARY_OUTPUT * HEADROOM * size,
        "capacity_goal": ORDINARY_OUTPUT * HEADROOM * size,
        "position": chance.uniform(Purpose.ENTRANT, state.quarter, firm_id, lane=0),
        "quality": scenario.entry.quality * usual["quality"],
        "knowledge": scenario.entry.knowledge * usual["knowledge"],
        "corporate_brand": UNKNOWN * size,
        "unit_cost": usual["unit_cost"],
        "smooth_profit": costs.solvency_margin * revenue,
    }
    made = {name: np.where(entries, value, getattr(firms, name)) for name, value in values.items()}
    made["profile"] = np.where(entries[:, :, None], _profiles(state, firm_id, chance), firms.profile)
    return replace(firms, firm_id=firm_id, **made)


def _profiles(state: State, firm_id: Ints, chance: Chance) -> Floats:
    """Resource shares with one strength by lot, [R, N, P]."""
    strength = (chance.uniform(Purpose.ENTRANT, state.quarter, firm_id, lane=1) * len(RESOURCES)).astype(np.int64)
    return one_strength(strength)
