"""Does a scenario fit into its lesson? Minutes of play by what is open, and the parts around it.

An ordinary lesson of ten quarters leaves about three minutes for each, and opens about seven or eight things in a
quarter, decisions and institutions together. Reading and talking take half of that, deciding the other half:

    minutes of a quarter = READING + DECIDING x things open in it

These are rules of thumb, to be told with every figure that comes of them. The game may go on to its last possible
quarter, so that is what has to fit. Around play stand the parts of the scenario's own plan that do not say that they
are play; if none says so, all but the longest. Without a plan, a short briefing and debrief.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from game.engine.rules import DECISIONS, compile_rules
from game.model.scenario import Scenario
from game.model.teaching import Part

READING = 1.5  # minutes for the results, the news and the neighbours
DECIDING = 0.2  # minutes for each decision or institution that is open
BRIEFING, DEBRIEF = 5.0, 12.0
SILENT = frozenset({"brand_split", "complaints", "pledges"})  # set in passing, or not at all in most quarters


class PlayToldBy(StrEnum):
    """How it is known which parts of the plan are play: they say so, by their length, or there is no plan."""

    PARTS = "parts"
    LENGTH = "length"
    NOTHING = "nothing"


@dataclass(frozen=True)
class Lesson:
    """Minutes: of play by quarter, of what stands around it, and what the scenario says that it takes.

    `open` is the mean number of things open in a quarter.
    """

    quarters: tuple[float, ...]
    around: float
    given: int
    open: float
    play_told_by: PlayToldBy = PlayToldBy.NOTHING

    @property
    def play(self) -> float:
        """Minutes of play up to the last possible quarter."""
        return sum(self.quarters)

    @property
    def needed(self) -> float:
        """Minutes of the whole lesson."""
        return self.play + self.around

    @property
    def fitting(self) -> int:
        """How many quarters there is time for."""
        left, count = self.given - self.around, 0
        for minutes in self.quarters:
            left -= minutes
            if left < 0:
                break
            count += 1
        return count


def measure(scenario: Scenario) -> Lesson:
    """The minutes of a scenario."""
    rules = compile_rules(scenario)
    decisions = [name for name in DECISIONS if name not in SILENT]
    counts = [
        sum(rules.is_open(name, quarter) for name in decisions) + int(rules.bodies_open(quarter).sum())
        for quarter in range(1, scenario.quarters.max + 1)
    ]
    told, around = _around(scenario.teaching.plan)
    return Lesson(
        quarters=tuple(READING + DECIDING * count for count in counts),
        around=around,
        given=scenario.about.minutes,
        open=sum(counts) / len(counts),
        play_told_by=told,
    )


def _around(plan: Sequence[Part]) -> tuple[PlayToldBy, float]:
    """Minutes around play."""
    if not plan:
        return PlayToldBy.NOTHING, BRIEFING + DEBRIEF
    if any(part.play for part in plan):
        return PlayToldBy.PARTS, float(sum(part.minutes for part in plan if not part.play))
    parts = [part.minutes for part in plan]
    return PlayToldBy.LENGTH, float(sum(parts) - max(parts))
