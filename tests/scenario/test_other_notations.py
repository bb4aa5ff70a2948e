"""What teachers write who know other notations: each is named for what it is, with what to write instead."""

import re

import pytest
import tomli

from game.scenario.examples import EXAMPLES
from game.scenario.fault import Fault
from game.scenario.fields import record_at
from game.scenario.read import examine
from game.wording.words import Words
from tests.scenario.test_strange_files import MINUTES, TEA

AUDIT = TEA[: TEA.index("\naudit = ")].count("\n") + 2
LINES = TEA.count("\n")


def faults(text: str) -> list[Fault]:
    return examine(text.encode(), "own.toml")[1]


def only(text: str) -> Fault:
    found = faults(text)
    assert len(found) == 1, [fault.line_of_text(Words("en")) for fault in found]
    return found[0]


def audit(value: str) -> str:
    return re.sub(r"^audit = .*$", lambda _: f"audit = {value}", TEA, count=1, flags=re.MULTILINE)


def event(line: str) -> str:
    return f'{TEA}\n[[events]]\nname = "Late"\nquarter = 3\nnews = "It came."\n{line}\n'


@pytest.mark.parametrize(
    ("text", "line", "code", "meant", "said"),
    [
        (audit("60%"), AUDIT, "per-cent", "0.6", "% is not allowed"),
        (audit("7.5 %"), AUDIT, "per-cent", "0.075", "% is not allowed"),
        (audit("0.1 // of all"), AUDIT, "comment-sign", "# of all", "a comment begins with #"),
        (audit("0.1 ; of all"), AUDIT, "comment-sign", "# of all", "a comment begins with #"),
        (f"{TEA}\n// done\n", LINES + 2, "comment-sign", "# done", "a comment begins with #"),
        (f"{TEA}\n-- done\n", LINES + 2, "comment-sign", "# done", "a comment begins with #"),
        (event("effect = { input_cost = +10% }"), LINES + 6, "per-cent", "1.1", "% is not allowed"),
        (f"60% of all\n{TEA}", 1, "no-equals", "", "a key needs ="),
        (event("effect = { export = -10% }"), LINES + 6, "per-cent", "0.9", "% is not allowed"),
    ],
)
def test_per_cents_and_comments(text: str, line: int, code: str, meant: str, said: str) -> None:
    fault = only(text)
    assert (fault.line, fault.code, fault.suggestion) == (line, code, meant)
    assert said in fault.message(Words("en"))


def test_quotation_marks_inside_a_text() -> None:
    wrong = TEA.replace('name = "Mist Terrace"', 'name = "Old "Mist" Terrace"', 1)
    fault = next(fault for fault in faults(wrong) if fault.code == "quotes-inside")
    assert fault.suggestion == r'"Old \"Mist\" Terrace"'
    assert r"written \"" in fault.message(Words("en"))
    in_list = TEA.replace("minutes = 50", 'minutes = 50\n[briefing.x]\ny = ["The "Mill" is old", "b"]', 1)
    assert "quotes-inside" in {fault.code for fault in faults(in_list)}


@pytest.mark.parametrize(
    ("value", "meant"),
    [
        ("10", "0.1"),
        ("60", "0.6"),
        ('"60%"', "0.6"),
        ('"60 %"', "0.6"),
        ('"250%"', ""),
        ('"much"', ""),
        ('"-10%"', ""),
    ],
)
def test_a_share_in_per_cent(value: str, meant: str) -> None:
    assert only(audit(value)).suggestion == meant


@pytest.mark.parametrize(
    ("value", "meant"),
    [("10", "1.1"), ("-10", "0.9"), ("90", "0.9"), ("110", "1.1"), ("60", ""), ("7000", ""), ('"+10%"', "1.1")],
)
def test_a_factor_in_per_cent(value: str, meant: str) -> None:
    assert only(event(f"effect = {{ input_cost = {value} }}")).suggestion == meant


def test_a_missing_comma_is_said_where_it_belongs_and_the_rest_is_read() -> None:
    lists = TEA.replace("minutes = 50", "minuts = 50", 1)
    at = next(n for n, line in enumerate(lists.splitlines(), 1) if line.startswith("board = ["))
    lines = lists.splitlines()
    assert lines[at].endswith(",")
    column = len(lines[at])
    lines[at] = lines[at][:-1]
    found = faults("\n".join(lines))
    assert [(fault.line, fault.column, fault.code) for fault in found] == [
        (MINUTES, 1, "unknown-key"),
        (at + 1, column, "missing-comma"),
    ]
    inline = only(TEA.replace("format = 1", 'format = 1\noff = ["scope_to_cost" "brand_to_cluster"] # two', 1))
    assert inline.code == "missing-comma"
    assert inline.column == len('off = ["scope_to_cost"') + 1


def test_a_line_break_inside_a_text() -> None:
    fault = only(event('picture = "law"').replace('"It came."', '"It came\nand went."'))
    assert (fault.line, fault.column, fault.code) == (LINES + 5, 8, "text-over-lines")
    assert '"""' in fault.message(Words("en"))


def test_a_list_in_braces() -> None:
    fault = only(TEA.replace("format = 1", 'format = 1\noff = { "scope_to_cost", "brand_to_cluster" }', 1))
    assert (fault.code, fault.suggestion) == ("list-in-braces", '["scope_to_cost", "brand_to_cluster"]')


def test_a_key_of_the_file_under_the_last_table_is_told_where_it_stands() -> None:
    for written in ("slots = 30", 'institutions = ["mark"]', 'kind = "high_tech"'):
        fault = only(f'{TEA}\n[[firms]]\nname = "Last"\n{written}\n')
        assert (fault.line, fault.code, fault.suggestion) == (LINES + 4, "stands-in-table", "")
        message = fault.message(Words("en"))
        assert f"{written.split()[0]} stands in [[firms]]" in message
        assert f"line {LINES + 2}" in message


@pytest.mark.parametrize("where", EXAMPLES)
def test_examples_are_tables_that_may_stand_there(where: str) -> None:
    record = record_at(tuple(where.split(".")))
    assert record is not None
    assert record.model_validate(tomli.loads(f"x = {EXAMPLES[where]}")["x"])


def test_texts_where_tables_belong_show_one() -> None:
    plan = re.sub(r"^plan = \[.*?^\]", 'plan = ["Briefing 10 min"]', TEA, count=1, flags=re.DOTALL | re.MULTILINE)
    assert EXAMPLES["teaching.plan"] in only(plan).message(Words("en"))
    fault = only(event('condition = "brand < 0.4"'))
    assert fault.suggestion == '{ index = "brand", below = 0.4 }'
    assert EXAMPLES["events.condition"] in only(event('condition = "bad luck"')).message(Words("en"))


@pytest.mark.parametrize("path", [r"C:\Users\me", r"a\d", r"Q\xZZ"])
def test_a_backslash_in_a_text(path: str) -> None:
    found = faults(TEA.replace("minutes = 50", f'minutes = 50\nx = "{path}"', 1))
    fault = next(fault for fault in found if fault.code == "backslash")
    assert (fault.line, fault.column, fault.suggestion) == (MINUTES + 1, 5, f"'{path}'")
    assert r"written \\" in fault.message(Words("en"))


def test_what_stands_twice_names_the_first_line() -> None:
    key = only(TEA.replace("minutes = 50", 'minutes = 50\n"minutes" = 40', 1))
    assert f"line {MINUTES}" in key.message(Words("en"))
    about = next(n for n, line in enumerate(TEA.splitlines(), 1) if line == "[about]")
    table = only(f"{TEA}\n[about]\nminutes = 3\n")
    assert table.message(Words("en")).endswith(f"at line {about}")


def test_quoted_values() -> None:
    fault = only(re.sub(r"^fair = .*$", 'fair = "3"', TEA, count=1, flags=re.MULTILINE))
    assert (fault.code, fault.suggestion) == ("wrong-type", "3")
    fault = only(TEA.replace("seat = true", 'seat = "true"', 1))
    message = fault.message(Words("en"))
    assert fault.suggestion == "true"
    assert message.endswith("without quotation marks")
    assert 'firms.0.seat ("Mist Terrace")' in message
    assert "without" not in only(TEA.replace("seat = true", "seat = 1", 1)).message(Words("en"))
