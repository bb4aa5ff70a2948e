"""What all screens share: the top bar, the bottom bar with key hints, the page that the window shows."""

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import pygame

from game.view.actions import Back, Go
from game.view.kit.layout import Box, Column, Fitting, Gap, Grid, Picture, Row, Widget
from game.view.kit.paint import Canvas, Rect
from game.view.kit.text import LABEL, Style
from game.view.kit.ui import Form
from game.view.kit.widgets import Button, Label
from game.view.pictures.icons import draw_icon
from game.view.pictures.stamp import draw_stamp
from game.view.readings import Scoreline, measures, petals, scoreline
from game.view.stage import Stage
from game.wording.figures import figure

MARGIN = 16.0
BAR_TITLE = Style(18, 24, "serif", "bar_text")
BAR_SMALL = Style(14, 20, "sans", "bar_soft")
BAR_BOLD = Style(14, 20, "bold", "bar_text")
BAR_LEAD = Style(20, 28, "bold", "bar_text")
KEYS = {name: getattr(pygame, f"K_{name}") for name in ("F1", "F2", "F3", "F4", "F5", "F10", "ESCAPE", "RETURN")}


@dataclass
class ScreenPage:
    """A screen as the window wants it: the tree from a function, its form and its keys."""

    make: Callable[[Form], Widget]
    depends: Callable[[], Hashable]
    keys: Callable[[], Mapping[int, Any]]
    first: str = ""
    name: str = ""
    state: dict[str, Any] = field(default_factory=dict)

    def tree(self, form: Form) -> Widget:
        """The widgets."""
        return self.make(form)

    def form(self) -> Hashable:
        """What the structure depends on."""
        return self.depends()

    def shortcuts(self) -> Mapping[int, Any]:
        """Actions by key."""
        return self.keys()


def page(form: Form, top: Widget, body: Widget, bottom: Widget) -> Widget:
    """Top bar, body, bottom bar."""
    high = 44.0 if form.narrow else 56.0
    margin = 8.0 if form.narrow else MARGIN
    low = 56.0 if form.narrow else 72.0
    return Column([
        Box(top, h=high, fill="bar", radius=0, pad=(12 if form.narrow else MARGIN, 0)),
        Box(body, pad=(margin, margin), grow=1),
        Box(bottom, h=low - margin, pad=(margin, 0)),
    ])  # fmt: skip


def plain_top(stage: Stage, title: str, under: str, form: Form, back: bool = True) -> Widget:
    """The top bar of a screen outside a quarter."""
    keys: list[Widget | None] = [Button("help", stage.say("app-help"), Go("help"), key="F1", kind="bar")]
    if back:
        keys.append(Button("back", stage.say("app-back"), Back(), key="Esc", kind="bar"))
    words: Widget = Label(title, BAR_TITLE) if form.narrow or not under else Column([Label(title, BAR_TITLE), Label(under, BAR_SMALL)])
    side = 34 if form.narrow else 46
    return Row([Picture(lambda canvas, area: draw_stamp(canvas, area), "stamp", side, side), words, Gap(grow=1), *keys], gap=12)


def quarter_top(stage: Stage, form: Form, closed: int | None = None) -> Widget:
    """The top bar of a game: who, when, cash, scores. `closed` names a quarter whose results are shown."""
    session, slot = stage.playing, stage.slot
    line = scoreline(session, slot)
    held = petals(session, slot)
    side = 34 if form.narrow else 46
    stamp = Picture(lambda canvas, area: draw_stamp(canvas, area, held), ("rose", held), side, side)
    number = closed or session.quarter
    if form.narrow:
        return Row([stamp, Label(stage.say("quarter-short", quarter=number), BAR_LEAD), Gap(grow=1), *_short_scores(stage, line)], gap=12)
    firm = session.setup.scenario.firms[slot].name
    place = stage.words.choose(session.setup.scenario.about.place)
    who = Column([Label(firm, BAR_TITLE), Label(place, BAR_SMALL)])
    when = Column([_stamps(session.quarter if closed is None else closed + 1, closed), Label(_when(stage, number, closed), BAR_BOLD)], gap=4)
    unit = session.setup.scenario.units.currency
    cells: list[Widget | None] = [stamp, who, Gap(16), when, Gap(grow=1)]
    cells += [_rule(), _score(stage.say("top-cash"), measures(session).money(line.cash), unit, None)]
    cells += [_rule(), _score(stage.say("top-firm"), _points(line.firm), "/ 100", line.firm_change)]
    cells += [_rule(), _score(stage.say("top-region"), _points(line.region), "/ 100", line.region_change), _rule()]
    cells += [Button("help", stage.say("app-help"), Go("help"), key="F1", kind="bar"), Button("menu", stage.say("app-menu"), Go("menu"), key="Esc", kind="bar")]
    return Row(cells, gap=12)


def _when(stage: Stage, number: int, closed: int | None) -> str:
    quarters = stage.playing.setup.scenario.quarters
    if closed is not None:
        return stage.say("top-closed", quarter=closed)
    if quarters.min == quarters.max:
        return stage.say("top-when-fixed", quarter=number, last=quarters.max)
    return stage.say("top-when", quarter=number, least=quarters.min, most=quarters.max)


def _points(value: float | None) -> str:
    return figure(0, 0) if value is None else figure(value)


def _score(label: str, value: str, unit: str, change: float | None) -> Widget:
    parts: list[Widget | None] = [Label(value, BAR_LEAD), Label(unit, BAR_SMALL), _change(change)]
    return Column([Label(label, BAR_SMALL), Row(parts, gap=6)])


def _change(change: float | None) -> Widget | None:
    if change is None or round(change) == 0:
        return None
    token = "bar_gain" if change > 0 else "bar_loss"
    name = "up" if change > 0 else "down"
    mark = Picture(lambda canvas, area: draw_icon(canvas, name, area, token, "bar"), (name, token), 12, 12)
    return Row([mark, Label(figure(abs(change)), Style(14, 20, "bold", token))], gap=3)


def _short_scores(stage: Stage, line: Scoreline) -> list[Widget | None]:
    session = stage.playing
    unit = session.setup.scenario.units.currency
    made: list[Widget | None] = [Row([Label(measures(session).money(line.cash), BAR_BOLD), Label(unit, BAR_SMALL)], gap=4)]
    for label, value, change in ((stage.say("top-firm-short"), line.firm, line.firm_change), (stage.say("top-region-short"), line.region, line.region_change)):
        made += [_rule(24), Row([Label(label, BAR_SMALL), Label(_points(value), BAR_BOLD), _change(change)], gap=5)]
    return made


def _rule(height: float = 40) -> Widget:
    return Picture(lambda canvas, area: canvas.fill(Rect(area.x, area.y, max(1 / canvas.k, 1), area.h), "soft"), "rule", 1, height)


def _stamps(quarter: int, closed: int | None) -> Widget:
    """Played quarters as stamps, four a year; the one now is the seal. How many will follow nobody knows."""
    shown = max(quarter, 1)
    width = shown * 18 + (shown - 1) // 4 * 10

    def draw(canvas: Canvas, area: Rect) -> None:
        for place in range(shown):
            x = area.x + place * 18 + place // 4 * 10
            box = Rect(x, area.y, 15, 15)
            if place + 1 < shown or closed is not None and place + 1 <= closed:
                draw_icon(canvas, "stamp_full", box, "bar_text", "bar")
            elif closed is None:
                draw_icon(canvas, "stamp_full", box, "bar_text", "bar")
                draw_icon(canvas, "stamp_full", box.inset(1.5), "seal_top", "bar")

    return Picture(draw, ("stamps", shown, closed), max(width, 18), 16)


def bottom_bar(form: Form, hints: Sequence[tuple[str, str]], main: Widget | None, others: Sequence[Widget] = ()) -> Widget:
    """Key hints at the left as far as they fit, buttons at the right; the main one never moves."""
    shown = [Row([Label(f"[[{key}]]", LABEL), Label(words, LABEL)], gap=8) for key, words in hints]
    return Row([Fitting(shown, gap=20), *others, main], gap=12 if form.narrow else 16)


def icon(name: str, side: float = 20, token: str = "ink", paper: str = "card") -> Widget:
    """A small icon as a widget."""
    return Picture(lambda canvas, area: draw_icon(canvas, name, area, token, paper), (name, token, paper), side, side)


def bulleted(texts: Sequence[str], mark: str = "stamp_full") -> Widget:
    """Texts with a small seal before each."""
    rows = [[Box(icon(mark, 10, "seal_top"), w=16), Label(text, wrap=True)] for text in texts]
    return Grid([16, (1.0,)], rows, gap=8, row_gap=6)
