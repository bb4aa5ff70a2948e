"""Claims C16 to C20 and C40: structures, mechanisms and the shadow of the future."""

from collections.abc import Mapping

from game.evidence.arm import Arm
from game.evidence.claim import Claim, Part
from game.evidence.metric import Metric
from game.evidence.rows.build import MODEL, VILLAGE, closed, compare, event, gains, peak

BY_CONTRACT = ("channel", "research", "leader", "brokers")
HIGH_TECH = VILLAGE.set({"kind": "high_tech"})


def c16() -> Claim:
    """One structure for all institutions; the hub is lost, the leader shirks, or one small member does.

    Whether a chain pays is asked of the four institutions that rest on contracts: all of them chains, or none there.
    """
    built = {
        name: VILLAGE.set({"institutions.*.structure": name}) for name in ("star", "network", "hierarchy", "chain")
    }
    profit = Metric("profit", 9, 12)

    def hit(name: str, change: Mapping[str, object]) -> tuple[Arm, Arm]:
        return built[name].set(change), built[name]

    def shirked(name: str, who: str) -> tuple[Arm, Arm]:
        return built[name].let(who, effort={"*": 0.0}), built[name]

    lost = {"events": event(9, 4, hub_lost=True)}
    chained = {f"institutions.{body}.structure": "chain" for body in BY_CONTRACT}
    parts = (
        gains("down", profit, hit("network", lost), hit("star", lost)),
        *(
            gains("down", profit, shirked(name, "leader"), shirked("hierarchy", "leader"))
            for name in ("star", "network")
        ),
        *(
            gains("down", profit, shirked(name, "weak"), shirked("chain", "weak"))
            for name in ("star", "network", "hierarchy")
        ),
        compare("up", profit, closed(*BY_CONTRACT, arm=HIGH_TECH), HIGH_TECH.set(chained)),
        compare("not_up", profit, closed(*BY_CONTRACT), VILLAGE.set(chained)),
    )
    same = (("institutions.*.structure", "star"),)
    return Claim("C16", f"{MODEL} 3.1", "built_in", parts, neutral=same)


def linking(kind: Arm) -> tuple[Part, ...]:
    """Best repliers; what fair and campaign bring is shared equally, partly by effort, or by effort alone."""
    village = kind.let(strategy="best_reply")

    def share(equal: float) -> Arm:
        return village.set({"institutions.fair.equal_share": equal, "institutions.marketing.equal_share": equal})

    equal, mixed, linked = share(1.0), share(0.8), share(0.0)
    return (
        compare("up", Metric("effort.fair", 9, 16), equal, mixed),
        compare("up", Metric("effort.marketing", 9, 16), equal, mixed),
        peak(Metric("profit", 9, 16), equal, mixed, linked),
    )


def sanctions(kind: Arm) -> tuple[Part, ...]:
    """Audits of the mark on both sides of the threshold, among best repliers and among impatient reasoners."""
    effort = Metric("effort.mark", 9, 16)
    repliers = kind.let(strategy="best_reply")
    hasty = kind.set({"firms.all.manager.patience": 0.1}).let(strategy="reasoner")

    def audited(arm: Arm, chance: float) -> Arm:
        return arm.set({"institutions.mark.audit": chance})

    return (
        compare("up", effort, audited(repliers, 0.08), audited(repliers, 0.75)),
        compare("up", effort, audited(hasty, 0.08), audited(hasty, 0.75)),
        compare("not_up", effort, audited(hasty, 0.08), audited(hasty, 0.35)),
    )


def contracts(kind: Arm) -> tuple[Part, ...]:
    """Linear chains with contracts that a good court enforces, and without any."""
    chain = kind.set({"institutions.*.structure": "chain"})
    none = chain.set({"institutions.*.floor": 0.0})
    good = chain.set({"institutions.*.floor": 0.8, "institutions.*.court": 0.9})
    return (
        compare("up", Metric("sales", 9, 16), none, good),
        compare("up", Metric("profit", 9, 16), none, good),
    )


def c17() -> Claim:
    """No free dinner: who gives more gets more."""
    return Claim("C17", f"{MODEL} 3.3", "emergent", linking(VILLAGE), off=("own_share",))


def c18() -> Claim:
    """Sanctions that bite, and sanctions that do not."""
    return Claim("C18", f"{MODEL} 3.3", "emergent", sanctions(VILLAGE), off=("audits",))


def c19() -> Claim:
    """Contracts in a chain of stages."""
    return Claim("C19", f"{MODEL} 3.3", "emergent", contracts(VILLAGE), off=("contracts",))


def c20() -> Claim:
    """Reasoners on both sides of the threshold of patience, and with an end that everybody knows."""
    village = VILLAGE.let(strategy="reasoner")
    short, long = (village.set({"quarters.continuation": chance}) for chance in (0.2, 0.6))
    known = long.set({"quarters.min": 12, "quarters.max": 12, "quarters.known": True})
    parts = (
        compare("up", Metric("activity", 5, 12), short, long),
        compare("down", Metric("activity", 12, 12), long, known),
    )
    # Where each unit of effort returns more than it costs there is no dilemma left, and patience has nothing to do.
    return Claim("C20", f"{MODEL} 3.2", "emergent", parts, neutral=(("institutions.*.perceived_return", 20.0),))


def c40() -> Claim:
    """The three mechanisms in both kinds of cluster."""
    parts = tuple(
        part for kind in (VILLAGE, HIGH_TECH) for make in (linking, sanctions, contracts) for part in make(kind)
    )
    return Claim("C40", f"{MODEL} 5", "emergent", parts, off=("own_share", "audits", "contracts"))


RULES = (c16, c17, c18, c19, c20, c40)
