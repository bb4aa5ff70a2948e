"""An arm of an experiment: the default village, and what is set in it. There are six verbs and nothing else.

`set` scenario fields, `let` firms follow a policy, `open` with other stocks, `hit` a stock in one quarter, `hold` a
stock at a level, `without` an arrow of the co-evolution. Every verb gives a new arm; parameters of the calibration are
never chosen for an experiment.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from game.evidence.declared import bounds
from game.model.arrows import number_at, switched_off, with_number
from game.model.record import Bools
from game.model.scenario import Event, Firm, Scenario
from game.model.section import Section
from game.model.village import village


def slots_of(name: str, firms: int, slots: int) -> range:
    """The slots of a group of firms, from the number of firms that open and of slots in all.

    A quarter of the firms are large and come first; "odd" and "even" are halves of the small ones, "last" is the last
    quarter, "inner" the small ones that are not in it, "fourth" every fourth firm. Newcomers are small.
    """
    large = firms // 4
    return {
        "all": range(slots),
        "large": range(large),
        "small": range(large, slots),
        "leader": range(1),
        "followers": range(1, slots),
        "fourth": range(3, firms, 4),
        "odd": range(large + 1, firms, 2),
        "even": range(large, firms, 2),
        "last": range(firms - large, firms),
        "first": range(firms - large),
        "inner": range(large, firms - large),
        "weak": range(firms - 1, firms),
    }[name]


def group(name: str, firms: int, slots: int) -> Bools:
    """A group as a mask over slots, [N]."""
    made = np.zeros(slots, dtype=np.bool_)
    made[list(slots_of(name, firms, slots))] = True
    return made


@dataclass(frozen=True)
class Policy:
    """How a group of firms behaves, where it is not left to manager and strategy.

    `effort` by institution ("*" for all), `markup` as a multiple of that of the best reply, spending as multiples of
    the base amounts, `outside` the institutions that the firms stay out of.
    """

    who: str
    strategy: str = ""
    effort: tuple[tuple[str, float], ...] = ()
    markup: float | None = None
    quality: float | None = None
    research: float | None = None
    brand: float | None = None
    outside: tuple[str, ...] = ()

    def told(self) -> str:
        """The policy in the notation of arms."""
        held = {name: value for name, value in vars(self).items() if value not in (None, (), "") and name != "effort"}
        said = [f"{name}={_short(value)}" for name, value in held.items() if name != "who"]
        said += [f"effort.{body}={_short(level)}" for body, level in self.effort]
        return " ".join(["let", self.who, *said])


@dataclass(frozen=True)
class Stock:
    """A stock of the state by dotted path (`region.cluster`), whose firms count, a level or an amount, and when."""

    path: str
    amount: float
    who: str = "all"
    quarter: int = 1


@dataclass(frozen=True)
class Arm:
    """One arm. `free` leaves membership to the managers; else every firm is in every institution it is not kept out of.

    `moved` are numbers of the calibration times a factor: only the sensitivity analysis has them.
    """

    firms: int = 16
    fields: tuple[tuple[str, Any], ...] = ()
    policies: tuple[Policy, ...] = ()
    opening: tuple[Stock, ...] = ()
    impulses: tuple[Stock, ...] = ()
    held: tuple[Stock, ...] = ()
    off: tuple[str, ...] = ()
    free: bool = False
    neutral: tuple[tuple[str, Any], ...] = ()
    moved: tuple[tuple[str, float], ...] = ()

    def set(self, fields: Mapping[str, Any]) -> "Arm":
        """Scenario fields by dotted path; `firms` is their number, `firms.GROUP.x` the field x of these firms."""
        given = dict(fields)
        firms = int(given.pop("firms", self.firms))
        return replace(self, firms=firms, fields=(*self.fields, *given.items()))

    def let(self, who: str = "all", effort: Mapping[str, float] | None = None, **policy: Any) -> "Arm":
        """A policy for a group of firms."""
        made = Policy(who, effort=tuple((effort or {}).items()), **policy)
        return replace(self, policies=(*self.policies, made))

    def managed(self) -> "Arm":
        """Managers decide on membership."""
        return replace(self, free=True)

    def open(self, path: str, amount: float, who: str = "all") -> "Arm":
        """A stock at another level before the first quarter."""
        return replace(self, opening=(*self.opening, Stock(path, amount, who)))

    def hit(self, path: str, amount: float, quarter: int, who: str = "all") -> "Arm":
        """An amount added to a stock before a quarter."""
        return replace(self, impulses=(*self.impulses, Stock(path, amount, who, quarter)))

    def hold(self, path: str, amount: float, who: str = "all") -> "Arm":
        """A stock kept at a level before every quarter."""
        return replace(self, held=(*self.held, Stock(path, amount, who)))

    def without(self, *arrows: str) -> "Arm":
        """Arrows switched off."""
        return replace(self, off=(*self.off, *arrows))

    def scenario(self) -> Scenario:
        """The scenario of this arm: the village, moved numbers, fields as set, arrows off, in this order."""
        made = village(self.firms)
        for path, factor in self.moved:
            made = moved(made, path, factor)
        for path, value in self.fields:
            made = with_field(made, path, value)
        made = switched_off(made, list(self.off))
        for path, value in self.neutral:
            made = with_field(made, path, value)
        return made

    def digest(self) -> str:
        """Name of the arm by all that its course hangs on: arms with one digest are played once."""
        rest = (self.policies, self.opening, self.impulses, self.held, self.free)
        return hashlib.sha256(f"{self.scenario().model_dump_json()}|{rest!r}".encode()).hexdigest()

    def told(self) -> str:
        """The arm in the notation of its verbs, for tables and programs."""
        said = [f"firms={self.firms}"] if self.firms != Arm.firms else []
        said += [f"{path}={_short(value)}" for path, value in self.fields]
        said += ["managed"] if self.free else []
        said += [policy.told() for policy in self.policies]
        said += [f"open {_where(stock)}={stock.amount:g}" for stock in self.opening]
        said += [f"hit {_where(stock)}{stock.amount:+g}@{stock.quarter}" for stock in self.impulses]
        said += [f"hold {_where(stock)}={stock.amount:g}" for stock in self.held]
        said += [f"off {name}" for name in self.off]
        said += [f"neutral {path}={_short(value)}" for path, value in self.neutral]
        return "; ".join(said) or "village"


def _where(stock: Stock) -> str:
    return stock.path if stock.who == "all" else f"{stock.path}[{stock.who}]"


def _short(value: Any) -> str:
    if isinstance(value, Event):
        effect = value.effect.model_dump(exclude_defaults=True)
        told = " ".join(f"{name}={_short(held)}" for name, held in effect.items())
        return f"{told} @{value.quarter}-{value.quarter + value.length - 1}"
    if isinstance(value, Section):
        return type(value).__name__.lower()
    if isinstance(value, tuple):
        return ",".join(_short(item) for item in value)
    return f"{value:g}" if isinstance(value, float) else str(value)


def with_field(scenario: Scenario, path: str, value: Any) -> Scenario:
    """The scenario with another value at a path.

    `firms.GROUP.x` sets x of every firm of a group, `agenda.x` the quarter in which x opens.
    """
    first, _, rest = path.partition(".")
    if first == "agenda":
        return scenario.model_copy(update={"agenda": scenario.agenda | {rest: value}})
    if first != "firms":
        return with_number(scenario, path, list(value) if isinstance(value, tuple) else value)
    name, _, field = rest.partition(".")
    chosen = set(slots_of(name, len(scenario.firms), len(scenario.firms)))
    firms: list[Firm] = [
        with_number(firm, field, value) if slot in chosen else firm for slot, firm in enumerate(scenario.firms)
    ]
    return scenario.model_copy(update={"firms": firms})


def moved(scenario: Scenario, path: str, factor: float) -> Scenario:
    """The scenario with a number times a factor, kept within its declared range; whole numbers stay whole."""
    low, high = bounds(path)
    before = number_at(scenario, path)
    made = min(max(before * factor, low), high)
    return with_number(scenario, path, round(made) if isinstance(before, int) else made)
