"""A window on something taller than its place."""

from collections.abc import Hashable, Sequence

from game.view.kit.layout import Column
from game.view.kit.page import Form
from game.view.kit.paint import Canvas
from game.view.kit.pen import Rect
from game.view.kit.widget import Ruler, Size, Widget


class Scroll(Widget):
    """A window on something taller; wheel, page keys and the focus move it. The offset outlives the tree by name."""

    focusable = False
    BAR = 8.0

    def __init__(self, kid: Widget, offsets: dict[str, float], name: str, grow: float = 1) -> None:
        self.kid, self.offsets, self.name, self.grow = kid, offsets, name, grow
        self.full = 0.0

    def kids(self) -> Sequence[Widget]:
        return (self.kid,)

    def need(self, ruler: Ruler, width: float | None = None) -> Size:
        w, h = self.kid.need(ruler, None if width is None else width)
        return w, min(h, 80.0)

    def place(self, ruler: Ruler, area: Rect) -> None:
        self.area = area
        self._ruler = ruler
        self.full = self.kid.need(ruler, area.w)[1]
        wide = area.w
        if self.full > area.h + 0.5:
            wide = area.w - self.BAR - 6
            self.full = self.kid.need(ruler, wide)[1]
        offset = self.offset
        self.kid.place(ruler, Rect(area.x, area.y - offset, wide, max(self.full, area.h)))

    @property
    def furthest(self) -> float:
        """Largest offset."""
        return max(0.0, self.full - self.area.h)

    @property
    def offset(self) -> float:
        """How far the content is moved up."""
        return min(max(self.offsets.get(self.name, 0.0), 0.0), self.furthest)

    def move(self, by: float) -> bool:
        """Scroll by some units; whether anything moved."""
        before = self.offset
        self.offsets[self.name] = min(max(before + by, 0.0), self.furthest)
        if self.offset == before:
            return False
        self.place(self._ruler, self.area)
        return True

    def show(self, area: Rect) -> bool:
        """Scroll so that an area inside comes into sight; whether anything moved."""
        if area.y < self.area.y:
            return self.move(area.y - self.area.y - 8)
        if area.bottom > self.area.bottom:
            return self.move(min(area.bottom - self.area.bottom + 8, area.y - self.area.y))
        return False

    def clip(self) -> Rect | None:
        return self.area

    def look(self) -> Hashable:
        return self.offset, self.full

    def paint(self, canvas: Canvas, focused: bool) -> None:
        if self.furthest <= 0.5:
            return
        track = Rect(self.area.right - self.BAR, self.area.y + 2, self.BAR, self.area.h - 4)
        canvas.card(track, "inset", None, 4)
        length = max(24.0, track.h * self.area.h / self.full)
        top = track.y + (track.h - length) * self.offset / self.furthest
        canvas.card(Rect(track.x, top, self.BAR, length), "edge", None, 4)


def scrolled(kid: Widget, form: Form, name: str) -> Widget:
    """Something that may be taller than its place: in a window, but whole on a narrow page, which scrolls itself."""
    return kid if form.narrow else Scroll(kid, form.scroll, name)


class Headed(Column):
    """A head over rows that scroll: its columns stand over theirs, whether or not a bar takes some of their width."""

    def __init__(self, head: Widget, under: Widget, rows: Scroll) -> None:
        super().__init__([head, under, rows])
        self.head, self.rows = head, rows

    def place(self, ruler: Ruler, area: Rect) -> None:
        super().place(ruler, area)
        self.head.place(ruler, Rect(area.x, self.head.area.y, self.rows.kid.area.w, self.head.area.h))
