"""TOML text -> values, going on after a fault: the faulty line is reported, blanked, and the rest is read."""

import re
import unicodedata
from typing import Any

import tomli

from game.scenario.encoding import control_character, decoded
from game.scenario.fault import Fault
from game.scenario.line_slips import mended, slip_on
from game.scenario.places import find_places
from game.scenario.twice import first_line

LARGEST = 500_000
MOST_LINES = 20_000
MOST_FAULTS = 40
_STATEMENT = re.compile(r"^\s*(\[|[\w.\"'-]+\s*=|#|$)")
_OPEN_TEXT = re.compile(r"Expected .['\"]{1,3}.$|Unterminated string|Illegal character '.n'")
_DIGITS = re.compile(r"(0x|0o|0b)?[0-9A-Fa-f_]{400,}")
_PREFIXED = re.compile(r"\b0[xob][0-9A-Fa-f_]{400,}")
_TEXTS = re.compile(r"\"(\\.|[^\"\\])*\"|'[^']*'|#.*")
_FULL_WIDTH = re.compile("[＝，；：［］｛｝＂＃．]")
_COMMA = re.compile(r"[+-]?\d+,\d+")
_BARE = re.compile(r"(?P<mark>[“”„«‘’']?)(?P<text>[A-Za-z][\w .-]*)[“”»‘’']?")
_MAYBE = {"yes", "no", "on", "off", "nan", "inf", "none", "null"}  # what these stand for is not known here
_BEGINS = re.compile(r"""^\s*(\[\[?\s*[A-Za-z_][\w."'-]*\s*\]\]?\s*(#.*)?$|([\w.-]+|"[^"]*"|'[^']*')\s*=)""")
_CODES = {
    "Unclosed array": "unclosed-array",
    "Unclosed inline table": "unclosed-table",
    "Expected ']' at the end of a table declaration": "unclosed-header",
    "Expected ']]' at the end of an array declaration": "unclosed-header",
    "Invalid value": "no-value",
    "Cannot overwrite a value": "key-twice",
    "Expected newline or end of document after a statement": "two-statements",
    "Expected '=' after a key in a key/value pair": "no-equals",
    "Invalid statement": "no-statement",
}


def read_values(source: bytes, file: str) -> tuple[dict[str, Any] | None, list[Fault], str]:
    """Values of a file, its syntax faults, and the text that was read in the end (faulty lines blank).

    None instead of values when nothing can be read at all.
    """
    if len(source) > LARGEST or source.count(b"\n") > MOST_LINES:
        limits = {"size": f"{len(source) / 1e6:.1f}", "limit": f"{LARGEST / 1e6:.1f}", "lines": str(MOST_LINES)}
        return None, [Fault("too-large", file, arguments={**limits, "found": str(source.count(b"\n") + 1)})], ""
    text, faults = decoded(source, file)
    if text is None:
        return None, faults, ""
    while True:
        try:
            values = tomli.loads(text)
            if _PREFIXED.search(text) is None:
                return values, faults, text
            fault = _huge_number(text, file)
        except tomli.TOMLDecodeError as error:
            fault = _fault(error, text, file)
        except RecursionError:
            return None, [Fault("too-deep", file)], ""
        except ValueError:
            fault = _huge_number(text, file)
        faults.append(fault)
        if len(faults) >= MOST_FAULTS:
            return None, faults, text
        text = _without(text, fault)


def _fault(error: tomli.TOMLDecodeError, text: str, file: str) -> Fault:
    line, column = error.lineno, error.colno
    code = _code(error.msg)
    lines = text.split("\n")
    special = _special(text, line, column, error.msg, file)
    if special is not None:
        return special
    if code in {"unclosed-array", "unclosed-table", "unclosed-string"}:
        line, column = _opening(text, line, column)
    if code == "key-twice":
        column = len(lines[line - 1]) - len(lines[line - 1].lstrip()) + 1
    while line > 1 and (line > len(lines) or not lines[line - 1].strip()):
        line, column = line - 1, 1
    meant = _meant(code, lines[line - 1])
    arguments = {"detail": error.msg}
    if code in {"key-twice", "table-twice"}:
        arguments["first"] = str(first_line(lines, line))
    return Fault(code, file, line, max(column, 1), arguments=arguments, suggestion=meant)


def _huge_number(text: str, file: str) -> Fault:
    """The first number that has more digits than Python reads."""
    found = _DIGITS.search(text)
    if found is None:
        return Fault("syntax", file, 1, 1, arguments={"detail": ""})
    line = text.count("\n", 0, found.start()) + 1
    return Fault("huge-number", file, line, found.start() - text.rfind("\n", 0, found.start()))


def _code(message: str) -> str:
    """The fault behind what the reader says."""
    if message.startswith("Cannot declare"):
        return "table-twice"
    if _OPEN_TEXT.match(message):
        return "unclosed-string"
    return _CODES.get(message, "syntax")


def _special(text: str, line: int, column: int, message: str, file: str) -> Fault | None:
    """What lies behind a message of the reader, where the text tells more than the message does."""
    lines = text.split("\n")
    here = lines[line - 1] if line <= len(lines) else ""
    opened = _list_open_at(text, line)
    if opened is not None:
        return Fault("unclosed-array", file, *opened)
    control = control_character(here)
    if control:
        return Fault("control-character", file, line, control)
    plain = _TEXTS.sub(lambda found: " " * len(found[0]), here)
    wide = _FULL_WIDTH.search(plain)
    if wide:
        return Fault("full-width", file, line, wide.start() + 1, suggestion=unicodedata.normalize("NFKC", wide[0]))
    slip = slip_on(lines, line, column, message, file)
    if slip is not None:
        return slip
    twice = re.match(r"Duplicate inline table key '(.+)'", message)
    if twice:
        places = [found.start() for found in re.finditer(rf"\b{re.escape(twice[1])}\b", plain)]
        return Fault("key-twice", file, line, (places[1:] or [0])[0] + 1, arguments={"first": str(line)})
    return _brackets(lines, line, file)


def _brackets(lines: list[str], line: int, file: str) -> Fault | None:
    """[name] and [[name]] in one file: the one with single brackets is the slip."""
    head = re.match(r"^\s*(\[\[?)\s*([\w.-]+)\s*\]", lines[line - 1]) if line <= len(lines) else None
    if head is None:
        return None
    other = "[" if head[1] == "[[" else "[["
    same = re.compile(rf"^\s*{re.escape(other)}\s*{re.escape(head[2])}\s*\](?!\w)")
    places = [number for number, text in enumerate(lines[: line - 1], 1) if same.match(text)]
    if not places:
        return None
    at = line if other == "[[" else places[0]
    return Fault("single-brackets", file, at, 1, head[2], suggestion=f"[[{head[2]}]]")


def _meant(code: str, line: str) -> str:
    """The value as it should be written: a comma for the decimal point, True, other quotation marks, or none."""
    value = line.partition("=")[2].partition("#")[0].strip()
    if code == "two-statements" and _COMMA.fullmatch(value):
        return value.replace(",", ".")
    if code != "no-value":
        return ""
    if value.lower() in {"true", "false"}:
        return value.lower()
    found = _BARE.fullmatch(value)
    return f'"{found["text"]}"' if found and value.lower() not in _MAYBE else ""


def _list_open_at(text: str, last: int) -> tuple[int, int] | None:
    """Where a list begins that was never closed, if that is why the reader stumbled on line `last`.

    Inside a list no line begins with a header or with a key: where one does, the list should have ended before.
    """
    opened: tuple[int, int] | None = None
    depth = 0
    for number, line in enumerate(text.split("\n")[:last], 1):
        begins = _BEGINS.match(line)
        if depth > 0 and begins and opened:
            return opened if number == last else None
        bare = _bare(line)
        if depth <= 0:
            if not begins or '"""' in line or "'''" in line:
                continue
            opened, bare = (number, line.find("[") + 1), bare if "=" in begins[0] else ""
            depth = 0
        depth += bare.count("[") - bare.count("]")
    return None


def _bare(line: str) -> str:
    """A line without its texts and its comment."""
    return _TEXTS.sub("", line)


def _opening(text: str, line: int, column: int) -> tuple[int, int]:
    """Where the thing that was never closed begins: the statement on or before the place where the reader gave up."""
    for spot in find_places(text.encode()).errors:
        if spot[0] <= line:
            line, column = min((line, column), spot)
    lines = text.split("\n")
    at = min(line, len(lines)) - 1
    while at > 0 and not re.match(r"^\s*[\w.\"'-]+\s*=", lines[at]):
        at -= 1
    if at + 1 == line or not _balanced(lines[at]):
        return at + 1, _value_column(lines[at])
    before = at - 1
    while before > 0 and not re.match(r"^\s*[\w.\"'-]+\s*=", lines[before]):
        before -= 1
    if before >= 0 and not _balanced(lines[before]):
        return before + 1, _value_column(lines[before])
    return line, column


def _value_column(line: str) -> int:
    """Where the value begins on a line with a key; its beginning if there is none."""
    found = re.match(r"[^=]*=\s*", line)
    return found.end() + 1 if found else 1


def _balanced(line: str) -> bool:
    bare = _bare(line)
    return bare.count("[") == bare.count("]") and bare.count("{") == bare.count("}") and not set(bare) & set("\"'")


def _without(text: str, fault: Fault) -> str:
    """The text with a faulty statement blanked: its line and what hangs on it up to the next statement.

    A header that was not closed is closed, so that the keys under it stay in their table.
    """
    lines = text.split("\n")
    at = min(max(fault.line, 1), len(lines)) - 1
    if fault.code == "unclosed-header" and (bare := re.match(r"^\s*(\[\[?)\s*([\w.\"'-]+)", lines[at])):
        lines[at] = bare.group(1) + bare.group(2) + "]" * len(bare.group(1))
        return "\n".join(lines)
    if fault.code == "single-brackets":
        lines[at] = fault.suggestion
        return "\n".join(lines)
    as_meant = mended(lines, fault)
    if as_meant is not None:
        return "\n".join(as_meant)
    lines[at] = ""
    at += 1
    if fault.code == "table-twice":  # its keys belong to no other table
        while at < len(lines) and not lines[at].lstrip().startswith("["):
            lines[at] = ""
            at += 1
        return "\n".join(lines)
    while at < len(lines) and not _STATEMENT.match(lines[at]):
        lines[at] = ""
        at += 1
    return "\n".join(lines)
