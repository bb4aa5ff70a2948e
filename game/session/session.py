"""One game being played by any set of human seats: drafts of decisions, undo within the quarter, history."""

from collections import defaultdict
from dataclasses import dataclass, field

from game import play
from game.engine import legal
from game.engine.legal import Correction
from game.engine.rules import RULES_VERSION, Rules
from game.model.call import Call
from game.model.decision import Decision
from game.model.note import Note
from game.model.observation import Observation, seat
from game.model.outcome import Outcome
from game.model.record import digest
from game.model.sheet import Sheet
from game.session.setup import Setup

HUMAN, DEFAULT = "human", "default"


@dataclass(frozen=True, eq=False)
class Quarter:
    """A quarter that was played: who sent what, what was used, what came of it, and the digest of all so far.

    `rules` is the version of the rules that it was played under.
    """

    number: int
    sheets: dict[int, Sheet | None]
    deciders: dict[int, str]
    seen: Observation
    decision: Decision
    outcome: Outcome
    corrections: list[Correction]
    digest: str
    rules: int = RULES_VERSION


@dataclass
class Session:
    """A game in play. `seats` are the slots that people decide for; others are rivals.

    A game whose first quarters were played under other rules goes on from the moment `taken`, which was before the
    quarter `first`; only from there on can it be played again.
    `calls` are what each seat forecast, one a quarter, `notes` what it wrote to itself; nothing in the game depends on
    them.
    """

    setup: Setup
    table: play.Table
    moment: play.Moment
    last_quarter: int
    quarters: list[Quarter] = field(default_factory=list)
    ended_early: bool = False
    first: int = 1
    taken: play.Moment | None = None
    calls: dict[int, list[Call]] = field(default_factory=dict)
    notes: dict[int, list[Note]] = field(default_factory=dict)
    _drafts: dict[int, Sheet] = field(default_factory=lambda: defaultdict(Sheet))
    _undo: dict[int, list[Sheet]] = field(default_factory=dict)
    _redo: dict[int, list[Sheet]] = field(default_factory=dict)
    _seen: dict[int, Observation] = field(default_factory=dict)
    _proposed: Decision | None = None
    _decided: dict[int, tuple[Sheet, Decision]] = field(default_factory=dict)
    _untouched: dict[int, Decision] = field(default_factory=dict)

    @property
    def rules(self) -> Rules:
        """The rules in force."""
        return self.table.rules

    @property
    def seats(self) -> tuple[int, ...]:
        """Slots that people play."""
        return self.table.seats

    @property
    def quarter(self) -> int:
        """The quarter about to be played."""
        return self.moment.state.quarter

    @property
    def finished(self) -> bool:
        """Whether the last quarter has been played, or the bell has rung."""
        return self.ended_early or self.quarter > self.last_quarter

    # -- deciding -----------------------------------------------------------------------------------------------------

    def seen(self, slot: int) -> Observation:
        """What a seat may see now."""
        if slot not in self._seen:
            self._seen[slot] = seat(self.moment.seen, slot)
        return self._seen[slot]

    def draft(self, slot: int) -> Sheet:
        """The seat's sheet so far."""
        return self._drafts[slot]

    def write(self, slot: int, sheet: Sheet) -> None:
        """Replace the seat's sheet; the old one can be brought back by `undo`."""
        if sheet != self.draft(slot):
            self._undo.setdefault(slot, []).append(self.draft(slot))
            self._redo.pop(slot, None)
            self._drafts[slot] = sheet

    def undo(self, slot: int) -> bool:
        """Take the seat's last change back; whether there was one."""
        past = self._undo.get(slot)
        if not past:
            return False
        self._redo.setdefault(slot, []).append(self.draft(slot))
        self._drafts[slot] = past.pop()
        return True

    def redo(self, slot: int) -> None:
        """Make the change again that `undo` took back last, until something else is changed."""
        if ahead := self._redo.get(slot):
            self._undo.setdefault(slot, []).append(self.draft(slot))
            self._drafts[slot] = ahead.pop()

    def can_undo(self, slot: int) -> bool:
        """Whether a change of this quarter can be taken back."""
        return bool(self._undo.get(slot))

    def call(self, slot: int, quarter: int) -> Call | None:
        """What the seat forecast for a quarter, if it did."""
        return next((call for call in self.calls.get(slot, ()) if call.statement.quarter == quarter), None)

    def foretell(self, slot: int, call: Call) -> None:
        """Note a forecast in place of the one for the same quarter. It is no decision, so undo does not touch it."""
        rest = [held for held in self.calls.get(slot, ()) if held.statement.quarter != call.statement.quarter]
        self.calls[slot] = [*rest, call]

    def decided(self, slot: int) -> Decision:
        """The decision that the seat's sheet amounts to: what it leaves out carries over. Column `slot` counts."""
        held, draft = self._decided.get(slot), self.draft(slot)
        if held is None or held[0] is not draft:
            held = self._decided[slot] = (draft, self._worked_out(slot, draft))
        return held[1]

    def untouched(self, slot: int) -> Decision:
        """What an empty sheet amounts to: last quarter's decision, in the first quarter the manager's."""
        if slot not in self._untouched:
            self._untouched[slot] = self._worked_out(slot, Sheet())
        return self._untouched[slot]

    def _worked_out(self, slot: int, sheet: Sheet) -> Decision:
        if self._proposed is None:
            self._proposed = play.propose(self.table, self.moment)
        sent = play.fill_in(self.rules, self.moment, self._proposed, {slot: sheet})
        return legal.correct(self.rules, self.moment.state, sent)

    # -- playing ------------------------------------------------------------------------------------------------------

    def end_quarter(
        self, sheets: dict[int, Sheet | None] | None = None, deciders: dict[int, str] | None = None
    ) -> Quarter:
        """Play the quarter with the drafts (or the given sheets) of all seats."""
        drafts: dict[int, Sheet | None] = {slot: self.draft(slot) for slot in self.seats}
        sent = drafts if sheets is None else sheets
        who = {slot: HUMAN if sent.get(slot) is not None else DEFAULT for slot in self.seats} | (deciders or {})
        before = self.moment
        self.moment = play.step(self.table, before, play.by_sheets(self.rules, sent))
        past = self.moment.past
        assert past is not None
        changed = [
            item for slot in self.seats for item in legal.corrections(self.rules, past.sent, past.decision, 0, slot)
        ]
        number = before.state.quarter
        chain = self.quarters[-1].digest if self.quarters else self.setup.digest
        made = Quarter(
            number,
            sent,
            who,
            before.seen,
            past.decision,
            past.outcome,
            changed,
            quarter_digest(chain, sent, past.outcome),
        )
        self.quarters.append(made)
        self._drafts, self._undo, self._redo, self._seen, self._proposed = defaultdict(Sheet), {}, {}, {}, None
        self._decided, self._untouched = {}, {}
        return made

    def ring_bell(self) -> None:
        """End at the bell: the debrief covers what was played."""
        self.ended_early = bool(self.quarters)


def quarter_digest(chain: str, sheets: dict[int, Sheet | None], outcome: Outcome) -> str:
    """Digest of a quarter: of the digest before, what every seat sent, and every byte of the outcome."""
    sent = "".join(
        f"{slot}:{'' if sheet is None else sheet.model_dump_json()}" for slot, sheet in sorted(sheets.items())
    )
    return digest(outcome, start=f"{chain}|{sent}|".encode())
