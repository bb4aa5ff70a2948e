"""Contracts: what a court awards, who pays whom, what keeping one up costs, and whom it binds."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game import play
from game.engine.chance import Chance
from game.engine.contracts import damages
from game.engine.opening import open_game
from game.engine.rules import compile_rules
from game.model.decision import Decision
from game.model.institutions import Institutions, Mark
from game.model.ledger import money_terms
from game.model.parameters import Chance as Slips
from game.model.record import Floats
from game.model.scenario import Firm, Scenario
from game.play import Moment, Send
from game.rivals.reckoning import enforced
from tests.build import outcome, play_out, village

KAPPA, V0 = 0.0120, 130.0
LARGE, SMALL = 2.0, 2.0 / 3.0
TERMS = money_terms(("mark",))


def bound(firms: int = 4, *, slots: int = 6, **terms: float) -> Scenario:
    """Four firms, the first of size 2, the others of 2/3, under a mark with a contract and no audits."""
    made = village(
        firms, ("mark",), slots=slots, chance=Slips(tremble=0.0, observation=0.0), agenda={"complaints": "never"}
    )
    usual = {"audit": 0.0, "floor": 0.8, "court": 1.0, "penalty": 2.0, "transaction": 0.001}
    return made.model_copy(update={"institutions": Institutions(mark=Mark(**(usual | terms)))})  # type: ignore[arg-type]


def giving(*efforts: float, inside: int = 4) -> Send:
    """The first firms give these efforts, the others everything; the first `inside` of them are members."""

    def send(moment: Moment, proposed: Decision) -> Decision:
        effort, join = np.ones_like(proposed.effort), np.zeros_like(proposed.join)
        effort[:, 0, : len(efforts)] = efforts
        join[:, 0, :inside] = True
        return replace(proposed, join=join, effort=effort)

    return send


def terms(moment: Moment, name: str) -> Floats:
    made: Floats = outcome(moment).money.terms[0, TERMS.index(f"{name}.mark"), :4]
    return made


def test_damages_by_hand() -> None:
    """2 x kappa V0 size x (.8 - effort) from those below the floor, in three equal parts to the three others."""
    moment = play_out(bound(), 1, send=giving(0.3, 1.0, 0.7, 0.8))[0]
    first, third = 2 * KAPPA * V0 * LARGE * 0.5, 2 * KAPPA * V0 * SMALL * 0.1
    both = (first + third) / 3
    assert outcome(moment).verdicts.damages[0, 0, :4] == pytest.approx([first, 0, third, 0])
    assert outcome(moment).verdicts.awarded[0, 0, :4] == pytest.approx([third / 3, both, first / 3, both])
    assert terms(moment, "damages") == pytest.approx([third / 3 - first, both, first / 3 - third, both])


def test_keeping_up_a_contract_costs_members_by_size_and_nobody_else() -> None:
    made = -terms(play_out(bound(), 1, send=giving(inside=3))[0], "contract")
    assert made == pytest.approx([0.001 * V0 * LARGE, 0.001 * V0 * SMALL, 0.001 * V0 * SMALL, 0.0])


def test_without_a_floor_there_is_no_contract() -> None:
    moment = play_out(bound(floor=0.0), 1, send=giving(0.0, 0.0))[0]
    for name in ("contract", "damages"):
        assert (terms(moment, name) == 0).all()
    assert not outcome(moment).verdicts.awarded.any()


def test_a_court_enforces_a_breach_with_its_chance(count: Callable[[int, int], int]) -> None:
    runs = count(2000, 20_000)
    held = outcome(play_out(bound(court=0.3), 1, runs=runs, send=giving(0.0))[0]).verdicts
    assert abs((held.damages[:, 0, 0] > 0).mean() - 0.3) < 4 * np.sqrt(0.3 * 0.7 / runs)


def test_a_member_alone_owes_nobody() -> None:
    moment = play_out(bound(), 1, send=giving(0.0, inside=1))[0]
    assert (terms(moment, "damages") == 0).all()


@given(
    effort=st.lists(st.floats(0, 1), min_size=16, max_size=16),
    member=st.lists(st.booleans(), min_size=16, max_size=16),
    floor=st.floats(0, 1),
    court=st.floats(0, 1),
    seed=st.integers(0, 99),
)
def test_what_is_paid_is_received_by_other_members(
    effort: list[float], member: list[bool], floor: float, court: float, seed: int
) -> None:
    rules = compile_rules(bound(16, slots=16, floor=floor, court=court))
    chance = Chance(seed, np.arange(3))
    state = open_game(rules, chance)
    inside = np.broadcast_to(np.array(member), (3, 1, 16))
    given_effort = np.broadcast_to(np.array(effort), (3, 1, 16)) * inside
    unit = rules.full_cost(state.firms.size)
    paid, received = damages(rules, state, inside, given_effort, unit, chance)
    assert paid.sum(axis=-1) == pytest.approx(received.sum(axis=-1), rel=1e-9, abs=1e-12)
    assert (paid >= 0).all()
    assert (received >= -1e-12).all()
    assert not paid[~inside].any()
    assert not received[~inside].any()
    assert not paid[given_effort >= floor].any()


def doing(strategy: str, court: float, penalty: float, runs: int = 40) -> float:
    """Mean effort of impatient firms that saw each other give nothing, where nobody pledges or complains."""
    scenario = bound(16, slots=16, court=court, penalty=penalty)
    plans = [
        Firm.model_validate(plan.model_dump() | {"strategy": strategy, "manager": {"patience": 0.05}})
        for plan in scenario.firms
    ]

    def send(moment: Moment, proposed: Decision) -> Decision:
        effort = np.zeros_like(proposed.effort) if moment.state.quarter == 1 else proposed.effort
        return replace(proposed, join=np.ones_like(proposed.join), effort=effort)

    silent = {"firms": plans, "agenda": {"pledges": "never", "complaints": "never"}}
    last = play_out(scenario.model_copy(update=silent), 2, runs=runs, send=send)[-1]
    return float(outcome(last).games.effort[:, 0].mean())


# As managers think n m = 3 of sixteen: keeping to a contract pays from court x penalty = 1 - 3/16 = .8125 on.
@pytest.mark.parametrize(("court", "penalty", "binds"), [(0.5, 1.62, False), (0.5, 1.63, True), (0.0, 50.0, False)])
def test_a_contract_binds_where_a_breach_costs_more_than_it_saves(court: float, penalty: float, binds: bool) -> None:
    rules = compile_rules(bound(16, slots=16, court=court, penalty=penalty))
    seen = play.start(play.set_table(rules, 1)).seen
    assert enforced(rules, seen)[0, 0] == (0.8 if binds else 0.0)


@pytest.mark.parametrize(("strategy", "free"), [("reasoner", 0.0), ("conditional", 0.5 * 1.05 + 0.02), ("never", 0.0)])
def test_those_who_reckon_or_follow_give_the_floor_of_a_contract_that_binds(strategy: str, free: float) -> None:
    """The floor is .8; a conditional cooperator who hoped for 1 and saw 0 believes in one half."""
    assert doing(strategy, 0.5, 1.62) == pytest.approx(free, abs=1e-9)
    assert doing(strategy, 0.5, 1.63) == pytest.approx(0.0 if strategy == "never" else 0.8, abs=1e-9)
