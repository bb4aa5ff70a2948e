"""Bytes of a scenario file -> text with plain line ends, and what is wrong with how the file was saved."""

import re
from pathlib import Path

from game.scenario.fault import Fault

_LONE_RETURN = re.compile("\r(?!\n)")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


def decoded(source: bytes, file: str) -> tuple[str | None, list[Fault]]:
    """The text, None if the bytes are not UTF-8; lone carriage returns are read as line ends and reported."""
    if source.startswith((b"\xff\xfe", b"\xfe\xff")) or source[:400].count(0) > len(source[:400]) // 4:
        return None, [Fault("not-utf8", file, 1, 1, arguments={"looks": "utf-16"})]
    try:
        text = source.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = source[: error.start].count(b"\n") + 1
        column = error.start - source.rfind(b"\n", 0, error.start)
        return None, [Fault("not-utf8", file, line, column, arguments={"looks": _looks(source)})]
    faults = []
    found = _LONE_RETURN.search(text)
    if found is not None:
        before = text[: found.start()].replace("\r\n", "\n")
        spot = before.count("\n") + 1, len(before) - before.rfind("\n")
        faults.append(Fault("line-ends", file, *spot))
    return text.replace("\r\n", "\n").replace("\r", "\n"), faults


def misnamed(path: Path, file: str) -> list[Fault]:
    """A scenario that was saved as `name.toml.txt`, as Windows Notepad does unseen: the picker reads only `.toml`."""
    if not path.name.lower().endswith(".toml.txt"):
        return []
    return [Fault("not-toml-name", file, arguments={"found": path.name}, suggestion=path.name[: -len(".txt")])]


def _looks(source: bytes) -> str:
    """The encoding that it may have: GBK if its pairs of bytes are Chinese, else not known."""
    try:
        text = source.decode("gb18030")
    except UnicodeDecodeError:
        return "other"
    strange = [char for char in text if ord(char) > 127]
    common = sum("\u4e00" <= char <= "\u9fff" or char in "，。：；、（）“”？！《》" for char in strange)
    return "gbk" if common >= 0.9 * len(strange) else "other"


def control_character(line: str) -> int:
    """The column, from 1, of the first control character that no scenario may hold; 0 if there is none."""
    found = _CONTROL.search(line)
    return found.start() + 1 if found else 0
