"""Controls: widgets that can be in focus, answer keys and the mouse, and give back actions."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import pygame

from game.view.kit.layout import Ruler, Size, Widget
from game.view.kit.paint import Canvas, Pen, Point, Rect
from game.view.kit.text import BODY, BOLD, LABEL_BOLD, LABEL_INK, Style
from game.view.kit.widgets import Said, now


class Control(Widget):
    """A widget that can be in focus, pressed and hovered over."""

    focusable = True
    hovered = False

    def hover(self, inside: bool) -> None:
        self.hovered = inside


def _is_confirm(key: int) -> bool:
    return key in {pygame.K_RETURN, pygame.K_KP_ENTER, pygame.K_SPACE}


@dataclass(frozen=True)
class Kind:
    """How a kind of button looks: its height, its padding, and the style of its words."""

    height: float
    pad: float
    style: Style


KINDS = {
    "main": Kind(48, 16, Style(18, 24, "bold", "seal_text")),
    "plain": Kind(40, 16, Style(16, 24, "bold")),
    "row": Kind(40, 16, Style(16, 24)),
    "small": Kind(28, 10, Style(14, 20, "bold")),
    "key": Kind(28, 4, Style(14, 20, "sans", "soft")),
    "bar": Kind(32, 12, Style(14, 20, "bold", "bar_text")),
}
KEY_STYLE = Style(14, 20)
STAMP_ROOM = 58.0


class Button(Control):
    """A button with its key.

    Kinds: main (the one seal on a screen), plain, row (of a menu), small, key (a key cap and a word), bar (top bar).
    """

    def __init__(
        self,
        name: str,
        label: Said,
        action: Any,
        *,
        key: str = "",
        kind: str = "plain",
        stamp: Callable[[Canvas, Rect], None] | None = None,
        second: Said = "",
        grow: float = 0,
        height: float = 0,
        hint: str = "",
        picked: Callable[[], bool] | None = None,
    ) -> None:
        self.name, self.label, self.action, self.key, self.kind = name, label, action, key, kind
        self.stamp, self.second, self.grow, self.hint, self.picked = stamp, second, grow, hint, picked
        self.height = height or KINDS[kind].height

    def need(self, ruler: Ruler, width: float | None = None) -> Size:
        kind = KINDS[self.kind]
        stamp = STAMP_ROOM - kind.pad if self.stamp else 0
        key = ruler.text(f"[[{self.key}]]", KEY_STYLE)[0] + 10 if self.key else 0
        around = 2 * kind.pad + stamp + key
        limit = None if width is None or self.kind != "row" else width - around
        w, h = ruler.text(now(self.label), kind.style, limit)
        if now(self.second):
            w = max(w, ruler.one_line(now(self.second), KEY_STYLE)[0])
            h += 22
        return w + around, max(self.height, h + 8)

    def look(self) -> Hashable:
        return now(self.label), now(self.second), self.hovered, self.picked() if self.picked else False

    def paint(self, canvas: Canvas, focused: bool) -> None:
        area, style = self.area, KINDS[self.kind].style
        chosen = self.picked() if self.picked else False
        if self.kind == "main":
            canvas.shape(("seal", self.hovered), area, lambda pen: _seal(pen, area, self.hovered))
        elif self.kind == "bar":
            canvas.shape(
                "bar button", area, lambda pen: pen.rect(Rect(0, 0, area.w, area.h), "bar", "bar_soft", 1.2, 4)
            )
        elif self.kind in {"plain", "small"}:
            fill = "ink" if chosen else "inset" if self.hovered else "card"
            canvas.card(area, fill, "ink", 6, 2 if self.kind == "plain" else 1.2)
            style = replace(style, colour="on_ink") if chosen else style
        elif self.hovered:
            canvas.card(area, "inset", None, 6)
        self._words(canvas, style)

    def _words(self, canvas: Canvas, style: Style) -> None:
        """Stamp at the left, key at the right (a key button's at the left), words between."""
        pad, area = KINDS[self.kind].pad, self.area
        left, right = area.x + pad, area.right - pad
        if self.stamp:
            side = min(36.0, area.h - 12)
            self.stamp(canvas, Rect(area.x + 12, area.y + (area.h - side) / 2, side, side))
            left = area.x + STAMP_ROOM
        if self.key:
            wide = Ruler(canvas.breaker, canvas.k).text(f"[[{self.key}]]", KEY_STYLE)[0]
            cap = Style(14, 20, "sans", "ink" if self.kind == "key" else style.colour)
            if self.kind == "key":
                canvas.text(f"[[{self.key}]]", Rect(left, area.y, wide, area.h), cap, wrap=False)
                left += wide + 6
            else:
                canvas.text(f"[[{self.key}]]", Rect(right - wide, area.y, wide, area.h), cap, wrap=False)
                right -= wide + 10
        align = "center" if self.kind in {"plain", "small", "bar"} and not self.key and not self.stamp else "left"
        if now(self.second):
            top = area.y + (area.h - 46) / 2
            canvas.text(now(self.label), Rect(left, top, right - left, 24), style, wrap=False)
            under = Style(14, 20, "sans", style.colour)
            canvas.text(now(self.second), Rect(left, top + 24, right - left, 22), under, wrap=False)
        else:
            wrap = self.kind == "row"
            canvas.text(now(self.label), Rect(left, area.y, right - left, area.h), style, align, wrap)

    def act(self, key: int, mods: int) -> Any:
        return self.action if _is_confirm(key) else None

    def press(self, point: Point) -> Any:
        return self.action


def _seal(pen: Pen, area: Rect, hovered: bool) -> None:
    pen.rect(Rect(0, 0, area.w, area.h), "seal", None, 0, 6)
    pen.rect(Rect(0, 0, area.w, area.h * 0.55), "seal" if hovered else "seal_top", None, 0, 6)
    pen.shade(Rect(6, 0, area.w - 12, area.h), "seal" if hovered else "seal_top", "seal")
    pen.shade(Rect(0, 6, area.w, area.h - 12), "seal" if hovered else "seal_top", "seal")


class Slider(Control):
    """A value on a track, with last quarter's value as a small triangle.

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
        w: float = 56,
        grow: float = 1,
        hint: str = "",
    ) -> None:
        self.name, self.value, self.send = name, value, send
        self.low, self.high, self.step, self.was, self.w, self.grow, self.hint = low, high, step, was, w, grow, hint

    def need(self, ruler: Ruler, width: float | None = None) -> Size:
        return self.w, 26

    def look(self) -> Hashable:
        return round(self.value(), 9), self.was, self.hovered

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
        return self.send(not self.value()) if _is_confirm(key) else None

    def press(self, point: Point) -> Any:
        return self.send(not self.value())


def _switch(pen: Pen, on: bool) -> None:
    pen.rect(Rect(0, 0, 44, 24), "ink" if on else "card", "ink" if on else "edge", 2, 12)
    if on:
        pen.line([(9, 12.5), (13, 16.5), (20, 8.5)], "on_ink", 2.4)
    pen.circle((32 if on else 12, 12), 7, "on_ink" if on else "edge")


class Segmented(Control):
    """A few options side by side, one chosen; in several rows where they have no room in one. Arrow keys choose."""

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
    ) -> None:
        self.name, self.options, self.value, self.send, self.grow, self.hint = name, options, value, send, grow, hint
        self.across = len(options)

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
        return self._cell(ruler) * across, self.HEIGHT * -(-len(self.options) // across)

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
        here = next((place for place, (option, _) in enumerate(self.options) if option == self.value()), 0)
        moves = {
            pygame.K_LEFT: here - 1,
            pygame.K_RIGHT: here + 1,
            pygame.K_HOME: 0,
            pygame.K_END: len(self.options) - 1,
        }
        if key in moves:
            return self._choose(moves[key])
        return self._choose((here + 1) % len(self.options)) if _is_confirm(key) else None

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
        return self.action if _is_confirm(key) else None

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
        if not _is_confirm(key):
            return None
        return self.confirm if self.confirm is not None and self.chosen() else self.action

    def press(self, point: Point) -> Any:
        return self.action
