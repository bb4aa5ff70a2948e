"""Text input of the window: on only while an entry has the focus, so that input methods never swallow a shortcut."""

from typing import Any

import pygame

from game.view.kit.entry import LEAVE, TextEntry
from game.view.kit.widget import Widget

EVENTS = (pygame.TEXTINPUT, pygame.TEXTEDITING)


class Writing:
    """Hands what is typed to the entry in focus, and tells the input method where it is."""

    def __init__(self) -> None:
        self._name = ""
        self._composed = ""
        self._at: tuple[int, int, int, int] | None = None

    def answer(self, event: pygame.event.Event, focus: Widget | None) -> Any:
        """A text typed, or one that an input method is still composing."""
        if not isinstance(focus, TextEntry):
            return None
        if event.type == pygame.TEXTEDITING:
            self._composed = focus.composed = event.text
            return None
        self._composed = ""
        answer = focus.type(event.text)
        return None if answer is True else answer

    def leaves(self, key: int, focus: Widget | None) -> bool:
        """Whether a key leaves the entry in focus."""
        return key in LEAVE and isinstance(focus, TextEntry)

    def follow(self, focus: Widget | None, k: float) -> None:
        """Begin or end text input with the focus; an entry made anew goes on with what was being composed."""
        entry = focus if isinstance(focus, TextEntry) else None
        name = entry.name if entry is not None else ""
        if name != self._name:
            self._name, self._composed, self._at = name, "", None
            if entry is not None:
                pygame.key.start_text_input()
            else:
                pygame.key.stop_text_input()
        if entry is None:
            return
        entry.composed = self._composed
        area = entry.caret_area()
        at = (round(area.x * k), round(area.y * k), max(1, round(area.w * k)), round(area.h * k))
        if at != self._at:
            self._at = at
            pygame.key.set_text_input_rect(pygame.Rect(at))
