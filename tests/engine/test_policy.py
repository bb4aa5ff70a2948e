"""Government and association by hand: grants, advertising and their cost, the yearly evaluation and its feedback."""

from dataclasses import replace

import numpy as np
import pytest

from game import play
from game.engine.observe import observe
from game.engine.region import advance
from game.engine.rules import SIZES, compile_rules
from game.model.decision import Decision
from game.model.ledger import ADVANTAGES, INDEX_TERMS, money_terms
from game.model.outcome import Money
from game.model.parameters import Chance
from game.model.policy import Entry, Evaluation, Functions, Government
from game.model.record import lock
from game.model.scenario import Scenario
from game.play import Moment
from tests.build import outcome, play_out, village

V0 = 130.0
TWO = ("mark", "fair")
TERMS = money_terms(TWO)
NOBODY = Entry(base=0.0, brand=0.0, capital=0.0, profit=0.0)
SIZE = 4 * SIZES["large"] + 12 * SIZES["small"]


def shire(**sections: object) -> Scenario:
    made = village(16, TWO, strategy="always", chance=Chance(tremble=0.0, observation=0.0), entry=NOBODY)
    return made.model_copy(update=sections)


def term(moment: Moment, name: str) -> np.ndarray:
    made: np.ndarray = outcome(moment).money.terms[0, TERMS.index(name)]
    return made


def halves(moment: Moment, proposed: Decision) -> Decision:
    """All are members, the first eight give everything, the others half."""
    effort = np.ones_like(proposed.effort)
    effort[:, :, 8:] = 0.5
    return replace(proposed, join=np.ones_like(proposed.join), effort=effort)


# -- government ------------------------------------------------------------------------------------------------------


def test_support_pays_a_share_of_members_cost_of_effort() -> None:
    rich = shire(government=Government(opening=100.0, support=0.3))
    moment = play_out(rich, 1, send=halves)[0]
    size = moment.state.firms.size[0]
    effort = np.where(np.arange(16) < 8, 1.0, 0.5)
    cost = V0 * size * (0.0120 * effort + 0.0122 * effort**2)
    assert term(moment, "grants") == pytest.approx(0.3 * cost, rel=1e-12)
    assert outcome(moment).money.outlay[0] == pytest.approx(0.3 * cost.sum() / (V0 * SIZE), rel=1e-12)
    tax = -term(moment, "tax").sum()
    assert outcome(moment).money.government[0] == pytest.approx(tax - 0.3 * cost.sum(), rel=1e-9)


def test_support_and_advertising_go_as_far_as_the_account() -> None:
    """The account is a thousandth of V0 x size; planned is more, and both are cut in the same proportion."""
    poor = shire(government=Government(opening=0.001, support=0.5, advertise=0.004))
    moment = play_out(poor, 1, send=halves)[0]
    size = moment.state.firms.size[0]
    effort = np.where(np.arange(16) < 8, 1.0, 0.5)
    grants = 0.5 * V0 * size * (0.0120 * effort + 0.0122 * effort**2)
    account, advertising = 0.001 * V0 * SIZE, 0.004 * V0 * SIZE
    covered = account / (grants.sum() + advertising)
    assert covered < 1
    assert term(moment, "grants") == pytest.approx(covered * grants, rel=1e-12)
    assert outcome(moment).money.advertising[0] == pytest.approx(covered * 0.004, rel=1e-12)
    assert outcome(moment).money.outlay[0] == pytest.approx(0.001, rel=1e-12)
    assert moment.state.region.government[0] == pytest.approx(-term(moment, "tax").sum(), rel=1e-9)


def test_an_empty_account_pays_nothing_and_never_goes_below_nought() -> None:
    broke = shire(government=Government(opening=0.0, support=0.9, advertise=0.1))
    moments = play_out(broke, 8, send=halves)
    assert (term(moments[0], "grants") == 0).all()
    assert outcome(moments[0]).money.outlay[0] == 0
    assert (term(moments[1], "grants") > 0).any()
    assert all(moment.state.region.government[0] >= -1e-9 for moment in moments)


def test_advertising_makes_the_region_known_by_its_pull() -> None:
    """8 x .02 of pull on an awareness of .12, at its pace and with the room that its ceiling leaves."""
    quiet, loud = (
        play_out(shire(government=Government(opening=100.0, advertise=spent)), 1, send=halves)[0]
        for spent in (0.0, 0.02)
    )
    pull = [outcome(moment).echelon.awareness[0, INDEX_TERMS["awareness"].index("pull")] for moment in (quiet, loud)]
    goodwill = 0.75 * (4 * 2.0 + 2 / 3)
    room = 1 - 0.12 / min(1.0, 0.11 * goodwill)
    others = pull[0] / (1.3 * 0.12)  # below the threshold, so without the room
    assert others < 0
    assert pull[1] == pytest.approx(1.3 * 0.12 * (others + 8 * 0.02) * room, rel=1e-9)


@pytest.mark.parametrize("outlay", [0.0, 0.005, 0.010, 0.030])
def test_public_money_costs_the_economy_more_than_in_proportion(outlay: float) -> None:
    """-.18 x 2 o (1 + o/.01): at an outlay of .01 twice what the line gives."""
    rules = compile_rules(shire())
    first, second = play_out(rules, 2, send=halves)
    made = outcome(second)
    money: Money = replace(made.money, outlay=np.array([outlay]))
    assert second.past is not None
    region = advance(
        rules, first.state, second.past.decision, made.membership, made.games, made.effects, made.market, money
    )
    term_of = region.economy[0, INDEX_TERMS["economy"].index("outlay")]
    assert term_of == pytest.approx(-0.18 * 2 * outlay * (1 + outlay / 0.01), abs=1e-15)


def test_functions_in_the_wrong_hands_cost_everybody_by_size() -> None:
    """Pricing by the leader has .6 of the skill of the best, promotion by the members .5: .9 of .002 of V0 x size."""
    wrong = shire(functions=Functions(pricing="leader", promotion="members"))
    moment = play_out(wrong, 1, send=halves)[0]
    assert term(moment, "functions") == pytest.approx(-0.002 * 0.9 * V0 * moment.state.firms.size[0], rel=1e-12)
    assert not term(play_out(shire(), 1, send=halves)[0], "functions").any()


# -- evaluation ------------------------------------------------------------------------------------------------------


def evaluated(**terms: float | int) -> list[Moment]:
    return play_out(shire(evaluation=Evaluation(**terms)), 12, send=halves)  # type: ignore[arg-type]


def test_the_four_advantages_by_hand() -> None:
    moment = evaluated()[-1]
    made, firms = outcome(moment), moment.state.firms
    gain = made.money.profit[0] / (V0 * firms.size[0])
    small = firms.size[0] < 1
    cost = made.production.unit_cost[0].mean() / (1.05 * 5**-0.053)
    by_hand = [
        0.5 + 5 * (gain[small].mean() - gain[~small].mean()),
        moment.state.region.awareness[0] * moment.state.region.reputation[0],
        0.5 * (made.region.cohesion[0] + made.market.variety[0]),
        (1.3 - cost) / 0.6,
    ]
    assert made.evaluation.advantages[0] == pytest.approx(np.clip(by_hand, 0, 1), rel=1e-12)
    assert made.evaluation.weakest[0] == int(np.argmin(np.clip(by_hand, 0, 1)))
    assert ((np.array(by_hand) > 0) & (np.array(by_hand) < 1)).sum() >= 3


def test_once_a_year_the_work_is_halved_and_the_weakest_gets_half_of_the_feedback() -> None:
    moments = evaluated(feedback=0.6)
    held = [bool(outcome(moment).evaluation.held[0]) for moment in moments]
    assert held == [False, False, False, True] * 3
    before = np.zeros(4)
    for moment in moments:
        made = outcome(moment).evaluation
        if made.held[0]:
            before = before / 2
            before[made.weakest[0]] += 0.3
        assert moment.state.region.work[0] == pytest.approx(before)
    assert before.max() > 0.3


def worked(advantage: str) -> tuple[Moment, Moment]:
    """The first quarter without work and with half work on one advantage."""
    scenario = shire(chance=Chance(tremble=0.1, observation=0.0))
    table = play.set_table(compile_rules(scenario), 7, 400)
    start = play.start(table)
    work = np.zeros_like(start.state.region.work)
    work[:, ADVANTAGES.index(advantage)] = 0.5
    state = lock(replace(start.state, region=replace(start.state.region, work=work)))
    other = replace(start, state=state, seen=observe(table.rules, state, None))
    return play.step(table, start, halves), play.step(table, other, halves)


def test_work_on_small_firms_takes_over_part_of_their_overhead() -> None:
    """.3 x .5 of the overhead of firms smaller than ordinary; all pay the levy, .001 x .5 of V0 x size."""
    idle, busy = (term(moment, "overhead") for moment in worked("small_firms"))
    assert busy[:4] == pytest.approx(idle[:4])
    assert busy[4:] == pytest.approx(0.85 * idle[4:])
    levies = [term(moment, "levy") for moment in worked("small_firms")]
    size = worked("small_firms")[0].state.firms.size[0]
    assert not levies[0].any()
    assert levies[1] == pytest.approx(-0.001 * 0.5 * V0 * size)


def test_work_on_the_brand_pulls_at_awareness() -> None:
    idle, busy = (outcome(moment).echelon.awareness[0, 1] / (1.3 * 0.12) for moment in worked("brand"))
    assert idle < 0
    assert busy == pytest.approx(idle + 0.10 * 0.5)


def test_work_on_cooperation_prevents_slips_of_the_hand() -> None:
    """Slips at a tenth, four tenths of them prevented: .1 (1 - .8 x .5)."""
    rates = [float((outcome(moment).games.effort[:, :, :8] == 0).mean()) for moment in worked("cooperation")]
    draws = 400 * 2 * 8
    assert abs(rates[0] - 0.1) < 4 * np.sqrt(0.1 * 0.9 / draws)
    assert abs(rates[1] - 0.06) < 4 * np.sqrt(0.06 * 0.94 / draws)


def test_work_on_operating_cost_makes_units_cheaper() -> None:
    idle, busy = (outcome(moment).production.unit_cost for moment in worked("operating_cost"))
    assert busy == pytest.approx(idle * (1 - 0.03 * 0.5), rel=1e-12)
