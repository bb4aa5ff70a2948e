"""Is there something to weigh? Institutions through the dilemma lens, quarter by quarter, as the screens show them.

`game.teach.trials` asks what a firm's whole conduct is worth, keeping or breaking from the opening of an institution
to the end, also if all others break: a conduct that a cast of partners who keep never shows. A player looks at the
quarter at hand: what would breaking bring from here on, the others being as they are seen to be, luck being even? That
is the lens (`game.insight.lens`), and where it says "no clear game" or "nothing tempts" quarter after quarter, there is
no dilemma on the screen, whatever the trials say.

A quarter is tense at a seat if breaking clearly pays there against somebody: T - R or P - S, with the others held as
they are, is above a tie. So a prisoner's dilemma, chicken, a threshold and a stag hunt are tense (in the last the
others have to be trusted); harmony is not, and a tie is not unless one of the two is clear. Whether all together are
better off if all keep is no question of this kind; `Trial.helps` answers it.
"""

from collections.abc import Iterator, Mapping

import numpy as np

from game import play
from game.batch.table import Mean, mean_of
from game.engine.rules import compile_rules
from game.insight.lens import Game, through
from game.insight.past import spread
from game.insight.stage_game import TIE
from game.model.scenario import Scenario
from game.rivals.difficulty import NORMAL, handicap


def tense(game: Game) -> bool:
    """Whether breaking pays by more than a tie, against keepers or against breakers."""
    near = TIE * abs(game.reward)
    return game.temptation - game.reward > near or game.punishment - game.sucker > near


def steps(scenario: Scenario, slot: int, games: int, seed: int) -> Iterator[Mapping[str, Mean] | None]:
    """One step a possible quarter, then the share of tense quarters by institution: mean over games, 95 % interval.

    A quarter counts for an institution in which it is open and has another member. The seat is played by its own
    manager and strategy.
    """
    rules, rivals = compile_rules(scenario), handicap(scenario, NORMAL, (slot,))
    table = play.set_table(rules, seed, games, (slot,), rivals)
    alone = [play.set_table(rules, seed, np.array([game]), (slot,), rivals) for game in range(games)]
    last, moment = play.last_quarters(table), play.start(table)
    found: dict[str, dict[int, list[bool]]] = {}
    for quarter in range(1, scenario.quarters.max + 1):
        for game in np.flatnonzero(last >= quarter):
            now = spread(moment, np.array([game]))
            for lens in through(alone[game], now, play.propose(alone[game], now), slot):
                if lens.held is not None:
                    found.setdefault(lens.body, {}).setdefault(int(game), []).append(tense(lens.held))
        moment = play.step(table, moment)
        yield None
    yield {
        body: mean_of("tense", [sum(quarters) / len(quarters) for quarters in held.values()])
        for body, held in found.items()
    }
