"""Firms that come and go: what a newcomer brings, what it finds, and that nobody's luck hangs on it."""

from dataclasses import replace

import numpy as np
import pytest

from game import play
from game.engine.observe import observe
from game.engine.rules import compile_rules
from game.model.decision import Decision
from game.model.outcome import Outcome
from game.model.parameters import Chance, Finance
from game.model.policy import Entry
from game.model.record import lock, rows, same, walk
from game.model.scenario import Scenario
from game.model.town import KINDS
from game.play import Moment, Send
from tests.build import outcome, play_out, village

NOBODY = Entry(base=0.0, brand=0.0, capital=0.0, profit=0.0)
EVERY = Entry(base=1.0, brand=0.0, capital=0.0, profit=0.0)
SLOTS, FIRMS = 14, 10


def hamlet(entry: Entry = NOBODY) -> Scenario:
    return village(FIRMS, ("mark", "fair"), slots=SLOTS, agenda={"town_hall": 1}, entry=entry)


def inviting(*numbers: float) -> Send:
    """Row r invites `numbers[r]` firms at the yearly meeting, all vote for it; 0 asks for no support, as there is."""

    def send(moment: Moment, proposed: Decision) -> Decision:
        kind = np.full_like(proposed.motion, -1)
        kind[:, 0] = np.where(np.array(numbers) > 0, KINDS.index("relocate"), KINDS.index("support"))
        value = np.broadcast_to(np.array(numbers, dtype=np.float64)[:, None], kind.shape)
        target = np.zeros_like(kind)
        return replace(
            proposed, motion=kind, motion_target=target, motion_value=value, vote=np.ones_like(proposed.vote)
        )

    return send


def side_by_side(quarters: int, *numbers: float) -> list[Moment]:
    """The same game, luck included, in one row for each number of invited firms."""
    table = play.set_table(compile_rules(hamlet()), 6, np.zeros(len(numbers), dtype=np.int64))
    moment, made = play.start(table), []
    for _ in range(quarters):
        moment = play.step(table, moment, inviting(*numbers))
        made.append(moment)
    return made


def row_of(made: Outcome, row: int) -> Outcome:
    return rows(made, slice(row, row + 1))


def test_invited_firms_come_as_many_as_were_asked_for_and_as_there_is_room() -> None:
    moments = side_by_side(9, 0, 1, 3)
    assert [row.tolist() for row in (moment.state.firms.active.sum(axis=-1) for moment in moments)] == [
        *[[10, 10, 10]] * 3,
        *[[10, 11, 13]] * 4,
        *[[10, 12, 14]] * 2,
    ]
    assert outcome(moments[3]).population.relocated.sum(axis=-1).tolist() == [0, 1, 3]
    firms = moments[-1].state.firms
    assert firms.firm_id[2].tolist() == [*range(1, 11), 15, 16, 17, 18]
    assert moments[-1].state.region.last_firm_id.tolist() == [14, 16, 18]


def test_in_the_quarter_in_which_firms_are_taken_in_nobody_else_s_figures_move() -> None:
    made = outcome(side_by_side(4, 0, 3)[-1])
    for phase in ("weather", "membership", "games", "verdicts", "effects", "learning", "production", "market"):
        assert same(getattr(row_of(made, 0), phase), getattr(row_of(made, 1), phase)), phase
    for phase in ("money", "echelon", "region", "scores", "evaluation"):
        assert same(getattr(row_of(made, 0), phase), getattr(row_of(made, 1), phase)), phase


def test_with_newcomers_the_others_keep_their_luck() -> None:
    """In their first quarter the market is another, but slips, eyes, campaigns and the weather are not."""
    made = outcome(side_by_side(5, 0, 3)[-1])
    alone, crowded = row_of(made, 0), row_of(made, 1)
    assert same(alone.weather, crowded.weather)
    here = slice(0, FIRMS)
    assert not np.array_equal(alone.market.sold[..., here], crowded.market.sold[..., here])
    assert np.array_equal(alone.echelon.campaign[:, here], crowded.echelon.campaign[:, here])
    assert np.array_equal(alone.games.effort[..., here], crowded.games.effort[..., here])
    assert np.array_equal(alone.games.observed[..., here], crowded.games.observed[..., here])
    assert np.array_equal(alone.games.act[:, here], crowded.games.act[:, here])


def test_a_newcomer_taken_out_again_leaves_no_trace_in_the_quarter() -> None:
    """Beside the market of the moment: the same state with the newcomer's slot made free gives what it gave before."""
    held = side_by_side(4, 3, 0)[-1]
    rules = compile_rules(hamlet())
    table = play.set_table(rules, 6, np.zeros(2, dtype=np.int64))
    active = held.state.firms.active & (np.arange(SLOTS) < FIRMS)
    state = lock(replace(held.state, firms=replace(held.state.firms, active=active)))
    cleared = replace(held, state=state, seen=observe(rules, state, outcome(held)))
    made = play.step(table, cleared, inviting(0, 0))
    one, other = row_of(outcome(made), 0), row_of(outcome(made), 1)
    for (path, axes, a), (_, _, b) in zip(walk(one), walk(other), strict=True):
        here = tuple(slice(FIRMS) if axis == "N" else slice(None) for axis in axes)
        assert np.array_equal(a[here], b[here], equal_nan=a.dtype.kind == "f"), path


def test_a_newcomer_by_hand() -> None:
    """Small, nobody's customer, nobody's friend, a little behind, with cash from outside and an id of its own."""
    first = play_out(hamlet(EVERY), 1)[0]
    before, after = play.start(play.set_table(compile_rules(hamlet(EVERY)), 7)).state.firms, first.state.firms
    assert outcome(first).population.entries[0].tolist() == [False] * 10 + [True] + [False] * 3
    assert after.firm_id[0].tolist() == [*range(1, 11), 15, 12, 13, 14]
    assert first.state.region.last_firm_id[0] == 15
    new, old = 10, slice(0, FIRMS)
    assert after.size[0, new] == 2 / 3
    assert after.cash[0, new] == pytest.approx(1.5 * 130 * 2 / 3)
    assert outcome(first).population.brought[0, new] == after.cash[0, new]
    assert after.capacity[0, new] == pytest.approx(115 * 2 / 3)
    assert after.knowledge[0, new] == pytest.approx(0.9 * after.knowledge[0, old].mean())
    assert after.quality[0, new] == pytest.approx(0.9 * after.quality[0, old].mean())
    assert after.price[0, new] == pytest.approx(after.price[0, old].mean())
    assert after.corporate_brand[0, new] == pytest.approx(0.25 * 2 / 3)
    assert after.since[0].tolist() == [1] * 10 + [2] + [1] * 3
    assert sorted(after.profile[0, new].tolist()) == pytest.approx([0.15] * 4 + [0.4])
    for name in ("loan", "product_brand", "sales", "share_in_nest", "share_in_market", "value", "trouble"):
        assert getattr(after, name)[0, new] == 0, name
    assert not first.state.bodies.member[0, :, new].any()
    assert not first.state.ties.standing[0, new].any()
    assert (first.state.bodies.record[0, :, new] == 0.5).all()
    assert np.array_equal(before.firm_id[0, old], after.firm_id[0, old])


def test_one_firm_comes_a_quarter_under_an_id_that_nobody_had() -> None:
    moments = play_out(hamlet(EVERY), 5)
    assert [int(moment.state.firms.active.sum()) for moment in moments] == [11, 12, 13, 14, 14]
    assert moments[-1].state.firms.firm_id[0].tolist() == [*range(1, 11), 15, 16, 17, 18]


def test_a_newcomer_keeps_its_capacity_until_it_has_sold_something() -> None:
    moments = play_out(hamlet(EVERY), 3, send=None)
    start = moments[0].state.firms.capacity[0, 10]
    assert outcome(moments[1]).production.capacity[0, 10] == pytest.approx(start)
    assert outcome(moments[1]).market.sold[0, :, 10].sum() > 0


def test_newcomers_with_different_luck_have_different_strengths() -> None:
    firms = play_out(hamlet(EVERY), 1, runs=200)[0].state.firms
    strength = firms.profile[:, 10].argmax(axis=-1)
    assert set(strength.tolist()) == set(range(5))
    assert 0.4 < firms.position[:, 10].mean() < 0.6


def ruined(quarters: int, entry: Entry) -> list[Moment]:
    """Firm 6 sells far below cost until it closes; then its slot is the only free one."""
    scenario = village(
        FIRMS,
        ("mark", "fair"),
        slots=FIRMS,
        strategy="always",
        chance=Chance(tremble=0.0),
        finance=Finance(opening_cash=0.3),
        entry=entry,
    )

    def send(moment: Moment, proposed: Decision) -> Decision:
        price, effort = proposed.price.copy(), proposed.effort.copy()
        waste = moment.state.firms.firm_id == 6
        price[waste] = 0.2
        effort[:, :, 5] = np.where(waste[:, 5, None], 0.0, effort[:, :, 5])
        return replace(proposed, price=price, effort=effort, join=np.ones_like(proposed.join))

    return play_out(scenario, quarters, send=send)


def test_a_slot_that_was_left_is_taken_by_a_firm_without_its_past() -> None:
    """Empty for a quarter, then another firm: another id, no debts, no offences, no bar, a blank record, new ties."""
    moments = ruined(20, EVERY)
    closed = next(i for i, moment in enumerate(moments) if outcome(moment).population.exits[0, 5])
    assert not moments[closed].state.firms.active[0, 5]
    assert outcome(moments[closed]).population.trouble[0, 5] == 3
    assert not outcome(moments[closed]).population.entries.any()
    before, after = moments[closed].state, moments[closed + 1].state
    assert outcome(moments[closed + 1]).population.entries[0, 5]
    assert after.firms.active[0, 5]
    assert (before.firms.firm_id[0, 5], after.firms.firm_id[0, 5]) == (6, 11)
    assert before.bodies.record[0, :, 5] == pytest.approx(0.5 * 0.9**3)
    assert (after.bodies.record[0, :, 5] == 0.5).all()
    assert (after.bodies.offences[0, :, 5] == 0).all()
    assert (after.bodies.barred_until[0, :, 5] == 0).all()
    assert (after.firms.loan[0, 5], after.firms.trouble[0, 5], after.firms.value[0, 5]) == (0, 0, 0)
    later = moments[closed + 2]
    assert (outcome(later).games.effort[0, :, 5] == 1).all()
    assert not (after.ties.wanted[0] == 5).any()
    assert (moments[-1].state.firms.firm_id[0] == 6).sum() == 0


def test_a_firm_above_water_again_is_not_in_trouble_any_more() -> None:
    moments = ruined(12, NOBODY)
    trouble = [int(outcome(moment).population.trouble[0, 5]) for moment in moments]
    cash = [float(outcome(moment).money.cash[0, 5]) for moment in moments]
    for before, now, held in zip([0, *trouble], trouble, cash, strict=False):
        assert now in ((before + 1, 0) if held < 0 else (0,))
