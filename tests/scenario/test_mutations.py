"""Slips in shipped scenarios are reported at their line, with what was meant, and nothing else is."""

from collections.abc import Callable, Sequence
from random import Random

import pytest

from game import resources
from game.scenario.read import examine
from tests.scenario.foreign_slips import FOREIGN, comma_left_out_of_a_list, per_cent, slashes_for_comment
from tests.scenario.mutations import (
    SLIPS,
    TOGETHER,
    Made,
    agenda_before_the_start,
    too_little,
    unknown_strategy,
)

SHIPPED = {
    name: path.read_text(encoding="utf-8").splitlines()
    for name, path in resources.shipped_scenarios().items()
    if name in {"tea", "neckties", "price_war"}
}

PAIRS = (
    *TOGETHER,
    (slashes_for_comment, unknown_strategy),
    (comma_left_out_of_a_list, too_little),
    (per_cent, agenda_before_the_start),
)


def reported(lines: Sequence[str]) -> list[tuple[int, str, str]]:
    _, faults = examine("\n".join(lines).encode(), "own.toml")
    return sorted((fault.line, fault.code, fault.suggestion) for fault in faults)


@pytest.mark.parametrize("name", SHIPPED)
@pytest.mark.parametrize("slip", [*SLIPS, *FOREIGN], ids=[slip.__name__ for slip in (*SLIPS, *FOREIGN)])
def test_a_slip_is_reported_where_it_is(
    slip: Callable[[Sequence[str], Random], Made], name: str, count: Callable[[int, int], int]
) -> None:
    for seed in range(count(4, 60)):
        lines, expected = slip(SHIPPED[name], Random(f"{slip.__name__} {name} {seed}"))
        assert reported(lines) == sorted(expected), seed


@pytest.mark.parametrize("name", SHIPPED)
@pytest.mark.parametrize("pair", PAIRS, ids=[f"{one.__name__}-{two.__name__}" for one, two in PAIRS])
def test_two_slips_are_reported_at_once(
    pair: Sequence[Callable[[Sequence[str], Random], Made]], name: str, count: Callable[[int, int], int]
) -> None:
    for seed in range(count(3, 60)):
        chance = Random(f"{pair[0].__name__} {name} {seed}")
        lines, first = pair[0](SHIPPED[name], chance)
        lines, second = pair[1](lines, chance)
        assert {line for line, _, _ in first}.isdisjoint(line for line, _, _ in second)
        assert reported(lines) == sorted([*first, *second]), seed
