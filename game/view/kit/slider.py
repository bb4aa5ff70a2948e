"""A value on a track."""

from collections.abc import Callable, Hashable
from typing import Any

import pygame

from game.view.kit.control import Control
from game.view.kit.paint import Canvas
from game.view.kit.pen import Point, Rect
from game.view.kit.widget import Ruler, Size


class Slider(Control):
    """A value on a track, with last quarter's value as a small triangle, and a tick where something begins.

    Arrow keys step, page keys leap, Home and End go to the ends.
    """

    KNOB = 12.0

    def __init__(
        self,
        name: str,
        value: Callable[[], float],
        send: Callable[[float], Any],
        low: float,
        high: float,
        step: float,
        *,
        was: float | None = None,
        tick: float | None = None,
        w: float = 56,
        grow: float = 1,
        hint: str = "",
    ) -> None:
        self.name, self.value, self.send, self.tick = name, value, send, tick
        self.low, self.high, self.step, self.was, self.w, self.grow, self.hint = low, high, step, was, w, grow, hint

    def need(self, ruler: Ruler, width: float | None = None) -> Size:
        return self.w, 26

    def look(self) -> Hashable:
        return round(self.value(), 9), self.was, self.tick, self.hovered

    def _x(self, value: float) -> float:
        part = (value - self.low) / (self.high - self.low) if self.high > self.low else 0
        return self.area.x + self.KNOB / 2 + min(max(part, 0), 1) * (self.area.w - self.KNOB)

    def paint(self, canvas: Canvas, focused: bool) -> None:
        y, x = self.area.y + self.area.h / 2 - 2, self._x(self.value())
        track = Rect(self.area.x, y - 3, self.area.w, 6)
        canvas.card(track, "card", "edge", 3)
        canvas.card(Rect(track.x, track.y, max(x - track.x, 6), 6), "ink", None, 3)
        if self.was is not None:
            mark = self._x(self.was)
            canvas.shape(
                "was", Rect(mark - 5, y + 6, 10, 6), lambda pen: pen.polygon([(5, 0), (10, 6), (0, 6)], "soft")
            )
        if self.tick is not None:
            begins = self._x(self.tick)
            canvas.fill(Rect(begins - 3.5, y - 8, 7, 16), "card")
            canvas.fill(Rect(begins - 1.5, y - 8, 3, 16), "ink")
        knob = Rect(x - self.KNOB / 2, y - 9, self.KNOB, 18)
        canvas.card(knob, "inset" if self.hovered else "card", "ink", 4, 2)
        canvas.fill(Rect(x - 0.75, y - 4, 1.5, 8), "ink")

    def ring(self) -> Rect:
        return Rect(self._x(self.value()) - self.KNOB / 2, self.area.y + self.area.h / 2 - 11, self.KNOB, 18)

    def _set(self, value: float) -> Any:
        steps = round((min(max(value, self.low), self.high) - self.low) / self.step)
        made = min(self.low + steps * self.step, self.high)
        return True if abs(made - self.value()) < 1e-12 else self.send(made)

    def act(self, key: int, mods: int) -> Any:
        many = 5 if mods & pygame.KMOD_SHIFT else 1
        moves = {
            pygame.K_LEFT: -many,
            pygame.K_RIGHT: many,
            pygame.K_MINUS: -many,
            pygame.K_PLUS: many,
            pygame.K_PAGEDOWN: -10,
            pygame.K_PAGEUP: 10,
        }
        if key in moves:
            return self._set(self.value() + moves[key] * self.step)
        if key == pygame.K_HOME:
            return self._set(self.low)
        if key == pygame.K_END:
            return self._set(self.high)
        return None

    def press(self, point: Point) -> Any:
        return self.drag(point)

    def drag(self, point: Point) -> Any:
        part = (point[0] - self.area.x - self.KNOB / 2) / max(self.area.w - self.KNOB, 1)
        return self._set(self.low + part * (self.high - self.low))
