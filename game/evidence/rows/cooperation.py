"""Claims C31 to C39, C41 and C42: who cooperates, in what weather, and how much of it is good."""

from game.evidence.arm import Arm
from game.evidence.claim import Claim
from game.evidence.metric import GROWTH, SWING, Metric
from game.evidence.rows.build import (
    CLUSTERS,
    FIXED_TIES,
    GAMES,
    MODEL,
    VILLAGE,
    closed,
    compare,
    each,
    famous,
    giving,
    only,
    peak,
)
from game.model.scenario import Profile

AMBITION = "firms.all.manager.ambition"


def c31() -> Claim:
    """A market that grows and one that shrinks; managers decide on membership."""
    down, up = (VILLAGE.managed().set({"market.growth": growth}) for growth in (-0.02, 0.02))
    part = compare("up", Metric("membership", 9, 16), down, up)
    # Managers who think that nothing comes back from an institution stay away in any weather.
    return Claim("C31", f"{GAMES} 3.1", "emergent", (part,), neutral=(("institutions.*.perceived_return", 20.0),))


def c32() -> Claim:
    """Ties against none, without any institution: partners good at different things, and twins.

    Lock-in, which more ties bring to the whole cluster, is left aside: it is C14.
    """
    village = only(arm=FIXED_TIES).without("success_to_rigidity")
    twins = village.set({"firms.all.profile": Profile()})
    profit = Metric("profit", 5, 12)
    parts = (
        compare("up", profit, village.set({"ties.degree": 0}), village),
        compare("not_up", profit, twins.set({"ties.degree": 0}), twins),
    )
    return Claim("C32", f"{GAMES} 3.2", "emergent", parts, off=("complement_to_orders",))


def c33() -> Claim:
    """Few ties to begin with; somebody introduces firms to each other, or nobody does."""
    village = VILLAGE.managed().set({"ties.degree": 2})
    helped = village.set({"intermediary.strength": 0.8})
    parts = each("up", (Metric("ties", 9, 16), Metric("activity", 9, 16)), village, helped)
    return Claim("C33", f"{GAMES} 3.3", "emergent", parts, off=("introductions",))


def c34() -> Claim:
    """Managers who want to grow, and managers who want to keep what they have."""
    stable, ambitious = (VILLAGE.set({AMBITION: ambition}) for ambition in (0.1, 0.9))
    metrics = (
        Metric("ties", 9, 16),
        Metric("sales", 4, 16, over=GROWTH),
        Metric("profit", 5, 24, over=SWING),
    )
    return Claim("C34", f"{GAMES} 3.4", "emergent", each("up", metrics, stable, ambitious), neutral=((AMBITION, 0.5),))


def c35() -> Claim:
    """A pooled saving that is passed on against one that is not; a cartel, and a war with prices below cost."""
    kept, passed = giving(0.0, "pricing"), giving(1.0, "pricing")
    cartel, war = VILLAGE.let(markup=2.5), VILLAGE.let(markup=-0.25)
    fair = Metric("fair_conduct", 9, 12)
    parts = (
        compare("down", Metric("price", 5, 12), kept, passed),
        compare("not_down", Metric("margin", 5, 12), kept, passed),
        compare("up", Metric("surplus", 5, 12), kept, passed),
        compare("not_down", fair, kept, passed),
        compare("down", fair, passed, giving(1.0, "pricing", arm=cartel)),
        compare("down", fair, passed, giving(1.0, "pricing", arm=war)),
    )
    return Claim("C35", f"{GAMES} 4.1", "built_in", parts, off=("joint_saving",))


def c36() -> Claim:
    """Joint promotion, at the fair and in the campaign, against none: small firms."""
    alone, joint = (giving(effort, "fair", "marketing") for effort in (0.0, 1.0))
    parts = (
        compare("up", Metric("export", 5, 12, "small"), alone, joint),
        compare("down", Metric("product_brand", 5, 24, "small", SWING), alone, joint),
    )
    return Claim("C36", f"{GAMES} 4.2", "built_in", parts, off=("campaign_luck_pooled", "export_leads"))


def c37() -> Claim:
    """With and without a shared channel to far markets."""
    without = closed("channel")
    parts = (
        compare("down", Metric("revenue", 5, 24, over=SWING), without, VILLAGE),
        compare("up", Metric("export", 5, 12), without, VILLAGE),
    )
    return Claim("C37", f"{GAMES} 4.3", "emergent", parts, off=("channel_reach",))


def c38() -> Claim:
    """The government matches more and more of what best repliers pay into their institutions.

    They forgive on ties, where strict tit for tat would take every effort below one half for a breach.
    """
    village = VILLAGE.let(strategy="best_reply").set({"firms.all.pair_strategy": "generous"})
    less, more, most = (village.set({"government.support": share}) for share in (0.3, 0.5, 0.9))
    economy = Metric("economy", 21, 24)
    parts = (
        compare("up", Metric("activity", 13, 24), less, more),
        compare("up", economy, less, more),
        compare("down", economy, more, most),
        compare("down", Metric("own_effort_money", 13, 24), more, most),
    )
    return Claim("C38", f"{GAMES} 4.3", "emergent", parts, off=("support",))


def c39() -> Claim:
    """Prices near cost, ordinary ones, and those of a cartel that hardly sells."""
    war, middle, collusion = (VILLAGE.let(markup=multiple) for multiple in (0.25, 1.0, 4.0))
    part = peak(Metric("region_score", 17, 24), war, middle, collusion)
    off = ("solvency_to_cluster", "solvency_to_research", "sales_to_economy")
    return Claim("C39", f"{GAMES} 5", "emergent", (part,), off=off)


def c41() -> Claim:
    """Firms that began alike and want to differ: they know each other's prices, or only their own."""
    alike: Arm = VILLAGE.set(
        {
            "firms.large.position": 0.50,
            "firms.even.position": 0.45,
            "firms.odd.position": 0.55,
            "firms.all.manager.product": "differ",
        }
    )
    own, shared = (alike.set({"information.prices": way}) for way in ("own", "shared"))
    parts = (
        compare("up", Metric("variety", 9, 16), own, shared),
        compare("down", Metric("dispersion", 9, 16), own, shared),
    )
    return Claim("C41", f"{MODEL} 3.4", "built_in", parts, neutral=(("information.prices", "shared"),))


def c42() -> Claim:
    """A famous brand against an unknown one; and stable managers against ambitious ones, with the same ties."""
    ambitious, stable = (FIXED_TIES.set({AMBITION: ambition}) for ambition in (0.9, 0.1))
    parts = (
        compare("up", Metric("repeat", 5, 12), famous(0.05), famous(0.80)),
        compare("down", Metric("revenue", 5, 24, over=SWING), ambitious, stable),
    )
    return Claim("C42", f"{CLUSTERS} 3.2, {GAMES} 3.4", "built_in", parts, off=("brand_to_loyalty",))


COOPERATION = (c31, c32, c33, c34, c35, c36, c37, c38, c39, c41, c42)
