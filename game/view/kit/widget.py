"""What a widget is, and the ruler that layout measures texts with. All numbers are design units.

Layout asks every widget what it needs at a width (`need`), then tells it where it is (`place`). A widget paints itself
within its place and says by `look` what its picture depends on; the window repaints it when that changes.
"""

from collections.abc import Hashable, Iterator, Sequence
from typing import Any

from game.view.kit.paint import Canvas
from game.view.kit.pen import Point, Rect
from game.view.kit.text import Breaker, Style

Size = tuple[float, float]

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
    typing: bool = False  # of a whole tree: letters are typed here, see `Keymap`
    spill: float = 2  # how far beyond its place it may paint, and has to be painted anew

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


class Gap(Widget):
    """Empty room: of a fixed size, or whatever is left."""

    def __init__(self, size: float = 0, grow: float = 0) -> None:
        self.size, self.grow = size, grow

    def need(self, ruler: Ruler, width: float | None = None) -> Size:
        return self.size, self.size
