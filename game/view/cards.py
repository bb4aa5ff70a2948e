"""The card at the head of the news: the one event of a quarter or, where there is none, what mattered most in it.

At most one a quarter; everything else stays a line. What becomes the card is chosen here alone, by weight.
"""

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from game.model.scenario import Effect, Event
from game.view.stage import Stage
from game.wording.figures import figure

HEAD = re.compile(r"\s*\*\*(.+?)\*\*\s*(.*)", re.S)
FACTORS = ("local", "national", "export", "input_cost")
# what weighs more becomes the card; what weighs nothing never does
WEIGHTS = {
    "event": 9,
    "excluded": 8,
    "scandal": 7,
    "recession": 6,
    "closing": 5,
    "decided": 4,
    "broken": 3,
    "newcomer": 2,
}


@dataclass(frozen=True)
class Item:
    """A piece of news.

    `picture` and `weight` are for those that may become the card; `effect` and `heard` say of an event what it does in
    figures, and who was told before.
    """

    icon: str
    text: str
    picture: str = ""
    weight: int = 0
    effect: str = ""
    heard: str = ""

    def as_card(self, what: str, picture: str = "") -> "Item":
        """The same, able to become the card."""
        return replace(self, picture=picture or what, weight=WEIGHTS[what])

    @property
    def head(self) -> str:
        """What stands in bold at its beginning."""
        found = HEAD.match(self.text)
        return found.group(1) if found else ""

    @property
    def rest(self) -> str:
        """What follows it."""
        found = HEAD.match(self.text)
        return found.group(2) if found else self.text


def front(items: Sequence[Item]) -> tuple[Item | None, list[Item]]:
    """The card, if there is one, and the lines under it."""
    card = max(items, key=lambda item: item.weight, default=None)
    if card is None or not card.weight:
        return None, list(items)
    place = items.index(card)
    return card, [*items[:place], *items[place + 1 :]]


def event_news(stage: Stage, event: Event) -> Item:
    """An event as news: before its first quarter if it is announced, in the quarter after if not."""
    item = Item("frost", stage.words.choose(event.news)).as_card("event", event.picture or _picture(event.effect))
    parts = list(_effects(stage, event.effect))
    effect = ""
    if parts:
        effect = stage.say("card-effect", effects=stage.listed(parts), when=_when(stage, event))
    heard = stage.say("card-told-before" if event.announced else "card-not-told")
    return replace(item, effect=effect, heard=heard)


def _when(stage: Stage, event: Event) -> str:
    """How long it lasts is known of what was announced."""
    last = event.quarter + event.length - 1
    if not event.announced:
        return stage.say("card-since" if event.length > 1 else "card-in", quarter=event.quarter)
    if event.length == 1:
        return stage.say("card-in", quarter=event.quarter)
    return stage.say("card-from-to", quarter=event.quarter, last=last)


def _effects(stage: Stage, effect: Effect) -> Iterator[str]:
    """What it does, in figures where there are some.

    Where a region that is set in its ways loses more of a fall, the figure is the least that is lost.
    """
    deepens = stage.playing.setup.scenario.region.shock_depth > 0
    for name in FACTORS:
        factor = getattr(effect, name)
        if factor != 1:
            least = "-or-less" if factor < 1 and deepens and name != "input_cost" else ""
            message = f"card-{name.replace('_', '-')}{least}"
            yield stage.say(message, factor=figure(factor, 2))
    if effect.rival:
        yield stage.say("card-rival", factor=figure(math.exp(effect.rival), 2))
    if effect.reputation_loss:
        yield stage.say("card-reputation", points=round(100 * effect.reputation_loss))
    if effect.meeting:
        yield stage.say("card-meeting")
    if effect.hub_lost:
        yield stage.say("card-hub-lost")


def _picture(effect: Effect) -> str:
    """A picture for an event whose file names none, by what it does."""
    if effect.hub_lost:
        return "strike"
    if effect.reputation_loss:
        return "scandal"
    if effect.input_cost != 1:
        return "dear" if effect.input_cost > 1 else "fashion"
    if effect.rival > 0:
        return "rival"
    buyers = [effect.local, effect.national, effect.export]
    if effect.export > 1:
        return "caravan"
    if any(factor != 1 for factor in buyers):
        return "fashion" if math.prod(buyers) > 1 else "slump"
    return "hall" if effect.meeting else "letter"
