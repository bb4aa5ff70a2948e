"""Villages for tests: scenarios made in code, and ways to play them."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import numpy as np

from game import play
from game.engine.rules import Rules, compile_rules
from game.model import village as product
from game.model.decision import Decision
from game.model.scenario import Scenario
from game.play import Moment, Send

EIGHT = product.EIGHT
TABLES = product.TABLES
FOUR = EIGHT[:4]


def village(
    firms: int = 16, bodies: tuple[str, ...] = FOUR, strategy: str = "conditional", **sections: Any
) -> Scenario:
    """The product's village, with four institutions where a test does not say otherwise."""
    return product.village(firms, bodies, strategy, **sections)


def all_members(moment: Moment, proposed: Decision) -> Decision:
    """Everybody is and stays a member of everything."""
    return replace(proposed, join=np.ones_like(proposed.join))


def play_out(
    scenario: Scenario | Rules,
    quarters: int,
    strategies: Mapping[int, str] | str | None = None,
    *,
    runs: int = 1,
    seed: int = 7,
    seats: tuple[int, ...] = (),
    send: Send | None = all_members,
) -> list[Moment]:
    """Moments after each quarter; one strategy for all, some strategies by slot, or the scenario's."""
    rules = scenario if isinstance(scenario, Rules) else compile_rules(scenario)
    cast = dict.fromkeys(range(rules.slots), strategies) if isinstance(strategies, str) else strategies
    table = play.set_table(rules, seed, runs, seats, cast)
    moment = play.start(table)
    made = []
    for _ in range(quarters):
        moment = play.step(table, moment, send)
        made.append(moment)
    return made


def outcome(moment: Moment) -> Any:
    """The outcome of the quarter just played."""
    assert moment.past is not None
    return moment.past.outcome


def profits(moments: list[Moment]) -> np.ndarray:
    """Mean profit a quarter, [R, N]."""
    made: np.ndarray = sum(outcome(moment).money.profit for moment in moments) / len(moments)
    return made
