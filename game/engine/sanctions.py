"""Phase 4, sanctions and complaints: audits of this quarter's effort, complaints about the last one."""

import numpy as np

from game.engine.chance import Chance, Purpose
from game.engine.contracts import damages
from game.engine.rules import Rules
from game.model.decision import Decision
from game.model.outcome import Games, Membership, Verdicts
from game.model.record import Bools, Floats, Ints
from game.model.state import State


def judge(rules: Rules, state: State, decision: Decision, ties: Membership, games: Games, chance: Chance) -> Verdicts:
    """Fine and exclude, step by step (Ostrom 1990: graduated sanctions).

    A member is audited with the by-law's chance. Shirk = standard - effort where that exceeds .1. The fine is

        fine x kappa V0 size x min(step^offences, limit) x max(shirk, .25)

    and an audited member in order is fined for a shirk of .25 by a false alarm. A complaint speaks of last quarter as
    observed: it counts against a member seen to break, costs 1 and fines 3 (Fehr & Gaechter 2000).

    A breach of contract is for a court (`game.engine.contracts`).
    """
    rule = rules.scenario.sanctions
    unit = rules.full_cost(state.firms.size)
    shirk = _shirk(rules, state, games)
    audited = _audited(rules, state, ties, chance)
    innocent = audited & (shirk == 0)
    false_alarm = _happens(rules, state, chance, Purpose.FALSE_ALARM, innocent * rules.bodies.false_alarm[:, None])
    convicted = audited & (shirk > 0) | false_alarm
    complaint_unit = rule.complaint_cost * rules.bodies.cost[:, None] * rules.v0
    complaints, valid = _complaints(rules, state, decision, ties.member)
    offences = rule.record_memory * state.bodies.offences + convicted
    barred = ties.member & (offences >= rule.exclusion_at)
    paid, awarded = damages(rules, state, ties.member, games.effort, unit, chance)
    return Verdicts(
        audited=audited,
        convicted=convicted,
        false_alarm=false_alarm,
        audit_fine=_audit_fines(rules, state, convicted, unit, shirk),
        complaints=complaints,
        complaint_fine=np.minimum(complaints, rule.complaint_limit) * (rule.complaint_effect * complaint_unit),
        complaint_cost=valid * complaint_unit,
        damages=paid,
        awarded=awarded,
        offences=np.where(barred, 0.0, offences),
        barred=barred,
        barred_until=np.where(barred, state.quarter + 1 + rule.exclusion_length, ties.barred_until),
    )


def _shirk(rules: Rules, state: State, games: Games) -> Floats:
    """What is missing to the standard, [R, J, N], where it is more than goes unnoticed."""
    missing = state.bodies.standard[:, :, None] - games.effort
    return np.where(missing > rules.scenario.sanctions.shirk_from, missing, 0.0)


def _happens(rules: Rules, state: State, chance: Chance, purpose: Purpose, odds: Floats) -> Bools:
    return chance.happens(purpose, state.quarter, state.firms.firm_id, rules.bodies.lanes, odds)


def _audit_fines(rules: Rules, state: State, convicted: Bools, unit: Floats, shirk: Floats) -> Floats:
    """Fines of the convicted, [R, J, N]: they are few."""
    rule, guilty = rules.scenario.sanctions, np.flatnonzero(convicted)
    step = np.minimum(rule.fine_step ** state.bodies.offences.take(guilty), rule.fine_limit)
    fine = state.bodies.fine.take(guilty // convicted.shape[-1])
    made = np.zeros(convicted.shape)
    made.put(guilty, fine * unit.take(guilty) * step * np.maximum(shirk.take(guilty), 0.25))
    return made


def _audited(rules: Rules, state: State, ties: Membership, chance: Chance) -> Bools:
    """A body audits as far as its money goes."""
    member, members = ties.member, ties.members
    base = rules.dues_base(state.firms.price, state.firms.sales, state.firms.size)
    income = state.bodies.dues * (base * member).sum(axis=-1)
    covered = paid_for(rules, state.bodies.audit, members, state.bodies.treasury + income)
    return member & _happens(rules, state, chance, Purpose.AUDIT, (state.bodies.audit * covered)[:, :, None])


def audit_bill(rules: Rules, audit: Floats, members: Ints) -> Floats:
    """What the audits planned by a by-law are expected to cost each institution a quarter, money, [R, J]."""
    made: Floats = audit * members * rules.bodies.audit_cost * rules.v0
    return made


def paid_for(rules: Rules, audit: Floats, members: Ints, money: Floats) -> Floats:
    """Share of the planned audits that an institution can pay, [R, J], with `money` before what it costs to run it.

    A body audits as far as its money goes: what is planned, times the share of the bill that it can pay.
    """
    bill = audit_bill(rules, audit, members)
    free = np.maximum(money - rules.bodies.running * members * rules.v0, 0.0)
    return np.where(bill > free, free / np.where(bill > free, bill, 1.0), 1.0)


def _complaints(rules: Rules, state: State, decision: Decision, member: Bools) -> tuple[Ints, Bools]:
    """Valid complaints against each firm [R, J, N], and which firms made one [R, J, N].

    Valid: by a member, about another firm that was seen to break its word in this institution last quarter.
    """
    target = decision.complaint
    slots = target.shape[-1]
    said = np.flatnonzero(member & (target >= 0))
    played = (rules.bodies.opens < state.quarter)[:, None]
    broke = state.bodies.member & ~state.bodies.kept & played
    own, about = said % slots, target.take(said)
    culprit = said - own + about
    valid = broke.take(culprit) & (own != about)
    made = np.zeros(target.shape, dtype=np.bool_)
    made.put(said[valid], True)
    return np.bincount(culprit[valid], minlength=target.size).reshape(target.shape), made
