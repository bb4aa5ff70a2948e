"""A hamlet of six firms with a town hall, and ways to put motions to it."""

from dataclasses import dataclass, replace

import numpy as np

from game.model.decision import Decision
from game.model.institutions import Fair, Institutions, Mark
from game.model.ledger import money_terms
from game.model.parameters import Chance, Sanctions
from game.model.policy import Entry, Functions
from game.model.scenario import Scenario
from game.model.town import KINDS
from game.play import Moment, Send
from tests.build import outcome, village

TWO = ("mark", "fair")
TERMS = money_terms(TWO)
NOBODY = Entry(base=0.0, brand=0.0, capital=0.0, profit=0.0)
FIRMS = 6  # the first has size 2, the others 2/3
ALL = tuple(range(FIRMS))
SENT, TABLED, BOUND = 3, 4, 5  # the yearly meeting: sent, voted on, in force


def hamlet(agenda: dict[str, int | str] | None = None, slots: int = 9, **sections: object) -> Scenario:
    """Six firms, two institutions, no luck and no complaints; every member of the mark is audited."""
    made = village(
        FIRMS,
        TWO,
        strategy="always",
        slots=slots,
        agenda={"complaints": "never"} | ({"town_hall": 1} if agenda is None else agenda),
        chance=Chance(tremble=0.0, observation=0.0),
        sanctions=Sanctions(exclusion_at=20.0),
        functions=Functions(pricing="leader"),
        entry=NOBODY,
        **sections,
    )
    mark = Mark(dues=0.02, audit=1.0, false_alarm=0.0, audit_cost=0.0, fine=2.0)
    return made.model_copy(update={"institutions": Institutions(mark=mark, fair=Fair())})


@dataclass(frozen=True)
class Motion:
    """What a slot moves."""

    kind: str
    target: int = 0
    value: float = 0.0
    by: int = 0


def moving(*motions: Motion, ayes: tuple[int, ...] = ALL, sent: int = SENT, out_of: tuple[int, ...] = ()) -> Send:
    """These motions are sent in a quarter and these slots vote for all of them; slot 1 gives half, the rest all.

    The firms `out_of` the mark are no members of it.
    """

    def send(moment: Moment, proposed: Decision) -> Decision:
        kind = np.full_like(proposed.motion, -1)
        target, value = np.full_like(kind, -1), np.zeros(kind.shape)
        for motion in motions if moment.state.quarter == sent else ():
            kind[:, motion.by], target[:, motion.by] = KINDS.index(motion.kind), motion.target
            value[:, motion.by] = motion.value
        vote = np.zeros_like(proposed.vote)
        vote[:, list(ayes)] = 1.0
        effort, join = np.ones_like(proposed.effort), np.ones_like(proposed.join)
        effort[:, 0, 1] = 0.5
        join[:, 0, list(out_of)] = False
        return replace(
            proposed,
            motion=kind,
            motion_target=target,
            motion_value=value,
            vote=vote,
            effort=effort,
            join=join,
            call=np.zeros_like(proposed.call),
        )

    return send


def term(moment: Moment, name: str, slot: int = 0) -> float:
    return float(outcome(moment).money.terms[0, TERMS.index(name), slot])
