"""The dilemma lens: which game is being played in an institution, in money, and how much the future has to count."""

from functools import partial

import numpy as np

from game.insight.desk import Question
from game.insight.lens import Game, Lens
from game.insight.stage_game import GameType
from game.model.sheet import Sheet
from game.view.actions import Pick
from game.view.frame import icon
from game.view.kit.button import Button
from game.view.kit.choice import Segmented
from game.view.kit.grid import Grid
from game.view.kit.layout import Box, Column, Row
from game.view.kit.page import Form
from game.view.kit.scroll import Scroll
from game.view.kit.slider import Slider
from game.view.kit.text import BOLD, LABEL, LABEL_BOLD, LABEL_INK, LEAD, SMALL_HEAD, SOFT, Style
from game.view.kit.widget import Gap, Widget
from game.view.kit.widgets import Label, Panel, Picture, Rule
from game.view.panels.unsaid import unsaid
from game.view.pictures.dilemma import SETTLES, draw_scale, draw_tile
from game.view.readings import BROKE, KEPT
from game.view.reasons import lens_of
from game.view.stage import Stage
from game.wording.figures import figure

HELD, ANSWERING = "held", "answering"
FAR = 0.98  # the most that the future can be made to count on the dial


def lens_question(stage: Stage, draft: bool = False) -> Question:
    """What the panel wants to know: how things stand now, with the draft's own decisions or with last quarter's."""
    return lens_of(stage.playing.draft(stage.slot) if draft else Sheet())


def lens_panel(stage: Stage, form: Form, question: Question) -> Widget:
    """The lens on the institution that was picked."""
    names, body = bodies_to_see(stage), body_seen(stage)
    inside = Column([_inside(stage, body, question)], pad=(16, 8))
    if not body:
        inside = Column([Label(stage.say("lens-nothing"), SOFT, wrap=True)], pad=(16, 12))
    extras: list[Widget] = []
    if body:
        extras = [icon(body, 22), Label(stage.say(f"body-{body}"), LABEL_INK, wrap=True)]
    if len(names) > 1:
        extras.append(Button("next lens", stage.say("map-next"), next_lens(stage), key="D", kind="key"))
    if form.narrow:
        head = Row([Label(stage.say("lens-title"), SMALL_HEAD, wrap=True), Gap(grow=1), *extras], gap=10, pad=(16, 8))
        return Column([head, Rule(), inside])
    return Panel(stage.say("lens-title"), Scroll(inside, form.scroll, f"lens {body}"), extras=extras, pad=0)


def bodies_to_see(stage: Stage) -> list[str]:
    """Institutions that are open."""
    bodies = stage.playing.rules.bodies
    return [body for j, body in enumerate(bodies.names) if bodies.opens[j] <= max(len(stage.playing.quarters), 1)]


def body_seen(stage: Stage) -> str:
    """The institution that the lens is on; "" where none is open."""
    names = bodies_to_see(stage)
    picked = stage.pick("body")
    return picked if picked in names else names[0] if names else ""


def next_lens(stage: Stage) -> Pick:
    """The lens on the next institution."""
    names = bodies_to_see(stage)
    return Pick("body", names[(names.index(body_seen(stage)) + 1) % len(names)] if names else "")


def found_lens(stage: Stage, question: Question, body: str) -> Lens | None:
    """The lens on one institution, when it is worked out."""
    answer = stage.reasons.answer(question)
    if answer.value is None:
        return None
    return next((lens for lens in answer.value if lens.body == body), None)


def _inside(stage: Stage, body: str, question: Question) -> Widget:
    waiting = unsaid(stage, question)
    if waiting is not None:
        return waiting
    lens = found_lens(stage, question, body)
    if lens is None or lens.held is None or lens.answering is None:
        return Label(stage.say("lens-alone"), SOFT, wrap=True)
    answering = stage.pick("lens", HELD) == ANSWERING
    game = lens.answering if answering else lens.held
    unit = stage.measures.currency
    name = Row(
        [
            tile(game.kind, 24),
            Label(stage.say(f"lens-{game.kind}"), BOLD, wrap=True),
            Gap(grow=1),
            Label(stage.say("lens-unit", unit=unit), LABEL, wrap=True),
        ],
        gap=8,
    )
    which = Segmented(
        "lens",
        [(HELD, stage.say("lens-held")), (ANSWERING, stage.say("lens-answering"))],
        lambda: stage.pick("lens", HELD),
        partial(Pick, "lens"),
        hint="hint-lens",
    )
    return Column(
        [
            name,
            Label(stage.say(f"lens-means-{game.kind}"), LABEL, wrap=True),
            _cells(stage, game),
            _here(stage, body),
            which,
            Rule(),
            *_future(stage, lens, game),
        ],
        gap=5,
    )


def _cells(stage: Stage, game: Game) -> Widget:
    """The four cells, temptation in words; where best replies settle a cell is outlined in ink."""
    settled = SETTLES[game.kind]
    head: list[Widget | None] = [
        Gap(),
        _column(stage, KEPT, "lens-others-keep"),
        _column(stage, BROKE, "lens-others-break"),
    ]
    table = (
        ((KEPT, "lens-i-keep"), (game.reward, "reward"), (game.sucker, "sucker")),
        ((BROKE, "lens-i-break"), (game.temptation, "temptation"), (game.punishment, "punishment")),
    )
    rows = [head]
    for place, ((mark, message), *cells) in enumerate(table):
        side = Column([icon(mark, 16), Label(stage.say(message), LABEL_BOLD, wrap=True)], gap=2)
        made: list[Widget | None] = [side]
        for column, (value, role) in enumerate(cells):
            made.append(_cell(stage, game, value, role, (place, column) in settled))
        rows.append(made)
    return Grid([64, (1.0,), (1.0,)], rows, gap=8, row_gap=6)


def _column(stage: Stage, mark: str, message: str) -> Widget:
    return Row([icon(mark, 16), Label(stage.say(message), LABEL_INK, wrap=True)], gap=6)


def _cell(stage: Stage, game: Game, value: float, role: str, settles: bool) -> Widget:
    scale = stage.measures.money_scale
    gain = {
        "temptation": game.temptation - game.reward,
        "punishment": game.punishment - game.sucker,
    }.get(role)
    words = stage.say(f"lens-cell-{role}")
    if settles:
        words = stage.say("lens-cell-settles")
    elif gain is not None and gain > 0:
        words = stage.say("lens-cell-tempts")
    if gain is not None:
        words = stage.say("lens-cell-gain", role=words, gain=figure(gain * scale, 1, sign=True))
    inside = Column(
        [Label(figure(value * scale, 1), LEAD, align="center"), Label(words, LABEL, align="center", wrap=True)]
    )
    return Box(
        Box(inside, pad=(4, 1)),
        edge="ink" if settles else "line",
        fill="inset" if settles else "card",
        h=None,
        pad=(1, 4),
        radius=6,
    )


def _here(stage: Stage, body: str) -> Widget | None:
    """Where between the columns the others stood last quarter."""
    kept, members = _others(stage, body)
    if not members:
        return None
    words = stage.say("lens-here", kept=kept, members=members)
    broke = 1 - kept / members
    return Picture(lambda canvas, area: draw_scale(canvas, area, broke, words), (words, broke), 200, 36)


def _others(stage: Stage, body: str) -> tuple[int, int]:
    """How many of the other members were seen to keep last quarter, and how many there are."""
    j, seen = stage.playing.rules.bodies.names.index(body), stage.playing.seen(stage.slot)
    others = seen.member[0, j] & seen.active[0]
    others = others & (np.arange(len(others)) != stage.slot)
    return int((others & seen.kept[0, j]).sum()), int(others.sum())


def _future(stage: Stage, lens: Lens, game: Game) -> list[Widget | None]:
    """The dial: how much the next quarter counts, against what it takes to keep."""
    needed = game.needed

    def counts() -> float:
        return float(stage.pick("future", lens.patience))

    def said() -> str:
        return _verdict(stage, game, counts())

    words = stage.say("lens-needed-none") if needed is None else _needed(stage, needed)
    tick = needed if needed is not None and needed <= FAR else None
    head = Row(
        [
            Label(stage.say("lens-shadow"), SMALL_HEAD, wrap=True),
            Gap(grow=1),
            Label(lambda: stage.say("lens-yours", value=figure(counts(), 2)), Style(14, 20, "bold")),
        ],
        gap=6,
    )
    dial = Slider(
        "future", counts, partial(Pick, "future"), 0.0, FAR, 0.02, was=lens.patience, tick=tick, hint="hint-future"
    )
    return [head, Row([dial, Label(words, LABEL_INK, wrap=True)], gap=10), Label(said, LABEL_INK, wrap=True)]


def _needed(stage: Stage, needed: float) -> str:
    if needed > 1:
        return stage.say("lens-needed-never")
    return stage.say("lens-needed", value=figure(needed, 2))


def _verdict(stage: Stage, game: Game, patience: float) -> str:
    """What breaking pays at once, and what keeping is worth in the end if the others answer one breach for good."""
    shown, unit = stage.measures, stage.measures.currency
    gain = game.temptation - game.reward
    if game.needed is None:
        return stage.say("lens-no-temptation")
    keep = game.reward
    leave = (1 - patience) * game.temptation + patience * game.punishment
    return stage.say(
        "lens-worth" if keep >= leave else "lens-not-worth",
        gain=shown.money(gain),
        keep=shown.money(keep),
        leave=shown.money(leave),
        unit=unit,
    )


def tile(kind: GameType, side: float = 22) -> Widget:
    """The little two by two as a widget."""
    return Picture(lambda canvas, area: draw_tile(canvas, area, kind), ("tile", kind), side, side)
