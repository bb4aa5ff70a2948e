"""The guide in the window: the step of the moment, the strip that tells it, and what it points at."""

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pygame

from game.learning.guide import AFTER, Whereabouts, changed, next_step
from game.model.guide import decisions
from game.model.scenario import Step
from game.view.actions import GuideOn, LeaveGuide
from game.view.frame import icon
from game.view.kit.button import Button
from game.view.kit.layout import Box, Fitting, Row
from game.view.kit.page import Form
from game.view.kit.text import LABEL
from game.view.kit.ui import Window
from game.view.kit.widget import Widget
from game.view.kit.widgets import Label
from game.view.stage import Stage

if TYPE_CHECKING:
    from game.session.session import Session

STRIP = 72.0  # height that the strip takes where all is spread out
NEXT = "guide next"
MAIN = {"quarter": "end", "together": "end", "results": "next"}
PANELS = ("own", "map", "news", "together", "results together", "results region")  # can't be in focus
TAKE_ENTER = ("pledge ", "join ")  # decisions whose controls go on to the next option by Enter
WIDGETS = {
    "together": {"list": "bodies"},
    "results": {"neighbours": "results together", "region": "results region", "whatif": "otherwise"},
}
TABS = {"map": "map", "news": "news", "effort": "together", "pledge": "together", "join": "together"}
TABS |= {"together": "together", "body": "together", "log": "news", "call": "news"}


def has_guide(stage: Stage) -> bool:
    """Whether the game in play has steps to tell."""
    return stage.session is not None and bool(stage.playing.setup.scenario.guide)


def is_left(stage: Stage) -> bool:
    """Whether the player goes without the guide in this game."""
    return stage.settings.unguided == stage.playing.setup.seed


def current(stage: Stage, screen: str) -> tuple[int, Step] | None:
    """The step to be told on a screen, with its place."""
    if not has_guide(stage) or is_left(stage):
        return None
    session, steps = stage.playing, stage.playing.setup.scenario.guide
    played = len(session.quarters)
    quarter = played if screen == AFTER else session.quarter
    here = Whereabouts(quarter, screen, seen_to_keep(session, stage.slot))
    place = next_step(steps, _over(stage), here)
    return None if place is None else (place, steps[place])


def seen_to_keep(session: "Session", slot: int) -> dict[str, bool | None]:
    """By institution whether the seat was seen to keep in the last quarter; None where it was no member."""
    if not session.quarters:
        return {}
    outcome = session.quarters[-1].outcome
    member, kept = outcome.membership.member[0, :, slot], outcome.games.kept[0, :, slot]
    return {body: bool(kept[j]) if member[j] else None for j, body in enumerate(session.rules.bodies.names)}


def _over(stage: Stage) -> int:
    """How many steps are done in this game."""
    seed, over = stage.pick("guide", (None, 0))
    return int(over) if seed == stage.playing.setup.seed else 0


def is_done(stage: Stage, step: Step) -> bool:
    """Whether what a step asks for has been done, so that the next may come."""
    return step.until == "read" or (step.until == "changed" and changed(step, stage.playing.draft(stage.slot)))


def go_on(stage: Stage, screen: str) -> None:
    """To the next step, if this one is done."""
    held = current(stage, screen)
    if held is not None and is_done(stage, held[1]):
        stage.picks["guide"] = (stage.playing.setup.seed, held[0] + 1)


def lead(stage: Stage, window: Window, screen: str) -> None:
    """Lead the eye to what the step of a screen points at, and the focus when the step is new; no screen, no step."""
    window.points_at, focus = leads(stage, screen) if screen else ("", "")
    if focus:
        window.set_focus(focus)


def leads(stage: Stage, screen: str) -> tuple[str, str]:
    """What the step of the moment points at, and what to put in focus because the step is new."""
    held, before = current(stage, screen), stage.pick("guide_told")
    if held is None:
        stage.picks.pop("guide_told", None)
        return "", MAIN[screen] if before is not None and before[0] == screen else ""
    place, step = held
    at = WIDGETS.get(screen, {}).get(step.at, step.at)
    if before == (screen, place):
        return at, ""
    stage.picks["guide_told"] = (screen, place)
    if screen == "quarter":
        stage.picks["tab"] = TABS.get(step.at.split(" ")[0], "own")
    decided = at in decisions(stage.playing.rules.bodies.names)
    if step.until == "read" and (not decided or at.startswith(TAKE_ENTER)):
        return at, NEXT
    if decided:
        return at, at  # Enter goes on from there, too
    return at, MAIN[screen] if at in PANELS else at


def guide_form(stage: Stage, screen: str) -> object:
    """What the strip depends on."""
    held = current(stage, screen)
    return held and (held[0], is_done(stage, held[1]))


def guide_keys(stage: Stage) -> dict[int, Any]:
    """Enter for the next step, X to leave the guide and to have it back."""
    if not has_guide(stage):
        return {}
    left = is_left(stage)
    keys: dict[int, Any] = {pygame.K_x: LeaveGuide(not left)}
    return keys if left else keys | {pygame.K_RETURN: GuideOn(), pygame.K_KP_ENTER: GuideOn()}


def under_guide(stage: Stage, form: Form, screen: str) -> Form:
    """What is left of a form for the screen when the strip is there."""
    return form if current(stage, screen) is None else replace(form, height=form.height - STRIP)


def guide_strip(stage: Stage, form: Form, screen: str) -> Widget | None:
    """The sentence of the step; where there is room also how far the guide is, and the ways on and out."""
    held = current(stage, screen)
    if held is None:
        return None
    told = Label(stage.words.choose(held[1].text), wrap=True, grow=1)
    if form.narrow:
        return Box(told, card=True, accent="seal_top", pad=(12, 6))
    inside = Row([icon("stamp_full", 26, "seal_top"), told, *_ways(stage, held)], gap=14, pad=(16, 8))
    return Box(inside, card=True, accent="seal_top")


def guide_ways(stage: Stage, form: Form, screen: str) -> list[Widget | None]:
    """The ways on and out for the bottom bar, where the strip has no room for them."""
    held = current(stage, screen)
    if held is None or not form.narrow:
        return []
    count, on, out = _ways(stage, held)
    return [on, Fitting([part for part in (out, count) if part is not None], gap=10)]


def _ways(stage: Stage, held: tuple[int, Step]) -> list[Widget | None]:
    """How far the guide is, on to the next step, and out."""
    place, step = held
    counted = [other.kept is None for other in stage.playing.setup.scenario.guide]  # of two ways to tell it one counts
    count = stage.say("guide-count", place=max(sum(counted[: place + 1]), 1), count=sum(counted))
    on: Widget | None = None
    if is_done(stage, step):
        on = Button(NEXT, stage.say("guide-next"), GuideOn(), key="Enter", kind="small", hint="hint-guide")
    elif step.until == "changed":
        on = Label(stage.say("guide-try"), LABEL)
    out = Button("guide out", stage.say("guide-leave"), LeaveGuide(True), key="X", kind="key", hint="hint-guide")
    return [Label(count, LABEL), on, out]
