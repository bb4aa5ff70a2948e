"""The common base of every record that a scenario file can fill in, and the one way to declare a number in it."""

from typing import Any

from pydantic import BaseModel, ConfigDict, Field
from pydantic.config import JsonDict
from pydantic.fields import FieldInfo


class Section(BaseModel):
    """A table of a scenario file: frozen, closed to unknown keys, and strict about types.

    Strict means that `"3"` is not a number and `1.0` is not a whole number; a whole number still counts as a real one.
    Not-a-number and the infinities are refused everywhere.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, allow_inf_nan=False)


def number(default: float, low: float, high: float, meaning: str, *, unit: str = "", source: str = "") -> Any:
    """Declare one number of the model with everything a reader needs to know about it.

    `default` is the calibrated value, `low` and `high` the closed range in which the engine was tried, `unit` is empty
    for pure numbers, and `source` names the literature (see SOURCES in `game.model.sources`) or says "design".
    The JSON Schema and the table of parameters are made from these declarations.
    """
    extra: JsonDict = {"unit": unit, "source": source or "design"}
    return Field(default, ge=low, le=high, description=meaning, json_schema_extra=extra)


def choice(default: Any, meaning: str) -> Any:
    """Declare a word, a text, a yes or no, or a table, with what it means to a reader."""
    return Field(default, description=meaning)


def limits(declared: FieldInfo) -> tuple[float | None, float | None]:
    """Lowest and highest allowed value of a field, None where none is declared; what `number` declares has both."""
    low = [rule.ge for rule in declared.metadata if getattr(rule, "ge", None) is not None]
    high = [rule.le for rule in declared.metadata if getattr(rule, "le", None) is not None]
    return (low[0] if low else None), (high[0] if high else None)
