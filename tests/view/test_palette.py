"""Marks that stand together are told apart by eyes that see fewer colours, and on grey paper: by shape if need be.

Marks are painted as the screens paint them and compared picture by picture, so shape, dash and hatch count as seen.
"""

from collections.abc import Callable
from functools import partial
from importlib import import_module
from itertools import combinations
from typing import Any, get_args

import numpy as np
import pygame
import pytest

from game.model.presentation import About
from game.view.app import App
from game.view.kit.paint import Canvas
from game.view.kit.pen import Pen, Rect
from game.view.kit.theme import THEMES
from game.view.pictures.brush import ICONS
from game.view.pictures.causes import draw_cause
from game.view.pictures.icons import draw_icon
from game.view.pictures.land import house
from game.view.pictures.line_names import LABEL_HIGH, SAMPLE, Series, _sample
from game.view.pictures.map import draw_tie
from tests.view.drive import begin, play_calling, press, settle
from tests.view.vision import EYES, Floats, difference, lab

SEEN = 10.0  # CIEDE2000 from which on a difference is plain at a glance
PART = 0.2  # of what either mark covers that has to differ so
PLAIN = 10.0  # CIEDE2000 between plain colours side by side

Draw = Callable[[Canvas, Rect], None]


def painted(app: App, theme: str, draw: Draw, wide: float = 32, high: float = 24) -> Floats:
    """A mark on a card."""
    surface = pygame.Surface((round(wide), round(high)))
    surface.fill(THEMES[theme]["card"])
    window = app.window
    canvas = Canvas(surface, 1.0, theme, THEMES[theme], window.cache, window.breaker)
    draw(canvas, Rect(0, 0, wide, high))
    return pygame.surfarray.array3d(surface).astype(float)


def alike(app: App, marks: dict[str, Draw]) -> list[str]:
    """Pairs of marks that look alike to some eye in some theme."""
    found = []
    for theme in THEMES:
        pictures = {name: painted(app, theme, draw) for name, draw in marks.items()}
        card = np.array(THEMES[theme]["card"], dtype=float)
        for eye in EYES:
            seen = {name: lab(picture, eye) for name, picture in pictures.items()}
            paper = lab(card, eye)
            for one, other in combinations(marks, 2):
                covered = (difference(seen[one], paper) > SEEN) | (difference(seen[other], paper) > SEEN)
                differs = (difference(seen[one], seen[other]) > SEEN) & covered
                if differs.sum() < PART * covered.sum():
                    found.append(f"{theme}, {eye}: {one} and {other}")
    return found


def test_the_difference_is_that_of_the_published_pairs() -> None:
    pairs = [
        ((50, 2.6772, -79.7751), (50, 0, -82.7485), 2.0425),
        ((50, -1.3802, -84.2814), (50, 0, -82.7485), 1.0),
        ((50, 2.5, 0), (73, 25, -18), 27.1492),
        ((60.2574, -34.0099, 36.2677), (60.4626, -34.1751, 39.4387), 1.2644),
        ((90.8027, -2.0831, 1.4410), (91.1528, -1.6435, 0.0447), 1.4441),
    ]
    for one, other, known in pairs:
        assert difference(np.array(one, float), np.array(other, float)) == pytest.approx(known, abs=1e-4)
    assert lab(np.array([255.0, 255, 255])) == pytest.approx([100, 0, 0], abs=0.01)


def test_the_eyes_see_fewer_colours() -> None:
    """Red and green become alike where they are confused, and stay apart where they are not; grey is grey."""
    red, green = np.array([190.0, 80, 40]), np.array([122.0, 112, 40])
    assert difference(lab(red), lab(green)) > 25
    assert difference(lab(red, "deuteranopia"), lab(green, "deuteranopia")) < 15
    assert lab(red, "grey")[1:] == pytest.approx([0, 0], abs=0.05)


def test_the_check_itself_finds_marks_that_differ_by_colour_alone(app: App) -> None:
    def disc(colour: tuple[int, int, int], canvas: Canvas, area: Rect) -> None:
        canvas.fill(area.inset(6), colour)

    found = alike(app, {"red": partial(disc, (190, 80, 40)), "green": partial(disc, (134, 120, 20))})
    assert "light, deuteranopia: red and green" in found or "light, grey: red and green" in found
    assert not any("usual" in line for line in found)


def _icon(name: str) -> Draw:
    return lambda canvas, area: draw_icon(canvas, name, area)


def _house(token: str) -> Draw:
    return lambda canvas, area: canvas.shape(("sample house", token), area, lambda pen: house(pen, 16, 22, 20, token))


def _link(state: str, yours: bool = False) -> Draw:
    def line(pen: Pen) -> None:
        ends = [(1.0, 12.0), (31.0, 12.0)]
        if state == "broke":
            pen.dashes(ends, "broke", 2, 3, 4)
        else:
            pen.line(ends, "you" if yours else "kept" if state == "kept" else "edge", 4 if yours else 2)

    return lambda canvas, area: canvas.shape(("sample link", state, yours), area, line)


TOGETHER: dict[str, dict[str, Draw]] = {
    "causes": {
        kind: (lambda canvas, area, kind=kind: draw_cause(canvas, area, kind, 1.0, 0.0))  # type: ignore[misc]
        for kind in ("own", "others", "inherited", "luck")
    },
    "members": {name: _icon(name) for name in ("kept", "broke", "absent")},
    "votes": {name: _icon(name) for name in ("vote_for", "vote_against", "vote_open")},
    "moves": {name: _icon(name) for name in ("up", "down", "right")},
    "forecasts": {name: _icon(name) for name in ("tick", "cross")},
    "ends of basins": {name: _icon(name) for name in ("stamp_full", "stamp_empty")},
    "houses": {token: _house(token) for token in ("you", "grey")} | {"ink": _house("ink")},
    "links": {"kept": _link("kept"), "broke": _link("broke"), "own": _link("kept", yours=True)},
    "own ties": {
        act: (lambda canvas, area, act=act: draw_tie(canvas, area, act))  # type: ignore[misc]
        for act in ("open", "guarded", "closed")
    },
}


@pytest.mark.parametrize("group", TOGETHER)
def test_marks_that_stand_together_are_told_apart(app: App, group: str) -> None:
    assert alike(app, TOGETHER[group]) == []


PLAINS = (("ink", "grey", "seal_mark"), ("you", "grey"), ("card", "line"), ("kept", "broke"))


@pytest.mark.parametrize("tokens", PLAINS)
@pytest.mark.parametrize("theme", THEMES)
def test_plain_colours_side_by_side_are_told_apart(theme: str, tokens: tuple[str, ...]) -> None:
    held = THEMES[theme]
    for eye in EYES:
        if tokens == ("kept", "broke") and eye == "grey":
            continue  # a disc with a tick, a diamond with a crack: on grey paper the shape tells
        for one, other in combinations(tokens, 2):
            seen = difference(lab(np.array(held[one], float), eye), lab(np.array(held[other], float), eye))
            assert seen > PLAIN, (eye, one, other, float(seen))


def test_named_lines_of_every_chart_are_told_apart(app: App, monkeypatch: pytest.MonkeyPatch) -> None:
    """The lines of every chart of a game that was played, as their samples in a legend look."""
    shown: dict[str, Any] = {}

    def noted(name: str, draw: Callable[..., None]) -> Callable[..., None]:
        def drawn(canvas: Canvas, area: Rect, series: list[Series], *rest: Any, **more: Any) -> None:
            shown[f"{name} {app.screen} {app.stage.pick('chart')} {len(series)}"] = [s for s in series if s.label]
            draw(canvas, area, series, *rest, **more)

        return drawn

    for module in ("course", "paths", "turning", "trail"):
        place = f"game.view.panels.{module}.draw_chart"
        monkeypatch.setattr(place, noted(module, import_module(f"game.view.panels.{module}").draw_chart))
    begin(app)
    play_calling(app, 3)
    press(app, pygame.K_F10, pygame.K_c)
    for kind in ("firm", "scores", "region", "development", "together"):
        app.stage.picks["chart"] = kind
        settle(app)
    press(app, pygame.K_ESCAPE, pygame.K_w)
    app.stage.picks["if_side"] = "paths"
    settle(app)
    several = {name: series for name, series in shown.items() if len(series) > 1}
    assert len(several) >= 3, list(shown)
    for name, series in several.items():
        marks: dict[str, Draw] = {}
        for item in series:
            look = ("tried sample", item.token, item.width, item.dash, item.marker)
            marks[item.label] = lambda canvas, area, item=item, look=look: canvas.shape(  # type: ignore[misc]
                look, Rect(0, 0, SAMPLE, LABEL_HIGH), partial(_sample, item)
            )
        assert alike(app, marks) == [], name


def test_every_sign_that_a_scenario_can_have_is_drawn() -> None:
    assert set(get_args(About.model_fields["icon"].annotation)) <= set(ICONS)
