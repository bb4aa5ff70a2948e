"""Closed forms of what makes keeping pay: against figures, and against a search for who could do better."""

import csv
from pathlib import Path

import numpy as np
import pytest

from game import play
from game.engine.mechanisms import (
    best_equal_share,
    chain_output,
    chain_profit,
    commission,
    contract_holds,
    efficient_effort,
    efficient_giving,
    link,
    needed_fine,
    needed_penalty,
    private_giving,
    reputation_quality,
    shared_effort,
)
from game.engine.rules import compile_rules
from game.rivals.reckoning import fines_bite
from tests.build import village

DATA = Path(__file__).parent / "data"


def columns(name: str) -> dict[str, np.ndarray]:
    with (DATA / name).open(encoding="utf-8") as file:
        held = list(csv.DictReader(file))
    return {name: np.array([float(row[name]) for row in held]) for name in held[0]}


def test_sharing_by_effort() -> None:
    held = columns("sharing_by_effort.csv")
    n, share, exponent, value, cost = (held[name] for name in ("n", "equal_share", "exponent", "value", "cost"))
    assert shared_effort(n, share, exponent, value, cost) == pytest.approx(held["effort"], rel=1e-9)
    assert efficient_effort(exponent, value, cost) == pytest.approx(held["efficient"], rel=1e-9)


@pytest.mark.parametrize("share", [0.0, 0.25, 0.5, 0.7, 1.0])
@pytest.mark.parametrize(("n", "exponent"), [(3, 0.3), (10, 0.5), (16, 0.8)])
def test_nobody_gains_by_another_effort(n: int, exponent: float, share: float) -> None:
    total = float(shared_effort(n, share, exponent, 10.0, 1.0))
    own = total / n * np.linspace(0, 3, 3001)
    others = total * (n - 1) / n
    joint = own + others
    gain = 10 * joint**exponent * (share / n + (1 - share) * own / joint) - own
    assert own[gain.argmax()] == pytest.approx(total / n, rel=2e-3)


@pytest.mark.parametrize("n", [2, 10, 40])
def test_the_efficient_link(n: int) -> None:
    assert link(n, best_equal_share(0.3), 0.3) == pytest.approx(1, abs=1e-12)
    assert link(n, 1.0, 0.3) < 1 < link(n, 0.0, 0.3)


def test_private_giving() -> None:
    held = columns("private_giving.csv")
    n, weight, wealth = (held[name] for name in ("n", "private_weight", "wealth"))
    total = private_giving(n, weight, wealth)
    assert total == pytest.approx(held["total"], rel=1e-9)
    assert total / n == pytest.approx(held["each"], rel=1e-9)
    assert efficient_giving(n, weight, wealth) == pytest.approx(held["efficient"], rel=1e-9)
    for i in range(len(n)):
        gift = np.linspace(0, 1, 10_001)
        utility = (1 - gift) ** weight[i] * (total[i] * (n[i] - 1) / n[i] + gift) ** (1 - weight[i])
        assert gift[utility.argmax()] == pytest.approx(total[i] / n[i], abs=1e-4)


def test_quality_under_a_common_name() -> None:
    held = columns("reputation_quality.csv")
    given = {name: held[name] for name in ("pace", "premium", "cost", "rate")}
    assert reputation_quality(held["n"], **given) == pytest.approx(held["quality"], rel=1e-9)
    assert reputation_quality(1.0, **given) == pytest.approx(held["agreed"], rel=1e-9)
    traced = reputation_quality(held["n"], **given, traceability=1.0)
    assert traced == pytest.approx(held["agreed"], rel=1e-9)


@pytest.mark.parametrize("traceability", [0.0, 0.3])
def test_quality_of_one_firm_by_the_discounted_sum(traceability: float) -> None:
    """Steady quality q against the law of motion itself, in small steps: the best q is the closed form."""
    n, pace, premium, cost, rate, step = 5, 0.25, 1.0, 1.0, 0.02, 0.05
    quality = np.linspace(0, 1.2, 241)
    name = np.zeros_like(quality)
    own = np.zeros_like(quality)
    worth = np.zeros_like(quality)
    for k in range(12_000):
        felt = (1 - traceability) * name + traceability * own
        worth += step * np.exp(-rate * k * step) * (premium * felt - cost * quality**2 / 2)
        name += step * pace * (quality / n - name)
        own += step * pace * (quality - own)
    expected = float(reputation_quality(n, pace, premium, cost, rate, traceability))
    assert quality[worth.argmax()] == pytest.approx(expected, abs=5e-3)


def test_needed_fines() -> None:
    held = columns("needed_fine.csv")
    gain = (1 - held["per_capita"]) * held["effort"]
    keeping = (held["n"] * held["per_capita"] - 1) * held["effort"]
    rest = [held[name] for name in ("detection", "false_alarm", "exclusion", "patience")]
    made = needed_fine(gain, keeping, *rest)
    assert made.fine == pytest.approx(held["fine"], abs=5e-7)
    assert made.membership == pytest.approx(held["membership"], abs=5e-7)
    assert made.slack == pytest.approx(held["slack"], abs=5e-7)


@pytest.mark.parametrize("exclusion", [0, 1, 3])
def test_a_needed_fine_makes_both_ways_even(exclusion: int) -> None:
    """Worth of keeping and of breaking once, stepped back from the far future through what may happen in a quarter."""
    gain, keeping, p, e, d = 9.0, 1.2, 0.4, 0.05, 0.8
    made = needed_fine(gain, keeping, p, e, exclusion, d)
    assert made.fine > 0
    member = np.zeros(())
    for _ in range(3000):
        out = d**exclusion * member
        member = keeping + e * (d * out - made.fine) + (1 - e) * d * member
    out = d**exclusion * member
    breaking = keeping + gain + p * (d * out - made.fine) + (1 - p) * d * member
    assert member == pytest.approx(float(made.membership), abs=1e-9)
    assert breaking == pytest.approx(member, abs=1e-9)


@pytest.mark.parametrize("audit", [0.2, 0.6])
def test_reasoners_judge_fines_by_the_case_without_exclusion(audit: float) -> None:
    """In units of full effort's cost: keeping saves 1 - m, a false alarm is fined for a quarter of a breach."""
    false_alarm, m = 0.1, 3 / 10
    fine = float(needed_fine(1 - m, 0.0, audit, 0.25 * false_alarm * audit, 0, 0.9).fine)
    for more, bites in ((1e-6, True), (-1e-6, False)):
        scenario = village(10, ("fair",))
        fair = scenario.institutions.fair
        assert fair is not None
        law = {"audit": audit, "fine": fine + more, "false_alarm": false_alarm, "perceived_return": 3.0}
        bodies = scenario.institutions.model_copy(update={"fair": fair.model_copy(update=law)})
        rules = compile_rules(scenario.model_copy(update={"institutions": bodies}))
        assert bool(fines_bite(rules, play.start(play.set_table(rules, 1)).seen)[0, 0]) == bites


def test_commissions() -> None:
    held = columns("commission.csv")
    made = commission(held["aversion"], held["cost"], held["variance"])
    assert made.rate == pytest.approx(held["rate"], rel=1e-9)
    assert made.effort == pytest.approx(held["effort"], rel=1e-9)
    assert made.surplus == pytest.approx(held["surplus"], rel=1e-9)
    share = np.linspace(0, 1, 10_001)
    for r, c, s2, best in zip(held["aversion"], held["cost"], held["variance"], made.rate, strict=True):
        joint = share / c - share**2 / (2 * c) - r * share**2 * s2 / 2
        assert share[joint.argmax()] == pytest.approx(best, abs=1e-4)


def test_contracts_hold_by_court_or_by_the_future() -> None:
    """Breaking wins g now; a court takes L with chance ce; the relation is worth s in every later quarter."""
    for court, patience in ((0.7, 0.0), (0.0001, 0.9), (0.5, 0.6)):
        surplus = 2.0 if patience else 0.0
        penalty = float(needed_penalty(8.0, court, patience, surplus))
        later = sum(surplus * patience**k for k in range(1, 2000))
        for more, holds in ((1e-6, True), (-1e-6, False)):
            if penalty:
                assert bool(contract_holds(8.0, court, penalty + more, patience, surplus)) == holds
                assert (court * (penalty + more) + later >= 8.0) == holds
    assert needed_penalty(8.0, 0.5, 0.9, 2.0) == 0
    assert contract_holds(8.0, 0.0, 0.0, 0.8, 2.0)
    assert not contract_holds(8.0, 0.0, 0.0, 0.79, 2.0)


def test_chains_lose_output_without_two_part_contracts() -> None:
    held = columns("chain_output.csv")
    output = chain_output(held["stages"], held["choke"], held["cost"])
    assert output == pytest.approx(held["output"], abs=1e-9)
    assert held["choke"] - output == pytest.approx(held["price"], abs=1e-9)
    assert chain_profit(output, held["choke"], held["cost"]) == pytest.approx(held["profit"], abs=1e-9)
    joint = chain_output(held["stages"], held["choke"], held["cost"], two_part=True)
    assert chain_profit(joint, held["choke"], held["cost"]) == pytest.approx(held["profit_of_one"], abs=1e-9)


def test_a_chain_of_two_by_search() -> None:
    """The maker knows how the seller answers its price."""
    wholesale = np.linspace(20, 100, 80_001)
    retail = np.linspace(20, 100, 8001)
    sold = np.array([100 - retail[((retail - w) * (100 - retail)).argmax()] for w in wholesale[::100]])
    assert sold[((wholesale[::100] - 20) * sold).argmax()] == pytest.approx(
        float(chain_output(2, 100.0, 20.0)), abs=0.1
    )
