"""Turning points, thresholds and the brand-dilution trail: exact terms, and quarters that really turned a game."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game import play, resources
from game.engine.rules import compile_rules
from game.insight.attribution import change
from game.insight.dilution import trail
from game.insight.kept import find
from game.insight.otherwise import otherwise
from game.insight.targets import TARGETS
from game.insight.turning import HALF, JUMP, Turn, hinges, thresholds, turning_points
from game.model.ledger import ADVANTAGES
from game.model.record import rows
from game.model.sheet import Sheet
from game.scenario.read import load
from tests.build import outcome, play_out, village
from tests.generate import random_decisions
from tests.insight.test_attribution import WIDE, game


@given(st.integers(0, 2**16), st.integers(1, 9))
def test_the_trail_adds_up_whatever_happens(seed: int, firms: int) -> None:
    rules = compile_rules(village(firms, ("fair", "mark")))
    table = play.set_table(rules, seed)
    moments = [play.start(table)]
    for _ in range(4):
        moments.append(play.step(table, moments[-1], random_decisions(seed)))
    made = trail(rules, moments)
    assert made is not None
    total = made.before + made.promise + made.events + made.bounds
    total = total + made.broken.sum(axis=-1) + made.scandals.sum(axis=-1)
    assert total == pytest.approx(made.after, abs=1e-12)
    assert made.after == pytest.approx([float(moment.state.region.reputation[0]) for moment in moments[1:]], abs=0)
    assert (made.broken <= 0).all()
    assert (made.scandals <= 0).all()
    assert (made.taken <= 0).all()


def test_the_trail_names_who_broke() -> None:
    rules = compile_rules(village(6, ("mark",), strategy="always"))
    table = play.set_table(rules, 3, 1, (), {2: "never"})
    moments = [play.start(table)]
    for _ in range(6):
        moments.append(play.step(table, moments[-1]))
    made = trail(rules, moments)
    assert made is not None
    assert made.taken.argmin() == 2
    assert trail(rules, moments[:1]) is None
    assert trail(compile_rules(village(4, ("fair",))), moments) is None


def test_hinges_agree_with_had_you_chosen_otherwise() -> None:
    """A quarter in which the firm did what its manager would have done hung on nothing."""
    sheets = (Sheet(effort={"mark": 0.0}, price=2.2), Sheet(price=1.3, effort={"mark": 1.0}), Sheet())
    table, moments = game(village(6, ("mark",)), 5, sheets)
    made = hinges(table, 0, moments)
    assert made.shape == (5, len(TARGETS))
    first = play.propose(table, moments[0])
    own = ("price", "quality", "research", "brand", "brand_split", "capacity", "position")
    default = Sheet().model_copy(
        update={name: float(getattr(first, name)[0, 0]) for name in own}
        | {"effort": {"mark": float(first.effort[0, 0, 0])}, "join": {"mark": bool(first.join[0, 0, 0])}}
    )
    other = otherwise(table, moments, 0, 1, default).difference
    for name in ("score", "region", "cluster"):
        place = TARGETS.index(name)
        assert made[0, place] == pytest.approx(-other[-1, place], rel=1e-6, abs=1e-9)
    assert made[0, 0] == pytest.approx(-other[:, 0].sum(), rel=1e-6)
    managed = play.set_table(table.rules, 5, 1, ())
    silent = [play.start(managed)]
    for _ in range(3):
        silent.append(play.step(managed, silent[-1]))
    assert np.abs(hinges(managed, 0, silent)).max() < 1e-9


def test_nobody_is_told_of_an_institution_that_was_not_there_yet() -> None:
    """Sheets stand as members before the door opens, managers of tea as none: that is no choice of anybody's."""
    tea = load(resources.scenarios() / "tea.toml")
    band = find(tea, 0)
    assert band is not None
    rules = compile_rules(tea, {0: band.anchors()})
    table = play.set_table(rules, 7, 1, (0,))
    moments = [play.start(table)]
    for _ in range(6):
        moments.append(play.step(table, moments[-1], play.by_sheets(rules, {0: Sheet(effort={"mark": 0.5})})))
    points = [point for point in turning_points(table, 0, moments) if point.kind is Turn.OWN_CHOICE]
    assert {point.quarter for point in points} & {1, 2}
    for point in points:
        if point.choice is not None and point.choice.body:
            opens = rules.bodies.opens[rules.bodies.names.index(point.choice.body)]
            assert opens <= point.quarter, point


def test_a_blunder_is_a_turning_point() -> None:
    sheets = (Sheet(), Sheet(), Sheet(price=0.5), Sheet(price=1.35))
    table, moments = game(village(8, ("mark", "fair")), 6, sheets)
    found = turning_points(table, 0, moments)
    own = [point for point in found if point.kind == Turn.OWN_CHOICE]
    assert min(own, key=lambda point: point.score).quarter == 3
    assert [point.quarter for point in found] == sorted(point.quarter for point in found)
    assert turning_points(table, 0, moments[:1]) == []
    assert len(turning_points(table, 0, moments, most=1)) == 1


def test_a_collapse_and_a_recovery_are_found() -> None:
    """Everybody breaks in quarters 3 and 4."""
    rules = compile_rules(village(4, ("mark",), strategy="always"), WIDE)
    table = play.set_table(rules, 3)
    moments = [play.start(table)]
    for quarter in range(1, 7):
        sheets = {slot: Sheet(effort={"mark": 0.0 if quarter in (3, 4) else 1.0}) for slot in range(4)}
        moments.append(play.step(table, moments[-1], play.by_sheets(rules, dict(sheets))))
    kinds = {(point.kind, point.quarter) for point in turning_points(table, 0, moments, most=20)}
    assert (Turn.COLLAPSE, 3) in kinds
    assert (Turn.RECOVERY, 5) in kinds


def test_awareness_grows_where_the_thresholds_say() -> None:
    """Unknown regions grow above C_on and fade below it; formed ones above and below C_off, which is lower."""
    region = village().region
    checked = set()
    for cluster in np.linspace(0.1, 0.9, 17):
        for awareness, formed in ((0.02, False), (HALF, True)):
            update = {"cluster": float(cluster), "awareness": awareness}
            rich = [firm.model_copy(update={"corporate_brand": 3.0}) for firm in village(8, ("mark", "fair")).firms]
            scenario = village(8, ("mark", "fair"), region=region.model_copy(update=update))
            scenario = scenario.model_copy(update={"firms": rich})
            rules = compile_rules(scenario)
            table = play.set_table(rules, 1)
            opening = play.start(table)
            after = play.step(table, opening)
            at = thresholds(rules, opening.state, outcome(after))
            assert at.off < at.on
            grows = outcome(after).echelon.awareness[0, 1:3].sum() > 0
            assert grows == (cluster > (at.off if formed else at.on))
            checked.add((formed, bool(grows)))
    assert len(checked) == 4


def test_thresholds_of_a_row_are_those_of_the_row_alone() -> None:
    """One region has an association that works on its brand, the other has none."""
    rules = compile_rules(village(8, ("mark", "fair")))
    table = play.set_table(rules, 1, 2)
    opening = play.start(table)
    work = np.zeros_like(opening.state.region.work)
    work[0, ADVANTAGES.index("brand")] = 1.0
    state = replace(opening.state, region=replace(opening.state.region, work=work))
    after = outcome(play.step(table, replace(opening, state=state)))
    made = [thresholds(rules, state, after, row) for row in (0, 1)]
    assert made[0].on < made[1].on
    for row in (0, 1):
        index = np.array([row])
        assert thresholds(rules, rows(state, index), rows(after, index)) == made[row]


def test_a_brand_that_forms_is_a_turning_point() -> None:
    moments = play_out(village(16, strategy="always"), 24, "always")
    rules = compile_rules(village(16, strategy="always"))
    table = play.set_table(rules, 7, 1, (), dict.fromkeys(range(16), "always"))
    found = turning_points(table, 0, [play.start(table), *moments], most=30)
    assert Turn.BRAND_FORMED in {point.kind for point in found}


def test_a_jump_that_was_luck_is_told_as_such() -> None:
    """The largest jump of a game of shoes that luck explains better than anybody's choice, and by how much."""
    shoes = load(resources.scenarios() / "shoes.toml")
    band = find(shoes, 0)
    assert band is not None
    rules = compile_rules(shoes, {0: band.anchors()})
    lucky = {}
    for seed in range(1, 5):
        table = play.set_table(rules, seed, 1, (0,))
        moments = [play.start(table)]
        for _ in range(6):
            moments.append(play.step(table, moments[-1]))
        for point in turning_points(table, 0, moments):
            if point.kind in {Turn.GOOD_LUCK, Turn.BAD_LUCK}:
                lucky[seed] = point
                shares = change(table, 0, moments, point.quarter)
                assert point.luck == shares.share("luck", "score")
                assert abs(point.luck) == np.abs(shares.terms[:, TARGETS.index("score")]).max()
                scores = [float(moment.past.outcome.scores.firm[0, 0]) for moment in moments[1:] if moment.past]
                assert point.score == pytest.approx(scores[point.quarter - 1] - scores[point.quarter - 2])
                assert (point.score > 0) == (point.luck > 0) == (point.kind is Turn.GOOD_LUCK)
                assert abs(point.score) >= JUMP
    assert lucky
