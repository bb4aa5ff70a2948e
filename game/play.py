"""One quarter for all seats and rivals, R games at once: observe -> decide -> legal -> turn. The only such loop.

A session plays one game with it, `game.insight` small batches of counterfactuals, `game.batch` large ones.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np

from game.engine import legal
from game.engine.chance import Chance, Purpose
from game.engine.observe import observe
from game.engine.opening import open_game
from game.engine.rules import Rules
from game.engine.turn import turn
from game.model.decision import Decision
from game.model.observation import Observation
from game.model.outcome import Outcome
from game.model.policy import BODIES, FUNCTIONS
from game.model.record import AnyArray, Ints, lock
from game.model.sheet import Sheet
from game.model.state import State
from game.model.ties import TIE_SLOTS
from game.model.town import KINDS, MOTIONS, STRUCTURES
from game.rivals.manager import decide
from game.rivals.mind import Cast, Minds, cast, empty_minds

FIRST_EFFORT = 0.4  # where a person's effort stands when an institution opens: less than what counts as keeping
OWN_FIELDS = {
    "price": "price",
    "quality": "quality",
    "research": "research_spending",
    "brand": "brand",
    "brand_split": "brand_split",
    "capacity": "capacity",
    "position": "position",
}


@dataclass(frozen=True)
class Table:
    """What does not change while R games are played: rules, who plays what, luck, and which slots are seats."""

    rules: Rules
    cast: Cast
    chance: Chance
    seats: tuple[int, ...] = ()


@dataclass(frozen=True, eq=False)
class Moment:
    """R games between two quarters; `past` is the quarter just played, absent before the first."""

    state: State
    minds: Minds
    seen: Observation
    past: "Past | None" = None


@dataclass(frozen=True, eq=False)
class Past:
    """A quarter just played: decisions as sent, as corrected to what is possible, and what came of them."""

    sent: Decision
    decision: Decision
    outcome: Outcome


def set_table(
    rules: Rules,
    seed: int,
    replicates: Ints | int = 1,
    seats: tuple[int, ...] = (),
    strategies: Mapping[int, str] | None = None,
) -> Table:
    """A table for replicates 0 .. n-1 (or the given ids) of a seed."""
    ids = np.arange(replicates) if isinstance(replicates, int) else replicates
    return Table(rules, cast(rules, strategies), Chance(seed, ids.astype(np.int64)), seats)


def start(table: Table) -> Moment:
    """The moment before quarter 1."""
    state = open_game(table.rules, table.chance, table.seats)
    minds = empty_minds(table.rules, len(table.chance.replicate))
    return Moment(state, minds, observe(table.rules, state, None))


def step(table: Table, moment: Moment, send: "Send | None" = None) -> Moment:
    """Play one quarter.

    Everyone decides by manager and strategy, `send` puts in what seats decide instead, what is impossible is corrected,
    and the quarter turns.
    """
    proposed, minds = decide(table.rules, table.cast, moment.minds, moment.seen, table.chance)
    sent = proposed if send is None else send(moment, proposed)
    state, past = resolve(table, moment.state, sent)
    return Moment(state, minds, observe(table.rules, state, past.outcome), past)


def resolve(table: Table, state: State, sent: Decision, *, corrected: bool = False) -> tuple[State, Past]:
    """The half of a quarter after everyone has decided: what is impossible is corrected, and the quarter turns.

    Counterfactuals whose decisions are given, not decided, call it directly; what was `corrected` before stays as it
    is.
    """
    decision = sent if corrected else legal.correct(table.rules, state, sent)
    after, outcome = turn(table.rules, state, decision, table.chance)
    return after, Past(sent, decision, outcome)


def propose(table: Table, moment: Moment) -> Decision:
    """What all firms would decide by manager and strategy, human ones included (their defaults)."""
    return decide(table.rules, table.cast, moment.minds, moment.seen, table.chance)[0]


def last_quarters(table: Table) -> Ints:
    """The hidden last quarter of each replicate, [R]: `min`, and one more with chance `continuation` until `max`.

    An end that everybody knows is `max`.
    """
    quarters = table.rules.scenario.quarters
    first = quarters.max if quarters.known else quarters.min
    made = np.full(len(table.chance.replicate), first, dtype=np.int64)
    going = np.ones(len(made), dtype=np.bool_)
    for quarter in range(first, quarters.max):
        going &= table.chance.uniform(Purpose.LAST_QUARTER, quarter) < quarters.continuation
        made += going
    return made


Send = Callable[[Moment, Decision], Decision]


def given(decision: Decision) -> Send:
    """What is sent is already known, for everybody: a game that was played is played again."""
    return lambda _moment, _proposed: decision


def by_sheets(rules: Rules, sheets: Mapping[int, Sheet | None]) -> Send:
    """What people send.

    `sheets` names the slots they decide for; None instead of a sheet means that nothing was sent, and last quarter is
    repeated.
    """
    return lambda moment, proposed: fill_in(rules, moment, proposed, sheets)


def fill_in(rules: Rules, moment: Moment, proposed: Decision, sheets: Mapping[int, Sheet | None]) -> Decision:
    """All decisions, with people's sheets in place of their managers' proposals where the agenda lets them decide."""
    if not sheets:
        return proposed
    made: dict[str, AnyArray] = {name: getattr(proposed, name).copy() for name in Decision.__dataclass_fields__}
    for slot, sheet in sheets.items():
        _own(rules, moment, made, slot, sheet or Sheet())
        _together(rules, moment, made, slot, sheet or Sheet(), there=sheet is not None)
        _ties(rules, moment, made, slot, sheet or Sheet())
        _town_hall(rules, moment, made, slot, sheet or Sheet())
    return lock(Decision(**made))


def _own(rules: Rules, moment: Moment, made: dict[str, AnyArray], slot: int, sheet: Sheet) -> None:
    firms, quarter = moment.state.firms, moment.state.quarter
    before = legal.carried_over(firms)
    for name, decision in OWN_FIELDS.items():
        if not rules.is_open(decision, quarter):
            continue
        given = getattr(sheet, name)
        if given is not None:
            made[name][:, slot] = given
        elif quarter > 1:
            made[name][:, slot] = before[name][:, slot]


def _together(rules: Rules, moment: Moment, made: dict[str, AnyArray], slot: int, sheet: Sheet, *, there: bool) -> None:
    """A seat's part in the institutions.

    Where one opens, whoever is `there` begins below one half, so that nobody keeps without having chosen it; for an
    empty seat the manager begins.
    """
    bodies, quarter = moment.state.bodies, moment.state.quarter
    ids = moment.state.firms.firm_id
    made["pledge"][:, :, slot] = np.nan
    made["complaint"][:, :, slot] = -1
    for j, name in enumerate(rules.bodies.names):
        made["join"][:, j, slot] = sheet.join.get(name, bodies.member[:, j, slot])
        if name in sheet.effort:
            made["effort"][:, j, slot] = sheet.effort[name]
        elif quarter > rules.bodies.opens[j] and moment.past is not None:
            made["effort"][:, j, slot] = moment.past.decision.effort[:, j, slot]
        elif there:
            made["effort"][:, j, slot] = FIRST_EFFORT
        if name in sheet.pledge:
            made["pledge"][:, j, slot] = sheet.pledge[name]
        if name in sheet.complaint:
            found = ids == sheet.complaint[name]
            made["complaint"][:, j, slot] = np.where(found.any(axis=-1), found.argmax(axis=-1), -1)


def _town_hall(rules: Rules, moment: Moment, made: dict[str, AnyArray], slot: int, sheet: Sheet) -> None:
    """A seat's votes, motion and call; what it does not send it does not want. What is not there is left to `legal`."""
    made["vote"][:, slot] = np.nan
    for place, wish in sheet.votes.items():
        made["vote"][:, slot, place - 1] = float(wish)
    made["call"][:, slot] = sheet.call
    made["motion"][:, slot] = -1
    motion = sheet.motion
    if motion is None:
        return
    about = {"institution": rules.bodies.names, "function": FUNCTIONS}.get(MOTIONS.get(motion.kind, ""), ())
    target: Ints | int = about.index(motion.about) if motion.about in about else -1 if about else 0
    if MOTIONS.get(motion.kind) == "firm":
        found = moment.state.firms.firm_id == motion.firm
        target = np.where(found.any(axis=-1), found.argmax(axis=-1), -1)
    names = {"structure": STRUCTURES, "function": BODIES}.get(motion.kind, ())
    made["motion"][:, slot] = KINDS.index(motion.kind) if motion.kind in KINDS else len(KINDS)
    made["motion_target"][:, slot] = target
    made["motion_value"][:, slot] = names.index(motion.to) if motion.to in names else motion.value


def _ties(rules: Rules, moment: Moment, made: dict[str, AnyArray], slot: int, sheet: Sheet) -> None:
    """Partners keep their places in the list; new ones take free places. Acts left open stay the pair strategy's."""
    ties = moment.state.ties
    proposed_act = made["act"][:, slot].copy()
    proposed_for = made["partners"][:, slot].copy()
    wanted = ties.wanted[:, slot].copy()
    if sheet.partners is not None and rules.is_open("ties", moment.state.quarter):
        ids = moment.state.firms.firm_id
        for row in range(len(wanted)):
            slots = {
                int(np.flatnonzero(ids[row] == firm)[0]): act
                for firm, act in sheet.partners.items()
                if (ids[row] == firm).any()
            }
            wanted[row] = np.where(np.isin(wanted[row], list(slots)), wanted[row], -1)
            fresh = [partner for partner in slots if partner not in wanted[row]]
            free = np.flatnonzero(wanted[row] < 0)
            wanted[row, free[: len(fresh)]] = fresh[: len(free)]
            for place in range(TIE_SLOTS):
                act = slots.get(int(wanted[row, place]))
                if act is not None:
                    made["act"][row, slot, place] = act
                    proposed_act[row, place] = act
    made["partners"][:, slot] = wanted
    made["act"][:, slot] = np.where(
        proposed_for == wanted, proposed_act, np.where(wanted >= 0, made["act"][:, slot], 0.0)
    )
