"""The desk: its answers are those of the functions it calls, and what it can't tell it refuses with a reason."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from game import play
from game.engine.rules import compile_rules
from game.insight import best, phase
from game.insight.attribution import Attribution, change, level
from game.insight.desk import DIFFERS, NOT_PLAYED, OTHER_RULES, Case, Desk, Question, Refusal
from game.insight.dilution import trail
from game.insight.forecast import forecast, preview
from game.insight.guess import know
from game.insight.kept import obtain_all
from game.insight.lens import lenses
from game.insight.otherwise import otherwise
from game.insight.turning import turning_points
from game.model.sheet import Sheet
from tests.build import outcome, village
from tests.insight.test_attribution import WIDE

SHEET = Sheet(price=1.4, effort={"mark": 0.0})
TEXT = SHEET.model_dump_json(exclude_defaults=True)


def played(quarters: int = 4, slot: int = 0) -> tuple[play.Table, list[play.Moment]]:
    table = play.set_table(compile_rules(village(8, ("mark", "fair")), {slot: WIDE[0]}), 4, 1, (slot,))
    moments = [play.start(table)]
    for quarter in range(quarters):
        sheet = Sheet(effort={"mark": float(quarter % 2)})
        moments.append(play.step(table, moments[-1], play.by_sheets(table.rules, {slot: sheet})))
    return table, moments


def case_of(table: play.Table, moments: list[play.Moment], slot: int = 0) -> Case:
    past = [moment.past for moment in moments[1:] if moment.past is not None]
    return Case(
        names=tuple(str(number) for number in range(len(moments))),
        table=table,
        slot=slot,
        decisions=tuple(held.decision for held in past),
        profits=np.array([held.outcome.money.profit[0, slot] for held in past]),
    )


def at_desk(case: Case) -> Desk:
    desk = Desk()
    desk(case)
    return desk


def same_attribution(one: Attribution, other: Attribution) -> bool:
    return one.factors == other.factors and all(
        np.array_equal(getattr(one, name), getattr(other, name), equal_nan=True)
        for name in ("before", "after", "terms")
    )


def test_answers_are_those_of_the_functions_themselves() -> None:
    table, moments = played()
    desk = at_desk(case_of(table, moments))
    known = know(table.rules, 0, (0,), [moment.seen for moment in moments])
    assert same_attribution(desk(Question("change", (3,))), change(table, 0, moments, 3))
    assert same_attribution(desk(Question("level", (2, 4))), level(table, 0, moments, 2, 4))
    assert np.array_equal(
        desk(Question("otherwise", (2, TEXT))).other, otherwise(table, moments, 0, 2, SHEET).other, True
    )
    assert desk(Question("turning")) == turning_points(table, 0, moments)
    expected = trail(table.rules, moments)
    assert expected is not None
    assert np.array_equal(desk(Question("trail")).broken, expected.broken)
    assert desk(Question("lens", (TEXT,))) == lenses(known, SHEET)
    for kind, made in (("preview", preview(known, SHEET)), ("forecast", forecast(known, SHEET))):
        assert np.array_equal(desk(Question(kind, (TEXT,))).bands["profit"], made.bands["profit"])


def test_a_case_with_one_quarter_more_is_not_played_from_the_start_and_says_the_same() -> None:
    table, moments = played(5)
    desk = at_desk(case_of(table, moments[:5]))
    questions = [Question("change", (4,)), Question("lens", ("{}",)), Question("preview", ("{}",))]
    for question in questions:
        desk(question)
    before = desk._study
    assert before is not None
    desk(case_of(table, moments))
    study = desk._study
    assert study is not None
    assert study.moments[:5] == before.moments
    fresh = at_desk(case_of(table, moments))
    assert same_attribution(desk(Question("change", (5,))), fresh(Question("change", (5,))))
    assert desk(Question("lens", (TEXT,))) == fresh(Question("lens", (TEXT,)))


def test_another_game_shares_nothing_with_the_one_before() -> None:
    table, moments = played(3)
    desk = at_desk(case_of(table, moments))
    desk(Question("change", (2,)))
    other_table = replace(table, chance=replace(table.chance, seed=5))
    other = [play.start(other_table)]
    other.append(play.step(other_table, other[0]))
    desk(replace(case_of(other_table, other), names=("another", "1")))
    assert same_attribution(desk(Question("change", (1,))), change(other_table, 0, other, 1))


@pytest.mark.parametrize(
    "question",
    [Question("change", (9,)), Question("level", (1, 9)), Question("otherwise", (9, TEXT))],
)
def test_what_was_not_played_is_refused(question: Question) -> None:
    assert at_desk(case_of(*played(2)))(question) == Refusal(NOT_PLAYED)
    assert Desk()(question) == Refusal(NOT_PLAYED)


def test_a_game_that_comes_out_differently_is_not_explained() -> None:
    table, moments = played()
    case = case_of(table, moments)
    bent = case.profits * np.array([1, 1, 1.01, 1])
    desk = at_desk(replace(case, profits=bent))
    for question in (
        Question("change", (2,)),
        Question("turning"),
        Question("trail"),
        Question("otherwise", (1, TEXT)),
    ):
        assert desk(question) == Refusal(DIFFERS, 3)
    assert desk(Question("preview", (TEXT,))).bands["profit"].shape == (1, 5)


def test_a_game_taken_over_is_explained_from_there_on() -> None:
    """Quarters 1 and 2 were of other rules: only what hangs on later ones alone can be told."""
    table, moments = played(5)
    past = [moment.past for moment in moments[1:] if moment.past is not None]
    case = replace(
        case_of(table, moments),
        decisions=tuple(held.decision for held in past[2:]),
        profits=np.array([held.outcome.money.profit[0, 0] for held in past[2:]]),
        first=3,
        taken=moments[2],
        pictures=tuple(moment.seen for moment in moments[:2]),
    )
    desk, whole = at_desk(case), at_desk(case_of(table, moments))
    for question in (
        *(Question("change", (quarter,)) for quarter in (1, 2, 3)),
        Question("otherwise", (2, TEXT)),
        Question("level", (2, 5)),
        Question("turning"),
        Question("trail"),
    ):
        assert desk(question) == Refusal(OTHER_RULES, 3)
    assert same_attribution(desk(Question("change", (5,))), whole(Question("change", (5,))))
    assert np.array_equal(
        desk(Question("otherwise", (3, TEXT))).other, whole(Question("otherwise", (3, TEXT))).other, True
    )
    assert desk(Question("lens", (TEXT,))) == whole(Question("lens", (TEXT,)))


def test_work_on_a_scenario_comes_in_steps(tmp_path: Path) -> None:
    small = village(4, ("mark",), quarters={"min": 1, "max": 2})
    made = {}
    for kind, matter in (
        ("band", (small, (0,), "normal", tmp_path)),
        ("phase", (small, tmp_path)),
        ("best", (small, 0, "normal")),
    ):
        steps = Desk()(Question(kind, (kind,), matter))
        assert isinstance(steps, Iterator)
        shares, values = zip(*steps, strict=True)
        assert list(shares) == sorted(shares)
        assert all(value is None for value in values[:-1])
        made[kind] = values[-1]
    assert made["band"] == obtain_all(small, (0,), "normal", tmp_path)
    kept = phase.find(small, tmp_path)
    assert kept is not None
    assert np.allclose(kept.ends, made["phase"].ends, atol=1e-5)
    assert made["best"] == best.search(small, 0)
    assert made["best"].course[-1] == made["best"].worth
    assert len(made["best"].course) == small.quarters.max


def test_one_firm_or_no_institution_or_no_quarter() -> None:
    for scenario in (village(1, ("mark",)), village(1, ()), village(6, ())):
        table = play.set_table(compile_rules(scenario), 3, 1, (0,))
        moments = [play.start(table)]
        for quarters in range(3):
            desk = at_desk(case_of(table, moments))
            assert [lens.held for lens in desk(Question("lens", ("{}",)))] == [None] * len(table.rules.bodies.names)
            assert np.isfinite(desk(Question("forecast", ("{}",))).bands["profit"]).all()
            assert isinstance(desk(Question("turning")), list)
            if quarters:
                shared = desk(Question("change", (quarters,)))
                others = shared.share("others_decisions", "profit")
                assert len(scenario.firms) > 1 or others == pytest.approx(0, abs=1e-9)
            moments.append(play.step(table, moments[-1]))
            assert np.isfinite(outcome(moments[-1]).money.profit).all()
