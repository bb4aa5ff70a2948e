"""The opening state of a scenario, for R replicates at once."""

import numpy as np

from game.engine import network
from game.engine.chance import Chance
from game.engine.rules import ORDINARY_OUTPUT, RESOURCES, SIZES, Rules
from game.model.ledger import ADVANTAGES
from game.model.policy import BODIES, FUNCTIONS
from game.model.record import AnyArray, Floats, Ints, lock
from game.model.scenario import Profile, Scenario
from game.model.state import BodyStocks, FirmStocks, HallStocks, RegionStocks, State, TieStocks
from game.model.town import MOTION_SLOTS, STRUCTURES

HEADROOM = 1.15
ORDINARY_SHARE = 0.25
ORDINARY_STRENGTH = 0.15


def open_game(rules: Rules, chance: Chance, seats: tuple[int, ...] = ()) -> State:
    """The state before quarter 1; `seats` are the slots that people play.

    An ordinary firm of size 1 sells 100 units.
    """
    replicates = len(chance.replicate)
    scenario = rules.scenario
    firms = _firms(rules, replicates, seats)
    wanted = network.small_world(chance, firms.firm_id, firms.active, scenario.ties.degree, scenario.ties.rewired)
    standing, mirror = network.stand(wanted, firms.active)
    ties = TieStocks(
        wanted=wanted,
        standing=standing,
        mirror=mirror,
        complement=network.complement(firms.profile, wanted, standing),
        act=standing.astype(np.float64),
        trust=np.where(standing, 0.5, 0.0),
    )
    state = State(
        quarter=1,
        firms=firms,
        bodies=_bodies(rules, replicates, firms),
        ties=ties,
        region=_region(rules, replicates),
        hall=empty_hall(replicates),
    )
    return lock(state)


def _firms(rules: Rules, replicates: int, seats: tuple[int, ...]) -> FirmStocks:
    scenario, slots, spends = rules.scenario, rules.slots, rules.ordinary_spending
    plans, costs = scenario.firms, scenario.costs
    n = len(plans)

    def fill(values: list[float], empty: float = 0.0) -> Floats:
        made = np.full((replicates, slots), empty)
        made[:, :n] = values
        return made

    def every(values: AnyArray) -> AnyArray:
        return np.broadcast_to(values, (replicates, *values.shape)).copy()

    size = fill([SIZES[plan.size] for plan in plans], SIZES["small"])
    active = every(np.arange(slots) < n)
    profile = np.stack([_profile(plans[i].profile if i < n else None, i) for i in range(slots)])
    unit_cost = np.full((replicates, slots), opening_cost(scenario))
    revenue = size * costs.reference_revenue
    in_nest = np.where(active, size, 0.0)
    in_nest /= in_nest.sum(axis=-1, keepdims=True)
    return FirmStocks(
        firm_id=every(np.arange(1, slots + 1)),
        active=active,
        seat=every(np.isin(np.arange(slots), seats)),
        since=np.ones((replicates, slots), dtype=np.int64),
        size=size,
        profile=every(profile),
        cash=scenario.finance.opening_cash * revenue * active,
        loan=np.zeros((replicates, slots)),
        trouble=np.zeros((replicates, slots), dtype=np.int64),
        price=np.full((replicates, slots), scenario.market.opening_price),
        quality_spending=spends["quality"] * revenue,
        research_spending=spends["research"] * revenue,
        brand_spending=spends["brand"] * revenue,
        brand_split=np.full((replicates, slots), 0.5),
        capacity=ORDINARY_OUTPUT * HEADROOM * size,
        capacity_goal=ORDINARY_OUTPUT * HEADROOM * size,
        position=fill([i / n if plan.position is None else plan.position for i, plan in enumerate(plans)]),
        quality=fill([plan.quality for plan in plans], 1.5),
        knowledge=fill([plan.knowledge for plan in plans], scenario.innovation.reference),
        product_brand=np.ones((replicates, slots)),
        corporate_brand=fill([plan.corporate_brand for plan in plans], 0.75) * size,
        unit_cost=unit_cost,
        sales=ORDINARY_OUTPUT * in_nest * active.sum(axis=-1, keepdims=True),
        share_in_nest=in_nest,
        share_in_market=in_nest * ORDINARY_SHARE,
        smooth_profit=costs.solvency_margin * revenue,
        value=np.zeros((replicates, slots)),
    )


def _profile(profile: Profile | None, place: int) -> Floats:
    """Resource shares that add up to one; a firm without a profile has one strength, a different one by turns."""
    if profile is None:
        return one_strength(np.array(place % len(RESOURCES)))
    shares = np.array([getattr(profile, name) for name in RESOURCES])
    return shares / shares.sum() if shares.sum() > 0 else np.full(len(RESOURCES), 1.0 / len(RESOURCES))


def one_strength(strength: Ints) -> Floats:
    """Resource shares of firms that are good at one thing, [..., P]: `strength` [...] is its place in `RESOURCES`."""
    best = 1 - ORDINARY_STRENGTH * (len(RESOURCES) - 1)
    return np.where(np.arange(len(RESOURCES)) == strength[..., None], best, ORDINARY_STRENGTH)


def opening_cost(scenario: Scenario) -> float:
    """Unit cost of an ordinary firm at the opening, freight left out."""
    return float(scenario.costs.unit_cost * (1 + scenario.innovation.reference) ** -scenario.costs.learning)


def _bodies(rules: Rules, replicates: int, firms: FirmStocks) -> BodyStocks:
    tables = rules.bodies.tables
    shape = (replicates, len(tables), rules.slots)

    def each(field: str) -> Floats:
        return np.broadcast_to(
            np.array([getattr(table, field) for table in tables], dtype=np.float64), shape[:2]
        ).copy()

    member = np.zeros(shape, dtype=np.bool_)
    for j, table in enumerate(tables):
        if table.members != "none":
            member[:, j] = firms.active if table.members == "all" else firms.active & ~firms.seat
    return BodyStocks(
        asset=each("start"),
        treasury=np.zeros(shape[:2]),
        dues=each("dues"),
        audit=each("audit"),
        fine=each("fine"),
        equal_share=each("equal_share"),
        standard=each("standard"),
        floor=each("floor"),
        structure=np.broadcast_to(
            np.array([STRUCTURES.index(table.structure) for table in tables], dtype=np.int64), shape[:2]
        ).copy(),
        member=member,
        effort=np.zeros(shape),
        observed=np.zeros(shape),
        pledge=np.full(shape, np.nan),
        kept=np.zeros(shape, dtype=np.bool_),
        record=np.full(shape, 0.5),
        offences=np.zeros(shape),
        barred_until=np.zeros(shape, dtype=np.int64),
    )


def _region(rules: Rules, replicates: int) -> RegionStocks:
    region, government, functions = rules.scenario.region, rules.scenario.government, rules.scenario.functions
    size = sum(SIZES[firm.size] for firm in rules.scenario.firms)

    def every(value: float) -> Floats:
        return np.full(replicates, value)

    return RegionStocks(
        cluster=every(region.cluster),
        awareness=every(region.awareness),
        reputation=every(region.reputation),
        economy=every(region.economy),
        heterogeneity=every(region.heterogeneity),
        rigidity=every(region.rigidity),
        infrastructure=every(region.infrastructure),
        talent=every(region.talent),
        capital=every(region.capital),
        specialisation=every(region.specialisation),
        work=np.zeros((replicates, len(ADVANTAGES))),
        functions=np.tile(np.array([BODIES.index(getattr(functions, name)) for name in FUNCTIONS]), (replicates, 1)),
        support=every(government.support),
        advertise=every(government.advertise),
        trend=every(0.0),
        recession_left=np.zeros(replicates, dtype=np.int64),
        event_left=np.zeros((replicates, len(rules.event_quarter)), dtype=np.int64),
        government=every(government.opening * rules.v0 * size),
        last_firm_id=np.full(replicates, rules.slots, dtype=np.int64),
    )


def empty_hall(replicates: int) -> HallStocks:
    """A town hall with nothing on the table."""
    none = np.full((replicates, MOTION_SLOTS), -1, dtype=np.int64)
    return HallStocks(
        meets=np.zeros(replicates, dtype=np.bool_),
        kind=none,
        target=none.copy(),
        value=np.zeros(none.shape),
        mover=none.copy(),
    )
