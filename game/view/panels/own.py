"""The panel of the own firm: a slider for every open decision, last quarter's value beside it, and what is planned."""

from collections.abc import Sequence
from functools import partial

from game.view.actions import Flip, Own
from game.view.frame import icon
from game.view.kit.button import Button
from game.view.kit.choice import Segmented
from game.view.kit.grid import Grid
from game.view.kit.layout import Box, Column, Flow, Row
from game.view.kit.page import Form
from game.view.kit.scroll import Scroll
from game.view.kit.slider import Slider
from game.view.kit.text import BOLD, LABEL, LABEL_BOLD, LABEL_INK
from game.view.kit.widget import Gap, Widget
from game.view.kit.widgets import Label, Meter, Panel, Rule
from game.view.panels.goals import goal_strip
from game.view.panels.preview import estimate_line
from game.view.readings import DIFFER, FOLLOW, MORE_CONTROLS, STAY, BodyRow, Knob, body_rows, open_knobs, position_goals
from game.view.stage import Stage
from game.wording.figures import percent


def own_panel(stage: Stage, form: Form) -> Widget:
    """The panel with its head, or bare when it has the whole window."""
    knobs = open_knobs(stage.playing, stage.slot)
    main = [knob for knob in knobs if knob.field not in MORE_CONTROLS]
    more = [knob for knob in knobs if knob.field in MORE_CONTROLS]
    widest = max((_was(stage, knob, -knob.high / 4) for knob in knobs), key=len, default="")
    rows: list[Widget | None] = [_row(stage, knob, widest) for knob in main]
    movable = stage.playing.rules.is_open("position", stage.playing.quarter)
    if more or movable:
        shown = stage.is_open("own", "more")
        words = stage.say("own-less" if shown else "own-more")
        rows.append(Row([Gap(grow=1), Button("more", words, Flip("own", "more"), key="O", kind="key")]))
        rows += [_row(stage, knob, widest) for knob in more] if shown else []
        rows += [_position(stage)] if shown and movable else []
    if not rows:
        rows.append(Label(stage.say("own-nothing"), LABEL, wrap=True))
    rows += [*_standing(stage), *goal_strip(stage)]
    upper = Scroll(Column(rows, gap=4, pad=(16, 10)), form.scroll, "own")
    lower = Box(_planned(stage, form), fill="inset", radius=8, pad=(16, 10))
    inside = Column([upper, lower])
    if form.narrow:
        return Box(inside, card=True, grow=1)
    return Panel(stage.say("own-title"), inside, extras=[Label("[[F2]]", LABEL)], pad=0, grow=1)


def _row(stage: Stage, knob: Knob, widest: str) -> Widget:
    """Name and value over slider and last quarter's value."""
    session, slot = stage.playing, stage.slot
    field = knob.field

    def value() -> float:
        return float(getattr(session.decided(slot), field)[0, slot])

    def was() -> str:
        if field == "price" and session.quarters and value() < session.seen(slot).unit_cost[0, slot]:
            return stage.say("own-below-cost")
        return _was(stage, knob, value() - knob.was)

    words = stage.say(f"decision-{field.replace('_', '-')}")
    unit = stage.named(knob.unit)
    shown = Label(lambda: f"**{knob.show(value())}** __{unit}__", align="right", grow=1)
    hint = f"hint-{field.replace('_', '-')}"
    slider = Slider(field, value, partial(Own, field), knob.low, knob.high, knob.step, was=knob.was, hint=hint)
    before = Label(was, LABEL, align="right", least=widest, wrap=True)
    return Column([Row([Label(words, wrap=True), shown], gap=6), Row([slider, before], gap=10)])


def _position(stage: Stage) -> Widget:
    """Where the product moves to: towards what the others sell, nowhere, or away from it."""
    session, slot = stage.playing, stage.slot
    goals = position_goals(session, slot)

    def chosen() -> str:
        goal = float(session.decided(slot).position[0, slot])
        return min(goals, key=lambda name: abs(goals[name] - goal))

    options = [(name, stage.say(f"own-position-{name}")) for name in (FOLLOW, STAY, DIFFER)]
    choose = Segmented("position", options, chosen, lambda name: Own("position", goals[name]), hint="hint-position")
    return Column([Label(stage.say("decision-position")), choose], gap=2)


def _standing(stage: Stage) -> list[Widget | None]:
    """How the firm stood after the last quarter: what it sold and turned away, its share, its unit cost."""
    session, slot = stage.playing, stage.slot
    if not session.quarters:
        return []
    seen, shown = session.seen(slot), stage.measures
    sold, orders, capacity = (float(held[0, slot]) for held in (seen.sales, seen.demand, seen.capacity))
    facts = [
        (
            "sold",
            stage.say("own-sold-of", sold=shown.volume(sold), capacity=shown.volume(capacity)),
            shown.volume_unit,
        ),
        ("missed", shown.volume(max(orders - sold, 0.0)), shown.volume_unit),
        ("share", percent(float(seen.share_in_nest[0, slot])), "%"),
        ("cost", shown.price(float(seen.unit_cost[0, slot])), shown.price_unit),
    ]
    loan = float(seen.loan[0, slot])
    if loan > 0:
        facts.append(("loan", shown.money(loan), shown.currency))
    rows = [
        Flow([Label(stage.say(f"own-{name}"), LABEL), Label(f"**{value}** __{unit}__", LABEL, align="right")], gap=8)
        for name, value, unit in facts
    ]
    return [
        Gap(4),
        Rule(),
        Label(stage.say("own-standing", quarter=len(session.quarters)), LABEL_BOLD),
        Column(rows),
    ]


def _was(stage: Stage, knob: Knob, moved: float) -> str:
    """Last quarter's value, and a triangle with the change where there is one."""
    start = "own-start" if stage.playing.quarter == 1 else "own-was"
    if abs(moved) < knob.step / 2:
        return stage.say(start, value=knob.show(knob.was))
    way = "up" if moved > 0 else "down"
    return stage.say(f"{start}-change", value=knob.show(knob.was), way=way, change=knob.show(abs(moved)))


def planned(stage: Stage, rows: Sequence[BodyRow]) -> tuple[float, float, float]:
    """Planned payments: own spending, upkeep of capacity, and what is spent together (effort and dues)."""
    session, slot = stage.playing, stage.slot
    decision = session.decided(slot)
    own = float((decision.quality + decision.research + decision.brand)[0, slot])
    capacity = session.rules.scenario.costs.capacity_cost * float(decision.capacity[0, slot])
    together = 0.0
    for row in rows:
        if decision.join[0, row.j, slot]:
            exponent = float(session.rules.bodies.cost_exponent[row.j])
            together += row.dues + row.full_cost * float(decision.effort[0, row.j, slot]) ** exponent
    return own, capacity, together


def _planned(stage: Stage, form: Form) -> Widget:
    session, slot = stage.playing, stage.slot
    shown = stage.measures
    cash = max(float(session.seen(slot).cash[0, slot]), 1e-9)
    unit = stage.measures.currency
    of_cash = stage.say("own-of-cash", cash=shown.money(cash), unit=unit)
    costs = partial(planned, stage, body_rows(session, slot))  # the rows stand for the quarter, whatever is drafted
    total = Label(lambda: f"**{shown.money(sum(costs()))}** __{of_cash}__", align="right", grow=1, wrap=True)
    tokens = ("ink", "grey", "seal_mark")

    def parts() -> list[tuple[float, str]]:
        held = costs()
        whole = max(cash, sum(held))
        return [(part / whole, token) for part, token in zip(held, tokens, strict=True)]

    def part(place: int, message: str) -> Widget:
        words = Label(lambda: stage.say(message, value=shown.money(costs()[place])), LABEL_INK, wrap=True)
        return Row([icon("stamp_full", 12, tokens[place]), words], gap=6)

    own, capacity, together = part(0, "own-part-own"), part(1, "own-part-capacity"), part(2, "own-part-together")
    head = Row([Label(stage.say("own-planned"), BOLD), total], gap=6)
    estimate = estimate_line(stage)
    if form.narrow:
        return Column([head, estimate], gap=4)
    return Column(
        [head, Meter(parts), Grid([(1.0,), (1.0,)], [[own, capacity], [together, None]], gap=8), estimate], gap=6
    )
