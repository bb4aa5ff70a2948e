"""The hall with its voters, and the seat's own vote."""

from collections.abc import Hashable, Sequence
from typing import Any

import pygame

from game.report.names import firm_names
from game.view.actions import Pick, Vote
from game.view.frame import icon
from game.view.hall import AGAINST, FOR, OPEN, Tabled
from game.view.kit.choice import Segmented
from game.view.kit.control import Control, is_confirm
from game.view.kit.layout import Box, Column, Flow, Row
from game.view.kit.page import Form
from game.view.kit.paint import Canvas
from game.view.kit.pen import Point, Rect
from game.view.kit.scroll import Scroll
from game.view.kit.text import BOLD, LABEL, LABEL_INK, SMALL_HEAD
from game.view.kit.widget import Ruler, Size, Widget
from game.view.kit.widgets import Label, Panel, Rule
from game.view.motions import title
from game.view.pictures.hall import Seat, boxes, draw_hall
from game.view.stage import Stage

SHOWN_WITHOUT, LEAST = 190.0, 150.0  # where the panel scrolls: what bars and tabs take of the height, and the least


class Voters(Control):
    """The half circle of voters. Arrow keys go from voter to voter, a click chooses one; its name is then told."""

    def __init__(self, seats: Sequence[Seat], slots: Sequence[int], shown: int | None, height: float = 0) -> None:
        self.name, self.hint = "voters", "hint-voters"
        self.seats, self.slots, self.shown, self.height = seats, slots, shown, height
        self.grow = 0.0 if height else 1.0

    def need(self, ruler: Ruler, width: float | None = None) -> Size:
        return 200, self.height or 120

    def look(self) -> Hashable:
        return tuple(self.seats), self.shown, self.hovered

    def paint(self, canvas: Canvas, focused: bool) -> None:
        draw_hall(canvas, self.area, self.seats, self.shown)

    def ring(self) -> Rect:
        return self.area if self.shown is None else boxes(self.area, len(self.seats))[self.shown]

    def _show(self, place: int) -> Any:
        return Pick("hall_voter", self.slots[place % len(self.slots)])

    def act(self, key: int, mods: int) -> Any:
        if not self.slots:
            return None
        here = -1 if self.shown is None else self.shown
        if key == pygame.K_LEFT:
            return self._show(here - 1 if here > 0 else len(self.slots) - 1)
        if key == pygame.K_RIGHT or is_confirm(key):
            return self._show(here + 1)
        return {pygame.K_HOME: self._show(0), pygame.K_END: self._show(-1)}.get(key)

    def press(self, point: Point) -> Any:
        x, y = point
        held = [(abs(box.x + box.w / 2 - x) + abs(box.y + box.h / 2 - y), i) for i, box in enumerate(self._boxes())]
        near = min(held, default=None)
        return True if near is None or near[0] > 60 else self._show(near[1])

    def _boxes(self) -> list[Rect]:
        return boxes(self.area, len(self.seats))


def empty_hall(stage: Stage) -> Widget:
    """All firms in their seats while there is nothing to vote on."""
    names, active = firm_names(stage.words, stage.playing), stage.playing.moment.seen.active[0]
    slots = [slot for slot in range(len(active)) if active[slot]]
    seats = [_seat(stage, names, slot, "") for slot in slots]
    return Voters(seats, slots, next((i for i, slot in enumerate(slots) if slot == stage.pick("hall_voter")), None))


def _seat(stage: Stage, names: Sequence[str], slot: int, vote: str) -> Seat:
    own = slot == stage.slot
    return Seat(stage.say("hall-you") if own else names[slot], vote, own)


def hall_panel(stage: Stage, form: Form, motion: Tabled) -> Widget:
    """Who stands how, with the counts; in a narrow window above it the seat's vote."""
    names = firm_names(stage.words, stage.playing)
    seats = [_seat(stage, names, voter.slot, voter.vote) for voter in motion.voters]
    shown = motion.place_of(stage.pick("hall_voter"))
    slots = [voter.slot for voter in motion.voters]
    circle = Voters(seats, slots, shown, max(form.height - SHOWN_WITHOUT, LEAST) if form.narrow else 0)
    if form.narrow:
        head = Label(title(stage, motion.proposal), SMALL_HEAD, wrap=True)
        inside = Column(
            [head, *own_vote(stage, motion), Rule(), circle, *_below(stage, motion, shown)],
            gap=8,
            pad=(14, 10),
        )
        return Box(Scroll(inside, form.scroll, "hall"), card=True, grow=1)
    below = Column(_below(stage, motion, shown), gap=4, pad=(16, 8))
    middle = Column([Box(circle, pad=(8, 6), grow=1), Rule(), below])
    return Panel(title(stage, motion.proposal), middle, pad=0, grow=1)


def _below(stage: Stage, motion: Tabled, shown: int | None) -> list[Widget | None]:
    """The legend with counts, what the voter in focus announces, and that announcements are no votes."""
    parts: list[Widget | None] = [
        Row([icon(f"vote_{vote}", 20), Label(stage.say(f"hall-{vote}", count=motion.count(vote)), LABEL_INK)], gap=6)
        for vote in (FOR, OPEN, AGAINST)
    ]
    needs = stage.say("hall-needs", needed=motion.needed, voters=len(motion.voters))
    counts = Flow([*parts, Label(needs, BOLD)], gap=16)
    told = stage.say("hall-may-change") if motion.voters else stage.say("hall-nobody-votes")
    if shown is not None:
        voter = motion.voters[shown]
        name = firm_names(stage.words, stage.playing)[voter.slot]
        own = voter.slot == stage.slot
        words = stage.say(f"hall-voter-you-{voter.vote}" if own else f"hall-voter-{voter.vote}", firm=name)
        return [counts, Label(words, LABEL_INK, wrap=True)]
    return [counts, Label(told, LABEL, wrap=True)]


def vote_panel(stage: Stage, form: Form, motion: Tabled) -> Widget:
    """The seat's vote as a panel."""
    until = Label(stage.say("hall-until"), LABEL, wrap=True)
    inside = Scroll(Column(own_vote(stage, motion), gap=6, pad=(16, 10)), form.scroll, "own vote")
    return Panel(stage.say("hall-your-vote"), inside, extras=[until] if _has_vote(motion) else [], pad=0)


def _has_vote(motion: Tabled) -> bool:
    return motion.may_vote and not motion.gone


def own_vote(stage: Stage, motion: Tabled) -> list[Widget | None]:
    """For, against, abstain, and what a vote would do as things are announced; or why the seat has none."""
    if motion.gone:
        return [Label(stage.say("hall-no-vote-gone"), wrap=True)]
    if not motion.may_vote:
        body = stage.playing.rules.bodies.names[motion.proposal.target]
        return [Label(stage.say("hall-no-vote-body", body=stage.say(f"body-the-{body}")), wrap=True)]
    options = [(FOR, "hall-vote-for"), (AGAINST, "hall-vote-against"), (OPEN, "hall-vote-abstain")]
    wishes = {FOR: True, AGAINST: False, OPEN: None}

    def value() -> str:
        wish = stage.playing.draft(stage.slot).votes.get(motion.place)
        return OPEN if wish is None else FOR if wish else AGAINST

    choose = Segmented(
        "vote",
        [(vote, stage.say(message)) for vote, message in options],
        value,
        lambda vote: Vote(motion.place, wishes[vote]),
        hint="hint-vote",
        height=48,
    )
    rule = stage.say("hall-rule", quarter=stage.playing.quarter + 1)
    return [choose, Label(stage.words.run_on((_pivot(stage, motion), rule)), LABEL_INK, wrap=True)]


def _pivot(stage: Stage, motion: Tabled) -> str:
    """Whether the seat's vote decides, if the others do as they announce and people who said nothing abstain."""
    others = sum(voter.vote == FOR for voter in motion.voters if voter.slot != stage.slot)
    if others >= motion.needed:
        return stage.say("hall-pivot-no")
    return stage.say("hall-pivot" if others + 1 == motion.needed else "hall-pivot-lost")
