"""What speaks against teaching with a scenario, measured by playing it: findings with the line that they speak of.

A finding is a `Fault` of severity `teach`: nothing in the file is wrong, and the scenario can be played as it is. Its
figures stand in its sentence, which names the remedy. What is not sure at the number of games that were played is not
told, but for the shares of quarters that depend and that are tense, which are told where their mean is below the bar.

The scenario is examined as it stands. What its treatments change is not: a treatment may well take a dilemma away to
show what it was.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from game.batch.table import Mean
from game.learning import goal_shares
from game.model.band import Band
from game.model.scenario import Scenario
from game.scenario.fault import Fault
from game.scenario.places import Places
from game.teach import dependence, remarks, tension, trials, ways
from game.teach.conduct import CONDUCTS
from game.teach.dependence import Dependence
from game.teach.newcomers import NEWCOMERS
from game.teach.remarks import Measured, Remark
from game.teach.seated import Class
from game.teach.trials import Trial

SEVERITY = "teach"
RUNS, SEED = 40, 1
LEAST_RUNS = 15  # below, a mean over the games that are taken apart could not be told from luck
TAKEN_APART, DRAWS = 5, 10  # one game in five is taken apart quarter by quarter, with so many draws each
READ = 8  # and one in eight is played by who reads estimates, for that takes a hundred times as long
RULES: tuple[Callable[[Scenario, Measured], Iterator[Remark]], ...] = (
    remarks.lesson,
    remarks.controls,
    remarks.institutions,
    remarks.tensions,
    remarks.region,
    remarks.one_plan,
    remarks.dependence,
    remarks.seats,
    remarks.keeping,
    remarks.goals,
    remarks.twins,
)


@dataclass(frozen=True)
class Look:
    """How closely to look: games a figure rests on, at least `LEAST_RUNS`, and their seed."""

    runs: int = RUNS
    seed: int = SEED

    @property
    def apart(self) -> int:
        """How many games are taken apart."""
        return self.runs // TAKEN_APART

    @property
    def read(self) -> int:
        """How many games somebody plays who reads estimates."""
        return max(2, self.runs // READ)


def seats(scenario: Scenario) -> tuple[int, ...]:
    """Slots that people may play."""
    return tuple(slot for slot, firm in enumerate(scenario.firms) if firm.seat)


def parts(scenario: Scenario) -> int:
    """How many steps `steps` takes, for a progress bar."""
    each = 2 * scenario.quarters.max + ways.count() + len(trials.tried(scenario)) + 1
    return len(seats(scenario)) * each + 1


def steps(scenario: Scenario, bands: Mapping[int, Band], look: Look) -> Iterator[tuple[Remark, ...] | None]:
    """One step for each thing measured at a seat (`parts` of them), then what is to be said."""
    apart: dict[int, Dependence] = {}
    played: dict[int, Class] = {}
    tried: list[Trial] = []
    tense: dict[int, Mapping[str, Mean]] = {}
    goals: dict[int, list[goal_shares.Tried]] = {}
    for slot in seats(scenario):
        for _, found in dependence.steps(scenario, slot, look.apart, DRAWS, CONDUCTS, seed=look.seed):
            if found is None:
                yield None
            else:
                apart[slot] = found
        anchors = {slot: bands[slot].anchors()}
        for ranked in ways.steps(scenario, slot, anchors, look.runs, look.read, look.seed, NEWCOMERS):
            if ranked is None:
                yield None
            else:
                played[slot] = ranked
        for trial in trials.steps(scenario, slot, look.runs, look.seed):
            tried.append(trial)
            yield None
        for shown in tension.steps(scenario, slot, look.apart, look.seed):
            if shown is None:
                yield None
            else:
                tense[slot] = shown
        goals[slot] = goal_shares.tried(scenario, slot, anchors, seed=look.seed)
        yield None
    held = Measured(apart, played, trials.by_body(tried), bands, tense, goals)
    yield tuple(remark for rule in RULES for remark in rule(scenario, held))


def faults(found: Sequence[Remark], places: Places, file: str) -> list[Fault]:
    """Findings at their lines, in the order of the file."""
    made = [
        Fault(
            f"teach-{remark.code}",
            file,
            *places.of(remark.path, value=remark.at_value),
            ".".join(str(part) for part in remark.path),
            remark.arguments,
            severity=SEVERITY,
        )
        for remark in found
    ]
    return sorted(made, key=lambda fault: (fault.line, fault.column))
