"""What every screen is given: words, settings, the game in play, and what the view remembers."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from game.view.kit.glide import Glides
from game.wording.words import Words

if TYPE_CHECKING:
    from game.insight.phase import Phase
    from game.report.units import Measures
    from game.session.session import Session
    from game.view.memory import Kept, SaveLine
    from game.view.reasons import Reasons
    from game.view.shelf import Entry

SOUND_LEVELS = ("off", "soft", "full")
TEXT_SIZES = (1.0, 1.25, 1.5, 1.75, 2.0)
PROJECTED = 1.5  # text size on a projector, at least


@dataclass(frozen=True)
class Settings:
    """What a person sets once: text size, theme, language, what is asked and told, what moves and sounds.

    `unguided` is the seed of the game whose guide was left. `projector` puts large text on a light ground in their
    place as long as it is on; `keys` are keys that were exchanged (`kit.keymap.Keymap`).
    """

    text_size: float = 1.0
    theme: str = "light"
    language: str = "en"
    forecasts: bool = True
    lessons: bool = True
    motion: bool = True
    sound: str = "soft"
    unguided: int | None = None
    projector: bool = False
    keys: dict[str, str] = field(default_factory=dict, hash=False)

    @property
    def size_shown(self) -> float:
        """The text size as it is shown now."""
        return max(self.text_size, PROJECTED) if self.projector else self.text_size

    @property
    def theme_shown(self) -> str:
        """The theme as it is shown now: a dark one is too weak for a projector."""
        return "light" if self.projector and self.theme == "dark" else self.theme


@dataclass
class Stage:
    """The view's own state. Screens read it; only `game.view.app` writes to it."""

    words: Words
    settings: Settings = field(default_factory=Settings)
    session: "Session | None" = None
    slot: int = 0
    picks: dict[str, Any] = field(default_factory=dict)
    opened: dict[str, set[Any]] = field(default_factory=dict)
    shelf: "list[Entry]" = field(default_factory=list)
    saves: "list[SaveLine]" = field(default_factory=list)
    notice: str = ""
    kept: "Kept | None" = None
    phase: "Phase | None" = None
    known: "Reasons | None" = None
    glides: Glides = field(default_factory=Glides)
    soundless: bool = False

    @property
    def reasons(self) -> "Reasons":
        """What is known about the game in play; the process beside the window begins with the first question."""
        if self.known is None:
            from game.view.reasons import Reasons

            self.known = Reasons()
        return self.known

    def say(self, message: str, **arguments: Any) -> str:
        """Shortcut to the words."""
        return self.words.say(message, **arguments)

    def listed(self, names: Iterable[str]) -> str:
        """Shortcut to a list of names in words."""
        return self.words.listed(names)

    def named(self, name: str) -> str:
        """A name of the game in play (a firm's, an event's, a unit's) in the language spoken."""
        return self.words.named(name, self.playing.setup.scenario.about.names)

    @property
    def measures(self) -> "Measures":
        """How the game in play shows amounts."""
        from game.report.units import Measures  # not before a game is there: the title opens at once

        return Measures(self.playing.setup.scenario.units, self.named)

    def pick(self, what: str, default: Any = None) -> Any:
        """What was picked."""
        return self.picks.get(what, default)

    def is_open(self, what: str, value: Any) -> bool:
        """Whether something was opened."""
        return value in self.opened.get(what, set())

    @property
    def playing(self) -> "Session":
        """The game in play."""
        assert self.session is not None
        return self.session
