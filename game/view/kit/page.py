"""What the window shows: a page, and the form it has to fit into."""

from collections.abc import Container, Hashable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

import pygame

from game.view.kit.widget import Widget


@dataclass(frozen=True)
class Form:
    """What a page has to fit into: its size in design units, and whether that is narrow."""

    width: float
    height: float
    narrow: bool
    scroll: dict[str, float]


class Page(Protocol):
    """A screen or a layer on top of one."""

    def tree(self, form: Form) -> Widget:
        """The widgets, for a form."""
        ...

    def form(self) -> Hashable:
        """What the structure of the tree depends on."""
        ...

    def shortcuts(self) -> Mapping[int, Any]:
        """Actions by key."""
        ...

    @property
    def typing(self) -> bool:
        """Whether letters are typed here, so that they stay what they are."""
        ...

    @property
    def lasting(self) -> Container[int]:
        """Keys whose shortcut goes on while they are held."""
        ...

    @property
    def first(self) -> str:
        """Name of the widget in focus at first."""
        ...


def spells(page: Page, key: int) -> bool:
    """Whether a key that presses buttons elsewhere is the gap between two words that are being typed."""
    return page.typing and key == pygame.K_SPACE and key in page.shortcuts()
