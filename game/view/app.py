"""The window program: keeps the loop, the screens shown, and the work that must not hold up a frame."""

import os
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from importlib import import_module
from typing import TYPE_CHECKING, Any

os.environ.setdefault("SDL_FRAMEBUFFER_ACCELERATION", "0")
os.environ.setdefault("SDL_WINDOWS_DPI_AWARENESS", "permonitorv2")

import pygame

from game import resources
from game.folders import data_folder, own_scenarios_folder
from game.view import actions, comfort
from game.view.comfort import ANYWHERE, dress
from game.view.frame import ScreenPage
from game.view.keeping import keep_what_was_typed, tell_what_was_left
from game.view.kit.ui import Window
from game.view.memory import moves, unfinished_games
from game.view.pictures.icons import draw_icon
from game.view.running import Mark, asked_to_end
from game.view.sounds import Sounds
from game.view.stage import Stage
from game.wording.words import Words

if TYPE_CHECKING:
    from game.insight.desk import Question

IDLE_MS = 1000
REST_MS = 900
POLL = 0.015
FRAME_MS = 16
SCREENS = (
    *("title", "picker", "briefing", "quarter", "together", "townhall", "results", "charts", "whatif", "debrief"),
    *("sandbox", "tournament"),
)
OVERLAYS = ("help", "motion", "menu", "settings", "log", "faults", "wait", "library", "keys", "saves", "goals")
WITHOUT_LIBRARY = ("library", "wait")
GUIDED = ("quarter", "together", "results")


def make_page(stage: Stage, name: str) -> ScreenPage:
    """The page of a screen or overlay; its module is imported when it is first shown."""
    made: ScreenPage = getattr(import_module(f"game.view.screens.{name}"), f"{name}_page")(stage)
    keys, depends = made.keys, made.depends
    anywhere = ANYWHERE if name in WITHOUT_LIBRARY else {pygame.K_h: actions.Go("library"), **ANYWHERE}
    if name not in GUIDED:
        return replace(made, keys=lambda: {**anywhere, **keys()})
    from game.view.guide import guide_form, guide_keys

    return replace(
        made,
        keys=lambda: {**anywhere, **keys(), **guide_keys(stage)},
        depends=lambda: (depends(), guide_form(stage, name)),
    )


def fill_shelf(stage: Stage) -> None:
    """Read all scenarios anew: they may have been changed beside the window."""
    from game.view.shelf import read_shelf

    stage.shelf = read_shelf(stage.words, own_scenarios_folder())


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
    windowed: tuple[int, int] | None = None  # size of the window before it filled the screen
    mark: Mark | None = None
    sounds: Sounds = field(default_factory=Sounds)
    lost_told: int = 0

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
            from game.view.solo import open_library

            open_library(self)
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
            fill_shelf(self.stage)
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
            fill_shelf(self.stage)
        pygame.display.set_caption(stage.say("app-name"))
        self.window.dress(language=words.language)

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
        turned = False
        for event in events:
            if event.type in {pygame.QUIT, pygame.APP_TERMINATING}:
                self.apply(actions.Quit())
            elif event.type != pygame.NOEVENT and not (turned and event.type == pygame.MOUSEBUTTONDOWN):
                action = self.window.handle(event)
                if action is not None:
                    before = self.pages[0]
                    self.apply(action)
                    turned = turned or self.pages[0] is not before  # further clicks were meant for what was there
        if self.running:
            self.look_up()
            if self.stage.session is not None:
                from game.view.guide import lead

                lead(self.stage, self.window, self.screen if len(self.pages) == 1 else "")
            self.window.refresh()
            comfort.sound(self)
            tell_lost_fonts(self)

    def close(self) -> None:
        """End what goes on beside the window."""
        if self.stage.known is not None:
            self.stage.known.background.close()


def tell_lost_fonts(app: App) -> None:
    """Say once of a font that can't be read that another one stands in: here, and where the game was started."""
    stage, lost = app.stage, app.window.breaker.fonts.lost
    if len(lost) > app.lost_told:
        app.lost_told = len(lost)
        said = stage.say("app-lost-fonts", files=stage.listed(lost), count=len(lost))
        if sys.stderr is not None:
            sys.stderr.write(said + "\n")
        stage.notice = stage.notice or said
        app.window.refresh()


def open_window(stage: Stage) -> App:
    """A window with the title on it."""
    pygame.display.init()
    pygame.font.init()
    window = Window((1280, 720), resources.assets() / "fonts", stage.settings.theme)
    window.icons = draw_icon
    stage.glides = window.glides
    window.glides.on = moves(stage.settings)
    window.dress(language=stage.words.language)
    pygame.display.set_caption(stage.say("app-name"))
    pygame.key.set_repeat(350, 40)
    pygame.key.stop_text_input()  # else a Chinese input method would swallow the letters that are shortcuts
    stage.saves = unfinished_games()
    app = App(stage, window)
    dress(app)
    app.show("title")
    app.window.refresh()
    tell_lost_fonts(app)
    return app


def _next_event(busy: bool, moving: bool) -> pygame.event.Event:
    """Sleep until something happens; a driver without a screen can't wake us up, so it is asked now and then.

    While something is being worked out, sleep only until the next look at it; while something moves, until its next
    frame.
    """
    if moving:
        return pygame.event.wait(FRAME_MS)
    if busy:
        return pygame.event.wait(round(1000 * POLL))
    if pygame.display.get_driver() in {"dummy", "offscreen"}:
        time.sleep(POLL)
        return pygame.event.poll()
    return pygame.event.wait(IDLE_MS)


def run(app: App) -> None:
    """The loop: sleep until something happens, answer all of it, repaint what changed. In a rest the draft is kept.

    The mark goes only where the loop ends in order.
    """
    app.mark = Mark(data_folder())
    if app.screen == "title" and app.mark.left:
        tell_what_was_left(app, app.mark.left)
        app.frame([])
    heard: int | None = pygame.time.get_ticks()  # when something last happened that may be worth keeping
    with asked_to_end():
        while app.running:
            first = _next_event(app.busy, app.window.glides.moving)
            if first.type != pygame.NOEVENT:
                heard = pygame.time.get_ticks()
            elif heard is not None and pygame.time.get_ticks() - heard >= REST_MS:
                keep_what_was_typed(app)
                heard = None
            if first.type != pygame.NOEVENT or app.busy or app.window.glides.moving:
                app.frame([first, *pygame.event.get()])
    app.close()
    pygame.display.quit()
    app.mark.remove()
