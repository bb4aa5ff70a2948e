"""Why profit moved from one quarter to the next, as far as anybody in the region could see: a code and its numbers."""

from dataclasses import dataclass, field

from game.engine.rules import SEGMENTS, Rules
from game.model.ledger import money_terms
from game.model.scenario import Effect
from game.session.session import Quarter

PRICE_MOVED = 0.02
PRICE_LEAPT = 0.06
CROWD_MOVED = 0.03
SPENT_MOVED = 0.1

LEDGER = {
    "sales": ("sales_local", "sales_national", "sales_export"),
    "production": ("making", "freight"),
    "own": ("quality", "research", "corporate_brand", "product_brand", "moving"),
    "together": (
        "effort",
        "dues",
        "fines",
        "complaints",
        "contract",
        "damages",
        "refunds",
        "ties",
        "commission",
        "licence",
        "grants",
        "levy",
    ),
    "upkeep": ("overhead", "capacity", "contracting", "functions", "interest"),
    "tax": ("tax", "antitrust"),
}


@dataclass(frozen=True)
class Cause:
    """A reason: `code` names the words, `numbers` are engine units or counts, `name` an event or institution."""

    code: str
    name: str = ""
    numbers: dict[str, float] = field(default_factory=dict)


def own_terms(rules: Rules, quarter: Quarter, slot: int) -> dict[str, float]:
    """Terms of the firm's profit by name."""
    names = money_terms(rules.bodies.names)
    return {name: float(value) for name, value in zip(names, quarter.outcome.money.terms[0, :, slot], strict=True)}


def cause_of(rules: Rules, before: Quarter, now: Quarter, slot: int) -> Cause:
    """The group of terms that moved profit most in the direction it went, and why."""
    past, new = own_terms(rules, before, slot), own_terms(rules, now, slot)
    change = float(now.outcome.money.profit[0, slot] - before.outcome.money.profit[0, slot])

    def moved(*parents: str) -> float:
        names = [name for parent in parents for name in LEDGER[parent]]
        return sum(value - past[term] for term, value in new.items() if term.split(".")[0] in names)

    groups = {
        "trade": moved("sales", "production"),
        "own": moved("own"),
        "together": moved("together"),
        "upkeep": moved("upkeep"),
    }
    sign = 1 if change >= 0 else -1
    group = max(groups, key=lambda name: sign * groups[name])
    if group == "trade":
        return _trade(rules, before, now, slot, groups["trade"] >= 0)
    fines = sum(new[term] - past[term] for term in new if term.startswith("fines."))
    if group == "together" and fines < 0.6 * groups[group] < 0:
        return Cause("fine", numbers={"amount": -fines})
    return Cause(f"{group}-{'less' if groups[group] > 0 else 'more'}", numbers={"amount": abs(groups[group])})


def _trade(rules: Rules, before: Quarter, now: Quarter, slot: int, better: bool) -> Cause:
    """Sales and what they cost to make: events, own price, broken promises, the whole valley, or one's neighbours."""
    way = "up" if better else "down"
    moved = price_move(before, now, slot)
    if abs(moved) >= PRICE_LEAPT:
        return price_cause(before, now, slot)
    event = begun_event(rules, now, better)
    if event:
        return Cause("event", event)
    if now.outcome.weather.recession_begun[0] and not better:
        return Cause("recession")
    if abs(moved) >= PRICE_MOVED:
        return price_cause(before, now, slot)
    strained = most_broken(rules, now)
    if not better and strained is not None:
        return Cause("strain", strained[0], {"broke": strained[1], "members": strained[2]})
    sold, sold_before = now.outcome.market.sold[0], before.outcome.market.sold[0]
    crowd = float(sold.sum() / max(sold_before.sum(), 1e-9) - 1)
    own = float(sold[:, slot].sum() / max(sold_before[:, slot].sum(), 1e-9) - 1)
    if abs(crowd) >= CROWD_MOVED and (crowd > 0) == better:
        return Cause(f"crowd-{way}")
    if abs(own - crowd) >= CROWD_MOVED and (own > crowd) == better:
        return Cause(f"share-{way}")
    return Cause(f"margin-{way}")


def price_move(before: Quarter, now: Quarter, slot: int) -> float:
    """Relative change of the firm's price."""
    return float(now.decision.price[0, slot] / before.decision.price[0, slot] - 1)


def price_cause(before: Quarter, now: Quarter, slot: int) -> Cause:
    """The firm's own price as the reason."""
    numbers = {"before": float(before.decision.price[0, slot]), "now": float(now.decision.price[0, slot])}
    return Cause("price", numbers=numbers)


def begun_event(rules: Rules, now: Quarter, better: bool) -> str:
    """Name of an event that began in the quarter and points in this direction; empty if there is none."""
    for place, event in enumerate(rules.scenario.events):
        if now.outcome.weather.event_begun[0, place] and (_helps(event.effect) > 0) == better:
            return event.name
    return ""


def _helps(effect: Effect) -> float:
    """Above nought for what is good for firms here: more buyers, cheaper inputs, a weaker rival."""
    buyers: float = sum(getattr(effect, name) - 1 for name in SEGMENTS)
    return buyers - (effect.input_cost - 1) - effect.rival - effect.reputation_loss


def broken(now: Quarter, j: int) -> tuple[int, int]:
    """How many members of an institution were seen to break, and how many there are."""
    member, kept = now.outcome.membership.member[0, j], now.outcome.games.kept[0, j]
    return int((member & ~kept).sum()), int(member.sum())


def most_broken(rules: Rules, now: Quarter) -> tuple[str, int, int] | None:
    """The institution in which most members broke, if a third did: its name, how many broke, how many there are."""
    worst: tuple[str, int, int] | None = None
    for j, body in enumerate(rules.bodies.names):
        broke, members = broken(now, j)
        if members and broke * 3 >= members and (worst is None or broke > worst[1]):
            worst = (body, broke, members)
    return worst


def own_choice(rules: Rules, before: Quarter, now: Quarter, slot: int) -> Cause | None:
    """What the firm decided most differently from the quarter before; None where it is hard to see."""
    step = own_step(rules, before, now, slot)
    moved = price_move(before, now, slot)
    if abs(moved) >= PRICE_LEAPT or (step is None and abs(moved) >= PRICE_MOVED):
        return price_cause(before, now, slot)
    if step is not None:
        return step
    spent = [
        sum(float(getattr(held.decision, name)[0, slot]) for name in ("quality", "research", "brand"))
        for held in (before, now)
    ]
    if abs(spent[1] - spent[0]) < SPENT_MOVED * max(*spent, 1e-9):
        return None
    return Cause("own-more" if spent[1] > spent[0] else "own-less", numbers={"amount": abs(spent[1] - spent[0])})


def own_step(rules: Rules, before: Quarter, now: Quarter, slot: int) -> Cause | None:
    """The firm joined, left, or changed its effort by much: the first institution in which it did."""
    for j, body in enumerate(rules.bodies.names):
        if now.number <= rules.bodies.opens[j]:
            continue
        was, member = before.outcome.membership.member[0, j, slot], now.outcome.membership.member[0, j, slot]
        if was != member:
            return Cause("you-join" if member else "you-leave", body)
        if member:
            low, high = before.outcome.games.effort[0, j, slot], now.outcome.games.effort[0, j, slot]
            if abs(high - low) >= 0.4:
                return Cause("you-keep" if high > low else "you-break", body, {"percent": 100 * float(high)})
    return None
