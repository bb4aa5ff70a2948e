"""The state: everything the next quarter depends on, before anybody has decided.

R games are played at once; N is the number of firm slots, an inactive slot counts nowhere. Slots are stable places,
`firm_id` names the firm that holds one. Deciders never see a State, only what `game.engine.observe` shows them.
"""

from dataclasses import dataclass

from game.model.record import Bools, Floats, Ints, array


@dataclass(frozen=True, eq=False)
class FirmStocks:
    """What each firm carries from one quarter to the next."""

    firm_id: Ints = array("RN", "stable name of the firm in this slot; its luck hangs on it")
    active: Bools = array("RN", "whether the slot holds a firm")
    seat: Bools = array("RN", "whether a person plays it")
    since: Ints = array("RN", "first quarter of the firm", "quarter")
    size: Floats = array("RN", "relative size, fixed at the opening")
    profile: Floats = array("RNP", "resource shares: technology, production, brand, channel, finance")
    cash: Floats = array("RN", "cash in hand", "money")
    loan: Floats = array("RN", "bridging loan", "money")
    trouble: Ints = array("RN", "quarters in a row below the cash floor", "quarters")
    price: Floats = array("RN", "price of the last quarter", "money a unit")
    quality_spending: Floats = array("RN", "quality spending of the last quarter", "money")
    research_spending: Floats = array("RN", "research spending of the last quarter", "money")
    brand_spending: Floats = array("RN", "spending on both own brands in the last quarter", "money")
    brand_split: Floats = array("RN", "part of it that went to the corporate brand")
    capacity: Floats = array("RN", "output a quarter can make at most", "units")
    capacity_goal: Floats = array("RN", "capacity the firm is building towards", "units")
    position: Floats = array("RN", "product position on a circle of length 1")
    quality: Floats = array("RN", "product quality, service included", "quality")
    knowledge: Floats = array("RN", "knowledge", "knowledge")
    product_brand: Floats = array("RN", "goodwill of the product brands", "goodwill")
    corporate_brand: Floats = array("RN", "goodwill of the corporate brand", "goodwill")
    unit_cost: Floats = array("RN", "unit cost of the last quarter", "money a unit")
    sales: Floats = array("RN", "units sold in the last quarter", "units")
    share_in_nest: Floats = array("RN", "share of the cluster's sales", "")
    share_in_market: Floats = array("RN", "share of the market, sales-weighted over segments", "")
    smooth_profit: Floats = array("RN", "smoothed profit, the measure of solvency", "money")
    value: Floats = array("RN", "discounted profits so far", "money")


@dataclass(frozen=True, eq=False)
class BodyStocks:
    """The institutions and the bodies that run them; by-laws are per game because a town hall may change them."""

    asset: Floats = array("RJ", "common asset S")
    treasury: Floats = array("RJ", "money of the body", "money")
    dues: Floats = array("RJ", "dues as a share of their base")
    audit: Floats = array("RJ", "chance that a member is audited")
    fine: Floats = array("RJ", "fine as a multiple of the cost of full effort")
    equal_share: Floats = array("RJ", "part of the benefit shared equally")
    standard: Floats = array("RJ", "effort that the rules ask for")
    floor: Floats = array("RJ", "effort that the contract makes enforceable")
    structure: Ints = array("RJ", "structure, a place in `STRUCTURES`")
    member: Bools = array("RJN", "membership")
    effort: Floats = array("RJN", "effort as carried out in the last quarter")
    observed: Floats = array("RJN", "effort of the last quarter as everybody saw it")
    pledge: Floats = array("RJN", "effort pledged for the coming quarter, NaN without a pledge")
    kept: Bools = array("RJN", "whether the member was seen to keep its word in the last quarter")
    record: Floats = array("RJN", "discounted share of kept quarters, 0.5 before the first")
    offences: Floats = array("RJN", "remembered offences")
    barred_until: Ints = array("RJN", "first quarter in which the firm may join again", "quarter")


@dataclass(frozen=True, eq=False)
class TieStocks:
    """Neighbour lists.

    Slot k of firm i is its own place for a partner: wanted, and standing where the wish is mutual.
    """

    wanted: Ints = array("RNK", "slot of the firm wanted as a partner, -1 for a free place")
    standing: Bools = array("RNK", "whether the tie stands")
    mirror: Ints = array("RNK", "place of this firm in the partner's list, 0 where no tie stands")
    complement: Floats = array("RNK", "how different the partner's resources are, 0 twins to 1 full complements")
    act: Floats = array("RNK", "how the firm treated the partner in the last quarter")
    trust: Floats = array("RNK", "trust in the partner: discounted mean of how it treated the firm")


@dataclass(frozen=True, eq=False)
class RegionStocks:
    """What all firms of the region share."""

    cluster: Floats = array("R", "cluster level C")
    awareness: Floats = array("R", "awareness of the regional brand")
    reputation: Floats = array("R", "reputation of the regional brand")
    economy: Floats = array("R", "regional economy E")
    heterogeneity: Floats = array("R", "technological heterogeneity H")
    rigidity: Floats = array("R", "rigidity L (lock-in)")
    infrastructure: Floats = array("R", "infrastructure")
    talent: Floats = array("R", "talent")
    capital: Floats = array("R", "capital inflow")
    specialisation: Floats = array("R", "specialisation: how far firms divide the work")
    work: Floats = array("RT", "work of the association on each of the four advantages, 0 to 1")
    functions: Ints = array("RF", "body that performs each marketing function, a place in `BODIES`")
    support: Floats = array("R", "share of members' cost of effort that the government matches")
    advertise: Floats = array("R", "what the government spends on making the region known, share of V0 times size")
    trend: Floats = array("R", "log of the state of demand")
    recession_left: Ints = array("R", "quarters of recession still to come", "quarters")
    event_left: Ints = array("RV", "quarters for which each event still lasts", "quarters")
    government: Floats = array("R", "government's account", "money")
    last_firm_id: Ints = array("R", "last firm id given out")


@dataclass(frozen=True, eq=False)
class HallStocks:
    """The town hall: M motions on the table, to be voted on this quarter."""

    meets: Bools = array("R", "whether motions may be sent this quarter")
    kind: Ints = array("RM", "what is moved, a place in `MOTIONS`, -1 for none")
    target: Ints = array("RM", "institution, function or slot that it is about")
    value: Floats = array("RM", "what is asked for")
    mover: Ints = array("RM", "slot of the firm that moved it, -1 for none")


@dataclass(frozen=True, eq=False)
class State:
    """One moment of R games, between two quarters; `quarter` is the one about to be played (from 1)."""

    quarter: int
    firms: FirmStocks
    bodies: BodyStocks
    ties: TieStocks
    region: RegionStocks
    hall: HallStocks


def brand(region: RegionStocks) -> Floats:
    """Regional brand B = awareness x reputation, [R], in [0, 1]."""
    return region.awareness * region.reputation
