"""The seat's goals as the screens tell them: what is wanted, how far it is, and what a quarter moved."""

from dataclasses import dataclass

from game.learning.goals import Progress, goals_of, progress
from game.model.goal import COUNTS, MONEY, PER_CENT
from game.model.scenario import Goal
from game.view.stage import Stage
from game.wording.figures import figure


def has_goals(stage: Stage) -> bool:
    """Whether the scenario sets goals for the seat."""
    return bool(goals_of(stage.playing.setup.scenario, stage.slot))


def own_goals(stage: Stage, after: int | None = None) -> list[Progress]:
    """How far the seat has come, now or after an earlier quarter."""
    session = stage.playing
    played = len(session.quarters) if after is None else after
    over = session.finished and played == len(session.quarters)
    return progress(session.rules, session.quarters[:played], stage.slot, finished=over)


def name_goal(stage: Stage, goal: Goal) -> str:
    """What is measured, in a few words."""
    message = f"goal-name-{goal.measure.replace('_', '-')}"
    if goal.body is None:
        return stage.say(message)
    return stage.say(f"{message}-in" if goal.measure == "word" else message, body=stage.say(f"body-the-{goal.body}"))


def word_goal(stage: Stage, goal: Goal) -> str:
    """What is wanted and by when: in the author's words if there are some."""
    if goal.text is not None:
        return stage.words.choose(goal.text)
    when = stage.say("goal-end") if goal.by is None else stage.say("goal-by", quarter=goal.by)
    return stage.say("goal-line", name=name_goal(stage, goal), bound=_bound(stage, goal), when=when)


def _bound(stage: Stage, goal: Goal) -> str:
    if goal.at_least is not None:
        level = amount(stage, goal, goal.at_least)
        return level if goal.measure == "word" else stage.say("goal-least", level=level)
    most = goal.at_most or 0.0
    if goal.measure in COUNTS and most < 1:
        return stage.say("goal-none")
    return stage.say("goal-most", level=amount(stage, goal, most))


def _wanted(stage: Stage, goal: Goal) -> str:
    """The target as it stands beside a figure: without its unit, "none" where nothing may be counted."""
    return (
        _bound(stage, goal)
        if goal.measure in COUNTS
        else amount(stage, goal, goal.at_least or goal.at_most, unit=False)
    )


def amount(stage: Stage, goal: Goal, value: float | None, *, unit: bool = True) -> str:
    """A figure of a goal as the screens print it."""
    if value is None:
        return "–"
    if goal.measure in MONEY:
        shown = figure(value, 1)
        return f"{shown} {stage.measures.currency}" if unit else shown
    if goal.measure in PER_CENT:
        return stage.say("goal-percent", level=figure(value)) if unit else figure(value)
    if goal.measure == "word" and unit:
        return stage.say("goal-running", count=round(value))
    return figure(value)


def word_state(stage: Stage, shown: Progress) -> str:
    """Whether it is under way, met, reached or missed, and since when."""
    if shown.since is None:
        return stage.say("goal-state-open")
    held = shown.state == "reached" and shown.goal.by is None
    return stage.say("goal-state-held" if held else f"goal-state-{shown.state}", quarter=shown.since)


@dataclass(frozen=True)
class Moved:
    """What a quarter did to the goal that it moved most: how (a message), and in words."""

    way: str
    text: str


def moved_goal(stage: Stage, number: int) -> Moved | None:
    """The goal that a quarter decided, or moved most; none where it moved none."""
    before = own_goals(stage, number - 1)
    found = [(_way(old, new), old, new) for old, new in zip(before, own_goals(stage, number), strict=True)]
    moved = [held for held in found if held[0]]
    if not moved:
        return None
    way, old, new = max(moved, key=lambda held: (_WEIGHT.get(held[0], 0), _step(held[1], held[2])))
    goal = new.goal
    words = stage.say(
        f"goal-moved-{way}",
        name=name_goal(stage, goal),
        before=amount(stage, goal, old.value, unit=False),
        value=amount(stage, goal, new.value, unit=False),
        level=_wanted(stage, goal),
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
