"""The sandbox: what is made reads back as itself, stays within its bounds, and impossible mixes are told."""

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from game import play, resources
from game.engine.rules import compile_rules
from game.model.scenario import INSTITUTIONS, Scenario
from game.model.town import STRUCTURES
from game.rivals.register import GROUP
from game.scenario.read import examine, load
from game.scenario.sandbox import (
    DOORS,
    LEVERS,
    PRESETS,
    Choices,
    cast,
    dealt,
    examined,
    is_open,
    made,
    player_of,
    preset,
    value_of,
    written,
)
from game.scenario.write import to_toml

SCENARIOS = {name: load(path) for name, path in resources.shipped_scenarios().items()}
SANDBOX = SCENARIOS["sandbox"]
ALL_SHUT = Choices(switched=frozenset(DOORS))


def sound(choices: Choices, scenario: Scenario = SANDBOX) -> Scenario:
    """The scenario made, read back from its own text."""
    text, found, faults = examined(scenario, choices)
    assert faults == []
    assert found is not None
    assert found == made(scenario, choices)
    assert examine(text.encode(), "again")[0] == found
    return found


def plays(scenario: Scenario, quarters: int = 3) -> None:
    """Some quarters with everybody's manager deciding."""
    table = play.set_table(compile_rules(scenario), 5, seats=(player_of(scenario.firms),))
    moment = play.start(table)
    for _ in range(quarters):
        moment = play.step(table, moment, lambda _moment, proposal: proposal)


@pytest.mark.parametrize("path", sorted(resources.scenarios().glob("*.toml")), ids=lambda path: path.stem)
def test_every_scenario_reads_back_from_its_own_text(path: Path) -> None:
    scenario = load(path)
    found, faults = examine(to_toml(scenario).encode(), path.name)
    assert faults == []
    assert found == scenario


@pytest.mark.parametrize("name", PRESETS)
@pytest.mark.parametrize("scenario", ["sandbox", "tea", "first_quarter"])
def test_presets_make_games_that_can_be_played(name: str, scenario: str) -> None:
    plays(sound(preset(name, SCENARIOS[scenario]), SCENARIOS[scenario]))


def test_what_is_not_touched_stays_as_it_is() -> None:
    assert made(SANDBOX, Choices(difficulty="hard")) is SANDBOX
    found = sound(Choices().moved("fine", 4.0))
    assert found.institutions.mark is not None
    assert SANDBOX.institutions.mark is not None
    assert found.institutions.mark.fine == 4.0
    assert found.institutions.mark.audit == SANDBOX.institutions.mark.audit
    assert found.firms == SANDBOX.firms


@pytest.mark.parametrize("firms", [1, 2, 4, 16, 17, 40, 200])
def test_any_number_of_firms(firms: int) -> None:
    found = sound(Choices(firms=firms))
    assert len(found.firms) == firms
    assert len({firm.name for firm in found.firms}) == firms
    assert found.firms[player_of(found.firms)].name == "Signpost"
    mixed = sound(Choices(firms=firms, mix=(("grim", 1), ("never", 2))))
    assert sum(cast(SANDBOX, Choices(firms=firms, mix=(("grim", 1), ("never", 2)))).values()) == firms - 1
    assert mixed.firms[player_of(mixed.firms)].strategy == "conditional"
    if firms <= 40:
        plays(found, 2)


def test_one_firm_and_no_institution_is_still_a_game() -> None:
    found = sound(replace(ALL_SHUT, firms=1))
    assert all(getattr(found.institutions, name) is None for name in INSTITUTIONS)
    assert not any(is_open(SANDBOX, ALL_SHUT, name) for name in DOORS)
    plays(found)


def test_a_scenario_without_institutions_gets_those_that_are_opened() -> None:
    bare = made(SANDBOX, preset("bare", SANDBOX))
    opened = sound(Choices(switched=frozenset({"fair", "pledges"})), bare)
    assert opened.institutions.fair is not None
    assert opened.institutions.mark is None
    assert opened.agenda["pledges"] == "never"


def test_the_mix_is_dealt_in_its_parts_and_mixed() -> None:
    many = dealt((("always", 2), ("never", 1), ("grim", 0)), 30)
    assert Counter(many) == {"always": 20, "never": 10}
    assert all("never" in many[place : place + 4] for place in range(26))
    assert dealt((("always", 5),), 0) == []


def test_what_is_impossible_is_told() -> None:
    nobody = Choices(mix=(("always", 0), ("never", 0)))
    assert nobody.impossible == "mix"
    with pytest.raises(ValueError, match="mix"):
        made(SANDBOX, nobody)
    _, found, faults = examined(SANDBOX, Choices().moved("least", 20.0).moved("most", 10.0))
    assert found is None
    assert [fault.code for fault in faults] == ["min-over-max"]


def test_a_shorter_game_leaves_out_what_would_come_after_its_end() -> None:
    tea = SCENARIOS["tea"]
    found = sound(Choices().moved("least", 4.0).moved("most", 4.0), tea)
    assert {event.quarter for event in found.events} == {2, 4}
    assert found.agenda["position"] == "never"
    assert "laboratory" not in "".join(event.name for event in sound(preset("bare", tea), tea).events)


def test_levers_stand_where_the_scenario_has_them_and_go_to_their_ends() -> None:
    for lever in LEVERS.values():
        assert lever.low <= written(SANDBOX, lever) <= lever.high, lever.name
        for end in (lever.low, lever.high):
            choices = Choices().moved(lever.name, end)
            assert value_of(SANDBOX, choices, lever) == end
            if lever.name not in {"least", "most"}:
                sound(choices)
    dear = sound(Choices().moved("cost", 3.0))
    assert dear.institutions.fair is not None
    assert SANDBOX.institutions.fair is not None
    assert dear.institutions.fair.cost == pytest.approx(3 * SANDBOX.institutions.fair.cost)


@given(
    choices=some.builds(
        Choices,
        firms=some.none() | some.integers(1, 60),
        mix=some.none()
        | some.lists(some.tuples(some.sampled_from(GROUP), some.integers(0, 12)), max_size=6).map(
            lambda parts: tuple(dict(parts).items())
        ),
        levers=some.dictionaries(some.sampled_from(sorted(LEVERS)), some.floats(0, 1), max_size=6).map(
            lambda held: tuple(
                (name, LEVERS[name].low + part * (LEVERS[name].high - LEVERS[name].low)) for name, part in held.items()
            )
        ),
        switched=some.frozensets(some.sampled_from(DOORS)),
        structure=some.sampled_from(("", *STRUCTURES)),
    )
)
def test_whatever_is_chosen_is_played_or_told(choices: Choices) -> None:
    """No mix of choices makes a file with a fault other than a game that ends before it may."""
    if choices.impossible:
        return
    text, found, faults = examined(SANDBOX, choices)
    assert {fault.code for fault in faults} <= {"min-over-max"}, text
    if found is not None:
        assert found == made(SANDBOX, choices)
        compile_rules(found)
