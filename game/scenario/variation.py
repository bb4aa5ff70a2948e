"""A scenario with some keys set to other values: given as TOML on a command line, checked as a file is.

The checker's own sentences come back, with `--vary KEY=VALUE` standing where the place in a file would.
"""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import tomli

from game.model.scenario import BESIDE_THE_GAME, INSTITUTIONS, Scenario
from game.scenario.fault import Fault
from game.scenario.fields import record_at
from game.scenario.read import examine_values, treated_values

OPTION = "--vary"
_TOKEN = re.compile(r"\"(?:\\.|[^\"\\])*\"|'[^']*'|[^\s,\[\]{}=\"']+")
_BARE = re.compile(r"[^\W\d][\w-]*")
_WORDS_OF_TOML = {"true", "false", "inf", "nan"}


def read_choices(text: str) -> list[Any]:
    """Values with commas between, as TOML writes them; a single bare word is a text. Raises ValueError."""
    try:
        held = tomli.loads(f"choices = [{_TOKEN.sub(_quoted, text)}]")
    except RecursionError as error:
        raise ValueError("nested too deeply") from error
    if set(held) != {"choices"}:
        raise ValueError("more than a list of values")
    made: list[Any] = held["choices"]
    return made


def _quoted(found: re.Match[str]) -> str:
    word = found.group()
    return f'"{word}"' if _BARE.fullmatch(word) and word not in _WORDS_OF_TOML else word


def write_choice(value: Any) -> str:
    """A value on one line, as it is shown and written into tables: a text as it stands, anything else as JSON."""
    if isinstance(value, str) and value.isprintable() and value:
        return value
    return json.dumps(value, ensure_ascii=False, default=str)


@dataclass(frozen=True, eq=False)
class Varied:
    """A scenario file, with one of its treatments or none, whose keys can be set to other values."""

    values: Mapping[str, Any]

    @classmethod
    def of(cls, text: str, treatment: str = "") -> "Varied":
        """From the text of a file. Raises KeyError for a treatment it does not have."""
        return cls(treated_values(text, treatment))

    def misplaced(self, key: str, value: Any) -> Fault | None:
        """What is wrong with setting this key at all: it is a table, or no game depends on it."""
        path = _path(key)
        label = f"{OPTION} {key}"
        if path[0] in BESIDE_THE_GAME:
            return Fault("beside-the-game", label, key=key)
        if isinstance(value, (Mapping, list)):
            return None
        held: Any = self.values
        for part in path:
            held = held.get(part) if isinstance(held, Mapping) else None
        record = record_at(path)
        if record is None and not isinstance(held, Mapping):
            return None
        inner = next(iter(record.model_fields if record else held), "...")
        first = "0." if path[-1] in {"firms", "events"} else ""
        return Fault("a-table", label, key=key, suggestion=f"{key}.{first}{inner}")

    def examine(self, settings: Mapping[str, Any]) -> tuple[Scenario | None, list[Fault]]:
        """The scenario with the keys set as wished, and what is wrong with that."""
        mixed: Any = self.values
        faults: list[Fault] = []
        for key, value in settings.items():
            faults += self._of_no_institution(key, label_of({key: value}))
            try:
                mixed = _with(mixed, _path(key), value)
            except LookupError as error:
                last, after = error.args
                parts = key.split(".")
                parts[-1 - after] = str(last)
                faults.append(Fault("unknown-key", label_of({key: value}), key=key, suggestion=".".join(parts)))
        if faults:
            return None, faults
        scenario, faults = examine_values(mixed, label_of(settings))
        return scenario, [replace(fault, file=_nearest_label(fault, settings)) for fault in faults]

    def _of_no_institution(self, key: str, label: str) -> list[Fault]:
        """A key of an institution that this scenario lacks would bring the institution in unasked."""
        path = key.split(".")
        there = self.values.get("institutions", {})
        if len(path) < 3 or path[0] != "institutions" or path[1] not in INSTITUTIONS or path[1] in there:
            return []
        return [Fault("no-institution", label, key=key, arguments={"name": path[1]})]


def label_of(settings: Mapping[str, Any]) -> str:
    """Settings as they stand on the command line."""
    return " ".join(f"{OPTION} {key}={write_choice(value)}" for key, value in settings.items())


def _nearest_label(fault: Fault, settings: Mapping[str, Any]) -> str:
    """The one setting that a fault is about, if it is about one; else all of them."""
    about = {
        key: value
        for key, value in settings.items()
        if f"{fault.key}.".startswith(f"{key}.") or f"{key}.".startswith(f"{fault.key}.")
    }
    return label_of(about if fault.key and about else settings)


def _path(key: str) -> tuple[str | int, ...]:
    return tuple(int(part) if part.isascii() and part.isdigit() else part for part in key.split("."))


def _with(held: Any, path: Sequence[str | int], value: Any) -> Any:
    """A copy with one value set.

    Raises LookupError where a list has no such place: with its last place, and how many parts of the path come after.
    """
    if not path:
        return value
    head, rest = path[0], path[1:]
    if isinstance(held, list):
        if not isinstance(head, int) or head >= len(held):
            raise LookupError(max(len(held) - 1, 0), len(rest))
        return [*held[:head], _with(held[head], rest, value), *held[head + 1 :]]
    table = held if isinstance(held, Mapping) else {}
    return {**table, str(head): _with(table.get(str(head), {}), rest, value)}
