"""Newcomers see what a player sees, do what their names say, and break nothing."""

from dataclasses import fields, replace
from itertools import pairwise
from typing import Any

import numpy as np
import pytest

from game import play, resources
from game.engine.rules import compile_rules
from game.insight.forecast import MIDDLE, preview
from game.insight.kept import find
from game.model.scenario import Quarters, Scenario
from game.model.sheet import Sheet
from game.scenario.read import load
from game.teach.newcomers import NEWCOMERS, FreeRider, Newcomer, ProfitChaser, Reader, Sitting
from game.teach.seated import quarters, seat_class, sit
from tests.build import village

Notes = list[tuple[Sitting, Sheet]]
BY_NAME = {newcomer.name: newcomer for newcomer in NEWCOMERS}
QUICK = [newcomer for newcomer in NEWCOMERS if not newcomer.reads]
SMALL = village(5, ("mark", "fair"), "tit_for_tat", quarters=Quarters(min=6, max=6), agenda={"fair": 3})


def table(scenario: Scenario = SMALL, games: int | np.ndarray = 1, slot: int = 0) -> play.Table:
    return play.set_table(compile_rules(scenario), 5, games, (slot,))


class Watched(Newcomer):
    """Notes what another newcomer saw and sent."""

    name = "watched"

    def __init__(self, inner: Newcomer) -> None:
        self.inner, self.notes = inner, list[tuple[Sitting, Sheet]]()

    def decide(self, at: Sitting) -> Sheet:
        sheet = self.inner.decide(at)
        self.notes.append((at, sheet))
        return sheet


def watched(
    name: str, scenario: Scenario = SMALL, slot: int = 0
) -> tuple[list[tuple[Sitting, Sheet]], list[play.Past]]:
    held = Watched(BY_NAME[name])
    held.reads = BY_NAME[name].reads  # type: ignore[misc]
    return held.notes, list(quarters(table(scenario, slot=slot), slot, held))


def own(past: play.Past, name: str) -> Any:
    return getattr(past.decision, name)[0, 0]


@pytest.mark.parametrize("name", sorted(BY_NAME))
def test_newcomers_see_what_their_seat_sees(name: str) -> None:
    notes, _ = watched(name, slot=1)
    for at, _ in notes:
        for item in fields(at.seen):
            if item.metadata.get("seen") != "private":
                continue
            axis = str(item.metadata["axes"]).index("N")
            others = np.delete(getattr(at.seen, item.name), 1, axis=axis)
            blank = (
                np.isnan(others) if others.dtype.kind == "f" else others == (-1 if others.dtype.kind == "i" else False)
            )
            assert blank.all(), item.name


@pytest.mark.parametrize("scenario", sorted(resources.shipped_scenarios()))
@pytest.mark.parametrize("newcomer", QUICK, ids=lambda newcomer: newcomer.name)
def test_whole_games_at_every_seat_break_nothing(scenario: str, newcomer: Newcomer) -> None:
    """Every sheet is possible as sent, every figure finite, and a firm that people play stays in the game."""
    made = load(resources.shipped_scenarios()[scenario])
    for slot in (slot for slot, firm in enumerate(made.firms) if firm.seat):
        band = find(made, slot)
        assert band is not None
        rules = compile_rules(made, {slot: band.anchors()})
        for game in sit(play.set_table(rules, 5, 3, (slot,)), slot, newcomer):
            assert game.corrected == 0
            assert np.isfinite([game.firm_score, game.region_score, game.profit]).all()
            assert made.quarters.min <= game.quarters <= made.quarters.max


def test_a_game_does_not_hang_on_the_games_beside_it() -> None:
    for newcomer in QUICK:
        together = sit(table(games=3), 0, newcomer)
        alone = sit(table(games=np.array([2])), 0, newcomer)
        assert repr(together[2]) == repr(alone[0])


def test_the_idler_leaves_everything_where_it_stands() -> None:
    notes, played = watched("idler")
    assert all(sheet == Sheet() for _, sheet in notes)
    for before, after in pairwise(played):
        assert own(before, "price") == own(after, "price")
        assert before.decision.effort[0, 0, 0] == after.decision.effort[0, 0, 0]


def test_the_good_citizen_gives_all_and_says_so() -> None:
    notes, played = watched("good_citizen")
    assert set(notes[0][1].effort) == {"mark"}
    assert set(notes[2][1].pledge) == {"mark", "fair"}
    for quarter, past in enumerate(played, start=1):
        assert (past.decision.effort[0, : 2 if quarter >= 3 else 1, 0] == 1).all()
        assert own(past, "price") == own(played[0], "price")


def test_the_free_rider_gives_nothing_and_undercuts_but_not_below_cost() -> None:
    notes, played = watched("free_rider")
    for (at, sheet), past in zip(notes, played, strict=True):
        assert set(sheet.effort.values()) == {0.0}
        assert past.decision.effort[0, :, 0][[name in at.open for name in ("mark", "fair")]].sum() == 0
        middle = float(np.median(at.seen.price[0, 1:]))
        assert own(past, "price") == pytest.approx(max(0.95 * middle, 1.02 * float(at.seen.unit_cost[0, 0])))
    dear = replace(notes[-1][0].seen, unit_cost=np.full((1, 5), 1.5))
    at = replace(notes[-1][0], pictures=(*notes[-1][0].pictures, dear))
    assert FreeRider().decide(at).price == pytest.approx(1.53)


def test_the_copycat_does_as_the_neighbour_with_the_most_revenue() -> None:
    notes, played = watched("copycat", village(5, ("mark",), "alternator", quarters=Quarters(min=6, max=6)))
    assert notes[0][1] == Sheet()
    for (at, _), past in zip(notes[1:], played[1:], strict=True):
        revenue = at.seen.price[0] * at.seen.sales[0] / at.seen.size[0]
        best = 1 + int(revenue[1:].argmax())
        assert own(past, "price") == pytest.approx(float(at.seen.price[0, best]))
        assert past.decision.effort[0, 0, 0] == pytest.approx(float(at.seen.observed[0, 0, best]), abs=0.0251)


def test_the_profit_chaser_changes_one_thing_and_takes_back_what_lowered_profit() -> None:
    notes, played = watched("profit_chaser", SMALL.model_copy(update={"quarters": Quarters(min=16, max=16)}))
    taken_back = 0
    for (_at, sheet), (later, _) in pairwise(notes):
        changed = len(sheet.effort) + sum(getattr(sheet, name) is not None for name in play.OWN_FIELDS)
        assert changed == 1
        if later.quarter < 3:
            continue
        last = ProfitChaser()._last(later)
        if last is not None and not later.seen.profit[0, 0] > later.pictures[-2].profit[0, 0]:
            control, before, after = last
            assert before != after
            again = ProfitChaser().decide(later)
            value = again.effort[control.body] if control.field == "effort" else getattr(again, control.field)
            assert value == pytest.approx(before)
            taken_back += 1
    assert taken_back >= 2
    assert len({tuple(sheet.model_dump(exclude_defaults=True)) for _, sheet in notes}) > 2
    assert len(played) == 16


def test_the_explorer_is_drawn_by_its_game_alone() -> None:
    def sheets(replicate: int) -> list[Sheet]:
        held = Watched(BY_NAME["explorer"])
        list(quarters(table(games=np.array([replicate])), 0, held))
        return [sheet for _, sheet in held.notes]

    assert sheets(1) == sheets(1)
    assert sheets(1) != sheets(2)
    assert len({sheet.model_dump_json() for sheet in sheets(1)}) == 6


def test_the_reader_sends_what_its_screen_puts_first() -> None:
    notes, _ = watched("reader", SMALL.model_copy(update={"quarters": Quarters(min=3, max=3)}))
    for at, sheet in notes:
        assert at.known is not None
        estimates = {
            held.model_dump_json(): float(preview(at.known, held).bands["profit"][0, MIDDLE])
            for held in Reader()._tries(at)
        }
        assert len(estimates) == 5
        assert estimates[sheet.model_dump_json()] == max(estimates.values())


def test_a_class_is_compared_on_the_same_luck() -> None:
    scenario = load(resources.shipped_scenarios()["first_quarter"])
    band = find(scenario, 0)
    assert band is not None
    newcomers = [BY_NAME["free_rider"], BY_NAME["idler"]]
    made = seat_class(scenario, 0, {0: band.anchors()}, games=4, newcomers=newcomers)
    best, worst = made.standings
    assert best.firm.mean >= worst.firm.mean
    pairs = zip(made.games[best.newcomer], made.games[worst.newcomer], strict=True)
    assert made.spread.mean == pytest.approx(np.mean([a.firm_score - b.firm_score for a, b in pairs]))
    assert made.ahead == replace(made.spread, metric="ahead")
    assert [game.replicate for game in made.games["idler"]] == [0, 1, 2, 3]


def test_seats_without_anything_to_decide() -> None:
    closed = dict.fromkeys((*play.OWN_FIELDS.values(), "ties", "pledges", "complaints"), "never")
    silent = village(1, (), quarters=Quarters(min=2, max=2), agenda=closed)
    for newcomer in NEWCOMERS:
        (game,) = sit(table(silent), 0, newcomer)
        assert game.corrected == 0
        assert np.isfinite(game.profit)
