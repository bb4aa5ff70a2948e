"""Ways to play a seat, from doing nothing to the fixed plans of a score band, on the same luck, and how they rank."""

from collections.abc import Iterator, Mapping, Sequence

from game import play
from game.batch.table import Mean, mean_of
from game.engine.rules import compile_rules
from game.insight.plans import PLANS
from game.model.band import Anchors
from game.model.scenario import Scenario
from game.rivals.difficulty import NORMAL, handicap
from game.teach.newcomers import NEWCOMERS, Newcomer
from game.teach.seated import Class, Played, follow, sit

PLAN = "plan_"  # before the name of a fixed plan, so that none is taken for a newcomer


def steps(
    scenario: Scenario,
    slot: int,
    anchors: Mapping[int, Anchors],
    games: int,
    read: int,
    seed: int,
    newcomers: Sequence[Newcomer] = NEWCOMERS,
) -> Iterator[Class | None]:
    """One step a way, then all of them: newcomers and plans at a seat, `read` games for who reads estimates."""
    rules, rivals = compile_rules(scenario, dict(anchors)), handicap(scenario, NORMAL, (slot,))
    made: dict[str, tuple[Played, ...]] = {}
    for newcomer in newcomers:
        count = min(games, read) if newcomer.reads else games
        made[newcomer.name] = sit(play.set_table(rules, seed, count, (slot,), rivals), slot, newcomer)
        yield None
    for plan in PLANS:
        table = play.set_table(rules, seed, games, (slot,), rivals | {slot: plan.strategy})
        made[PLAN + plan.name] = follow(table, slot, plan, PLAN + plan.name)
        yield None
    yield Class(made)


def count(newcomers: Sequence[Newcomer] = NEWCOMERS) -> int:
    """How many ways there are."""
    return len(newcomers) + len(PLANS)


def lead(played: Class, one: str, other: str) -> Mean:
    """Firm score of one way less that of another, game by game."""
    pairs = zip(played.games[one], played.games[other], strict=False)  # as many as both played
    return mean_of("lead", [a.firm_score - b.firm_score for a, b in pairs])


def region_lead(played: Class, one: str, other: str) -> Mean:
    """Region score under one way less that under another, game by game."""
    pairs = zip(played.games[one], played.games[other], strict=False)
    return mean_of("region_lead", [a.region_score - b.region_score for a, b in pairs])


def only_newcomers(played: Class) -> Class:
    """The same games without the fixed plans."""
    return Class({name: held for name, held in played.games.items() if not name.startswith(PLAN)})


def best_everywhere(seats: Mapping[int, Class]) -> tuple[str, float] | None:
    """The way that is surely best at every seat, with the least lead it has over any other; None if there is none."""
    first = {played.standings[0].newcomer for played in seats.values()}
    if len(seats) < 2 or len(first) != 1:
        return None
    way = first.pop()
    leads = [lead(played, way, other) for played in seats.values() for other in played.games if other != way]
    return (way, min(held.mean for held in leads)) if all(held.low > 0 for held in leads) else None


def swapped(one: Class, other: Class) -> bool:
    """Whether some way is surely better than another at one seat, and surely worse at the other seat."""
    names = list(one.games)
    for place, first in enumerate(names):
        for second in names[:place]:
            here, there = lead(one, first, second), lead(other, first, second)
            if (here.low > 0 and there.high < 0) or (here.high < 0 and there.low > 0):
                return True
    return False
