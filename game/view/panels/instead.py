"""What if: another decision for a quarter, played or to come, set beside the one that was made."""

from dataclasses import dataclass

from game.model.decision import Decision
from game.model.sheet import Sheet
from game.view.actions import Pick, Several
from game.view.frame import icon
from game.view.kit.choice import Segmented, Toggle
from game.view.kit.grid import Grid
from game.view.kit.layout import Column, Row
from game.view.kit.slider import Slider
from game.view.kit.text import BOLD, LABEL, LABEL_BOLD
from game.view.kit.widget import Gap, Widget
from game.view.kit.widgets import Label, Rule
from game.view.readings import MORE_CONTROLS, Knob, open_knobs
from game.view.stage import Stage


@dataclass(frozen=True, eq=False)
class Supposed:
    """A quarter, what was decided in it (or is in the draft), and the sheet that is tried instead."""

    quarter: int
    ahead: bool
    made: Sheet
    decision: Decision
    sheet: Sheet

    @property
    def changed(self) -> bool:
        """Whether something else is tried."""
        return self.sheet != self.made


def supposed(stage: Stage) -> Supposed:
    """What is being tried: first the quarter just played, or from the quarter's own screen the coming one."""
    session, slot = stage.playing, stage.slot
    last = len(session.quarters)
    quarter = min(max(int(stage.pick("if_quarter", last)), 1), last + (not session.finished))
    ahead = quarter > last
    made = session.draft(slot) if ahead else session.quarters[quarter - 1].sheets.get(slot) or Sheet()
    decision = session.decided(slot) if ahead else session.quarters[quarter - 1].decision
    sheet: Sheet | None = stage.pick("if_sheet")
    return Supposed(quarter, ahead, made, decision, made if sheet is None else sheet)


def choose_quarter(quarter: int) -> Several:
    """Look at another quarter; nothing is tried in it yet."""
    return Several((Pick("if_quarter", quarter), Pick("if_sheet", None)))


def instead(stage: Stage) -> Widget:
    """Quarter, ready-made plans, own controls and institutions, each with a mark at what was decided."""
    now = supposed(stage)
    session = stage.playing
    last = len(session.quarters) + (not session.finished)
    options = [(quarter, stage.say("results-quarter", quarter=quarter)) for quarter in range(1, last + 1)]
    which = Segmented("if quarter", options, lambda: now.quarter, choose_quarter, grow=0)
    about = stage.say("whatif-ahead" if now.ahead else "whatif-played", quarter=now.quarter)
    rows: list[Widget | None] = [which, Label(about, LABEL, wrap=True), _ready(stage, now), Rule()]
    rows += [row for j in _bodies(stage, now) for row in _body(stage, now, j)]
    knobs = open_knobs(session, stage.slot, now.decision, now.quarter)
    own = [_knob(stage, knob) for knob in knobs if knob.field not in MORE_CONTROLS]
    rows += [Rule(), Grid([84, (1.0,), "auto"], own, gap=10, row_gap=6)]
    return Column(rows, gap=6, pad=(16, 10))


def _bodies(stage: Stage, now: Supposed) -> list[int]:
    bodies = stage.playing.rules.bodies
    return [j for j in range(len(bodies.names)) if bodies.opens[j] <= now.quarter]


def _try(sheet: Sheet) -> Pick:
    return Pick("if_sheet", sheet)


def _ready(stage: Stage, now: Supposed) -> Widget:
    """As it was, keeping everywhere, breaking everywhere."""
    names = [stage.playing.rules.bodies.names[j] for j in _bodies(stage, now)]
    keep = {"join": dict.fromkeys(names, True), "effort": dict.fromkeys(names, 1.0)}
    plans: dict[str, Sheet] = {"as-made": now.made}
    if names:
        plans["keep"] = now.sheet.model_copy(update=keep)
        plans["break"] = now.sheet.model_copy(update={"effort": dict.fromkeys(names, 0.0)})
    options = [(name, stage.say(f"whatif-{name}")) for name in plans]

    def chosen() -> str:
        tried = supposed(stage).sheet
        return next((name for name, sheet in plans.items() if sheet == tried), "")

    return Segmented("if plan", options, chosen, lambda name: _try(plans[name]), grow=0)


def _body(stage: Stage, now: Supposed, j: int) -> list[Widget | None]:
    """An institution: in or out, and effort; the mark is what was decided."""
    name, slot = stage.playing.rules.bodies.names[j], stage.slot
    was_in, was = bool(now.decision.join[0, j, slot]), float(now.decision.effort[0, j, slot])

    def member() -> bool:
        return bool(supposed(stage).sheet.join.get(name, was_in))

    def effort() -> float:
        return float(supposed(stage).sheet.effort.get(name, was))

    def join(wanted: bool) -> Pick:
        sheet = supposed(stage).sheet
        return _try(sheet.model_copy(update={"join": {**sheet.join, name: wanted}}))

    def give(value: float) -> Pick:
        sheet = supposed(stage).sheet
        return _try(sheet.model_copy(update={"effort": {**sheet.effort, name: value}}))

    toggle = Toggle(f"if member {name}", member, join, stage.say("together-member"), stage.say("together-out"))
    head = Row([icon(name, 22), Label(stage.say(f"body-{name}"), BOLD, wrap=True), Gap(grow=1), toggle], gap=8)
    slider = Slider(f"if effort {name}", effort, give, 0.0, 1.0, 0.05, was=was if was_in else None, hint="hint-effort")
    value = Label(lambda: f"**{100 * effort():.0f}** %" if member() else "–", align="right", least="100 %")
    return [head, Row([slider, value], gap=10)]


def _knob(stage: Stage, knob: Knob) -> list[Widget]:
    """An own control: its name, a slider, its figure, which has room for the widest that it may come to."""

    def value() -> float:
        held = getattr(supposed(stage).sheet, knob.field)
        return knob.was if held is None else float(held)

    def send(wanted: float) -> Pick:
        return _try(supposed(stage).sheet.model_copy(update={knob.field: wanted}))

    words = Label(stage.say(f"decision-{knob.field.replace('_', '-')}"), LABEL_BOLD, wrap=True)
    unit = stage.named(knob.unit)

    def told(held: float) -> str:
        return f"**{knob.show(held)}** __{unit}__"

    shown = Label(lambda: told(value()), align="right", least=told(knob.high))
    slider = Slider(f"if {knob.field}", value, send, knob.low, knob.high, knob.step, was=knob.was)
    return [words, slider, shown]


def adopt(stage: Stage) -> "Sheet | None":
    """The plan for the coming quarter that may be taken over, if one is tried."""
    now = supposed(stage)
    return now.sheet if now.ahead and now.changed else None
