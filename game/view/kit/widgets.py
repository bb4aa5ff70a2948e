"""Widgets with words and controls. What they show may be a function, asked again before every repaint."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import replace
from typing import Any, TypeVar

import pygame

from game.view.kit.layout import Box, Column, Line, Rect, Row, Ruler, Size, Widget
from game.view.kit.paint import Canvas, Pen, Point
from game.view.kit.text import BODY, BOLD, KEY_PAD, LABEL_INK, PANEL_HEAD, Style

T = TypeVar("T")
Said = str | Callable[[], str]


def now(value: T | Callable[[], T]) -> T:
    """The value, or what the function gives now."""
    return value() if callable(value) else value


class Label(Widget):
    """A text with markup, broken to its place unless `wrap` is off."""

    def __init__(self, content: Said, style: Style = BODY, *, align: str = "left", wrap: bool = False, colour: str | Callable[[], str] | None = None, grow: float = 0, least: str = "") -> None:
        self.content, self.style, self.align, self.wraps, self.colour = content, style, align, wrap, colour
        self.grow, self.least = grow, least

    def need(self, ruler: Ruler, width: float | None = None) -> Size:
        w, h = ruler.text(now(self.content), self.style, width if self.wraps else None)
        if self.least:
            w = max(w, ruler.one_line(self.least, self.style)[0])
        return w, h

    def look(self) -> Hashable:
        return now(self.content), None if self.colour is None else now(self.colour)

    def paint(self, canvas: Canvas, focused: bool) -> None:
        canvas.text(now(self.content), self.area, self.style, self.align, self.wraps, None if self.colour is None else now(self.colour))


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


class Control(Widget):
    """A widget that can be in focus, pressed and hovered over."""

    focusable = True
    hovered = False
    enabled: bool = True

    def hover(self, inside: bool) -> None:
        self.hovered = inside


def _is_confirm(key: int) -> bool:
    return key in {pygame.K_RETURN, pygame.K_KP_ENTER, pygame.K_SPACE}


class Button(Control):
    """A button with its key. Kinds: main (the one seal on a screen), plain, quiet (no outline), bar (on the top bar), row."""

    def __init__(self, name: str, label: Said, action: Any, *, key: str = "", kind: str = "plain", stamp: Callable[[Canvas, Rect], None] | None = None, second: Said = "",
                 grow: float = 0, height: float = 0, hint: str = "", enabled: bool = True, picked: Callable[[], bool] | None = None) -> None:  # fmt: skip
        self.name, self.label, self.action, self.key, self.kind = name, label, action, key, kind
        self.stamp, self.second, self.grow, self.hint, self.enabled, self.picked = stamp, second, grow, hint, enabled, picked
        self.height = height or {"main": 48.0, "bar": 32.0, "small": 28.0}.get(kind, 40.0)
        self.focusable = enabled

    @property
    def _style(self) -> Style:
        token = {"main": "seal_text", "bar": "bar_text"}.get(self.kind, "ink" if self.enabled else "soft")
        if self.kind == "main":
            return Style(18, 24, "bold", token)
        if self.kind in {"bar", "small"}:
            return Style(14, 20, "bold", token)
        return Style(16, 24, "sans" if self.kind in {"quiet", "row"} else "bold", token)

    def need(self, ruler: Ruler, width: float | None = None) -> Size:
        w, h = ruler.one_line(now(self.label), self._style)
        if now(self.second):
            w = max(w, ruler.one_line(now(self.second), Style(14, 20))[0])
            h += 22
        pad = 4 if self.kind == "quiet" else 10 if self.kind == "small" else 12 if self.kind == "bar" else 16
        full = w + 2 * pad
        if self.stamp:
            full += 44
        if self.key:
            full += ruler.one_line(self.key, Style(14, 20))[0] + 2 * KEY_PAD + 14
        return full, max(self.height, h + 8)

    def look(self) -> Hashable:
        return now(self.label), now(self.second), self.hovered, self.enabled, self.picked() if self.picked else False

    def paint(self, canvas: Canvas, focused: bool) -> None:
        area, style = self.area, self._style
        chosen = self.picked() if self.picked else False
        if self.kind == "main":
            canvas.shape(("seal", self.hovered), area, lambda pen: _seal(pen, area, self.hovered))
        elif self.kind == "bar":
            canvas.shape(("bar button", self.hovered), area, lambda pen: pen.rect(Rect(0, 0, area.w, area.h), "bar", "bar_soft", 1.2, 4))
        elif self.kind in {"plain", "small"}:
            fill = "ink" if chosen else "inset" if self.hovered else "card"
            canvas.card(area, fill, "ink" if self.enabled else "line", 6, 2 if self.kind == "plain" else 1.2)
            style = replace(style, colour="on_ink") if chosen else style
        elif self.hovered or chosen:
            canvas.card(area, "inset", None, 6)
        self._content(canvas, area, style)

    def _content(self, canvas: Canvas, area: Rect, style: Style) -> None:
        ruler = Ruler(canvas.breaker, canvas.k)
        pad = 4 if self.kind == "quiet" else 10 if self.kind == "small" else 12 if self.kind == "bar" else 16
        left, right = area.x + pad, area.right - pad
        if self.stamp:
            side = min(36.0, area.h - 12)
            self.stamp(canvas, Rect(area.x + 12, area.y + (area.h - side) / 2, side, side))
            left = area.x + 12 + side + 14
        if self.key:
            wide = ruler.one_line(self.key, Style(14, 20))[0] + 2 * KEY_PAD
            canvas.key_cap(self.key, Rect(right - wide, area.y + (area.h - 24) / 2, wide, 24), style.colour)
            right -= wide + 10
        centre = self.kind in {"plain", "small", "bar"} and not self.key and not self.stamp
        text_area = Rect(left, area.y, right - left, area.h)
        if now(self.second):
            h = 24.0
            top = area.y + (area.h - h - 22) / 2
            canvas.text(now(self.label), Rect(left, top, right - left, h), style, wrap=False)
            canvas.text(now(self.second), Rect(left, top + h, right - left, 22), Style(14, 20, "sans", style.colour), wrap=False)
        else:
            canvas.text(now(self.label), text_area, style, "center" if centre else "left", wrap=False)

    def act(self, key: int, mods: int) -> Any:
        return self.action if self.enabled and _is_confirm(key) else None

    def press(self, point: Point) -> Any:
        return self.action if self.enabled else None


def _seal(pen: Pen, area: Rect, hovered: bool) -> None:
    pen.rect(Rect(0, 0, area.w, area.h), "seal", None, 0, 6)
    pen.rect(Rect(0, 0, area.w, area.h * 0.55), "seal" if hovered else "seal_top", None, 0, 6)
    pen.shade(Rect(6, 0, area.w - 12, area.h), "seal" if hovered else "seal_top", "seal")
    pen.shade(Rect(0, 6, area.w, area.h - 12), "seal" if hovered else "seal_top", "seal")


class Slider(Control):
    """A value on a track, with last quarter's value as a small triangle. Arrow keys step, page keys leap, Home and End go to the ends."""

    KNOB = 12.0

    def __init__(self, name: str, value: Callable[[], float], send: Callable[[float], Any], low: float, high: float, step: float, *, was: float | None = None, w: float = 96, grow: float = 1, hint: str = "") -> None:
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
            canvas.shape("was", Rect(mark - 5, y + 6, 10, 6), lambda pen: pen.polygon([(5, 0), (10, 6), (0, 6)], "soft"))
        knob = Rect(x - self.KNOB / 2, y - 9, self.KNOB, 18)
        canvas.card(knob, "inset" if self.hovered else "card", "ink", 4, 2)
        canvas.fill(Rect(x - 0.75, y - 4, 1.5, 8), "ink")

    def _set(self, value: float) -> Any:
        steps = round((min(max(value, self.low), self.high) - self.low) / self.step)
        made = min(self.low + steps * self.step, self.high)
        return True if abs(made - self.value()) < 1e-12 else self.send(made)

    def act(self, key: int, mods: int) -> Any:
        many = 5 if mods & pygame.KMOD_SHIFT else 1
        moves = {pygame.K_LEFT: -many, pygame.K_RIGHT: many, pygame.K_MINUS: -many, pygame.K_PLUS: many, pygame.K_PAGEDOWN: -10, pygame.K_PAGEUP: 10}
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

    def __init__(self, name: str, value: Callable[[], bool], send: Callable[[bool], Any], on: str, off: str, hint: str = "") -> None:
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
    """A few options side by side, one chosen. Arrow keys choose."""

    def __init__(self, name: str, options: Sequence[tuple[Hashable, str]], value: Callable[[], Hashable], send: Callable[[Any], Any], *, grow: float = 1, hint: str = "") -> None:
        self.name, self.options, self.value, self.send, self.grow, self.hint = name, options, value, send, grow, hint

    def need(self, ruler: Ruler, width: float | None = None) -> Size:
        widest = max(ruler.one_line(label, Style(14, 20, "bold"))[0] for _, label in self.options)
        return (widest + 24) * len(self.options), 32

    def look(self) -> Hashable:
        return self.value(), self.hovered

    def paint(self, canvas: Canvas, focused: bool) -> None:
        canvas.card(self.area, "card", "edge", 6, 1)
        part = self.area.w / len(self.options)
        for place, (key, label) in enumerate(self.options):
            cell = Rect(self.area.x + place * part, self.area.y, part, self.area.h)
            chosen = key == self.value()
            if chosen:
                canvas.card(cell, "ink", None, 6)
            elif place and self.options[place - 1][0] != self.value():
                canvas.fill(Rect(cell.x, cell.y + 1, 1 / canvas.k, cell.h - 2), "edge")
            canvas.text(label, cell, Style(14, 20, "bold" if chosen else "sans", "on_ink" if chosen else "ink"), "center", wrap=False)

    def _choose(self, place: int) -> Any:
        key = self.options[min(max(place, 0), len(self.options) - 1)][0]
        return True if key == self.value() else self.send(key)

    def act(self, key: int, mods: int) -> Any:
        here = next((place for place, (option, _) in enumerate(self.options) if option == self.value()), 0)
        moves = {pygame.K_LEFT: here - 1, pygame.K_RIGHT: here + 1, pygame.K_HOME: 0, pygame.K_END: len(self.options) - 1}
        if key in moves:
            return self._choose(moves[key])
        return self._choose((here + 1) % len(self.options)) if _is_confirm(key) else None

    def press(self, point: Point) -> Any:
        return self._choose(int((point[0] - self.area.x) / max(self.area.w, 1) * len(self.options)))


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

    def __init__(self, name: str, kid: Widget, action: Any, chosen: Callable[[], bool], *, rule: bool = True, hint: str = "", confirm: Any = None) -> None:
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


class Panel(Column):
    """A card with a head over a double rule. `extras` stand at the right of the head."""

    def __init__(self, title: Said, body: Widget, *, extras: Sequence[Widget] = (), beside: Sequence[Widget] = (), grow: float = 0, pad: float | tuple[float, float] = 16, head: float = 40) -> None:
        from game.view.kit.layout import Gap

        bar = Row([Label(title, PANEL_HEAD, wrap=True), *beside, Gap(grow=1), *extras], gap=10, pad=(16, 0))
        super().__init__([Box(bar, h=None, pad=(0, 6)), Rule(double=True), Box(body, pad=pad, grow=1)], grow=grow)

    def paint(self, canvas: Canvas, focused: bool) -> None:
        canvas.card(self.area, shadow=True)


class Meter(Widget):
    """A plain bar: parts of a whole, each with a colour token, on a card with an outline."""

    def __init__(self, parts: Callable[[], Sequence[tuple[float, str]]], h: float = 12, w: float = 60, grow: float = 1) -> None:
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


__all__ = ["Button", "Choosable", "Control", "Label", "Line", "Meter", "Panel", "Rule", "Segmented", "Slider", "Tab", "Toggle", "now"]
