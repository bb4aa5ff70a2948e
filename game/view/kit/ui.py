"""The window: size and unit, layers of pages, focus and events.

A page is anything with `tree`, `form` and `shortcuts`. The tree is made anew when the form, the window, the text size
or the theme changes; between that, widgets are compared by `look()` with what was painted. Focus survives by name.
"""

from collections.abc import Hashable, Mapping, Sequence
from pathlib import Path
from typing import Any

import pygame

from game.view.kit import reach
from game.view.kit.cache import PictureCache
from game.view.kit.fonts import Fonts
from game.view.kit.glide import Glides
from game.view.kit.keyboard import MOVES, Keyboard
from game.view.kit.keymap import Keymap
from game.view.kit.mouse import Mouse
from game.view.kit.page import Form, Page, spells
from game.view.kit.paint import Canvas
from game.view.kit.pen import Point, Rect
from game.view.kit.repaint import Painting
from game.view.kit.text import Breaker
from game.view.kit.theme import THEMES
from game.view.kit.widget import Ruler, Widget
from game.view.kit.writing import EVENTS, Writing

DESIGN = (1280.0, 720.0)
NARROW = 900.0
ARROWS = {pygame.K_LEFT: (-1, 0), pygame.K_RIGHT: (1, 0), pygame.K_UP: (0, -1), pygame.K_DOWN: (0, 1)}
PAGES = {pygame.K_PAGEUP: -1, pygame.K_PAGEDOWN: 1}


class Window:
    """One window and what is on it. `layers` are pages, the last one on top and in charge."""

    def __init__(self, size: tuple[int, int], fonts: Path, theme: str = "light", text_size: float = 1.0) -> None:
        self.surface = pygame.display.set_mode(size, pygame.RESIZABLE)
        self.breaker = Breaker(Fonts(fonts))
        self.cache, self.glides = PictureCache(), Glides()
        self.theme, self.text_size = theme, text_size
        self.layers: list[Page] = []
        self.icons: Any = None
        self._trees: list[Widget] = []
        self._forms: list[Hashable] = []
        self._shown: list[int] = []
        self._shape: Form | None = None
        self._focus: list[str] = []
        self.points_at = ""
        self._pointed = ""
        self._painting = Painting()
        self._scroll: dict[str, float] = {}
        self._mouse = Mouse()
        self._stale = True
        self._keyboard = Keyboard()
        self._writing = Writing()

    @property
    def k(self) -> float:
        """Pixels per design unit."""
        w, h = self.surface.get_size()
        return max(min(w / DESIGN[0], h / DESIGN[1]) * self.text_size, 0.25)

    @property
    def shape(self) -> Form:
        """The form of the window now."""
        w, h = self.surface.get_size()
        return Form(w / self.k, h / self.k, w / self.k < NARROW, self._scroll)

    def show(self, layers: Sequence[Page]) -> None:
        """Replace what is shown; a page that stays keeps its focus."""
        kept = {id(page): name for page, name in zip(self.layers, self._focus, strict=True)}
        if [id(page) for page in layers] != list(kept):
            self._keyboard.page_turned()
        self.layers = list(layers)
        self._focus = [kept.get(id(page), page.first) for page in self.layers]
        self._stale = True

    def dress(self, *, theme: str | None = None, text_size: float | None = None, language: str | None = None) -> None:
        """Change theme, text size or the language that is spoken."""
        self.theme = theme or self.theme
        self.text_size = text_size or self.text_size
        self.breaker.speak(language or self.breaker.fonts.language)
        self._stale = True

    def exchange(self, pressed: Mapping[str, str]) -> None:
        """Exchange keys, as `Keymap` has it."""
        self._keyboard.keys = Keymap(pressed)
        self.breaker.exchange(self._keyboard.keys)
        self._stale = True

    def forget(self) -> None:
        """Paint everything anew at the next refresh."""
        self._painting.forget()

    def resized(self) -> None:
        """The window has another size."""
        self.surface = pygame.display.get_surface() or self.surface
        self._stale = True

    # -- reading the tree ---------------------------------------------------------------------------------------------

    @property
    def tree(self) -> Widget:
        """The tree of the layer on top."""
        return self._trees[-1]

    def find(self, name: str) -> Widget | None:
        """The widget of that name on the layer on top."""
        return reach.named(self.tree, name)

    @property
    def focus(self) -> Widget | None:
        """The widget in focus."""
        found = self.find(self._focus[-1]) if self._focus and self._focus[-1] else None
        return found if found is not None and found.focusable else None

    def set_focus(self, name: str) -> None:
        """Put a widget in focus and bring it into sight."""
        self._focus[-1] = name
        reach.bring_into_sight(self.tree, self.find(name))

    # -- events -------------------------------------------------------------------------------------------------------

    def handle(self, event: pygame.event.Event) -> Any:
        """Answer an event: an action for the program, or None."""
        if self._shown != [id(page) for page in self.layers]:
            self._build([page.form() for page in self.layers])  # nothing is answered by a page that is gone
        if event.type == pygame.KEYDOWN:
            return self._key(event.key, event.mod)
        if event.type in EVENTS:
            return self._writing.answer(event, self.focus)
        if event.type == pygame.MOUSEMOTION:
            return self._mouse.moved(self.tree, self._point(event.pos), drags=bool(event.buttons[0]))
        if event.type == pygame.MOUSEBUTTONDOWN and event.button == 1:
            return self._pressed(self._point(event.pos))
        self._note(event)
        return None

    def _note(self, event: pygame.event.Event) -> None:
        """Take in what asks for no answer."""
        if event.type == pygame.KEYUP:
            self._keyboard.released(event.key)
        elif event.type == pygame.MOUSEBUTTONUP and event.button == 1:
            self._mouse.held = None
        elif event.type == pygame.MOUSEWHEEL:
            self._mouse.wheel(self.tree, self._point(pygame.mouse.get_pos()), event.y)
        elif event.type in {pygame.VIDEORESIZE, pygame.WINDOWSIZECHANGED}:
            self.resized()
        elif event.type == pygame.WINDOWEXPOSED:
            self.forget()
        elif event.type == pygame.WINDOWFOCUSLOST:
            self._keyboard.let_go()

    def _point(self, pos: tuple[int, int]) -> Point:
        return pos[0] / self.k, pos[1] / self.k

    def _key(self, typed: int, mods: int) -> Any:
        page = self.layers[-1]
        counts, again = self._keyboard.pressed(typed, page.lasting)
        if not counts:
            return None
        key = self._keyboard.meant(typed, page.typing)
        focus = self.focus if (not again or key in MOVES) and not spells(page, key) else None
        if focus is not None and (answer := focus.act(key, mods)) is not None:
            return None if answer is True else answer
        if self._writing.leaves(key, focus):
            key, mods = pygame.K_TAB, 0
        action = page.shortcuts().get(key)
        if action is not None:
            return action
        if key == pygame.K_TAB:
            self.set_focus(reach.step(self.tree, self._focus[-1], -1 if mods & pygame.KMOD_SHIFT else 1))
        elif key in ARROWS:
            self.set_focus(reach.arrow(self.tree, self._focus[-1], self.focus, *ARROWS[key]))
        elif key in PAGES:
            reach.page(self.tree, PAGES[key])
        return None

    def _pressed(self, point: Point) -> Any:
        found = reach.topmost(self.tree, point)
        if found is None:
            return None
        if found.focusable:
            self._focus[-1] = found.name
        self._mouse.held = found
        answer = found.press(point)
        return None if answer is True else answer

    # -- painting -----------------------------------------------------------------------------------------------------

    def refresh(self) -> int:
        """Bring the picture up to date; how many areas were repainted."""
        self._stale |= self.glides.tick()  # at rest again, figures may have other widths
        forms = [page.form() for page in self.layers]
        if self._stale or forms != self._forms or len(self._trees) != len(self.layers):
            self._build(forms)
        if self._painting.outgrown(Ruler(self.breaker, self.k)):
            seen = reach.in_sight(self.tree, self.focus)
            self._place()
            reach.bring_into_sight(self.tree, self.focus, seen)
        self._writing.follow(self.focus, self.k)
        canvas = Canvas(self.surface, self.k, self.theme, THEMES[self.theme], self.cache, self.breaker)
        canvas.icons = self.icons
        pointed = reach.pointed_at(self.tree, self.points_at) if self.points_at else None
        reach.bring_into_sight(self.tree, pointed, self.points_at != self._pointed)
        self._pointed = self.points_at
        return self._painting.bring_up_to_date(self._trees, canvas, self.focus, pointed)

    def _build(self, forms: list[Hashable]) -> None:
        shape = self.shape
        shown = [id(page) for page in self.layers]
        shown_before = self._shown
        focus = self.focus if shown == shown_before else None
        follows = shape != self._shape or shown[-1] not in shown_before or reach.in_sight(self.tree, focus)
        self._shown, self._shape = shown, shape
        self._trees = [page.tree(shape) for page in self.layers]
        self._forms = forms
        self._stale = False
        self._mouse.tree_made(self.tree, same_page=shown_before == shown)
        self._place()
        if self._focus:
            self._focus[-1] = reach.landing(self.tree, self._focus[-1], focus, self.layers[-1].first)
            reach.bring_into_sight(self.tree, self.focus, follows)
        if pygame.mouse.get_focused():
            self._mouse.moved(self.tree, self._point(pygame.mouse.get_pos()), drags=False)

    def _place(self) -> None:
        shape, ruler = self.shape, Ruler(self.breaker, self.k)
        for tree, page in zip(self._trees, self.layers, strict=True):
            self.breaker.typing = tree.typing = page.typing
            tree.place(ruler, Rect(0, 0, shape.width, shape.height))
        self._painting.forget()


def settle(window: Window) -> None:
    """Bring the picture up to date with all that moves at its end."""
    window.refresh()
    while window.glides.moving:
        window.glides.finish()
        window.refresh()
