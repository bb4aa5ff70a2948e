"""The scenario: everything an instructor can write in a TOML file, as frozen records.

`game.scenario.read` makes it from a file, `game.engine.opening` turns it into arrays.
"""

from typing import Annotated, Any, Literal

from pydantic import Field

from game.model.goal import Measure
from game.model.institutions import Institutions
from game.model.parameters import Brands, Chance, Costs, Finance, Innovation, Market, Sanctions, Ties
from game.model.policy import Entry, Evaluation, Functions, Government, Information, Intermediary
from game.model.region import Region
from game.model.section import Section, number
from game.model.teaching import Teaching
from game.model.texts import Language, Name, Text

INSTITUTIONS = ("mark", "channel", "fair", "research", "leader", "marketing", "brokers", "pricing")
OWN_DECISIONS = ("price", "quality", "research_spending", "brand", "capacity", "position", "brand_split")
TOGETHER_DECISIONS = ("pledges", "complaints", "ties", "town_hall")
Quarter = Annotated[int, Field(ge=1, le=400)]
Share = Annotated[float, Field(ge=0, le=1)]


class About(Section):
    """How the picker presents the scenario."""

    title: Text
    lesson: Text
    summary: Text
    place: Text
    goals: list[Text] = Field(default=[], max_length=6)
    minutes: int = Field(default=50, ge=1, le=600)
    stamps: int = Field(default=1, ge=1, le=3, description="difficulty shown in the picker")
    names: dict[Language, dict[Name, Name]] = Field(
        default={},
        max_length=20,
        description="firms, events, units, variants in other languages, by their name here: { zh = { kg = '公斤' } }",
    )
    icon: Literal["leaf", "star", "tie", "shoe", "lens", "watch", "hub", "dots", "arrows", "sliders"] = "star"
    depth: Literal["sentence", "ledger", "full"] = "sentence"


class Briefing(Section):
    """What is told before the first quarter and asked after the last one."""

    text: list[Text] = Field(min_length=1, max_length=8)
    questions: list[Text] = Field(default=[], max_length=12)
    stylised: list[Text] = Field(default=[], max_length=12)


class Quarters(Section):
    """The hidden end: at least `min` and at most `max` quarters; from `min` on another one follows with a chance."""

    min: int = Field(default=8, ge=1, le=400)
    max: int = Field(default=10, ge=1, le=400)
    continuation: float = number(0.6, 0, 1, "chance that another quarter follows, from `min` on", source="Friedman1971")
    known: bool = Field(
        default=False, description="whether everybody knows the last quarter, which then is `max`: the end-game effect"
    )


class Units(Section):
    """How engine units are shown: one unit of price, of volume and of money in the words of the place."""

    currency: Name = "k¥"
    currency_scale: float = number(1000, 1e-6, 1e9, "how many of what prices are quoted in make one unit of currency")
    price: Name = "¥"
    price_scale: float = number(100, 1e-6, 1e6, "shown price per unit of price")
    volume: Name = "pcs"
    volume_scale: float = number(10, 1e-6, 1e6, "shown volume per unit of output")

    @property
    def money_scale(self) -> float:
        """Shown money per engine unit of it."""
        return self.price_scale * self.volume_scale / self.currency_scale


class Profile(Section):
    """Resource profile: what a firm is good at. Shares are made to add up to one."""

    technology: Share = 0.2
    production: Share = 0.2
    brand: Share = 0.2
    channel: Share = 0.2
    finance: Share = 0.2


class Manager(Section):
    """Who runs a firm when nobody else decides."""

    ambition: float = number(0.5, 0, 1, "weight of growth against profit", source="FershtmanJudd1987")
    patience: float = number(0.9, 0, 1, "weight of next quarter's money against this quarter's")
    product: Literal["stay", "imitate", "differ"] = Field(
        default="stay", description="whether the firm moves its product towards where the cluster sells, or away"
    )


class Firm(Section):
    """A firm of the opening cluster."""

    name: Name
    size: Literal["small", "medium", "large"] = "small"
    seat: bool = Field(default=False, description="may be played by a person")
    strategy: str = Field(default="conditional", description="how it keeps promises to groups")
    pair_strategy: str = Field(default="tit_for_tat", description="how it treats a single neighbour")
    manager: Manager = Manager()
    profile: Profile | None = Field(
        default=None, description="resource profile; left out, firms are good at different things by turns"
    )
    position: Share | None = Field(
        default=None, description="product position on the circle; spread evenly if left out"
    )
    character: Text | None = None
    corporate_brand: float = number(0.75, 0, 50, "opening corporate brand of a firm of size 1", unit="goodwill")
    knowledge: float = number(4, 0, 100, "opening knowledge", unit="knowledge")
    quality: float = number(1.5, 0, 50, "opening quality", unit="quality")


class Effect(Section):
    """What an event does while it lasts; factors multiply, a loss is taken once when the event begins."""

    local: float = number(1, 0, 5, "factor on local buyers")
    national: float = number(1, 0, 5, "factor on national buyers")
    export: float = number(1, 0, 5, "factor on export buyers")
    input_cost: float = number(1, 0.1, 5, "factor on unit cost and freight")
    rival: float = number(0, -3, 3, "added to the utility of the rival region's goods", unit="utility")
    reputation_loss: float = number(0, 0, 1, "taken from the reputation of the mark")
    meeting: bool = Field(default=False, description="whether it calls a meeting of the town hall")
    hub_lost: bool = Field(default=False, description="whether the hub of every institution is out of action")


class Condition(Section):
    """When an event may happen beside its quarter: an index of the region on one side of a level."""

    index: Literal["cluster", "brand", "reputation", "awareness", "economy", "mark_effort"]
    below: float | None = Field(default=None, ge=0, le=2)
    above: float | None = Field(default=None, ge=0, le=2)


Picture = Literal[
    "fashion",
    "slump",
    "scandal",
    "frost",
    "dear",
    "caravan",
    "letter",
    "law",
    "hall",
    "newcomer",
    "rival",
    "strike",
    "recession",
    "closing",
]


class Event(Section):
    """Something that happens to everybody: told before its first quarter if `announced`, else in the quarter after."""

    name: Name
    quarter: Quarter
    length: int = Field(default=1, ge=1, le=400)
    condition: Condition | None = None
    effect: Effect = Effect()
    announced: bool = False
    news: Text
    picture: Picture | None = Field(default=None, description="on the card in the news; left out, by what it does")


class Goal(Section):
    """What a seat plays for, shown from the briefing on; at most three a seat. It changes nothing in the game.

    Points are 0 to 100, money as the screens print it, a share is in per cent of the cluster's sales. `word` counts the
    quarters running in which the firm kept its word (in `body`, or wherever it is in), `keepers` the neighbours who
    kept in `body`, `penalties` the firm's fines and exclusions so far, `closures` the neighbours that closed so far.
    """

    firm: Name | None = Field(default=None, description="the seat that it is for; left out, every seat")
    measure: Measure
    body: Literal["mark", "channel", "fair", "research", "leader", "marketing", "brokers", "pricing"] | None = Field(
        default=None, description="institution of keepers and, if wanted, of word"
    )
    at_least: float | None = Field(default=None, description="reached from this figure on")
    at_most: float | None = Field(default=None, description="reached up to this figure")
    by: Quarter | None = Field(
        default=None, description="met once up to this quarter is reached; left out, what stands at the end counts"
    )
    text: Text | None = Field(default=None, description="in words of your own; left out, the measure is told")


class Step(Section):
    """A step of the guide: a sentence on one screen, told while it is the next one; it may point at a control.

    A step is `read` (the player goes on), `changed` (when the decision pointed at has been moved) or `left` (when
    the player goes where the next step is, by the key that the sentence names). `kept` and `broke` name an
    institution: the step is only for whoever was seen to do so in the quarter before.
    """

    quarter: Quarter
    screen: Literal["quarter", "together", "results"] = "quarter"
    at: str = Field(
        default="",
        max_length=40,
        description="what it points at: price, effort fair, map, news, own, end, whatif ...",
    )
    until: Literal["read", "changed", "left"] = "read"
    kept: str | None = Field(default=None, description="only if the player was seen to keep in this institution")
    broke: str | None = Field(default=None, description="only if the player was seen to break in this institution")
    text: Text


class Scenario(Section):
    """A whole scenario file.

    `agenda` maps a decision or an institution to the quarter in which it opens (default 1), or to "never".
    """

    format: Literal[1]
    kind: Literal["traditional", "high_tech"] = Field(
        default="traditional", description="high-tech: quality ages faster, R&D weighs more, contracts hold better"
    )
    off: list[str] = Field(
        default=[], max_length=100, description="arrows of the co-evolution that are switched off, by name"
    )
    about: About
    briefing: Briefing
    teaching: Teaching = Teaching()
    quarters: Quarters = Quarters()
    units: Units = Units()
    agenda: dict[str, Quarter | Literal["never"]] = {}
    slots: int | None = Field(default=None, ge=1, le=200, description="places for firms, entrants included")
    firms: list[Firm] = Field(min_length=1, max_length=200)
    institutions: Institutions = Institutions()
    market: Market = Market()
    costs: Costs = Costs()
    innovation: Innovation = Innovation()
    brands: Brands = Brands()
    ties: Ties = Ties()
    sanctions: Sanctions = Sanctions()
    region: Region = Region()
    finance: Finance = Finance()
    chance: Chance = Chance()
    government: Government = Government()
    intermediary: Intermediary = Intermediary()
    information: Information = Information()
    entry: Entry = Entry()
    evaluation: Evaluation = Evaluation()
    functions: Functions = Functions()
    events: list[Event] = Field(default=[], max_length=60)
    guide: list[Step] = Field(default=[], max_length=60)
    goals: list[Goal] = Field(default=[], max_length=60)
    treatments: dict[Name, dict[str, object]] = Field(
        default={}, description="named variants: tables laid over the scenario"
    )


BESIDE_THE_GAME = ("about", "briefing", "teaching", "units", "goals", "guide", "treatments")


def as_played(scenario: Scenario, *without: str) -> str:
    """Everything that a game depends on, as text: what is kept by digest is found by this.

    Left out is what is only told or shown, and what else is named in `without`.
    """
    shown: dict[str, Any] = {"events": {"__all__": {"picture"}}}
    return in_one_language(scenario).model_dump_json(exclude=shown | dict.fromkeys((*BESIDE_THE_GAME, *without), True))


def in_one_language(scenario: Scenario) -> Scenario:
    """The scenario with everything that is told during play in English alone, or as it was written first.

    What is kept by digest is found by this: a translation makes no other game.
    """

    def told(text: Text | None) -> str | None:
        return text if text is None or isinstance(text, str) else text.get("en", next(iter(text.values())))

    firms = [firm.model_copy(update={"character": told(firm.character)}) for firm in scenario.firms]
    events = [event.model_copy(update={"news": told(event.news)}) for event in scenario.events]
    return scenario.model_copy(update={"firms": firms, "events": events})
