"""The ledger: profit as lines that open into their terms, this quarter and the one before."""

from game.view.actions import Flip
from game.view.frame import icon
from game.view.kit.choice import Choosable
from game.view.kit.grid import Grid
from game.view.kit.layout import Box, Column, Row
from game.view.kit.page import Form
from game.view.kit.scroll import Scroll
from game.view.kit.text import BODY, BOLD, LABEL, LABEL_BOLD, LEAD, SMALL_HEAD
from game.view.kit.widget import Gap, Widget
from game.view.kit.widgets import Label, Panel, Rule
from game.view.readings import LedgerLine, ledger
from game.view.stage import Stage

NOTHING = 0.05


def ledger_panel(stage: Stage, form: Form, number: int) -> Widget:
    """This quarter beside the one before; a line opens into its terms, and the lines add up to profit."""
    unit = stage.measures.currency
    lines = ledger(stage.playing, stage.slot, number)
    profit = LedgerLine("profit", 0, _sum(lines, before=True), _sum(lines) or 0.0)
    head = _cells(
        Label(""),
        Label(stage.say("results-quarter", quarter=number - 1) if number > 1 else "", LABEL, align="right"),
        Label(stage.say("results-quarter", quarter=number), LABEL, align="right"),
        Label(stage.say("results-change") if number > 1 else "", LABEL, align="right", wrap=True),
    )
    rows: list[Widget | None] = [Box(head, pad=(16, 4))]
    for line in lines:
        if line.level == 0:
            kids = [kid for kid in lines if kid.parent == line.name]
            rows.append(_parent(stage, line, bool(kids)))
            if stage.is_open("ledger", line.name):
                rows += [Box(_line(stage, kid), fill="inset", radius=0, pad=(16, 3)) for kid in kids]
    total = Box(_line(stage, profit), pad=(16, 8))
    foot = [Rule(double=True, token="ink"), total]
    if form.narrow:
        return Column(
            [Box(Label(stage.say("results-ledger", unit=unit), SMALL_HEAD), pad=(16, 8)), Rule(), *rows, *foot]
        )
    inside = Column([Scroll(Column(rows), form.scroll, "ledger"), *foot])
    return Panel(stage.say("results-ledger-title"), inside, beside=[Label(unit, LABEL)], pad=0)


def _sum(lines: list[LedgerLine], before: bool = False) -> float | None:
    parents = [line for line in lines if line.level == 0]
    if before and any(line.before is None for line in parents):
        return None
    return sum((line.before or 0.0) if before else line.value for line in parents)


def _cells(name: Widget, before: Widget, now: Widget, change: Widget) -> Widget:
    return Grid([(1.0,), 66, 66, 66], [[name, before, now, change]], gap=6)


def _parent(stage: Stage, line: LedgerLine, opens: bool) -> Widget:
    opened = stage.is_open("ledger", line.name)
    inside = Box(_line(stage, line, "down" if opened else "right" if opens else ""), pad=(16, 4))
    if not opens:
        return inside
    return Choosable(
        f"line {line.name}",
        inside,
        Flip("ledger", line.name),
        lambda: False,
        rule=False,
        hint=f"hint-ledger-{line.name}",
    )


def _line(stage: Stage, line: LedgerLine, mark: str = "") -> Widget:
    """A parent, a term under one, or the profit that they add up to."""
    shown = stage.measures
    profit = line.name == "profit"
    style, strong = (BODY, BOLD) if line.level == 0 else (LABEL, LABEL_BOLD)
    change = None if line.before is None else line.value - line.before
    moved = "" if change is None else shown.money(change, sign=True)
    name: Widget = Label(stage.say(f"ledger-{line.name.replace('_', '-')}"), strong if profit else style, wrap=True)
    if not profit:
        name = Row([icon(mark, 12) if mark else Gap(12), name], gap=8)
    return _cells(
        name,
        Label("" if line.before is None else shown.money(line.before), style, align="right", colour="soft"),
        Label(shown.money(line.value), LEAD if profit else strong, align="right"),
        Label(moved, strong if profit else style, align="right", colour=_gain_or_loss(change) if profit else None),
    )


def _gain_or_loss(change: float | None) -> str | None:
    if change is None or abs(change) <= NOTHING:
        return None
    return "gain" if change > 0 else "loss"
