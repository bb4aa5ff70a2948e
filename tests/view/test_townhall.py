"""The town hall as a player uses it: motions, votes and calls by real keys and clicks, from the table to the by-law."""

import pygame
import pytest

from game.model.sheet import Motion, Sheet
from game.model.town import KINDS
from game.view.app import App
from game.view.hall import FOR, OPEN, tabled
from game.view.kit.choice import Segmented
from game.view.kit.slider import Slider
from game.view.motions import title
from game.view.news import news_items
from tests.view.drive import click, focus, misfits, press, settle
from tests.view.sitting import find, hamlet, move, quarters, said, sit_down, to_the_meeting

# -- voting -----------------------------------------------------------------------------------------------------------


def test_a_motion_goes_its_way_from_the_form_to_the_by_law(app: App) -> None:
    """Sent in quarter 3, on the table in 4, voted with that quarter's decisions, in force from 5 on."""
    session = to_the_meeting(app)
    assert app.screen == "townhall"
    move(app, "audit", 0, pygame.K_END)
    assert session.draft(0).motion == Motion(kind="audit", about="mark", value=1.0)
    assert "a 100 % chance of an audit" in said(app)
    before = float(session.seen(0).audit[0, 0])
    quarters(app, 1)
    assert KINDS[session.moment.seen.motion[0, 0]] == "audit"
    press(app, pygame.K_t, pygame.K_1)
    assert session.draft(0).votes == {1: True}
    assert float(session.seen(0).audit[0, 0]) == before
    quarters(app, 1)
    assert session.quarters[-1].outcome.hall.carried[0, 0]
    assert session.quarter == 5
    assert float(session.seen(0).audit[0, 0]) == 1.0
    assert session.quarters[-1].outcome.hall.ayes[0, 0] > 4


def test_a_vote_can_be_changed_taken_back_and_undone(app: App) -> None:
    session = to_the_meeting(app)
    move(app, "dues", 0, pygame.K_LEFT)
    quarters(app, 1)
    press(app, pygame.K_t, pygame.K_1)
    assert tabled(session, 0)[0].voters[0].vote == FOR
    press(app, pygame.K_2)
    assert session.draft(0).votes == {1: False}
    press(app, pygame.K_3)
    assert session.draft(0).votes == {}
    press(app, pygame.K_u)
    assert session.draft(0).votes == {1: False}
    press(app, pygame.K_KP1)
    assert session.draft(0).votes == {1: True}
    focus(app, "vote")
    press(app, pygame.K_END)
    assert session.draft(0).votes == {}


def test_voting_with_the_mouse_alone(app: App) -> None:
    """From the quarter's own button to the vote and back to another motion."""
    session = sit_down(app)
    quarters(app, 2)
    click(app, find(app, "town hall"))
    click(app, find(app, "new motion"))
    click(app, find(app, "motion kind"), at=(0.9, 0.3))
    assert isinstance(find(app, "motion kind"), Segmented)
    click(app, find(app, "motion value"), at=(0.8, 0.5))
    click(app, find(app, "send"))
    motion = session.draft(0).motion
    assert motion is not None
    assert motion.kind == "fine"
    quarters(app, 1)
    click(app, find(app, "town hall"))
    click(app, find(app, "vote"), at=(0.16, 0.5))
    assert session.draft(0).votes == {1: True}
    click(app, find(app, "vote"), at=(0.5, 0.5))
    assert session.draft(0).votes == {1: False}
    click(app, find(app, "end"))
    assert len(session.quarters) == 4
    assert session.quarters[-1].sheets[0] is not None
    assert session.quarters[-1].sheets[0].votes == {1: False}


def test_who_is_not_concerned_has_no_vote_and_is_told(app: App) -> None:
    session = to_the_meeting(app)
    move(app, "fine", 0, pygame.K_RIGHT)
    session.write(0, session.draft(0).model_copy(update={"join": {"mark": False}}))
    quarters(app, 1)
    press(app, pygame.K_t, pygame.K_1)
    assert session.draft(0).votes == {}
    assert app.window.find("vote") is None
    assert "only last quarter's members of the collective mark" in said(app)
    assert 0 not in [voter.slot for voter in tabled(session, 0)[0].voters]


def test_all_vote_on_what_concerns_all(app: App) -> None:
    session = to_the_meeting(app)
    session.write(0, Sheet(join={"mark": False, "fair": False}))
    move(app, "support", None, pygame.K_RIGHT)
    quarters(app, 1)
    press(app, pygame.K_t, pygame.K_1)
    motion = tabled(session, 0)[0]
    assert len(motion.voters) == 8
    assert motion.needed == 5
    assert session.draft(0).votes == {1: True}


def test_up_and_down_choose_among_motions_and_each_has_its_own_vote(app: App) -> None:
    """Two people move something: two motions, and the votes of the other one are nobody's business."""
    session = sit_down(app, seats=(0, 1))
    quarters(app, 2)
    other = Sheet(motion=Motion(kind="fine", about="mark", value=4.0))
    session.write(1, other)
    press(app, pygame.K_t)
    move(app, "audit", 1, pygame.K_RIGHT)
    quarters(app, 1)
    session.write(1, Sheet(votes={1: False, 2: False}))
    press(app, pygame.K_t)
    table = tabled(session, 0)
    assert {motion.proposal.kind for motion in table} == {"audit", "fine"}
    assert all(voter.vote == OPEN for motion in table for voter in motion.voters if voter.slot in (0, 1))
    press(app, pygame.K_1, pygame.K_DOWN, pygame.K_2)
    assert app.stage.pick("hall_motion") == 2
    assert session.draft(0).votes == {1: True, 2: False}
    press(app, pygame.K_DOWN, pygame.K_UP)
    assert app.stage.pick("hall_motion") == 1
    click(app, find(app, "motion 2"))
    assert app.stage.pick("hall_motion") == 2


def test_announcements_are_what_scripted_firms_stand_for(app: App) -> None:
    """Everybody wants lower dues and nobody higher ones; the screen counts that and says who could tip it."""
    session = to_the_meeting(app)
    move(app, "dues", 0, pygame.K_HOME)
    quarters(app, 1)
    press(app, pygame.K_t)
    motion = tabled(session, 0)[0]
    assert (motion.count("for"), motion.count("open"), motion.count("against")) == (7, 1, 0)
    assert "carried without you" in said(app)
    assert "may still change" in said(app)


def test_a_motion_about_a_firm_that_has_closed_is_told(app: App) -> None:
    from dataclasses import replace

    session = to_the_meeting(app)
    move(app, "expel", 2)
    quarters(app, 1)
    slot = int(session.moment.seen.motion_target[0, 0])
    active = session.moment.seen.active.copy()
    active[:, slot] = False
    session.moment = replace(session.moment, seen=replace(session.moment.seen, active=active))
    session._seen.clear()
    press(app, pygame.K_t, pygame.K_1)
    assert session.draft(0).votes == {}
    assert "has closed" in said(app)


# -- moving -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "target", "keys", "sheet"),
    [
        ("equal_share", 1, (pygame.K_HOME,), Motion(kind="equal_share", about="fair", value=0.0)),
        ("standard", 0, (pygame.K_HOME,), Motion(kind="standard", about="mark", value=0.1)),
        ("floor", 0, (pygame.K_END,), Motion(kind="floor", about="mark", value=1.0)),
        ("structure", 0, (pygame.K_HOME,), Motion(kind="structure", about="mark", to="star")),
        ("function", 6, (pygame.K_END,), Motion(kind="function", about="promotion", to="finance")),
        ("relocate", None, (pygame.K_RIGHT,), Motion(kind="relocate", value=2.0)),
        ("support", None, (pygame.K_END,), Motion(kind="support", value=0.95)),
        ("advertise", None, (pygame.K_END,), Motion(kind="advertise", value=0.05)),
        ("expel", 6, (), None),
    ],
)
def test_every_kind_of_motion_can_be_written(
    app: App, kind: str, target: int | None, keys: tuple[int, ...], sheet: Motion | None
) -> None:
    """With the keys alone; what the engine puts on the table is what was written."""
    session = to_the_meeting(app, hamlet(slots=10))
    best = max(range(1, 8), key=lambda slot: (session.seen(0).record[0, :, slot].mean(), slot))
    move(app, kind, target, *keys)
    assert session.draft(0).motion == (sheet or Motion(kind="expel", firm=best + 1))
    quarters(app, 1)
    seen = session.moment.seen
    assert KINDS[seen.motion[0, 0]] == kind
    assert not session.quarters[-1].corrections
    assert title(app.stage, tabled(session, 0)[0].proposal)


def test_who_is_excluded_can_be_admitted_and_nobody_else(app: App) -> None:
    session = sit_down(app, seats=tuple(range(8)))
    quarters(app, 2)
    press(app, pygame.K_t, pygame.K_n)
    focus(app, "motion group")
    press(app, pygame.K_RIGHT)
    assert "No firm is excluded" in said(app)
    assert app.window.find("send") is None
    press(app, pygame.K_s)
    assert session.draft(0).motion is None
    press(app, pygame.K_ESCAPE)
    move(app, "expel", 0)
    quarters(app, 1)
    out = int(session.moment.seen.motion_target[0, 0])
    sheets: dict[int, Sheet | None] = {slot: Sheet(votes={1: True}, call=True) for slot in session.seats}
    session.end_quarter(sheets)
    assert session.seen(0).barred_until[0, 0, out] > session.quarter
    assert session.seen(0).meets[0]
    app.go("quarter")
    settle(app)
    press(app, pygame.K_t)
    move(app, "admit")
    assert session.draft(0).motion == Motion(kind="admit", firm=out + 1)


def test_a_slider_can_be_dragged_though_the_figures_beside_it_change(app: App) -> None:
    """The tree stands while the value moves; what it would mean is said anew at every step."""
    to_the_meeting(app)
    press(app, pygame.K_n)
    slider = find(app, "motion value")
    assert isinstance(slider, Slider)
    k, area = app.window.k, slider.area
    y = round((area.y + area.h / 2) * k)
    at = [round((area.x + area.w * part) * k) for part in (0.2, 0.5, 0.95)]
    pygame.event.post(pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=(at[0], y), button=1))
    settle(app)
    told = []
    for x in at:
        pygame.event.post(pygame.event.Event(pygame.MOUSEMOTION, pos=(x, y), rel=(1, 0), buttons=(1, 0, 0)))
        settle(app)
        told.append(slider.value())
        if x == at[0]:
            assert "stay below the gain" in said(app)
    assert find(app, "motion value") is slider
    assert told == sorted(told)
    assert told[-1] > 0.9
    assert "would pass the gain" in said(app)
    assert not list(misfits(app))


def test_a_motion_that_changes_nothing_is_told_and_one_can_be_taken_back(app: App) -> None:
    session = to_the_meeting(app)
    press(app, pygame.K_n)
    focus(app, "motion kind")
    press(app, pygame.K_RIGHT)
    focus(app, "motion value")
    assert "would change nothing" not in said(app)
    press(app, pygame.K_LEFT, pygame.K_LEFT)
    assert "would change nothing" in said(app)
    press(app, pygame.K_s)
    assert session.draft(0).motion == Motion(kind="fine", about="mark", value=1.5)
    press(app, pygame.K_u)
    assert session.draft(0).motion is None
    move(app, "audit")
    click(app, find(app, "take back"))
    assert session.draft(0).motion is None
    move(app, "audit")
    press(app, pygame.K_n)
    assert find(app, "motion value").value() == pytest.approx(0.3)
    press(app, pygame.K_b)
    assert session.draft(0).motion is None
    assert len(app.pages) == 1


def test_outside_a_meeting_the_form_says_when_and_offers_a_call(app: App) -> None:
    session = sit_down(app)
    press(app, pygame.K_t, pygame.K_n)
    assert "next meets in quarter 3" in said(app)
    assert app.window.find("send") is None
    focus(app, "call")
    press(app, pygame.K_SPACE)
    assert session.draft(0).call
    press(app, pygame.K_ESCAPE, pygame.K_u)
    assert not session.draft(0).call
    press(app, pygame.K_s)
    assert session.draft(0).motion is None


def test_a_call_that_enough_firms_make_brings_a_meeting(app: App) -> None:
    """In a village of two one call is more than a third."""
    session = sit_down(app, hamlet(2))
    press(app, pygame.K_t)
    click(app, find(app, "call"), at=(0.1, 0.5))
    assert "It takes 1 of 2 firms" in said(app)
    quarters(app, 1)
    assert session.seen(0).meets[0]
    press(app, pygame.K_t)
    assert app.window.find("call") is None
    move(app, "audit", 0, pygame.K_END)
    quarters(app, 1)
    assert session.quarter == 3
    assert session.seen(0).motion[0, 0] >= 0


def test_it_is_said_when_a_motion_comes_too_late(app: App) -> None:
    from game.model.scenario import Quarters

    to_the_meeting(app, hamlet(quarters=Quarters(min=4, max=4)))
    press(app, pygame.K_n)
    assert "Too late" in said(app)
    press(app, pygame.K_ESCAPE)
    quarters(app, 1)
    press(app, pygame.K_t)
    assert "No yearly meeting is left" in said(app)


# -- news -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("quarter", "motion", "words"),
    [
        (1, Motion(kind="support", value=0.3), "The town hall did not meet"),
        (3, Motion(kind="audit", about="leader", value=0.3), "is not there"),
        (3, Motion(kind="expel", firm=99), "is not there"),
        (3, Motion(kind="revolution"), "Nothing of the kind"),
        (3, Motion(kind="audit", about="mark", value=3.0), "the nearest: a 100 % chance of an audit"),
    ],
)
def test_what_was_not_put_is_told_with_the_reason(app: App, quarter: int, motion: Motion, words: str) -> None:
    session = sit_down(app)
    quarters(app, quarter - 1)
    session.write(0, Sheet(motion=motion))
    quarters(app, 1)
    told = [item.text for item in news_items(app.stage, session.quarter)]
    assert any(words in text for text in told), told
    assert not any("outside its limits" in text for text in told)
    if motion.kind == "support":
        assert any("that the government pays 30 % of the cost of effort" in text for text in told)


def test_the_news_say_when_the_hall_meets_what_is_moved_and_what_was_decided(app: App) -> None:
    session = sit_down(app)
    told = []
    for quarter in range(1, 6):
        told.append(" ".join(item.text for item in news_items(app.stage, quarter)))
        if quarter == 3:
            press(app, pygame.K_t)
            move(app, "audit", 0, pygame.K_END)
        quarters(app, 1)
    assert ["meets this quarter" in text for text in told] == [False, False, True, False, False]
    assert ["Firm 1 moves:" in text for text in told] == [False, False, False, True, False]
    verdict = "The town hall decided:" if session.quarters[3].outcome.hall.carried[0, 0] else "The town hall said no"
    assert [verdict in text for text in told] == [False, False, False, False, True]
    assert session.quarter == 6


def test_a_motion_that_the_lot_left_out_is_told(app: App) -> None:
    """Six people move something, four motions are put."""
    seats = tuple(range(6))
    session = sit_down(app, seats=seats)
    quarters(app, 2)
    for slot in seats:
        session.write(slot, Sheet(motion=Motion(kind="dues", about="mark", value=0.001 * slot)))
    session.end_quarter()
    left_out = [slot for slot in seats if slot not in session.moment.seen.mover[0]]
    assert len(left_out) == 2
    for slot in seats:
        app.stage.slot = slot
        told = " ".join(item.text for item in news_items(app.stage, 4))
        assert ("was not drawn" in told) == (slot in left_out)
