"""FILE -> Scenario. All faults at once, each with its place; a scenario with one fault is not played."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from game.model.scenario import Scenario
from game.scenario import check
from game.scenario.fault import Fault, FaultyScenarioError, nearest
from game.scenario.fields import fields_at, limits_at
from game.scenario.places import Places, find_places
from game.scenario.syntax import read_values

MOST_FAULTS = 100
# What may be missing only because the line that has it could not be read.
_NOT_THERE = {
    "missing",
    "no-seat",
    "goal-firm",
    "goal-body",
    "goal-bound",
    "goal-body-missing",
    "agenda-without-institution",
    "condition-without-mark",
    "empty-condition",
    "answer-without-question",
    "unknown-name",
    "meeting-without-hall",
    "hub-without-institution",
}
_AFTER_ITS_END = {"beyond-end", "goal-out-of-reach"}

Located = tuple[str | int, ...]


def load(path: Path) -> Scenario:
    """The scenario of a file. Raises FaultyScenarioError with all faults, or OSError when it can't be read."""
    return parse(path.read_bytes(), path)


def parse(source: bytes, path: Path) -> Scenario:
    """The scenario in a file's bytes; `path` is for messages."""
    scenario, faults = examine(source, str(path))
    if scenario is None or any(fault.severity == "error" for fault in faults):
        raise FaultyScenarioError(path, faults)
    return scenario


def examine(source: bytes, file: str) -> tuple[Scenario | None, list[Fault]]:
    """The scenario if it can be made at all, and everything that is wrong with the file."""
    try:
        scenario, faults = _examine(source, file)
    except RecursionError:
        return None, [Fault("too-deep", file)]
    if len(faults) > MOST_FAULTS:
        more = Fault("more-faults", file, arguments={"count": str(MOST_FAULTS)})
        return None, [*faults[:MOST_FAULTS], more]
    return scenario, faults


def _examine(source: bytes, file: str) -> tuple[Scenario | None, list[Fault]]:
    values, faults, text = read_values(source, file)
    if values is None:
        return None, faults
    places = find_places(text.encode())
    broken = bool(faults)
    scenario = None
    try:
        scenario = Scenario.model_validate(values)
    except ValidationError as error:
        found = _from_pydantic(error, places, file, values)
        faults += found
    faults += check.check(values, scenario, places, file)
    newer = [fault for fault in faults if fault.code == "newer-format"]
    if newer:  # what its keys mean is not known here
        return None, newer
    too_long = tuple(f"{fault.key}." for fault in faults if fault.code == "too-long")
    faults = [fault for fault in faults if not fault.key.startswith(too_long)]
    if broken:
        faults = [fault for fault in faults if fault.code not in _NOT_THERE]
    if scenario is not None and not broken:
        faults += _treatments(values, faults, places, file)
    return scenario, sorted(faults, key=lambda fault: (fault.line, fault.column))


def treated(scenario_text: str, treatment: str) -> Scenario:
    """The scenario of a text with one of its treatments laid over it. Raises KeyError for a name it does not have."""
    values, _, _ = read_values(scenario_text.encode(), "scenario")
    return Scenario.model_validate(laid_over(values or {}, (values or {})["treatments"][treatment]))


def laid_over(below: Mapping[str, Any], above: Mapping[str, Any]) -> dict[str, Any]:
    """Two tables as one: tables are merged, everything else is replaced."""
    made = dict(below)
    for key, value in above.items():
        old = made.get(key)
        made[key] = laid_over(old, value) if isinstance(old, Mapping) and isinstance(value, Mapping) else value
    return made


def _treatments(values: dict[str, Any], already: list[Fault], places: Places, file: str) -> list[Fault]:
    """Faults that a treatment would bring in; their place is in the treatment.

    Where what it lays over makes something else wrong, that is told at the treatment's first line. A game that it makes
    shorter may well end before what the scenario has planned.
    """
    faults: list[Fault] = []
    known = {(fault.code, fault.key) for fault in already}
    below = {key: value for key, value in values.items() if key != "treatments"}
    for name, table in values.get("treatments", {}).items():
        base = ("treatments", name)
        spot = places.of(base)
        mixed = laid_over(below, table)
        try:
            scenario = Scenario.model_validate(mixed)
        except ValidationError as error:
            faults += _from_pydantic(error, places, file, mixed, base)
        else:
            found = check.check({**mixed, "treatments": values["treatments"]}, scenario, places, file, base)
            faults += [
                fault if fault.key.startswith("treatments.") else replace(fault, line=spot[0], column=spot[1])
                for fault in found
                if (fault.code, fault.key) not in known
                and (fault.code not in _AFTER_ITS_END or "treatments." in fault.key)
            ]
        if mixed == below:
            faults.append(Fault("treatment-idle", file, *spot, ".".join(base), {"name": name}))
    return faults


def _from_pydantic(
    error: ValidationError, places: Places, file: str, values: Mapping[str, Any], base: Located = ()
) -> list[Fault]:
    made: dict[tuple[Located, str], Fault] = {}
    for detail in error.errors(include_url=False):
        if len(made) > MOST_FAULTS:
            break
        path = _real_path(detail["loc"], values)
        if _of_the_other_kind(detail, values):
            if detail["type"] == "literal_error" and (path, "wrong-type") in made:
                wrong = made[path, "wrong-type"]
                made[path, "wrong-type"] = replace(wrong, suggestion=nearest(str(detail["input"]), _allowed(detail)))
            continue
        if path == ("format",) and detail["type"] == "literal_error":
            continue  # `check` says more about it
        fault = _fault(detail, path, places, file, base)
        made.setdefault((path, fault.code), fault)
    return list(made.values())


def _follow(loc: Located, values: Mapping[str, Any]) -> tuple[Located, Any, Located]:
    """How far pydantic's location stands in the file: the path, what is there, and the rest of the location.

    The rest is a key that is missing, or the branch of a union that was tried.
    """
    held: Any = values
    for place, part in enumerate(loc):
        in_table = isinstance(held, Mapping) and part in held
        in_list = isinstance(held, list) and isinstance(part, int) and part < len(held)
        if not in_table and not in_list:
            return loc[:place], held, loc[place:]
        held = held[part]
    return loc, held, ()


def _of_the_other_kind(detail: ErrorDetails, values: Mapping[str, Any]) -> bool:
    """Whether the message is about a branch that was not meant: a table where a text stands, or the other way round.

    A word that is allowed beside numbers is not asked for either.
    """
    _, held, rest = _follow(detail["loc"], values)
    branch = str(rest[0]) if rest else ""
    if isinstance(held, Mapping):
        return branch == "constrained-str" or branch.startswith("function-after[")
    return branch.startswith("literal[") or (isinstance(held, str) and branch.startswith("dict["))


def _real_path(loc: Located, values: Mapping[str, Any]) -> Located:
    """The part of pydantic's location that stands in the file, with a key that is missing there."""
    path, held, rest = _follow(loc, values)
    if len(rest) != 1 or not isinstance(held, Mapping):
        return path
    part = rest[0]
    is_key = isinstance(part, str) and "[" not in part and part not in {"str", "constrained-str"}
    return (*path, part) if is_key else path


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


def _fault(detail: ErrorDetails, path: Located, places: Places, file: str, base: Located) -> Fault:
    kind = detail["type"]
    context = {key: str(value) for key, value in (detail.get("ctx") or {}).items()}
    key = ".".join(str(part) for part in (*base, *path))
    spot = places.of((*base, *path))
    if kind == "missing":
        around = places.of((*base, *path[:-1]))
        written = f"format = {check.FORMAT}" if path == ("format",) else ""
        return Fault("missing", file, *around, key, {"name": str(path[-1])}, written)
    if kind == "extra_forbidden":
        known = fields_at(path[:-1])
        return Fault("unknown-key", file, *spot, key, {"name": str(path[-1])}, nearest(str(path[-1]), known))
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
    expected = next((name for start, name in _EXPECTED.items() if kind.startswith(start)), "other")
    arguments = {"found": found, "expected": expected}
    meant = _as_number(detail["input"], expected) or _as_header(detail["input"], expected, (*base, *path))
    return Fault("wrong-type", file, *value_spot, key, arguments, meant)


def _range_fault(detail: ErrorDetails, path: Located, file: str, spot: tuple[int, int], key: str) -> Fault:
    """Below or above what is allowed, with the nearest allowed value."""
    context = {name: str(value) for name, value in (detail.get("ctx") or {}).items()}
    low, high = limits_at(path)
    low, high = low or context.get("ge", ""), high or context.get("le", "")
    code = "out-of-range" if low and high else "too-little" if low else "too-much"
    arguments = {"found": _shown(detail["input"]), "low": low, "high": high}
    return Fault(code, file, *spot, key, arguments, _clamped(detail["input"], low, high))


def _choice_fault(detail: ErrorDetails, file: str, spot: tuple[int, int], key: str) -> Fault:
    """None of the words allowed, with the nearest one."""
    allowed = _allowed(detail)
    arguments = {"found": _shown(detail["input"]), "allowed": ", ".join(allowed)}
    return Fault("not-allowed", file, *spot, key, arguments, nearest(str(detail["input"]), allowed))


def _allowed(detail: ErrorDetails) -> list[str]:
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


def _as_number(value: object, expected: str) -> str:
    """`"3"` where a number belongs: suggest 3; likewise for 3.0 where a whole one does."""
    if expected == "whole" and isinstance(value, float) and value.is_integer():
        return f"{value:.0f}"
    if expected in {"whole", "number"} and isinstance(value, str):
        try:
            number = float(value)
        except ValueError:
            return ""
        return f"{number:g}"
    if expected == "yes-no" and str(value).lower() in {"yes", "no", "true", "false", "1", "0"}:
        return "true" if str(value).lower() in {"yes", "true", "1"} else "false"
    return ""
