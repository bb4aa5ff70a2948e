"""The library on the window: one key away from everywhere, at what fits, and back to where one was."""

import pygame
import pytest

from game.learning.library import entries, links
from game.view.app import App
from game.view.kit.choice import Segmented
from game.view.kit.listing import Listing
from tests.view.drive import begin, click, open_game, play_quarters, press, settle, texts


def opened(app: App) -> str:
    assert app.pages[-1].name == "library"
    return str(app.stage.pick("library"))


def test_h_opens_it_from_everywhere_and_escape_goes_back(app: App) -> None:
    def visit(screen: str) -> None:
        assert app.screen == screen
        focus = app.window.focus
        press(app, pygame.K_h)
        assert app.pages[-1].name == "library"
        press(app, pygame.K_DOWN, pygame.K_ESCAPE)
        assert (app.screen, len(app.pages)) == (screen, 1)
        assert (app.window.focus and app.window.focus.name) == (focus and focus.name)

    visit("title")
    press(app, pygame.K_n)
    visit("picker")
    begin(app)
    visit("briefing")
    play_quarters(app, 1)
    visit("quarter")
    for key, screen in ((pygame.K_F4, "together"), (pygame.K_c, "charts"), (pygame.K_w, "whatif")):
        press(app, key)
        visit(screen)
        press(app, pygame.K_ESCAPE)
    press(app, pygame.K_F10)
    visit("results")
    app.stage.playing.ring_bell()
    press(app, pygame.K_F10)
    visit("debrief")


def test_it_opens_at_what_is_in_focus_and_so_it_does_from_help(app: App) -> None:
    begin(app)
    press(app, pygame.K_RETURN)
    app.window.set_focus("effort mark")
    press(app, pygame.K_h)
    assert opened(app) == "free_riding"
    press(app, pygame.K_ESCAPE)
    app.window.set_focus("price")
    press(app, pygame.K_F1)
    more = app.window.find("more")
    assert more is not None
    click(app, more)
    assert opened(app) == "price_war"
    press(app, pygame.K_ESCAPE)
    assert len(app.pages) == 1
    assert app.window.focus is not None
    assert app.window.focus.name == "price"
    press(app, pygame.K_F4)
    app.window.set_focus("body mark")
    press(app, pygame.K_h)
    assert opened(app) == "mark"


def test_typing_searches_and_escape_ends_the_search_first(app: App) -> None:
    press(app, pygame.K_h, pygame.K_s, pygame.K_t, pygame.K_a, pygame.K_g)
    listing = app.window.find("library list")
    assert isinstance(listing, Listing)
    assert {option.key for option in listing.options} == {"stag_hunt", "c04"}
    assert opened(app) == "stag_hunt"
    press(app, pygame.K_BACKSPACE, pygame.K_q)
    assert app.window.find("library list") is None
    assert "Nothing has these letters" in texts(app)
    press(app, pygame.K_ESCAPE)
    assert opened(app) == "stag_hunt"
    kinds = app.window.find("library kind")
    assert isinstance(kinds, Segmented)
    assert kinds.value() == "concept"
    press(app, pygame.K_ESCAPE)
    assert len(app.pages) == 1


def test_a_second_word_narrows_the_search(app: App) -> None:
    press(app, pygame.K_h, pygame.K_r, pygame.K_e, pygame.K_SPACE)
    one = app.window.find("library list")
    assert isinstance(one, Listing)
    press(app, pygame.K_b, pygame.K_r)
    two = app.window.find("library list")
    assert isinstance(two, Listing)
    assert 0 < len(two.options) < len(one.options)
    assert {option.key for option in two.options} < {option.key for option in one.options}


@pytest.mark.parametrize("text_size", [1.0, 2.0])
def test_links_open_and_backspace_goes_back(text_size: float) -> None:
    app = open_game(text_size=text_size)
    press(app, pygame.K_h)
    if app.window.shape.narrow:
        press(app, pygame.K_F2)
        assert app.window.find("library list") is not None
        press(app, pygame.K_F2)
    first = opened(app)
    for _ in range(60):
        if app.window.focus is not None and app.window.focus.name == "to free_riding":
            break
        press(app, pygame.K_TAB)
    press(app, pygame.K_RETURN)
    assert opened(app) == "free_riding"
    assert all(app.window.find(f"to {entry.id}") is not None for entry in links("free_riding"))
    press(app, pygame.K_BACKSPACE)
    assert opened(app) == first


def test_every_entry_can_be_opened(app: App) -> None:
    from game.view.library import title, turn_to

    press(app, pygame.K_h)
    for entry in entries().values():
        app.apply(turn_to(entry.id))
        settle(app)
        assert title(app.stage, entry) in texts(app)
    assert "<" not in texts(app)


def test_a_claim_that_does_not_hold_says_why(app: App) -> None:
    press(app, pygame.K_h, pygame.K_c, pygame.K_3, pygame.K_7)
    assert "does not hold in this game" in texts(app)
    assert "too little trade" in texts(app)


@pytest.mark.parametrize("text_size", [1.0, 2.0])
def test_a_demonstration_is_played_with_one_key_a_choice(text_size: float) -> None:
    from game.view.library import turn_to

    app = open_game(text_size=text_size)
    press(app, pygame.K_h)
    app.apply(turn_to("prisoners_dilemma"))
    settle(app)
    assert "Round 1 of 2" in texts(app)
    assert "in % of ordinary sales" not in texts(app)
    press(app, pygame.K_F5)
    assert "Round 2 of 2" in texts(app)
    assert "in % of ordinary sales" in texts(app)
    leave = app.window.find("try break")
    assert leave is not None
    app.window.set_focus("try break")
    press(app, pygame.K_RETURN)
    assert app.stage.pick("tried") == ("prisoners_dilemma", (0, 1))
    assert "**Prisoner's dilemma.**" in texts(app)
    press(app, pygame.K_F8)
    assert "Round 1 of 2" in texts(app)
    app.apply(turn_to("free_riding"))
    press(app, pygame.K_F6, pygame.K_F6, pygame.K_F6)
    assert "as you chose" in texts(app)
    press(app, pygame.K_F6)
    assert app.stage.pick("tried") == ("free_riding", (1, 1, 1))


def test_demonstrations_leave_the_game_alone(app: App) -> None:
    begin(app)
    play_quarters(app, 1)
    session = app.stage.playing
    before = (session.quarter, session.draft(0), session.quarters[-1].digest)
    press(app, pygame.K_h, pygame.K_F5, pygame.K_F6, pygame.K_ESCAPE)
    assert (session.quarter, session.draft(0), session.quarters[-1].digest) == before
    assert app.screen == "quarter"
