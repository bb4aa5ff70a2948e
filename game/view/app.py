"""The window program: applies what screens answer, keeps the loop, and owns the one game in play."""

import os
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

os.environ.setdefault("SDL_FRAMEBUFFER_ACCELERATION", "0")
os.environ.setdefault("SDL_WINDOWS_DPI_AWARENESS", "permonitorv2")

import pygame

from game import resources
from game.view import actions as a
from game.view.frame import ScreenPage
from game.view.kit.ui import Window
from game.view.pictures.icons import draw_icon
from game.view.stage import Settings, Stage

TEXT_SIZES = (1.0, 1.25, 1.5, 1.75, 2.0)
IDLE_MS = 400
SCREENS: dict[str, tuple[str, str]] = {
    "title": ("title", "title_page"),
    "picker": ("picker", "picker_page"),
    "briefing": ("briefing", "briefing_page"),
    "quarter": ("quarter", "quarter_page"),
    "together": ("together", "together_page"),
    "results": ("results", "results_page"),
    "charts": ("charts", "charts_page"),
    "debrief": ("debrief", "debrief_page"),
}
OVERLAYS: dict[str, tuple[str, str]] = {
    "help": ("help", "help_page"),
    "menu": ("menu", "menu_page"),
    "settings": ("settings", "settings_page"),
    "log": ("log", "log_page"),
    "faults": ("faults", "faults_page"),
}


def make_page(stage: Stage, name: str) -> ScreenPage:
    """The page of a screen or overlay; its module is imported when it is first shown."""
    from importlib import import_module

    module, function = (SCREENS | OVERLAYS)[name]
    made: ScreenPage = getattr(import_module(f"game.view.screens.{module}"), function)(stage)
    return made


@dataclass
class App:
    """The running program: the stage, the window, the screen shown and the overlays on top of it."""

    stage: Stage
    window: Window
    screen: str = "title"
    before: list[str] = field(default_factory=list)
    running: bool = True
    pages: list[ScreenPage] = field(default_factory=list)

    def show(self, name: str) -> None:
        """Replace the screen."""
        self.screen = name
        self.pages = [make_page(self.stage, name)]
        self.window.show(self.pages)

    def lay_over(self, name: str) -> None:
        """Put an overlay on top; one that is open already goes to the top alone."""
        self.pages = [page for page in self.pages if page.name != name] + [make_page(self.stage, name)]
        self.window.show(self.pages)

    def back(self) -> None:
        """Close the overlay on top, or go to the screen before."""
        if len(self.pages) > 1:
            self.pages = self.pages[:-1]
            self.window.show(self.pages)
        elif self.before:
            self.show(self.before.pop())

    def go(self, name: str) -> None:
        """Show a screen or an overlay by name."""
        if name in OVERLAYS:
            self.lay_over(name)
            return
        if name == "picker":
            from game.view.shelf import read_shelf

            self.stage.shelf = read_shelf(self.stage.words)
        if name in {"title", "debrief"}:
            self.before = []
        elif self.screen != name and len(self.pages):
            self.before.append(self.screen)
        self.show(name)

    def apply(self, action: Any) -> None:
        """Apply one answer of a screen."""
        if isinstance(action, a.Several):
            for one in action.actions:
                self.apply(one)
            return
        _APPLY[type(action)](self, action)


def open_window(stage: Stage) -> App:
    """A window with the title on it."""
    pygame.display.init()
    pygame.font.init()
    window = Window((1280, 720), resources.assets() / "fonts", stage.settings.theme, stage.settings.text_size)
    window.icons = draw_icon
    pygame.display.set_caption(stage.say("app-name"))
    pygame.key.set_repeat(350, 40)
    app = App(stage, window)
    app.show("title")
    return app


def run(app: App) -> None:
    """The loop: sleep until something happens, answer all of it, repaint what changed."""
    app.window.refresh()
    while app.running:
        events = [pygame.event.wait(IDLE_MS), *pygame.event.get()]
        for event in events:
            if event.type == pygame.QUIT:
                app.apply(a.Quit())
            elif event.type != pygame.NOEVENT:
                action = app.window.handle(event)
                if action is not None:
                    app.apply(action)
        if app.running:
            app.window.refresh()


# -- applying actions -------------------------------------------------------------------------------------------------


def _pick(app: App, action: a.Pick) -> None:
    if action.what == "focus":
        app.window.set_focus(action.value)
    else:
        app.stage.picks[action.what] = action.value


def _flip(app: App, action: a.Flip) -> None:
    held = app.stage.opened.setdefault(action.what, set())
    held.symmetric_difference_update({action.value})


def _begin(app: App, action: a.Begin) -> None:
    del action
    from game.session.setup import Setup
    from game.session.start import begin
    from game.view.screens.picker import chosen

    stage = app.stage
    entry = chosen(stage)
    if entry is None or entry.scenario is None:
        return
    seats = [slot for slot, firm in enumerate(entry.scenario.firms) if firm.seat]
    slot = stage.pick("firm") if stage.pick("firm") in seats else seats[0]
    setup = Setup(entry.scenario, entry.source, entry.path, secrets.randbelow(2**31), (slot,), stage.pick("difficulty", "normal"), stage.pick("treatment", ""))
    stage.session, stage.slot = begin(setup), slot
    _fresh_view(stage)
    app.go("briefing")


def _fresh_view(stage: Stage) -> None:
    for what in ("body", "tab"):
        stage.picks.pop(what, None)
    depth = stage.playing.setup.scenario.about.depth
    stage.opened = {"results": set() if depth == "sentence" else {"ledger"}}


def _play(app: App, action: a.Play) -> None:
    del action
    app.before = []
    app.show("quarter")


def _sheet(app: App, **changes: Any) -> None:
    session, slot = app.stage.playing, app.stage.slot
    session.write(slot, session.draft(slot).model_copy(update=changes))


def _own(app: App, action: a.Own) -> None:
    _sheet(app, **{action.field: action.value})


def _join(app: App, action: a.Join) -> None:
    draft = app.stage.playing.draft(app.stage.slot)
    _sheet(app, join={**draft.join, action.body: action.member})


def _effort(app: App, action: a.Effort) -> None:
    draft = app.stage.playing.draft(app.stage.slot)
    _sheet(app, effort={**draft.effort, action.body: action.value})


def _undo(app: App, action: a.Undo) -> None:
    del action
    app.stage.playing.undo(app.stage.slot)


def _end_quarter(app: App, action: a.EndQuarter) -> None:
    del action
    app.stage.playing.end_quarter()
    app.stage.picks.pop("tab", None)
    app.show("results")


def _next_quarter(app: App, action: a.NextQuarter) -> None:
    del action
    app.before = []
    app.show("debrief" if app.stage.playing.finished else "quarter")


def _quit(app: App, action: a.Quit) -> None:
    del action
    app.running = False


def _set(app: App, action: a.Set) -> None:
    app.stage.settings = replace(app.stage.settings, **{action.name: action.value})
    app.window.dress(theme=app.stage.settings.theme, text_size=app.stage.settings.text_size)


_APPLY: dict[type, Callable[[App, Any], None]] = {
    a.Go: lambda app, action: app.go(action.screen),
    a.Back: lambda app, action: app.back(),
    a.Quit: _quit,
    a.Pick: _pick,
    a.Flip: _flip,
    a.Begin: _begin,
    a.Play: _play,
    a.Own: _own,
    a.Join: _join,
    a.Effort: _effort,
    a.Undo: _undo,
    a.EndQuarter: _end_quarter,
    a.NextQuarter: _next_quarter,
    a.Set: _set,
}

__all__ = ["App", "Path", "Settings", "open_window", "run"]
