"""How managers reckon: what others did, what keeping returns, and what fines, contracts and complaints make it pay.

All from what anybody in the region may see.
"""

from dataclasses import dataclass

import numpy as np

from game.engine.rules import Rules
from game.model.observation import Observation
from game.model.record import Bools, Floats, Ints
from game.rivals.stage import Stage


def others_mean(seen: Observation, effort: Floats | None = None) -> Floats:
    """Mean effort of the other members, as observed or as given, [R, J, N]; a firm alone sees itself."""
    effort = seen.observed if effort is None else effort
    member = seen.member.astype(np.float64)
    inside = effort * member
    others = inside.sum(axis=-1, keepdims=True) - inside
    count = seen.member.sum(axis=-1, keepdims=True) - member
    made: Floats = np.where(count > 0, others / np.maximum(count, 1), effort)
    return made


def good_name(rules: Rules, seen: Observation) -> Floats:
    """Mean observed effort over the institutions a firm was in last quarter, [R, N]; 1 if it was in none."""
    inside = seen.member & (rules.bodies.opens < seen.quarter)[:, None]
    count = inside.sum(axis=1)
    made: Floats = np.where(count > 0, (seen.observed * inside).sum(axis=1) / np.maximum(count, 1), 1.0)
    return made


def returns(rules: Rules, seen: Observation) -> tuple[Floats, Ints]:
    """Marginal per-capita return m of full effort as managers think, and the number of members, both [R, J].

    A grant that pays a share s of the cost makes it m/(1 - s).
    """
    n = np.maximum(seen.member.sum(axis=-1), 2)
    return np.minimum(rules.bodies.perceived_return / n / (1 - seen.support)[:, None], 1.0), n


def self_enforcement(rules: Rules, seen: Observation) -> Floats:
    """d* = (1 - m)/((n - 1) m) of the linear public good (Friedman 1971), [R, J], with m as managers think."""
    m, n = returns(rules, seen)
    made: Floats = (1 - m) / ((n - 1) * m)
    return made


def breaking_saves(rules: Rules, seen: Observation) -> Floats:
    """What breaking saves in a quarter, 1 - m, in costs of full effort, [R, J]."""
    m, _ = returns(rules, seen)
    made: Floats = 1 - m
    return made


def expected_fine(rules: Rules, seen: Observation) -> Floats:
    """What a full breach is expected to cost more in fines than keeping, (p - false alarm) F, [R, J].

    F is the fine for giving nothing, which follows the standard: where the rules ask for half, half is missing. In
    costs of full effort.
    """
    fined = seen.standard > rules.scenario.sanctions.shirk_from
    missing = np.where(fined, np.maximum(seen.standard, 0.25), 0.0)
    made: Floats = seen.audit * (missing - rules.bodies.false_alarm * 0.25) * seen.fine
    return made


def fines_bite(rules: Rules, seen: Observation) -> Bools:
    """Whether breaking is dearer than keeping now, [R, J]: (p - false alarm) F >= (1 - m) kappa (Becker 1968)."""
    made: Bools = expected_fine(rules, seen) >= breaking_saves(rules, seen)
    return made


def enforced(rules: Rules, seen: Observation) -> Floats:
    """Effort that a contract makes it pay to give, [R, J]: its floor where court x penalty >= (1 - m), else 0."""
    return np.where(rules.bodies.court * rules.bodies.penalty >= breaking_saves(rules, seen), seen.floor, 0.0)


def promises(rules: Rules, seen: Observation) -> Floats | None:
    """What the other members' pledges are worth, mean [R, J, N]: record x pledge + (1 - record) x what was seen.

    A pledge is weighed by how often its giver kept its word; a member that pledged nothing counts as it was seen. None
    where pledges are not open.
    """
    if not rules.is_open("pledges", seen.quarter):
        return None
    trusted = np.where(
        np.isnan(seen.pledge), seen.observed, seen.record * seen.pledge + (1 - seen.record) * seen.observed
    )
    return others_mean(seen, trusted)


def expected_complaints(rules: Rules, seen: Observation) -> Floats:
    """What a breach costs after complaints, in costs of full effort, [R, J]: as many for each as last quarter."""
    sanctions = rules.scenario.sanctions
    broke = (seen.member & ~seen.kept).sum(axis=-1)
    counted = np.minimum(seen.complaints, sanctions.complaint_limit).sum(axis=-1)
    each = counted / np.maximum(broke, 1)
    made: Floats = each * sanctions.complaint_effect * sanctions.complaint_cost
    return made


def shamed(rules: Rules, seen: Observation) -> Floats:
    """Effort that complaints make it pay to give, [R, J]: what counts as kept, where they cost more than giving it."""
    least = rules.scenario.sanctions.kept_without_pledge + rules.scenario.sanctions.kept_within
    m, _ = returns(rules, seen)
    return np.where(expected_complaints(rules, seen) >= (1 - m) * least, least, 0.0)


@dataclass(frozen=True, eq=False)
class Reckoned:
    """What all managers reckon with alike.

    `others` and `promised`, [R, J, N], are what the others did and pledge (None where nothing is pledged). By
    institution, [R, J, 1]: the patience from which on keeping enforces itself, whether fines deter, and the effort that
    a contract or complaints make it pay to give.
    """

    others: Floats
    promised: Floats | None
    threshold: Floats
    deterred: Bools
    bound: Floats


def reckon(rules: Rules, seen: Observation) -> Reckoned:
    """What managers reckon with before they decide on their efforts."""
    return Reckoned(
        others=others_mean(seen),
        promised=promises(rules, seen),
        threshold=self_enforcement(rules, seen)[:, :, None],
        deterred=fines_bite(rules, seen)[:, :, None],
        bound=np.maximum(enforced(rules, seen), shamed(rules, seen))[:, :, None],
    )


def stage_game(rules: Rules, seen: Observation, shape: tuple[int, ...]) -> Stage:
    """The stage games of all institutions as managers reckon them, every array broadcast to [R, J, slots]."""
    bodies = rules.bodies
    _, n = returns(rules, seen)

    def wide(values: Floats | Ints) -> Floats:
        held = np.asarray(values, dtype=np.float64)
        return np.broadcast_to(held[:, None] if held.ndim == 1 else held[:, :, None], shape)

    return Stage(
        members=wide(n),
        returns=wide(bodies.perceived_return),
        theta=wide(bodies.benefit_exponent),
        eta=wide(bodies.cost_exponent),
        equal=wide(seen.equal_share),
        discount=np.broadcast_to(seen.support[:, None, None], shape),
        fine=wide(seen.audit * seen.fine),
        standard=wide(seen.standard),
        floor=wide(seen.floor),
        damages=wide(bodies.court * bodies.penalty),
        complaints=wide(expected_complaints(rules, seen)),
        kept_from=rules.scenario.sanctions.kept_without_pledge,
        shirk_from=rules.scenario.sanctions.shirk_from,
    )
