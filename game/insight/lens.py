"""The dilemma lens: which game is being played in an institution, worked out by playing it.

For an institution the firm holds its effort at 1 (keeps) or 0 (breaks) and so do the other members, all else as last
seen, for twelve quarters; a cell of the two by two is the firm's mean profit a quarter, discounted:

    cell = sum_t d^t profit_t / sum_t d^t

R both keep, S I keep and the others break, T I break and the others keep, P both break. The name follows from the order
of the four (`game.insight.stage_game`), d* = (T - R)/(T - P) is what it takes to keep, and the firm's d = patience x
continuation what there is.

A second two by two lets the others answer: where they keep, they only begin by keeping and then do what the strategies
that they seem to have make of what they see; where they break, they break. Against partners who answer in kind a
prisoner's dilemma becomes a stag hunt; in a crowd nobody notices one who breaks, and it stays one.

All cells of all institutions are rows of one batch. They share their luck, which is even (`game.insight.luck.Even`):
demand is ordinary, nobody's hand slips, fines and damages come about as often as their odds say. What is rare and big
(scandals, false alarms, the success of a product, the luck of a campaign) stays out: in a dozen quarters it would drown
differences of half a per cent.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from game import play
from game.engine import legal
from game.engine.chance import Purpose
from game.engine.rules import Rules
from game.insight.guess import Known
from game.insight.luck import STILL, Even, steady
from game.insight.past import with_columns
from game.insight.stage_game import GameType, name_game, patience_needed
from game.model.decision import Decision
from game.model.record import Bools, Floats, Ints, lock, rows
from game.model.sheet import Sheet
from game.rivals.mind import efforts, goes_on

HORIZON = 12
DRAWS = 2
SEED = 104_729
INNER = (0.25, 0.5, 0.75)
RARE = STILL | {Purpose.SUCCESS, Purpose.SCANDAL, Purpose.FALSE_ALARM}
HELD, WITHIN, ANSWERING = range(3)  # parts of the batch
ENDS = ((1, 1.0), (1, 0.0), (0, 1.0), (0, 0.0))  # own effort and share of keepers: R, S, T, P


@dataclass(frozen=True)
class Game:
    """A two by two in money a quarter: temptation, reward, punishment, sucker's payoff, its name and d*.

    `needed` is None where nothing tempts (T <= R), and above 1 where no patience is enough.
    """

    temptation: float
    reward: float
    punishment: float
    sucker: float
    kind: GameType
    needed: float | None


@dataclass(frozen=True)
class Lens:
    """An institution through the lens: the game with others held fixed, and with others that answer.

    Both are None where there is none to be played: the institution is not open, or has no other member. `inner` are the
    gains of keeping over breaking, in money a quarter, while 1/4, 1/2 and 3/4 of the others keep (empty with fewer than
    four others); `patience` is the firm's d. `answering` has no inner shares, so a threshold game is not told there.
    """

    body: str
    patience: float
    held: Game | None
    inner: tuple[float, ...] = ()
    answering: Game | None = None


@dataclass(frozen=True, eq=False)
class _Cells:
    """What is held in each row [C]: institution, part, own effort, which others keep [C, N], and the draw of luck."""

    body: Ints
    part: Ints
    own: Floats
    others: Bools
    draw: Ints

    def pick(self, body: int) -> "_Cells":
        """The cells of one institution."""
        mine = self.body == body
        return _Cells(self.body[mine], self.part[mine], self.own[mine], self.others[mine], self.draw[mine])


def lenses(known: Known, sheet: Sheet | None = None) -> tuple[Lens, ...]:
    """Every institution of the scenario as a seat can reckon it before it decides; own decisions as the draft has them.

    See `through` for the rest.
    """
    table = known.table(_luck(np.zeros(1, dtype=np.int64)))
    proposed = play.propose(table, known.moment)
    mine = play.fill_in(known.rules, known.moment, proposed, {known.slot: sheet or Sheet()})
    seen = proposed if known.past is None else known.past.decision
    decision = with_columns(seen, mine, (known.slot,))
    return through(table, known.moment, decision, known.slot)


def through(table: play.Table, moment: play.Moment, decision: Decision, slot: int) -> tuple[Lens, ...]:
    """The lens on a moment (one row): all firms go on with `decision` but for the institution looked at.

    Only the table's rules and cast count, not its luck. Costs one batch of twelve quarters, 12 or 16 rows for
    each institution.
    """
    rules = table.rules
    there = [j for j in range(len(rules.bodies.names)) if _playable(table, moment, decision, j, slot)]
    patience = float(table.cast.patience[slot]) * goes_on(rules, moment.state.quarter)
    found: dict[int, Lens] = {}
    if there:
        cells = _cells(moment, decision, there, slot)
        worth = _rollout(table, moment, decision, slot, cells)
        found = {j: _lens(rules.bodies.names[j], patience, worth[cells.body == j], cells.pick(j)) for j in there}
    return tuple(found.get(j, Lens(name, patience, None)) for j, name in enumerate(rules.bodies.names))


def _lens(body: str, patience: float, worth: Floats, cells: _Cells) -> Lens:
    """One institution from what its cells are worth."""
    ends = worth[cells.part == HELD].reshape(len(ENDS), -1).mean(axis=-1)
    reward, temptation = worth[cells.part == ANSWERING]
    keep, leave = worth[cells.part == WITHIN].reshape(-1, 2).T
    inner = tuple(float(gain) for gain in keep - leave)
    return Lens(body, patience, _game(ends, inner), inner, _game(np.array([reward, ends[1], temptation, ends[3]]), ()))


def _luck(draw: Ints) -> Even:
    return Even(SEED, draw, HORIZON, RARE)


def _playable(table: play.Table, moment: play.Moment, decision: Decision, j: int, slot: int) -> bool:
    return bool(table.rules.bodies_open(moment.state.quarter)[j]) and bool(_others(moment, decision, j, slot).any())


def _others(moment: play.Moment, decision: Decision, j: int, slot: int) -> Bools:
    """The other members, as last seen, [N]."""
    made: Bools = decision.join[0, j] & moment.state.firms.active[0]
    made[slot] = False
    return made


def _cells(moment: play.Moment, decision: Decision, there: list[int], slot: int) -> _Cells:
    """The rows of every institution: the ends for every draw, a pair for every inner share, the ends answered."""
    made = []
    for j in there:
        members = np.flatnonzero(_others(moment, decision, j, slot))
        members = members[moment.state.firms.firm_id[0, members].argsort(kind="stable")]
        shares = INNER if len(members) >= len(INNER) + 1 else ()
        draws = range(DRAWS if _by_chance(moment, j) else 1)
        wanted = [(HELD, effort, share, draw) for effort, share in ENDS for draw in draws]
        wanted += [(WITHIN, effort, share, 0) for share in shares for effort in (1, 0)]
        wanted += [(ANSWERING, effort, share, 0) for effort, share in ENDS if share]
        made += [(j, part, effort, _keepers(moment, members, share), draw) for part, effort, share, draw in wanted]
    body, part, own, others, draw = (np.array(values) for values in zip(*made, strict=True))
    return _Cells(body, part, own.astype(np.float64), others, draw)


def _by_chance(moment: play.Moment, j: int) -> bool:
    """Whether breaking in an institution is punished now and then, by audits or a court: that takes more draws."""
    bodies = moment.state.bodies
    return bool(bodies.audit[0, j] * bodies.fine[0, j] > 0 or bodies.floor[0, j] > 0)


def _keepers(moment: play.Moment, members: Ints, share: float) -> Bools:
    """A share of the members, spread evenly over them in the order of their ids, [N]."""
    rank = np.arange(len(members))
    made = np.zeros(moment.state.firms.active.shape[1], dtype=np.bool_)
    made[members[np.floor((rank + 1) * share) > np.floor(rank * share)]] = True
    return made


def _start(table: play.Table, decision: Decision, slot: int, cells: _Cells) -> tuple[play.Table, Decision]:
    """The table with even luck and the decisions of every row; in its institution the firm is a member."""
    row = np.arange(len(cells.body))
    held = rows(decision, np.zeros(len(row), dtype=np.int64))
    effort, join = held.effort.copy(), held.join.copy()
    effort[row, cells.body] = cells.others
    effort[row, cells.body, slot] = cells.own
    join[row, cells.body, slot] = True
    even = replace(table, rules=steady(table.rules), chance=_luck(cells.draw))
    motion, complaint = np.full_like(held.motion, -1), np.full_like(held.complaint, -1)
    return even, lock(replace(held, effort=effort, join=join, motion=motion, complaint=complaint))


def _rollout(table: play.Table, moment: play.Moment, decision: Decision, slot: int, cells: _Cells) -> Floats:
    """Discounted mean profit of every row, [C].

    In the rows that are answered, from the second quarter on the others' efforts in the row's institution are what
    their strategies make of what they saw; they are asked directly, for nothing else is theirs to decide.
    """
    even, held = _start(table, decision, slot, cells)
    state = rows(moment.state, np.zeros(len(cells.body), dtype=np.int64))
    held = legal.correct(even.rules, state, held)
    answers = np.flatnonzero(cells.part == ANSWERING)
    place = np.arange(len(answers))
    few = np.zeros(len(answers), dtype=np.int64)
    seen, minds = rows(moment.seen, few), rows(moment.minds, few)
    luck = even.chance.of(answers)
    weights, total = _weights(table.rules), np.zeros(len(cells.body))
    for weight in weights:
        planned, minds = efforts(even.rules, table.cast, minds, seen, luck)
        if state.quarter > moment.state.quarter:
            effort = held.effort.copy()
            effort[answers, cells.body[answers]] = planned[place, cells.body[answers]]
            effort[answers, cells.body[answers], slot] = cells.own[answers]
            held = lock(replace(held, effort=effort))
        state, past = play.resolve(even, state, held, corrected=True)
        total += weight * past.outcome.money.profit[:, slot]
        opened = even.rules.bodies_open(state.quarter)[:, None]
        bodies = state.bodies
        seen = replace(
            seen,
            quarter=state.quarter,
            observed=bodies.observed[answers],
            member=bodies.member[answers] & opened,
            effort=bodies.effort[answers],
        )
    return total


def _weights(rules: Rules) -> Floats:
    made: Floats = np.full(HORIZON, rules.scenario.finance.discount) ** np.arange(HORIZON)
    return made / float(made.sum())


def _game(ends: Floats, inner: Sequence[float]) -> Game:
    reward, sucker, temptation, punishment = (float(value) for value in ends)
    return Game(
        temptation=temptation,
        reward=reward,
        punishment=punishment,
        sucker=sucker,
        kind=name_game(temptation, reward, punishment, sucker, inner),
        needed=patience_needed(temptation, reward, punishment),
    )
