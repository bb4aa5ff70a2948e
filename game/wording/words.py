"""Message ids and arguments become sentences here, from the Fluent catalogues in `assets/text`.

A catalogue file is a domain: the message `quarter-end` stands in `quarter.ftl`. Files are read when a message of theirs is
first asked for, so that the first screen does not wait for the others.
"""

from collections.abc import Mapping
from pathlib import Path

from fluent.runtime import FluentBundle, FluentResource

from game import resources

FALLBACK = "en"
Argument = str | int | float


class Words:
    """One language. A message that it lacks comes from English; one that nobody has shows as its id in angle brackets."""

    def __init__(self, language: str = FALLBACK, folder: Path | None = None) -> None:
        self.language = language
        self._folder = folder or resources.assets() / "text"
        self._bundles: dict[tuple[str, str], FluentBundle | None] = {}
        self._said: dict[tuple[str, tuple[tuple[str, Argument], ...]], str] = {}

    def say(self, message: str, **arguments: Argument) -> str:
        """The sentence for a message id."""
        key = (message, tuple(sorted(arguments.items())))
        found = self._said.get(key)
        if found is None:
            if len(self._said) > 8000:
                self._said.clear()
            found = self._said[key] = self._format(message, arguments)
        return found

    def has(self, message: str) -> bool:
        """Whether any language knows the message."""
        return any(self._pattern(language, message) is not None for language in (self.language, FALLBACK))

    def _format(self, message: str, arguments: Mapping[str, Argument]) -> str:
        for language in (self.language, FALLBACK):
            bundle = self._bundle(language, message.split("-", 1)[0])
            if bundle is not None and bundle.has_message(message):
                pattern = bundle.get_message(message).value
                if pattern is not None:
                    return str(bundle.format_pattern(pattern, dict(arguments))[0])
        return f"<{message}>"

    def _pattern(self, language: str, message: str) -> object | None:
        bundle = self._bundle(language, message.split("-", 1)[0])
        if bundle is None or not bundle.has_message(message):
            return None
        pattern: object | None = bundle.get_message(message).value
        return pattern

    def _bundle(self, language: str, domain: str) -> FluentBundle | None:
        key = (language, domain)
        if key not in self._bundles:
            path = self._folder / language / f"{domain}.ftl"
            bundle = None
            if path.is_file():
                bundle = FluentBundle([language], use_isolating=False)
                bundle.add_resource(FluentResource(path.read_text(encoding="utf-8")))
            self._bundles[key] = bundle
        return self._bundles[key]

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
