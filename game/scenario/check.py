"""Rules between fields: what pydantic can't see in one field alone."""

from collections.abc import Callable, Iterator
from typing import Any

from game.engine.rules import DECISIONS
from game.model.arrows import ARROWS
from game.model.guide import PLACES, decisions
from game.model.scenario import INSTITUTIONS, Scenario
from game.rivals.register import GROUP, PAIR
from game.scenario.advice_rules import ADVICE, check_advice
from game.scenario.event_rules import check_events
from game.scenario.fault import Fault, nearest
from game.scenario.goal_rules import check_goals
from game.scenario.name_rules import check_names
from game.scenario.places import Places

FORMAT = 1  # the version of the format that is read
Located = tuple[str | int, ...]
Found = Iterator[tuple[str, Located, dict[str, str], str]]


def check(
    values: dict[str, Any], scenario: Scenario | None, places: Places, file: str, base: Located = ()
) -> list[Fault]:
    """Faults between fields. Without a scenario only the rules that can be read off the raw values are tried."""
    made = []
    for rule in RULES:
        found: list[tuple[str, Located, dict[str, str], str]] = []
        try:
            found.extend(rule(values))
        except (AttributeError, TypeError, KeyError, ValueError):
            if scenario is not None:
                raise
        for code, path, arguments, suggestion in found:
            inside = base and places.keys.get((*base, *path)) is not None
            full = (*base, *path) if inside else path
            spot = places.of(full, value=code in _AT_VALUE)
            severity = "advice" if code in ADVICE else "error"
            made.append(Fault(code, file, *spot, ".".join(str(part) for part in full), arguments, suggestion, severity))
    return made


_AT_VALUE = {
    "no-such-format",
    "newer-format",
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
    "goal-body-closed",
    "goal-before-opening",
    "never-told",
    "goal-in-shares",
}


def _format(values: dict[str, Any]) -> Found:
    """Its version: a whole number, the one that this program reads. One that is missing is told as such."""
    found = values.get("format", FORMAT)
    if type(found) is not int or found < FORMAT:
        shown = f'"{found}"' if isinstance(found, str) else str(found).lower()
        yield "no-such-format", ("format",), {"found": shown, "format": str(FORMAT)}, str(FORMAT)
    elif found > FORMAT:
        yield "newer-format", ("format",), {"found": str(found), "format": str(FORMAT)}, ""


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
        if isinstance(name, str) and name in seen:
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


def _teaching(values: dict[str, Any]) -> Found:
    """The parts fit into the lesson, and no answer is without its question."""
    table, minutes = values.get("teaching", {}), values["about"].get("minutes", 50)
    planned = sum(part["minutes"] for part in table.get("plan", []))
    if planned > minutes:
        yield "lesson-too-long", ("about", "minutes"), {"planned": str(planned), "minutes": str(minutes)}, str(planned)
    asked = len(values["briefing"].get("questions", []))
    for place in range(asked, len(table.get("answers", []))):
        yield "answer-without-question", ("teaching", "answers", place), {"questions": str(asked)}, ""
    goals = len(values["about"].get("goals", []))
    for place, numbers in enumerate(table.get("leads_to", [])):
        if place >= asked:
            yield "answer-without-question", ("teaching", "leads_to", place), {"questions": str(asked)}, ""
        for at, number in enumerate(numbers):
            if number > goals:
                named = {"goal": str(number), "goals": str(goals)}
                yield "no-such-goal", ("teaching", "leads_to", place, at), named, ""


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
        seen = [field for field in ("kept", "broke") if step.get(field)]
        too_early = step["quarter"] == 1 and step.get("screen") != "results"
        if seen and (too_early or step.get("kept") == step.get("broke")):
            yield "never-told", ("guide", number, seen[-1]), {}, ""
        at, screen = step.get("at", ""), step.get("screen", "quarter")
        known = [*PLACES.get(screen, ()), *(movable if screen in {"quarter", "together"} else [])]
        if at and at not in known and screen in PLACES:
            arguments = {"found": at, "allowed": ", ".join(known)}
            yield "unknown-place", ("guide", number, "at"), arguments, nearest(at, known)
        elif step.get("until") == "changed" and at not in movable:
            yield "nothing-to-change", ("guide", number, "until"), {}, ""


RULES: tuple[Callable[[dict[str, Any]], Found], ...] = (
    _format,
    _quarters,
    _firms,
    _agenda,
    check_events,
    check_goals,
    check_names,
    _arrows,
    _guide,
    _teaching,
    check_advice,
)
