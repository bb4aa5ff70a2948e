"""The seat's goals as the screens tell them: what is wanted, how far it is, and what a quarter moved."""

from dataclasses import dataclass

from game.learning.goals import Progress, goals_of, progress
from game.model.goal import COUNTS, MONEY, PER_CENT
from game.model.scenario import Goal
from game.report.teller import Teller
from game.wording.figures import figure


def has_goals(teller: Teller) -> bool:
    """Whether the scenario sets goals for the seat."""
    return bool(goals_of(teller.playing.setup.scenario, teller.slot))


def own_goals(teller: Teller, after: int | None = None) -> list[Progress]:
    """How far the seat has come, now or after an earlier quarter."""
    session = teller.playing
    played = len(session.quarters) if after is None else after
    over = session.finished and played == len(session.quarters)
    return progress(session.rules, session.quarters[:played], teller.slot, finished=over)


def name_goal(teller: Teller, goal: Goal) -> str:
    """What is measured, in a few words."""
    message = f"goal-name-{goal.measure.replace('_', '-')}"
    if goal.body is None:
        return teller.say(message)
    return teller.say(f"{message}-in" if goal.measure == "word" else message, body=teller.say(f"body-the-{goal.body}"))


def word_goal(teller: Teller, goal: Goal) -> str:
    """What is wanted and by when: in the author's words if there are some."""
    if goal.text is not None:
        return teller.words.choose(goal.text)
    when = teller.say("goal-end") if goal.by is None else teller.say("goal-by", quarter=goal.by)
    return teller.say("goal-line", name=name_goal(teller, goal), bound=_bound(teller, goal), when=when)


def _bound(teller: Teller, goal: Goal) -> str:
    if goal.at_least is not None:
        level = amount(teller, goal, goal.at_least)
        return level if goal.measure == "word" else teller.say("goal-least", level=level)
    most = goal.at_most or 0.0
    if goal.measure in COUNTS and most < 1:
        return teller.say("goal-none")
    return teller.say("goal-most", level=amount(teller, goal, most))


def _wanted(teller: Teller, goal: Goal) -> str:
    """The target as it stands beside a figure: without its unit, "none" where nothing may be counted."""
    return (
        _bound(teller, goal)
        if goal.measure in COUNTS
        else amount(teller, goal, goal.at_least or goal.at_most, unit=False)
    )


def amount(teller: Teller, goal: Goal, value: float | None, *, unit: bool = True) -> str:
    """A figure of a goal as the screens print it."""
    if value is None:
        return "–"
    if goal.measure in MONEY:
        shown = figure(value, 1)
        return f"{shown} {teller.measures.currency}" if unit else shown
    if goal.measure in PER_CENT:
        return teller.say("goal-percent", level=figure(value)) if unit else figure(value)
    if goal.measure == "word" and unit:
        return teller.say("goal-running", count=round(value))
    return figure(value)


def word_state(teller: Teller, shown: Progress) -> str:
    """Whether it is under way, met, reached or missed, and since when."""
    if shown.since is None:
        return teller.say("goal-state-open")
    held = shown.state == "reached" and shown.goal.by is None
    return teller.say("goal-state-held" if held else f"goal-state-{shown.state}", quarter=shown.since)


@dataclass(frozen=True)
class Moved:
    """What a quarter did to the goal that it moved most: how (a message), and in words."""

    way: str
    text: str


def moved_goal(teller: Teller, number: int) -> Moved | None:
    """The goal that a quarter decided, or moved most; none where it moved none."""
    before = own_goals(teller, number - 1)
    found = [(_way(old, new), old, new) for old, new in zip(before, own_goals(teller, number), strict=True)]
    moved = [held for held in found if held[0]]
    if not moved:
        return None
    way, old, new = max(moved, key=lambda held: (_WEIGHT.get(held[0], 0), _step(held[1], held[2])))
    goal = new.goal
    words = teller.say(
        f"goal-moved-{way}",
        name=name_goal(teller, goal),
        before=amount(teller, goal, old.value, unit=False),
        value=amount(teller, goal, new.value, unit=False),
        level=_wanted(teller, goal),
    )
    return Moved(way, words)


_WEIGHT = {"reached": 4, "missed": 3, "met": 2, "lost": 2}


def _way(old: Progress, new: Progress) -> str:
    """How a goal moved between two quarters; empty where it did not, or where it was over before."""
    if old.state in {"reached", "missed"}:
        return ""
    if new.state in {"reached", "missed"}:
        return new.state
    if old.value is None or new.value is None or old.value == new.value:
        return ""
    if new.state != old.state:
        return "met" if new.state == "met" else "lost"
    if new.state == "met":
        return ""  # it moved where it does not matter
    up = new.value > old.value
    return "nearer" if up == (new.goal.at_least is not None) else "further"


def _step(old: Progress, new: Progress) -> float:
    return abs((new.value or 0.0) - (old.value or 0.0)) / new.top
