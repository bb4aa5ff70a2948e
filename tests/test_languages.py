"""Languages beside English: nothing missing, the same gaps and markup, glyphs for all; broken files do no harm."""

import re
import shutil
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as fluent
from fluent.syntax.visitor import Visitor
from fontTools.ttLib import TTFont

from game import resources
from game.insight.band import band_digest
from game.insight.phase import phase_digest
from game.model.scenario import Scenario
from game.scenario.read import load, parse
from game.view.kit.fonts import BESIDE, FACES, HAN, scripts
from game.wording.words import FALLBACK, Words, languages, names

TEXT = resources.assets() / "text"
OTHERS = [language for language in languages() if language != FALLBACK]
MARKUP = re.compile(r"\*\*|__|\[\[[^\]]+\]\]|\(\([a-z_ {}$]+\)\)")
DRAWN = re.compile(r"\[\[[←↑→↓]+\]\]")  # key caps whose arrows are drawn
SHIPPED = resources.shipped_scenarios()


class Gaps(Visitor):
    """What a message prints and what it chooses by."""

    def __init__(self) -> None:
        self.printed: set[str] = set()
        self.used: set[str] = set()
        self.within: set[str] = set()  # messages that are said as a part of this one

    def visit_MessageReference(self, node: fluent.MessageReference) -> None:  # noqa: N802
        self.within.add(node.id.name)

    def visit_VariableReference(self, node: fluent.VariableReference) -> None:  # noqa: N802 - fluent's own naming
        self.used.add(node.id.name)

    def visit_Placeable(self, node: fluent.Placeable) -> None:  # noqa: N802
        if isinstance(node.expression, fluent.VariableReference):
            self.printed.add(node.expression.id.name)
        self.generic_visit(node)


@cache
def messages(language: str) -> dict[str, tuple[Gaps, list[str]]]:
    """Messages of a language: their gaps, and the markup of each way of saying them."""
    made = {}
    for path in sorted((TEXT / language).glob("*.ftl")):
        for entry in FluentParser().parse(path.read_text(encoding="utf-8")).body:
            if isinstance(entry, fluent.Message) and entry.value is not None:
                gaps = Gaps()
                gaps.visit(entry)
                made[entry.id.name] = (gaps, ["".join(MARKUP.findall(text)) for text in said(entry.value)])
    for gaps, _ in made.values():
        gaps.used.update(*(made[name][0].used for name in gaps.within))
    return made


def said(pattern: fluent.Pattern) -> Iterator[str]:
    """Every text that a pattern may come out as, gaps as their names."""
    made = [""]
    for part in pattern.elements:
        inner = part.expression if isinstance(part, fluent.Placeable) else None
        if isinstance(inner, fluent.SelectExpression):
            ways = [text for variant in inner.variants for text in said(variant.value)]
        else:
            ways = [inner.id.name if isinstance(inner, fluent.VariableReference) else str(getattr(part, "value", ""))]
        made = [before + way for before in made for way in ways]
    yield from made


@pytest.mark.parametrize("language", OTHERS)
def test_nothing_is_missing_and_nothing_too_much(language: str) -> None:
    english, other = messages(FALLBACK), messages(language)
    missing = [name for name in english if name not in other]
    assert not missing, f"{len(missing)} without {language}:\n" + "\n".join(missing)
    left = [name for name in other if name not in english]
    assert not left, f"{len(left)} that English does not have any more:\n" + "\n".join(left)


@pytest.mark.parametrize("language", OTHERS)
def test_messages_have_the_same_gaps(language: str) -> None:
    """What English prints is printed; what it only counts by may be left out; nothing else is asked for."""
    english = messages(FALLBACK)
    wrong = [
        name
        for name, (gaps, _) in messages(language).items()
        if name in english and not (english[name][0].printed <= gaps.used <= english[name][0].used)
    ]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("language", OTHERS)
def test_messages_have_the_same_markup(language: str) -> None:
    english = messages(FALLBACK)
    wrong = [
        f"{name}: {set(ways)} for {set(english[name][1])}"
        for name, (_, ways) in messages(language).items()
        if name in english and not {ordered(way) for way in ways} <= {ordered(way) for way in english[name][1]}
    ]
    assert not wrong, "\n".join(wrong)


def ordered(markup: str) -> tuple[str, ...]:
    """Markup without its order, which another language may change."""
    return tuple(sorted(MARKUP.findall(markup)))


@cache
def cmap(face: str) -> frozenset[int]:
    """Characters that a face has."""
    return frozenset(TTFont(resources.assets() / "fonts" / FACES[face]).getBestCmap())


def shown() -> Iterator[str]:
    """Every text that may be painted: catalogues, and all strings of the shipped scenarios."""
    for path in sorted(TEXT.glob("*/*.ftl")):
        yield from path.read_text(encoding="utf-8").splitlines()
    for path in SHIPPED.values():
        yield from strings(tomllib.loads(path.read_text(encoding="utf-8")))
    yield from names().values()


def strings(held: Any) -> Iterator[str]:
    if isinstance(held, str):
        yield held
    elif isinstance(held, Mapping):
        yield from held
        for inner in held.values():
            yield from strings(inner)
    elif isinstance(held, list):
        for inner in held:
            yield from strings(inner)


def test_every_character_has_a_glyph_in_the_faces_that_draw_it() -> None:
    latin: set[str] = {"\u2013"}
    han: set[str] = set()
    for text in shown():
        for run, chinese in scripts(DRAWN.sub("", text)):
            (han if chinese else latin).update(run)
    assert len(han) > 800
    for face in ("sans", "bold", "serif"):
        assert not {char for char in latin if not char.isspace() and ord(char) not in cmap(face)}, face
    for face in sorted(set(HAN.values())):
        assert not {char for char in han if ord(char) not in cmap(face)}, face


def test_the_chinese_faces_hold_the_standard_set() -> None:
    """GB 2312 as a whole, so that scenarios and names that others write can be drawn; a few beyond it, too."""
    rows, cells = range(0xA1, 0xF8), range(0xA1, 0xFF)
    standard = "".join(bytes((row, cell)).decode("gb2312", "ignore") for row in rows for cell in cells)
    wanted = {ord(char) for char in standard + "喆玥堃祎翀"}
    assert len(wanted) > 7000
    for face in BESIDE:
        assert not wanted - cmap(face)


@pytest.mark.parametrize("path", SHIPPED.values(), ids=list(SHIPPED))
def test_a_scenario_that_is_told_in_a_language_is_told_wholly_in_it(path: Path) -> None:
    scenario = load(path)
    told = dict(texts_of(scenario))
    spoken = {language for text in told.values() if isinstance(text, dict) for language in text} - {FALLBACK}
    missing = [
        f"{place}: {language}"
        for place, text in told.items()
        for language in spoken
        if not (isinstance(text, dict) and {language, FALLBACK} <= set(text))
    ]
    named = [firm.name for firm in scenario.firms] + [event.name for event in scenario.events]
    words = [*scenario.treatments, *(unit for unit in (scenario.units.volume,) if unit.isascii())]
    for language in spoken:
        glossary = scenario.about.names.get(language, {})
        missing += [f"about.names.{language}: {name}" for name in (*named, *words) if name not in glossary]
        missing += [
            f"about.names.{language}: nothing is called {name}" for name in glossary if name not in known(scenario)
        ]
    assert not missing, "\n".join(missing)


def known(scenario: Scenario) -> set[str]:
    """Everything that a glossary may give other names to."""
    named = {firm.name for firm in scenario.firms} | {event.name for event in scenario.events}
    return named | set(scenario.treatments) | {scenario.units.currency, scenario.units.price, scenario.units.volume}


def texts_of(scenario: Scenario) -> Iterator[tuple[str, Any]]:
    about, briefing = scenario.about, scenario.briefing
    for name in ("title", "lesson", "summary", "place"):
        yield f"about.{name}", getattr(about, name)
    lists = {
        "goals": about.goals,
        "text": briefing.text,
        "questions": briefing.questions,
        "stylised": briefing.stylised,
    }
    for name, held in lists.items():
        for place, text in enumerate(held):
            yield f"{name}.{place}", text
    for firm in scenario.firms:
        if firm.character is not None:
            yield f"{firm.name}.character", firm.character
    for event in scenario.events:
        yield f"{event.name}.news", event.news
    for place, step in enumerate(scenario.guide):
        yield f"guide.{place}", step.text
    for place, goal in enumerate(scenario.goals):
        if goal.text is not None:
            yield f"goals.{place}", goal.text


def test_a_translation_makes_no_other_game() -> None:
    """A scenario keeps its band and its map when its texts are told in another language, or in one less."""
    source = (resources.scenarios() / "tea.toml").read_text(encoding="utf-8")
    plain = re.sub(r'\{ en = ("(?:[^"\\]|\\.)*"), zh = "(?:[^"\\]|\\.)*" \}', r"\1", source)
    plain = re.sub(r"\[about\.names\.zh\]\n(.+\n)+", "", plain)
    assert "zh" not in plain.replace("enquanzhou", "")
    told, untold = (parse(text.encode(), Path("tea.toml")) for text in (source, plain))
    assert told != untold
    assert band_digest(told, 0) == band_digest(untold, 0)
    assert phase_digest(told) == phase_digest(untold)
    other = told.model_copy(update={"events": told.events[1:]})
    assert band_digest(other, 0) != band_digest(told, 0)


def test_near_languages_come_before_english() -> None:
    words = Words("zh-Hans")
    assert words.choose({"en": "Tea", "zh": "茶", "zh-TW": "茶葉"}) == "茶"
    assert words.choose({"en": "Tea", "zh-Hans": "茶", "zh": "茶叶"}) == "茶"
    assert words.choose({"en": "Tea", "zh-CN": "茶"}) == "茶"
    assert words.choose({"fr": "Thé", "en": "Tea"}) == "Tea"
    assert words.choose({"fr": "Thé"}) == "Thé"
    assert words.before_colon({"zh": "茶：石鼓谷"}) == "茶"
    assert Words().before_colon("Tea: Stonedrum Valley") == "Tea"
    glossary = {"zh": {"Mist Terrace": "雾台"}, "fr": {"Cloud Gate": "Porte"}}
    assert [words.named(name, glossary) for name in ("Mist Terrace", "Cloud Gate")] == ["雾台", "Cloud Gate"]
    assert Words().named("Mist Terrace", glossary) == "Mist Terrace"


def test_names_are_listed_as_the_language_does() -> None:
    assert Words().listed(["price", "quality", "fair"]) == "price, quality, fair"
    assert Words("zh-Hans").listed(["价格", "质量", "参展"]) == "价格、质量、参展"
    assert Words("zh-Hans").listed(["价格"]) == "价格"
    assert Words().listed([]) == ""


def test_chinese_names_leave_no_blanks() -> None:
    words = Words("zh-Hans")
    assert words.say("news-closed", firm="雾台") == "**雾台关门了。**它的现金用完了。"
    assert words.run_on(["不抽查。", "**合同**要求出力 80 %。", "A"]) == "不抽查。**合同**要求出力 80 %。 A"
    assert Words().run_on(["No audits.", "A contract."]) == "No audits. A contract."
    assert words.say("news-closed", firm="Mist Terrace") == "**Mist Terrace 关门了。**它的现金用完了。"
    assert "**雾台**承诺在集体商标出力 80 %" in words.say(
        "news-broke-pledge", firm="雾台", body="集体商标", pledged=80, seen=3
    )


BROKEN = """# a comment
app-name = Guildmarque
app-line = { $
app-help = Aide { $nobody }
app-back =
app-menu = Menu } ouvert
app-close = { $count ->
    [one] Fermer
app-next
app-change = { MISSING("x") }
app-language = Français
title-new = { $n ->
    [one] Une partie
   *[other] { $n } parties
}
"""


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """A folder of catalogues: English as it is, and what others may do to a language."""
    shutil.copytree(TEXT / "en", tmp_path / "en")
    (tmp_path / "fr").mkdir()
    (tmp_path / "fr" / "app.ftl").write_text("\ufeff" + BROKEN.replace("\n", "\r\n"), encoding="utf-8")
    (tmp_path / "fr" / "menu.ftl").write_bytes("menu-save = Garder\nmenu-quit = Quitté\n".encode("latin-1"))
    (tmp_path / "fr" / "title.ftl").mkdir()
    (tmp_path / "fr" / "own.ftl").write_text("own-title = Ma maison\nown-title = Autre\n", encoding="utf-8")
    (tmp_path / "de").mkdir()
    for name in ("__MACOSX", "pt_BR", "x y", ".git"):
        (tmp_path / name).mkdir()
    (tmp_path / "it").write_text("a file", encoding="utf-8")
    return tmp_path


def test_a_broken_language_falls_back_message_by_message(broken: Path) -> None:
    words = Words("fr", broken)
    english = Words(folder=broken)
    assert words.say("app-name") == "Guildmarque"
    assert words.say("menu-save") == "Garder"
    for message in (
        "app-line",
        "app-help",
        "app-back",
        "app-menu",
        "app-close",
        "app-next",
        "app-change",
        "menu-quit",
        "title-quit",
    ):
        assert words.say(message) == english.say(message), message
    assert words.say("title-saved", scenario="Thé", quarter=3) == "Thé, quarter 3"
    assert words.say("own-title") in {"Ma maison", "Autre"}
    assert words.has("title-quit")
    assert not words.has("title-nothing")


def test_every_message_of_a_broken_language_can_be_said(broken: Path) -> None:
    words = Words("fr", broken)
    for name, (gaps, _) in messages(FALLBACK).items():
        told = words.say(name, **dict.fromkeys(gaps.used, 2))
        assert told, name
        assert told != f"<{name}>"
        assert "\ufffd" not in told


def test_only_folders_with_a_language_tag_are_languages(broken: Path) -> None:
    assert languages(broken) == ["en", "de", "fr"]
    assert names(broken) == {"en": "English", "de": "de", "fr": "Français"}
    assert languages() == ["en", "zh-Hans"]
    assert names() == {"en": "English", "zh-Hans": "简体中文"}
