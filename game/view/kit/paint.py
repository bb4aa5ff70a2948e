"""Painting in design units: the canvas that widgets paint on, and the pen that draws shapes.

Shapes are drawn three or four times larger in their final coordinates, reduced once and kept, because pygame has no
antialiased polygon. `k` turns design units into pixels, here and nowhere else.
"""

import math
from collections.abc import Callable, Hashable, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

import pygame

from game.view.kit import text as words
from game.view.kit.cache import PictureCache
from game.view.kit.text import Breaker, Placed, Style
from game.view.kit.theme import Colour, mix

Point = tuple[float, float]
SHADOW = 8.0


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
        strip = _gradient(self.colour(top), self.colour(bottom), max(1, round(tall * self.scale)), depth * self.scale)
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
        rows = _gradient(self.colour(top), self.colour(bottom), box.h, box.h)
        self.surface.blit(pygame.transform.scale(rows, box.size), box)


def _gradient(top: Colour, bottom: Colour, rows: int, depth: float) -> pygame.Surface:
    """A column of pixels from one colour to the other within `depth` rows."""
    pixels = b"".join(bytes((*mix(top, bottom, min(row / depth, 1.0)), 255)) for row in range(rows))
    return pygame.image.frombytes(pixels, (1, rows), "RGBA")


class Canvas:
    """What widgets paint on: a surface, the unit k, a theme, and the one cache."""

    def __init__(
        self,
        surface: pygame.Surface,
        k: float,
        theme_name: str,
        theme: Mapping[str, Colour],
        cache: PictureCache,
        breaker: Breaker,
    ) -> None:
        self.surface = surface
        self.k = k
        self.theme_name = theme_name
        self.theme = theme
        self.cache = cache
        self.breaker = breaker
        self.icons: Callable[[Canvas, str, Rect, str], None] | None = None

    def colour(self, token: str | Colour) -> Colour:
        """The colour of a token."""
        return self.theme[token] if isinstance(token, str) else token

    def box(self, area: Rect) -> pygame.Rect:
        """Pixels of an area; neighbouring areas share their edge exactly."""
        left, top = round(area.x * self.k), round(area.y * self.k)
        return pygame.Rect(left, top, round(area.right * self.k) - left, round(area.bottom * self.k) - top)

    def fill(self, area: Rect, token: str | Colour) -> None:
        """A plain rectangle."""
        self.surface.fill(self.colour(token), self.box(area))

    def rule(self, x: float, y: float, w: float, token: str = "line", thick: float = 1) -> None:
        """A horizontal rule, at least one pixel thick."""
        top = round(y * self.k)
        self.surface.fill(
            self.colour(token), (round(x * self.k), top, round(w * self.k), max(1, round(thick * self.k)))
        )

    def shape(self, name: Hashable, area: Rect, draw: Callable[[Pen], None]) -> None:
        """A drawn shape. `name` must tell apart everything the drawing depends on but size, k and theme."""
        box = self.box(area)
        if box.w <= 0 or box.h <= 0:
            return
        key = (name, box.w, box.h, round(self.k, 4), self.theme_name)
        self.surface.blit(
            self.cache.get(key, lambda: self._drawn(box, draw)), box, special_flags=pygame.BLEND_PREMULTIPLIED
        )

    def ground(self, name: Hashable, area: Rect, draw: Callable[[Pen], None]) -> None:
        """An opaque picture drawn at its own size: for grounds too large to be drawn larger and reduced."""
        box = self.box(area)
        if box.w <= 0 or box.h <= 0:
            return
        key = ("ground", name, box.w, box.h, round(self.k, 4), self.theme_name)
        self.surface.blit(self.cache.get(key, lambda: self._ground(box, draw)), box)

    def _ground(self, box: pygame.Rect, draw: Callable[[Pen], None]) -> pygame.Surface:
        made = pygame.Surface(box.size)
        draw(Pen(made, self.k, self.theme))
        return made

    def _drawn(self, box: pygame.Rect, draw: Callable[[Pen], None]) -> pygame.Surface:
        finer = 4 if box.w * box.h < 60_000 else 2
        large = pygame.Surface((box.w * finer, box.h * finer), pygame.SRCALPHA)
        draw(Pen(large, self.k * finer, self.theme))
        return pygame.transform.smoothscale(large.premul_alpha(), box.size)

    def card(
        self,
        area: Rect,
        fill: str = "card",
        edge: str | None = "line",
        radius: float = 8,
        width: float = 1,
        shadow: bool = False,
        dashed: bool = False,
    ) -> None:
        """A rounded rectangle from nine slices, with a soft shadow if wanted."""
        margin = SHADOW if shadow else 0.0
        outer = area.inset(-margin)
        box = self.box(outer)
        if dashed:
            self.shape(
                ("dashed", fill, edge, radius),
                area,
                lambda pen: _dashed(pen, Rect(0, 0, area.w, area.h), fill, edge or "edge", radius),
            )
            return
        key = ("card", fill, edge, radius, width, shadow, box.w, box.h, round(self.k, 4), self.theme_name)
        made = self.cache.get(key, lambda: self._nine(box, fill, edge, radius, width, margin))
        self.surface.blit(made, box, special_flags=pygame.BLEND_PREMULTIPLIED)

    def _nine(
        self, box: pygame.Rect, fill: str, edge: str | None, radius: float, width: float, margin: float
    ) -> pygame.Surface:
        corner = max(1, math.ceil((radius + margin + 2) * self.k))
        corner = min(corner, box.w // 2, box.h // 2)
        small = self._slice_source(2 * corner + 2, fill, edge, radius, width, margin)
        made = pygame.Surface(box.size, pygame.SRCALPHA)
        side = small.get_width()
        far = side - corner
        for sx, dx, sw, dw in (
            (0, 0, corner, corner),
            (corner, corner, 1, box.w - 2 * corner),
            (far, box.w - corner, corner, corner),
        ):
            for sy, dy, sh, dh in (
                (0, 0, corner, corner),
                (corner, corner, 1, box.h - 2 * corner),
                (far, box.h - corner, corner, corner),
            ):
                if dw <= 0 or dh <= 0:
                    continue
                part = small.subsurface((sx, sy, sw, sh))
                made.blit(part if (sw, sh) == (dw, dh) else pygame.transform.scale(part, (dw, dh)), (dx, dy))
        return made

    def _slice_source(
        self, side: int, fill: str, edge: str | None, radius: float, width: float, margin: float
    ) -> pygame.Surface:
        made = pygame.Surface((side, side), pygame.SRCALPHA)
        inner = side / self.k - 2 * margin
        if margin:
            shadow = pygame.Surface((side * 2, side * 2), pygame.SRCALPHA)
            pen = Pen(shadow, self.k * 2, self.theme)
            depth = 115 if self.theme_name == "dark" else 46
            pen.rect(Rect(margin, margin + 2, inner, inner), "shadow", radius=radius, alpha=depth)
            blurred = pygame.transform.gaussian_blur(shadow, max(1, round(3 * self.k * 2)))
            made.blit(
                pygame.transform.smoothscale(blurred.premul_alpha(), (side, side)),
                (0, 0),
                special_flags=pygame.BLEND_PREMULTIPLIED,
            )
        large = pygame.Surface((side * 4, side * 4), pygame.SRCALPHA)
        thick = max(width, 1 / self.k)
        Pen(large, self.k * 4, self.theme).rect(Rect(margin, margin, inner, inner), fill, edge, thick, radius)
        made.blit(
            pygame.transform.smoothscale(large.premul_alpha(), (side, side)),
            (0, 0),
            special_flags=pygame.BLEND_PREMULTIPLIED,
        )
        return made

    def text(
        self, content: str, area: Rect, style: Style, align: str = "left", wrap: bool = True, colour: str | None = None
    ) -> None:
        """A text with markup in an area: broken to its width, centred in height, aligned left, centre or right."""
        box = self.box(area)
        laid = self.breaker.paragraph(content, style, self.k, box.w if wrap else None)
        top = box.y + (box.h - laid.height) // 2
        for item in laid.placed:
            spare = box.w - _line_width(laid.placed, item.line)
            shift = 0 if align == "left" else spare if align == "right" else spare // 2
            self._span(item, box.x + shift + item.x, top + item.line * laid.line_height, laid.line_height, colour)

    def _span(self, item: Placed, x: int, y: int, line_height: int, colour: str | None) -> None:
        span = item.span
        token = colour or span.style.colour
        if span.kind == "icon":
            side = span.style.size * 1.25
            area = Rect(x / self.k, (y + line_height / 2) / self.k - side / 2, side, side)
            if self.icons is not None:
                self.icons(self, span.text, area, token)
            return
        if span.kind == "key":
            height = words.KEY_HEIGHT
            width = (item.width - round(2 * self.k)) / self.k
            self.key_cap(span.text, Rect(x / self.k, (y + line_height / 2) / self.k - height / 2, width, height), token)
            return
        font = self.breaker.fonts.get(span.style.face, words.pixels(span.style.size, self.k))
        self.surface.blit(self.glyphs(span.text, span.style, token), (x, y + (line_height - font.get_height()) // 2))

    def glyphs(self, content: str, style: Style, token: str) -> pygame.Surface:
        """A rendered run of text, kept in the cache."""
        size = words.pixels(style.size, self.k)
        colour = self.colour(token)
        key = ("text", content, style.face, size, colour)
        return self.cache.get(
            key, lambda: self.breaker.fonts.get(style.face, size).render(content, True, colour).convert_alpha()
        )

    def key_cap(self, label: str, area: Rect, token: str = "ink") -> None:
        """A key: a small card with a thicker lower edge."""
        on_dark = token in {"bar_text", "bar_soft", "seal_text", "on_ink"}
        if on_dark:
            self.shape(
                ("cap", token, area.w), area, lambda pen: pen.rect(Rect(0, 0, area.w, area.h), None, token, 1, 4)
            )
        else:
            self.card(area, "edge", None, 4)
            self.card(Rect(area.x, area.y, area.w, area.h - 1), "card", "edge", 4)
        if set(label) <= set(words.ARROWS):
            self.shape(("arrows", label, token), area, lambda pen: _arrows(pen, area, label, token))
            return
        self.text(label, area, Style(14, 20, "sans", token), "center", wrap=False)


def _arrows(pen: Pen, area: Rect, label: str, token: str) -> None:
    """Arrows of a key cap, drawn because the faces have none."""
    for place, arrow in enumerate(label):
        x = area.w / 2 + (place - (len(label) - 1) / 2) * words.ARROW_WIDTH
        y = area.h / 2 - 0.5
        dx, dy = {"←": (-1, 0), "→": (1, 0), "↑": (0, -1), "↓": (0, 1)}[arrow]
        pen.line([(x - 4 * dx, y - 4 * dy), (x + 4.5 * dx, y + 4.5 * dy)], token, 1.6)
        wing = [
            (x + 1.5 * dx + 3 * dy, y + 1.5 * dy + 3 * dx),
            (x + 5 * dx, y + 5 * dy),
            (x + 1.5 * dx - 3 * dy, y + 1.5 * dy - 3 * dx),
        ]
        pen.line(wing, token, 1.6)


def _line_width(placed: tuple[Placed, ...], line: int) -> int:
    return max((item.x + item.width for item in placed if item.line == line), default=0)


def _dashed(pen: Pen, area: Rect, fill: str, edge: str, radius: float) -> None:
    pen.rect(area, fill, None, 0, radius)
    r, half = radius, 0.75
    x0, y0, x1, y1 = area.x + half, area.y + half, area.right - half, area.bottom - half
    corner = [(math.cos(math.radians(a)), math.sin(math.radians(a))) for a in range(0, 91, 15)]
    path: list[Point] = [(x1 - r + c * r, y1 - r + s * r) for c, s in corner]
    path += [(x0 + r - s * r, y1 - r + c * r) for c, s in corner]
    path += [(x0 + r - c * r, y0 + r - s * r) for c, s in corner]
    path += [(x1 - r + s * r, y0 + r - c * r) for c, s in corner]
    pen.dashes([*path, path[0]], edge, 1.2, 4, 3)
