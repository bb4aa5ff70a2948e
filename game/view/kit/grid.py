"""Rows of cells under common columns."""

from collections.abc import Sequence

from game.view.kit.pen import Rect
from game.view.kit.widget import Ruler, Size, Widget


class Grid(Widget):
    """Rows of cells under common columns. A column is a number (fixed), "auto" (its widest cell) or a tuple (grow,)."""

    def __init__(
        self,
        columns: Sequence[float | str | tuple[float]],
        rows: Sequence[Sequence[Widget | None]],
        *,
        gap: float = 8,
        row_gap: float = 0,
        row_height: float = 0,
        grow: float = 0,
    ) -> None:
        self.columns, self.rows = columns, rows
        self.gap, self.row_gap, self.row_height, self.grow = gap, row_gap, row_height, grow

    def kids(self) -> Sequence[Widget]:
        return [cell for row in self.rows for cell in row if cell is not None]

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
        y = area.y
        for row, h in zip(self.rows, heights, strict=True):
            x = area.x
            for cell, w in zip(row, widths, strict=False):
                if cell is not None:
                    tall = min(cell.need(ruler, w)[1], h)
                    cell.place(ruler, Rect(x, y + (h - tall) / 2, w, tall))
                x += w + self.gap
            y += h + self.row_gap
