"""A mark that stands in the player's folder while the window is open, so that the next start knows how it was closed.

The mark is a file that is locked; a lock goes with its program however that ends, and can't be mistaken for another's
as a process number can. So a mark without a lock is one that nobody took away, and windows that are open side by side
leave each other's marks alone.
"""

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, Any

import pygame

from game.files import lock

PREFIX = "running-"
LONGEST = 1000


class Mark:
    """The mark of this window. `left` are the autosaves that windows named which were not closed, the newest last."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / f"{PREFIX}{os.getpid()}-{os.urandom(3).hex()}"
        self._file: IO[str] | None = None
        self.left: list[str] = []
        with suppress(OSError):
            folder.mkdir(parents=True, exist_ok=True)
            marks = sorted(folder.glob(f"{PREFIX}*"), key=lambda path: path.stat().st_mtime)
            self.left = [name for path in marks if (name := _left(path))]
            self._file = self._path.open("w", encoding="utf-8")
            lock(self._file)

    def note(self, name: str) -> None:
        """The autosave from which to go on, should the program end without closing."""
        if self._file is not None:
            with suppress(OSError):
                self._file.seek(0)
                self._file.truncate()
                self._file.write(name)
                self._file.flush()

    def remove(self) -> None:
        """The window is closed in order."""
        if self._file is not None:
            with suppress(OSError):
                self._file.close()
                self._path.unlink(missing_ok=True)
            self._file = None


def _left(path: Path) -> str:
    """The autosave that a mark names which nobody holds any more, which is taken away; empty if somebody does."""
    try:
        with path.open("r+", encoding="utf-8", errors="replace") as file:
            lock(file)
            file.seek(0)
            name = file.read(LONGEST)
        path.unlink()
    except OSError:
        return ""
    return name


@contextmanager
def asked_to_end() -> Iterator[None]:
    """Where the system asks a program to end, the window is closed as if by its own button, and nothing is lost."""
    held: dict[int, Any] = {}

    def close(number: int, frame: Any) -> None:
        del number, frame
        pygame.event.post(pygame.event.Event(pygame.QUIT))

    with suppress(ValueError):  # only the main thread may listen
        for name in ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK"):
            if hasattr(signal, name):
                held[getattr(signal, name)] = signal.signal(getattr(signal, name), close)
    try:
        yield
    finally:
        for number, before in held.items():
            signal.signal(number, before)
