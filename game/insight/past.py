"""A game as it was played, for looking back at it: moments after every quarter, rows of them, and who decided what."""

from collections.abc import Collection, Sequence
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

import numpy as np

from game import play
from game.engine.chance import Chance
from game.model.decision import Decision
from game.model.record import AnyArray, Bools, Ints, lock, rows

T = TypeVar("T")


def retrace(table: play.Table, decisions: Sequence[Decision]) -> list[play.Moment]:
    """The moments of a game before its first quarter and after each: minds as they were, decisions as recorded."""
    made = [play.start(table)]
    for decision in decisions:
        made.append(play.step(table, made[-1], play.given(decision)))
    return made


def repeat(moment: play.Moment, count: int) -> play.Moment:
    """A moment of one game, `count` times over."""
    return spread(moment, np.zeros(count, dtype=np.int64))


def spread(moment: play.Moment, index: Ints) -> play.Moment:
    """Rows of a moment, repeats allowed."""
    return replace(
        moment,
        state=rows(moment.state, index),
        minds=rows(moment.minds, index),
        seen=rows(moment.seen, index),
        past=None if moment.past is None else rows(moment.past, index),
    )


def same_luck(table: play.Table, count: int) -> play.Table:
    """The table of one game for `count` rows that share its luck."""
    chance = table.chance
    ids: Ints = np.repeat(chance.replicate[:1], count)
    return replace(table, chance=Chance(chance.seed, ids))


def column(axes: str, slot: int) -> tuple[slice | int, ...]:
    """Where a firm's own figures stand in an array with these axes."""
    return (slice(None),) * axes.index("N") + (slot,)


def with_columns(decision: Decision, given: Decision, slots: Collection[int]) -> Decision:
    """Everybody's decisions, but the columns of the firms in `slots` as in another one."""
    made: dict[str, AnyArray] = {}
    for item in fields(Decision):
        values, theirs = getattr(decision, item.name).copy(), getattr(given, item.name)
        for slot in slots:
            where = column(str(item.metadata["axes"]), slot)
            values[where] = theirs[where]
        made[item.name] = values
    return lock(Decision(**made))


def sends(past: play.Past, people: Collection[int], slot: int, own: Bools) -> play.Send:
    """What is sent in the counterfactuals of a played quarter: `people` as recorded, scripted firms what they decide.

    The firm in `slot` sends what it sent in the rows with `own`, and what its manager proposes in the others.
    """
    fixed = [seat for seat in people if seat != slot]

    def send(_moment: play.Moment, proposed: Decision) -> Decision:
        others = with_columns(proposed, past.sent, fixed)
        return blend(others, with_columns(others, past.sent, [slot]), own, own, slot)

    return send


def blend(off: T, on: T, common: Bools, own: Bools, slot: int, shared: Collection[str] = ()) -> T:
    """Rows [C] of a record with one row: `on` or `off` as `common` says, the firm's own column as `own` says.

    Records named in `shared` have no columns of their own: they follow `common` as a whole.
    """
    made: dict[str, Any] = {}
    for item in fields(off):  # type: ignore[arg-type]
        one, other = getattr(off, item.name), getattr(on, item.name)
        if is_dataclass(one):
            made[item.name] = blend(one, other, common, common if item.name in shared else own, slot, shared)
        elif isinstance(one, np.ndarray):
            made[item.name] = _blended(str(item.metadata["axes"]), one, other, common, own, slot)
    return lock(replace(off, **made))  # type: ignore[type-var]


def _blended(axes: str, off: AnyArray, on: AnyArray, common: Bools, own: Bools, slot: int) -> AnyArray:
    made: AnyArray = np.where(_wide(common, off.ndim), on, off)
    if "N" in axes:
        where = column(axes, slot)
        mine = off[where]
        made[where] = np.where(_wide(own, mine.ndim), on[where], mine)
    return made


def _wide(flags: Bools, ndim: int) -> Bools:
    return flags.reshape(-1, *(1,) * (ndim - 1))
