"""The turning points of a game in words."""

from collections.abc import Sequence
from dataclasses import dataclass

from game.insight.turning import Choice, Turn, TurningPoint
from game.report.debrief import turning_points
from game.report.names import word_cause
from game.report.teller import Teller
from game.wording.figures import figure, percent

RISES = (Turn.BRAND_STARTS, Turn.BRAND_FORMED, Turn.RECOVERY, Turn.GOOD_LUCK)


@dataclass(frozen=True)
class Point:
    """A turning point in words: the quarter, what happened, what hung on it, and whether it was a gain."""

    quarter: int
    said: str
    moved: str
    gain: bool


def told_points(teller: Teller, found: Sequence[TurningPoint] | None) -> list[Point]:
    """The turning points found by playing the game again; where there are none (None), those of its record."""
    if found is None:
        return _recorded(teller)
    made = []
    for point in found:
        own = point.kind is Turn.OWN_CHOICE
        body = teller.say(f"body-the-{point.body}") if point.body else ""
        said = _choice(teller, point.choice) if own else teller.say(f"turning-{point.kind}", body=body)
        moved = (
            _moved(teller, "turning-own", point.quarter, point.score, point.region) if own else _found(teller, point)
        )
        gain = point.score + point.region >= 0 if own else point.kind in RISES
        made.append(Point(point.quarter, said, moved, gain))
    return made


def _found(teller: Teller, point: TurningPoint) -> str:
    """What moved in a quarter that turned by nobody's choice alone."""
    if point.kind in {Turn.GOOD_LUCK, Turn.BAD_LUCK}:
        firm, luck = (figure(value, 1, sign=True) for value in (point.score, point.luck))
        return teller.say("turning-luck", quarter=point.quarter, firm=firm, luck=luck)
    return teller.say("turning-region", quarter=point.quarter, region=figure(point.region, 1, sign=True))


def _choice(teller: Teller, choice: Choice | None) -> str:
    """What the seat decided otherwise than its manager would have."""
    if choice is None:
        return teller.say("turning-own_choice")
    shown = teller.measures
    body = teller.say(f"body-the-{choice.body}") if choice.body else ""
    if choice.field == "join":
        return teller.say("turning-joined" if choice.own else "turning-stayed-out", body=body)
    show, unit = {
        "effort": (percent, "%"),
        "price": (shown.price, shown.price_unit),
        "capacity": (shown.volume, shown.volume_unit),
    }.get(choice.field, (shown.money, shown.currency))
    words = teller.say(f"decision-{choice.field}") if choice.field != "effort" else body
    return teller.say("turning-choice", what=words, own=show(choice.own), manager=show(choice.manager), unit=unit)


def _recorded(teller: Teller) -> list[Point]:
    return [
        Point(
            point.quarter,
            word_cause(teller, point.cause),
            _moved(teller, "debrief-points", point.quarter, point.firm, point.region),
            point.firm + point.region >= 0,
        )
        for point in turning_points(teller.playing, teller.slot)
    ]


def _moved(teller: Teller, message: str, quarter: int, firm: float, region: float) -> str:
    return teller.say(message, quarter=quarter, firm=figure(firm, 1, sign=True), region=figure(region, 1, sign=True))
