"""The timeline of a game: both scores by quarter, numbered stamps where it turned, and what happened there."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from game.insight.desk import Question
from game.insight.turning import Choice, Turn
from game.report.debrief import turning_points
from game.view.actions import Go, Pick, Several
from game.view.headline import word_cause
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
from game.wording.figures import figure, percent

TURNING = Question("turning")
RISES = (Turn.BRAND_STARTS, Turn.BRAND_FORMED, Turn.RECOVERY)


@dataclass(frozen=True)
class Point:
    """A turning point in words: the quarter, what happened, what hung on it, and whether it was a gain."""

    quarter: int
    said: str
    moved: str
    gain: bool


def points_of(stage: Stage) -> list[Point]:
    """The turning points worked out from the game played again; until then, or where it can't be, from its record."""
    answer = stage.reasons.answer(TURNING)
    if answer.value is None:
        return _recorded(stage)
    made = []
    for point in answer.value:
        own = point.kind is Turn.OWN_CHOICE
        body = stage.say(f"body-the-{point.body}") if point.body else ""
        said = _choice(stage, point.choice) if own else stage.say(f"turning-{point.kind}", body=body)
        region = stage.say("turning-region", quarter=point.quarter, region=figure(point.region, 1, sign=True))
        moved = _moved(stage, "turning-own", point.quarter, point.score, point.region) if own else region
        gain = point.score + point.region >= 0 if own else point.kind in RISES
        made.append(Point(point.quarter, said, moved, gain))
    return made


def _choice(stage: Stage, choice: Choice | None) -> str:
    """What the seat decided otherwise than its manager would have."""
    if choice is None:
        return stage.say("turning-own_choice")
    shown = stage.measures
    body = stage.say(f"body-the-{choice.body}") if choice.body else ""
    if choice.field == "join":
        return stage.say("turning-joined" if choice.own else "turning-stayed-out", body=body)
    show, unit = {
        "effort": (percent, "%"),
        "price": (shown.price, shown.price_unit),
        "capacity": (shown.volume, shown.volume_unit),
    }.get(choice.field, (shown.money, shown.currency))
    words = stage.say(f"decision-{choice.field}") if choice.field != "effort" else body
    return stage.say("turning-choice", what=words, own=show(choice.own), manager=show(choice.manager), unit=unit)


def _recorded(stage: Stage) -> list[Point]:
    return [
        Point(
            point.quarter,
            word_cause(stage, point.cause),
            _moved(stage, "debrief-points", point.quarter, point.firm, point.region),
            point.firm + point.region >= 0,
        )
        for point in turning_points(stage.playing, stage.slot)
    ]


def _moved(stage: Stage, message: str, quarter: int, firm: float, region: float) -> str:
    return stage.say(message, quarter=quarter, firm=figure(firm, 1, sign=True), region=figure(region, 1, sign=True))


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
