"""How a key of a record is written for a reader: its value, with meaning, unit and range beside or above it."""

import textwrap
from collections.abc import Iterator
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo
from pydantic_core import PydanticUndefined

from game.model.scenario import Scenario
from game.model.section import limits

WIDTH = 118


def write_comment(text: str) -> list[str]:
    """A text as comment lines, a paragraph at a time."""
    made: list[str] = []
    for paragraph in text.strip().split("\n\n"):
        made += [f"# {line}" for line in textwrap.wrap(" ".join(paragraph.split()), WIDTH)]
    return made


def write_table(name: str, sample: dict[str, Any] | None = None) -> list[str]:
    """A table of the scenario with its keys."""
    return write_section(name, record_of(Scenario.model_fields[name]), sample)


def write_section(name: str, record: type[BaseModel], sample: dict[str, Any] | None = None) -> list[str]:
    """A table: its docstring, then every key with meaning, unit and range; tables inside come after."""
    lines = [*write_comment(record.__doc__ or ""), f"[{name}]"]
    later: list[str] = []
    for key, info in record.model_fields.items():
        inner = None if get_origin(info.annotation) is list else record_of(info, required=False)
        if inner is not None:
            default = info.get_default(call_default_factory=True)
            later += ["", *write_section(f"{name}.{key}", inner, dict(default))]
            continue
        value = sample[key] if sample and key in sample else info.get_default(call_default_factory=True)
        lines += write_key(key, value, info)
    return lines + later


def write_key(key: str, value: Any, info: FieldInfo) -> list[str]:
    """A key with its value; what it means beside it, or above where there is no room."""
    told = meaning(info)
    shown = "" if value is None or value is PydanticUndefined else write_value(value)
    line = f"{key} = {shown}" if shown else f"# {key} = ..."
    if told and len(line) + len(told) + 4 <= WIDTH:
        return [f"{line}  # {told}"]
    return [*write_comment(told), line] if told else [line]


def meaning(info: FieldInfo) -> str:
    """Meaning, unit, range or choices of a key."""
    extra = info.json_schema_extra if isinstance(info.json_schema_extra, dict) else {}
    parts = [info.description or ""]
    if extra.get("unit"):
        parts.append(f"in {extra['unit']}")
    low, high = limits(info)
    if low is not None and high is not None:
        parts.append(f"{low:g} to {high:g}")
    choices = list(choices_of(info.annotation))
    if choices:
        parts.append("one of " + ", ".join(choices))
    return "; ".join(part for part in parts if part)


def choices_of(annotation: Any) -> Iterator[str]:
    """Words that are allowed, also where nothing may stand instead."""
    optional = [kind for kind in get_args(annotation) if kind is not type(None)]
    held = optional[0] if len(optional) == 1 and type(None) in get_args(annotation) else annotation
    if get_origin(held) is Literal:
        yield from (str(choice) for choice in get_args(held) if isinstance(choice, str))


def record_of(info: FieldInfo, required: bool = True) -> Any:
    """The record that a field holds, if it holds one."""
    annotation = info.annotation
    candidates = [annotation, *get_args(annotation)]
    found = next((kind for kind in candidates if isinstance(kind, type) and issubclass(kind, BaseModel)), None)
    assert found is not None or not required
    return found


def write_value(value: Any) -> str:
    """A value as TOML."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
    if isinstance(value, list) and value and isinstance(value[0], BaseModel):
        return "".join(["[\n", *(f"  {write_value(item)},\n" for item in value), "]"])
    if isinstance(value, list):
        return "[" + ", ".join(write_value(item) for item in value) + "]"
    if isinstance(value, BaseModel):
        return (
            "{ "
            + ", ".join(f"{key} = {write_value(item)}" for key, item in value.model_dump(exclude_none=True).items())
            + " }"
        )
    return f"{value:g}" if isinstance(value, float) else str(value)
