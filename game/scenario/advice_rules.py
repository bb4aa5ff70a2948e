"""What is allowed but hardly meant: the scenario is played as it stands, and whoever checks it is told."""

from collections.abc import Iterator
from typing import Any

from game.model.goal import PER_CENT, POINTS
from game.model.scenario import INSTITUTIONS

Located = tuple[str | int, ...]
Found = Iterator[tuple[str, Located, dict[str, str], str]]
ADVICE = {"answers-missing", "treatment-adds", "goal-in-shares"}  # codes of what is told here
FAIR_SHARE = 100  # per cent of the cluster's sales, among all firms
TINY = 0.2  # of a firm's fair share: below, a share in per cent was written as a part of one


def check_advice(values: dict[str, Any]) -> Found:
    """Questions left without an answer, institutions that only a variant has, goals in parts of one."""
    yield from _answers(values)
    yield from _treatments(values)
    yield from _goals(values)


def _answers(values: dict[str, Any]) -> Found:
    """Either no question has a likely answer or each: the guide leaves a gap otherwise."""
    questions, answers = values["briefing"].get("questions", []), values.get("teaching", {}).get("answers", [])
    if isinstance(questions, list) and isinstance(answers, list) and 0 < len(answers) < len(questions):
        arguments = {"questions": str(len(questions)), "answers": str(len(answers))}
        yield "answers-missing", ("teaching", "answers"), arguments, ""


def _treatments(values: dict[str, Any]) -> Found:
    """A variant may bring in an institution, and shows that it means to by saying when that opens."""
    here = values.get("institutions", {})
    for name, table in values.get("treatments", {}).items():
        opened = table.get("agenda", {})
        for body in table.get("institutions", {}):
            if body in INSTITUTIONS and body not in here and body not in opened:
                yield "treatment-adds", ("treatments", name, "institutions", body), {"name": name, "body": body}, ""


def _goals(values: dict[str, Any]) -> Found:
    """Points and shares run from 0 to 100: a bound below one was meant as a part of one."""
    firms = len(values.get("firms", []))
    for place, goal in enumerate(values.get("goals", [])):
        for name in ("at_least", "at_most"):
            bound, measure = goal.get(name), goal.get("measure")
            if not isinstance(bound, int | float) or not 0 < bound < 1:
                continue
            if measure in POINTS or (measure in PER_CENT and bound * firms < TINY * FAIR_SHARE):
                arguments = {"measure": str(measure), "found": f"{bound:g}"}
                yield "goal-in-shares", ("goals", place, name), arguments, f"{100 * bound:g}"
