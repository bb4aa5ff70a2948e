"""Rivals decide on what they may see, and on nothing else."""

from dataclasses import replace

import numpy as np
import pytest

from game import play
from game.engine.rules import compile_rules
from game.model.decision import Decision
from game.model.observation import Observation, seat
from game.model.parameters import Chance as ChanceTable
from game.rivals import mind
from game.rivals.manager import decide
from game.rivals.reckoning import fines_bite, self_enforcement
from tests.build import outcome, play_out, village

CAST = dict(
    enumerate(("conditional", "tit_for_tat", "grim", "win_stay", "generous", "two_tats", "random", "reasoner") * 2)
)


def after(quarters: int) -> tuple[play.Table, play.Moment]:
    table = play.set_table(compile_rules(village()), 11, 2, strategies=CAST)
    moment = play.start(table)
    for _ in range(quarters):
        moment = play.step(table, moment)
    return table, moment


@pytest.mark.parametrize("slot", [0, 6, 15])
def test_a_firm_decides_the_same_on_its_own_seat_s_view(slot: int) -> None:
    """Blanking every private figure of every other firm changes nothing in its decision."""
    table, moment = after(5)
    whole, _ = decide(table.rules, table.cast, moment.minds, moment.seen, table.chance)
    own, _ = decide(table.rules, table.cast, moment.minds, seat(moment.seen, slot), table.chance)
    for name in Decision.__dataclass_fields__:
        axis = str(Decision.__dataclass_fields__[name].metadata["axes"]).index("N")
        one = np.take(getattr(whole, name), slot, axis=axis)
        other = np.take(getattr(own, name), slot, axis=axis)
        assert np.array_equal(one, other, equal_nan=one.dtype.kind == "f"), name


def test_the_observation_hides_what_is_private_and_has_no_hidden_end() -> None:
    _, moment = after(3)
    own = seat(moment.seen, 4)
    assert np.isnan(own.cash[:, :4]).all()
    assert np.array_equal(own.cash[:, 4], moment.seen.cash[:, 4])
    assert np.array_equal(own.price, moment.seen.price)
    fields = Observation.__dataclass_fields__
    assert not {"last_quarter", "seed", "state"} & set(fields)
    assert all(item.metadata["seen"] in {"public", "private"} for name, item in fields.items() if name != "quarter")


def test_scripted_firms_tremble_and_people_do_not() -> None:
    runs = 400
    scenario = village(16, ("mark",), chance=ChanceTable(tremble=0.05))
    effort = outcome(play_out(scenario, 1, "always", runs=runs, seats=(0,))[0]).games.effort[:, 0]
    assert (effort[:, 0] == 1).all()
    rate = float((effort[:, 1:] == 0).mean())
    assert abs(rate - 0.05) < 4 * np.sqrt(0.05 * 0.95 / (runs * 15))


def test_threshold_and_deterrence_of_the_reasoner() -> None:
    """d* = (1 - m)/((n - 1) m), and audits deter above (p - false alarm) F = 1 - m, in units of the cost of effort."""
    rules = compile_rules(village(16, ("mark",)))
    moment = play.start(play.set_table(rules, 1))
    m = 3.0 / 16
    assert self_enforcement(rules, moment.seen)[0, 0] == pytest.approx((1 - m) / (15 * m), rel=1e-12)
    for audit, bites in ((0.4, False), (0.53, False), (0.56, True), (0.9, True)):
        seen = replace(moment.seen, audit=np.full((1, 1), audit))
        assert bool(fines_bite(rules, seen)[0, 0]) is bites


@pytest.mark.parametrize(("standard", "bites"), [(1.0, True), (0.94, True), (0.9, False), (0.5, False), (0.1, False)])
def test_a_lower_standard_deters_less(standard: float, bites: bool) -> None:
    """Audits of .6 with a fine of 1.5: .9 (standard - .0075) against 1 - 3/16, so from a standard of .91 on."""
    rules = compile_rules(village(16, ("mark",)))
    moment = play.start(play.set_table(rules, 1))
    seen = replace(moment.seen, audit=np.full((1, 1), 0.6), standard=np.full((1, 1), standard))
    assert bool(fines_bite(rules, seen)[0, 0]) is bites


def mean_effort(scenario_cast: dict[int, str], audit: float, runs: int = 30) -> float:
    scenario = village(16, ("mark",))
    mark = scenario.institutions.mark
    assert mark is not None
    held = mark.model_copy(update={"audit": audit, "dues": 0.02})
    scenario = scenario.model_copy(update={"institutions": scenario.institutions.model_copy(update={"mark": held})})
    impatient = [
        firm.model_copy(update={"manager": firm.manager.model_copy(update={"patience": 0.1})})
        for firm in scenario.firms
    ]
    scenario = scenario.model_copy(update={"firms": impatient})
    last = play_out(scenario, 8, scenario_cast, runs=runs)[-1]
    return float(outcome(last).games.effort[:, 0].mean())


def test_audits_move_impatient_reasoners_only_above_the_threshold() -> None:
    cast = dict.fromkeys(range(16), "reasoner")
    none, weak, strong = (mean_effort(cast, audit) for audit in (0.0, 0.4, 0.7))
    assert abs(weak - none) < 0.05
    assert strong - none > 0.3


def test_conditional_cooperators_answer_neighbours_in_kind() -> None:
    """They can play pairs by themselves, but put on a slot they bring tit for tat for the ties."""
    rules = compile_rules(village(4, ("mark",)))
    made = mind.cast(rules, {0: "conditional", 1: "grim", 2: "hump"})
    assert made.group == ("conditional", "grim", "hump", "conditional")
    assert made.pair == ("tit_for_tat", "grim", "tit_for_tat", "tit_for_tat")
