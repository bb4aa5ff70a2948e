"""Painting trees, all of them or only where a widget looks different from what was painted."""

from collections.abc import Hashable, Mapping, Sequence
from functools import partial

import pygame

from game.view.kit.paint import Canvas
from game.view.kit.pen import Pen, Rect
from game.view.kit.reach import scrolls_around
from game.view.kit.scroll import Scroll
from game.view.kit.widget import Ruler, Widget
from game.view.kit.widgets import Label

RING = 7.0
TALL = 60.0  # what is lower stands close to words that no ring should cross
SPILL = 12.0  # how far shadows and rings may reach beyond a widget's place

Record = list[tuple[Widget, Hashable]]
Rings = tuple[tuple[str, Rect], ...]


class Painting:
    """What is on the screen: each widget with the look it had when painted, and where the focus ring is."""

    def __init__(self) -> None:
        self.record: Record = []
        self.rings: Rings = ()

    def forget(self) -> None:
        """Paint everything anew the next time."""
        self.record = []

    def outgrown(self, ruler: Ruler) -> bool:
        """Whether the words of a label have changed to some that do not fit its place any more."""
        return any(_outgrown(widget, ruler, look) for widget, look in self.record)

    def bring_up_to_date(
        self, trees: Sequence[Widget], canvas: Canvas, focus: Widget | None, pointed: Widget | None = None
    ) -> int:
        """Paint what is out of date; how many areas that were. What is pointed at has a ring as the focus has."""
        marks = {name: widget for name, widget in (("seal_top", pointed), ("focus", focus)) if widget is not None}
        dirty = self._dirty(canvas, _around(marks)) if self.record else None
        if dirty is None:
            return self._all(trees, canvas, marks)
        self._parts(dirty, trees, canvas, marks)
        return len(dirty)

    def _all(self, trees: Sequence[Widget], canvas: Canvas, marks: Mapping[str, Widget]) -> int:
        canvas.surface.set_clip(None)
        canvas.surface.fill(canvas.colour("desk"))
        self.record = []
        for tree in trees:
            canvas.breaker.typing = tree.typing
            _paint(tree, canvas, marks.get("focus"), canvas.surface.get_rect(), self.record)
        self._ring(trees[-1], canvas, marks)
        pygame.display.flip()
        return 1

    def _dirty(self, canvas: Canvas, rings: Rings) -> list[pygame.Rect] | None:
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
        moved = set(rings) ^ set(self.rings)
        dirty += [canvas.box(area.inset(-2)) for _, area in moved]
        held = [canvas.box(area.inset(-2)) for ring in rings if ring not in moved for area in ring[1:]]
        dirty += [ring for ring in held if any(box.colliderect(ring) for box in dirty)]
        whole = canvas.surface.get_rect()
        return _merged([box.clip(whole) for box in dirty])

    def _parts(
        self, boxes: list[pygame.Rect], trees: Sequence[Widget], canvas: Canvas, marks: Mapping[str, Widget]
    ) -> None:
        if not boxes:
            return
        for box in boxes:
            canvas.surface.set_clip(box)
            canvas.surface.fill(canvas.colour("desk"), box)
            for tree in trees:
                canvas.breaker.typing = tree.typing
                _paint(tree, canvas, marks.get("focus"), box, None)
            self._ring(trees[-1], canvas, marks)
        canvas.surface.set_clip(None)
        pygame.display.update(boxes)

    def _ring(self, tree: Widget, canvas: Canvas, marks: Mapping[str, Widget]) -> None:
        """The rings, each within what scrolls around its widget."""
        self.rings = _around(marks)
        before = canvas.surface.get_clip()
        for token, area in self.rings:
            for scroll in scrolls_around(tree, marks[token]):
                canvas.surface.set_clip(canvas.surface.get_clip().clip(canvas.box(scroll.area.inset(-RING))))
            canvas.shape(("ring", token), area, partial(_draw_ring, area=area, token=token))
            canvas.surface.set_clip(before)


def _around(marks: Mapping[str, Widget]) -> Rings:
    """Where the rings are: the pointer's round all of a widget, the focus's round what keys move."""
    areas = {token: widget.ring() if token == "focus" else widget.area.inset(-4, 0) for token, widget in marks.items()}
    return tuple(
        (token, area.inset(-RING, -RING if token == "focus" or area.h > TALL else -2)) for token, area in areas.items()
    )


def _draw_ring(pen: Pen, area: Rect, token: str) -> None:
    """A ring with a rim of paper on both sides, so that it is seen on whatever it crosses."""
    for edge, inset, width in (("card", 0.0, 5.0), (token, 1.0, 3.0)):
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
