"""What a seat can choose in a quarter: every control that the agenda has opened, with a few levels to choose from.

An option holds its control at one level for a year; everything else stays with the firm's manager and strategy.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from game import play
from game.engine.rules import Rules
from game.engine.variety import middle, on_circle
from game.model.decision import Decision
from game.model.observation import Observation
from game.model.record import AnyArray, Floats, Ints, lock

EFFORT, TIES, POSITION, ALL = "effort", "ties", "position", "all"
NONE_OR_FULL = (0.0, 1.0)
# Levels of own decisions: prices and capacity as multiples of where they stand, money as multiples of what is ordinary.
STANDING = {"price": (0.95, 1.0, 1.05), "capacity": (0.85, 1.0, 1.15)}
SPENDING = {"quality": (0.4, 1.0, 1.6), "research": (0.4, 1.0, 1.6), "brand": (0.4, 1.0, 1.6)}
TURNS = (0.0, 0.5)  # of the circle, from where the others sell: among them, or on the far side


@dataclass(frozen=True)
class Choice:
    """A control: `name` is an own decision, `ties` (how all partners are treated) or `effort`, there of which `body`.

    `body` is `all` for the effort in all open institutions at once.
    """

    name: str
    levels: tuple[float, ...]
    body: str = ""

    @property
    def label(self) -> str:
        """A name for tables."""
        return f"{self.name}:{self.body}" if self.body else self.name


@dataclass(frozen=True)
class Option:
    """One level of a choice."""

    choice: Choice
    level: float

    @property
    def label(self) -> str:
        """A name for tables."""
        return f"{self.choice.label}={self.level:g}"


def choices(rules: Rules, quarter: int) -> tuple[Choice, ...]:
    """What a seat can choose in a quarter, own decisions first; the split of the brand money is left to the manager."""
    made = [
        Choice(name, levels)
        for name, levels in (STANDING | SPENDING).items()
        if rules.is_open(play.OWN_FIELDS[name], quarter)
    ]
    made += [Choice(POSITION, TURNS)] if rules.is_open(POSITION, quarter) else []
    opened = [name for name, there in zip(rules.bodies.names, rules.bodies_open(quarter), strict=True) if there]
    made += [Choice(EFFORT, NONE_OR_FULL, body) for body in opened]
    made += [Choice(EFFORT, NONE_OR_FULL, ALL)] if len(opened) > 1 else []
    made += [Choice(TIES, NONE_OR_FULL)] if rules.is_open(TIES, quarter) else []
    return tuple(made)


def options(offered: Sequence[Choice]) -> tuple[Option, ...]:
    """All levels of some choices, choice by choice."""
    return tuple(Option(choice, level) for choice in offered for level in choice.levels)


class Hold:
    """Holds row r at option `which[r]` of some options, with what stood in the picture `seen` when it was chosen."""

    def __init__(self, rules: Rules, slot: int, held: Sequence[Option], which: Ints, seen: Observation) -> None:
        self.rules, self.slot = rules, slot
        self.parts = [(option, np.flatnonzero(which == place)) for place, option in enumerate(held)]
        self.parts = [(option, rows) for option, rows in self.parts if len(rows)]
        self.seen = seen

    def put(self, proposed: Decision) -> Decision:
        """The decisions of all rows with the seat's options in place."""
        made: dict[str, AnyArray] = {}

        def column(field: str) -> AnyArray:
            return made.setdefault(field, getattr(proposed, field).copy())

        for option, rows in self.parts:
            choice = option.choice
            if choice.name == EFFORT:
                names = self.rules.bodies.names
                bodies = range(len(names)) if choice.body == ALL else (names.index(choice.body),)
                for j in bodies:
                    column("effort")[rows, j, self.slot] = option.level
                    column("join")[rows, j, self.slot] = True
            elif choice.name == TIES:
                column("act")[rows, self.slot] = option.level
            else:
                column(choice.name)[rows, self.slot] = self._amount(option, rows)
        return lock(replace(proposed, **made))

    def _amount(self, option: Option, rows: Ints) -> Floats:
        name, seen = option.choice.name, self.seen
        if name in SPENDING:
            made: Floats = (
                option.level * self.rules.ordinary_spending[name] * self.rules.v0 * seen.size[rows, self.slot]
            )
            return made
        if name == POSITION:
            others = seen.active.copy()
            others[:, self.slot] = False
            crowd = middle(seen.position, others)
            theirs = np.arctan2(crowd.mean_north, crowd.mean_east)[rows] / (2 * np.pi)
            return on_circle(theirs + option.level)
        stood = seen.capacity_goal if name == "capacity" else seen.price
        held: Floats = option.level * stood[rows, self.slot]
        return held
