"""The one sentence of a quarter: how profit moved and the plainest reason that its terms show."""

from dataclasses import dataclass

from game.report.causes import Cause, cause_of
from game.report.names import word_cause
from game.view.stage import Stage

SMALL = 0.05
ICONS = {"fine": "broke", "event": "frost", "recession": "fall", "together": "hall"}


@dataclass(frozen=True)
class Headline:
    """A sentence and the icon of its cause."""

    text: str
    icon: str


def headline(stage: Stage, number: int) -> Headline:
    """The sentence for a quarter that was played."""
    session, slot = stage.playing, stage.slot
    shown, unit = stage.measures, stage.measures.currency
    now = session.quarters[number - 1]
    profit = float(now.outcome.money.profit[0, slot])
    if number == 1:
        message = "headline-first" if profit >= 0 else "headline-first-loss"
        return Headline(stage.say(message, amount=shown.money(abs(profit)), unit=unit), "coins")
    before = session.quarters[number - 2]
    change = profit - float(before.outcome.money.profit[0, slot])
    cause = cause_of(session.rules, before, now, slot)
    base = max(abs(profit), abs(profit - change), 1e-9)
    move = "same" if abs(change) < SMALL * base else "up" if change > 0 else "down"
    said = stage.say(
        f"headline-{move}",
        amount=shown.money(abs(change)),
        profit=shown.money(profit),
        unit=unit,
        cause=word_cause(stage, cause),
    )
    return Headline(said, cause_icon(cause))


def cause_icon(cause: Cause) -> str:
    """The icon of a cause."""
    if cause.code in {"strain", "mended", "opens", "you-join", "you-leave", "you-keep", "you-break"}:
        return cause.name
    group = cause.code.split("-", maxsplit=1)[0]
    if group in {"crowd", "share", "brand"}:
        return "rise" if cause.code.endswith("up") else "fall"
    return ICONS.get(group, "coins")
