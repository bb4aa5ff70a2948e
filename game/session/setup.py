"""What a game starts from: a scenario's text, a seed, a firm, a difficulty, a treatment. It is all that luck depends on."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from game.engine.rules import Anchors
from game.model.scenario import Scenario

EASY, NORMAL, HARD = "easy", "normal", "hard"
DIFFICULTIES = (EASY, NORMAL, HARD)


@dataclass(frozen=True)
class Setup:
    """The beginning of a game. `source` is the text of the scenario file, kept so that a save stands alone."""

    scenario: Scenario
    source: str
    path: Path
    seed: int
    seats: tuple[int, ...]
    difficulty: str = NORMAL
    treatment: str = ""
    anchors: Mapping[int, Anchors] | None = None

    @property
    def digest(self) -> str:
        """Start of the chain of digests."""
        parts = (self.source, str(self.seed), ",".join(map(str, self.seats)), self.difficulty, self.treatment)
        return hashlib.sha256("\0".join(parts).encode()).hexdigest()
