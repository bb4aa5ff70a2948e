"""What a motion would do, from what one seat knows: the coming quarters with it in force and without it, same luck."""

from dataclasses import dataclass, replace

import numpy as np

from game import play
from game.engine.rules import NEVER
from game.insight.forecast import DRAWS, FORECAST, SEED
from game.insight.guess import Known
from game.insight.luck import Fresh
from game.insight.past import repeat
from game.model.decision import Decision
from game.model.record import Floats, lock
from game.model.sheet import Sheet
from game.model.state import HallStocks, brand
from game.model.town import KINDS, MOTION_SLOTS, MOTIONS, Proposal


@dataclass(frozen=True)
class Difference:
    """A figure without and with a motion, means over the draws; `mean` and `spread` (s.d.) of their difference."""

    without: float
    carried: float
    mean: float
    spread: float


@dataclass(frozen=True)
class MotionEffect:
    """What a motion would do until `quarter`, the last one looked at, over so many draws of luck.

    `profit` is the seat's, in money, mean over the quarters in which the motion holds; `kept` the share of members who
    are seen to keep in the last quarter, of the institution that it is about or of all together (NaN without members);
    `brand` the regional brand at the end, 0 to 1.
    """

    quarter: int
    draws: int
    profit: Difference
    kept: Difference
    brand: Difference


def effect(
    known: Known, proposal: Proposal, sheet: Sheet | None = None, quarters: int = FORECAST, draws: int = DRAWS
) -> MotionEffect:
    """The next quarters twice over the same fresh draws: the motion is carried in the first of them, or is not.

    It is alone on the table, and the hall is silent afterwards, so that everything else is the same. Whoever stands how
    does not matter. Rivals are who they seem; the seat sends `sheet` now and changes nothing afterwards.
    """
    rows = np.arange(2 * draws)
    carried = rows < draws
    silent = replace(known.rules, opens={**known.rules.opens, "town_hall": NEVER})
    table = replace(known.table(Fresh(SEED, np.concatenate([np.arange(draws)] * 2))), rules=silent)
    moment = _with(repeat(known.moment, len(rows)), proposal, known.slot)
    first, profits = known.state.quarter, []
    for ahead in range(quarters):
        own = (sheet or Sheet()) if ahead == 0 else Sheet()

        def send(moment: play.Moment, proposed: Decision, own: Sheet = own) -> Decision:
            made = play.fill_in(silent, moment, proposed, {known.slot: own})
            vote = np.zeros_like(made.vote)
            vote[:, :, 0] = carried[:, None]
            return lock(replace(made, vote=vote, motion=np.full_like(made.motion, -1)))

        moment = play.step(table, moment, send)
        assert moment.past is not None
        profits.append(moment.past.outcome.money.profit[:, known.slot])
    in_force = profits[1:] or profits
    return MotionEffect(
        quarter=first + quarters - 1,
        draws=draws,
        profit=_difference(np.mean(in_force, axis=0), draws),
        kept=_difference(_keeping(moment, proposal), draws),
        brand=_difference(brand(moment.state.region), draws),
    )


def _with(moment: play.Moment, proposal: Proposal, slot: int) -> play.Moment:
    """The moment with this motion alone on the table."""
    shape = (len(moment.state.hall.meets), MOTION_SLOTS)
    kind, target, mover = (np.full(shape, -1, dtype=np.int64) for _ in range(3))
    value = np.zeros(shape)
    kind[:, 0], target[:, 0], value[:, 0] = KINDS.index(proposal.kind), proposal.target, proposal.value
    mover[:, 0] = slot
    hall = HallStocks(meets=np.zeros(shape[0], dtype=np.bool_), kind=kind, target=target, value=value, mover=mover)
    seen = replace(moment.seen, meets=hall.meets, motion=kind, motion_target=target, motion_value=value, mover=mover)
    return replace(moment, state=lock(replace(moment.state, hall=hall)), seen=lock(seen))


def _keeping(moment: play.Moment, proposal: Proposal) -> Floats:
    """Share of members seen to keep in the quarter just played, [rows]; NaN where nobody is a member."""
    assert moment.past is not None
    outcome = moment.past.outcome
    bodies = slice(None)
    if MOTIONS[proposal.kind] == "institution":
        bodies = slice(proposal.target, proposal.target + 1)
    member, kept = outcome.membership.member[:, bodies], outcome.games.kept[:, bodies]
    count = member.sum(axis=(1, 2))
    return np.where(count > 0, (member & kept).sum(axis=(1, 2)) / np.maximum(count, 1), np.nan)


def _difference(values: Floats, draws: int) -> Difference:
    """Rows with the motion come first, the same draws without it after them."""
    carried, without = values[:draws], values[draws:]
    change = carried - without
    return Difference(float(without.mean()), float(carried.mean()), float(change.mean()), float(change.std()))
