"""Message ids and arguments become sentences here, from the Fluent catalogues in `assets/text`.

A catalogue file is a domain: the message `quarter-end` stands in `quarter.ftl`. Files are read when a message of theirs
is first asked for. Messages of one line with nothing but `{ $name }` in them are filled in here; Fluent itself, which
takes 60 ms to import, is called in for all others, so that the first screen does not wait for it.
"""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from game import resources

if TYPE_CHECKING:
    from fluent.runtime import FluentBundle

FALLBACK = "en"
Argument = str | int | float
_MESSAGE = re.compile(r"^([a-z][\w-]*) = (.+)$(?!\n[ .])", re.M)
_GAP = re.compile(r"\{ \$(\w+) \}")
_GROUPED = 1000


class Catalogue:
    """One domain of one language."""

    def __init__(self, language: str, path: Path) -> None:
        self.language = language
        self._source = path.read_text(encoding="utf-8") if path.is_file() else ""
        self._plain = {name: text for name, text in _MESSAGE.findall(self._source) if "{" not in _GAP.sub("", text)}
        self._bundle: FluentBundle | None = None

    def plain(self, message: str, arguments: Mapping[str, Argument]) -> str | None:
        """The sentence, if the message is of the simple kind; numbers that a language may group are not."""
        text = self._plain.get(message)
        if text is None or any(not isinstance(value, str) and not _simple(value) for value in arguments.values()):
            return None
        if not all(name in arguments for name in _GAP.findall(text)):
            return None
        return _GAP.sub(lambda match: str(arguments[match.group(1)]), text)

    def say(self, message: str, arguments: Mapping[str, Argument]) -> str | None:
        """The sentence, or None if this catalogue lacks the message."""
        found = self.plain(message, arguments)
        if found is not None:
            return found
        bundle = self._fluent()
        if not bundle.has_message(message):
            return None
        pattern = bundle.get_message(message).value
        return None if pattern is None else str(bundle.format_pattern(pattern, dict(arguments))[0])

    def has(self, message: str) -> bool:
        """Whether the message stands here."""
        return message in self._plain or bool(self._fluent().has_message(message))

    def _fluent(self) -> "FluentBundle":
        if self._bundle is None:
            from fluent.runtime import FluentBundle, FluentResource

            self._bundle = FluentBundle([self.language], use_isolating=False)
            self._bundle.add_resource(FluentResource(self._source))
        return self._bundle


def _simple(value: Argument) -> bool:
    return isinstance(value, int) and 0 <= value < _GROUPED


class Words:
    """One language.

    A message that it lacks comes from English; one that nobody has shows as its id in angle brackets.
    """

    def __init__(self, language: str = FALLBACK, folder: Path | None = None) -> None:
        self.language = language
        self._folder = folder or resources.assets() / "text"
        self._catalogues: dict[tuple[str, str], Catalogue] = {}
        self._said: dict[tuple[str, tuple[tuple[str, Argument], ...]], str] = {}

    def say(self, message: str, **arguments: Argument) -> str:
        """The sentence for a message id."""
        key = (message, tuple(sorted(arguments.items())))
        found = self._said.get(key)
        if found is None:
            if len(self._said) > 8000:
                self._said.clear()
            found = self._said[key] = self._find(message, arguments)
        return found

    def has(self, message: str) -> bool:
        """Whether this language or English knows the message."""
        return any(self._catalogue(language, message).has(message) for language in (self.language, FALLBACK))

    def _find(self, message: str, arguments: Mapping[str, Argument]) -> str:
        for language in dict.fromkeys((self.language, FALLBACK)):
            found = self._catalogue(language, message).say(message, arguments)
            if found is not None:
                return found
        return f"<{message}>"

    def _catalogue(self, language: str, message: str) -> Catalogue:
        key = (language, message.split("-", 1)[0])
        if key not in self._catalogues:
            self._catalogues[key] = Catalogue(language, self._folder / language / f"{key[1]}.ftl")
        return self._catalogues[key]

    def choose(self, text: str | Mapping[str, str]) -> str:
        """A scenario's text in this language: its own, else English, else whatever the author wrote first."""
        if isinstance(text, str):
            return text
        for language in (self.language, self.language.split("-", maxsplit=1)[0], FALLBACK):
            if language in text:
                return text[language]
        return next(iter(text.values()))


def languages() -> list[str]:
    """Languages that have a catalogue."""
    return sorted(path.name for path in (resources.assets() / "text").iterdir() if path.is_dir())
