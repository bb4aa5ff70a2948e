"""The demo: the real window plays itself through every screen, by real key events, and saves a picture of each.

It is the product's own walk-through: `play SCENARIO --demo --shots FOLDER` works with any video driver.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pygame

from game.view.app import App
from game.view.hall import is_open, meets
from game.view.kit.ui import settle
from game.wording.words import Words, languages

SIZES = (1.0, 2.0)
SURE, RATHER, HARDLY = [pygame.K_END], [pygame.K_END, pygame.K_LEFT], [pygame.K_HOME, pygame.K_RIGHT]
CALLS = {2: RATHER, 3: SURE, 5: RATHER, 6: HARDLY, 7: RATHER, 8: SURE}
OPENED = {1: "mark", 3: "fair", 5: "channel"}  # institutions of tea, by the quarter in which they open
MOST_FRAMES = 20_000
WAIT_MS = 5


@dataclass
class Demo:
    """A walk with what was photographed on the way."""

    app: App
    folder: Path | None
    shots: list[dict[str, Any]] = field(default_factory=list)
    languages: list[Words] = field(default_factory=lambda: [Words(language) for language in languages()])

    def settle(self) -> None:
        """Let the window answer everything and finish its work."""
        for _ in range(MOST_FRAMES):
            self.app.frame(pygame.event.get())
            if not pygame.event.peek():
                if not self.app.busy:
                    settle(self.app.window)
                    return
                pygame.time.wait(WAIT_MS)

    def press(self, *keys: int, mod: int = 0) -> None:
        """Press keys one after the other."""
        for key in keys:
            pygame.event.post(pygame.event.Event(pygame.KEYDOWN, key=key, mod=mod, unicode=""))
            pygame.event.post(pygame.event.Event(pygame.KEYUP, key=key, mod=mod))
            self.settle()

    def shoot(self, name: str) -> None:
        """A picture of what is on the window, in every language and text size."""
        if self.folder is None:
            return
        app, usual, spoken = self.app, self.app.stage.settings, self.app.stage.words
        for words in self.languages:
            app.speak(words)
            for size in SIZES:
                app.stage.settings = replace(app.stage.settings, text_size=size)
                app.window.dress(text_size=size)
                settle(app.window)
                self._keep(name, words.language, size, self.folder)
        app.stage.settings = usual
        app.speak(spoken)
        app.window.dress(text_size=usual.text_size)
        app.window.refresh()

    def _keep(self, name: str, language: str, size: float, folder: Path) -> None:
        file = f"{name}-{language}-{round(100 * size)}.png"
        pygame.image.save(self.app.window.surface, folder / file)
        quarter = self.app.stage.playing.quarter if self.app.stage.session is not None else 0
        about = {"name": name, "screen": self.app.screen, "quarter": quarter}
        self.shots.append(about | {"text_size": size, "language": language, "file": file})

    def visit(self, name: str, key: int) -> None:
        """Open something with a key, photograph it, close it."""
        self.press(key)
        self.shoot(name)
        self.press(pygame.K_ESCAPE)


def play_demo(app: App, folder: Path | None) -> int:
    """Play a whole game; gives the number of pictures. Raises OSError when the folder can't be written to."""
    if folder is not None:
        folder.mkdir(parents=True, exist_ok=True)
    demo = Demo(app, folder)
    app.sounds.on = False
    demo.settle()
    _before(demo)
    while app.screen != "debrief":
        quarter = app.stage.playing.quarter
        _decide(demo, quarter)
        demo.press(pygame.K_F10)
        _look_at_results(demo, quarter)
        demo.press(pygame.K_F10)
    demo.shoot("12-debrief")
    demo.press(pygame.K_e)
    demo.shoot("12-debrief-reasons")
    demo.press(pygame.K_e)
    demo.shoot("12-debrief-compare")
    demo.visit("13-charts-at-the-end", pygame.K_c)
    if folder is not None:
        (folder / "shots.json").write_text(json.dumps({"shots": demo.shots}, indent=1) + "\n", encoding="utf-8")
    return len(demo.shots)


def _before(demo: Demo) -> None:
    """Title, picker and briefing; the game that was asked for waits at its briefing."""
    app = demo.app
    session = app.stage.session
    app.go("title")
    demo.settle()
    demo.shoot("01-title")
    demo.visit("01-title-help", pygame.K_F1)
    demo.visit("01-title-settings", pygame.K_s)
    _alone(demo)
    demo.press(pygame.K_n)
    names = [entry.path.name for entry in app.stage.shelf]
    wanted = session.setup.path.name if session is not None else ""
    for _ in range(names.index(wanted) if wanted in names else 0):
        demo.press(pygame.K_DOWN)
    demo.shoot("02-picker")
    app.stage.session = session
    app.go("briefing")
    demo.settle()
    demo.shoot("03-briefing")
    demo.press(pygame.K_RETURN)


def _alone(demo: Demo) -> None:
    """The sandbox with one of its mixes, and the tournament with a few slips."""
    demo.press(pygame.K_b)
    _change(demo, "preset", [pygame.K_RIGHT] * 2)
    for name, key in (("population", pygame.K_F2), ("payoffs", pygame.K_F3), ("rules", pygame.K_F4)):
        demo.press(key)
        demo.shoot(f"16-sandbox-{name}")
    demo.press(pygame.K_F2, pygame.K_ESCAPE)
    demo.press(pygame.K_t)
    _change(demo, "noise", [pygame.K_RIGHT] * 4)
    demo.shoot("15-tournament")
    demo.press(pygame.K_F10)
    for name in ("ranking", "payoffs", "keeping"):
        demo.shoot(f"15-tournament-{name}")
        demo.press(pygame.K_e)
    demo.press(*[pygame.K_SPACE] * 30)
    demo.shoot("15-tournament-spreading")
    demo.press(pygame.K_ESCAPE)


def _decide(demo: Demo, quarter: int) -> None:
    """Move some controls as a player would, and photograph the first, third and sixth quarter."""
    app = demo.app
    if quarter in CALLS:
        _change(demo, "call", CALLS[quarter])
        app.window.set_focus("price")
    if quarter in OPENED:
        _change(demo, f"effort {OPENED[quarter]}", [pygame.K_END])
        app.window.set_focus("price")
    if quarter == 2:
        _change(demo, "effort mark", [pygame.K_LEFT] * 4)
    elif quarter == 3:
        _change(demo, "quality", [pygame.K_RIGHT] * 4)
        _change(demo, "effort mark", [pygame.K_RIGHT] * 4)
        _look_at_hall(demo, "06-townhall-form")
    elif quarter == 4:
        _look_at_hall(demo, "06-townhall")
        _change(demo, "price", [pygame.K_RIGHT] * 2)
        _change(demo, "brand", [pygame.K_RIGHT] * 5)
    if quarter in {1, 3, 6}:
        demo.shoot(f"04-quarter-{quarter}")
    if quarter == 3:
        demo.press(pygame.K_m)
        demo.shoot("05-map-next")
    if quarter == 6:
        _look_around(demo)


def _look_around(demo: Demo) -> None:
    """What-if, the panels one by one, Together, and what lies over the quarter; the dark theme."""
    app = demo.app
    demo.press(pygame.K_w)
    _try_breaking(demo)
    demo.shoot("14-what-if-6")
    demo.press(pygame.K_ESCAPE)
    _narrow_panels(demo)
    demo.press(pygame.K_F4)
    demo.shoot("06-together")
    demo.press(pygame.K_F4)
    demo.visit("07-menu", pygame.K_ESCAPE)
    demo.visit("07-help", pygame.K_F1)
    demo.visit("07-goals", pygame.K_g)
    demo.press(pygame.K_F1)
    demo.visit("07-keys", pygame.K_k)
    demo.press(pygame.K_ESCAPE)
    _read_and_try(demo)
    app.window.dress(theme="dark")
    demo.settle()
    demo.shoot("08-quarter-dark")
    app.window.dress(theme=app.stage.settings.theme)
    demo.settle()


def _look_at_hall(demo: Demo, name: str) -> None:
    """The town hall, where it is open: where it meets a motion is sent, where it votes a vote given."""
    if not is_open(demo.app.stage.playing):
        return
    demo.press(pygame.K_t)
    if meets(demo.app.stage.playing):
        demo.press(pygame.K_n)
        demo.shoot(name)
        demo.press(pygame.K_s)
    else:
        demo.press(pygame.K_1)
        demo.shoot(name)
        for side, key in (("vote", pygame.K_F3), ("effects", pygame.K_F4), ("motions", pygame.K_F2)):
            demo.press(key)
            demo.shoot(f"{name}-{side}")
    demo.press(pygame.K_ESCAPE)


def _read_and_try(demo: Demo) -> None:
    """The library, open at what the effort is about; the idea is tried out for three quarters."""
    demo.app.window.set_focus("effort mark")
    demo.press(pygame.K_h)
    demo.shoot("15-library")
    demo.press(pygame.K_F6, pygame.K_F5, pygame.K_F5)
    demo.shoot("15-library-tried")
    demo.press(pygame.K_ESCAPE)


def _narrow_panels(demo: Demo) -> None:
    """The panels of the quarter one at a time, as large text shows them."""
    for name, key in (("own", pygame.K_F2), ("map", pygame.K_F3), ("news", pygame.K_F5)):
        demo.press(key)
        demo.shoot(f"04-quarter-6-{name}")
    demo.app.stage.picks["tab"] = "together"
    demo.settle()
    demo.shoot("04-quarter-6-together")
    demo.press(pygame.K_F2)


def _change(demo: Demo, name: str, keys: Sequence[int]) -> None:
    """Put a control in focus, if it is there, and press keys on it."""
    if demo.app.window.find(name) is not None:
        demo.app.window.set_focus(name)
        demo.press(*keys)


def _try_breaking(demo: Demo) -> None:
    """On the what-if screen: everything as it was, but breaking everywhere; both its sides where they don't fit."""
    demo.app.stage.picks["if_side"] = "choice"
    demo.settle()
    _change(demo, "if plan", [pygame.K_END])
    demo.app.stage.picks["if_side"] = "paths"
    demo.settle()


def _look_at_results(demo: Demo, quarter: int) -> None:
    if quarter == 1:
        demo.shoot("09-results-1")
    elif quarter == 5:
        demo.shoot("09-results-5")
        demo.press(pygame.K_e)
        _change(demo, "line sales", [pygame.K_RETURN])
        _change(demo, "line together", [pygame.K_RETURN])
        demo.shoot("10-ledger-5")
        demo.press(pygame.K_c)
        for name in ("firm", "scores", "region", "together"):
            demo.shoot(f"11-charts-{name}")
            demo.press(pygame.K_c)
        for name in ("development", "parts"):  # beside the map, or each alone in large text
            demo.app.stage.picks["chart"] = name
            demo.settle()
            demo.shoot(f"11-charts-{name}")
        demo.app.stage.picks["chart"] = "region"
        demo.press(pygame.K_ESCAPE)
        demo.visit("11-log", pygame.K_l)
        demo.press(pygame.K_e)
        demo.shoot("10-dilemma-5")
        demo.press(pygame.K_w, pygame.K_PAGEUP, pygame.K_PAGEUP)
        _try_breaking(demo)
        demo.shoot("14-otherwise-3")
        demo.press(pygame.K_ESCAPE)
        demo.press(pygame.K_e)
