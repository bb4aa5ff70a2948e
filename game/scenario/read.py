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
from game.scenario.field_faults import allowed_words, field_fault
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
    "no-such-goal",
    "unknown-name",
    "meeting-without-hall",
    "hub-without-institution",
    "answers-missing",
    "treatment-adds",
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
    named = [replace(fault, owner=_owner(values, fault.key)) for fault in faults]
    return scenario, sorted(named, key=lambda fault: (fault.line, fault.column))


def _owner(values: Mapping[str, Any], key: str) -> str:
    """The name of the entry of a list that a key stands in, like that of a firm; empty if it has none."""
    held: Any = values
    owner = ""
    for part in key.split("."):
        if isinstance(held, list):
            held = held[int(part)] if part.isdigit() and int(part) < len(held) else None
            name = held.get("name") if isinstance(held, Mapping) else None
            owner = name if isinstance(name, str) else owner
        else:
            held = held.get(part) if isinstance(held, Mapping) else None
    return owner


def examine_values(values: dict[str, Any], label: str) -> tuple[Scenario | None, list[Fault]]:
    """The same for values that stand in no file; `label` says where they are from."""
    nowhere = find_places(b"")
    try:
        scenario = Scenario.model_validate(values)
    except ValidationError as error:
        found = _from_pydantic(error, nowhere, label, values)
        return None, [replace(fault, line=0, column=0) for fault in found]
    found = check.check(values, scenario, nowhere, label)  # what is advice is told where the file is checked
    return scenario, [replace(fault, line=0, column=0) for fault in found if fault.severity == "error"]


def treated(scenario_text: str, treatment: str) -> Scenario:
    """The scenario of a text with one of its treatments laid over it. Raises KeyError for a name it does not have."""
    return Scenario.model_validate(treated_values(scenario_text, treatment))


def treated_values(scenario_text: str, treatment: str) -> dict[str, Any]:
    """The same as values; without the name of a treatment those of the text. Raises KeyError."""
    values = read_values(scenario_text.encode(), "scenario")[0] or {}
    return laid_over(values, values["treatments"][treatment]) if treatment else values


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
                meant = nearest(str(detail["input"]), allowed_words(detail)) or wrong.suggestion
                made[path, "wrong-type"] = replace(wrong, suggestion=meant)
            continue
        if path == ("format",) and detail["type"] == "literal_error":
            continue  # `check` says more about it
        fault = field_fault(detail, path, places, file, base)
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
