"""The region after a quarter: its score, the five parts with what moved each most, and its course so far."""

from game.model.ledger import REGION_PARTS
from game.view.kit.grid import Grid
from game.view.kit.layout import Box, Column, Row
from game.view.kit.page import Form
from game.view.kit.scroll import Scroll
from game.view.kit.text import BODY, BOLD, LABEL, LEAD, SMALL_HEAD
from game.view.kit.widget import Gap, Widget
from game.view.kit.widgets import Label, Panel, Rule
from game.view.panels.course import score_course
from game.view.region import region_reading
from game.view.stage import Stage
from game.wording.figures import figure


def region_panel(stage: Stage, form: Form, number: int) -> Widget:
    """The region score and its five parts with the term that moved each most."""
    reading = region_reading(stage.playing, number)
    rows: list[list[Widget | None]] = []
    for name in REGION_PARTS:
        part = reading.parts[name]
        change = "" if part.change is None else figure(part.change, 1, sign=True)
        why = stage.say("why-mostly", cause=stage.say(f"why-{name}-{part.term}")) if part.term else ""
        words = Column([Label(stage.say(f"part-{name}"), BODY), Label(why, LABEL, wrap=True) if why else None])
        rows.append([words, Label(figure(part.value), BOLD, align="right"), Label(change, LABEL, align="right")])
    score = Row(
        [
            Label(stage.say("results-region-score"), BOLD),
            Gap(grow=1),
            Label(figure(reading.score), LEAD),
            Label(stage.say("results-of-hundred"), LABEL),
        ],
        gap=6,
    )
    stage_words = Label(stage.say("results-stage", stage=stage.say(f"stage-{reading.stage}")), LABEL)
    grid = Grid([(1.0,), 34, 44], rows, gap=8, row_gap=4)
    parts = [score, stage_words if form.narrow else None, Rule(), grid, Rule(), score_course(stage)]
    inside = Column(parts, gap=8, pad=(16, 10))
    if form.narrow:
        return Column([Box(Label(stage.say("results-region"), SMALL_HEAD), pad=(16, 8)), Rule(), inside])
    scroll = Scroll(inside, form.scroll, "results region")
    return Panel(stage.say("results-region"), scroll, extras=[stage_words], pad=0)
