"""Widgets with words: labels, rules, panels, meters. What they show may be a function, asked before every repaint."""

import math
from collections.abc import Callable, Hashable, Sequence
from typing import TypeVar

from game.view.kit.layout import Box, Column, Row
from game.view.kit.paint import Canvas, shortened
from game.view.kit.pen import Rect
from game.view.kit.text import BODY, PANEL_HEAD, Style
from game.view.kit.widget import Gap, Ruler, Size, Widget

T = TypeVar("T")
Said = str | Callable[[], str]


def now(value: T | Callable[[], T]) -> T:
    """The value, or what the function gives now."""
    return value() if callable(value) else value


class Label(Widget):
    """A text with markup, broken to its place unless `wrap` is off."""

    def __init__(
        self,
        content: Said,
        style: Style = BODY,
        *,
        align: str = "left",
        wrap: bool = False,
        colour: str | Callable[[], str] | None = None,
        grow: float = 0,
        least: str = "",
    ) -> None:
        self.content, self.style, self.align, self.wraps, self.colour = content, style, align, wrap, colour
        self.grow, self.least = grow, least

    def need(self, ruler: Ruler, width: float | None = None) -> Size:
        w, h = ruler.text(now(self.content), self.style, width if self.wraps else None)
        if self.least:
            least = ruler.one_line(self.least, self.style)[0]
            w = max(w, least if width is None else min(least, width))
        return w, h

    def look(self) -> Hashable:
        return now(self.content), None if self.colour is None else now(self.colour)

    def paint(self, canvas: Canvas, focused: bool) -> None:
        canvas.text(
            now(self.content),
            self.area,
            self.style,
            self.align,
            self.wraps,
            None if self.colour is None else now(self.colour),
        )


class CutLabel(Label):
    """A name in one line: where there is no room for all of it, its beginning and an ellipsis.

    It asks for no more than `most`, and gives way when its row has no room.
    """

    def __init__(self, content: Said, style: Style = BODY, *, most: float = math.inf) -> None:
        super().__init__(content, style, wrap=True)
        self.most = most

    def need(self, ruler: Ruler, width: float | None = None) -> Size:
        w, h = ruler.one_line(now(self.content), self.style)
        return min(w, self.most if width is None else width), h

    def paint(self, canvas: Canvas, focused: bool) -> None:
        shown = shortened(canvas, now(self.content), self.area.w, self.style)
        canvas.text(shown, self.area, self.style, wrap=False)


class Rule(Widget):
    """A ledger's rule: single or double."""

    def __init__(self, double: bool = False, token: str = "line") -> None:
        self.double, self.token = double, token

    def need(self, ruler: Ruler, width: float | None = None) -> Size:
        return 0, 4 if self.double else 1

    def paint(self, canvas: Canvas, focused: bool) -> None:
        canvas.rule(self.area.x, self.area.y, self.area.w, self.token)
        if self.double:
            canvas.rule(self.area.x, self.area.y + 3, self.area.w, self.token)


class Panel(Column):
    """A card with a head over a double rule. `extras` stand at the right of the head."""

    def __init__(
        self,
        title: Said,
        body: Widget,
        *,
        extras: Sequence[Widget] = (),
        beside: Sequence[Widget] = (),
        grow: float = 0,
        pad: float | tuple[float, float] = 16,
        head: float = 40,
    ) -> None:
        bar = Row([Label(title, PANEL_HEAD, wrap=True), *beside, Gap(grow=1), *extras], gap=10, pad=(16, 0))
        super().__init__([Box(bar, h=None, pad=(0, 6)), Rule(double=True), Box(body, pad=pad, grow=1)], grow=grow)

    def paint(self, canvas: Canvas, focused: bool) -> None:
        canvas.card(self.area, shadow=True)


class Meter(Widget):
    """A plain bar: parts of a whole, each with a colour token, on a card with an outline."""

    def __init__(
        self, parts: Callable[[], Sequence[tuple[float, str]]], h: float = 12, w: float = 60, grow: float = 1
    ) -> None:
        self.parts, self.h, self.w, self.grow = parts, h, w, grow

    def need(self, ruler: Ruler, width: float | None = None) -> Size:
        return self.w, self.h

    def look(self) -> Hashable:
        return tuple(self.parts())

    def paint(self, canvas: Canvas, focused: bool) -> None:
        canvas.card(self.area, "card", "edge", 2)
        x = self.area.x + 1
        for part, token in self.parts():
            wide = max(0.0, min(part, 1.0)) * (self.area.w - 2)
            canvas.fill(Rect(x, self.area.y + 1, wide, self.area.h - 2), token)
            x += wide


class Picture(Widget):
    """A picture of the game's own: `draw(canvas, area)`, repainted when `depends` changes."""

    def __init__(
        self,
        draw: Callable[[Canvas, Rect], None],
        depends: Callable[[], Hashable] | Hashable,
        w: float = 0,
        h: float = 0,
        *,
        grow: float = 0,
        name: str = "",
    ) -> None:
        self.draw, self.depends, self.w, self.h = draw, depends, w, h
        self.grow, self.name = grow, name

    def need(self, ruler: Ruler, width: float | None = None) -> Size:
        return self.w, self.h

    def look(self) -> Hashable:
        return self.depends() if callable(self.depends) else self.depends

    def paint(self, canvas: Canvas, focused: bool) -> None:
        self.draw(canvas, self.area)
