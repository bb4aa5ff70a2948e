"""Rules about goals: for whom they are, what they count, and whether they can be reached."""

from collections.abc import Iterator
from typing import Any

from game.model.goal import COUNTS, IN_BODY, MAY_NAME_BODY, MEASURES, MOST_GOALS, PER_CENT, POINTS
from game.model.scenario import INSTITUTIONS, Goal, Scenario
from game.scenario.fault import nearest

Located = tuple[str | int, ...]
Found = Iterator[tuple[str, Located, dict[str, str], str]]


def check_goals(values: dict[str, Any]) -> Found:
    """For a seat that there is, with one bound, an institution where one is needed, within the game and in reach."""
    seats = [firm["name"] for firm in values.get("firms", []) if firm.get("seat")]
    longest = values.get("quarters", {}).get("max", 10)
    counted = dict.fromkeys(seats, 0)
    for place, goal in enumerate(values.get("goals", [])):
        at: Located = ("goals", place)
        firm = goal.get("firm")
        if firm is not None and firm not in seats:
            yield (
                "goal-firm",
                (*at, "firm"),
                {"name": str(firm), "allowed": ", ".join(seats)},
                nearest(str(firm), seats),
            )
        for seat in seats if firm is None else [firm]:
            counted[seat] = counted.get(seat, 0) + 1
            if counted[seat] == MOST_GOALS + 1:
                yield "goals-too-many", at, {"name": str(seat), "most": str(MOST_GOALS)}, ""
        if goal.get("by") is not None and goal["by"] > longest:
            yield "beyond-end", (*at, "by"), {"quarter": str(goal["by"]), "max": str(longest)}, str(longest)
        yield from _bounds(goal, at, len(values.get("firms", [])), longest)
        yield from _goal_body(goal, at, values)


def _bounds(goal: dict[str, Any], at: Located, firms: int, longest: int) -> Found:
    """One bound, of the right kind, that can be reached and is not reached by doing nothing at all."""
    measure, low, high = goal.get("measure"), goal.get("at_least"), goal.get("at_most")
    if (low is None) == (high is None):
        yield "goal-bound", at, {}, ""
        return
    name, bound = ("at_least", low) if low is not None else ("at_most", high)
    if measure in COUNTS and low is not None:
        yield "goal-count", (*at, "at_least"), {"measure": str(measure)}, "at_most"
        return
    most = _most(str(measure), firms, longest)
    if isinstance(bound, int | float) and most is not None and not 0 <= bound <= most:
        arguments = {"found": f"{bound:g}", "most": str(most), "measure": str(measure)}
        yield "goal-out-of-reach", (*at, name), arguments, str(most if bound > 0 else 0)


def _most(measure: str, firms: int, longest: int) -> int | None:
    """The highest figure that a measure can come to; None where there is none."""
    highest = {"keepers": firms - 1, "word": longest, "closures": firms - 1}
    return highest.get(measure, 100 if measure in (*POINTS, *PER_CENT) else None)


def _goal_body(goal: dict[str, Any], at: Located, values: dict[str, Any]) -> Found:
    measure, body = goal.get("measure"), goal.get("body")
    if measure not in MEASURES:
        return
    here = [name for name in INSTITUTIONS if name in values.get("institutions", {})]
    if body is None and measure in IN_BODY:
        yield "goal-body-missing", (*at, "measure"), {"measure": str(measure)}, ""
    elif body is not None and measure not in MAY_NAME_BODY:
        yield "goal-body-idle", (*at, "body"), {"measure": str(measure)}, ""
    elif body is not None and body not in here:
        yield "goal-body", (*at, "body"), {"name": str(body)}, nearest(str(body), here)
    elif body is not None:
        opens, last = values.get("agenda", {}).get(body, 1), goal.get("by")
        if opens == "never":
            yield "goal-body-closed", (*at, "body"), {"name": str(body)}, ""
        elif last is not None and last < opens:
            yield "goal-before-opening", (*at, "by"), {"name": str(body), "opens": str(opens), "by": str(last)}, ""


def can_be_reached(goal: Goal, scenario: Scenario) -> bool:
    """Whether a goal can still be reached by somebody: its firm, its institution, its quarter, its number."""
    last = scenario.quarters.max
    most = _most(goal.measure, len(scenario.firms), last)
    seat = goal.firm is None or any(firm.seat and firm.name == goal.firm for firm in scenario.firms)
    body = goal.body is None or getattr(scenario.institutions, goal.body) is not None
    bound = goal.at_most if goal.at_least is None else goal.at_least
    return seat and body and (goal.by or 0) <= last and (most is None or bound is None or bound <= most)
