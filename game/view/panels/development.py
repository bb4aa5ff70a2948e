"""The development of the region: cluster, brand, economy and their mean, from the opening on."""

from dataclasses import replace

from game.insight.phase import MIXED
from game.view.kit.layout import Box, Column, Row
from game.view.kit.tag import Tag
from game.view.kit.text import LABEL
from game.view.kit.widget import Gap, Widget
from game.view.kit.widgets import Label, Panel
from game.view.panels.course import hundred, plotted
from game.view.pictures.chart import Axes
from game.view.pictures.line_names import Series
from game.view.region import development, stage_name
from game.view.stage import Stage
from game.wording.figures import figure

LOOKS = {
    "total": ("seal_mark", "dot", False),
    "economy": ("economy_mark", "diamond", False),
    "cluster": ("ink", "square", False),
    "brand": ("brand_mark", "triangle", True),
}


def development_panel(stage: Stage) -> Widget:
    """The chart under a head with the stage of the life cycle."""
    points = Label(stage.say("charts-points"), LABEL, wrap=True)
    return Panel(
        stage.say("charts-development"), _chart(stage), beside=[points], extras=_tags(stage), pad=(14, 4), grow=1
    )


def development_view(stage: Stage) -> Widget:
    """The same where one thing is shown at a time."""
    head = Row([Label(stage.say("charts-points"), LABEL, wrap=True), Gap(grow=1), *_tags(stage)], gap=12)
    return Box(Column([head, _chart(stage)], gap=4, pad=(12, 6)), card=True, grow=1)


def _tags(stage: Stage) -> list[Widget]:
    name = stage_name(stage.playing)
    return [Tag(stage.say("charts-stage", stage=stage.say(f"stage-{name}")))] if name else []


def _chart(stage: Stage) -> Widget:
    held = development(stage.playing)
    series = [
        Series(
            held[name],
            stage.say(f"chart-{name}", value=figure(held[name][-1])),
            token,
            "ink",
            4 if name == "total" else 2.4,
            dash,
            marker,
        )
        for name, (token, marker, dash) in LOOKS.items()
    ]
    axes = _axes(stage)
    return plotted(stage, "development", series, axes, 120)


def _axes(stage: Stage) -> Axes:
    """From the opening to the last quarter there may be, with the level from which on the brand grows."""
    on = float("inf") if stage.phase is None else 100 * float(stage.phase.on[stage.phase.policies.index(MIXED)])
    return replace(
        hundred(stage),
        first=0,
        levels=((on, stage.say("chart-takes-hold", level=figure(on))),) if 0 < on < 100 else (),
    )
