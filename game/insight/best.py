"""The best plan we found for a seat, and how long we looked: a bar beyond the fixed plans of the band.

It is a lower bound on what can be done, never the best that there is: so it always comes with the number of plans
tried.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from game import play
from game.engine.rules import Rules, compile_rules
from game.insight.band import SEED
from game.insight.luck import Fresh
from game.insight.plans import PLANS, Plan
from game.model.record import Floats, Ints
from game.model.scenario import Scenario
from game.rivals.difficulty import NORMAL, handicap
from game.rivals.register import GROUP

BUDGET = 40
TRIAL, PROOF = 32, 200  # replicates a plan is tried on, and the fresh ones that the finding is measured on
MULTIPLES = (0.4, 1.0, 1.6, 2.4)
SPENDING = ("quality", "research", "brand")
FOUND = "found"
PROOFS = 2 * PROOF / TRIAL  # what the two proofs count in plans tried
_Key = tuple[str, tuple[tuple[str, float], ...]]


@dataclass(frozen=True)
class Best:
    """The plan, its worth at the end (median over `PROOF` replicates that it was not chosen on), and the budget.

    `tried` counts the plans that were played, the fixed ones included; `ahead` is the plan's worth over that of the
    best fixed plan on the same replicates, in money, and may be below 0 by bad luck in the trials. `course` is the
    plan's worth after each quarter, medians as well.
    """

    plan: Plan
    worth: float
    ahead: float
    tried: int
    course: tuple[float, ...] = ()


def search(scenario: Scenario, slot: int, difficulty: str = NORMAL, budget: int = BUDGET) -> Best:
    """Look for a plan; see `steps`."""
    found = [best for _, best in steps(scenario, slot, difficulty, budget)][-1]
    assert found is not None
    return found


def steps(
    scenario: Scenario, slot: int, difficulty: str = NORMAL, budget: int = BUDGET
) -> Iterator[tuple[float, Best | None]]:
    """Look for a plan: the fixed ones first, then one thing at a time changed in the best so far.

    Strategies in the order of the register and spending multiples are tried in turn, every improvement is kept, until
    `budget` plans were played or nothing improves; the fixed plans are always played. Luck comes from streams that no
    game draws from. In small steps: (share of the budget done, the finding at the end).
    """
    rules, rivals = compile_rules(scenario), handicap(scenario, difficulty, (slot,))

    def value(plan: Plan, first: int, count: int) -> float:
        return course(plan, first, count)[-1]

    def course(plan: Plan, first: int, count: int) -> tuple[float, ...]:
        worth = _worth(rules, plan, slot, rivals, np.arange(first, first + count))
        return tuple(float(value) for value in np.median(worth, axis=-1))

    tried: dict[_Key, float] = {}
    for plan in PLANS:
        tried[_key(plan)] = value(plan, 0, TRIAL)
        yield len(tried) / (budget + PROOFS), None
    fixed = best = max(PLANS, key=lambda plan: tried[_key(plan)])
    improved = True
    while improved and len(tried) < budget:
        improved = False
        for plan in _near(best):
            if _key(plan) in tried or len(tried) >= budget:
                continue
            tried[_key(plan)] = value(plan, 0, TRIAL)
            if tried[_key(plan)] > tried[_key(best)]:
                best, improved = plan, True
            yield len(tried) / (budget + PROOFS), None
    found = course(best, TRIAL, PROOF)
    yield 1.0, Best(best, found[-1], found[-1] - value(fixed, TRIAL, PROOF), len(tried), found)


def _key(plan: Plan) -> _Key:
    """What a plan does, whatever it is called."""
    return plan.strategy, tuple(sorted(plan.spending.items()))


def _near(plan: Plan) -> Iterator[Plan]:
    """Plans that differ in one thing."""
    for name in GROUP:
        yield Plan(FOUND, name, plan.spending)
    for item in SPENDING:
        for multiple in MULTIPLES:
            yield Plan(FOUND, plan.strategy, plan.spending | {item: multiple})


def _worth(rules: Rules, plan: Plan, slot: int, rivals: dict[int, str], ids: Ints) -> Floats:
    """Worth of the firm after every quarter that there may be, [Q, R]."""
    table = play.set_table(rules, SEED, ids, (slot,), rivals | {slot: plan.strategy})
    table = replace(table, chance=Fresh(SEED, ids))
    moment, send = play.start(table), plan.send(rules, slot)
    made = []
    for _ in range(rules.scenario.quarters.max):
        moment = play.step(table, moment, send)
        assert moment.past is not None
        made.append(moment.past.outcome.scores.worth[:, slot])
    return np.array(made)
