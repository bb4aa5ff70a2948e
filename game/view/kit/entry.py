"""A field to write a few lines in: caret, selection, clipboard, input methods for Chinese, broken to its width."""

from collections.abc import Callable, Hashable, MutableMapping
from typing import Any

import pygame

from game.view.kit.control import Control
from game.view.kit.editing import Editing
from game.view.kit.paint import Canvas
from game.view.kit.pen import Point, Rect
from game.view.kit.text import BODY, Style, literal
from game.view.kit.widget import Ruler, Size
from game.view.kit.widgets import Said, now
from game.view.kit.written import Written

PAD, LEAVE = (8.0, 6.0), (pygame.K_ESCAPE, pygame.K_RETURN, pygame.K_KP_ENTER)
PASSED = {pygame.K_TAB, *LEAVE, *range(pygame.K_F1, pygame.K_F12 + 1)}
COMMAND = pygame.KMOD_CTRL | pygame.KMOD_META


class TextEntry(Control):
    """A text of a few lines, sent with every change.

    While it has the focus, no letter is a shortcut; Tab goes on, Esc and Enter leave it, function keys mean what they
    mean everywhere. Caret and selection outlive the tree in `memory`, by name. `composed` is what an input method has
    not yet handed over.
    """

    def __init__(
        self,
        name: str,
        value: Callable[[], str],
        send: Callable[[str], Any],
        memory: MutableMapping[str, float],
        *,
        empty: Said = "",
        lines: int = 2,
        most: int = 240,
        style: Style = BODY,
        hint: str = "",
    ) -> None:
        self.name, self.value, self.send, self.memory, self.empty = name, value, send, memory, empty
        self.lines, self.most, self.style, self.hint, self.grow = lines, most, style, hint, 1
        self.composed = ""
        self._laid: Written | None = None

    # -- what is written ----------------------------------------------------------------------------------------------

    @property
    def editing(self) -> Editing:
        """The text with its caret; at first the caret stands at the end."""
        text = self.value()
        at = self.memory.get(f"{self.name} caret", float(len(text)))
        return Editing(text, int(at), int(self.memory.get(f"{self.name} anchor", at))).within()

    def _keep(self, made: Editing) -> Any:
        """Remember the caret; the text is sent if it has changed."""
        changed = made.text != self.value()
        self.memory[f"{self.name} caret"], self.memory[f"{self.name} anchor"] = float(made.caret), float(made.anchor)
        return self.send(made.text) if changed else True

    def type(self, text: str) -> Any:
        """What was typed, or handed over by an input method."""
        self.composed = ""
        return self._keep(self.editing.typed(text, self.most))

    def act(self, key: int, mods: int) -> Any:
        """Everything that could be typed is taken; while something is composed, all keys are the input method's."""
        if self.composed or key in PASSED:
            return True if self.composed else None
        held, select, word = self.editing, bool(mods & pygame.KMOD_SHIFT), bool(mods & COMMAND)
        if word and key in _COMMANDS:
            return self._keep(_COMMANDS[key](held, self.most))
        if key in {pygame.K_LEFT, pygame.K_RIGHT}:
            return self._keep(held.stepped(1 if key == pygame.K_RIGHT else -1, word=word, select=select))
        if key in {pygame.K_BACKSPACE, pygame.K_DELETE}:
            return self._keep(held.erased(1 if key == pygame.K_DELETE else -1, word=word))
        if key in {pygame.K_HOME, pygame.K_END, pygame.K_UP, pygame.K_DOWN}:
            return self._keep(held.moved(self._goal(key, held, whole=word), select=select))
        return True

    def _goal(self, key: int, held: Editing, *, whole: bool) -> int:
        """Where a key takes the caret, in lines as they are broken."""
        if whole and key in {pygame.K_HOME, pygame.K_END}:
            return 0 if key == pygame.K_HOME else len(held.text)
        if key in {pygame.K_UP, pygame.K_DOWN}:
            return self._written.above_or_below(held.caret, 1 if key == pygame.K_DOWN else -1)
        start, end = self._written.rows[self._written.line_of(held.caret)]
        return start if key == pygame.K_HOME else end

    # -- where it stands ----------------------------------------------------------------------------------------------

    def need(self, ruler: Ruler, width: float | None = None) -> Size:
        return 160 if width is None else width, self.lines * self.style.line + 2 * PAD[1]

    def place(self, ruler: Ruler, area: Rect) -> None:
        self.area, self._ruler, self._laid = area, ruler, None

    @property
    def _written(self) -> Written:
        """The text in lines, laid out again when it has changed."""
        text = self.value()
        if self._laid is None or self._laid.text != text:
            self._laid = Written(text, self.style, self._ruler, self.area.w - 2 * PAD[0])
        return self._laid

    def _top(self) -> int:
        """The first line in sight: the caret's line always is."""
        line, rows = self._written.line_of(self.editing.caret), len(self._written.rows)
        first = int(self.memory.get(f"{self.name} top", 0))
        first = max(min(max(first, line - self.lines + 1), line, max(rows - self.lines, 0)), 0)
        self.memory[f"{self.name} top"] = float(first)
        return first

    def caret_area(self) -> Rect:
        """Where the caret is, for the window of an input method."""
        at, written = self.editing.caret, self._written
        x = self.area.x + PAD[0] + written.x(at) + written.wide(self.composed)
        y = self.area.y + PAD[1] + (written.line_of(at) - self._top()) * self.style.line
        return Rect(min(x, self.area.right - PAD[0]), y, 2, self.style.line)

    def press(self, point: Point) -> Any:
        return self._keep(self.editing.moved(self._under(point)))

    def drag(self, point: Point) -> Any:
        return self._keep(self.editing.moved(self._under(point), select=True))

    def _under(self, point: Point) -> int:
        line = self._top() + int((point[1] - self.area.y - PAD[1]) // self.style.line)
        return self._written.nearest(line, point[0] - self.area.x - PAD[0])

    # -- how it looks -------------------------------------------------------------------------------------------------

    def look(self) -> Hashable:
        held = self.editing
        return held, self.composed, self.hovered, self._top(), now(self.empty)

    def paint(self, canvas: Canvas, focused: bool) -> None:
        canvas.card(self.area, "card" if focused or self.hovered else "inset", "edge", 6, 1)
        inner = Rect(self.area.x + PAD[0], self.area.y + PAD[1], self.area.w - 2 * PAD[0], self.style.line)
        held, first = self.editing, self._top()
        if not held.text and not self.composed:
            canvas.text(now(self.empty), inner, Style(self.style.size, self.style.line, "sans", "soft"), wrap=False)
        for place, (start, end) in enumerate(self._written.rows[first : first + self.lines]):
            row = Rect(inner.x, inner.y + place * self.style.line, inner.w, self.style.line)
            self._selected(canvas, row, start, end)
            canvas.text(literal(held.text[start:end]), row, self.style, wrap=False)
        if focused:
            self._caret(canvas)

    def _selected(self, canvas: Canvas, row: Rect, start: int, end: int) -> None:
        low, high = self.editing.selection
        low, high = max(low, start), min(high, end)
        if low < high:
            x = self._written.wide(self._written.text[start:low])
            wide = min(self._written.wide(self._written.text[start:high]), row.w) - x
            canvas.fill(Rect(row.x + x, row.y + 1, wide, row.h - 2), "line")

    def _caret(self, canvas: Canvas) -> None:
        """The caret; what is being composed stands before it on a ground of its own, underlined."""
        at = self.caret_area()
        if self.composed:
            wide = min(self._written.wide(self.composed), self.area.w - 2 * PAD[0])
            area = Rect(at.x - wide, at.y, wide, at.h)
            canvas.fill(area, "card")
            canvas.text(literal(self.composed), area, self.style, wrap=False)
            canvas.fill(Rect(area.x, area.bottom - 3, area.w, 1.5), "focus")
        canvas.fill(Rect(at.x, at.y + 3, max(1.5, 1 / canvas.k), at.h - 6), "ink")


def _copy(held: Editing, most: int) -> Editing:
    del most
    if held.selected:
        pygame.scrap.put_text(held.selected)
    return held


def _cut(held: Editing, most: int) -> Editing:
    return _copy(held, most).erased(-1) if held.selected else held


_COMMANDS: dict[int, Callable[[Editing, int], Editing]] = {
    pygame.K_a: lambda held, _: held.everything(),
    pygame.K_c: _copy,
    pygame.K_x: _cut,
    pygame.K_v: lambda held, most: held.typed(pygame.scrap.get_text(), most),
}
