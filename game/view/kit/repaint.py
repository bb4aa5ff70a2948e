"""Painting trees, all of them or only where a widget looks different from what was painted."""

from collections.abc import Hashable, Sequence

import pygame

from game.view.kit.paint import Canvas
from game.view.kit.pen import Pen, Rect
from game.view.kit.reach import scrolls_around
from game.view.kit.scroll import Scroll
from game.view.kit.widget import Ruler, Widget
from game.view.kit.widgets import Label

RING = 7.0
SPILL = 12.0  # how far shadows and rings may reach beyond a widget's place

Record = list[tuple[Widget, Hashable]]


class Painting:
    """What is on the screen: each widget with the look it had when painted, and where the focus ring is."""

    def __init__(self) -> None:
        self.record: Record = []
        self.ring: Rect | None = None

    def forget(self) -> None:
        """Paint everything anew the next time."""
        self.record = []

    def outgrown(self, ruler: Ruler) -> bool:
        """Whether the words of a label have changed to some that do not fit its place any more."""
        return any(_outgrown(widget, ruler, look) for widget, look in self.record)

    def bring_up_to_date(self, trees: Sequence[Widget], canvas: Canvas, focus: Widget | None) -> int:
        """Paint what is out of date; how many areas that were."""
        if not self.record:
            return self._all(trees, canvas, focus)
        dirty = self._dirty(canvas, focus)
        if dirty is None:
            return self._all(trees, canvas, focus)
        self._parts(dirty, trees, canvas, focus)
        return len(dirty)

    def _all(self, trees: Sequence[Widget], canvas: Canvas, focus: Widget | None) -> int:
        canvas.surface.set_clip(None)
        canvas.surface.fill(canvas.colour("desk"))
        self.record = []
        for tree in trees:
            _paint(tree, canvas, focus, canvas.surface.get_rect(), self.record)
        self._ring(trees[-1], canvas, focus)
        pygame.display.flip()
        return 1

    def _dirty(self, canvas: Canvas, focus: Widget | None) -> list[pygame.Rect] | None:
        """Boxes to paint again, or None for everything."""
        dirty: list[pygame.Rect] = []
        for place, (widget, look) in enumerate(self.record):
            fresh = widget.look()
            if fresh == look:
                continue
            if isinstance(widget, Scroll):
                return None
            self.record[place] = (widget, fresh)
            dirty.append(canvas.box(widget.area.inset(-widget.spill)))
        ring = _around(focus)
        if ring != self.ring:
            dirty += [canvas.box(area.inset(-2)) for area in (ring, self.ring) if area is not None]
        elif ring is not None and any(box.colliderect(canvas.box(ring)) for box in dirty):
            dirty.append(canvas.box(ring.inset(-2)))
        whole = canvas.surface.get_rect()
        return _merged([box.clip(whole) for box in dirty])

    def _parts(self, boxes: list[pygame.Rect], trees: Sequence[Widget], canvas: Canvas, focus: Widget | None) -> None:
        if not boxes:
            return
        for box in boxes:
            canvas.surface.set_clip(box)
            canvas.surface.fill(canvas.colour("desk"), box)
            for tree in trees:
                _paint(tree, canvas, focus, box, None)
            self._ring(trees[-1], canvas, focus)
        canvas.surface.set_clip(None)
        pygame.display.update(boxes)

    def _ring(self, tree: Widget, canvas: Canvas, focus: Widget | None) -> None:
        self.ring = area = _around(focus)
        if focus is None or area is None:
            return
        before = canvas.surface.get_clip()
        for scroll in scrolls_around(tree, focus):
            canvas.surface.set_clip(canvas.surface.get_clip().clip(canvas.box(scroll.area.inset(-RING))))
        canvas.shape("focus ring", area, lambda pen: _draw_ring(pen, area))
        canvas.surface.set_clip(before)


def _around(focus: Widget | None) -> Rect | None:
    return focus.ring().inset(-RING) if focus is not None else None


def _draw_ring(pen: Pen, area: Rect) -> None:
    """A ring with a rim of paper on both sides, so that it is seen on whatever it crosses."""
    for edge, inset, width in (("card", 0.0, 5.0), ("focus", 1.0, 3.0)):
        band = Rect(0, 0, area.w, area.h).inset(inset)
        pen.rect(band, None, edge, width, 10 - inset)


def _merged(boxes: list[pygame.Rect]) -> list[pygame.Rect]:
    """Join areas that touch, so that nothing is painted twice."""
    made: list[pygame.Rect] = []
    for box in boxes:
        if box.w <= 0 or box.h <= 0:
            continue
        joined = box
        while (place := joined.collidelist(made)) >= 0:
            joined = joined.union(made.pop(place))
        made.append(joined)
    return made


def _paint(widget: Widget, canvas: Canvas, focus: Widget | None, within: pygame.Rect, record: Record | None) -> None:
    """Paint a widget and what is inside where it meets `within`; `record` collects what was painted."""
    if record is not None:
        record.append((widget, widget.look()))
    margin = round(SPILL * canvas.k)
    seen = canvas.box(widget.area).inflate(2 * margin, 2 * margin).colliderect(within)
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
    if not isinstance(widget, Label) or not callable(widget.content) or widget.look() == painted:
        return False
    w, h = widget.need(ruler, widget.area.w if widget.wraps else None)
    return w > widget.area.w + 0.5 or h > widget.area.h + 0.5
