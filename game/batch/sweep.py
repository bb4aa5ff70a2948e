"""A sweep: one scenario with some of its keys varied, every mix of values played on the same luck.

The cells stand in the order of the axes, the last one moving fastest; row n of a sweep is replicate n mod runs of cell
n div runs. All cells are scored on one scale, that of the scenario as it stands without what is varied: a scale of its
own for each cell would hide what a cell changes, and costs seconds to measure.
"""

import hashlib
import json
import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import product
from typing import Any

from game.batch.executors import Block
from game.batch.plan import Job, Policy
from game.engine.rules import RULES_VERSION
from game.model.band import Anchors
from game.model.scenario import Scenario, as_played
from game.rivals.difficulty import handicap
from game.scenario.fault import Fault
from game.scenario.variation import Varied, label_of, read_choices, write_choice

POLICY, DIFFICULTY, TREATMENT = "policy", "difficulty", "treatment"
BESIDE = (POLICY, DIFFICULTY, TREATMENT)  # what can be varied though it is no key of the file
AS_WRITTEN = "as_written"  # the treatment that changes nothing
MOST_CELLS = 10_000
MOST_FAULTS = 20


class AxisError(Exception):
    """An axis that can't be swept: `code` names the message that says why."""

    def __init__(self, code: str, **arguments: str) -> None:
        super().__init__(code, arguments)
        self.code = code
        self.arguments = arguments


@dataclass(frozen=True)
class Axis:
    """A key and the values that it takes."""

    key: str
    values: tuple[Any, ...]


@dataclass(frozen=True)
class Cell:
    """A mix of values: its place in the grid, and value by key in the order of the axes."""

    place: int
    values: Mapping[str, Any]

    @cached_property
    def texts(self) -> dict[str, str]:
        """The values as they stand in tables."""
        return {key: write_choice(value) for key, value in self.values.items()}

    @property
    def settings(self) -> dict[str, Any]:
        """The keys of the file among them."""
        return {key: value for key, value in self.values.items() if key not in BESIDE}


def read_axes(texts: Sequence[str]) -> list[Axis]:
    """Axes as they stand on the command line, KEY=V1,V2,... each. Raises AxisError."""
    axes = [_read_axis(text) for text in texts]
    keys = [axis.key for axis in axes]
    twice = next((key for key in keys if keys.count(key) > 1), None)
    if twice is not None:
        raise AxisError("vary-key-twice", key=twice)
    cells = math.prod(len(axis.values) for axis in axes)
    if cells > MOST_CELLS:
        raise AxisError("vary-too-many", cells=str(cells), most=str(MOST_CELLS))
    return axes


def _read_axis(text: str) -> Axis:
    key, equals, listed = (part.strip() for part in text.partition("="))
    if not equals or not key:
        raise AxisError("vary-no-key", given=text)
    try:
        values = [part.strip() for part in listed.split(",")] if key in BESIDE and listed else read_choices(listed)
    except ValueError as error:
        raise AxisError("vary-no-values", key=key, given=listed[:80]) from error
    if not values:
        raise AxisError("vary-nothing", key=key)
    texts = [write_choice(value) for value in values]
    twice = next((text for text in texts if texts.count(text) > 1), None)
    if twice is not None:
        raise AxisError("vary-value-twice", key=key, value=twice)
    return Axis(key, tuple(values))


@dataclass(frozen=True, eq=False)
class Sweep:
    """What is swept: the file's text, the axes, and what all cells share.

    `policies` holds every policy by the name that it has on the command line.
    """

    name: str
    text: str
    axes: Sequence[Axis]
    seed: int
    runs: int
    slot: int
    policy: str
    difficulty: str
    treatment: str
    policies: Mapping[str, Policy]

    @property
    def keys(self) -> list[str]:
        """What is varied."""
        return [axis.key for axis in self.axes]

    @property
    def total(self) -> int:
        """How many rows there will be."""
        return self.runs * math.prod(len(axis.values) for axis in self.axes)

    def cells(self) -> Iterator[Cell]:
        """All mixes, in order."""
        for place, mix in enumerate(product(*(axis.values for axis in self.axes))):
            yield Cell(place, dict(zip(self.keys, mix, strict=True)))

    @cached_property
    def _bases(self) -> dict[str, Varied]:
        names = next((axis.values for axis in self.axes if axis.key == TREATMENT), (self.treatment,))
        return {str(name): Varied.of(self.text, "" if name == AS_WRITTEN else str(name)) for name in names}

    def examine(self, cell: Cell) -> tuple[Scenario | None, list[Fault]]:
        """The scenario of a cell and what is wrong with it."""
        scenario, faults = self._bases[str(cell.values.get(TREATMENT, self.treatment))].examine(cell.settings)
        if scenario is not None and self.slot >= len(scenario.firms):
            faults.append(Fault("seat-gone", label_of(cell.settings), key="firms"))
        return scenario, faults

    def misplaced(self) -> list[Fault]:
        """What is wrong with the keys, before any value is looked at."""
        base = next(iter(self._bases.values()))
        axes = [axis for axis in self.axes if axis.key not in BESIDE]
        found = [next(filter(None, (base.misplaced(axis.key, value) for value in axis.values)), None) for axis in axes]
        return [fault for fault in found if fault is not None]

    def job(self, cell: Cell, scenario: Scenario, anchors: Mapping[int, Anchors] | None = None) -> Job:
        """All runs of a cell that is played as this scenario, on this scale."""
        policy = self.policies[str(cell.values.get(POLICY, self.policy))]
        treatment = str(cell.values.get(TREATMENT, self.treatment))
        return Job(
            scenario,
            self.name,
            self.seed,
            0,
            self.runs,
            self.slot,
            replace(policy, name=str(cell.values.get(POLICY, policy.name))),
            str(cell.values.get(DIFFICULTY, self.difficulty)),
            "" if treatment == AS_WRITTEN else treatment,
            anchors,
        )

    def blocks(self, anchors: Mapping[int, Anchors], done: int = 0) -> Iterator[Block]:
        """What there is to play after the first `done` rows."""
        for cell in self.cells():
            first = max(done - cell.place * self.runs, 0)
            if first < self.runs:
                scenario, _ = self.examine(cell)
                assert scenario is not None
                job = replace(self.job(cell, scenario, anchors), first=first, runs=self.runs - first)
                yield from ((job, ids) for ids in job.blocks())


def positions(sweep: Sweep) -> Iterator[tuple[Cell, int]]:
    """Cell and replicate of every row, in order."""
    for cell in sweep.cells():
        yield from ((cell, replicate) for replicate in range(sweep.runs))


def examined(sweep: Sweep) -> Iterator[tuple[list[Fault], str]]:
    """Every cell before anything is played: what is wrong with it, and all that its rows depend on, as text."""
    for cell in sweep.cells():
        scenario, faults = sweep.examine(cell)
        if scenario is None or faults:
            yield faults, ""
            continue
        job = sweep.job(cell, scenario)
        rivals = json.dumps(handicap(scenario, job.difficulty, (job.slot,)))
        parts = (*cell.texts.values(), job.treatment, _told(job.policy), rivals, as_played(scenario))
        yield [], "|".join(parts)


def _told(policy: Policy) -> str:
    sheets = {} if policy.sheets is None else {str(at): sheet.model_dump_json() for at, sheet in policy.sheets.items()}
    return json.dumps([policy.name, policy.strategy, sheets])


def digest(sweep: Sweep, scale: Scenario, depends: Iterable[str]) -> str:
    """The name of a sweep: `scale` is the scenario of its score's scale, `depends` what `examined` says."""
    shared = [RULES_VERSION, sweep.name, sweep.keys, sweep.seed, sweep.runs, sweep.slot, sweep.difficulty]
    made = hashlib.sha256(f"{json.dumps(shared)}|{as_played(scale)}".encode())
    for text in depends:
        made.update(text.encode(errors="surrogateescape"))
        made.update(b"\0")
    return made.hexdigest()[:12]
