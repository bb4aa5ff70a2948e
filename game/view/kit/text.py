"""Text: styles, a tiny markup, and one line breaker for Latin and Chinese.

Markup in texts: `**bold**`, `__second text__`, `[[F10]]` a key cap (arrows in it are drawn, no face has them),
`((mark))` an icon by name. Sizes are in design units; what is measured here is in pixels, because only pixels decide
whether a line fits.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from game.view.kit.fonts import Fonts, is_wide
from game.view.kit.keymap import Keymap

KEY_PAD = 7.0
KEY_HEIGHT = 24.0
ARROWS = "←↑→↓"
ARROW_WIDTH = 14.0
_MARKS = re.compile(r"\*\*(.+?)\*\*|__(.+?)__|\[\[(.+?)\]\]|\(\(([a-z_]+)\)\)", re.S)
LITERAL = "\x02"  # begins a text in which nothing is markup: what a person wrote
_NO_START = set("，。、；：？！）》〉」』】〕”’%…—～·,.;:?!)]}")
_NO_END = set("（《〈「『【〔“‘([{")


@dataclass(frozen=True)
class Style:
    """Size and line height in design units, face, and colour token."""

    size: float = 16
    line: float = 24
    face: str = "sans"
    colour: str = "ink"


BODY = Style()
BOLD = Style(face="bold")
SOFT = Style(colour="soft")
LABEL = Style(14, 20, "sans", "soft")
LABEL_INK = Style(14, 20)
LABEL_BOLD = Style(14, 20, "bold")
SMALL_HEAD = Style(16, 24, "serif")
PANEL_HEAD = Style(18, 24, "serif")
SCREEN_HEAD = Style(24, 32, "serif")
LEAD = Style(20, 28, "bold")
BIG = Style(24, 32, "bold")
NAME = Style(66, 78, "display")


@dataclass(frozen=True)
class Span:
    """A piece of a text that looks alike: kind is text, key or icon."""

    text: str
    style: Style
    kind: str = "text"


@dataclass(frozen=True)
class Placed:
    """A span at its place in a paragraph, pixels from the paragraph's left and the line's number."""

    x: int
    line: int
    width: int
    span: Span


@dataclass(frozen=True)
class Paragraph:
    """Spans broken into lines; sizes in pixels."""

    placed: tuple[Placed, ...]
    width: int
    lines: int
    line_height: int

    @property
    def height(self) -> int:
        """Height of all lines."""
        return self.lines * self.line_height


def pixels(size: float, k: float) -> int:
    """Font pixels of a size in design units."""
    return max(6, round(size * k))


@lru_cache(maxsize=4000)
def spans(text: str, style: Style) -> tuple[Span, ...]:
    """Split a text at its markup."""
    if text.startswith(LITERAL):
        return (Span(text[1:], style),) if len(text) > 1 else ()
    made: list[Span] = []
    at = 0
    for match in _MARKS.finditer(text):
        if match.start() > at:
            made.append(Span(text[at : match.start()], style))
        bold, soft, key, icon = match.groups()
        if bold:
            made.append(
                Span(bold, Style(style.size, style.line, "bold" if style.face == "sans" else style.face, style.colour))
            )
        elif soft:
            made.append(Span(soft, Style(style.size, style.line, style.face, "soft")))
        elif key:
            made.append(Span(key, Style(14, 20, "sans", style.colour), "key"))
        else:
            made.append(Span(icon, style, "icon"))
        at = match.end()
    if at < len(text):
        made.append(Span(text[at:], style))
    return tuple(made)


def literal(text: str) -> str:
    """A text in which nothing is markup."""
    return LITERAL + text


@lru_cache(maxsize=4000)
def plain(text: str) -> str:
    """The text without its markup, as a screen reader or a test would want it."""
    if text.startswith(LITERAL):
        return text[1:]
    return _MARKS.sub(lambda match: match.group(1) or match.group(2) or match.group(3) or "", text)


def _may_part(last: str, first: str) -> bool:
    """Whether a line may end between two characters.

    It may at a blank, but not before a per cent sign; and beside an ideograph, but not before what closes nor after
    what opens.
    """
    if last == " ":
        return first not in {" ", "%"}
    return first != " " and (is_wide(last) or is_wide(first)) and first not in _NO_START and last not in _NO_END


@lru_cache(maxsize=4000)
def pieces(text: str) -> tuple[str, ...]:
    """Unbreakable pieces: words with the blank after them, single Chinese characters with their punctuation."""
    made: list[str] = []
    held = ""
    for char in text:
        if char == "\n":
            made += [held, char]
            held = ""
        elif held and _may_part(held[-1], char):
            made.append(held)
            held = char
        else:
            held += char
    return tuple(piece for piece in (*made, held) if piece)


class Breaker:
    """Lays texts out into paragraphs; one per window, because it keeps what it measured."""

    def __init__(self, fonts: Fonts) -> None:
        self.fonts = fonts
        self.keys = Keymap({})
        self.typing = False
        self._held: dict[tuple[str, Style, float, int | None, bool], Paragraph] = {}

    def paragraph(self, text: str, style: Style, k: float, width: int | None) -> Paragraph:
        """Break a text with markup to a width in pixels (None: one line, however long)."""
        key = (text, style, k, width, self.typing)
        found = self._held.get(key)
        if found is None:
            if len(self._held) > 2000:
                self._held.clear()
            found = self._held[key] = self._lay_out(spans(text, style), style, k, width)
        return found

    def shortened(self, text: str, style: Style, k: float, width: int) -> str:
        """A text without markup in one line of so many pixels: whole, or its beginning with an ellipsis."""
        if self.paragraph(text, style, k, None).width <= width:
            return text
        fits, too_long = 0, len(text)
        while too_long - fits > 1:
            middle = (fits + too_long) // 2
            held = self.paragraph(_ellipsis(text, middle), style, k, None).width <= width
            fits, too_long = (middle, too_long) if held else (fits, middle)
        return _ellipsis(text, fits)

    def speak(self, language: str) -> None:
        """Another language is spoken: what was laid out may look otherwise in it."""
        if language != self.fonts.language:
            self.fonts.language = language
            self._held.clear()

    def exchange(self, keys: Keymap) -> None:
        """Other keys are pressed from now on, so their caps say something else."""
        self.keys = keys
        self._held.clear()

    def _lay_out(self, parts: tuple[Span, ...], style: Style, k: float, width: int | None) -> Paragraph:
        """Place piece by piece; what hangs together without a blank (a bold word and its comma) moves as one."""
        x = line = start = 0
        placed: list[Placed] = []
        parts = tuple(self._pieces(parts))
        for place, span in enumerate(parts):
            if span.text == "\n" and span.kind == "text":
                x, line, start = 0, line + 1, len(placed)
                continue
            if placed and _may_break(placed[-1].span, span.text) and not _is_orphan(parts, place):
                start = len(placed)
            full = self._width(span.text, span, k)
            bare = self._width(span.text.rstrip(" "), span, k) if span.kind == "text" else full
            together = placed[start].x if start < len(placed) else x
            if width is not None and together > 0 and x + bare > width:
                line += 1
                placed[start:] = [Placed(held.x - together, line, held.width, held.span) for held in placed[start:]]
                x -= together
            placed.append(Placed(x, line, full, span))
            x += full
        longest = max((_end(item, k, self) for item in placed), default=0)
        return Paragraph(_joined(placed), longest, line + 1, round(style.line * k))

    def _pieces(self, parts: tuple[Span, ...]) -> Iterator[Span]:
        """Spans cut into unbreakable pieces, each of one script and in the face that has it.

        A key cap names the key that is to be pressed.
        """
        for span in parts:
            if span.kind == "text":
                for run, face in self.fonts.in_runs(span.text, span.style.face):
                    style = replace(span.style, face=face)
                    yield from (Span(piece, style) for piece in pieces(run))
            elif span.kind == "key":
                yield replace(span, text=self.keys.cap(span.text, self.typing))
            else:
                yield span

    def text_width(self, text: str, style: Style, k: float) -> int:
        """Width of a run of text in pixels."""
        return self.fonts.width(text, style.face, pixels(style.size, k))

    def _width(self, piece: str, span: Span, k: float) -> int:
        if span.kind == "icon":
            return round(span.style.size * 1.5 * k)
        if span.kind == "key" and set(piece) <= set(ARROWS):
            return round((ARROW_WIDTH * len(piece) + 2 * KEY_PAD + 2) * k)
        if span.kind == "key":
            runs = self.fonts.in_runs(piece, span.style.face)
            inside = sum(self.text_width(run, replace(span.style, face=face), k) for run, face in runs)
            return inside + round((2 * KEY_PAD + 2) * k)
        return self.text_width(piece, span.style, k)


def _ellipsis(text: str, kept: int) -> str:
    return f"{text[:kept].rstrip(' ·,')}…"


def _may_break(before: Span, piece: str) -> bool:
    """Whether a line may end between two pieces."""
    if piece.startswith(" "):
        return True
    if before.kind != "text":
        return piece[:1] not in _NO_START
    return _may_part(before.text[-1:], piece[:1])


def _is_orphan(parts: tuple[Span, ...], place: int) -> bool:
    """Whether a piece is an ideograph that would stand alone, with what closes, on a paragraph's last line."""
    rest = parts[place:]
    last = len(rest) == 1 or rest[1].text == "\n" or (len(rest) == 2 and set(rest[1].text) <= _NO_START)
    return (
        place > 0 and last and rest[0].kind == "text" and is_wide(rest[0].text[0]) and _is_ideograph(parts[place - 1])
    )


def _is_ideograph(span: Span) -> bool:
    return span.kind == "text" and is_wide(span.text[-1]) and span.text[-1] not in _NO_START


def _end(item: Placed, k: float, breaker: Breaker) -> int:
    bare = item.span.text.rstrip(" ")
    if item.span.kind != "text" or bare == item.span.text:
        return item.x + item.width
    return item.x + breaker.text_width(bare, item.span.style, k)


def _joined(placed: list[Placed]) -> tuple[Placed, ...]:
    """Neighbouring pieces of one look become one, so that a line is painted in few strokes."""
    made: list[Placed] = []
    for item in placed:
        last = made[-1] if made else None
        if (
            last
            and last.line == item.line
            and last.span.style == item.span.style
            and last.span.kind == item.span.kind == "text"
        ):
            text = last.span.text + item.span.text
            made[-1] = Placed(last.x, last.line, last.width + item.width, Span(text, last.span.style))
        else:
            made.append(item)
    return tuple(made)
