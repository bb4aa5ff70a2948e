"""Replay: play a save again from its log and say whether the same came out."""

from dataclasses import dataclass

import numpy as np

from game.engine.rules import RULES_VERSION
from game.model.outcome import Outcome
from game.model.record import walk
from game.session.save import Saved, SaveError, first_broken_link, quarters_of, setup_of
from game.session.start import begin

SAME_BYTES, SAME_FIGURES, OTHER_RULES, DIFFERS, EDITED = (
    "same_bytes",
    "same_figures",
    "other_rules",
    "differs",
    "edited",
)
TOLERANCE = 1e-6


@dataclass(frozen=True)
class Verdict:
    """What a replay found; `first_difference` is the first quarter that came out otherwise."""

    quarters: int
    verdict: str
    first_difference: int | None
    scores: tuple[tuple[float, float], ...]


def replay(saved: Saved) -> Verdict:
    """Check the chain of digests and the seal, then play every quarter again. Raises SaveError."""
    try:
        return _replay(saved)
    except (KeyError, TypeError, ValueError, IndexError, AttributeError, OverflowError) as error:
        raise SaveError("save-damaged", file=saved.path.name) from error


def _replay(saved: Saved) -> Verdict:
    setup = setup_of(saved)
    quarters = quarters_of(saved)
    slot = setup.seats[0]
    scores = tuple(
        (float(quarter.outcome.scores.firm[0, slot]), float(quarter.outcome.scores.region[0])) for quarter in quarters
    )
    edited = first_broken_link(setup, quarters)
    if edited is not None:
        return Verdict(len(quarters), EDITED, edited, scores)
    if not saved.sealed:
        return Verdict(len(quarters), EDITED, None, scores)
    if any(quarter.rules != RULES_VERSION for quarter in quarters):
        return Verdict(len(quarters), OTHER_RULES, None, scores)
    session = begin(setup)
    verdict = SAME_BYTES
    for recorded in quarters:
        again = session.end_quarter(recorded.sheets, recorded.deciders)
        if again.digest == recorded.digest and verdict == SAME_BYTES:
            continue
        if not same_figures(again.outcome, recorded.outcome):
            return Verdict(len(quarters), DIFFERS, recorded.number, scores)
        verdict = SAME_FIGURES
    return Verdict(len(quarters), verdict, None, scores)


def same_figures(one: Outcome, other: Outcome) -> bool:
    """Whether two outcomes agree to 1e-6 of each figure's own scale, and in every discrete event."""
    for (_, _, a), (_, _, b) in zip(walk(one), walk(other), strict=True):
        if a.dtype.kind == "f":
            scale = max(float(np.nanmax(np.abs(a), initial=0.0)), 1e-12)
            if not np.allclose(a, b, rtol=TOLERANCE, atol=TOLERANCE * scale, equal_nan=True):
                return False
        elif not np.array_equal(a, b):
            return False
    return True
