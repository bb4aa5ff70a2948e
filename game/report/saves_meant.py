"""Which files are meant: a command prompt may hand a pattern on as it was typed, and a class is often a folder."""

import glob
from collections.abc import Iterable
from pathlib import Path

from game.report.gather import Trouble
from game.session.save import SUFFIX


def saves_meant(given: Iterable[Path]) -> tuple[list[Path], list[Trouble]]:
    """Files, folders and patterns as files, each once and in their order; and what holds none.

    A folder stands for the saves in it, not for those in folders below. A name that is there is never a pattern.
    """
    files: dict[Path, None] = {}
    troubles = []
    for path in given:
        if path.is_dir():
            found = sorted(path.glob(f"*{SUFFIX}"))
        elif not path.exists() and glob.has_magic(str(path)):
            names = glob.glob(str(path), recursive=True)  # noqa: PTH207 - that of paths takes no absolute pattern
            found = sorted(held for held in map(Path, names) if held.is_file())
        else:
            found = [path]
        if not found:
            troubles.append(Trouble("report-trouble-none-there", {"place": str(path)}))
        files |= dict.fromkeys(found)
    return list(files), troubles
