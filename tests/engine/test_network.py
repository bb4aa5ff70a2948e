"""Ties: the small world at the opening, which ties stand, and what partners are to each other."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from game.engine import network
from game.engine.chance import Chance
from game.engine.observe import observe
from game.engine.opening import open_game
from game.engine.rules import compile_rules
from game.model.decision import Decision
from game.model.ties import TIE_SLOTS
from game.play import Moment
from tests.build import play_out, profits, village


def world(firms: int, runs: int, degree: int = 4, rewired: float = 0.1) -> np.ndarray:
    ids = np.broadcast_to(np.arange(1, firms + 1), (runs, firms)).copy()
    return network.small_world(Chance(5, np.arange(runs)), ids, np.ones_like(ids, dtype=bool), degree, rewired)


def test_opening_ties_are_mutual_and_as_many_as_the_ring_has() -> None:
    wanted = world(16, 50)
    standing, mirror = network.stand(wanted, np.ones((50, 16), dtype=bool))
    assert (standing == (wanted >= 0)).all()
    assert (standing.sum(axis=(1, 2)) == 2 * 16 * 2).all()
    row = np.arange(50)[:, None, None]
    back = wanted[row, np.maximum(wanted, 0), mirror]
    assert (
        back[standing] == np.broadcast_to(np.arange(16)[:, None], wanted.shape[1:])[np.newaxis].repeat(50, 0)[standing]
    ).all()


def test_without_rewiring_it_is_a_ring() -> None:
    wanted = world(10, 1, rewired=0.0)[0]
    for firm in range(10):
        assert set(wanted[firm][wanted[firm] >= 0]) == {(firm + step) % 10 for step in (-2, -1, 1, 2)}


def test_rewired_share() -> None:
    """About a tenth of the ties leave the ring (some of them land on it again or find no place)."""
    wanted = world(40, 200)
    far = np.abs((wanted - np.arange(40)[:, None] + 20) % 40 - 20)
    share = ((far > 2) & (wanted >= 0)).sum() / (wanted >= 0).sum()
    assert 0.07 < share < 0.11


def test_tiny_villages_have_no_ties_to_themselves() -> None:
    for firms in (1, 2, 3):
        wanted = world(firms, 20)
        own = np.arange(firms)[:, None]
        assert not (wanted == own).any()
        assert wanted.max() < firms
        assert ((wanted >= 0).sum(axis=-1) <= firms - 1).all()


def test_a_tie_stands_only_while_both_want_it() -> None:
    wanted = np.full((1, 3, TIE_SLOTS), -1)
    wanted[0, 0, :2] = [1, 2]
    wanted[0, 1, 3] = 0
    active = np.ones((1, 3), dtype=bool)
    standing, mirror = network.stand(wanted, active)
    assert standing[0, 0].tolist() == [True] + [False] * 7
    assert standing[0, 1, 3]
    assert mirror[0, 0, 0] == 3
    assert not network.stand(wanted, np.array([[True, False, True]]))[0].any()


def test_offers_reach_their_receivers() -> None:
    rules = compile_rules(village(4))
    state = open_game(rules, Chance(1, np.array([0])))
    wanted = np.full((1, 4, TIE_SLOTS), -1)
    wanted[0, 0, 0] = wanted[0, 1, 0] = wanted[0, 2, 5] = 3
    from dataclasses import replace

    ties = replace(state.ties, wanted=wanted, standing=np.zeros_like(state.ties.standing))
    seen = observe(rules, replace(state, ties=ties), None)
    assert seen.offers[0, 3].tolist() == [0, 1, 2, -1, -1, -1, -1, -1]
    assert (seen.offers[0, :3] == -1).all()


def test_what_partners_keep_comes_back() -> None:
    wanted = world(12, 3)
    standing, mirror = network.stand(wanted, np.ones((3, 12), dtype=bool))
    values = np.arange(3 * 12 * TIE_SLOTS, dtype=float).reshape(3, 12, TIE_SLOTS)
    received = network.returned(values, wanted, standing, mirror)
    for r, i, k in zip(*np.nonzero(standing), strict=True):
        partner = wanted[r, i, k]
        place = int(np.flatnonzero(wanted[r, partner] == i)[0])
        assert received[r, i, k] == values[r, partner, place]


def test_complement_is_the_distance_between_profiles() -> None:
    profile = np.array([[[0.4, 0.15, 0.15, 0.15, 0.15], [0.15, 0.4, 0.15, 0.15, 0.15], [0.4, 0.15, 0.15, 0.15, 0.15]]])
    wanted = np.full((1, 3, TIE_SLOTS), -1)
    wanted[0, 0, :2] = [1, 2]
    wanted[0, 1, 0] = wanted[0, 2, 0] = 0
    standing, _ = network.stand(wanted, np.ones((1, 3), dtype=bool))
    made = network.complement(profile, wanted, standing)
    assert np.allclose(made[0, 0, :2], [0.25, 0.0])


def test_a_tie_is_a_repeated_dilemma_of_its_own(count: Callable[[int, int], int]) -> None:
    """Open or closed, against partners who are open or closed: T > R > P > S this quarter, and 2 R > T + S.

    The firm's profit in its first quarter, nothing else open; every row has the same luck.
    """
    runs = count(40, 200)

    def paid(own: float, theirs: float) -> float:
        def send(moment: Moment, proposed: Decision) -> Decision:
            act = np.where(moment.seen.wanted == 5, theirs, 1.0)
            act[:, 5] = own
            return replace(proposed, act=act * (moment.seen.wanted >= 0))

        return float(profits(play_out(village(bodies=()), 1, "always", runs=runs, send=send))[:, 5].mean())

    temptation, reward, punishment, sucker = paid(0, 1), paid(1, 1), paid(0, 0), paid(1, 0)
    assert temptation > reward > punishment > sucker
    assert 2 * reward > temptation + sucker
    assert reward > 1.01 * punishment
