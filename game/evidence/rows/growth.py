"""Claims C01 to C08: cluster and regional brand, and how they make each other grow."""

from game.evidence.claim import Claim
from game.evidence.metric import Metric
from game.evidence.rows.build import CLUSTERS, FIXED_TIES, VILLAGE, compare, famous, peak


def c01() -> Claim:
    """Opening cluster level high against low; own spending and efforts alike."""
    alike = VILLAGE.let(strategy="always", quality=1.0, research=1.0, brand=1.0)
    low, high = alike.open("region.cluster", 0.10), alike.open("region.cluster", 0.70)
    part = compare("down", Metric("unit_cost", 5, 8), low, high)
    return Claim("C01", f"{CLUSTERS} 3.1", "built_in", (part,), off=("cluster_to_cost",))


def c02() -> Claim:
    """A quarter of the firms begin far behind, in a cluster with many ties and in one with few."""
    behind = FIXED_TIES.open("firms.knowledge", 1.0, "fourth")
    sparse, dense = behind.set({"ties.degree": 2}), behind.set({"ties.degree": 6})
    part = compare("up", Metric("knowledge", 8, 12, "fourth"), sparse, dense)
    # Ties also lead to knowledge by keeping firms apart or alike, and by what they earn.
    off = ("ties_to_knowledge", "density_to_knowledge", "learning_to_heterogeneity", "solvency_to_research")
    return Claim("C02", f"{CLUSTERS} 3.1", "built_in", (part,), off=off)


def c03() -> Claim:
    """Few, some and many rivals, with nothing in the air or shared in an alliance, of which more would have more."""
    alone = VILLAGE.without("density_to_knowledge", "research_spillover")
    low, middle, high = (alone.set({"firms": firms}) for firms in (4, 20, 80))
    part = peak(Metric("success", 5, 12), low, middle, high)
    return Claim("C03", f"{CLUSTERS} 3.1", "built_in", (part,), off=("rivalry_to_innovation",))


def c04() -> Claim:
    """Cluster level held: a brand forms above one level, and once formed is lost only below a lower one."""
    fresh = {level: VILLAGE.hold("region.cluster", level) for level in (0.15, 0.25, 0.45)}
    formed = {
        level: VILLAGE.open("region.awareness", 0.8).open("region.reputation", 0.85).hold("region.cluster", level)
        for level in (0.06, 0.25)
    }
    brand = Metric("brand", 27, 30)
    parts = (
        compare("not_up", brand, fresh[0.15], fresh[0.25]),
        compare("up", brand, fresh[0.25], fresh[0.45]),
        compare("up", brand, fresh[0.25], formed[0.25]),
        compare("down", brand, formed[0.25], formed[0.06]),
    )
    return Claim("C04", f"{CLUSTERS} 3.1", "emergent", parts, off=("cluster_to_awareness",))


def c05() -> Claim:
    """A famous mark against an unknown one: its members, and four firms outside it."""
    village = VILLAGE.let("last", outside=("mark",))
    low, high = famous(0.05, village), famous(0.80, village)
    parts = (
        compare("up", Metric("sales", 5, 12, "inner"), low, high),
        compare("up", Metric("price", 5, 12, "inner"), low, high),
        compare("not_up", Metric("sales", 5, 12, "last"), low, high),
    )
    return Claim("C05", f"{CLUSTERS} 3.2", "built_in", parts, off=("brand_to_sales", "brand_to_premium"))


def c06() -> Claim:
    """The region becomes known at one stroke."""
    size = 0.3
    shock = VILLAGE.hit("region.awareness", size, 4)
    parts = (
        compare("up", Metric("talent", 9, 12), VILLAGE, shock, impulse=size),
        compare("up", Metric("capital", 9, 12), VILLAGE, shock, impulse=size),
        compare("up", Metric("outside_knowledge", 5, 12), VILLAGE, shock),
    )
    off = ("brand_to_talent", "brand_to_capital", "brand_to_knowledge")
    return Claim("C06", f"{CLUSTERS} 3.2", "built_in", parts, off=off)


def c07() -> Claim:
    """Free places in a famous region and in an unknown one."""
    village = VILLAGE.set({"slots": 32})
    part = compare("up", Metric("entries", 4, 16), famous(0.05, village), famous(0.80, village))
    # Newcomers also come for the profits that the brand makes.
    off, neutral = ("brand_to_entry", "capital_to_entry"), (("entry.profit", 0.0),)
    return Claim("C07", f"{CLUSTERS} 3.2", "built_in", (part,), off=off, neutral=neutral)


def c08() -> Claim:
    """An impulse to the cluster level and one to awareness, with both arrows and with either of them off."""
    size, quarter = 0.05, 3
    brand, cluster = Metric("brand", 14, 14), Metric("cluster", 14, 14)
    # The brand reaches the cluster by itself and through the economy; "mute" has neither road.
    deaf, mute = VILLAGE.without("cluster_to_awareness"), VILLAGE.without("brand_to_cluster", "economy_to_cluster")
    parts = (
        compare("up", brand, VILLAGE, VILLAGE.hit("region.cluster", size, quarter), impulse=size),
        compare("up", cluster, VILLAGE, VILLAGE.hit("region.awareness", size, quarter), impulse=size),
        compare("not_up", brand, deaf, deaf.hit("region.cluster", size, quarter), impulse=size),
        compare("not_up", cluster, mute, mute.hit("region.awareness", size, quarter), impulse=size),
    )
    off = ("cluster_to_awareness", "brand_to_cluster")
    return Claim("C08", f"{CLUSTERS} 3, 5", "emergent", parts, off=off)


GROWTH = (c01, c02, c03, c04, c05, c06, c07, c08)
