"""Each institution has an effect that only it produces."""

from dataclasses import replace

import numpy as np
import pytest

from game.engine.institutions.register import act
from game.engine.rules import compile_rules
from game.model.decision import Decision
from game.model.institutions import Channel
from game.model.outcome import Effects
from game.play import Moment
from tests.build import FOUR, outcome, play_out, village

NEUTRAL = {"utility": 0, "firmness": 1, "leads": 0, "freight": 1, "spillover": 0, "pooling": 0, "fame": 0.5}
OWN_EFFECTS = {
    "mark": {"utility", "firmness"},
    "channel": {"leads", "freight"},
    "fair": {"leads", "fame", "outside_links", "investors"},
    "research": {"spillover", "pooling"},
}


def effects_of(*bodies: str) -> tuple[Effects, Moment]:
    moment = play_out(village(16, bodies), 4, "always", runs=3)[-1]
    made: Effects = outcome(moment).effects
    return made, moment


@pytest.mark.parametrize("body", FOUR)
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
