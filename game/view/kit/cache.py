"""One cache for text and shapes, bounded by bytes.

A key names everything its picture depends on, so nothing is ever invalidated by hand: what is not asked for any more
falls out at the far end.
"""

from collections import OrderedDict
from collections.abc import Callable, Hashable

import pygame


class PictureCache:
    """Least recently used surfaces up to `limit` bytes."""

    def __init__(self, limit: int = 16 * 2**20) -> None:
        self.limit = limit
        self.bytes = 0
        self._held: OrderedDict[Hashable, pygame.Surface] = OrderedDict()

    def get(self, key: Hashable, make: Callable[[], pygame.Surface]) -> pygame.Surface:
        """The surface of that key, made now if it is not held."""
        found = self._held.get(key)
        if found is not None:
            self._held.move_to_end(key)
            return found
        made = make()
        self._held[key] = made
        self.bytes += _size(made)
        while self.bytes > self.limit and len(self._held) > 1:
            self.bytes -= _size(self._held.popitem(last=False)[1])
        return made

    def __len__(self) -> int:
        return len(self._held)


def _size(surface: pygame.Surface) -> int:
    return surface.get_width() * surface.get_height() * surface.get_bytesize()
