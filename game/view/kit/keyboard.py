"""The keyboard: what a key stands for, and what a key that is held down still does."""

from collections.abc import Container

import pygame

from game.view.kit.keymap import CAPS, Keymap

KEYS: dict[str, int] = {cap: getattr(pygame, f"K_{cap.lower() if len(cap) == 1 else cap}") for cap in CAPS}
NAMES = {key: cap for cap, key in KEYS.items()}
MOVES = frozenset(
    getattr(pygame, f"K_{name}")
    for name in (*("LEFT", "RIGHT", "UP", "DOWN", "PAGEUP", "PAGEDOWN"), *("TAB", "BACKSPACE", "MINUS", "PLUS"))
)


class Keyboard:
    """What is held down. A key that is held goes on moving things; nothing else happens twice by being held."""

    def __init__(self) -> None:
        self.keys = Keymap({})
        self._down: set[int] = set()
        self._spent: set[int] = set()

    def meant(self, key: int, typing: bool) -> int:
        """The standard key that a key stands for."""
        return KEYS.get(self.keys.meant(NAMES.get(key, ""), typing), key)

    def pressed(self, key: int, lasting: Container[int]) -> tuple[bool, bool]:
        """Whether a key that goes down counts, and whether it was down already (`lasting` keys count then, too)."""
        again = key in self._down
        self._down.add(key)
        return not again or (key not in self._spent and (key in MOVES or key in lasting)), again

    def released(self, key: int) -> None:
        """A key goes up."""
        self._down.discard(key)
        self._spent.discard(key)

    def let_go(self) -> None:
        """Nobody can tell any more what is held: the window has lost the keyboard."""
        self._down.clear()
        self._spent.clear()

    def page_turned(self) -> None:
        """Something else is shown: what is held now was meant for what was there before."""
        self._spent |= self._down
