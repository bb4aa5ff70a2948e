"""The file of a save: its records, reading and writing, and the seal over everything that stands in it."""

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from game.files import read_json, replacing
from game.model.call import Call
from game.model.note import Note
from game.model.sheet import Sheet

FORMAT = 1
SUFFIX = ".guildmark"

Number = Annotated[int, Field(ge=0, le=2**63 - 1)]
Series = Annotated[list[float], Field(min_length=1, max_length=400)]


class _Record(BaseModel):
    model_config = ConfigDict(frozen=True, strict=True)


class ScenarioText(_Record):
    """The scenario as it stood in its file."""

    file: str
    text: str
    treatment: str = ""


class BandRecord(_Record):
    """A score band."""

    worth: dict[str, Series]
    none_keep: Series
    all_keep: Series
    margin: float


class QuarterRecord(_Record):
    """A quarter: who sent what, the digest, and packed arrays; the version of its rules where it is not the save's."""

    number: Annotated[int, Field(ge=1, le=400)]
    sheets: dict[str, Sheet | None]
    deciders: dict[str, str]
    digest: str
    seen: str
    decision: str
    outcome: str
    rules: Number | None = None


class Snapshot(_Record):
    """The last state, packed."""

    state: str
    minds: str
    digest: str


class Content(_Record):
    """All of a save."""

    format: Literal[1]
    product: Literal["guildmark"]
    rules: Number
    machine: dict[str, str]
    title: str
    quarter: Annotated[int, Field(ge=1, le=400)]
    finished: bool
    ended_early: bool
    scenario: ScenarioText
    seed: Number
    seats: Annotated[list[Number], Field(min_length=1)]
    difficulty: str
    bands: dict[Annotated[str, Field(pattern=r"^\d{1,3}$")], BandRecord]
    quarters: Annotated[list[QuarterRecord], Field(max_length=400)]
    drafts: dict[str, Sheet]
    calls: dict[str, Annotated[list[Call], Field(max_length=400)]] = {}
    notes: dict[str, Annotated[list[Note], Field(max_length=8)]] = {}
    snapshot: Snapshot
    seal: str


class SaveError(Exception):
    """A save that can't be used: `code` names the message that says why, `arguments` its gaps."""

    def __init__(self, code: str, **arguments: str) -> None:
        super().__init__(code, arguments)
        self.code = code
        self.arguments = arguments


@dataclass(frozen=True)
class Saved:
    """A save as read. `sealed` says whether everything in it stands as it was written."""

    path: Path
    content: Content
    sealed: bool


def seal(content: dict[str, Any]) -> str:
    """Digest of everything in a save but the seal itself."""
    held = {name: value for name, value in content.items() if name != "seal"}
    text = json.dumps(held, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def write_file(content: dict[str, Any], path: Path) -> None:
    """Write a save so that a crash leaves either the old file or the new one. Raises OSError."""
    text = json.dumps(content | {"seal": seal(content)}, ensure_ascii=False, separators=(",", ":"))
    path.parent.mkdir(parents=True, exist_ok=True)
    with replacing(path) as file:
        file.write(text)


def read(path: Path) -> Saved:
    """Read a save's content. Raises SaveError, or OSError when the file can't be read."""
    try:
        content = read_json(path)
    except ValueError as error:
        raise SaveError("save-damaged", file=path.name) from error
    if not isinstance(content, dict) or content.get("product") != "guildmark":
        raise SaveError("save-foreign", file=path.name)
    if content.get("format") != FORMAT:
        raise SaveError("save-format", file=path.name, format=str(content.get("format"))[:20])
    try:
        held = Content.model_validate_json(json.dumps(content))
    except (ValidationError, RecursionError) as error:
        raise SaveError("save-damaged", file=path.name) from error
    return Saved(path, held, held.seal == seal(content))
