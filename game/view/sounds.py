"""When something is heard: one table from what a player did, and what came of it, to sounds; and who plays them.

Nothing is told by sound alone. The mixer is opened when the first sound is due, after the frame that shows what the
sound goes with; where that fails the game is silent and the settings say so.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import pygame

from game.view import actions as a
from game.view.stage import Stage

if TYPE_CHECKING:
    from game.session.session import Quarter

LEVELS = {"off": 0.0, "soft": 0.3, "full": 1.0}
MOST = 4  # sounds one after the other
BUFFER = 1024  # samples that are mixed ahead: 23 ms

Due = Callable[[Stage, Any], bool]


def _always(stage: Stage, action: Any) -> bool:
    del stage, action
    return True


def _last(stage: Stage) -> "tuple[Quarter, Quarter | None]":
    """The quarter just played and the one before it."""
    quarters = stage.playing.quarters
    return quarters[-1], quarters[-2] if len(quarters) > 1 else None


def _partners(stage: Stage, quarter: "Quarter") -> Any:
    """Who stood beside the player in which institution: [J, N]."""
    member = quarter.outcome.membership.member[0]
    beside = member & member[:, stage.slot][:, None]
    beside[:, stage.slot] = False
    return beside


def _neighbour_broke(stage: Stage, action: Any) -> bool:
    """Somebody beside the player broke who had not broken before."""
    del action
    now, before = _last(stage)
    broke = _partners(stage, now) & ~now.outcome.games.kept[0]
    if before is not None:
        broke &= ~(before.outcome.membership.member[0] & ~before.outcome.games.kept[0])
    return bool(broke.any())


def _all_kept(stage: Stage, action: Any) -> bool:
    del action
    now, _ = _last(stage)
    beside = _partners(stage, now)
    return bool(beside.any()) and bool(now.outcome.games.kept[0][beside].all())


def _event_came(stage: Stage, action: Any) -> bool:
    del action
    weather = _last(stage)[0].outcome.weather
    return bool(weather.event_begun[0].any()) or bool(weather.recession_begun[0])


def _hall_spoke(stage: Stage, action: Any) -> bool:
    del action
    from game.view.motions import hall_news

    return bool(list(hall_news(stage, _last(stage)[0])))


def _called_right(stage: Stage, action: Any) -> bool:
    del action
    from game.report.calls import judged

    call = judged(stage, len(stage.playing.quarters))
    return call is not None and call.percent != 50 and (call.percent > 50) == call.came_true


def _score_moved(stage: Stage, way: int) -> bool:
    from game.view.readings import scoreline

    change = scoreline(stage.playing, stage.slot).firm_change
    return change is not None and round(change) * way > 0


TABLE: tuple[tuple[type, Due, str], ...] = (
    (a.EndQuarter, _always, "stamp"),
    (a.EndQuarter, _neighbour_broke, "broke"),
    (a.EndQuarter, _all_kept, "kept"),
    (a.EndQuarter, _event_came, "event"),
    (a.EndQuarter, _hall_spoke, "hall"),
    (a.EndQuarter, _called_right, "right"),
    (a.EndQuarter, lambda stage, _: _score_moved(stage, 1), "up"),
    (a.EndQuarter, lambda stage, _: _score_moved(stage, -1), "down"),
    (a.RingBell, _always, "hall"),
    (a.Move, lambda _, action: action.motion is not None, "hall"),
    (a.Hush, _always, "kept"),
    (a.Set, lambda _, action: action.name == "sound", "kept"),
)


def due(stage: Stage, action: Any) -> tuple[str, ...]:
    """What is heard after an action, in the order of the table, four sounds at most."""
    found = [name for kind, happened, name in TABLE if isinstance(action, kind) and happened(stage, action)]
    return tuple(found[:MOST])


@contextmanager
def _unwritten() -> Iterator[None]:
    """What sound systems write to the terminal when they find no device is for nobody: the settings say it."""
    try:
        kept, nowhere = os.dup(2), os.open(os.devnull, os.O_WRONLY)
    except OSError:
        yield
        return
    os.dup2(nowhere, 2)
    try:
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)
        os.close(nowhere)


class Sounds:
    """The one that plays. `missing` tells that no device could be opened; choosing a loudness tries again."""

    def __init__(self) -> None:
        self.on = True  # the demo is silent
        self.missing = False
        self.played: tuple[str, ...] = ()
        self._due: tuple[str, ...] = ()
        self._held: dict[tuple[str, ...], pygame.mixer.Sound] = {}

    def hear(self, stage: Stage, action: Any) -> None:
        """Note what an action will sound like; it is heard after the frame."""
        if isinstance(action, a.Hush) or (isinstance(action, a.Set) and action.name == "sound"):
            self.missing = False
            self.hush()
        if LEVELS[stage.settings.sound] and not self.missing:
            self._due = due(stage, action) or self._due

    def play(self, level: str) -> None:
        """Play what is due. Whatever goes wrong with the device ends in silence."""
        names, self._due = self._due, ()
        if not names or self.missing or not self.on or not LEVELS[level]:
            return
        try:
            if not pygame.mixer.get_init():
                from game.view.tones import RATE

                self._held.clear()
                with _unwritten():
                    pygame.mixer.init(RATE, -16, 1, BUFFER, allowedchanges=0)
            sound = self._held.get(names) or self._make(names)
            sound.set_volume(LEVELS[level])
            sound.play()
            self.played = names
        except (pygame.error, OSError, NotImplementedError, AttributeError):  # the last two: built without a mixer
            self.missing = True

    def hush(self) -> None:
        """Silence at once."""
        self._due = ()
        if not self.missing and pygame.mixer.get_init():
            pygame.mixer.stop()

    def _make(self, names: tuple[str, ...]) -> pygame.mixer.Sound:
        from game.view.tones import heard

        made = self._held[names] = pygame.mixer.Sound(buffer=heard(names))
        return made
