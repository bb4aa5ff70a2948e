"""Where something that stands in a file twice stands for the first time."""

import re

_HEADER = re.compile(r"^\s*\[\[?\s*([\w.\"'-]+)\s*\]")
_KEY = re.compile(r"^\s*([\w.-]+|\"[^\"]*\"|'[^']*')\s*=")


def first_line(lines: list[str], line: int) -> int:
    """The line, from 1, where the header or key of a line stands before; 0 if it does not stand there in this form."""
    header, key = _HEADER.match(lines[line - 1]), _KEY.match(lines[line - 1])
    begin = 0
    if key is not None and header is None:
        begin = next((at for at in range(line - 2, -1, -1) if _HEADER.match(lines[at])), -1) + 1
    pattern, wanted = (_HEADER, header) if header is not None else (_KEY, key)
    if wanted is None:
        return 0
    found = ((at, pattern.match(lines[at])) for at in range(begin, line - 1))
    return next((at + 1 for at, same in found if same and _bare(same[1]) == _bare(wanted[1])), 0)


def _bare(name: str) -> str:
    return name.replace('"', "").replace("'", "")
