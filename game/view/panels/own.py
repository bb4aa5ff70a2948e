"""The panel of the own firm: a slider for every open decision with last quarter's value beside it, and what is planned."""

from functools import partial

from game.view.actions import Flip, Own
from game.view.frame import icon
from game.view.kit.layout import Box, Column, Gap, Grid, Row, Scroll, Widget
from game.view.kit.text import BOLD, LABEL, LABEL_INK
from game.view.kit.ui import Form
from game.view.kit.widgets import Button, Label, Meter, Panel, Rule, Slider
from game.view.readings import MORE_CONTROLS, Knob, body_rows, measures, open_knobs
from game.view.stage import Stage


def own_panel(stage: Stage, form: Form) -> Widget:
    """The panel with its head, or bare when it has the whole window."""
    knobs = open_knobs(stage.playing, stage.slot)
    main = [knob for knob in knobs if knob.field not in MORE_CONTROLS]
    more = [knob for knob in knobs if knob.field in MORE_CONTROLS]
    rows: list[Widget | None] = [_row(stage, knob) for knob in main]
    if more:
        shown = stage.is_open("own", "more")
        rows.append(Row([Gap(grow=1), Button("more", stage.say("own-less" if shown else "own-more"), Flip("own", "more"), kind="small")]))
        rows += [_row(stage, knob) for knob in more] if shown else []
    if not rows:
        rows.append(Label(stage.say("own-nothing"), LABEL, wrap=True))
    upper = Scroll(Column(rows, gap=6, pad=(16, 8)), form.scroll, "own")
    lower = Box(_planned(stage), fill="inset", radius=8, pad=(16, 10))
    inside = Column([upper, lower])
    if form.narrow:
        return Box(inside, card=True, grow=1)
    return Panel(stage.say("own-title"), inside, extras=[Label("[[F2]]", LABEL)], pad=0, grow=1)


def _row(stage: Stage, knob: Knob) -> Widget:
    """Name and value over slider and last quarter's value."""
    session, slot = stage.playing, stage.slot
    field = knob.field

    def value() -> float:
        return float(getattr(session.decided(slot), field)[0, slot])

    def change() -> str:
        moved = value() - knob.was
        return "" if abs(moved) < knob.step / 2 else knob.change(moved)

    words = stage.say(f"decision-{field.replace('_', '-')}")
    head = Row([Label(words), Gap(grow=1), Label(lambda: knob.show(value()), BOLD, least=knob.show(knob.high)), Label(knob.unit, LABEL)], gap=6)
    slider = Slider(field, value, partial(Own, field), knob.low, knob.high, knob.step, was=knob.was, hint=f"hint-{field.replace('_', '-')}")
    was = Column([Label(lambda: _was(stage, knob, change()), LABEL, align="right", least=stage.say("own-was-change", value=knob.show(knob.high), change=knob.change(-knob.high)))])
    return Column([head, Row([slider, was], gap=10)], gap=0)


def _was(stage: Stage, knob: Knob, change: str) -> str:
    if not change:
        return stage.say("own-was", value=knob.show(knob.was))
    return stage.say("own-was-change", value=knob.show(knob.was), change=change)


def planned(stage: Stage) -> tuple[float, float, float]:
    """Planned payments: own spending, upkeep of capacity, and what is spent together (effort and dues)."""
    session, slot = stage.playing, stage.slot
    decision = session.decided(slot)
    own = float((decision.quality + decision.research + decision.brand)[0, slot])
    capacity = session.rules.scenario.costs.capacity_cost * float(decision.capacity[0, slot])
    together = 0.0
    for row in body_rows(session, slot):
        if decision.join[0, row.j, slot]:
            exponent = float(session.rules.bodies.cost_exponent[row.j])
            together += row.dues + row.full_cost * float(decision.effort[0, row.j, slot]) ** exponent
    return own, capacity, together


def _planned(stage: Stage) -> Widget:
    session, slot = stage.playing, stage.slot
    shown = measures(session)
    cash = max(float(session.seen(slot).cash[0, slot]), 1e-9)
    unit = session.setup.scenario.units.currency
    head = Row([Label(stage.say("own-planned"), BOLD), Gap(grow=1), Label(lambda: shown.money(sum(planned(stage))), BOLD), Label(stage.say("own-of-cash", cash=shown.money(cash), unit=unit), LABEL)], gap=5)
    tokens = ("ink", "grey", "seal_top")
    bar = Meter(lambda: [(part / max(cash, sum(planned(stage))), token) for part, token in zip(planned(stage), tokens, strict=True)])

    def part(place: int, message: str) -> Widget:
        return Row([_swatch(tokens[place]), Label(lambda: stage.say(message, value=shown.money(planned(stage)[place])), LABEL_INK)], gap=5)

    keys = Grid([(1.0,), (1.0,), "auto"], [[part(0, "own-part-own"), part(1, "own-part-capacity"), part(2, "own-part-together")]], gap=6)
    return Column([head, bar, keys], gap=6)


def _swatch(token: str) -> Widget:
    return icon("stamp_full", 12, token)


__all__ = ["Rule", "own_panel", "planned"]
