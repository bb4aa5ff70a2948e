"""The town hall: voters in a half circle with a mark for each vote, the count of a motion, and bars with a tick."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from game.view.kit.paint import Canvas
from game.view.kit.pen import Pen, Point, Rect
from game.view.kit.text import LABEL_INK, Style
from game.view.pictures.icons import draw_icon

CROWD = 16  # more voters than these stand without their names
ARC, ENDS = 48, 4.0  # steps of an arc, and how many degrees of it its first and last voter leave free
UNDER = 28.0  # room for names under the lowest voters
TICK = 4.0  # how far a tick stands out of its bar
YOURS = Style(14, 20, "bold", "you_text")


@dataclass(frozen=True)
class Seat:
    """A voter: the name, the vote (nothing where there is nothing to vote on), and whether it is the player's."""

    name: str
    vote: str
    yours: bool = False


def spots(n: int) -> list[Point]:
    """Places of n voters, x from -1 to 1 and y from 0 up to 1, from left to right along nested arcs.

    Each arc holds voters in proportion to its radius.
    """
    rows = next((rows for rows, most in ((1, 3), (2, 9), (3, 24), (4, 60), (6, 120)) if n <= most), 8)
    radii = [1.0 - 0.62 * row / max(rows - 1, 1) for row in range(rows)] if rows > 2 else [1.0, 0.52][:rows]
    whole, made, left = sum(radii), list[tuple[float, Point]](), n
    for row, radius in enumerate(radii):
        held = left if row == rows - 1 else min(round(n * radius / whole), left)
        left -= held
        for place in range(held):
            share = place / (held - 1) if held > 1 else 0.5
            turn = math.radians(180 - ENDS * (row + 1) - share * (180 - 2 * ENDS * (row + 1)))
            made.append((-turn, (radius * math.cos(turn), radius * math.sin(turn))))
    return [spot for _, spot in sorted(made)]


def side_of(area: Rect, n: int) -> float:
    """Size of a voter's mark."""
    usual = next((side for side, most in ((30.0, CROWD), (24.0, 40), (17.0, 90)) if n <= most), 12.0)
    return usual * min(1.0, max(area.h / 250, 0.6))


def boxes(area: Rect, n: int) -> list[Rect]:
    """Where the marks of n voters stand in an area."""
    side = side_of(area, n)
    middle, base, wide, high = _frame(area, n)
    return [Rect(middle + wide * x - side / 2, base - high * y - side / 2, side, side) for x, y in spots(n)]


def _frame(area: Rect, n: int) -> tuple[float, float, float, float]:
    """The half ellipse: middle, base line, half width and height; names of outer voters have room beside it."""
    side = side_of(area, n)
    wide, high = area.w / 2 - side / 2 - (38 if n <= CROWD else 8), area.h - side - 34
    return area.x + area.w / 2, area.bottom - UNDER - side / 2, wide, max(high, 10.0)


def draw_hall(canvas: Canvas, area: Rect, seats: Sequence[Seat], shown: int | None) -> None:
    """Paint the voters and the hall between them; in a crowd only the player's and the `shown` voter's name."""
    held = boxes(area, len(seats))
    n = len(seats)
    canvas.shape(("hall arcs", n), area, lambda pen: _arcs(pen, Rect(0, 0, area.w, area.h), n))
    middle, base, _, _ = _frame(area, n)
    house = min(46.0, area.h * 0.2)
    inside = Rect(middle - house / 2, base - house / 2, house, house)
    draw_icon(canvas, "hall", inside)
    for place, (seat, box) in enumerate(zip(seats, held, strict=True)):
        if place == shown:
            canvas.card(box.inset(-6), "inset", "ink", 6, 1.5)
        mark = f"vote_{seat.vote}" if seat.vote else "absent"
        draw_icon(canvas, mark, box, "ink" if seat.yours or place == shown else "soft")
        if seat.yours:
            draw_icon(canvas, "yours", box.inset(-6), "ink")
    _names(canvas, area, seats, [*held, inside], shown)


def _arcs(pen: Pen, area: Rect, n: int) -> None:
    middle, base, wide, high = _frame(area, n)
    turns = [math.pi * step / ARC for step in range(ARC + 1)]
    for radius in sorted({round(math.hypot(x, y), 3) for x, y in spots(n)}):
        arc = [(middle + radius * wide * math.cos(t), base - radius * high * math.sin(t)) for t in turns]
        pen.line(arc, "line", 1.5)


def _names(canvas: Canvas, area: Rect, seats: Sequence[Seat], held: Sequence[Rect], shown: int | None) -> None:
    """Names where they have room: below the mark, above it, or beside; what has none is told when it is in focus."""
    first = sorted(range(len(seats)), key=lambda i: (not seats[i].yours, i != shown, i))
    wanted = [i for i in first if len(seats) <= CROWD or seats[i].yours or i == shown]
    taken: list[Rect] = []
    for i in wanted:
        style = YOURS if seats[i].yours else LABEL_INK
        wide = canvas.breaker.paragraph(seats[i].name, style, canvas.k, None).width / canvas.k + 4
        room = next((box for box in _around(held[i], wide) if _free(area, box, held, taken, i)), None)
        if room is None and (seats[i].yours or i == shown):
            room = _inside(area, _around(held[i], wide)[0])
        if room is not None:
            taken.append(room)
            canvas.fill(room, "card")
            canvas.text(seats[i].name, room, style, "center", wrap=False)


def _around(mark: Rect, wide: float) -> list[Rect]:
    x, y = mark.x + mark.w / 2, mark.y + mark.h / 2
    far = mark.h / 2 + 5
    shifts = (0.5, 0.3, 0.7)
    made = [Rect(x - wide * shift, up, wide, 19) for up in (y + far, y - far - 19) for shift in shifts]
    return [*made, Rect(x + far, y - 10, wide, 19), Rect(x - far - wide, y - 10, wide, 19)]


def _inside(area: Rect, box: Rect) -> Rect:
    x = min(max(box.x, area.x), area.right - box.w)
    return Rect(x, min(max(box.y, area.y), area.bottom - box.h), box.w, box.h)


def _free(area: Rect, box: Rect, marks: Sequence[Rect], names: Sequence[Rect], own: int) -> bool:
    """Whether a name has room there: inside, and clear of the other marks and names."""
    others = [mark.inset(-2) for i, mark in enumerate(marks) if i != own]
    return _inside(area, box) == box and not any(_meet(box, other) for other in (*others, *names))


def _meet(one: Rect, other: Rect) -> bool:
    return one.x < other.right and other.x < one.right and one.y < other.bottom and other.y < one.bottom


def draw_tally(canvas: Canvas, area: Rect, ayes: int, noes: int, voters: int, needed: int) -> None:
    """Votes for from the left, votes against from the right, and a tick where the motion is carried."""
    canvas.shape(("tally", ayes, noes, voters, needed), area, lambda pen: _tally(pen, area, ayes, noes, voters, needed))


def _tally(pen: Pen, area: Rect, ayes: int, noes: int, voters: int, needed: int) -> None:
    wide, high = area.w - 2, area.h - 2 * TICK
    pen.rect(Rect(0, TICK, area.w, high), "card", "edge", 1, 0)
    for start, count, fill, edge in ((0.0, ayes, "kept", "kept_edge"), (voters - noes, noes, "card", "broke_edge")):
        if count:
            box = Rect(1 + wide * start / voters, TICK, wide * count / voters, high)
            pen.rect(box, fill, edge, 1.4, 0)
            if fill == "card":
                _hatch(pen, box.inset(1), "broke", slant=True)
    pen.rect(Rect(wide * needed / voters - 0.5, 0, 3, area.h), "ink")


def draw_gauge(canvas: Canvas, area: Rect, part: float, tick: float, look: str) -> None:
    """A bar of a share of the width with a tick; `look` is solid, empty or hatched."""
    key = ("gauge", round(part, 3), round(tick, 3), look)
    canvas.shape(key, area, lambda pen: _gauge(pen, area, part, tick, look))


def _gauge(pen: Pen, area: Rect, part: float, tick: float, look: str) -> None:
    box = Rect(0, TICK, max(area.w * min(part, 1.0), 2.0), area.h - 2 * TICK)
    pen.rect(box, "soft" if look == "solid" else "card", "ink", 1.4, 0)
    if look == "hatched":
        _hatch(pen, box.inset(1.4), "ink", slant=False)
    pen.rect(Rect(min(max(area.w * tick - 1.5, 0), area.w - 3), 0, 3, area.h), "ink")


def _hatch(pen: Pen, box: Rect, token: str, *, slant: bool) -> None:
    """Strokes across a box: upright, or slanted by its height."""
    shift, step = (box.h if slant else 0.0), 5.0 if slant else 4.0
    at = box.x - shift + step / 2
    while at < box.right:
        low, high = (max(box.x - at, 0) / shift, min(box.right - at, shift) / shift) if slant else (0.0, 1.0)
        if low < high:
            ends = [(at + share * shift, box.bottom - share * box.h) for share in (low, high)]
            pen.line(ends, token, 2.2 if slant else 1.1)
        at += step
