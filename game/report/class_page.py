"""The page of a class: every scenario that was played in a section, all players side by side, then one by one."""

import math
from collections.abc import Iterator, Mapping, Sequence
from xml.etree.ElementTree import Element

from game.report.earlier import Earlier, Place
from game.report.gather import Player
from game.report.leading import goals_led_to
from game.report.markup import document, element, listed, rich, table
from game.report.pictures import comparison
from game.report.player_page import kept_of, player_part, points, short_state, total_profit
from game.wording.figures import figure
from game.wording.words import Words


def class_page(
    players: Sequence[Player], scheme: str, words: Words, earlier: Mapping[Place, Earlier] | None = None
) -> str:
    """The whole page. `players` may have played different scenarios; `scheme` is the gradebook's."""
    say = words.say
    title = say("report-title") if len(players) > 1 else say("report-title-one")
    body: list[Element | None] = [element("h1", title), rich("p", say("report-head", count=len(players)))]
    body += [_scenario(group, words, earlier or {}) for group in _groups(players)]
    body.append(_ground(scheme, words))
    return document(title, words.language, body)


def _groups(players: Sequence[Player]) -> list[list[Player]]:
    """Players of the same scenario and treatment together, in the order in which they came."""
    held: dict[tuple[str, str], list[Player]] = {}
    for player in players:
        held.setdefault(player.scenario, []).append(player)
    return list(held.values())


def _scenario(players: Sequence[Player], words: Words, earlier: Mapping[Place, Earlier]) -> Element:
    """What was to be learnt, the players side by side, what to talk about, and each player."""
    setup = players[0].session.setup
    scenario = setup.scenario
    title = words.choose(scenario.about.title)
    if setup.treatment:
        title = f"{title} · {words.named(setup.treatment, scenario.about.names)}"
    made = element("section", element("h2", title), rich("p", words.choose(scenario.about.summary)), class_="scenario")
    before = earlier.get((setup.path.stem, setup.treatment))
    parts = [
        *_lesson(players, words),
        *_side_by_side(players, words),
        *([] if before is None else _earlier(before, words)),
        *(player_part(player) for player in players),
    ]
    made.extend([part for part in parts if part is not None])
    return made


def _lesson(players: Sequence[Player], words: Words) -> Iterator[Element | None]:
    """The learning goals with the questions that lead to them, and what is simplified."""
    scenario = players[0].session.setup.scenario
    if scenario.about.goals:
        yield element("h3", words.say("report-goals"))
        yield listed(words.choose(text) for text in scenario.about.goals)
    yield element("h3", words.say("debrief-questions"))
    if scenario.briefing.questions:
        if not scenario.teaching.leads_to:
            yield element("p", words.say("report-questions-note"), class_="soft")
        yield listed(
            (
                element("span", rich("span", words.choose(text)), goals_led_to(scenario, place, words))
                for place, text in enumerate(scenario.briefing.questions)
            ),
            "ol",
        )
    else:
        yield element("p", words.say("debrief-no-questions"))
    if scenario.briefing.stylised:
        yield element("h3", words.say("debrief-stylised"))
        yield listed(words.choose(text) for text in scenario.briefing.stylised)


def _side_by_side(players: Sequence[Player], words: Words) -> Iterator[Element | None]:
    """A picture and a table of all players of a scenario; nothing for a single one."""
    if len(players) < 2:
        return
    say = words.say
    yield element("h3", say("report-compared"))
    if len({player.session.setup.difficulty for player in players}) > 1:
        yield element("p", say("report-difficulties"), class_="soft")
    yield element("p", say("report-compared-note"), class_="soft")
    lines, rows = [], []
    for player in players:
        scores = player.session.quarters[-1].outcome.scores
        firm, region = float(scores.firm[0, player.slot]), float(scores.region[0])
        lines.append((player.name, firm, region))
        rows.append(
            [
                player.name,
                player.firm,
                say(f"picker-level-{player.session.setup.difficulty}"),
                short_state(player),
                str(len(player.session.quarters)),
                points(firm),
                points(region),
                figure(total_profit(player), 1),
                kept_of(player),
            ]
        )
    shown = [(name, firm, region) for name, firm, region in lines if not math.isnan(region)]
    yield comparison(shown, (say("trail-score"), say("trail-region")), say("report-compared"))
    yield element("div", table(_heads(players[0], words), rows, "compared", words=4), class_="wide")


def _heads(player: Player, words: Words) -> list[str]:
    """What stands over the columns of the table of all players; `player` is one of them."""
    say = words.say
    return [
        say("report-who"),
        say("debrief-firm"),
        say("report-difficulty"),
        say("report-state"),
        say("report-played"),
        say("trail-score"),
        say("trail-region"),
        say("report-profit-all", unit=player.seat.measures.currency),
        say("report-kept"),
    ]


def _earlier(before: Earlier, words: Words) -> Iterator[Element]:
    """Where the middle half of earlier classes ended."""
    say = words.say
    yield element("h3", say("report-earlier"))
    yield element("p", say("report-earlier-note", count=before.games), class_="soft")
    rows = [
        [say(name), *(points(value) for value in values)]
        for name, values in (("trail-score", before.firm), ("trail-region", before.region))
    ]
    head = ["", say("report-lower-quarter"), say("report-middle"), say("report-upper-quarter")]
    yield table(head, rows, "earlier")


def _ground(scheme: str, words: Words) -> Element:
    """What the figures rest on: what a save can prove, and how the gradebook's points are made."""
    return element(
        "section",
        element("h2", words.say("report-proof-title")),
        rich("p", words.say("report-proof")),
        rich("p", words.say("report-proof-limits")),
        element("h2", words.say("report-grades-title")),
        rich("p", words.say(f"report-scheme-{scheme}")),
        rich("p", words.say("report-grades-note")),
        class_="scenario",
    )
