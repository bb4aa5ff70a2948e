"""The land in pen and ink: ridges, terraces as contour lines, a river, houses, the guild hall.

Title, picker and map share it.
"""

import math

import pygame

from game.view.kit.paint import Canvas
from game.view.kit.pen import Pen, Point, Rect
from game.view.pictures.brush import curve
from game.view.pictures.stamp import stamp_picture


def wave(width: float, base: float, swings: list[tuple[float, float, float]], step: float = 6) -> list[Point]:
    """A ridge line: `base` plus sines (height, length, shift)."""
    made: list[Point] = []
    x = 0.0
    while x <= width + step:
        made.append((x, base + sum(h * math.sin(2 * math.pi * (x / length) + shift) for h, length, shift in swings)))
        x += step
    return made


def ridge(pen: Pen, area: Rect, base: float, swings: list[tuple[float, float, float]], top: str, bottom: str) -> None:
    """A ridge, lighter below like mist."""
    line = [(area.x + x, y) for x, y in wave(area.w, base, swings)]
    pen.hill(line, top, bottom, area.h * 0.2, area.h * 0.36)


def terraces(pen: Pen, cx: float, cy: float, w: float, h: float, rings: int, token: str = "contour") -> None:
    """Tea terraces: nested uneven rings seen from above."""
    for place in range(rings):
        part = 1 - place / (rings + 0.6)
        points = []
        for step in range(61):
            angle = 2 * math.pi * step / 60
            wobble = 1 + 0.06 * math.sin(3 * angle + place * 0.5) + 0.04 * math.sin(5 * angle)
            points.append((cx + w * part * wobble * math.cos(angle), cy + h * part * wobble * math.sin(angle)))
        pen.line(points, token, 1.1)


def river(pen: Pen, bank: list[Point], other: list[Point]) -> None:
    """Water between two banks, each a run of Bezier points."""
    one, two = curve(bank), curve(other)
    pen.polygon(one + two[::-1], "water")
    pen.line(one, "water_edge", 1.4)
    pen.line(two, "water_edge", 1.4)


def ripple(pen: Pen, x: float, y: float) -> None:
    """A few strokes on the water."""
    pen.line(curve([(x, y), (x + 6, y - 3), (x + 12, y), (x + 12, y), (x + 18, y + 3), (x + 24, y)]), "water_edge", 1.1)


def tree(pen: Pen, x: float, y: float, size: float = 1.0, token: str = "ridge_near") -> None:
    """A fir, its foot at (x, y)."""
    pen.polygon([(x, y - 20 * size), (x + 6 * size, y - 5 * size), (x - 6 * size, y - 5 * size)], token)
    pen.line([(x, y - 6 * size), (x, y)], token, 2 * size)


def house(pen: Pen, x: float, y: float, side: float, ink: str, wall: str = "wall") -> None:
    """A house with a curved roof; (x, y) is the middle of its foot, `side` its width."""
    u = side / 36
    pen.rect(Rect(x - 12 * u, y - 15 * u, 24 * u, 15 * u), wall, ink, max(1.6 * u, 1.0))
    pen.rect(Rect(x - 3 * u, y - 8.5 * u, 6 * u, 8.5 * u), ink)
    roof = curve([(x - 18 * u, y - 14.5 * u), (x - 12 * u, y - 17 * u), (x - 9 * u, y - 27 * u)])
    roof += curve([(x + 9 * u, y - 27 * u), (x + 12 * u, y - 17 * u), (x + 18 * u, y - 14.5 * u)])
    pen.polygon(roof, ink)


def guild_hall(pen: Pen, x: float, y: float, side: float, ink: str = "ink", wall: str = "wall") -> None:
    """The guild hall; (x, y) is the middle of its foot."""
    u = side / 40
    pen.polygon([(x, y - 36 * u), (x + 20 * u, y - 24 * u), (x - 20 * u, y - 24 * u)], ink)
    pen.rect(Rect(x - 17 * u, y - 24 * u, 34 * u, 19 * u), wall, ink, 1.5 * u)
    for place in (-10.5, -3.5, 3.5, 10.5):
        pen.rect(Rect(x + (place - 1.4) * u, y - 20 * u, 2.8 * u, 13 * u), ink)
    pen.rect(Rect(x - 19 * u, y - 4.5 * u, 38 * u, 4.5 * u), ink)


FIRS = (
    (0.07, 0.69),
    (0.088, 0.7),
    (0.104, 0.688),
    (0.215, 0.69),
    (0.768, 0.692),
    (0.78, 0.698),
    (0.938, 0.69),
    (0.954, 0.688),
)
HOUSES = (
    (0.17, 0.74, 43),
    (0.27, 0.715, 34),
    (0.378, 0.745, 59),
    (0.488, 0.72, 38),
    (0.573, 0.738, 43),
    (0.67, 0.71, 33),
    (0.118, 0.862, 55),
    (0.40, 0.915, 58),
    (0.465, 0.852, 42),
    (0.57, 0.945, 58),
    (0.72, 0.842, 42),
    (0.805, 0.872, 37),
    (0.895, 0.825, 43),
)


def draw_title_land(canvas: Canvas, area: Rect) -> None:
    """The valley of the title: the guildmark rises behind the ridges.

    Sky and ridges are a ground, with the stamp between them; the valley floor with all its lines is drawn finely.
    """
    canvas.ground("title sky", area, lambda pen: _sky(pen, Rect(0, 0, area.w, area.h), canvas))
    floor = Rect(area.x, area.y + area.h * 0.65, area.w, area.h * 0.35)
    canvas.shape("title floor", floor, lambda pen: _floor(pen, Rect(0, 0, area.w, area.h), area.h * 0.65))


def _sky(pen: Pen, area: Rect, canvas: Canvas) -> None:
    w, h = area.w, area.h
    pen.shade(area, "land_top", "land")
    side = min(w * 0.40, h * 0.46)
    stamp = stamp_picture(canvas, side)
    at = (round((w * 0.515 - side / 2) * pen.scale), round(h * 0.10 * pen.scale))
    pen.surface.blit(stamp, at, special_flags=pygame.BLEND_PREMULTIPLIED)
    ridge(pen, area, h * 0.415, [(h * 0.030, w * 0.47, 0.2), (h * 0.022, w * 0.26, 2.6)], "ridge_far", "land_top")
    ridge(pen, area, h * 0.53, [(h * 0.020, w * 0.43, 5.0), (h * 0.022, w * 0.29, 0.3)], "ridge_mid", "ridge_far")
    ridge(pen, area, h * 0.615, [(h * 0.022, w * 0.61, 4.4), (h * 0.014, w * 0.27, 1.0)], "ridge_near", "ridge_mid")
    pen.hill(
        wave(w, h * 0.672, [(h * 0.01, w * 0.75, 0.4), (h * 0.006, w * 0.3, 1.4)]), "land_top", "land_top", h, h * 0.36
    )


def _floor(pen: Pen, area: Rect, above: float) -> None:
    """The valley floor: terraces, river, firs, houses; `above` is the part of the picture that is not on this one."""
    w, h = area.w, area.h

    def at(x: float, y: float) -> Point:
        return w * x, h * y - above

    terraces(pen, *at(0.02, 1.02), w * 0.30, h * 0.22, 7)
    terraces(pen, *at(0.86, 0.99), w * 0.34, h * 0.235, 8)
    bank = [at(0.165, 1.005), at(0.28, 0.86), at(0.44, 0.80), at(0.66, 0.735), at(1.01, 0.722)]
    river(pen, bank, [at(0.30, 1.005), at(0.345, 0.90), at(0.49, 0.845), at(0.72, 0.755), at(1.01, 0.742)])
    for x, y in ((0.28, 0.885), (0.38, 0.82), (0.52, 0.782), (0.67, 0.756), (0.23, 0.98)):
        ripple(pen, *at(x, y))
    for x, y in FIRS:
        tree(pen, *at(x, y), h / 720)
    scale = min(w / 816, h / 720)
    for x, y, side in HOUSES:
        house(pen, *at(x, y), side * scale, "ink")
    guild_hall(pen, *at(0.632, 0.838), 48 * scale)


def draw_strip_land(canvas: Canvas, area: Rect) -> None:
    """A narrow view of the valley, for the head of a scenario."""
    canvas.ground("backdrop", area, lambda pen: backdrop(pen, Rect(0, 0, area.w, area.h)))
    canvas.shape("strip land", area, lambda pen: _strip(pen, Rect(0, 0, area.w, area.h)))


def _strip(pen: Pen, area: Rect) -> None:
    w, h = area.w, area.h
    foreground(pen, area)
    scale = h / 136
    river(
        pen,
        [(-4, h * 0.6), (w * 0.2, h * 0.5), (w * 0.3, h * 0.68), (w * 0.36, h * 0.8), (w * 0.4, h + 4)],
        [(-4, h * 0.76), (w * 0.17, h * 0.64), (w * 0.27, h * 0.82), (w * 0.32, h * 0.94), (w * 0.33, h + 4)],
    )
    spots = (
        (0.11, 0.5, 26),
        (0.21, 0.43, 30),
        (0.39, 0.37, 30),
        (0.56, 0.43, 32),
        (0.72, 0.45, 38),
        (0.87, 0.5, 30),
        (0.60, 0.84, 34),
        (0.78, 0.8, 28),
        (0.945, 0.84, 34),
    )
    for x, y, side in spots:
        house(pen, w * x, h * y, side * scale, "ink")
    guild_hall(pen, w * 0.46, h * 0.7, 36 * scale)


def backdrop(pen: Pen, area: Rect) -> None:
    """Sky and ridges of a map, an opaque ground."""
    w, h = area.w, area.h
    pen.shade(Rect(0, 0, w, h), "land_top", "land")
    ridge(pen, area, h * 0.12, [(h * 0.05, w * 0.37, 0.4), (h * 0.03, w * 0.17, 2.0)], "ridge_far", "land_top")
    ridge(pen, area, h * 0.20, [(h * 0.05, w * 0.33, 3.4), (h * 0.025, w * 0.15, 0.7)], "contour", "land_top")


def foreground(pen: Pen, area: Rect) -> None:
    """Terraces and firs of a map."""
    w, h = area.w, area.h
    terraces(pen, w * 0.6, h * 0.31, w * 0.13, h * 0.16, 5)
    for x, y in ((0.035, 0.2), (0.06, 0.19), (0.23, 0.17), (0.25, 0.185), (0.735, 0.18), (0.755, 0.19), (0.97, 0.19)):
        tree(pen, w * x, h * y, 0.62 * h / 220)
