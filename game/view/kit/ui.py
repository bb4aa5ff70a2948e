"""The window: size and unit, layers of pages, focus, events, and repainting only what changed.

A page is anything with `tree`, `form` and `shortcuts`. The tree is made anew when the form, the window, the text size
or the theme changes; between that, widgets are compared by `look()` with what was painted. Focus survives by name.
"""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import pygame

from game.view.kit.cache import PictureCache
from game.view.kit.control import Control
from game.view.kit.paint import Canvas
from game.view.kit.pen import Pen, Point, Rect
from game.view.kit.scroll import Scroll
from game.view.kit.text import Breaker, Fonts
from game.view.kit.theme import THEMES
from game.view.kit.widget import Ruler, Widget, walk
from game.view.kit.widgets import Label

DESIGN = (1280.0, 720.0)
NARROW = 900.0
RING = 6.0


@dataclass(frozen=True)
class Form:
    """What a page has to fit into: its size in design units, and whether that is narrow."""

    width: float
    height: float
    narrow: bool
    scroll: dict[str, float]


class Page(Protocol):
    """A screen or a layer on top of one."""

    def tree(self, form: Form) -> Widget:
        """The widgets, for a form."""
        ...

    def form(self) -> Hashable:
        """What the structure of the tree depends on."""
        ...

    def shortcuts(self) -> Mapping[int, Any]:
        """Actions by key."""
        ...

    @property
    def first(self) -> str:
        """Name of the widget in focus at first."""
        ...


class Window:
    """One window and what is on it. `layers` are pages, the last one on top and in charge."""

    def __init__(self, size: tuple[int, int], fonts: Path, theme: str = "light", text_size: float = 1.0) -> None:
        self.surface = pygame.display.set_mode(size, pygame.RESIZABLE)
        self.breaker = Breaker(Fonts(fonts))
        self.cache = PictureCache()
        self.theme, self.text_size = theme, text_size
        self.layers: list[Page] = []
        self.icons: Any = None
        self._trees: list[Widget] = []
        self._forms: list[Hashable] = []
        self._painted: list[tuple[Widget, Hashable]] = []
        self._focus: list[str] = []
        self._scroll: dict[str, float] = {}
        self._hovered: Widget | None = None
        self._held: Widget | None = None
        self._ring: Rect | None = None
        self._stale = True

    @property
    def k(self) -> float:
        """Pixels per design unit."""
        w, h = self.surface.get_size()
        return max(min(w / DESIGN[0], h / DESIGN[1]) * self.text_size, 0.25)

    @property
    def shape(self) -> Form:
        """The form of the window now."""
        w, h = self.surface.get_size()
        return Form(w / self.k, h / self.k, w / self.k < NARROW, self._scroll)

    def show(self, layers: Sequence[Page]) -> None:
        """Replace what is shown; a page that stays keeps its focus."""
        kept = {id(page): name for page, name in zip(self.layers, self._focus, strict=True)}
        self.layers = list(layers)
        self._focus = [kept.get(id(page), page.first) for page in self.layers]
        self._stale = True

    def dress(self, *, theme: str | None = None, text_size: float | None = None) -> None:
        """Change theme or text size."""
        self.theme = theme or self.theme
        self.text_size = text_size or self.text_size
        self._stale = True

    def forget(self) -> None:
        """Paint everything anew at the next refresh."""
        self._painted = []

    def resized(self) -> None:
        """The window has another size."""
        self.surface = pygame.display.get_surface() or self.surface
        self._stale = True

    # -- reading the tree ---------------------------------------------------------------------------------------------

    @property
    def tree(self) -> Widget:
        """The tree of the layer on top."""
        return self._trees[-1]

    def find(self, name: str) -> Widget | None:
        """The widget of that name on the layer on top."""
        return next((widget for widget in walk(self.tree) if widget.name == name), None)

    @property
    def focus(self) -> Widget | None:
        """The widget in focus."""
        found = self.find(self._focus[-1]) if self._focus and self._focus[-1] else None
        return found if found is not None and found.focusable else None

    def _stops(self) -> list[Widget]:
        return [widget for widget in walk(self.tree) if widget.focusable and widget.name]

    def set_focus(self, name: str) -> None:
        """Put a widget in focus and bring it into sight."""
        self._focus[-1] = name
        found = self.find(name)
        if found is None:
            return
        for widget in walk(self.tree):
            if isinstance(widget, Scroll) and found in list(walk(widget.kid)):
                widget.show(found.area)

    # -- events -------------------------------------------------------------------------------------------------------

    def handle(self, event: pygame.event.Event) -> Any:
        """Answer an event: an action for the program, or None."""
        if event.type == pygame.KEYDOWN:
            return self._key(event.key, event.mod)
        if event.type == pygame.MOUSEMOTION:
            return self._moved(self._point(event.pos), held=bool(event.buttons[0]))
        if event.type == pygame.MOUSEBUTTONDOWN and event.button == 1:
            return self._pressed(self._point(event.pos))
        if event.type == pygame.MOUSEBUTTONUP and event.button == 1:
            self._held = None
        elif event.type == pygame.MOUSEWHEEL:
            self._wheel(self._point(pygame.mouse.get_pos()), event.y)
        elif event.type in {pygame.VIDEORESIZE, pygame.WINDOWSIZECHANGED}:
            self.resized()
        elif event.type == pygame.WINDOWEXPOSED:
            self.forget()
        return None

    def _point(self, pos: tuple[int, int]) -> Point:
        return pos[0] / self.k, pos[1] / self.k

    def _key(self, key: int, mods: int) -> Any:
        focus = self.focus
        if focus is not None and (answer := focus.act(key, mods)) is not None:
            return None if answer is True else answer
        action = self.layers[-1].shortcuts().get(key)
        if action is not None:
            return action
        if key == pygame.K_TAB:
            self._step(-1 if mods & pygame.KMOD_SHIFT else 1)
        elif key in _ARROWS:
            self._towards(*_ARROWS[key])
        elif key in {pygame.K_PAGEUP, pygame.K_PAGEDOWN}:
            self._page(1 if key == pygame.K_PAGEDOWN else -1)
        return None

    def _step(self, by: int) -> None:
        stops = self._stops()
        if not stops:
            return
        names = [widget.name for widget in stops]
        here = names.index(self._focus[-1]) if self._focus[-1] in names else (-1 if by > 0 else 0)
        self.set_focus(names[(here + by) % len(names)])

    def _towards(self, dx: int, dy: int) -> None:
        """Focus the nearest control in a direction; with none in focus the first one."""
        focus = self.focus
        stops = self._stops()
        if focus is None:
            self._step(1)
            return
        x, y = focus.area.x + focus.area.w / 2, focus.area.y + focus.area.h / 2
        best, best_cost = None, 1e9
        for widget in stops:
            wx, wy = widget.area.x + widget.area.w / 2, widget.area.y + widget.area.h / 2
            along, across = ((wx - x) * dx, abs(wy - y)) if dx else ((wy - y) * dy, abs(wx - x))
            if widget is focus or along <= 1:
                continue
            cost = along + 2.5 * across
            if cost < best_cost:
                best, best_cost = widget, cost
        if best is not None:
            self.set_focus(best.name)
        elif dy:
            self._page(0.4 * dy)

    def _page(self, pages: float) -> None:
        for widget in walk(self.tree):
            if isinstance(widget, Scroll) and widget.furthest > 0 and widget.move(pages * widget.area.h * 0.8):
                return

    def _at(self, point: Point) -> Widget | None:
        return _topmost(self.tree, point)

    def _moved(self, point: Point, held: bool) -> Any:
        if held and self._held is not None:
            answer = self._held.drag(point)
            return None if answer is True else answer
        found = self._at(point)
        if found is not self._hovered:
            if self._hovered is not None:
                self._hovered.hover(False)
            if found is not None:
                found.hover(True)
            self._hovered = found
        return None

    def _pressed(self, point: Point) -> Any:
        found = self._at(point)
        if found is None:
            return None
        if found.focusable:
            self._focus[-1] = found.name
        self._held = found
        answer = found.press(point)
        return None if answer is True else answer

    def _wheel(self, point: Point, turns: int) -> None:
        for widget in walk(self.tree):
            if isinstance(widget, Scroll) and widget.area.has(point) and widget.move(-48.0 * turns):
                return

    # -- painting -----------------------------------------------------------------------------------------------------

    def refresh(self) -> int:
        """Bring the picture up to date; how many areas were repainted."""
        forms = [page.form() for page in self.layers]
        if self._stale or forms != self._forms or len(self._trees) != len(self.layers):
            self._build(forms)
        ruler = Ruler(self.breaker, self.k)
        if any(_outgrown(widget, ruler, look) for widget, look in self._painted):
            self._place()
        if not self._painted:
            return self._paint_all()
        return self._paint_changed()

    def _build(self, forms: list[Hashable]) -> None:
        shape = self.shape
        self._trees = [page.tree(shape) for page in self.layers]
        self._forms = forms
        self._stale = False
        self._hovered = self._held = None
        self._place()
        if self._focus and self._focus[-1] and self.find(self._focus[-1]) is None:
            self._focus[-1] = self.layers[-1].first
        if pygame.mouse.get_focused():
            self._moved(self._point(pygame.mouse.get_pos()), held=False)

    def _place(self) -> None:
        shape, ruler = self.shape, Ruler(self.breaker, self.k)
        for tree in self._trees:
            tree.place(ruler, Rect(0, 0, shape.width, shape.height))
        self._painted = []

    def _canvas(self) -> Canvas:
        canvas = Canvas(self.surface, self.k, self.theme, THEMES[self.theme], self.cache, self.breaker)
        canvas.icons = self.icons
        return canvas

    def _paint_all(self) -> int:
        canvas = self._canvas()
        self.surface.set_clip(None)
        self.surface.fill(canvas.colour("desk"))
        self._painted = []
        focus = self.focus
        for tree in self._trees:
            _paint(tree, canvas, focus, self.surface.get_rect(), self._painted)
        self._paint_ring(canvas, focus)
        pygame.display.flip()
        return 1

    def _paint_changed(self) -> int:
        dirty: list[pygame.Rect] = []
        canvas = self._canvas()
        for place, (widget, look) in enumerate(self._painted):
            fresh = widget.look()
            if fresh != look:
                if isinstance(widget, Scroll):
                    return self._paint_all()
                self._painted[place] = (widget, fresh)
                dirty.append(canvas.box(widget.area.inset(-2)))
        focus = self.focus
        ring = focus.ring().inset(-RING) if focus is not None else None
        if ring != self._ring:
            dirty += [canvas.box(area.inset(-2)) for area in (ring, self._ring) if area is not None]
        elif ring is not None and any(box.colliderect(canvas.box(ring)) for box in dirty):
            dirty.append(canvas.box(ring.inset(-2)))
        if not dirty:
            return 0
        whole = self.surface.get_rect()
        dirty = _merged([box.clip(whole) for box in dirty])
        for box in dirty:
            self.surface.set_clip(box)
            self.surface.fill(canvas.colour("desk"), box)
            for tree in self._trees:
                _paint(tree, canvas, focus, box, None)
            self._paint_ring(canvas, focus)
        self.surface.set_clip(None)
        pygame.display.update(dirty)
        return len(dirty)

    def _paint_ring(self, canvas: Canvas, focus: Widget | None) -> None:
        self._ring = None
        if focus is None:
            return
        area = focus.ring().inset(-RING)
        self._ring = area
        limits = [
            canvas.box(widget.area.inset(-RING))
            for widget in walk(self.tree)
            if isinstance(widget, Scroll) and focus in list(walk(widget.kid))
        ]
        before = self.surface.get_clip()
        for box in limits:
            self.surface.set_clip(self.surface.get_clip().clip(box))
        canvas.shape("focus ring", area, lambda pen: _ring(pen, area))
        self.surface.set_clip(before)


_ARROWS = {pygame.K_LEFT: (-1, 0), pygame.K_RIGHT: (1, 0), pygame.K_UP: (0, -1), pygame.K_DOWN: (0, 1)}


def _ring(pen: Pen, area: Rect) -> None:
    pen.rect(Rect(0, 0, area.w, area.h), None, "focus", 3, 9)


def _merged(boxes: list[pygame.Rect]) -> list[pygame.Rect]:
    """Join areas that touch, so that nothing is painted twice."""
    made: list[pygame.Rect] = []
    for box in boxes:
        if box.w <= 0 or box.h <= 0:
            continue
        joined = box
        again = True
        while again:
            again = False
            for other in made:
                if other.colliderect(joined):
                    made.remove(other)
                    joined = joined.union(other)
                    again = True
                    break
        made.append(joined)
    return made


def _paint(
    widget: Widget,
    canvas: Canvas,
    focus: Widget | None,
    within: pygame.Rect,
    record: list[tuple[Widget, Hashable]] | None,
) -> None:
    """Paint a widget and what is inside where it meets `within`; `record` collects what was painted."""
    if record is not None:
        record.append((widget, widget.look()))
    box = canvas.box(widget.area)
    margin = round(12 * canvas.k)
    seen = box.inflate(2 * margin, 2 * margin).colliderect(within)
    if seen:
        widget.paint(canvas, widget is focus)
    if not seen and record is None:
        return
    limit = widget.clip()
    before = canvas.surface.get_clip()
    if limit is not None:
        canvas.surface.set_clip(before.clip(canvas.box(limit)))
        within = within.clip(canvas.box(limit))
    for kid in widget.kids():
        _paint(kid, canvas, focus, within, record)
    canvas.surface.set_clip(before)


def _outgrown(widget: Widget, ruler: Ruler, painted: Hashable) -> bool:
    """Whether a label's words have changed to some that do not fit its place any more."""
    if not isinstance(widget, Label) or not callable(widget.content) or widget.look() == painted:
        return False
    w, h = widget.need(ruler, widget.area.w if widget.wraps else None)
    return w > widget.area.w + 0.5 or h > widget.area.h + 0.5


def _topmost(widget: Widget, point: Point) -> Widget | None:
    limit = widget.clip()
    if limit is not None and not limit.has(point):
        return None
    found: Widget | None = None
    for kid in widget.kids():
        hit = _topmost(kid, point)
        found = hit if hit is not None else found
    if found is not None:
        return found
    return widget if isinstance(widget, Control) and widget.area.has(point) else None
