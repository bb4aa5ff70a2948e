"""A text being written: the caret, what is selected, and what every key does to it. Plain data; nothing here paints."""

from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Editing:
    """A text with its caret; what lies between caret and anchor is selected."""

    text: str
    caret: int = 0
    anchor: int = 0

    @property
    def selection(self) -> tuple[int, int]:
        """From where to where text is selected; both alike where none is."""
        return min(self.caret, self.anchor), max(self.caret, self.anchor)

    @property
    def selected(self) -> str:
        """The text that is selected."""
        low, high = self.selection
        return self.text[low:high]

    def within(self) -> "Editing":
        """With caret and anchor inside the text, which may have been changed from elsewhere."""
        last = len(self.text)
        return replace(self, caret=min(max(self.caret, 0), last), anchor=min(max(self.anchor, 0), last))

    def moved(self, to: int, *, select: bool = False) -> "Editing":
        """The caret elsewhere; the anchor stays where it was if something is being selected."""
        at = min(max(to, 0), len(self.text))
        return replace(self, caret=at, anchor=self.anchor if select else at)

    def stepped(self, by: int, *, word: bool = False, select: bool = False) -> "Editing":
        """A sign or a word on; without Shift a selection is left at its end on that side."""
        low, high = self.selection
        if low < high and not select and not word:
            return self.moved(high if by > 0 else low)
        return self.moved(self.word_end(by) if word else self.caret + by, select=select)

    def everything(self) -> "Editing":
        """All of the text selected."""
        return replace(self, caret=len(self.text), anchor=0)

    def typed(self, added: str, most: int) -> "Editing":
        """With a text in place of the selection: in one line, what can't be printed left out, as much as has room."""
        low, high = self.selection
        told = "".join(char if char.isprintable() else " " if char.isspace() else "" for char in added)
        told = told[: max(0, most - len(self.text) + high - low)]
        return Editing(self.text[:low] + told + self.text[high:], low + len(told), low + len(told))

    def erased(self, by: int, *, word: bool = False) -> "Editing":
        """Without the selection, or without the sign or the word before or after the caret."""
        low, high = self.selection
        if low == high:
            to = self.word_end(by) if word else min(max(self.caret + by, 0), len(self.text))
            low, high = min(self.caret, to), max(self.caret, to)
        return Editing(self.text[:low] + self.text[high:], low, low)

    def word_end(self, by: int) -> int:
        """Where the word at the caret ends on that side, blanks between words passed over."""
        at, step = self.caret, 1 if by > 0 else -1
        look = 0 if by > 0 else -1
        last = len(self.text) if by > 0 else 0
        while at != last and not self.text[at + look].isalnum():
            at += step
        while at != last and self.text[at + look].isalnum():
            at += step
        return at
