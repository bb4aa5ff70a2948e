"""Which widget of a tree is meant: by name, by a point, by the next step or the direction of an arrow key."""

from collections.abc import Iterator

from game.view.kit.choice import Tab
from game.view.kit.control import Control
from game.view.kit.pen import Point, Rect
from game.view.kit.scroll import Scroll
from game.view.kit.widget import Widget, walk
from game.view.kit.widgets import Panel

SIDEWAYS = 2.5  # how much dearer a step across the direction is than one along it


def named(tree: Widget, name: str) -> Widget | None:
    """The widget of that name."""
    return next((widget for widget in walk(tree) if widget.name == name), None)


def pointed_at(tree: Widget, name: str) -> Widget | None:
    """The widget of that name to point at; for what can't be in focus, the panel that it fills."""
    found = named(tree, name)
    if found is None or found.focusable:
        return found
    return next((widget for widget in reversed(way_to(tree, found)) if isinstance(widget, Panel)), found)


def way_to(tree: Widget, inner: Widget) -> list[Widget]:
    """The widgets that one is in, from the outermost down to itself; none where it is not in the tree."""
    if tree is inner:
        return [tree]
    ways = (way_to(kid, inner) for kid in tree.kids())
    return next(([tree, *way] for way in ways if way), [])


def stops(tree: Widget) -> list[Widget]:
    """The widgets that focus can rest on, in reading order."""
    return [widget for widget in walk(tree) if widget.focusable and widget.name]


def scrolls(tree: Widget) -> Iterator[Scroll]:
    """The scrolled areas of a tree."""
    return (widget for widget in walk(tree) if isinstance(widget, Scroll))


def scrolls_around(tree: Widget, inner: Widget) -> list[Scroll]:
    """The scrolled areas that a widget is in."""
    return [widget for widget in way_to(tree, inner)[:-1] if isinstance(widget, Scroll)]


def bring_into_sight(tree: Widget, inner: Widget | None, wanted: bool = True) -> None:
    """Scroll what is around a widget until it is seen, if that is wanted."""
    if inner is not None and wanted:
        for scroll in scrolls_around(tree, inner):
            scroll.show(inner.area)


def in_sight(tree: Widget, inner: Widget | None) -> bool:
    """Whether all of a widget is seen, as far as what scrolls around it goes."""
    return inner is not None and all(
        scroll.area.y - 0.5 <= inner.area.y and inner.area.bottom <= scroll.area.bottom + 0.5
        for scroll in scrolls_around(tree, inner)
    )


def step(tree: Widget, name: str, by: int) -> str:
    """Name of the next stop after the one of that name, round and round; as it was where there is none."""
    names = [widget.name for widget in stops(tree)]
    if not names:
        return name
    here = names.index(name) if name in names else (-1 if by > 0 else 0)
    return names[(here + by) % len(names)]


def arrow(tree: Widget, name: str, focus: Widget | None, dx: int, dy: int) -> str:
    """Name of the nearest stop in a direction, of the first with none in focus; where is none, pages are turned."""
    if focus is None:
        return step(tree, "", 1)
    found = towards(tree, focus, dx, dy)
    if found is None and dy:
        page(tree, 0.4 * dy)
    return name if found is None else found.name


def towards(tree: Widget, start: Widget, dx: int, dy: int) -> Widget | None:
    """The nearest stop in a direction."""
    x, y = _middle(start.area)
    best, best_cost = None, 1e9
    for widget in stops(tree):
        wx, wy = _middle(widget.area)
        along, across = ((wx - x) * dx, abs(wy - y)) if dx else ((wy - y) * dy, abs(wx - x))
        cost = along + SIDEWAYS * across
        if widget is not start and along > 1 and cost < best_cost:
            best, best_cost = widget, cost
    return best


def landing(tree: Widget, name: str, before: Widget | None, first: str) -> str:
    """Name of the stop to rest on in a new tree: the same one, else the nearest to where it was, else the first."""
    if not name or named(tree, name) is not None:
        return name
    found = None if before is None else nearest(tree, before.area)
    if found is None and named(tree, first) is None:
        found = next(iter(_landings(tree)), None)
    return first if found is None else found.name


def _landings(tree: Widget) -> list[Widget]:
    """Stops, but of tabs only the one that is shown: what is in focus should be what is seen."""
    return [widget for widget in stops(tree) if not isinstance(widget, Tab) or widget.chosen]


def nearest(tree: Widget, area: Rect) -> Widget | None:
    """The stop nearest to where one was that is no longer there."""
    x, y = _middle(area)

    def distance(widget: Widget) -> float:
        wx, wy = _middle(widget.area)
        return abs(wx - x) + SIDEWAYS * abs(wy - y)

    return min(_landings(tree), key=distance, default=None)


def topmost(widget: Widget, point: Point) -> Widget | None:
    """The control under a point."""
    limit = widget.clip()
    if limit is not None and not limit.has(point):
        return None
    found: Widget | None = None
    for kid in widget.kids():
        hit = topmost(kid, point)
        found = hit if hit is not None else found
    if found is not None:
        return found
    return widget if isinstance(widget, Control) and widget.area.has(point) else None


def page(tree: Widget, pages: float) -> None:
    """Move the first area that can be scrolled that way by so many of its heights."""
    for scroll in scrolls(tree):
        if scroll.furthest > 0 and scroll.move(pages * scroll.area.h * 0.8):
            return


def _middle(area: Rect) -> Point:
    return area.x + area.w / 2, area.y + area.h / 2
