"""The one sentence of a quarter: how profit moved and the plainest reason that its terms show."""

from dataclasses import dataclass

from game.session.session import Quarter, Session
from game.view.readings import LEDGER, measures, own_terms
from game.view.stage import Stage

SMALL = 0.05
PRICE_MOVED = 0.02
CROWD_MOVED = 0.03
BRAND_MOVED = 0.01


@dataclass(frozen=True)
class Headline:
    """A sentence and the icon of its cause."""

    text: str
    icon: str


def headline(stage: Stage, number: int) -> Headline:
    """The sentence for a quarter that was played."""
    session, slot = stage.playing, stage.slot
    shown, unit = measures(session), session.setup.scenario.units.currency
    now = session.quarters[number - 1]
    profit = float(now.outcome.money.profit[0, slot])
    if number == 1:
        message = "headline-first" if profit >= 0 else "headline-first-loss"
        return Headline(stage.say(message, amount=shown.money(abs(profit)), unit=unit), "coins")
    before = session.quarters[number - 2]
    change = profit - float(before.outcome.money.profit[0, slot])
    cause, icon = _cause(stage, before, now, change)
    base = max(abs(profit), abs(profit - change), 1e-9)
    move = "same" if abs(change) < SMALL * base else "up" if change > 0 else "down"
    return Headline(stage.say(f"headline-{move}", amount=shown.money(abs(change)), profit=shown.money(profit), unit=unit, cause=cause), icon)


def _cause(stage: Stage, before: Quarter, now: Quarter, change: float) -> tuple[str, str]:
    """The group of terms that moved profit most in the direction it went, and why as far as anybody could see."""
    session, slot = stage.playing, stage.slot
    past, new = own_terms(session, before.outcome, slot), own_terms(session, now.outcome, slot)

    def moved(*parents: str) -> float:
        names = [name for parent in parents for name in LEDGER[parent]]
        return sum(value - past[term] for term, value in new.items() if term.split(".")[0] in names)

    groups = {"trade": moved("sales", "production"), "own": moved("own"), "together": moved("together"), "upkeep": moved("upkeep")}
    sign = 1 if change >= 0 else -1
    group = max(groups, key=lambda name: sign * groups[name])
    if group == "trade":
        return _trade(stage, before, now, groups["trade"] >= 0)
    amount = measures(session).money(abs(groups[group]))
    if group == "together":
        fines = sum(new[term] - past[term] for term in new if term.startswith("fines."))
        if fines < 0.6 * groups[group] < 0:
            return stage.say("cause-fine", amount=measures(session).money(-fines)), "broke"
    direction = "less" if groups[group] > 0 else "more"
    return stage.say(f"cause-{group}-{direction}", amount=amount), {"own": "coins", "together": "hall", "upkeep": "coins"}[group]


def _trade(stage: Stage, before: Quarter, now: Quarter, better: bool) -> tuple[str, str]:
    session, slot = stage.playing, stage.slot
    way = "up" if better else "down"
    events = [event for place, event in enumerate(session.setup.scenario.events) if now.outcome.weather.event_begun[0, place]]
    if events:
        return stage.say("cause-event", name=events[0].name), "frost"
    if now.outcome.weather.recession_begun[0]:
        return stage.say("cause-recession"), "fall"
    old_price, price = float(before.decision.price[0, slot]), float(now.decision.price[0, slot])
    all_now, all_before = now.outcome.market.sold[0].sum(), before.outcome.market.sold[0].sum()
    mine_now, mine_before = now.outcome.market.sold[0, :, slot].sum(), before.outcome.market.sold[0, :, slot].sum()
    crowd = all_now / max(all_before, 1e-9) - 1
    if abs(price / old_price - 1) >= PRICE_MOVED:
        shown = measures(session)
        return stage.say("cause-price", before=shown.price(old_price), now=shown.price(price), unit=session.setup.scenario.units.price), "coins"
    strained = _strained(session, now)
    if not better and strained:
        body, broke, members = strained
        return stage.say("cause-strain", body=stage.say(f"body-{body}"), broke=broke, members=members), body
    own = float(mine_now / max(mine_before, 1e-9) - 1)
    if abs(crowd) >= CROWD_MOVED and (crowd > 0) == better:
        return stage.say(f"cause-crowd-{way}"), "rise" if better else "fall"
    if abs(own - crowd) >= CROWD_MOVED and (own > crowd) == better:
        return stage.say(f"cause-share-{way}"), "rise" if better else "fall"
    return stage.say(f"cause-margin-{way}"), "coins"


def _strained(session: Session, now: Quarter) -> tuple[str, int, int] | None:
    """The institution in which most members broke, if a third or more did."""
    worst: tuple[str, int, int] | None = None
    for j, body in enumerate(session.rules.bodies.names):
        members = int(now.outcome.membership.member[0, j].sum())
        broke = int((now.outcome.membership.member[0, j] & ~now.outcome.games.kept[0, j]).sum())
        if members and broke * 3 >= members and (worst is None or broke > worst[1]):
            worst = (body, broke, members)
    return worst

