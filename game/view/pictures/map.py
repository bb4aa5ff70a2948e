"""The cluster map: fixed places, size = sales, one institution at a time with its structure drawn as what it is."""

import math
from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from game.view.kit.paint import Canvas, shortened
from game.view.kit.pen import Pen, Point, Rect
from game.view.kit.text import LABEL_INK, Style
from game.view.pictures.icons import draw_icon
from game.view.pictures.land import backdrop, foreground, guild_hall, house, ripple, river
from game.view.pictures.map_names import PAD, name_places

SPOTS = (
    (0.31, 0.29),
    (0.655, 0.27),
    (0.32, 0.58),
    (0.55, 0.865),
    (0.71, 0.56),
    (0.475, 0.215),
    (0.115, 0.26),
    (0.81, 0.22),
    (0.385, 0.86),
    (0.22, 0.855),
    (0.735, 0.86),
    (0.92, 0.33),
    (0.905, 0.60),
    (0.905, 0.87),
    (0.075, 0.79),
    (0.13, 0.53),
)
HALL = (0.505, 0.50)
CROWD = 20
OWN_NAME = Style(14, 20, "bold", "you_text")
DASHES = {"guarded": (10.0, 11.0), "closed": (0.5, 9.5)}  # of one's own ties: length drawn, length left out


@dataclass(frozen=True)
class House:
    """A firm on the map: its share of sales against the average, and its mark in the institution shown."""

    name: str
    relative: float
    state: str
    yours: bool


@dataclass(frozen=True)
class Link:
    """A line between two places; -1 is the guild hall.

    `state` is kept or broke in an institution; plain for others' ties; open, guarded or closed for how one's own
    partners are treated.
    """

    one: int
    other: int
    state: str
    yours: bool = False


@dataclass(frozen=True)
class Chart:
    """Everything the map depends on."""

    houses: tuple[House, ...]
    links: tuple[Link, ...]
    hall: bool
    labels: bool = True


def spots(n: int) -> list[Point]:
    """Places of n firms as shares of width and height: by hand up to 16, else a staggered grid around the hall."""
    if n <= len(SPOTS):
        return list(SPOTS[:n])
    rows = max(3, round(math.sqrt(n / 3.2)))
    across = math.ceil((n + 2) / rows)
    made: list[Point] = []
    for row in range(rows):
        for place in range(across):
            x = (place + 0.5 + (0.25 if row % 2 else -0.25)) / across
            y = 0.2 + 0.7 * row / max(rows - 1, 1)
            if math.dist((x * 2.6, y), (HALL[0] * 2.6, HALL[1])) > 0.16 + 0.3 / rows:
                made.append((min(max(x, 0.03), 0.97), y))
    middle = sorted(made, key=lambda spot: math.dist((spot[0] * 2, spot[1]), (1, 0.5)))
    return (
        middle[:n]
        if len(middle) >= n
        else [((i % 20 + 0.5) / 20, 0.15 + 0.8 * (i // 20) / max(n // 20, 1)) for i in range(n)]
    )


def draw_map(canvas: Canvas, area: Rect, chart: Chart, rests: bool = True) -> None:
    """Paint the map into an area; the land is kept apart from what stands on it, and that unless it is on its way."""
    clip = canvas.surface.get_clip()
    canvas.surface.set_clip(clip.clip(canvas.box(area)))
    canvas.ground("backdrop", area, lambda pen: backdrop(pen, Rect(0, 0, area.w, area.h)))
    canvas.shape("map land", area, lambda pen: _land(pen, Rect(0, 0, area.w, area.h)))
    places = spots(len(chart.houses))
    scale = min(1.0, area.w / 608, area.h / 200) if chart.labels else 0.62
    key: Hashable = ("map", chart.houses, chart.links, chart.hall) if rests else None
    canvas.shape(key, area, lambda pen: _standing(pen, Rect(0, 0, area.w, area.h), chart, places, scale))
    _labels(canvas, area, chart, places, scale)
    canvas.surface.set_clip(clip)


def _land(pen: Pen, area: Rect) -> None:
    foreground(pen, area)
    w, h = area.w, area.h
    river(
        pen,
        [
            (-4, h * 0.40),
            (w * 0.14, h * 0.36),
            (w * 0.28, h * 0.47),
            (w * 0.42, h * 0.66),
            (w * 0.62, h * 0.70),
            (w * 0.82, h * 0.74),
            (w + 6, h * 0.70),
        ],
        [
            (-4, h * 0.50),
            (w * 0.13, h * 0.44),
            (w * 0.26, h * 0.55),
            (w * 0.41, h * 0.75),
            (w * 0.62, h * 0.79),
            (w * 0.82, h * 0.84),
            (w + 6, h * 0.80),
        ],
    )
    for x, y in ((0.07, 0.42), (0.30, 0.58), (0.49, 0.735), (0.79, 0.775)):
        ripple(pen, w * x, h * y)


def _standing(pen: Pen, area: Rect, chart: Chart, places: Sequence[Point], scale: float) -> None:
    w, h = area.w, area.h

    def at(slot: int) -> Point:
        x, y = HALL if slot < 0 else places[slot]
        return x * w, y * h - (10 * scale if slot >= 0 else 12 * scale)

    for link in chart.links:
        ends = [at(link.one), at(link.other)]
        if link.state == "broke":
            pen.dashes(ends, "broke", 2, 3, 4)
        elif link.state in DASHES:
            pen.dashes(ends, "you", 4, *DASHES[link.state])
        else:
            token = "you" if link.yours else "kept" if link.state == "kept" else "edge"
            pen.line(ends, token, 4 if link.yours else 2)
    order = sorted(range(len(places)), key=lambda i: places[i][1])
    for i in order:
        item = chart.houses[i]
        x, y = places[i][0] * w, places[i][1] * h
        side = scale * (20 + 18 * math.sqrt(min(item.relative, 4.0)))
        token = "you" if item.yours else "grey" if item.state == "absent" else "ink"
        house(pen, x, y, side, token)
    if chart.hall:
        guild_hall(pen, HALL[0] * w, HALL[1] * h, 38 * scale)


def draw_tie(canvas: Canvas, area: Rect, act: str) -> None:
    """A sample of the line of one's own tie, for the legend."""
    ends = [(2.0, area.h / 2), (area.w - 2, area.h / 2)]
    dashes = DASHES.get(act)
    canvas.shape(
        ("tie line", act),
        area,
        lambda pen: pen.dashes(ends, "you", 4, *dashes) if dashes else pen.line(ends, "you", 4),
    )


def _labels(canvas: Canvas, area: Rect, chart: Chart, places: Sequence[Point], scale: float) -> None:
    """Names under the houses, then the marks on top, so that no name covers what was seen."""
    spots = [(area.x + x * area.w, area.y + y * area.h) for x, y in places]
    shown = [i for i, item in enumerate(chart.houses) if chart.labels or item.yours]
    styles = [OWN_NAME if chart.houses[i].yours else LABEL_INK for i in shown]
    names = [chart.houses[i].name for i in shown]
    wide = [canvas.width(name, style) for name, style in zip(names, styles, strict=True)]
    own = next((place for place, i in enumerate(shown) if chart.houses[i].yours), 0)
    found = name_places(wide, [spots[i] for i in shown], own, area, 26 * scale)
    for name, style, box in zip(names, styles, found, strict=True):
        _pill(canvas, name, box, style)
    mark = 16.0 if chart.labels else 11.0
    for item, (x, y) in zip(chart.houses, spots, strict=True):
        side = scale * (20 + 18 * math.sqrt(min(item.relative, 4.0)))
        if item.state in {"kept", "broke"}:
            draw_icon(canvas, item.state, Rect(x + side * 0.22, y - mark * 0.8, mark, mark))


def _pill(canvas: Canvas, name: str, box: Rect, style: Style) -> None:
    canvas.shape(("pill", round(box.w)), box, lambda pen: _paper(pen, box.w))
    canvas.text(shortened(canvas, name, box.w - PAD + 1, style), box, style, "center", wrap=False)


def _paper(pen: Pen, wide: float) -> None:
    pen.rect(Rect(0, 0, wide, 18), "card", radius=4, alpha=224)
