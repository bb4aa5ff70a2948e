"""Drive the real window without a screen: real events, real frames."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pygame

from game import resources
from game.insight.desk import Desk
from game.processes import Background
from game.scenario.read import load
from game.view.app import App, open_window
from game.view.kit.button import Button
from game.view.kit.choice import Segmented, Tab, Toggle
from game.view.kit.control import Control
from game.view.kit.listing import Listing
from game.view.kit.scroll import Scroll
from game.view.kit.ui import settle as come_to_rest
from game.view.kit.widget import Ruler, Widget, walk
from game.view.kit.widgets import Label, now
from game.view.reasons import Reasons
from game.view.stage import Settings, Stage
from game.view.start import start_game
from game.wording.words import Words

PATIENCE = 300.0  # seconds, which no test needs
BESIDE = Background(Desk)  # one process for all windows of the suite


class Stretched(Words):
    """A pseudo-language: every text is two fifths longer, as some languages are."""

    def say(self, message: str, **arguments: str | int | float) -> str:
        said = super().say(message, **arguments)
        words = said.split(" ")
        extra = round(0.4 * len(said) / 4)
        return " ".join(words + ["ende"] * extra) if len(said) > 3 and message != "app-name" else said


def open_game(words: Words | None = None, size: tuple[int, int] = (1280, 720), text_size: float = 1.0) -> App:
    """The program with its title on a window of some size."""
    spoken = words or Words()
    settings = Settings(text_size=text_size, language=spoken.language)
    app = open_window(Stage(spoken, settings, known=Reasons(BESIDE)))
    if size != (1280, 720):
        resize(app, size)
    return app


def resize(app: App, size: tuple[int, int]) -> None:
    pygame.display.set_mode(size, pygame.RESIZABLE)
    pygame.event.post(pygame.event.Event(pygame.VIDEORESIZE, size=size, w=size[0], h=size[1]))
    settle(app)


def patiently(going: Callable[[], bool]) -> Iterator[None]:
    """Again and again while something is going on, but not for ever."""
    until = time.monotonic() + PATIENCE
    while going():
        assert time.monotonic() < until, "it goes on for ever"
        yield


def settle(app: App) -> None:
    """Frames until nothing is left to answer, nothing moves, and all is worked out but the best plan, which takes some
    seconds."""
    app.frame(pygame.event.get())
    for _ in patiently(lambda: bool(app.stage.reasons.waiting() - {"best"}) or pygame.event.peek()):
        if app.busy:
            pygame.time.wait(2)
        app.frame(pygame.event.get())
    come_to_rest(app.window)


def press(app: App, *keys: int, mod: int = 0) -> None:
    for key in keys:
        _post(key, mod)
        settle(app)


def tap(app: App, key: int) -> None:
    """A key and one frame, while work goes on."""
    _post(key)
    app.frame(pygame.event.get())


def _post(key: int, mod: int = 0) -> None:
    pygame.event.post(pygame.event.Event(pygame.KEYDOWN, key=key, mod=mod, unicode=""))
    pygame.event.post(pygame.event.Event(pygame.KEYUP, key=key, mod=mod))


def wanted(app: App) -> set[str]:
    """Names of all controls on the layer on top."""
    return {widget.name for widget in walk(app.window.tree) if isinstance(widget, Control) and widget.focusable}


def reached(app: App) -> set[str]:
    """Names of the controls that Tab comes to."""
    seen = set()
    for _ in range(len(wanted(app)) + 2):
        press(app, pygame.K_TAB)
        if app.window.focus is not None:
            seen.add(app.window.focus.name)
    return seen


def focus(app: App, name: str) -> None:
    """Tab until a control is in focus, as a player would."""
    for _ in range(len(wanted(app)) + 2):
        if app.window.focus is not None and app.window.focus.name == name:
            return
        press(app, pygame.K_TAB)
    raise AssertionError(f"{name} can't be reached by Tab on {app.screen}")


def click(app: App, widget: Widget, at: tuple[float, float] = (0.5, 0.5)) -> None:
    """A real click in the middle of a widget, or at another place of it."""
    k = app.window.k
    x = round((widget.area.x + widget.area.w * at[0]) * k)
    y = round((widget.area.y + widget.area.h * at[1]) * k)
    pygame.event.post(pygame.event.Event(pygame.MOUSEMOTION, pos=(x, y), rel=(0, 0), buttons=(0, 0, 0)))
    pygame.event.post(pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=(x, y), button=1))
    pygame.event.post(pygame.event.Event(pygame.MOUSEBUTTONUP, pos=(x, y), button=1))
    settle(app)


def begin(app: App, scenario: str | Path = "tea", seed: int = 7, slot: int = 0) -> None:
    """Straight into the briefing of a scenario: a shipped one by its name, any other by its file."""
    path = scenario if isinstance(scenario, Path) else resources.scenarios() / f"{scenario}.toml"
    start_game(app, load(path), path.read_text(encoding="utf-8"), path, slot, "normal", "", seed)
    settle(app)


def keep_promises(app: App) -> None:
    """Full effort in what opens this quarter; later quarters go on with it."""
    session, slot = app.stage.playing, app.stage.slot
    bodies, draft = session.rules.bodies, session.draft(slot)
    opened = {body: 1.0 for j, body in enumerate(bodies.names) if bodies.opens[j] == session.quarter}
    session.write(slot, draft.model_copy(update={"effort": draft.effort | opened}))
    settle(app)


def play_quarters(app: App, quarters: int, *, keeps: bool = False) -> None:
    """From the briefing or a quarter on, some quarters without changes, or keeping all promises, to the next one."""
    if app.screen == "briefing":
        press(app, pygame.K_F10)
    for _ in range(quarters):
        if keeps:
            keep_promises(app)
        press(app, pygame.K_F10, pygame.K_F10)


def to_the_debrief(app: App) -> None:
    """From any screen of a game on, quarters without changes, to its debrief."""
    for _ in patiently(lambda: app.screen != "debrief"):
        press(app, pygame.K_F10)


def play_calling(app: App, quarters: int) -> None:
    """From the briefing on, some quarters with a forecast for each, to the next quarter's screen."""
    press(app, pygame.K_F10)
    for number in range(quarters):
        press(app, pygame.K_p, pygame.K_END, *[pygame.K_LEFT] * (number % 4), pygame.K_F10, pygame.K_F10)


SLACK = 0.6


def misfits(app: App) -> Iterator[str]:
    """Texts that need more room than they have, and widgets that stick out of what holds them."""
    ruler = Ruler(app.window.breaker, app.window.k)
    for tree in app.window._trees:
        for widget in walk(tree):
            words = ""
            if isinstance(widget, Label):
                words = now(widget.content)
                w, h = widget.need(ruler, widget.area.w if widget.wraps else None)
            elif isinstance(widget, Button | Toggle | Segmented | Tab | Listing):
                words = widget.name
                w, h = widget.need(ruler, widget.area.w)
            if words and (w > widget.area.w + SLACK or h > widget.area.h + SLACK):
                yield f"{app.screen}: {words[:50]!r} needs {w:.0f} x {h:.0f}, has {_short(widget)}"
            if not isinstance(widget, Scroll):
                yield from _outside(app, widget)


def _outside(app: App, widget: Widget) -> Iterator[str]:
    for kid in widget.kids():
        inside = (
            kid.area.x >= widget.area.x - SLACK
            and kid.area.right <= widget.area.right + SLACK
            and kid.area.y >= widget.area.y - SLACK
            and kid.area.bottom <= widget.area.bottom + SLACK
        )
        if not inside:
            what = now(kid.content)[:40] if isinstance(kid, Label) else kid.name or type(kid).__name__
            yield f"{app.screen}: {what!r} at {_short(kid)} sticks out of {type(widget).__name__} {_short(widget)}"


def _short(widget: Widget) -> str:
    return ",".join(f"{value:.0f}" for value in widget.area)


def texts(app: App) -> str:
    """All words on the window, a line for each label, button and option."""
    return "\n".join(text for tree in app.window._trees for widget in walk(tree) for text in _words(widget))


def _words(widget: Widget) -> Iterator[str]:
    if isinstance(widget, Label):
        yield now(widget.content)
    elif isinstance(widget, Button):
        yield now(widget.label)
        yield now(widget.second)
    elif isinstance(widget, Segmented):
        yield from (words for _, words in widget.options)
    elif isinstance(widget, Listing):
        yield from (option.label for option in widget.options)
