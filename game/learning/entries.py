"""What stands in the library, as rows: entries of every kind but evidence, and the ideas that each claim is about.

Related entries are named on one side only, `game.learning.library` joins both. `met` names screens, and controls by
their hints, for which this is the entry to open.
"""

from dataclasses import dataclass
from typing import Literal

Kind = Literal["concept", "institution", "strategy", "evidence", "source"]
KINDS: tuple[Kind, ...] = ("concept", "institution", "strategy", "evidence", "source")


@dataclass(frozen=True)
class Entry:
    """An entry of the library; words stand in the catalogue under its id."""

    id: str
    kind: Kind
    related: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    met: tuple[str, ...] = ()


def _entry(kind: Kind, name: str, related: str = "", sources: str = "", met: str = "") -> Entry:
    return Entry(name, kind, tuple(related.split()), tuple(sources.split()), tuple(met.split()))


def _idea(name: str, related: str, sources: str = "", met: str = "") -> Entry:
    return _entry("concept", name, related, sources, met)


CONCEPTS = (
    _idea("collective_good", "free_riding reputation mechanisms", "olson1965 hardin1968 ostrom1990", "quarter"),
    _idea("free_riding", "collective_good prisoners_dilemma never", "olson1965 fischbacher2010", "results hint-effort"),
    _idea("regional_brand", "reputation mark hysteresis", "tirole1996 nerlove1962", "quarter charts hint-brand"),
    _idea("reputation", "regional_brand collective_good mark", "tirole1996 winfree2005", "charts"),
    _idea("prisoners_dilemma", "free_riding shadow mechanisms", "rapoport1966 axelrod1984", "results hint-lens"),
    _idea("stag_hunt", "pledges structures prisoners_dilemma", "skyrms2004 rapoport1966", "results together"),
    _idea("chicken", "prisoners_dilemma threshold", "rapoport1966", "results together"),
    _idea("harmony", "mechanisms prisoners_dilemma", "rapoport1966", "results together"),
    _idea("threshold", "pledges chicken contracts", "palfrey1984", "results together"),
    _idea("deadlock", "prisoners_dilemma collective_good", "rapoport1966", "results together"),
    _idea("tie", "prisoners_dilemma harmony", "rapoport1966", "results together"),
    _idea("shadow", "reciprocity grim prisoners_dilemma", "friedman1971 axelrod1984", "results hint-future"),
    _idea("reciprocity", "shadow tit_for_tat generous conditional", "axelrod1984 fischbacher2001", "together results"),
    _idea("firm_reputation", "reciprocity pledges exclusion", "ostrom1990", "together quarter"),
    _idea("pledges", "firm_reputation stag_hunt threshold", "farrell1996", "together hint-pledge"),
    _idea("complaints", "free_riding audits", "fehr2000 herrmann2008", "together hint-complain"),
    _idea("audits", "exclusion dues reasoner", "becker1968 ostrom1990", "together results"),
    _idea("exclusion", "audits firm_reputation collective_good", "ostrom1990", "together"),
    _idea("dues", "free_riding audits collective_good", "olson1965", "together hint-join"),
    _idea("contracts", "mechanisms structures threshold", "williamson1985 spengler1950", "together"),
    _idea("absorption", "research complementarity", "cohen1989 aspremont1988", "quarter hint-research"),
    _idea("complementarity", "channel absorption structures", "panzar1981", "together"),
    _idea("lock_in", "resilience price_war hysteresis", "grabher1993 glasmeier1991", "charts"),
    _idea("price_war", "pricing lock_in prisoners_dilemma", "anderson1992", "quarter hint-price hint-position"),
    _idea("coupling", "regional_brand resilience hysteresis", "papers_clusters", "charts results"),
    _idea("resilience", "lock_in structures coupling", "martin2015 grabher1993", "charts"),
    _idea("congestion", "coupling lock_in", "marshall1890 duranton2004", "charts"),
    _idea("hysteresis", "regional_brand coupling", "arthur1989", "charts hint-policy hint-measure"),
    _idea("mechanisms", "audits contracts harmony", "papers_model sen1966", "townhall together"),
    _idea("structures", "mechanisms contracts resilience", "hirshleifer1983 papers_model", "together"),
    _idea("attribution", "counterfactual", "shapley1953", "results hint-moved hint-depth"),
    _idea("counterfactual", "attribution calibration", "rubin1974", "whatif debrief hint-turning"),
    _idea("calibration", "counterfactual attribution", "brier1950 crouch2004", "debrief quarter hint-call"),
)

INSTITUTIONS = (
    _entry("institution", "mark", "regional_brand reputation audits", "tirole1996 winfree2005", "together"),
    _entry("institution", "channel", "complementarity contracts", "panzar1981", "together"),
    _entry("institution", "fair", "collective_good mechanisms", "gopalakrishna1995", "together"),
    _entry("institution", "research", "absorption contracts exclusion", "aspremont1988 cohen1989", "together"),
    _entry("institution", "leader", "structures contracts resilience", "markusen1996", "together"),
    _entry("institution", "marketing", "free_riding collective_good mechanisms", "papers_model", "together"),
    _entry("institution", "brokers", "contracts firm_reputation", "holmstrom1987", "together"),
    _entry("institution", "pricing", "price_war free_riding", "papers_games", "together"),
)

STRATEGIES = tuple(
    _entry("strategy", name, related, sources, "together results")
    for name, related, sources in (
        ("always", "reciprocity collective_good", "axelrod1984"),
        ("never", "free_riding exclusion", "fischbacher2001"),
        ("tit_for_tat", "reciprocity generous two_tats", "axelrod1984"),
        ("suspicious", "tit_for_tat reciprocity", "axelrod1984"),
        ("generous", "tit_for_tat reciprocity", "molander1985 nowak1993"),
        ("two_tats", "tit_for_tat generous", "axelrod1984"),
        ("win_stay", "tit_for_tat reciprocity", "nowak1993"),
        ("grim", "shadow tit_for_tat", "friedman1971"),
        ("alternator", "random", "axelrod1984"),
        ("random", "alternator attribution", "axelrod1984"),
        ("conditional", "reciprocity pledges hump", "fischbacher2001 fischbacher2010"),
        ("hump", "conditional free_riding", "fischbacher2001"),
        ("reasoner", "shadow audits best_reply", "friedman1971"),
        ("best_reply", "audits mechanisms reasoner", "mckelvey1995"),
    )
)

# Sources that no entry names above are those of claims; what is about a source follows from who names it.
BOOKS = tuple(
    _entry("source", name)
    for name in (
        *("olson1965", "hardin1968", "ostrom1990", "axelrod1984", "friedman1971", "nowak1993", "molander1985"),
        *("fischbacher2001", "fischbacher2010", "fehr2000", "herrmann2008", "rapoport1966", "skyrms2004"),
        *("palfrey1984", "hirshleifer1983", "sen1966", "tirole1996", "winfree2005", "farrell1996", "becker1968"),
        *("cohen1989", "aspremont1988", "panzar1981", "grabher1993", "glasmeier1991", "anderson1992", "arthur1989"),
        *("marshall1890", "duranton2004", "martin2015", "markusen1996", "williamson1985", "holmstrom1987"),
        *("gopalakrishna1995", "nerlove1962", "spengler1950", "mckelvey1995", "shapley1953", "rubin1974"),
        *("brier1950", "crouch2004", "papers_clusters", "papers_model", "papers_games"),
    )
)

CLAIMS: dict[str, str] = {
    "C01": "congestion",
    "C02": "absorption",
    "C03": "congestion",
    "C04": "hysteresis regional_brand",
    "C05": "regional_brand mark",
    "C06": "regional_brand coupling",
    "C07": "reputation",
    "C08": "coupling",
    "C09": "congestion complementarity",
    "C10": "firm_reputation contracts",
    "C11": "price_war",
    "C12": "congestion structures",
    "C13": "congestion",
    "C14": "lock_in resilience",
    "C15": "structures congestion",
    "C16": "structures resilience",
    "C17": "mechanisms harmony",
    "C18": "audits reasoner best_reply",
    "C19": "contracts structures",
    "C20": "shadow reasoner",
    "C21": "mark",
    "C22": "brokers",
    "C23": "channel complementarity",
    "C24": "leader",
    "C25": "fair collective_good",
    "C26": "research absorption",
    "C27": "marketing",
    "C28": "regional_brand",
    "C29": "mechanisms coupling",
    "C30": "research",
    "C31": "collective_good",
    "C32": "complementarity",
    "C33": "structures brokers",
    "C34": "shadow",
    "C35": "pricing price_war",
    "C36": "marketing fair",
    "C37": "channel",
    "C38": "collective_good mechanisms",
    "C39": "price_war coupling",
    "C40": "mechanisms",
    "C41": "price_war",
    "C42": "regional_brand",
}
