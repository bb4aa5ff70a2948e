"""The briefing: who you are, what there is to learn, and what opens when."""

from collections.abc import Mapping
from typing import Any

import pygame

from game.report.goals import has_goals
from game.view.actions import Back, Go, Play
from game.view.frame import ScreenPage, bottom_bar, bulleted, icon, main_button, page, plain_top
from game.view.kit.grid import Grid
from game.view.kit.layout import Box, Column, Row
from game.view.kit.page import Form
from game.view.kit.scroll import Scroll
from game.view.kit.text import BODY, BOLD, LABEL, SCREEN_HEAD, SMALL_HEAD
from game.view.kit.widget import Gap, Widget
from game.view.kit.widgets import Label, Panel, Rule
from game.view.panels.goals import goal_list
from game.view.stage import Stage


def briefing_page(stage: Stage) -> ScreenPage:
    """The briefing."""
    return ScreenPage(
        make=lambda form: _tree(stage, form),
        depends=lambda: None,
        keys=_keys,
        first="play",
        name="briefing",
    )


def _keys() -> Mapping[int, Any]:
    return {pygame.K_RETURN: Play(), pygame.K_ESCAPE: Back(), pygame.K_F1: Go("help"), pygame.K_F10: Play()}


def _tree(stage: Stage, form: Form) -> Widget:
    scenario = stage.playing.setup.scenario
    say, choose = stage.say, stage.words.choose
    firm = scenario.firms[stage.slot]
    told = Column(
        [
            Label(say("briefing-you", firm=stage.named(firm.name)), SCREEN_HEAD, wrap=True),
            *[Label(choose(text), BODY, wrap=True) for text in scenario.briefing.text],
            Gap(4),
            Label(say("briefing-goals"), SMALL_HEAD) if scenario.about.goals else None,
            bulleted([choose(goal) for goal in scenario.about.goals]) if scenario.about.goals else None,
        ],
        gap=12,
    )
    story = Panel(choose(scenario.about.title), Scroll(told, form.scroll, "briefing"), grow=1)
    agenda = Panel(say("briefing-agenda"), Scroll(_agenda(stage), form.scroll, "agenda"), grow=1)
    wanted = goal_list(stage, begun=False) if has_goals(stage) else None
    side = Column([Panel(say("goal-title"), wanted) if wanted is not None else None, agenda], gap=16)
    body: Widget
    if form.narrow:
        body = Box(
            Scroll(
                Column(
                    [told, *_headed(say("goal-title"), wanted), *_headed(say("briefing-agenda"), _agenda(stage))],
                    gap=10,
                ),
                form.scroll,
                "briefing",
            ),
            card=True,
            pad=(16, 12),
            grow=1,
        )
    else:
        wide = form.width - 48
        body = Row([Box(story, w=wide * 0.58), Box(side, w=wide * 0.42)], gap=16, cross="fill")
    main = main_button("play", say("briefing-play"), Play(), "Enter")
    hints = [("Esc", say("app-back")), ("F1", say("app-help"))]
    return page(
        form,
        plain_top(stage, say("briefing-title"), choose(scenario.about.lesson), form),
        body,
        bottom_bar(form, hints, main),
    )


def _headed(head: str, inside: Widget | None) -> list[Widget]:
    """A part of the page under a head of its own; nothing where there is none."""
    return [] if inside is None else [Gap(8), Rule(), Label(head, SMALL_HEAD), inside]


def _agenda(stage: Stage) -> Widget:
    """What opens in which quarter, how long the game lasts, and how a quarter goes."""
    rules, say = stage.playing.rules, stage.say
    opens: dict[int, list[tuple[str, str]]] = {}
    for name, quarter in rules.opens.items():
        opens.setdefault(quarter, []).append(("", say(f"decision-{name.replace('_', '-')}")))
    for j, body in enumerate(rules.bodies.names):
        opens.setdefault(int(rules.bodies.opens[j]), []).append((body, say(f"body-{body}")))
    quarters = rules.scenario.quarters
    rows: list[Widget | None] = [
        Label(_length(stage), BODY, wrap=True),
        Rule(),
    ]
    for quarter in sorted(quarter for quarter in opens if quarter <= quarters.max):
        bodies = [Row([icon(body, 20), Label(words, BOLD)], gap=8) for body, words in opens[quarter] if body]
        others = stage.listed(words for body, words in opens[quarter] if not body)
        rows.append(
            Grid(
                [52, (1.0,)],
                [
                    [
                        Label(say("briefing-quarter", quarter=quarter), BOLD),
                        Column([*bodies, Label(others, LABEL, wrap=True) if others else None], gap=4),
                    ]
                ],
                gap=12,
            )
        )
    rows += [Rule(), Label(say("briefing-how"), LABEL, wrap=True)]
    return Column(rows, gap=10)


def _length(stage: Stage) -> str:
    quarters = stage.playing.setup.scenario.quarters
    if quarters.min == quarters.max:
        return stage.say("briefing-length-fixed", count=quarters.max)
    return stage.say("briefing-length", least=quarters.min, most=quarters.max)
