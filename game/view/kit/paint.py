"""The canvas that widgets paint on; `k` turns design units into pixels, here and nowhere else."""

import math
from collections.abc import Callable, Hashable, Mapping

import pygame

from game.view.kit import text as words
from game.view.kit.cache import PictureCache
from game.view.kit.pen import Pen, Point, Rect
from game.view.kit.text import Breaker, Placed, Style
from game.view.kit.theme import Colour

LARGE_CARD = 60_000  # pixels from which on a card is put together anew each time: kept, it would fill the cache
SHADOW = 8.0


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
        """A drawn shape; `name` tells apart all it depends on but size, k and theme. None: on its way, so not kept."""
        box = self.box(area)
        if box.w <= 0 or box.h <= 0:
            return
        key = (name, box.size, round(area.w, 2), round(area.h, 2), round(self.k, 4), self.theme_name)
        made = self._drawn(box, draw) if name is None else self.cache.get(key, lambda: self._drawn(box, draw))
        self.surface.blit(made, box, special_flags=pygame.BLEND_PREMULTIPLIED)

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
        box = self.box(area.inset(-margin))
        if dashed:
            self.shape(
                ("dashed", fill, edge, radius),
                area,
                lambda pen: _dashed(pen, Rect(0, 0, area.w, area.h), fill, edge or "edge", radius),
            )
            return
        corner = max(1, math.ceil((radius + margin + 2) * self.k))
        corner = min(corner, box.w // 2, box.h // 2)
        key = ("card", fill, edge, radius, width, shadow, corner, round(self.k, 4), self.theme_name)
        side = 2 * corner + 2
        source = self.cache.get(key, lambda: self._slice_source(side, fill, edge, radius, width, margin))
        if box.w * box.h > LARGE_CARD:
            self._nine(self.surface, box, corner, source, fill)
        else:
            made = self.cache.get((*key, box.w, box.h), lambda: self._small_card(box.size, corner, source, fill))
            self.surface.blit(made, box, special_flags=pygame.BLEND_PREMULTIPLIED)

    def _small_card(self, size: tuple[int, int], corner: int, source: pygame.Surface, fill: str) -> pygame.Surface:
        made = pygame.Surface(size, pygame.SRCALPHA)
        self._nine(made, made.get_rect(), corner, source, fill)
        return made

    def _nine(self, onto: pygame.Surface, box: pygame.Rect, corner: int, source: pygame.Surface, fill: str) -> None:
        """Put the slices where they belong, stretched between the corners."""
        for sx, dx, sw, dw in _slices(box.x, box.w, corner):
            for sy, dy, sh, dh in _slices(box.y, box.h, corner):
                if dw <= 0 or dh <= 0:
                    continue
                if (sx, sy) == (corner, corner):
                    onto.fill(self.colour(fill), (dx, dy, dw, dh))
                    continue
                part = source.subsurface((sx, sy, sw, sh))
                part = part if (sw, sh) == (dw, dh) else pygame.transform.scale(part, (dw, dh))
                onto.blit(part, (dx, dy), special_flags=pygame.BLEND_PREMULTIPLIED)

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

    def width(self, content: str, style: Style) -> float:
        """How wide a text is in one line."""
        return self.breaker.paragraph(content, style, self.k, None).width / self.k

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
        top = self.breaker.fonts.top(span.style.face, words.pixels(span.style.size, self.k), line_height)
        self.surface.blit(self.glyphs(span.text, span.style, token), (x, y + top))

    def glyphs(self, content: str, style: Style, token: str) -> pygame.Surface:
        """A rendered run of text of one script, kept in the cache."""
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


def shortened(canvas: Canvas, content: str, wide: float, style: Style) -> str:
    """A text without markup, cut with an ellipsis to so many units."""
    return canvas.breaker.shortened(content, style, canvas.k, round(wide * canvas.k))


def _slices(start: int, length: int, corner: int) -> tuple[tuple[int, int, int, int], ...]:
    """Corner, middle, corner along one side: where each is in the source and on the window, its size there and here."""
    end = start + length - corner
    return (
        (0, start, corner, corner),
        (corner, start + corner, 1, length - 2 * corner),
        (corner + 2, end, corner, corner),
    )


def upright(canvas: Canvas, content: str, area: Rect, style: Style) -> None:
    """One line of text turned by a quarter, in the middle of an area."""
    laid = canvas.breaker.paragraph(content, style, canvas.k, None)
    line = pygame.Surface((max(laid.width, 1), laid.height), pygame.SRCALPHA)
    flat = Canvas(line, canvas.k, canvas.theme_name, canvas.theme, canvas.cache, canvas.breaker)
    flat.text(content, Rect(0, 0, laid.width / canvas.k, laid.height / canvas.k), style, wrap=False)
    turned = pygame.transform.rotate(line, 90)
    canvas.surface.blit(turned, turned.get_rect(center=canvas.box(area).center))


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
