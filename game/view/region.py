"""What the screens show of the region, from outcomes and observations: the score's parts and why, its path so far."""

from dataclasses import dataclass

import numpy as np

from game.engine.scores import coupling_degree
from game.model.ledger import INDEX_TERMS, REGION_PARTS, STAGES
from game.model.outcome import Outcome
from game.session.session import Session

STILL = 0.05  # points; a part that moved less has no reason to tell
DEVELOPMENT = ("cluster", "brand", "economy", "total")
LEVELS = DEVELOPMENT[:3]


@dataclass(frozen=True)
class RegionPart:
    """A part of the region score: its value 0 to 100, its change, and the term that moved it most."""

    value: float
    change: float | None
    term: str


@dataclass(frozen=True)
class RegionReading:
    """The region after a quarter."""

    score: float
    change: float | None
    parts: dict[str, RegionPart]
    stage: str


def region_reading(session: Session, number: int) -> RegionReading:
    """The region score after a quarter, its parts, and why each moved."""
    now = session.quarters[number - 1].outcome
    before = session.quarters[number - 2].outcome if number > 1 else None
    made = {}
    for place, name in enumerate(REGION_PARTS):
        value = float(now.scores.parts[0, place])
        change = value - float(before.scores.parts[0, place]) if before else None
        term = _term(before, now, name, change) if before is not None and change is not None else ""
        made[name] = RegionPart(value, change, term)
    score = float(now.scores.region[0])
    return RegionReading(
        score, score - float(before.scores.region[0]) if before else None, made, STAGES[int(now.scores.stage[0])]
    )


def _term(before: Outcome, now: Outcome, part: str, change: float) -> str:
    """What moved a part most in the direction it went; empty where nothing did."""
    if abs(change) < STILL:
        return ""
    sign = 1 if change > 0 else -1
    if part == "coupling":
        moving = _coupling_moves(before, now)
    elif part == "resilience":
        moving = _resilience_moves(before, now)
    else:
        moving = _index_terms(now, part)
    best = max(moving, key=lambda name: sign * moving[name])
    return best if sign * moving[best] > 0 else ""


def _index_terms(now: Outcome, part: str) -> dict[str, float]:
    held = {
        "awareness": now.echelon.awareness,
        "reputation": now.echelon.reputation,
        "cluster": now.region.cluster,
        "economy": now.region.economy,
    }
    indices = ("awareness", "reputation") if part == "brand" else (part,)
    terms = {name: value for index in indices for name, value in zip(INDEX_TERMS[index], held[index][0], strict=True)}
    return {name: float(value) for name, value in terms.items() if name not in {"before", "bounds"}}


def _coupling_moves(before: Outcome, now: Outcome) -> dict[str, float]:
    """What each of cluster, brand and economy would have made of the coupling degree alone."""
    was, is_now = (np.maximum(held.scores.parts[0, :3] / 100, 1e-9) for held in (before, now))
    made = {}
    for place, name in enumerate(LEVELS):
        alone = was.copy()
        alone[place] = is_now[place]
        made[name] = float(coupling_degree(alone) - coupling_degree(was))
    return made


def _resilience_moves(before: Outcome, now: Outcome) -> dict[str, float]:
    """Resilience is a product: its logarithm moves with rigidity and with what hangs on the largest hub."""

    def logs(held: Outcome) -> tuple[float, float]:
        supple = max(1 - float(held.region.rigidity[0].sum()), 1e-9)
        whole = max(float(held.scores.parts[0, REGION_PARTS.index("resilience")]) / 100, 1e-9)
        return float(np.log(supple)), float(np.log(whole / supple))

    (rigid_was, hub_was), (rigid, hub) = logs(before), logs(now)
    return {"rigidity": rigid - rigid_was, "hub": hub - hub_was}


def development(session: Session) -> dict[str, tuple[float, ...]]:
    """Development scores, 0 to 100, from the opening on."""
    opening = session.quarters[0].seen if session.quarters else session.moment.seen
    economy = float(opening.economy[0])
    share = economy / (economy + session.setup.scenario.region.economy_reference)
    first = [100 * float(opening.cluster[0]), 100 * float(opening.brand[0]), 100 * share]
    rows = [[*first, sum(first) / 3]] + [
        [float(value) for value in quarter.outcome.scores.development[0]] for quarter in session.quarters
    ]
    return {name: tuple(row[place] for row in rows) for place, name in enumerate(DEVELOPMENT)}


def stage_name(session: Session) -> str:
    """The stage of the life cycle after the last quarter; empty before the first."""
    return STAGES[int(session.quarters[-1].outcome.scores.stage[0])] if session.quarters else ""
