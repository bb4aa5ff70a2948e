"""The guide of a scenario: which step is next, from where the player is and what has been done.

Whoever acts first understands the words that come after (Schwartz & Bransford 1998): a step asks for something, the
next one names it. Steps of a time that is over are over; so a game that is left and resumed goes on with the steps of
the quarter in which it was left.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from game.model.guide import TABLES
from game.model.scenario import Step
from game.model.sheet import Sheet

AFTER = "results"  # the screen that comes after the quarter is sent


@dataclass(frozen=True)
class Whereabouts:
    """Where the player is: the screen, the quarter it speaks of, and how the player was seen to act before it."""

    quarter: int
    screen: str
    kept: Mapping[str, bool | None]

    def meant(self, step: Step) -> bool:
        """Whether a step is of this time and for this player."""
        now = (step.quarter, step.screen == AFTER) == (self.quarter, self.screen == AFTER)
        fits_kept = step.kept is None or self.kept.get(step.kept) is True
        return now and fits_kept and (step.broke is None or self.kept.get(step.broke) is False)


def next_step(steps: Sequence[Step], over: int, here: Whereabouts) -> int | None:
    """The step to be told now, where those before `over` are done; None where there is none for this screen.

    A screen that was opened before its time has none; one to which the last steps lead has the step after them.
    """
    meant = [place for place, step in enumerate(steps) if place >= over and here.meant(step)]
    for place in meant:
        if steps[place].screen == here.screen:
            return place
        if steps[place].until != "left":
            return None
    return None


def changed(step: Step, sheet: Sheet) -> bool:
    """Whether the decision that a step points at has been changed on this quarter's sheet."""
    table, _, body = step.at.partition(" ")
    if table in TABLES:
        return body in getattr(sheet, table)
    return getattr(sheet, step.at, None) is not None
