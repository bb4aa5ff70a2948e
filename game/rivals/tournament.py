"""A round robin of effort strategies in the repeated two-person dilemma (Axelrod 1984).

The classes that play here are the ones that play in the game. Every strategy meets every other and a second copy of
itself, R times over, all matches at once.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np

from game.engine.chance import Chance, Purpose
from game.model.record import Bools, Floats, Ints
from game.rivals.register import PAIR, STRATEGIES
from game.rivals.slips import TURN_BITS, Slips
from game.rivals.strategy import MEMORIES, Seen, Strategy

PATIENCE = 0.9
TURNS = 200
LONGEST = 100_000
TURN_PLACE = 20
BLOCK = 16_384
Marks = TypeVar("Marks", Bools, Ints)


@dataclass(frozen=True)
class Payoffs:
    """The stage game: temptation, reward, punishment, the sucker's payoff."""

    temptation: float = 5.0
    reward: float = 3.0
    punishment: float = 1.0
    sucker: float = 0.0

    def of(self, own: Ints, theirs: Ints, both: Ints, turns: Ints | int) -> Floats:
        """Sum of payoffs from how often one kept, the other did, and both did; any shape."""
        made: Floats = (
            both * self.reward
            + (own - both) * self.sucker
            + (theirs - both) * self.temptation
            + (turns - own - theirs + both) * self.punishment
        )
        return made

    @property
    def by_past(self) -> Floats:
        """[4], one's payoff after (own, theirs) CC, CD, DC, DD."""
        return np.array([self.reward, self.sucker, self.temptation, self.punishment])

    @property
    def threshold(self) -> float:
        """Patience from which on grim keeps cooperation up: d* = (T - R)/(T - P) (Friedman 1971)."""
        span = self.temptation - self.punishment
        return (self.temptation - self.reward) / span if span else 0.0

    @property
    def tit_for_tat_threshold(self) -> float:
        """Patience from which on two tit for tats are an equilibrium: also (T - R)/(R - S) (Axelrod 1984)."""
        span = self.reward - self.sucker
        return max(self.threshold, (self.temptation - self.reward) / span if span else 0.0)

    @property
    def risk_dominance_threshold(self) -> float:
        """Patience from which on keeping is the safer bet: (T - S - R + P)/(T - S) (Blonski et al. 2011)."""
        span = self.temptation - self.sucker
        return (span - self.reward + self.punishment) / span if span else 0.0


@dataclass(frozen=True)
class Standings:
    """What came out, row against column, means per turn over all runs; the diagonal is self-play.

    `payoff`, `cooperation` [S, S]; `error` is the standard error of `payoff` (0 where there is one run). `meant` is the
    share of acts that were to keep before noise struck.
    """

    strategies: tuple[str, ...]
    payoff: Floats
    error: Floats
    cooperation: Floats
    meant: Floats
    runs: int

    @property
    def score(self) -> Floats:
        """Mean payoff a turn against the others, [S]; alone, against oneself."""
        count = len(self.strategies)
        if count == 1:
            return self.payoff.diagonal()
        made: Floats = (self.payoff.sum(axis=-1) - self.payoff.diagonal()) / (count - 1)
        return made


def tournament(
    strategies: Sequence[str | Strategy] = PAIR,
    *,
    turns: int | None = None,
    continuation: float | None = None,
    noise: float = 0.0,
    runs: int = 10,
    payoffs: Payoffs | None = None,
    seed: int = 1,
) -> Standings:
    """Play it. `noise` is the chance that an act comes out as its opposite; both sides see and remember what came out.

    Matches are `turns` long, or with a `continuation` d go on after each turn with that chance, so that nobody knows
    the last turn (Roth & Murnighan 1978): all matches of a run end together.
    Raises KeyError for a strategy that does not exist, ValueError for one that can't play in pairs.
    """
    length = TURNS if turns is None else turns
    *_, last = steps(
        strategies, turns=length, continuation=continuation, noise=noise, runs=runs, payoffs=payoffs, seed=seed
    )
    assert last[1] is not None
    return last[1]


def steps(
    strategies: Sequence[str | Strategy],
    *,
    turns: int,
    noise: float,
    runs: int,
    continuation: float | None = None,
    payoffs: Payoffs | None = None,
    seed: int = 1,
) -> Iterator[tuple[int, Standings | None]]:
    """The same turn by turn: (turns played, the standings at the end)."""
    players = [STRATEGIES[player] if isinstance(player, str) else player for player in strategies]
    barred = [player.name for player in players if "pair" not in player.plays]
    if barred:
        raise ValueError(", ".join(barred))
    game = payoffs or Payoffs()
    field = _Field(players, game.threshold, runs, seed)
    length = np.full(runs, turns) if continuation is None else _lengths(field.chance, continuation)
    slips = Slips(field.shape, field.chance, noise)
    kept, both, meant = (np.zeros(field.shape, dtype=np.int64) for _ in range(3))
    longest, shortest = int(length.max()), int(length.min())
    for turn in range(longest):
        acts = field.play(turn)
        on = turn < length
        meant += acts & on
        if noise > 0:
            acts ^= slips.at(turn)
        theirs = field.opposite(acts)
        if turn >= shortest:
            acts &= on
            theirs &= on
        kept += acts
        both += acts & theirs
        field.remember(acts, theirs)
        yield turn + 1, None
    paid = game.of(kept, field.opposite(kept), both, length)
    names = tuple(player.name for player in players)
    yield longest, _standings(names, length, *(field.by_pair(held) for held in (paid, kept, meant)))


def _lengths(chance: Chance, continuation: float) -> Ints:
    """Turns of each run, [R]: P(more than k turns) = d^k, for d between 0 and 1."""
    if not 0 < continuation < 1:
        raise ValueError(continuation)
    drawn = chance.uniform(Purpose.LAST_QUARTER, 0)
    made: Ints = 1 + np.floor(np.log(drawn) / np.log(continuation)).astype(np.int64)
    return np.minimum(made, LONGEST)


def _standings(names: tuple[str, ...], length: Ints, paid: Floats, kept: Floats, meant: Floats) -> Standings:
    """Means per turn from sums over the turns of each run, [S, S, R].

    Runs count by their length. The error is that of a ratio of two means, and of a mean where all are equally long.
    """
    runs, mean = len(length), length.mean()
    payoff, cooperation, intended = (held.mean(axis=-1) / mean for held in (paid, kept, meant))
    error = np.zeros_like(payoff)
    if runs > 1:
        error = (paid - payoff[:, :, None] * length).std(axis=-1, ddof=1) / (mean * np.sqrt(runs))
    return Standings(names, payoff, error, cooperation, intended, runs)


class _Field:
    """All matches: place (s, o) is strategy s against o, (s, S) the second copy of s in the match against itself.

    What strategies see is written in place from turn to turn, so that a turn makes few arrays.
    """

    def __init__(self, players: list[Strategy], threshold: float, runs: int, seed: int) -> None:
        self.players = players
        self.count = len(players)
        self.shape = (self.count, self.count + 1, runs)
        self.chance = Chance(seed, np.arange(runs, dtype=np.int64))
        self.turn = 0
        self.own, self.theirs = np.zeros(self.shape), np.zeros(self.shape)
        self.first = np.ones(self.shape[1:], dtype=np.bool_)
        self.held: dict[int, tuple[int, Floats]] = {}
        self.seen = [self._view(row, threshold) for row in range(self.count)]

    def _view(self, row: int, threshold: float) -> Seen:
        shape = self.shape[1:]
        return Seen(
            own=self.own[row],
            others=self.theirs[row],
            first=self.first,
            memory=np.zeros((MEMORIES, *shape)),
            patience=np.full(shape, PATIENCE),
            threshold=np.full(shape, threshold),
            deterred=np.zeros(shape, dtype=np.bool_),
            draw=lambda: self.draw(row),
        )

    def draw(self, row: int) -> Floats:
        """Uniform numbers for the matches of one strategy, [S + 1, R]; luck of a run does not hang on the others'."""
        begins, block = self.held.get(row, (self.turn, ()))
        if self.turn - begins >= len(block):
            begins, block = self.turn, self._block(row)
            self.held[row] = begins, block
        made: Floats = block[self.turn - begins]
        return made

    def _block(self, row: int) -> Floats:
        """The same for this turn and some more, [turns, S + 1, R].

        A turn stands where a draw's counter has the quarter, six bits above the fourteen of the firm, so that a block
        is one call; turns beyond ten bits go on in the place of the partner.
        """
        width, runs = self.shape[1:]
        turns = np.arange(self.turn, self.turn + max(1, BLOCK // (width * runs)), dtype=np.int64)[:, None]
        place = np.arange(1, width + 1, dtype=np.int64) + row * width
        counter = (turns & ((1 << TURN_BITS) - 1)) << TURN_PLACE | place
        late = np.broadcast_to(turns >> TURN_BITS, counter.shape)
        drawn = self.chance.uniform(Purpose.MATCH_STRATEGY, 0, counter.reshape(1, -1), late.reshape(1, -1))
        return np.ascontiguousarray(np.moveaxis(drawn.reshape(runs, len(turns), width), 0, -1))

    def play(self, turn: int) -> Bools:
        """What every strategy wants to do in every match."""
        self.turn = turn
        self.first[:] = turn == 0
        acts = np.empty(self.shape, dtype=np.bool_)
        for row, player in enumerate(self.players):
            seen = self.seen[row]
            np.greater(player.answer(seen) if turn else player.play(seen), 0.5, out=acts[row])
        return acts

    def opposite(self, acts: Marks) -> Marks:
        """The other side's act, or count, in every place."""
        made = np.empty_like(acts)
        made[:, :-1] = acts[:, :-1].swapaxes(0, 1)
        same = np.arange(self.count)
        made[same, same] = acts[:, -1]
        made[:, -1] = acts[same, same]
        return made

    def remember(self, acts: Bools, theirs: Bools) -> None:
        """What both saw."""
        self.own[:], self.theirs[:] = acts, theirs

    def by_pair(self, held: Floats | Ints) -> Floats:
        """[S, S, R]: self-play is the mean of both copies."""
        made: Floats = held[:, :-1].astype(np.float64)
        same = np.arange(self.count)
        made[same, same] = (held[same, same] + held[:, -1]) / 2
        return made
