"""What the seat plays for, with how far it has come: as a list, as a strip, and as three bars in the top bar."""

from collections.abc import Sequence
from functools import partial

from game.learning.goals import Progress
from game.report.goals import amount, moved_goal, name_goal, own_goals, word_goal, word_state
from game.view.actions import Go
from game.view.frame import BAR_SMALL, icon
from game.view.kit.button import Button
from game.view.kit.grid import Grid
from game.view.kit.layout import Box, Column, Row
from game.view.kit.text import LABEL, LABEL_BOLD, LABEL_INK
from game.view.kit.widget import Gap, Widget
from game.view.kit.widgets import Label, Picture, Rule
from game.view.pictures.goal import draw_goal_bar, draw_goal_mark
from game.view.stage import Stage

MARK, BAR, MINI = 24.0, 14.0, 9.0
MOVED = {"reached": "stamp_full", "met": "tick", "missed": "cross", "nearer": "rise"}


def goal_list(stage: Stage, *, begun: bool = True) -> Widget:
    """Every goal in words; once the game has begun with bar, figure and state."""
    rows: list[Sequence[Widget | None]] = []
    for shown in own_goals(stage):
        said = Label(word_goal(stage, shown.goal), wrap=True)
        rows.append([_mark(shown, MARK), Column([said, *(_standing(stage, shown) if begun else [])], gap=4)])
    return Grid([MARK, (1.0,)], rows, gap=12, row_gap=12 if begun else 8)


def _standing(stage: Stage, shown: Progress) -> list[Widget]:
    """The bar, and under it the figure now and what that means."""
    now = stage.say("goal-not-yet")
    if shown.value is not None:
        now = stage.say("goal-now", value=amount(stage, shown.goal, shown.value))
    state = Label(word_state(stage, shown), LABEL_BOLD, wrap=True, align="right")
    return [_bar(shown), Row([Label(now, LABEL, wrap=True), Gap(grow=1), state], gap=12)]


def goal_strip(stage: Stage) -> list[Widget | None]:
    """The goals in little room, under what else is known of the own firm."""
    goals = own_goals(stage)
    if not goals:
        return []
    more = Button("goals", stage.say("goal-all"), Go("goals"), key="G", kind="key", hint="hint-goals")
    head = Row([Label(stage.say("goal-title"), LABEL_BOLD, wrap=True), Gap(grow=1), more], gap=6)
    lines: list[Widget | None] = []
    for shown in goals:
        figures = stage.say(
            "goal-of",
            value=amount(stage, shown.goal, shown.value, unit=False),
            level=amount(stage, shown.goal, shown.target, unit=False),
        )
        name = Label(name_goal(stage, shown.goal), LABEL_INK, wrap=True)
        words = Row([_mark(shown, 14), name, Gap(grow=1), Label(figures, LABEL)], gap=6)
        lines.append(Column([words, _bar(shown)], gap=1))
    return [Gap(4), Rule(), head, *lines]


def goal_result(stage: Stage) -> Widget | None:
    """The goals after the last quarter in one line each, for the debrief."""
    goals = own_goals(stage)
    if not goals:
        return None
    rows: list[Widget] = []
    for shown in goals:
        said = Label(word_goal(stage, shown.goal), LABEL_INK, wrap=True)
        state = Label(word_state(stage, shown), LABEL_BOLD, wrap=True, align="right")
        rows.append(Row([_mark(shown, 20), Box(said, grow=1), state], gap=8))
    return Column([Rule(), Label(stage.say("goal-title"), LABEL_BOLD), *rows], gap=6)


def moved_line(stage: Stage, number: int) -> Widget | None:
    """What a quarter did to the goal that it moved most."""
    moved = moved_goal(stage, number)
    if moved is None:
        return None
    token = "seal_top" if moved.way == "reached" else "ink"
    return Row([icon(MOVED.get(moved.way, "fall"), 16, token), Label(moved.text, LABEL_INK, wrap=True)], gap=6)


def top_goals(stage: Stage) -> Widget:
    """The goals' bars for the top bar, in the order in which they were told, with the key that tells them again."""
    goals = own_goals(stage)
    bars = Column([Row([_bar(shown, 56, MINI, on_bar=True), _mark(shown, 11, on_bar=True)], gap=5) for shown in goals])
    words = Column([Label(stage.say("goal-short"), BAR_SMALL), Label("[[G]]", BAR_SMALL)], gap=1)
    return Row([words, bars], gap=10)


def short_goals(stage: Stage) -> Widget | None:
    """The goals' marks alone, where there is no room for bars."""
    goals = own_goals(stage)
    return Row([_mark(shown, 16, on_bar=True) for shown in goals], gap=4) if goals else None


def _bar(shown: Progress, wide: float = 60, high: float = BAR, *, on_bar: bool = False) -> Widget:
    draw = partial(draw_goal_bar, shown=shown, on_bar=on_bar)
    return Picture(draw, ("bar", shown), wide, high, grow=0 if on_bar else 1)


def _mark(shown: Progress, side: float, *, on_bar: bool = False) -> Widget:
    draw = partial(draw_goal_mark, shown=shown, on_bar=on_bar)
    return Picture(draw, ("mark", shown.state, on_bar), side, side)
