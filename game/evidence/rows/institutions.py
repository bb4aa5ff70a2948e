"""Claims C21 to C30: what each of the institutions does, and for whom."""

from game.evidence.claim import Claim
from game.evidence.metric import SD, SWING, Metric
from game.evidence.rows.build import MODEL, VILLAGE, closed, compare, each, event, gains, giving, groups
from game.evidence.rows.rules import HIGH_TECH
from game.model.scenario import Profile


def c21() -> Claim:
    """With and without a collective mark: what it brings to small firms and to large ones."""
    large, small = Metric("revenue", 17, 24, "large"), Metric("revenue", 17, 24, "small")
    part = groups("up", large, small, VILLAGE, closed("mark"))
    return Claim("C21", f"{MODEL} 3.4, 4.1", "built_in", (part,), off=("small_firms_lean",))


def c22() -> Claim:
    """With and without brokers: firms of one size, of which half have a name and half have none."""
    village = (
        VILLAGE.set({"firms.odd.corporate_brand": 6.0, "firms.even.corporate_brand": 0.1})
        .let("odd", brand=1.5)
        .let("even", brand=0.1)
    )
    known, unknown = Metric("profit", 5, 12, "odd"), Metric("profit", 5, 12, "even")
    part = groups("up", known, unknown, village, closed("brokers", arm=village))
    return Claim("C22", f"{MODEL} Table 1", "built_in", (part,), off=("broker_matches",))


def c23() -> Claim:
    """With and without a shared channel: neighbours that are good at different things, and twins."""
    twins = VILLAGE.set({"firms.all.profile": Profile()})
    profit = Metric("profit", 5, 12)
    parts = (
        compare("up", profit, closed("channel"), VILLAGE),
        compare("down", profit, closed("channel", arm=twins), twins),
        compare("down", Metric("freight", 5, 12), closed("channel"), VILLAGE),
    )
    return Claim("C23", f"{MODEL} 4.2", "built_in", parts, off=("channel_reach", "channel_freight"))


def c24() -> Claim:
    """With and without a leading enterprise; and what becomes of its name when followers shirk."""
    without = closed("leader")
    kept, shirked = (VILLAGE.let("followers", effort={"leader": effort}) for effort in (1.0, 0.0))
    parts = (
        compare("up", Metric("profit", 5, 12, "followers"), without, VILLAGE),
        compare("down", Metric("revenue", 5, 24, "followers", SWING), without, VILLAGE),
        compare("up", Metric("capacity", 5, 12, "leader"), without, VILLAGE),
        compare("down", Metric("corporate_brand", 9, 16, "leader"), kept, shirked),
    )
    off = ("supply_saving", "steady_orders", "leader_capacity", "leader_dilution")
    return Claim("C24", f"{MODEL} 4.3", "built_in", parts, off=off)


def c25() -> Claim:
    """A pavilion that is staffed and one that is not; four firms do not exhibit in either."""
    village = VILLAGE.let("last", outside=("fair",))
    empty, staffed = giving(0.0, "fair", arm=village), giving(1.0, "fair", arm=village)
    metrics = (
        Metric("export", 5, 12, "first"),
        Metric("awareness", 17, 20),
        Metric("capital", 9, 12),
        Metric("sales", 17, 24, "last"),
    )
    off = ("export_leads", "promotion_to_awareness", "fair_to_capital")
    return Claim("C25", f"{MODEL} 4.4", "built_in", each("up", metrics, empty, staffed), off=off)


def c26() -> Claim:
    """With and without an alliance, where much and where little of one's research would leak out anyway."""
    without = closed("research")
    little, much = (VILLAGE.set({"institutions.research.leak": leak}) for leak in (0.2, 0.8))
    spending = Metric("research_spending", 9, 16)
    parts = (
        compare("up", spending, without, much),
        compare("down", spending, without, little),
        compare("down", Metric("success", 5, 24, over=SD), without, VILLAGE),
    )
    return Claim("C26", f"{MODEL} 4.5", "built_in", parts, off=("research_pooling",))


def c27() -> Claim:
    """A campaign that is paid for and one that is not."""
    unpaid, paid = giving(0.0, "marketing"), giving(1.0, "marketing")
    parts = (
        compare("up", Metric("buyers", 5, 12), unpaid, paid),
        compare("down", Metric("marketing_cost", 5, 12), unpaid, paid),
    )
    return Claim("C27", f"{MODEL} 4.6", "built_in", parts, off=("generic_demand", "joint_marketing"))


def c28() -> Claim:
    """Firms stop spending on their own brands."""
    part = compare("down", Metric("brand", 21, 24), VILLAGE.let(brand=1.0), VILLAGE.let(brand=0.0))
    return Claim("C28", f"{MODEL} 3.1, 4.1", "built_in", (part,), off=("corporate_to_awareness",))


def c29() -> Claim:
    """A scandal and a slump, with an association that works on the weakest point and with one that looks on."""
    struck = VILLAGE.set({"events": event(5, 2, local=0.8, national=0.8, reputation_loss=0.4)})
    part = compare(
        "up",
        Metric("weakest_advantage", 9, 16),
        struck.set({"evaluation.feedback": 0.0}),
        struck.set({"evaluation.feedback": 1.0}),
    )
    return Claim("C29", f"{MODEL} 3.4", "emergent", (part,), off=("feedback",))


def c30() -> Claim:
    """What an R&D alliance brings where products last and where they do not."""
    part = gains(
        "up",
        Metric("profit", 9, 16),
        (VILLAGE, closed("research")),
        (HIGH_TECH, closed("research", arm=HIGH_TECH)),
    )
    return Claim("C30", f"{MODEL} 4.5", "emergent", (part,), off=("research_spillover", "research_pooling"))


INSTITUTIONS = (c21, c22, c23, c24, c25, c26, c27, c28, c29, c30)
