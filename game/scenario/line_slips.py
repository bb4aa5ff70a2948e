"""Slips on one line that a TOML reader stumbles on without saying what to do, and the line as it was meant.

They come from other notations: per cents, comments of other languages, quotation marks inside a text, Windows paths.
"""

import re

from game.scenario.fault import Fault
from game.scenario.per_cent import from_written

_COMMENT = re.compile(r"//|/\*|;|--")
_TEXT_OR_COMMENT = re.compile(r"\"(?:\\.|[^\"\\])*\"|'[^']*'|(#.*)")
_PER_CENT = re.compile(r"([+-]?[\d_]+(?:\.\d+)?)\s*$")
_KEYS = re.compile(r"([\w.-]+)\s*=")
_HEADER = re.compile(r"^\s*\[\[?\s*([\w.-]+)\s*\]")
_BRACES = re.compile(r"\{\s*((?:\"[^\"]*\"|'[^']*'|[+-]?[\d.]+)\s*(?:,[^{}=]*)?)\}")
_CONTINUED = re.compile(r"^\s*[^\s\"#\[\]{}](?:\\.|[^\"\\])*(\"\s*[,\]}\s]*)(?:#.*)?$")
_KEY = re.compile(r"^\s*([\w.-]+|\"[^\"]*\"|'[^']*')\s*=")
_ESCAPES = ("Invalid hex value", "Unescaped '\\'", "Escaped character")
_UNESCAPED = re.compile(r"(?<!\\)\"")
_MOST_LINES = 40  # of a text that goes on; beyond, its quotation mark was rather forgotten


def slip_on(lines: list[str], line: int, column: int, message: str, file: str) -> Fault | None:
    """The slip where the reader stopped with `message`, if it is one of these. `line` and `column` count from 1."""
    here = lines[line - 1] if line <= len(lines) else ""
    before, rest = here[: column - 1], here[column - 1 :]
    if message.startswith("Illegal character '\\n'"):
        return _text_over_lines(lines, line, file)
    if message.startswith(_ESCAPES):
        return _backslash(here, line, column, file)
    comment = _COMMENT.match(rest.lstrip() if message != _AFTER_KEY else here.lstrip())
    if comment and (comment[0] in {"//", "/*"} or message in {_MORE, "Invalid statement", _AFTER_KEY}):
        at = len(here) - len((rest if message != _AFTER_KEY else here).lstrip())
        meant = f"# {here[at + len(comment[0]) :].strip()}".strip()
        return Fault("comment-sign", file, line, at + 1, arguments={"found": comment[0]}, suggestion=meant)
    if rest[:1] in {"%", "％"} and message != _AFTER_KEY and (number := _PER_CENT.search(before)):
        meant = from_written(f"{number[1]}%", _path(lines, line, before))
        return Fault("per-cent", file, line, number.start() + 1, arguments={"found": f"{number[1]}%"}, suggestion=meant)
    if message == _AFTER_KEY and (braces := _BRACES.search(here)):
        meant = f"[{braces[1].strip()}]"
        return Fault("list-in-braces", file, line, braces.start() + 1, "", {"found": braces[0]}, meant)
    if message in {_MORE, _LIST, _TABLE} and before.rstrip().endswith('"') and _goes_on(rest):
        return _quotes_inside(here, line, before, file)
    return _missing_comma(lines, line, column, file) if message == _LIST and _begins_value(rest) else None


_MORE = "Expected newline or end of document after a statement"
_AFTER_KEY = "Expected '=' after a key in a key/value pair"
_LIST = "Unclosed array"
_TABLE = "Unclosed inline table"


def mended(lines: list[str], fault: Fault) -> list[str] | None:
    """The lines with the slip taken out, so that the rest is read as it was meant; None where that can't be told.

    Line numbers stay.
    """
    at = fault.line - 1
    here = lines[at]
    found = fault.arguments.get("found", "")
    if fault.code == "comment-sign":
        now = here[: fault.column - 1].rstrip()
    elif fault.code == "missing-comma":
        now = f"{here[: fault.column - 1]},{here[fault.column - 1 :]}"
    elif fault.code == "text-over-lines":
        end = next(place for place in range(at + 1, len(lines)) if _CONTINUED.match(lines[place]))
        tail = _CONTINUED.match(lines[end])
        blank = [""] * (end - at)
        return [*lines[:at], here + (tail[1] if tail else '"'), *blank, *lines[end + 1 :]]
    elif fault.code in {"per-cent", "list-in-braces", "quotes-inside", "backslash"} and found and fault.suggestion:
        start = fault.column - 1
        now = here[:start] + here[start:].replace(found, fault.suggestion, 1)
    elif fault.code in {"quotes-inside", "backslash"} and not _KEY.match(here):
        now = ""
    else:
        return None
    return [*lines[:at], now, *lines[at + 1 :]] if now != here else None


def _path(lines: list[str], line: int, before: str) -> tuple[str, ...]:
    """Where the value that ends here stands: the table above, its key, and the key inside { } if there is one."""
    head = next((found[1] for text in reversed(lines[: line - 1]) if (found := _HEADER.match(text))), "")
    keys = _KEYS.findall(before)
    inside = [keys[0], keys[-1]] if len(keys) > 1 else keys
    parts = [part for name in (head, *inside) if name for part in name.split(".")]
    return tuple(parts[2:] if parts[:1] == ["treatments"] else parts)


def _text_over_lines(lines: list[str], line: int, file: str) -> Fault | None:
    """A text whose quotation mark stands at the end of a later line, with no statement in between."""
    for text in lines[line : line + _MOST_LINES]:
        if _CONTINUED.match(text):
            plain = _TEXT_OR_COMMENT.sub(lambda found: " " * len(found[0]), lines[line - 1])
            return Fault("text-over-lines", file, line, plain.rfind('"') + 1)
        if not text.strip() or '"' in text or "=" in text or text.lstrip()[0] in "#[]{}":
            return None
    return None


def _backslash(here: str, line: int, column: int, file: str) -> Fault:
    """A text with a backslash that stands for itself, like a Windows path."""
    start, end = here.rfind('"', 0, column - 1), here.find('"', column - 1)
    found = here[start : end + 1] if 0 <= start < end else ""
    inner = found[1:-1]
    meant = f"'{inner}'" if "'" not in inner else '"' + inner.replace("\\", "\\\\") + '"'
    if not found or here[max(start - 2, 0) : start] == '""':
        start, found, meant = column - 1, "", ""
    return Fault("backslash", file, line, start + 1, arguments={"found": found}, suggestion=meant)


def _goes_on(rest: str) -> bool:
    """Whether a text goes on after the quotation mark that closed it: with letters, and another mark."""
    return bool(rest) and rest[0].isalnum() and '"' in rest and not _KEYS.match(rest)


def _quotes_inside(here: str, line: int, before: str, file: str) -> Fault:
    """Quotation marks inside a text; the whole of it as it was meant, where it is alone on its line."""
    key = _KEY.match(here)
    start = key.end() if key else 0
    start += len(here[start:]) - len(here[start:].lstrip())
    whole = here[start:].rstrip().rstrip(",")
    alone = len(whole) > 2 and whole[0] == whole[-1] == '"'
    meant = '"' + _UNESCAPED.sub(lambda _: '\\"', whole[1:-1]) + '"' if alone else ""
    column = start + 1 if alone else before.rstrip().rfind('"') + 1
    return Fault("quotes-inside", file, line, column, arguments={"found": whole if alone else ""}, suggestion=meant)


def _begins_value(rest: str) -> bool:
    return bool(rest) and (rest[0] in "\"'[{+-" or rest[0].isalnum())


def _missing_comma(lines: list[str], line: int, column: int, file: str) -> Fault:
    """Where the comma belongs: behind the value before the one at which the reader stopped."""
    texts = [*lines[: line - 1], lines[line - 1][: column - 1]]
    for number in range(len(texts), 0, -1):
        plain = _TEXT_OR_COMMENT.sub(lambda found: "" if found[1] else found[0], texts[number - 1]).rstrip()
        if plain:
            return Fault("missing-comma", file, number, len(plain) + 1, suggestion="")
    return Fault("missing-comma", file, line, column)
