"""Numbers as people read them: one decimal for money, a true minus, thousands apart, signs for changes.

The minus is the en dash, which every face of the product has at the same weight.
"""

MINUS = "\u2013"


def figure(value: float, places: int = 0, sign: bool = False) -> str:
    """A number with `places` decimals; `sign` puts a plus before gains. Nought has no sign."""
    rounded = round(value, places)
    if rounded == 0:
        return f"{0:.{places}f}"
    text = f"{abs(rounded):,.{places}f}"
    return f"{MINUS}{text}" if rounded < 0 else f"+{text}" if sign else text


def money(value: float, sign: bool = False) -> str:
    """Money to one decimal."""
    return figure(value, 1, sign)


def percent(part: float, sign: bool = False) -> str:
    """A share as whole per cent, without the unit."""
    return figure(100 * part, 0, sign)
