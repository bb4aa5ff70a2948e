"""Motions in words: on the table, in the news, and what became of the seat's own."""

from collections.abc import Iterator
from typing import Any

import numpy as np

from game.insight.by_laws import standing
from game.model.observation import Observation
from game.model.policy import BODIES, FUNCTIONS
from game.model.sheet import Motion
from game.model.town import KINDS, MOTIONS, STRUCTURES, Proposal
from game.report.names import firm_names
from game.session.session import Quarter
from game.view.hall import meets
from game.view.stage import Stage
from game.wording.figures import figure

TENTHS = {"dues": 100.0, "advertise": 100.0, "fine": 1.0}  # kinds shown with a decimal, and their scale
CHANGED = 1e-9


def about(stage: Stage, kind: str, target: int, seen: Observation | None = None) -> str:
    """What a motion is about, in words."""
    if MOTIONS[kind] == "institution":
        return stage.say(f"body-the-{stage.playing.rules.bodies.names[target]}")
    if MOTIONS[kind] == "firm":
        return firm_names(stage.words, stage.playing, seen)[target]
    return stage.say(f"function-{FUNCTIONS[target].replace('_', '-')}") if kind == "function" else ""


def amount(stage: Stage, kind: str, value: float) -> str:
    """What is asked for, without its unit."""
    if kind == "structure":
        return stage.say(f"body-structure-{STRUCTURES[round(value)]}")
    if kind == "function":
        return stage.say(f"runs-{BODIES[round(value)]}")
    if kind == "relocate":
        return figure(value)
    return figure(value * TENTHS[kind], 1) if kind in TENTHS else figure(100 * value)


def spoken(stage: Stage, proposal: Proposal, seen: Observation | None = None) -> str:
    """A motion as part of a sentence."""
    kind, target, value = proposal
    to = amount(stage, kind, value)
    words = {"about": about(stage, kind, target, seen), "to": to, "share": to, "times": to}
    return stage.say(f"motion-{kind.replace('_', '-')}", **words)


def title(stage: Stage, proposal: Proposal) -> str:
    """A motion as a head: what it is about, what holds now, and what it asks for."""
    kind, target, value = proposal
    now = standing(stage.playing.moment.seen, proposal)
    return stage.say(
        f"hall-title-{kind.replace('_', '-')}",
        about=about(stage, kind, target),
        now="" if now is None else amount(stage, kind, now),
        then=amount(stage, kind, value),
        count=round(value),
    )


def changes_nothing(stage: Stage, proposal: Proposal) -> bool:
    """Whether a motion asks for what holds already."""
    now = standing(stage.playing.moment.seen, proposal)
    return now is not None and abs(now - proposal.value) < CHANGED


# -- news -------------------------------------------------------------------------------------------------------------


def hall_news(stage: Stage, played: Quarter) -> Iterator[str]:
    """What became of the seat's motion, what the town hall decided, and what is on its table now."""
    yield from _own(stage, played)
    hall = played.outcome.hall
    for m in np.flatnonzero(hall.kind[0] >= 0):
        message = "news-carried" if hall.carried[0, m] else "news-rejected"
        yield stage.say(message, **_counted(stage, played, int(m)))
    if played is not stage.playing.quarters[-1]:
        return
    seen = stage.playing.moment.seen
    for m in np.flatnonzero(seen.motion[0] >= 0):
        proposal = Proposal(KINDS[seen.motion[0, m]], int(seen.motion_target[0, m]), float(seen.motion_value[0, m]))
        mover = firm_names(stage.words, stage.playing)[int(seen.mover[0, m])]
        yield stage.say("news-motion", motion=spoken(stage, proposal), firm=mover)
    if meets(stage.playing):
        yield stage.say("news-meets")


def carried(stage: Stage, played: Quarter) -> Iterator[dict[str, Any]]:
    """The motions that were carried, as their news words them."""
    hall = played.outcome.hall
    for m in np.flatnonzero((hall.kind[0] >= 0) & hall.carried[0]):
        yield _counted(stage, played, int(m))


def _counted(stage: Stage, played: Quarter, m: int) -> dict[str, Any]:
    """A motion in words, and its votes."""
    hall = played.outcome.hall
    proposal = Proposal(KINDS[hall.kind[0, m]], int(hall.target[0, m]), float(hall.value[0, m]))
    ayes, voters = int(hall.ayes[0, m]), int(hall.voters[0, m])
    return {"motion": spoken(stage, proposal, played.seen), "ayes": ayes, "voters": voters}


def _own(stage: Stage, played: Quarter) -> Iterator[str]:
    """Why the seat's motion was not put, or was put with another value, or was not drawn."""
    sheet = played.sheets.get(stage.slot)
    if sheet is None or sheet.motion is None:
        return
    sent, decision, slot = sheet.motion, played.decision, stage.slot
    kind = int(decision.motion[0, slot])
    if kind < 0:
        yield stage.say(_refused(stage, played, sent), motion=_as_sent(stage, played, sent))
        return
    put = Proposal(KINDS[kind], int(decision.motion_target[0, slot]), float(decision.motion_value[0, slot]))
    if not sent.to and abs(put.value - sent.value) > CHANGED and put.kind not in {"admit", "expel"}:
        yield stage.say("news-motion-nearest", motion=spoken(stage, put, played.seen))
    past = stage.playing.quarters
    table = past[played.number].seen if played is not past[-1] else stage.playing.moment.seen
    if slot not in table.mover[0]:
        yield stage.say("news-motion-lot", motion=spoken(stage, put, played.seen))


def _refused(stage: Stage, played: Quarter, sent: Motion) -> str:
    """The message that says why a motion was not put."""
    if sent.kind not in KINDS:
        return "news-motion-unknown"
    if not played.seen.meets[0] or not stage.playing.rules.is_open("town_hall", played.number):
        return "news-motion-unmet"
    return "news-motion-missing"


def _as_sent(stage: Stage, played: Quarter, sent: Motion) -> str:
    """A motion that was not put, in words as far as they are known; a name that nobody knows stands as it was sent."""
    bodies = stage.playing.rules.bodies.names
    places = {"institution": bodies, "function": FUNCTIONS}.get(MOTIONS.get(sent.kind, ""), ())
    firms = [int(firm) for firm in played.seen.firm_id[0]]
    names = {"structure": STRUCTURES, "function": BODIES}.get(sent.kind, ())
    known = sent.kind in KINDS and (sent.about in places or not places) and (sent.to in names or not names)
    if not known or (MOTIONS[sent.kind] == "firm" and sent.firm not in firms):
        return " ".join(part for part in (sent.kind, sent.about, sent.to) if part)
    target = firms.index(sent.firm) if sent.firm in firms else places.index(sent.about) if places else 0
    value = float(names.index(sent.to)) if names else sent.value
    return spoken(stage, Proposal(sent.kind, target, value), played.seen)
