"""JSON Schema of the scenario format, for editors: what completes, explains and underlines while a file is written.

Draft 7, the newest that Taplo (and so Even Better TOML) reads. The start is pydantic's schema of the records; then

- nothing may be null, because TOML has no null;
- words that the checker knows from registers (strategies, arrows, what the agenda opens) are listed;
- units and ranges stand in the descriptions, because editors show nothing else;
- every section is a definition, so that a treatment, which may hold a part of anything, shares it.

The schema can't say everything that `check` says: rules between fields are beyond it.
"""

import copy
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from game.engine.rules import DECISIONS, NAMED_ONLY
from game.model.arrows import ARROWS
from game.model.guide import PLACES, decisions
from game.model.scenario import INSTITUTIONS, Scenario
from game.rivals.register import GROUP, PAIR

DRAFT = "http://json-schema.org/draft-07/schema#"
TITLE = "Scenario of Guildmark"
Node = dict[str, Any]


def schema() -> Node:
    """The schema as a JSON document."""
    raw = Scenario.model_json_schema()
    root = _plain(raw, raw.pop("$defs"))
    for path, words in _listed():
        _at(root, path)["enum"] = list(words)
    root["properties"]["agenda"] = _agenda(root["properties"]["agenda"])
    sections = {name: node for name, node in root["properties"].items() if "properties" in node}
    root["properties"] |= {name: {"$ref": f"#/definitions/{name}"} for name in sections}
    root["properties"]["treatments"]["additionalProperties"] = {"$ref": "#/definitions/treatment"}
    return {
        "$schema": DRAFT,
        **root,
        "title": TITLE,
        "definitions": {**sections, "treatment": _treatment(root["properties"], sections)},
    }


def _listed() -> Iterator[tuple[Sequence[str], Sequence[str]]]:
    """What may stand where only words of a register are allowed; a path goes through lists by itself."""
    yield ("off",), tuple(ARROWS)
    yield ("firms", "strategy"), GROUP
    yield ("firms", "pair_strategy"), PAIR
    yield ("guide", "kept"), INSTITUTIONS
    yield ("guide", "broke"), INSTITUTIONS
    places = dict.fromkeys(place for screen in PLACES.values() for place in screen)
    yield ("guide", "at"), ("", *places, *decisions(INSTITUTIONS))


def _at(root: Node, path: Sequence[str]) -> Node:
    """The schema of a key, or of the items of its list."""
    held = root
    for name in path:
        held = held["properties"][name]
        held = held.get("items", held)
    return held


def _plain(node: Node, records: Mapping[str, Node]) -> Node:
    """A schema without references, nulls and made-up titles, and with everything worth knowing in its description."""
    if "$ref" in node:
        name = node["$ref"].removeprefix("#/$defs/")
        return _plain(records[name] | {key: node[key] for key in ("description",) if key in node}, records)
    kinds = [kind for kind in node.get("anyOf", ()) if kind.get("type") != "null"]
    if len(kinds) == 1:
        return _plain(kinds[0] | {key: value for key, value in node.items() if key != "anyOf"}, records)
    made = {key: value for key, value in node.items() if key not in {"title", "unit"}}
    if made.get("default", {}) is None or isinstance(made.get("default"), dict):
        del made["default"]  # nothing can be written for the one, and tables have the defaults of their keys
    if kinds:
        made["anyOf"] = [_plain(kind, records) for kind in kinds]
    if "description" in made:
        made["description"] = _explained(node)
    return made | _inside(made, records)


def _inside(node: Node, records: Mapping[str, Node]) -> Node:
    """What stands inside a table or list, made plain as well."""
    made: Node = {}
    for key in ("properties", "patternProperties"):
        if key in node:
            made[key] = {name: _plain(inner, records) for name, inner in node[key].items()}
    for key in ("items", "additionalProperties"):
        if isinstance(node.get(key), dict):
            made[key] = _plain(node[key], records)
    if "patternProperties" in node:
        made.setdefault("additionalProperties", False)
    return made


def _explained(node: Node) -> str:
    """Meaning, unit and range of a key, in this order; paragraphs of a docstring stay, its line ends go."""
    paragraphs = [" ".join(part.split()) for part in node["description"].split("\n\n")]
    parts = ["\n\n".join(paragraphs)]
    if node.get("unit"):
        parts.append(f"in {node['unit']}")
    low, high = node.get("minimum"), node.get("maximum")
    if low is not None and high is not None:
        parts.append(f"{low:g} to {high:g}")
    return "; ".join(parts)


def _agenda(node: Node) -> Node:
    """The agenda with everything that it can open."""
    opens = node["additionalProperties"]
    named = {}
    for name in (*DECISIONS, *INSTITUTIONS):
        otherwise = "never" if name in NAMED_ONLY else "1"
        named[name] = {"description": f"quarter in which {name} opens, or never; left out, {otherwise}", **opens}
    return {**node, "properties": named, "additionalProperties": False}


def _treatment(properties: Mapping[str, Node], sections: Mapping[str, Node]) -> Node:
    """What is laid over a scenario: a part of any section, or another list in the place of a list."""
    made = {name: node for name, node in properties.items() if name not in {"format", "treatments"}}
    for name, section in sections.items():
        if "required" in section:
            made[name] = copy.deepcopy({key: value for key, value in section.items() if key != "required"})
    about = "a variant: tables are laid over those of the scenario, all else takes the place of what stands there"
    return {"type": "object", "description": about, "properties": made, "additionalProperties": False}
