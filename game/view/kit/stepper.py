"""One of many, shown one at a time: for choices too many to stand side by side."""

from collections.abc import Callable, Hashable, Sequence
from typing import Any

import pygame

from game.view.kit.control import Control, is_confirm
from game.view.kit.paint import Canvas
from game.view.kit.pen import Point, Rect
from game.view.kit.text import BOLD, LABEL
from game.view.kit.widget import Ruler, Size


class Stepper(Control):
    """The option chosen, and which of how many it is; arrows at both ends step on, round and round.

    Arrow keys step, page keys leap, Home and End go to the ends.
    """

    ARROW = 32.0

    def __init__(
        self,
        name: str,
        options: Sequence[tuple[Hashable, str]],
        value: Callable[[], Hashable],
        send: Callable[[Any], Any],
        *,
        grow: float = 1,
        hint: str = "",
    ) -> None:
        self.name, self.options, self.value, self.send, self.grow, self.hint = name, options, value, send, grow, hint

    @property
    def here(self) -> int:
        """Place of the option chosen."""
        return next((place for place, (key, _) in enumerate(self.options) if key == self.value()), 0)

    def need(self, ruler: Ruler, width: float | None = None) -> Size:
        widest = max((ruler.one_line(label, BOLD)[0] for _, label in self.options), default=0)
        count = ruler.one_line(self._count(len(self.options) - 1), LABEL)[0]
        return widest + count + 2 * self.ARROW + 24, 36

    def _count(self, place: int) -> str:
        return f"{place + 1} / {len(self.options)}"

    def look(self) -> Hashable:
        return self.value(), self.hovered

    def paint(self, canvas: Canvas, focused: bool) -> None:
        area = self.area
        canvas.card(area, "inset" if self.hovered else "card", "edge", 6, 1)
        top = area.y + area.h / 2 - 7
        left, right = Rect(area.x + 10, top, 12, 14), Rect(area.right - 22, top, 12, 14)
        canvas.shape("step left", left, lambda pen: pen.polygon([(12, 0), (12, 14), (1, 7)], "ink"))
        canvas.shape("step right", right, lambda pen: pen.polygon([(0, 0), (0, 14), (11, 7)], "ink"))
        inner = area.inset(self.ARROW, 0)
        canvas.text(self.options[self.here][1], inner, BOLD, wrap=False)
        canvas.text(self._count(self.here), inner, LABEL, "right", wrap=False)

    def _go(self, place: int) -> Any:
        key = self.options[place % len(self.options)][0]
        return True if key == self.value() else self.send(key)

    def act(self, key: int, mods: int) -> Any:
        leap = {pygame.K_LEFT: -1, pygame.K_RIGHT: 1, pygame.K_PAGEUP: -10, pygame.K_PAGEDOWN: 10}
        if key in leap:
            return self._go(self.here + leap[key])
        if key in {pygame.K_HOME, pygame.K_END}:
            return self._go(0 if key == pygame.K_HOME else -1)
        return self._go(self.here + 1) if is_confirm(key) else None

    def press(self, point: Point) -> Any:
        return self._go(self.here + (-1 if point[0] < self.area.x + self.area.w / 2 else 1))
