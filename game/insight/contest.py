"""A tournament as a learner sets it up: who plays what game for how long, what came out, and who would spread.

The matches are those of `game.rivals.tournament`; what spreads follows from its table by the replicator equation.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from game.insight.stage_game import GameType, name_game
from game.model.record import Floats
from game.rivals import tournament
from game.rivals.evolution import replicator
from game.rivals.register import PAIR
from game.rivals.tournament import Payoffs, Standings

GENERATIONS = 100
MOST_TURNS, MOST_RUNS, MOST_NOISE = 500, 50, 0.25
LOWEST, HIGHEST = -5.0, 10.0  # payoffs
GONE = 0.005  # a share below this is told as gone: it rounds to nought per cent
TOO_FEW, NO_STAKES = "few", "stakes"


@dataclass(frozen=True)
class Contest:
    """What was chosen: `turns` a match, `noise` the chance of a slip, `runs` repetitions."""

    strategies: tuple[str, ...] = PAIR
    payoffs: Payoffs = Payoffs()
    turns: int = 200
    noise: float = 0.0
    runs: int = 10

    @property
    def game(self) -> GameType:
        """The name of the stage game."""
        held = self.payoffs
        return name_game(held.temptation, held.reward, held.punishment, held.sucker)

    @property
    def impossible(self) -> str:
        """Why it can't be played: fewer than two strategies, or all payoffs equal; empty if it can."""
        if len(self.strategies) < 2:
            return TOO_FEW
        return NO_STAKES if np.ptp(self.payoffs.by_past) == 0 else ""


@dataclass(frozen=True, eq=False)
class Result:
    """What came of a contest: the standings, and shares [generations + 1, S] from an even start."""

    contest: Contest
    standings: Standings
    shares: Floats

    @property
    def order(self) -> list[int]:
        """Places of the strategies, best score first."""
        return sorted(range(len(self.standings.strategies)), key=lambda place: -float(self.standings.score[place]))


def steps(contest: Contest) -> Iterator[tuple[float, Result | None]]:
    """Play it: (share done, the result at the end). Raises ValueError for what is impossible."""
    if contest.impossible:
        raise ValueError(contest.impossible)
    standings = None
    played = tournament.steps(
        contest.strategies, turns=contest.turns, noise=contest.noise, runs=contest.runs, payoffs=contest.payoffs
    )
    for turn, standings in played:  # noqa: B007 - the last one is used below
        yield turn / (contest.turns + 1), None
    assert standings is not None
    yield 1.0, Result(contest, standings, spread(standings.payoff))


def spread(payoff: Floats, generations: int = GENERATIONS) -> Floats:
    """Shares by generation, [generations + 1, S], where all begin equally frequent.

    A generation is as long as it takes a strategy that earns the whole span of the table more than another to gain on
    it by a factor of e: so the course does not hang on the unit of the payoffs.
    """
    share = np.full(len(payoff), 1 / len(payoff))
    span = float(np.ptp(payoff))
    made = [share]
    for _ in range(generations):
        share = replicator(payoff / span, share, 1.0) if span > 0 else share
        made.append(share)
    return np.array(made)
