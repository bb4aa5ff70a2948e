"""Slips of a hand that is used to other notations, made on shipped scenarios in the same way as `mutations`."""

from collections.abc import Sequence
from random import Random

from tests.scenario.mutations import SECTIONS, Made, is_number, pick, put


def per_cent(lines: Sequence[str], chance: Random) -> Made:
    line = pick(
        lines, chance, lambda held: is_number(held) and SECTIONS[held.table]["properties"][held.key]["maximum"] == 1
    )
    value = float(line.value)
    changed = put(lines, line.at, f"{line.key} = {100 * value:g}{chance.choice(['%', ' %'])}")
    return changed, [(line.at + 1, "per-cent", f"{value:g}")]


def slashes_for_comment(lines: Sequence[str], chance: Random) -> Made:
    line = pick(lines, chance, is_number)
    sign = chance.choice(["//", ";", "--"])
    return put(lines, line.at, f"{line.key} = {line.value} {sign} as measured"), [
        (line.at + 1, "comment-sign", "# as measured")
    ]


def quotes_inside(lines: Sequence[str], chance: Random) -> Made:
    line = pick(lines, chance, lambda held: held.table == "about" and held.key in {"lesson", "place", "summary"})
    before, after = chance.choice([("", " valley"), ("the ", ""), ("the ", " valley")])
    changed = put(lines, line.at, f'{line.key} = "{before}"old"{after}"')
    return changed, [(line.at + 1, "quotes-inside", rf'"{before}\"old\"{after}"')]


def backslash(lines: Sequence[str], chance: Random) -> Made:
    line = pick(lines, chance, lambda held: held.table == "about" and held.key in {"lesson", "place", "summary"})
    path = chance.choice([r"C:\Users\me", r"D:\lessons", r"\\host\guild"])
    return put(lines, line.at, f'{line.key} = "{path}"'), [(line.at + 1, "backslash", f"'{path}'")]


def line_break_in_a_text(lines: Sequence[str], chance: Random) -> Made:
    line = pick(lines, chance, lambda held: held.table == "about" and held.key in {"lesson", "place", "summary"})
    more = ["and on"] * chance.randrange(3)
    return put(lines, line.at, f'{line.key} = "an old', *more, 'valley"'), [(line.at + 1, "text-over-lines", "")]


def comma_left_out_of_a_list(lines: Sequence[str], chance: Random) -> Made:
    starts = [at for at, line in enumerate(lines) if line.endswith(" = [") and lines[at + 2] != "]"]
    start = chance.choice(starts)
    end = lines.index("]", start)
    entries = [at for at in range(start + 1, end - 1) if lines[at].endswith(",") and not lines[at].startswith("#")]
    at = chance.choice(entries)
    return put(lines, at, lines[at][:-1]), [(at + 1, "missing-comma", "")]


def yes_in_quotes(lines: Sequence[str], chance: Random) -> Made:
    line = pick(lines, chance, lambda held: held.key in {"seat", "announced"})
    return put(lines, line.at, f'{line.key} = "{line.value}"'), [(line.at + 1, "wrong-type", line.value)]


def quarter_in_quotes(lines: Sequence[str], chance: Random) -> Made:
    line = pick(lines, chance, lambda held: held.table == "agenda" and held.value.isdigit())
    return put(lines, line.at, f'{line.key} = "{line.value}"'), [(line.at + 1, "wrong-type", line.value)]


def key_of_the_file_at_its_end(lines: Sequence[str], chance: Random) -> Made:
    written = chance.choice(["slots = 150", 'kind = "high_tech"', "off = []", 'institutions = ["mark"]'])
    return [*lines, "[[firms]]", 'name = "Newcomers"', written], [(len(lines) + 3, "stands-in-table", "")]


FOREIGN = (
    per_cent,
    slashes_for_comment,
    quotes_inside,
    backslash,
    line_break_in_a_text,
    comma_left_out_of_a_list,
    yes_in_quotes,
    quarter_in_quotes,
    key_of_the_file_at_its_end,
)
