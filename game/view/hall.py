"""The town hall as a seat sees it: what is on the table, who may vote, and how everybody stands so far.

Plain data; nothing here paints.
"""

from dataclasses import dataclass

import numpy as np

from game.engine.town_hall import electorate, next_meeting, still_there, votes_needed
from game.model.policy import BODIES, FUNCTIONS
from game.model.sheet import Motion
from game.model.town import KINDS, MOTION_SLOTS, MOTIONS, STRUCTURES, VALUES, WHOLE, Proposal
from game.rivals.hall import stands
from game.session.session import Session

FOR, AGAINST, OPEN = "for", "against", "open"
STEPS = {
    "dues": 0.001,
    "equal_share": 0.05,
    "audit": 0.05,
    "fine": 0.5,
    "standard": 0.05,
    "floor": 0.05,
    "relocate": 1.0,
    "support": 0.05,
    "advertise": 0.005,
}
FIRST = {"dues": 0.001, "equal_share": -0.2, "audit": 0.2, "fine": 1.0, "standard": -0.2, "floor": 0.2, "support": 0.1}


@dataclass(frozen=True)
class Voter:
    """Somebody who may vote: for, against, or open where nothing was announced."""

    slot: int
    vote: str


@dataclass(frozen=True)
class Tabled:
    """A motion on the table; `place` counts from 1, as a sheet's votes do. `gone` says that its firm has closed."""

    place: int
    proposal: Proposal
    mover: int
    voters: tuple[Voter, ...]
    may_vote: bool
    gone: bool

    def count(self, vote: str) -> int:
        """How many stand so."""
        return sum(voter.vote == vote for voter in self.voters)

    @property
    def needed(self) -> int:
        """Votes that carry it: more than half of all who may vote."""
        return votes_needed(len(self.voters))

    def place_of(self, slot: int | None) -> int | None:
        """Which of the voters sits in a slot."""
        return next((place for place, voter in enumerate(self.voters) if voter.slot == slot), None)


def is_open(session: Session) -> bool:
    """Whether the agenda has opened the town hall."""
    return session.rules.is_open("town_hall", session.quarter)


def meets(session: Session) -> bool:
    """Whether motions can be sent this quarter."""
    return bool(session.moment.seen.meets[0]) and is_open(session)


def meeting_ahead(session: Session) -> int | None:
    """The next quarter in which the hall meets by itself; None where no game lasts as long."""
    quarter = next_meeting(session.rules, session.quarter + 1)
    return quarter if quarter <= session.rules.scenario.quarters.max else None


def tabled(session: Session, slot: int) -> list[Tabled]:
    """Motions to be voted on this quarter: scripted firms' votes as announced, the seat's as drafted.

    What other people at the table want nobody knows before they vote.
    """
    seen = session.moment.seen
    if not (seen.motion[0] >= 0).any():
        return []
    concerned = electorate(seen.active, seen.member, seen.motion, seen.motion_target)[0]
    announced = stands(session.rules, session.table.cast, seen)[0]
    there = still_there(seen.active, seen.motion, seen.motion_target)[0]
    drafted = session.draft(slot).votes

    def stance(other: int, m: int) -> str:
        if other == slot:
            return OPEN if m + 1 not in drafted else FOR if drafted[m + 1] else AGAINST
        return OPEN if other in session.seats else FOR if announced[other, m] else AGAINST

    return [
        Tabled(
            place=m + 1,
            proposal=Proposal(KINDS[seen.motion[0, m]], int(seen.motion_target[0, m]), float(seen.motion_value[0, m])),
            mover=int(seen.mover[0, m]),
            voters=tuple(Voter(int(i), stance(int(i), m)) for i in np.flatnonzero(concerned[:, m])),
            may_vote=bool(concerned[slot, m]),
            gone=not there[m],
        )
        for m in range(MOTION_SLOTS)
        if seen.motion[0, m] >= 0
    ]


# -- moving something -------------------------------------------------------------------------------------------------


def targets(session: Session, slot: int, kind: str) -> list[int]:
    """What a motion of a kind can be about: open institutions, excluded or present firms, functions, the region."""
    seen, about = session.moment.seen, MOTIONS[kind]
    if about == "institution":
        return [int(j) for j in np.flatnonzero(session.rules.bodies_open(session.quarter))]
    if about == "function":
        return list(range(len(FUNCTIONS)))
    if about == "region":
        return [0]
    inside = seen.active[0].copy()
    inside[slot] &= kind == "admit"
    if kind == "admit":
        inside &= (seen.barred_until[0] > session.quarter).any(axis=0)
    record = seen.record[0].mean(axis=0) if len(seen.record[0]) else np.zeros(len(inside))
    return sorted((int(i) for i in np.flatnonzero(inside)), key=lambda i: (record[i], i))


def suggested(session: Session, slot: int, kind: str, target: int | None = None) -> Proposal | None:
    """A motion to begin with: one sensible step away from what holds; None where there is nothing it could be about."""
    from game.insight.by_laws import standing

    about = targets(session, slot, kind)
    if not about:
        return None
    place = target if target in about else about[0]
    now = standing(session.moment.seen, Proposal(kind, place, 0.0))
    if kind == "structure":
        return Proposal(kind, place, (round(now or 0.0) + 1.0) % len(STRUCTURES))
    if kind == "function":
        fit = session.rules.fitness[place].copy()
        fit[round(now or 0.0)] = -1.0
        return Proposal(kind, place, float(fit.argmax()))
    low, high = VALUES[kind]
    if now is None:
        return Proposal(kind, place, low)
    step = STEPS[kind]
    near = round(now / step) * step
    up = FIRST.get(kind, step)
    return Proposal(kind, place, round(near + up if low <= near + up <= high else near - up, 6))


def current_motion(session: Session, slot: int) -> Proposal | None:
    """The motion that the seat sends as its draft stands; None where it sends none or one that can't be put."""
    decided = session.decided(slot)
    kind = int(decided.motion[0, slot])
    if session.draft(slot).motion is None or kind < 0:
        return None
    return Proposal(KINDS[kind], int(decided.motion_target[0, slot]), float(decided.motion_value[0, slot]))


def as_motion(session: Session, proposal: Proposal) -> Motion:
    """The motion in the form that sheets and saves have."""
    kind, target, value = proposal
    about, firm, to = "", None, ""
    if MOTIONS[kind] == "institution":
        about = session.rules.bodies.names[target]
    elif MOTIONS[kind] == "function":
        about = FUNCTIONS[target]
    elif MOTIONS[kind] == "firm":
        firm = int(session.moment.seen.firm_id[0, target])
    if kind in {"structure", "function"}:
        to = str((STRUCTURES if kind == "structure" else BODIES)[round(value)])
    amount = round(value) if kind in WHOLE else round(value, 6)
    return Motion(kind=kind, about=about, firm=firm, value=0.0 if to else float(amount), to=to)
