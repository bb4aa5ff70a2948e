"""Icons, all drawn from shapes in a box of 32 units: the institutions' punches, marks, triangles, houses.

Solid means in, outline means out; nothing is told by colour alone.
"""

import math

from game.view.kit.paint import Canvas
from game.view.kit.pen import Point, Rect
from game.view.pictures import punches
from game.view.pictures.brush import ICONS, Brush, icon, octagon

OUTLINE = "_out"


def draw_icon(
    canvas: Canvas, name: str, area: Rect, token: str = "ink", paper: str = "card", rests: bool = True
) -> None:
    """Paint an icon into an area; `<name>_out` is the outlined form of a punch. It is not kept while on its way."""
    solid = not name.endswith(OUTLINE)
    draw = ICONS.get(name.removesuffix(OUTLINE), _unknown)
    side = min(area.w, area.h)
    at = Rect(area.x + (area.w - side) / 2, area.y + (area.h - side) / 2, side, side)
    key = ("icon", name, token, paper) if rests else None
    canvas.shape(key, at, lambda pen: draw(Brush(pen, side, token, paper, solid)))


def _unknown(brush: Brush) -> None:
    brush.line([(8, 8), (24, 24)], 3)
    brush.line([(24, 8), (8, 24)], 3)


@icon("hall")
def _hall(brush: Brush) -> None:
    brush.fill([(16, 3), (30, 12), (2, 12)])
    for x in (6, 12.5, 19, 25.5):
        brush.fill([(x - 1.7, 13.5), (x + 1.7, 13.5), (x + 1.7, 25), (x - 1.7, 25)])
    brush.fill([(3, 26), (29, 26), (29, 29.5), (3, 29.5)])


@icon("kept")
def _kept(brush: Brush) -> None:
    brush.pen.circle((16 * brush.unit, 16 * brush.unit), 13 * brush.unit, "kept", "kept_edge", 2 * brush.unit)
    brush.line([(9.5, 16.5), (14, 21), (22.5, 11.5)], 3.4, "card")


@icon("broke")
def _broke(brush: Brush) -> None:
    shape: list[Point] = [(16, 1.5), (30.5, 16), (16, 30.5), (1.5, 16)]
    brush.fill(shape, "broke")
    brush.line([*shape, shape[0]], 2, "broke_edge")
    brush.line([(18.5, 7), (13.5, 15), (18.5, 17), (13.5, 25)], 2.8, "card")


@icon("absent")
def _absent(brush: Brush) -> None:
    brush.pen.circle((16 * brush.unit, 16 * brush.unit), 7 * brush.unit, None, "edge", 3 * brush.unit)


@icon("yours")
def _yours(brush: Brush) -> None:
    brush.pen.circle((16 * brush.unit, 16 * brush.unit), 14 * brush.unit, None, "you", 3 * brush.unit)


@icon("vote_for")
def _vote_for(brush: Brush) -> None:
    shape: list[Point] = [(16, 3), (30.5, 28), (1.5, 28)]
    brush.fill(shape, "kept")
    brush.line([*shape, shape[0]], 2, "kept_edge")
    brush.line([(10.5, 20), (14.5, 24), (21.5, 15.5)], 3, "card")


@icon("vote_against")
def _vote_against(brush: Brush) -> None:
    shape: list[Point] = [(1.5, 4), (30.5, 4), (16, 29)]
    brush.fill(shape, "broke")
    brush.line([*shape, shape[0]], 2, "broke_edge")
    brush.line([(10.5, 11), (21.5, 11)], 3.4, "card")


@icon("vote_open")
def _vote_open(brush: Brush) -> None:
    ring: list[Point] = [
        (16 + 13.5 * math.sin(i * math.pi / 24), 16 - 13.5 * math.cos(i * math.pi / 24)) for i in range(49)
    ]
    at = [(x * brush.unit, y * brush.unit) for x, y in ring]
    brush.pen.dashes(at, brush.ink, 2 * brush.unit, 4.2 * brush.unit, 2.9 * brush.unit)
    hook = [(11.5, 13), (12, 10.5), (14, 9), (16.5, 8.7), (19.2, 9.7), (20.3, 12), (19.4, 14.3), (16.6, 16.2), (16, 19)]
    brush.line(hook, 2.4)
    brush.disc(16, 23, 1.7)


@icon("up")
def _up(brush: Brush) -> None:
    brush.fill([(16, 7), (27, 26), (5, 26)])


@icon("down")
def _down(brush: Brush) -> None:
    brush.fill([(5, 7), (27, 7), (16, 26)])


@icon("right")
def _right(brush: Brush) -> None:
    brush.fill([(9, 5), (25, 16), (9, 27)])


@icon("tick")
def _tick(brush: Brush) -> None:
    brush.line([(6, 17), (13, 24), (26, 9)], 4)


@icon("cross")
def _cross(brush: Brush) -> None:
    brush.line([(8, 8), (24, 24)], 4)
    brush.line([(24, 8), (8, 24)], 4)


@icon("rise")
def _rise(brush: Brush) -> None:
    brush.line([(3, 24), (11, 17), (16, 21), (26, 10)], 3)
    brush.fill([(29, 6), (28, 16), (19, 8)])


@icon("fall")
def _fall(brush: Brush) -> None:
    brush.line([(3, 8), (11, 15), (16, 11), (26, 22)], 3)
    brush.fill([(29, 26), (19, 24), (28, 16)])


@icon("frost")
def _frost(brush: Brush) -> None:
    for turn in range(3):
        angle = math.pi / 6 + turn * math.pi / 3
        brush.line(
            [
                (16 - 13 * math.sin(angle), 16 - 13 * math.cos(angle)),
                (16 + 13 * math.sin(angle), 16 + 13 * math.cos(angle)),
            ],
            2.6,
        )


@icon("coins")
def _coins(brush: Brush) -> None:
    for y in (24, 19, 14):
        brush.fill([(6, y - 2), (26, y - 2), (26, y + 2), (6, y + 2)])
        brush.line([(6, y + 2.4), (26, y + 2.4)], 1, brush.paper)
    brush.ring(16, 9, 5, 2)


@icon("speech")
def _speech(brush: Brush) -> None:
    brush.fill([(3, 5), (29, 5), (29, 22), (14, 22), (8, 29), (8, 22), (3, 22)])
    for x in (10, 16, 22):
        brush.disc(x, 13.5, 1.8, brush.paper)


@icon("star")
def _star(brush: Brush) -> None:
    on = brush.punch(octagon(16, 16, 14.5))
    points = []
    for i in range(16):
        radius = 9 if i % 2 == 0 else 5
        points.append((16 + radius * math.sin(i * math.pi / 8), 16 - radius * math.cos(i * math.pi / 8)))
    brush.fill(points, on)


@icon("leaf")
def _leaf(brush: Brush) -> None:
    punches.draw_mark(brush)


@icon("tie")
def _tie(brush: Brush) -> None:
    on = brush.punch(octagon(16, 16, 14.5))
    brush.fill([(13, 6), (19, 6), (17.5, 10), (14.5, 10)], on)
    brush.fill([(14.5, 11), (17.5, 11), (20, 22), (16, 27), (12, 22)], on)


@icon("shoe")
def _shoe(brush: Brush) -> None:
    on = brush.punch(octagon(16, 16, 14.5))
    brush.fill([(8, 10), (13.5, 10), (15, 14.5), (24, 17.5), (25, 21), (8, 21)], on)
    brush.fill([(8, 22.3), (25, 22.3), (25, 24.3), (8, 24.3)], on)


@icon("lens")
def _lens(brush: Brush) -> None:
    on = brush.punch(octagon(16, 16, 14.5))
    brush.fill([(16, 7), (18.6, 11.5), (19.4, 16), (18.6, 20.5), (16, 25)], on)
    brush.fill([(16, 7), (13.4, 11.5), (12.6, 16), (13.4, 20.5), (16, 25)], on)
    for y in (11.5, 16, 20.5):
        brush.line([(6, y), (10.5, y)], 1.8, on)
        brush.line([(21.5, 0.5 * y + 8), (26, 16)], 1.8, on)


@icon("watch")
def _watch(brush: Brush) -> None:
    on = brush.punch(octagon(16, 16, 14.5))
    off = brush.ink if on == brush.paper else brush.paper
    brush.fill([(14, 5.5), (18, 5.5), (18, 10), (14, 10)], on)
    brush.disc(16, 17.5, 8, on)
    brush.line([(16, 12.5), (16, 17.5), (19.5, 19.5)], 2, off)


@icon("hub")
def _hub(brush: Brush) -> None:
    on = brush.punch(octagon(16, 16, 14.5))
    for x, y in ((16, 7), (24, 12), (24, 20.5), (16, 25), (8, 20.5), (8, 12)):
        brush.line([(16, 16), (x, y)], 1.4, on)
        brush.disc(x, y, 1.9, on)
    brush.disc(16, 16, 4, on)


@icon("dots")
def _dots(brush: Brush) -> None:
    on = brush.punch(octagon(16, 16, 14.5))
    for x, y in ((10, 11), (17, 9), (23, 13), (9, 18), (16, 16), (22, 20), (14, 23)):
        brush.disc(x, y, 1.7, on)


@icon("arrows")
def _arrows(brush: Brush) -> None:
    on = brush.punch(octagon(16, 16, 14.5))
    for x in (11.5, 20.5):
        brush.line([(x, 8), (x, 21)], 2.4, on)
        brush.fill([(x - 4.5, 18), (x + 4.5, 18), (x, 25)], on)


@icon("sliders")
def _sliders(brush: Brush) -> None:
    on = brush.punch(octagon(16, 16, 14.5))
    for y, knob in ((10, 19.5), (16, 12.5), (22, 17)):
        brush.line([(8, y), (24, y)], 1.6, on)
        brush.disc(knob, y, 2.6, on)


@icon("broken_file")
def _broken_file(brush: Brush) -> None:
    points = octagon(16, 16, 13.5)
    brush.pen.dashes(
        [(x * brush.unit, y * brush.unit) for x, y in [*points, points[0]]],
        brush.ink,
        1.8 * brush.unit,
        3.4 * brush.unit,
        2.6 * brush.unit,
    )
    brush.line([(11.5, 11.5), (20.5, 20.5)], 2.6)
    brush.line([(20.5, 11.5), (11.5, 20.5)], 2.6)


@icon("stamp_full")
def _stamp_full(brush: Brush) -> None:
    brush.fill(octagon(16, 16, 14))


@icon("stamp_empty")
def _stamp_empty(brush: Brush) -> None:
    points = octagon(16, 16, 13)
    brush.line([*points, points[0]], 2.6)
