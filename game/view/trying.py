"""A demonstration as the library shows it: what was chosen so far, the bars, and what came of it in words."""

from dataclasses import dataclass

from game.learning.demonstration import Bar, Demonstration, bars, totals
from game.learning.demonstrations import DEMONSTRATIONS, GAMES, game_seen, seen
from game.learning.library import Entry
from game.view.actions import Pick
from game.view.stage import Stage
from game.wording.figures import figure

SHOWS_ONE_PLACE = {"others", "awareness"}


@dataclass(frozen=True)
class Trying:
    """A demonstration in hand: `moves` are the choices so far, `round` is the one to be played, None at the end."""

    demonstration: Demonstration
    moves: tuple[int, ...]

    @property
    def round(self) -> int | None:
        """Place of the round to be played."""
        return len(self.moves) if len(self.moves) < len(self.demonstration.rounds) else None


def trying(stage: Stage, entry: Entry) -> Trying | None:
    """The demonstration of an entry, if it has one, as far as it was played."""
    made = DEMONSTRATIONS.get(entry.id)
    if made is None:
        return None
    name, moves = stage.pick("tried", ("", ()))
    return Trying(made, moves if name == entry.id else ())


def choose(now: Trying, place: int) -> Pick:
    """Play the round at hand so."""
    return Pick("tried", (now.demonstration.name, (*now.moves, place)))


def again(now: Trying) -> Pick:
    """Begin once more."""
    return Pick("tried", (now.demonstration.name, ()))


def rows(now: Trying) -> list[tuple[int, list[Bar]]]:
    """The bars of every round that was played, by its place."""
    return [(place, bars(now.demonstration, now.moves[: place + 1])) for place in range(len(now.moves))]


def whole(now: Trying) -> list[Bar]:
    """The whole course beside others."""
    return totals(now.demonstration, now.moves)


def written(now: Trying, value: float) -> str:
    """A figure of this demonstration."""
    return figure(value, 0 if now.demonstration.measure in SHOWS_ONE_PLACE else 2)


def found(stage: Stage, now: Trying) -> str:
    """What came of it, as the figures say; an idea that they do not show is not claimed."""
    made = now.demonstration
    if made in GAMES:
        kind = game_seen(made)
        return stage.say("demo-found-game", game=stage.say(f"lens-{kind}"), means=stage.say(f"lens-means-{kind}"))
    shows, figures = seen(made)
    if not shows:
        return stage.say("demo-found-otherwise")
    return stage.say(f"demo-found-{made.name}", **{name: written(now, abs(value)) for name, value in figures.items()})
