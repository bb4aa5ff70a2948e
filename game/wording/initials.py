"""The first letters of Chinese words as they are spelt in pinyin: 搭便车 is found by typing dbc.

The 3,755 most common characters stand in GB 2312 in the order of their pinyin, so the first character of each letter
is all that has to be known. Rarer ones are not in that order; those that the titles need are named.
"""

from bisect import bisect

LETTERS = "abcdefghjklmnopqrstwxyz"
FIRST = [char.encode("gb2312") for char in "啊芭擦搭蛾发噶哈击喀垃妈拿哦啪期然撒塌挖昔压匝"]
LAST = "座".encode("gb2312")
RARER = {"弈": "y", "耦": "o"}


def initials(text: str) -> str:
    """A letter for every Chinese character of a text; whatever else stands in it is left out."""
    return "".join(map(_initial, text))


def _initial(char: str) -> str:
    if char in RARER:
        return RARER[char]
    code = char.encode("gb2312", "ignore")
    if len(code) < 2 or not FIRST[0] <= code <= LAST:
        return ""
    return LETTERS[bisect(FIRST, code) - 1]
