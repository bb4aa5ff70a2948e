"""Quantities on their way: what was shown last moves to what is to be shown now, in less than a quarter of a second.

A picture asks for a quantity by name whenever it is looked at or painted (`value`), so its look changes from frame to
frame while the quantity moves, and not at all afterwards. Within a frame all see one time. A way begins with the frame
after it was first painted, so that a screen that takes long to make loses nothing of it.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass

SPAN = 0.22  # seconds from what was shown last to what is shown now
STEPS = 20  # places on the way where a picture may stand, so that a slow way is not painted more often than it shows
MOST = 600  # quantities remembered


@dataclass
class _Way:
    start: float
    goal: float
    began: float | None = None


class Glides:
    """The quantities of one window. `on` is off for those who want no motion: then all is at its end at once."""

    def __init__(self, clock: Callable[[], float] = time.perf_counter) -> None:
        self.clock = clock
        self.on = True
        self._now = clock()
        self._ways: dict[str, _Way] = {}
        self._moving: set[str] = set()

    @property
    def moving(self) -> bool:
        """Whether anything was still on its way in the last frame."""
        return bool(self._moving)

    def tick(self) -> bool:
        """A new frame begins; whether with it everything has come to rest."""
        self._now, moved = self.clock(), self.moving
        for name in list(self._moving):
            way = self._ways[name]
            if way.began is None:
                way.began = self._now
            if not self.on or self._now - way.began >= SPAN:
                self._moving.discard(name)
        return moved and not self.moving

    def value(self, name: str, goal: float, begin: float | None = None) -> float:
        """Where a quantity is: between what was shown last (at first `begin`, or where it is) and its goal."""
        way = self._ways.get(name)
        if way is None or way.goal != goal:
            start = self._at(name, way) if way is not None else goal if begin is None else begin
            way = self._ways[name] = _Way(start, goal)
            self._moving.discard(name)
            if self.on and start != goal:
                self._moving.add(name)
            self._bound()
        return self._at(name, way)

    def finish(self) -> None:
        """Everything is at its end."""
        self._moving.clear()

    def forget(self) -> None:
        """Nothing was shown before: another game begins."""
        self._ways.clear()
        self._moving.clear()

    def _at(self, name: str, way: _Way) -> float:
        if name not in self._moving:
            return way.goal
        part = 0.0 if way.began is None else min(max((self._now - way.began) / SPAN, 0.0), 1.0)
        left = 1 - round(part * STEPS) / STEPS
        return way.goal + (way.start - way.goal) * left**3

    def _bound(self) -> None:
        while len(self._ways) > MOST:
            oldest = next(iter(self._ways))
            del self._ways[oldest]
            self._moving.discard(oldest)
