"""Controls: widgets that can be in focus, answer keys and the mouse, and give back actions."""

import pygame

from game.view.kit.widget import Widget


class Control(Widget):
    """A widget that can be in focus, pressed and hovered over."""

    focusable = True
    hovered = False

    def hover(self, inside: bool) -> None:
        self.hovered = inside


def is_confirm(key: int) -> bool:
    """Whether a key presses what is in focus."""
    return key in {pygame.K_RETURN, pygame.K_KP_ENTER, pygame.K_SPACE}
