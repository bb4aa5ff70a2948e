"""Which learning goals a question of the debrief leads to, as the author of the scenario says."""

from xml.etree.ElementTree import Element

from game.model.scenario import Scenario
from game.report.markup import element, rich
from game.wording.words import Words


def goals_led_to(scenario: Scenario, place: int, words: Words) -> Element | None:
    """The goals that the question at a place leads to, in words; nothing where the author names none."""
    named = scenario.teaching.leads_to
    if place >= len(named) or not named[place]:
        return None
    goals = words.listed([words.choose(scenario.about.goals[number - 1]) for number in named[place]])
    return element("span", rich("span", words.say("report-leads-to", goals=goals)), class_="soft leads")
