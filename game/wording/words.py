"""Message ids and arguments become sentences here, from the Fluent catalogues in `assets/text`.

A catalogue file is a domain: the message `quarter-end` stands in `quarter.ftl`. Files are read when a message of theirs
is first asked for. Messages of one line with nothing but `{ $name }` in them are filled in here; Fluent itself, which
takes 60 ms to import, is called in for all others, so that the first screen does not wait for it.

A language is a folder whose name is a language tag like `zh-Hans`. Whatever of it is missing or broken, a file, a
message or a gap in one, comes from English, message by message.
"""

import re
from collections.abc import Iterable, Mapping
from functools import reduce
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
_TAG = re.compile(r"[a-z]{2,3}(-[A-Za-z]{2,4})?")
_UNREAD = "\ufffd"  # stands where bytes were no text
_HAN = "[\u2e80-\u9fff\uff01-\uff60]"  # ideographs and the signs beside them
_BLANK = re.compile(rf"(?<={_HAN})(\*\*|__)? (?=(?:\*\*|__)?{_HAN})")


class Catalogue:
    """One domain of one language."""

    def __init__(self, language: str, path: Path) -> None:
        self.language = language
        self._source = _source(path)
        self._plain = {name: text for name, text in _MESSAGE.findall(self._source) if _is_plain(text)}
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
        """The sentence, or None if this catalogue lacks the message or can't put it together."""
        found = self.plain(message, arguments)
        if found is not None:
            return found
        bundle = self._fluent()
        if not bundle.has_message(message):
            return None
        pattern = bundle.get_message(message).value
        if pattern is None:
            return None
        said, faults = bundle.format_pattern(pattern, dict(arguments))
        return None if faults or _UNREAD in str(said) else str(said)

    def has(self, message: str) -> bool:
        """Whether the message stands here."""
        return message in self._plain or bool(self._fluent().has_message(message))

    def _fluent(self) -> "FluentBundle":
        if self._bundle is None:
            from fluent.runtime import FluentBundle, FluentResource

            self._bundle = FluentBundle([self.language], use_isolating=False)
            self._bundle.add_resource(FluentResource(self._source))
        return self._bundle


def _source(path: Path) -> str:
    """A catalogue's text; a file that can't be read is as good as none."""
    try:
        return path.read_bytes().decode("utf-8-sig", "replace").replace("\r\n", "\n")
    except OSError:
        return ""


def _is_plain(text: str) -> bool:
    rest = _GAP.sub("", text)
    return "{" not in rest and "}" not in rest and _UNREAD not in rest


def _simple(value: Argument) -> bool:
    return isinstance(value, int) and 0 <= value < _GROUPED


class Words:
    """One language.

    A message that it lacks comes from English; one that nobody has shows as its id in angle brackets. Chinese messages
    leave a blank beside a gap for a number or a Latin name; where a Chinese name comes, the blank goes.
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
                return self._tight(found)
        return f"<{message}>"

    def _catalogue(self, language: str, message: str) -> Catalogue:
        key = (language, message.split("-", 1)[0])
        if key not in self._catalogues:
            self._catalogues[key] = Catalogue(language, self._folder / language / f"{key[1]}.ftl")
        return self._catalogues[key]

    def listed(self, names: Iterable[str]) -> str:
        """Names one after the other, with what stands between names in this language."""
        held = list(names)
        return reduce(lambda before, name: self.say("app-listed", before=before, name=name), held) if held else ""

    def choose(self, text: str | Mapping[str, str]) -> str:
        """A scenario's text in this language: its own, else a near one, else English, else what the author wrote first.

        Near is the language without its script or country, and then any other script or country of it.
        """
        if isinstance(text, str):
            return text
        held = next((text[language] for language in (*self._near(text), FALLBACK) if language in text), None)
        return next(iter(text.values())) if held is None else held

    def run_on(self, sentences: Iterable[str]) -> str:
        """Sentences one after the other."""
        return self._tight(" ".join(sentences))

    def _tight(self, said: str) -> str:
        return _BLANK.sub(r"\1", said) if self.language.startswith("zh") else said

    def before_colon(self, text: str | Mapping[str, str]) -> str:
        """The first half of a title such as `Tea: Stonedrum Valley`."""
        return re.split("[:：]", self.choose(text))[0]

    def named(self, name: str, glossary: Mapping[str, Mapping[str, str]]) -> str:
        """A name in this language, if the glossary (by language, by name) has it; else as it is."""
        return next((glossary[language][name] for language in self._near(glossary) if name in glossary[language]), name)

    def _near(self, held: Iterable[str]) -> list[str]:
        """Of some languages this one, then the ones nearest to it."""
        family = self.language.split("-", maxsplit=1)[0]
        found = [language for language in held if language.split("-", maxsplit=1)[0] == family]
        return sorted(found, key=lambda language: (language != self.language, language != family, language))


def languages(folder: Path | None = None) -> list[str]:
    """Languages that have a catalogue, English first."""
    held = folder or resources.assets() / "text"
    found = (path.name for path in held.iterdir() if path.is_dir() and _TAG.fullmatch(path.name))
    return sorted(found, key=lambda language: (language != FALLBACK, language))


def names(folder: Path | None = None) -> dict[str, str]:
    """What each language calls itself; one that does not say so goes by its tag."""
    held = folder or resources.assets() / "text"
    tags = languages(folder)
    return {tag: Catalogue(tag, held / tag / "app.ftl").say("app-language", {}) or tag for tag in tags}
