"""Rules about names in other languages: what is translated is there."""

from collections.abc import Iterator
from typing import Any

from game.model.scenario import Units
from game.scenario.fault import nearest

Located = tuple[str | int, ...]
Found = Iterator[tuple[str, Located, dict[str, str], str]]


def check_names(values: dict[str, Any]) -> Found:
    """Entries of `about.names` that are likely to be misspelt firms, events, units or variants, a treatment's too.

    One that is like nothing here does no harm: it is left over from something that was taken out.
    """
    known = _named(values)
    for language, glossary in values["about"].get("names", {}).items():
        for name in glossary:
            meant = "" if name in known else nearest(name, known, 0.8)
            if meant and meant not in glossary:
                yield "unknown-name", ("about", "names", language, name), {"name": name}, meant


def _named(values: dict[str, Any]) -> list[str]:
    """All names of a scenario that its glossary may translate."""
    treatments = values.get("treatments", {})
    found: list[Any] = list(treatments)
    for table in (values, *treatments.values()):
        for key in ("firms", "events"):
            found += [entry.get("name") for entry in table.get(key, [])]
        shown = {unit: Units.model_fields[unit].default for unit in ("currency", "price", "volume")}
        found += (shown | table.get("units", {})).values()
    return [name for name in found if isinstance(name, str)]
