"""The motions on the table with their counts so far, the seat's own motion, and when the hall meets."""

from functools import partial

from game.engine.town_hall import callers_needed
from game.model.town import MOTION_SLOTS, MOTIONS
from game.report.names import firm_names
from game.view.actions import Call, Go, Move, Pick
from game.view.frame import icon
from game.view.hall import AGAINST, FOR, OPEN, Tabled, current_motion, is_open, meeting_ahead, meets, tabled
from game.view.kit.button import Button
from game.view.kit.choice import Choosable, Toggle
from game.view.kit.layout import Box, Column, Flow, Row
from game.view.kit.page import Form
from game.view.kit.scroll import Scroll
from game.view.kit.text import BOLD, LABEL, LABEL_INK
from game.view.kit.widget import Gap, Widget
from game.view.kit.widgets import Label, Panel, Picture, Rule
from game.view.motions import spoken, title
from game.view.pictures.hall import draw_tally
from game.view.stage import Stage

KIND_ICONS = {"firm": "hall", "function": "arrows", "region": "star"}


def chosen(stage: Stage) -> Tabled | None:
    """The motion that is looked at."""
    table = tabled(stage.playing, stage.slot)
    picked = stage.pick("hall_motion")
    return next((motion for motion in table if motion.place == picked), table[0] if table else None)


def motions_panel(stage: Stage, form: Form) -> Widget:
    """The panel; its rows select what the other two show."""
    table = tabled(stage.playing, stage.slot)
    here = chosen(stage)
    rows = [_choosable(stage, motion, here) for motion in table] or [_none(stage)]
    foot = Column(_own(stage), gap=8, pad=(16, 12))
    if form.narrow:
        return Box(Scroll(Column([*rows, foot]), form.scroll, "motions"), card=True, grow=1)
    inside = Column([Scroll(Column(rows), form.scroll, "motions"), Rule(), foot])
    taken = Label(stage.say("hall-places", taken=len(table), places=MOTION_SLOTS), LABEL, wrap=True)
    return Panel(stage.say("hall-motions"), inside, extras=[taken], pad=0, grow=1)


def _none(stage: Stage) -> Widget:
    words = "hall-none-meets" if meets(stage.playing) else "hall-none"
    return Box(Label(stage.say(words), LABEL, wrap=True), pad=(16, 12))


def _choosable(stage: Stage, motion: Tabled, here: Tabled | None) -> Widget:
    kind = MOTIONS[motion.proposal.kind]
    body = stage.playing.rules.bodies.names[motion.proposal.target] if kind == "institution" else KIND_ICONS[kind]
    mover = firm_names(stage.words, stage.playing)[motion.mover]
    moved = stage.say("hall-moved-you") if motion.mover == stage.slot else stage.say("hall-moved", firm=mover)
    head = Row([icon(body, 22), Label(title(stage, motion.proposal), BOLD, wrap=True)], gap=10)
    inside = Column([head, Label(moved, LABEL, wrap=True), _tally(motion), _counts(stage, motion)], gap=5, pad=(16, 10))
    return Choosable(
        f"motion {motion.place}",
        inside,
        Pick("hall_motion", motion.place),
        partial(_is, here, motion.place),
        hint="hint-motion",
    )


def _is(here: Tabled | None, place: int) -> bool:
    return here is not None and here.place == place


def _tally(motion: Tabled) -> Widget:
    ayes, noes, voters = motion.count(FOR), motion.count(AGAINST), max(len(motion.voters), 1)
    return Picture(
        lambda canvas, area: draw_tally(canvas, area, ayes, noes, voters, motion.needed), (ayes, noes, voters), 60, 24
    )


def _counts(stage: Stage, motion: Tabled) -> Widget:
    parts: list[Widget | None] = [
        Label(stage.say(f"hall-{vote}", count=motion.count(vote)), LABEL_INK) for vote in (FOR, OPEN, AGAINST)
    ]
    carried = motion.count(FOR) >= motion.needed and not motion.gone
    needs = stage.say("hall-needs", needed=motion.needed, voters=len(motion.voters))
    words = stage.say("hall-carried") if carried else needs
    return Flow([*parts, Label(words, LABEL)], gap=12)


def _own(stage: Stage) -> list[Widget | None]:
    """What the seat moves, or when it can."""
    session, drafted = stage.playing, stage.playing.draft(stage.slot).motion
    sent = current_motion(session, stage.slot)
    lines: list[Widget | None] = []
    if drafted is not None:
        told = stage.say("hall-yours", motion=spoken(stage, sent)) if sent else stage.say("hall-yours-cannot")
        back = Button("take back", stage.say("hall-take-back"), Move(None), kind="small")
        lines += [Label(told, LABEL_INK, wrap=True), Row([back, Gap(grow=1)])]
    words = stage.say("hall-change" if drafted else "hall-new")
    button = Button("new motion", words, Go("motion"), key="N", kind="row", hint="hint-move")
    lines.append(Box(button, edge="ink", radius=6, pad=1))
    if meets(session):
        return [*lines, Label(stage.say("hall-one"), LABEL, wrap=True)]
    return [*lines, *meeting(stage)]


def meeting(stage: Stage) -> list[Widget | None]:
    """When the hall meets next, and the call for a meeting before that."""
    session = stage.playing
    if not is_open(session):
        return []
    ahead = meeting_ahead(session)
    if ahead == session.quarter + 1:
        return [Label(stage.say("hall-meets-next"), LABEL, wrap=True)]
    when = stage.say("hall-meets-in", quarter=ahead) if ahead else stage.say("hall-meets-never")
    firms = int(session.moment.seen.active[0].sum())
    needs = stage.say("hall-call-needs", needed=callers_needed(firms), firms=firms)
    toggle = Toggle(
        "call",
        lambda: session.draft(stage.slot).call,
        Call,
        stage.say("hall-called"),
        stage.say("hall-not-called"),
        hint="hint-call-meeting",
    )
    return [
        Label(when, LABEL, wrap=True),
        Label(stage.say("hall-call"), LABEL_INK, wrap=True),
        Row([toggle, Gap(grow=1)]),
        Label(needs, LABEL, wrap=True),
    ]
