"""The library: every idea, institution, strategy, claim and source that the game knows, and how they hang together."""

from collections.abc import Sequence
from functools import lru_cache

from game import resources
from game.files import read_json
from game.learning.entries import BOOKS, CLAIMS, CONCEPTS, INSTITUTIONS, KINDS, STRATEGIES, Entry, Kind
from game.wording.initials import initials

__all__ = ["HOME", "KINDS", "PLACES", "Entry", "Kind", "about", "entries", "fitting", "links", "of_kind", "verdict"]

HOME = "collective_good"
PLACES = (
    *("title", "picker", "briefing", "quarter", "together", "townhall", "results", "charts", "whatif", "debrief"),
)
PAPERS = (("papers_clusters", (*range(1, 16), 42)), ("papers_model", (*range(16, 31), 40, 41)))


@lru_cache(maxsize=1)
def entries() -> dict[str, Entry]:
    """All entries by id, in the order of the lists."""
    claims = (
        Entry(name.lower(), "evidence", tuple(ideas.split()), (_paper(int(name[1:])),))
        for name, ideas in CLAIMS.items()
    )
    return {made.id: made for made in (*CONCEPTS, *INSTITUTIONS, *STRATEGIES, *claims, *BOOKS)}


def _paper(number: int) -> str:
    """The paper that a claim comes from."""
    return next((paper for paper, numbers in PAPERS if number in numbers), "papers_games")


def of_kind(kind: Kind) -> list[Entry]:
    """The entries of one list."""
    return [made for made in entries().values() if made.kind == kind]


@lru_cache(maxsize=256)
def links(name: str) -> tuple[Entry, ...]:
    """Entries to go on to: those that this one names, then those that name it; sources and claims stand last."""
    held = entries()
    named = dict.fromkeys((*held[name].related, *held[name].sources))
    named |= dict.fromkeys(other.id for other in held.values() if name in (*other.related, *other.sources))
    places = {kind: place for place, kind in enumerate(KINDS)}
    return tuple(sorted((held[other] for other in named), key=lambda entry: places[entry.kind]))


def about(hint: str, screen: str = "") -> str:
    """The entry for a control by its hint, else the first one that is met on a screen; empty if there is none."""
    for wanted in (hint, screen):
        found = next((made.id for made in entries().values() if wanted and wanted in made.met), "")
        if found:
            return found
    return ""


@lru_cache(maxsize=1)
def _verdicts() -> dict[str, bool]:
    held = read_json(resources.assets() / "evidence" / "expected.json")
    return {str(name).lower(): bool(value) for name, value in held.items()}


def verdict(name: str) -> bool:
    """Whether the claim of an entry holds in this game."""
    return _verdicts()[name]


def fitting(titles: Sequence[tuple[Entry, str]], letters: str) -> list[tuple[Entry, str]]:
    """Entries with their titles in which every word of some letters stands: spelt out, or by initials in Chinese."""
    words = letters.lower().split()
    kept = [(made, (title.lower(), made.id, initials(title)), title) for made, title in titles]
    return [(made, title) for made, where, title in kept if all(any(word in at for at in where) for word in words)]
