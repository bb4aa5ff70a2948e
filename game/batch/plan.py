"""What a batch is to play: a scenario, replicates of a seed, a seat and its policy."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from pydantic import ValidationError

from game.files import read_json
from game.model.band import Anchors
from game.model.scenario import Scenario
from game.model.sheet import Sheet
from game.rivals.difficulty import NORMAL
from game.rivals.register import GROUP

PLAN = "plan"
BLOCK = 16_000


class PolicyError(Exception):
    """A policy that can't be used: `code` names the message that says why."""

    def __init__(self, code: str, **arguments: str) -> None:
        super().__init__(code, arguments)
        self.code = code
        self.arguments = arguments


@dataclass(frozen=True)
class Policy:
    """How the player's seat is played: `plan` (the scenario's manager and strategy), a strategy, or sheets."""

    name: str
    strategy: str | None = None
    sheets: Mapping[int, Sheet] | None = None


@dataclass(frozen=True, eq=False)
class Job:
    """A batch: replicates `first` .. `first + runs - 1` of a seed."""

    scenario: Scenario
    name: str
    seed: int
    first: int
    runs: int
    slot: int
    policy: Policy
    difficulty: str = NORMAL
    treatment: str = ""
    anchors: Mapping[int, Anchors] | None = None

    def blocks(self) -> list[np.ndarray]:
        """Replicate ids in blocks of about `BLOCK` firms."""
        size = max(1, BLOCK // max(self.scenario.slots or 0, len(self.scenario.firms)))
        ids = np.arange(self.first, self.first + self.runs, dtype=np.int64)
        return [ids[start : start + size] for start in range(0, self.runs, size)]


def read_policy(text: str) -> Policy:
    """A policy by its name on the command line. Raises PolicyError."""
    if text == PLAN:
        return Policy(PLAN)
    if text in GROUP:
        return Policy(text, strategy=text)
    path = Path(text)
    if not text or (not path.suffix and not path.exists()):
        raise PolicyError("policy-unknown", name=text, known=", ".join((PLAN, *GROUP)))
    try:
        content = read_json(path)
        quarters = content["quarters"]
        sheets = {int(item["number"]): _only_sheet(item["sheets"]) for item in quarters}
    except OSError as error:
        raise PolicyError("policy-unreadable", file=text, reason=error.strerror or str(error)) from error
    except (ValueError, KeyError, TypeError, AttributeError, ValidationError) as error:
        raise PolicyError("policy-not-a-log", file=text) from error
    return Policy(path.name, sheets={quarter: sheet for quarter, sheet in sheets.items() if sheet is not None})


def _only_sheet(sheets: Mapping[str, object]) -> Sheet | None:
    """The first seat's sheet of a quarter in a log."""
    sheet = next(iter(sheets.values()), None)
    return None if sheet is None else Sheet.model_validate_json(json.dumps(sheet))
