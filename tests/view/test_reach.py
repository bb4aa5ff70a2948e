"""Every control of every screen and overlay by keyboard alone, and a whole game by it; odd windows stay usable."""

from collections.abc import Iterator

import pygame
import pytest

from game import resources
from game.folders import own_scenarios_folder
from game.view.app import OVERLAYS, SCREENS, App
from game.view.kit import reach
from game.view.kit.button import Button
from game.view.kit.grid import Grid
from game.view.kit.widget import walk
from tests.view.drive import begin, focus, misfits, open_game, play_quarters, press, reached, settle, tap, wanted

ARROWS = (pygame.K_RIGHT, pygame.K_DOWN, pygame.K_LEFT, pygame.K_UP)


def tour(app: App) -> Iterator[str]:
    """Every screen and every overlay, each named as it comes on top."""
    settle(app)
    yield "title"
    steps: list[tuple[str, tuple[int, ...]]] = [
        ("saves", (pygame.K_o,)),
        ("settings", (pygame.K_ESCAPE, pygame.K_s)),
        ("help", (pygame.K_ESCAPE, pygame.K_F1)),
        ("keys", (pygame.K_k,)),
        ("library", (pygame.K_ESCAPE, pygame.K_ESCAPE, pygame.K_h)),
        ("sandbox", (pygame.K_ESCAPE, pygame.K_b)),
        ("tournament", (pygame.K_ESCAPE, pygame.K_t)),
        ("picker", (pygame.K_ESCAPE, pygame.K_n)),
    ]
    for name, keys in steps:
        press(app, *keys)
        yield name
    app.go("faults")
    settle(app)
    yield "faults"
    begin(app)
    yield "briefing"
    play_quarters(app, 2)
    yield "quarter"
    steps = [
        ("menu", (pygame.K_ESCAPE,)),
        ("log", (pygame.K_ESCAPE, pygame.K_l)),
        ("goals", (pygame.K_ESCAPE, pygame.K_g)),
        ("together", (pygame.K_ESCAPE, pygame.K_F4)),
        ("townhall", (pygame.K_t,)),
        ("motion", (pygame.K_n,)),
        ("whatif", (pygame.K_ESCAPE, pygame.K_ESCAPE, pygame.K_ESCAPE, pygame.K_w)),
        ("charts", (pygame.K_ESCAPE, pygame.K_c)),
        ("results", (pygame.K_ESCAPE, pygame.K_F10)),
    ]
    for name, keys in steps:
        press(app, *keys)
        yield name
    app.stage.playing.ring_bell()
    app.go("debrief")
    settle(app)
    yield "debrief"
    for _ in range(2):  # both views
        app.window.set_focus("again")  # no letter is a key while a line is being written
        press(app, pygame.K_e)
        yield "debrief"
    app.window.set_focus("again")
    press(app, pygame.K_c)
    app.stage.phase, app.stage.picks["chart"] = None, "region"
    settle(app)
    tap(app, pygame.K_m)
    yield "wait"
    app.stop_work()


def by_arrows(app: App) -> set[str]:
    """Controls to which an arrow leads from a control that can be reached, without one that takes the arrows itself."""
    tree = app.window.tree
    stops = reach.stops(tree)
    return {
        found.name
        for stop in stops
        for dx, dy in ((1, 0), (-1, 0), (0, 1), (0, -1))
        if (found := reach.towards(tree, stop, dx, dy)) is not None
    }


@pytest.mark.parametrize("text_size", [1.0, 2.0])
def test_tab_comes_round_to_every_control_of_every_screen_and_overlay(text_size: float) -> None:
    app, seen = open_game(text_size=text_size), set()
    for name in tour(app):
        assert app.pages[-1].name == name
        seen.add(name)
        if name == "wait":
            assert wanted(app) == {"close"}
            continue
        names = [widget.name for widget in reach.stops(app.window.tree)]
        assert len(names) == len(set(names)), name
        assert reached(app) == wanted(app) == set(names), name
        if len(names) > 1:
            assert by_arrows(app) == set(names), name
    assert seen == {*SCREENS, *OVERLAYS}


@pytest.mark.parametrize("size", [(640, 360), (5120, 1440)])
def test_odd_windows_show_the_main_button_and_the_focus(size: tuple[int, int]) -> None:
    app = open_game(size=size)
    for name in tour(app):
        assert not list(misfits(app)), name
        form = app.window.shape
        for widget in walk(app.window.tree):
            if isinstance(widget, Button) and (widget.kind == "main" or widget.name == "close"):
                scrolled = reach.scrolls_around(app.window.tree, widget)
                inside = widget.area.right <= form.width + 1 and widget.area.bottom <= form.height + 1
                assert (inside and widget.area.w > 40) or scrolled, (name, widget.name)
        if name == "wait":
            continue
        press(app, pygame.K_TAB)
        found = app.window.focus
        assert found is not None, name
        assert found.area.x >= -1, name
        assert found.area.right <= form.width + 1, name
        if found.area.h < form.height / 2:
            assert found.area.bottom <= form.height + 1, name


def test_the_first_scenario_from_start_to_debrief_by_keys_alone(app: App) -> None:
    """Tab, Enter and arrows do for everything; F10 is never pressed."""
    focus(app, "new")
    press(app, pygame.K_RETURN)
    names = [entry.path.stem for entry in app.stage.shelf]
    press(app, *[pygame.K_DOWN] * names.index("first_quarter"))
    focus(app, "start")
    press(app, pygame.K_RETURN)
    assert app.screen == "briefing"
    focus(app, "play")
    press(app, pygame.K_SPACE)
    session = app.stage.playing
    for number in range(1, session.last_quarter + 1):
        assert app.screen == "quarter"
        focus(app, "price")
        press(app, pygame.K_RIGHT if number % 2 else pygame.K_LEFT)
        focus(app, "end")
        press(app, pygame.K_RETURN)
        assert app.screen == "results"
        focus(app, "depth")
        press(app, pygame.K_RIGHT)
        focus(app, "next")
        press(app, pygame.K_RETURN)
    assert app.screen == "debrief"
    assert session.finished
    sent = [quarter.sheets[app.stage.slot] for quarter in session.quarters]
    assert all(sheet is not None and sheet.price is not None for sheet in sent)


def hidden(app: App) -> list[str]:
    """Whatever is in focus and not in sight in full."""
    held = app.window.focus
    assert held is not None
    return [] if reach.in_sight(app.window.tree, held) else [f"{held.name} in {app.screen}"]


def test_what_is_in_focus_stays_in_sight_when_the_window_changes() -> None:
    """A control that had room at one text size is scrolled to at another, unless somebody scrolled it away."""
    app = open_game(text_size=2.0)
    begin(app)
    play_quarters(app, 2)
    focus(app, "goals")
    for size in (1.0, 1.5, 1.0, 2.0):
        app.window.dress(text_size=size)
        settle(app)
        assert not hidden(app), size
    held = app.window.focus
    assert held is not None
    assert held.name == "goals"
    (around,) = reach.scrolls_around(app.window.tree, held)
    around.move(-1000)
    assert hidden(app)
    press(app, pygame.K_m)  # the map shows something else, and nothing is scrolled by it
    assert hidden(app)


def test_the_chosen_scenario_is_in_sight_in_large_text() -> None:
    app = open_game()
    press(app, pygame.K_n, *[pygame.K_DOWN] * 6)
    for size in (2.0, 1.0, 1.5):
        app.window.dress(text_size=size)
        settle(app)
        assert app.window.focus is not None
        assert app.window.focus.name == "scenario 6"
        assert not hidden(app), size


def test_ten_scenarios_have_room_and_heads_stand_over_their_columns() -> None:
    """Also where a bar takes some width of the rows."""
    shipped = sorted(resources.shipped_scenarios())
    own_scenarios_folder().mkdir(parents=True, exist_ok=True)
    for more in (10 - len(shipped), 14 - len(shipped)):
        for number in range(more):
            copy = (resources.scenarios() / "neckties.toml").read_bytes()  # its lesson takes two lines
            (own_scenarios_folder() / f"copy_{number}.toml").write_bytes(copy)
        app = open_game()
        press(app, pygame.K_n)
        (rows,) = [scroll for scroll in reach.scrolls(app.window.tree) if scroll.name == "scenarios"]
        assert (rows.furthest > 0) == (more > 10 - len(shipped))
        grids = [widget for widget in walk(app.window.tree) if isinstance(widget, Grid) and len(widget.rows[0]) == 5]
        edges = {round(cell.area.x) for grid in grids if (cell := grid.rows[0][3]) is not None}
        assert len(grids) == len(shipped) + more + 1
        assert len(edges) == 1


def test_no_tab_is_in_focus_while_another_is_shown() -> None:
    """Its ring would say that one looks at what is not there."""
    app = open_game(text_size=2.0)
    begin(app)
    play_quarters(app, 1)
    press(app, pygame.K_F5)
    app.window.dress(text_size=1.0)
    settle(app)
    focus(app, "log")
    for tab in ("together", "news", "own", "map"):
        app.stage.picks["tab"] = tab
        app.window.set_focus("log")
        for size in (1.0, 2.0):
            app.window.dress(text_size=size)
            settle(app)
        held = app.window.focus
        assert held is not None
        assert not held.name.startswith("tab ") or held.name == f"tab {tab}"


def test_nothing_scrolls_within_what_scrolls() -> None:
    """One bar is enough; in large text the debrief had one in every panel of a page that scrolls itself."""
    app = open_game(text_size=2.0)
    for screen in tour(app):
        for view in ("turning", "compare", "reasons") if screen == "debrief" else ("",):
            app.stage.picks["debrief"] = view
            settle(app)
            for scroll in reach.scrolls(app.window.tree):
                assert not [inner.name for inner in reach.scrolls(scroll.kid)], (screen, view, scroll.name)
