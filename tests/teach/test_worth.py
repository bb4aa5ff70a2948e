"""The line of a seat says what is dull about it."""

from dataclasses import replace

import pytest

from game import resources
from game.insight.kept import find
from game.scenario.read import load
from game.teach.dependence import MOVE, Dependence, Finding, Verdict
from game.teach.newcomers import NEWCOMERS
from game.teach.seated import Class, Played
from game.teach.worth import Dull, Line, best_everywhere, judge, lines

BUSY = Dependence(tuple(Finding(0, quarter, "price", Verdict.DEPENDS) for quarter in range(1, 5)))
SAME = [Finding(0, quarter, "price", Verdict.PLAIN, "price=1") for quarter in range(1, 5)]
QUIET = Dependence((*SAME, *(replace(held, choice=MOVE) for held in SAME)))


def games(name: str, *scores: float, owing: bool = False) -> tuple[Played, ...]:
    return tuple(
        Played(name, replicate, 8, score, 50.0, 10.0, 0.5 * owing, owing, 0) for replicate, score in enumerate(scores)
    )


def line(found: Dependence, **held: tuple[Played, ...]) -> Line:
    return judge(0, found, Class(held))


def test_a_lively_seat_has_nothing_wrong() -> None:
    made = line(BUSY, idler=games("idler", 40, 42), copycat=games("copycat", 60, 62))
    assert made.dull == ()
    assert (made.first, made.idle.mean, made.depends.mean) == ("copycat", 20, 1)


def test_a_seat_with_one_answer_is_solved() -> None:
    made = line(QUIET, idler=games("idler", 40, 42), copycat=games("copycat", 60, 62))
    assert made.dull == (Dull.SOLVED,)
    assert made.solution == ("price=1", 1.0)


@pytest.mark.parametrize("scores", [(30, 32), (44, 38)])  # worse than doing nothing, or not surely better
def test_where_doing_nothing_is_as_good_the_seat_is_idle(scores: tuple[float, float]) -> None:
    made = line(BUSY, idler=games("idler", 40, 40), copycat=games("copycat", *scores))
    assert made.dull == (Dull.IDLE,)


def test_debt_counts_unless_it_was_drawn_by_lot() -> None:
    rich = {"idler": games("idler", 40, 42), "copycat": games("copycat", 60, 62)}
    assert line(BUSY, **rich, explorer=games("explorer", 1, 2, owing=True)).dull == ()
    assert line(BUSY, **rich, free_rider=games("free_rider", 1, 2, owing=True)).dull == (Dull.DEBT,)


def test_a_newcomer_that_is_best_everywhere_is_named() -> None:
    one = line(BUSY, idler=games("idler", 40, 42), copycat=games("copycat", 60, 62))
    other = line(BUSY, idler=games("idler", 80, 82), copycat=games("copycat", 60, 62))
    assert best_everywhere([one, one]) == "copycat"
    assert best_everywhere([one, other]) is None
    assert best_everywhere([one]) is None


def test_a_shipped_scenario_is_measured_seat_by_seat() -> None:
    scenario = load(resources.shipped_scenarios()["first_quarter"])
    bands = {slot: find(scenario, slot) for slot in (0, 1)}
    anchors = {slot: band.anchors() for slot, band in bands.items() if band is not None}
    quick = [newcomer for newcomer in NEWCOMERS if newcomer.name in {"idler", "free_rider"}]
    made = list(lines(scenario, anchors, games=2, draws=4, sittings=4, newcomers=quick))
    assert [held.slot for held in made] == [0, 1]
    assert all(held.spread.mean >= held.ahead.mean for held in made)
