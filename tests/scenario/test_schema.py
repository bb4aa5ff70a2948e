"""The schema for editors: it accepts what ships, refuses what the checker refuses, and explains every key."""

import copy
import json
import shutil
import subprocess
import sysconfig
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import tomli

from game import resources
from game.model.arrows import ARROWS
from game.rivals.register import GROUP, PAIR
from game.scenario.reference import FILE, reference
from game.scenario.schema import schema
from game.wording.words import Words
from tests.commands.test_commands import guildmark, told

ROOT = Path(__file__).parents[2]
FILES = [*resources.shipped_scenarios().values(), resources.scenarios() / "template.toml"]
TEA = tomli.loads((resources.scenarios() / "tea.toml").read_text(encoding="utf-8"))
VALIDATOR = jsonschema.Draft7Validator(schema())


def tables(node: dict[str, Any], path: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    if "properties" in node:
        yield path, node
    for name, inner in node.get("properties", {}).items():
        yield from tables(inner, f"{path}.{name}")
    if isinstance(node.get("items"), dict):
        yield from tables(node["items"], path)


def every_table() -> list[tuple[str, dict[str, Any]]]:
    root = schema()
    return [*tables(root), *(found for name, node in root["definitions"].items() for found in tables(node, name))]


def test_it_is_a_schema_of_draft_7_with_a_title() -> None:
    jsonschema.Draft7Validator.check_schema(schema())
    assert schema()["$schema"] == "http://json-schema.org/draft-07/schema#"
    assert schema()["title"] == "Scenario of Guildmark"


@pytest.mark.parametrize("path", FILES, ids=[path.stem for path in FILES])
def test_shipped_scenarios_are_valid(path: Path) -> None:
    found = [error.message for error in VALIDATOR.iter_errors(tomli.loads(path.read_text(encoding="utf-8")))]
    assert not found


def test_every_key_is_explained_and_every_table_is_closed() -> None:
    found = every_table()
    assert len(found) > 40
    for path, node in found:
        assert node["additionalProperties"] is False or path == "", path
        for name, inner in node["properties"].items():
            target = schema()["definitions"][inner["$ref"].rpartition("/")[2]] if "$ref" in inner else inner
            assert target.get("description", "").strip(), f"{path}.{name}"
    assert schema()["additionalProperties"] is False


def test_nothing_is_null_and_no_reference_leads_nowhere() -> None:
    text = json.dumps(schema())
    assert "null" not in text
    held = schema()["definitions"]
    assert {part.split('"')[0] for part in text.split("#/definitions/")[1:]} <= set(held)


def test_units_ranges_and_defaults_are_told() -> None:
    region = schema()["definitions"]["finance"]["properties"]
    assert region["discount"]["description"] == "discount factor of the firm score; in a quarter; 0.5 to 1"
    assert (region["discount"]["minimum"], region["discount"]["maximum"]) == (0.5, 1)
    assert region["discount"]["default"] == 0.95
    assert (
        schema()["definitions"]["institutions"]["properties"]["mark"]["properties"]["dues_base"]["default"] == "sales"
    )


def test_words_of_registers_are_offered() -> None:
    root = schema()["properties"]
    firm = root["firms"]["items"]["properties"]
    assert firm["strategy"]["enum"] == list(GROUP)
    assert firm["pair_strategy"]["enum"] == list(PAIR)
    assert root["off"]["items"]["enum"] == list(ARROWS)
    agenda = schema()["definitions"]["agenda"]["properties"]
    assert {"price", "brand_split", "town_hall", "mark", "pricing"} <= set(agenda)
    assert {"price", "effort fair", "map"} <= set(root["guide"]["items"]["properties"]["at"]["enum"])


def _set(values: dict[str, Any], path: tuple[str | int, ...], value: object) -> None:
    held: Any = values
    for part in path[:-1]:
        held = held[part]
    held[path[-1]] = value


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("format",), 2),
        (("frims",), []),
        (("about", "minuts"), 5),
        (("about", "minutes"), "50"),
        (("about", "title"), {"english": "Tea"}),
        (("agenda", "prise"), 1),
        (("agenda", "price"), 0),
        (("agenda", "price"), "newer"),
        (("off",), ["brand_to_sale"]),
        (("firms", 0, "strategy"), "condicional"),
        (("firms", 0, "pair_strategy"), "conditionel"),
        (("firms", 0, "position"), 1.5),
        (("firms", 0, "manager", "product"), "copy"),
        (("events", 0, "effect", "locale"), 1),
        (("events", 0, "quarter"), 401),
        (("institutions", "guild"), {}),
        (("institutions", "mark", "audit"), 1.01),
        (("quarters", "known"), 1),
        (("treatments", "paper_trail"), {"institutions": {"mark": {"audits": 1}}}),
        (("treatments", "paper_trail"), {"region": {"cluster": "high"}}),
    ],
)
def test_what_the_checker_refuses_is_refused(path: tuple[str | int, ...], value: object) -> None:
    values = copy.deepcopy(TEA)
    _set(values, path, value)
    assert not VALIDATOR.is_valid(values)


@pytest.mark.parametrize("missing", [("format",), ("about",), ("firms",), ("about", "title"), ("briefing", "text")])
def test_what_is_needed_is_asked_for(missing: tuple[str, ...]) -> None:
    values = copy.deepcopy(TEA)
    held = values
    for part in missing[:-1]:
        held = held[part]
    del held[missing[-1]]
    assert not VALIDATOR.is_valid(values)


def test_a_treatment_may_hold_a_part_of_any_section() -> None:
    values = copy.deepcopy(TEA)
    values["treatments"]["short"] = {"quarters": {"min": 4}, "about": {"minutes": 20}, "off": ["audits"]}
    assert VALIDATOR.is_valid(values)


def test_the_page_of_the_format_is_current() -> None:
    assert (ROOT / FILE).read_text(encoding="utf-8") == reference(Words())


def test_the_page_names_every_key() -> None:
    lines = reference(Words()).splitlines()
    keys = [name for path, node in every_table() if not path.startswith("treatment") for name in node["properties"]]
    for name in keys:
        assert sum(line.startswith(f"| `{name}` |") for line in lines) >= 1, name
    assert sum(line.startswith("| `") for line in lines) == len(keys)


def test_the_command_prints_and_writes_the_schema(tmp_path: Path) -> None:
    printed = guildmark("schema")
    assert printed.returncode == 0, printed.stderr
    out = tmp_path / "scenario.schema.json"
    assert guildmark("schema", "--out", out).returncode == 0
    assert json.loads(printed.stdout) == json.loads(out.read_text(encoding="utf-8")) == schema()
    assert str(tmp_path) in told(guildmark("schema", "--out", tmp_path), 2)
    assert "nowhere" in told(guildmark("schema", "--out", tmp_path / "nowhere" / "x.json"), 2)


@pytest.fixture
def taplo(tmp_path: Path) -> Callable[[str], "subprocess.CompletedProcess[str]"]:
    """Taplo reads a scenario as an editor does: the schema stands beside it, and its first line names it."""
    program = shutil.which("taplo", path=sysconfig.get_path("scripts")) or shutil.which("taplo")
    if program is None:
        pytest.skip("taplo has no wheel for this machine")
    (tmp_path / "scenario.schema.json").write_text(json.dumps(schema()), encoding="utf-8")

    def read(text: str) -> "subprocess.CompletedProcess[str]":
        (tmp_path / "own.toml").write_text("#:schema ./scenario.schema.json\n" + text, encoding="utf-8")
        command = [program, "lint", "--colors", "never", "own.toml"]
        return subprocess.run(command, cwd=tmp_path, capture_output=True, encoding="utf-8", timeout=120, check=False)

    return read


@pytest.mark.parametrize("path", FILES, ids=[path.stem for path in FILES])
def test_taplo_finds_nothing_in_shipped_scenarios(
    path: Path, taplo: Callable[[str], "subprocess.CompletedProcess[str]"]
) -> None:
    done = taplo(path.read_text(encoding="utf-8"))
    assert done.returncode == 0, done.stderr


def test_taplo_underlines_faults_where_they_stand(taplo: Callable[[str], "subprocess.CompletedProcess[str]"]) -> None:
    text = (resources.scenarios() / "tea.toml").read_text(encoding="utf-8")
    text = text.replace("continuation = 0.6", "continuation = 3", 1)
    text = text.replace('strategy = "conditional"', 'strategy = "conditionel"', 1)
    done = taplo(text)
    assert done.returncode == 1
    for words in ("continuation = 3", 'strategy = "conditionel"'):
        line = next(place for place, held in enumerate(text.splitlines(), 2) if words in held)
        assert f"own.toml:{line}:" in done.stderr, words
