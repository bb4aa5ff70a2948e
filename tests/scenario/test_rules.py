"""Rules between fields: what one fault hides of another, what a variant may do, what is left over and does no harm."""

import pytest

from game import resources
from game.scenario.read import examine, parse
from game.scenario.sandbox import Choices, examined

TEA = (resources.scenarios() / "tea.toml").read_text(encoding="utf-8")
LINES = TEA.splitlines()


def short(text: str) -> list[tuple[int, str, str]]:
    return [(fault.line, fault.code, fault.suggestion) for fault in examine(text.encode(), "own.toml")[1]]


def test_an_event_without_its_quarter_hides_no_fault_of_another() -> None:
    first, second = (place for place, line in enumerate(LINES) if line in {"quarter = 2", "quarter = 7"})
    changed = [*LINES]
    changed[first] = ""
    changed[second] = "quarter = 99"
    head = max(place for place, line in enumerate(LINES[:first], 1) if line == "[[events]]")
    assert short("\n".join(changed)) == [(head, "missing", ""), (second + 1, "beyond-end", "")]


@pytest.mark.parametrize(
    ("laid", "faults"),
    [
        ("[treatments.short.quarters]\nmin = 4\nmax = 4", []),  # later events and openings just do not come
        ("[treatments.late.agenda]\nprice = 99", [(2, "beyond-end", "")]),
        ("[treatments.reversed.quarters]\nmin = 11", [(2, "min-over-max", "10")]),
        ("[treatments.shut.agenda]\nmark = 'never'", [(1, "condition-without-mark", ""), (1, "goal-body-closed", "")]),
        ("[treatments.late.agenda]\ntown_hall = 0", [(2, "too-little", "1")]),
        ("[treatments.empty]", [(1, "treatment-idle", "")]),
        ("[treatments.same.about]\nminutes = 50", [(1, "treatment-idle", "")]),
        ("[treatments.brief.about]\nminutes = 20", [(2, "lesson-too-long", "47")]),
        ("[treatments.wrong]\nquarters = 5", [(2, "wrong-type", "")]),
        ("[treatments.wrong.regoin]\ncluster = 0.5", [(1, "unknown-key", "region")]),
    ],
)
def test_what_a_variant_makes_wrong_is_told_at_the_variant(laid: str, faults: list[tuple[int, str, str]]) -> None:
    found = short(f"{TEA}\n{laid}\n")
    assert found == [(len(LINES) + 1 + line, code, suggestion) for line, code, suggestion in faults]


@pytest.mark.parametrize(
    ("condition", "holds"),
    [
        ("below = 0.3, above = 0.2", True),
        ("below = 0.2, above = 0.2", False),
        ("below = 0", False),
        ("below = 2", True),
        ("above = 1", False),
        ("above = 0", True),
        ("above = 0.99", True),
    ],
)
def test_conditions_that_can_never_hold_are_faults(condition: str, holds: bool) -> None:
    line = next(place for place, text in enumerate(LINES, 1) if text.startswith("condition ="))
    found = short(TEA.replace('index = "mark_effort", below = 0.58', f'index = "economy", {condition}'))
    assert found == ([] if holds else [(line, "impossible-condition", "")])


def test_a_translation_that_is_left_over_does_no_harm_but_a_misspelt_one_does() -> None:
    line = LINES.index('"Ninth Bend" = "九曲"') + 1
    assert not short(TEA.replace('"Ninth Bend" = "九曲"', '"Ninth Bend" = "九曲"\n"Somewhere else" = "别处"'))
    assert short(TEA.replace('"Ninth Bend" = ', '"Nineth Bend" = ')) == [(line, "unknown-name", "Ninth Bend")]


def test_a_unit_has_room_beside_every_figure_in_every_language() -> None:
    line = LINES.index('volume = "kg"') + 1
    assert not short(TEA.replace('volume = "kg"', 'volume = "instruments!"'))
    assert short(TEA.replace('volume = "kg"', 'volume = "instruments!!"'))[-1] == (line, "too-long", "")
    line = next(place for place, text in enumerate(LINES, 1) if text.startswith('"k¥" ='))
    told = LINES[line - 1].split("=")[1].strip()
    assert short(TEA.replace(f'"k¥" = {told}', '"k¥" = "Tsd. Franken!"')) == [(line, "too-long", "")]


def test_a_sandbox_keeps_translations_of_what_is_there() -> None:
    path = resources.scenarios() / "sandbox.toml"
    scenario = parse(path.read_bytes(), path)
    _, made, faults = examined(scenario, Choices(firms=8))
    assert made is not None
    assert not faults
    names = {firm.name for firm in made.firms} | {event.name for event in made.events}
    units = {made.units.currency, made.units.price, made.units.volume}
    assert made.about.names["zh"]
    assert set(made.about.names["zh"]) <= names | units
