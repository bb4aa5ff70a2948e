"""Who made the game what it was: the whole path shared out, and who wore the name of the mark."""

import numpy as np

from game.insight.attribution import Attribution
from game.insight.desk import Question
from game.insight.dilution import LEAST, Trail
from game.insight.targets import TARGETS
from game.report.names import firm_names
from game.view.frame import icon
from game.view.kit.grid import Grid
from game.view.kit.layout import Box, Column, Row
from game.view.kit.page import Form
from game.view.kit.paint import Canvas
from game.view.kit.pen import Rect
from game.view.kit.scroll import scrolled
from game.view.kit.text import LABEL, LABEL_BOLD, LABEL_INK, SOFT, Style
from game.view.kit.widget import Gap, Widget
from game.view.kit.widgets import Label, Panel, Picture, Rule
from game.view.panels.course import HUNDRED
from game.view.panels.moved import level_of
from game.view.panels.unsaid import unsaid
from game.view.pictures.causes import draw_cause
from game.view.pictures.chart import Axes, draw_chart
from game.view.pictures.line_names import Series
from game.view.stage import Stage
from game.wording.figures import figure

TRAIL = Question("trail")


def path_question(stage: Stage) -> Question:
    """The whole game against the manager's."""
    return level_of(1, len(stage.playing.quarters))


def path_panel(stage: Stage, form: Form) -> Widget:
    """What own decisions and luck made of the whole game, beyond what the manager would have made of it."""
    waiting = unsaid(stage, path_question(stage))
    rows: list[Widget | None] = [Label(stage.say("trail-path-note"), LABEL, wrap=True)]
    if waiting is not None:
        rows.append(waiting)
    else:
        made: Attribution = stage.reasons.answer(path_question(stage)).value
        scale = stage.measures.money_scale
        unit = stage.measures.currency
        rows.append(_path(stage, made, "profit", scale, unit))
        if not np.isnan(made.after[1]):
            rows += [Rule(), _path(stage, made, "score", 1.0, stage.say("moved-points"))]
        rows += [Rule(), _path(stage, made, "region", 1.0, stage.say("moved-points"))]
    inside = Column(rows, gap=8, pad=(16, 10))
    return Panel(stage.say("trail-path"), scrolled(inside, form, "path"), pad=0, grow=1)


def _path(stage: Stage, made: Attribution, target: str, scale: float, unit: str) -> Widget:
    """Where the manager would have ended, what was added, where it ended."""
    place = TARGETS.index(target)
    before, after = float(made.before[place]) * scale, float(made.after[place]) * scale
    own, luck = made.share("own_decision", target) * scale, made.share("luck", target) * scale
    longest = max(abs(own), abs(luck), 1e-9)
    rows: list[list[Widget | None]] = [
        [Label(stage.say("trail-manager"), LABEL, wrap=True), Gap(), Label(figure(before, 1), LABEL_INK, align="right")]
    ]
    for name, value in (("own", own), ("luck", luck)):
        rows.append(
            [Label(stage.say(f"moved-{name}"), LABEL_INK, wrap=True), _bar(name, value / longest / 2), _signed(value)]
        )
    head = Row(
        [
            Label(stage.say(f"trail-{target}"), LABEL_BOLD, wrap=True),
            Gap(grow=1),
            Label(figure(after, 1), Style(16, 24, "bold")),
            Label(unit, LABEL),
        ],
        gap=6,
    )
    return Column([head, Grid([116, (1.0,), 56], rows, gap=8)], gap=2)


def _bar(name: str, share: float) -> Widget:
    return Picture(lambda canvas, area: draw_cause(canvas, area, name, share, 0.5), (name, share), 40, 22, grow=1)


def _signed(value: float) -> Widget:
    return Label(figure(value, 1, sign=True), LABEL_INK, align="right")


def trail_panel(stage: Stage, form: Form) -> Widget:
    """The name's reputation by quarter, and which firms took most from it."""
    waiting = unsaid(stage, TRAIL)
    if waiting is not None:
        inside: Widget = Column([waiting], pad=(16, 10))
    else:
        made: Trail = stage.reasons.answer(TRAIL).value
        inside = Column(
            [Label(stage.say("trail-note"), LABEL, wrap=True), _reputation(stage, made), *_culprits(stage, made)],
            gap=8,
            pad=(16, 10),
        )
    return Panel(stage.say("trail-title"), scrolled(inside, form, "trail"), pad=0, grow=1)


def _reputation(stage: Stage, made: Trail) -> Widget:
    values = tuple(100 * float(value) for value in made.after)
    axes = Axes(0, 100, HUNDRED, max(len(values), 2), quarter_label=stage.say("quarter-short", quarter="#"))
    words = stage.say("trail-name", value=figure(values[-1]))
    series = [Series(values, words, "brand_mark", "ink", 2.6, marker="triangle")]

    def draw(canvas: Canvas, area: Rect) -> None:
        draw_chart(canvas, area, series, axes)

    return Picture(draw, values, 200, 104)


def _culprits(stage: Stage, made: Trail) -> list[Widget | None]:
    """Firms by what they took from the name, in points: broken effort, and scandals."""
    order = made.culprits(stage.slot)
    if not order:
        return [Label(stage.say("trail-nobody"), SOFT, wrap=True)]
    names = firm_names(stage.words, stage.playing)
    head: list[Widget | None] = [
        Label("", LABEL),
        Label(stage.say("trail-broken"), LABEL, align="right", wrap=True),
        Label(stage.say("trail-scandals"), LABEL, align="right", wrap=True),
    ]
    rows = [head]
    for i in order:
        own = i == stage.slot
        style = Style(14, 20, "bold", "you_text") if own else LABEL_INK
        rows.append(
            [
                Row(
                    [icon("broke", 14), Label(stage.say("together-you") if own else names[i], style, wrap=True)], gap=8
                ),
                Label(figure(100 * float(made.broken[:, i].sum()), 1, sign=True), LABEL_INK, align="right"),
                Label(_scandal(float(made.scandals[:, i].sum())), LABEL_INK, align="right"),
            ]
        )
    return [Box(Grid([(1.0,), 72, 72], rows, gap=8, row_height=24))]


def _scandal(value: float) -> str:
    return figure(100 * value, 1, sign=True) if value < -LEAST else "–"
