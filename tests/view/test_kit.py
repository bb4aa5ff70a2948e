"""The kit: texts and their breaking, layout, the cache, and pictures that are the same whoever paints them."""

import pygame
import pytest

from game import resources
from game.view.kit.button import Button
from game.view.kit.cache import PictureCache
from game.view.kit.choice import Segmented
from game.view.kit.fonts import Fonts
from game.view.kit.grid import Grid
from game.view.kit.layout import Box, Column, Fitting, Flow, Row
from game.view.kit.pen import Rect
from game.view.kit.scroll import Scroll
from game.view.kit.slider import Slider
from game.view.kit.stepper import Stepper
from game.view.kit.text import BODY, LABEL, Breaker, pieces, plain, spans
from game.view.kit.widget import Gap, Ruler
from game.view.kit.widgets import Label
from tests.view.drive import begin, open_game, play_quarters, press, settle


@pytest.fixture
def ruler() -> Ruler:
    pygame.font.init()
    return Ruler(Breaker(Fonts(resources.assets() / "fonts")), 1.0)


def test_markup_is_split_and_left_out() -> None:
    kinds = [
        (span.text, span.kind, span.style.face, span.style.colour)
        for span in spans("a **b** __c__ [[F1]] ((mark))", BODY)
    ]
    assert kinds == [
        ("a ", "text", "sans", "ink"),
        ("b", "text", "bold", "ink"),
        (" ", "text", "sans", "ink"),
        ("c", "text", "sans", "soft"),
        (" ", "text", "sans", "ink"),
        ("F1", "key", "sans", "ink"),
        (" ", "text", "sans", "ink"),
        ("mark", "icon", "sans", "ink"),
    ]
    assert plain("a **b** __c__ [[F1]]") == "a b c F1"


def test_latin_breaks_at_blanks_and_chinese_between_characters() -> None:
    assert pieces("one two  three") == ("one ", "two  ", "three")
    assert pieces("茶叶（好）。") == ("茶", "叶", "（好）。")
    assert pieces("茶 tea 茶") == ("茶 ", "tea ", "茶")


def test_a_paragraph_is_no_wider_than_its_place(ruler: Ruler) -> None:
    text = (
        "Keeping the mark's code costs money **every quarter**: picking by hand, [[F10]] no short cuts in the drying."
    )
    for width in (90, 120, 200, 333):
        w, h = ruler.text(text, BODY, width)
        assert w <= width + 1
        assert h % 24 == 0
    assert ruler.text(text, BODY)[1] == 24


def test_lines_keep_all_words_in_order(ruler: Ruler) -> None:
    text = "one two three four five six seven eight nine ten"
    laid = ruler.breaker.paragraph(text, BODY, 1.0, 90)
    assert laid.lines > 3
    assert "".join(item.span.text for item in laid.placed).split() == text.split()


def test_a_word_and_its_comma_stay_together(ruler: Ruler) -> None:
    for width in range(40, 140, 7):
        laid = ruler.breaker.paragraph("so **every**, yes", BODY, 1.0, width)
        lines = {item.span.text.strip(): item.line for item in laid.placed}
        comma = next(line for text, line in lines.items() if text.startswith(","))
        assert comma == lines["every"]


def test_rows_give_spare_room_to_those_that_grow_and_take_it_from_those_that_wrap(ruler: Ruler) -> None:
    label = Label("a text that can be broken", wrap=True)
    row = Row([label, Gap(10), Box(w=50), Gap(grow=1)], gap=5)
    row.place(ruler, Rect(0, 0, 500, 40))
    assert row.kids()[-1].area.w > 200
    row.place(ruler, Rect(0, 0, 160, 80))
    assert label.area.w < 100
    assert row.kids()[2].area.w == 50
    assert row.need(ruler, 160)[1] >= 48


def test_columns_share_spare_height(ruler: Ruler) -> None:
    column = Column([Box(h=20), Box(grow=1), Box(grow=3)], gap=10)
    column.place(ruler, Rect(0, 0, 100, 240))
    assert [kid.area.h for kid in column.kids()] == [20, 50, 150]


def test_grids_line_their_columns_up(ruler: Ruler) -> None:
    cells = [[Label("a"), Label("long words here"), Label("1")], [Label("bbb"), Label("c"), Label("22")]]
    grid = Grid(["auto", (1.0,), 40], cells, gap=8)
    grid.place(ruler, Rect(0, 0, 300, 60))
    lefts = [[cell.area.x for cell in row] for row in cells]
    assert lefts[0] == lefts[1]
    assert cells[0][2].area.right == 300


def test_a_fitting_row_shows_what_fits(ruler: Ruler) -> None:
    row = Fitting([Box(w=50), Box(w=50), Box(w=50)], gap=10)
    for width, shown in ((200, 3), (169, 2), (60, 1), (10, 0)):
        row.place(ruler, Rect(0, 0, width, 20))
        assert len(row.kids()) == shown


def test_a_flow_goes_on_in_the_next_line_and_ends_at_the_right(ruler: Ruler) -> None:
    def flow() -> Flow:
        return Flow([Box(w=50, h=20), Box(w=50, h=20), Box(w=40, h=20)], gap=10, row_gap=4)

    assert flow().need(ruler, None) == (160, 20)
    for width, tall, places in (
        (200, 20, [(0, 0), (60, 0), (160, 0)]),
        (130, 44, [(0, 0), (60, 0), (90, 24)]),
        (60, 68, [(0, 0), (0, 24), (20, 48)]),
    ):
        held = flow()
        assert held.need(ruler, width)[1] == tall
        held.place(ruler, Rect(0, 0, width, tall))
        assert [(kid.area.x, kid.area.y) for kid in held.kids()] == places


def test_a_stepper_goes_round_and_its_room_is_that_of_its_longest_option(ruler: Ruler) -> None:
    value = [1]

    def send(new: int) -> int:
        value[0] = new
        return new

    options = [(place, "x" * (place + 1)) for place in range(12)]
    stepper = Stepper("s", options, lambda: value[0], send)
    for key, expected in (
        (pygame.K_LEFT, 0),
        (pygame.K_LEFT, 11),
        (pygame.K_RIGHT, 0),
        (pygame.K_PAGEDOWN, 10),
        (pygame.K_HOME, 0),
        (pygame.K_END, 11),
        (pygame.K_SPACE, 0),
    ):
        stepper.act(key, 0)
        assert value[0] == expected
    assert stepper.act(pygame.K_UP, 0) is None
    stepper.place(ruler, Rect(0, 0, 200, 36))
    stepper.press((190, 10))
    stepper.press((190, 10))
    stepper.press((10, 10))
    assert value[0] == 1
    assert stepper.need(ruler)[0] > ruler.text("x" * 12, BODY)[0] + 2 * Stepper.ARROW


def test_a_button_can_ask_what_to_do_when_it_is_pressed() -> None:
    count = [0]

    def action() -> int:
        count[0] += 1
        return count[0]

    button = Button("b", "Go", action)
    assert [button.press((0, 0)), button.act(pygame.K_RETURN, 0), button.act(pygame.K_a, 0)] == [1, 2, None]
    assert Button("b", "Go", "plain").press((0, 0)) == "plain"


def test_scrolling_stays_within_the_content(ruler: Ruler) -> None:
    offsets: dict[str, float] = {}
    pane = Scroll(Box(h=500, w=50), offsets, "pane")
    pane.place(ruler, Rect(0, 0, 100, 200))
    assert pane.furthest == 300
    assert pane.move(1000)
    assert pane.offset == 300
    assert not pane.move(10)
    assert pane.move(-50)
    assert pane.show(Rect(0, -250, 10, 20))
    again = Scroll(Box(h=500, w=50), offsets, "pane")
    again.place(ruler, Rect(0, 0, 100, 200))
    assert again.offset == pane.offset


def test_a_slider_answers_keys_in_steps_and_stays_within_its_ends() -> None:
    sent: list[float] = []
    value = [0.5]

    def send(new: float) -> float:
        value[0] = new
        sent.append(new)
        return new

    slider = Slider("s", lambda: value[0], send, 0.0, 1.0, 0.1)
    slider.act(pygame.K_RIGHT, 0)
    slider.act(pygame.K_RIGHT, pygame.KMOD_SHIFT)
    assert sent == pytest.approx([0.6, 1.0])
    assert slider.act(pygame.K_RIGHT, 0) is True
    slider.act(pygame.K_HOME, 0)
    assert value[0] == 0.0
    assert slider.act(pygame.K_UP, 0) is None


def test_segments_without_a_choice_begin_in_the_middle() -> None:
    chosen: list[int | None] = [None]
    choose = Segmented("c", [(i, str(i)) for i in range(5)], lambda: chosen[0], lambda value: value)
    for key in (pygame.K_LEFT, pygame.K_RIGHT, pygame.K_RETURN, pygame.K_SPACE):
        assert choose.act(key, 0) == 2
    assert [choose.act(key, 0) for key in (pygame.K_HOME, pygame.K_END)] == [0, 4]
    chosen[0] = 2
    assert [choose.act(key, 0) for key in (pygame.K_LEFT, pygame.K_RIGHT)] == [1, 3]


def test_segments_fold_into_rows_where_room_is_short(ruler: Ruler) -> None:
    choose = Segmented("c", [(i, f"option {i}") for i in range(4)], lambda: 0, lambda value: value)
    wide, high = choose.need(ruler, None)
    assert high == 32
    assert choose.need(ruler, wide * 0.6)[1] == 64
    choose.place(ruler, Rect(0, 0, wide * 0.6, 64))
    assert choose.press((wide * 0.5, 50)) == 3
    assert choose.press((1, 1)) is True


def test_the_cache_is_bounded_and_drops_the_oldest() -> None:
    cache = PictureCache(limit=4 * 100 * 100 * 3)
    made = []

    def make(name: str) -> pygame.Surface:
        made.append(name)
        return pygame.Surface((100, 100), depth=32)

    for name in ("a", "b", "c", "a", "d", "b", "a"):
        cache.get(name, lambda name=name: make(name))  # type: ignore[misc]
    assert made == ["a", "b", "c", "d", "b"]
    assert cache.bytes <= cache.limit


def test_painting_again_changes_no_pixel() -> None:
    """What is repainted in parts equals what is painted whole."""
    app = open_game()
    begin(app)
    play_quarters(app, 3)
    app.window.set_focus("price")
    press(app, pygame.K_RIGHT, pygame.K_RIGHT, pygame.K_TAB, pygame.K_RIGHT, pygame.K_TAB)
    parts = pygame.image.tobytes(app.window.surface, "RGB")
    app.window.forget()
    settle(app)
    assert pygame.image.tobytes(app.window.surface, "RGB") == parts


def test_nothing_changes_nothing_is_painted() -> None:
    app = open_game()
    begin(app)
    press(app, pygame.K_F10)
    assert app.window.refresh() == 0


def test_only_what_changed_is_painted() -> None:
    app = open_game()
    begin(app)
    press(app, pygame.K_F10)
    app.window.set_focus("price")
    settle(app)
    before = app.window.surface.copy()
    press(app, pygame.K_RIGHT)
    slider = app.window.find("price")
    assert slider is not None
    changed = pygame.mask.from_threshold(app.window.surface, (0, 0, 0), (1, 1, 1, 255), before)
    changed.invert()
    boxes = changed.get_bounding_rects()
    assert boxes
    assert all(box.right < 310 for box in boxes)


def test_memory_stays_bounded_over_size_changes() -> None:
    app = open_game()
    begin(app)
    play_quarters(app, 2)
    for turn in range(20):
        app.window.dress(text_size=(1.0, 1.25, 1.5, 1.75, 2.0)[turn % 5])
        settle(app)
    assert app.window.cache.bytes <= app.window.cache.limit


def test_buttons_are_as_wide_as_their_words_and_keys(ruler: Ruler) -> None:
    bare = Button("b", "End quarter", None).need(ruler)[0]
    keyed = Button("b", "End quarter", None, key="F10").need(ruler)[0]
    assert keyed > bare + ruler.text("[[F10]]", LABEL)[0]
