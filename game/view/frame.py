"""What all screens share: the top bar, the bottom bar with key hints, the page that the window shows."""

from collections.abc import Callable, Container, Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from game.view.actions import Back, Go
from game.view.kit.button import Button
from game.view.kit.grid import Grid
from game.view.kit.layout import Box, Column, Fitting, Row
from game.view.kit.page import Form
from game.view.kit.paint import Canvas
from game.view.kit.pen import Rect
from game.view.kit.text import LABEL, LABEL_INK, Style
from game.view.kit.widget import Gap, Widget
from game.view.kit.widgets import Label, Picture
from game.view.pictures.icons import draw_icon
from game.view.pictures.stamp import draw_stamp
from game.view.stage import Stage

if TYPE_CHECKING:
    from game.insight.desk import Question

MARGIN = 16.0
BAR_TITLE = Style(18, 24, "serif", "bar_text")
BAR_SMALL = Style(14, 20, "sans", "bar_soft")


@dataclass
class ScreenPage:
    """A screen as the window wants it: the tree from a function, its form and its keys; and what it wants to know."""

    make: Callable[[Form], Widget]
    depends: Callable[[], Hashable]
    keys: Callable[[], Mapping[int, Any]]
    first: str = ""
    name: str = ""
    wants: Callable[[], "Sequence[Question]"] = tuple
    typing: bool = False
    lasting: Container[int] = ()
    state: dict[str, Any] = field(default_factory=dict)

    def tree(self, form: Form) -> Widget:
        """The widgets."""
        return self.make(form)

    def form(self) -> Hashable:
        """What the structure depends on, besides the settings: when one of those changes, all is made anew."""
        return self.depends()

    def shortcuts(self) -> Mapping[int, Any]:
        """Actions by key."""
        return self.keys()


def page(form: Form, top: Widget, body: Widget, bottom: Widget, guide: Widget | None = None) -> Widget:
    """Top bar, body, what the guide says, bottom bar."""
    high = 44.0 if form.narrow else 56.0
    margin = 8.0 if form.narrow else MARGIN
    low = 62.0 if form.narrow else 72.0
    under = 6.0 if form.narrow else 8.0  # room for the focus ring of the main button
    return Column(
        [
            Box(top, h=high, fill="bar", radius=0, pad=(12 if form.narrow else MARGIN, 0)),
            Box(body, pad=(margin, margin), grow=1),
            Box(guide, pad=(margin, 0)) if guide else None,
            Gap(margin / 2) if guide else None,
            Box(bottom, h=low - margin - under, pad=(margin, 0)),
            Gap(under),
        ]
    )


def plain_top(stage: Stage, title: str, under: str, form: Form, back: bool = True) -> Widget:
    """The top bar of a screen outside a quarter."""
    keys: list[Widget | None] = [Button("help", stage.say("app-help"), Go("help"), key="F1", kind="bar")]
    if back:
        keys.append(Button("back", stage.say("app-back"), Back(), key="Esc", kind="bar"))
    words: Widget = (
        Label(title, BAR_TITLE)
        if form.narrow or not under
        else Column([Label(title, BAR_TITLE), Label(under, BAR_SMALL)])
    )
    side = 34 if form.narrow else 46
    return Row([Picture(draw_stamp, "stamp", side, side), words, Gap(grow=1), *keys], gap=12)


def bottom_bar(
    form: Form,
    hints: Sequence[tuple[str, str]],
    main: Widget | None,
    others: Sequence[Widget] = (),
    notice: str = "",
    instead: Sequence[Widget | None] = (),
) -> Widget:
    """Key hints at the left as far as they fit, or a notice; buttons at the right; the main one never moves.

    `instead` of hints and other buttons there may be what the guide needs, where there is no room for both.
    """
    if instead:
        return Row([*instead, main], gap=12)
    if notice:
        told = Label(notice, LABEL_INK, wrap=True, grow=1)
        return Row([icon("speech", 22), told, *others, main], gap=12 if form.narrow else 16)
    shown = [Row([Label(f"[[{key}]]", LABEL), Label(words, LABEL)], gap=8) for key, words in hints]
    return Row([Fitting(shown, gap=20), *others, main], gap=12 if form.narrow else 16)


def main_button(name: str, words: str, action: Any, key: str) -> Button:
    """The one big button of a screen, with the stamp on it."""
    return Button(name, words, action, key=key, kind="main", stamp=seal)


def seal(canvas: Canvas, area: Rect) -> None:
    """The stamp on a main button."""
    draw_stamp(canvas, area, ground="seal_text", paper="seal", rim=False)


def icon(name: str, side: float = 20, token: str = "ink", paper: str = "card") -> Widget:
    """A small icon as a widget."""
    return Picture(lambda canvas, area: draw_icon(canvas, name, area, token, paper), (name, token, paper), side, side)


def bulleted(texts: Sequence[str], mark: str = "stamp_full") -> Widget:
    """Texts with a small seal before each."""
    rows = [[Box(icon(mark, 10, "seal_mark"), w=16), Label(text, wrap=True)] for text in texts]
    return Grid([16, (1.0,)], rows, gap=8, row_gap=6)
