"""A tag: a word in an outline; a dashed one marks what is an estimate."""

from collections.abc import Hashable

from game.view.kit.paint import Canvas
from game.view.kit.pen import Rect
from game.view.kit.text import LABEL_INK
from game.view.kit.widget import Ruler, Size
from game.view.kit.widgets import Label, now

PAD = 10.0
HIGH = 26.0


class Tag(Label):
    """A word in an outline."""

    def __init__(self, content: str, *, dashed: bool = False) -> None:
        super().__init__(content, LABEL_INK)
        self.dashed = dashed

    def need(self, ruler: Ruler, width: float | None = None) -> Size:
        w, h = ruler.one_line(now(self.content), self.style)
        return w + 2 * PAD, max(h + 4, HIGH)

    def look(self) -> Hashable:
        return now(self.content), self.dashed

    def paint(self, canvas: Canvas, focused: bool) -> None:
        canvas.card(self.area, "card", "edge", 4, 1, dashed=self.dashed)
        inner = Rect(self.area.x + PAD, self.area.y, self.area.w - 2 * PAD, self.area.h)
        canvas.text(now(self.content), inner, self.style, "center", wrap=False)
