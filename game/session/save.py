"""Saves: a game as one JSON file that stands alone.

Header (format, rules version, numpy, platform, CPU features), the scenario's text, seed and seats, the decision log
with who decided, for every quarter a digest and the recorded outcome, and the last state as a snapshot. A change of
rules never loses a game: the record is shown as it was, and play goes on from the snapshot.
"""

import json
import os
import platform
import tempfile
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np
from pydantic import ValidationError

from game import play
from game.engine.observe import observe
from game.engine.rules import RULES_VERSION, compile_rules
from game.model.band import Band
from game.model.decision import Decision
from game.model.observation import Observation
from game.model.outcome import Outcome
from game.model.record import digest
from game.model.sheet import Sheet
from game.model.state import State
from game.rivals.mind import Minds
from game.scenario.fault import FaultyScenarioError
from game.scenario.read import parse, treated
from game.session.pack import pack, unpack
from game.session.session import Quarter, Session, quarter_digest
from game.session.setup import Setup
from game.session.start import begin, set_up_table

FORMAT = 1
SUFFIX = ".guildmark"


class SaveError(Exception):
    """A save that can't be used: `code` names the message that says why, `arguments` its gaps."""

    def __init__(self, code: str, **arguments: str) -> None:
        super().__init__(code, arguments)
        self.code = code
        self.arguments = arguments


@dataclass(frozen=True)
class Saved:
    """A save as read: its raw content and what its header says."""

    path: Path
    content: dict[str, Any]

    @property
    def rules_version(self) -> int:
        """Version of the rules it was played under."""
        return int(self.content["rules"])

    @property
    def title(self) -> str:
        """Name of the scenario, as the picker showed it."""
        return str(self.content["title"])

    @property
    def quarter(self) -> int:
        """The quarter about to be played, or the last one of a finished game."""
        return int(self.content["quarter"])

    @property
    def finished(self) -> bool:
        """Whether the game has ended."""
        return bool(self.content["finished"])


def write(session: Session, path: Path, title: str) -> None:
    """Write a save so that a crash leaves either the old file or the new one. Raises OSError."""
    text = json.dumps(_content(session, title), ensure_ascii=False, separators=(",", ":"))
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".writing-", suffix=SUFFIX)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise


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
        "snapshot": {
            "state": pack(session.moment.state),
            "minds": pack(session.moment.minds),
            "digest": digest(session.moment.state, session.moment.minds),
        },
    }


def _quarter(quarter: Quarter) -> dict[str, Any]:
    return {
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


def read(path: Path) -> Saved:
    """Read a save's content. Raises SaveError, or OSError when the file can't be read."""
    raw = path.read_bytes()
    try:
        content = json.loads(raw.decode("utf-8"))
    except (UnicodeDecodeError, json.JSONDecodeError, RecursionError) as error:
        raise SaveError("save-damaged", file=path.name) from error
    if not isinstance(content, dict) or content.get("product") != "guildmark":
        raise SaveError("save-foreign", file=path.name)
    if content.get("format") != FORMAT:
        raise SaveError("save-format", file=path.name, format=str(content.get("format")))
    missing = {
        "rules",
        "title",
        "quarter",
        "finished",
        "scenario",
        "seed",
        "seats",
        "quarters",
        "snapshot",
    } - content.keys()
    if missing:
        raise SaveError("save-damaged", file=path.name)
    return Saved(path, content)


def setup_of(saved: Saved) -> Setup:
    """What the saved game started from. Raises SaveError."""
    content = saved.content
    try:
        source, treatment = str(content["scenario"]["text"]), str(content["scenario"].get("treatment", ""))
        scenario = (
            treated(source, treatment) if treatment else parse(source.encode(), Path(content["scenario"]["file"]))
        )
        bands = {int(slot): Band(**held) for slot, held in content["bands"].items()}
        seats = tuple(int(slot) for slot in content["seats"])
        if not all(0 <= slot < len(scenario.firms) for slot in seats):
            raise SaveError("save-damaged", file=saved.path.name)
        return Setup(
            scenario,
            source,
            Path(content["scenario"]["file"]),
            int(content["seed"]),
            seats,
            str(content.get("difficulty", "normal")),
            treatment,
            bands,
        )
    except FaultyScenarioError as error:
        raise SaveError("save-scenario", file=saved.path.name) from error
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise SaveError("save-damaged", file=saved.path.name) from error


def quarters_of(saved: Saved) -> list[Quarter]:
    """The recorded quarters. Raises SaveError for a record that can't be read."""
    made = []
    try:
        for item in saved.content["quarters"]:
            number = int(item["number"])
            made.append(
                Quarter(
                    number=number,
                    sheets={
                        int(slot): None if sheet is None else Sheet.model_validate_json(json.dumps(sheet))
                        for slot, sheet in item["sheets"].items()
                    },
                    deciders={int(slot): str(who) for slot, who in item["deciders"].items()},
                    seen=unpack(Observation, item["seen"], quarter=number),
                    decision=unpack(Decision, item["decision"]),
                    outcome=unpack(Outcome, item["outcome"], quarter=number),
                    corrections=[],
                    digest=str(item["digest"]),
                )
            )
    except (KeyError, TypeError, ValueError, AttributeError, ValidationError) as error:
        raise SaveError("save-damaged", file=saved.path.name) from error
    return made


def first_broken_link(setup: Setup, quarters: list[Quarter]) -> int | None:
    """The first quarter whose digest does not follow from what stands in the file: somebody changed it there."""
    chain = setup.digest
    for quarter in quarters:
        chain = quarter_digest(chain, quarter.sheets, quarter.outcome)
        if chain != quarter.digest:
            return quarter.number
    return None


def restore(saved: Saved) -> Session:
    """The session of a save, at the place where it was left. Raises SaveError.

    The snapshot is taken as it is when its digest fits; otherwise the game is played again from its log.
    """
    setup = setup_of(saved)
    quarters = quarters_of(saved)
    rules = compile_rules(setup.scenario, setup.anchors)
    table = set_up_table(setup, rules)
    last = int(play.last_quarters(table)[0])
    try:
        snapshot = saved.content["snapshot"]
        state = unpack(State, snapshot["state"], quarter=len(quarters) + 1)
        minds = unpack(Minds, snapshot["minds"])
        drafts = {
            int(slot): Sheet.model_validate_json(json.dumps(sheet))
            for slot, sheet in saved.content.get("drafts", {}).items()
        }
    except (KeyError, TypeError, ValueError, AttributeError, ValidationError) as error:
        raise SaveError("save-damaged", file=saved.path.name) from error
    if digest(state, minds) != snapshot.get("digest"):
        return _played_again(saved, setup, quarters)
    past = play.Past(quarters[-1].decision, quarters[-1].decision, quarters[-1].outcome) if quarters else None
    moment = play.Moment(state, minds, observe(rules, state, quarters[-1].outcome if quarters else None), past)
    return Session(setup, table, moment, last, quarters, bool(saved.content.get("ended_early")), drafts)


def _played_again(saved: Saved, setup: Setup, quarters: list[Quarter]) -> Session:
    """The session made from the log alone, for a save whose snapshot was changed."""
    if saved.rules_version != RULES_VERSION:
        raise SaveError("save-snapshot", file=saved.path.name)
    session = begin(setup)
    for quarter in quarters:
        session.end_quarter(quarter.sheets, quarter.deciders)
    session.ended_early = bool(saved.content.get("ended_early"))
    return session
