"""Reasons in any village: whatever is asked, at any quarter, something finite or a plain None comes back."""

import numpy as np
from hypothesis import assume, given
from hypothesis import strategies as st

from game import play
from game.engine.rules import compile_rules
from game.insight.attribution import change, level
from game.insight.dilution import trail
from game.insight.forecast import forecast, preview
from game.insight.guess import know
from game.insight.lens import lenses
from game.insight.otherwise import otherwise
from game.insight.turning import turning_points
from game.model.observation import seat
from game.model.scenario import Scenario
from game.model.sheet import Sheet
from tests.generate import random_decisions, scenarios


@given(scenarios(), st.integers(0, 2**16), st.integers(0, 4), st.booleans(), st.data())
def test_every_question_has_an_answer(
    scenario: Scenario, seed: int, quarters: int, wild: bool, data: st.DataObject
) -> None:
    assume(scenario.government.advertise == 0 or scenario.government.advertise > 1e-9)
    slot = data.draw(st.integers(0, len(scenario.firms) - 1))
    table = play.set_table(compile_rules(scenario), seed, 1, (slot,))
    moments = [play.start(table)]
    for _ in range(quarters):
        moments.append(play.step(table, moments[-1], random_decisions(seed) if wild else None))
    known = know(table.rules, slot, table.seats, [seat(moment.seen, slot) for moment in moments])
    assert np.array_equal(known.state.firms.active, moments[-1].state.firms.active)
    for fan in (preview(known, Sheet(price=1.5)), forecast(known, quarters=3, draws=4)):
        for name, band in fan.bands.items():
            missing = name == "score" or (name == "effort" and np.isnan(band).any())
            assert missing or np.isfinite(band).all(), name
    made = lenses(known)
    assert [lens.body for lens in made] == list(table.rules.bodies.names)
    for lens in made:
        if lens.held is not None:
            assert np.isfinite([lens.held.reward, lens.held.temptation, *lens.inner]).all()
    points = turning_points(table, slot, moments)
    assert all(1 <= point.quarter <= quarters and np.isfinite(point.weight) for point in points)
    assert (trail(table.rules, moments) is None) == (quarters == 0 or "mark" not in table.rules.bodies.names)
    if quarters:
        assert np.isfinite(np.delete(change(table, slot, moments).terms, 1, axis=1)).all()
        assert np.isfinite(np.delete(level(table, slot, moments, first=quarters).terms, 1, axis=1)).all()
        path = otherwise(table, moments, slot, quarters, Sheet(price=2.0))
        assert np.isfinite(np.delete(path.difference, 1, axis=1)).all()
