"""What the town hall says of a motion: figures are what the engine then charges, and the threshold is real."""

import numpy as np
import pytest

from game.engine.rules import Rules, compile_rules
from game.insight.by_laws import breaking, checks_paid, figures, in_force, standing
from game.model.institutions import Institutions, Mark
from game.model.observation import Observation, seat
from game.model.policy import BODIES, FUNCTIONS
from game.model.scenario import Scenario
from game.model.town import KINDS, MOTIONS, STRUCTURES, VALUES, Proposal
from game.play import Moment
from tests.build import outcome, play_out, village
from tests.engine.hamlet import ALL, BOUND, Motion, hamlet, moving, term

KAPPA, V0, SIZE = 0.0120, 130.0, 2.0
UNIT = KAPPA * V0 * SIZE
PRICING = FUNCTIONS.index("pricing")


def before(motion: Motion | None = None, slot: int = 0) -> tuple[Rules, Observation, Moment]:
    """The picture of a seat before a quarter in which a motion is in force, and that quarter as it was then played."""
    moments = play_out(hamlet(), BOUND, send=moving(*([motion] if motion else []), ayes=ALL))
    return compile_rules(hamlet()), seat(moments[BOUND - 2].seen, slot), moments[BOUND - 1]


def now(rules: Rules, seen: Observation, kind: str, target: int = 0, slot: int = 0) -> dict[str, float | None]:
    value = standing(seen, Proposal(kind, target, 0.0))
    return {item.name: item.now for item in figures(rules, seen, slot, Proposal(kind, target, value or 0.0))}


@pytest.mark.parametrize("motion", [None, Motion("dues", 0, 0.01)])
def test_dues_are_what_is_charged(motion: Motion | None) -> None:
    rules, seen, played = before(motion)
    held = now(rules, seen, "dues")
    assert held["dues"] == pytest.approx(-term(played, "dues.mark"), rel=1e-12)
    assert held["income"] == pytest.approx(sum(-term(played, "dues.mark", slot) for slot in range(9)), rel=1e-12)
    assert held["spends"] == pytest.approx(0.002 * V0 * 6)


def test_audits_cost_what_the_body_pays_and_their_share_that_dues_cover_is_what_takes_place() -> None:
    """Sixteen firms, half of them audited a quarter at .01 V0 each, dues of .0005 of sales."""
    made = village(16, ("mark",))
    mark = Mark(audit=0.5, dues=0.0005, audit_cost=0.01, running=0.0)
    scenario = made.model_copy(update={"institutions": Institutions(mark=mark)})
    rules = compile_rules(scenario)
    moments = play_out(scenario, 2, "always", runs=400)
    seen = moments[0].seen
    bill = 0.5 * 16 * 0.01 * V0
    one = seat(play_out(scenario, 1, "always")[0].seen, 0)
    assert now(rules, one, "audit")["checks"] == pytest.approx(bill)
    income = 0.0005 * float((one.price * one.sales).sum())
    assert checks_paid(rules, one, 0) == pytest.approx(income / bill)
    rate = outcome(moments[1]).verdicts.audited[:, 0].mean()
    savings = float(moments[0].state.bodies.treasury[:, 0].mean()) / bill
    assert rate == pytest.approx(0.5 * (income / bill + savings), abs=0.02)
    assert seen.audit[0, 0] == 0.5


def test_a_fine_is_what_the_audited_pay() -> None:
    """Slot 1 gives half: half of the fine for nothing, twice as much for every offence, up to 8."""
    rules, seen, played = before(Motion("fine", 0, 0.5), slot=1)
    held = now(rules, seen, "fine", slot=1)
    first, third = held["first"], held["third"]
    assert first is not None
    assert first == pytest.approx(0.5 * UNIT / 3)
    assert third == pytest.approx(first * 2**1.9)
    moments = play_out(hamlet(), BOUND, send=moving(Motion("fine", 0, 0.5)))
    offences = float(moments[BOUND - 2].state.bodies.offences[0, 0, 1])
    assert -term(played, "fines.mark", 1) == pytest.approx(0.5 * first * min(2**offences, 8.0), rel=1e-9)


def test_a_standard_says_who_is_in_order() -> None:
    rules, seen, played = before(Motion("standard", 0, 0.5), slot=1)
    held = now(rules, seen, "standard", slot=1)
    assert held["order"] == pytest.approx(0.4)
    assert held["gave"] == 0.5
    assert not outcome(played).verdicts.convicted[0, 0, 1]
    rules, seen, played = before(slot=1)
    held = now(rules, seen, "standard", slot=1)
    assert (held["gave"] or 0.0) < (held["order"] or 0.0)
    assert outcome(played).verdicts.convicted[0, 0, 1]


def test_a_contract_costs_what_it_says() -> None:
    rules, seen, played = before(Motion("floor", 0, 0.8))
    held = now(rules, seen, "floor")
    assert held["upkeep"] == pytest.approx(-term(played, "contract.mark"), rel=1e-12)
    assert held["damages"] == pytest.approx(1.5 * UNIT * 0.8)
    assert now(rules, before()[1], "floor")["upkeep"] == 0.0


def test_shares_are_the_shares_that_members_get() -> None:
    rules, seen, played = before(Motion("equal_share", 0, 0.4))
    benefit = outcome(played).games.benefit[0, 0]
    lazy = now(rules, seat(before(Motion("equal_share", 0, 0.4), 1)[1], 1), "equal_share", slot=1)
    held = now(rules, seen, "equal_share")
    assert held["as_last"] == held["giving"]
    assert (lazy["as_last"] or 0.0) / (held["as_last"] or 1.0) == pytest.approx(benefit[1] / benefit[0])
    assert (held["nothing"] or 1.0) == pytest.approx(0.4)


@pytest.mark.parametrize("name", STRUCTURES)
def test_efforts_come_to_what_the_structure_makes_of_them(name: str) -> None:
    rules, seen, played = before(Motion("structure", 0, float(STRUCTURES.index(name))))
    assert now(rules, seen, "structure")["comes_to"] == pytest.approx(float(outcome(played).games.composition[0, 0]))


def test_what_the_region_decides_costs_what_it_says() -> None:
    rules, seen, played = before()
    assert now(rules, seen, "function", PRICING)["waste"] == pytest.approx(-term(played, "functions"))
    assert now(rules, seen, "function", PRICING)["fitness"] == 0.6
    better = figures(rules, seen, 0, Proposal("function", PRICING, float(BODIES.index("association"))))
    assert {item.name: item.then for item in better} == {"fitness": 1.0, "waste": 0.0}
    rules, seen, played = before(Motion("support", 0, 0.4))
    cost = float(outcome(played).games.cost[0, :, 0].sum())
    assert now(rules, seen, "support")["effort_cost"] == pytest.approx(cost - term(played, "grants"))
    rules, seen, played = before(Motion("advertise", 0, 0.02))
    assert now(rules, seen, "advertise")["outlay"] == pytest.approx(0.02 * V0 * 16 / 3)
    newcomers = figures(rules, seen, 0, Proposal("relocate", 0, 3.0))[0]
    assert (newcomers.now, newcomers.then) == (6.0, 9.0)


def test_the_threshold_by_hand() -> None:
    """m = 3/6: breaking saves half of 3.12; at full audits a fine of f costs f x 3.12, so f = .5 is even."""
    rules, seen, _ = before()
    for fine, pays in ((0.4, True), (0.5, False), (0.6, False)):
        held = breaking(rules, seen, 0, Proposal("fine", 0, fine))
        assert held is not None
        assert held.gain == pytest.approx(UNIT / 2)
        assert (held.now, held.then) == pytest.approx((2 * UNIT, fine * UNIT))
        assert (held.pays_now, held.pays_then) == (False, pays)
    lower = breaking(rules, seen, 0, Proposal("standard", 0, 0.5))
    assert lower is not None
    assert lower.then == pytest.approx(UNIT)
    for kind in KINDS:
        assert (breaking(rules, seen, 0, Proposal(kind, 0, 1.0)) is None) == (
            kind not in {"audit", "fine", "standard", "floor"}
        )


def test_below_the_threshold_nobody_who_reckons_moves_and_above_all_do() -> None:
    """Impatient reasoners give nothing where the screen says that breaking pays, and everything where it does not."""

    def effort(audit: float) -> tuple[bool, float]:
        made = village(16, ("mark",), strategy="reasoner", agenda={"pledges": "never", "complaints": "never"})
        firms = [
            firm.model_copy(update={"manager": firm.manager.model_copy(update={"patience": 0.0})})
            for firm in made.firms
        ]
        mark = Mark(audit=audit, fine=1.5, dues=0.02)
        scenario: Scenario = made.model_copy(update={"firms": firms, "institutions": Institutions(mark=mark)})
        moments = play_out(scenario, 2)
        held = breaking(compile_rules(scenario), seat(moments[0].seen, 0), 0, Proposal("audit", 0, audit))
        assert held is not None
        return held.pays_now, float(outcome(moments[1]).games.effort[0, 0].mean())

    even = (1 - 3 / 16) / 1.5 / (1 - 0.03 * 0.25)
    pays, low = effort(even * 0.98)
    assert pays
    pays, high = effort(even * 1.02)
    assert not pays
    assert low < 0.1
    assert high > 0.9


def test_a_contract_binds_where_the_court_awards_more_than_breaking_gains() -> None:
    """Court .4 x penalty 1.5 = .6 against 1 - m: with m = 3/6 it is enough, among sixteen (m = 3/16) it is not."""
    rules, seen, _ = before()
    held = breaking(rules, seen, 0, Proposal("floor", 0, 0.8))
    assert held is not None
    assert (held.gain, held.now, held.then) == pytest.approx((0.4 * UNIT, 0.0, 0.48 * UNIT))
    assert (held.pays_now, held.pays_then) == (True, False)
    wide = village(16, ("mark",))
    picture = seat(play_out(wide, 1)[0].seen, 0)
    many = breaking(compile_rules(wide), picture, 0, Proposal("floor", 0, 0.8))
    assert many is not None
    assert many.pays_then


def test_every_kind_has_its_figures_and_leaves_the_picture_as_it_was() -> None:
    rules, seen, _ = before()
    picture = seen.audit.tobytes()
    for kind in KINDS:
        proposal = Proposal(kind, 0, VALUES[kind][1])
        held = figures(rules, seen, 0, proposal)
        assert bool(held) == (MOTIONS[kind] != "firm")
        assert all(item.then is None or np.isfinite(item.then) for item in held)
        after = standing(in_force(seen, proposal), proposal)
        assert after in {None, proposal.value}
    assert seen.audit.tobytes() == picture
