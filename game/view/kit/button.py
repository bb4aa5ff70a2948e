"""Buttons: the one seal of a screen, plain and small ones, rows of a menu, key caps with a word."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass, replace
from typing import Any

from game.view.kit.control import Control, is_confirm
from game.view.kit.paint import Canvas
from game.view.kit.pen import Pen, Point, Rect
from game.view.kit.text import Style
from game.view.kit.widget import Ruler, Size
from game.view.kit.widgets import Said, now


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

    Kinds: main (the one seal on a screen), plain, row (of a menu), small, key (a key cap and a word), bar (top bar). An
    action may be a function, asked when the button is pressed.
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
        return now(self.action) if is_confirm(key) else None

    def press(self, point: Point) -> Any:
        return now(self.action)


def _seal(pen: Pen, area: Rect, hovered: bool) -> None:
    pen.rect(Rect(0, 0, area.w, area.h), "seal", None, 0, 6)
    pen.rect(Rect(0, 0, area.w, area.h * 0.55), "seal" if hovered else "seal_top", None, 0, 6)
    pen.shade(Rect(6, 0, area.w - 12, area.h), "seal" if hovered else "seal_top", "seal")
    pen.shade(Rect(0, 6, area.w, area.h - 12), "seal" if hovered else "seal_top", "seal")
