"""A game as it is handed to the desk that gives the reasons."""

import numpy as np

from game.insight.desk import Case
from game.session.session import Session


def case_of(session: Session, slot: int) -> Case:
    """The game as it is handed to the desk."""
    recorded, played = session.quarters[: session.first - 1], session.quarters[session.first - 1 :]
    return Case(
        names=(session.setup.digest, *(quarter.digest for quarter in session.quarters)),
        table=session.table,
        slot=slot,
        decisions=tuple(quarter.decision for quarter in played),
        profits=np.array([quarter.outcome.money.profit[0, slot] for quarter in played]),
        first=session.first,
        taken=session.taken,
        pictures=tuple(quarter.seen for quarter in recorded),
    )
