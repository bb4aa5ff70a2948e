"""The news of a quarter: short items with an icon, worded from outcomes and from the scenario.

They reopen in the log.
"""

from collections.abc import Iterator

import numpy as np

from game.learning.reflection import fell_short
from game.report.causes import broken
from game.report.names import firm_names
from game.session.session import Quarter
from game.view.cards import Item, event_news
from game.view.motions import carried, hall_news
from game.view.stage import Stage
from game.view.voices import spoken_line

NOTICED = 0.02
STRAINED = 0.25


def news_items(stage: Stage, quarter: int) -> list[Item]:
    """What the paper says before this quarter: what opens now, then what happened in the quarter before."""
    items = [*_announced(stage, quarter), *_openings(stage, quarter)]
    if quarter > 1:
        played = stage.playing.quarters[quarter - 2]
        items += [
            *_own(stage, played),
            *_spoken(stage, played),
            *_events(stage, played),
            *_hall(stage, played),
            *_others(stage, played),
            *_institutions(stage, played),
            *_region(stage, quarter),
        ]
    elif not items:
        items.append(Item("hall", stage.say("news-first")))
    meeting = stage.say("news-meets")  # asks for something now, so it is told first
    return sorted(items, key=lambda item: item.text != meeting)


def _hall(stage: Stage, played: Quarter) -> Iterator[Item]:
    """What the town hall decided, which may be the card, and what is on its table."""
    decided = {stage.say("news-carried", **told) for told in carried(stage, played)}
    for text in hall_news(stage, played):
        item = Item("hall", text)
        yield item.as_card("decided", "hall") if text in decided else item


def _openings(stage: Stage, quarter: int) -> Iterator[Item]:
    rules = stage.playing.rules
    for j, body in enumerate(rules.bodies.names):
        if rules.bodies.opens[j] == quarter:
            yield Item(body, stage.say(f"news-opens-{body}"))
    decisions = [
        stage.say(f"decision-{name.replace('_', '-')}")
        for name, opens in rules.opens.items()
        if opens == quarter and quarter > 1
    ]
    if decisions:
        yield Item("right", stage.say("news-decisions", names=stage.listed(decisions), count=len(decisions)))


def _announced(stage: Stage, quarter: int) -> Iterator[Item]:
    """Events that everybody knows to begin this quarter."""
    for event in stage.playing.setup.scenario.events:
        if event.announced and event.quarter == quarter:
            yield event_news(stage, event)


def _own(stage: Stage, played: Quarter) -> Iterator[Item]:
    """Fines, exclusions, loans and corrections of the own firm."""
    slot, outcome = stage.slot, played.outcome
    shown, unit = stage.measures, stage.measures.currency
    for j, body in enumerate(stage.playing.rules.bodies.names):
        words = stage.say(f"body-{body}")
        if outcome.verdicts.convicted[0, j, slot]:
            message = "news-false-alarm" if outcome.verdicts.false_alarm[0, j, slot] else "news-fined"
            yield Item(
                "broke",
                stage.say(message, body=words, fine=shown.money(outcome.verdicts.audit_fine[0, j, slot]), unit=unit),
            )
        if outcome.verdicts.barred[0, j, slot]:
            yield Item(
                "broke",
                stage.say("news-barred", body=words, quarters=stage.playing.setup.scenario.sanctions.exclusion_length),
            ).as_card("excluded", "law")
    if outcome.money.borrowed[0, slot] > 0:
        rate = round(100 * stage.playing.setup.scenario.finance.loan_rate)
        yield Item(
            "coins", stage.say("news-loan", amount=shown.money(outcome.money.loan[0, slot]), unit=unit, rate=rate)
        )
    for item in played.corrections:
        if item.field == "motion":
            continue  # the town hall's news say which motion, and why
        name = stage.say(f"body-{item.body}") if item.body else stage.say(f"decision-{item.field.replace('_', '-')}")
        yield Item("speech", stage.say("news-corrected", name=name))


def _spoken(stage: Stage, played: Quarter) -> Iterator[Item]:
    """What a neighbour says."""
    line = spoken_line(stage, played.number)
    if line:
        yield Item("speech", line)


def _events(stage: Stage, played: Quarter) -> Iterator[Item]:
    for place, event in enumerate(stage.playing.setup.scenario.events):
        if played.outcome.weather.event_begun[0, place] and not event.announced:
            yield event_news(stage, event)
    if played.outcome.weather.recession_begun[0]:
        yield Item("fall", stage.say("news-recession")).as_card("recession")


def _institutions(stage: Stage, played: Quarter) -> Iterator[Item]:
    """Institutions under strain, and scandals."""
    outcome = played.outcome
    names = firm_names(stage.words, stage.playing, played.seen)
    for slot in np.flatnonzero(outcome.echelon.scandal[0]):
        yield Item("broke", stage.say("news-scandal", firm=names[slot])).as_card("scandal")
    worst = max(range(len(stage.playing.rules.bodies.names)), key=lambda j: broken(played, j)[0], default=None)
    if worst is not None:
        broke, members = broken(played, worst)
        before = broken(stage.playing.quarters[played.number - 2], worst)[0] if played.number > 1 else 0
        if members and (broke >= members * STRAINED or broke >= before + 2):
            body = stage.playing.rules.bodies.names[worst]
            words = stage.say("news-strain", body=stage.say(f"body-{body}"), broke=broke, members=members)
            yield Item(body, words)
    for j, body in enumerate(stage.playing.rules.bodies.names):
        gone = np.flatnonzero(outcome.membership.left[0, j])
        words = stage.say(f"body-the-{body}")
        if stage.slot in gone:
            yield Item(f"{body}_out", stage.say("news-you-left", body=words))
        others = [names[slot] for slot in gone if slot != stage.slot]
        if others:
            yield Item(f"{body}_out", stage.say("news-left", firm=others[0], more=len(others) - 1, body=words))


def _region(stage: Stage, quarter: int) -> Iterator[Item]:
    """Brand and cluster where they moved by two points or more."""
    past = stage.playing.quarters
    now = past[quarter - 2].outcome.scores.parts[0]
    before = past[quarter - 3].outcome.scores.parts[0] if quarter > 2 else None
    if before is None:
        return
    for place, name in enumerate(("cluster", "brand")):
        moved = (now[place] - before[place]) / 100
        if abs(moved) >= NOTICED:
            direction = "up" if moved > 0 else "down"
            yield Item(
                "rise" if moved > 0 else "fall",
                stage.say(f"news-{name}-{direction}", before=round(float(before[place])), now=round(float(now[place]))),
            )


def _others(stage: Stage, played: Quarter) -> Iterator[Item]:
    """Firms that closed, newcomers, and named rivals that broke a pledge."""
    names = firm_names(stage.words, stage.playing, played.seen)
    bodies = range(len(stage.playing.rules.bodies.names))
    for slot in np.flatnonzero(played.outcome.population.exits[0]):
        yield Item("cross", stage.say("news-closed", firm=names[slot])).as_card("closing")
    invited, came = (
        int(held[0].sum()) for held in (played.outcome.population.relocated, played.outcome.population.entries)
    )
    if came:
        yield Item("right", stage.say("news-newcomers", count=came, invited=invited)).as_card("newcomer")
    past = stage.playing.quarters[: played.number - 1]
    first = all(fell_short(quarter, j, stage.slot) is None for quarter in past for j in bodies)
    for j in bodies:
        short = fell_short(played, j, stage.slot)
        if short is None:
            continue
        pledge, observed = played.seen.pledge[0, j, short], played.outcome.games.observed[0, j, short]
        words = stage.say(
            "news-broke-pledge",
            firm=names[short],
            body=stage.say(f"body-the-{stage.playing.rules.bodies.names[j]}"),
            pledged=round(100 * pledge),
            seen=round(100 * observed),
        )
        item = Item("speech", words)
        yield item.as_card("broken") if first else item
        first = False
