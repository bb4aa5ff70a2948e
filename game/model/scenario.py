"""The scenario: everything an instructor can write in a TOML file, as frozen records.

`game.scenario.read` makes it from a file, `game.engine.opening` turns it into arrays.
"""

from typing import Annotated, Any, Literal

from pydantic import Field

from game.model.goal import Measure
from game.model.institutions import Institutions
from game.model.parameters import Brands, Chance, Costs, Finance, Innovation, Market, Sanctions, Ties
from game.model.policy import Entry, Evaluation, Functions, Government, Information, Intermediary
from game.model.presentation import About, Briefing
from game.model.region import Region
from game.model.section import Section, choice, number
from game.model.teaching import Teaching
from game.model.texts import Name, Text, UnitName

INSTITUTIONS = ("mark", "channel", "fair", "research", "leader", "marketing", "brokers", "pricing")
OWN_DECISIONS = ("price", "quality", "research_spending", "brand", "capacity", "position", "brand_split")
TOGETHER_DECISIONS = ("pledges", "complaints", "ties", "town_hall")
Quarter = Annotated[int, Field(ge=1, le=400)]
Share = Annotated[float, Field(ge=0, le=1)]


class Quarters(Section):
    """The hidden end: at least `min` and at most `max` quarters; from `min` on another one follows with a chance."""

    min: int = Field(default=8, ge=1, le=400, description="quarters that are played at least")
    max: int = Field(default=10, ge=1, le=400, description="quarters that are played at most")
    continuation: float = number(0.6, 0, 1, "chance that another quarter follows, from `min` on", source="Friedman1971")
    known: bool = Field(
        default=False, description="whether everybody knows the last quarter, which then is `max`: the end-game effect"
    )


class Units(Section):
    """How engine units are shown: one unit of price, of volume and of money in the words of the place."""

    currency: UnitName = choice("k¥", "name of the unit in which money is shown, at most 12 characters")
    currency_scale: float = number(1000, 1e-6, 1e9, "how many of what prices are quoted in make one unit of currency")
    price: UnitName = choice("¥", "name of the unit in which prices are shown, at most 12 characters")
    price_scale: float = number(100, 1e-6, 1e6, "shown price per unit of price")
    volume: UnitName = choice("pcs", "name of the unit in which sales and capacity are shown, at most 12 characters")
    volume_scale: float = number(10, 1e-6, 1e6, "shown volume per unit of output")

    @property
    def money_scale(self) -> float:
        """Shown money per engine unit of it."""
        return self.price_scale * self.volume_scale / self.currency_scale


class Profile(Section):
    """What a firm is good at; unlike partners complement each other. Shares are made to add up to one."""

    technology: Share = choice(0.2, "strength in technology beside the others")
    production: Share = choice(0.2, "strength in production beside the others")
    brand: Share = choice(0.2, "strength in brand beside the others")
    channel: Share = choice(0.2, "strength in channel beside the others")
    finance: Share = choice(0.2, "strength in finance beside the others")


class Manager(Section):
    """Who runs a firm when nobody else decides."""

    ambition: float = number(0.5, 0, 1, "weight of growth against profit", source="FershtmanJudd1987")
    patience: float = number(0.9, 0, 1, "weight of next quarter's money against this quarter's")
    product: Literal["stay", "imitate", "differ"] = Field(
        default="stay", description="whether the firm moves its product towards where the cluster sells, or away"
    )


class Firm(Section):
    """A firm of the opening cluster."""

    name: Name = Field(description="name of the firm, different from all others")
    size: Literal["small", "medium", "large"] = choice("small", "large is three times small")
    seat: bool = Field(default=False, description="may be played by a person")
    strategy: str = Field(default="conditional", description="how it keeps promises to groups")
    pair_strategy: str = Field(default="tit_for_tat", description="how it treats a single neighbour")
    manager: Manager = choice(Manager(), "who runs the firm when nobody else decides")
    profile: Profile | None = Field(
        default=None, description="resource profile; left out, firms are good at different things by turns"
    )
    position: Share | None = Field(
        default=None, description="product position on the circle; spread evenly if left out"
    )
    character: Text | None = choice(None, "what everybody knows of the firm; left out, nothing is told")
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

    index: Literal["cluster", "brand", "reputation", "awareness", "economy", "mark_effort"] = Field(
        description="which index is looked at; mark_effort is the mean effort in the mark"
    )
    below: float | None = Field(default=None, ge=0, le=2, description="only if the index is below this")
    above: float | None = Field(default=None, ge=0, le=2, description="only if the index is above this")


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

    name: Name = Field(description="name of the event, different from all others")
    quarter: Quarter = Field(description="quarter in which it begins; with a condition, only if that holds then")
    length: int = Field(default=1, ge=1, le=400, description="quarters that it lasts")
    condition: Condition | None = choice(None, "left out, it happens in any case")
    effect: Effect = choice(Effect(), "what it does while it lasts")
    announced: bool = choice(False, "told before it begins")
    news: Text = Field(description="what the news say; words in **bold** at the beginning are the headline")
    picture: Picture | None = Field(default=None, description="on the card in the news; left out, by what it does")


class Goal(Section):
    """What a seat plays for, shown from the briefing on; at most three a seat. It changes nothing in the game.

    Points are 0 to 100, money as the screens print it, a share is in per cent of the cluster's sales. `word` counts the
    quarters running in which the firm kept its word (in `body`, or wherever it is in), `keepers` the neighbours who
    kept in `body`, `penalties` the firm's fines and exclusions so far, `closures` the neighbours that closed so far.
    """

    firm: Name | None = Field(default=None, description="the seat that it is for; left out, every seat")
    measure: Measure = Field(description="the figure that the goal is about")
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

    quarter: Quarter = Field(description="quarter in which the step is told")
    screen: Literal["quarter", "together", "results"] = choice("quarter", "the screen that it stands on")
    at: str = Field(
        default="",
        max_length=40,
        description="what it points at: price, effort fair, map, news, own, end, whatif ...",
    )
    until: Literal["read", "changed", "left"] = choice("read", "what ends the step")
    kept: str | None = Field(default=None, description="only if the player was seen to keep in this institution")
    broke: str | None = Field(default=None, description="only if the player was seen to break in this institution")
    text: Text = Field(description="the sentence")


class Scenario(Section):
    """A whole scenario file.

    `agenda` maps a decision or an institution to the quarter in which it opens (default 1), or to "never".
    """

    format: Literal[1] = Field(description="version of the format")
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
    agenda: dict[str, Quarter | Literal["never"]] = choice({}, "when a decision or an institution opens, or never")
    slots: int | None = Field(default=None, ge=1, le=200, description="places for firms, entrants included")
    firms: list[Firm] = Field(min_length=1, max_length=200, description="the firms of the opening cluster")
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
    events: list[Event] = Field(default=[], max_length=60, description="what happens to everybody, and when")
    guide: list[Step] = Field(default=[], max_length=60, description="a guide through the first quarters")
    goals: list[Goal] = Field(default=[], max_length=60, description="what seats play for")
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
