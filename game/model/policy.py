"""Public policy and the work of the association: government, intermediary, information, entry, evaluation, functions.

Every number has unit, range, meaning and source, as in `game.model.parameters`.
"""

from typing import Literal

from game.model.section import Section, choice, number

BODIES = (
    "members",
    "association",
    "chamber",
    "leader",
    "intermediary",
    "technology",
    "research",
    "finance",
)
Body = Literal[
    "members",
    "association",
    "chamber",
    "leader",
    "intermediary",
    "technology",
    "research",
    "finance",
]


class Government(Section):
    """What the region's government does for its firms, and what that costs the region (Bergstrom et al. 1986)."""

    opening: float = number(
        0.5, 0, 100, "opening budget, as a multiple of V0 times the firms' size", unit="share of V0"
    )
    support: float = number(
        0.0, 0, 0.95, "share of members' cost of effort that is matched", source="CooperativeMarketing"
    )
    advertise: float = number(
        0.0, 0, 0.1, "what is spent a quarter on making the region known, as a share of V0 times the firms' size"
    )
    advertising_pull: float = number(8.0, 0, 100, "pull on awareness per point of that share", source="design")
    cartel_fine: float = number(
        0.03,
        0,
        1,
        "fine on members whose joint price is a cartel's, as a share of their sales",
        source="AndersonPalmaThisse1992",
    )
    outlay_weight: float = number(
        2.0, 0, 20, "loss of the economy per share of V0 that is laid out: money has other uses", source="design"
    )
    outlay_scale: float = number(
        0.010, 0.0001, 1, "outlay at which that loss has doubled: the cost of public money is convex", source="design"
    )


class Intermediary(Section):
    """People whose trade is to bring firms together (Burt 1992)."""

    strength: float = number(
        0.0, 0, 1, "how far somebody introduces firms to each other; 0 is nobody", source="CooperativeMarketing"
    )


class Information(Section):
    """What firms know of each other's prices."""

    prices: Literal["shared", "own"] = choice("shared", "whether firms see each other's prices or only their own")
    price_error: float = number(
        0.06, 0, 0.5, "s.d. of the log of what a manager takes for the market's price where prices are not shared"
    )


class Entry(Section):
    """New firms take free slots (`slots` above the number of firms)."""

    base: float = number(0.02, 0, 1, "chance of an entry in a quarter into an ordinary region")
    brand: float = number(0.40, 0, 2, "what a full regional brand adds to it", source="ClusterBrandEconomy")
    capital: float = number(0.20, 0, 2, "what a point of capital inflow above an ordinary .3 adds to it")
    profit: float = number(0.10, 0, 2, "what full solvency of the firms adds to it")
    knowledge: float = number(0.9, 0, 2, "knowledge of an entrant over the mean of the cluster")
    quality: float = number(0.9, 0, 2, "quality of an entrant over the mean of the cluster")


class Evaluation(Section):
    """The association's yearly look at the four advantages, and what it does about the weakest one."""

    every: int = number(4, 1, 40, "quarters between two evaluations", unit="quarters")
    feedback: float = number(
        0.0, 0, 1, "how strongly the association works on the weakest advantage; 0 is not at all", source="Tu"
    )
    levy: float = number(0.001, 0, 0.1, "what that work costs a firm at full strength, as a share of V0 times size")
    small_aid: float = number(0.30, 0, 1, "share of small firms' overhead that shared services take over at full work")
    fame: float = number(0.10, 0, 1, "pull on awareness of full work on the brand")
    order: float = number(0.8, 0, 1, "share of slips of the hand that full work on cooperation prevents")
    thrift: float = number(0.03, 0, 0.5, "unit cost saved by full work on operating cost")


class Functions(Section):
    """Who performs which marketing function of the cluster."""

    market_research: Body = choice("association", "who finds out what buyers want")
    development: Body = choice("technology", "who develops new products")
    new_markets: Body = choice("chamber", "who opens new markets")
    channels: Body = choice("intermediary", "who keeps the channels")
    information: Body = choice("association", "who passes on what firms should know")
    pricing: Body = choice("association", "who looks after prices")
    promotion: Body = choice("chamber", "who makes the region known")


FUNCTIONS = tuple(Functions.model_fields)

# How well a body does a function: 1 is in the best hands. What is not named is done with half the skill.
FITNESS = {
    "market_research": {"association": 1.0, "chamber": 0.9, "intermediary": 0.8, "research": 0.8},
    "development": {"technology": 1.0, "research": 0.9, "leader": 0.8},
    "new_markets": {"chamber": 1.0, "intermediary": 0.9, "leader": 0.8, "association": 0.8},
    "channels": {"intermediary": 1.0, "leader": 0.9, "association": 0.7},
    "information": {"association": 1.0, "technology": 0.8, "chamber": 0.9},
    "pricing": {"association": 1.0, "chamber": 0.8, "leader": 0.6},
    "promotion": {"chamber": 1.0, "association": 0.9, "leader": 0.8},
}
UNFIT = 0.5
