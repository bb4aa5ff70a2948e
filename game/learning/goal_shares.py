"""How often goals are reached when each seat is left to its own manager and strategy: what an author wants to know.

`python -m game.learning.goal_shares NAME [RUNS]` prints it for a shipped scenario or a file. A goal that is nearly
always or hardly ever reached so is not worth playing for.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from game import play
from game.engine.rules import compile_rules
from game.insight.kept import obtain_all
from game.learning.goals import courses, goals_of, reached
from game.model.band import Anchors
from game.model.goal import COUNTS, Measure
from game.model.observation import Observation
from game.model.outcome import Outcome
from game.model.record import Floats, Ints
from game.model.scenario import Goal, Scenario
from game.rivals.difficulty import NORMAL, handicap

SEED = 1
RUNS = 100


@dataclass(frozen=True)
class _Row:
    """A quarter of R games."""

    number: int
    seen: Observation
    outcome: Outcome


@dataclass(frozen=True)
class Tried:
    """A goal of a seat left to its own manager: the share of games that reached it, and the figure of the middle game.

    The figure is the one that decides: of a race the best up to its last quarter, else where the game ended.
    """

    goal: Goal
    share: float
    usual: float


def shares(
    scenario: Scenario, slot: int, runs: int = RUNS, strategy: str | None = None, own: Path | None = None
) -> list[tuple[Goal, float]]:
    """Every goal of a seat with the share of games in which it was reached, each game to its own hidden end.

    A band that does not ship with the scenario is measured, and kept in the folder `own` if there is one.
    """
    anchors = {at: band.anchors() for at, band in obtain_all(scenario, (slot,), own=own).items()}
    return [(held.goal, held.share) for held in tried(scenario, slot, anchors, runs, strategy=strategy)]


def tried(
    scenario: Scenario,
    slot: int,
    anchors: Mapping[int, Anchors],
    runs: int = RUNS,
    seed: int = SEED,
    strategy: str | None = None,
) -> list[Tried]:
    """Every goal of a seat as its own manager and strategy come to it; `anchors` are the seat's score anchors.

    A `strategy` takes the place of the seat's own in all institutions and ties.
    """
    goals = goals_of(scenario, slot)
    if not goals:
        return []
    rules = compile_rules(scenario, dict(anchors))
    cast = handicap(scenario, NORMAL, (slot,)) | ({} if strategy is None else {slot: strategy})
    table = play.set_table(rules, seed, runs, (slot,), cast)
    last, moment = play.last_quarters(table), play.start(table)
    rows: list[_Row] = []
    for number in range(1, int(last.max()) + 1):
        before = moment.seen
        moment = play.step(table, moment)
        assert moment.past is not None
        rows.append(_Row(number, before, moment.past.outcome))
    return [_tried(goal, np.stack(list(courses(goal, rules, rows, slot)), axis=-1), last) for goal in goals]


def _tried(goal: Goal, figures: Floats, last: Ints) -> Tried:
    """What came of a goal, from its figures [R, quarters] and the last quarter of each game [R]."""
    games = [row[:end].tolist() for row, end in zip(figures, last, strict=True)]
    came = [reached(goal, course) for course in games]
    decides = [_decides(goal, course) for course in games]
    return Tried(goal, sum(came) / len(came), float(np.nanmedian(decides)))


def _decides(goal: Goal, course: list[float]) -> float:
    shown = [value for value in course[: goal.by] if not np.isnan(value)]
    if not shown:
        return float("nan")
    if goal.by is None or goal.measure in COUNTS:
        return shown[-1]
    return max(shown) if goal.at_least is not None else min(shown)


def told(goal: Goal) -> str:
    """A goal in the words of the file."""
    measure: Measure = goal.measure
    bound = f">= {goal.at_least:g}" if goal.at_least is not None else f"<= {goal.at_most:g}"
    return f"{measure}{'.' + goal.body if goal.body else ''} {bound}" + (f" by {goal.by}" if goal.by else "")


if __name__ == "__main__":
    import sys

    from game.cli import tool

    sys.exit(tool("shares", "python -m game.learning.goal_shares"))
