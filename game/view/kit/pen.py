"""The pen that draws shapes, and the rectangles everything is placed in. All numbers are design units.

Shapes are drawn three or four times larger in their final coordinates and reduced once, because pygame has no
antialiased polygon.
"""

import math
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

import pygame

from game.view.kit.theme import Colour, mix

Point = tuple[float, float]


class Rect(NamedTuple):
    """A rectangle in design units."""

    x: float
    y: float
    w: float
    h: float

    @property
    def right(self) -> float:
        """Right edge."""
        return self.x + self.w

    @property
    def bottom(self) -> float:
        """Bottom edge."""
        return self.y + self.h

    def inset(self, dx: float, dy: float | None = None) -> "Rect":
        """The rectangle without a margin (negative: with one more)."""
        dy = dx if dy is None else dy
        return Rect(self.x + dx, self.y + dy, max(self.w - 2 * dx, 0), max(self.h - 2 * dy, 0))

    def has(self, point: Point) -> bool:
        """Whether a point lies in it."""
        return self.x <= point[0] < self.right and self.y <= point[1] < self.bottom


class Pen:
    """Draws a shape on an enlarged surface; coordinates are design units from the shape's own corner."""

    def __init__(self, surface: pygame.Surface, scale: float, theme: Mapping[str, Colour]) -> None:
        self.surface = surface
        self.scale = scale
        self.theme = theme

    def colour(self, token: str | Colour) -> Colour:
        """The colour of a token; a colour stays itself."""
        return self.theme[token] if isinstance(token, str) else token

    def _at(self, points: Sequence[Point]) -> list[Point]:
        return [(x * self.scale, y * self.scale) for x, y in points]

    def polygon(
        self, points: Sequence[Point], fill: str | Colour | None, edge: str | Colour | None = None, width: float = 1
    ) -> None:
        """A closed shape, filled, outlined or both."""
        if fill is not None:
            pygame.draw.polygon(self.surface, self.colour(fill), self._at(points))
        if edge is not None:
            self.line([*points, points[0]], edge, width)

    def line(self, points: Sequence[Point], colour: str | Colour, width: float = 1) -> None:
        """A line through points, with round joints and ends."""
        at = self._at(points)
        thick = width * self.scale
        held = self.colour(colour)
        for (x1, y1), (x2, y2) in pairwise(at):
            length = math.hypot(x2 - x1, y2 - y1)
            if length == 0:
                continue
            nx, ny = (y1 - y2) / length * thick / 2, (x2 - x1) / length * thick / 2
            pygame.draw.polygon(
                self.surface, held, [(x1 + nx, y1 + ny), (x2 + nx, y2 + ny), (x2 - nx, y2 - ny), (x1 - nx, y1 - ny)]
            )
        for x, y in at:
            pygame.draw.circle(self.surface, held, (x, y), thick / 2)

    def dashes(
        self, points: Sequence[Point], colour: str | Colour, width: float = 1, on: float = 4, off: float = 3
    ) -> None:
        """A broken line through points."""
        left, drawing = on, True
        here = points[0]
        piece = [here]
        for goal in points[1:]:
            while (far := math.dist(here, goal)) > 1e-9:
                step = min(left, far)
                here = (here[0] + (goal[0] - here[0]) * step / far, here[1] + (goal[1] - here[1]) * step / far)
                piece.append(here)
                left -= step
                if left <= 1e-9:
                    if drawing:
                        self.line(piece, colour, width)
                    drawing = not drawing
                    left, piece = (on if drawing else off), [here]
        if drawing and len(piece) > 1:
            self.line(piece, colour, width)

    def circle(
        self,
        centre: Point,
        radius: float,
        fill: str | Colour | None,
        edge: str | Colour | None = None,
        width: float = 1,
    ) -> None:
        """A disc, a ring or both; the ring lies half inside and half outside the radius."""
        x, y = centre[0] * self.scale, centre[1] * self.scale
        if edge is not None:
            pygame.draw.circle(self.surface, self.colour(edge), (x, y), (radius + width / 2) * self.scale)
            inner = (radius - width / 2) * self.scale
            if fill is None:
                pygame.draw.circle(self.surface, (0, 0, 0, 0), (x, y), inner)
                return
            pygame.draw.circle(self.surface, self.colour(fill), (x, y), inner)
        elif fill is not None:
            pygame.draw.circle(self.surface, self.colour(fill), (x, y), radius * self.scale)

    def rect(
        self,
        area: Rect,
        fill: str | Colour | None,
        edge: str | Colour | None = None,
        width: float = 1,
        radius: float = 0,
        alpha: int = 255,
    ) -> None:
        """A rectangle, its outline inside its edges; `alpha` makes its fill transparent."""
        s = self.scale
        box = pygame.Rect(round(area.x * s), round(area.y * s), round(area.w * s), round(area.h * s))
        corner = round(radius * s)
        if edge is not None:
            pygame.draw.rect(self.surface, self.colour(edge), box, border_radius=corner)
            box = box.inflate(-2 * round(width * s), -2 * round(width * s))
            corner = max(0, corner - round(width * s))
        if fill is not None:
            pygame.draw.rect(self.surface, (*self.colour(fill), alpha), box, border_radius=corner)
        elif edge is not None:
            pygame.draw.rect(self.surface, (0, 0, 0, 0), box, border_radius=corner)

    def hill(self, line: Sequence[Point], top: str | Colour, bottom: str | Colour, depth: float, tall: float) -> None:
        """What lies below a line of points with rising x, `tall` at most: a gradient that follows the line.

        It is laid down column by column and is meant for opaque grounds; the edge is antialiased.
        """
        at = self._at(line)
        rows = max(1, round(tall * self.scale))
        strip = pygame.Surface((1, rows), 0, self.surface)
        _shade(strip, strip.get_rect(), self.colour(top), self.colour(bottom), depth * self.scale)
        columns = [
            (strip, (x, math.ceil(y1 + (y2 - y1) * (x - x1) / (x2 - x1))))
            for (x1, y1), (x2, y2) in pairwise(at)
            for x in range(math.ceil(x1), math.ceil(x2))
        ]
        self.surface.blits(columns, doreturn=False)
        pygame.draw.aalines(self.surface, self.colour(top), False, at)

    def shade(self, area: Rect, top: str | Colour, bottom: str | Colour) -> None:
        """A vertical gradient."""
        s = self.scale
        box = pygame.Rect(round(area.x * s), round(area.y * s), round(area.w * s), max(1, round(area.h * s)))
        _shade(self.surface, box, self.colour(top), self.colour(bottom), box.h)


def _shade(surface: pygame.Surface, box: pygame.Rect, top: Colour, bottom: Colour, depth: float) -> None:
    """Fill a box row by row, from one colour to the other within `depth` rows."""
    for row in range(box.h):
        surface.fill(mix(top, bottom, min(row / depth, 1.0)), (box.x, box.y + row, box.w, 1))
