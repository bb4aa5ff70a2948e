"""What came of a tournament: the ranking, who earned what from whom, who kept, and who would spread."""

from collections.abc import Callable
from functools import partial

import numpy as np

from game.insight.contest import GONE, Result
from game.view.actions import Pick
from game.view.frame import icon
from game.view.kit.grid import Grid
from game.view.kit.layout import Column, Row
from game.view.kit.listing import Listing, Option
from game.view.kit.paint import Canvas
from game.view.kit.pen import Rect
from game.view.kit.slider import Slider
from game.view.kit.text import BODY, BOLD, LABEL, LABEL_BOLD, LABEL_INK, SOFT
from game.view.kit.widget import Gap, Widget
from game.view.kit.widgets import Label, Meter, Picture
from game.view.panels.contest import contest, result
from game.view.pictures.chart import Axes, draw_chart, nice_ticks
from game.view.pictures.heat import Heat, HeatTable
from game.view.pictures.line_names import Series
from game.view.stage import Stage
from game.wording.figures import figure, percent

VIEWS = ("ranking", "payoff", "kept", "spread")
NAMED = 4  # lines of the chart with a name
TOLD = 0.08  # least last share of a line with a name
PEAK = 1.25  # how far a share must have risen, and have fallen since, to be told
LEAST_BAR = 80.0


def view(stage: Stage) -> str:
    """Which side of the result is shown."""
    return str(stage.pick("contest_view", VIEWS[0]))


def shown(stage: Stage, small: bool) -> Widget:
    """The chosen side of the result, or what to do where there is none yet."""
    made = result(stage)
    if made is None:
        return Label(stage.say("tournament-none"), SOFT, wrap=True)
    sides: dict[str, Callable[[Stage, Result], Widget]] = {
        "ranking": partial(_ranking, small=small),
        "payoff": _payoff,
        "kept": _kept,
        "spread": partial(_spread, small=small),
    }
    side = sides[view(stage)](stage, made)
    if made.contest == contest(stage):
        return side
    changed = Row([icon("speech", 20), Label(stage.say("tournament-changed"), LABEL_INK, wrap=True)], gap=8)
    return Column([changed, side], gap=8, grow=1)


def name_of(stage: Stage, name: str) -> str:
    """A strategy in words."""
    return stage.say(f"strategy-{name}")


def _names(stage: Stage, made: Result) -> list[str]:
    """Names in the order of the ranking, each with its place."""
    held = made.standings.strategies
    return [f"{place + 1}  {name_of(stage, held[i])}" for place, i in enumerate(made.order)]


def _ranking(stage: Stage, made: Result, small: bool) -> Widget:
    """Best first: bars from nought, or from the least payoff where that is below it; where it is narrow under names."""
    held = made.contest.payoffs.by_past
    low, high = min(0.0, float(held.min())), float(max(held.max(), 0.0))
    score, kept = made.standings.score, made.standings.cooperation.mean(axis=1)
    heads: list[Widget | None] = [
        Label(stage.say("tournament-mean"), LABEL, align="right"),
        Label(stage.say("tournament-column-kept"), LABEL, align="right"),
    ]
    first = Label(stage.say("tournament-column-strategy"), LABEL)
    rows = [[first, *heads]] if small else [[first, Gap(), *heads]]
    for name, i in zip(_names(stage, made), made.order, strict=True):
        bar = Meter(partial(_bar, (float(score[i]) - low) / (high - low)), h=16, w=LEAST_BAR)
        label = Label(name, BODY, wrap=small)
        cells: list[Widget | None] = [Column([label, bar], gap=2)] if small else [label, bar]
        mean = Label(figure(float(score[i]), 2), BOLD, align="right")
        rows.append([*cells, mean, Label(percent(float(kept[i])), LABEL_INK, align="right")])
    best = made.order[0]
    name = name_of(stage, made.standings.strategies[best])
    columns: list[float | str | tuple[float]] = [(1.0,)] if small else ["auto", (1.0,)]
    return Column(
        [
            Label(stage.say("tournament-best", name=name, score=figure(float(score[best]), 2)), BODY, wrap=True),
            Grid([*columns, "auto", "auto"], rows, gap=14, row_gap=4 if small else 0, row_height=30),
            Label(
                stage.say("tournament-note-ranking", low=figure(low, 1), high=figure(high, 1)),
                LABEL,
                wrap=True,
            ),
        ],
        gap=8,
    )


def _bar(part: float) -> tuple[tuple[float, str], ...]:
    return ((part, "ink"),)


def _payoff(stage: Stage, made: Result) -> Widget:
    table = made.standings.payoff
    low, span = float(table.min()), max(float(np.ptp(table)), 1e-9)
    order = made.order
    figures = tuple(tuple(figure(float(table[i, k]), 2) for k in order) for i in order)
    parts = tuple(tuple((float(table[i, k]) - low) / span for k in order) for i in order)
    return _table(stage, made, figures, parts, "grey", "tournament-note-payoff")


def _kept(stage: Stage, made: Result) -> Widget:
    table, order = made.standings.cooperation, made.order
    figures = tuple(tuple(percent(float(table[i, k])) for k in order) for i in order)
    parts = tuple(tuple(float(table[i, k]) for k in order) for i in order)
    return _table(stage, made, figures, parts, "kept", "tournament-note-kept")


def _table(
    stage: Stage,
    made: Result,
    figures: tuple[tuple[str, ...], ...],
    parts: tuple[tuple[float, ...], ...],
    tint: str,
    note: str,
) -> Widget:
    heads = tuple(str(place + 1) for place in range(len(made.order)))
    heat = Heat(tuple(_names(stage, made)), heads, figures, parts, tint)
    return Column([HeatTable(heat, "contest table"), Label(stage.say(note), LABEL, wrap=True)], gap=10)


def generation(stage: Stage) -> int:
    """The generation looked at."""
    return int(stage.pick("generation", 0))


def _spread(stage: Stage, made: Result, small: bool) -> Widget:
    """Shares by generation, what they are in the one looked at, and what happened until then."""
    series, axes = _lines(stage, made)

    def draw(canvas: Canvas, area: Rect) -> None:
        draw_chart(canvas, area, series, axes, markers=False)

    picture = Picture(draw, (series, axes), 200, 150 if small else 220, grow=1, name="spread")
    told = Label(happened(stage, made), BODY, wrap=True)
    note = Label(stage.say("tournament-note-spread"), LABEL, wrap=True)
    dial, listing = _dial(stage, len(made.shares) - 1), _listing(stage, made, small)
    if small:
        return Column([dial, picture, told, listing, note], gap=6, grow=1)
    return Column([told, dial, Row([picture, listing], gap=16, cross="fill", grow=1), note], gap=8, grow=1)


def _dial(stage: Stage, last: int) -> Widget:
    """Time."""
    slider = Slider(
        "generation",
        lambda: float(generation(stage)),
        lambda value: Pick("generation", round(value)),
        0,
        last,
        1,
        hint="hint-generation",
    )
    at = Label(str(generation(stage)), LABEL_BOLD, align="right", least="000")
    return Row([Label(stage.say("tournament-generation"), LABEL_INK), slider, at], gap=10)


def _listing(stage: Stage, made: Result, small: bool) -> Listing:
    """Strategies by their share in the generation looked at."""
    names, now = made.standings.strategies, made.shares[generation(stage)]
    options = [
        Option(names[i], name_of(stage, names[i]), f"{percent(float(now[i]))} %")
        for i in sorted(range(len(names)), key=lambda i: -float(now[i]))
    ]
    return Listing(
        "contest line",
        options,
        lambda: _chosen(stage, made),
        partial(Pick, "contest_line"),
        rows=1 if small else 8,
        hint="hint-compare-strategy",
    )


def _chosen(stage: Stage, made: Result) -> str:
    """The strategy whose line is dark: the one picked, else the one that is most frequent in the end."""
    names = made.standings.strategies
    picked = stage.pick("contest_line")
    return picked if picked in names else names[int(made.shares[-1].argmax())]


def _lines(stage: Stage, made: Result) -> tuple[tuple[Series, ...], Axes]:
    """Lines in per cent, the chosen one dark and the largest in the end named, and their axes."""
    shares, names = 100 * made.shares, made.standings.strategies
    large = sorted(range(len(names)), key=lambda i: -float(shares[-1, i]))[:NAMED]
    series = []
    for i, name in enumerate(names):
        values = tuple(float(value) for value in shares[:, i])
        label = name_of(stage, name)
        if name == _chosen(stage, made):
            series.append(Series(values, label, "ink", "ink", 3.5, marker=""))
        else:
            named = i in large and values[-1] >= 100 * TOLD
            series.insert(0, Series(values, label if named else "", "edge", "soft", 1.4, marker=""))
    ticks = nice_ticks(0, float(shares.max()))
    axes = Axes(
        0,
        ticks[-1],
        tuple((tick, f"{figure(tick)} %") for tick in ticks),
        len(shares) - 1,
        first=0,
        quarter_label="#",
        played=generation(stage),
    )
    return tuple(series), axes


def happened(stage: Stage, made: Result) -> str:
    """What has happened until the generation looked at: who holds how much, who is gone, who rose and fell again."""
    at = generation(stage)
    names, shares = made.standings.strategies, made.shares
    if at == 0:
        return stage.say("tournament-even", count=len(names), share=percent(1 / len(names)))
    now = shares[at]
    first = int(now.argmax())
    equals = [i for i in range(len(names)) if now[i] > now[first] - GONE]
    listed = stage.say("tournament-and").join(name_of(stage, names[i]) for i in equals[:NAMED])
    message = "tournament-leads" if len(equals) == 1 else "tournament-lead"
    said = [stage.say(message, generation=at, name=listed, share=percent(float(now[first])))]
    gone = [i for i in range(len(names)) if now[i] < GONE]
    if gone:
        said.append(stage.say("tournament-gone", count=len(gone), all=len(names)))
    peak = shares[: at + 1].max(axis=0)
    risen = [i for i in range(len(names)) if peak[i] > PEAK * max(float(shares[0, i]), float(now[i]))]
    if risen:
        top = max(risen, key=lambda i: float(peak[i]))
        when = int(shares[: at + 1, top].argmax())
        said.append(
            stage.say("tournament-rose", name=name_of(stage, names[top]), share=percent(float(peak[top])), when=when)
        )
    return stage.words.run_on(said)
