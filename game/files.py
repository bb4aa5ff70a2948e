"""Files: JSON that anybody may have made, and writing so that nothing is lost."""

import json
import math
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, Any

LARGEST = 64_000_000
LOCKED = 1 << 40  # the byte that is locked, where nothing is written


def read_json(path: Path) -> Any:
    """What a file holds. Raises OSError when it can't be read, ValueError when it is no JSON that we would write."""
    if path.exists() and not path.is_file():
        raise IsADirectoryError(21, "it is no file")
    with path.open("rb") as file:
        raw = file.read(LARGEST + 1)
    if len(raw) > LARGEST:
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


@contextmanager
def replacing(path: Path) -> Iterator[IO[str]]:
    """A text file that takes the place of `path` once all is written; until then, and if it fails, the old one stays.

    Raises OSError.
    """
    waiting = path.with_name(f".{path.name}.writing-{os.getpid()}")
    try:
        with waiting.open("w", encoding="utf-8", newline="") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        waiting.replace(path)
    except BaseException:
        with suppress(OSError):
            waiting.unlink(missing_ok=True)
        raise


def lock(file: IO[Any]) -> None:
    """Take a file for this program alone until it is closed or the program ends. Raises OSError if somebody has it."""
    if sys.platform == "win32":
        import msvcrt

        place = file.tell()
        file.seek(LOCKED)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        file.seek(place)
    else:
        import fcntl

        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
