"""Which key stands for which. Screens speak of standard keys, by their caps; a person may have exchanged some.

It is an exchange of keys and not of commands, so no command is ever without a key and no two share one.
"""

import string
from collections.abc import Mapping

LETTERS = frozenset(string.ascii_uppercase)
CAPS = (*string.ascii_uppercase, *(f"F{number}" for number in range(1, 13)))


def is_sound(pressed: Mapping[str, str]) -> bool:
    """Whether an exchange names keys that can be exchanged, and each as often as it is given away."""
    return set(pressed) <= set(CAPS) and sorted(pressed) == sorted(pressed.values())


def exchanged(pressed: Mapping[str, str], one: str, other: str) -> dict[str, str]:
    """The exchange in which two standard keys have, besides, changed their places."""
    made = {**pressed, one: pressed.get(other, other), other: pressed.get(one, one)}
    return {cap: place for cap, place in made.items() if cap != place}


class Keymap:
    """An exchange of keys: `pressed["F10"]` is the cap of the key that does now what F10 does at first.

    Where letters are typed they stay what they are, and the other keys are exchanged among themselves: a key that
    stands for a letter there stands for what that letter's key stands for.
    """

    def __init__(self, pressed: Mapping[str, str]) -> None:
        self._pressed = dict(pressed)
        self._meant = {place: cap for cap, place in pressed.items()}

    def meant(self, cap: str, typing: bool) -> str:
        """The standard key that a pressed one stands for."""
        return _follow(self._meant, cap, typing)

    def cap(self, cap: str, typing: bool) -> str:
        """The key that has to be pressed for a standard one."""
        return _follow(self._pressed, cap, typing)


def _follow(exchange: Mapping[str, str], cap: str, typing: bool) -> str:
    if typing and cap in LETTERS:
        return cap
    made = exchange.get(cap, cap)
    while typing and made in LETTERS:
        made = exchange[made]
    return made
