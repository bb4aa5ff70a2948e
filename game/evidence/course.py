"""Play an arm and read its series: what every claim rests on."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from game import play
from game.engine.observe import observe
from game.engine.oligopoly import best_reply_price
from game.engine.rules import Rules, compile_rules
from game.evidence.arm import Arm, Policy, Stock, group
from game.evidence.metric import Metric, Scene, read
from game.model.decision import Decision
from game.model.record import AnyArray, Bools, Floats, lock
from game.model.state import State
from game.play import Moment
from game.rivals.register import STRATEGIES


def play_arm(arm: Arm, metrics: Sequence[Metric], seed: int, replicates: AnyArray) -> list[Floats]:
    """Every metric of an arm, [R] each, after as many quarters as the last of them looks at."""
    rules = compile_rules(arm.scenario())
    firms = len(rules.scenario.firms)
    table = play.set_table(rules, seed, replicates, strategies=_cast(arm, rules, firms))
    moment = play.start(table)
    readings: dict[str, int] = {}
    for metric in metrics:
        readings[metric.reading] = min(metric.first, readings.get(metric.reading, metric.first))
    series: dict[str, list[Floats]] = {name: [] for name in readings}
    active: list[Bools] = []
    for quarter in range(1, max(metric.last for metric in metrics) + 1):
        before = _disturbed(arm, rules, moment, quarter)
        moment = play.step(table, before, lambda now, proposed: _decided(arm, rules, now, proposed))
        active.append(before.state.firms.active)
        scene = Scene(rules, before.state, moment)
        for name, first in readings.items():
            series[name].append(read(name, scene) if quarter >= first else np.zeros(0))
    return [metric.of(series[metric.reading], active, group(metric.who, firms, rules.slots)) for metric in metrics]


def _cast(arm: Arm, rules: Rules, firms: int) -> dict[int, str]:
    """Strategies by slot; a later policy goes before an earlier one."""
    made: dict[int, str] = {}
    for policy in arm.policies:
        if policy.strategy:
            if policy.strategy not in STRATEGIES:
                raise KeyError(policy.strategy)
            made |= dict.fromkeys(np.flatnonzero(group(policy.who, firms, rules.slots)).tolist(), policy.strategy)
    return made


def _disturbed(arm: Arm, rules: Rules, moment: Moment, quarter: int) -> Moment:
    """The moment with stocks as the arm wants them before this quarter; everybody sees them as they are now."""
    state = moment.state
    firms = len(rules.scenario.firms)
    for stock in arm.opening if quarter == 1 else ():
        state = _with_stock(state, stock, firms, 0.0)
    for stock in arm.impulses:
        if stock.quarter == quarter:
            state = _with_stock(state, stock, firms, 1.0)
    for stock in arm.held:
        state = _with_stock(state, stock, firms, 0.0)
    if state is moment.state:
        return moment
    seen = observe(rules, state, None if moment.past is None else moment.past.outcome)
    return replace(moment, state=lock(state), seen=seen)


def _with_stock(state: State, stock: Stock, firms: int, kept: float) -> State:
    """The state with `kept` of a stock and the amount on top."""
    part, name = stock.path.split(".")
    record = getattr(state, part)
    held = getattr(record, name)
    made = kept * held + stock.amount
    if part == "firms":
        made = np.where(group(stock.who, firms, held.shape[-1]), made, held)
    return replace(state, **{part: replace(record, **{name: made})})


def _decided(arm: Arm, rules: Rules, moment: Moment, proposed: Decision) -> Decision:
    """What managers and strategies propose, with the arm's policies in place of it."""
    made: dict[str, AnyArray] = {}
    join = proposed.join.copy() if arm.free else np.ones_like(proposed.join)
    firms = len(rules.scenario.firms)
    for policy in arm.policies:
        slots = group(policy.who, firms, rules.slots)
        _efforts(made, rules, proposed, policy, slots)
        _own(made, rules, moment, proposed, policy, slots)
        for j, name in enumerate(rules.bodies.names):
            if name in policy.outside:
                join[:, j, slots] = False
    return lock(replace(proposed, **(made | {"join": join})))


def _efforts(made: dict[str, AnyArray], rules: Rules, proposed: Decision, policy: Policy, slots: Bools) -> None:
    for name, level in policy.effort:
        effort = made.setdefault("effort", proposed.effort.copy())
        for j, body in enumerate(rules.bodies.names):
            if name in (body, "*"):
                effort[:, j, slots] = level


def _own(
    made: dict[str, AnyArray], rules: Rules, moment: Moment, proposed: Decision, policy: Policy, slots: Bools
) -> None:
    seen = moment.seen
    if policy.markup is not None:
        reply = best_reply_price(
            seen.unit_cost, seen.slope, seen.nest[:, None], seen.share_in_nest, seen.share_in_market
        )
        price = made.setdefault("price", proposed.price.copy())
        price[:, slots] = (seen.unit_cost + policy.markup * (reply - seen.unit_cost))[:, slots]
    for name, base in rules.ordinary_spending.items():
        multiple: float | None = getattr(policy, name)
        if multiple is not None:
            values = made.setdefault(name, getattr(proposed, name).copy())
            values[:, slots] = (multiple * base * rules.v0 * seen.size)[:, slots]
