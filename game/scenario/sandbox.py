"""The sandbox: a scenario with another population, other payoffs, other rules, as somebody who plays with it wants it.

`Choices` hold only what was changed; `made` lays them over the scenario, `examined` checks it as a file would be.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from game.model.arrows import number_at, with_number
from game.model.institutions import Institutions
from game.model.scenario import INSTITUTIONS, TOGETHER_DECISIONS, Firm, Scenario
from game.model.section import limits
from game.rivals.difficulty import NORMAL
from game.rivals.register import PAIR
from game.scenario.fault import Fault
from game.scenario.goal_rules import can_be_reached
from game.scenario.read import examine
from game.scenario.write import to_toml
from game.scenario.written_key import record_of

FEWEST, MOST = 4, 40  # firms that the screen offers
MOST_PARTS = 12
LONGEST_NAME = 36
MOST_SLOTS = 200
FILE = "sandbox.toml"
ON_ITS_OWN = "town_hall"  # opens only where the agenda names it


@dataclass(frozen=True)
class Lever:
    """A number, or one number of every institution, that can be moved; `scales`: what is written is multiplied."""

    name: str
    paths: tuple[str, ...]
    low: float
    high: float
    step: float
    scales: bool = False
    whole: bool = False


PAYOFFS = (
    Lever("cost", ("institutions.*.cost",), 0.25, 3.0, 0.25, scales=True),
    Lever("excludable", ("institutions.*.excludable",), 0, 1, 0.05),
    Lever("threshold", ("brands.awareness_threshold",), 0, 0.8, 0.02),
    Lever(
        "volatility", ("market.trend_noise", "market.segment_noise", "market.recession_chance"), 0, 3, 0.25, scales=True
    ),
    Lever("growth", ("market.growth",), -0.03, 0.03, 0.005),
)
RULES = (
    Lever("audit", ("institutions.*.audit",), 0, 1, 0.02),
    Lever("fine", ("institutions.*.fine",), 0, 10, 0.25),
    Lever("standard", ("institutions.*.standard",), 0.1, 1, 0.05),
    Lever("floor", ("institutions.*.floor",), 0, 1, 0.05),
)
LENGTH = (
    Lever("least", ("quarters.min",), 4, 40, 1, whole=True),
    Lever("most", ("quarters.max",), 4, 40, 1, whole=True),
    Lever("continuation", ("quarters.continuation",), 0, 0.95, 0.05),
)
LEVERS = {lever.name: lever for lever in (*PAYOFFS, *RULES, *LENGTH)}


@dataclass(frozen=True)
class Choices:
    """What was changed. `mix` is parts by strategy, `switched` what is not as written: open instead of shut or shut.

    `structure` is one for all institutions; empty strings, None and empty tuples leave things as they are written.
    """

    firms: int | None = None
    mix: tuple[tuple[str, int], ...] | None = None
    difficulty: str = NORMAL
    levers: tuple[tuple[str, float], ...] = ()
    switched: frozenset[str] = frozenset()
    structure: str = ""

    @property
    def impossible(self) -> str:
        """Why no scenario can be made at all; empty if one can."""
        return "mix" if self.mix is not None and not any(part for _, part in self.mix) else ""

    @property
    def as_written(self) -> bool:
        """Whether the scenario stays what it is; the difficulty is no part of it."""
        return replace(self, difficulty=NORMAL) == Choices()

    def moved(self, name: str, value: float) -> "Choices":
        """With a lever at a value."""
        return replace(self, levers=(*(held for held in self.levers if held[0] != name), (name, value)))

    def flipped(self, name: str) -> "Choices":
        """With an institution or a decision opened or shut."""
        return replace(self, switched=self.switched ^ {name})


def written(scenario: Scenario, lever: Lever) -> float:
    """Where a lever stands in the scenario as written: 1 for a factor, the mean over institutions for one of theirs."""
    if lever.scales:
        return 1.0
    held = [float(number_at(scenario, path)) for path in _numbers(scenario, lever)]
    return sum(held) / len(held) if held else lever.low


def value_of(scenario: Scenario, choices: Choices, lever: Lever) -> float:
    """Where a lever stands now."""
    return dict(choices.levers).get(lever.name, written(scenario, lever))


def is_open(scenario: Scenario, choices: Choices, name: str) -> bool:
    """Whether an institution or a decision is there."""
    if name in INSTITUTIONS:
        as_it_is = getattr(scenario.institutions, name) is not None
    else:
        as_it_is = scenario.agenda.get(name, "never" if name == ON_ITS_OWN else 1) != "never"
    return as_it_is != (name in choices.switched)


def dealt(parts: Sequence[tuple[str, int]], count: int) -> list[str]:
    """Strategies of so many firms in these parts, mixed evenly: always the one next that lags behind most."""
    total = sum(part for _, part in parts)
    given = dict.fromkeys((name for name, _ in parts), 0)
    made = []
    for place in range(count):
        name = max(parts, key=lambda held: held[1] * (place + 1) / total - given[held[0]])[0]
        given[name] += 1
        made.append(name)
    return made


def made(scenario: Scenario, choices: Choices) -> Scenario:
    """The scenario with what was changed. It is not checked yet. Raises ValueError for what is impossible."""
    if choices.impossible:
        raise ValueError(choices.impossible)
    if choices.as_written:
        return scenario
    changed = _population(scenario, choices)
    changed = _doors(changed, scenario, choices)
    for name, value in choices.levers:
        changed = _pulled(changed, LEVERS[name], value)
    if choices.structure:
        changed = with_number(changed, "institutions.*.structure", choices.structure)
    changed = _within_its_end(changed.model_copy(update={"treatments": {}, "guide": []}))
    changed = _translated(changed)
    return changed.model_copy(update={"goals": [goal for goal in changed.goals if can_be_reached(goal, changed)]})


def _translated(scenario: Scenario) -> Scenario:
    """With the translations of names that are still there."""
    held = {firm.name for firm in scenario.firms} | {event.name for event in scenario.events}
    held |= {scenario.units.currency, scenario.units.price, scenario.units.volume}
    old = scenario.about.names
    names = {language: {key: old[language][key] for key in old[language] if key in held} for language in old}
    return scenario.model_copy(update={"about": scenario.about.model_copy(update={"names": names})})


def examined(scenario: Scenario, choices: Choices) -> tuple[str, Scenario | None, list[Fault]]:
    """The text of the scenario made, the scenario as read from it, and what is wrong with it."""
    text = to_toml(made(scenario, choices))
    found, faults = examine(text.encode(), FILE)
    errors = [fault for fault in faults if fault.severity == "error"]
    return text, None if errors else found, errors


def cast(scenario: Scenario, choices: Choices) -> dict[str, int]:
    """How many of the player's neighbours play each strategy."""
    firms = _population(scenario, choices).firms
    player = player_of(firms)
    counted: dict[str, int] = {}
    for place, firm in enumerate(firms):
        if place != player:
            counted[firm.strategy] = counted.get(firm.strategy, 0) + 1
    return counted


def player_of(firms: Sequence[Firm]) -> int:
    """The slot that is played: the first seat."""
    return next(place for place, firm in enumerate(firms) if firm.seat)


def _population(scenario: Scenario, choices: Choices) -> Scenario:
    """Other firms: the first of the cast, or the cast again under other names, with the mix dealt to the neighbours."""
    firms = list(scenario.firms)
    count = len(firms) if choices.firms is None else choices.firms
    seat = player_of(firms)
    if seat >= count:
        firms.insert(0, firms.pop(seat))
    names, told = {firm.name for firm in firms}, dict[str, str]()
    for place in range(len(firms), count):
        like = scenario.firms[place % len(scenario.firms)]
        name = _another(like.name, names)
        names.add(name)
        firms.append(like.model_copy(update={"name": name, "seat": False, "position": None}))
        told[name] = like.name
    firms = firms[:count]
    if choices.mix is not None:
        neighbours = iter(dealt(choices.mix, count - 1))
        player = player_of(firms)
        firms = [firm if place == player else _as(firm, next(neighbours)) for place, firm in enumerate(firms)]
    spare = 0 if scenario.slots is None else scenario.slots - len(scenario.firms)
    slots = None if scenario.slots is None else max(count, min(count + spare, MOST_SLOTS))
    about = scenario.about.model_copy(update={"names": _told(scenario.about.names, told)})
    return scenario.model_copy(update={"about": about, "firms": firms, "slots": slots})


def _as(firm: Firm, strategy: str) -> Firm:
    """A firm with another character; what was told of its old one is left out."""
    pair = strategy if strategy in PAIR else "tit_for_tat"
    return firm.model_copy(update={"strategy": strategy, "pair_strategy": pair, "character": None})


def _told(names: Mapping[str, Mapping[str, str]], others: Mapping[str, str]) -> dict[str, dict[str, str]]:
    """Names in other languages, also of firms that are others over again: the name of those and the same number."""
    made = {language: dict(held) for language, held in names.items()}
    for held in made.values():
        again = {name: first for name, first in others.items() if first in held}
        held |= {name: f"{held[first][:LONGEST_NAME]} {name.rsplit(' ', 1)[1]}" for name, first in again.items()}
    return made


def _another(name: str, taken: set[str]) -> str:
    number = 2
    while f"{name[:LONGEST_NAME]} {number}" in taken:
        number += 1
    return f"{name[:LONGEST_NAME]} {number}"


def _doors(changed: Scenario, scenario: Scenario, choices: Choices) -> Scenario:
    """Institutions and decisions that are opened or shut."""
    held: dict[str, Any] = {}
    agenda: dict[str, Any] = dict(changed.agenda)
    for name in choices.switched:
        opens = is_open(scenario, choices, name)
        if name in INSTITUTIONS:
            held[name] = record_of(Institutions.model_fields[name])() if opens else None
            agenda.pop(name, None)
        else:
            agenda[name] = 1 if opens else "never"
    institutions = changed.institutions.model_copy(update=held)
    events = changed.events
    if institutions.mark is None:
        events = [event for event in events if event.condition is None or event.condition.index != "mark_effort"]
    return changed.model_copy(update={"institutions": institutions, "agenda": agenda, "events": events})


def _numbers(scenario: Scenario, lever: Lever) -> list[str]:
    """The paths of a lever, those of institutions spelled out."""
    here = [name for name in INSTITUTIONS if getattr(scenario.institutions, name) is not None]
    return [path.replace("*", name) for path in lever.paths for name in (here if "*" in path else [""])]


def _pulled(scenario: Scenario, lever: Lever, value: float) -> Scenario:
    """With a lever at a value; a product stays within what the format allows."""
    for path in _numbers(scenario, lever):
        number: float = round(value) if lever.whole else float(value)
        if lever.scales:
            number = min(number * float(number_at(scenario, path)), _highest(scenario, path))
        scenario = with_number(scenario, path, number)
    return scenario


def _highest(scenario: Scenario, path: str) -> float:
    above, _, name = path.rpartition(".")
    record = type(number_at(scenario, above))
    high = limits(record.model_fields[name])[1]
    assert high is not None
    return high


def _within_its_end(scenario: Scenario) -> Scenario:
    """Without what would come after the last possible quarter."""
    last = scenario.quarters.max
    agenda: Mapping[str, Any] = {
        name: "never" if isinstance(opens, int) and opens > last else opens for name, opens in scenario.agenda.items()
    }
    events = [event for event in scenario.events if event.quarter <= last]
    return scenario.model_copy(update={"agenda": agenda, "events": events})


DOORS = (*INSTITUTIONS, *TOGETHER_DECISIONS)


def preset(name: str, scenario: Scenario) -> Choices:
    """A few beginnings that are worth comparing."""
    if name == "reciprocate":
        return Choices(mix=(("tit_for_tat", 1), ("conditional", 1)))
    if name == "few_never":
        return Choices(mix=(("conditional", 6), ("tit_for_tat", 6), ("never", 3)))
    if name == "audits":
        return Choices().moved("audit", 0.3).moved("fine", 3.0)
    if name == "bare":
        return Choices(switched=frozenset(body for body in INSTITUTIONS if is_open(scenario, Choices(), body)))
    return Choices()


PRESETS = ("as_written", "reciprocate", "few_never", "audits", "bare")
