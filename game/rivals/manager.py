"""The manager: own decisions, membership, ties, pledges and complaints of a firm that nobody else decides for.

Two traits make the difference. Ambition is a weight on growth: a lower perceived cost in pricing (Fershtman & Judd
1987), more spending, new ties. Patience enters the strategies. Choices between two options are logit with inertia.
"""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from game.engine.chance import Chance, Purpose
from game.engine.network import over_ties
from game.engine.oligopoly import best_reply_price
from game.engine.rules import Rules
from game.engine.variety import middle, on_circle
from game.model.decision import Decision
from game.model.observation import Observation
from game.model.record import Bools, Floats, Ints, lock
from game.model.ties import TIE_SLOTS, marked, only, places
from game.rivals.hall import calls, motions, votes
from game.rivals.mind import Cast, Minds, acts, efforts, pledges
from game.rivals.reckoning import reckon
from game.rivals.research_budget import coordination

PRICE_STEP = 0.4
COST_TWIST = 0.10
HEADROOM = 1.15
PRECISION = 6.0
INERTIA = 0.35
GRACE = 2
COMPLAINS = 0.4
PATIENCE = 0.6  # chance to wait another quarter for an answer to an offer
WORD = 0.3  # an intermediary's good word for joining, in costs of full effort
RESEARCH_CURVATURE = 4.0  # of the cost of research, where both choices are stable (Henriques 1990)
MOVE, CROWDED = 0.05, 0.05  # step of a product in a quarter; mean resultant length above which there is a crowd
LANE_JOIN, LANE_COMPLAIN, LANE_OFFER, LANE_ACCEPT, LANE_WAIT = 0, 8, 16, 17, 18


def decide(rules: Rules, played: Cast, minds: Minds, seen: Observation, chance: Chance) -> tuple[Decision, Minds]:
    """Decisions of all firms on what each of them may see, and their minds afterwards."""
    reckoned = reckon(rules, seen)
    effort, minds = efforts(rules, played, minds, seen, chance, reckoned)
    wanted = _partners(rules, played, seen, chance)
    act, minds = acts(rules, played, minds, seen, wanted, chance)
    pledged = (
        pledges(rules, played, minds, seen, effort, chance, reckoned)
        if rules.is_open("pledges", seen.quarter)
        else np.full(effort.shape, np.nan)
    )
    kind, target, value = motions(rules, seen, chance)
    own = _spending(rules, played, seen)
    decision = Decision(
        price=_price(rules, played, seen, chance),
        quality=own.quality,
        research=own.research,
        brand=own.brand,
        brand_split=seen.brand_split,
        capacity=_capacity(seen),
        position=_position(rules, played, seen),
        join=_memberships(rules, seen, effort, reckoned.others, chance),
        effort=effort,
        pledge=pledged,
        complaint=_complaints(rules, seen, chance),
        partners=wanted,
        vote=votes(rules, played, seen, chance),
        motion=kind,
        motion_target=target,
        motion_value=value,
        call=calls(rules, seen, chance),
        act=act,
    )
    return lock(decision), minds


def _price(rules: Rules, played: Cast, seen: Observation, chance: Chance) -> Floats:
    """A step of the way to the best reply; an ambitious manager reckons with a lower cost.

    Where prices are not shared, a manager takes the market's price for higher or lower than it is.
    """
    cost = seen.unit_cost * (1 - COST_TWIST * (played.ambition - 0.5))
    reply = best_reply_price(cost, seen.slope, seen.nest[:, None], seen.share_in_nest, seen.share_in_market)
    if rules.scenario.information.prices == "own":
        draw = chance.normal(Purpose.PRICE_ERROR, seen.quarter, seen.firm_id)
        reply = reply * np.exp(rules.scenario.information.price_error * draw)
    made: Floats = seen.price + PRICE_STEP * (reply - seen.price)
    return made


def _position(rules: Rules, played: Cast, seen: Observation) -> Floats:
    """Where the product is moved: to the best seller's place, or away from where the cluster sells.

    To keep away from the others' offers one has to know them: without shared prices nobody can.
    """
    best = np.where(seen.active, seen.sales / seen.size, -1.0).argmax(axis=-1)[:, None]
    theirs = np.take_along_axis(seen.position, best, axis=-1)
    knows = rules.scenario.information.prices == "shared"
    made = np.where(played.imitates, np.broadcast_to(theirs, seen.position.shape), seen.position)
    if not (played.differs & knows).any():
        return made
    crowd = middle(seen.position, seen.active)
    east, north = crowd.mean_east[:, None], crowd.mean_north[:, None]
    crowded = np.hypot(east, north) > CROWDED
    side = np.sign(crowd.north * east - crowd.east * north)
    away = on_circle(seen.position + MOVE * side * crowded)
    return np.where(played.differs, away, made)


@dataclass(frozen=True)
class _Own:
    quality: Floats
    research: Floats
    brand: Floats


def _spending(rules: Rules, played: Cast, seen: Observation) -> _Own:
    """Base amounts, cut when cash runs low: the ambitious spend more on research and brands, the others on care.

    Care for those who buy already is part of quality (service after the sale). The less ambitious move more slowly.
    """
    base, unit = rules.ordinary_spending, rules.v0 * seen.size
    ease = np.clip(seen.cash / (0.5 * unit), 0.2, 1.0)
    growth, care = (0.8 + 0.4 * played.ambition) * ease, (1.2 - 0.4 * played.ambition) * ease
    pace = 0.2 + 0.3 * played.ambition

    def towards(name: str, before: Floats, goal: Floats) -> Floats:
        made: Floats = before + pace * (goal * base[name] * unit - before)
        return made

    return _Own(
        quality=towards("quality", seen.quality_spending, care),
        research=towards("research", seen.research_spending, growth * _agreed(rules, seen)),
        brand=towards("brand", seen.brand_spending, growth),
    )


def _agreed(rules: Rules, seen: Observation) -> Floats | float:
    """How much more research members of the alliance plan than they would alone, [R, N].

    What joint profit asks for over what each would choose, in the duopoly of alliance and field (d'Aspremont &
    Jacquemin 1988): more than 1 where over half of a firm's research leaks to its rivals, less below.
    """
    alliance = rules.scenario.institutions.research
    if alliance is None:
        return 1.0
    j = rules.bodies.names.index("research")
    ratio = _lift(alliance.leak)
    return np.where(seen.member[:, j] & (seen.quarter >= rules.bodies.opens[j]), ratio, 1.0)


@lru_cache(maxsize=64)
def _lift(leak: float) -> float:
    return float(coordination(2, leak, RESEARCH_CURVATURE))


def _capacity(seen: Observation) -> Floats:
    """Room for last quarter's orders and some more; a newcomer without orders keeps what it has."""
    return np.where(seen.sales > 0, HEADROOM * seen.demand, seen.capacity_goal)


def _memberships(rules: Rules, seen: Observation, effort: Floats, others: Floats, chance: Chance) -> Bools:
    """Join or stay where membership seems worth it: logit choice with inertia (Blume 1993), after some grace.

    Worth, in units of the cost of full effort: perceived return x expected asset^theta x (1 - chi + chi r) - effort^eta
    - dues, the gain in proportion to the state of demand, and a good word by an intermediary; the asset is expected
    half way between where it is and what the others do, r is how partners treat the firm. Where effort costs nothing,
    dues have no such unit and are not weighed.
    """
    bodies = rules.bodies
    expected = np.clip(0.5 * (seen.asset[:, :, None] + others), 0.0, 1.2)
    chi, theta = bodies.excludable[:, None], bodies.benefit_exponent[:, None]
    treated = over_ties(seen.received, marked(seen.standing), rules.scenario.ties.stranger)
    gain = bodies.perceived_return[:, None] * expected**theta * (1 - chi + chi * treated[:, None, :])
    gain *= seen.trend[:, None, None]
    paid = 1 - seen.support[:, None, None]
    dues = np.divide(seen.dues, bodies.cost, out=np.zeros_like(seen.dues), where=bodies.cost > 0)
    worth = gain - paid * rules.strain(effort) - dues[:, :, None]
    worth += np.where(seen.member, INERTIA, -INERTIA) + WORD * rules.scenario.intermediary.strength
    stays = 1 / (1 + np.exp(-PRECISION * worth))
    lanes = tuple(LANE_JOIN + lane for lane in bodies.lanes)
    draw = chance.uniform(Purpose.MANAGER, seen.quarter, seen.firm_id, lane=lanes)
    settled = seen.member & (seen.quarter < bodies.opens + GRACE)[:, None]
    made: Bools = settled | (draw < stays)
    return made


def _complaints(rules: Rules, seen: Observation, chance: Chance) -> Ints:
    """Now and then a firm that kept its word complains about one of the members that broke theirs, [R, J, N].

    One draw decides whether, and about whom: breakers share the complaints by lot, so that none is spared.
    """
    if not rules.is_open("complaints", seen.quarter) or not rules.bodies.names:
        return np.full(seen.member.shape, -1, dtype=np.int64)
    broke = seen.member & ~seen.kept
    slots, some = broke.shape[-1], broke.sum(axis=-1)
    lanes = tuple(LANE_COMPLAIN + lane for lane in rules.bodies.lanes)
    draw = chance.uniform(Purpose.MANAGER, seen.quarter, seen.firm_id, lane=lanes)
    played = (some > 0) & (rules.bodies.opens < seen.quarter)
    complains = np.flatnonzero((draw < COMPLAINS) & seen.kept & played[:, :, None])
    inside = complains // slots
    there = some.take(inside)
    pick = np.minimum((draw.take(complains) / COMPLAINS * there).astype(np.int64), there - 1)
    before = some.cumsum() - some.reshape(-1)
    made = np.full(broke.shape, -1, dtype=np.int64)
    made.put(complains, _by_age(broke, seen.firm_id)[before.take(inside) + pick])
    return made


def _by_age(marked: Bools, firm_id: Ints) -> Ints:
    """The slots that are marked [R, J, N], institution after institution, in each from the oldest firm on."""
    replicates, bodies, slots = marked.shape
    order = firm_id.argsort(axis=-1, kind="stable")
    begins = np.arange(0, marked.size, slots).reshape(replicates, bodies, 1)
    found = np.flatnonzero(marked.take(begins + order[:, None, :]))
    made: Ints = order.take(found // (bodies * slots) * slots + found % slots)
    return made


def _partners(rules: Rules, played: Cast, seen: Observation, chance: Chance) -> Ints:
    """Partners wanted, [R, N, K]: drop those not trusted, take up offers, and if ambitious or introduced make one.

    An offer is seen in the next quarter only, so a firm waits for an answer, though not for ever.
    """
    if not rules.is_open("ties", seen.quarter):
        return seen.wanted
    offered = np.flatnonzero((seen.wanted >= 0) & ~seen.standing)
    own, partner = seen.firm_id.take(offered // TIE_SLOTS), seen.firm_id.take(places(seen.wanted).take(offered))
    luck = chance.of(offered // seen.wanted[0].size)
    waits = luck.uniform(Purpose.MANAGER, seen.quarter, own, partner, lane=LANE_WAIT) < PATIENCE
    keeps = seen.standing & (seen.trust >= 0.2)
    keeps.put(offered[waits], True)
    wanted = only(seen.wanted, keeps)
    drawn = chance.uniform(Purpose.MANAGER, seen.quarter, seen.firm_id, lane=(LANE_ACCEPT, LANE_OFFER))
    accepts = drawn[:, 0] < 0.3 + 0.6 * played.ambition + 0.3 * rules.scenario.intermediary.strength
    _place(wanted, np.where(accepts, seen.offers[:, :, 0], -1))
    offers, n = drawn[:, 1], wanted.shape[1]
    pull = 0.15 * played.ambition + 0.25 * rules.scenario.intermediary.strength
    eager = offers < pull
    place = np.minimum((offers / np.maximum(pull, 1e-9) * n).astype(np.int64), n - 1)
    pick = np.take_along_axis(seen.firm_id.argsort(axis=-1, kind="stable"), place, axis=-1)
    fits = eager & np.take_along_axis(seen.active, np.where(eager, pick, 0), axis=-1) & (pick != np.arange(n))
    _place(wanted, np.where(fits, pick, -1))
    return wanted


def _place(wanted: Ints, partner: Ints) -> None:
    """Write a partner [R, N] (-1 for none) into the first free place of a firm's list, unless it stands there."""
    asked = np.flatnonzero(partner >= 0)
    lists, about = wanted.reshape(-1, TIE_SLOTS)[asked], partner.take(asked)
    free = lists < 0
    fits = free.any(axis=-1) & ~(lists == about[:, None]).any(axis=-1)
    wanted.put(asked[fits] * TIE_SLOTS + free[fits].argmax(axis=-1), about[fits])
