"""Per cents where shares and factors belong: 60 % is 0.6, ten per cent more is the factor 1.1."""

import re

from game.model.scenario import Effect
from game.scenario.fields import limits_at, record_at, whole_at

Located = tuple[str | int, ...]
_WRITTEN = re.compile(r"([+-]?)\s*(\d+(?:[.,]\d+)?)\s*[%％]")
LEAST, MOST = 5, 100  # smaller numbers where at most 1 is allowed may be anything
CHANGE, LEVEL = 40, 80  # up to here a factor is likely to be meant as so much more or less, from there on as a level


def from_written(text: str, path: Located) -> str:
    """The number for a text like "60%" or "+10%" at a place; empty if none can stand there.

    A sign tells a change where a factor belongs. Goals are about figures that run to 100 themselves.
    """
    found = _WRITTEN.fullmatch(text.strip())
    if found is None or whole_at(path):
        return ""
    size = float(found[2].replace(",", "."))
    if path[:1] == ("goals",):
        return f"{size:g}"
    signed = {"+": 1 + size / 100, "-": 1 - size / 100}.get(found[1])
    if signed is not None and is_factor(path):
        return _within(signed, path)
    return "" if found[1] == "-" else _within(size / 100, path)


def from_number(number: float, path: Located) -> str | None:
    """What was meant by a number out of range, if it is likely to be a per cent.

    Empty where a factor is wrong and no per cent is likely: the end of its range, five times as much, was never meant.
    None where nothing can be told here.
    """
    if is_factor(path):
        if LEAST <= abs(number) <= CHANGE:
            return _within(1 + number / 100, path)
        return _within(number / 100, path) if number >= LEVEL else ""
    low, high = limits_at(path)
    share = (low, high) == ("0", "1") and not whole_at(path)
    return f"{number / 100:g}" if share and LEAST <= number <= MOST else None


def is_factor(path: Located) -> bool:
    """Whether a number multiplies, so that 1 changes nothing."""
    if not path or record_at(path[:-1]) is not Effect:
        return False
    declared = Effect.model_fields.get(str(path[-1]))
    return declared is not None and declared.default == 1


def _within(number: float, path: Located) -> str:
    low, high = limits_at(path)
    inside = (not low or float(low) <= number) and (not high or number <= float(high))
    return f"{number:g}" if inside else ""
