"""Rules: what stays the same during a game, made once from a Scenario.

The turn path reads arrays and numbers from here.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from game.model.arrows import switched_off
from game.model.band import Anchors
from game.model.institutions import Institution
from game.model.kinds import of_its_kind
from game.model.policy import BODIES, FITNESS, FUNCTIONS, UNFIT
from game.model.record import Bools, Floats, Ints
from game.model.scenario import INSTITUTIONS, OWN_DECISIONS, TOGETHER_DECISIONS, Scenario

RULES_VERSION = 7
SEGMENTS = ("local", "national", "export")
RESOURCES = ("technology", "production", "brand", "channel", "finance")
NEVER = 1_000_000
NAMED_ONLY = frozenset({"town_hall"})  # what opens only where the agenda names it
SIZES = {"small": 2.0 / 3.0, "medium": 1.0, "large": 2.0}
REFERENCE_FIRMS = 16.0
ORDINARY_OUTPUT = 100.0  # units that an ordinary firm of size 1 sells in a quarter
ORDINARY = 0.3  # infrastructure, talent and capital inflow of an ordinary region

DECISIONS = OWN_DECISIONS + TOGETHER_DECISIONS


@dataclass(frozen=True, eq=False)
class BodyRules:
    """Constants of the J institutions of a scenario, each [J].

    A lane is a place in the full register: it owns the luck.
    """

    names: tuple[str, ...]
    tables: tuple[Institution, ...]
    lanes: tuple[int, ...]
    opens: Ints
    cost: Floats
    cost_exponent: Floats
    benefit_exponent: Floats
    excludable: Floats
    rise: Floats
    fall: Floats
    dues_on_sales: Bools
    perceived_return: Floats  # of an effort, as managers think
    promotes: Bools  # whether it makes the region known: its table has a weight of fame
    running: Floats
    audit_cost: Floats
    false_alarm: Floats
    court: Floats
    penalty: Floats
    transaction: Floats


@dataclass(frozen=True, eq=False)
class Rules:
    """The rules of one scenario: its numbers, its institutions and, for each human seat, the anchors of its score."""

    scenario: Scenario
    slots: int
    bodies: BodyRules
    opens: Mapping[str, int]
    segment_buyers: Floats
    segment_distance: Floats
    segment_freight: Floats
    event_quarter: Ints
    event_length: Ints
    event_effects: Floats
    event_hub_lost: Bools
    event_meeting: Bools
    fitness: Floats  # [F, bodies], how well each body does each marketing function
    anchors: Mapping[int, Anchors]

    @property
    def v0(self) -> float:
        """Reference revenue of a firm of size 1, the unit of all costs."""
        return self.scenario.costs.reference_revenue

    @property
    def ordinary_spending(self) -> dict[str, float]:
        """What an ordinary firm spends a quarter by decision, as a share of V0 times size; brands are on two levels."""
        costs = self.scenario.costs
        return {"quality": costs.quality_base, "research": costs.research_base, "brand": 2 * costs.brand_base}

    def full_cost(self, size: Floats) -> Floats:
        """Cost of full effort, kappa V0 size, in money, [R, J, N] for sizes [R, N]."""
        made: Floats = self.bodies.cost[:, None] * self.v0 * size[:, None, :]
        return made

    def strain(self, effort: Floats) -> Floats:
        """Cost of effort over that of full effort, e^eta, [R, J, N]; a power of one, which most have, is not taken."""
        exponent, slots = self.bodies.cost_exponent[:, None], effort.shape[-1]
        bent = np.flatnonzero(exponent != 1)
        if len(bent) == len(exponent) or slots == 1:
            return effort**exponent
        made = effort.copy()
        made[:, bent] = effort[:, bent] ** np.repeat(exponent[bent], slots, axis=-1)  # a lone 2 would be squared
        return made

    def dues_base(self, price: Floats, sales: Floats, size: Floats) -> Floats:
        """What dues are a share of, in money, [R, J, N]: last quarter's sales, or V0 times size; from [R, N] each."""
        revenue = price * sales
        return np.where(self.bodies.dues_on_sales[:, None], revenue[:, None, :], self.v0 * size[:, None, :])

    def is_open(self, decision: str, quarter: int) -> bool:
        """Whether the agenda has opened a decision by this quarter."""
        return quarter >= self.opens[decision]

    def bodies_open(self, quarter: int) -> Bools:
        """[J], which institutions exist in this quarter."""
        made: Bools = quarter >= self.bodies.opens
        return made


EVENT_FACTORS = ("local", "national", "export", "input_cost", "rival", "reputation_loss")


def compile_rules(scenario: Scenario, anchors: Mapping[int, Anchors] | None = None) -> Rules:
    """The rules of a scenario, its kind's factors and its switched-off arrows counted in.

    `anchors` by slot come from a band; without them no firm score is given.
    """
    scenario = switched_off(of_its_kind(scenario), scenario.off)
    names = tuple(name for name in INSTITUTIONS if getattr(scenario.institutions, name) is not None)
    tables: tuple[Institution, ...] = tuple(getattr(scenario.institutions, name) for name in names)

    def column(field: str) -> Floats:
        return np.array([getattr(table, field) for table in tables], dtype=np.float64)

    bodies = BodyRules(
        names=names,
        tables=tables,
        lanes=tuple(INSTITUTIONS.index(name) for name in names),
        opens=np.array([_opening(scenario, name) for name in names], dtype=np.int64),
        cost=column("cost"),
        cost_exponent=column("cost_exponent"),
        benefit_exponent=column("benefit_exponent"),
        excludable=column("excludable"),
        rise=column("rise"),
        fall=column("fall"),
        perceived_return=column("perceived_return"),
        promotes=np.array([hasattr(table, "fame") for table in tables], dtype=np.bool_),
        dues_on_sales=np.array([table.dues_base == "sales" for table in tables], dtype=np.bool_),
        running=column("running"),
        audit_cost=column("audit_cost"),
        false_alarm=column("false_alarm"),
        court=column("court"),
        penalty=column("penalty"),
        transaction=column("transaction"),
    )
    segments = [getattr(scenario.market, name) for name in SEGMENTS]
    events = scenario.events
    return Rules(
        scenario=scenario,
        slots=max(scenario.slots or 0, len(scenario.firms)),
        bodies=bodies,
        opens={name: _opening(scenario, name) for name in DECISIONS},
        segment_buyers=np.array([item.buyers for item in segments]),
        segment_distance=np.array([item.distance for item in segments]),
        segment_freight=np.array([item.freight for item in segments]),
        event_quarter=np.array([event.quarter for event in events], dtype=np.int64),
        event_length=np.array([event.length for event in events], dtype=np.int64),
        event_effects=np.array([[getattr(event.effect, name) for name in EVENT_FACTORS] for event in events]).reshape(
            len(events), len(EVENT_FACTORS)
        ),
        event_meeting=np.array([event.effect.meeting for event in events], dtype=np.bool_),
        event_hub_lost=np.array([event.effect.hub_lost for event in events], dtype=np.bool_),
        fitness=np.array([[FITNESS[name].get(body, UNFIT) for body in BODIES] for name in FUNCTIONS]),
        anchors=dict(anchors or {}),
    )


def _opening(scenario: Scenario, name: str) -> int:
    """The quarter in which the agenda opens something; beyond every game for what never opens."""
    quarter = scenario.agenda.get(name, "never" if name in NAMED_ONLY else 1)
    return NEVER if quarter == "never" else int(quarter)
