"""The window measured from inside: full redraw, slider key to frame, and the share of a core when nothing happens.

Run as a process of its own by the FRAME workload; prints one JSON line.
"""

import json
import statistics
import time

import pygame

from game import resources
from game.scenario.read import load
from game.view.app import open_window, run
from game.view.keeping import keep_what_was_typed
from game.view.stage import Stage
from game.view.start import start_game
from game.wording.words import Words

ROUNDS = 60
IDLE_SECONDS = 3.0


def main() -> None:
    """Open the quarter screen of the tea scenario and measure."""
    app = open_window(Stage(Words()))
    path = resources.scenarios() / "tea.toml"
    start_game(app, load(path), path.read_text(encoding="utf-8"), path, 0, "normal", "", 7)
    app.frame(pygame.event.get())
    for key in (pygame.K_RETURN, pygame.K_F10, pygame.K_F10, pygame.K_F10, pygame.K_F10, pygame.K_F10, pygame.K_F10):
        _press(app, key)
    app.window.set_focus("price")
    _press(app, pygame.K_RIGHT)
    slider = []
    for turn in range(ROUNDS):
        began = time.perf_counter()
        _press(app, pygame.K_RIGHT if turn % 2 else pygame.K_LEFT)
        slider.append(1000 * (time.perf_counter() - began))
    redraw = []
    for _ in range(ROUNDS):
        app.window.forget()
        began = time.perf_counter()
        app.window.refresh()
        redraw.append(1000 * (time.perf_counter() - began))
    keep_what_was_typed(app)  # as it is after the first second of a rest
    busy, began = time.process_time(), time.perf_counter()
    pygame.time.set_timer(pygame.QUIT, round(1000 * IDLE_SECONDS), loops=1)
    run(app)
    idle = 100 * (time.process_time() - busy) / (time.perf_counter() - began)
    print(json.dumps({"redraw": statistics.median(redraw), "slider": statistics.median(slider), "idle": idle}))


def _press(app, key: int) -> None:  # type: ignore[no-untyped-def]
    pygame.event.post(pygame.event.Event(pygame.KEYDOWN, key=key, mod=0, unicode=""))
    pygame.event.post(pygame.event.Event(pygame.KEYUP, key=key, mod=0))
    app.frame(pygame.event.get())


if __name__ == "__main__":
    main()
