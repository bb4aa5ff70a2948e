"""Files as they come: other encodings and line ends, brackets that do not belong, far too much, texts like markup."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from game import resources
from game.scenario.fault import Fault
from game.scenario.read import examine
from game.wording.words import Words, languages
from tests.commands.test_commands import guildmark, told

TEA = (resources.scenarios() / "tea.toml").read_text(encoding="utf-8")
MINUTES = TEA[: TEA.index("minutes = 50")].count("\n") + 1


def faults(source: bytes | str) -> list[Fault]:
    return examine(source.encode() if isinstance(source, str) else source, "own.toml")[1]


def short(source: bytes | str) -> list[tuple[int, str, str]]:
    return [(fault.line, fault.code, fault.suggestion) for fault in faults(source)]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf_16_is_named(encoding: str) -> None:
    (fault,) = faults(TEA.encode(encoding))
    assert (fault.line, fault.column, fault.code) == (1, 1, "not-utf8")
    assert "UTF-16" in fault.message(Words("en"))


def test_gbk_is_named_with_its_first_line() -> None:
    (fault,) = faults(TEA.replace("–", "-").encode("gbk", "replace"))
    assert (fault.line, fault.code) == (TEA[: TEA.index("茶")].count("\n") + 1, "not-utf8")
    assert "GBK" in fault.message(Words("en"))


def test_other_bytes_are_not_called_chinese() -> None:
    for source in ('title = "Café crème"'.encode("latin-1"), b"\x89PNG\r\n\x1a\n" + bytes(range(256))):
        (fault,) = faults(source)
        assert fault.code == "not-utf8"
        assert "GBK" not in fault.message(Words("en"))


@pytest.mark.parametrize("dress", ["\ufeff{}", "# 茶：注释，“引号”\n{}", "{}\n# 茶"])
@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_a_mark_at_the_beginning_chinese_comments_and_windows_line_ends_are_sound(dress: str, ends: str) -> None:
    assert not faults(dress.replace("{}", TEA).replace("\n", ends))


def test_line_ends_of_an_old_macintosh_are_one_fault_and_the_rest_is_read() -> None:
    wrong = TEA.replace("minutes = 50", "minuts = 50").replace("\n", "\r")
    assert short(wrong) == [(1, "line-ends", ""), (MINUTES, "unknown-key", "minutes")]
    lone = TEA.replace("minutes = 50\n", "minutes = 50\r")
    assert short(lone) == [(MINUTES, "line-ends", "")]


def test_control_characters_and_full_width_signs_are_named_at_their_columns() -> None:
    (fault,) = faults(TEA.replace("minutes = 50", "minutes = 50\x00"))
    assert (fault.line, fault.column, fault.code) == (MINUTES, 13, "control-character")
    (fault,) = faults(TEA.replace("minutes = 50", "minutes ＝ 50"))
    assert (fault.line, fault.column, fault.code, fault.suggestion) == (MINUTES, 9, "full-width", "=")
    line = TEA[: TEA.index("{ ambition = 0.8, patience")].count("\n") + 1
    assert short(TEA.replace("ambition = 0.8, patience", "ambition = 0.8， patience", 1)) == [(line, "full-width", ",")]


@pytest.mark.parametrize("again", ["minutes = 40", '"minutes" = 40', "'minutes' = 40", "  minutes = 40"])
def test_a_key_that_stands_twice_is_reported_the_second_time(again: str) -> None:
    assert short(TEA.replace("minutes = 50", f"minutes = 50\n{again}")) == [(MINUTES + 1, "key-twice", "")]


def test_a_key_that_stands_twice_in_a_table_on_one_line() -> None:
    (fault,) = faults(TEA.replace("{ national = 1.10, export = 1.05 }", "{ national = 1.10, national = 1.05 }"))
    assert fault.code == "key-twice"
    assert TEA.splitlines()[fault.line - 1][: fault.column - 1] == "effect = { national = 1.10, "


def header(text: str, number: int = 0) -> int:
    """The line of the n-th line that is this text."""
    return [place for place, line in enumerate(TEA.splitlines(), 1) if line == text][number]


def test_single_brackets_where_a_list_of_tables_belongs() -> None:
    first = TEA.replace("[[firms]]", "[firms]", 1)
    assert short(first) == [(header("[[firms]]"), "single-brackets", "[[firms]]")]
    before, _, after = TEA.rpartition("[[events]]")
    assert short(f"{before}[events]{after}") == [(header("[[events]]", -1), "single-brackets", "[[events]]")]
    every = TEA.replace("[[goals]]", "[goals]")
    assert {code for _, code, _ in short(every)} <= {"table-twice", "single-brackets", "wrong-type"}
    assert (header("[about]"), "wrong-type", "[about]") in short(TEA.replace("[about]", "[[about]]"))


def test_lists_where_tables_belong() -> None:
    head = TEA.split("[[firms]]")[0].replace("format = 1", 'format = 1\nfirms = [["Mist", "small"], ["Cloud"]]')
    found = faults(head)
    line = head[: head.index("firms = [[")].count("\n") + 1
    assert [(fault.line, fault.code, fault.key) for fault in found if fault.code == "wrong-type"] == [
        (line, "wrong-type", "firms.0"),
        (line, "wrong-type", "firms.1"),
    ]


def inline(n: int) -> str:
    rows = ", ".join(f'{{name = "F{i}", seat = true}}' for i in range(n))
    return TEA.split("[[firms]]")[0].replace("format = 1", f"format = 1\nfirms = [{rows}]")


def tables(n: int) -> str:
    return TEA.split("[[firms]]")[0] + "".join(f'[[firms]]\nname = "F{i}"\nseat = true\n' for i in range(n))


def nameless(n: int) -> str:
    return TEA.split("[[firms]]")[0] + "".join("[[firms]]\nseat = true\n" for _ in range(n // 2))


@pytest.mark.parametrize(("make", "code"), [(inline, "too-long"), (tables, "too-large"), (nameless, "too-long")])
def test_ten_thousand_firms_are_one_clear_fault_soon(make: Callable[[int], str], code: str) -> None:
    source = make(10_000).encode()
    began = time.process_time()
    found = faults(source)
    assert time.process_time() - began < 20
    assert [fault.code for fault in found] == [code]


NASTY = [
    "<b onclick='x()'>Tea</b>",
    "../../etc/passwd",
    "C:\\\\Windows\\\\x",
    "{ $file }",
    "%s %(x)s",
    "[link](http://x)",
]


@pytest.mark.parametrize("text", NASTY)
def test_texts_like_markup_or_paths_are_texts(text: str) -> None:
    assert not faults(TEA.replace("Tea: Stonedrum Valley", text))
    (fault,) = faults(TEA.replace("minutes = 50", f'minutes = "{text}"'))
    for language in languages():
        shown = fault.line_of_text(Words(language))
        assert text[:10].replace("\\\\", "\\") in shown.replace("\\\\", "\\")


@pytest.mark.parametrize(
    ("written", "code", "suggestion"),
    [
        ("format = 2", "newer-format", ""),
        ("format = 10", "newer-format", ""),
        ("format = 0", "no-such-format", "1"),
        ("format = -1", "no-such-format", "1"),
        ('format = "1"', "no-such-format", "1"),
        ("format = 1.0", "no-such-format", "1"),
        ("format = true", "no-such-format", "1"),
        ("", "missing", "format = 1"),
    ],
)
def test_another_format_is_one_clear_fault(written: str, code: str, suggestion: str) -> None:
    line = header("format = 1") if written else 1
    assert short(TEA.replace("format = 1", written, 1)) == [(line, code, suggestion)]


def test_of_a_newer_format_nothing_else_is_said() -> None:
    text = TEA.replace("format = 1", "format = 2", 1).replace("minutes = 50", "length = 50")
    assert [code for _, code, _ in short(text)] == ["newer-format"]


def test_check_says_it_on_the_command_line(tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_text(TEA.replace("format = 1", "format = 2", 1), encoding="utf-8")
    done = guildmark("check", path)
    assert not told(done, 1)
    assert done.stdout.startswith(f"{path}:{header('format = 1')}:10: ")
    assert "newer" in done.stdout
