"""Worth playing, measured: one line a seat, and what is wrong with it, for the teaching linter."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from game.batch.table import Mean
from game.model.band import Anchors
from game.model.scenario import Scenario
from game.rivals.difficulty import NORMAL
from game.teach import dependence, seated
from game.teach.dependence import HALF
from game.teach.newcomers import NEWCOMERS, Explorer, Idler, Newcomer

IDLER = Idler.name
BY_LOT = frozenset({Explorer.name})  # what they ruin, they ruin by chance


class Dull(StrEnum):
    """What makes a seat dull.

    The best answer hangs on the others in too few quarters; doing nothing is not surely worse than the best that a
    newcomer does; firms of newcomers that do not press buttons at random end in debt.
    """

    SOLVED = "solved"
    IDLE = "idle"
    DEBT = "debt"


@dataclass(frozen=True)
class Line:
    """A seat: shares of quarters (`game.teach.dependence`), and how newcomers fare (`game.teach.seated`).

    `solution` is the move that is best whatever the others do in most quarters, with its share of all quarters; `first`
    the best newcomer, `idle` how far the idler is behind the best of the others (below 0: ahead of all), `spread` the
    best less the worst; in points of the firm's score.
    """

    slot: int
    depends: Mean
    moves: Mean
    solved: Mean
    solution: tuple[str, float]
    first: str
    ahead: Mean
    idle: Mean
    spread: Mean
    dull: tuple[Dull, ...]


def lines(
    scenario: Scenario,
    anchors: dict[int, Anchors],
    games: int = dependence.GAMES,
    draws: int = dependence.DRAWS,
    sittings: int = seated.GAMES,
    newcomers: Sequence[Newcomer] = NEWCOMERS,
    difficulty: str = NORMAL,
) -> Iterator[Line]:
    """Measure the seats whose score anchors are known, one after the other."""
    for slot, known in anchors.items():
        found = dependence.measure(scenario, slot, games, draws, difficulty=difficulty)
        played = seated.seat_class(scenario, slot, {slot: known}, sittings, newcomers, difficulty)
        yield judge(slot, found, played)


def judge(slot: int, found: dependence.Dependence, played: seated.Class) -> Line:
    """The line of a seat from what was found."""
    idle = played.behind(IDLER)
    debt = any(line.owing > 0 for line in played.standings if line.newcomer not in BY_LOT)
    dull = {
        Dull.SOLVED: found.share.mean < HALF,
        Dull.IDLE: idle.low <= 0,
        Dull.DEBT: debt,
    }
    return Line(
        slot=slot,
        depends=found.share,
        moves=found.moves,
        solved=found.solved,
        solution=next(iter(found.solutions.items()), ("", 0.0)),
        first=played.standings[0].newcomer,
        ahead=played.ahead,
        idle=idle,
        spread=played.spread,
        dull=tuple(kind for kind, holds in dull.items() if holds),
    )


def best_everywhere(seats: Sequence[Line]) -> str | None:
    """The newcomer that is best at every seat, if there is one and more than one seat: then nobody has to look."""
    first = {line.first for line in seats}
    return first.pop() if len(seats) > 1 and len(first) == 1 else None
