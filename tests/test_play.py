"""The one loop: sheets of people, what carries over, the agenda, the hidden end."""

import numpy as np
import pytest

from game import play
from game.engine.rules import compile_rules
from game.model.scenario import Quarters, Scenario
from game.model.sheet import Motion, Sheet
from game.model.town import KINDS
from game.play import FIRST_EFFORT
from tests.build import outcome, village


def table_for(scenario: Scenario, seats: tuple[int, ...] = (0,), runs: int = 1) -> play.Table:
    return play.set_table(compile_rules(scenario), 7, runs, seats)


def played(table: play.Table, *sheets: dict[int, Sheet | None]) -> list[play.Moment]:
    moment = play.start(table)
    made = []
    for held in sheets:
        moment = play.step(table, moment, play.by_sheets(table.rules, held))
        made.append(moment)
    return made


def decision(moment: play.Moment, name: str, slot: int) -> np.ndarray:
    assert moment.past is not None
    held: np.ndarray = getattr(moment.past.decision, name)[0, ..., slot]
    return held


def test_two_people_at_once_and_neither_touches_the_other() -> None:
    table = table_for(village(), seats=(0, 5))
    one = Sheet(price=1.5, effort={"mark": 0.3})
    other = Sheet(price=1.2, join={"fair": False})
    moment = played(table, {0: one, 5: other})[0]
    assert decision(moment, "price", 0) == 1.5
    assert decision(moment, "price", 5) == 1.2
    assert decision(moment, "effort", 0)[0] == 0.3
    assert decision(moment, "effort", 5)[0] == FIRST_EFFORT, "nobody keeps or breaks without having chosen it"
    member = outcome(moment).membership.member[0]
    assert not member[2, 5]
    assert member[2, 0]
    alone = played(table_for(village(), seats=(0, 5)), {0: one, 5: None})[0]
    assert decision(alone, "price", 0) == 1.5
    assert decision(alone, "effort", 0)[0] == 0.3
    assert decision(alone, "effort", 5)[0] == 1.0, "an empty seat's manager begins as managers do"


def test_own_decisions_membership_and_effort_carry_over_but_pledges_do_not() -> None:
    first = Sheet(price=1.5, quality=3.0, effort={"mark": 0.4}, join={"fair": False}, pledge={"mark": 0.9})
    moments = played(table_for(village()), {0: first}, {0: Sheet()}, {0: None})
    for moment in moments:
        assert decision(moment, "price", 0) == 1.5
        assert decision(moment, "quality", 0) == 3.0
        assert decision(moment, "effort", 0)[0] == 0.4
        assert not outcome(moment).membership.member[0, 2, 0]
    assert decision(moments[0], "pledge", 0)[0] == 0.9
    assert np.isnan(decision(moments[1], "pledge", 0)).all()


def test_nothing_sent_in_the_first_quarter_is_the_manager_s_decision() -> None:
    table = table_for(village())
    silent = played(table, {0: None})[0]
    managed = played(table, {})[0]
    for name in ("price", "quality", "research", "brand", "capacity"):
        assert decision(silent, name, 0) == decision(managed, name, 0)


def test_what_the_agenda_keeps_closed_stays_the_manager_s() -> None:
    scenario = village(agenda={"price": 2, "fair": 3, "pledges": 3, "complaints": 3, "ties": 3})
    table = table_for(scenario)
    wish = Sheet(price=2.0, effort={"fair": 0.1}, pledge={"mark": 0.9}, partners={})
    moments = played(table, {0: wish}, {0: wish}, {0: wish})
    assert decision(moments[0], "price", 0) < 1.6
    assert decision(moments[1], "price", 0) == 2.0
    assert not outcome(moments[1]).membership.member[0, 2].any()
    assert outcome(moments[2]).games.effort[0, 2, 0] == 0.1
    assert np.isnan(decision(moments[0], "pledge", 0)).all()
    assert decision(moments[2], "pledge", 0)[0] == 0.9
    assert (moments[1].state.ties.wanted[0, 0] >= 0).sum() == 4
    assert (moments[2].state.ties.wanted[0, 0] >= 0).sum() == 0


def test_ties_are_kept_dropped_offered_and_treated_as_told() -> None:
    table = table_for(village())
    start = play.start(table)
    ids = start.seen.firm_id[0]
    partners = [int(slot) for slot in start.seen.wanted[0, 0] if slot >= 0]
    stranger = next(slot for slot in range(1, 16) if slot not in partners)
    sheet = Sheet(partners={int(ids[partners[0]]): 0.0, int(ids[partners[1]]): None, int(ids[stranger]): 1.0})
    moment = played(table, {0: sheet})[0]
    ties = moment.state.ties
    wanted = [int(slot) for slot in ties.wanted[0, 0] if slot >= 0]
    assert set(wanted) == {partners[0], partners[1], stranger}
    place = {slot: k for k, slot in enumerate(ties.wanted[0, 0])}
    assert ties.act[0, 0, place[partners[0]]] == 0.0
    assert ties.act[0, 0, place[partners[1]]] == 1.0
    assert not ties.standing[0, 0, place[stranger]]
    assert stranger in wanted
    assert 0 in moment.seen.offers[0, stranger]


def test_a_firm_that_left_may_come_back_after_two_quarters() -> None:
    leave, back = Sheet(join={"mark": False}), Sheet(join={"mark": True})
    moments = played(table_for(village()), {0: leave}, {0: back}, {0: back}, {0: back})
    member = [bool(outcome(moment).membership.member[0, 0, 0]) for moment in moments]
    assert member == [False, False, True, True]


def test_the_end_is_hidden_and_drawn_as_the_scenario_says() -> None:
    scenario = village(quarters=Quarters(min=8, max=10, continuation=0.6))
    last = play.last_quarters(table_for(scenario, runs=4000))
    assert set(last.tolist()) == {8, 9, 10}
    shares = [float((last == quarter).mean()) for quarter in (8, 9, 10)]
    assert shares == pytest.approx([0.4, 0.24, 0.36], abs=0.03)
    assert (play.last_quarters(table_for(village(quarters=Quarters(min=5, max=5)), runs=50)) == 5).all()


def test_impossible_decisions_are_corrected_and_told() -> None:
    from game.engine import legal

    table = table_for(village())
    wild = Sheet(price=99.0, quality=-5.0, effort={"mark": 2.0}, capacity=1e9)
    moment = played(table, {0: wild})[0]
    assert moment.past is not None
    found = legal.corrections(table.rules, moment.past.sent, moment.past.decision, 0, 0)
    told = {(item.field, item.body): (item.sent, item.used) for item in found}
    assert told["price", ""] == (99.0, 6.0)
    assert told["quality", ""] == (-5.0, 0.0)
    assert told["effort", "mark"] == (2.0, 1.0)
    assert set(told) == {("price", ""), ("quality", ""), ("effort", "mark"), ("capacity", "")}
    assert not legal.corrections(table.rules, moment.past.sent, moment.past.decision, 0, 3)


def hall(sheet: Sheet, *, quarters: int = 6) -> list[play.Moment]:
    """A village with a town hall in which only the first seat moves anything, in the quarter in which it meets."""
    scenario = village(agenda={"town_hall": 1}, strategy="always")
    table = table_for(scenario)
    sheets: list[dict[int, Sheet | None]] = [
        {0: sheet if quarter == 3 else Sheet()} for quarter in range(1, quarters + 1)
    ]
    return played(table, *sheets)


@pytest.mark.parametrize(
    ("motion", "kind", "target", "value"),
    [
        (Motion(kind="audit", about="fair", value=0.4), "audit", 2, 0.4),
        (Motion(kind="structure", about="mark", to="network"), "structure", 0, 1.0),
        (Motion(kind="function", about="promotion", to="leader"), "function", 6, 3.0),
        (Motion(kind="expel", firm=5), "expel", 4, 0.0),
        (Motion(kind="support", value=2.0), "support", 0, 0.95),
    ],
)
def test_a_seat_moves_something_and_all_see_it_on_the_table(
    motion: Motion, kind: str, target: int, value: float
) -> None:
    moments = hall(Sheet(motion=motion), quarters=3)
    seen = moments[2].seen
    assert KINDS[seen.motion[0, 0]] == kind
    assert (seen.motion_target[0, 0], seen.motion_value[0, 0], seen.mover[0, 0]) == (target, value, 0)
    assert (seen.motion[0, 1:] == -1).all()


@pytest.mark.parametrize(
    "motion",
    [
        Motion(kind="revolution"),
        Motion(kind="audit", about="leader"),
        Motion(kind="audit"),
        Motion(kind="expel", firm=99),
        Motion(kind="function", about="poetry", to="leader"),
    ],
)
def test_a_motion_about_nothing_that_is_there_is_dropped_and_told(motion: Motion) -> None:
    from game.engine import legal

    moment = hall(Sheet(motion=motion), quarters=3)[2]
    assert (moment.seen.motion == -1).all()
    assert moment.past is not None
    rules = compile_rules(village(agenda={"town_hall": 1}, strategy="always"))
    found = legal.corrections(rules, moment.past.sent, moment.past.decision, 0, 0)
    assert [item.field for item in found] == ["motion"]


def test_a_motion_outside_the_meeting_is_dropped() -> None:
    table = table_for(village(agenda={"town_hall": 1}))
    moment = played(table, {0: Sheet(motion=Motion(kind="support", value=0.3))})[0]
    assert (moment.seen.motion == -1).all()
    closed = played(table_for(village()), {0: Sheet()}, {0: Sheet()}, {0: Sheet(motion=Motion(kind="support"))})
    assert (closed[-1].seen.motion == -1).all()


def test_a_seat_s_vote_counts_and_silence_is_no_vote() -> None:
    """Alone in the village, the seat decides."""
    table = table_for(village(1, agenda={"town_hall": 1}))
    move = Sheet(motion=Motion(kind="advertise", value=0.02))
    for vote, carried in (({1: True}, True), ({1: False}, False), ({}, False)):
        moments = played(table, {0: Sheet()}, {0: Sheet()}, {0: move}, {0: Sheet(votes=vote)})
        assert bool(outcome(moments[-1]).hall.carried[0, 0]) == carried
        assert (float(moments[-1].state.region.advertise[0]) == 0.02) == carried


def test_a_third_of_the_firms_can_call_a_meeting() -> None:
    table = table_for(village(2, agenda={"town_hall": 1}))
    moment = played(table, {0: Sheet(call=True)})[0]
    assert bool(moment.seen.meets[0])
    assert not played(table, {0: Sheet()})[0].seen.meets[0]
