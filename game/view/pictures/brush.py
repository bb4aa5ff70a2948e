"""A pen for icons, in a box of 32 units, and the register that drawings are kept in."""

import math
from collections.abc import Callable

from game.view.kit.pen import Pen, Point

Draw = Callable[["Brush"], None]
ICONS: dict[str, Draw] = {}


class Brush:
    """A pen in a box of 32 units; `ink` is the token of the icon, `paper` what is cut out of it."""

    def __init__(self, pen: Pen, side: float, ink: str, paper: str, solid: bool = True) -> None:
        self.pen, self.unit, self.ink, self.paper, self.solid = pen, side / 32, ink, paper, solid

    def points(self, points: list[Point]) -> list[Point]:
        """Points of the box in design units."""
        return [(x * self.unit, y * self.unit) for x, y in points]

    def fill(self, points: list[Point], token: str | None = None) -> None:
        """A filled shape."""
        self.pen.polygon(self.points(points), token or self.ink)

    def cut(self, points: list[Point]) -> None:
        """A shape in the colour of the paper."""
        self.pen.polygon(self.points(points), self.paper)

    def line(self, points: list[Point], width: float = 2, token: str | None = None) -> None:
        """A line."""
        self.pen.line(self.points(points), token or self.ink, width * self.unit)

    def disc(self, x: float, y: float, radius: float, token: str | None = None) -> None:
        """A disc."""
        self.pen.circle((x * self.unit, y * self.unit), radius * self.unit, token or self.ink)

    def ring(self, x: float, y: float, radius: float, width: float = 2, fill: str | None = None) -> None:
        """A ring, filled with the paper or with what is said."""
        self.pen.circle(
            (x * self.unit, y * self.unit), radius * self.unit, fill or self.paper, self.ink, width * self.unit
        )

    def punch(self, points: list[Point]) -> str:
        """The ground of a punch: solid or outlined; gives back the token to draw on it with."""
        if self.solid:
            self.fill(points)
            return self.paper
        self.cut(points)
        self.line([*points, points[0]], 2)
        return self.ink


def icon(name: str) -> Callable[[Draw], Draw]:
    """Register a drawing under a name."""

    def keep(draw: Draw) -> Draw:
        ICONS[name] = draw
        return draw

    return keep


def octagon(cx: float, cy: float, radius: float) -> list[Point]:
    """A regular octagon with flat top; `radius` is to the corners."""
    return [
        (cx + radius * math.cos(math.pi / 8 + i * math.pi / 4), cy + radius * math.sin(math.pi / 8 + i * math.pi / 4))
        for i in range(8)
    ]


def curve(points: list[Point], steps: int = 12) -> list[Point]:
    """A quadratic Bezier curve through control points taken three at a time: start, control, end = next start."""
    made: list[Point] = []
    for start in range(0, len(points) - 2, 2):
        (x0, y0), (x1, y1), (x2, y2) = points[start : start + 3]
        for step in range(steps + 1):
            t = step / steps
            made.append(
                (
                    (1 - t) ** 2 * x0 + 2 * t * (1 - t) * x1 + t * t * x2,
                    (1 - t) ** 2 * y0 + 2 * t * (1 - t) * y1 + t * t * y2,
                )
            )
    return made
