"""Would breaking still pay? The gain from it against what it is expected to cost, now and with a motion in force.

A motion that is being written changes under the hand, so every figure is asked for again when it is painted.
"""

from collections.abc import Callable
from functools import lru_cache, partial

from game.insight.by_laws import Breaking, breaking
from game.model.town import Proposal
from game.view.kit.layout import Box, Column, Row
from game.view.kit.paint import Canvas
from game.view.kit.pen import Rect
from game.view.kit.text import LABEL, LABEL_INK
from game.view.kit.widget import Widget
from game.view.kit.widgets import Label, Picture
from game.view.pictures.hall import draw_gauge
from game.view.stage import Stage

Asked = Callable[[], Proposal]
CLOSE = 0.05  # a bar's longest part leaves this much of its width free

Reckoned = Callable[[], Breaking | None]


def _reckoned(stage: Stage, asked: Asked) -> Reckoned:
    """The reckoning of what is asked for now, done once for every value."""
    session = stage.playing
    held = lru_cache(maxsize=4)(partial(breaking, session.rules, session.seen(stage.slot), stage.slot))
    return lambda: held(asked())


def breaking_rows(stage: Stage, asked: Asked) -> list[Widget | None]:
    """Three bars under one tick, the gain, and a plain sentence; nothing for motions that have no part in it."""
    reckoned = _reckoned(stage, asked)
    if reckoned() is None:
        return []
    cost = "award" if asked().kind == "floor" else "fine"
    gain = "hall-gain-contract" if cost == "award" else "hall-gain"
    made: list[Widget | None] = []
    for words, field, look in (
        (gain, "gain", "solid"),
        (f"hall-{cost}-now", "now", "empty"),
        (f"hall-{cost}-then", "then", "hatched"),
    ):
        made += _bar(stage, reckoned, stage.say(words), field, look)
    verdict = Label(lambda: _verdict(stage, asked(), reckoned()), LABEL_INK, wrap=True)
    return [*made, Box(verdict, fill="inset", radius=6, pad=(12, 8))]


def _bar(stage: Stage, reckoned: Reckoned, words: str, field: str, look: str) -> list[Widget | None]:
    shown = stage.measures

    def value() -> float:
        return float(getattr(reckoned(), field))

    def parts() -> tuple[float, float]:
        held = reckoned()
        most = max(held.gain, held.now, held.then, 1e-9) / (1 - CLOSE) if held is not None else 1.0
        return value() / most, held.gain / most if held is not None else 0.0

    def draw(canvas: Canvas, area: Rect) -> None:
        part, tick = parts()
        draw_gauge(canvas, area, part, tick, look)

    said = Label(lambda: f"**{shown.money(value())}** __{shown.currency}__", LABEL_INK, align="right", grow=1)
    head = Row([Label(words, LABEL_INK, wrap=True), said], gap=8)
    return [Column([head, Picture(draw, parts, 100, 20)], gap=0)]


def _verdict(stage: Stage, proposal: Proposal, held: Breaking | None) -> str:
    """One sentence: which side of the gain the fine, or the award, is on and would be on."""
    if held is None:
        return ""
    shown = stage.measures
    money = {"gain": shown.money(held.gain), "then": shown.money(held.then), "unit": shown.currency}
    if proposal.kind == "floor":
        if proposal.value <= 0:
            return stage.say("hall-award-none")
        return stage.say("hall-award-neither" if held.pays_then else "hall-award-passes", **money)
    if held.pays_then and held.pays_now:
        return stage.say("hall-fine-neither" if held.then > held.now else "hall-fine-weaker", **money)
    if held.pays_then:
        return stage.say("hall-fine-falls", **money)
    return stage.say("hall-fine-passes" if held.pays_now else "hall-fine-both", **money)


def reckoning(stage: Stage, asked: Asked) -> list[Widget | None]:
    """How the bars are reckoned, where there are bars."""
    if _reckoned(stage, asked)() is None:
        return []
    contract = asked().kind == "floor"
    return [Label(stage.say("hall-reckon-contract" if contract else "hall-reckon"), LABEL, wrap=True)]
