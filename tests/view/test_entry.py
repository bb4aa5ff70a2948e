"""Writing in a field: real events, Latin and Chinese, selection, clipboard, input methods; letters are no shortcuts."""

from dataclasses import dataclass, field
from typing import Any

import pygame
import pytest

from game.view.app import App
from game.view.frame import ScreenPage
from game.view.kit.button import Button
from game.view.kit.editing import Editing
from game.view.kit.entry import TextEntry
from game.view.kit.layout import Box, Column, Row
from game.view.kit.page import Form
from game.view.kit.text import BODY, literal, plain, spans
from game.view.kit.widget import Widget
from game.view.kit.widgets import Label
from tests.view.drive import open_game

CTRL, SHIFT = pygame.KMOD_LCTRL, pygame.KMOD_LSHIFT


@dataclass
class Desk:
    """A page with a field, and what has been sent from it."""

    app: App
    held: str = ""
    width: float = 300
    shortcuts: int = 0
    sent: list[Any] = field(default_factory=list)

    def show(self) -> None:
        page = ScreenPage(self.tree, lambda: self.width, lambda: {pygame.K_n: "n", pygame.K_ESCAPE: "esc"}, "note")
        self.app.pages = [page]
        self.app.window.show([page])
        self.app.window.refresh()

    def tree(self, form: Form) -> Widget:
        entry = TextEntry("note", lambda: self.held, lambda text: ("write", text), form.scroll, empty="Write", most=60)
        button = Button("after", "After", "pressed", key="N")
        return Column([Row([Box(entry, w=self.width), button]), Label("below")])

    def event(self, kind: int, **held: Any) -> None:
        answer = self.app.window.handle(pygame.event.Event(kind, **held))
        if isinstance(answer, tuple):
            self.held = answer[1]
        elif answer is not None:
            self.sent.append(answer)
        self.app.window.refresh()

    def type(self, text: str) -> None:
        """Every letter with its key, as a keyboard sends them."""
        for char in text:
            self.key(ord(char.lower()) if char.isascii() else pygame.K_UNKNOWN)
            self.event(pygame.TEXTINPUT, text=char)

    def key(self, *keys: int, mod: int = 0) -> None:
        for key in keys:
            self.event(pygame.KEYDOWN, key=key, mod=mod, unicode="")
            self.event(pygame.KEYUP, key=key, mod=mod)

    @property
    def entry(self) -> TextEntry:
        found = self.app.window.find("note")
        assert isinstance(found, TextEntry)
        return found


@pytest.fixture
def desk() -> Desk:
    made = Desk(open_game())
    made.show()
    return made


def test_what_is_typed_stands_there_and_no_letter_is_a_shortcut(desk: Desk) -> None:
    desk.type("I broke, and now nobody keeps")
    assert desk.held == "I broke, and now nobody keeps"
    assert desk.sent == []


def test_outside_the_field_letters_are_shortcuts_and_nothing_is_typed(desk: Desk) -> None:
    desk.key(pygame.K_TAB)
    desk.type("n")
    assert desk.held == ""
    assert desk.sent == ["n"]


@pytest.mark.parametrize("leave", [pygame.K_ESCAPE, pygame.K_RETURN, pygame.K_TAB])
def test_it_is_left_by_escape_enter_and_tab(desk: Desk, leave: int) -> None:
    desk.type("so")
    desk.key(leave)
    assert desk.app.window.focus is desk.app.window.find("after")
    assert desk.sent == []
    desk.key(pygame.K_ESCAPE)
    assert desk.sent == ["esc"]


def test_text_input_is_on_only_in_the_field(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    areas: list[pygame.Rect] = []
    monkeypatch.setattr(pygame.key, "start_text_input", lambda: asked.append("on"))
    monkeypatch.setattr(pygame.key, "stop_text_input", lambda: asked.append("off"))
    monkeypatch.setattr(pygame.key, "set_text_input_rect", areas.append)
    desk.key(pygame.K_TAB)
    desk.key(pygame.K_TAB)
    desk.type("ab")
    desk.key(pygame.K_TAB)
    assert asked == ["off", "on", "off"]
    assert len(areas) == 3  # it goes with the caret
    assert areas[0].x < areas[1].x < areas[2].x


def test_the_caret_moves_and_shift_selects(desk: Desk) -> None:
    desk.type("keep word")
    desk.key(pygame.K_HOME)
    desk.type("I ")
    assert desk.held == "I keep word"
    desk.key(pygame.K_END)
    desk.key(*[pygame.K_LEFT] * 4, mod=SHIFT)
    assert desk.entry.editing.selected == "word"
    desk.type("faith")
    assert desk.held == "I keep faith"
    desk.key(pygame.K_LEFT, mod=CTRL)
    desk.key(pygame.K_BACKSPACE, mod=CTRL)
    assert desk.held == "I faith"
    desk.key(pygame.K_DELETE)
    assert desk.held == "I aith"


def test_all_copy_cut_and_paste(desk: Desk) -> None:
    desk.type("tea")
    desk.key(pygame.K_a, mod=CTRL)
    desk.key(pygame.K_c, mod=CTRL)
    desk.key(pygame.K_END)
    desk.key(pygame.K_v, pygame.K_v, mod=CTRL)
    assert desk.held == "teateatea"
    desk.key(pygame.K_a, pygame.K_x, mod=CTRL)
    assert desk.held == ""
    desk.key(pygame.K_v, mod=CTRL)
    assert desk.held == "teateatea"


def test_what_is_pasted_is_one_printable_line_with_an_end(desk: Desk) -> None:
    pygame.scrap.put_text("one\ntwo\x07\tthree " + "x" * 100)
    desk.key(pygame.K_v, mod=CTRL)
    assert desk.held.startswith("one two three xxx")
    assert len(desk.held) == 60
    desk.type("y")
    assert len(desk.held) == 60


def test_chinese_is_composed_first_and_keys_belong_to_the_input_method(desk: Desk) -> None:
    desk.type("我们")
    desk.event(pygame.TEXTEDITING, text="shouyue", start=7, length=0)
    assert desk.held == "我们"
    assert desk.entry.composed == "shouyue"
    desk.key(pygame.K_BACKSPACE, pygame.K_RETURN, pygame.K_ESCAPE, pygame.K_TAB, pygame.K_n)
    assert desk.held == "我们"
    assert desk.app.window.focus is desk.entry
    desk.event(pygame.TEXTINPUT, text="守约")
    desk.event(pygame.TEXTEDITING, text="", start=0, length=0)
    assert desk.held == "我们守约"
    assert desk.entry.composed == ""
    desk.key(pygame.K_BACKSPACE)
    assert desk.held == "我们守"


def test_a_tree_made_anew_goes_on_where_one_was(desk: Desk) -> None:
    desk.type("abcd")
    desk.key(pygame.K_LEFT)
    desk.event(pygame.TEXTEDITING, text="ni", start=2, length=0)
    before = desk.entry
    desk.width = 320
    desk.app.window.refresh()
    assert desk.entry is not before
    assert desk.entry.composed == "ni"
    desk.event(pygame.TEXTINPUT, text="你")
    assert desk.held == "abc你d"


def test_it_is_broken_into_lines_and_the_caret_stays_in_sight(desk: Desk) -> None:
    desk.width = 120
    desk.app.window.refresh()
    desk.type("one two three four five six seven eight")
    rows = desk.entry._written.rows
    assert len(rows) >= 3
    assert "".join(desk.held[start:end] for start, end in rows) == desk.held
    inside = desk.entry.area
    assert inside.y <= desk.entry.caret_area().y < inside.bottom
    desk.key(pygame.K_UP)
    low = desk.entry.editing.caret
    assert low < len(desk.held)
    desk.key(pygame.K_DOWN)
    assert desk.entry.editing.caret > low
    desk.key(pygame.K_HOME, mod=CTRL)
    assert desk.entry.editing.caret == 0
    assert inside.y <= desk.entry.caret_area().y < inside.bottom


def test_a_word_longer_than_a_line_is_cut_and_chinese_breaks_anywhere(desk: Desk) -> None:
    desk.width = 100
    desk.app.window.refresh()
    for text in ("x" * 40, "茶叶的名声要大家一起守住才行啊"):
        desk.held = text
        desk.app.window._stale = True
        desk.app.window.refresh()
        written = desk.entry._written
        assert len(written.rows) > 1
        assert all(written.wide(text[start:end]) <= 100 for start, end in written.rows)
        assert "".join(text[start:end] for start, end in written.rows) == text


def test_the_mouse_sets_the_caret_and_selects(desk: Desk) -> None:
    desk.type("keep your word")
    k, area = desk.app.window.k, desk.entry.area
    y = round((area.y + 16) * k)
    left, right = round((area.x + 9) * k), round((area.right - 4) * k)
    desk.event(pygame.MOUSEBUTTONDOWN, pos=(left, y), button=1)
    assert desk.entry.editing.caret == 0
    desk.event(pygame.MOUSEMOTION, pos=(right, y), rel=(0, 0), buttons=(1, 0, 0))
    assert desk.entry.editing.selected == "keep your word"


def test_what_a_person_writes_is_never_markup(desk: Desk) -> None:
    said = "a **b** [[F1]] ((mark)) __c__"
    assert [span.text for span in spans(literal(said), BODY)] == [said]
    assert plain(literal(said)) == said
    desk.type(said)
    assert desk.held == said


def test_words_are_passed_over_as_a_whole() -> None:
    held = Editing("well, so be it", 6, 6)
    assert held.word_end(1) == 8
    assert held.word_end(-1) == 0
    assert Editing("", 0, 0).word_end(1) == 0
    assert Editing("ab", 9, 9).within().caret == 2
