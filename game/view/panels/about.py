"""All about one scenario file: what it is for and how long, with the choices before a game; or what is wrong in it."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from game.model.scenario import Scenario
from game.rivals.difficulty import DIFFICULTIES
from game.view.actions import Pick
from game.view.frame import bulleted, icon
from game.view.kit.choice import Segmented
from game.view.kit.grid import Grid
from game.view.kit.layout import Column, Row
from game.view.kit.page import Form
from game.view.kit.scroll import Scroll
from game.view.kit.text import BODY, LABEL, LEAD, SCREEN_HEAD, SMALL_HEAD, SOFT
from game.view.kit.widget import Gap, Widget
from game.view.kit.widgets import Label, Picture, Rule
from game.view.pictures.land import draw_strip_land
from game.view.shelf import Entry
from game.view.stage import Stage

SHOWN_FAULTS = 12
LAND = 104.0


def about_panel(stage: Stage, entry: Entry | None, form: Form) -> Widget:
    """The right side of the picker."""
    if entry is None:
        return Column([Label(stage.say("picker-none"), SOFT, wrap=True)], pad=16)
    if entry.scenario is None:
        return Scroll(_broken(stage, entry), form.scroll, "detail")
    view = Scroll(_about(stage, entry.scenario), form.scroll, f"detail {stage.pick('scenario', 0)}")
    return view if form.narrow else Column([Picture(draw_strip_land, "strip", 100, LAND), view])


def _broken(stage: Stage, entry: Entry) -> Widget:
    head = [Label(entry.path.name, SCREEN_HEAD, wrap=True), Label(stage.say("picker-broken-why"), BODY, wrap=True)]
    faults = [Label(line, LABEL, wrap=True) for line in entry.fault_lines[:SHOWN_FAULTS]]
    return Column([*head, Rule(), *faults], gap=10, pad=16)


def _about(stage: Stage, scenario: Scenario) -> Widget:
    about = scenario.about
    title = Label(stage.words.choose(about.title), SCREEN_HEAD, wrap=True)
    lines: list[Widget | None] = [
        Row([title, Gap(grow=1), icon(about.icon, 40)], gap=12),
        Label(stage.words.choose(about.summary), BODY, wrap=True),
        _facts(stage, scenario),
        Rule(),
    ]
    if about.goals:
        goals = bulleted([stage.words.choose(goal) for goal in about.goals])
        lines += [Label(stage.say("picker-goals"), SMALL_HEAD), goals, Rule()]
    return Column([*lines, _choices(stage, scenario)], gap=10, pad=(16, 12))


def _facts(stage: Stage, scenario: Scenario) -> Widget:
    least, most = scenario.quarters.min, scenario.quarters.max
    length = str(least) if least == most else stage.say("picker-length", least=least, most=most)
    kinds = len({firm.strategy for firm in scenario.firms if not firm.seat})
    facts = {"firms": len(scenario.firms), "quarters": length, "minutes": scenario.about.minutes, "kinds": kinds}
    cells = [
        Column([Label(str(value), LEAD), Label(stage.say(f"picker-fact-{name}"), LABEL)])
        for name, value in facts.items()
    ]
    return Grid([(1.0,)] * len(cells), [cells], gap=12)


def _choices(stage: Stage, scenario: Scenario) -> Widget:
    """Firm, rivals, and the variant if the scenario has some."""

    def named(name: str) -> str:
        return stage.words.named(name, scenario.about.names)

    seats = [(slot, named(firm.name)) for slot, firm in enumerate(scenario.firms) if firm.seat]
    levels = [(level, stage.say(f"picker-level-{level}")) for level in DIFFICULTIES]
    variants = [
        ("", stage.say("picker-as-written")),
        *((name, named(name).replace("_", " ")) for name in scenario.treatments),
    ]
    rows = [_choice(stage, "firm", seats), _choice(stage, "difficulty", levels, "normal")]
    if scenario.treatments:
        rows.append(_choice(stage, "treatment", variants))
    return Grid(["auto", (1.0,)], rows, gap=16, row_gap=8)


def _choice(stage: Stage, name: str, options: Sequence[tuple[Any, str]], usual: Any = None) -> list[Widget | None]:
    """A row of the choices; what was not picked is the usual one, or the first."""
    start = options[0][0] if usual is None else usual

    def value() -> Any:
        picked = stage.pick(name)
        return start if picked is None else picked

    return [Label(stage.say(f"picker-{name}")), Segmented(name, options, value, partial(Pick, name))]
