"""The map: an institution's structure drawn as what it is, and ties as they are treated."""

from pathlib import Path

import pytest

from game.model.town import STRUCTURES
from game.session.setup import Setup
from game.session.start import begin
from game.view.actions import TieAct
from game.view.app import App
from game.view.panels.place import CLOSED, GUARDED, OPEN, TIES, read_chart
from tests.build import village
from tests.view.drive import settle

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
