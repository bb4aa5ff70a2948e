"""Charts: what a seat may know of its neighbours, one line dark at a time, names that have room."""

import math
from dataclasses import replace
from itertools import pairwise

import numpy as np
import pygame
import pytest

from game.model.band import FREE_RIDE
from game.model.observation import seat
from game.report.debrief import band_marks
from game.session.session import Quarter
from game.view.app import App
from game.view.kit.control import Control
from game.view.kit.listing import Listing, Option
from game.view.kit.paint import Canvas
from game.view.kit.pen import Rect
from game.view.kit.theme import THEMES
from game.view.kit.widget import walk
from game.view.neighbours import Yardstick, comparison, names_by_firm, own_profits
from game.view.pictures.chart import Axes, draw_chart, frame_of
from game.view.pictures.line_names import LABEL_HIGH, LEGEND_HIGH, Series, draw_ends, end_style
from tests.view.drive import begin, click, focus, open_game, play_quarters, press, settle, texts

KINDS = ("firm", "scores", "region", "map", "development", "parts", "together")


def canvas_of(app: App) -> Canvas:
    """What pictures are painted on."""
    window = app.window
    made = Canvas(window.surface, window.k, window.theme, THEMES[window.theme], window.cache, window.breaker)
    made.icons = window.icons
    return made


def show(app: App, kind: str) -> None:
    app.stage.picks["chart"] = kind
    settle(app)


def poisoned(quarter: Quarter, slot: int) -> Quarter:
    """The quarter with the others' profits, books and true efforts replaced by something else."""
    money, games = quarter.outcome.money, quarter.outcome.games
    profit = money.profit.copy()
    terms = money.terms.copy()
    others = np.arange(profit.shape[1]) != slot
    profit[:, others] = profit[:, others] * -3 + 17
    terms[:, :, others] += 5
    effort = games.effort.copy()
    effort[:, :, others] = 0.123
    outcome = replace(
        quarter.outcome, money=replace(money, profit=profit, terms=terms), games=replace(games, effort=effort)
    )
    return replace(quarter, seen=seat(quarter.seen, slot), outcome=outcome)


def pictures(app: App) -> list[bytes]:
    """Every picture that shows results: quarter, results, all charts."""
    made = []
    for screen in ("quarter", "results", "charts"):
        app.go(screen)
        for kind in KINDS if screen == "charts" else ("",):
            show(app, kind or "firm")
            made.append(pygame.image.tobytes(app.window.surface, "RGB"))
    return made


def test_what_others_earn_changes_no_picture_before_the_debrief(app: App) -> None:
    begin(app)
    play_quarters(app, 4)
    before = pictures(app)
    session = app.stage.playing
    session.quarters[:] = [poisoned(quarter, 0) for quarter in session.quarters]
    assert pictures(app) == before
    session.ring_bell()
    app.go("charts")
    show(app, "firm")
    assert pygame.image.tobytes(app.window.surface, "RGB") not in before


def test_neighbours_are_compared_by_revenue_and_in_the_debrief_by_profit(app: App) -> None:
    begin(app)
    play_quarters(app, 3)
    session = app.stage.playing
    made = comparison(session, 0)
    assert made.by is Yardstick.REVENUE
    seen = session.moment.seen
    price, sales, size = seen.price[0], seen.sales[0], seen.size[0]
    assert made.own[-1] == pytest.approx(price[0] * sales[0])
    for slot in range(1, len(price)):
        line = made.others[int(seen.firm_id[0, slot])]
        assert line[-1] == pytest.approx(price[slot] * sales[slot] * size[0] / size[slot])
    assert made.middle[-1] == pytest.approx(np.median([line[-1] for line in made.others.values()]))
    session.ring_bell()
    made = comparison(session, 0)
    assert made.by is Yardstick.PROFIT
    profit = session.quarters[1].outcome.money.profit[0]
    assert made.own[1] == own_profits(session, 0)[1] == pytest.approx(profit[0])
    assert made.others[int(seen.firm_id[0, 5])][1] == pytest.approx(profit[5] * size[0] / size[5])


def test_where_prices_are_not_shared_units_are_compared(app: App) -> None:
    begin(app, "price_war")
    play_quarters(app, 2)
    session = app.stage.playing
    closed = session.setup.scenario.model_copy(
        update={"information": session.setup.scenario.information.model_copy(update={"prices": "own"})}
    )
    session.setup = replace(session.setup, scenario=closed)
    made = comparison(session, 0)
    assert made.by is Yardstick.SALES
    assert made.own[-1] == pytest.approx(float(session.moment.seen.sales[0, 0]))
    press(app, pygame.K_c)
    assert any("not shared" in str(getattr(widget, "content", "")) for widget in walk(app.window.tree))


def test_firms_that_come_or_go_have_lines_only_while_they_are_there(app: App) -> None:
    """In slot 3 a firm closed after the second quarter, and a newcomer began with the third."""
    begin(app)
    play_quarters(app, 4)
    session = app.stage.playing
    for place, quarter in enumerate(session.quarters[2:], start=2):
        ids = quarter.seen.firm_id.copy()
        ids[0, 3] = 99
        session.quarters[place] = replace(quarter, seen=replace(quarter.seen, firm_id=ids))
    ids = session.moment.seen.firm_id.copy()
    ids[0, 3] = 99
    session.moment = replace(session.moment, seen=replace(session.moment.seen, firm_id=ids))
    lines = comparison(session, 0).others
    assert [math.isnan(value) for value in lines[4]] == [False, True, True, True]
    assert [math.isnan(value) for value in lines[99]] == [True, True, False, False]
    names = names_by_firm(app.stage.words, session)
    assert names[4] == session.setup.scenario.firms[3].name
    assert names[99]
    press(app, pygame.K_c)
    for _ in range(20):
        press(app, pygame.K_DOWN)
    assert app.stage.pick("neighbour") == 99


@pytest.mark.parametrize("text_size", [1.0, 2.0])
def test_all_kinds_by_keys_alone(text_size: float) -> None:
    app = open_game(text_size=text_size)
    begin(app)
    play_quarters(app, 3)
    press(app, pygame.K_c)
    seen = []
    for _ in range(6):
        press(app, pygame.K_c)
        seen.append(app.stage.pick("chart"))
    wide_order = ["scores", "region", "together", "firm", "scores", "region"]
    small_order = ["scores", "map", "development", "parts", "together", "firm"]
    assert seen == (wide_order if text_size == 1 else small_order)
    press(app, pygame.K_HOME)
    assert app.stage.pick("chart") == "firm"
    press(app, pygame.K_END, pygame.K_ESCAPE)
    assert app.screen == "quarter"


@pytest.mark.parametrize("text_size", [1.0, 2.0])
def test_up_and_down_choose_the_dark_line(text_size: float) -> None:
    app = open_game(text_size=text_size)
    begin(app)
    play_quarters(app, 6)
    press(app, pygame.K_c)
    before = pygame.image.tobytes(app.window.surface, "RGB")
    press(app, pygame.K_DOWN, pygame.K_DOWN, pygame.K_UP)
    assert app.stage.pick("neighbour") == 3
    assert pygame.image.tobytes(app.window.surface, "RGB") != before
    show(app, "together")
    press(app, pygame.K_DOWN)
    assert app.stage.pick("body") == "channel"
    focus(app, "compare")
    press(app, pygame.K_END)
    assert app.stage.pick("body") == "fair"
    press(app, pygame.K_RETURN)
    assert app.stage.pick("body") == "mark"


@pytest.mark.parametrize("text_size", [1.0, 2.0])
def test_every_control_of_every_chart_is_reached_by_tab(text_size: float) -> None:
    app = open_game(text_size=text_size)
    begin(app)
    play_quarters(app, 6)
    press(app, pygame.K_c)
    for kind in KINDS:
        show(app, kind)
        wanted = {widget.name for widget in walk(app.window.tree) if isinstance(widget, Control) and widget.focusable}
        seen = set()
        for _ in range(len(wanted) + 1):
            press(app, pygame.K_TAB)
            assert app.window.focus is not None
            seen.add(app.window.focus.name)
        assert seen == wanted
        assert {"chart", "back"} <= wanted


def test_a_list_by_mouse_and_with_more_lines_than_room(app: App) -> None:
    chosen = [0]
    options = [Option(n, f"Firm {n}", str(n)) for n in range(200)]

    def send(value: int) -> int:
        chosen[0] = value
        return value

    listing = Listing("firms", options, lambda: chosen[0], send)
    listing.area = Rect(0, 0, 200, 28 * 5)
    assert list(listing._shown()) == [0, 1, 2, 3, 4]
    assert listing.press((10, 28 * 3 + 5)) == 3
    assert list(listing._shown()) == [1, 2, 3, 4, 5]
    assert listing.act(pygame.K_END, 0) == 199
    assert list(listing._shown()) == [195, 196, 197, 198, 199]
    assert listing.act(pygame.K_DOWN, 0) is True
    assert listing.act(pygame.K_SPACE, 0) == 0
    listing.area = Rect(0, 0, 200, 28)
    assert listing.press((10, 5)) == 1
    listing.paint(canvas_of(app), focused=True)
    begin(app)
    play_quarters(app, 2)
    press(app, pygame.K_c)
    widget = app.window.find("compare")
    assert isinstance(widget, Listing)
    click(app, widget, at=(0.5, 28 * 4.5 / widget.area.h))
    assert app.stage.pick("neighbour") == widget.options[4].key


def lines(count: int, quarters: int, words: str) -> list[Series]:
    """Lines that end close together."""
    values = [tuple(50.0 + n * 0.1 for _ in range(quarters)) for n in range(count)]
    return [Series(line, f"{words} {n}", "ink", width=3) for n, line in enumerate(values)]


LONG = "a name of more words than any firm has " * 2


@pytest.mark.parametrize("text_size", [1.0, 1.5, 2.0])
@pytest.mark.parametrize(
    ("count", "words"), [(2, "a"), (4, "a longer name"), (8, "Cost-saving pricing"), (3, LONG), (40, "Firm")]
)
@pytest.mark.parametrize("quarters", [1, 5, 10])
def test_names_of_lines_have_room_at_the_ends_or_in_a_legend(
    app: App, text_size: float, count: int, words: str, quarters: int
) -> None:
    app.window.dress(text_size=text_size)
    canvas = canvas_of(app)
    series = lines(count, quarters, words)
    axes = Axes(0, 100, ((0.0, "0"), (100.0, "100")), 10)
    for area in (Rect(10, 10, 600, 150), Rect(10, 10, 300, 96), Rect(10, 10, 1200, 420)):
        draw_chart(canvas, area, series, axes)
        frame = frame_of(canvas, area, axes, series)
        assert frame.plot.right <= area.right
        assert frame.plot.h >= 20
        assert frame.plot.bottom < area.bottom
        if frame.legend:
            assert frame.plot.y >= area.y + frame.legend * LEGEND_HIGH
            crowded = count * LABEL_HIGH > area.h - 40
            assert crowded or canvas.width(series[0].label, end_style(series[0])) > 0.3 * area.w
            continue
        named = [(item, [frame.inside(n, value) for n, value in enumerate(item.values)]) for item in series]
        taken = draw_ends(canvas, area, frame.plot, named)
        assert len(taken) == count
        assert all(area.y <= box.y and box.bottom <= frame.plot.bottom + 1e-6 for box in taken)
        assert all(box.right <= area.right + 1 for box in taken)
        assert all(one.bottom <= other.y + 1e-6 for one, other in pairwise(taken))


def test_a_legend_paints_nothing_outside_its_chart(app: App) -> None:
    canvas = canvas_of(app)
    area = Rect(200, 200, 160, 90)
    canvas.surface.fill((1, 2, 3))
    draw_chart(canvas, area, lines(5, 4, LONG), Axes(0, 100, ((0.0, "0"), (100.0, "100")), 4))
    inner = canvas.box(area.inset(-1))
    outside = canvas.surface.copy()
    outside.fill((1, 2, 3), inner)
    assert (
        pygame.mask.from_threshold(outside, (1, 2, 3), (1, 1, 1)).count() == outside.get_width() * outside.get_height()
    )


def test_time_axes_stay_as_the_game_goes_on(app: App) -> None:
    from game.view.panels.course import hundred

    begin(app)
    play_quarters(app, 1)
    early = hundred(app.stage)
    play_quarters(app, 4)
    assert hundred(app.stage).quarters == early.quarters == 10
    assert (hundred(app.stage).low, hundred(app.stage).high) == (0, 100)
    app.stage.playing.ring_bell()
    assert hundred(app.stage).quarters == 5


def test_scores_are_told_against_figures_not_against_places(app: App) -> None:
    """In some scenarios free riding is worth nearly as much as the best plan, and is nowhere near the bottom."""
    begin(app)
    play_quarters(app, 2)
    band = app.stage.playing.setup.bands[0]
    assert band is not None
    low = replace(band, margin=4 * band.margin)
    marks = {mark.plan: mark.score for mark in band_marks(low, 2)}
    assert marks[FREE_RIDE] > 25
    setup = app.stage.playing.setup
    app.stage.playing.setup = replace(setup, bands={0: low})
    press(app, pygame.K_c)
    show(app, "scores")
    assert f"free riding all through usually stands at {marks[FREE_RIDE]:.0f}, the plan" in texts(app)
    app.stage.playing.setup = replace(setup, bands={})
    app.window._stale = True
    settle(app)
    assert "free riding" not in texts(app)
