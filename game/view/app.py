"""The window program: keeps the loop, the screens shown, and the work that must not hold up a frame."""

import os
import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from importlib import import_module
from typing import TYPE_CHECKING, Any

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
from game.wording.words import Words

if TYPE_CHECKING:
    from game.insight.desk import Question

IDLE_MS = 1000
POLL = 0.015
SCREENS = (
    *("title", "picker", "briefing", "quarter", "together", "townhall", "results", "charts", "whatif", "debrief"),
    *("sandbox", "tournament"),
)
OVERLAYS = ("help", "motion", "menu", "settings", "log", "faults", "wait", "library", "goals")
WITHOUT_LIBRARY = ("library", "wait")


def make_page(stage: Stage, name: str) -> ScreenPage:
    """The page of a screen or overlay; its module is imported when it is first shown."""
    made: ScreenPage = getattr(import_module(f"game.view.screens.{name}"), f"{name}_page")(stage)
    if name in WITHOUT_LIBRARY:
        return made
    keys = made.keys
    return replace(made, keys=lambda: {pygame.K_h: actions.Go("library"), **keys()})


@dataclass
class App:
    """The running program: the stage, the window, the screen shown and the overlays on top of it."""

    stage: Stage
    window: Window
    screen: str = "title"
    before: list[str] = field(default_factory=list)
    running: bool = True
    pages: list[ScreenPage] = field(default_factory=list)
    work: "Question | None" = None
    done: Callable[[Any], None] | None = None

    @property
    def busy(self) -> bool:
        """Whether something is being worked out beside the window."""
        return self.stage.known is not None and self.stage.known.background.busy

    def show(self, name: str) -> None:
        """Replace the screen and close all overlays."""
        self.screen = name
        self.pages = [make_page(self.stage, name)]
        self.window.show(self.pages)

    def lay_over(self, name: str) -> None:
        """Put an overlay on top; one that is open already goes to the top alone."""
        if name == "help":
            focus = self.window.focus
            on = "library" if self.pages[-1].name == "library" else self.screen
            self.stage.picks |= {"help_on": on, "help_hint": "", "help_name": ""}
            if focus is not None:
                self.stage.picks |= {"help_hint": focus.hint, "help_name": focus.name}
        if name == "library":
            self._open_library()
        self.pages = [page for page in self.pages if page.name != name] + [make_page(self.stage, name)]
        self.window.show(self.pages)

    def _open_library(self) -> None:
        """At the entry that fits what is in focus, or what the help speaks of, which is closed."""
        from game.view.lessons import game_on_show, mark_read, to_read
        from game.view.library import opens_at, turn_to

        focus, picks = self.window.focus, self.stage.picks
        hint, named = (focus.hint, focus.name) if focus is not None else ("", "")
        if self.pages and self.pages[-1].name == "help":
            self.pages, hint, named = self.pages[:-1], picks["help_hint"], picks["help_name"]
            idea = ""
        else:
            idea = to_read(self.stage) if self.screen == "results" else ""
        if hint == "hint-lens":
            idea = idea or game_on_show(self.stage)
        idea = idea or opens_at(self.stage, hint, named, self.screen)
        mark_read(self.stage, idea)
        for pick in turn_to(idea).actions:
            picks[pick.what] = pick.value

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
            self._read_shelf()
        if name == "whatif" and self.screen != "whatif":
            played = len(self.stage.playing.quarters)
            looks_ahead = self.screen in {"quarter", "together"} or not played
            self.stage.picks |= {"if_quarter": played + looks_ahead, "if_sheet": None}
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

    def speak(self, words: Words) -> None:
        """Say everything in another language from now on; what was put into words before is worded again or gone."""
        stage = self.stage
        stage.words, stage.notice = words, ""
        stage.settings = replace(stage.settings, language=words.language)
        if self.screen == "picker":
            self._read_shelf()
        pygame.display.set_caption(stage.say("app-name"))
        self.window.dress(language=words.language)

    def _read_shelf(self) -> None:
        from game.folders import own_scenarios_folder
        from game.view.shelf import read_shelf

        self.stage.shelf = read_shelf(self.stage.words, own_scenarios_folder())

    def start_work(self, question: "Question", done: Callable[[Any], None], message: str = "wait-band") -> None:
        """Have long work done beside the window that the player has to wait for, with a bar and a way out."""
        self.work, self.done = question, done
        self.stage.picks |= {"work": question, "work_message": message}
        self.stage.reasons.forget(question)
        self.stage.reasons.ask(question)
        self.lay_over("wait")

    def stop_work(self) -> None:
        """Nobody waits any more."""
        if self.work is not None:
            self.stage.reasons.forget(self.work)
        self.work = self.done = None
        self.pages = [page for page in self.pages if page.name != "wait"]
        self.window.show(self.pages)

    def look_up(self) -> None:
        """Ask what the screen on show wants to know, and take in what came back."""
        stage = self.stage
        questions = [question for page in self.pages for question in page.wants()]
        if stage.session is not None and (questions or stage.known is not None):
            stage.reasons.want(stage.session, stage.slot, questions)
        if stage.known is None:
            return
        answered = stage.known.collect()
        if answered and self.screen == "results":
            from game.view.lessons import note_game

            note_game(stage)
        if self.work in answered and self.done is not None:
            answer, done = stage.known.answer(self.work), self.done
            self.stop_work()
            if answer.refusal is None:
                done(answer.value)
            else:
                stage.notice = stage.say(f"reasons-{answer.refusal.code}")
                self.show(self.screen)

    def frame(self, events: list[pygame.event.Event]) -> None:
        """Answer events, look up what was worked out meanwhile, repaint what changed."""
        for event in events:
            if event.type == pygame.QUIT:
                self.apply(actions.Quit())
            elif event.type != pygame.NOEVENT:
                action = self.window.handle(event)
                if action is not None:
                    self.apply(action)
        if self.running:
            self.look_up()
            self.window.refresh()

    def close(self) -> None:
        """End what goes on beside the window."""
        if self.stage.known is not None:
            self.stage.known.background.close()


def open_window(stage: Stage) -> App:
    """A window with the title on it."""
    pygame.display.init()
    pygame.font.init()
    window = Window((1280, 720), resources.assets() / "fonts", stage.settings.theme, stage.settings.text_size)
    window.icons = draw_icon
    window.dress(language=stage.words.language)
    pygame.display.set_caption(stage.say("app-name"))
    pygame.key.set_repeat(350, 40)
    pygame.key.stop_text_input()  # else a Chinese input method would swallow the letters that are shortcuts
    stage.saves = unfinished_games()
    app = App(stage, window)
    app.show("title")
    app.window.refresh()
    return app


def _next_event(busy: bool) -> pygame.event.Event:
    """Sleep until something happens; a driver without a screen can't wake us up, so it is asked now and then.

    While something is being worked out, sleep only until the next look at it.
    """
    if busy:
        return pygame.event.wait(round(1000 * POLL))
    if pygame.display.get_driver() in {"dummy", "offscreen"}:
        time.sleep(POLL)
        return pygame.event.poll()
    return pygame.event.wait(IDLE_MS)


def run(app: App) -> None:
    """The loop: sleep until something happens, answer all of it, repaint what changed."""
    while app.running:
        first = _next_event(app.busy)
        if first.type != pygame.NOEVENT or app.busy:
            app.frame([first, *pygame.event.get()])
    app.close()
    pygame.display.quit()
