"""Looking ahead: nothing that a seat can't see goes in, and what comes out is where games go."""

from collections.abc import Callable
from dataclasses import fields, replace

import numpy as np
import pytest

from game import play
from game.engine.chance import Chance, Purpose, key
from game.engine.rules import compile_rules
from game.insight.forecast import FORECAST, LEVELS, SERIES, Fan, forecast, preview
from game.insight.guess import Known, know
from game.insight.luck import BLOCK, Even, Fresh
from game.model.observation import Observation, seat
from game.model.scenario import Effect, Event, Quarters, Scenario
from game.model.sheet import Sheet
from tests.build import outcome, village
from tests.insight.test_attribution import WIDE

MIX = dict(
    enumerate(("conditional", "grim", "never", "tit_for_tat", "win_stay", "generous", "conditional", "two_tats"))
)


def watched(
    scenario: Scenario, quarters: int, slot: int = 0, seed: int = 4, strategies: dict[int, str] | None = None
) -> tuple[play.Table, list[play.Moment]]:
    table = play.set_table(compile_rules(scenario, {slot: WIDE[0]}), seed, 1, (slot,), strategies)
    moments = [play.start(table)]
    for quarter in range(quarters):
        sheet = Sheet(effort={"mark": float(quarter % 3 > 0)})
        moments.append(play.step(table, moments[-1], play.by_sheets(table.rules, {slot: sheet})))
    return table, moments


def known(table: play.Table, moments: list[play.Moment], slot: int = 0) -> Known:
    return know(table.rules, slot, table.seats, [moment.seen for moment in moments])


def digest_of(fan: Fan) -> str:
    parts = [fan.quarters, fan.going, fan.final, *(fan.bands[name] for name in SERIES)]
    return "".join(part.tobytes().hex() for part in parts)


def test_what_is_sealed_does_not_move_what_is_shown() -> None:
    """Another seed, other rivals' rules, figures, later events and another end: the same picture, the same bytes."""
    plain = village(8, ("mark", "fair"))
    table, moments = watched(plain, 4, strategies=MIX)
    shown = known(table, moments)
    sheet = Sheet(price=1.5, effort={"mark": 0.0})
    expected = [digest_of(preview(shown, sheet)), digest_of(forecast(shown, sheet))]
    later = Event(name="Frost", quarter=6, effect=Effect(export=0.2), news="Frost.")
    now = later.model_copy(update={"quarter": 5})
    others = [
        firm if slot == 0 else firm.model_copy(update={"strategy": "never", "manager": firm.manager.model_copy()})
        for slot, firm in enumerate(plain.firms)
    ]
    secret = plain.model_copy(update={"events": [later, now], "firms": others})
    blanked = [seat(moment.seen, 0) for moment in moments]
    noise = [scrambled(moment.seen, 0) for moment in moments]
    other_table = play.set_table(compile_rules(secret, WIDE), 99, 1, (0,))
    for pictures in (blanked, noise):
        again = know(other_table.rules, 0, (0,), pictures)
        assert [digest_of(preview(again, sheet)), digest_of(forecast(again, sheet))] == expected


def scrambled(picture: Observation, slot: int) -> Observation:
    """Everything that is private to somebody else replaced by nonsense."""
    mine, made = seat(picture, slot), {}
    for item in fields(Observation):
        if item.metadata.get("seen") == "private":
            values = getattr(mine, item.name).copy()
            where = (slice(None),) * str(item.metadata["axes"]).index("N")
            for other in range(values.shape[len(where)]):
                if other != slot:
                    values[(*where, other)] = 1
            made[item.name] = values
    return replace(picture, **made)


def test_an_event_that_was_announced_is_reckoned_with_in_its_quarter() -> None:
    frost = Event(name="Frost", quarter=4, effect=Effect(local=0.3, national=0.3, export=0.3), news="Frost.")
    told = frost.model_copy(update={"announced": True})
    bands = []
    for event in (frost, told):
        table, moments = watched(village(8, ("mark",), events=[event]), 3)
        bands.append(preview(known(table, moments)).bands["profit"][0])
    assert (bands[1] < bands[0] - 1).all()


def test_luck_ahead_comes_from_streams_of_its_own() -> None:
    used = {key(5, purpose) for purpose in Purpose}
    for purpose in Purpose:
        assert key(5, BLOCK * Purpose.FORECAST + purpose) not in used
        assert BLOCK * Purpose.FORECAST + purpose > max(Purpose)
    ids = np.arange(4)
    assert not np.array_equal(Fresh(5, ids).uniform(Purpose.TREND, 1), Chance(5, ids).uniform(Purpose.TREND, 1))


def test_even_luck_has_the_shapes_of_luck_and_the_odds_of_chance() -> None:
    ids, firm = np.zeros(3, dtype=np.int64), np.tile(np.arange(5), (3, 1))
    even, plain = Even(1, ids), Chance(1, ids)
    for lane in (2, (0, 3)):
        for who in (None, firm):
            assert (
                even.uniform(Purpose.AUDIT, 4, who, lane=lane).shape
                == plain.uniform(Purpose.AUDIT, 4, who, lane=lane).shape
            )
            assert (
                even.normal(Purpose.TASTE, 4, who, lane=lane).shape
                == plain.normal(Purpose.TASTE, 4, who, lane=lane).shape
            )
    draws = np.array([even.uniform(Purpose.AUDIT, quarter, firm) for quarter in range(1, 13)])
    for odds in (0.1, 0.3, 0.5):
        assert np.abs((draws < odds).sum(axis=0) - 12 * odds).max() < 2


def test_the_guess_is_near_the_truth() -> None:
    """Public figures and own books exactly, what is hidden within what one can tell from outside."""
    table, moments = watched(village(12, ("mark", "fair")), 6, strategies=MIX)
    shown = known(table, moments)
    truth, guess = moments[-1].state, shown.state
    for name in ("price", "sales", "corporate_brand", "active"):
        assert np.array_equal(getattr(truth.firms, name), getattr(guess.firms, name))
    for name in ("cash", "quality", "knowledge", "unit_cost", "value", "smooth_profit", "share_in_market"):
        assert getattr(guess.firms, name)[0, 0] == pytest.approx(getattr(truth.firms, name)[0, 0], rel=1e-9)
        ratio = getattr(guess.firms, name)[0, 1:] / getattr(truth.firms, name)[0, 1:]
        assert np.median(np.abs(ratio - 1)) < 0.2, (name, ratio)
    assert truth.region.cluster == guess.region.cluster
    for name in ("awareness", "reputation", "heterogeneity", "rigidity", "talent", "capital"):
        assert getattr(guess.region, name)[0] == pytest.approx(getattr(truth.region, name)[0], abs=0.1)
    assert guess.region.awareness * guess.region.reputation == pytest.approx(moments[-1].seen.brand, rel=1e-12)
    assert np.array_equal(guess.ties.standing, truth.ties.standing)


def test_games_go_where_the_fan_says(count: Callable[[int, int], int]) -> None:
    """Over many games about four in five of the next quarter's profits lie between the outer lines."""
    inside, drift = [], []
    for seed in range(count(25, 200)):
        table, moments = watched(village(8, ("mark", "fair")), 4, seed=seed, strategies=MIX)
        fan = preview(known(table, moments), Sheet())
        after = play.step(table, moments[-1], play.by_sheets(table.rules, {0: Sheet()}))
        profit = float(outcome(after).money.profit[0, 0])
        inside.append(fan.bands["profit"][0, 0] <= profit <= fan.bands["profit"][0, -1])
        drift.append(profit - fan.bands["profit"][0, 2])
    assert 0.55 < np.mean(inside) < 0.97
    assert abs(np.mean(drift)) < 2 * np.std(drift) / np.sqrt(len(drift)) + 0.5


def test_a_draft_moves_the_preview() -> None:
    table, moments = watched(village(8, ("mark", "fair")), 3)
    shown = known(table, moments)
    dear, plain = preview(shown, Sheet(price=3.0)), preview(shown)
    assert (dear.bands["profit"] < plain.bands["profit"]).all()
    assert preview(shown).bands["profit"].shape == (1, len(LEVELS))
    assert forecast(shown).bands["score"].shape == (FORECAST, len(LEVELS))
    assert (np.diff(forecast(shown).bands["cash"], axis=-1) >= 0).all()


def test_the_end_is_drawn_anew_and_only_from_what_everybody_knows() -> None:
    scenario = village(4, ("mark",), quarters=Quarters(min=3, max=6, continuation=0.5))
    table, moments = watched(scenario, 2)
    fan = forecast(known(table, moments), draws=400)
    assert fan.quarters[0] == 3
    assert fan.going == pytest.approx([1, 0.5, 0.25, 0.125, 0, 0, 0, 0], abs=0.07)
    fixed = village(4, ("mark",), quarters=Quarters(min=3, max=6, known=True))
    table, moments = watched(fixed, 2)
    assert forecast(known(table, moments), draws=8).going.tolist() == [1, 1, 1, 1, 0, 0, 0, 0]


def test_one_firm_no_institution_the_first_quarter_no_band() -> None:
    table = play.set_table(compile_rules(village(1, ())), 3, 1, (0,))
    shown = known(table, [play.start(table)])
    fan = forecast(shown, Sheet(price=1.4))
    assert np.isnan(fan.bands["score"]).all()
    assert np.isnan(fan.bands["effort"]).all()
    assert np.isfinite(fan.bands["profit"]).all()
    with pytest.raises(ValueError, match="None"):
        know(table.rules, 0, (0,), [])


def test_newcomers_and_leavers_are_seen(count: Callable[[int, int], int]) -> None:
    """Slots that fill and empty, a town hall, votes: the guess goes along with the game, quarter by quarter."""
    entry = village().entry.model_copy(update={"base": 0.5})
    scenario = village(5, ("mark", "research"), slots=8, entry=entry, agenda={"town_hall": 1, "research": 3})
    for seed in range(count(3, 20)):
        table, moments = watched(scenario, 7, seed=seed)
        shown = known(table, moments)
        assert np.array_equal(shown.state.firms.active, moments[-1].state.firms.active)
        assert np.array_equal(shown.state.bodies.member, moments[-1].state.bodies.member)
        assert np.isfinite(forecast(shown, draws=4).bands["profit"]).all()
