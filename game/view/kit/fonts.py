"""Fonts by face, size and script: Latin characters from the Noto faces, Chinese ones from Noto Sans SC.

A text is cut into runs of one script each (`in_runs`), so that a Chinese name in an English sentence and an English one
in a Chinese sentence come from faces that have them. Both stand on one baseline.
"""

import unicodedata
from functools import lru_cache
from pathlib import Path

import pygame

FACES = {
    "sans": "NotoSans-Regular.ttf",
    "bold": "NotoSans-Bold.ttf",
    "serif": "NotoSerif-Bold.ttf",
    "display": "NotoSerifDisplay-Bold.ttf",
    "han": "NotoSansSC-Regular.otf",
    "han bold": "NotoSansSC-Bold.otf",
}
HAN = {"sans": "han", "bold": "han bold", "serif": "han bold", "display": "han bold"}
BESIDE = {"han": "sans", "han bold": "bold"}  # the Latin face whose baseline a Chinese one takes
STAND_IN = {
    "sans": ("bold", "han", "han bold"),
    "bold": ("sans", "han bold", "han"),
    "serif": ("bold", "sans", "han bold"),
    "display": ("serif", "bold", "sans", "han bold"),
    "han": ("han bold",),
    "han bold": ("han",),
}
TRIED = {True: "A印家", False: "Aé–"}  # drawn once, by whether Chinese: a file cut short opens and draws blanks
EITHER = set("“”‘’…—")  # wide in Chinese, narrow in Latin: they go with what they touch


class Fonts:
    """Fonts of the product, loaded once per face and pixel size. `language` is the one that is spoken."""

    def __init__(self, folder: Path, language: str = "en") -> None:
        self._folder = folder
        self._held: dict[tuple[str, int], pygame.Font] = {}
        self.language = language
        self.lost: list[str] = []  # files that could not be read
        self._tried: set[str] = set()

    def get(self, face: str, size: int) -> pygame.Font:
        """The font of a face in pixels; where its file is missing or damaged another stands in, and `lost` says so."""
        found = self._held.get((face, size))
        if found is None:
            found = self._held[face, size] = self._load(face, size)
        return found

    def _load(self, face: str, size: int) -> pygame.Font:
        for name in (face, *STAND_IN[face]):
            file = FACES[name]
            if file in self.lost:
                continue
            try:
                found = pygame.font.Font(self._folder / file, size)
                if file not in self._tried:
                    _try(found, name in HAN.values())
                    self._tried.add(file)
            except (OSError, ValueError, RuntimeError, pygame.error):
                self.lost.append(file)
            else:
                return found
        return pygame.font.Font(None, size)

    def width(self, text: str, face: str, size: int) -> int:
        """Width of a text of one script in pixels."""
        return int(_measure(self.get(face, size), text))

    def in_runs(self, text: str, face: str) -> tuple[tuple[str, str], ...]:
        """A text as runs of one script, each with the face that has it.

        Chinese heads have no serifs, so where Chinese is spoken the Latin in them has none either.
        """
        latin = "bold" if face == "serif" and self.language.startswith("zh") else face
        return tuple((run, HAN[face] if han else latin) for run, han in scripts(text))

    def top(self, face: str, size: int, line_height: int) -> int:
        """Where a text's picture begins below the top of its line."""
        font, beside = self.get(face, size), self.get(BESIDE.get(face, face), size)
        return (line_height - beside.get_height()) // 2 + beside.get_ascent() - font.get_ascent()


def _try(font: pygame.Font, chinese: bool) -> None:
    """Draw a few characters; ValueError if one comes out blank."""
    for char in TRIED[chinese]:
        if not font.render(char, True, (0, 0, 0)).get_bounding_rect().w:
            raise ValueError(char)


@lru_cache(maxsize=20000)
def _measure(font: pygame.Font, text: str) -> int:
    return int(font.size(text)[0])


def is_wide(char: str) -> bool:
    """Whether a character is an ideograph or a sign as wide as one."""
    return unicodedata.east_asian_width(char) in "WF"


@lru_cache(maxsize=8000)
def scripts(text: str) -> tuple[tuple[str, bool], ...]:
    """A text as runs of one script: (run, whether it is Chinese)."""
    if text.isascii():
        return ((text, False),) if text else ()
    made: list[tuple[str, bool]] = []
    opened: list[bool] = []
    for place, char in enumerate(text):
        han = _either(text, place, made, opened) if char in EITHER else is_wide(char)
        if made and made[-1][1] == han:
            made[-1] = (made[-1][0] + char, han)
        else:
            made.append((char, han))
    return tuple(made)


def _either(text: str, place: int, made: list[tuple[str, bool]], opened: list[bool]) -> bool:
    """The script of a sign that both have: what it touches decides; what closes goes with what opened."""
    char = text[place]
    letters = "".join(text[max(place - 1, 0) : place + 2].split(char))
    if char in "”’" and opened and not (len(letters) == 2 and letters.isascii() and letters.isalpha()):
        return opened.pop()
    after_one = place > 0 and text[place - 1] in EITHER and made[-1][1]
    han = after_one or _touches_wide(text, place)
    if char in "“‘":
        opened.append(han)
    return han


def _touches_wide(text: str, place: int) -> bool:
    """Whether the nearest character that knows its script, on either side, is wide."""
    before = next((char for char in reversed(text[:place]) if char not in EITHER), "")
    after = next((char for char in text[place + 1 :] if char not in EITHER), "")
    return any(char and is_wide(char) for char in (before, after))
