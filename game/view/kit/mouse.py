"""The mouse: what is under it, and what is held by it."""

from typing import Any

from game.view.kit import reach
from game.view.kit.pen import Point
from game.view.kit.widget import Widget

WHEEL = 48.0


class Mouse:
    """The widget that the mouse is over, and the one that it was pressed on and that it drags."""

    def __init__(self) -> None:
        self.hovered: Widget | None = None
        self.held: Widget | None = None

    def moved(self, tree: Widget, point: Point, drags: bool) -> Any:
        """Drag what is held, or come to be over something else."""
        if drags and self.held is not None:
            answer = self.held.drag(point)
            return None if answer is True else answer
        found = reach.topmost(tree, point)
        if found is not self.hovered:
            if self.hovered is not None:
                self.hovered.hover(False)
            if found is not None:
                found.hover(True)
            self.hovered = found
        return None

    def wheel(self, tree: Widget, point: Point, turns: int) -> None:
        """Scroll what is under the mouse."""
        for scroll in reach.scrolls(tree):
            if scroll.area.has(point) and scroll.move(-WHEEL * turns):
                return

    def tree_made(self, tree: Widget, same_page: bool) -> None:
        """Widgets were made anew; what was held is found again by its name."""
        name = self.held.name if self.held is not None and same_page else ""
        self.hovered, self.held = None, reach.named(tree, name) if name else None
