"""How the town hall looks: crowds and lone firms, every size and words, marks, structures, and the way there."""

from collections.abc import Iterator

import pygame
import pytest

from game.insight.guess import know
from game.insight.motion import effect
from game.model.sheet import Motion, Sheet
from game.model.town import MOTIONS, STRUCTURES
from game.session.session import Session
from game.view.app import App
from game.view.hall import tabled
from game.view.kit.stepper import Stepper
from game.view.kit.theme import THEMES
from game.view.kit.widget import walk
from game.view.panels.effects import effect_question
from game.view.panels.place import read_chart
from game.view.panels.voters import Voters
from game.view.pictures.hall import boxes
from game.view.readings import body_rows
from game.view.reasons import motion_of
from game.view.screens.motion import GROUPS
from game.wording.figures import figure
from game.wording.words import Words
from tests.view.drive import Stretched, click, focus, misfits, open_game, press, resize, settle
from tests.view.sitting import HALL, find, hamlet, move, quarters, said, sit_down, to_the_meeting

WINDOWS = [(1280, 720), (1920, 1080), (1024, 768), (2560, 1080), (960, 540)]


# -- crowds, corners, closed doors ------------------------------------------------------------------------------------


def test_in_a_crowd_names_are_told_in_focus(app: App) -> None:
    session = to_the_meeting(app, hamlet(40))
    move(app, "dues", 0, pygame.K_HOME)
    quarters(app, 1)
    press(app, pygame.K_t)
    circle = find(app, "voters")
    assert isinstance(circle, Voters)
    assert len(circle.seats) == 40
    assert len(tabled(session, 0)[0].voters) == 40
    focus(app, "voters")
    press(app, pygame.K_RIGHT, pygame.K_RIGHT)
    assert app.stage.pick("hall_voter") == 1
    assert "Firm 2" in said(app)
    press(app, pygame.K_END)
    assert app.stage.pick("hall_voter") == 39
    seat = boxes(circle.area, 40)[7]
    x, y = (seat.x + seat.w / 2 - circle.area.x) / circle.area.w, (seat.y + seat.h / 2 - circle.area.y) / circle.area.h
    click(app, find(app, "voters"), at=(x, y))
    assert app.stage.pick("hall_voter") == 7
    assert "Firm 8" in said(app)
    press(app, pygame.K_n)
    focus(app, "motion group") if app.window.find("motion group") else None
    assert not list(misfits(app))


def test_a_firm_is_chosen_one_at_a_time_from_many(app: App) -> None:
    to_the_meeting(app, hamlet(40))
    press(app, pygame.K_n)
    focus(app, "motion group")
    press(app, pygame.K_RIGHT)
    focus(app, "motion kind")
    press(app, pygame.K_RIGHT)
    stepper = find(app, "motion about")
    assert isinstance(stepper, Stepper)
    assert len(stepper.options) == 39
    first = stepper.value()
    focus(app, "motion about")
    press(app, pygame.K_LEFT)
    last = find(app, "motion about").value()
    assert last == stepper.options[-1][0]
    click(app, find(app, "motion about"), at=(0.9, 0.5))
    assert find(app, "motion about").value() == first


@pytest.mark.parametrize("firms", [1, 2, 40])
def test_every_kind_fits_in_every_village(firms: int) -> None:
    """The form for all thirteen kinds, and the hall with its motion, at large text and with longer words."""
    for words, size in ((Words(), 1.0), (Stretched(), 2.0)):
        app = open_game(words, text_size=size)
        to_the_meeting(app, hamlet(firms, slots=firms + 1))
        press(app, pygame.K_n)
        found = set()
        for group, kinds in GROUPS.items():
            for kind in kinds:
                found |= {f"{group} {kind} {line}" for line in misfits(app)}
                focus(app, "motion kind")
                press(app, pygame.K_RIGHT)
            focus(app, "motion group")
            press(app, pygame.K_RIGHT)
        assert not found, "\n".join(sorted(found))


def visit(app: App, firms: int) -> Iterator[str]:
    """The hall in all its states: nothing on the table, a motion being written, on the table from all sides."""
    session = to_the_meeting(app, hamlet(firms, "conditional"))
    for side in (pygame.K_F2, pygame.K_F3, pygame.K_F4):
        press(app, side)
        yield f"empty {session.quarter}"
    press(app, pygame.K_n)
    yield "form"
    press(app, pygame.K_s)
    yield "sent"
    session.write(0, session.draft(0).model_copy(update={"motion": Motion(kind="audit", about="mark", value=0.4)}))
    quarters(app, 1)
    press(app, pygame.K_t)
    for side in (pygame.K_F2, pygame.K_F3, pygame.K_F4):
        press(app, side, pygame.K_2)
        yield "table"
    app.stage.picks["hall_voter"] = 0
    settle(app)
    yield "voter"
    press(app, pygame.K_n)
    yield "no meeting"
    press(app, pygame.K_ESCAPE, pygame.K_F1)
    yield "help"


def assert_all_fit(words: Words, size: tuple[int, int], text_size: float, firms: int = 16) -> None:
    app = open_game(words, size, text_size)
    found = {f"[{place}] {line}" for place in visit(app, firms) for line in misfits(app)}
    assert not found, "\n".join(sorted(found))


@pytest.mark.parametrize("text_size", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("words", [Words(), Stretched()], ids=["english", "longer"])
def test_the_hall_fits(words: Words, text_size: float) -> None:
    assert_all_fit(words, (1280, 720), text_size)


@pytest.mark.parametrize("size", WINDOWS[1:])
def test_the_hall_fits_in_other_windows(size: tuple[int, int]) -> None:
    assert_all_fit(Words(), size, 1.0)
    assert_all_fit(Words(), size, 1.25)


@pytest.mark.parametrize("firms", [1, 40])
def test_the_hall_fits_one_and_a_crowd(firms: int) -> None:
    assert_all_fit(Words(), (1280, 720), 1.0, firms)
    assert_all_fit(Words(), (1280, 720), 2.0, firms)


@pytest.mark.parametrize("text_size", [1.0, 2.0])
def test_every_control_is_reached_by_tab(text_size: float) -> None:
    from game.view.kit.control import Control

    app = open_game(text_size=text_size)
    for place in visit(app, 16):
        wanted = {widget.name for widget in walk(app.window.tree) if isinstance(widget, Control)}
        assert "" not in wanted, place
        reached = set()
        for _ in range(len(wanted) + 2):
            press(app, pygame.K_TAB)
            if app.window.focus is not None:
                reached.add(app.window.focus.name)
        assert reached == wanted, place


def test_a_hall_that_is_closed_is_nowhere(app: App) -> None:
    sit_down(app, hamlet(agenda={}))
    press(app, pygame.K_t)
    assert app.screen == "quarter"
    assert app.window.find("town hall") is None
    press(app, pygame.K_F4, pygame.K_t)
    assert app.screen == "together"
    sit_down(app, hamlet(agenda={**HALL, "town_hall": 2}))
    press(app, pygame.K_t)
    assert app.screen == "quarter"
    quarters(app, 1)
    press(app, pygame.K_t)
    assert app.screen == "townhall"


def test_the_way_there_and_back(app: App) -> None:
    """By key from the quarter and from Together, back by Esc and T; F10 ends the quarter from the hall."""
    session = sit_down(app)
    press(app, pygame.K_t)
    assert app.screen == "townhall"
    press(app, pygame.K_ESCAPE)
    assert app.screen == "quarter"
    press(app, pygame.K_F4)
    click(app, find(app, "town hall"))
    assert app.screen == "townhall"
    press(app, pygame.K_t)
    assert app.screen == "together"
    press(app, pygame.K_t, pygame.K_F10)
    assert app.screen == "results"
    assert len(session.quarters) == 1
    press(app, pygame.K_F10)
    app.window.dress(text_size=2.0)
    app.stage.picks["tab"] = "together"
    settle(app)
    app.window.set_focus("town hall")
    press(app, pygame.K_RETURN)
    assert app.screen == "townhall"


def test_alone_in_the_village_the_seat_decides(app: App) -> None:
    session = to_the_meeting(app, hamlet(1))
    assert app.window.find("motion 1") is None
    move(app, "advertise", None, pygame.K_END)
    quarters(app, 1)
    press(app, pygame.K_t, pygame.K_1)
    assert "your vote decides" in said(app)
    quarters(app, 1)
    assert float(session.seen(0).advertise[0]) == 0.05


def test_help_tells_of_the_motion_in_focus(app: App) -> None:
    to_the_meeting(app)
    press(app, pygame.K_n)
    focus(app, "motion kind")
    press(app, pygame.K_F1)
    assert "Audits only help if the fine" in said(app)


# -- pictures ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("text_size", [1.0, 2.0])
def test_the_picture_shows_the_votes(text_size: float) -> None:
    """In a lower corner of a mark for is the colour of keeping, in the middle of one against that of breaking."""
    app = open_game(text_size=text_size)
    session = to_the_meeting(app)
    session.write(0, Sheet(motion=Motion(kind="dues", about="mark", value=0.0)))
    quarters(app, 1)
    press(app, pygame.K_t, pygame.K_F3, pygame.K_2)
    app.window.set_focus("voters")
    settle(app)
    circle = find(app, "voters")
    for seat, box in zip(circle.seats, boxes(circle.area, len(circle.seats)), strict=True):
        right, down = (0.22, 0.8) if seat.vote == "for" else (0.5, 0.52)
        at = round((box.x + box.w * right) * app.window.k), round((box.y + box.h * down) * app.window.k)
        colour = app.window.surface.get_at(at)[:3]
        expected = THEMES["light"]["kept" if seat.vote == "for" else "broke"]
        assert max(abs(one - other) for one, other in zip(colour, expected, strict=True)) < 30, seat
    assert {seat.vote for seat in circle.seats} == {"for", "against"}


def test_parts_painted_again_equal_the_whole(app: App) -> None:
    to_the_meeting(app)
    press(app, pygame.K_n)
    focus(app, "motion value")
    press(app, pygame.K_RIGHT, pygame.K_RIGHT, pygame.K_END, pygame.K_LEFT)
    parts = pygame.image.tobytes(app.window.surface, "RGB")
    app.window.forget()
    settle(app)
    assert pygame.image.tobytes(app.window.surface, "RGB") == parts


# -- the by-law is what counts, not the scenario's table --------------------------------------------------------------


def test_map_and_list_show_the_structure_that_the_hall_decided(app: App) -> None:
    """The mark begins as a hierarchy, with a leader between hall and followers; as a network it has no hall at all."""
    session = to_the_meeting(app)
    assert read_chart(app.stage, "mark").hall
    assert body_rows(session, 0)[0].structure == "hierarchy"
    session.write(0, Sheet(motion=Motion(kind="structure", about="mark", to="network")))
    quarters(app, 1)
    session.end_quarter({0: Sheet(votes={1: True})})
    if not session.quarters[-1].outcome.hall.carried[0, 0]:
        hold(session, "network")
    assert STRUCTURES[int(session.seen(0).structure[0, 0])] == "network"
    assert body_rows(session, 0)[0].structure == "network"
    chart = read_chart(app.stage, "mark")
    assert not chart.hall
    assert all(link.one >= 0 and link.other >= 0 for link in chart.links)
    hold(session, "chain")
    assert body_rows(session, 0)[0].structure == "chain"
    assert sum(link.one == -1 for link in read_chart(app.stage, "mark").links) == 1


def hold(session: Session, name: str) -> None:
    """Put a structure of the mark in force, as a motion that is carried does."""
    from dataclasses import replace

    structure = session.moment.seen.structure.copy()
    structure[:, 0] = STRUCTURES.index(name)
    session.moment = replace(session.moment, seen=replace(session.moment.seen, structure=structure))
    session._seen.clear()


def test_an_estimate_is_shown_as_one_and_is_that_of_the_engine(app: App) -> None:
    """What a motion would do stands with its spread under a tag, from what the seat knows."""
    session = to_the_meeting(app)
    assert "estimate" not in said(app)
    move(app, "audit", 0, pygame.K_END)
    quarters(app, 1)
    press(app, pygame.K_t)
    known = know(session.rules, 0, session.seats, [*(held.seen for held in session.quarters), session.moment.seen])
    motion = tabled(session, 0)[0]
    made = effect(known, motion.proposal)
    words = said(app)
    assert "estimate" in words
    assert f"Members keeping, Q{made.quarter}" in words
    assert f"{figure(100 * made.kept.mean, 0, sign=True)} ± {figure(100 * made.kept.spread, 0)}" in words
    assert f"{made.draws} draws of luck" in words
    press(app, pygame.K_1)
    assert effect_question(app.stage, motion) == motion_of(motion.proposal, Sheet())


def test_every_kind_has_a_group_in_the_form() -> None:
    assert sorted(kind for kinds in GROUPS.values() for kind in kinds) == sorted(MOTIONS)


def test_large_text_turns_to_one_side_at_a_time(app: App) -> None:
    session = to_the_meeting(app)
    move(app, "audit", 0, pygame.K_END)
    quarters(app, 1)
    press(app, pygame.K_t)
    assert app.window.find("vote") is not None
    resize(app, (640, 400))
    app.window.dress(text_size=2.0)
    settle(app)
    assert app.window.find("vote") is None
    press(app, pygame.K_F3)
    assert app.window.find("vote") is not None
    press(app, pygame.K_F4)
    assert "Would breaking still pay?" in said(app)
    click(app, find(app, "side motions"))
    assert app.window.find("motion 1") is not None
    assert session.quarter == 4
