"""Pictures of a dilemma: the little two by two, the scale from all to none, the gauge of patience."""

from functools import partial

from game.insight.stage_game import GameType
from game.view.kit.paint import Canvas
from game.view.kit.pen import Pen, Rect
from game.view.kit.text import Style

# Where best replies settle, as (row, column): row 0 I keep, column 0 the others keep.
SETTLES: dict[GameType, tuple[tuple[int, int], ...]] = {
    GameType.PRISONERS_DILEMMA: ((1, 1),),
    GameType.DEADLOCK: ((1, 1),),
    GameType.STAG_HUNT: ((0, 0), (1, 1)),
    GameType.CHICKEN: ((0, 1), (1, 0)),
    GameType.HARMONY: ((0, 0),),
    GameType.THRESHOLD: ((1, 1),),
    GameType.TIE: (),
}
YOURS = Style(14, 20, "bold", "you_text")


def draw_tile(canvas: Canvas, area: Rect, kind: GameType) -> None:
    """The game as a two by two: inked where best replies settle; a threshold game has a slash, a tie a dash."""
    canvas.shape(("tile", kind), area, partial(_tile, kind, area.w))


def _tile(kind: GameType, side: float, pen: Pen) -> None:
    half = side / 2
    pen.rect(Rect(0, 0, side, side), "card")
    for row, column in SETTLES[kind]:
        pen.rect(Rect(column * half, row * half, half, half), "ink")
    pen.line([(0, 0), (side, 0), (side, side), (0, side), (0, 0)], "ink", 2.4)
    pen.line([(half, 0), (half, side)], "ink", 1.4)
    pen.line([(0, half), (side, half)], "ink", 1.4)
    if kind is GameType.THRESHOLD:
        pen.line([(side * 0.12, side * 0.88), (side * 0.88, side * 0.12)], "seal_mark", 2.4)
    if kind is GameType.TIE:
        pen.line([(side * 0.2, half), (side * 0.8, half)], "ink", 3)


def draw_scale(canvas: Canvas, area: Rect, broke: float, label: str) -> None:
    """From all keep (left) to none (right): the pointer stands at the share of the others that broke."""
    bar = Rect(area.x + 8, area.y + 27, area.w - 16, 7)
    canvas.card(bar, "inset", "edge", 3)
    x = bar.x + bar.w * broke
    canvas.shape("scale pointer", Rect(x - 8, bar.y - 10, 16, 12), partial(_pointer, "you"))
    wide = canvas.width(label, YOURS)
    left = x - wide - 12 if broke > 0.5 else x + 12
    canvas.text(label, Rect(min(max(left, area.x), area.right - wide), area.y, wide + 2, 20), YOURS, wrap=False)


def draw_patience(canvas: Canvas, area: Rect, patience: float, needed: float | None) -> None:
    """How much the future counts, 0 to 1: filled up to the own patience, a tick where keeping begins to pay."""
    bar = Rect(area.x + 6, area.y + 9, area.w - 12, 9)
    canvas.card(bar, "inset", "edge", 3)
    own = min(max(patience, 0.0), 1.0)
    canvas.fill(Rect(bar.x + 1, bar.y + 1, max((bar.w - 2) * own, 0), bar.h - 2), "ink")
    x = bar.x + bar.w * own
    canvas.shape("patience pointer", Rect(x - 6, bar.y - 10, 12, 9), partial(_pointer, "ink"))
    if needed is not None:
        at = bar.x + bar.w * min(max(needed, 0.0), 1.0)
        canvas.fill(Rect(at - 3, bar.y - 5, 6, bar.h + 10), "card")
        canvas.fill(Rect(at - 1.5, bar.y - 5, 3, bar.h + 10), "loss" if needed > patience else "ink")


def _pointer(token: str, pen: Pen) -> None:
    pen.polygon([(1, 0), (15 if token == "you" else 11, 0), (8 if token == "you" else 6, 9)], token)
