"""Slips of the hand in shipped scenarios: each knows by how it was made what is to be reported, and where.

Nothing here asks the checker. A slip is made on the lines of a file; it gives the changed text and the faults, each a
line (from 1), a code and a suggestion.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random

from game.scenario.schema import schema

Expected = tuple[int, str, str]
Made = tuple[list[str], list[Expected]]

LETTERS = "abcdefghiklmnoprstuvw"
SECTIONS = schema()["definitions"]
NUMBERS = re.compile(r"^(\w+) = (0\.\d+|\d+\.\d+)$")


@dataclass(frozen=True)
class Line:
    """A statement that stands on one line: its table's header, key and value."""

    at: int  # counted from 0
    table: str
    key: str
    value: str


def statements(lines: Sequence[str]) -> list[Line]:
    made, table, depth = [], "", 0
    for at, line in enumerate(lines):
        if depth == 0 and (head := re.match(r"^\[+([\w.]+)\]+$", line)):
            table = head.group(1)
        pair = re.match(r"^(\w+) = (.*?)(?: # .*)?$", line) if depth == 0 else None
        if line == "]":
            depth = 0
        elif pair and pair.group(2) == "[":
            depth = 1
        elif pair:
            made.append(Line(at, table, pair.group(1), pair.group(2)))
    return made


def pick(lines: Sequence[str], chance: Random, wanted: Callable[[Line], bool]) -> Line:
    return chance.choice([line for line in statements(lines) if wanted(line)])


def slip(word: str, chance: Random) -> str:
    """A word with two neighbouring letters exchanged, one left out or one too many; never at its ends."""
    places = [place for place in range(1, len(word) - 2) if word[place] != word[place + 1] and word[place] != "_"]
    place = chance.choice(places)
    return chance.choice(
        [
            word[:place] + word[place + 1] + word[place] + word[place + 2 :],
            word[:place] + word[place + 1 :],
            word[:place] + chance.choice(LETTERS) + word[place:],
        ]
    )


def put(lines: Sequence[str], at: int, *new: str) -> list[str]:
    return [*lines[:at], *new, *lines[at + 1 :]]


def is_number(line: Line) -> bool:
    return line.table in {"region", "market", "costs", "brands", "innovation"} and bool(
        NUMBERS.match(f"{line.key} = {line.value}")
    )


def misspelt_key(lines: Sequence[str], chance: Random) -> Made:
    line = pick(lines, chance, lambda held: is_number(held) and len(held.key) > 5)
    changed = put(lines, line.at, f"{slip(line.key, chance)} = {line.value}")
    return changed, [(line.at + 1, "unknown-key", line.key)]


def misspelt_table(lines: Sequence[str], chance: Random) -> Made:
    at = chance.choice([at for at, line in enumerate(lines) if line in {"[region]", "[market]", "[quarters]"}])
    name = lines[at].strip("[]")
    return put(lines, at, f"[{slip(name, chance)}]"), [(at + 1, "unknown-key", name)]


def misspelt_institution(lines: Sequence[str], chance: Random) -> Made:
    """The institution is missing then: the agenda opens it, and the goals and treatments about it, in vain."""
    at = chance.choice([at for at, line in enumerate(lines) if re.match(r"^\[institutions\.\w+\]$", line)])
    name = lines[at].strip("[]").partition(".")[2]
    wrong = slip(name, chance) if len(name) > 4 else name[:-1] + "q"
    others = [line for line in lines if name in line and "=" in line and not line.startswith(f"{name} = ")]
    if any(re.search(rf'"(\w+ )?{name}"|mark_effort', line) for line in others) or any(
        line.startswith("[treatments") and line.endswith(f".{name}]") for line in lines
    ):
        return misspelt_table(lines, chance)
    opens = next(line for line in statements(lines) if line.table == "agenda" and line.key == name)
    faults = [(opens.at + 1, "agenda-without-institution", ""), (at + 1, "unknown-key", name)]
    return put(lines, at, f"[institutions.{wrong}]"), faults


def number_as_text(lines: Sequence[str], chance: Random) -> Made:
    line = pick(lines, chance, is_number)
    return put(lines, line.at, f'{line.key} = "{line.value}"'), [(line.at + 1, "wrong-type", f"{float(line.value):g}")]


def number_for_yes(lines: Sequence[str], chance: Random) -> Made:
    line = pick(lines, chance, lambda held: held.key == "announced")
    return put(lines, line.at, "announced = 1"), [(line.at + 1, "wrong-type", "true")]


def fraction_of_a_quarter(lines: Sequence[str], chance: Random) -> Made:
    line = pick(lines, chance, lambda held: held.table == "events" and held.key == "quarter")
    return put(lines, line.at, f"quarter = {line.value}.0"), [(line.at + 1, "wrong-type", line.value)]


def list_for_table(lines: Sequence[str], chance: Random) -> Made:
    line = pick(lines, chance, lambda held: held.key == "manager")
    return put(lines, line.at, "manager = [0.5, 0.9]"), [(line.at + 1, "wrong-type", "")]


def text_for_list(lines: Sequence[str], chance: Random) -> Made:
    at = lines.index("questions = [")
    end = lines.index("]", at)
    answers = chance.choice(["What did you learn?", "Who gained?"])
    changed = [*lines[:at], f'questions = "{answers}"', *lines[end + 1 :]]
    return changed, [(at + 1, "wrong-type", "")]


def too_much(lines: Sequence[str], chance: Random) -> Made:
    line = pick(lines, chance, is_number)
    most = SECTIONS[line.table]["properties"][line.key]["maximum"]
    value = most + chance.choice([0.01, 1, 1000])
    return put(lines, line.at, f"{line.key} = {value}"), [(line.at + 1, "out-of-range", f"{most:g}")]


def too_little(lines: Sequence[str], chance: Random) -> Made:
    line = pick(lines, chance, is_number)
    least = SECTIONS[line.table]["properties"][line.key]["minimum"]
    value = least - chance.choice([0.01, 1, 1000])
    return put(lines, line.at, f"{line.key} = {value}"), [(line.at + 1, "out-of-range", f"{least:g}")]


def no_number_at_all(lines: Sequence[str], chance: Random) -> Made:
    line = pick(lines, chance, is_number)
    return put(lines, line.at, f"{line.key} = {chance.choice(['nan', 'inf', '-inf'])}"), [
        (line.at + 1, "not-finite", "")
    ]


def missing_key(lines: Sequence[str], chance: Random) -> Made:
    """One that is needed; it is reported at its table's header."""
    line = pick(lines, chance, lambda held: (held.table, held.key) in {("about", "lesson"), ("events", "news")})
    head = max(at for at in range(line.at) if lines[at].strip("[]") == line.table)
    return [*lines[: line.at], *lines[line.at + 1 :]], [(head + 1, "missing", "")]


def missing_table(lines: Sequence[str], chance: Random) -> Made:
    """The briefing, and so its questions: what is likely to be answered has no question then."""
    at = lines.index("[briefing]")
    end = next(place for place in range(at + 1, len(lines)) if lines[place].startswith("["))
    changed = [*lines[:at], *lines[end:]]
    if "[teaching]" in changed:
        start = changed.index("[teaching]")
        stop = next(place for place in range(start + 1, len(changed)) if changed[place].startswith("["))
        changed = [*changed[:start], *changed[stop:]]
    return changed, [(1, "missing", "")]


def unclosed_list(lines: Sequence[str], chance: Random) -> Made:
    at = chance.choice([at for at, line in enumerate(lines) if line.endswith(" = [")])
    end = lines.index("]", at)
    return [*lines[:end], *lines[end + 1 :]], [(at + 1, "unclosed-array", "")]


def unclosed_text(lines: Sequence[str], chance: Random) -> Made:
    line = pick(lines, chance, lambda held: held.key in {"strategy", "pair_strategy", "size", "picture", "icon"})
    return put(lines, line.at, f"{line.key} = {line.value[:-1]}"), [(line.at + 1, "unclosed-string", "")]


def unclosed_table(lines: Sequence[str], chance: Random) -> Made:
    line = pick(lines, chance, lambda held: held.key in {"manager", "effect", "character"} and held.value[-1] == "}")
    return put(lines, line.at, f"{line.key} = {line.value[:-1].rstrip()}"), [(line.at + 1, "unclosed-table", "")]


def unclosed_header(lines: Sequence[str], chance: Random) -> Made:
    heads = [
        at for at, line in enumerate(lines) if line in {"[[firms]]", "[[events]]", "[region]", "[market]", "[units]"}
    ]
    at = chance.choice(heads)
    return put(lines, at, lines[at][:-1]), [(at + 1, "unclosed-header", "")]


def comma_left_out(lines: Sequence[str], chance: Random) -> Made:
    line = pick(lines, chance, lambda held: held.key == "manager" and "," in held.value)
    return put(lines, line.at, f"{line.key} = {line.value.replace(',', '')}"), [(line.at + 1, "unclosed-table", "")]


def key_twice(lines: Sequence[str], chance: Random) -> Made:
    line = pick(lines, chance, is_number)
    return put(lines, line.at, lines[line.at], f"{line.key} = 0.5"), [(line.at + 2, "key-twice", "")]


def table_twice(lines: Sequence[str], chance: Random) -> Made:
    name = chance.choice([line for line in lines if line in {"[about]", "[region]", "[quarters]", "[agenda]"}])
    return [*lines, "", name, "min = 3"], [(len(lines) + 2, "table-twice", "")]


def unknown_strategy(lines: Sequence[str], chance: Random) -> Made:
    line = pick(lines, chance, lambda held: held.key in {"strategy", "pair_strategy"} and len(held.value) > 7)
    word = line.value.strip('"')
    return put(lines, line.at, f'{line.key} = "{slip(word, chance)}"'), [(line.at + 1, "unknown-strategy", word)]


def unknown_word(lines: Sequence[str], chance: Random) -> Made:
    line = pick(lines, chance, lambda held: held.key in {"size", "picture", "measure", "depth"} and len(held.value) > 6)
    word = line.value.strip('"')
    return put(lines, line.at, f'{line.key} = "{slip(word, chance)}"'), [(line.at + 1, "not-allowed", word)]


def unknown_agenda_entry(lines: Sequence[str], chance: Random) -> Made:
    line = pick(lines, chance, lambda held: held.table == "agenda" and len(held.key) > 5)
    return put(lines, line.at, f"{slip(line.key, chance)} = 2"), [(line.at + 1, "unknown-key", line.key)]


def agenda_without_its_institution(lines: Sequence[str], chance: Random) -> Made:
    names = ("mark", "channel", "fair", "research", "leader", "marketing", "brokers", "pricing")
    absent = [name for name in names if f"[institutions.{name}]" not in lines]
    if not absent:
        return agenda_too_late(lines, chance)
    at = lines.index("[agenda]")
    name = chance.choice(absent)
    return put(lines, at, "[agenda]", f"{name} = 2"), [(at + 2, "agenda-without-institution", "")]


def agenda_too_late(lines: Sequence[str], chance: Random) -> Made:
    line = pick(lines, chance, lambda held: held.table == "agenda")
    return put(lines, line.at, f"{line.key} = {chance.randint(200, 400)}"), [(line.at + 1, "beyond-end", "")]


def agenda_before_the_start(lines: Sequence[str], chance: Random) -> Made:
    line = pick(lines, chance, lambda held: held.table == "agenda")
    return put(lines, line.at, f"{line.key} = {-chance.randint(0, 3)}"), [(line.at + 1, "too-little", "1")]


def agenda_word(lines: Sequence[str], chance: Random) -> Made:
    line = pick(lines, chance, lambda held: held.table == "agenda")
    return put(lines, line.at, f'{line.key} = "{slip("never", chance)}"'), [(line.at + 1, "wrong-type", "never")]


def event_too_late(lines: Sequence[str], chance: Random) -> Made:
    line = pick(lines, chance, lambda held: held.table == "events" and held.key == "quarter")
    return put(lines, line.at, f"quarter = {chance.randint(200, 400)}"), [(line.at + 1, "beyond-end", "")]


def event_before_the_start(lines: Sequence[str], chance: Random) -> Made:
    line = pick(lines, chance, lambda held: held.table == "events" and held.key == "quarter")
    return put(lines, line.at, "quarter = 0"), [(line.at + 1, "out-of-range", "1")]


def least_over_most(lines: Sequence[str], chance: Random) -> Made:
    most = next(line for line in statements(lines) if (line.table, line.key) == ("quarters", "max"))
    line = next(line for line in statements(lines) if (line.table, line.key) == ("quarters", "min"))
    value = int(most.value) + chance.randint(1, 9)
    return put(lines, line.at, f"min = {value}"), [(line.at + 1, "min-over-max", most.value)]


def name_twice(lines: Sequence[str], chance: Random) -> Made:
    named = [line for line in statements(lines) if (line.table, line.key) == ("firms", "name")]
    place = chance.randrange(3, len(named))
    other = named[chance.randrange(place)]
    changed = put(lines, named[place].at, f"name = {other.value}")
    told = [at for at, line in enumerate(changed) if line.startswith(f"{named[place].value} = ")]  # its translation
    return put(changed, told[0], "#"), [(named[place].at + 1, "name-twice", "")]


def goal_for_nobody(lines: Sequence[str], chance: Random) -> Made:
    line = pick(lines, chance, lambda held: (held.table, held.key) == ("goals", "firm"))
    word = line.value.strip('"')
    return put(lines, line.at, f'firm = "{slip(word, chance)}"'), [(line.at + 1, "goal-firm", word)]


def value_left_out(lines: Sequence[str], chance: Random) -> Made:
    line = pick(lines, chance, is_number)
    return put(lines, line.at, f"{line.key} ="), [(line.at + 1, "no-value", "")]


def equals_left_out(lines: Sequence[str], chance: Random) -> Made:
    line = pick(lines, chance, is_number)
    return put(lines, line.at, f"{line.key}{chance.choice([': ', ' '])}{line.value}"), [(line.at + 1, "no-equals", "")]


def comma_for_point(lines: Sequence[str], chance: Random) -> Made:
    line = pick(lines, chance, is_number)
    changed = put(lines, line.at, f"{line.key} = {line.value.replace('.', ',')}")
    return changed, [(line.at + 1, "two-statements", line.value)]


def curly_quotes(lines: Sequence[str], chance: Random) -> Made:
    line = pick(lines, chance, lambda held: held.key in {"strategy", "size", "picture"})
    return put(lines, line.at, f"{line.key} = “{line.value[1:-1]}”"), [(line.at + 1, "no-value", line.value)]


def capital_word(lines: Sequence[str], chance: Random) -> Made:
    line = pick(lines, chance, lambda held: held.value in {"true", "false"})
    return put(lines, line.at, f"{line.key} = {line.value.title()}"), [(line.at + 1, "no-value", line.value)]


def word_without_quotes(lines: Sequence[str], chance: Random) -> Made:
    line = pick(lines, chance, lambda held: held.key in {"strategy", "size", "picture"} and held.value[1] not in "tfin")
    return put(lines, line.at, f"{line.key} = {line.value[1:-1]}"), [(line.at + 1, "no-value", line.value)]


def unseen_text(lines: Sequence[str], chance: Random) -> Made:
    line = pick(lines, chance, lambda held: (held.table, held.key) == ("events", "news"))
    blank = chance.choice([" ", "\u200b"])
    return put(lines, line.at, f'news = "{blank}"'), [(line.at + 1, "not-printable", "")]


def fault_in_a_treatment(lines: Sequence[str], chance: Random) -> Made:
    """A treatment is laid over: its fault stands where the treatment does."""
    wrong, code, meant = chance.choice(
        [
            ("clusterr = 0.5", "unknown-key", "cluster"),
            ("cluster = 1.5", "out-of-range", "1"),
            ('cluster = "0.5"', "wrong-type", "0.5"),
        ]
    )
    return [*lines, "", "[treatments.slip.region]", "awareness = 0.5", wrong], [(len(lines) + 4, code, meant)]


SLIPS = (
    misspelt_key,
    misspelt_table,
    misspelt_institution,
    number_as_text,
    number_for_yes,
    fraction_of_a_quarter,
    list_for_table,
    text_for_list,
    too_much,
    too_little,
    no_number_at_all,
    missing_key,
    missing_table,
    unclosed_list,
    unclosed_text,
    unclosed_table,
    unclosed_header,
    comma_left_out,
    key_twice,
    table_twice,
    unknown_strategy,
    unknown_word,
    unknown_agenda_entry,
    agenda_without_its_institution,
    agenda_too_late,
    agenda_before_the_start,
    agenda_word,
    event_too_late,
    event_before_the_start,
    least_over_most,
    name_twice,
    goal_for_nobody,
    value_left_out,
    equals_left_out,
    comma_for_point,
    curly_quotes,
    capital_word,
    word_without_quotes,
    unseen_text,
    fault_in_a_treatment,
)
# Two at once: neither moves lines nor hides the other.
TOGETHER = (
    (misspelt_key, unknown_strategy),
    (too_much, goal_for_nobody),
    (unclosed_text, event_too_late),
    (value_left_out, unknown_agenda_entry),
    (number_as_text, agenda_before_the_start),
    (unknown_word, least_over_most),
    (equals_left_out, misspelt_table),
    (curly_quotes, too_little),
)
