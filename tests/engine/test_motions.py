"""What each of the thirteen kinds of motion does when it is carried, and what can't be moved."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

from game.engine import legal
from game.engine.rules import compile_rules
from game.model.decision import Decision
from game.model.policy import BODIES, FUNCTIONS
from game.model.town import KINDS, MOTIONS, STRUCTURES
from game.play import Moment, set_table, start, step
from tests.build import outcome, play_out
from tests.engine.hamlet import ALL, BOUND, TABLED, Motion, hamlet, moving, term

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
