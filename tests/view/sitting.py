"""A hamlet with a town hall on the real window, and what a player does there."""

from pathlib import Path
from typing import Any

import pygame

from game.model.scenario import Scenario
from game.session.session import Session
from game.session.setup import Setup
from game.session.start import begin
from game.view.app import App
from game.view.kit.widget import walk
from game.view.kit.widgets import Label, now
from game.view.screens.motion import GROUPS
from tests.build import village
from tests.view.drive import focus, press, settle

HALL = {"town_hall": 1, "pledges": "never", "complaints": "never"}


def hamlet(firms: int = 8, strategy: str = "always", **sections: Any) -> Scenario:
    return village(firms, ("mark", "fair"), strategy, **{"agenda": HALL, **sections})


def sit_down(app: App, scenario: Scenario | None = None, seats: tuple[int, ...] = (0,)) -> Session:
    """On the quarter screen of the first quarter of a game."""
    setup = Setup(hamlet() if scenario is None else scenario, "", Path("hamlet.toml"), 5, seats)
    app.stage.session, app.stage.slot = begin(setup), 0
    app.go("quarter")
    settle(app)
    return app.stage.playing


def quarters(app: App, count: int) -> None:
    """Some quarters without changes, from any screen of one, to the next one's screen."""
    for _ in range(count):
        press(app, pygame.K_F10, pygame.K_F10)


def to_the_meeting(app: App, scenario: Scenario | None = None) -> Session:
    """Quarter 3, in which motions can be sent, in the hall."""
    session = sit_down(app, scenario)
    quarters(app, 2)
    press(app, pygame.K_t)
    return session


def move(app: App, kind: str, target: int | None = None, *keys: int) -> None:
    """Write a motion with the keyboard: group, kind, what about, how much; then send it."""
    press(app, pygame.K_n)
    assert app.pages[-1].name == "motion"
    group = next(name for name, kinds in GROUPS.items() if kind in kinds)
    focus(app, "motion group")
    press(app, pygame.K_HOME, *[pygame.K_RIGHT] * list(GROUPS).index(group))
    focus(app, "motion kind")
    press(app, pygame.K_HOME, *[pygame.K_RIGHT] * GROUPS[group].index(kind))
    if target is not None:
        focus(app, "motion about")
        press(app, pygame.K_HOME, *[pygame.K_RIGHT] * target)
    if keys:
        focus(app, "motion value")
        press(app, *keys)
    press(app, pygame.K_s)
    assert len(app.pages) == 1


def said(app: App) -> str:
    """All words on the layer on top."""
    return "\n".join(now(widget.content) for widget in walk(app.window.tree) if isinstance(widget, Label))


def find(app: App, name: str) -> Any:
    found = app.window.find(name)
    assert found is not None, name
    return found
