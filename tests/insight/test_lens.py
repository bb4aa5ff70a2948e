"""The dilemma lens: payoffs are what play brings, names follow them, and a parameter moves a name."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from game import play
from game.engine.chance import Chance
from game.engine.rules import compile_rules
from game.insight import lens
from game.insight.guess import Known, know
from game.insight.lens import Game, Lens, lenses, through
from game.insight.luck import Even, steady
from game.insight.past import repeat
from game.insight.stage_game import GameType, patience_needed
from game.model.decision import Decision
from game.model.record import lock
from game.model.scenario import Quarters, Scenario
from game.model.sheet import Sheet
from tests.build import outcome, village
from tests.insight.test_forecast import MIX, known, scrambled, watched

PLAIN = {"cost_exponent": 1.0}
WEAKEST = {"structure": "chain", "equal_share": 1.0, **PLAIN}
PAIRED = {"structure": "network", "equal_share": 0.2, "benefit_exponent": 0.3, **PLAIN}
POLICED = {"fine": 3.0, "dues": 0.02}


def one_game(body: str, firms: int = 8, strategy: str = "conditional", **table: Any) -> Scenario:
    """A village with one institution."""
    plain = village(firms, (body,), strategy=strategy)
    changed = getattr(plain.institutions, body).model_copy(update=table)
    return plain.model_copy(update={"institutions": plain.institutions.model_copy(update={body: changed})})


def look(scenario: Scenario, quarters: int = 2) -> Lens:
    """What the last firm sees in the first institution."""
    slot = len(scenario.firms) - 1
    table = play.set_table(compile_rules(scenario), 3, 1, (slot,))
    moments = [play.start(table)]
    for _ in range(quarters):
        moments.append(play.step(table, moments[-1]))
    return lenses(known(table, moments, slot))[0]


def held(made: Lens) -> Game:
    assert made.held is not None
    return made.held


@pytest.mark.parametrize(
    ("body", "table", "kind", "moved", "other"),
    [
        ("fair", {"cost": 0.005}, GameType.PRISONERS_DILEMMA, {"cost": 0.002}, GameType.CHICKEN),
        ("fair", {"cost": 0.002}, GameType.CHICKEN, {"cost": 0.0006}, GameType.HARMONY),
        ("fair", {"cost": 0.003, **WEAKEST}, GameType.STAG_HUNT, {"cost": 0.007}, GameType.PRISONERS_DILEMMA),
        ("fair", {"cost": 0.0067, **PAIRED}, GameType.THRESHOLD, {"cost": 0.004}, GameType.STAG_HUNT),
        ("fair", {"cost": 0.0067, **PAIRED}, GameType.THRESHOLD, {"cost": 0.009}, GameType.PRISONERS_DILEMMA),
        ("mark", {"audit": 0.0, **POLICED}, GameType.PRISONERS_DILEMMA, {"audit": 0.4}, GameType.HARMONY),
        ("fair", {"cost": 0.008}, GameType.PRISONERS_DILEMMA, {"cost": 0.02}, GameType.DEADLOCK),
    ],
)
def test_the_name_follows_the_payoffs_when_only_a_parameter_moves(
    body: str, table: dict[str, Any], kind: GameType, moved: dict[str, Any], other: GameType
) -> None:
    assert held(look(one_game(body, **table))).kind == kind
    assert held(look(one_game(body, **(table | moved)))).kind == other


def test_all_eight_tempt_a_small_firm_as_they_ship() -> None:
    """Whatever the others do, breaking pays; and each institution but the dear fair is worth keeping up together."""
    for body in ("mark", "channel", "fair", "research", "leader", "marketing", "brokers", "pricing"):
        game = held(look(one_game(body)))
        assert game.temptation > game.reward
        assert game.punishment > game.sucker
        assert game.kind == GameType.PRISONERS_DILEMMA or body == "fair"
        assert game.needed == patience_needed(game.temptation, game.reward, game.punishment)


@pytest.mark.parametrize("body", ["fair", "mark"])
def test_a_cell_is_what_play_brings(body: str) -> None:
    """Brute force through the loop itself, one row at a time, others held and answering."""
    table, moments = watched(one_game(body, strategy="tit_for_tat"), 3, strategies=MIX)
    shown = known(table, moments)
    assert shown.past is not None
    made = through(shown.table(Even(0, np.zeros(1, dtype=np.int64))), shown.moment, shown.past.decision, 0)[0]
    assert made.held is not None
    assert made.answering is not None
    cells = {(1, 1, 0): made.held.reward, (0, 1, 0): made.held.temptation, (1, 0, 0): made.held.sucker}
    cells |= {(0, 0, 0): made.held.punishment, (1, 1, 1): made.answering.reward, (0, 1, 1): made.answering.temptation}
    for cell, expected in cells.items():
        draws = 2 if shown.state.bodies.audit[0, 0] > 0 and not cell[2] else 1
        worth = [by_hand(shown, cell, draw) for draw in range(draws)]
        assert np.mean(worth) == pytest.approx(expected, rel=1e-9), cell


def by_hand(shown: Known, cell: tuple[int, int, int], draw: int) -> float:
    """What a cell is worth under one draw: own effort, the others', and whether they answer."""
    own, others, answers = cell
    assert shown.past is not None
    decision = shown.past.decision
    at = replace(shown.table(lens._luck(np.array([draw]))), rules=steady(shown.rules))

    def send(now: play.Moment, proposed: Decision) -> Decision:
        effort, join = decision.effort.copy(), decision.join.copy()
        join[0, 0, 0] = True
        begins = now.state.quarter == shown.state.quarter
        effort[0, 0] = proposed.effort[0, 0] if answers and not begins else others
        effort[0, 0, 0] = own
        return lock(replace(decision, effort=effort, join=join))

    moment, total = repeat(shown.moment, 1), 0.0
    weights = at.rules.scenario.finance.discount ** np.arange(lens.HORIZON)
    for weight in weights / weights.sum():
        moment = play.step(at, moment, send)
        total += weight * float(outcome(moment).money.profit[0, 0])
    return total


def test_d_star_of_the_linear_game_is_the_reasoner_s() -> None:
    """Where nothing is stocked, (T - R)/(T - P) = (1 - m)/((n - 1) m): cost 1, each gets m of every unit."""
    for n, m in ((2, 0.7), (8, 0.2), (16, 0.1)):
        reward, temptation, punishment = n * m - 1, (n - 1) * m, 0.0
        assert patience_needed(temptation, reward, punishment) == pytest.approx((1 - m) / ((n - 1) * m), rel=1e-12)


def test_partners_who_answer_turn_a_dilemma_into_a_stag_hunt() -> None:
    """Two firms that answer in kind, against two that keep whatever happens."""
    kinds = {}
    for strategy in ("grim", "always"):
        table = play.set_table(compile_rules(one_game("fair", 2, cost=0.008)), 3, 1, (0,), {1: strategy})
        moment = play.start(table)
        decision = play.propose(table, moment)
        made = through(table, moment, decision, 0)[0]
        assert made.held is not None
        assert made.answering is not None
        kinds[strategy] = (made.held.kind, made.answering.kind)
        assert made.inner == ()
    assert kinds["grim"] == (GameType.PRISONERS_DILEMMA, GameType.STAG_HUNT)
    assert kinds["always"] == (GameType.PRISONERS_DILEMMA, GameType.PRISONERS_DILEMMA)


def test_an_institution_is_looked_at_alone_or_among_others_alike() -> None:
    """Rows of a batch don't touch each other."""
    table, moments = watched(village(8), 3)
    shown = known(table, moments)
    whole = {made.body: made for made in lenses(shown)}
    assert set(whole) == {"mark", "channel", "fair", "research"}
    again = lenses(shown)
    assert list(whole.values()) == list(again)


def test_the_lens_sees_only_what_the_seat_sees() -> None:
    plain = village(8, ("mark", "fair"))
    table, moments = watched(plain, 4, strategies=MIX)
    expected = lenses(known(table, moments), Sheet(price=1.4))
    others = [
        firm if slot == 0 else firm.model_copy(update={"strategy": "never"}) for slot, firm in enumerate(plain.firms)
    ]
    secret = compile_rules(plain.model_copy(update={"firms": others}))
    for pictures in ([moment.seen for moment in moments], [scrambled(moment.seen, 0) for moment in moments]):
        assert lenses(know(secret, 0, (0,), pictures), Sheet(price=1.4)) == expected


def test_where_there_is_no_game_none_is_named() -> None:
    late = village(4, ("mark", "fair"), agenda={"fair": 3})
    table, moments = watched(late, 1)
    made = lenses(known(table, moments))
    assert made[0].held is not None
    assert made[1] == Lens("fair", made[1].patience, None)
    table, moments = watched(village(1, ("mark",)), 1)
    assert lenses(known(table, moments))[0].held is None
    table, moments = watched(village(4, ()), 1)
    assert lenses(known(table, moments)) == ()


def test_a_known_last_quarter_leaves_no_future() -> None:
    scenario = village(4, ("mark",), quarters=Quarters(min=2, max=2, known=True, continuation=0.6))
    table, moments = watched(scenario, 1)
    assert lenses(known(table, moments[:1]))[0].patience == pytest.approx(0.54)
    assert lenses(known(table, moments))[0].patience == 0


def test_even_luck_shows_what_plain_luck_would_on_average(count: Callable[[int, int], int]) -> None:
    """From the true state, over many plain draws with slips, slumps and scandals: gains differ by a few per cent."""
    table, moments = watched(village(8, ("mark", "fair", "channel")), 4, strategies=MIX)
    moment = moments[-1]
    assert moment.past is not None
    runs = count(80, 400)
    for j, made in enumerate(lenses(known(table, moments))):
        effort = np.repeat(moment.past.decision.effort, 4 * runs, axis=0)
        for place, (own, others) in enumerate(lens.ENDS):
            effort[place * runs : (place + 1) * runs, j] = others
            effort[place * runs : (place + 1) * runs, j, 0] = own
        past = repeat(moment, 4 * runs).past
        assert past is not None
        held_down = lock(replace(past.decision, effort=effort, join=np.ones_like(past.decision.join)))
        at, state = replace(table, chance=Chance(9, np.tile(np.arange(runs), 4))), repeat(moment, 4 * runs).state
        weights, total = 0.95 ** np.arange(lens.HORIZON), np.zeros(4 * runs)
        for weight in weights / weights.sum():
            state, past = play.resolve(at, state, held_down)
            total += weight * past.outcome.money.profit[:, 0]
        reward, sucker, temptation, punishment = total.reshape(4, runs).mean(axis=-1)
        game = held(made)
        assert game.reward == pytest.approx(reward, rel=0.2)
        tempted, alone = (temptation - reward) / reward, (sucker - punishment) / reward
        assert (game.temptation - game.reward) / game.reward == pytest.approx(tempted, abs=0.05)
        assert (game.sucker - game.punishment) / game.reward == pytest.approx(alone, abs=0.05)
