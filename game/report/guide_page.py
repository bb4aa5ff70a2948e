"""The teacher's guide to a scenario as one page: everything from the scenario's own file, events ahead of time too."""

from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element

from game.engine.rules import DECISIONS, NEVER, Rules
from game.learning.goals import goals_of
from game.model.scenario import Effect, Event, Scenario
from game.report.goals import word_goal
from game.report.leading import goals_led_to
from game.report.markup import document, element, listed, rich, table
from game.report.teller import Seat
from game.session.session import Session
from game.session.setup import Setup
from game.session.start import begin
from game.wording.figures import figure
from game.wording.words import Words

FACTORS = ("local", "national", "export", "input_cost")
LOSSES = ("rival", "reputation_loss")
HAPPENINGS = ("meeting", "hub_lost")


def guide_page(setup: Setup, words: Words) -> str:
    """The whole page of a game that nobody has begun."""
    session, scenario = begin(setup), setup.scenario
    title = words.say("report-guide-title", scenario=words.choose(scenario.about.title))
    body: list[Element | None] = [
        element("h1", title),
        rich("p", words.choose(scenario.about.summary)),
        element("p", words.say("report-guide-note"), class_="notice"),
        *_lesson(scenario, words),
        *_seats(session, words),
        *_agenda(session.rules, words),
        *_events(scenario, words),
        *_questions(scenario, words),
        *_rest(scenario, words),
    ]
    return document(title, words.language, body)


def _lesson(scenario: Scenario, words: Words) -> Iterator[Element | None]:
    """Learning goals, parts of the lesson, the board."""
    say = words.say
    yield element("h2", say("report-goals"))
    yield listed(words.choose(text) for text in scenario.about.goals) or element("p", say("report-guide-none"))
    yield element("h2", say("report-guide-plan"))
    plan = scenario.teaching.plan
    if plan:
        rows: list[list[str | Element]] = [[rich("span", words.choose(part.what)), str(part.minutes)] for part in plan]
        minutes = str(sum(part.minutes for part in plan))
        total: list[str | Element] = [element("strong", say("report-guide-total")), element("strong", minutes)]
        yield table([say("report-guide-part"), say("report-guide-minutes")], [*rows, total], "plan")
    else:
        yield element("p", say("report-guide-no-plan", minutes=scenario.about.minutes))
    yield element("h2", say("report-guide-board"))
    yield listed(words.choose(text) for text in scenario.teaching.board) or element("p", say("report-guide-none"))


def _seats(session: Session, words: Words) -> Iterator[Element | None]:
    """Who can be played, what each is like, and what it plays for."""
    scenario = session.setup.scenario
    yield element("h2", words.say("report-guide-seats"))
    for slot, firm in enumerate(scenario.firms):
        if not firm.seat:
            continue
        teller = Seat(words, session, slot)
        yield element("h3", words.named(firm.name, scenario.about.names))
        if firm.character is not None:
            yield rich("p", words.choose(firm.character))
        yield listed(word_goal(teller, goal) for goal in goals_of(scenario, slot))
    names = [words.named(firm.name, scenario.about.names) for firm in scenario.firms if not firm.seat]
    if names:
        yield element("p", words.say("report-guide-others", names=words.listed(names)), class_="soft")


def _agenda(rules: Rules, words: Words) -> Iterator[Element | None]:
    """What opens in which quarter."""
    say = words.say
    opened: dict[int, list[str]] = {}
    for name in DECISIONS:
        opened.setdefault(rules.opens[name], []).append(say(f"decision-{name.replace('_', '-')}"))
    for name, quarter in zip(rules.bodies.names, rules.bodies.opens, strict=True):
        opened.setdefault(int(quarter), []).append(say(f"body-{name}"))
    last = rules.scenario.quarters.max
    rows: list[list[str | Element]] = [
        [str(quarter), words.listed(opened[quarter])] for quarter in sorted(opened) if quarter <= last
    ]
    never = [name for quarter, names in opened.items() if quarter > last or quarter == NEVER for name in names]
    if never:
        rows.append([say("report-guide-never"), words.listed(never)])
    yield element("h2", say("report-guide-agenda"))
    quarters = rules.scenario.quarters
    yield element("p", say("report-guide-length", least=quarters.min, most=quarters.max))
    yield table([say("report-quarter"), say("report-guide-opens")], rows, "agenda", words=2)


def _events(scenario: Scenario, words: Words) -> Iterator[Element | None]:
    """What will happen, which the players do not know yet."""
    say = words.say
    yield element("h2", say("report-guide-events"))
    if not scenario.events:
        yield element("p", say("report-guide-no-events"))
        return
    yield element("p", say("report-guide-events-note"), class_="soft")
    rows: list[list[str | Element]] = []
    for event in sorted(scenario.events, key=lambda held: held.quarter):
        last = event.quarter + event.length - 1
        name = words.named(event.name, scenario.about.names)
        told = say("report-guide-announced" if event.announced else "report-guide-surprise")
        rows.append(
            [
                str(event.quarter) if last == event.quarter else f"{event.quarter}–{last}",
                element("span", element("strong", name), element("br"), rich("span", words.choose(event.news))),
                element("span", *_effect(event, words), element("br"), told),
            ]
        )
    head = [say("report-quarter"), say("report-guide-event"), say("report-guide-effect")]
    yield table(head, rows, "events", words=3)


def _effect(event: Event, words: Words) -> Iterator[Element | str]:
    """What an event does, and when only."""
    yield words.listed(_effects(event.effect, words))
    yield from _condition(event, words)


def _effects(effect: Effect, words: Words) -> Iterator[str]:
    """What an event does, in words and figures."""
    for name in FACTORS:
        if getattr(effect, name) != 1:
            yield words.say(f"report-effect-{name}", percent=figure(100 * (getattr(effect, name) - 1), sign=True))
    for name in LOSSES:
        if getattr(effect, name):
            yield words.say(f"report-effect-{name}", value=figure(getattr(effect, name), 2))
    for name in HAPPENINGS:
        if getattr(effect, name):
            yield words.say(f"report-effect-{name}")


def _condition(event: Event, words: Words) -> Iterator[Element | str]:
    """When it happens only if the region stands so."""
    held = event.condition
    if held is None:
        return
    index = words.say(f"report-index-{held.index}")
    for side, level in (("below", held.below), ("above", held.above)):
        if level is not None:
            yield element("br")
            yield words.say(f"report-guide-only-{side}", index=index, level=figure(level, 2))


def _questions(scenario: Scenario, words: Words) -> Iterator[Element | None]:
    """The questions of the debrief, each with a likely answer where the author gives one."""
    say, answers = words.say, scenario.teaching.answers
    yield element("h2", say("debrief-questions"))
    if not scenario.briefing.questions:
        yield element("p", say("debrief-no-questions"))
        return
    items = []
    for place, question in enumerate(scenario.briefing.questions):
        parts = [rich("strong", words.choose(question)), goals_led_to(scenario, place, words)]
        if place < len(answers):
            parts.append(rich("span", words.choose(answers[place]), class_="answer"))
        items.append(element("span", *parts))
    yield listed(items, "ol")


def _rest(scenario: Scenario, words: Words) -> Iterator[Element | None]:
    """What is simplified, and variants of the scenario."""
    if scenario.briefing.stylised:
        yield element("h2", words.say("debrief-stylised"))
        yield listed(words.choose(text) for text in scenario.briefing.stylised)
    if scenario.treatments:
        yield element("h2", words.say("report-guide-treatments"))
        yield element("p", words.say("report-guide-treatments-note"), class_="soft")
        items = []
        for name, changes in scenario.treatments.items():
            lines = [element("code", line) for line in _changes(changes)]
            title = element("strong", words.named(name, scenario.about.names))
            items.append(element("span", title, element("br"), *_between(lines)))
        yield listed(items)


def _between(lines: list[Element]) -> Iterator[Element]:
    for place, line in enumerate(lines):
        if place:
            yield element("br")
        yield line


def _changes(changes: Mapping[str, object], before: str = "") -> Iterator[str]:
    """The keys that a variant sets, each with its value."""
    for name, value in changes.items():
        if isinstance(value, Mapping):
            yield from _changes(value, f"{before}{name}.")
        else:
            yield f"{before}{name} = {value}"
