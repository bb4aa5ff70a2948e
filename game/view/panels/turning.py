"""The timeline of a game: both scores by quarter, numbered stamps where it turned, and what happened there."""

from collections.abc import Sequence
from functools import partial

from game.insight.desk import Question
from game.report.points import Point, told_points
from game.view.actions import Go, Pick, Several
from game.view.kit.choice import Choosable
from game.view.kit.layout import Box, Column, Row
from game.view.kit.paint import Canvas
from game.view.kit.pen import Rect
from game.view.kit.text import LABEL, LABEL_BOLD, SOFT, Style
from game.view.kit.widget import Gap, Widget
from game.view.kit.widgets import Label, Picture, Rule
from game.view.panels.course import hundred, score_series
from game.view.panels.instead import choose_quarter
from game.view.pictures.chart import draw_chart, frame_of
from game.view.pictures.icons import draw_icon
from game.view.stage import Stage

TURNING = Question("turning")


def points_of(stage: Stage) -> list[Point]:
    """The turning points worked out from the game played again; until then, or where it can't be, from its record."""
    return told_points(stage, stage.reasons.answer(TURNING).value)


def course(stage: Stage) -> Widget:
    """Both scores by quarter, with numbered stamps at the turning points."""
    series, axes, points = score_series(stage), hundred(stage), points_of(stage)

    def draw(canvas: Canvas, area: Rect) -> None:
        lower = Rect(area.x, area.y + 22, area.w, area.h - 22)
        draw_chart(canvas, lower, series, axes)
        frame = frame_of(canvas, lower, axes, series)
        height = area.h - 52
        for place, x in _apart([frame.x(point.quarter) for point in points]):
            stroke = Rect(frame.x(points[place].quarter) - 1, area.y + 24, 2, height)
            canvas.shape("turning line", stroke, lambda pen: pen.dashes([(1, 0), (1, height)], "edge", 1.2, 3, 3))
            _number(canvas, Rect(x - 12, area.y, 24, 24), place + 1, points[place].gain)

    return Picture(draw, (tuple(item.values for item in series), tuple(points)), 300, 120, grow=1)


def _apart(places: Sequence[float], least: float = 27.0) -> list[tuple[int, float]]:
    """Places of the stamps, moved apart where two turning points are of one quarter."""
    made: list[tuple[int, float]] = []
    for place, x in enumerate(places):
        made.append((place, max(x, made[-1][1] + least) if made else x))
    return made


def _number(canvas: Canvas, area: Rect, number: int, gain: bool) -> None:
    """A stamp with a number: filled for a gain, hollow for a loss."""
    draw_icon(canvas, "stamp_full", area, "ink", "card")
    if not gain:
        draw_icon(canvas, "stamp_full", area.inset(2), "card", "card")
    canvas.text(str(number), area, Style(14, 20, "bold", "on_ink" if gain else "ink"), "center", wrap=False)


def _stamp(number: int, gain: bool, canvas: Canvas, area: Rect) -> None:
    _number(canvas, area, number, gain)


def point_cells(stage: Stage) -> list[Widget]:
    """A cell for each: what happened, what hung on it; it opens on the quarter decided otherwise."""
    made: list[Widget] = []
    for place, point in enumerate(points_of(stage)):
        said = point.said[:1].upper() + point.said[1:]
        text = Column([Label(said, LABEL_BOLD, wrap=True), Label(point.moved, LABEL, wrap=True)])
        stamp = Picture(partial(_stamp, place + 1, point.gain), (place, point.gain), 26, 26)
        inside = Column([Rule(token="ink"), Row([stamp, Box(text, grow=1)], gap=8, cross="top"), Gap(2)], gap=6)
        look_at = Several((Go("whatif"), *choose_quarter(point.quarter).actions, Pick("focus", "if quarter")))
        made.append(Choosable(f"turn {place}", inside, look_at, lambda: False, rule=False, hint="hint-turning"))
    if not made:
        made.append(Label(stage.say("debrief-no-turning"), SOFT, wrap=True))
    return made
