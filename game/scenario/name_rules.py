"""Rules about names in other languages: what is translated is there."""

from collections.abc import Iterator
from typing import Any

from game.model.scenario import Units
from game.model.texts import LONGEST_UNIT
from game.scenario.fault import nearest

Located = tuple[str | int, ...]
Found = Iterator[tuple[str, Located, dict[str, str], str]]


def check_names(values: dict[str, Any]) -> Found:
    """Entries of `about.names` that are likely to be misspelt firms, events, units or variants, a treatment's too.

    One that is like nothing here does no harm: it is left over from something that was taken out. And units that are
    longer in another language than any may be.
    """
    known, units = _named(values), set(_units(values))
    for language, glossary in values["about"].get("names", {}).items():
        for name in glossary:
            meant = "" if name in known else nearest(name, known, 0.8)
            if meant and meant not in glossary:
                yield "unknown-name", ("about", "names", language, name), {"name": name}, meant
            if name in units and len(glossary[name]) > LONGEST_UNIT:
                yield "too-long", ("about", "names", language, name), {"most": str(LONGEST_UNIT)}, ""


def _named(values: dict[str, Any]) -> list[str]:
    """All names of a scenario that its glossary may translate."""
    treatments = values.get("treatments", {})
    found: list[Any] = list(treatments)
    for table in (values, *treatments.values()):
        for key in ("firms", "events"):
            found += [entry.get("name") for entry in table.get(key, [])]
    return [*(name for name in found if isinstance(name, str)), *_units(values)]


def _units(values: dict[str, Any]) -> list[str]:
    """The names of its units, a treatment's too."""
    usual = {unit: Units.model_fields[unit].default for unit in ("currency", "price", "volume")}
    found: list[str] = []
    for table in (values, *values.get("treatments", {}).values()):
        written = usual | table.get("units", {})
        found += [written[unit] for unit in usual if isinstance(written[unit], str)]
    return found
