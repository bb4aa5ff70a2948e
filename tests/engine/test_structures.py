"""Composition of efforts by structure, on numbers worked out by hand (Hirshleifer 1983)."""

import numpy as np
import pytest

from game.engine.chance import Chance
from game.engine.opening import open_game
from game.engine.rules import compile_rules
from game.engine.structures import Group
from game.engine.structures import compose as composition
from game.model.institutions import Fair, Institution, Institutions, Mark, Research
from game.model.outcome import Membership
from game.model.parameters import Chance as Slips
from game.model.record import Bools, Floats, Ints
from game.model.ties import TIE_SLOTS
from game.model.town import STRUCTURES, Structure
from tests.build import outcome, play_out, village

EFFORT = np.array([[1.0, 0.5, 0.0, 0.8]])
SIZE = np.array([[2.0, 1.0, 1.0, 1.0]])
IDS = np.array([[1, 2, 3, 4]])
ALL = np.ones((1, 4), dtype=bool)


def compose(
    table: Institution,
    effort: Floats,
    member: Bools,
    size: Floats,
    ids: Ints,
    ties: Membership,
    hub_lost: bool = False,
    held: float = 1.0,
) -> Floats:
    group = Group(effort, member, size, ids, ties, np.array([hub_lost]), np.array([held]))
    return composition(table, np.array([STRUCTURES.index(table.structure)]), group)


def ties(pairs: list[tuple[int, int]]) -> Membership:
    wanted = np.full((1, 4, TIE_SLOTS), -1)
    for place, (one, other) in enumerate(pairs):
        wanted[0, one, place], wanted[0, other, place] = other, one
    standing = wanted >= 0
    empty = np.zeros((1, 0, 4), dtype=bool)
    mirror = np.where(standing, np.arange(TIE_SLOTS), 0)
    return Membership(empty, empty, empty, empty.astype(int), wanted, standing, mirror, np.zeros(wanted.shape))


def test_star_is_the_mean_by_size_less_what_the_hub_uses() -> None:
    made = compose(Fair(hub_loss=0.03), EFFORT, ALL, SIZE, IDS, ties([]))
    assert made[0] == pytest.approx(0.97 * (2 * 1.0 + 0.5 + 0.0 + 0.8) / 5, abs=1e-12)


def test_hierarchy_weighs_the_leader() -> None:
    made = compose(Mark(leader_weight=0.25), EFFORT, ALL, SIZE, IDS, ties([]))
    assert made[0] == pytest.approx(0.25 * 1.0 + 0.75 * (0.5 + 0.0 + 0.8) / 3, abs=1e-12)


def test_hierarchy_of_one() -> None:
    made = compose(Mark(), EFFORT, np.array([[False, True, False, False]]), SIZE, IDS, ties([]))
    assert made[0] == pytest.approx(0.5, abs=1e-12)


def test_the_leader_is_the_oldest_of_equals() -> None:
    size = np.ones((1, 4))
    one = compose(Mark(leader_weight=1.0), EFFORT, ALL, size, IDS, ties([]))
    other = compose(Mark(leader_weight=1.0), EFFORT, ALL, size, np.array([[9, 2, 3, 4]]), ties([]))
    assert one[0] == pytest.approx(1.0, abs=1e-12)
    assert other[0] == pytest.approx(0.5, abs=1e-12)


def test_network_needs_both_ends() -> None:
    made = compose(Research(), EFFORT, ALL, SIZE, IDS, ties([(0, 1), (1, 3), (2, 3)]))
    assert made[0] == pytest.approx((1.0 * 0.5 + 0.5 * 0.8 + 0.0 * 0.8) / 3, abs=1e-12)


def test_network_counts_ties_between_members_only() -> None:
    member = np.array([[True, True, True, False]])
    made = compose(Research(), EFFORT * member, member, SIZE, IDS, ties([(0, 1), (1, 3), (2, 3)]))
    assert made[0] == pytest.approx(0.5, abs=1e-12)


@pytest.mark.parametrize("table", [Fair(), Mark(), Research()])
def test_nobody_in_makes_nothing(table: Fair | Mark | Research) -> None:
    nobody = np.zeros((1, 4), dtype=bool)
    assert compose(table, EFFORT * nobody, nobody, SIZE, IDS, ties([(0, 1)]))[0] == 0


def test_every_structure_can_run_every_institution() -> None:
    rules = compile_rules(village(4))
    state = open_game(rules, Chance(1, np.array([0])))
    for table in rules.bodies.tables:
        for structure in ("star", "hierarchy", "network"):
            held = table.model_copy(update={"structure": structure})
            pairs = ties([(0, 1), (1, 2), (2, 3), (3, 0)])
            full = compose(held, np.ones((1, 4)), ALL, state.firms.size, state.firms.firm_id, pairs)
            assert full[0] == pytest.approx(0.97 if structure == "star" else 1.0, abs=1e-12)


def test_a_chain_is_nearly_as_weak_as_its_weakest_stage() -> None:
    table = Fair(structure="chain")
    made = compose(table, EFFORT, ALL, SIZE, IDS, ties([]))
    by_hand = ((2 * 1.05**-5 + 0.55**-5 + 0.05**-5 + 0.85**-5) / 5) ** (-1 / 5) - 0.05
    assert made[0] == pytest.approx(by_hand, abs=1e-12)
    assert made[0] < 0.05
    assert compose(table, np.ones((1, 4)), ALL, SIZE, IDS, ties([]))[0] == pytest.approx(1.0, abs=1e-12)
    even = compose(table, np.full((1, 4), 0.4), ALL, SIZE, IDS, ties([]))
    assert even[0] == pytest.approx(0.4, abs=1e-12)
    nobody = compose(table, EFFORT, np.zeros((1, 4), dtype=bool), SIZE, IDS, ties([]))
    assert nobody[0] == 0.0


def test_one_that_gives_nothing_costs_a_chain_most_and_a_star_least() -> None:
    """A ring of eight; what is lost when one of them gives nothing."""
    effort, size, ids = np.ones((1, 8)), np.ones((1, 8)), np.arange(1, 9)[None]
    member = np.ones((1, 8), dtype=bool)
    wanted = np.full((1, 8, TIE_SLOTS), -1)
    wanted[0, :, 0], wanted[0, :, 1] = np.roll(np.arange(8), 1), np.roll(np.arange(8), -1)
    standing = wanted >= 0
    empty = np.zeros((1, 0, 8), dtype=bool)
    ring = Membership(
        empty, empty, empty, empty.astype(int), wanted, standing, np.zeros(wanted.shape, int), np.zeros(wanted.shape)
    )
    lazy = effort.copy()
    lazy[0, 5] = 0.0

    def lost(structure: Structure) -> float:
        table = Fair(structure=structure, hub_loss=0.0)
        whole, less = (compose(table, held, member, size, ids, ring)[0] for held in (effort, lazy))
        return float(1 - less / whole)

    assert lost("star") == pytest.approx(1 / 8)
    assert lost("network") == pytest.approx(2 / 8)
    assert lost("chain") > 0.9


# -- a hub out of action ---------------------------------------------------------------------------------------------


def test_without_its_hub_every_member_of_a_star_is_alone() -> None:
    """.97 of the mean by size, (2 + .5 + 0 + .8)/5, and of that one in four; with three members one in three."""
    table = Fair(hub_loss=0.03)
    assert compose(table, EFFORT, ALL, SIZE, IDS, ties([]), hub_lost=True)[0] == pytest.approx(0.97 * 3.3 / 5 / 4)
    three = np.array([[True, True, False, True]])
    made = compose(table, EFFORT * three, three, SIZE, IDS, ties([]), hub_lost=True)
    assert made[0] == pytest.approx(0.97 * 3.3 / 4 / 3)


def test_without_its_hub_a_hierarchy_has_a_leader_who_gives_nothing() -> None:
    made = compose(Mark(leader_weight=0.25), EFFORT, ALL, SIZE, IDS, ties([]), hub_lost=True)
    assert made[0] == pytest.approx(0.75 * (0.5 + 0.0 + 0.8) / 3, abs=1e-12)


def test_without_its_hub_a_chain_has_a_stage_that_gives_nothing() -> None:
    full = np.ones((1, 4))
    made = compose(Fair(structure="chain"), full, ALL, SIZE, IDS, ties([]), hub_lost=True)
    assert made[0] == pytest.approx(((2 * 0.05**-5 + 3 * 1.05**-5) / 5) ** (-1 / 5) - 0.05, abs=1e-12)


def test_without_its_hub_a_network_loses_the_ties_of_the_one_with_most() -> None:
    """Slot 1 has three ties, all of which are worth nothing without it; the tie between 2 and 3 is left."""
    effort = np.array([[1.0, 0.9, 0.6, 0.8]])
    pairs = ties([(0, 1), (1, 2), (1, 3), (2, 3)])
    assert compose(Research(), effort, ALL, SIZE, IDS, pairs, hub_lost=True)[0] == pytest.approx(0.6 * 0.8 / 4)
    outside = np.array([[True, False, True, True]])
    made = compose(Research(), effort * outside, outside, SIZE, IDS, pairs, hub_lost=True)
    assert made[0] == pytest.approx(0.0)


@pytest.mark.parametrize("structure", STRUCTURES)
def test_a_hub_is_lost_in_the_games_it_is_lost_in_and_no_others(structure: Structure) -> None:
    table = Fair(structure=structure)
    pairs = ties([(0, 1), (1, 2), (2, 3)])
    two = Membership(*(np.concatenate([held, held]) for held in vars(pairs).values()))
    effort, member, size, ids = (np.concatenate([held, held]) for held in (EFFORT + 0.1, ALL, SIZE, IDS))
    group = Group(effort, member, size, ids, two, np.array([True, False]), np.ones(2))
    made = composition(table, np.full(2, STRUCTURES.index(structure)), group)
    alone = [compose(table, EFFORT + 0.1, ALL, SIZE, IDS, pairs, hub_lost=lost)[0] for lost in (True, False)]
    assert made.tolist() == alone
    assert alone[0] < alone[1]


# -- margins on top of margins ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(("stages", "left"), [(1, 1.0), (2, 0.5), (3, 0.25), (7, 1 / 64)])
def test_a_chain_without_a_contract_passes_half_on_at_every_further_stage(stages: int, left: float) -> None:
    """Successive margins (Spengler 1950); a contract that courts enforce in part restores that part of the loss."""
    table, even = Fair(structure="chain", stages=stages), np.full((1, 4), 0.4)
    assert compose(table, even, ALL, SIZE, IDS, ties([]), held=0.0)[0] == pytest.approx(0.4 * left)
    assert compose(table, even, ALL, SIZE, IDS, ties([]), held=1.0)[0] == pytest.approx(0.4)
    assert compose(table, even, ALL, SIZE, IDS, ties([]), held=0.4)[0] == pytest.approx(0.4 * (left + 0.4 * (1 - left)))


def test_in_a_game_the_contract_of_a_chain_holds_as_far_as_its_court() -> None:
    def made(floor: float, court: float) -> float:
        fair = Fair(structure="chain", stages=3, floor=floor, court=court)
        scenario = village(4, ("fair",), chance=Slips(tremble=0.0))
        scenario = scenario.model_copy(update={"institutions": Institutions(fair=fair)})
        return float(outcome(play_out(scenario, 1, "always")[0]).games.composition[0, 0])

    assert made(0.0, 0.6) == pytest.approx(0.25)
    assert made(0.5, 0.6) == pytest.approx(0.25 + 0.6 * 0.75)
    assert made(0.5, 1.0) == pytest.approx(1.0)
