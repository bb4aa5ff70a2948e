"""Phase 3, efforts and stage games: what was done and what it cost, the common assets, and who gains from them."""

import numpy as np

from game.engine import network
from game.engine.chance import Chance, Purpose
from game.engine.rules import Rules
from game.engine.structures import Group, compose
from game.model.decision import Decision
from game.model.ledger import ADVANTAGES
from game.model.outcome import Games, Membership, Weather
from game.model.record import Bools, Floats
from game.model.state import State
from game.model.ties import total


def play(rules: Rules, state: State, decision: Decision, weather: Weather, ties: Membership, chance: Chance) -> Games:
    """The stage game of every institution and of every tie.

    Trembles turn an effort e into 1 - e. Observed effort is effort plus normal noise, clipped to [0, 1]; one draw
    serves all observers. The common asset moves towards composition x reach, at different paces up and down, and

        benefit_i = S^theta x [al + (1 - al) min(e_i / mean e, 2)] x [(1 - chi) + chi r_i]
        cost_i = kappa V0 size_i e_i^eta

    with r_i the mean act of i's tie partners towards i (Sen 1966 for the shared part; chi is what partners can refuse).
    """
    member = ties.member
    effort = _carried_out(rules, state, decision, member, chance)
    observed = _observed(rules, state, effort, member, chance)
    composition = _compositions(rules, state, effort, weather, ties)
    asset = _asset(rules, state, composition, ties)
    act, received = _tie_acts(rules, state, decision, ties, chance)
    treatment = network.over_ties(received, ties.links, rules.scenario.ties.stranger)
    giving = rules.scenario.ties.giving_cost * rules.v0 * state.firms.size * total(act) / np.maximum(ties.links, 1)
    return Games(
        effort=effort,
        observed=observed,
        kept=_kept(rules, state, observed, member),
        composition=composition,
        asset=asset,
        benefit=_benefit(rules, state, asset, effort, ties, treatment),
        cost=_cost(rules, state, effort),
        act=act,
        received=received,
        treatment=treatment,
        handed=_handed(rules, ties, received, treatment),
        giving_cost=giving,
        trust=_trust(rules, state, ties, received),
    )


def _compositions(rules: Rules, state: State, effort: Floats, weather: Weather, ties: Membership) -> Floats:
    """Composition of every institution under the structure that it has in each game, [R, J]."""
    made = np.empty(state.bodies.asset.shape)
    for j, table in enumerate(rules.bodies.tables):
        group = Group(
            effort=effort[:, j],
            member=ties.member[:, j],
            size=state.firms.size,
            firm_id=state.firms.firm_id,
            ties=ties,
            hub_lost=weather.hub_lost,
            held=np.where(state.bodies.floor[:, j] > 0, rules.bodies.court[j], 0.0),
        )
        made[:, j] = compose(table, state.bodies.structure[:, j], group)
    return made


def _carried_out(rules: Rules, state: State, decision: Decision, member: Bools, chance: Chance) -> Floats:
    odds = _slips(rules, state)
    draw = chance.uniform(Purpose.TREMBLE, state.quarter, state.firms.firm_id, lane=rules.bodies.lanes)
    made: Floats = np.where(draw < odds[:, None], 1 - decision.effort, decision.effort) * member
    return made


def _observed(rules: Rules, state: State, effort: Floats, member: Bools, chance: Chance) -> Floats:
    noise = chance.normal(Purpose.OBSERVE, state.quarter, state.firms.firm_id, lane=rules.bodies.lanes)
    made: Floats = np.clip(effort + rules.scenario.chance.observation * noise, 0.0, 1.0) * member
    return made


def _kept(rules: Rules, state: State, observed: Floats, member: Bools) -> Bools:
    """Kept = observed effort at least pledge - .1, without a pledge at least .5.

    To announce less than .5 is no pledge, else a firm that promises nothing would have a perfect record.
    """
    sanctions = rules.scenario.sanctions
    pledge = state.bodies.pledge
    promised = pledge >= sanctions.kept_without_pledge
    wanted = np.where(promised, pledge - sanctions.kept_within, sanctions.kept_without_pledge)
    made: Bools = member & (observed >= wanted)
    return made


def _asset(rules: Rules, state: State, composition: Floats, ties: Membership) -> Floats:
    """S' = S + pace (composition x reach - S); reach = [n/(n + 3)]/[16/19], at most 1.2."""
    n = ties.members.astype(np.float64)
    reach = np.minimum(n / (n + 3) * (19 / 16), 1.2)
    goal = composition * reach
    before = state.bodies.asset
    pace = np.where(goal > before, rules.bodies.rise, rules.bodies.fall)
    opened = rules.bodies_open(state.quarter)
    made: Floats = np.where(opened, before + pace * (goal - before), before)
    return made


def _benefit(rules: Rules, state: State, asset: Floats, effort: Floats, ties: Membership, treatment: Floats) -> Floats:
    mean = effort.sum(axis=-1) / np.maximum(ties.members, 1)
    relative = np.minimum(effort / np.where(mean > 0, mean, 1.0)[:, :, None], 2.0)
    equal = state.bodies.equal_share[:, :, None]
    chi = rules.bodies.excludable[:, None]
    worth = (asset**rules.bodies.benefit_exponent)[:, :, None]
    made: Floats = worth * (equal + (1 - equal) * relative) * ((1 - chi) + chi * treatment[:, None, :]) * ties.member
    return made


def _cost(rules: Rules, state: State, effort: Floats) -> Floats:
    made: Floats = rules.full_cost(state.firms.size) * rules.strain(effort)
    return made


def _tie_acts(
    rules: Rules, state: State, decision: Decision, ties: Membership, chance: Chance
) -> tuple[Floats, Floats]:
    """Acts as carried out, and what each firm receives from each partner, both [R, N, K]."""
    own = state.firms.firm_id[:, :, None]
    partner = state.firms.firm_id.take(ties.at)
    slip = chance.uniform(Purpose.TREMBLE_TIE, state.quarter, own, partner) < _slips(rules, state)[:, :, None]
    act = np.where(slip, 1 - decision.act, decision.act) * ties.standing
    return act, network.returned(act, ties.wanted, ties.standing, ties.mirror)


def _trust(rules: Rules, state: State, ties: Membership, received: Floats) -> Floats:
    """Trust in every partner, [R, N, K]: discounted mean of what was received, one half where a tie is new."""
    memory = rules.scenario.ties.trust_memory
    known = state.ties.standing & (state.ties.wanted == ties.wanted)
    made: Floats = (memory * state.ties.trust + (1 - memory) * received) * ties.standing
    made.put(np.flatnonzero(ties.standing & ~known), 0.5)
    return made


def _slips(rules: Rules, state: State) -> Floats:
    """Chance that a firm does the opposite of what it meant, [R, N]; the association's order prevents some of it."""
    odds = np.where(state.firms.seat, rules.scenario.chance.human_tremble, rules.scenario.chance.tremble)
    order = rules.scenario.evaluation.order * state.region.work[:, ADVANTAGES.index("cooperation")]
    made: Floats = odds * (1 - order)[:, None]
    return made


def _handed(rules: Rules, ties: Membership, received: Floats, treatment: Floats) -> Floats:
    """Treatment as far as it brings orders, [R, N]: mean of r_ki [(1 - w) + w min(c_ki/c_0, 2)] over partners k.

    c_ki is the difference of resource profiles. Partners who are good at the same things have the same buyers and
    nothing to hand over (1 + 1 > 2 needs different resources).
    """
    rule = rules.scenario.ties
    fit = (1 - rule.complement_weight) + rule.complement_weight * np.minimum(
        ties.complement / rule.ordinary_complement, 2.0
    )
    return network.over_ties(received * fit, ties.links, treatment)
