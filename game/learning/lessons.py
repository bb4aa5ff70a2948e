"""Just-in-time lessons: after a quarter, the idea that a seat has met in it for the first time.

People learn a word best when they have just seen the thing (Schwartz & Bransford 1998, Cognition and Instruction
16:475-522, on a time for telling). At most one idea is named a quarter, none twice, and none before those that it rests
on. What was met follows from the seat's own record whenever it is asked, so nothing is stored and no save can disagree.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from game.engine.rules import Rules
from game.learning.notebook import Page, Played, write_page

SEEN = 0.05  # points: the smallest change that is printed as one
CLEAR = 1.0  # points: a change that nobody overlooks
WAR = 0.02  # share by which prices have to fall in a quarter
PLEDGED = 0.5  # less is no promise


@dataclass(frozen=True)
class Sight:
    """A quarter as one seat saw it, beyond its page: all of it is public or in the seat's own books.

    `broke` are the others that were seen to break, by institution, `word` says whether anybody fell short of a promise,
    `audited` in which institutions there were checks. `price` is the mean of what firms asked.
    """

    page: Page
    firm: int
    broke: Mapping[str, frozenset[int]]
    word: bool
    audited: frozenset[str]
    fined: bool
    complaints: bool
    barred: bool
    price: float
    newcomers: bool

    def kept(self, body: str) -> bool | None:
        """Whether the seat itself was seen to keep; None where it was no member."""
        return self.page.kept[body].get(self.firm)

    def keepers(self, body: str) -> int:
        """How many of the others were seen to keep."""
        return sum(kept for firm, kept in self.page.kept[body].items() if firm != self.firm)


def sight(rules: Rules, played: Played, slot: int) -> Sight:
    """What the seat in this slot saw of a quarter."""
    page, outcome, seen = write_page(rules, played, slot), played.outcome, played.seen
    firm, verdicts = int(seen.firm_id[0, slot]), outcome.verdicts
    member = outcome.membership.member[0]
    short = (seen.pledge[0] >= PLEDGED) & member & ~outcome.games.kept[0]
    short[:, slot] = False
    active = seen.active[0]
    return Sight(
        page,
        firm,
        {
            body: frozenset(other for other, kept in members.items() if not kept and other != firm)
            for body, members in page.kept.items()
        },
        bool(short.any()),
        frozenset(body for j, body in enumerate(rules.bodies.names) if seen.audit[0, j] > 0),
        bool((verdicts.audit_fine[0, :, slot] > 0).any()),
        bool((verdicts.complaints[0] > 0).any()),
        bool((verdicts.barred[0] & member).any()),
        float(outcome.market.price[0, active].mean()) if active.any() else 0.0,
        bool(outcome.population.entries[0].any()),
    )


Seen = Sequence[Sight]


def _moved(seen: Seen, part: str, quarters: int = 1) -> list[float]:
    """Changes of a part of the region in the last quarters, the oldest first; empty if there are too few."""
    points = [held.page.points[part] for held in seen[-quarters - 1 :]]
    return [after - before for before, after in pairwise(points)] if len(points) > quarters else []


def _collective_good(seen: Seen) -> bool:
    return any(len(members) > 1 for members in seen[-1].page.kept.values())


def _free_riding(seen: Seen) -> bool:
    """Somebody broke where more of the others kept."""
    now = seen[-1]
    return any(0 < len(broke) < now.keepers(body) for body, broke in now.broke.items())


def _firm_reputation(seen: Seen) -> bool:
    return any(seen[-1].kept(body) is False for body in seen[-1].page.kept)


def _reciprocity(seen: Seen) -> bool:
    """Others broke who had kept, in the quarter after the seat was seen to break."""
    if len(seen) < 2:
        return False
    before, now = seen[-2:]
    return any(
        before.kept(body) is False and len(now.broke[body] - before.broke[body]) > 0
        for body in before.page.kept
        if body in now.broke
    )


def _audits(seen: Seen) -> bool:
    """The seat was fined, or somebody broke twice running where there are checks."""
    now = seen[-1]
    if now.fined or len(seen) < 2:
        return now.fined
    return any(now.broke[body] & seen[-2].broke.get(body, frozenset()) for body in now.audited if body in now.broke)


def _reputation(seen: Seen) -> bool:
    """The name lost much while members broke under it."""
    moved = _moved(seen, "brand")
    return bool(moved and moved[0] <= -CLEAR and seen[-1].broke.get("mark"))


def _regional_brand(seen: Seen) -> bool:
    moved = _moved(seen, "brand")
    return bool(moved and abs(moved[0]) >= CLEAR)


def _hysteresis(seen: Seen) -> bool:
    """The brand turned: two quarters one way, then the other."""
    moved = _moved(seen, "brand", 3)
    if not moved:
        return False
    before, now = moved[:2], moved[2]
    return (max(before) <= -SEEN and now >= SEEN) or (min(before) >= SEEN and now <= -SEEN)


def _coupling(seen: Seen) -> bool:
    """Cluster, brand and economy moved the same way."""
    moved = [change for part in ("cluster", "brand", "economy") for change in _moved(seen, part)]
    return bool(moved) and (min(moved) >= SEEN or max(moved) <= -SEEN)


def _resilience(seen: Seen) -> bool:
    moved = _moved(seen, "resilience")
    return bool(moved and moved[0] <= -CLEAR)


def _lock_in(seen: Seen) -> bool:
    """Three quarters in which the cluster grew and the region's resilience fell."""
    cluster, supple = _moved(seen, "cluster", 3), _moved(seen, "resilience", 3)
    return bool(cluster) and min(cluster) >= SEEN and max(supple) <= -SEEN


def _price_war(seen: Seen) -> bool:
    """Prices fell for two quarters running, and own profit with them."""
    if len(seen) < 3:
        return False
    last = seen[-3:]
    fell = all(after.price <= (1 - WAR) * before.price for before, after in pairwise(last))
    return fell and last[-1].page.profit < last[0].page.profit


@dataclass(frozen=True)
class Lesson:
    """An idea, by its entry in the library: how it is met, and which ideas have to be met before."""

    idea: str
    met: Callable[[Seen], bool]
    after: tuple[str, ...] = ()


# What is rarer, and what the seat did itself, comes first: the others will come again.
LESSONS = (
    Lesson("exclusion", lambda seen: seen[-1].barred, ("audits",)),
    Lesson("price_war", _price_war),
    Lesson("reciprocity", _reciprocity, ("free_riding",)),
    Lesson("reputation", _reputation, ("free_riding",)),
    Lesson("firm_reputation", _firm_reputation, ("free_riding",)),
    Lesson("hysteresis", _hysteresis, ("regional_brand",)),
    Lesson("lock_in", _lock_in, ("resilience",)),
    Lesson("regional_brand", _regional_brand, ("collective_good",)),
    Lesson("audits", _audits, ("free_riding",)),
    Lesson("complaints", lambda seen: seen[-1].complaints, ("free_riding",)),
    Lesson("pledges", lambda seen: seen[-1].word, ("free_riding",)),
    Lesson("free_riding", _free_riding, ("collective_good",)),
    Lesson("congestion", lambda seen: seen[-1].newcomers, ("collective_good",)),
    Lesson("coupling", _coupling, ("regional_brand",)),
    Lesson("resilience", _resilience, ("coupling",)),
    Lesson("collective_good", _collective_good),
)


def lessons(seen: Seen) -> list[str]:
    """The idea first met in each quarter; empty for a quarter in which there was none."""
    made: list[str] = []
    for number in range(1, len(seen) + 1):
        past = seen[:number]
        fits = (
            lesson.idea
            for lesson in LESSONS
            if lesson.idea not in made and set(lesson.after) <= set(made) and lesson.met(past)
        )
        made.append(next(fits, ""))
    return made


def lessons_met(rules: Rules, quarters: Sequence[Played], slot: int) -> list[str]:
    """The same, from the quarters of a game."""
    return lessons([sight(rules, played, slot) for played in quarters])
