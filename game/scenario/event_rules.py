"""Rules about events: each can happen, and what it does finds something to do it to."""

from collections.abc import Iterator
from typing import Any

from game.model.scenario import INSTITUTIONS

Located = tuple[str | int, ...]
Found = Iterator[tuple[str, Located, dict[str, str], str]]


def check_events(values: dict[str, Any]) -> Found:
    """Faults of all events; one that is no table, or has no quarter, hides nothing of the others."""
    longest = values.get("quarters", {}).get("max", 10)
    names: set[str] = set()
    for place, event in enumerate(values.get("events", [])):
        if not isinstance(event, dict):
            continue
        quarter, name = event.get("quarter"), event.get("name")
        if isinstance(quarter, int) and quarter > longest:
            yield "beyond-end", ("events", place, "quarter"), {"quarter": str(quarter), "max": str(longest)}, ""
        if isinstance(name, str) and name in names:
            yield "name-twice", ("events", place, "name"), {"name": name}, ""
        names |= {name} if isinstance(name, str) else set()
        if isinstance(event.get("condition"), dict):
            yield from _condition(event, ("events", place), values)
        if isinstance(event.get("effect"), dict):
            yield from _effect(event["effect"], ("events", place, "effect"), values)


def _condition(event: dict[str, Any], at: Located, values: dict[str, Any]) -> Found:
    """It says something, it can hold (every index lies between 0 and 1, both left out), and nobody knows beforehand."""
    condition = event["condition"]
    below, above = condition.get("below"), condition.get("above")
    if event.get("announced"):
        yield "announced-condition", (*at, "announced"), {}, ""
    if below is None and above is None:
        yield "empty-condition", (*at, "condition"), {}, ""
    high, low = _number(below, 1), _number(above, 0)
    if high <= 0 or low >= 1 or high <= low:
        arguments = {"index": str(condition.get("index")), "low": f"{low:g}", "high": f"{high:g}"}
        yield "impossible-condition", (*at, "condition"), arguments, ""
    opens = values.get("agenda", {}).get("mark", 1)
    if condition.get("index") == "mark_effort" and ("mark" not in values.get("institutions", {}) or opens == "never"):
        yield "condition-without-mark", (*at, "condition"), {}, ""


def _number(value: object, otherwise: float) -> float:
    return float(value) if isinstance(value, int | float) else otherwise


def _effect(effect: dict[str, Any], at: Located, values: dict[str, Any]) -> Found:
    """A meeting needs a town hall, which opens only where the agenda says so; a hub needs an institution."""
    if effect.get("meeting") is True and values.get("agenda", {}).get("town_hall", "never") == "never":
        yield "meeting-without-hall", (*at, "meeting"), {}, "town_hall = 1"
    if effect.get("hub_lost") is True and not set(INSTITUTIONS) & set(values.get("institutions", {})):
        yield "hub-without-institution", (*at, "hub_lost"), {}, ""
