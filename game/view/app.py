"""The window program: keeps the loop, the screens shown, and the work that must not hold up a frame."""

import os
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from importlib import import_module
from typing import Any

os.environ.setdefault("SDL_FRAMEBUFFER_ACCELERATION", "0")
os.environ.setdefault("SDL_WINDOWS_DPI_AWARENESS", "permonitorv2")

import pygame

from game import resources
from game.view import actions
from game.view.frame import ScreenPage
from game.view.kit.ui import Window
from game.view.memory import unfinished_games
from game.view.pictures.icons import draw_icon
from game.view.stage import Stage

IDLE_MS = 1000
SLICE = 0.010
POLL = 0.015
SCREENS = ("title", "picker", "briefing", "quarter", "together", "townhall", "results", "charts", "debrief")
OVERLAYS = ("help", "motion", "menu", "settings", "log", "faults", "wait")
Work = Iterator[tuple[float, Any]]


def make_page(stage: Stage, name: str) -> ScreenPage:
    """The page of a screen or overlay; its module is imported when it is first shown."""
    made: ScreenPage = getattr(import_module(f"game.view.screens.{name}"), f"{name}_page")(stage)
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
    work: Work | None = None
    done: Callable[[Any], None] | None = None

    def show(self, name: str) -> None:
        """Replace the screen and close all overlays."""
        self.screen = name
        self.pages = [make_page(self.stage, name)]
        self.window.show(self.pages)

    def lay_over(self, name: str) -> None:
        """Put an overlay on top; one that is open already goes to the top alone."""
        if name == "help":
            focus = self.window.focus
            self.stage.picks |= {"help_on": self.screen, "help_hint": focus.hint if focus is not None else ""}
        self.pages = [page for page in self.pages if page.name != name] + [make_page(self.stage, name)]
        self.window.show(self.pages)

    def back(self) -> None:
        """Close the overlay on top, or go to the screen before."""
        if len(self.pages) > 1:
            self.pages = self.pages[:-1]
            self.window.show(self.pages)
        else:
            self.show(self.before.pop() if self.before else "title")

    def go(self, name: str) -> None:
        """Show a screen or an overlay by name."""
        if name in OVERLAYS:
            self.lay_over(name)
            return
        if name == "picker":
            from game.folders import own_scenarios_folder
            from game.view.shelf import read_shelf

            self.stage.shelf = read_shelf(self.stage.words, own_scenarios_folder())
        if name == "title":
            self.stage.saves = unfinished_games()
        if name in {"title", "debrief", "quarter"}:
            self.before = []
        elif self.screen != name:
            self.before.append(self.screen)
        self.show(name)

    def apply(self, action: Any) -> None:
        """Apply one answer of a screen."""
        from game.view.apply import apply

        apply(self, action)

    def start_work(self, work: Work, done: Callable[[Any], None]) -> None:
        """Do long work in slices between frames, with a bar; what takes less than a slice is done at once."""
        self.work, self.done = work, done
        if not self.do_work():
            self.stage.picks["work_done"] = 0.0
            self.lay_over("wait")

    def do_work(self) -> bool:
        """One slice of the work; whether it is finished."""
        if self.work is None:
            return True
        ends = time.perf_counter() + SLICE
        for share, result in self.work:
            self.stage.picks["work_done"] = share
            if result is not None and self.done is not None:
                done, self.work, self.done = self.done, None, None
                self.pages = [page for page in self.pages if page.name != "wait"]
                done(result)
                return True
            if time.perf_counter() > ends:
                return False
        self.work = None
        return True

    def frame(self, events: list[pygame.event.Event]) -> None:
        """Answer events, do a slice of work, repaint what changed."""
        for event in events:
            if event.type == pygame.QUIT:
                self.apply(actions.Quit())
            elif event.type != pygame.NOEVENT:
                action = self.window.handle(event)
                if action is not None:
                    self.apply(action)
        if self.work is not None:
            self.do_work()
        if self.running:
            self.window.refresh()


def open_window(stage: Stage) -> App:
    """A window with the title on it."""
    pygame.display.init()
    pygame.font.init()
    window = Window((1280, 720), resources.assets() / "fonts", stage.settings.theme, stage.settings.text_size)
    window.icons = draw_icon
    pygame.display.set_caption(stage.say("app-name"))
    pygame.key.set_repeat(350, 40)
    stage.saves = unfinished_games()
    app = App(stage, window)
    app.show("title")
    app.window.refresh()
    return app


def _next_event() -> pygame.event.Event:
    """Sleep until something happens; a driver without a screen can't wake us up, so it is asked now and then."""
    if pygame.display.get_driver() in {"dummy", "offscreen"}:
        time.sleep(POLL)
        return pygame.event.poll()
    return pygame.event.wait(IDLE_MS)


def run(app: App) -> None:
    """The loop: sleep until something happens, answer all of it, repaint what changed."""
    while app.running:
        first = pygame.event.poll() if app.work is not None else _next_event()
        if first.type != pygame.NOEVENT or app.work is not None:
            app.frame([first, *pygame.event.get()])
    pygame.display.quit()
