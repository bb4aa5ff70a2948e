"""Scenario -> TOML text that reads back as the same scenario: what is as by default is left out."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from game.model.scenario import Scenario

BARE_KEY = re.compile(r"^[A-Za-z0-9_-]+$")
WIDE = 100  # a list of texts longer than this has a line for each


def to_toml(scenario: Scenario) -> str:
    """The text of a scenario file."""
    return "\n".join(_table((), scenario.model_dump(exclude_defaults=True))).strip() + "\n"


def _table(path: tuple[str, ...], table: Mapping[str, Any]) -> Iterator[str]:
    """Plain values first, then tables, then lists of tables: what TOML asks for."""
    inner = {key: value for key, value in table.items() if isinstance(value, Mapping)}
    lists = {key: value for key, value in table.items() if not path and _holds_tables(value)}
    plain = {key: value for key, value in table.items() if key not in inner and key not in lists}
    if path and (plain or not inner):
        yield f"[{'.'.join(map(_key, path))}]"
    for key, value in plain.items():
        yield f"{_key(key)} = {_value(value)}"
    if plain or (path and not inner):
        yield ""
    for key, value in inner.items():
        yield from _table((*path, key), value)
    for key, rows in lists.items():
        for row in rows:
            yield f"[[{_key(key)}]]"
            yield from (f"{_key(name)} = {_value(held)}" for name, held in row.items())
            yield ""


def _holds_tables(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(item, Mapping) for item in value)


def _key(key: str) -> str:
    return key if BARE_KEY.match(key) else _text(key)


def _text(text: str) -> str:
    """A basic string: as JSON writes it, which TOML reads, but for the one control character that JSON leaves alone."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _value(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, Mapping):
        inside = ", ".join(f"{_key(key)} = {_value(item)}" for key, item in value.items())
        return f"{{ {inside} }}" if inside else "{}"
    if isinstance(value, list):
        items = [_value(item) for item in value]
        short = sum(map(len, items)) <= WIDE
        return f"[{', '.join(items)}]" if short else "[\n" + "".join(f"  {item},\n" for item in items) + "]"
    return repr(value)
