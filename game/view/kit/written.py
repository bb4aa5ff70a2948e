"""A text as a person wrote it, broken into lines: where every sign stands, and which sign stands where."""

from collections.abc import Callable

from game.view.kit.text import Style, pieces
from game.view.kit.widget import Ruler


class Written:
    """A text in lines of a width (design units). Nothing in it is markup."""

    def __init__(self, text: str, style: Style, ruler: Ruler, width: float) -> None:
        self.text, self._style, self._ruler = text, style, ruler
        self.rows = broken_lines(text, lambda held: self.wide(held) <= width)

    def wide(self, text: str) -> float:
        """Width of a text in one line, blanks at its end counted in."""
        ruler, style = self._ruler, self._style
        runs = ruler.breaker.fonts.in_runs(text, style.face)
        return sum(
            ruler.breaker.text_width(run, Style(style.size, style.line, face), ruler.k) / ruler.k for run, face in runs
        )

    def line_of(self, at: int) -> int:
        """The line that a place of the text is in; where one line ends and the next begins, the next."""
        return max((line for line, (start, _) in enumerate(self.rows) if start <= at), default=0)

    def x(self, at: int) -> float:
        """How far from the left a place of the text is."""
        return self.wide(self.text[self.rows[self.line_of(at)][0] : at])

    def nearest(self, line: int, x: float) -> int:
        """The place in a line that is nearest to a distance from the left."""
        line = min(max(line, 0), len(self.rows) - 1)
        start, end = self.rows[line]
        last = end if line == len(self.rows) - 1 else max(start, end - 1)
        return min(range(start, last + 1), key=lambda at: abs(self.wide(self.text[start:at]) - x))

    def above_or_below(self, at: int, lines: int) -> int:
        """The place some lines further down, as far from the left; the ends of the text where there are none."""
        line = self.line_of(at) + lines
        if line < 0:
            return 0
        return len(self.text) if line >= len(self.rows) else self.nearest(line, self.x(at))


def broken_lines(text: str, fits: Callable[[str], bool]) -> list[tuple[int, int]]:
    """A text broken into lines that fit, at its blanks and beside ideographs; a word longer than a line is cut."""
    made: list[tuple[int, int]] = []
    start = at = 0
    for piece in pieces(text):
        if at > start and not fits(text[start : at + len(piece.rstrip())]):
            made.append((start, at))
            start = at
        at += len(piece)
        while at - start > 1 and not fits(text[start:at].rstrip()):
            cut = next(end for end in range(at - 1, start, -1) if end == start + 1 or fits(text[start:end]))
            made.append((start, cut))
            start = cut
    return [*made, (start, len(text))]
