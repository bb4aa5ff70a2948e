"""What deciders may see before a quarter. Every field is marked: public, or private to the firm in that column.

All firms' observations are one record because all decide at once; a decider for slot n reads public fields and column n
of private ones. `seat` cuts out exactly that, for people; a test shows that no strategy looks further.
"""

from dataclasses import dataclass, fields, replace

import numpy as np

from game.model.record import Bools, Floats, Ints, array, lock


@dataclass(frozen=True, eq=False)
class Observation:
    """The picture before quarter `quarter`: what was seen of the last one, and each firm's own books."""

    quarter: int
    firm_id: Ints = array("RN", "stable name of the firm", seen="public")
    active: Bools = array("RN", "whether the slot holds a firm", seen="public")
    since: Ints = array("RN", "first quarter of the firm", "quarter", seen="public")
    size: Floats = array("RN", "relative size", seen="public")
    price: Floats = array("RN", "price", "money a unit", seen="public")
    sales: Floats = array("RN", "units sold", "units", seen="public")
    position: Floats = array("RN", "product position", seen="public")
    corporate_brand: Floats = array("RN", "goodwill of the corporate brand", "goodwill", seen="public")
    member: Bools = array("RJN", "membership", seen="public")
    observed: Floats = array("RJN", "effort as observed", seen="public")
    kept: Bools = array("RJN", "whether the member was seen to keep its word", seen="public")
    record: Floats = array("RJN", "discounted share of kept quarters", seen="public")
    pledge: Floats = array("RJN", "effort pledged for this quarter", seen="public")
    barred_until: Ints = array("RJN", "first quarter in which the firm may join", "quarter", seen="public")
    convicted: Bools = array("RJN", "whether the firm was fined after an audit", seen="public")
    complaints: Ints = array("RJN", "complaints against the firm", seen="public")
    partner: Ints = array("RNK", "slots of firms a tie stands with, -1 for none", seen="public")
    asset: Floats = array("RJ", "common asset of the institution", seen="public")
    dues: Floats = array("RJ", "dues as a share of their base", seen="public")
    audit: Floats = array("RJ", "chance of an audit", seen="public")
    fine: Floats = array("RJ", "fine as a multiple of the cost of full effort", seen="public")
    equal_share: Floats = array("RJ", "part of the benefit shared equally", seen="public")
    standard: Floats = array("RJ", "effort that the rules ask for", seen="public")
    floor: Floats = array("RJ", "effort that the contract makes enforceable", seen="public")
    structure: Ints = array("RJ", "structure of the institution", seen="public")
    functions: Ints = array("RF", "body that performs each marketing function", seen="public")
    support: Floats = array("R", "share of the cost of effort that the government matches", seen="public")
    advertise: Floats = array("R", "the government's spending on making the region known", seen="public")
    meets: Bools = array("R", "whether motions may be sent", seen="public")
    motion: Ints = array("RM", "motions on the table, -1 for none", seen="public")
    motion_target: Ints = array("RM", "what each is about", seen="public")
    motion_value: Floats = array("RM", "what each asks for", seen="public")
    mover: Ints = array("RM", "slot of the firm that moved it", seen="public")
    trend: Floats = array("R", "state of demand, as a factor on an ordinary quarter", seen="public")
    cluster: Floats = array("R", "cluster level", seen="public")
    brand: Floats = array("R", "regional brand", seen="public")
    economy: Floats = array("R", "regional economy", seen="public")
    market: Floats = array("RG", "buyers in each segment last quarter", "units", seen="public")
    nest: Floats = array("R", "nest parameter: how alike the cluster's goods are", seen="public")
    cash: Floats = array("RN", "cash", "money", seen="private")
    loan: Floats = array("RN", "loan", "money", seen="private")
    profit: Floats = array("RN", "profit", "money", seen="private")
    unit_cost: Floats = array("RN", "unit cost with freight", "money a unit", seen="private")
    slope: Floats = array("RN", "price slope of the firm's buyers", "1/price", seen="private")
    share_in_nest: Floats = array("RN", "share of the cluster's sales", seen="private")
    share_in_market: Floats = array("RN", "share of the market", seen="private")
    demand: Floats = array("RN", "orders received", "units", seen="private")
    capacity: Floats = array("RN", "capacity", "units", seen="private")
    capacity_goal: Floats = array("RN", "capacity the firm builds towards", "units", seen="private")
    quality: Floats = array("RN", "quality", "quality", seen="private")
    knowledge: Floats = array("RN", "knowledge", "knowledge", seen="private")
    product_brand: Floats = array("RN", "goodwill of the product brands", "goodwill", seen="private")
    quality_spending: Floats = array("RN", "quality spending", "money", seen="private")
    research_spending: Floats = array("RN", "research spending", "money", seen="private")
    brand_spending: Floats = array("RN", "spending on own brands", "money", seen="private")
    brand_split: Floats = array("RN", "part of it for the corporate brand", seen="private")
    effort: Floats = array("RJN", "own effort as carried out", seen="private")
    benefit: Floats = array("RJN", "own benefit", seen="private")
    wanted: Ints = array("RNK", "slots of wanted partners", seen="private")
    standing: Bools = array("RNK", "ties that stand", seen="private")
    act: Floats = array("RNK", "own acts", seen="private")
    received: Floats = array("RNK", "partners' acts towards the firm", seen="private")
    trust: Floats = array("RNK", "trust in each partner", seen="private")
    complement: Floats = array("RNK", "complementarity of each partner", seen="private")
    offers: Ints = array("RNK", "slots of firms that offer a tie, -1 for none", seen="private")


def seat(observation: Observation, slot: int) -> Observation:
    """What the firm in this slot sees: public fields whole, of private ones only its own column (the rest blanked)."""
    made = {}
    for item in fields(observation):
        held = getattr(observation, item.name)
        if item.metadata.get("seen") == "private":
            axis = str(item.metadata["axes"]).index("N")
            blank = np.full_like(held, _blank(held.dtype))
            own = (slice(None),) * axis + (slot,)
            blank[own] = held[own]
            made[item.name] = blank
    return lock(replace(observation, **made))


def _blank(dtype: np.dtype) -> float | int | bool:
    if dtype.kind == "f":
        return float("nan")
    return -1 if dtype.kind == "i" else False
