"""What is wrong with a scenario file: one fault, at one place, with a remedy.

Codes are stable; words are in the catalogue.
"""

import difflib
from collections.abc import Collection
from dataclasses import dataclass, field
from pathlib import Path

from game.wording.words import Words


@dataclass(frozen=True)
class Fault:
    """A fault in a file. `line` and `column` count from 1; 0 means the file as a whole."""

    code: str
    file: str
    line: int = 0
    column: int = 0
    key: str = ""
    arguments: dict[str, str] = field(default_factory=dict)
    suggestion: str = ""
    severity: str = "error"
    owner: str = ""  # the name that the key's firm or event has, for places count from 0

    def message(self, words: Words) -> str:
        """What is wrong, in words."""
        key = words.say("fault-key-of", key=self.key, owner=self.owner) if self.owner else self.key
        told = words.say(f"fault-{self.code}", key=key, **self.arguments)
        return words.say("fault-as-advice", told=told) if self.severity == "advice" else told

    def line_of_text(self, words: Words) -> str:
        """`file:line:column: message (did you mean ...?)`."""
        place = f"{self.file}:{self.line}:{self.column}: " if self.line else f"{self.file}: "
        return (
            place
            + self.message(words)
            + (f" {words.say('fault-suggestion', suggestion=self.suggestion)}" if self.suggestion else "")
        )

    def as_json(self, words: Words) -> dict[str, object]:
        """The shape that `check --json` prints."""
        return {
            "code": self.code,
            "severity": self.severity,
            "file": self.file,
            "line": self.line,
            "column": self.column,
            "key": self.key,
            "message": self.message(words),
            "suggestion": self.suggestion,
        }


def nearest(found: str, known: Collection[str], likeness: float = 0.5) -> str:
    """The word that was probably meant, for a suggestion; empty if none is as like as `likeness`, 0 to 1."""
    return next(iter(difflib.get_close_matches(found, list(known), n=1, cutoff=likeness)), "")


class FaultyScenarioError(Exception):
    """A scenario that can't be played; carries every fault found."""

    def __init__(self, path: Path, faults: list[Fault]) -> None:
        super().__init__(f"{path}: {len(faults)} fault(s), first: {faults[0].code} at line {faults[0].line}")
        self.path = path
        self.faults = faults
