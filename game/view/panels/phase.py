"""The phase map panel: the measured map of a policy with the game's path, or the offer to measure it."""

from game.insight.phase import COOPERATIVE, DRAWS, GRID, MIXED, NEVER, POLICIES, QUARTERS, Phase
from game.view.actions import MeasurePhase, Pick
from game.view.basins import phase_map, phase_note
from game.view.kit.button import Button
from game.view.kit.choice import Segmented
from game.view.kit.layout import Box, Column, Row
from game.view.kit.page import Form
from game.view.kit.scroll import Scroll
from game.view.kit.tag import Tag
from game.view.kit.text import BODY, LABEL
from game.view.kit.widget import Gap, Widget
from game.view.kit.widgets import Label, Panel, Picture
from game.view.pictures.phase import draw_phase
from game.view.stage import Stage

POLICY_ORDER = (MIXED, COOPERATIVE, NEVER)
LEAST = 180.0


def phase_panel(stage: Stage, form: Form) -> Widget:
    """The map under a head with the choice of policy, and what it is below."""
    if stage.phase is None:
        return Panel(stage.say("charts-map"), Scroll(_offer(stage), form.scroll, "phase"), pad=0, grow=1)
    inside = Column([_picture(stage, stage.phase), _note(stage, stage.phase)], gap=4, pad=(14, 6))
    return Panel(stage.say("charts-map"), inside, beside=[_estimate(stage)], extras=[_choice(stage)], pad=0, grow=1)


def phase_view(stage: Stage, form: Form, high: float) -> Widget:
    """The same where one thing is shown at a time: the map as high as can be seen, the rest below."""
    if stage.phase is None:
        inside = _offer(stage)
    else:
        picture = Box(_picture(stage, stage.phase), h=max(high, LEAST))
        choose = Row([_estimate(stage), _choice(stage)], gap=12)
        inside = Column([picture, choose, _note(stage, stage.phase)], gap=8, pad=(10, 6))
    return Box(Scroll(inside, form.scroll, "phase"), card=True, grow=1)


def shown_policy(stage: Stage) -> str:
    """The policy under which the map is shown."""
    picked = stage.pick("phase_policy", MIXED)
    return picked if picked in POLICIES else MIXED


def _picture(stage: Stage, phase: Phase) -> Widget:
    chart = phase_map(stage, phase, shown_policy(stage))
    return Picture(lambda canvas, area: draw_phase(canvas, area, chart), (chart,), 240, LEAST, grow=1, name="phase map")


def _estimate(stage: Stage) -> Widget:
    return Tag(stage.say("charts-estimate"), dashed=True)


def _choice(stage: Stage) -> Widget:
    return Segmented(
        "policy",
        [(name, stage.say(f"charts-policy-{name}")) for name in POLICY_ORDER],
        lambda: shown_policy(stage),
        lambda value: Pick("phase_policy", value),
        grow=0,
        hint="hint-policy",
    )


def _note(stage: Stage, phase: Phase) -> Widget:
    return Label(phase_note(stage, phase, shown_policy(stage)), LABEL, wrap=True)


def _offer(stage: Stage) -> Widget:
    """There is no map yet: what measuring takes."""
    games = GRID * GRID * DRAWS * len(POLICIES)
    button = Button("measure", stage.say("charts-measure"), MeasurePhase(), key="M", hint="hint-measure")
    return Column(
        [
            Label(stage.say("charts-map-none"), BODY, wrap=True),
            Label(stage.say("charts-measure-takes", games=games, quarters=QUARTERS), LABEL, wrap=True),
            Row([button, Gap(grow=1)]),
        ],
        gap=12,
        pad=(16, 12),
    )
