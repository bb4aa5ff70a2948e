"""Audits, fines, exclusion and complaints, by the formulas of `game.engine.sanctions`."""

from dataclasses import replace

import numpy as np
import pytest

from game.engine.rules import compile_rules
from game.model.decision import Decision
from game.model.institutions import Institutions, Mark
from game.model.outcome import Verdicts
from game.model.parameters import Chance
from game.model.scenario import Scenario
from game.play import Moment, Send
from tests.build import outcome, play_out, village

CALM = Chance(tremble=0.0, observation=0.0)


def marked(**terms: object) -> Scenario:
    made = village(16, ("mark",), chance=CALM)
    return made.model_copy(update={"institutions": Institutions(mark=Mark(**terms))})  # type: ignore[arg-type]


def efforts(*values: float) -> Send:
    """The first firms give these efforts, all others everything; all are members."""

    def send(moment: Moment, proposed: Decision) -> Decision:
        effort = np.ones_like(proposed.effort)
        effort[:, 0, : len(values)] = values
        return replace(proposed, join=np.ones_like(proposed.join), effort=effort)

    return send


def verdicts(moment: Moment) -> Verdicts:
    made: Verdicts = outcome(moment).verdicts
    return made


def test_fine_is_linear_in_what_is_missing() -> None:
    scenario = marked(audit=1.0, fine=2.0, false_alarm=0.0, audit_cost=0.0, dues=0.05)
    moment = play_out(scenario, 1, send=efforts(0.0, 0.5, 0.85, 0.95))[0]
    rules = compile_rules(scenario)
    unit = rules.bodies.cost[0] * rules.v0 * moment.state.firms.size[0]
    fine = verdicts(moment).audit_fine[0, 0]
    assert fine[0] == pytest.approx(2.0 * unit[0] * 1.0, rel=1e-12)
    assert fine[1] == pytest.approx(2.0 * unit[1] * 0.5, rel=1e-12)
    assert fine[2] == pytest.approx(2.0 * unit[2] * 0.25, rel=1e-12)
    assert (fine[3:] == 0).all()


def test_fines_rise_step_by_step_and_end_in_exclusion() -> None:
    scenario = marked(audit=1.0, fine=1.0, false_alarm=0.0, audit_cost=0.0, dues=0.05)
    moments = play_out(scenario, 8, send=efforts(0.0))
    fines = [verdicts(moment).audit_fine[0, 0, 0] for moment in moments]
    member = [bool(outcome(moment).membership.member[0, 0, 0]) for moment in moments]
    assert fines[1] / fines[0] == pytest.approx(2.0**1.0, rel=1e-9)
    assert fines[2] / fines[0] == pytest.approx(2.0**1.9, rel=1e-9)
    assert verdicts(moments[3]).barred[0, 0, 0]
    assert member == [True, True, True, True, False, False, True, True]


def test_audit_rate_and_false_alarms() -> None:
    runs = 2000
    scenario = marked(audit=0.2, false_alarm=0.1, audit_cost=0.0, dues=0.05)
    held = verdicts(play_out(scenario, 1, "always", runs=runs)[0])
    draws = runs * 16
    assert abs(held.audited.mean() - 0.2) < 4 * np.sqrt(0.2 * 0.8 / draws)
    assert abs(held.false_alarm.mean() - 0.02) < 4 * np.sqrt(0.02 * 0.98 / draws)
    assert (held.convicted == held.false_alarm).all()


def test_a_body_audits_as_far_as_its_money_goes() -> None:
    runs = 1500
    rich = marked(audit=0.5, dues=0.05, audit_cost=0.01, running=0.0)
    poor = marked(audit=0.5, dues=0.0005, audit_cost=0.01, running=0.0)
    rates = [verdicts(play_out(scenario, 1, "always", runs=runs)[0]).audited.mean() for scenario in (rich, poor)]
    rules = compile_rules(poor)
    start = play_out(poor, 1, "always")[0]
    sales = 1.3 * 100 * 16
    covered = 0.0005 * sales / (0.5 * 16 * 0.01 * rules.v0)
    assert rates[0] == pytest.approx(0.5, abs=0.02)
    assert rates[1] == pytest.approx(0.5 * covered, abs=0.02)
    assert start.state.bodies.treasury[0, 0] > -0.01 * rules.v0


def complaining(about: int, by: tuple[int, ...]) -> Send:
    def send(moment: Moment, proposed: Decision) -> Decision:
        complaint = np.full_like(proposed.complaint, -1)
        complaint[:, 0, list(by)] = about
        made = efforts(0.0)(moment, proposed)
        return replace(made, complaint=complaint)

    return send


def test_a_complaint_costs_one_and_fines_three() -> None:
    scenario = marked(audit=0.0)
    held = verdicts(play_out(scenario, 2, send=complaining(0, (4, 5)))[1])
    cost = held.complaint_cost[0, 0]
    assert held.complaints[0, 0].tolist() == [2] + [0] * 15
    assert (cost > 0).nonzero()[0].tolist() == [4, 5]
    assert held.complaint_fine[0, 0, 0] == pytest.approx(3 * cost[[4, 5]].sum(), rel=1e-12)


def test_complaints_against_those_who_kept_count_nothing_and_cost_nothing() -> None:
    held = verdicts(play_out(marked(audit=0.0), 2, send=complaining(7, (4, 5)))[1])
    assert not held.complaints.any()
    assert (held.complaint_cost == 0).all()
    assert (held.complaint_fine == 0).all()


def test_before_anything_was_seen_nobody_can_complain() -> None:
    assert not verdicts(play_out(marked(), 1, send=complaining(0, (4, 5)))[0]).complaints.any()


def test_a_mob_is_limited() -> None:
    held = verdicts(play_out(marked(audit=0.0), 2, send=complaining(0, tuple(range(1, 16))))[1])
    assert held.complaints[0, 0, 0] == 15
    assert held.complaint_fine[0, 0, 0] == pytest.approx(3 * 3 * held.complaint_cost[0, 0, 4], rel=1e-12)


def test_an_announcement_below_one_half_is_no_pledge() -> None:
    """Else a firm that promises nothing would have a perfect record."""

    def send(moment: Moment, proposed: Decision) -> Decision:
        effort = np.ones_like(proposed.effort)
        effort[:, 0, :4] = [0.0, 0.45, 0.75, 0.55]
        pledge = np.full_like(proposed.pledge, np.nan)
        pledge[:, 0, :4] = [0.0, 0.5, 0.9, 0.6]
        return replace(proposed, join=np.ones_like(proposed.join), effort=effort, pledge=pledge)

    kept = outcome(play_out(marked(), 2, send=send)[1]).games.kept[0, 0]
    assert kept[:4].tolist() == [False, True, False, True]
