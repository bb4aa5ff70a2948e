"""The news panel and the last result."""

from game.view.actions import Go
from game.view.cards import Item, front
from game.view.frame import bulleted, icon
from game.view.kit.button import Button
from game.view.kit.grid import Grid
from game.view.kit.layout import Box, Column, Fitting, Row
from game.view.kit.page import Form
from game.view.kit.scroll import Scroll
from game.view.kit.text import BIG, BODY, LABEL, LABEL_BOLD, SOFT
from game.view.kit.widget import Gap, Widget
from game.view.kit.widgets import Label, Panel, Picture, Rule
from game.view.neighbours import own_profits
from game.view.news import news_items
from game.view.panels.course import amounts, plotted
from game.view.panels.moved import causes
from game.view.pictures.line_names import Series
from game.view.pictures.vignettes import draw_vignette
from game.view.stage import Stage
from game.wording.figures import figure

SHOWN_NEWS = 5


def news_panel(stage: Stage, form: Form) -> Widget:
    """What happened last quarter and what opens now; the log opens with L."""
    card, lines = front(news_items(stage, stage.playing.quarter))
    items = lines[: SHOWN_NEWS - (card is not None)]
    rows = [[icon(item.icon, 22), Label(item.text, BODY, wrap=True)] for item in items]
    listing: Widget = (
        Grid([24, (1.0,)], rows, gap=12, row_gap=10) if rows else Label(stage.say("news-none"), SOFT, wrap=True)
    )
    if card is not None:
        listing = Column([_card(card, form), *([Rule(), listing] if rows else [])], gap=10)
    if form.narrow:
        return Box(listing, pad=(16, 10))
    inside = Scroll(Box(listing, pad=(16, 10)), form.scroll, "news")
    return Panel(
        stage.say("news-title"),
        inside,
        extras=[Button("log", stage.say("news-log"), Go("log"), key="L", kind="key")],
        pad=0,
        grow=1,
    )


def _card(card: Item, form: Form) -> Widget:
    """A picture beside the headline and who was told before; the sentence and what it does, beside it too if wide."""
    picture = Picture(lambda canvas, area: draw_vignette(canvas, area, card.picture), ("card", card.picture), 84, 60)
    head = Label(f"**{card.head}**" if card.head else card.rest, wrap=True)
    heard = Label(card.heard, LABEL, wrap=True) if card.heard else None
    rest = Label(card.rest, BODY, wrap=True) if card.head and card.rest else None
    effect = Label(card.effect, LABEL_BOLD, wrap=True) if card.effect else None
    if form.narrow:
        return Row([picture, Column([head, rest, effect, heard], gap=2)], gap=14, cross="top")
    return Column([Row([picture, Column([head, heard])], gap=12), rest, effect], gap=4)


def last_panel(stage: Stage, form: Form, *, course: bool = True) -> Widget:
    """Profit of the last quarter, who moved it, and its course where there is room."""
    session, slot = stage.playing, stage.slot
    shown = stage.measures
    if not session.quarters:
        return _before_first(stage, form)
    quarter = len(session.quarters)
    unit = stage.measures.currency
    own = own_profits(session, slot)
    change = own[-1] - own[-2] if len(own) > 1 else None
    head = Row(
        [
            Label(stage.say("last-profit"), wrap=True),
            Gap(grow=1) if change is None else None,
            _moved(stage, change, quarter),
            Label(shown.money(own[-1]), BIG),
            Label(unit, LABEL),
        ],
        gap=6,
    )
    picture = [Gap(2), Rule(), Gap(2), course_chart(stage)] if course else []
    inside = Column([head, causes(stage, quarter), *picture], gap=4, pad=(16, 8))
    if form.narrow:
        return inside
    button = Button("results", stage.say("last-open"), Go("results"), key="R", kind="key")
    return Panel(stage.say("last-title", quarter=quarter), inside, extras=[button], pad=0)


def _before_first(stage: Stage, form: Form) -> Widget:
    """There is no result yet: what to find out in this game."""
    goals = [stage.words.choose(goal) for goal in stage.playing.setup.scenario.about.goals]
    found: Widget = bulleted(goals) if goals else Gap()
    inside = Column([found, Label(stage.say("last-none"), LABEL, wrap=True)], gap=12, pad=(16, 12))
    if form.narrow:
        return inside
    return Panel(stage.say("last-title-none"), Scroll(inside, form.scroll, "goals"), pad=0)


def _moved(stage: Stage, change: float | None, quarter: int) -> Widget | None:
    if change is None:
        return Label(stage.say("moved-on-start"), LABEL, wrap=True)
    shown = stage.measures
    name, token = ("up", "gain") if change >= 0 else ("down", "loss")
    told = Label(stage.say("last-change", value=shown.money(abs(change)), quarter=quarter - 1), LABEL)
    return Fitting([Gap(grow=1), Row([icon(name, 12, token), told], gap=4)])


def course_chart(stage: Stage) -> Widget:
    """Own profit by quarter; what the neighbours earn nobody knows before the debrief."""
    scale = stage.measures.money_scale
    mine = tuple(value * scale for value in own_profits(stage.playing, stage.slot))
    axes = amounts(stage, mine)
    series = [Series(mine, stage.say("chart-you", value=figure(mine[-1], 1)), "you", "you_text", 4)]
    return plotted(stage, "course profit", series, axes, 96)
