"""The town hall: when it meets, and who decides on what."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

from game.engine.rules import compile_rules
from game.engine.town_hall import callers_needed, next_meeting, votes_needed
from game.model.decision import Decision
from game.model.scenario import Effect, Event, Scenario
from game.model.town import KINDS, MOTION_SLOTS
from game.play import Moment, Send
from tests.build import outcome, play_out
from tests.engine.hamlet import FIRMS, SENT, Motion, hamlet, moving, term

# -- when ------------------------------------------------------------------------------------------------------------


def test_a_motion_is_tabled_a_quarter_later_counted_then_and_binds_after_that() -> None:
    moments = play_out(hamlet(), 6, send=moving(Motion("fine", 0, 3.0)))
    fines = [moment.state.bodies.fine[0, 0] for moment in moments]
    tabled = [bool((moment.state.hall.kind >= 0).any()) for moment in moments]
    carried = [bool(outcome(moment).hall.carried.any()) for moment in moments]
    assert tabled == [False, False, True, False, False, False]
    assert carried == [False, False, False, True, False, False]
    assert fines == [2.0, 2.0, 2.0, 3.0, 3.0, 3.0]
    assert moments[SENT - 1].seen.motion[0, 0] == KINDS.index("fine")
    assert moments[SENT - 1].seen.motion_value[0, 0] == 3.0
    step = [2.0 ** float(before.state.bodies.offences[0, 0, 1]) for before in (moments[2], moments[3])]
    full = 0.0120 * 130 * (2 / 3) * 0.5
    assert -term(moments[3], "fines.mark", 1) == pytest.approx(2.0 * full * step[0])
    assert -term(moments[4], "fines.mark", 1) == pytest.approx(3.0 * full * min(step[1], 8.0))


def meets(scenario: Scenario, quarters: int, send: Send | None = None) -> list[int]:
    """The quarters in which motions may be sent."""
    moments = play_out(scenario, quarters, send=send or moving())
    return [moment.state.quarter for moment in moments if moment.state.hall.meets[0]]


def test_it_meets_once_a_year_and_only_where_the_agenda_names_it() -> None:
    assert meets(hamlet(), 12) == [3, 7, 11]
    assert meets(hamlet({"town_hall": 4}), 12) == [7, 11]
    assert meets(hamlet({"town_hall": "never"}), 12) == []
    assert meets(hamlet({}), 12) == []


def test_what_is_told_of_the_calendar_is_what_happens() -> None:
    """The next meeting, the calls and the votes needed, as the screen says them before."""
    for opens in (1, 4, 7):
        rules = compile_rules(hamlet({"town_hall": opens}))
        held = meets(hamlet({"town_hall": opens}), 12)
        for quarter in range(1, held[-1] + 1):
            assert next_meeting(rules, quarter) == min(each for each in held if each >= quarter)
    assert next_meeting(compile_rules(hamlet({})), 1) > 400
    assert [callers_needed(firms) for firms in (1, 2, 3, 6, 9, 16, 40)] == [1, 1, 2, 3, 4, 6, 14]
    assert [votes_needed(voters) for voters in (1, 2, 3, 6, 16)] == [1, 2, 2, 4, 9]


def calling(callers: int, quarter: int) -> Send:
    def send(moment: Moment, proposed: Decision) -> Decision:
        call = np.zeros_like(proposed.call)
        call[:, :callers] = moment.state.quarter == quarter
        return replace(proposed, call=call)

    return send


def test_more_than_a_third_can_call_it() -> None:
    assert meets(hamlet(), 2, calling(2, 1)) == [3]
    assert meets(hamlet(), 2, calling(3, 1)) == [2, 3]
    assert meets(hamlet({"town_hall": 2}), 2, calling(3, 1)) == [3]
    assert meets(hamlet({}), 2, calling(6, 1)) == []


def test_an_event_can_call_it() -> None:
    event = Event(name="alarm", quarter=4, length=3, effect=Effect(meeting=True), news="An alarm.")
    assert meets(hamlet(events=[event]), 9) == [3, 5, 7]
    assert meets(hamlet({}, events=[event]), 9) == []


def test_a_motion_outside_a_meeting_is_not_put() -> None:
    moments = play_out(hamlet(), 4, send=moving(Motion("fine", 0, 3.0), sent=2))
    assert not any((moment.state.hall.kind >= 0).any() for moment in moments)


# -- who -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("ayes", "carried"), [((0, 1, 2), False), ((0, 1, 2, 5), True)])
def test_more_than_half_of_all_firms_carry_what_concerns_all(ayes: tuple[int, ...], carried: bool) -> None:
    """Six firms in nine slots: a vote sent for a free slot counts nothing."""
    hall = outcome(play_out(hamlet(), 4, send=moving(Motion("support", 0, 0.4), ayes=(*ayes, 6, 7, 8)))[-1]).hall
    assert hall.voters[0, 0] == FIRMS
    assert hall.ayes[0, 0] == len(ayes)
    assert bool(hall.carried[0, 0]) is carried


@pytest.mark.parametrize(("ayes", "carried"), [((3, 4, 5, 0), False), ((0, 1), True), ((0, 3), False)])
def test_only_members_decide_on_by_laws(ayes: tuple[int, ...], carried: bool) -> None:
    """Three firms are in the mark: two of them carry, outsiders count nothing."""
    send = moving(Motion("audit", 0, 0.3), ayes=ayes, out_of=(3, 4, 5))
    hall = outcome(play_out(hamlet(), 4, send=send)[-1]).hall
    assert hall.voters[0, 0] == 3
    assert hall.ayes[0, 0] == len({0, 1, 2} & set(ayes))
    assert bool(hall.carried[0, 0]) is carried


def test_at_most_four_motions_are_put_drawn_by_lot_from_one_a_firm(count: Callable[[int, int], int]) -> None:
    runs = count(300, 3000)
    motions = [Motion("dues", 1, 0.001 * (slot + 1), by=slot) for slot in range(FIRMS)]
    hall = play_out(hamlet(), 3, runs=runs, send=moving(*motions))[-1].state.hall
    assert (hall.kind == KINDS.index("dues")).all()
    assert hall.value == pytest.approx(0.001 * (hall.mover + 1))
    assert all(len(set(row)) == MOTION_SLOTS for row in hall.mover.tolist())
    share = np.array([(hall.mover == slot).any(axis=-1).mean() for slot in range(FIRMS)])
    assert (np.abs(share - 4 / 6) < 4 * np.sqrt(4 / 6 * 2 / 6 / runs)).all()


def test_in_a_village_of_two_two_motions_are_put() -> None:
    scenario = hamlet(slots=FIRMS).model_copy(update={"firms": hamlet().firms[:2], "slots": 2})
    hall = play_out(scenario, 3, send=moving(Motion("fine", 0, 1.0), Motion("fine", 1, 3.0, by=1), ayes=(0,)))[-1]
    assert sorted(hall.state.hall.kind[0].tolist()) == [-1, -1, KINDS.index("fine"), KINDS.index("fine")]
    assert sorted(hall.state.hall.mover[0].tolist()) == [-1, -1, 0, 1]
