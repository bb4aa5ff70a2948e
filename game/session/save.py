"""Saves: a game as one JSON file that stands alone.

Header (format, rules version, numpy, platform, CPU features), the scenario's text, seed and seats, the decision log
with who decided, for every quarter a digest and the recorded outcome, what the seats forecast and wrote to themselves,
and the last state as a snapshot. A change of rules never loses a game: the record is shown as it was, and play goes on
from the snapshot.
"""

import platform
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np

from game import play
from game.engine.observe import observe
from game.engine.rules import RULES_VERSION, Rules, compile_rules
from game.model.band import Band
from game.model.call import Call
from game.model.decision import Decision
from game.model.note import Note
from game.model.observation import Observation
from game.model.outcome import Outcome
from game.model.record import digest
from game.model.state import State
from game.rivals.mind import Minds
from game.scenario.fault import FaultyScenarioError
from game.scenario.read import parse, treated
from game.session.pack import pack, unpack
from game.session.savefile import FORMAT, SUFFIX, Saved, SaveError, read, write_file
from game.session.session import Quarter, Session, quarter_digest
from game.session.setup import Setup
from game.session.start import begin, set_up_table

__all__ = ["SUFFIX", "SaveError", "Saved", "first_broken_link", "quarters_of", "read", "restore", "setup_of", "write"]


def write(session: Session, path: Path, title: str) -> None:
    """Write a save so that a crash leaves either the old file or the new one. Raises OSError."""
    write_file(_content(session, title), path)


def _content(session: Session, title: str) -> dict[str, Any]:
    setup = session.setup
    return {
        "format": FORMAT,
        "product": "guildmark",
        "rules": RULES_VERSION,
        "machine": machine(),
        "title": title,
        "quarter": min(session.quarter, session.last_quarter) if session.finished else session.quarter,
        "finished": session.finished,
        "ended_early": session.ended_early,
        "scenario": {"file": setup.path.name, "text": setup.source, "treatment": setup.treatment},
        "seed": setup.seed,
        "seats": list(setup.seats),
        "difficulty": setup.difficulty,
        "bands": {str(slot): asdict(band) for slot, band in setup.bands.items()},
        "quarters": [_quarter(quarter) for quarter in session.quarters],
        "drafts": {str(slot): session.draft(slot).model_dump(exclude_defaults=True) for slot in setup.seats},
        "calls": {str(slot): [call.model_dump() for call in calls] for slot, calls in session.calls.items()},
        "notes": {str(slot): [note.model_dump() for note in notes] for slot, notes in session.notes.items()},
        "snapshot": {
            "state": pack(session.moment.state),
            "minds": pack(session.moment.minds),
            "digest": digest(session.moment.state, session.moment.minds),
        },
    }


def _quarter(quarter: Quarter) -> dict[str, Any]:
    other = {} if quarter.rules == RULES_VERSION else {"rules": quarter.rules}
    return other | {
        "number": quarter.number,
        "sheets": {
            str(slot): None if sheet is None else sheet.model_dump(exclude_defaults=True)
            for slot, sheet in quarter.sheets.items()
        },
        "deciders": {str(slot): who for slot, who in quarter.deciders.items()},
        "digest": quarter.digest,
        "seen": pack(quarter.seen),
        "decision": pack(quarter.decision),
        "outcome": pack(quarter.outcome),
    }


def machine() -> dict[str, str]:
    """What figures may depend on, besides the rules."""
    features = sorted(name for name, on in getattr(np._core._multiarray_umath, "__cpu_features__", {}).items() if on)  # type: ignore[attr-defined]  # noqa: SLF001
    return {
        "numpy": np.__version__,
        "python": platform.python_version(),
        "platform": platform.platform(),
        "cpu": " ".join(features),
    }


def setup_of(saved: Saved) -> Setup:
    """What the saved game started from. Raises SaveError."""
    content, held = saved.content, saved.content.scenario
    try:
        scenario = treated(held.text, held.treatment) if held.treatment else parse(held.text.encode(), Path(held.file))
        bands = {int(slot): Band(**band.model_dump()) for slot, band in content.bands.items()}
        for band in bands.values():
            band.anchors()
    except FaultyScenarioError as error:
        raise SaveError("save-scenario", file=saved.path.name) from error
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise SaveError("save-damaged", file=saved.path.name) from error
    if not all(slot < len(scenario.firms) for slot in content.seats):
        raise SaveError("save-damaged", file=saved.path.name)
    return Setup(
        scenario,
        held.text,
        Path(held.file),
        content.seed,
        tuple(content.seats),
        content.difficulty,
        held.treatment,
        bands,
    )


def quarters_of(saved: Saved) -> list[Quarter]:
    """The recorded quarters. Raises SaveError for a record that can't be read."""
    try:
        return [
            Quarter(
                number=item.number,
                sheets={int(slot): sheet for slot, sheet in item.sheets.items()},
                deciders={int(slot): who for slot, who in item.deciders.items()},
                seen=unpack(Observation, item.seen, quarter=item.number),
                decision=unpack(Decision, item.decision),
                outcome=unpack(Outcome, item.outcome, quarter=item.number),
                corrections=[],
                digest=item.digest,
                rules=saved.content.rules if item.rules is None else item.rules,
            )
            for item in saved.content.quarters
        ]
    except (KeyError, TypeError, ValueError, AttributeError, OverflowError, MemoryError) as error:
        raise SaveError("save-damaged", file=saved.path.name) from error


def first_broken_link(setup: Setup, quarters: list[Quarter]) -> int | None:
    """The first quarter whose digest does not follow from what stands in the file: somebody changed it there."""
    chain = setup.digest
    for place, quarter in enumerate(quarters):
        chain = quarter_digest(chain, quarter.sheets, quarter.outcome)
        if chain != quarter.digest or quarter.number != place + 1:
            return place + 1
    return None


def restore(saved: Saved) -> Session:
    """The session of a save, at the place where it was left. Raises SaveError.

    Snapshot and record are taken as they are where their digests fit; otherwise the game is played again from its log.
    """
    setup, quarters = setup_of(saved), quarters_of(saved)
    try:
        rules = compile_rules(setup.scenario, setup.anchors)
        calls = _calls(saved, setup, rules.bodies.names)
        notes = _notes(saved, setup, rules.bodies.names)
        table = set_up_table(setup, rules)
        moment = _snapshot(saved, rules, quarters)
        if moment is None or first_broken_link(setup, quarters) is not None:
            return _played_again(saved, setup, quarters, calls, notes)
        last = int(play.last_quarters(table)[0])
        drafts = {int(slot): sheet for slot, sheet in saved.content.drafts.items()}
        whole = all(quarter.rules == RULES_VERSION for quarter in quarters)
        first, taken = (1, None) if whole else (len(quarters) + 1, moment)
        return Session(
            setup, table, moment, last, quarters, saved.content.ended_early, first, taken, calls, notes, drafts
        )
    except (KeyError, TypeError, ValueError, IndexError, AttributeError, OverflowError) as error:
        raise SaveError("save-damaged", file=saved.path.name) from error


def _calls(saved: Saved, setup: Setup, bodies: tuple[str, ...]) -> dict[int, list[Call]]:
    """What the seats forecast; a save from before there were forecasts has none. Raises ValueError.

    Every seat has at most one a quarter, about quarters up to the one to be played and institutions that there are.
    """
    made = {}
    for slot, calls in saved.content.calls.items():
        quarters = [call.statement.quarter for call in calls]
        known = all(not call.statement.body or call.statement.body in bodies for call in calls)
        sound = len(set(quarters)) == len(quarters) and max(quarters, default=0) <= len(saved.content.quarters) + 1
        if int(slot) not in setup.seats or not known or not sound:
            raise ValueError(f"calls of seat {slot}")
        made[int(slot)] = list(calls)
    return made


def _notes(saved: Saved, setup: Setup, bodies: tuple[str, ...]) -> dict[int, list[Note]]:
    """What the seats wrote; a save from before there were notes has none. Raises ValueError.

    Every seat has at most one to each occasion, about quarters that were played and institutions that there are.
    """
    made = {}
    for slot, notes in saved.content.notes.items():
        asked = [note.question for note in notes]
        known = all(not question.body or question.body in bodies for question in asked)
        late = max((question.quarter for question in asked), default=0) > len(saved.content.quarters)
        if int(slot) not in setup.seats or not known or late or len({held.occasion for held in asked}) != len(asked):
            raise ValueError(f"notes of seat {slot}")
        made[int(slot)] = list(notes)
    return made


def _snapshot(saved: Saved, rules: Rules, quarters: list[Quarter]) -> play.Moment | None:
    """The moment that the save was left in; None where the snapshot was changed or does not fit the rules."""
    held = saved.content.snapshot
    try:
        state = unpack(State, held.state, quarter=len(quarters) + 1)
        minds = unpack(Minds, held.minds)
    except ValueError:
        return None
    if digest(state, minds) != held.digest or state.firms.size.shape != (1, rules.slots):
        return None
    outcome = quarters[-1].outcome if quarters else None
    past = play.Past(quarters[-1].decision, quarters[-1].decision, quarters[-1].outcome) if quarters else None
    return play.Moment(state, minds, observe(rules, state, outcome), past)


def _played_again(
    saved: Saved, setup: Setup, quarters: list[Quarter], calls: dict[int, list[Call]], notes: dict[int, list[Note]]
) -> Session:
    """The session made from the log alone, for a save that was changed."""
    if any(quarter.rules != RULES_VERSION for quarter in quarters):
        raise SaveError("save-snapshot", file=saved.path.name)
    session = begin(setup)
    for quarter in quarters:
        session.end_quarter(quarter.sheets, quarter.deciders)
    session.ended_early, session.calls, session.notes = saved.content.ended_early, calls, notes
    return session
