"""Claims C09 to C15: what a crowd of firms gains, and when being in it is no help."""

from game.evidence.arm import Arm
from game.evidence.claim import Claim
from game.evidence.metric import GROWTH, Metric
from game.evidence.rows.build import CLUSTERS, FIXED_TIES, VILLAGE, closed, compare, event, gains, peak


def c09() -> Claim:
    """Twice as many firms whose links keep pace; and different products against all the same."""
    same = FIXED_TIES.set({"firms.all.position": 0.5})
    grown = FIXED_TIES.set({"firms": 32, "ties.degree": 8})
    cost = Metric("unit_cost", 5, 12)
    parts = (compare("down", cost, FIXED_TIES, grown), compare("down", cost, same, FIXED_TIES))
    return Claim("C09", f"{CLUSTERS} 4", "built_in", parts, off=("scale_to_cost", "scope_to_cost"))


def c10() -> Claim:
    """Everybody keeps, or everybody breaks."""
    broken, kept = VILLAGE.let(strategy="never"), VILLAGE.let(strategy="always")
    part = compare("down", Metric("contracting", 5, 12), broken, kept)
    return Claim("C10", f"{CLUSTERS} 4", "built_in", (part,), off=("trust_to_contracting",))


def c11() -> Claim:
    """Managers who follow the crowd with their products, and managers who move away from it."""
    apart, alike = (VILLAGE.set({"firms.all.manager.product": way}) for way in ("differ", "imitate"))
    part = compare("down", Metric("margin", 13, 20), apart, alike)
    return Claim("C11", f"{CLUSTERS} 4", "emergent", (part,), off=("variety_to_competition",))


def c12() -> Claim:
    """The number of firms doubles: with links that keep pace, and without any."""
    profit = Metric("profit", 5, 12)
    alone = FIXED_TIES.set({"ties.degree": 0})
    parts = (
        compare("up", profit, FIXED_TIES, FIXED_TIES.set({"firms": 32, "ties.degree": 8})),
        compare("not_up", profit, alone, alone.set({"firms": 32})),
    )
    return Claim("C12", f"{CLUSTERS} 4", "emergent", parts, off=("scale_to_cost",))


def c13() -> Claim:
    """A small, an ordinary and a very large cluster, four ties a firm in each."""
    low, middle, high = (FIXED_TIES.set({"firms": firms}) for firms in (8, 16, 80))
    part = peak(Metric("profit", 5, 12), low, middle, high)
    return Claim("C13", f"{CLUSTERS} 4", "emergent", (part,), off=("congestion_to_cost", "crowding_to_cluster"))


def c14() -> Claim:
    """Eight years of cohesive success, against a cluster that stays as open as it began; a slump then hits both."""
    calm = closed("fair")
    open_minded = calm.hold("region.rigidity", 0.10)
    slump = event(29, 4, local=0.8, national=0.8, export=0.8)

    def struck(arm: Arm) -> tuple[Arm, Arm]:
        return arm.set({"events": slump}), arm

    parts = (
        compare("down", Metric("success", 25, 28), open_minded, calm),
        gains("down", Metric("revenue", 29, 32), struck(open_minded), struck(calm)),
        compare("down", Metric("rigidity", 25, 28), calm, VILLAGE),
    )
    return Claim("C14", f"{CLUSTERS} 4", "emergent", parts, off=("success_to_rigidity",))


def c15() -> Claim:
    """What a crowd does to growth with links and without; and what firms without ties take over from others.

    A firm alone in its region takes over nothing; sixteen that have no ties should do no better.
    """
    few = FIXED_TIES.set({"firms": 8})
    linked = (FIXED_TIES.set({"firms": 48, "ties.degree": 8}), few)
    alone = FIXED_TIES.set({"ties.degree": 0})
    unlinked = (alone.set({"firms": 48}), alone.set({"firms": 8}))
    parts = (
        gains("differs", Metric("sales", 4, 28, over=GROWTH), unlinked, linked),
        compare("equal", Metric("adopted", 9, 12), alone.set({"firms": 1}), alone),
    )
    return Claim("C15", f"{CLUSTERS} 4", "emergent", parts, off=("scale_to_cost", "cohesion_to_cluster"))


CROWDS = (c09, c10, c11, c12, c13, c14, c15)
