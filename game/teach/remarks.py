"""The rules of the teaching linter: what the figures of a scenario say against teaching with it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from game import play
from game.batch.table import Mean
from game.engine.rules import compile_rules
from game.insight.plans import PLANS
from game.learning.goal_shares import Tried
from game.learning.goals import target_of
from game.model.band import FREE_RIDE, Band
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
LEVEL = 5.0  # points of the firm score: plans that surely lie nearer come to the same
SELDOM, MOSTLY = 0.05, 0.95  # of games left to the manager: outside, there is nothing to play for
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
    """All that was measured, by seat; the institutions' trials by institution.

    `tense` has the share of quarters by institution in which breaking clearly pays (`game.teach.tension`).
    """

    apart: Mapping[int, Dependence]
    played: Mapping[int, Class]
    tried: Mapping[str, list[Trial]]
    bands: Mapping[int, Band]
    tense: Mapping[int, Mapping[str, Mean]] = field(default_factory=dict)
    goals: Mapping[int, Sequence[Tried]] = field(default_factory=dict)


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
                "told": held.play_told_by,
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


def institutions(scenario: Scenario, held: Measured) -> Iterator[Remark]:
    """Nobody gains by being in it; or it holds no dilemma: breaking never tempts, or keeping never helps."""
    for body, found in held.tried.items():
        at, cost = ("institutions", body), _costs(scenario, [body])
        group = found[0]
        if not any(trial.wanted for trial in found) and not group.helps(Part.OUT):
            share, points = group.help(Part.OUT)
            most = max(trial.joining for trial in found)
            figures = {"most": _per_cent(most), "share": _per_cent(share), "points": f"{points:+.1f}", "cost": cost}
            yield Remark("body-idle", at, {"name": body, **figures})
        elif not group.helps():
            share, points = group.help()
            figures = {"share": _per_cent(share), "points": f"{points:+.1f}", "cost": cost}
            yield Remark("keeping-idle", at, {"name": body, **figures})
        if not any(trial.tempts for trial in found):
            most = max(trial.temptation for trial in found)
            yield Remark("no-temptation", at, {"name": body, "most": _per_cent(most), "cost": cost})


def tensions(scenario: Scenario, held: Measured) -> Iterator[Remark]:
    """Breaking hardly ever pays as the lens shows it: in an institution at no seat, or at a seat in no institution.

    An institution that tempts one seat is a dilemma for somebody, and a seat that one institution tempts has one.
    """
    slack = {
        slot: {body: mean for body, mean in found.items() if mean.mean < HALF} for slot, found in held.tense.items()
    }
    told = {body for body, found in held.tried.items() if not any(trial.tempts for trial in found)}
    for body in held.tried:
        seen = [found[body].mean for found in held.tense.values() if body in found]
        if seen and body not in told and max(seen) < HALF:
            told.add(body)
            figures = {"share": _per_cent(max(seen)), "bar": _per_cent(HALF), "cost": _costs(scenario, [body])}
            yield Remark("no-clear-game", ("institutions", body, "cost"), {"name": body, **figures})
    for slot, found in held.tense.items():
        if found and slack[slot].keys() == found.keys() and not found.keys() <= told:
            shares = ", ".join(f"{body} {_per_cent(mean.mean)} %" for body, mean in found.items())
            figures = {"shares": shares, "bar": _per_cent(HALF), "cost": _costs(scenario, list(found))}
            yield Remark("seat-untempted", ("firms", slot), {"name": scenario.firms[slot].name, **figures})


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


def keeping(scenario: Scenario, held: Measured) -> Iterator[Remark]:
    """Whichever plan of keeping its word a seat follows, its firm comes to the same as if it never did.

    All of them have to be surely within `LEVEL` of never keeping, with 95 %: that no difference is seen is no proof
    that there is none, and in games full of luck none is seen for long. The region is told and not judged: if it gains
    all the same, keeping is a gift that costs nothing, and that is no dilemma either.
    """
    for slot, played in held.played.items():
        never = ways.PLAN + FREE_RIDE
        kept = [ways.PLAN + plan.name for plan in PLANS if plan.name != FREE_RIDE and not plan.spending]
        if never not in played.games or not all(name in played.games for name in kept):
            continue
        leads = [ways.lead(played, name, never) for name in kept]
        if not held.tried or any(lead.low <= -LEVEL or lead.high >= LEVEL for lead in leads):
            continue
        gain = ways.region_lead(played, kept[0], never)
        figures = {
            "least": f"{min(lead.mean for lead in leads):+.1f}",
            "most": f"{max(lead.mean for lead in leads):+.1f}",
            "level": f"{LEVEL:.0f}",
            "region": f"{gain.mean:+.1f}",
            "gift": "yes" if gain.low > 0 else "no",
            "cost": _costs(scenario, list(held.tried)),
        }
        yield Remark("keeping-alike", ("firms", slot), {"name": scenario.firms[slot].name, **figures})


def goals(scenario: Scenario, held: Measured) -> Iterator[Remark]:
    """A goal that a seat left to its manager reaches nearly always, or hardly ever."""
    for slot, found in held.goals.items():
        for one in found:
            if SELDOM <= one.share <= MOSTLY:
                continue
            place = next(at for at, goal in enumerate(scenario.goals) if goal is one.goal)
            key = "at_least" if one.goal.at_least is not None else "at_most"
            easy = one.share > MOSTLY
            figures = {
                "name": scenario.firms[slot].name,
                "measure": one.goal.measure,
                "bound": key,
                "value": f"{target_of(one.goal):g}",
                "share": _per_cent(one.share),
                "usual": f"{one.usual:g}",
                "way": "higher" if easy == (key == "at_least") else "lower",
            }
            yield Remark("goal-easy" if easy else "goal-hard", ("goals", place, key), figures)


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


def _costs(scenario: Scenario, bodies: Sequence[str]) -> str:
    """The keys of what keeping costs in institutions, with their values: what a finding about them says to change."""
    return ", ".join(f"institutions.{body}.cost {getattr(scenario.institutions, body).cost:g}" for body in bodies)
