"""A list of which one line is chosen: one stop for Tab, up and down choose; as many lines as there is room for."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import Any

import pygame

from game.view.kit.control import Control, is_confirm
from game.view.kit.paint import Canvas
from game.view.kit.pen import Pen, Point, Rect
from game.view.kit.text import Style
from game.view.kit.widget import Ruler, Size

ROW = 28.0
PAD = 10.0
MORE = 18.0  # room at the right for the triangles that say that there is more
ICON = 20.0


@dataclass(frozen=True)
class Option:
    """A line: its key, its words, a value at the right, an icon at the left."""

    key: Hashable
    label: str
    value: str = ""
    icon: str = ""


class Listing(Control):
    """A list to choose from. With room for one line it shows the chosen one, and pressing it chooses the next."""

    def __init__(
        self,
        name: str,
        options: Sequence[Option],
        chosen: Callable[[], Hashable],
        send: Callable[[Any], Any],
        *,
        rows: int = 3,
        grow: float = 0,
        hint: str = "",
    ) -> None:
        self.name, self.options, self.chosen, self.send = name, options, chosen, send
        self.rows, self.grow, self.hint = rows, grow, hint

    def need(self, ruler: Ruler, width: float | None = None) -> Size:
        bold, plain = Style(14, 20, "bold"), Style(14, 20)
        label = max(ruler.one_line(option.label, bold)[0] for option in self.options)
        value = max(
            (ruler.one_line(option.value, plain)[0] + PAD for option in self.options if option.value), default=0
        )
        side = ICON + 8 if any(option.icon for option in self.options) else 0
        return 2 * PAD + side + label + value + MORE, ROW * min(self.rows, len(self.options))

    def look(self) -> Hashable:
        return self.chosen(), self.hovered

    def _here(self) -> int:
        return next((place for place, option in enumerate(self.options) if option.key == self.chosen()), 0)

    def _shown(self) -> range:
        """The lines in sight: the chosen one in the middle where not all have room."""
        room = max(1, int((self.area.h + 0.5) // ROW))
        first = min(max(self._here() - room // 2, 0), max(len(self.options) - room, 0))
        return range(first, min(first + room, len(self.options)))

    def paint(self, canvas: Canvas, focused: bool) -> None:
        shown, here = self._shown(), self._here()
        high = ROW * len(shown)
        canvas.card(Rect(self.area.x, self.area.y, self.area.w, high), "card", "edge", 6, 1)
        for row, place in enumerate(shown):
            line = Rect(self.area.x, self.area.y + row * ROW, self.area.w, ROW)
            if place == here:
                canvas.card(line, "ink", None, 6)
            self._line(canvas, line, self.options[place], place == here)
            up, down = row == 0 and place > 0, row == len(shown) - 1 and place < len(self.options) - 1
            if up or down:
                self._more(canvas, line, up, down, "on_ink" if place == here else "ink")

    def _line(self, canvas: Canvas, line: Rect, option: Option, chosen: bool) -> None:
        token = "on_ink" if chosen else "ink"
        style = Style(14, 20, "bold" if chosen else "sans", token)
        left, right = line.x + PAD, line.right - MORE
        if option.icon and canvas.icons is not None:
            box = Rect(left, line.y + (ROW - ICON) / 2, ICON, ICON)
            if chosen:
                canvas.card(box.inset(-2), "card", None, 4)
            canvas.icons(canvas, option.icon, box, "ink")
            left += ICON + 8
        canvas.text(option.label, Rect(left, line.y, right - left, ROW), style, wrap=False)
        if option.value:
            canvas.text(
                option.value, Rect(left, line.y, right - left, ROW), Style(14, 20, "sans", token), "right", False
            )

    def _more(self, canvas: Canvas, line: Rect, up: bool, down: bool, token: str) -> None:
        box = Rect(line.right - MORE + 3, line.y, MORE - 6, ROW)
        canvas.shape(("more lines", up, down, token), box, lambda pen: _triangles(pen, box, up, down, token))

    def _choose(self, place: int) -> Any:
        key = self.options[min(max(place, 0), len(self.options) - 1)].key
        return True if key == self.chosen() else self.send(key)

    def act(self, key: int, mods: int) -> Any:
        moves = {pygame.K_UP: self._here() - 1, pygame.K_DOWN: self._here() + 1}
        moves |= {pygame.K_HOME: 0, pygame.K_END: len(self.options) - 1}
        if key in moves:
            return self._choose(moves[key])
        return self._choose((self._here() + 1) % len(self.options)) if is_confirm(key) else None

    def press(self, point: Point) -> Any:
        shown = self._shown()
        if len(shown) == 1:
            return self._choose((self._here() + 1) % len(self.options))
        row = int((point[1] - self.area.y) // ROW)
        return self._choose(shown[row]) if 0 <= row < len(shown) else True


def _triangles(pen: Pen, box: Rect, up: bool, down: bool, token: str) -> None:
    middle = box.w / 2
    if up:
        pen.polygon([(middle, 5), (middle + 5, 11), (middle - 5, 11)], token)
    if down:
        pen.polygon([(middle, box.h - 5), (middle + 5, box.h - 11), (middle - 5, box.h - 11)], token)
