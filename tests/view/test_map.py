"""The map: an institution's structure drawn as what it is, and ties as they are treated."""

from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game import resources
from game.model.town import STRUCTURES
from game.session.setup import Setup
from game.session.start import begin
from game.view.actions import TieAct
from game.view.app import App
from game.view.kit.pen import Rect
from game.view.panels.place import CLOSED, GUARDED, OPEN, TIES, read_chart
from game.view.pictures.map import CROWD, spots
from game.view.pictures.map_names import BESIDE, name_places
from tests.build import village
from tests.view.drive import begin as begin_game
from tests.view.drive import settle
from tests.view.painted import record, repaint

HALL = -1


def seat_in(app: App, structure: str, quarters: int = 2) -> None:
    """A village of eight with one mark of this structure."""
    plain = village(8, ("mark",), agenda={"ties": 1})
    mark = plain.institutions.mark
    assert mark is not None
    made = plain.institutions.model_copy(update={"mark": mark.model_copy(update={"structure": structure})})
    scenario = plain.model_copy(update={"institutions": made})
    app.stage.session = begin(Setup(scenario, "", Path("village.toml"), 5, (0,)))
    for _ in range(quarters):
        app.stage.session.end_quarter()
    settle(app)


def ends(app: App, body: str) -> set[tuple[int, int]]:
    return {(link.one, link.other) for link in read_chart(app.stage, body).links}


@pytest.mark.parametrize("structure", STRUCTURES)
def test_structures_are_drawn_as_what_they_are(app: App, structure: str) -> None:
    seat_in(app, structure)
    seen = app.stage.playing.seen(0)
    member = [i for i in range(8) if seen.member[0, 0, i]]
    assert len(member) > 4
    links = ends(app, "mark")
    chart = read_chart(app.stage, "mark")
    if structure == "star":
        assert links == {(HALL, i) for i in member}
    elif structure == "chain":
        assert links == set(zip([HALL, *member[:-1]], member, strict=True))
    elif structure == "hierarchy":
        leader = next(other for one, other in links if one == HALL)
        assert links == {(HALL, leader)} | {(leader, i) for i in member if i != leader}
        assert seen.size[0, leader] == seen.size[0, member].max()
    else:
        partners = {frozenset((i, int(k))) for i in member for k in seen.partner[0, i] if k >= 0 and int(k) in member}
        assert {frozenset(pair) for pair in links} == partners
    assert chart.hall == (structure != "network")
    assert {house.state for house in chart.houses} <= {"kept", "broke", "absent"}


def test_one_s_own_ties_show_how_partners_are_treated_and_others_do_not(app: App) -> None:
    seat_in(app, "star")
    seen = app.stage.playing.seen(0)
    partners = [int(i) for i in seen.wanted[0, 0] if i >= 0]
    assert len(partners) > 2
    for slot, act in zip(partners, (1.0, 0.5, 0.0), strict=False):
        app.apply(TieAct(int(seen.firm_id[0, slot]), act))
    chart = read_chart(app.stage, TIES)
    states = {link.other: link.state for link in chart.links if link.yours}
    assert [states[slot] for slot in partners[:3]] == [OPEN, GUARDED, CLOSED]
    assert {link.state for link in chart.links if not link.yours} == {"plain"}


@given(st.lists(st.integers(20, 330), min_size=1, max_size=CROWD), st.integers(0, CROWD - 1))
def test_names_stand_apart_however_long_they_are(wide: list[int], first: int) -> None:
    """On the map of the quarter screen; two that only just did not touch could not be told apart."""
    area = Rect(320, 115, 608, 280)
    houses = [(area.x + x * area.w, area.y + y * area.h) for x, y in spots(len(wide))]
    found = name_places([float(width) for width in wide], houses, first % len(wide), area, 26)
    for one, other in combinations(found, 2):
        apart = max(one.x, other.x) - min(one.right, other.right)
        below = max(one.y, other.y) - min(one.bottom, other.bottom)
        assert apart >= BESIDE - 1e-6 or below >= 0, (one, other)
    for place, (x, _) in zip(found, houses, strict=True):
        assert place.x < x < place.right


def test_short_names_stand_in_full_under_their_houses() -> None:
    houses = [(100.0, 60.0), (300.0, 60.0)]
    found = name_places([90.0, 90.0], houses, 0, Rect(0, 0, 400, 200), 26)
    assert [place.w for place in found] == [98.0, 98.0]
    assert [place.x + place.w / 2 for place in found] == [100.0, 300.0]


@pytest.mark.parametrize("name", sorted(resources.shipped_scenarios()))
def test_no_name_of_what_is_shipped_is_cut(name: str, app: App, monkeypatch: pytest.MonkeyPatch) -> None:
    record(monkeypatch)
    begin_game(app, name)
    app.go("quarter")
    settle(app)
    words = [note.what for note in repaint(app, app.window.theme) if note.kind == "text"]
    assert app.stage.playing.setup.scenario.firms[1].name in words
    assert [word for word in words if word.endswith("…")] == []
