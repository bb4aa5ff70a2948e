"""A table of figures whose ground says how large they are: row against column, both in one order."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from game.view.kit.paint import Canvas
from game.view.kit.pen import Rect
from game.view.kit.text import LABEL_BOLD, LABEL_INK
from game.view.kit.theme import mix
from game.view.kit.widget import Ruler, Size, Widget

DEEPEST = 0.55  # part of the tint in the ground of the largest figure, so that words on it keep their contrast
CELL_HIGH = 28.0
NAME_HIGH = 20.0
PAD = 10.0
GAP = 12.0


@dataclass(frozen=True)
class Heat:
    """`names` of rows, `heads` of columns, the `figures` shown and the `parts` (0 to 1) that tint their ground."""

    names: tuple[str, ...]
    heads: tuple[str, ...]
    figures: tuple[tuple[str, ...], ...]
    parts: tuple[tuple[float, ...], ...]
    tint: str


class HeatTable(Widget):
    """The table; where a name and its row have no room beside each other, the name stands above the row."""

    def __init__(self, heat: Heat, name: str) -> None:
        self.heat, self.name = heat, name

    def _sizes(self, ruler: Ruler) -> tuple[float, float]:
        heat = self.heat
        label = max(ruler.one_line(name, LABEL_INK)[0] for name in heat.names)
        shown = [text for row in (heat.heads, *heat.figures) for text in row]
        return label, max(ruler.one_line(text, LABEL_BOLD)[0] for text in shown) + PAD

    def need(self, ruler: Ruler, width: float | None = None) -> Size:
        label, cell = self._sizes(ruler)
        count = len(self.heat.heads)
        beside = label + GAP + cell * count
        if width is None or beside <= width:
            return beside, NAME_HIGH + CELL_HIGH * len(self.heat.names)
        return max(label, cell * count), NAME_HIGH + (CELL_HIGH + NAME_HIGH) * len(self.heat.names)

    def place(self, ruler: Ruler, area: Rect) -> None:
        self.area = area
        label, cell = self._sizes(ruler)
        count = len(self.heat.heads)
        self.beside = label + GAP + cell * count <= area.w
        self.left = label + GAP if self.beside else 0.0
        self.cell = min((area.w - self.left) / count, max(cell, 64.0))

    def look(self) -> Hashable:
        return self.heat

    def paint(self, canvas: Canvas, focused: bool) -> None:
        heat, area = self.heat, self.area
        self._row(canvas, area.y, NAME_HIGH, heat.heads)
        step = CELL_HIGH if self.beside else CELL_HIGH + NAME_HIGH
        for place, name in enumerate(heat.names):
            y = area.y + NAME_HIGH + place * step
            high = CELL_HIGH if self.beside else NAME_HIGH
            canvas.text(name, Rect(area.x, y, self.left or area.w, high), LABEL_INK, wrap=False)
            self._row(canvas, y if self.beside else y + NAME_HIGH, CELL_HIGH, heat.figures[place], heat.parts[place])

    def _row(
        self, canvas: Canvas, y: float, high: float, texts: Sequence[str], parts: Sequence[float] | None = None
    ) -> None:
        for column, text in enumerate(texts):
            box = Rect(self.area.x + self.left + column * self.cell, y, self.cell, high)
            if parts is not None:
                ground = mix(canvas.colour("card"), canvas.colour(self.heat.tint), DEEPEST * parts[column])
                canvas.fill(Rect(box.x, box.y, box.w - 1, box.h - 1), ground)
            style = LABEL_BOLD if parts is None else LABEL_INK
            canvas.text(text, box, style, "center", wrap=False)
