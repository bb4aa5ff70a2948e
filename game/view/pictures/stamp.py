"""The guildmark: an octagon with eight petals, one per institution.

Full = joined and kept, cracked = joined and broke, outline = not in: the player's record is the logo.
"""

import math
from collections.abc import Sequence

import pygame

from game.view.kit.paint import Canvas
from game.view.kit.pen import Pen, Point, Rect
from game.view.pictures.brush import octagon

FULL, CRACKED, EMPTY = "full", "cracked", "empty"
WHOLE = (FULL,) * 8


def draw_stamp(
    canvas: Canvas,
    area: Rect,
    petals: Sequence[str] = WHOLE,
    ground: str = "seal_top",
    paper: str = "seal_text",
    rim: bool = True,
    rests: bool = True,
) -> None:
    """Paint the stamp; `petals` in panel order from the top clockwise. It is not kept while it is on its way."""
    side = min(area.w, area.h)
    at = Rect(area.x + (area.w - side) / 2, area.y + (area.h - side) / 2, side, side)
    name = ("stamp", tuple(petals), ground, paper, rim) if rests else None
    canvas.shape(name, at, lambda pen: _draw(pen, side, petals, ground, paper, rim))


def stamp_picture(canvas: Canvas, side: float) -> pygame.Surface:
    """The whole stamp as a picture of its own, for a larger one to put it behind something."""
    pixels = round(side * canvas.k)
    large = pygame.Surface((2 * pixels, 2 * pixels), pygame.SRCALPHA)
    _draw(Pen(large, 2 * canvas.k, canvas.theme), side, WHOLE, "seal_top", "seal_text", rim=True)
    return pygame.transform.smoothscale(large.premul_alpha(), (pixels, pixels))


def _draw(pen: Pen, side: float, petals: Sequence[str], ground: str, paper: str, rim: bool) -> None:
    middle = side / 2
    pen.polygon(octagon(middle, middle, side * 0.5), ground)
    if rim:
        outline = octagon(middle, middle, side * 0.435)
        pen.line([*outline, outline[0]], paper, side * 0.014)
    pen.polygon(octagon(middle, middle, side * 0.055), paper)
    for place in range(8):
        state = petals[place] if place < len(petals) else EMPTY
        _petal(pen, side, place * math.pi / 4, state, paper, ground)


def _petal(pen: Pen, side: float, angle: float, state: str, paper: str, ground: str) -> None:
    long, inner = (0.375, 0.085) if round(angle / (math.pi / 4)) % 2 == 0 else (0.36, 0.1)

    def at(along: float, across: float) -> Point:
        x = across * math.cos(angle) + along * math.sin(angle)
        y = across * math.sin(angle) - along * math.cos(angle)
        return side / 2 + x * side, side / 2 + y * side

    wide, belly = 0.085, inner + (long - inner) * 0.5
    shape = [at(long, 0), at(belly, wide), at(inner, 0), at(belly, -wide)]
    if state == EMPTY:
        pen.line([*shape, shape[0]], paper, side * 0.016)
        return
    pen.polygon(shape, paper)
    if state == CRACKED:
        crack = [at(long * 0.95, 0.02), at(belly + 0.03, -0.03), at(belly - 0.02, 0.035), at(inner + 0.02, -0.01)]
        pen.line(crack, ground, side * 0.03)
