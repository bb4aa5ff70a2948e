"""Sensitivity: every number of the calibration up and down by a fifth, one at a time, and the verdicts that flip."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from game.evidence.claim import Claim, Verdict
from game.evidence.declared import ranges
from game.evidence.trial import Trial

FACTORS = (0.8, 1.2)


@dataclass(frozen=True)
class Flip:
    """A verdict that another value of one number turns round."""

    parameter: str
    factor: float
    claim: str
    holds: bool

    def as_json(self) -> dict[str, object]:
        """The shape that `evidence --sensitivity --json` prints."""
        return {"parameter": self.parameter, "factor": self.factor, "claim": self.claim, "holds": self.holds}


def flips(claims: Sequence[Claim], before: Sequence[Verdict], trial: Trial) -> Iterator[tuple[int, int, list[Flip]]]:
    """Steps (moves tried, moves in all, the flips of this one). `trial` has played the claims as they stand.

    What an arm that the number does not touch did is taken from there.
    """
    moves = [(path, factor) for path in ranges() for factor in FACTORS]
    for done, (path, factor) in enumerate(moves, start=1):
        moved = [claim.changed(lambda arm: replace(arm, moved=((path, factor),))) for claim in claims]  # noqa: B023
        fresh = Trial(trial.runs, trial.seed, trial.pool, dict(trial.kept))
        after = fresh.verdicts(moved)
        found = [
            Flip(path, factor, now.claim.id, now.holds)
            for now, was in zip(after, before, strict=True)
            if now.holds != was.holds
        ]
        yield done, len(moves), found
