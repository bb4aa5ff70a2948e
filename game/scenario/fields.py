"""What the records say of a place in a scenario file: its keys, and the range of a number."""

from typing import Any

from pydantic import BaseModel

from game.model.scenario import Scenario
from game.model.section import limits

Located = tuple[str | int, ...]


def record_at(path: Located) -> type[BaseModel] | None:
    """The record that describes the table at a path."""
    held: Any = Scenario
    for part in path:
        if isinstance(part, int):
            continue
        if not (isinstance(held, type) and issubclass(held, BaseModel)) or part not in held.model_fields:
            return None
        held = _record(held.model_fields[part].annotation)
    return held if isinstance(held, type) and issubclass(held, BaseModel) else None


def _record(annotation: Any) -> Any:
    """The record inside an annotation such as `list[Firm]` or `Mark | None`."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for inner in getattr(annotation, "__args__", ()):
        found = _record(inner)
        if found is not None:
            return found
    return None


def fields_at(path: Located) -> list[str]:
    """Keys of the table at a path; none if there is no such table."""
    model = record_at(path)
    return list(model.model_fields) if model else []


def limits_at(path: Located) -> tuple[str, str]:
    """Lowest and highest allowed value of the number at a path, as text; empty where there is none."""
    model = record_at(path[:-1])
    name = str(path[-1]) if path else ""
    if model is None or name not in model.model_fields:
        return "", ""
    low, high = limits(model.model_fields[name])
    return ("" if low is None else f"{low:g}"), ("" if high is None else f"{high:g}")


def whole_at(path: Located) -> bool:
    """Whether a whole number belongs there, which no part of a hundred is."""
    model = record_at(path[:-1])
    declared = model.model_fields.get(str(path[-1])) if model and path else None
    return declared is not None and declared.annotation is not None and "int" in _kinds(declared.annotation)


def _kinds(annotation: Any) -> set[str]:
    """Names of the types that an annotation such as `int | None` allows."""
    inner = getattr(annotation, "__args__", ())
    return set().union(*(_kinds(kind) for kind in inner)) if inner else {getattr(annotation, "__name__", "")}
