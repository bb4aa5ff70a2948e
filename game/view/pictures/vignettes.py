"""Small pictures for the card at the head of the news, one for each kind of happening: ink on paper, no text in them.

Red stands for what is shared or sealed, as everywhere; what is bad is told by its shape.

Each is drawn in a box of 84 by 60 units, standing on a line at 50.
"""

import math
from collections.abc import Callable

from game.view.kit.paint import Canvas
from game.view.kit.pen import Pen, Point, Rect
from game.view.pictures.brush import Brush
from game.view.pictures.land import guild_hall, house, ridge, tree

WIDE, HIGH, GROUND = 84.0, 60.0, 50.0
Draw = Callable[[Brush], None]
VIGNETTES: dict[str, Draw] = {}


def draw_vignette(canvas: Canvas, area: Rect, kind: str) -> None:
    """Paint the picture of a kind into an area."""
    draw = VIGNETTES.get(kind, VIGNETTES["letter"])
    u = min(area.w / WIDE, area.h / HIGH)
    at = Rect(area.x + (area.w - WIDE * u) / 2, area.y + (area.h - HIGH * u) / 2, WIDE * u, HIGH * u)
    canvas.shape(("vignette", kind), at, lambda pen: _framed(pen, u, draw))


def _framed(pen: Pen, u: float, draw: Draw) -> None:
    """Paper with a thin edge, and the drawing on it."""
    pen.rect(Rect(0, 0, WIDE * u, HIGH * u), "land", "contour", 1, 4)
    draw(Brush(pen, 32 * u, "ink", "land"))


def vignette(name: str) -> Callable[[Draw], Draw]:
    """Register a picture under a kind."""

    def keep(draw: Draw) -> Draw:
        VIGNETTES[name] = draw
        return draw

    return keep


def _land(brush: Brush) -> None:
    """A far ridge and the line that things stand on."""
    u = brush.unit
    ridge(brush.pen, Rect(1.5 * u, 0, (WIDE - 9) * u, 50 * u), 33 * u, [(4 * u, 66 * u, 0.4)], "ridge_far", "land")
    _ground(brush)


def _ground(brush: Brush) -> None:
    brush.line([(5, GROUND), (79, GROUND)], 1.4)


def _stall(brush: Brush, x: float, *, opened: bool) -> None:
    """A market stall under a striped awning; shut, its boards are up."""
    for side in (x - 18, x + 18):
        brush.line([(side, 24), (side, GROUND)], 1.6)
    for place in range(6):
        left = x - 21 + 7 * place
        token = "seal_top" if place % 2 == 0 else "wall"
        brush.fill([(left, 17), (left + 7, 17), (left + 7, 26), (left + 3.5, 29), (left, 26)], token)
    brush.line([(x - 21, 17), (x + 21, 17)], 1.6)
    brush.fill([(x - 18, 39), (x + 18, 39), (x + 18, 42), (x - 18, 42)])
    if opened:
        for place in (-12, -4, 4, 12):
            brush.disc(x + place, 36, 2.6)
        return
    for y in (32, 36, 45):
        brush.line([(x - 17, y), (x + 17, y)], 1.6)
    brush.line([(x - 17, 30), (x + 17, 48)], 2)


@vignette("fashion")
def _fashion(brush: Brush) -> None:
    _land(brush)
    _stall(brush, 32, opened=True)
    for x, tall in ((58, 11), (66, 14), (74, 10)):
        brush.disc(x, GROUND - tall - 3, 3)
        brush.fill([(x - 4, GROUND), (x - 2.6, GROUND - tall), (x + 2.6, GROUND - tall), (x + 4, GROUND)])


@vignette("slump")
def _slump(brush: Brush) -> None:
    _ground(brush)
    _stall(brush, 30, opened=False)
    brush.line([(56, 14), (63, 22), (68, 19), (75, 35)], 2.2)
    brush.fill([(77.5, 41), (70.5, 35.5), (78.5, 32.5)])


@vignette("scandal")
def _scandal(brush: Brush) -> None:
    _ground(brush)
    brush.fill([(14, 26), (46, 26), (46, GROUND), (14, GROUND)])
    brush.fill([(11, 20), (49, 20), (49, 27), (11, 27)])
    brush.line([(28, 18), (33, 29), (26, 36), (33, GROUND - 1)], 2.6, "land")
    brush.ring(60, 25, 10.5, 2.6, "wall")
    brush.line([(67.5, 32.5), (76, 43)], 4)
    for x, y in ((57, 23), (62, 28), (63, 21)):
        brush.disc(x, y, 1.6)


@vignette("frost")
def _frost(brush: Brush) -> None:
    _land(brush)
    for turn in range(3):
        angle = math.pi / 6 + turn * math.pi / 3
        dx, dy = 11 * math.sin(angle), 11 * math.cos(angle)
        brush.line([(60 - dx, 18 - dy), (60 + dx, 18 + dy)], 2)
    for x in (14, 27, 40, 53, 66):
        brush.line([(x, GROUND), (x, 40)], 1.6)
        brush.line([(x - 4, 38), (x, 43), (x + 4, 38)], 1.4)


@vignette("dear")
def _dear(brush: Brush) -> None:
    _ground(brush)
    brush.line([(42, 14), (42, GROUND)], 2.4)
    brush.line([(18, 22), (66, 12)], 2.2)
    brush.fill([(34, GROUND), (50, GROUND), (46, 46), (38, 46)])
    for x, top, pan in ((18, 22, 38), (66, 12, 28)):
        brush.line([(x, top), (x - 9, pan)], 1.1)
        brush.line([(x, top), (x + 9, pan)], 1.1)
        brush.fill([(x - 11, pan), (x + 11, pan), (x + 7, pan + 4), (x - 7, pan + 4)])
    for y in (36, 33, 30):
        brush.fill([(12, y - 1.2), (24, y - 1.2), (24, y + 1.2), (12, y + 1.2)])
    brush.disc(66, 24.5, 3.4)


@vignette("caravan")
def _caravan(brush: Brush) -> None:
    _land(brush)
    for x in (20.0, 54.0):
        shape: list[Point] = [(x - 13, 34), (x + 13, 34), (x + 11, 44), (x - 11, 44)]
        brush.fill(shape)
        brush.pen.polygon(brush.points([(x - 11, 33), (x - 8, 22), (x + 8, 22), (x + 11, 33)]), "wall", "ink", 1.3)
        for wheel in (x - 7, x + 7):
            brush.ring(wheel, 45.5, 4.4, 1.8, "wall")
        brush.line([(x + 13, 40), (x + 20, 38)], 1.6)
    brush.line([(54, 22), (54, 10)], 1.4)
    brush.fill([(54, 10), (65, 13), (54, 16)], "seal_top")


@vignette("letter")
def _letter(brush: Brush) -> None:
    brush.pen.polygon(brush.points([(15, 15), (69, 15), (69, 47), (15, 47)]), "wall", "ink", 1.8)
    brush.line([(15, 15), (42, 34), (69, 15)], 1.8)
    brush.line([(15, 47), (34, 29)], 1.2)
    brush.line([(69, 47), (50, 29)], 1.2)
    brush.disc(42, 34, 6.2, "seal_top")
    brush.disc(42, 34, 2, "seal_text")


@vignette("law")
def _law(brush: Brush) -> None:
    u = brush.unit
    _ground(brush)
    guild_hall(brush.pen, 27 * u, GROUND * u, 38 * u)
    brush.fill([(54, 45), (78, 45), (78, GROUND), (54, GROUND)])
    brush.line([(59, 40), (74, 22)], 3)
    brush.fill([(66, 13), (79, 24), (75, 29), (62, 18)])
    brush.line([(55, 38), (50, 34)], 1.4)
    brush.line([(57, 34), (54, 29)], 1.4)


@vignette("hall")
def _hall(brush: Brush) -> None:
    u = brush.unit
    _land(brush)
    guild_hall(brush.pen, 42 * u, GROUND * u, 46 * u)
    for x in (12.0, 72.0):
        brush.line([(x, GROUND), (x, 16)], 1.6)
        brush.fill([(x, 16), (x + 8, 18.5), (x, 24)], "seal_top")


@vignette("newcomer")
def _newcomer(brush: Brush) -> None:
    u = brush.unit
    _land(brush)
    house(brush.pen, 24 * u, GROUND * u, 30 * u, "ink")
    house(brush.pen, 58 * u, GROUND * u, 38 * u, "ink")
    for x in (41, 50, 66, 75):
        brush.line([(x, GROUND), (x, 14)], 1.2)
    for y in (20, 32):
        brush.line([(38, y), (78, y)], 1.2)
    brush.line([(58, 20), (58, 7)], 1.4)
    brush.fill([(58, 7), (67, 9.5), (58, 13)], "seal_top")


@vignette("rival")
def _rival(brush: Brush) -> None:
    u = brush.unit
    wide = Rect(1.5 * u, 0, (WIDE - 9) * u, 50 * u)
    ridge(brush.pen, wide, 26 * u, [(9 * u, 90 * u, 2.6)], "ridge_mid", "land")
    brush.fill([(2, 44), (82, 37), (82, 46), (2, 55)], "water")
    for x, y, side in ((50.0, 34.0, 20.0), (64.0, 31.0, 22.0), (74.0, 35.0, 16.0)):
        house(brush.pen, x * u, y * u, side * u, "ink")
    brush.line([(57, 20), (57, 6)], 1.4)
    brush.fill([(57, 6), (68, 9), (57, 13)])
    house(brush.pen, 15 * u, 46 * u, 22 * u, "you")


@vignette("strike")
def _strike(brush: Brush) -> None:
    _ground(brush)
    brush.fill([(10, GROUND), (10, 28), (22, 21), (22, 28), (34, 21), (34, 28), (46, 21), (46, GROUND)])
    brush.fill([(50, GROUND), (51, 12), (57, 12), (58, GROUND)])
    for x in (16, 28, 40):
        brush.fill([(x - 3, 34), (x + 3, 34), (x + 3, 40), (x - 3, 40)], "land")
    for x in (62, 70, 78):
        brush.line([(x, 32), (x, GROUND)], 2)
    brush.line([(60, 36), (80, 36)], 2)
    brush.line([(60, 46), (80, 34)], 2.6)


@vignette("recession")
def _recession(brush: Brush) -> None:
    brush.line([(10, 8), (10, GROUND), (78, GROUND)], 1.6)
    for place, tall in enumerate((34, 29, 25, 16, 10, 7)):
        x = 16 + 10 * place
        brush.fill([(x, GROUND), (x, GROUND - tall), (x + 6, GROUND - tall), (x + 6, GROUND)])
    brush.line([(18, 9), (38, 15), (52, 25), (70, 34)], 2)
    brush.fill([(76, 37), (67.5, 36.5), (71.5, 29.5)])


@vignette("closing")
def _closing(brush: Brush) -> None:
    u = brush.unit
    _land(brush)
    house(brush.pen, 40 * u, GROUND * u, 52 * u, "ink")
    brush.line([(25, 32), (55, 46)], 3)
    brush.line([(25, 46), (55, 32)], 3)
    tree(brush.pen, 72 * u, GROUND * u, 0.9 * u)


@vignette("broken")
def _broken(brush: Brush) -> None:
    """A sheet with a seal, torn in two."""
    left: list[Point] = [(14, 12), (39, 9), (35, 18), (41, 26), (34, 34), (40, 42), (36, 50), (17, 53)]
    right: list[Point] = [(45, 9), (70, 13), (67, 53), (42, 50), (46, 42), (40, 34), (47, 26), (41, 18)]
    for shape in (left, right):
        brush.pen.polygon(brush.points(shape), "wall", "ink", 1.5)
    for y in (20, 27, 34):
        brush.line([(20, y), (29, y - 0.6)], 1.4)
        brush.line([(52, y - 0.4), (62, y)], 1.4)
    brush.disc(55, 44, 4.4, "seal_top")
