"""The outcome of a quarter: one record per phase, in their order, holding numbers only (views find the words).

Every money and index figure that people see opens into named terms which add up to it: `Money.terms` by
`money_terms`, the region's indices by `INDEX_TERMS`.
"""

from dataclasses import dataclass
from functools import cached_property

from game.model.record import Bools, Floats, Ints, array
from game.model.ties import marked, places


@dataclass(frozen=True, eq=False)
class Weather:
    """Shocks and policy: what nobody in the region decided."""

    buyers: Floats = array("RG", "factor on the buyers of each segment")
    input_cost: Floats = array("R", "factor on unit cost and freight")
    rival: Floats = array("R", "added to the utility of the rival region's goods", "utility")
    reputation_loss: Floats = array("R", "reputation lost to events")
    meeting: Bools = array("R", "whether an event calls a meeting of the town hall")
    hub_lost: Bools = array("R", "whether the hub of every institution is out of action")
    event_begun: Bools = array("RV", "events that begin this quarter")
    event_left: Ints = array("RV", "quarters each event lasts after this one", "quarters")
    recession: Bools = array("R", "whether demand is in recession")
    recession_begun: Bools = array("R", "whether the recession begins this quarter")
    recession_left: Ints = array("R", "quarters of recession after this one", "quarters")
    trend: Floats = array("R", "log of the state of demand")


@dataclass(frozen=True, eq=False)
class Membership:
    """Who is in, and which ties stand, this quarter."""

    member: Bools = array("RJN", "members of each institution, none where it is not open yet")
    joined: Bools = array("RJN", "members that were not in last quarter")
    left: Bools = array("RJN", "firms that left by their own wish")
    barred_until: Ints = array("RJN", "first quarter in which the firm may join again", "quarter")
    wanted: Ints = array("RNK", "slots of wanted partners")
    standing: Bools = array("RNK", "ties that stand")
    mirror: Ints = array("RNK", "place of the firm in its partner's list")
    complement: Floats = array("RNK", "complementarity of the partner")

    @cached_property
    def members(self) -> Ints:
        """How many members each institution has, [R, J]."""
        made: Ints = self.member.sum(axis=-1)
        return made

    @cached_property
    def at(self) -> Ints:
        """Where the wanted partners stand, see `places`."""
        return places(self.wanted)

    @cached_property
    def links(self) -> Ints:
        """How many ties of each firm stand, [R, N]."""
        return marked(self.standing)


@dataclass(frozen=True, eq=False)
class Hall:
    """Votes of the town hall, counted."""

    kind: Ints = array("RM", "what was voted on, -1 for nothing")
    target: Ints = array("RM", "institution, function or slot that it was about")
    value: Floats = array("RM", "what was asked for")
    mover: Ints = array("RM", "slot of the firm that moved it")
    ayes: Ints = array("RM", "votes for it")
    voters: Ints = array("RM", "firms that may vote")
    carried: Bools = array("RM", "motions that more than half of them wanted; they bind from the next quarter on")
    meets: Bools = array("R", "whether motions may be sent next quarter")


@dataclass(frozen=True, eq=False)
class Games:
    """Efforts and stage games."""

    effort: Floats = array("RJN", "effort as carried out, 0 outside")
    observed: Floats = array("RJN", "effort as everybody saw it, 0 outside")
    kept: Bools = array("RJN", "members seen to keep their word")
    composition: Floats = array("RJ", "social composition of efforts")
    asset: Floats = array("RJ", "common asset after this quarter's efforts")
    benefit: Floats = array("RJN", "benefit of each member, in units of the institution's own effect")
    cost: Floats = array("RJN", "cost of effort", "money")
    act: Floats = array("RNK", "how each partner was treated")
    received: Floats = array("RNK", "how each partner treated the firm")
    treatment: Floats = array("RN", "mean treatment met with, that of a stranger without ties")
    handed: Floats = array("RN", "the same weighted by how far the partners' resources complement one's own")
    giving_cost: Floats = array("RN", "cost of treating partners well", "money")
    trust: Floats = array("RNK", "trust in each partner")


@dataclass(frozen=True, eq=False)
class Verdicts:
    """Sanctions and complaints."""

    audited: Bools = array("RJN", "members that were audited")
    convicted: Bools = array("RJN", "members fined after an audit, rightly or not")
    false_alarm: Bools = array("RJN", "members fined although they kept to the rules")
    audit_fine: Floats = array("RJN", "fine after an audit", "money")
    complaints: Ints = array("RJN", "valid complaints against the firm")
    complaint_fine: Floats = array("RJN", "fine after complaints", "money")
    complaint_cost: Floats = array("RJN", "cost of complaining", "money")
    damages: Floats = array("RJN", "damages for breach of contract, paid", "money")
    awarded: Floats = array("RJN", "damages received", "money")
    offences: Floats = array("RJN", "remembered offences")
    barred: Bools = array("RJN", "members excluded from the next quarter on")
    barred_until: Ints = array("RJN", "first quarter in which the firm may join again", "quarter")


@dataclass(frozen=True, eq=False)
class Effects:
    """What the institutions' assets do, each field written by the institutions that act on it."""

    utility: Floats = array("RN", "added to the utility of the firm's goods", "utility")
    firmness: Floats = array("RN", "factor that divides the price slope")
    leads: Floats = array("RGN", "extra orders as a share of demand")
    freight: Floats = array("RN", "factor on freight")
    spillover: Floats = array("RN", "members' research on offer to the firm", "knowledge")
    pooling: Floats = array("RN", "share of product luck that is pooled")
    unit_cost: Floats = array("RN", "factor on unit cost")
    headroom: Floats = array("RN", "factor on capacity")
    rebate: Floats = array("RN", "passed on to buyers", "money a unit")
    promotion: Floats = array("RN", "share of the firm's own brand spending that is saved")
    brand_build: Floats = array("RN", "factor on the building of the corporate brand")
    brand_wear: Floats = array("RN", "share of the corporate brand that others wear away")
    campaign_pooling: Floats = array("RN", "share of the luck of own campaigns that is pooled")
    commission: Floats = array("RN", "share of sales that goes to brokers")
    licence: Floats = array("RN", "licence fees received, paid ones negative", "money")
    steady: Floats = array("RN", "share of sales that are steady orders")
    generic: Floats = array("R", "factor on all buyers in all segments, outsiders' buyers too")
    fame: Floats = array("R", "help that joint promotion gives to awareness")
    outside_links: Floats = array("R", "links beyond the region")
    investors: Floats = array("R", "pull on capital")


@dataclass(frozen=True, eq=False)
class Learning:
    """Innovation: research, spillovers, absorption, product success or failure."""

    own: Floats = array("RN", "knowledge from own research", "knowledge")
    local: Floats = array("RN", "knowledge in the air of the cluster", "knowledge")
    alliance: Floats = array("RN", "knowledge through the R&D alliance", "knowledge")
    partners: Floats = array("RN", "knowledge from better partners", "knowledge")
    outside: Floats = array("RN", "knowledge from beyond the region", "knowledge")
    hit: Bools = array("RN", "whether the own product succeeded")
    success: Floats = array("RN", "success after pooling, 0 to 1")
    knowledge: Floats = array("RN", "knowledge afterwards", "knowledge")
    quality: Floats = array("RN", "quality afterwards", "quality")


@dataclass(frozen=True, eq=False)
class Production:
    """Production and cost."""

    unit_cost: Floats = array("RN", "unit cost, freight left out", "money a unit")
    variety: Floats = array("R", "variety of products, 0 to 1")
    freight: Floats = array("RGN", "cost of distributing a unit to each segment", "money a unit")
    capacity: Floats = array("RN", "capacity this quarter", "units")
    position: Floats = array("RN", "product position this quarter")


@dataclass(frozen=True, eq=False)
class Market:
    """Prices and demand by segment, and sales."""

    price: Floats = array("RN", "price that buyers pay, rebates taken off", "money a unit")
    size: Floats = array("RG", "buyers, the outside good included", "units")
    demand: Floats = array("RGN", "orders", "units")
    sold: Floats = array("RGN", "units sold", "units")
    share: Floats = array("RGN", "share of the market before leads and loyalty")
    slope: Floats = array("RN", "price slope after the brand's firmness", "1/price")
    nest: Floats = array("R", "nest parameter")
    variety: Floats = array("R", "variety of products, 0 to 1")
    conduct: Ints = array("RN", "price test, a place in `CONDUCT`")
    repeat: Floats = array("RN", "share of returning buyers")
    surplus: Floats = array("R", "consumer surplus", "money")


@dataclass(frozen=True, eq=False)
class Money:
    """Income and payments. Everything paid is received: firms, bodies, government, buyers and the outside world."""

    terms: Floats = array("RTN", "profit and loss, signed, in the order of `money_terms`", "money")
    profit: Floats = array("RN", "sum of the terms", "money")
    borrowed: Floats = array("RN", "bridging loan taken (or paid back, negative)", "money")
    cash: Floats = array("RN", "cash afterwards", "money")
    loan: Floats = array("RN", "loan afterwards", "money")
    treasury: Floats = array("RJ", "treasury of each body afterwards", "money")
    government: Floats = array("R", "received by the government, net", "money")
    outlay: Floats = array("R", "laid out by the government for firms and region, as a share of V0 times size")
    advertising: Floats = array("R", "the part of it that makes the region known")
    buyers: Floats = array("R", "received by the buyers, net", "money")
    outside: Floats = array("R", "received by the world outside, net", "money")
    smooth_profit: Floats = array("RN", "smoothed profit", "money")
    solvency: Floats = array("RN", "smoothed profit over its norm, 0 to 1")


@dataclass(frozen=True, eq=False)
class Echelon:
    """Brands of the three levels and loyalty, after the quarter."""

    product: Floats = array("RN", "goodwill of the product brands", "goodwill")
    corporate: Floats = array("RN", "goodwill of the corporate brand", "goodwill")
    scandal: Bools = array("RN", "members that caused a scandal under the mark")
    reputation: Floats = array("RT", "terms of reputation: before, record, scandals, events, bounds")
    awareness: Floats = array("RT", "terms of awareness: before, pull, fading, bounds")
    campaign: Floats = array("RN", "luck of the firm's own campaigns after pooling, mean 1")


@dataclass(frozen=True, eq=False)
class Coevolution:
    """The region's indices, each as terms that add up to the new level (`INDEX_TERMS`)."""

    cohesion: Floats = array("R", "mean of effort and ties")
    density: Floats = array("R", "tie density")
    cluster: Floats = array("RT", "terms of C")
    economy: Floats = array("RT", "terms of E")
    heterogeneity: Floats = array("RT", "terms of H")
    rigidity: Floats = array("RT", "terms of L")
    infrastructure: Floats = array("RT", "terms of infrastructure")
    talent: Floats = array("RT", "terms of talent")
    capital: Floats = array("RT", "terms of capital inflow")
    specialisation: Floats = array("RT", "terms of specialisation")


@dataclass(frozen=True, eq=False)
class Population:
    """Entry and exit, after the quarter."""

    exits: Bools = array("RN", "firms that close")
    trouble: Ints = array("RN", "quarters in a row below the cash floor", "quarters")
    entries: Bools = array("RN", "firms that begin next quarter")
    relocated: Bools = array("RN", "those of them that the town hall invited")
    brought: Floats = array("RN", "cash that newcomers bring from the outside", "money")
    wound_up: Floats = array("RN", "cash less loan that closing firms pay out to the outside", "money")


@dataclass(frozen=True, eq=False)
class Scores:
    """Scores of firms and region."""

    value: Floats = array("RN", "discounted profits so far", "money")
    worth: Floats = array("RN", "V: discounted profits and closing stocks", "money")
    firm: Floats = array("RN", "firm score, 0 to 100; NaN for firms without anchors")
    parts: Floats = array("RT", "region parts, 0 to 100: cluster, brand, economy, coupling, resilience")
    region: Floats = array("R", "region score, 0 to 100")
    development: Floats = array("RT", "development scores, 0 to 100: cluster, brand, economy, total")
    coupling: Floats = array("R", "coupling coordination degree D, 0 to 1")
    stage: Ints = array("R", "stage of the life cycle: 0 emergence, 1 growth, 2 maturity, 3 decline, 4 renewal")


@dataclass(frozen=True, eq=False)
class Evaluation:
    """The association's look at the four advantages, and its work on the weakest."""

    advantages: Floats = array("RT", "scores of the four advantages, 0 to 1, in the order of `ADVANTAGES`")
    weakest: Ints = array("R", "the weakest of them")
    held: Bools = array("R", "whether this quarter ends with an evaluation")
    work: Floats = array("RT", "work on each of them from the next quarter on, 0 to 1")


@dataclass(frozen=True, eq=False)
class Outcome:
    """What happened in one quarter of R games."""

    quarter: int
    weather: Weather
    hall: Hall
    membership: Membership
    games: Games
    verdicts: Verdicts
    effects: Effects
    learning: Learning
    production: Production
    market: Market
    money: Money
    echelon: Echelon
    region: Coevolution
    population: Population
    scores: Scores
    evaluation: Evaluation
