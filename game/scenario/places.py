"""Where things stand in a TOML file: tree-sitter gives every key and value its line and column."""

from collections.abc import Iterator
from dataclasses import dataclass

import tree_sitter
import tree_sitter_toml

Path = tuple[str | int, ...]
Spot = tuple[int, int]
_KEYS = {"bare_key", "quoted_key", "dotted_key"}
_VALUES = {"pair", "table", "table_array_element", "comment", "document"}


@dataclass(frozen=True)
class Places:
    """Spots (line, column from 1) of keys and of values by path; a table's spot is its header."""

    keys: dict[Path, Spot]
    values: dict[Path, Spot]
    errors: tuple[Spot, ...]

    def of(self, path: Path, value: bool = False) -> Spot:
        """The spot of a path, or of the nearest thing around it that stands in the file."""
        spots = self.values if value else self.keys
        for end in range(len(path), 0, -1):
            found = spots.get(path[:end]) or self.keys.get(path[:end]) or self.values.get(path[:end])
            if found:
                return found
        for end in range(len(path), 0, -1):  # a table that stands nowhere itself, only what is inside
            inside = [spot for key, spot in self.keys.items() if key[:end] == path[:end]]
            if inside:
                return min(inside)
        return 1, 1


def find_places(source: bytes) -> Places:
    """Parse and collect; a file with syntax faults is read as far as it goes."""
    parser = tree_sitter.Parser(tree_sitter.Language(tree_sitter_toml.language()))
    root = parser.parse(source).root_node
    keys: dict[Path, Spot] = {}
    values: dict[Path, Spot] = {}
    counts: dict[Path, int] = {}
    for node in root.children:
        if node.type == "pair":
            _pair(node, (), keys, values)
        elif node.type in {"table", "table_array_element"}:
            _table(node, keys, values, counts)
    return Places(keys, values, tuple(_errors(root)))


def _table(node: tree_sitter.Node, keys: dict[Path, Spot], values: dict[Path, Spot], counts: dict[Path, int]) -> None:
    head = next((child for child in node.children if child.type in _KEYS), None)
    if head is None:
        return
    path = _resolved(_parts(head), counts)
    if node.type == "table_array_element":
        place = counts.get(path, 0)
        counts[path] = place + 1
        keys.setdefault(path, _spot(head))
        path = (*path, place)
    keys[path] = _spot(head)
    values[path] = _spot(head)
    for child in node.children:
        if child.type == "pair":
            _pair(child, path, keys, values)


def _resolved(parts: tuple[str, ...], counts: dict[Path, int]) -> Path:
    """A header's path with the place of the last element wherever it passes through an array of tables."""
    made: Path = ()
    for part in parts[:-1]:
        made = (*made, part)
        if made in counts:
            made = (*made, counts[made] - 1)
    return (*made, parts[-1])


def _pair(node: tree_sitter.Node, base: Path, keys: dict[Path, Spot], values: dict[Path, Spot]) -> None:
    head = next((child for child in node.children if child.type in _KEYS), None)
    if head is None:
        return
    path = base
    for part in _parts(head):
        path = (*path, part)
        keys.setdefault(path, _spot(head))
    value = next((child for child in node.children[::-1] if child.type not in _KEYS and child.is_named), None)
    if value is not None:
        _value(value, path, keys, values)


def _value(node: tree_sitter.Node, path: Path, keys: dict[Path, Spot], values: dict[Path, Spot]) -> None:
    values[path] = _spot(node)
    if node.type == "inline_table":
        for child in node.children:
            if child.type == "pair":
                _pair(child, path, keys, values)
    elif node.type == "array":
        inside = [child for child in node.children if child.is_named and child.type not in _VALUES | {"ERROR"}]
        for place, child in enumerate(inside):
            keys[(*path, place)] = _spot(child)
            _value(child, (*path, place), keys, values)


def _parts(node: tree_sitter.Node) -> tuple[str, ...]:
    """The parts of a key; dotted keys are nested to the left."""
    made: list[str] = []
    waiting = [node]
    while waiting:
        here = waiting.pop()
        if here.type == "dotted_key":
            waiting += [child for child in here.children if child.type in _KEYS]
            continue
        text = (here.text or b"").decode("utf-8", "replace")
        made.append(text[1:-1] if here.type == "quoted_key" else text)
    return tuple(reversed(made))


def _spot(node: tree_sitter.Node) -> Spot:
    return node.start_point[0] + 1, node.start_point[1] + 1


def _errors(node: tree_sitter.Node) -> Iterator[Spot]:
    if node.type == "ERROR" or node.is_missing:
        yield _spot(node)
        return
    for child in node.children:
        if child.has_error or child.type == "ERROR" or child.is_missing:
            yield from _errors(child)
