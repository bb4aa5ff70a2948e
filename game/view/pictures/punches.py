"""The punches of the eight institutions: a solid ground with a sign cut out of it, outlined for those outside."""

import math

from game.view.pictures.brush import Brush, curve, icon, octagon


@icon("mark")
def draw_mark(brush: Brush) -> None:
    """A tea leaf in an octagon."""
    on = brush.punch(octagon(16, 16, 14.5))
    brush.fill(curve([(16, 6), (24, 15), (16, 26), (8, 15), (16, 6)]), on)
    brush.line([(16, 11), (16, 24)], 1.8, brush.paper if on == brush.ink else brush.ink)


@icon("channel")
def _channel(brush: Brush) -> None:
    on = brush.punch([(2, 6), (21, 6), (31, 16), (21, 26), (2, 26)])
    brush.line([(6, 11), (11, 11), (15, 16), (25, 16)], 2.2, on)
    brush.line([(6, 21), (11, 21), (15, 16)], 2.2, on)


@icon("fair")
def _fair(brush: Brush) -> None:
    on = brush.punch([(16, 1.5), (31, 14), (27.5, 14), (27.5, 30), (4.5, 30), (4.5, 14), (1, 14)])
    brush.line([(12.5, 28), (12.5, 13)], 2, on)
    brush.fill([(12.5, 12.5), (22, 15.5), (12.5, 19)], on)


@icon("research")
def _research(brush: Brush) -> None:
    on = brush.punch([(16, 1), (29, 8.5), (29, 23.5), (16, 31), (3, 23.5), (3, 8.5)])
    brush.line([(13.5, 9), (18.5, 9)], 2, on)
    brush.line([(14.5, 9), (14.5, 14), (10, 23), (22, 23), (17.5, 14), (17.5, 9)], 2, on)
    brush.line([(12.5, 19), (19.5, 19)], 2, on)


@icon("leader")
def _leader(brush: Brush) -> None:
    on = brush.punch([(16, 1), (29, 5), (29, 16), (25, 24), (16, 31), (7, 24), (3, 16), (3, 5)])
    star = []
    for corner in range(10):
        radius, angle = (8.5 if corner % 2 == 0 else 3.6), math.pi * (corner / 5 - 0.5)
        star.append((16 + radius * math.cos(angle), 14.5 + radius * math.sin(angle)))
    brush.fill(star, on)


@icon("marketing")
def _marketing(brush: Brush) -> None:
    on = brush.punch([(2, 3), (30, 3), (30, 24), (17, 24), (9, 31), (9, 24), (2, 24)])
    brush.fill([(7, 11), (12, 11), (22, 6.5), (22, 20.5), (12, 16), (7, 16)], on)
    brush.line([(25.5, 11), (25.5, 16)], 2, on)


@icon("brokers")
def _brokers(brush: Brush) -> None:
    on = brush.punch(curve([(1, 16), (16, -1), (31, 16), (16, 33), (1, 16)]))
    brush.disc(16, 16, 6.2, on)
    brush.disc(16, 16, 2.8, brush.ink if on == brush.paper else brush.paper)


@icon("pricing")
def _pricing(brush: Brush) -> None:
    on = brush.punch(
        [(16 + 14.5 * math.cos(i * math.pi / 16), 16 + 14.5 * math.sin(i * math.pi / 16)) for i in range(32)]
    )
    brush.fill([(11, 11), (21, 11), (21, 21), (11, 21)], on)
