"""JSON from files that anybody may have made: whatever can't be used comes out as an OSError or a ValueError."""

import json
import math
from pathlib import Path
from typing import Any

LARGEST = 64_000_000


def read_json(path: Path, largest: int = LARGEST) -> Any:
    """What a file holds. Raises OSError when it can't be read, ValueError when it is no JSON that we would write."""
    if path.exists() and not path.is_file():
        raise IsADirectoryError(21, "it is no file")
    with path.open("rb") as file:
        raw = file.read(largest + 1)
    if len(raw) > largest:
        raise ValueError("too large")
    try:
        return json.loads(raw.decode("utf-8"), parse_constant=_refuse, parse_float=_finite)
    except RecursionError as error:
        raise ValueError("nested too deeply") from error


def _refuse(text: str) -> float:
    raise ValueError(f"{text} is no number")


def _finite(text: str) -> float:
    value = float(text)
    if not math.isfinite(value):
        raise ValueError(f"{text} is too large")
    return value
