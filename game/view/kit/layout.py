"""Layout: what a widget is, and the boxes that arrange widgets. All numbers are design units.

Layout asks every widget what it needs at a width (`need`), then tells it where it is (`place`). A widget paints itself
within its place and says by `look` what its picture depends on; the window repaints it when that changes.
"""

from collections.abc import Callable, Hashable, Iterator, Sequence
from typing import Any

from game.view.kit.paint import Canvas, Point, Rect
from game.view.kit.text import Breaker, Style

Size = tuple[float, float]
Press = tuple[int, int, str]
NOWHERE = Rect(0, 0, 0, 0)


class Ruler:
    """Measures texts in design units for one k."""

    def __init__(self, breaker: Breaker, k: float) -> None:
        self.breaker = breaker
        self.k = k

    def text(self, content: str, style: Style, width: float | None = None) -> Size:
        """Size of a text, broken to a width or in one line; a hair more than needed, so that rounding never clips."""
        limit = None if width is None else int(width * self.k + 1e-6)
        laid = self.breaker.paragraph(content, style, self.k, limit)
        wide = (laid.width + 1) / self.k
        return wide if width is None else min(wide, max(width, laid.width / self.k)), laid.height / self.k

    def one_line(self, content: str, style: Style) -> Size:
        """Size of a text in one line."""
        return self.text(content, style)


class Widget:
    """Anything on the screen.

    `name` finds it again after the tree is made anew, `grow` is its part of spare room, and what `wraps` can do with
    less width than it asks for.
    """

    name: str = ""
    grow: float = 0
    focusable: bool = False
    wraps: bool = False
    area: Rect = NOWHERE
    hint: str = ""

    def kids(self) -> Sequence["Widget"]:
        """Widgets inside this one, in reading order."""
        return ()

    def need(self, ruler: Ruler, width: float | None = None) -> Size:
        """Size wanted, given a width if there is one."""
        return 0, 0

    def place(self, ruler: Ruler, area: Rect) -> None:
        """Take a place and give places to the widgets inside."""
        self.area = area

    def look(self) -> Hashable:
        """What the picture depends on, the widgets inside left out."""
        return None

    def paint(self, canvas: Canvas, focused: bool) -> None:
        """Paint this widget, not the ones inside."""

    def act(self, key: int, mods: int) -> Any:
        """Answer a key while in focus: an action, True for taken without one, None for not wanted."""
        return None

    def press(self, point: Point) -> Any:
        """Answer a click: an action, True or None."""
        return None

    def drag(self, point: Point) -> Any:
        """Answer the mouse moving with the button held."""
        return None

    def hover(self, inside: bool) -> None:
        """The mouse came or went."""

    def clip(self) -> Rect | None:
        """Area outside which the widgets inside may not paint (None: no limit)."""
        return None

    def ring(self) -> Rect:
        """What the focus ring goes round."""
        return self.area


def walk(widget: Widget) -> Iterator[Widget]:
    """A widget and everything in it, in reading order."""
    yield widget
    for kid in widget.kids():
        yield from walk(kid)


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
    ) -> None:
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

    def __init__(
        self,
        kids: Sequence[Widget | None],
        *,
        gap: float = 0,
        pad: float | tuple[float, float] = 0,
        grow: float = 0,
        cross: str = "middle",
    ) -> None:
        super().__init__(kids, gap=gap, pad=pad, grow=grow, cross=cross)
        self.wraps = any(kid.wraps for kid in self._kids)

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


class Grid(Widget):
    """Rows of cells under common columns. A column is a number (fixed), "auto" (its widest cell) or a tuple (grow,).

    `heads` are row widgets' wrappers: `row(index)` may give a widget painted behind a whole row (a selected one, say).
    """

    def __init__(
        self,
        columns: Sequence[float | str | tuple[float]],
        rows: Sequence[Sequence[Widget | None]],
        *,
        gap: float = 8,
        row_gap: float = 0,
        row_height: float = 0,
        behind: Callable[[int], Widget | None] | None = None,
        grow: float = 0,
        stretch: bool = False,
    ) -> None:
        self.columns, self.rows = columns, rows
        self.gap, self.row_gap, self.row_height, self.grow, self.stretch = gap, row_gap, row_height, grow, stretch
        self.backs = [behind(i) if behind else None for i in range(len(rows))]

    def kids(self) -> Sequence[Widget]:
        made: list[Widget] = []
        for back, row in zip(self.backs, self.rows, strict=True):
            made += [back] if back else []
            made += [cell for cell in row if cell is not None]
        return made

    def _widths(self, ruler: Ruler, width: float | None) -> list[float]:
        made = []
        for i, column in enumerate(self.columns):
            if isinstance(column, int | float):
                made.append(float(column))
            else:
                cells = [row[i] for row in self.rows if i < len(row)]
                made.append(max((cell.need(ruler, None)[0] for cell in cells if cell is not None), default=0.0))
        if width is not None:
            spare = width - sum(made) - self.gap * (len(made) - 1)
            grows = [column[0] if isinstance(column, tuple) else 0.0 for column in self.columns]
            total = sum(grows)
            if total:
                made = [max(w + spare * g / total, 0) if g else w for w, g in zip(made, grows, strict=True)]
        return made

    def _heights(self, ruler: Ruler, widths: list[float]) -> list[float]:
        made = []
        for row in self.rows:
            needs = [cell.need(ruler, w)[1] for cell, w in zip(row, widths, strict=False) if cell is not None]
            made.append(max([self.row_height, *needs]))
        return made

    def need(self, ruler: Ruler, width: float | None = None) -> Size:
        widths = self._widths(ruler, width)
        heights = self._heights(ruler, widths)
        return sum(widths) + self.gap * (len(widths) - 1), sum(heights) + self.row_gap * max(len(heights) - 1, 0)

    def place(self, ruler: Ruler, area: Rect) -> None:
        self.area = area
        widths = self._widths(ruler, area.w)
        heights = self._heights(ruler, widths)
        if self.stretch and heights:
            spare = (area.h - sum(heights) - self.row_gap * (len(heights) - 1)) / len(heights)
            heights = [h + max(spare, 0) for h in heights]
        y = area.y
        for back, row, h in zip(self.backs, self.rows, heights, strict=True):
            if back:
                back.place(ruler, Rect(area.x, y, area.w, h))
            x = area.x
            for cell, w in zip(row, widths, strict=False):
                if cell is not None:
                    tall = min(cell.need(ruler, w)[1], h)
                    cell.place(ruler, Rect(x, y + (h - tall) / 2, w, tall))
                x += w + self.gap
            y += h + self.row_gap


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


class Gap(Widget):
    """Empty room: of a fixed size, or whatever is left."""

    def __init__(self, size: float = 0, grow: float = 0) -> None:
        self.size, self.grow = size, grow

    def need(self, ruler: Ruler, width: float | None = None) -> Size:
        return self.size, self.size


class Picture(Widget):
    """A picture of the game's own: `draw(canvas, area)`, repainted when `depends` changes."""

    def __init__(
        self,
        draw: Callable[[Canvas, Rect], None],
        depends: Callable[[], Hashable] | Hashable,
        w: float = 0,
        h: float = 0,
        *,
        grow: float = 0,
        name: str = "",
    ) -> None:
        self.draw, self.depends, self.w, self.h = draw, depends, w, h
        self.grow, self.name = grow, name

    def need(self, ruler: Ruler, width: float | None = None) -> Size:
        return self.w, self.h

    def look(self) -> Hashable:
        return self.depends() if callable(self.depends) else self.depends

    def paint(self, canvas: Canvas, focused: bool) -> None:
        self.draw(canvas, self.area)


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
