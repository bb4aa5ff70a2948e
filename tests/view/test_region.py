"""The region view: the phase map and its words, where things would go, why the score moved, and measuring the map."""

from dataclasses import replace
from itertools import combinations
from pathlib import Path

import numpy as np
import pygame
import pytest

from game.engine.scores import coupling_degree
from game.insight.forecast import MIDDLE, if_all
from game.insight.guess import know
from game.insight.phase import ARROW, COOPERATIVE, KEPT, MIXED, NEVER, Phase
from game.model.ledger import REGION_PARTS
from game.model.scenario import Scenario
from game.session.setup import Setup
from game.session.start import begin as begin_session
from game.view.app import App
from game.view.basins import phase_map, phase_note
from game.view.kit.pen import Rect
from game.view.panels.moved import shared
from game.view.panels.parts import effect
from game.view.pictures.labels import inside, meets
from game.view.pictures.phase import draw_phase, thinned, ticks_apart
from game.view.pictures.phase_chart import field_of, plot_of
from game.view.pictures.phase_labels import label_map
from game.view.region import development, region_reading
from game.wording.figures import figure
from game.wording.words import Words
from tests.build import village
from tests.view.drive import Stretched, begin, focus, misfits, open_game, play_quarters, press, settle, tap, texts
from tests.view.test_charts import canvas_of, show

AREAS = (Rect(0, 0, 530, 400), Rect(0, 0, 600, 180), Rect(0, 0, 300, 300))


def measured(app: App) -> Phase:
    assert app.stage.phase is not None
    return app.stage.phase


def seat_in(app: App, scenario: Scenario, quarters: int) -> None:
    """A session of a scenario made in code, some quarters on, at its charts."""
    app.stage.session = begin_session(Setup(scenario, "", Path("village.toml"), 7, (0,)))
    app.stage.phase = None
    for _ in range(quarters):
        app.stage.session.end_quarter()
    app.go("charts")
    settle(app)


# -- the map ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("words", [Words, Stretched])
@pytest.mark.parametrize("name", ["tea", "price_war"])
def test_words_on_the_map_never_meet_and_stay_on_it(words: type[Words], name: str) -> None:
    app = open_game(words())
    begin(app, name)
    for quarters in (0, 1, 5):
        play_quarters(app, quarters)
        for text_size in (1.0, 2.0):
            app.window.dress(text_size=text_size)
            canvas = canvas_of(app)
            for policy in (MIXED, COOPERATIVE, NEVER):
                chart = phase_map(app.stage, measured(app), policy)
                for area in AREAS:
                    plot = plot_of(canvas, area, chart)
                    made = label_map(canvas, plot, chart, field_of(chart))
                    assert not any(meets(one, other) for one, other in combinations(made.values(), 2))
                    assert all(inside(box, plot.area) for box in made.values())
                    assert "here" in made
                    assert not made["here"].has(plot.at(chart.path[-1]))


def test_the_path_is_that_of_the_game(app: App) -> None:
    begin(app)
    play_quarters(app, 5)
    chart = phase_map(app.stage, measured(app), MIXED)
    region = app.stage.playing.setup.scenario.region
    assert chart.path[0] == pytest.approx((100 * region.cluster, 100 * region.awareness * region.reputation))
    for point, quarter in zip(chart.path[1:], app.stage.playing.quarters, strict=True):
        assert point == pytest.approx(tuple(quarter.outcome.scores.parts[0, :2]))
    assert chart.stops == ("start", "", "Q2", "", "Q4", "you are here, Q5")
    held = development(app.stage.playing)
    assert held["economy"][-1] == pytest.approx(float(app.stage.playing.quarters[-1].outcome.scores.parts[0, 2]))
    assert held["total"][0] == pytest.approx(np.mean([held[name][0] for name in ("cluster", "brand", "economy")]))


def test_basins_are_those_that_were_measured(app: App) -> None:
    begin(app)
    phase = measured(app)
    both = phase_map(app.stage, phase, MIXED)
    field = field_of(both)
    place = phase.policies.index(MIXED)
    for i, k in ((0, 0), (8, 8), (0, 8), (5, 1)):
        share = phase.formed[place, i, k]
        if share in {0.0, 1.0}:
            assert field.held((100 * phase.cluster[i], 100 * phase.brand[k])) == (share == 1)
    assert field.held((50, 99)) is None
    assert [basin.held for basin in both.basins] == [True, False]
    kept, broke = (phase_map(app.stage, phase, policy).basins for policy in (COOPERATIVE, NEVER))
    assert [(basin.held, basin.label) for basin in kept] == [(True, "brand takes hold")]
    assert [(basin.held, basin.label) for basin in broke] == [(False, "brand is lost")]
    assert kept[0].end == pytest.approx(100 * phase.ends[phase.policies.index(COOPERATIVE)].mean(axis=(0, 1)))


def test_a_region_that_stays_small_is_not_called_lost(app: App) -> None:
    begin(app, "first_quarter")
    (basin,) = phase_map(app.stage, measured(app), COOPERATIVE).basins
    assert basin.label == "known to fewer than half"
    assert basin.end[1] > 30


def test_it_goes_where_the_seat_must_reckon_with(app: App) -> None:
    """Forecasts from what the seat knows, all keeping or nobody; the second is worse for the region's brand."""
    begin(app)
    play_quarters(app, 3)
    phase = measured(app)
    assert phase_map(app.stage, phase, MIXED).goals == ()
    press(app, pygame.K_c)
    show(app, "region")
    session = app.stage.playing
    known = know(session.rules, 0, session.seats, [*(held.seen for held in session.quarters), session.moment.seen])
    goals = phase_map(app.stage, phase, MIXED).goals
    words = ("if all keep", "if all break")
    for goal, strategy, said in zip(goals, ("always", "never"), words, strict=True):
        fan = if_all(known, strategy, ARROW)
        middle = [100 * fan.bands[name][-1, MIDDLE] for name in ("cluster", "brand")]
        assert [goal.cluster, goal.brand] == middle
        assert goal.label == f"{said}, Q{3 + ARROW}"
    assert goals[0].brand > goals[1].brand
    session.ring_bell()
    assert phase_map(app.stage, phase, MIXED).goals == ()


def test_thresholds_that_are_not_there_are_left_out_and_said(app: App) -> None:
    begin(app)
    phase = measured(app)
    chart = phase_map(app.stage, phase, MIXED)
    assert chart.on is not None
    assert chart.off is not None
    assert chart.on[0] == pytest.approx(100 * phase.on[1])
    assert chart.on[1] == f"grows above {round(100 * phase.on[1])}"
    said = phase_note(app.stage, phase, MIXED)
    assert "Own brands are too weak" not in said
    never = np.full(3, np.inf)
    weak = replace(phase, on=never, off=never)
    bare = phase_map(app.stage, weak, MIXED)
    assert (bare.on, bare.off) == (None, None)
    said = phase_note(app.stage, weak, MIXED)
    assert "Own brands are too weak" in said
    assert "No level of the cluster" in said
    app.stage.phase = weak
    press(app, pygame.K_F10, pygame.K_c)
    show(app, "region")
    assert "brand takes hold" not in texts(app)


def test_levels_are_no_line_between_ends_that_are_alike(app: App) -> None:
    """Where all openings end alike, the levels of the moment are not told as if the end hung on them."""
    begin(app, "shoes")
    phase = measured(app)
    alike = replace(phase, formed=np.zeros_like(phase.formed), on=np.full(3, 0.4), off=np.full(3, 0.55))
    chart = phase_map(app.stage, alike, MIXED)
    assert chart.on == (40.0, "grows above 40")
    assert chart.off is not None
    assert chart.off[1] == "once known, fades below 55"
    said = phase_note(app.stage, alike, MIXED)
    assert "no tipping line" in said
    assert "the cluster itself goes on to the same end" in said
    parted = np.tile(np.eye(*alike.formed.shape[1:]), (3, 1, 1))
    assert "Dashed" not in phase_note(app.stage, replace(alike, formed=parted), MIXED)
    assert "Dashed" not in phase_note(app.stage, replace(alike, on=np.full(3, np.inf), off=np.full(3, np.inf)), MIXED)


def test_every_map_says_that_it_is_a_reduced_picture(app: App) -> None:
    begin(app)
    play_quarters(app, 2)
    press(app, pygame.K_c)
    for size, kind in ((1.0, "region"), (2.0, "map")):
        app.window.dress(text_size=size)
        show(app, kind)
        assert "estimate" in texts(app)
        assert "all other stocks begin as in the scenario" in texts(app)


def test_the_policy_is_chosen_by_keys(app: App) -> None:
    begin(app)
    play_quarters(app, 2)
    press(app, pygame.K_c)
    show(app, "region")
    focus(app, "policy")
    pictures = set()
    for policy in (COOPERATIVE, NEVER):
        press(app, pygame.K_RIGHT)
        assert app.stage.pick("phase_policy") == policy
        pictures.add(pygame.image.tobytes(app.window.surface, "RGB"))
    assert len(pictures) == 2
    assert "there is no tipping line" in texts(app)


def test_arrows_keep_apart_and_ticks_have_room(app: App) -> None:
    begin(app)
    moves = phase_map(app.stage, measured(app), MIXED).moves
    assert len(moves) == 81
    for area in AREAS:
        shown = thinned(moves, area)
        assert 4 <= len(shown) < 81
        starts = [(x / 100 * area.w, y / 100 * area.h) for (x, y), _ in shown]
        apart = [max(abs(x1 - x2), abs(y1 - y2)) for (x1, y1), (x2, y2) in combinations(starts, 2)]
        assert min(apart) > 40
    assert [ticks_apart(length, 22) for length in (300, 60, 30)] == [20, 50, 100]


def test_a_map_of_any_shape_can_be_painted(app: App) -> None:
    """A region at the border, marks on top of each other, a picture that is far too small."""
    begin(app)
    chart = phase_map(app.stage, measured(app), MIXED)
    corner = replace(chart, path=((0.0, 0.0), (0.0, 0.0), (100.0, 100.0)), stops=("start", "Q1", "you are here, Q2"))
    for area in (*AREAS, Rect(0, 0, 40, 40)):
        draw_phase(canvas_of(app), area, corner)


# -- why the score moved ----------------------------------------------------------------------------------------------


def test_effects_of_the_parts_add_up_to_the_change_of_the_score(app: App) -> None:
    begin(app)
    play_quarters(app, 5)
    for number in range(2, 6):
        reading = region_reading(app.stage.playing, number)
        assert reading.change is not None
        assert sum(effect(reading, name) or 0 for name in REGION_PARTS) == pytest.approx(reading.change)
    assert effect(region_reading(app.stage.playing, 1), "brand") is None


def test_reasons_of_coupling_and_resilience_point_the_way_they_went(app: App) -> None:
    begin(app)
    play_quarters(app, 6)
    told = 0
    for number in range(2, 7):
        reading = region_reading(app.stage.playing, number)
        before, after = (app.stage.playing.quarters[n].outcome for n in (number - 2, number - 1))
        part = reading.parts["coupling"]
        if part.term:
            place = REGION_PARTS.index(part.term)
            alone = before.scores.parts[0, :3].copy() / 100
            was = coupling_degree(alone)
            alone[place] = after.scores.parts[0, place] / 100
            assert (coupling_degree(alone) - was) * (part.change or 0) > 0
            told += 1
        part = reading.parts["resilience"]
        if part.term == "rigidity":
            moved = float(after.region.rigidity[0].sum() - before.region.rigidity[0].sum())
            assert moved * (part.change or 0) < 0
            told += 1
    assert told > 3


def test_whose_doing_it_was_stands_under_the_table(app: App) -> None:
    begin(app)
    play_quarters(app, 3)
    press(app, pygame.K_c)
    show(app, "region")
    shares = shared(app.stage, 3, "region")
    scores = [float(quarter.outcome.scores.region[0]) for quarter in app.stage.playing.quarters]
    assert sum(shares.values()) == pytest.approx(scores[2] - scores[1], abs=1e-9)
    said = " · ".join(f"{name} {figure(value, 1, sign=True)}" for name, value in shares.items())
    assert said in texts(app)


# -- measuring --------------------------------------------------------------------------------------------------------


def without_map(app: App, quarters: int = 2) -> None:
    """At the region view of a game whose map was never measured."""
    begin(app)
    play_quarters(app, quarters)
    focus(app, "price")
    press(app, pygame.K_RIGHT, pygame.K_c)
    app.stage.phase = None
    show(app, "region")


@pytest.mark.parametrize("text_size", [1.0, 2.0])
def test_measuring_can_be_cancelled_and_nothing_is_lost(text_size: float, data_folder: Path) -> None:
    app = open_game(text_size=text_size)
    without_map(app)
    session, draft = app.stage.playing, app.stage.playing.draft(0)
    assert draft.price is not None
    assert "729" in texts(app)
    focus(app, "measure")
    tap(app, pygame.K_RETURN)
    assert app.pages[-1].name == "wait"
    for _ in range(5):
        app.frame([])
    tap(app, pygame.K_ESCAPE)
    assert app.work is None
    assert (app.screen, len(app.pages)) == ("charts", 1)
    assert app.stage.phase is None
    assert app.stage.playing is session
    assert session.draft(0) == draft
    assert session.can_undo(0)
    assert not (data_folder / KEPT).exists()
    press(app, pygame.K_ESCAPE, pygame.K_F10)
    assert len(session.quarters) == 3


def test_a_measured_map_is_shown_and_kept(data_folder: Path) -> None:
    app = open_game()
    scenario = village(4, ("mark",))
    seat_in(app, scenario, 1)
    show(app, "region")
    press(app, pygame.K_m)
    assert app.stage.phase is not None
    assert app.window.find("phase map") is not None
    assert app.pages[-1].name == "charts"
    assert (data_folder / KEPT).exists()
    from game.insight.phase import find

    again = find(scenario, data_folder)
    assert again is not None
    assert again.ends == pytest.approx(app.stage.phase.ends, abs=1e-5)


def test_a_folder_that_can_t_be_written_to_still_shows_the_map(data_folder: Path) -> None:
    data_folder.write_text("a file where a folder should be", encoding="utf-8")
    app = open_game()
    seat_in(app, village(2, ()), 1)
    show(app, "region")
    press(app, pygame.K_m)
    assert app.window.find("phase map") is not None


def test_m_measures_nothing_where_there_is_a_map_or_another_chart(app: App) -> None:
    begin(app)
    play_quarters(app, 1)
    press(app, pygame.K_c)
    show(app, "region")
    phase = app.stage.phase
    press(app, pygame.K_m)
    assert app.stage.phase is phase
    app.stage.phase = None
    show(app, "firm")
    press(app, pygame.K_m)
    assert app.stage.phase is None


# -- places with little in them ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("text_size", [1.0, 2.0])
@pytest.mark.parametrize(
    ("firms", "bodies", "quarters"), [(1, (), 1), (1, ("mark",), 3), (6, (), 2), (3, ("mark", "fair"), 0), (40, (), 1)]
)
def test_charts_of_small_and_bare_places(firms: int, bodies: tuple[str, ...], quarters: int, text_size: float) -> None:
    app = open_game(text_size=text_size)
    seat_in(app, village(firms, bodies), quarters)
    for kind in ("firm", "scores", "region", "map", "development", "parts", "together"):
        show(app, kind)
        press(app, pygame.K_DOWN, pygame.K_UP, pygame.K_TAB)
        assert not list(misfits(app))
    if quarters and not bodies:
        assert "no institution" in texts(app)
