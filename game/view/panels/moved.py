"""Who moved it: the change of a quarter, or its level, shared out between own choice, others, what was there, luck."""

from collections.abc import Sequence
from functools import partial

import numpy as np

from game.engine.town_hall import YEAR
from game.insight.attribution import Attribution
from game.insight.desk import Question
from game.report.causes import begun_event, own_choice
from game.report.names import firm_names, word_cause
from game.session.session import Quarter
from game.view.actions import Flip, Pick
from game.view.frame import icon
from game.view.kit.choice import Choosable, Segmented
from game.view.kit.grid import Grid
from game.view.kit.layout import Box, Column, Row
from game.view.kit.page import Form
from game.view.kit.paint import Canvas
from game.view.kit.pen import Rect
from game.view.kit.scroll import Scroll
from game.view.kit.text import BODY, LABEL, LABEL_INK, LEAD, SMALL_HEAD
from game.view.kit.widget import Gap, Widget
from game.view.kit.widgets import Label, Panel, Picture, Rule
from game.view.panels.unsaid import unsaid
from game.view.pictures.causes import draw_cause
from game.view.stage import Stage
from game.wording.figures import figure

CHANGE, LEVEL, OF_YEAR = "change", "level", "year"
SHOWN_NAMES = 2
NOTHING = 0.05
LEAST_SPAN = 1.0  # of money or points that the whole width stands for at least, so that nothing looks like much
Shares = list[tuple[str, float]]


def change_of(quarter: int) -> Question:
    """Why a quarter was not like the one before."""
    return Question(CHANGE, (quarter,))


def level_of(first: int, last: int) -> Question:
    """What a path came to beyond what the manager would have made of it."""
    return Question(LEVEL, (first, last))


def asked_of(stage: Stage, number: int) -> Question:
    """What the panel wants to know."""
    kind = _kind(stage, number)
    return change_of(number) if kind == CHANGE else level_of(number - YEAR + 1 if kind == OF_YEAR else number, number)


def _kind(stage: Stage, number: int) -> str:
    """What is compared; a year only at its end."""
    picked = str(stage.pick("moved", CHANGE))
    return picked if picked != OF_YEAR or number % YEAR == 0 else LEVEL


def moved_panel(stage: Stage, form: Form, number: int) -> Widget:
    """Profit and region score, each shared out exactly, and the plainest instance of what moved profit most."""
    question = asked_of(stage, number)
    kind = _kind(stage, number)
    kinds = (CHANGE, LEVEL, OF_YEAR) if number % YEAR == 0 else (CHANGE, LEVEL)
    which = Segmented(
        "moved",
        [(name, stage.say(f"moved-by-{name}")) for name in kinds],
        lambda: _kind(stage, number),
        partial(Pick, "moved"),
        hint="hint-moved",
    )
    against = (
        stage.say("moved-on-routine")
        if kind != CHANGE
        else stage.say("moved-on", quarter=number - 1)
        if number > 1
        else stage.say("moved-on-start")
    )
    waiting = unsaid(stage, question)
    if waiting is not None:
        parts: list[Widget | None] = [waiting]
    else:
        made: Attribution = stage.reasons.answer(question).value
        parts = shared_out(stage, made, kind == CHANGE)
        if kind == CHANGE:
            parts.insert(1, Box(Label(_why(stage, made, number), LABEL_INK, wrap=True), fill="inset", pad=(12, 8)))
    head = Row([Label(against, LABEL, wrap=True, grow=1), which], gap=8)
    inside = Column([head, *parts], gap=8, pad=(16, 8))
    if form.narrow:
        return Column([Box(Label(stage.say("moved-title"), SMALL_HEAD), pad=(16, 8)), Rule(), inside])
    return Panel(stage.say("moved-title"), Scroll(inside, form.scroll, "who moved it"), pad=0)


def shared_out(stage: Stage, made: Attribution, opens: bool) -> list[Widget | None]:
    """A block for profit and one for the region; both axes stand at one place."""
    scale = stage.measures.money_scale
    profit, region = _shares(stage, made, "profit", scale), _shares(stage, made, "region", 1.0)
    axis = _axis([profit, region])
    unit = stage.measures.currency
    return [
        _block(stage, "profit", profit, unit, axis, opens),
        Rule(),
        _block(stage, "region", region, stage.say("moved-points"), axis, opens),
    ]


def shared(stage: Stage, number: int, target: str) -> dict[str, float]:
    """Own choice, others, inherited and luck in the change of a target; empty until it is worked out."""
    made: Attribution | None = stage.reasons.answer(change_of(number)).value
    if made is None:
        return {}
    return {name: value for name, value in _shares(stage, made, target, 1.0) if "-" not in name}


def causes(stage: Stage, number: int) -> Widget:
    """Who moved profit, alone and small."""
    question = change_of(number)
    waiting = unsaid(stage, question)
    if waiting is not None:
        return waiting
    block = _shares(stage, stage.reasons.answer(question).value, "profit", stage.measures.money_scale)
    return Column(_rows(stage, "last", [line for line in block if "-" not in line[0]], _axis([block]), opens=False))


def _shares(stage: Stage, made: Attribution, target: str, scale: float) -> Shares:
    share = {name: made.share(name, target) * scale for name in made.factors}
    if "others_decisions" not in share:
        return [("own", share["own_decision"]), ("luck", share["luck"])]
    rows = [
        ("own", share["own_decision"]),
        ("others", share["others_decisions"]),
        ("inherited", share["own_stocks"] + share["common_stocks"]),
    ]
    if stage.is_open("moved", "inherited"):
        rows += [("inherited-own", share["own_stocks"]), ("inherited-common", share["common_stocks"])]
    return [*rows, ("luck", share["luck"])]


def _axis(blocks: Sequence[Shares]) -> float:
    """Where the axis stands, as a share of the width, so that the bars of all blocks have room on both sides."""
    parts = []
    for block in blocks:
        left = max((-value for _, value in block if value < 0), default=0.0)
        right = max((value for _, value in block if value > 0), default=0.0)
        parts.append(left / (left + right) if left + right > 0 else 0.5)
    return min(max(sum(parts) / len(parts), 0.15), 0.85)


def _block(stage: Stage, target: str, block: Shares, unit: str, axis: float, opens: bool) -> Widget:
    total = sum(value for name, value in block if not name.startswith("inherited-"))
    head = Row(
        [
            Label(stage.say(f"moved-{target}"), SMALL_HEAD),
            Gap(grow=1),
            Label(figure(total, 1, sign=True), LEAD),
            Label(unit, LABEL),
        ],
        gap=6,
    )
    return Column([head, *_rows(stage, target, block, axis, opens)], gap=2)


def _rows(stage: Stage, target: str, block: Shares, axis: float, opens: bool) -> list[Widget]:
    longest = max((abs(value) / (axis if value < 0 else 1 - axis) for _, value in block), default=0.0)
    longest = max(longest, LEAST_SPAN)
    return [_row(stage, target, name, value, value / longest, axis, opens) for name, value in block]


def _row(stage: Stage, target: str, name: str, value: float, share: float, axis: float, opens: bool) -> Widget:
    """A cause: its name, its bar, its figure; what is inherited opens into own and common stocks."""
    inner = name.startswith("inherited-")
    kind = "inherited" if inner else name
    words: Widget = Label(stage.say(f"moved-{name}"), LABEL if inner else BODY, wrap=True)
    opened = stage.is_open("moved", "inherited")
    opens = opens and name == "inherited"
    if opens:
        words = Row([words, icon("down" if opened else "right", 10)], gap=6)
    quantity = f"cause {len(stage.playing.quarters)} {target} {name}"

    def grown() -> float:
        return stage.glides.value(quantity, share, begin=0.0)

    def draw(canvas: Canvas, area: Rect) -> None:
        draw_cause(canvas, area, kind, grown(), axis, rests=grown() == share)

    bar = Picture(draw, lambda: (kind, round(grown(), 4), axis), 40, 26, grow=1)
    line = Grid([124, (1.0,), 58], [[words, bar, Label(figure(value, 1, sign=True), align="right")]], gap=8)
    if not opens:
        return line
    return Choosable(f"open {target}", line, Flip("moved", "inherited"), lambda: False, rule=False)


def _why(stage: Stage, made: Attribution, number: int) -> str:
    """The plainest instance of the cause that moved profit most in the direction it went."""
    session = stage.playing
    total = float(made.after[0] - made.before[0])
    share = {
        "own": made.share("own_decision", "profit"),
        "others": made.share("others_decisions", "profit"),
        "inherited": made.inherited("profit"),
        "luck": made.share("luck", "profit"),
    }
    sign = 1 if total >= 0 else -1
    most = max(share, key=lambda name: sign * share[name])
    if abs(share[most]) * stage.measures.money_scale < NOTHING:
        return stage.say("moved-why-nothing")
    now = session.quarters[number - 1]
    before = session.quarters[number - 2] if number > 1 else None
    if most == "own":
        return _own(stage, before, now)
    if most == "others":
        return _others(stage, before, now, total >= 0)
    if most == "luck":
        return _luck(stage, now, total >= 0)
    return stage.say("moved-why-inherited")


def _own(stage: Stage, before: Quarter | None, now: Quarter) -> str:
    if before is None:
        return stage.say("moved-why-own-first")
    cause = own_choice(stage.playing.rules, before, now, stage.slot)
    if cause is None:
        return stage.say("moved-why-own-plain")
    return stage.say("moved-why-own", cause=word_cause(stage, cause))


def _others(stage: Stage, before: Quarter | None, now: Quarter, better: bool) -> str:
    """Firms that changed between keeping and breaking in the direction that profit went."""
    if before is not None:
        member = before.outcome.membership.member[0] & now.outcome.membership.member[0]
        kept, kept_before = now.outcome.games.kept[0], before.outcome.games.kept[0]
        turned = member & (kept & ~kept_before if better else kept_before & ~kept)
        slots = [int(i) for i in np.flatnonzero(turned.any(axis=0)) if i != stage.slot]
        names = firm_names(stage.words, stage.playing, now.seen)
        if slots:
            shown = stage.listed(names[i] for i in slots[:SHOWN_NAMES])
            message = "moved-why-others-kept" if better else "moved-why-others-broke"
            return stage.say(message, names=shown, more=max(len(slots) - SHOWN_NAMES, 0))
    return stage.say("moved-why-others-plain")


def _luck(stage: Stage, now: Quarter, better: bool) -> str:
    event = begun_event(stage.playing.rules, now, better)
    if event:
        return stage.say("moved-why-luck-event", event=stage.named(event))
    if now.outcome.weather.recession_begun[0] and not better:
        return stage.say("moved-why-luck-recession")
    return stage.say("moved-why-luck-plain")
