"""Boxes that arrange widgets: a box around one, a row, a column, widgets on top of each other."""

from collections.abc import Hashable, Sequence

from game.view.kit.paint import Canvas
from game.view.kit.pen import Rect
from game.view.kit.widget import Ruler, Size, Widget


class Box(Widget):
    """A box around one widget: fixed sizes, padding, a card behind it."""

    def __init__(
        self,
        kid: Widget | None = None,
        *,
        w: float | None = None,
        h: float | None = None,
        pad: float | tuple[float, float] = 0,
        fill: str | None = None,
        edge: str | None = None,
        card: bool = False,
        radius: float = 8,
        grow: float = 0,
        least: float = 0,
        align: str = "fill",
        accent: str | None = None,
        name: str = "",
    ) -> None:
        self.name = name
        self.kid, self.w, self.h = kid, w, h
        self.dx, self.dy = pad if isinstance(pad, tuple) else (pad, pad)
        self.fill, self.edge, self.is_card, self.radius, self.accent = fill, edge, card, radius, accent
        self.grow, self.least, self.align = grow, least, align
        self.wraps = w is None and kid is not None and kid.wraps

    def kids(self) -> Sequence[Widget]:
        return (self.kid,) if self.kid else ()

    def need(self, ruler: Ruler, width: float | None = None) -> Size:
        outer = self.w if self.w is not None else width
        inner = None if outer is None else max(outer - 2 * self.dx, 0)
        w, h = self.kid.need(ruler, inner) if self.kid else (0.0, 0.0)
        full_w = self.w if self.w is not None else max(w + 2 * self.dx, self.least)
        return full_w, self.h if self.h is not None else h + 2 * self.dy

    def place(self, ruler: Ruler, area: Rect) -> None:
        self.area = area
        if self.kid:
            inner = area.inset(self.dx, self.dy)
            if self.align != "fill":
                w, h = self.kid.need(ruler, None)
                w = min(w, inner.w)
                x = (
                    inner.x
                    if self.align == "left"
                    else inner.right - w
                    if self.align == "right"
                    else inner.x + (inner.w - w) / 2
                )
                inner = Rect(x, inner.y + max(0, (inner.h - h) / 2), w, min(h, inner.h))
            self.kid.place(ruler, inner)

    def look(self) -> Hashable:
        return self.fill, self.edge, self.is_card, self.accent

    def paint(self, canvas: Canvas, focused: bool) -> None:
        if self.is_card:
            canvas.card(self.area, self.fill or "card", self.edge or "line", self.radius, shadow=True)
        elif self.edge:
            canvas.card(self.area, self.fill or "card", self.edge, self.radius)
        elif self.fill:
            if self.radius and self.fill != "bar":
                canvas.card(self.area, self.fill, None, self.radius)
            else:
                canvas.fill(self.area, self.fill)
        if self.accent:
            canvas.fill(Rect(self.area.x, self.area.y, 4, self.area.h), self.accent)


class Line(Widget):
    """Widgets one after the other: a row or a column."""

    def __init__(
        self,
        kids: Sequence[Widget | None],
        *,
        gap: float = 0,
        pad: float | tuple[float, float] = 0,
        grow: float = 0,
        cross: str = "middle",
    ) -> None:
        self._kids = [kid for kid in kids if kid is not None]
        self.gap = gap
        self.dx, self.dy = pad if isinstance(pad, tuple) else (pad, pad)
        self.grow, self.cross = grow, cross
        self.wraps = any(kid.wraps for kid in self._kids)

    def kids(self) -> Sequence[Widget]:
        return self._kids


class Row(Line):
    """From left to right. When room is short the growing ones give way first, then those that can wrap."""

    def _widths(self, ruler: Ruler, width: float | None) -> list[float]:
        natural = [kid.need(ruler, None)[0] for kid in self._kids]
        if width is None:
            return natural
        room = width - 2 * self.dx - self.gap * max(len(self._kids) - 1, 0)
        spare = room - sum(natural)
        grows = [kid.grow for kid in self._kids]
        total = sum(grows)
        if spare >= 0 and total > 0:
            return [w + spare * g / total for w, g in zip(natural, grows, strict=True)]
        if spare < 0:
            return _shrunk(natural, self._kids, -spare)
        return natural

    def need(self, ruler: Ruler, width: float | None = None) -> Size:
        widths = self._widths(ruler, width)
        heights = [kid.need(ruler, w)[1] for kid, w in zip(self._kids, widths, strict=True)]
        full = sum(widths) + self.gap * max(len(widths) - 1, 0) + 2 * self.dx
        return full, max(heights, default=0) + 2 * self.dy

    def place(self, ruler: Ruler, area: Rect) -> None:
        self.area = area
        x, inner = area.x + self.dx, area.inset(self.dx, self.dy)
        for kid, w in zip(self._kids, self._widths(ruler, area.w), strict=True):
            h = inner.h if self.cross == "fill" else min(kid.need(ruler, w)[1], inner.h)
            y = inner.y if self.cross in {"fill", "top"} else inner.y + (inner.h - h) / 2
            kid.place(ruler, Rect(x, y, w, h))
            x += w + self.gap


class Fitting(Row):
    """A row that shows as many of its first widgets as there is room for; it asks for no width of its own."""

    grow = 1.0

    def __init__(self, kids: Sequence[Widget | None], *, gap: float = 0) -> None:
        super().__init__(kids, gap=gap, grow=1)
        self._every = list(self._kids)

    def need(self, ruler: Ruler, width: float | None = None) -> Size:
        return 0, max((kid.need(ruler, None)[1] for kid in self._every), default=0)

    def place(self, ruler: Ruler, area: Rect) -> None:
        self._kids, room = [], area.w
        for kid in self._every:
            room -= kid.need(ruler, None)[0] + (self.gap if self._kids else 0)
            if room < 0:
                break
            self._kids.append(kid)
        super().place(ruler, area)


class Yielding(Row):
    """A row whose first widget gives way down to `least`; where that is not enough, its last one is left out."""

    def __init__(self, kids: Sequence[Widget], *, least: float, gap: float = 0) -> None:
        super().__init__(kids, gap=gap, grow=1)
        self._every, self.least = list(kids), least
        self.wraps = False

    def _narrowest(self, ruler: Ruler, kids: Sequence[Widget]) -> float:
        wide = [kid.need(ruler, None)[0] for kid in kids]
        return min(wide[0], self.least) + sum(wide[1:]) + self.gap * (len(wide) - 1)

    def need(self, ruler: Ruler, width: float | None = None) -> Size:
        high = max(kid.need(ruler, None)[1] for kid in self._every)
        return self._narrowest(ruler, self._every[:-1]), high

    def place(self, ruler: Ruler, area: Rect) -> None:
        fits = self._narrowest(ruler, self._every) <= area.w
        self._kids = self._every if fits else self._every[:-1]
        super().place(ruler, area)


class Flow(Line):
    """From left to right, and on in the next line where there is no room; the last widget stands at the right end."""

    def __init__(self, kids: Sequence[Widget | None], *, gap: float = 0, row_gap: float = 2) -> None:
        super().__init__(kids, gap=gap)
        self.row_gap, self.wraps = row_gap, True

    def _lines(self, ruler: Ruler, width: float) -> list[list[tuple[Widget, Size]]]:
        made: list[list[tuple[Widget, Size]]] = [[]]
        room = width
        for kid in self._kids:
            wide, _ = kid.need(ruler, None)
            if made[-1] and wide > room:
                made.append([])
                room = width
            made[-1].append((kid, kid.need(ruler, min(wide, width))))
            room -= wide + self.gap
        return made

    def need(self, ruler: Ruler, width: float | None = None) -> Size:
        if width is None:
            sizes = [kid.need(ruler, None) for kid in self._kids]
            whole = sum(w for w, _ in sizes) + self.gap * max(len(sizes) - 1, 0)
            return whole, max((h for _, h in sizes), default=0)
        lines = self._lines(ruler, width)
        heights = [max((size[1] for _, size in line), default=0) for line in lines]
        widest = max(sum(size[0] for _, size in line) + self.gap * max(len(line) - 1, 0) for line in lines)
        return widest, sum(heights) + self.row_gap * (len(lines) - 1)

    def place(self, ruler: Ruler, area: Rect) -> None:
        self.area = area
        y = area.y
        for line in self._lines(ruler, area.w):
            x, high = area.x, max((size[1] for _, size in line), default=0)
            for kid, (wide, tall) in line:
                left = area.right - wide if kid is self._kids[-1] else x
                kid.place(ruler, Rect(left, y + (high - tall) / 2, wide, tall))
                x += wide + self.gap
            y += high + self.row_gap


def _shrunk(natural: list[float], kids: Sequence[Widget], missing: float) -> list[float]:
    """Take `missing` from kids that wrap (attribute `wraps`), the widest first; others keep what they need."""
    made = list(natural)
    soft = [i for i, kid in enumerate(kids) if kid.wraps]
    while missing > 0.01 and soft:
        widest = max(soft, key=lambda i: made[i])
        others = [made[i] for i in soft if i != widest]
        floor = max(max(others, default=0), 24.0)
        step = min(missing, max(made[widest] - floor, missing / len(soft)))
        step = min(step, made[widest] - 24.0)
        if step <= 0:
            break
        made[widest] -= step
        missing -= step
    return made


class Column(Line):
    """From top to bottom; spare height goes to the growing ones."""

    def need(self, ruler: Ruler, width: float | None = None) -> Size:
        inner = None if width is None else width - 2 * self.dx
        sizes = [kid.need(ruler, inner) for kid in self._kids]
        w = max((size[0] for size in sizes), default=0)
        return w + 2 * self.dx, sum(size[1] for size in sizes) + self.gap * max(len(sizes) - 1, 0) + 2 * self.dy

    def place(self, ruler: Ruler, area: Rect) -> None:
        self.area = area
        inner = area.inset(self.dx, self.dy)
        heights = [kid.need(ruler, inner.w)[1] for kid in self._kids]
        spare = inner.h - sum(heights) - self.gap * max(len(heights) - 1, 0)
        total = sum(kid.grow for kid in self._kids)
        y = inner.y
        for kid, h in zip(self._kids, heights, strict=True):
            tall = h + (spare * kid.grow / total if total and kid.grow else 0)
            tall = max(tall, 0)
            kid.place(ruler, Rect(inner.x, y, inner.w, tall))
            y += tall + self.gap


class Stack(Widget):
    """Widgets on top of each other in one place."""

    def __init__(self, kids: Sequence[Widget], grow: float = 0) -> None:
        self._kids, self.grow = kids, grow

    def kids(self) -> Sequence[Widget]:
        return self._kids

    def need(self, ruler: Ruler, width: float | None = None) -> Size:
        sizes = [kid.need(ruler, width) for kid in self._kids]
        return max((s[0] for s in sizes), default=0), max((s[1] for s in sizes), default=0)

    def place(self, ruler: Ruler, area: Rect) -> None:
        self.area = area
        for kid in self._kids:
            kid.place(ruler, area)
