"""What was painted on what: a canvas that looks at the picture before and after every stroke."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterator
from functools import cache
from itertools import combinations
from typing import Any, ClassVar, NamedTuple

import numpy as np
import pygame

from game.view.app import App
from game.view.kit.control import Control
from game.view.kit.paint import Canvas
from game.view.kit.pen import Pen, Rect
from game.view.kit.reach import scrolls_around
from game.view.kit.repaint import RING
from game.view.kit.text import Placed, pixels
from game.view.kit.theme import THEMES, Colour, contrast
from game.view.kit.ui import settle
from game.view.kit.widget import Widget, walk

TEXT, CONTROL = 4.5, 3.0
SHARE = 0.08  # of the pixels under a text that a colour has to have to count as what it stands on


class Noted(NamedTuple):
    """A stroke: text, edge (of a card) or icon; in which token, where, and its contrast with what was there."""

    kind: str
    what: str
    token: str
    box: tuple[int, int, int, int]
    ratio: float
    under: Colour


@cache
def ratio(one: Colour, other: Colour) -> float:
    return contrast(one, other)


def colours(surface: pygame.Surface, box: pygame.Rect) -> list[tuple[Colour, float]]:
    """The colours in a box, with their share of it."""
    box = box.clip(surface.get_clip())
    if box.w < 1 or box.h < 1:
        return []
    seen = pygame.surfarray.array3d(surface.subsurface(box)).reshape(-1, 3)
    codes = seen[:, 0].astype(np.int32) << 16 | seen[:, 1].astype(np.int32) << 8 | seen[:, 2]
    kinds, counts = np.unique(codes, return_counts=True)
    return [
        ((int(c) >> 16, int(c) >> 8 & 255, int(c) & 255), n / codes.size) for c, n in zip(kinds, counts, strict=True)
    ]


class Recording(Canvas):
    """Notes what it paints; the notes are the class's, since a window makes a canvas for every frame."""

    notes: ClassVar[list[Noted]] = []

    def _note(self, kind: str, what: str, token: str, box: pygame.Rect, found: list[tuple[Colour, float]]) -> None:
        fore = self.colour(token)
        worst = min(((ratio(fore, under), under) for under, _ in found), default=None)
        if worst is not None:
            self.notes.append(Noted(kind, what, token, (box.x, box.y, box.w, box.h), *worst))

    def _span(self, item: Placed, x: int, y: int, line_height: int, colour: str | None) -> None:
        if item.span.kind == "text" and item.span.text.strip() and not self.surface.get_flags() & pygame.SRCALPHA:
            size = pixels(item.span.style.size, self.k)
            box = pygame.Rect(x, y + (line_height - size) // 2, item.width, size)
            found = [(under, share) for under, share in colours(self.surface, box) if share >= SHARE]
            seen = box.clip(self.surface.get_clip())
            self._note("text", item.span.text, colour or item.span.style.colour, seen, found)
        super()._span(item, x, y, line_height, colour)

    def card(
        self,
        area: Rect,
        fill: str = "card",
        edge: str | None = "line",
        radius: float = 8,
        width: float = 1,
        shadow: bool = False,
        dashed: bool = False,
    ) -> None:
        box = self.box(area)
        parts = [0.2, 0.35, 0.5, 0.65, 0.8]
        outside = [(box.x + round(part * box.w), y) for part in parts for y in (box.y - 2, box.bottom + 1)]
        outside += [(x, box.y + round(part * box.h)) for part in parts for x in (box.x - 2, box.right + 1)]
        seen = [_pixel(self.surface, at) for at in outside if self.surface.get_clip().collidepoint(at)]
        super().card(area, fill, edge, radius, width, shadow, dashed)
        if len(seen) > len(outside) // 2 and edge is not None:
            under = Counter(seen).most_common(1)[0][0]
            best = max((edge, fill), key=lambda token: ratio(self.colour(token), under))
            self._note("edge", f"{fill} with {edge}", best, box, [(under, 1.0)])

    def shape(self, name: Hashable, area: Rect, draw: Callable[[Pen], None]) -> None:
        box = self.box(area).clip(self.surface.get_clip())
        icon = isinstance(name, tuple) and name[0] == "icon" and box == self.box(area)
        before = colours(self.surface, box) if icon else []
        super().shape(name, area, draw)
        if icon and isinstance(name, tuple) and before:
            under = max(before, key=lambda pair: pair[1])[0]
            strongest = max((ratio(colour, under) for colour, share in colours(self.surface, box) if share > 0.01))
            at = (box.x, box.y, box.w, box.h)
            self.notes.append(Noted("icon", str(name[1]), str(name[2]), at, strongest, under))


def _pixel(surface: pygame.Surface, at: tuple[int, int]) -> Colour:
    r, g, b, _ = surface.get_at(at)
    return r, g, b


def repaint(app: App, theme: str) -> list[Noted]:
    """Paint everything in a theme, with nothing in focus, and give what was noted."""
    Recording.notes.clear()
    app.window.theme = theme
    app.window._focus[-1] = ""
    app.window.forget()
    settle(app.window)
    return list(Recording.notes)


COVERED = 2  # pixels that two texts have to have in common, across and down, to cover each other


def overlaps(app: App) -> Iterator[str]:
    """Texts of the layer on top that were painted over each other."""
    notes = [note for note in repaint(app, app.window.theme) if note.kind == "text"]
    if len(app.window._trees) > 1:
        return  # what lies beneath shows through nowhere, but it was painted
    boxes = [(note.what, pygame.Rect(note.box)) for note in notes]
    for (one, box), (other, beside) in combinations(boxes, 2):
        common = box.clip(beside)
        if common.w > COVERED and common.h > COVERED:
            yield f"{app.screen}: {one!r} and {other!r} share {tuple(common)}"


def faults(app: App) -> Iterator[str]:
    """What is too faint, in every theme, as it is and with the mouse on every control."""
    was, focus = app.window.theme, app.window._focus[-1]
    for theme in THEMES:
        notes = repaint(app, theme)
        yield from (f"{theme}: {fault}" for fault in (*_texts(notes), *_icons(notes), *_controls(app, notes)))
        yield from (f"{theme}: {fault}" for fault in _rings(app))
        held = [widget for tree in app.window._trees for widget in walk(tree) if isinstance(widget, Control)]
        for widget in held:
            widget.hover(True)
        yield from (f"{theme}, under the mouse: {fault}" for fault in _texts(repaint(app, theme)))
        for widget in held:
            widget.hover(False)
    app.window._focus[-1] = focus
    app.window.theme = was
    app.window.forget()
    app.window.refresh()


def _told(note: Noted) -> str:
    return f"{note.kind} {note.token} on #{note.under[0]:02X}{note.under[1]:02X}{note.under[2]:02X}: {note.ratio:.2f}"


def _texts(notes: list[Noted]) -> Iterator[str]:
    yield from (f"{_told(note)} ({note.what[:30]})" for note in notes if note.kind == "text" and note.ratio < TEXT)


def _icons(notes: list[Noted]) -> Iterator[str]:
    yield from (f"{_told(note)} ({note.what})" for note in notes if note.kind == "icon" and note.ratio < CONTROL)


def _controls(app: App, notes: list[Noted]) -> Iterator[str]:
    """Outlines that tell where a control is."""
    for tree in app.window._trees[-1:]:
        for widget in walk(tree):
            if isinstance(widget, Control) and widget.area.w > 0:
                yield from _outlines(app, widget, notes)


def _outlines(app: App, widget: Widget, notes: list[Noted]) -> Iterator[str]:
    k, area = app.window.k, widget.area
    own = pygame.Rect(round(area.x * k), round(area.y * k), round(area.w * k), round(area.h * k)).inflate(4, 4)
    for note in notes:
        if note.kind == "edge" and own.contains(pygame.Rect(note.box)) and note.ratio < CONTROL:
            yield f"{_told(note)} ({type(widget).__name__}, {note.what})"


def _rings(app: App) -> Iterator[str]:
    """Whether the focus ring, or the paper at its rims, would be seen on what lies under it; a tenth may be crossed."""
    surface, k = app.window.surface, app.window.k
    look = [THEMES[app.window.theme][token] for token in ("focus", "card")]
    assert ratio(*look) >= CONTROL
    for widget in walk(app.window.tree):
        if not widget.focusable or not widget.name:
            continue
        area = widget.ring().inset(-RING + 2.5)
        x0, y0, x1, y1 = (round(v * k) for v in (area.x, area.y, area.right, area.bottom))
        around = [(x, y) for x in range(x0, x1, 3) for y in (y0, y1)]
        around += [(x, y) for y in range(y0, y1, 3) for x in (x0, x1)]
        shown = surface.get_rect()
        for scroll in scrolls_around(app.window.tree, widget):
            shown = shown.clip(pygame.Rect(*(round(v * k) for v in scroll.area)))
        seen = [_pixel(surface, at) for at in around if shown.collidepoint(at)]
        faint = Counter(under for under in seen if max(ratio(colour, under) for colour in look) < CONTROL)
        if seen and sum(faint.values()) > 0.1 * len(seen):
            under, count = faint.most_common(1)[0]
            yield f"focus ring of {widget.name} on {under}: {count} of {len(seen)}"


def record(monkeypatch: Any) -> None:
    """Let windows paint on a recording canvas."""
    monkeypatch.setattr("game.view.kit.ui.Canvas", Recording)
