"""The rules of the teaching linter: what the figures of a scenario say against teaching with it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import combinations

from game import play
from game.engine.rules import compile_rules
from game.model.band import Band
from game.model.scenario import Scenario
from game.teach import controls as levels
from game.teach import lesson as minutes
from game.teach import ways
from game.teach.choices import choices
from game.teach.dependence import HALF, Dependence
from game.teach.seated import Class
from game.teach.trials import Part, Trial
from game.teach.worth import BY_LOT, IDLER

LOW, HIGH = 100 / 3, 200 / 3  # region scores: below a region is dead, above it thrives
NEARLY_ALL = 0.95  # of all games
ALIKE = 0.1  # share of quarters up to which two seats with another best level still need the same plan


@dataclass(frozen=True)
class Remark:
    """Something to be said about the place `path` of a scenario file, with its figures as they are to be read."""

    code: str
    path: tuple[str | int, ...]
    arguments: dict[str, str] = field(default_factory=dict)
    at_value: bool = False


@dataclass(frozen=True, eq=False)
class Measured:
    """All that was measured, by seat; the institutions' trials by institution."""

    apart: Mapping[int, Dependence]
    played: Mapping[int, Class]
    tried: Mapping[str, list[Trial]]
    bands: Mapping[int, Band]


def lesson(scenario: Scenario, _: Measured) -> Iterator[Remark]:
    """The lesson can't be finished in its minutes."""
    held = minutes.measure(scenario)
    if held.needed > held.given:
        yield Remark(
            "lesson-short",
            ("about", "minutes"),
            {
                "needed": f"{held.needed:.0f}",
                "given": str(held.given),
                "quarters": str(len(held.quarters)),
                "each": f"{held.play / len(held.quarters):.1f}",
                "open": f"{held.open:.1f}",
                "around": f"{held.around:.0f}",
                "fitting": str(held.fitting),
            },
            at_value=True,
        )


def controls(scenario: Scenario, held: Measured) -> Iterator[Remark]:
    """A decision that makes no difference, or whose best level is always the same."""
    rules = compile_rules(scenario)
    labels = {
        choice.label: (choice.name, tuple(f"{level:g}" for level in choice.levels))
        for choice in choices(rules, scenario.quarters.max)
    }
    for label in levels.decisions(held.apart):
        name, offered = labels[label]
        at = ("agenda", play.OWN_FIELDS.get(name, name))
        nothing = levels.idle(label, held.apart)
        if nothing is not None:
            figures = {"most": _per_cent(nothing.most), "quarters": str(nothing.compared)}
            yield Remark("decision-idle", at, {"name": at[-1], "levels": ", ".join(offered), **figures})
            continue
        always = levels.settled(label, offered, held.apart)
        if always is not None and always.best is not None:
            figures = {"gain": _per_cent(always.most), "quarters": str(always.compared), "best": always.best}
            yield Remark("decision-settled", at, {"name": at[-1], "levels": ", ".join(offered), **figures})


def institutions(_: Scenario, held: Measured) -> Iterator[Remark]:
    """Nobody gains by being in it; or it holds no dilemma: breaking never tempts, or keeping never helps."""
    for body, found in held.tried.items():
        at = ("institutions", body)
        group = found[0]
        if not any(trial.wanted for trial in found) and not group.helps(Part.OUT):
            share, points = group.help(Part.OUT)
            most = max(trial.joining for trial in found)
            figures = {"most": _per_cent(most), "share": _per_cent(share), "points": f"{points:+.1f}"}
            yield Remark("body-idle", at, {"name": body, **figures})
        elif not group.helps():
            share, points = group.help()
            yield Remark("keeping-idle", at, {"name": body, "share": _per_cent(share), "points": f"{points:+.1f}"})
        if not any(trial.tempts for trial in found):
            yield Remark(
                "no-temptation", at, {"name": body, "most": _per_cent(max(trial.temptation for trial in found))}
            )


def region(_: Scenario, held: Measured) -> Iterator[Remark]:
    """The region dies, or thrives, whatever a seat does, and whatever all firms together do."""
    scores = [
        [game.region_score for game in games] for played in held.played.values() for games in played.games.values()
    ]
    band = next(iter(held.bands.values()))
    ends = band.none_keep[-1], band.all_keep[-1]
    means = [sum(games) / len(games) for games in scores] + list(ends)
    figures = {
        "low": f"{min(means):.0f}",
        "high": f"{max(means):.0f}",
        "none": f"{ends[0]:.0f}",
        "all": f"{ends[1]:.0f}",
        "ways": str(len(next(iter(held.played.values())).games)),
    }

    def nearly(games: list[float], low: float, high: float) -> bool:
        return sum(low <= score <= high for score in games) >= NEARLY_ALL * len(games)

    if all(nearly(games, 0, LOW) for games in scores) and max(ends) <= LOW:
        yield Remark("region-doomed", ("region",), {"edge": f"{LOW:.0f}", **figures})
    elif all(nearly(games, HIGH, 100) for games in scores) and min(ends) >= HIGH:
        yield Remark("region-safe", ("region",), {"edge": f"{HIGH:.0f}", **figures})


def one_plan(scenario: Scenario, held: Measured) -> Iterator[Remark]:
    """One way to play is surely best at every seat."""
    found = ways.best_everywhere(held.played)
    if found is not None:
        way, lead = found
        slots = list(held.played)
        figures = {"way": way, "lead": f"{lead:.1f}", "seats": ", ".join(scenario.firms[slot].name for slot in slots)}
        yield Remark("one-plan", ("firms", slots[0]), figures)


def dependence(scenario: Scenario, held: Measured) -> Iterator[Remark]:
    """In too few quarters the best option hangs on the others."""
    for slot, found in held.apart.items():
        share = found.share
        if share.mean < HALF:
            level, often = next(iter(found.solutions.items()), ("", 0.0))
            figures = {"share": _per_cent(share.mean), "low": _per_cent(share.low), "high": _per_cent(share.high)}
            best = {"best": level or "none", "often": _per_cent(often), "bar": _per_cent(HALF)}
            yield Remark("solved", ("firms", slot), {"name": scenario.firms[slot].name, **figures, **best})


def seats(scenario: Scenario, held: Measured) -> Iterator[Remark]:
    """Doing nothing is as good as anything; or newcomers who do not play by lot end in debt."""
    for slot, played in held.played.items():
        name, lines = scenario.firms[slot].name, played.standings
        others = [line for line in lines if line.newcomer != IDLER]
        if not any(ways.lead(played, line.newcomer, IDLER).low > 0 for line in others):
            idle = next(line for line in lines if line.newcomer == IDLER)
            figures = {
                "score": f"{idle.firm.mean:.0f}",
                "way": others[0].newcomer,
                "best": f"{others[0].firm.mean:.0f}",
            }
            yield Remark("idle", ("firms", slot), {"name": name, **figures})
        newcomers = ways.only_newcomers(played).standings
        owing = max((line for line in newcomers if line.newcomer not in BY_LOT), key=lambda line: line.owing)
        if owing.owing > 0:
            figures = {"way": owing.newcomer, "share": f"{owing.owing:.0f}"}
            yield Remark("debt", ("firms", slot), {"name": name, **figures})


def twins(scenario: Scenario, held: Measured) -> Iterator[Remark]:
    """Two seats that need the same plan: hardly ever another level is best, and the ways to play rank alike."""
    for one, other in combinations(held.apart, 2):
        parted, quarters = levels.parted(held.apart[one], held.apart[other])
        if quarters and parted <= ALIKE * quarters and not ways.swapped(held.played[one], held.played[other]):
            names = {"one": scenario.firms[one].name, "other": scenario.firms[other].name}
            figures = {"parted": str(parted), "quarters": str(quarters)}
            yield Remark("same-plan", ("firms", other), {**names, **figures})


def _per_cent(share: float) -> str:
    """A share in per cent, with a decimal where it is small; nought has no sign."""
    return f"{100 * share:z.1f}" if abs(share) < 0.1 else f"{100 * share:.0f}"
