"""Each institution has an effect that only it produces."""

from dataclasses import replace

import numpy as np
import pytest

from game.engine.institutions.register import act
from game.engine.rules import compile_rules
from game.model.decision import Decision
from game.model.institutions import Channel
from game.model.ledger import money_terms
from game.model.outcome import Effects
from game.play import Moment, Send
from tests.build import EIGHT, outcome, play_out, village

NEUTRAL = {"firmness": 1, "freight": 1, "unit_cost": 1, "headroom": 1, "brand_build": 1, "generic": 1, "fame": 0.5}
OWN_EFFECTS = {
    "mark": {"utility", "firmness"},
    "channel": {"leads", "freight"},
    "fair": {"leads", "fame", "outside_links", "investors"},
    "research": {"spillover", "pooling"},
    "leader": {"unit_cost", "utility", "headroom", "licence", "steady"},
    "marketing": {"generic", "leads", "promotion", "brand_build", "fame", "campaign_pooling"},
    "brokers": {"leads", "commission"},
    "pricing": {"unit_cost", "rebate"},
}


def effects_of(*bodies: str) -> tuple[Effects, Moment]:
    moment = play_out(village(16, bodies), 4, "always", runs=3)[-1]
    made: Effects = outcome(moment).effects
    return made, moment


@pytest.mark.parametrize("body", EIGHT)
def test_an_institution_moves_its_own_effects_and_no_other(body: str) -> None:
    made, _ = effects_of(body)
    moved = {
        name
        for name in Effects.__dataclass_fields__
        if not np.allclose(getattr(made, name), NEUTRAL.get(name, 0), atol=1e-12)
    }
    assert moved == OWN_EFFECTS[body]


def test_nothing_open_leaves_all_neutral() -> None:
    made, _ = effects_of()
    assert all(np.allclose(getattr(made, name), NEUTRAL.get(name, 0)) for name in Effects.__dataclass_fields__)


def test_only_the_mark_lends_the_brand_and_small_firms_lean_on_it_more() -> None:
    made, moment = effects_of("mark")
    size = moment.state.firms.size[0]
    assert (made.utility > 0).all()
    assert made.utility[:, size < 1].mean() > made.utility[:, size > 1].mean()
    assert (made.firmness > 1).all()


def test_outsiders_get_of_the_brand_only_what_is_open() -> None:
    def outsider(share: float) -> float:
        table = village(16, ("mark",)).institutions.mark
        assert table is not None
        held = village(16, ("mark",)).institutions.model_copy(
            update={"mark": table.model_copy(update={"open_access": share})}
        )
        scenario = village(16, ("mark",)).model_copy(update={"institutions": held})

        def leave(moment: Moment, proposed: Decision) -> Decision:
            join = np.ones_like(proposed.join)
            join[:, :, 3] = False
            return replace(proposed, join=join)

        return float(outcome(play_out(scenario, 3, "always", send=leave)[-1]).effects.utility[0, 3])

    assert outsider(0.0) == 0
    assert 0 < outsider(0.3) < outsider(0.8)


def test_only_the_channel_cheapens_freight_and_only_between_complements() -> None:
    made, _ = effects_of("channel")
    assert (made.freight < 1).all()
    assert (made.leads[:, 0] == 0).all()
    assert np.array_equal(made.leads[:, 1], made.leads[:, 2])
    assert (made.leads[:, 1] > 0).all()
    twins = Channel(profile_scale=0.1)
    scenario = village(16, ("channel",))
    scenario = scenario.model_copy(update={"institutions": scenario.institutions.model_copy(update={"channel": twins})})
    alike = outcome(play_out(scenario, 4, "always")[-1]).effects
    assert (alike.leads[:, 1] < 0).all()
    assert (alike.freight > made.freight[:1]).all()


def test_only_the_fair_reaches_exporters_and_helps_the_region_beyond_its_members() -> None:
    made, _ = effects_of("fair")
    assert (made.leads[:, :2] == 0).all()
    assert (made.leads[:, 2] > 0).all()
    assert (made.outside_links > 0).all()
    assert (made.fame > 0.5).all()

    def leave(moment: Moment, proposed: Decision) -> Decision:
        join = np.ones_like(proposed.join)
        join[:, :, 3] = False
        return replace(proposed, join=join)

    without = outcome(play_out(village(16, ("fair",)), 4, "always", send=leave)[-1]).effects
    assert without.leads[0, 2, 3] == 0
    assert without.fame[0] > 0.5


def test_only_the_research_alliance_spills_over_and_pools_luck() -> None:
    joined = play_out(village(16, ("research",)), 12, "always", runs=60)
    alone = play_out(village(16, ()), 12, runs=60)
    gain = np.mean([outcome(moment).learning.alliance for moment in joined])
    assert gain > 0.02
    assert all((outcome(moment).learning.alliance == 0).all() for moment in alone)
    luck_joined = np.std([outcome(moment).learning.success for moment in joined])
    luck_alone = np.std([outcome(moment).learning.success for moment in alone])
    assert luck_joined < 0.9 * luck_alone


def test_a_firm_without_research_takes_nothing_up() -> None:
    def idle(moment: Moment, proposed: Decision) -> Decision:
        research = proposed.research.copy()
        research[:, 2] = 0.0
        return replace(proposed, research=research, join=np.ones_like(proposed.join))

    learning = outcome(play_out(village(16, ("research",)), 5, "always", send=idle)[-1]).learning
    assert learning.alliance[0, 2] == 0
    assert learning.own[0, 2] == 0
    assert learning.alliance[0, 3] > 0


def test_an_institution_that_is_not_open_does_nothing() -> None:
    scenario = village(16, ("mark", "fair"), agenda={"fair": 3})
    moments = play_out(scenario, 3, "always")
    assert not outcome(moments[1]).membership.member[:, 1].any()
    assert (outcome(moments[1]).effects.leads == 0).all()
    assert (outcome(moments[2]).effects.leads[:, 2] > 0).all()
    rules = compile_rules(scenario)
    state = moments[0].state
    assert act(rules, state, outcome(moments[0]).membership, outcome(moments[0]).games).fame[0] == 0.5


def leaving(slot: int) -> Send:
    def send(moment: Moment, proposed: Decision) -> Decision:
        join = np.ones_like(proposed.join)
        join[:, :, slot] = False
        return replace(proposed, join=join)

    return send


def test_only_leader_traction_lends_one_firm_s_name_and_takes_the_others_capacity() -> None:
    made, moment = effects_of("leader")
    leader = int((moment.state.firms.size[0] - moment.state.firms.firm_id[0] * 1e-9).argmax())
    others = np.arange(16) != leader
    assert (made.utility[:, leader] == 0).all()
    assert (made.utility[:, others] > 0).all()
    assert (made.headroom[:, leader] > 1).all()
    assert (made.headroom[:, others] == 1).all()
    assert (made.unit_cost < 1).all()

    def famous(held: Moment, proposed: Decision) -> Decision:
        brand = proposed.brand.copy()
        brand[:, leader] *= 4
        return replace(proposed, brand=brand, join=np.ones_like(proposed.join))

    after = outcome(play_out(village(16, ("leader",)), 4, "always", runs=3, send=famous)[-1]).effects
    assert (after.utility[:, others] > made.utility[:, others]).all()


def test_only_the_marketing_alliance_helps_outsiders_to_buyers_and_members_to_cheaper_brands() -> None:
    made, _ = effects_of("marketing")
    assert (made.generic > 1).all()
    without = outcome(play_out(village(16, ("marketing",)), 4, "always", runs=3, send=leaving(3))[-1])
    alone = outcome(play_out(village(16, ()), 4, "always", runs=3)[-1])
    assert (without.effects.leads[:, :, 3] == 0).all()
    assert (without.market.size > alone.market.size).all()
    terms = money_terms(("marketing",))
    paid = without.money.terms[:, terms.index("corporate_brand")]
    assert (np.abs(paid[:, 3]) > 1.1 * np.abs(paid[:, 4] * 1.0)).all()


def test_only_brokers_find_buyers_for_the_unknown() -> None:
    before, moment = play_out(village(16, ("brokers",)), 4, "always", runs=3)[-2:]
    made = outcome(moment).effects
    assert (made.leads > 0).all()
    assert np.array_equal(made.leads[:, 0], made.leads[:, 2])
    known = before.state.firms.corporate_brand[0]
    benefit = outcome(moment).games.benefit[0, 0]
    per_point = made.leads[0, 0] / benefit
    order = np.argsort(known)
    assert (np.diff(per_point[order]) <= 1e-12).all()
    assert per_point[order[0]] > 1.2 * per_point[order[-1]]


def test_only_cost_saving_pricing_hands_something_to_the_buyers_and_pocketing_it_is_the_temptation() -> None:
    made, moment = effects_of("pricing")
    assert (made.rebate > 0).all()
    paid = outcome(moment).market.price
    assert (paid < moment.state.firms.price).all()

    def pocket(held: Moment, proposed: Decision) -> Decision:
        effort = np.ones_like(proposed.effort)
        effort[:, :, 3] = 0.0
        return replace(proposed, effort=effort, join=np.ones_like(proposed.join))

    after = outcome(play_out(village(16, ("pricing",)), 4, "always", runs=3, send=pocket)[-1]).effects
    assert (after.rebate[:, 3] == 0).all()
    assert (after.unit_cost[:, 3] < 1).all()


def test_two_promoters_share_the_work_of_making_the_region_known() -> None:
    both, fair, campaign = (
        effects_of(*bodies)[0].fame for bodies in (("fair", "marketing"), ("fair",), ("marketing",))
    )
    assert both == pytest.approx((fair + campaign) / 2)
