"""The library as the screens show it: which entry is open, what was searched for, and every entry in words."""

from dataclasses import dataclass
from typing import Any

from game.insight.stage_game import GameType
from game.learning.library import HOME, PLACES, Entry, Kind, about, entries, fitting, of_kind
from game.view.actions import Pick, Several
from game.view.stage import Stage

GAMES = frozenset(GameType)
MOST_LETTERS = 24
MOST_TEXTS = 4


@dataclass(frozen=True)
class Shelf:
    """What the list shows: a kind, or whatever has the letters that were typed; and the entry that is open."""

    kind: Kind
    letters: str
    shown: tuple[tuple[Entry, str], ...]
    open: Entry


def shelf(stage: Stage) -> Shelf:
    """What is on the shelf now."""
    here = entries()[stage.pick("library", HOME)]
    letters = str(stage.pick("library_find", ""))
    kind: Kind = stage.pick("library_kind", here.kind)
    if not letters:
        return Shelf(kind, "", tuple((made, title(stage, made)) for made in of_kind(kind)), here)
    titles = [(made, title(stage, made)) for made in entries().values()]
    return Shelf(kind, letters, tuple(fitting(titles, letters)), here)


def title(stage: Stage, entry: Entry) -> str:
    """The name of an entry; institutions and games are named as everywhere else."""
    if entry.kind == "institution":
        return stage.say(f"body-{entry.id}")
    if entry.id in GAMES:
        return stage.say(f"lens-{entry.id}")
    name = stage.say(f"library-title-{entry.id}")
    return f"{entry.id.upper()} {name}" if entry.kind == "evidence" else name


def paragraphs(stage: Stage, entry: Entry) -> list[str]:
    """What an entry says."""
    ids = (f"library-text-{entry.id}-{number}" for number in range(1, MOST_TEXTS + 1))
    return [stage.say(message) for message in ids if stage.words.has(message)]


def places(stage: Stage, entry: Entry) -> str:
    """The screens on which it is met."""
    return stage.listed(stage.say(f"library-place-{place}") for place in entry.met if place in PLACES)


def turn_to(entry: str, before: tuple[str, ...] = (), *, side: str = "entry") -> Several:
    """Open an entry; `before` are those that it was come to from."""
    kind = entries()[entry].kind
    picks = {"library": entry, "library_kind": kind, "library_find": "", "library_trail": before, "library_side": side}
    return Several(tuple(Pick(what, value) for what, value in picks.items()))


def choose_kind(kind: Kind) -> Several:
    """Show another list, and its first entry."""
    return turn_to(of_kind(kind)[0].id, side="list")


def search(stage: Stage, letters: str) -> Several:
    """Look for other letters; the first entry that has them is opened."""
    titles = [(made, title(stage, made)) for made in entries().values()]
    found = fitting(titles, letters) if letters else []
    picks: list[Any] = [Pick("library_find", letters[:MOST_LETTERS]), Pick("library_side", "list")]
    if found and stage.pick("library", HOME) not in {made.id for made, _ in found}:
        picks.append(Pick("library", found[0][0].id))
    if not letters:
        picks.append(Pick("library_kind", entries()[stage.pick("library", HOME)].kind))
    return Several(tuple(picks))


def opens_at(stage: Stage, hint: str, name: str, screen: str) -> str:
    """The entry that fits what is in focus: a control by its hint, a row by the institution in its name.

    Where nothing fits, what was read last is open again, and at first what belongs to the screen.
    """
    row = name.rsplit(" ", maxsplit=1)[-1]
    if found := about(hint):
        return found
    if row in entries() and entries()[row].kind == "institution":
        return row
    return str(stage.pick("library", "")) or about("", screen) or HOME
