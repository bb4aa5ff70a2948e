"""The shelf: the scenarios that the picker shows, shipped ones and the player's own, broken ones with their faults."""

from collections.abc import Hashable
from dataclasses import dataclass
from pathlib import Path

from game import resources
from game.model.scenario import Scenario
from game.scenario.encoding import misnamed
from game.scenario.fault import Fault
from game.scenario.read import examine
from game.wording.words import Words

ORDER = (
    "first_quarter",
    "neckties",
    "shoes",
    "tea",
    "optics_valley",
    "watches",
    "hub_and_spokes",
    "empty_cluster",
    "price_war",
    "sandbox",
)


@dataclass(frozen=True)
class Entry:
    """A scenario file: what it is, or what is wrong with it."""

    path: Path
    source: str
    scenario: Scenario | None
    faults: tuple[Fault, ...]
    fault_lines: tuple[str, ...]

    @property
    def look(self) -> Hashable:
        """What the picker shows of it depends on."""
        return self.path, hash(self.source)

    @property
    def first_fault(self) -> str:
        """The first fault without the file's name."""
        return self.fault_lines[0].split(": ", 1)[-1] if self.fault_lines else ""


def read_entry(path: Path, words: Words) -> Entry:
    """Read one file, whatever its state."""
    try:
        source = path.read_bytes()
    except OSError as error:
        fault = Fault("unreadable", path.name, arguments={"reason": error.strerror or str(error)})
        return Entry(path, "", None, (fault,), (fault.line_of_text(words),))
    scenario, faults = examine(source, path.name)
    faults = [*misnamed(path, path.name), *faults]
    errors = tuple(fault for fault in faults if fault.severity == "error")
    if errors:
        scenario = None
    return Entry(
        path, source.decode("utf-8", "replace"), scenario, errors, tuple(fault.line_of_text(words) for fault in errors)
    )


def read_shelf(words: Words, own: Path | None = None) -> list[Entry]:
    """All entries: shipped scenarios in the order of teaching, then the files of the player's own folder."""
    shipped = resources.shipped_scenarios()
    names = [name for name in ORDER if name in shipped] + [name for name in shipped if name not in ORDER]
    paths = [shipped[name] for name in names]
    if own is not None and own.is_dir():
        paths += sorted([*own.glob("*.toml"), *own.glob("*.[tT][oO][mM][lL].[tT][xX][tT]")])
    return [read_entry(path, words) for path in paths]
