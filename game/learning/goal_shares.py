"""How often goals are reached when each seat is left to its own manager and strategy: what an author wants to know.

`python -m game.learning.goal_shares NAME [RUNS]` prints it for a shipped scenario or a file. A goal that is nearly
always or hardly ever reached so is not worth playing for.
"""

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from game import play
from game.engine.rules import compile_rules
from game.insight.kept import obtain_all
from game.learning.goals import courses, goals_of, reached
from game.model.goal import Measure
from game.model.observation import Observation
from game.model.outcome import Outcome
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


def shares(
    scenario: Scenario, slot: int, runs: int = RUNS, strategy: str | None = None, own: Path | None = None
) -> list[tuple[Goal, float]]:
    """Every goal of a seat with the share of games in which it was reached, each game to its own hidden end.

    A `strategy` takes the place of the seat's own in all institutions and ties. A band that does not ship with the
    scenario is measured, and kept in the folder `own` if there is one.
    """
    bands = obtain_all(scenario, (slot,), own=own)
    rules = compile_rules(scenario, {at: band.anchors() for at, band in bands.items()})
    cast = handicap(scenario, NORMAL, (slot,)) | ({} if strategy is None else {slot: strategy})
    table = play.set_table(rules, SEED, runs, (slot,), cast)
    last, moment = play.last_quarters(table), play.start(table)
    rows: list[_Row] = []
    for number in range(1, int(last.max()) + 1):
        before = moment.seen
        moment = play.step(table, moment)
        assert moment.past is not None
        rows.append(_Row(number, before, moment.past.outcome))
    made = []
    for goal in goals_of(scenario, slot):
        figures = np.stack(list(courses(goal, rules, rows, slot)), axis=-1)
        came = [reached(goal, figures[row, : last[row]].tolist()) for row in range(runs)]
        made.append((goal, sum(came) / runs))
    return made


def told(goal: Goal) -> str:
    """A goal in the words of the file."""
    measure: Measure = goal.measure
    bound = f">= {goal.at_least:g}" if goal.at_least is not None else f"<= {goal.at_most:g}"
    return f"{measure}{'.' + goal.body if goal.body else ''} {bound}" + (f" by {goal.by}" if goal.by else "")


if __name__ == "__main__":
    import sys

    from game.cli import tool

    sys.exit(tool("shares", "python -m game.learning.goal_shares"))
