"""Reading: shipped files are sound, the template is current, and huge or strange files are refused quickly."""

import time
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import tomli

from game import play, resources
from game.engine.rules import DECISIONS, compile_rules
from game.insight.band import band_digest
from game.insight.kept import find
from game.model.institutions import Institutions
from game.model.presentation import About
from game.model.scenario import Scenario
from game.rivals.difficulty import DIFFICULTIES
from game.scenario.fault import FaultyScenarioError
from game.scenario.places import find_places
from game.scenario.read import examine, laid_over, load, parse, treated
from game.scenario.template import SECTIONS, template
from game.wording.words import Words

SHIPPED = [*resources.shipped_scenarios().values(), resources.scenarios() / "template.toml"]


@pytest.mark.parametrize("path", SHIPPED, ids=[path.stem for path in SHIPPED])
def test_shipped_scenarios_have_no_faults(path: Path) -> None:
    scenario, faults = examine(path.read_bytes(), path.name)
    assert not faults
    assert scenario is not None
    for name in scenario.treatments:
        assert treated(path.read_text(encoding="utf-8"), name) != scenario


def test_the_template_is_current() -> None:
    assert (resources.scenarios() / "template.toml").read_text(encoding="utf-8") == template()


def test_every_value_in_the_template_is_the_default() -> None:
    """A key that is left out has the value that stands in the template."""
    values = tomli.loads(template())
    held = Scenario.model_validate(values)
    for section in SECTIONS:
        assert getattr(held, section) == type(getattr(held, section))(), section
    for name in Institutions.model_fields:
        table = getattr(held.institutions, name)
        assert table == type(table)(), name
    assert held.quarters == type(held.quarters)()
    assert held.units == type(held.units)()


def test_what_the_template_says_of_keys_that_are_left_out_is_so() -> None:
    """No institution, goal, event or treatment is there by itself; all is open at once, the town hall never."""
    values = {key: held for key, held in tomli.loads(template()).items() if key in {"format", "about", "briefing"}}
    held = Scenario.model_validate(values | {"firms": [{"name": "Kiln", "seat": True}]})
    assert all(getattr(held.institutions, name) is None for name in Institutions.model_fields)
    assert [*held.goals, *held.guide, *held.events, *held.treatments] == []
    rules = compile_rules(held)
    assert {name for name in DECISIONS if not rules.is_open(name, 1)} == {"town_hall"}
    assert not rules.is_open("town_hall", held.quarters.max)
    told = About.model_fields["goals"].description or ""
    assert Words().say("briefing-goals") in told
    assert Words().say("picker-goals") in told


def test_an_ordinary_firm_sells_and_earns_what_the_template_says() -> None:
    """Small 50 to 80 units, medium 80 to 130, large 150 to 280, at 1.2 to 1.4; a medium one earns about 10."""
    sold: dict[str, list[float]] = {}
    prices, earned = [], []
    for path in SHIPPED:
        scenario = parse(path.read_bytes(), path)
        seats = tuple(slot for slot, firm in enumerate(scenario.firms) if firm.seat)
        table = play.set_table(compile_rules(scenario), 1, 10, seats)
        moment = play.start(table)
        for _ in range(scenario.quarters.min):
            moment = play.step(table, moment)
            assert moment.past is not None
            for slot, firm in enumerate(scenario.firms):
                sold.setdefault(firm.size, []).append(float(moment.past.outcome.market.sold[:, :, slot].sum(-1).mean()))
                prices.append(float(moment.past.decision.price[:, slot].mean()))
                if firm.size == "medium":
                    earned.append(float(moment.past.outcome.money.profit[:, slot].mean()))
    for size, low, high in (("small", 50, 80), ("medium", 80, 130), ("large", 150, 280)):
        inside = [low <= value <= high for value in sold[size]]
        assert sum(inside) / len(inside) > 0.8, size
    assert 1.2 < np.median(prices) < 1.4
    assert 8 < np.median(earned) < 13


def test_the_template_names_every_key() -> None:
    text = template()

    def keys(schema: dict[str, Any]) -> set[str]:
        made = set(schema.get("properties", {}))
        for inner in schema.get("$defs", {}).values():
            made |= set(inner.get("properties", {}))
        return made

    missing = {
        key
        for key in keys(Scenario.model_json_schema())
        if f"{key} =" not in text and f".{key}" not in text and f"[{key}" not in text
    }
    assert missing == set()


@pytest.mark.parametrize("path", SHIPPED[:-1], ids=[path.stem for path in SHIPPED[:-1]])
def test_score_bands_of_shipped_scenarios_are_kept_and_current(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    scenario = load(path)
    for variant in (scenario, *(treated(text, name) for name in scenario.treatments)):
        for slot in (slot for slot, firm in enumerate(variant.firms) if firm.seat):
            for difficulty in DIFFICULTIES:
                assert find(variant, slot, difficulty) is not None, band_digest(variant, slot, difficulty)


def test_windows_line_ends_a_byte_order_mark_and_chinese_are_read() -> None:
    source = (resources.scenarios() / "tea.toml").read_text(encoding="utf-8")
    dressed = ("\ufeff# 茶\n" + source.replace('"茶：石鼓谷"', '"石鼓茶谷"')).replace("\n", "\r\n")
    scenario = parse(dressed.encode("utf-8"), Path("tea.toml"))
    assert scenario.about.title == {"zh": "石鼓茶谷", "en": "Tea: Stonedrum Valley"}


def test_columns_count_from_the_start_of_the_line_with_windows_line_ends() -> None:
    source = b"format = 1\r\n[about]\r\ntitle = 3\r\n"
    faults = [fault for fault in examine(source, "x")[1] if fault.code == "wrong-type"]
    assert [(fault.line, fault.column) for fault in faults] == [(3, 9)]


def test_a_huge_file_is_refused_at_once() -> None:
    began = time.perf_counter()
    _, faults = examine(b"# x\n" * 12_500_000, "huge.toml")
    assert [fault.code for fault in faults] == ["too-large"]
    assert time.perf_counter() - began < 5


def test_deep_nesting_is_a_fault_and_no_crash() -> None:
    _, faults = examine(b"a = " + b"[" * 60_000 + b"]" * 60_000, "deep.toml")
    assert faults
    assert all(fault.severity == "error" for fault in faults)


def test_five_thousand_firms_are_too_many() -> None:
    text = (resources.scenarios() / "template.toml").read_text(encoding="utf-8").split("[[firms]]", maxsplit=1)[0]
    text += "".join(f'[[firms]]\nname = "F{i}"\n' for i in range(5_000))
    _, faults = examine(text.encode(), "many.toml")
    assert "too-long" in {fault.code for fault in faults}


def test_tables_are_laid_over_each_other() -> None:
    below = {"a": {"x": 1, "y": {"z": 2}}, "b": 3}
    assert laid_over(below, {"a": {"y": {"z": 5}}, "c": 4}) == {"a": {"x": 1, "y": {"z": 5}}, "b": 3, "c": 4}
    assert below["a"] == {"x": 1, "y": {"z": 2}}


def test_places_of_nested_things() -> None:
    source = b'a = 1\n[x.y]\nb = [1, {c = 2}]\nk.l = "t"\n[[f]]\nn = 1\n[[f]]\nn = 2\n[f.g]\nz = 1\n'
    places = find_places(source)
    assert places.of(("x", "y", "b")) == (3, 1)
    assert places.of(("x", "y", "b", 1, "c")) == (3, 10)
    assert places.of(("x", "y", "k", "l"), value=True) == (4, 7)
    assert places.of(("f", 0, "n")) == (6, 1)
    assert places.of(("f", 1, "n"), value=True) == (8, 5)
    assert places.of(("f", 1, "g", "z")) == (10, 1)
    assert places.of(("f", 1, "missing")) == (7, 3)


def test_a_text_that_looks_like_markup_is_a_text() -> None:
    source = (resources.scenarios() / "tea.toml").read_text(encoding="utf-8")
    nasty = "<script>alert(1)</script> ../../etc/passwd {$x} %s"
    scenario = parse(source.replace("Tea: Stonedrum Valley", nasty).encode(), Path("tea.toml"))
    assert scenario.about.title == {"en": nasty, "zh": "茶：石鼓谷"}


def test_a_faulty_scenario_carries_all_its_faults() -> None:
    with pytest.raises(FaultyScenarioError) as caught:
        parse(b"format = 1\n[about]\ntitle = 3\nlesson = 4\n", Path("bad.toml"))
    assert len(caught.value.faults) >= 4
