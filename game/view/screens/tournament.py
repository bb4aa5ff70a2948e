"""The tournament: strategies play each other in pairs; who earns most, who keeps, and who would spread."""

from collections.abc import Mapping
from typing import Any

import pygame

from game.view.actions import Back, Compete, Go, Pick, Several
from game.view.frame import MARGIN, ScreenPage, bottom_bar, main_button, page, plain_top
from game.view.kit.choice import Segmented
from game.view.kit.layout import Box, Column, Row
from game.view.kit.page import Form
from game.view.kit.scroll import Scroll
from game.view.kit.widget import Widget
from game.view.kit.widgets import Panel
from game.view.panels.contest import choices, contest, result
from game.view.panels.standings import VIEWS, generation, shown, view
from game.view.stage import Stage

CHOICES = "choices"
CHOICE = 400.0
SPREAD = "spread"
WIDE = 1200.0  # from here on, names and bars of the ranking have room beside each other


def tournament_page(stage: Stage) -> ScreenPage:
    """The screen."""
    return ScreenPage(
        make=lambda form: _tree(stage, form),
        depends=lambda: (
            contest(stage),
            id(result(stage)),
            view(stage),
            generation(stage),
            stage.pick("contest_line"),
            stage.pick("contest_choices"),
            stage.notice,
        ),
        keys=lambda: _keys(stage),
        first="payoff temptation",
        name="tournament",
        lasting=(pygame.K_SPACE,),
    )


def _keys(stage: Stage) -> Mapping[int, Any]:
    keys: dict[int, Any] = {pygame.K_ESCAPE: Back(), pygame.K_F1: Go("help")}
    if not contest(stage).impossible:
        keys[pygame.K_F10] = Compete()
    made = result(stage)
    if made is not None:
        keys[pygame.K_e] = _look_at(VIEWS[(VIEWS.index(view(stage)) + 1) % len(VIEWS)])
        if view(stage) == SPREAD:
            keys[pygame.K_SPACE] = Pick("generation", min(generation(stage) + 1, len(made.shares) - 1))
    return keys


def _look_at(name: str) -> Several:
    """Show a side of the result; where time runs, its slider is in focus, so that Space is free to step."""
    looked = (Pick("contest_choices", False), Pick("contest_view", name))
    return Several((*looked, Pick("focus", "generation")) if name == SPREAD else looked)


def _tree(stage: Stage, form: Form) -> Widget:
    left = Scroll(choices(stage), form.scroll, "contest choices")
    if form.narrow:
        inside = left if _on_choices(stage) else _result(stage, form)
        body: Widget = Column([_switch(stage, (CHOICES, *VIEWS)), Box(inside, card=True, grow=1)], gap=8)
    else:
        right = Column([Box(_switch(stage, VIEWS), pad=(16, 10)), _result(stage, form)], grow=1)
        wide = form.width - 3 * MARGIN - CHOICE
        body = Row(
            [
                Box(Panel(stage.say("tournament-side-choice"), left, pad=0, grow=1), w=CHOICE),
                Box(Panel(stage.say("tournament-side-result"), right, pad=0, grow=1), w=wide),
            ],
            gap=MARGIN,
            cross="fill",
        )
    reason = contest(stage).impossible
    notice = stage.say(f"tournament-impossible-{reason}") if reason else stage.notice
    main = None if reason else main_button("compete", stage.say("tournament-play"), Compete(), "F10")
    hints = [("Tab", stage.say("app-next")), ("E", stage.say("tournament-hint-view"))]
    if view(stage) == SPREAD:
        hints.append(("Space", stage.say("tournament-hint-step")))
    top = plain_top(stage, stage.say("tournament-title"), stage.say("tournament-under"), form)
    return page(form, top, body, bottom_bar(form, hints, main, notice=notice))


def _on_choices(stage: Stage) -> bool:
    """Whether a narrow window shows the choices: until there is a result, and whenever they are asked for."""
    return bool(stage.pick("contest_choices", result(stage) is None))


def _switch(stage: Stage, names: tuple[str, ...]) -> Widget:
    """Which side of the result is shown; in a narrow window the choices are one more side."""

    def here() -> str:
        return CHOICES if CHOICES in names and _on_choices(stage) else view(stage)

    def send(name: str) -> Any:
        chosen = Pick("contest_choices", name == CHOICES)
        return chosen if name == CHOICES else Several((chosen, Pick("contest_view", name)))

    return Segmented(
        "contest view", [(name, stage.say(f"tournament-view-{name}")) for name in names], here, send, grow=0
    )


def _result(stage: Stage, form: Form) -> Widget:
    return Scroll(Box(shown(stage, form.width < WIDE), pad=(16, 4)), form.scroll, f"contest {view(stage)}")
