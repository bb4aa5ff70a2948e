"""Attribution: terms add up to the change, the ends are what was played, and who did nothing new gets nothing."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from game import play
from game.engine.rules import compile_rules
from game.insight import attribution
from game.insight.attribution import FACTORS, Attribution, change, level
from game.insight.luck import Fresh
from game.insight.past import retrace
from game.insight.shapley import combinations, shapley
from game.insight.targets import TARGETS
from game.model.band import Anchors
from game.model.record import same
from game.model.scenario import Effect, Event, Scenario
from game.model.sheet import Sheet
from tests.build import outcome, village
from tests.generate import scenarios

WIDE = {0: Anchors(np.linspace(100, 200, 40), np.linspace(300, 900, 40))}
SWITCH = (Sheet(effort={"mark": 0.0}, price=1.4), Sheet(), Sheet(effort={"mark": 1.0}), Sheet(quality=9.0))


def game(
    scenario: Scenario, quarters: int = 4, sheets: tuple[Sheet, ...] = SWITCH, seed: int = 5
) -> tuple[play.Table, list[play.Moment]]:
    table = play.set_table(compile_rules(scenario, WIDE), seed, 1, (0,))
    moments = [play.start(table)]
    for quarter in range(quarters):
        sheet = sheets[quarter] if quarter < len(sheets) else Sheet()
        moments.append(play.step(table, moments[-1], play.by_sheets(table.rules, {0: sheet})))
    return table, moments


def figures(moment: play.Moment) -> np.ndarray:
    held = outcome(moment)
    return np.array([held.money.profit[0, 0], held.scores.firm[0, 0], held.scores.region[0], *held.scores.parts[0]])


def adds_up(held: Attribution) -> bool:
    scale = np.maximum(np.abs(held.terms).max(axis=0), np.abs(held.after)) + 1
    return bool((np.abs(held.before + held.terms.sum(axis=0) - held.after) <= 1e-9 * scale).all())


@given(arrays(np.float64, (32, 3), elements=st.floats(-1e6, 1e6)))
def test_shares_add_up_whatever_the_function(values: np.ndarray) -> None:
    assert shapley(values).sum(axis=0) == pytest.approx(values[-1] - values[0], abs=1e-8)


@given(arrays(np.float64, (5,), elements=st.floats(-100, 100)), st.floats(-10, 10))
def test_a_sum_is_shared_out_as_it_stands_and_a_product_in_halves(parts: np.ndarray, pair: float) -> None:
    on = combinations(5)
    shares = shapley(on @ parts + pair * (on[:, 1] & on[:, 3]))
    assert shares == pytest.approx(parts + pair * np.array([0, 0.5, 0, 0.5, 0]), abs=1e-9)


@given(scenarios(), st.integers(0, 2**20), st.data())
def test_terms_add_up_in_any_village(scenario: Scenario, seed: int, data: st.DataObject) -> None:
    assume(scenario.government.advertise == 0 or scenario.government.advertise > 1e-9)
    slot = data.draw(st.integers(0, len(scenario.firms) - 1))
    table = play.set_table(compile_rules(scenario, {slot: WIDE[0]}), seed, 1, (slot,))
    moments = [play.start(table)]
    for _ in range(3):
        effort = {body: data.draw(st.floats(0, 1)) for body in table.rules.bodies.names[:2]}
        sheet = Sheet(price=data.draw(st.floats(0.8, 3)), effort=effort)
        moments.append(play.step(table, moments[-1], play.by_sheets(table.rules, {slot: sheet})))
    for quarter in (1, 2, 3):
        held = change(table, slot, moments, quarter)
        assert held.terms.shape == (len(FACTORS), len(TARGETS))
        assert np.isfinite(held.terms).all()
        assert adds_up(held)


def test_the_ends_are_the_two_quarters_as_played() -> None:
    """Also where an institution opens and an event begins between them, and demand grows."""
    event = Event(name="Frost", quarter=3, length=2, effect=Effect(export=0.4, reputation_loss=0.1), news="Frost.")
    scenario = village(8, agenda={"fair": 3}, events=[event])
    scenario = scenario.model_copy(update={"market": scenario.market.model_copy(update={"growth": 0.02})})
    table, moments = game(scenario)
    for quarter in (2, 3, 4):
        held = change(table, 0, moments, quarter)
        assert held.before == pytest.approx(figures(moments[quarter - 1]), rel=1e-9)
        assert held.after == pytest.approx(figures(moments[quarter]), rel=1e-9)
    assert change(table, 0, moments, 3).share("luck", "profit") < 0
    assert change(table, 0, moments).after == pytest.approx(change(table, 0, moments, 4).after, abs=0)


def test_the_first_quarter_begins_with_defaults_and_no_luck() -> None:
    table, moments = game(village(8, ("mark", "fair")), 1, (Sheet(),))
    held = change(table, 0, moments)
    assert held.after == pytest.approx(figures(moments[1]), rel=1e-9)
    assert held.terms[:4] == pytest.approx(np.zeros((4, len(TARGETS))), abs=1e-9)
    assert abs(held.share("luck", "profit")) > 0.01
    dearer, bold = game(village(8, ("mark", "fair")), 1, (Sheet(price=3.0),))
    assert change(dearer, 0, bold).share("own_decision", "profit") < -0.1


def test_each_factor_answers_for_what_it_did() -> None:
    """A quarter in which nothing is new but one thing gives that one all of the change."""
    table, moments = game(village(6, ("mark",)), 2, (Sheet(), Sheet(price=2.5, effort={"mark": 0.0})))
    start, first, second = moments
    assert first.past is not None
    same_decisions = change(table, 0, [start, first, replace(second, past=first.past)])
    for factor in ("own_decision", "others_decisions"):
        assert same_decisions.terms[FACTORS.index(factor)] == pytest.approx(np.zeros(len(TARGETS)), abs=1e-9)
    same_stocks = change(table, 0, [start, replace(first, state=replace(start.state, quarter=2)), second])
    assert same_stocks.inherited("profit") == pytest.approx(0, abs=1e-9)
    assert same_stocks.share("own_decision", "profit") < 0


def test_cells_of_a_batch_are_the_cells_one_by_one() -> None:
    table, moments = game(village(7, ("mark", "research"), agenda={"research": 3}))
    cells = combinations(len(FACTORS))
    for quarter in (1, 3):
        for lucky in (False, True):
            some = cells[cells[:, attribution.LUCK] == lucky]
            whole = attribution._cells(table, 0, moments, quarter, some, lucky)
            for place in range(len(some)):
                one = attribution._cells(table, 0, moments, quarter, some[place : place + 1], lucky)
                assert np.array_equal(one[0], whole[place])


def test_a_firm_without_a_band_has_no_score_but_everything_else() -> None:
    rules = compile_rules(village(4))
    table = play.set_table(rules, 3)
    moments = [play.start(table)]
    for _ in range(2):
        moments.append(play.step(table, moments[-1]))
    held = change(table, 2, moments)
    score = TARGETS.index("score")
    assert np.isnan(held.terms[:, score]).all()
    assert np.isfinite(np.delete(held.terms, score, axis=1)).all()


@pytest.mark.parametrize("quarter", [0, 3])
def test_a_quarter_that_was_not_played_has_no_reasons(quarter: int) -> None:
    table, moments = game(village(4), 2)
    with pytest.raises(IndexError):
        change(table, 0, moments, quarter)
    with pytest.raises(IndexError):
        level(table, 0, moments, first=quarter)


def test_one_firm_and_no_institutions() -> None:
    table, moments = game(village(1, ()), 3, (Sheet(price=1.2),))
    for quarter in (1, 2, 3):
        held = change(table, 0, moments, quarter)
        assert adds_up(held)
        assert held.share("others_decisions", "profit") == pytest.approx(0, abs=1e-9)
    assert adds_up(level(table, 0, moments))


def test_the_level_ends_at_what_was_played_and_begins_with_an_average() -> None:
    """Brute force: the same paths played one by one."""
    scenario = village(8, ("mark", "fair"))
    table, moments = game(scenario)
    held = level(table, 0, moments)
    assert held.after[1:] == pytest.approx(figures(moments[-1])[1:], rel=1e-9)
    assert held.after[0] == pytest.approx(sum(figures(moment)[0] for moment in moments[1:]), rel=1e-9)
    assert adds_up(held)
    one = level(table, 0, moments, first=4)
    assert one.after == pytest.approx(figures(moments[4]), rel=1e-9)
    fan = []
    for draw in range(attribution.DRAWS):
        lone, moment, total = replace(table, chance=Fresh(attribution.SEED, np.array([draw]))), moments[0], 0.0
        for _ in range(4):
            moment = play.step(lone, moment)
            total += figures(moment)[0]
        fan.append(total)
    assert held.before[0] == pytest.approx(np.mean(fan), rel=1e-9)


def test_a_game_can_be_retraced_from_its_decisions() -> None:
    table, moments = game(village(8))
    made = retrace(table, [moment.past.sent for moment in moments[1:] if moment.past])
    assert all(same(one.state, other.state) for one, other in zip(made, moments, strict=True))
    assert all(same(one.minds, other.minds) for one, other in zip(made, moments, strict=True))
