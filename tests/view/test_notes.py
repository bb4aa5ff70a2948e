"""A line for oneself: asked after a quarter in the results, kept with the game, shown again in the debrief."""

import pygame

from game.folders import saves_folder
from game.report.notes import asked_after, told_notes
from game.session import save
from game.view.app import App
from game.view.kit.entry import TextEntry
from game.view.memory import unfinished_games
from game.wording.words import Words
from tests.view.drive import begin, open_game, play_quarters, press, reached, settle, texts, to_the_debrief


def type_in(app: App, text: str) -> None:
    for char in text:
        pygame.event.post(pygame.event.Event(pygame.TEXTINPUT, text=char))
    settle(app)


def to_the_middle(app: App) -> None:
    """The results of quarter 4 on Sock Street, after which the question of the middle is asked."""
    begin(app, "price_war")
    play_quarters(app, 3)
    press(app, pygame.K_F10)


def test_most_quarters_ask_nothing(app: App) -> None:
    begin(app)
    play_quarters(app, 1)
    press(app, pygame.K_F10)
    assert asked_after(app.stage, 2) is None
    assert app.window.find("note") is None


def test_a_line_is_written_kept_and_shown_beside_what_came(app: App) -> None:
    to_the_middle(app)
    question = asked_after(app.stage, 4)
    assert question is not None
    assert question.occasion == "middle"
    assert "What do you know about your neighbours now" in texts(app)
    assert "note" in reached(app)
    press(app, pygame.K_n)
    assert isinstance(app.window.focus, TextEntry)
    type_in(app, "they keep while I keep **always**")
    press(app, pygame.K_n, pygame.K_g, pygame.K_l)
    assert app.pages[-1].name == "results"
    press(app, pygame.K_F10)  # function keys mean what they mean everywhere
    assert app.screen == "quarter"
    to_the_debrief(app)
    (told,) = told_notes(app.stage)
    assert told.text == "they keep while I keep **always**"
    assert told.came.startswith("What came: firm ")
    assert "they keep while I keep **always**" in texts(app)
    assert told.came in texts(app)


def test_a_line_outlives_leaving_the_game(app: App) -> None:
    to_the_middle(app)
    press(app, pygame.K_n)
    type_in(app, "守住")
    press(app, pygame.K_ESCAPE)
    pygame.event.post(pygame.event.Event(pygame.QUIT))
    settle(app)
    restored = save.restore(save.read(unfinished_games()[0].path))
    assert [note.text for note in restored.notes[0]] == ["守住"]


def test_what_is_written_in_the_debrief_is_saved_when_it_is_left(app: App) -> None:
    begin(app, "first_quarter")
    to_the_debrief(app)
    app.window.set_focus("note")
    settle(app)
    type_in(app, "staff it")
    press(app, pygame.K_ESCAPE)
    app.window.set_focus("again")
    press(app, pygame.K_RETURN)
    assert app.screen == "picker"
    newest = max(saves_folder().glob("autosave-*"), key=lambda path: path.stat().st_mtime)
    assert [note.text for note in save.restore(save.read(newest)).notes[0]] == ["staff it"]


def test_it_can_be_passed_over(app: App) -> None:
    to_the_middle(app)
    press(app, pygame.K_F10)
    assert app.screen == "quarter"
    assert app.stage.playing.notes.get(0, []) == []


def test_questions_are_asked_in_chinese() -> None:
    app = open_game(Words("zh-Hans"))
    to_the_middle(app)
    assert "关于邻居，你现在知道什么" in texts(app)
    press(app, pygame.K_n)
    pygame.event.post(pygame.event.Event(pygame.TEXTEDITING, text="shou", start=4, length=0))
    settle(app)
    type_in(app, "守约")
    assert [note.text for note in app.stage.playing.notes[0]] == ["守约"]


def test_its_key_shows_the_field_however_deep_the_results_are(app: App) -> None:
    to_the_middle(app)
    press(app, pygame.K_e, pygame.K_n)
    assert app.window.focus is not None
    assert app.window.focus.name == "note"
