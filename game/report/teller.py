"""Who is told about a game: the words, the game, and whose seat. The window has them, and so has a report."""

from dataclasses import dataclass
from typing import Any, Protocol

from game.report.units import Measures
from game.session.session import Session
from game.wording.words import Words


class Teller(Protocol):
    """What it takes to put what happened to a seat into words."""

    @property
    def words(self) -> Words:
        """The language spoken."""

    @property
    def slot(self) -> int:
        """Whose game it is."""

    @property
    def playing(self) -> Session:
        """The game."""

    @property
    def measures(self) -> Measures:
        """How the game shows amounts."""

    def say(self, message: str, **arguments: Any) -> str:
        """A message in words."""

    def named(self, name: str) -> str:
        """A name of the game in the language spoken."""


@dataclass(frozen=True)
class Seat:
    """A seat of a game without a window."""

    words: Words
    playing: Session
    slot: int

    @property
    def measures(self) -> Measures:
        """How the game shows amounts."""
        return Measures(self.playing.setup.scenario.units, self.named)

    def say(self, message: str, **arguments: Any) -> str:
        """A message in words."""
        return self.words.say(message, **arguments)

    def named(self, name: str) -> str:
        """A name of the game in the language spoken."""
        return self.words.named(name, self.playing.setup.scenario.about.names)
