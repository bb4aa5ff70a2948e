"""The linter finds a missing or trivial dilemma: nothing tense on the screen, plans that end alike, idle goals."""

from functools import cache

import pytest

from game.batch.table import Mean
from game.insight.lens import Game
from game.insight.stage_game import name_game, patience_needed
from game.learning.goal_shares import shares, tried
from game.model.goal import Measure
from game.model.scenario import Goal, Scenario
from game.scenario.places import find_places
from game.scenario.read import parse
from game.teach import linter, remarks, tension
from game.teach.remarks import Measured
from game.teach.seated import Class, Played
from game.teach.trials import Trial
from tests.teach.test_linter import BAND, BASE, LESSON, planted, trial

GOAL = '\n[[goals]]\nfirm = "Lamp"\nmeasure = "share"\nat_least = {}\n'


def game(temptation: float, reward: float, punishment: float, sucker: float) -> Game:
    kind = name_game(temptation, reward, punishment, sucker)
    return Game(temptation, reward, punishment, sucker, kind, patience_needed(temptation, reward, punishment))


# -- the lens, quarter by quarter -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ((12.0, 10.0, 6.0, 4.0), True),  # prisoner's dilemma
        ((8.0, 10.0, 6.0, 4.0), True),  # stag hunt: the others have to be trusted
        ((12.0, 10.0, 4.0, 6.0), True),  # chicken
        ((12.0, 10.0, 6.0, 6.0), True),  # a tie against breakers, and keepers are there to be used
        ((8.0, 10.0, 4.0, 6.0), False),  # harmony
        ((10.04, 10.0, 6.0, 6.02), False),  # nothing clear
        ((8.0, 10.0, 6.0, 6.0), False),
    ],
)
def test_a_quarter_is_tense_where_breaking_clearly_pays_against_somebody(
    cells: tuple[float, float, float, float], expected: bool
) -> None:
    assert tension.tense(game(*cells)) is expected


@cache
def tense(cost: str) -> Mean:
    made = parse(planted(("cost = 0.008", f"cost = {cost}")).encode(), LESSON)
    steps = list(tension.steps(made, 0, 3, 1))
    assert steps[:-1] == [None] * made.quarters.max
    assert steps[-1] is not None
    return steps[-1]["fair"]


def test_effort_that_costs_nothing_never_tempts_and_dear_effort_always_does() -> None:
    assert tense("0.0").mean == 0.0
    assert tense("0.03").mean == 1.0


def share(of: float) -> Mean:
    return Mean("tense", of, of - 0.1, of + 0.1)


def two() -> Scenario:
    """The lesson with a mark beside the fair and a second seat."""
    text = BASE.replace("[institutions.fair]", "[institutions.mark]\ncost = 0.006\n\n[institutions.fair]", 1)
    return parse(text.replace('name = "Wick"', 'name = "Wick"\nseat = true', 1).encode(), LESSON)


def test_an_institution_is_told_that_tempts_no_seat_and_a_seat_that_nothing_tempts() -> None:
    def said(*seats: dict[str, float], bodies: dict[str, list[Trial]] | None = None) -> list[remarks.Remark]:
        tried_out = {"mark": [trial(cost=0.004)], "fair": [trial(cost=0.004)]} if bodies is None else bodies
        seen = {slot: {body: share(of) for body, of in held.items()} for slot, held in enumerate(seats)}
        return list(remarks.tensions(two(), Measured({}, {}, tried_out, {}, seen)))

    assert said({"mark": 0.9, "fair": 0.6}, {"mark": 0.2, "fair": 0.5}) == []
    (body,) = said({"mark": 0.4, "fair": 0.6}, {"mark": 0.2, "fair": 0.8})
    assert (body.code, body.path) == ("no-clear-game", ("institutions", "mark", "cost"))
    assert (body.arguments["share"], body.arguments["cost"]) == ("40", "institutions.mark.cost 0.006")
    (seat,) = said({"mark": 0.9, "fair": 0.6}, {"mark": 0.47, "fair": 0.41})
    assert (seat.code, seat.path) == ("seat-untempted", ("firms", 1))
    assert seat.arguments["shares"] == "mark 47 %, fair 41 %"
    assert seat.arguments["cost"] == "institutions.mark.cost 0.006, institutions.fair.cost 0.008"
    free = {"mark": [trial(cost=0.0)]}
    assert not free["mark"][0].tempts
    assert said({"mark": 0.0}, bodies=free) == []  # told by the trials already


# -- plans ----------------------------------------------------------------------------------------------------------


def plans(keep: list[float], answer: list[float], region: float) -> Class:
    """Four games of never keeping at 40 points and region 50, and of plans that keep."""

    def games(name: str, scores: list[float], ends: float) -> tuple[Played, ...]:
        return tuple(Played(name, at, 8, score, ends, 10.0, 0.0, False, 0) for at, score in enumerate(scores))

    held = {"plan_free_ride": games("plan_free_ride", [40.0] * 4, 50.0)}
    for name, scores in {"keep": keep, "answer": answer, "go_along": keep}.items():
        held[f"plan_{name}"] = games(f"plan_{name}", scores, region)
    return Class(held)


def kept(played: Class, bodies: dict[str, list[Trial]] | None = None) -> list[remarks.Remark]:
    tried_out = {"fair": [trial(cost=0.004)]} if bodies is None else bodies
    made = parse(BASE.encode(), LESSON)
    return list(remarks.keeping(made, Measured({}, {0: played}, tried_out, {0: BAND})))


def test_plans_that_surely_come_to_the_same_are_told_and_luck_is_no_proof_of_it() -> None:
    near = [39.0, 41.0, 42.0, 40.0]
    (gift,) = kept(plans(near, near, 56.0))
    assert (gift.code, gift.path, gift.arguments["gift"]) == ("keeping-alike", ("firms", 0), "yes")
    assert (gift.arguments["most"], gift.arguments["region"]) == ("+0.5", "+6.0")
    (nothing,) = kept(plans(near, near, 50.0))
    assert nothing.arguments["gift"] == "no"
    lucky = [20.0, 62.0, 55.0, 25.0]  # the same on average, and nobody could say so from four games
    assert kept(plans(lucky, lucky, 56.0)) == []
    assert kept(plans([50.0] * 4, [50.0] * 4, 56.0)) == []
    assert kept(plans(near, [50.0] * 4, 56.0)) == []  # answering in kind is worth something
    assert kept(plans(near, near, 56.0), {}) == []  # nothing to keep


# -- goals ----------------------------------------------------------------------------------------------------------


def test_goals_beyond_reach_and_within_everybody_s_are_told_at_their_lines() -> None:
    text = BASE + GOAL.format(1) + GOAL.format(99)
    scenario = parse(text.encode(), LESSON)
    found = tried(scenario, 0, {}, runs=20)
    assert [one.share for one in found] == [1.0, 0.0]
    assert 1 < found[0].usual == found[1].usual < 99
    said = tuple(remarks.goals(scenario, Measured({}, {}, {}, {}, {}, {0: found})))
    lines = text.splitlines()
    for fault, (code, line, way) in zip(
        linter.faults(said, find_places(text.encode()), "lesson.toml"),
        [("teach-goal-easy", "at_least = 1", "higher"), ("teach-goal-hard", "at_least = 99", "lower")],
        strict=True,
    ):
        assert (fault.code, lines[fault.line - 1], fault.arguments["way"]) == (code, line, way)


@pytest.mark.parametrize(("measure", "bound", "way"), [("penalties", 9.0, "lower"), ("penalties", 0.0, "higher")])
def test_what_is_to_stay_low_is_told_the_other_way(measure: Measure, bound: float, way: str) -> None:
    held = Goal(measure=measure, at_most=bound)
    scenario = parse(BASE.encode(), LESSON).model_copy(update={"goals": [held]})
    (one,) = tried(scenario, 0, {}, runs=5)
    wanted = type(one)(one.goal, 1.0 if way == "lower" else 0.0, one.usual)
    (said,) = remarks.goals(scenario, Measured({}, {}, {}, {}, {}, {0: [wanted]}))
    assert (said.arguments["way"], said.arguments["bound"]) == (way, "at_most")


def test_a_goal_worth_playing_for_is_not_told() -> None:
    scenario = parse((BASE + GOAL.format(1)).encode(), LESSON)
    (one,) = tried(scenario, 0, {}, runs=5)
    fair = [type(one)(one.goal, of, one.usual) for of in (0.05, 0.5, 0.95)]
    assert list(remarks.goals(scenario, Measured({}, {}, {}, {}, {}, {0: fair}))) == []
    assert shares(scenario, 0, runs=5) == [(one.goal, one.share)]
