"""One line against the others: the own firm with a neighbour, or an institution, dark; all else grey."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from game.view.actions import Pick
from game.view.kit.layout import Box, Column, Row
from game.view.kit.listing import Listing, Option
from game.view.kit.text import LABEL, SOFT
from game.view.kit.widget import Gap, Widget
from game.view.kit.widgets import Label, Panel
from game.view.neighbours import Comparison, Yardstick, comparison, names_by_firm
from game.view.panels.course import amounts, hundred, plotted
from game.view.pictures.chart import Axes
from game.view.pictures.line_names import Series, known
from game.view.stage import Stage
from game.wording.figures import figure

FIRM, TOGETHER = "firm", "together"
PICKS = {FIRM: "neighbour", TOGETHER: "body"}
ROWS = 3  # lines that a list asks for; it shows as many as have room


@dataclass(frozen=True)
class Compared:
    """A chart with the list of what may be dark in it."""

    series: tuple[Series, ...]
    axes: Axes
    unit: str
    note: str
    options: tuple[Option, ...]
    chosen: object
    title: str


def compared(stage: Stage, kind: str) -> Compared:
    """The chart of a kind, after a quarter was played."""
    return _firms(stage) if kind == FIRM else _bodies(stage)


def next_choice(stage: Stage, kind: str, by: int) -> Pick | None:
    """Choose the next line of the list, or the one before; None where there is nothing to choose."""
    if not stage.playing.quarters:
        return None
    held = compared(stage, kind)
    keys = [option.key for option in held.options]
    if not keys:
        return None
    place = keys.index(held.chosen) + by
    return Pick(PICKS[kind], keys[min(max(place, 0), len(keys) - 1)])


def compare_panel(stage: Stage, kind: str, small: bool) -> Widget:
    """The chart and the list beside it; in a narrow window the list is one line above."""
    held = compared(stage, kind)
    unit = Label(held.unit, SOFT)
    note = Label(held.note, LABEL if small else SOFT, wrap=True)
    picture = plotted(stage, f"chart {kind}", held.series, held.axes, 120)
    if not small:
        head = Row([note, Gap(grow=1), unit], gap=12)
        side = _listing(kind, held, ROWS)
        inside = Row([picture, side], gap=16, cross="fill") if side else picture
        return Panel(held.title, Column([head, Box(inside, grow=1)], gap=8), grow=1)
    side = _listing(kind, held, 1)
    head = Row([note if side is None else side, Gap(grow=1), unit], gap=12)
    below = [] if side is None else [note]
    return Box(Column([head, picture, *below], gap=4, pad=(12, 6)), card=True, grow=1)


def _listing(kind: str, held: Compared, rows: int) -> Widget | None:
    if not held.options:
        return None
    return Listing(
        "compare",
        held.options,
        lambda: held.chosen,
        lambda value: Pick(PICKS[kind], value),
        rows=rows,
        hint=f"hint-compare-{kind}",
    )


def _firms(stage: Stage) -> Compared:
    session = stage.playing
    made = comparison(session, stage.slot)
    shown = stage.measures
    sales = made.by is Yardstick.SALES
    scale, places = (shown.units.volume_scale, 0) if sales else (shown.money_scale, 1)
    names = names_by_firm(stage.words, session)
    lines = {number: tuple(value * scale for value in line) for number, line in made.others.items()}
    ids = list(lines)
    picked = stage.pick(PICKS[FIRM])
    chosen = picked if picked in lines else ids[0] if ids else None
    series = [Series(line, "", "grey", width=1.2, marker="") for number, line in lines.items() if number != chosen]
    series += _emphasised(stage, made, scale, places)
    if chosen is not None:
        named = _named(names[chosen], lines[chosen], places)
        series.insert(-1, Series(lines[chosen], named, "ink", "ink", 3, marker="square"))
    options = tuple(Option(number, names[number], _last(lines[number], places)) for number in ids)
    everything = [value for item in series for value in item.values]
    return Compared(
        tuple(series),
        amounts(stage, everything),
        shown.volume_unit if sales else shown.currency,
        stage.say(f"charts-note-{made.by}"),
        options,
        chosen,
        stage.say(f"charts-title-{made.by}"),
    )


def _emphasised(stage: Stage, made: Comparison, scale: float, places: int) -> list[Series]:
    """The median of the others, and the own line last, on top of all."""
    series = []
    middle = tuple(value * scale for value in made.middle)
    item = Series(middle, stage.say("chart-median"), "grey", "soft", 2, dash=True, marker="")
    if len(made.others) > 1 and known(item):
        series.append(item)
    own = tuple(value * scale for value in made.own)
    words = stage.say("chart-you", value=figure(own[-1], places))
    return [*series, Series(own, words, "you", "you_text", 4)]


def _named(name: str, line: Sequence[float], places: int) -> str:
    last = _last(line, places)
    return f"{name} {last}" if last else name


def _last(line: Sequence[float], places: int) -> str:
    """The value after the last quarter; none for a firm that is gone."""
    return "" if np.isnan(line[-1]) else figure(line[-1], places)


def _bodies(stage: Stage) -> Compared:
    """What members of each institution were seen to give on average; one dark, with what the own firm gave in it."""
    means, own = _efforts(stage)
    keys = list(means)
    picked = stage.pick(PICKS[TOGETHER])
    chosen = picked if picked in means else keys[0] if keys else None
    series = [Series(line, "", "grey", width=1.2, marker="") for body, line in means.items() if body != chosen]
    if chosen is not None:
        last = _last(means[chosen], 0)
        words = stage.say("chart-members", value=last) if last else stage.say(f"body-{chosen}")
        series.append(Series(means[chosen], words, "ink", "ink", 4, marker="square"))
        mine = Series(own[chosen], "", "you", "you_text", 3)
        if known(mine):
            words = stage.say("chart-you", value=figure(own[chosen][known(mine)[-1]]))
            series.append(Series(own[chosen], words, "you", "you_text", 3))
    options = tuple(Option(body, stage.say(f"body-{body}"), _last(line, 0), body) for body, line in means.items())
    note = "charts-note-together" if keys else "charts-note-no-together"
    title = stage.say(f"body-{chosen}") if chosen is not None else stage.say("charts-together")
    return Compared(tuple(series), hundred(stage), "%", stage.say(note), options, chosen, title)


def _efforts(stage: Stage) -> tuple[dict[str, tuple[float, ...]], dict[str, tuple[float, ...]]]:
    """Mean observed effort of the members of each institution that had some, and the own one, in per cent."""
    means, own = {}, {}
    for j, body in enumerate(stage.playing.rules.bodies.names):
        line, mine = [], []
        for quarter in stage.playing.quarters:
            member, seen = quarter.outcome.membership.member[0, j], quarter.outcome.games.observed[0, j]
            line.append(100 * float(seen[member].mean()) if member.any() else float("nan"))
            mine.append(100 * float(seen[stage.slot]) if member[stage.slot] else float("nan"))
        if not np.isnan(line).all():
            means[body], own[body] = tuple(line), tuple(mine)
    return means, own
