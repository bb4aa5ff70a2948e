"""What a game starts from: a scenario's text, a seed, a firm, a difficulty, a treatment.

It is all that luck depends on.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path

from game.model.band import Anchors, Band
from game.model.scenario import Scenario
from game.rivals.difficulty import NORMAL


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
    bands: Mapping[int, Band] = field(default_factory=dict)

    @property
    def digest(self) -> str:
        """Start of the chain of digests."""
        bands = json.dumps({str(slot): asdict(band) for slot, band in self.bands.items()}, sort_keys=True)
        parts = (self.source, str(self.seed), ",".join(map(str, self.seats)), self.difficulty, self.treatment, bands)
        return hashlib.sha256("\0".join(parts).encode()).hexdigest()

    @property
    def anchors(self) -> dict[int, Anchors]:
        """Score anchors of the seats whose band is known."""
        return {slot: band.anchors() for slot, band in self.bands.items()}
