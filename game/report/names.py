"""Names, amounts and causes of a game in words: the same in the window and in a report."""

from game.model.observation import Observation
from game.report.causes import Cause
from game.report.teller import Teller
from game.session.session import Session
from game.wording.words import Words


def firm_names(words: Words, session: Session, seen: Observation | None = None) -> list[str]:
    """Names by slot, now or in an earlier picture: the scenario's firms by theirs, newcomers by their number."""
    held = (session.moment.seen if seen is None else seen).firm_id[0]
    return [firm_name(words, session, int(number)) for number in held]


def firm_name(words: Words, session: Session, number: int) -> str:
    """The name of a firm by its id."""
    scenario = session.setup.scenario
    if 1 <= number <= len(scenario.firms):
        return words.named(scenario.firms[number - 1].name, scenario.about.names)
    return words.say("map-newcomer", number=number)


def word_cause(teller: Teller, cause: Cause) -> str:
    """A cause in words."""
    shown = teller.measures
    bodies = teller.playing.rules.bodies.names
    name = teller.say(f"body-the-{cause.name}") if cause.name in bodies else teller.named(cause.name)
    numbers: dict[str, str | int] = {}
    for key, value in cause.numbers.items():
        if key == "amount":
            numbers[key] = shown.money(value)
        elif cause.code == "price":
            numbers[key] = shown.price(value)
        else:
            numbers[key] = round(value)
    return teller.say(f"cause-{cause.code}", name=name, price_unit=teller.measures.price_unit, **numbers)
