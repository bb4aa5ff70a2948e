"""Charts: the firm against its neighbours, the scores, the region with its phase map, and what was done together."""

from collections.abc import Mapping
from typing import Any

import pygame

from game.insight.desk import Question
from game.model.band import FREE_RIDE
from game.report.debrief import band_marks
from game.view.actions import Back, Go, MeasurePhase, Pick
from game.view.basins import goal_questions
from game.view.frame import MARGIN, ScreenPage, bottom_bar, page
from game.view.kit.button import Button
from game.view.kit.choice import Segmented
from game.view.kit.layout import Box, Column, Row
from game.view.kit.page import Form
from game.view.kit.text import LABEL, SOFT
from game.view.kit.widget import Gap, Widget
from game.view.kit.widgets import Label, Panel
from game.view.panels.course import hundred, plotted, score_series
from game.view.panels.development import development_panel, development_view
from game.view.panels.moved import change_of
from game.view.panels.neighbours import FIRM, PICKS, TOGETHER, compare_panel, next_choice
from game.view.panels.parts import parts_panel, parts_view
from game.view.panels.phase import phase_panel, phase_view
from game.view.panels.top import quarter_top
from game.view.stage import Stage
from game.wording.figures import figure

REGION = "region"
REGION_VIEWS = ("map", "development", "parts")
KINDS = (FIRM, "scores", REGION, TOGETHER)
SMALL_KINDS = (FIRM, "scores", *REGION_VIEWS, TOGETHER)
LOW = 640.0  # a window less high shows the region one thing at a time
MAP_SHARE = 0.45
PARTS_HIGH = 258.0
BARS_NARROW, BARS_LOW = 190.0, 232.0  # what bars, tabs and margins leave of a window's height


def charts_page(stage: Stage) -> ScreenPage:
    """The screen."""
    held = {"small": False}

    def make(form: Form) -> Widget:
        held["small"] = is_small(form)
        return _tree(stage, form)

    return ScreenPage(
        make=make,
        depends=lambda: _form(stage),
        keys=lambda: _keys(stage, held["small"]),
        first="chart",
        name="charts",
        wants=lambda: _wants(stage),
    )


def _wants(stage: Stage) -> list[Question]:
    """For the region: where it goes if all keep or none does, and whose doing the last change was."""
    if stage.pick("chart", KINDS[0]) not in {REGION, *REGION_VIEWS}:
        return []
    played = len(stage.playing.quarters)
    return [*goal_questions(stage), *([change_of(played)] if played else [])]


def is_small(form: Form) -> bool:
    """Whether the three parts of the region have no room beside each other."""
    return form.narrow or form.height < LOW


def shown_kind(stage: Stage, small: bool) -> str:
    """The chart shown; the region is one of them, or three where there is little room."""
    picked = stage.pick("chart", KINDS[0])
    if small:
        return picked if picked in SMALL_KINDS else REGION_VIEWS[0] if picked == REGION else KINDS[0]
    return picked if picked in KINDS else REGION if picked in REGION_VIEWS else KINDS[0]


def _form(stage: Stage) -> tuple[Any, ...]:
    picks = tuple(stage.pick(what) for what in ("chart", "phase_policy", *PICKS.values()))
    done = stage.reasons.done(_wants(stage))
    return (*picks, done, id(stage.phase), len(stage.playing.quarters), stage.playing.finished)


def _keys(stage: Stage, small: bool) -> Mapping[int, Any]:
    kinds, kind = SMALL_KINDS if small else KINDS, shown_kind(stage, small)
    keys: dict[int, Any] = {
        pygame.K_c: Pick("chart", kinds[(kinds.index(kind) + 1) % len(kinds)]),
        pygame.K_ESCAPE: Back(),
        pygame.K_F10: Back(),
        pygame.K_F1: Go("help"),
        pygame.K_l: Go("log"),
    }
    if kind in PICKS:
        moves = {pygame.K_UP: next_choice(stage, kind, -1), pygame.K_DOWN: next_choice(stage, kind, 1)}
        keys |= {key: move for key, move in moves.items() if move is not None}
    if kind in {REGION, "map"} and stage.phase is None:
        keys[pygame.K_m] = MeasurePhase()
    return keys


def _tree(stage: Stage, form: Form) -> Widget:
    small = is_small(form)
    kind = shown_kind(stage, small)
    choose = Segmented(
        "chart",
        [(name, stage.say(f"charts-tab-{name}")) for name in (SMALL_KINDS if small else KINDS)],
        lambda: shown_kind(stage, small),
        lambda value: Pick("chart", value),
        grow=0,
    )
    body = Column([choose, _content(stage, form, kind, small)], gap=8 if form.narrow else 12)
    closed = len(stage.playing.quarters) if stage.playing.finished else None
    main = Button("back", stage.say("app-back"), Back(), key="Esc")
    hints = [("C", stage.say("charts-next")), ("←→", stage.say("app-change"))]
    if kind in PICKS and stage.playing.quarters:
        hints.insert(1, ("↑↓", stage.say(f"charts-choose-{kind}")))
    return page(form, quarter_top(stage, form, closed), Box(body, grow=1), bottom_bar(form, hints, main))


def _content(stage: Stage, form: Form, kind: str, small: bool) -> Widget:
    if kind == REGION:
        return region_view(stage, form)
    high = form.height - (BARS_NARROW if form.narrow else BARS_LOW)
    if kind == "map":
        return phase_view(stage, form, high)
    if kind == "development":
        return development_view(stage)
    if kind == "parts":
        return parts_view(stage, form)
    if not stage.playing.quarters:
        return Box(Column([Label(stage.say("charts-none"), SOFT, wrap=True), Gap(grow=1)]), card=True, pad=16, grow=1)
    return _scores(stage, small) if kind == "scores" else compare_panel(stage, kind, small)


def region_view(stage: Stage, form: Form) -> Widget:
    """The phase map at the left, development and the score's parts at the right."""
    wide = (form.width - 2 * MARGIN) * MAP_SHARE
    high = PARTS_HIGH if stage.playing.quarters else PARTS_HIGH / 2
    right = Column([Box(development_panel(stage), grow=1), Box(parts_panel(stage, form), h=high)], gap=MARGIN)
    return Row(
        [Box(phase_panel(stage, form), w=wide), Box(right, w=form.width - 3 * MARGIN - wide)],
        gap=MARGIN,
        grow=1,
        cross="fill",
    )


def _scores(stage: Stage, small: bool) -> Widget:
    picture = plotted(stage, "chart scores", score_series(stage), hundred(stage), 120)
    words = Label(_note(stage), LABEL if small else SOFT, wrap=True)
    note = Row([words, Gap(grow=1), Label(stage.say("chart-points"), SOFT)], gap=12)
    inside = Column([note, picture], gap=4 if small else 8, pad=(12, 6) if small else 0)
    return Box(inside, card=True, grow=1) if small else Panel(stage.say("charts-scores"), inside, grow=1)


def _note(stage: Stage) -> str:
    """What the scores are measured against, in the figures of the last quarter."""
    band, quarter = stage.playing.setup.bands.get(stage.slot), len(stage.playing.quarters)
    if band is None:
        return stage.say("charts-note-region")
    scores = {mark.plan: figure(mark.score) for mark in band_marks(band, quarter)}
    return stage.say("charts-note-scores", quarter=quarter, free=scores[FREE_RIDE], best=scores[band.best])
