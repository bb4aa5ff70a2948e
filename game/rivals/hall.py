"""What scripted firms want of the town hall: how they stand to a motion, how they vote, what they move, and calls."""

import numpy as np

from game.engine.chance import Chance, Purpose
from game.engine.rules import Rules
from game.engine.terms import mean_over
from game.engine.town_hall import is_yearly
from game.model.observation import Observation
from game.model.policy import FUNCTIONS
from game.model.record import Bools, Floats, Ints
from game.model.town import KINDS, MOTIONS
from game.rivals.mind import Cast
from game.rivals.reckoning import others_mean

PRECISION = 6.0
MOVES, CALLS = 0.2, 0.5
SLACK = 0.6  # mean effort below which those who keep want discipline
STEP = 0.2  # by how much a motion raises the chance of an audit
LANE_VOTE, LANE_MOVE, LANE_CALL = 8, 1, 2
PLACE = {name: place for place, name in enumerate(KINDS)}


def gains(rules: Rules, played: Cast, seen: Observation) -> Floats:
    """What each firm thinks it gains by each motion on the table, [R, N, M], about -1 to 1; 0 where there is none.

    Discipline (audits, fines, standards, floors) is wanted by those who keep where others do not; lower dues by all;
    a stronger link between benefit and effort by those who give more than the mean; expulsion by those who were let
    down; functions where a fitter body takes over; and what the government pays for by everybody.
    """
    made = np.zeros((*seen.size.shape, seen.motion.shape[-1]))
    for m in range(seen.motion.shape[-1]):
        kinds = seen.motion[:, m]
        for kind in np.unique(kinds[kinds >= 0]):
            made[..., m] = np.where(
                (kinds == kind)[:, None], _gain(rules, played, seen, KINDS[int(kind)], m), made[..., m]
            )
    return made


def _gain(rules: Rules, played: Cast, seen: Observation, name: str, m: int) -> Floats:
    row = np.arange(len(seen.size))
    target, value = seen.motion_target[:, m], seen.motion_value[:, m]
    if MOTIONS[name] == "institution":
        j = np.clip(target, 0, max(len(rules.bodies.names) - 1, 0))
        own, others = seen.effort[row, j], others_mean(seen)[row, j]
        change = value - getattr(seen, name)[row, j]
        if name == "dues":
            return np.broadcast_to(np.where(change < 0, 0.2, -0.3)[:, None], own.shape)
        if name == "equal_share":
            linked: Floats = -3 * change[:, None] * (own - others)
            return linked
        if name == "structure":
            return np.where(seen.size >= seen.size.max(axis=-1, keepdims=True), 0.1, -0.2)
        strict: Floats = np.sign(change)[:, None] * ((own - 0.5) + (SLACK - others))
        return strict
    if MOTIONS[name] == "firm":
        slot = np.clip(target, 0, seen.size.shape[-1] - 1)
        record = mean_over(seen.record[row, :, slot], seen.member[row, :, slot])
        let_down = 2 * (0.45 - record) if name == "expel" else np.full(len(row), 0.1)
        itself = np.arange(seen.size.shape[-1]) == slot[:, None]
        return np.where(itself, -1.0 if name == "expel" else 1.0, let_down[:, None])
    if name == "function":
        f = np.clip(target, 0, len(FUNCTIONS) - 1)
        body = np.clip(value, 0, rules.fitness.shape[-1] - 1).astype(np.int64)  # rows with other motions ask for more
        better = rules.fitness[f, body] - rules.fitness[f, seen.functions[row, f]]
        return np.broadcast_to((3 * better - 0.1)[:, None], seen.size.shape)
    if name == "relocate":
        room = 24 - seen.active.sum(axis=-1)
        made: Floats = (played.ambition - 0.5) + 0.02 * room[:, None]
        return made
    rises = value - getattr(seen, name)
    return np.broadcast_to(np.where(rises > 0, 0.3, -0.3)[:, None], seen.size.shape)


def votes(rules: Rules, played: Cast, seen: Observation, chance: Chance) -> Floats:
    """Votes of scripted firms, [R, N, M]: logit on what they think they gain, so that a stand may still change."""
    if not (seen.motion >= 0).any():
        return np.full((*seen.size.shape, seen.motion.shape[-1]), np.nan)
    slots = seen.motion.shape[-1]
    draw = np.stack(
        [chance.uniform(Purpose.VOTE, seen.quarter, seen.firm_id, lane=LANE_VOTE + m) for m in range(slots)], axis=-1
    )
    ayes = draw < 1 / (1 + np.exp(-PRECISION * gains(rules, played, seen)))
    return np.where((seen.motion >= 0)[:, None, :], ayes, np.nan)


def stands(rules: Rules, played: Cast, seen: Observation) -> Bools:
    """The stand each scripted firm announces, [R, N, M]: whether it thinks that it gains."""
    made: Bools = gains(rules, played, seen) > 0
    return made


def motions(rules: Rules, seen: Observation, chance: Chance) -> tuple[Ints, Ints, Floats]:
    """What scripted firms move, [R, N] each: kind (-1 for nothing), target, value.

    Now and then a firm that keeps asks for more audits in the institution where the others keep least.
    """
    none = np.full(seen.size.shape, -1, dtype=np.int64)
    if not seen.meets.any() or not rules.bodies.names:
        return none, none.copy(), np.zeros(seen.size.shape)
    worst, let_down = _let_down(seen)
    audit = np.take_along_axis(seen.audit, worst, axis=1)
    moved = chance.uniform(Purpose.VOTE, seen.quarter, seen.firm_id, lane=LANE_MOVE) < MOVES
    wants = moved & seen.meets[:, None] & let_down
    kind = np.where(wants, PLACE["audit"], none)
    return kind, np.where(wants, worst, -1), np.where(wants, np.minimum(audit + STEP, 1.0), 0.0)


def calls(rules: Rules, seen: Observation, chance: Chance) -> Bools:
    """Which scripted firms call a meeting, [R, N]: each time about half of those who keep and are let down.

    Nobody calls while motions wait for their vote or the hall meets anyway, before anything was seen, or where the
    agenda has not opened it.
    """
    silent = np.zeros(seen.size.shape, dtype=np.bool_)
    if not rules.is_open("town_hall", seen.quarter) or not rules.bodies.names or seen.quarter == 1:
        return silent
    waits = seen.meets | (seen.motion >= 0).any(axis=-1) | is_yearly(seen.quarter + 1)
    _, let_down = _let_down(seen)
    called = chance.uniform(Purpose.VOTE, seen.quarter, seen.firm_id, lane=LANE_CALL) < CALLS
    made: Bools = called & let_down & ~waits[:, None]
    return made


def _let_down(seen: Observation) -> tuple[Ints, Bools]:
    """The institution in which a firm's fellows keep least, and whether it keeps there while they do not, both [R, N].

    A firm that is a member nowhere is let down by nobody.
    """
    others = np.where(seen.member, others_mean(seen), 2.0)
    worst = others.argmin(axis=1)
    own = np.take_along_axis(seen.effort, worst[:, None, :], axis=1)[:, 0]
    made: Bools = seen.active & (own > 0.5) & (others.min(axis=1) < SLACK)
    return worst, made
