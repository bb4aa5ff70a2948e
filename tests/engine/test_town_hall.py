"""The town hall: when it meets, who decides on what, and what each of its thirteen kinds of motion does."""

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
import pytest

from game.engine import legal
from game.engine.rules import compile_rules
from game.model.decision import Decision
from game.model.institutions import Fair, Institutions, Mark
from game.model.ledger import money_terms
from game.model.parameters import Chance, Sanctions
from game.model.policy import BODIES, FUNCTIONS, Entry, Functions
from game.model.scenario import Effect, Event, Scenario
from game.model.town import KINDS, MOTION_SLOTS, MOTIONS, STRUCTURES
from game.play import Moment, Send, set_table, start, step
from tests.build import outcome, play_out, village

TWO = ("mark", "fair")
TERMS = money_terms(TWO)
NOBODY = Entry(base=0.0, brand=0.0, capital=0.0, profit=0.0)
FIRMS = 6  # the first has size 2, the others 2/3
ALL = tuple(range(FIRMS))
SENT, TABLED, BOUND = 3, 4, 5  # the yearly meeting: sent, voted on, in force


def hamlet(agenda: dict[str, int | str] | None = None, slots: int = 9, **sections: object) -> Scenario:
    """Six firms, two institutions, no luck and no complaints; every member of the mark is audited."""
    made = village(
        FIRMS,
        TWO,
        strategy="always",
        slots=slots,
        agenda={"complaints": "never"} | ({"town_hall": 1} if agenda is None else agenda),
        chance=Chance(tremble=0.0, observation=0.0),
        sanctions=Sanctions(exclusion_at=20.0),
        functions=Functions(pricing="leader"),
        entry=NOBODY,
        **sections,
    )
    mark = Mark(dues=0.02, audit=1.0, false_alarm=0.0, audit_cost=0.0, fine=2.0)
    return made.model_copy(update={"institutions": Institutions(mark=mark, fair=Fair())})


@dataclass(frozen=True)
class Motion:
    """What a slot moves."""

    kind: str
    target: int = 0
    value: float = 0.0
    by: int = 0


def moving(*motions: Motion, ayes: tuple[int, ...] = ALL, sent: int = SENT, out_of: tuple[int, ...] = ()) -> Send:
    """These motions are sent in a quarter and these slots vote for all of them; slot 1 gives half, the rest all.

    The firms `out_of` the mark are no members of it.
    """

    def send(moment: Moment, proposed: Decision) -> Decision:
        kind = np.full_like(proposed.motion, -1)
        target, value = np.full_like(kind, -1), np.zeros(kind.shape)
        for motion in motions if moment.state.quarter == sent else ():
            kind[:, motion.by], target[:, motion.by] = KINDS.index(motion.kind), motion.target
            value[:, motion.by] = motion.value
        vote = np.zeros_like(proposed.vote)
        vote[:, list(ayes)] = 1.0
        effort, join = np.ones_like(proposed.effort), np.ones_like(proposed.join)
        effort[:, 0, 1] = 0.5
        join[:, 0, list(out_of)] = False
        return replace(
            proposed,
            motion=kind,
            motion_target=target,
            motion_value=value,
            vote=vote,
            effort=effort,
            join=join,
            call=np.zeros_like(proposed.call),
        )

    return send


def term(moment: Moment, name: str, slot: int = 0) -> float:
    return float(outcome(moment).money.terms[0, TERMS.index(name), slot])


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


# -- what ------------------------------------------------------------------------------------------------------------

PRICING = float(FUNCTIONS.index("pricing"))
# Each kind with what it is about and asks for, what is measured, and its value by hand before and after.
Probe = Callable[[Moment, Moment], float]
BY_LAWS: list[tuple[Motion, Probe, float, float]] = [
    (
        Motion("dues", 0, 0.01),
        lambda before, now: (
            -term(now, "dues.mark") / float((before.state.firms.price * before.state.firms.sales)[0, 0])
        ),
        0.02,
        0.01,
    ),
    # mean effort 5.5/6: a firm that gives all has 12/11, one that gives half 6/11 of the part that follows effort
    (
        Motion("equal_share", 0, 0.4),
        lambda before, now: float(outcome(now).games.benefit[0, 0, 1] / outcome(now).games.benefit[0, 0, 0]),
        1.0,
        (0.4 + 0.6 * 6 / 11) / (0.4 + 0.6 * 12 / 11),
    ),
    (Motion("audit", 0, 0.0), lambda before, now: float(outcome(now).verdicts.audited[0, 0].sum()), 6, 0),
    (Motion("fine", 0, 0.0), lambda before, now: float(term(now, "fines.mark", 1) < 0), 1, 0),
    (Motion("standard", 0, 0.5), lambda before, now: float(outcome(now).verdicts.convicted[0, 0, 1]), 1, 0),
    # keeping up a contract costs .0006 of V0 x size 2
    (Motion("floor", 0, 0.8), lambda before, now: -term(now, "contract.mark"), 0.0, 0.0006 * 130 * 2),
    # hierarchy: a quarter for the leader's 1, the rest for the others' .9; star: .97 of the mean by size, 5/(16/3)
    (
        Motion("structure", 0, float(STRUCTURES.index("star"))),
        lambda before, now: float(outcome(now).games.composition[0, 0]),
        0.25 + 0.75 * 0.9,
        0.97 * 15 / 16,
    ),
    (
        Motion("function", int(PRICING), float(BODIES.index("association"))),
        lambda before, now: -term(now, "functions"),
        0.002 * 130 * 2 * 0.4,
        0.0,
    ),
    (Motion("relocate", 0, 2.0), lambda before, now: float(before.state.firms.active.sum()), 6, 8),
    (
        Motion("support", 0, 0.4),
        lambda before, now: term(now, "grants", 1) / float(outcome(now).games.cost[0, :, 1].sum()),
        0.0,
        0.4,
    ),
    (Motion("advertise", 0, 0.02), lambda before, now: float(outcome(now).money.advertising[0]), 0.0, 0.02),
    (Motion("expel", 2), lambda before, now: float(outcome(now).membership.member[0, :, 2].sum()), 2, 0),
]


@pytest.mark.parametrize(("motion", "probe", "before", "after"), BY_LAWS, ids=[item[0].kind for item in BY_LAWS])
def test_what_is_carried_is_done(motion: Motion, probe: Probe, before: float, after: float) -> None:
    carried, refused = (play_out(hamlet(), 5, send=moving(motion, ayes=ayes)) for ayes in (ALL, ()))
    values = [probe(carried[quarter - 2], carried[quarter - 1]) for quarter in (TABLED, BOUND)]
    assert values == pytest.approx([before, after], rel=1e-9, abs=1e-12)
    assert probe(refused[TABLED - 1], refused[BOUND - 1]) == pytest.approx(before, rel=1e-9)


def test_all_thirteen_kinds_are_tested() -> None:
    assert {item[0].kind for item in BY_LAWS} | {"admit"} == set(KINDS)
    assert len(KINDS) == 13


def test_who_is_expelled_may_come_back_after_two_quarters_and_has_no_pledge() -> None:
    moments = play_out(hamlet(), 8, send=moving(Motion("expel", 2)))
    member = [bool(outcome(moment).membership.member[0, 0, 2]) for moment in moments]
    assert member == [True] * 4 + [False] * 2 + [True] * 2
    assert np.isnan(moments[TABLED - 1].state.bodies.pledge[0, :, 2]).all()


def test_who_is_admitted_need_not_wait() -> None:
    def leaving(*motions: Motion) -> list[bool]:
        inner = moving(*motions)

        def send(moment: Moment, proposed: Decision) -> Decision:
            made = inner(moment, proposed)
            join = made.join.copy()
            join[:, 0, 2] &= moment.state.quarter != TABLED
            return replace(made, join=join)

        return [bool(outcome(moment).membership.member[0, 0, 2]) for moment in play_out(hamlet(), 6, send=send)]

    assert leaving() == [True, True, True, False, False, True]
    assert leaving(Motion("admit", 2)) == [True, True, True, False, True, True]


def test_of_two_that_are_carried_on_one_by_law_the_later_in_the_lot_holds() -> None:
    send = moving(Motion("fine", 0, 1.0), Motion("fine", 0, 3.0, by=1))
    moments = play_out(hamlet(), 4, runs=20, send=send)
    table = moments[2].state.hall
    last = np.where(table.kind[:, 1] >= 0, table.value[:, 1], np.nan)
    assert moments[3].state.bodies.fine[:, 0].tolist() == last.tolist()
    assert set(last.tolist()) == {1.0, 3.0}


# -- what can't be ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "target", "value", "put"),
    [
        ("fine", 0, 99.0, 10.0),
        ("fine", 0, -1.0, 0.0),
        ("fine", 0, float("nan"), 0.0),
        ("dues", 1, 0.5, 0.02),
        ("standard", 0, 0.0, 0.1),
        ("relocate", 0, 2.6, 3.0),
        ("structure", 0, 1.2, 1.0),
        ("function", 6, 40.0, len(BODIES) - 1.0),
        ("support", 0, 2.0, 0.95),
        ("fine", 2, 1.0, None),
        ("fine", -1, 1.0, None),
        ("function", 7, 1.0, None),
        ("expel", 5, 0.0, 0.0),
        ("expel", 6, 0.0, None),
        ("admit", 200, 0.0, None),
        ("relocate", 1, 1.0, None),
    ],
)
def test_impossible_motions_are_corrected(kind: str, target: int, value: float, put: float | None) -> None:
    hall = play_out(hamlet(), 3, send=moving(Motion(kind, target, value)))[-1].state.hall
    assert hall.kind[0].tolist() == ([-1] * 4 if put is None else [KINDS.index(kind), -1, -1, -1])
    if put is not None:
        assert hall.value[0, 0] == put
        assert hall.target[0, 0] == target


@pytest.mark.parametrize("kind", [-7, len(KINDS), 1000])
def test_there_are_no_other_kinds(kind: int) -> None:
    moment = play_out(hamlet(), 2, send=moving())[-1]
    assert moment.past is not None
    wild = replace(moment.past.sent, motion=np.full_like(moment.past.sent.motion, kind))
    assert (legal.correct(compile_rules(hamlet()), moment.state, wild).motion == -1).all()


def test_nothing_is_decided_about_an_institution_that_is_not_open() -> None:
    closed = hamlet({"town_hall": 1, "fair": 9})
    assert not (play_out(closed, 3, send=moving(Motion("fine", 1, 3.0)))[-1].state.hall.kind >= 0).any()
    assert (play_out(closed, 3, send=moving(Motion("fine", 0, 3.0)))[-1].state.hall.kind >= 0).any()


def test_nothing_is_decided_about_a_firm_that_has_closed() -> None:
    """It was there when the motion was sent; its slot's next firm is not to pay for it."""
    table = set_table(compile_rules(hamlet()), 7)
    moment = start(table)
    motion = moving(Motion("expel", 2))
    for _ in range(3):
        moment = step(table, moment, motion)
    active = moment.state.firms.active.copy()
    active[:, 2] = False
    firms = replace(moment.state.firms, active=active)
    moment = step(table, replace(moment, state=replace(moment.state, firms=firms)), motion)
    assert outcome(moment).hall.ayes[0, 0] == 5
    assert not outcome(moment).hall.carried.any()
    assert (moment.state.bodies.barred_until[0, :, 2] == 0).all()


def test_every_kind_is_about_something_known() -> None:
    assert set(MOTIONS.values()) == {"institution", "firm", "function", "region"}
