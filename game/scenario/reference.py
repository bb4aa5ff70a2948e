"""`python -m game.scenario.reference` writes `docs/format.md`: every table and key of a scenario file.

Made from the schema that editors use, so that both say the same; a test asserts that it was written again.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from game.scenario.schema import schema
from game.wording.words import Words

FILE = Path("docs") / "format.md"
Node = dict[str, Any]
_WIDE = 24  # more words than this are no help in a cell: the agenda's and the arrows' are listed once, below


def reference(words: Words) -> str:
    """The text of the page."""
    root = schema()
    lines = [f"# {words.say('table-format-title')}", "", words.say("table-format-about"), ""]
    for name, node in _tables(root):
        lines += [f"## {name}" if name else f"## {words.say('table-format-top')}", ""]
        lines += [*node.get("description", "").split("\n"), ""]
        heads = [words.say(f"table-{head}") for head in ("key", "allowed", "default", "meaning")]
        lines += [f"| {' | '.join(heads)} |", "|---" * len(heads) + "|"]
        lines += [_row(key, inner, key in node.get("required", ()), words) for key, inner in _keys(node, root)]
        lines.append("")
    long = [
        (key, inner) for name, node in _tables(root) for key, inner in _keys(node, root) if len(_words(inner)) > _WIDE
    ]
    for key, inner in long:
        lines += [
            f"## {words.say('table-format-words', key=key)}",
            "",
            ", ".join(f"`{word}`" for word in _words(inner)),
            "",
        ]
    return "\n".join(lines).rstrip() + "\n"


def _tables(root: Node) -> Iterator[tuple[str, Node]]:
    """Every table with its header, in the order of the format; those inside a table follow it."""
    waiting: list[tuple[str, Node]] = [("", root)]
    while waiting:
        name, node = waiting.pop(0)
        yield name, node
        inside = []
        for key, inner in _keys(node, root):
            full = f"{name.strip('[]')}.{key}".lstrip(".")
            if "properties" in inner:
                inside.append((f"[{full}]", inner))
            elif "properties" in inner.get("items", {}):
                inside.append((f"[[{full}]]", inner["items"]))
        waiting = inside + waiting


def _keys(node: Node, root: Node) -> Iterator[tuple[str, Node]]:
    """Keys of a table with what may stand there."""
    for key, inner in node["properties"].items():
        yield key, root["definitions"][inner["$ref"].rpartition("/")[2]] if "$ref" in inner else inner


def _row(key: str, node: Node, required: bool, words: Words) -> str:
    default = words.say("table-required") if required else _shown(node["default"]) if "default" in node else ""
    meaning = node.get("description", "").split("\n")[0]
    cells = [f"`{key}`", _allowed(node, words), default, meaning]
    return f"| {' | '.join(cell.replace('|', '&#124;') for cell in cells)} |"


def _allowed(node: Node, words: Words) -> str:
    """What may stand there, in words."""
    listed = _words(node)
    if len(listed) > _WIDE:
        return words.say("table-format-listed")
    if listed:
        return ", ".join(f"`{word}`" for word in listed)
    if "anyOf" in node:
        kinds = [kind.get("const") or words.say(f"table-kind-{kind['type']}") for kind in node["anyOf"]]
        if kinds[-1] == words.say("table-kind-object"):
            kinds[-1] = words.say("table-format-texts")
        return words.say("table-format-or", first=kinds[0], second=kinds[1])
    kind = words.say(f"table-kind-{node['type']}")
    return words.say("table-format-of", inside=_allowed(node["items"], words)) if "items" in node else kind


def _words(node: Node) -> list[str]:
    """The words that may stand there, in a list too, if only words may."""
    held = node.get("items", node)
    listed = held.get("enum", [held["const"]] if "const" in held else [])
    return [str(word) for word in listed if word != ""]


def _shown(value: object) -> str:
    """A default as it is written in the file."""
    if isinstance(value, bool):
        return "`true`" if value else "`false`"
    if isinstance(value, list):
        return "`[]`"
    return f'`"{value}"`' if isinstance(value, str) else f"`{value:g}`"


if __name__ == "__main__":
    FILE.write_text(reference(Words()), encoding="utf-8")
