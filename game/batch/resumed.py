"""A sweep's table on disk, which is its progress too: whole lines are rows played, and the same sweep goes on after.

Nothing else is kept, so nothing can disagree with the table. Every line ends in the digest of the sweep that wrote it.
A line cut short by whatever stopped the program is dropped and played again; since every row is what its run comes to
alone, the table ends with the bytes of one that was never interrupted.
"""

import csv
import io
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import fields
from pathlib import Path
from typing import IO, Any

from game.batch.run import Row
from game.batch.sweep import Cell, Sweep, positions
from game.batch.table import COLUMNS
from game.files import lock

DIGEST = "sweep"
END, CODING, ERRORS = b"\r\n", "utf-8", "surrogateescape"
LONGEST = 1 << 20
KINDS = {item.name: item.type for item in fields(Row)}


class TableError(Exception):
    """A file that can't be gone on with: `code` names the message that says why."""

    def __init__(self, code: str, **arguments: str) -> None:
        super().__init__(code, arguments)
        self.code = code
        self.arguments = arguments


class Table:
    """The rows of a sweep in their order: first take up what is there, then add what is played."""

    def __init__(self, file: IO[bytes], sweep: Sweep, digest: str, kept: bool) -> None:
        self._file, self._kept, self._digest = file, kept, digest
        self._places = positions(sweep)
        self._keys = [key for key in sweep.keys if key not in COLUMNS]
        self.columns = (*self._keys, *COLUMNS, DIGEST)

    def take_up(self) -> Iterator[tuple[Cell, Row]]:
        """The rows that are there; afterwards the file ends with the last of them. Raises TableError, OSError."""
        header = _line(self.columns)
        if not self._kept:
            self._write(header)
            return
        self._file.seek(0)
        head = self._file.readline(LONGEST)
        if head != header and not (header.startswith(head) and len(head) < len(header)):
            raise TableError("sweep-foreign")
        if head != header:
            self._file.truncate(0)
            self._write(header)
            return
        whole = len(head)
        for number, line in enumerate(iter(lambda: self._file.readline(LONGEST), b""), 2):
            if not line.endswith(b"\n"):
                break
            yield self._checked(line, number)
            whole += len(line)
        self._file.truncate(whole)
        self._file.seek(whole)

    def add(self, rows: Iterable[Row]) -> list[tuple[Cell, Row]]:
        """Write the rows that come next; gives them back with their cells. Raises OSError."""
        made = [(next(self._places)[0], row) for row in rows]
        self._write(b"".join(self._written(cell, row) for cell, row in made))
        return made

    def _write(self, held: bytes) -> None:
        self._file.write(held)
        self._file.flush()

    def _written(self, cell: Cell, row: Row) -> bytes:
        values = [cell.texts[key] for key in self._keys]
        return _line([*values, *(getattr(row, name) for name in COLUMNS), self._digest])

    def _checked(self, line: bytes, number: int) -> tuple[Cell, Row]:
        """The row of a line, which must be the one that stands here and as this sweep writes it."""
        held = dict(zip(self.columns, next(csv.reader([line.decode(CODING, ERRORS)])), strict=False))
        if held.get(DIGEST) != self._digest:
            raise TableError("sweep-foreign")
        cell, replicate = next(self._places, (None, -1))
        try:
            row = Row(**{name: _value(name, held[name]) for name in COLUMNS})
        except (ValueError, KeyError) as error:
            raise TableError("sweep-altered", line=str(number)) from error
        if cell is None or row.replicate != replicate or self._written(cell, row) != line:
            raise TableError("sweep-altered", line=str(number))
        return cell, row


def _line(cells: Iterable[Any]) -> bytes:
    made = io.StringIO(newline="")
    csv.writer(made).writerow(cells)
    return made.getvalue().encode(CODING, ERRORS)


def _value(name: str, text: str) -> Any:
    kind = KINDS[name]
    return kind(text) if isinstance(kind, type) else text


@contextmanager
def open_table(path: Path, sweep: Sweep, digest: str) -> Iterator[Table]:
    """The table at a path, made if there is none, for this program alone. Raises OSError, TableError."""
    kept = path.is_file() or not path.exists()
    with path.open("a+b" if kept else "wb") as file:
        if kept:
            try:
                lock(file)
            except (BlockingIOError, PermissionError) as error:
                raise TableError("sweep-busy") from error
            except OSError:
                pass  # a file system without locks
        yield Table(file, sweep, digest, kept)
        if kept:
            os.fsync(file.fileno())
