"""What a screen may answer: plain data saying what comes next. `game.view.apply` applies it, nobody else."""

from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from game.model.sheet import Motion


class Go(NamedTuple):
    """Show a screen by name."""

    screen: str


class Back(NamedTuple):
    """Close the layer on top, or go to the screen before."""


class Quit(NamedTuple):
    """Leave the program."""


class Pick(NamedTuple):
    """Choose something that only the view remembers: a row, a panel, an open line."""

    what: str
    value: Any


class Flip(NamedTuple):
    """Open what is closed, close what is open."""

    what: str
    value: Any


class Begin(NamedTuple):
    """Begin the game that the picker has chosen."""


class Play(NamedTuple):
    """Go from the briefing to the first quarter."""


class Resume(NamedTuple):
    """Go on with a saved game."""

    path: Path


class Own(NamedTuple):
    """Change an own decision."""

    field: str
    value: float


class Join(NamedTuple):
    """Join or leave an institution."""

    body: str
    member: bool


class Effort(NamedTuple):
    """Change the effort in an institution."""

    body: str
    value: float


class Promise(NamedTuple):
    """Pledge an effort for next quarter, or take the pledge back (None)."""

    body: str
    value: float | None


class Complain(NamedTuple):
    """Complain about a member, by firm id, or take the complaint back (None)."""

    body: str
    firm_id: int | None


class TieAct(NamedTuple):
    """Keep a tie and treat the partner so (None: as it treats us), by firm id; `keep` False drops or withdraws it."""

    firm_id: int
    act: float | None
    keep: bool = True


class Foretell(NamedTuple):
    """Say in per cent how likely this quarter's statement is."""

    percent: int


class WriteNote(NamedTuple):
    """Write to a question that the seat was asked (`game.model.note.Question`)."""

    question: Any
    text: str


class Vote(NamedTuple):
    """Vote on the motion in a place of the table (from 1): yes, no, or abstain (None)."""

    place: int
    yes: bool | None


class Move(NamedTuple):
    """Send a motion to the town hall, or take it back (None)."""

    motion: "Motion | None"


class Call(NamedTuple):
    """Call a meeting of the town hall, or do not."""

    wanted: bool


class Undo(NamedTuple):
    """Take the last change of this quarter back."""


class Adopt(NamedTuple):
    """Take the sheet that was tried over into the draft."""


class EndQuarter(NamedTuple):
    """Send the decisions and play the quarter."""


class NextQuarter(NamedTuple):
    """From the results to the next quarter, or to the debrief."""


class RingBell(NamedTuple):
    """End the game now and go to the debrief."""


class SaveNow(NamedTuple):
    """Save the game under its own name."""


class Set(NamedTuple):
    """Change a setting."""

    name: str
    value: Any


class Hush(NamedTuple):
    """Silence at once, or sound again as loud as before."""


class Several(NamedTuple):
    """Several actions in a row."""

    actions: tuple[Any, ...]


class GuideOn(NamedTuple):
    """To the next step of the guide."""


class LeaveGuide(NamedTuple):
    """Go without the guide in this game, or (False) with it again."""

    leave: bool


class Compete(NamedTuple):
    """Play the tournament that is set up."""


class LearnByPlaying(NamedTuple):
    """Begin the scenario that newcomers are led through."""


class OpenSandbox(NamedTuple):
    """Show the sandbox that comes with the game."""


class BeginSandbox(NamedTuple):
    """Begin a game of what was chosen in the sandbox."""


class AskAgain(NamedTuple):
    """Work a reason out again."""

    question: Any


class CancelWork(NamedTuple):
    """Stop the work in progress and go back."""


class MeasurePhase(NamedTuple):
    """Measure the phase map of the scenario in play."""


class Redo(NamedTuple):
    """Make the change again that was taken back last."""


class Projector(NamedTuple):
    """Show large text on a light ground, or go back to what is set."""


class FullScreen(NamedTuple):
    """Fill the screen, or go back to a window."""


class Exchange(NamedTuple):
    """Give a command another key: two standard keys change places. `used`: whether the other one does anything."""

    cap: str
    other: str
    command: str
    used: bool


class KeysAsAtFirst(NamedTuple):
    """Give every command the key that it had at first."""
