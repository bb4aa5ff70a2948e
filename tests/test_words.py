"""Words: every message that the program says exists, catalogues are sound, and the quick way says what Fluent says."""

import ast
import re
from pathlib import Path

import pytest
from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax import FluentParser
from fluent.syntax import ast as fluent

from game import resources
from game.model.scenario import INSTITUTIONS
from game.view.shortcuts import EVERYWHERE, KEYS
from game.wording.figures import figure, money, percent
from game.wording.words import Catalogue, Words, languages

ROOT = Path(__file__).parents[1]
CATALOGUES = sorted((resources.assets() / "text").glob("*/*.ftl"))
IDS = re.compile(r"^([a-z][\w-]*) =", re.M)


@pytest.mark.parametrize("path", CATALOGUES, ids=[f"{path.parent.name}/{path.stem}" for path in CATALOGUES])
def test_catalogues_are_sound(path: Path) -> None:
    """No junk, no message twice, and every message begins with the name of its file."""
    made = FluentParser().parse(path.read_text(encoding="utf-8"))
    assert not [entry for entry in made.body if isinstance(entry, fluent.Junk)]
    ids = [entry.id.name for entry in made.body if isinstance(entry, fluent.Message)]
    assert len(ids) == len(set(ids))
    assert all(name.split("-", 1)[0] == path.stem for name in ids)


FITS = {"trust": ("over", "under", "open"), "closer": ("yes", "no", "same")}  # what a calibration may find


def said_in_code() -> dict[str, str]:
    """Literal message ids in calls of `say`, `fail` and faults, with their places."""
    made = {}
    for path in sorted((ROOT / "game").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or not node.args:
                continue
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            for argument in node.args[:3]:
                for text in literal(argument):
                    if (name == "say" and argument is node.args[0]) or (name == "fail" and "-" in text):
                        made[text] = f"{path}:{node.lineno}"
                    elif name == "Fault" and argument is node.args[0]:
                        made[f"fault-{text}"] = f"{path}:{node.lineno}"
                    elif name in {"PolicyError", "SchedulerError"}:
                        made[f"cli-{text}"] = f"{path}:{node.lineno}"
                    elif name == "SaveError":
                        made[text] = f"{path}:{node.lineno}"
    return made


def literal(node: ast.expr) -> list[str]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return [node.value]
    if isinstance(node, ast.IfExp):
        return literal(node.body) + literal(node.orelse)
    return []


def test_every_message_said_in_code_exists() -> None:
    words = Words()
    missing = {text: place for text, place in said_in_code().items() if not words.has(text)}
    assert not missing
    assert len(said_in_code()) > 150


def test_messages_made_from_parts_exist() -> None:
    words = Words()
    from game.engine.rules import DECISIONS
    from game.learning.predictions import FORMS
    from game.model.call import STEPS
    from game.model.ledger import BODY_TERMS, INDEX_TERMS, OWN_TERMS, REGION_PARTS, STAGES
    from game.model.policy import BODIES, FUNCTIONS
    from game.model.town import KINDS
    from game.report.causes import LEDGER
    from game.scenario.syntax import _CODES

    wanted = [f"{kind}-{body}" for body in INSTITUTIONS for kind in ("body", "news-opens", "together-about")]
    wanted += [f"decision-{name.replace('_', '-')}" for name in DECISIONS]
    wanted += [f"ledger-{name.replace('_', '-')}" for name in (*LEDGER, *OWN_TERMS, *BODY_TERMS, "profit")]
    wanted += [f"motion-{name.replace('_', '-')}" for name in KINDS] + [f"runs-{name}" for name in BODIES]
    wanted += [f"function-{name.replace('_', '-')}" for name in FUNCTIONS]
    wanted += [f"part-{name}" for name in REGION_PARTS] + [f"stage-{name}" for name in STAGES]
    wanted += [
        f"why-{part}-{term}"
        for part in ("cluster", "economy")
        for term in INDEX_TERMS[part]
        if term not in {"before", "bounds"}
    ]
    wanted += [
        f"why-brand-{term}"
        for part in ("awareness", "reputation")
        for term in INDEX_TERMS[part]
        if term not in {"before", "bounds"}
    ]
    wanted += [f"help-about-{screen}" for screen in KEYS]
    wanted += [f"help-key-{name}" for keys in (*KEYS.values(), EVERYWHERE) for _, name in keys]
    wanted += [f"keys-on-{screen}" for screen in (*KEYS, "everywhere")]
    wanted += [f"fault-{code}" for code in _CODES.values()]
    wanted += [f"predict-will-{kind}" for kind in FORMS] + [f"predict-step-{step}" for step in STEPS]
    wanted += [f"predict-about-{motion.replace('_', '-')}" for motion in KINDS]
    wanted += [f"predict-was-{kind}" for kind in ("keepers", "profit", "sales", "motion")]
    wanted += [f"predict-{group}-{way}" for group, ways in FITS.items() for way in ways]
    assert [message for message in wanted if not words.has(message)] == []


def test_no_message_stands_unused() -> None:
    """A message that nobody says is a message that nobody checks."""
    code = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "game").rglob("*.py"))
    prefixes = set(re.findall(r'"([a-z]+(?:-[a-z]+)*)-\{', code)) | set(re.findall(r'f"([a-z]+(?:-[a-z]+)*)-\{', code))
    literals = set(re.findall(r'"([a-z][a-z0-9_]*(?:-[a-z0-9_]+)+)"', code))
    parts = {"news": ("cluster", "brand"), "headline": ("up", "down", "same"), "fault": (), "cli": ()}
    unused = []
    for path in CATALOGUES:
        if path.parent.name != "en":
            continue
        for name in IDS.findall(path.read_text(encoding="utf-8")):
            stems = ["-".join(name.split("-")[:n]) for n in range(1, name.count("-") + 1)]
            if name not in literals and not any(stem in prefixes for stem in stems) and name.split("-")[0] not in parts:
                unused.append(name)
    assert unused == []


def test_the_quick_way_says_what_fluent_says() -> None:
    checked = 0
    for path in CATALOGUES:
        catalogue = Catalogue(path.parent.name, path)
        bundle = FluentBundle([path.parent.name], use_isolating=False)
        bundle.add_resource(FluentResource(path.read_text(encoding="utf-8")))
        for name, text in catalogue._plain.items():
            gaps = re.findall(r"\{ \$(\w+) \}", text)
            for values in (dict.fromkeys(gaps, "words"), dict.fromkeys(gaps, 7), dict.fromkeys(gaps, 999)):
                quick = catalogue.plain(name, values)
                pattern = bundle.get_message(name).value
                assert pattern is not None
                slow = bundle.format_pattern(pattern, values)[0]
                assert quick == slow, name
                checked += 1
        assert catalogue.plain("nothing-of-the-kind", {}) is None
    assert checked > 300


def test_numbers_that_a_language_groups_go_to_fluent(tmp_path: Path) -> None:
    folder = tmp_path / "en"
    folder.mkdir()
    (folder / "test.ftl").write_text("test-count = { $n } firms\n", encoding="utf-8")
    assert Words(folder=tmp_path).say("test-count", n=1234) == "1,234 firms"


def test_other_languages_fall_back_on_english(tmp_path: Path) -> None:
    for language, text in (("en", "test-a = A\ntest-b = B\n"), ("zh", "test-a = 甲\n")):
        (tmp_path / language).mkdir()
        (tmp_path / language / "test.ftl").write_text(text, encoding="utf-8")
    words = Words("zh", tmp_path)
    assert (words.say("test-a"), words.say("test-b"), words.say("test-c")) == ("甲", "B", "<test-c>")
    assert words.choose({"en": "Tea", "zh": "茶"}) == "茶"
    assert words.choose({"fr": "thé"}) == "thé"
    assert "en" in languages()


def test_figures_read_as_people_write_them() -> None:
    assert figure(-1234.56, 1) == "\u20131,234.6"
    assert figure(0.04, 1, sign=True) == "0.0"
    assert figure(-0.04, 1) == "0.0"
    assert figure(12.5, 1, sign=True) == "+12.5"
    assert money(38) == "38.0"
    assert percent(0.85) == "85"
