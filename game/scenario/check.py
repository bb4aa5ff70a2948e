"""Rules between fields: what pydantic can't see in one field alone."""

from collections.abc import Callable, Iterator
from typing import Any

from game.engine.rules import DECISIONS
from game.model.arrows import ARROWS
from game.model.goal import COUNTS, IN_BODY, MAY_NAME_BODY, MEASURES, MOST_GOALS, PER_CENT, POINTS
from game.model.guide import PLACES, decisions
from game.model.scenario import INSTITUTIONS, Goal, Scenario
from game.rivals.register import GROUP, PAIR
from game.scenario.fault import Fault, nearest
from game.scenario.places import Places

Located = tuple[str | int, ...]
Found = Iterator[tuple[str, Located, dict[str, str], str]]


def check(
    values: dict[str, Any], scenario: Scenario | None, places: Places, file: str, base: Located = ()
) -> list[Fault]:
    """Faults between fields. Without a scenario only the rules that can be read off the raw values are tried."""
    made = []
    rules: list[Callable[[dict[str, Any]], Found]] = [
        _quarters,
        _firms,
        _agenda,
        _events,
        _goals,
        _arrows,
        _guide,
        _teaching,
    ]
    for rule in rules:
        try:
            found = list(rule(values))
        except (AttributeError, TypeError, KeyError, ValueError):
            if scenario is not None:
                raise
            continue
        for code, path, arguments, suggestion in found:
            inside = base and places.keys.get((*base, *path)) is not None
            full = (*base, *path) if inside else path
            spot = places.of(full, value=code in _AT_VALUE)
            made.append(Fault(code, file, *spot, ".".join(str(part) for part in full), arguments, suggestion))
    return made


_AT_VALUE = {
    "unknown-arrow",
    "known-end",
    "unknown-strategy",
    "min-over-max",
    "name-twice",
    "slots-too-few",
    "beyond-end",
    "unknown-place",
    "nothing-to-change",
    "goal-firm",
    "goal-body",
    "goal-body-missing",
    "goal-out-of-reach",
    "lesson-too-long",
}


def _quarters(values: dict[str, Any]) -> Found:
    table = values.get("quarters", {})
    low, high = table.get("min", 8), table.get("max", 10)
    if low > high:
        yield "min-over-max", ("quarters", "min"), {"min": str(low), "max": str(high)}, str(high)
    elif table.get("known") and low != high:
        yield "known-end", ("quarters", "min"), {"min": str(low), "max": str(high)}, str(high)


def _arrows(values: dict[str, Any]) -> Found:
    for place, name in enumerate(values.get("off", [])):
        if isinstance(name, str) and name not in ARROWS:
            yield "unknown-arrow", ("off", place), {"found": name}, nearest(name, ARROWS)


def _firms(values: dict[str, Any]) -> Found:
    firms = values.get("firms", [])
    seen: dict[str, int] = {}
    for place, firm in enumerate(firms):
        name = firm.get("name")
        if name in seen:
            yield "name-twice", ("firms", place, "name"), {"name": str(name)}, ""
        seen.setdefault(name, place)
        for field, known in (("strategy", GROUP), ("pair_strategy", PAIR)):
            strategy = firm.get(field)
            if isinstance(strategy, str) and strategy not in known:
                yield (
                    "unknown-strategy",
                    ("firms", place, field),
                    {"found": strategy, "allowed": ", ".join(known)},
                    nearest(strategy, known),
                )
    if firms and not any(firm.get("seat") for firm in firms):
        yield "no-seat", ("firms",), {}, ""
    slots = values.get("slots")
    if slots is not None and slots < len(firms):
        yield "slots-too-few", ("slots",), {"slots": str(slots), "firms": str(len(firms))}, str(len(firms))


def _agenda(values: dict[str, Any]) -> Found:
    here = [name for name in INSTITUTIONS if name in values.get("institutions", {})]
    known = [*DECISIONS, *here]
    longest = values.get("quarters", {}).get("max", 10)
    for name, quarter in values.get("agenda", {}).items():
        if name in INSTITUTIONS and name not in here:
            yield "agenda-without-institution", ("agenda", name), {"name": name}, ""
        elif name not in known:
            yield "unknown-key", ("agenda", name), {"name": name}, nearest(name, known)
        elif quarter != "never" and quarter > longest:
            yield "beyond-end", ("agenda", name), {"quarter": str(quarter), "max": str(longest)}, ""


def _events(values: dict[str, Any]) -> Found:
    longest = values.get("quarters", {}).get("max", 10)
    names: set[str] = set()
    for place, event in enumerate(values.get("events", [])):
        if event["quarter"] > longest:
            yield (
                "beyond-end",
                ("events", place, "quarter"),
                {"quarter": str(event["quarter"]), "max": str(longest)},
                "",
            )
        if event["name"] in names:
            yield "name-twice", ("events", place, "name"), {"name": event["name"]}, ""
        names.add(event["name"])
        condition = event.get("condition")
        if condition is not None and event.get("announced"):
            yield "announced-condition", ("events", place, "announced"), {}, ""
        if condition is not None and condition.get("below") is None and condition.get("above") is None:
            yield "empty-condition", ("events", place, "condition"), {}, ""
        if (
            condition is not None
            and condition.get("index") == "mark_effort"
            and "mark" not in values.get("institutions", {})
        ):
            yield "condition-without-mark", ("events", place, "condition"), {}, ""


def _teaching(values: dict[str, Any]) -> Found:
    """The parts fit into the lesson, and no answer is without its question."""
    table, minutes = values.get("teaching", {}), values["about"].get("minutes", 50)
    planned = sum(part["minutes"] for part in table.get("plan", []))
    if planned > minutes:
        yield "lesson-too-long", ("about", "minutes"), {"planned": str(planned), "minutes": str(minutes)}, str(planned)
    asked = len(values["briefing"].get("questions", []))
    for place in range(asked, len(table.get("answers", []))):
        yield "answer-without-question", ("teaching", "answers", place), {"questions": str(asked)}, ""


def _guide(values: dict[str, Any]) -> Found:
    longest = values.get("quarters", {}).get("max", 10)
    bodies = [name for name in INSTITUTIONS if name in values.get("institutions", {})]
    movable = decisions(bodies)
    for number, step in enumerate(values.get("guide", [])):
        if step["quarter"] > longest:
            arguments = {"quarter": str(step["quarter"]), "max": str(longest)}
            yield "beyond-end", ("guide", number, "quarter"), arguments, ""
        for field in ("kept", "broke"):
            body = step.get(field)
            if body is not None and body not in bodies:
                arguments = {"found": body, "allowed": ", ".join(bodies)}
                yield "unknown-place", ("guide", number, field), arguments, nearest(body, bodies)
        at, screen = step.get("at", ""), step.get("screen", "quarter")
        known = [*PLACES.get(screen, ()), *(movable if screen in {"quarter", "together"} else [])]
        if at and at not in known and screen in PLACES:
            arguments = {"found": at, "allowed": ", ".join(known)}
            yield "unknown-place", ("guide", number, "at"), arguments, nearest(at, known)
        elif step.get("until") == "changed" and at not in movable:
            yield "nothing-to-change", ("guide", number, "until"), {}, ""


def _goals(values: dict[str, Any]) -> Found:
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


RULES: tuple[Callable[[dict[str, Any]], Found], ...] = (
    _quarters,
    _firms,
    _agenda,
    _events,
    _goals,
    _arrows,
    _guide,
    _teaching,
)


def can_be_reached(goal: Goal, scenario: Scenario) -> bool:
    """Whether a goal can still be reached by somebody: its firm, its institution, its quarter, its number."""
    last = scenario.quarters.max
    most = _most(goal.measure, len(scenario.firms), last)
    seat = goal.firm is None or any(firm.seat and firm.name == goal.firm for firm in scenario.firms)
    body = goal.body is None or getattr(scenario.institutions, goal.body) is not None
    bound = goal.at_most if goal.at_least is None else goal.at_least
    return seat and body and (goal.by or 0) <= last and (most is None or bound is None or bound <= most)
