"""The top bar of a game: who, when, cash and the two scores."""

from game.report.goals import has_goals
from game.view.actions import Go
from game.view.frame import BAR_SMALL, BAR_TITLE
from game.view.kit.button import Button
from game.view.kit.layout import Column, Row, Yielding
from game.view.kit.page import Form
from game.view.kit.paint import Canvas
from game.view.kit.pen import Rect
from game.view.kit.text import Style, literal
from game.view.kit.widget import Gap, Widget
from game.view.kit.widgets import CutLabel, Label, Picture, Said
from game.view.panels.goals import short_goals, top_goals
from game.view.pictures.icons import draw_icon
from game.view.pictures.stamp import draw_stamp
from game.view.readings import Scoreline, petals, scoreline
from game.view.stage import Stage
from game.wording.figures import figure

SHORTEST = 96.0  # what is left of a long name before the goals go
YEARS = 3  # of stamps that have room
LIFTED = 0.3  # how much larger a stamp is before it is set down
BAR_BOLD = Style(14, 20, "bold", "bar_text")
BAR_LEAD = Style(20, 28, "bold", "bar_text")


def quarter_top(stage: Stage, form: Form, closed: int | None = None) -> Widget:
    """The top bar of a game: who, when, cash, scores. `closed` names a quarter whose results are shown."""
    session, slot = stage.playing, stage.slot
    line = scoreline(session, slot)
    held = petals(session, slot)
    side = 34 if form.narrow else 46
    number = closed or session.quarter
    stamp = _rose(stage, held, side, closed)
    if form.narrow:
        when_short = Label(stage.say("quarter-short", quarter=number), BAR_LEAD)
        return Row([stamp, when_short, short_goals(stage), Gap(grow=1), *_short_scores(stage, line)], gap=12)
    firm = stage.named(session.setup.scenario.firms[slot].name)
    place = stage.words.choose(session.setup.scenario.about.place)
    who = Column([CutLabel(literal(firm), BAR_TITLE), CutLabel(literal(place), BAR_SMALL)])
    when = Column(
        [
            _stamps(stage, session.quarter if closed is None else closed + 1, closed),
            Label(_when(stage, number, closed), BAR_BOLD),
        ],
        gap=4,
    )
    unit = stage.measures.currency
    goals = Row([_rule(), top_goals(stage)], gap=12) if has_goals(stage) else Gap()
    cells: list[Widget | None] = [stamp, Yielding([who, Gap(16), when, Gap(4), goals], least=SHORTEST, gap=12)]
    cells += [_rule(), _score(stage.say("top-cash"), _cash(stage, line), unit, None)]
    cells += [_rule(), _score(stage.say("top-firm"), _points(stage, "firm", line.firm), "/ 100", line.firm_change)]
    region = _points(stage, "region", line.region)
    cells += [_rule(), _score(stage.say("top-region"), region, "/ 100", line.region_change), _rule()]
    cells += [
        Button("help", stage.say("app-help"), Go("help"), key="F1", kind="bar"),
        Button("menu", stage.say("app-menu"), Go("menu"), key="Esc", kind="bar"),
    ]
    return Row(cells, gap=12)


def _when(stage: Stage, number: int, closed: int | None) -> str:
    quarters = stage.playing.setup.scenario.quarters
    if closed is not None:
        return stage.say("top-closed", quarter=closed)
    if quarters.min == quarters.max:
        return stage.say("top-when-fixed", quarter=number, last=quarters.max)
    return stage.say("top-when", quarter=number, least=quarters.min, most=quarters.max)


def _points(stage: Stage, name: str, value: float | None) -> Said:
    """A score, counted on from what was shown last."""
    return "–" if value is None else lambda: figure(stage.glides.value(f"top {name}", value))


def _cash(stage: Stage, line: Scoreline) -> Said:
    shown = stage.measures
    return lambda: shown.money(stage.glides.value("top cash", line.cash))


def _set_down(stage: Stage, closed: int | None) -> float:
    """How much larger than it will lie a stamp is that is being set down: on the results of a quarter, once."""
    return 0.0 if closed is None else LIFTED * (1 - stage.glides.value(f"set down {closed}", 1.0, begin=0.0))


def _rose(stage: Stage, held: tuple[str, ...], side: float, closed: int | None) -> Widget:
    """The player's guildmark; when a quarter is closed it is set down anew."""

    def draw(canvas: Canvas, area: Rect) -> None:
        lifted = _set_down(stage, closed)
        draw_stamp(canvas, area.inset(-area.w * lifted / 2), held, rests=not lifted)

    made = Picture(draw, lambda: ("rose", held, _set_down(stage, closed)), side, side)
    made.spill = LIFTED * side / 2 + 2
    return made


def _score(label: str, value: Said, unit: str, change: float | None) -> Widget:
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
    unit = stage.measures.currency
    made: list[Widget | None] = [Row([Label(_cash(stage, line), BAR_BOLD), Label(unit, BAR_SMALL)], gap=4)]
    for name, value, change in (
        ("firm", line.firm, line.firm_change),
        ("region", line.region, line.region_change),
    ):
        words = Label(stage.say(f"top-{name}-short"), BAR_SMALL)
        made += [_rule(24), Row([words, Label(_points(stage, name, value), BAR_BOLD), _change(change)], gap=5)]
    return made


def _rule(height: float = 40) -> Widget:
    return Picture(
        lambda canvas, area: canvas.fill(Rect(area.x, area.y, max(1 / canvas.k, 1), area.h), "soft"), "rule", 1, height
    )


def _stamps(stage: Stage, quarter: int, closed: int | None) -> Widget:
    """Played quarters as stamps, four a year; the one now is the seal. How many will follow nobody knows.

    Of a long game the last years stand there, for the bar has no room for more.
    """
    first = max((max(quarter, 1) - 1) // 4 + 1 - YEARS, 0) * 4
    shown = max(quarter, 1) - first
    width = shown * 18 + (shown - 1) // 4 * 10

    def draw(canvas: Canvas, area: Rect) -> None:
        for place in range(shown):
            x = area.x + place * 18 + place // 4 * 10
            box = Rect(x, area.y, 15, 15)
            lifted = _set_down(stage, closed) if first + place + 1 == closed else 0.0
            if lifted:
                box = box.inset(-box.w * lifted / 2)
            if place + 1 < shown or (closed is not None and first + place + 1 <= closed):
                draw_icon(canvas, "stamp_full", box, "bar_text", "bar", rests=not lifted)
            elif closed is None:
                draw_icon(canvas, "stamp_full", box, "bar_text", "bar")
                draw_icon(canvas, "stamp_full", box.inset(1.5), "seal_top", "bar")

    made = Picture(draw, lambda: ("stamps", shown, closed, _set_down(stage, closed)), max(width, 18), 16)
    made.spill = LIFTED * 8 + 2
    return made
