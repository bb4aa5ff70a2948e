"""A fault of one field: what pydantic says of it, in our codes, with its place and what was meant."""

from collections.abc import Mapping
from dataclasses import replace

from pydantic_core import ErrorDetails

from game.scenario import check
from game.scenario.examples import condition_meant, example_at
from game.scenario.fault import Fault, nearest
from game.scenario.fields import fields_at, limits_at
from game.scenario.per_cent import from_number, from_written
from game.scenario.places import Places

Located = tuple[str | int, ...]

_EXPECTED = {
    "int": "whole",
    "float": "number",
    "string": "text",
    "bool": "yes-no",
    "dict": "table",
    "model": "table",
    "list": "list",
    "literal": "choice",
}


def field_fault(detail: ErrorDetails, path: Located, places: Places, file: str, base: Located) -> Fault:
    """What pydantic says of one field, as a fault with its place and, if it can be told, what was meant."""
    kind = detail["type"]
    context = {key: str(value) for key, value in (detail.get("ctx") or {}).items()}
    key = ".".join(str(part) for part in (*base, *path))
    spot = places.of((*base, *path))
    if kind == "missing":
        around = places.of((*base, *path[:-1]))
        written = f"format = {check.FORMAT}" if path == ("format",) else ""
        return Fault("missing", file, *around, key, {"name": str(path[-1])}, written)
    if kind == "extra_forbidden":
        unknown = Fault("unknown-key", file, *spot, key, {"name": str(path[-1])})
        meant = nearest(str(path[-1]), fields_at(path[:-1]))
        return _meant_above(path, places, file, base) or replace(unknown, suggestion=meant)
    value_spot = places.of((*base, *path), value=True)
    found = _shown(detail["input"])
    if kind in {"greater_than_equal", "less_than_equal", "greater_than", "less_than"}:
        return _range_fault(detail, path, file, value_spot, key)
    if kind == "finite_number":
        return Fault("not-finite", file, *value_spot, key, {"found": found})
    if kind == "literal_error":
        return _choice_fault(detail, file, value_spot, key)
    if kind == "not_printable":
        return Fault("not-printable", file, *value_spot, key)
    if kind in {"too_short", "string_too_short"}:
        return Fault("too-short", file, *value_spot, key, {"least": context.get("min_length", "1")})
    if kind in {"too_long", "string_too_long"}:
        return Fault("too-long", file, *value_spot, key, {"most": context.get("max_length", "")})
    if kind == "string_pattern_mismatch":
        return Fault("not-a-language", file, *value_spot, key, {"found": found})
    return _type_fault(detail, path, file, value_spot, base)


def _meant_above(path: Located, places: Places, file: str, base: Located) -> Fault | None:
    """A key of the whole scenario that stands under a table's header, as one written at the end of a file does."""
    whole = (*base, *path)
    name, spot = str(path[-1]), places.keys.get(whole)
    if len(path) < 2 or name not in fields_at(()) or spot is None or places.values.get(whole) in {spot, None}:
        return None
    table = ".".join(part for part in whole[:-1] if isinstance(part, str))
    head = f"[[{table}]]" if isinstance(path[-2], int) else f"[{table}]"
    arguments = {"name": name, "table": head, "at": str(places.of(whole[:-1])[0])}
    return Fault("stands-in-table", file, *spot, ".".join(str(part) for part in whole), arguments)


def _type_fault(detail: ErrorDetails, path: Located, file: str, spot: tuple[int, int], base: Located) -> Fault:
    """A value of another type, with what was meant, or an example of a table."""
    value, kind, where = detail["input"], detail["type"], (*base, *path)
    expected = next((name for start, name in _EXPECTED.items() if kind.startswith(start)), "other")
    meant = _as_number(value, expected, path) or _as_header(value, expected, where)
    if isinstance(value, str) and expected == "table":
        meant = condition_meant(value, path)
    example = example_at(path) if expected == "table" and not meant else ""
    quoted = isinstance(value, str) and meant != "" and value.strip().lower() == meant
    arguments = {"found": _shown(value), "expected": f"{expected}-like" if example else expected}
    arguments |= {"example": example, "quoted": "yes" if quoted else "no"}
    return Fault("wrong-type", file, *spot, ".".join(str(part) for part in where), arguments, meant)


def _range_fault(detail: ErrorDetails, path: Located, file: str, spot: tuple[int, int], key: str) -> Fault:
    """Below or above what is allowed, with the nearest allowed value."""
    context = {name: str(value) for name, value in (detail.get("ctx") or {}).items()}
    low, high = limits_at(path)
    low, high = low or context.get("ge", ""), high or context.get("le", "")
    code = "out-of-range" if low and high else "too-little" if low else "too-much"
    arguments = {"found": _shown(detail["input"]), "low": low, "high": high}
    meant = from_number(float(detail["input"]), path)
    return Fault(code, file, *spot, key, arguments, _clamped(detail["input"], low, high) if meant is None else meant)


def _choice_fault(detail: ErrorDetails, file: str, spot: tuple[int, int], key: str) -> Fault:
    """None of the words allowed, with the nearest one."""
    allowed = allowed_words(detail)
    arguments = {"found": _shown(detail["input"]), "allowed": ", ".join(allowed)}
    return Fault("not-allowed", file, *spot, key, arguments, nearest(str(detail["input"]), allowed))


def allowed_words(detail: ErrorDetails) -> list[str]:
    """The words that may stand there."""
    listed = str((detail.get("ctx") or {}).get("expected", "")).replace(" or ", ", ")
    return [part.strip().strip("'") for part in listed.split(",")]


def _shown(value: object) -> str:
    """A found value, short enough to print."""
    if isinstance(value, bool):
        return "true" if value else "false"
    text = repr(value) if isinstance(value, str) else str(value)
    return text if len(text) <= 40 else text[:37] + "..."


def _clamped(value: object, low: str, high: str) -> str:
    try:
        number = float(str(value))
        return low if low and number < float(low) else high if high else ""
    except ValueError:
        return ""


def _as_header(value: object, expected: str, path: Located) -> str:
    """A table where a list of tables belongs, or the other way round: the brackets that were meant."""
    name = ".".join(str(part) for part in path)
    if expected == "list" and isinstance(value, Mapping):
        return f"[[{name}]]"
    of_tables = isinstance(value, list) and bool(value) and all(isinstance(item, Mapping) for item in value)
    return f"[{name}]" if expected == "table" and of_tables else ""


def _as_number(value: object, expected: str, path: Located) -> str:
    """`"3"` where a number belongs: suggest 3; likewise for 3.0 where a whole one does, and for "60%" 0.6."""
    if expected == "whole" and isinstance(value, float) and value.is_integer():
        return f"{value:.0f}"
    if expected in {"whole", "number"} and isinstance(value, str):
        try:
            number = float(value)
        except ValueError:
            return from_written(value, path)
        return f"{number:g}"
    if expected == "yes-no" and str(value).lower() in {"yes", "no", "true", "false", "1", "0"}:
        return "true" if str(value).lower() in {"yes", "true", "1"} else "false"
    return ""
