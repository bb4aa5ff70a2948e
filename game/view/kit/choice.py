"""Choices: a switch, a few options side by side, tabs, rows that can be chosen."""

from collections.abc import Callable, Hashable, Sequence
from typing import Any

import pygame

from game.view.kit.control import Control, is_confirm
from game.view.kit.paint import Canvas
from game.view.kit.pen import Pen, Point, Rect
from game.view.kit.text import BODY, BOLD, LABEL_BOLD, LABEL_INK, Style
from game.view.kit.widget import Ruler, Size, Widget


class Toggle(Control):
    """In or out, on or off: a switch with a tick, and its state in words beside it."""

    def __init__(
        self, name: str, value: Callable[[], bool], send: Callable[[bool], Any], on: str, off: str, hint: str = ""
    ) -> None:
        self.name, self.value, self.send, self.on, self.off, self.hint = name, value, send, on, off, hint

    def need(self, ruler: Ruler, width: float | None = None) -> Size:
        wide = max(ruler.one_line(word, LABEL_INK)[0] for word in (self.on, self.off))
        return 44 + 8 + wide, 28

    def look(self) -> Hashable:
        return self.value(), self.hovered

    def paint(self, canvas: Canvas, focused: bool) -> None:
        on = self.value()
        area = Rect(self.area.x, self.area.y + (self.area.h - 24) / 2, 44, 24)
        canvas.shape(("toggle", on, self.hovered), area, lambda pen: _switch(pen, on))
        words = Rect(area.right + 8, self.area.y, self.area.right - area.right - 8, self.area.h)
        canvas.text(self.on if on else self.off, words, LABEL_INK, wrap=False)

    def act(self, key: int, mods: int) -> Any:
        return self.send(not self.value()) if is_confirm(key) else None

    def press(self, point: Point) -> Any:
        return self.send(not self.value())


def _switch(pen: Pen, on: bool) -> None:
    pen.rect(Rect(0, 0, 44, 24), "ink" if on else "card", "ink" if on else "edge", 2, 12)
    if on:
        pen.line([(9, 12.5), (13, 16.5), (20, 8.5)], "on_ink", 2.4)
    pen.circle((32 if on else 12, 12), 7, "on_ink" if on else "edge")


class Segmented(Control):
    """A few options side by side, one chosen; in several rows where they have no room in one. Arrow keys choose.

    Where none is chosen yet, keys begin in the middle, so that they favour neither end.
    """

    HEIGHT = 32.0
    wraps = True

    def __init__(
        self,
        name: str,
        options: Sequence[tuple[Hashable, str]],
        value: Callable[[], Hashable],
        send: Callable[[Any], Any],
        *,
        grow: float = 1,
        hint: str = "",
        height: float = HEIGHT,
    ) -> None:
        self.name, self.options, self.value, self.send, self.grow, self.hint = name, options, value, send, grow, hint
        self.across, self.height = len(options), height

    def _cell(self, ruler: Ruler) -> float:
        return max(ruler.one_line(label, LABEL_BOLD)[0] for _, label in self.options) + 20

    def _across(self, ruler: Ruler, width: float | None) -> int:
        """Options in a row."""
        n = len(self.options)
        if width is None:
            return n
        most = max(1, min(n, int((width + 0.5) / self._cell(ruler))))
        return -(-n // -(-n // most))

    def need(self, ruler: Ruler, width: float | None = None) -> Size:
        across = self._across(ruler, width)
        return self._cell(ruler) * across, self.height * -(-len(self.options) // across)

    def place(self, ruler: Ruler, area: Rect) -> None:
        self.area = area
        self.across = self._across(ruler, area.w)

    def look(self) -> Hashable:
        return self.value(), self.hovered

    def _cells(self) -> list[Rect]:
        rows = -(-len(self.options) // self.across)
        wide, high = self.area.w / self.across, self.area.h / rows
        at = [divmod(place, self.across) for place in range(len(self.options))]
        return [Rect(self.area.x + column * wide, self.area.y + row * high, wide, high) for row, column in at]

    def paint(self, canvas: Canvas, focused: bool) -> None:
        canvas.card(self.area, "card", "edge", 6, 1)
        here = self.value()
        for place, (cell, (key, label)) in enumerate(zip(self._cells(), self.options, strict=True)):
            chosen = key == here
            if chosen:
                canvas.card(cell, "ink", None, 6)
            elif place % self.across and self.options[place - 1][0] != here:
                canvas.fill(Rect(cell.x, cell.y + 1, 1 / canvas.k, cell.h - 2), "edge")
            style = Style(14, 20, "bold" if chosen else "sans", "on_ink" if chosen else "ink")
            canvas.text(label, cell, style, "center", wrap=False)

    def _choose(self, place: int) -> Any:
        key = self.options[min(max(place, 0), len(self.options) - 1)][0]
        return True if key == self.value() else self.send(key)

    def act(self, key: int, mods: int) -> Any:
        count = len(self.options)
        here = next((place for place, (option, _) in enumerate(self.options) if option == self.value()), None)
        if here is None:
            left = right = following = count // 2
        else:
            left, right, following = here - 1, here + 1, (here + 1) % count
        moves = {pygame.K_LEFT: left, pygame.K_RIGHT: right, pygame.K_HOME: 0, pygame.K_END: count - 1}
        if key in moves:
            return self._choose(moves[key])
        return self._choose(following) if is_confirm(key) else None

    def press(self, point: Point) -> Any:
        place = next((place for place, cell in enumerate(self._cells()) if cell.has(point)), None)
        return True if place is None else self._choose(place)


class Tab(Control):
    """One tab of a row of tabs, with its key."""

    def __init__(self, name: str, label: str, key: str, action: Any, chosen: bool) -> None:
        self.name, self.label, self.key, self.action, self.chosen = name, label, key, action, chosen
        self.grow = 1

    def need(self, ruler: Ruler, width: float | None = None) -> Size:
        return ruler.one_line(f"[[{self.key}]] {self.label}", BOLD)[0] + 16, 36

    def look(self) -> Hashable:
        return self.chosen, self.hovered

    def paint(self, canvas: Canvas, focused: bool) -> None:
        canvas.fill(self.area, "card" if self.chosen else "inset")
        if self.chosen:
            canvas.fill(Rect(self.area.x, self.area.bottom - 4, self.area.w, 4), "seal")
        canvas.text(f"[[{self.key}]] {self.label}", self.area, BOLD if self.chosen else BODY, "center", wrap=False)

    def act(self, key: int, mods: int) -> Any:
        return self.action if is_confirm(key) else None

    def press(self, point: Point) -> Any:
        return self.action


class Choosable(Control):
    """A row that can be chosen: wraps other widgets, paints the chosen one's ground and edge."""

    def __init__(
        self,
        name: str,
        kid: Widget,
        action: Any,
        chosen: Callable[[], bool],
        *,
        rule: bool = True,
        hint: str = "",
        confirm: Any = None,
    ) -> None:
        self.name, self.kid, self.action, self.chosen, self.rule, self.hint = name, kid, action, chosen, rule, hint
        self.confirm = confirm

    def kids(self) -> Sequence[Widget]:
        return (self.kid,)

    def need(self, ruler: Ruler, width: float | None = None) -> Size:
        return self.kid.need(ruler, width)

    def place(self, ruler: Ruler, area: Rect) -> None:
        self.area = area
        self.kid.place(ruler, area)

    def look(self) -> Hashable:
        return self.chosen(), self.hovered

    def paint(self, canvas: Canvas, focused: bool) -> None:
        if self.chosen() or self.hovered:
            canvas.fill(self.area, "inset")
        if self.chosen():
            canvas.fill(Rect(self.area.x, self.area.y, 4, self.area.h), "ink")
        if self.rule:
            canvas.rule(self.area.x, self.area.bottom - 1 / canvas.k, self.area.w)

    def act(self, key: int, mods: int) -> Any:
        if not is_confirm(key):
            return None
        return self.confirm if self.confirm is not None and self.chosen() else self.action

    def press(self, point: Point) -> Any:
        return self.action
