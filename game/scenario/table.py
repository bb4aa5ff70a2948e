"""`python -m game.scenario.table` writes `docs/parameters.md`: every number of the model in one table.

Made from the declarations themselves, so that it can't be out of date; a test asserts that it was written again.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import get_args

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from game.model.institutions import Institutions
from game.model.scenario import Scenario
from game.model.section import limits
from game.model.sources import SOURCES
from game.wording.words import Words

FILE = Path("docs") / "parameters.md"
SECTIONS = (
    "quarters",
    "market",
    "costs",
    "innovation",
    "brands",
    "ties",
    "sanctions",
    "finance",
    "region",
    "chance",
    "government",
    "intermediary",
    "information",
    "entry",
    "evaluation",
)


def table(words: Words) -> str:
    """The text of the file."""
    head = ["key", "value", "unit", "range", "meaning", "source"]
    titles = [words.say(f"table-{name}") for name in head]
    lines = [f"# {words.say('table-title')}", "", words.say("table-about"), ""]
    lines += [f"| {' | '.join(titles)} |", "|" + "---|" * len(titles)]
    used: set[str] = set()
    for key, value, field in _numbers():
        extra = field.json_schema_extra
        assert isinstance(extra, dict)
        source = str(extra["source"])
        used.add(source)
        low, high = limits(field)
        cells = [f"`{key}`", f"{value:g}", str(extra["unit"]) or "–", f"{low:g} – {high:g}"]
        lines.append(f"| {' | '.join([*cells, field.description or '', source])} |")
    lines += ["", f"## {words.say('table-sources')}", ""]
    lines += [f"- {name}: {SOURCES[name]}" for name in sorted(used)]
    return "\n".join(lines) + "\n"


def _numbers() -> Iterator[tuple[str, float, FieldInfo]]:
    """All declared numbers with key and value: the sections, then the institutions."""
    for section in SECTIONS:
        yield from _of(Scenario.model_fields[section].get_default(), section)
    for body, field in Institutions.model_fields.items():
        kind = next(kind for kind in get_args(field.annotation) if kind is not type(None))
        yield from _of(kind(), f"institutions.{body}")


def _of(held: BaseModel, path: str) -> Iterator[tuple[str, float, FieldInfo]]:
    for name, field in type(held).model_fields.items():
        value, extra = getattr(held, name), field.json_schema_extra
        if isinstance(extra, dict) and "source" in extra:
            yield f"{path}.{name}", float(value), field
        elif isinstance(value, BaseModel):
            yield from _of(value, f"{path}.{name}")


if __name__ == "__main__":
    FILE.write_text(table(Words()), encoding="utf-8")
