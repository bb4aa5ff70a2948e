"""A number to be set: its name, a slider with a mark where it usually stands, its figure."""

from collections.abc import Callable
from typing import Any

from game.view.kit.slider import Slider
from game.view.kit.text import LABEL_BOLD, LABEL_INK
from game.view.kit.widget import Widget
from game.view.kit.widgets import Label
from game.wording.figures import figure

LEAST = "000.0"


def dial(
    name: str,
    words: str,
    value: Callable[[], float],
    send: Callable[[float], Any],
    span: tuple[float, float, float],
    usual: float,
    *,
    hint: str,
    shown: Callable[[float], str] = figure,
    wrap: bool = False,
) -> list[Widget | None]:
    """The three cells of a row; `span` is lowest, highest, step."""
    low, high, step = span
    return [
        Label(words, LABEL_INK, wrap=wrap),
        Slider(name, value, send, low, high, step, was=usual, hint=hint),
        Label(lambda: shown(value()), LABEL_BOLD, align="right", least=LEAST),
    ]


def one_place(value: float) -> str:
    """A figure with one decimal."""
    return figure(value, 1)
