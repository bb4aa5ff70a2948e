"""Phase 2, votes: what the town hall decided, and which motions come next.

A motion sent in one quarter is shown in the next, voted on with that quarter's decisions, and binds from the quarter
after that.
"""

from dataclasses import replace

import numpy as np

from game.engine.chance import Chance, Purpose
from game.engine.opening import empty_hall
from game.engine.rules import Rules
from game.model.decision import Decision
from game.model.outcome import Hall, Weather
from game.model.policy import FUNCTIONS
from game.model.record import Bools, Ints
from game.model.state import BodyStocks, HallStocks, RegionStocks, State
from game.model.town import BY_LAWS, KINDS, MOTION_SLOTS, MOTIONS

YEAR = 4
MEETING = 3  # motions are sent in the third quarter of a year, voted on in the fourth, and bind from the new year
CALLERS = 1 / 3
ADMIT, EXPEL, RELOCATE = KINDS.index("admit"), KINDS.index("expel"), KINDS.index("relocate")
ABOUT_BODY = np.array([about == "institution" for about in MOTIONS.values()])


def vote(rules: Rules, state: State, decision: Decision, weather: Weather) -> Hall:
    """Count: a motion is carried if more than half of those whom it concerns vote for it.

    The members of an institution decide on its by-laws, all firms on everything else. About a firm that has closed
    nothing is decided. The hall meets again once a year, when more than a third of the firms call it, or when an event
    does.
    """
    hall, active = state.hall, state.firms.active
    ayes, voters, carried = _count(state, decision.vote > 0.5)
    calls = (decision.call & active).sum(axis=-1) > CALLERS * active.sum(axis=-1)
    open_next = rules.is_open("town_hall", state.quarter + 1)
    yearly = is_yearly(state.quarter + 1)
    return Hall(
        kind=hall.kind,
        target=hall.target,
        value=hall.value,
        mover=hall.mover,
        ayes=ayes,
        voters=voters,
        carried=carried,
        meets=(calls | weather.meeting | yearly) & open_next,
    )


def is_yearly(quarter: int) -> bool:
    """Whether it is the quarter of the year in which the hall meets by itself."""
    return quarter % YEAR == MEETING


def next_meeting(rules: Rules, quarter: int) -> int:
    """The next quarter from `quarter` on in which the hall meets by itself; beyond every game where it never opens."""
    first = max(quarter, rules.opens["town_hall"])
    return first + (MEETING - first) % YEAR


def callers_needed(firms: int) -> int:
    """How many of the firms have to call a meeting: more than a third."""
    return int(CALLERS * firms) + 1


def votes_needed(voters: int) -> int:
    """How many of those who may vote have to be for a motion: more than half of all, absent ones included."""
    return voters // 2 + 1


def _count(state: State, wants: Bools) -> tuple[Ints, Ints, Bools]:
    """Ayes and voters on each motion, and whether it is carried, [R, M]; `wants` [R, N, M]."""
    hall, moved = state.hall, state.hall.kind >= 0
    if not moved.any() and not wants.any():
        voters = np.repeat(state.firms.active.sum(axis=-1)[:, None], MOTION_SLOTS, axis=-1)
        return np.zeros_like(voters), voters, moved
    concerned = electorate(state.firms.active, state.bodies.member, hall.kind, hall.target)
    ayes, voters = (wants & concerned).sum(axis=1), concerned.sum(axis=1)
    return ayes, voters, moved & (2 * ayes > voters) & still_there(state.firms.active, hall.kind, hall.target)


def electorate(active: Bools, member: Bools, kind: Ints, target: Ints) -> Bools:
    """Who may vote on each motion, [R, N, M], from firms [R, N], members [R, J, N] and the table [R, M].

    The members of an institution decide on its by-laws, all firms on everything else.
    """
    everyone = np.broadcast_to(active[:, :, None], (*active.shape, MOTION_SLOTS))
    if not member.shape[1]:
        return everyone
    body = np.clip(target, 0, member.shape[1] - 1)
    row = np.arange(len(body))[:, None]
    members = np.moveaxis(member[row, body], 1, 2) & everyone
    about = ABOUT_BODY[np.maximum(kind, 0)] & (kind >= 0)
    return np.where(about[:, None, :], members, everyone)


def still_there(active: Bools, kind: Ints, target: Ints) -> Bools:
    """Whether the firm that a motion is about is there, of the shape of `kind`; true of all other motions."""
    there = np.take_along_axis(active, np.clip(target, 0, active.shape[-1] - 1), axis=-1)
    made: Bools = there | ~np.isin(kind, (ADMIT, EXPEL))
    return made


def next_motions(state: State, decision: Decision, outcome_meets: Bools, chance: Chance) -> HallStocks:
    """The motions sent this quarter that go on the table: where the hall meets, at most four, drawn by lot."""
    if not state.hall.meets.any():
        return replace(empty_hall(len(outcome_meets)), meets=outcome_meets)
    sent = (decision.motion >= 0) & state.firms.active & state.hall.meets[:, None]
    lot = chance.uniform(Purpose.VOTE, state.quarter, state.firms.firm_id, lane=0)
    order = np.argsort(np.where(sent, lot, 2.0), axis=-1, kind="stable")[:, :MOTION_SLOTS]
    if order.shape[-1] < MOTION_SLOTS:
        order = np.pad(order, ((0, 0), (0, MOTION_SLOTS - order.shape[-1])), mode="edge")
    taken = np.take_along_axis(sent, order, axis=-1) & (np.arange(MOTION_SLOTS) < state.firms.size.shape[-1])

    return HallStocks(
        meets=outcome_meets,
        kind=np.where(taken, np.take_along_axis(decision.motion, order, axis=-1), -1),
        target=np.where(taken, np.take_along_axis(decision.motion_target, order, axis=-1), -1),
        value=np.where(taken, np.take_along_axis(decision.motion_value, order, axis=-1), 0.0),
        mover=np.where(taken, order, -1),
    )


def bind_bodies(rules: Rules, bodies: BodyStocks, hall: Hall, quarter: int) -> BodyStocks:
    """By-laws and membership after the votes of `quarter`; who is expelled may come back after an exclusion's time."""
    if not hall.carried.any():
        return bodies
    made = {}
    for name in BY_LAWS:
        column = getattr(bodies, name).copy()
        for r, m in zip(*np.nonzero(hall.carried & (hall.kind == KINDS.index(name))), strict=True):
            column[r, hall.target[r, m]] = hall.value[r, m]
        made[name] = column
    member, until, pledge = bodies.member.copy(), bodies.barred_until.copy(), bodies.pledge.copy()
    back = quarter + 1 + rules.scenario.sanctions.exclusion_length
    for r, m in zip(*np.nonzero(hall.carried & np.isin(hall.kind, (ADMIT, EXPEL))), strict=True):
        slot = hall.target[r, m]
        if hall.kind[r, m] == EXPEL:
            member[r, :, slot] = False
            pledge[r, :, slot] = np.nan
            until[r, :, slot] = np.maximum(until[r, :, slot], back)
        else:
            until[r, :, slot] = 0
    return replace(bodies, member=member, barred_until=until, pledge=pledge, **made)


def bind_region(region: RegionStocks, hall: Hall) -> RegionStocks:
    """Who performs which function, and what the government does, after the votes."""
    if not hall.carried.any():
        return region
    functions, support, advertise = region.functions.copy(), region.support.copy(), region.advertise.copy()
    for r, m in zip(*np.nonzero(hall.carried), strict=True):
        name, value = KINDS[hall.kind[r, m]], hall.value[r, m]
        if name == "function":
            functions[r, hall.target[r, m]] = int(value)
        elif name == "support":
            support[r] = value
        elif name == "advertise":
            advertise[r] = value
    return replace(region, functions=functions, support=support, advertise=advertise)


def relocated(hall: Hall) -> Ints:
    """How many firms the town hall takes in, [R]."""
    wanted = np.where(hall.carried & (hall.kind == RELOCATE), hall.value, 0.0)
    made: Ints = wanted.sum(axis=-1).astype(np.int64)
    return made


def possible(rules: Rules, state: State, decision: Decision) -> Ints:
    """Motions as sent, [R, N], -1 for those that can't be: unknown kinds, and targets that are not there.

    Not there are free slots and institutions that the agenda has not opened yet.
    """
    meets = state.hall.meets[:, None] & rules.is_open("town_hall", state.quarter)
    if not meets.any():
        return np.full_like(decision.motion, -1)
    kind = np.where((decision.motion >= 0) & (decision.motion < len(KINDS)), decision.motion, -1)
    about = np.array([_targets(rules, name) for name in MOTIONS.values()])
    most = about[np.maximum(kind, 0)]
    there = (decision.motion_target >= 0) & (decision.motion_target < most)
    there &= still_there(state.firms.active, kind, decision.motion_target)
    opened = rules.bodies_open(state.quarter)
    if len(opened):
        body = np.clip(decision.motion_target, 0, len(opened) - 1)
        there &= opened[body] | ~ABOUT_BODY[np.maximum(kind, 0)]
    return np.where((kind >= 0) & there & meets, kind, -1)


def _targets(rules: Rules, about: str) -> int:
    counts = {"institution": len(rules.bodies.names), "firm": rules.slots, "function": len(FUNCTIONS), "region": 1}
    return counts[about]
