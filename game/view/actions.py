"""What a screen may answer: plain data saying what comes next. `game.view.app` applies it, nobody else."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Go:
    """Show a screen by name."""

    screen: str


@dataclass(frozen=True)
class Back:
    """Close the layer on top, or go to the screen before."""


@dataclass(frozen=True)
class Quit:
    """Leave the program."""


@dataclass(frozen=True)
class Pick:
    """Choose something that only the view remembers: a row, a panel, an open line."""

    what: str
    value: Any


@dataclass(frozen=True)
class Flip:
    """Open what is closed, close what is open."""

    what: str
    value: Any


@dataclass(frozen=True)
class Begin:
    """Begin the game that the picker has chosen."""


@dataclass(frozen=True)
class Play:
    """Go from the briefing to the first quarter."""


@dataclass(frozen=True)
class Resume:
    """Go on with a saved game."""

    path: Path


@dataclass(frozen=True)
class Own:
    """Change an own decision."""

    field: str
    value: float


@dataclass(frozen=True)
class Join:
    """Join or leave an institution."""

    body: str
    member: bool


@dataclass(frozen=True)
class Effort:
    """Change the effort in an institution."""

    body: str
    value: float


@dataclass(frozen=True)
class Promise:
    """Pledge an effort for next quarter, or take the pledge back (None)."""

    body: str
    value: float | None


@dataclass(frozen=True)
class Complain:
    """Complain about a member, by firm id, or take the complaint back (None)."""

    body: str
    firm_id: int | None


@dataclass(frozen=True)
class TieAct:
    """Keep a tie and treat the partner so (None: as it treats us), by firm id; `keep` False drops or withdraws it."""

    firm_id: int
    act: float | None
    keep: bool = True


@dataclass(frozen=True)
class Undo:
    """Take the last change of this quarter back."""


@dataclass(frozen=True)
class EndQuarter:
    """Send the decisions and play the quarter."""


@dataclass(frozen=True)
class NextQuarter:
    """From the results to the next quarter, or to the debrief."""


@dataclass(frozen=True)
class RingBell:
    """End the game now and go to the debrief."""


@dataclass(frozen=True)
class SaveNow:
    """Save the game under its own name."""


@dataclass(frozen=True)
class Set:
    """Change a setting."""

    name: str
    value: Any


@dataclass(frozen=True)
class Several:
    """Several actions in a row."""

    actions: tuple[Any, ...] = field(default=())


@dataclass(frozen=True)
class CancelWork:
    """Stop the work in progress and go back."""
