"""Strategies as the literature defines them, move by move, and on arrays of any shape."""

from typing import Any

import numpy as np
import pytest

from game import play
from game.engine.rules import compile_rules
from game.rivals.reckoning import stage_game
from game.rivals.register import GROUP, PAIR, STRATEGIES
from game.rivals.stage import Stage
from game.rivals.strategy import MEMORIES, Seen, Strategy, kept
from tests.build import village


def duel(one: str, other: str, turns: int, draws: float = 0.9) -> tuple[str, str]:
    """Moves of two strategies against each other without errors, C and D."""
    players = [STRATEGIES[one], STRATEGIES[other]]
    memory = [np.zeros((MEMORIES, 1)), np.zeros((MEMORIES, 1))]
    last = [np.zeros(1), np.zeros(1)]
    moves: list[list[str]] = [[], []]
    for turn in range(turns):
        first = np.array([turn == 0])
        made = [
            players[side].play(
                Seen(
                    own=last[side],
                    others=last[1 - side],
                    first=first,
                    memory=memory[side],
                    patience=np.array([0.9]),
                    threshold=np.array([0.5]),
                    deterred=np.array([False]),
                    draw=lambda: np.array([draws]),
                )
            )
            for side in (0, 1)
        ]
        last = made
        for side in (0, 1):
            moves[side].append("C" if kept(made[side])[0] else "D")
    return "".join(moves[0]), "".join(moves[1])


@pytest.mark.parametrize(
    ("one", "other", "moves"),
    [
        ("tit_for_tat", "alternator", "CCDCDCDC"),
        ("suspicious", "tit_for_tat", "DCDCDCDC"),
        ("two_tats", "never", "CCDDDDDD"),
        ("two_tats", "alternator", "CCCCCCCC"),
        ("grim", "alternator", "CCDDDDDD"),
        ("win_stay", "never", "CDCDCDCD"),
        ("win_stay", "always", "CCCCCCCC"),
        ("win_stay", "suspicious", "CDDCDDCD"),
        ("generous", "never", "CDDDDDDD"),
        ("alternator", "always", "CDCDCDCD"),
        ("always", "never", "CCCCCCCC"),
        ("never", "always", "DDDDDDDD"),
        ("reasoner", "never", "CDDDDDDD"),
        ("reasoner", "always", "CCCCCCCC"),
        ("conditional", "never", "CCDDDDDD"),
        ("conditional", "alternator", "CCCCDCDC"),
        ("conditional", "suspicious", "CCCCCCCC"),
    ],
)
def test_moves(one: str, other: str, moves: str) -> None:
    assert duel(one, other, 8)[0] == moves


def test_generosity_forgives_a_third() -> None:
    assert duel("generous", "never", 4, draws=0.3)[0] == "CCCC"
    assert duel("generous", "never", 4, draws=0.34)[0] == "CDDD"


def test_conditional_cooperators_follow_what_they_saw() -> None:
    """b <- b/2 + seen/2, effort min(1, 1.05 b + .02); belief 1 at first."""
    memory = np.zeros((MEMORIES, 1))
    efforts, belief = [], 1.0
    for turn, seen in enumerate((0.0, 0.4, 0.4, 0.0)):
        view = blank((1,), memory)
        view.others = np.array([seen])
        view.first = np.array([turn == 0])
        efforts.append(float(STRATEGIES["conditional"].play(view)[0]))
        if turn:
            belief = 0.5 * belief + 0.5 * seen
            assert efforts[-1] == pytest.approx(min(1.0, 1.05 * belief + 0.02), abs=1e-12)
    assert efforts[0] == 1.0


@pytest.mark.parametrize(
    ("name", "own", "others", "moves"),
    [
        ("alternator", "DDCCD", "CCCCC", "CCDDC"),  # the opposite of what it did, also by mistake
        ("win_stay", "DDCCC", "CDCDC", "DCCDC"),  # a slip that paid is stayed with
        ("tit_for_tat", "DDDDD", "CDCDC", "CDCDC"),  # its own slips are nothing to it
        ("grim", "DDDDD", "CCCDC", "CCCDD"),
        ("two_tats", "CCCCC", "DDCDD", "CDCCD"),
        ("hump", "CCCCC", "DDCDD", "DDDDD"),
    ],
)
def test_moves_after_slips(name: str, own: str, others: str, moves: str) -> None:
    """Own and others' acts as they came out, noise included; a first move comes before them."""
    memory, made = np.zeros((MEMORIES, 1)), []
    for turn, (mine, theirs) in enumerate(zip("C" + own, "C" + others, strict=True)):
        view = blank((1,), memory)
        view.own, view.others = np.array([float(mine == "C")]), np.array([float(theirs == "C")])
        view.first = np.array([turn == 0])
        made.append("C" if kept(STRATEGIES[name].play(view))[0] else "D")
    assert "".join(made[1:]) == moves


def blank(shape: tuple[int, ...], memory: np.ndarray) -> Seen:
    return Seen(
        own=np.zeros(shape),
        others=np.zeros(shape),
        first=np.zeros(shape, dtype=bool),
        memory=memory,
        patience=np.full(shape, 0.5),
        threshold=np.full(shape, 0.3),
        deterred=np.zeros(shape, dtype=bool),
        draw=lambda: np.full(shape, 0.5),
        stage=lambda: stage(shape),
    )


def stage(shape: tuple[int, ...], **changed: float) -> Stage:
    """A dilemma of sixteen: full effort of all returns three times its cost, shared equally."""
    usual = {
        "members": 16.0,
        "returns": 3.0,
        "theta": 0.8,
        "eta": 1.0,
        "equal": 1.0,
        "discount": 0.0,
        "fine": 0.0,
        "standard": 1.0,
        "floor": 0.0,
        "damages": 0.0,
        "complaints": 0.0,
    }
    unnoticed = changed.pop("shirk_from", 0.1)
    held: dict[str, Any] = {name: np.full(shape, value) for name, value in (usual | changed).items()}
    return Stage(**held, shirk_from=unnoticed)


@pytest.mark.parametrize(
    ("changed", "moves"),
    [
        ({}, False),
        ({"fine": 1.2}, True),
        ({"fine": 0.5}, False),
        ({"discount": 0.9}, True),
        ({"equal": 0.0}, True),
        ({"floor": 1.0, "damages": 1.2}, True),
        ({"complaints": 0.9}, True),
        ({"complaints": 0.2}, False),
        ({"standard": 0.5, "fine": 1.2}, False),
    ],
)
def test_only_what_pays_this_quarter_moves_a_best_replier(changed: dict[str, float], moves: bool) -> None:
    """Mean effort over many draws: above one half where fines, grants, shares or damages outweigh the cost."""
    shape = (4000,)
    view = blank(shape, np.zeros((MEMORIES, *shape)))
    view.others = np.full(shape, 0.5)
    luck = np.random.default_rng(3).random(shape)
    view.draw, view.stage = lambda: luck, lambda: stage(shape, **changed)
    assert (STRATEGIES["best_reply"].play(view).mean() > 0.5) == moves


def test_what_goes_unnoticed_is_the_scenario_s() -> None:
    """At four fifths of the standard a fifth is missing: fined as a quarter, unless that much goes unnoticed."""
    others = np.array([0.5])
    free, strict, lax = (
        stage((1,), **terms).payoff(0.8, others) for terms in ({}, {"fine": 2.0}, {"fine": 2.0, "shirk_from": 0.3})
    )
    assert strict - free == pytest.approx(-2.0 * 0.25)
    assert lax == pytest.approx(free)
    sanctions = village(4, ("mark",)).sanctions.model_copy(update={"shirk_from": 0.3})
    rules = compile_rules(village(4, ("mark",), sanctions=sanctions))
    seen = play.start(play.set_table(rules, 1)).seen
    assert stage_game(rules, seen, (1, 1, 4)).shirk_from == 0.3


def test_a_best_reply_s_odds_are_logit_in_the_stage_payoffs() -> None:
    """By hand: payoffs 3 ((15 x .5 + e)/16)^.8 - e of the six levels, precision 6 (McKelvey & Palfrey 1995)."""
    shape = (200_000,)
    view = blank(shape, np.zeros((MEMORIES, *shape)))
    view.others = np.full(shape, 0.5)
    luck = np.random.default_rng(4).random(shape)
    view.draw = lambda: luck
    levels = np.arange(6) / 5
    weight = np.exp(6 * (3 * ((7.5 + levels) / 16) ** 0.8 - levels))
    made = STRATEGIES["best_reply"].play(view)
    share = np.array([(np.abs(made - level) < 1e-12).mean() for level in levels])
    error = np.sqrt(share * (1 - share) / len(luck))
    assert (np.abs(share - weight / weight.sum()) < 4 * error + 1e-9).all()


def test_a_contract_that_holds_binds_those_who_reckon_and_not_those_who_never_keep() -> None:
    view = blank((1,), np.zeros((MEMORIES, 1)))
    view.patience, view.bound = np.array([0.1]), np.array([0.6])
    assert STRATEGIES["reasoner"].play(view)[0] == 0.6
    assert STRATEGIES["conditional"].play(view)[0] == 0.6
    assert STRATEGIES["never"].play(view)[0] == 0.0


def test_a_reasoner_weighs_patience_and_fines() -> None:
    reasoner = STRATEGIES["reasoner"]

    def plays(patience: float, others: float, deterred: bool) -> float:
        view = blank((1,), np.zeros((MEMORIES, 1)))
        view.patience, view.others, view.deterred = np.array([patience]), np.array([others]), np.array([deterred])
        return float(reasoner.play(view)[0])

    assert plays(0.31, 0.8, deterred=False) == 1
    assert plays(0.29, 0.8, deterred=False) == 0
    assert plays(0.31, 0.2, deterred=False) == 0
    assert plays(0.0, 0.0, deterred=True) == 1


@pytest.mark.parametrize("name", STRATEGIES)
class TestEveryStrategy:
    """The battery that a new strategy inherits."""

    def test_is_registered_under_its_own_name(self, name: str) -> None:
        kind = STRATEGIES[name]
        assert kind.name == name
        assert kind.plays <= {"pair", "group"}
        assert (name in GROUP) or (name in PAIR)

    def test_effort_is_possible_and_keeps_its_shape(self, name: str) -> None:
        generator = np.random.default_rng(5)
        shape = (3, 2, 5)
        memory = generator.random((MEMORIES, *shape)).round()
        for turn in range(6):
            view = blank(shape, memory)
            view.own, view.others = generator.random(shape), generator.random(shape)
            view.first = generator.random(shape) < (1.0 if turn == 0 else 0.2)
            made = STRATEGIES[name].play(view)
            assert made.shape == shape
            assert ((made >= 0) & (made <= 1)).all()

    def test_arrays_of_any_shape_are_many_places_at_once(self, name: str) -> None:
        """[R, J, N] with relations that begin at different times: each place moves as it would by itself."""
        generator = np.random.default_rng(8)
        kind, shape = STRATEGIES[name], (2, 3, 4)
        whole = np.zeros((MEMORIES, *shape))
        alone = {place: np.zeros((MEMORIES, 1)) for place in np.ndindex(shape)}
        for turn in range(9):
            seen = blank(shape, whole)
            seen.own, seen.others, luck = generator.random((3, *shape))
            seen.first = (generator.random(shape) < 0.15) | (turn == 0)
            seen.patience, seen.deterred = generator.random(shape), generator.random(shape) < 0.1
            seen.draw = lambda luck=luck: luck  # type: ignore[misc]
            made = kind.play(seen)
            for place, memory in alone.items():
                one = blank((1,), memory)
                one.own, one.others, one.first = (
                    np.array([held[place]]) for held in (seen.own, seen.others, seen.first)
                )
                one.patience, one.deterred = np.array([seen.patience[place]]), np.array([seen.deterred[place]])
                one.draw = lambda place=place, luck=luck: np.array([luck[place]])  # type: ignore[misc]
                assert kind.play(one)[0] == made[place]

    def test_its_answer_is_its_play_where_no_place_is_new(self, name: str) -> None:
        generator = np.random.default_rng(9)
        kind, shape = STRATEGIES[name], (2, 5)
        one, other = np.ones((MEMORIES, *shape)), np.ones((MEMORIES, *shape))
        for _ in range(6):
            seen, same = blank(shape, one), blank(shape, other)
            seen.own, seen.others, seen.patience = generator.random((3, *shape))
            same.own, same.others, same.patience = seen.own, seen.others, seen.patience
            assert np.array_equal(kind.answer(seen), kind.play(same))
        assert np.array_equal(one, other)

    def test_places_do_not_touch_each_other(self, name: str) -> None:
        """What one place is told changes nothing in another."""
        generator = np.random.default_rng(6)
        kind: Strategy = STRATEGIES[name]
        own, others = generator.random((2, 8, 4))
        results = []
        for changed in (False, True):
            memory = np.zeros((MEMORIES, 4))
            for turn in range(8):
                view = blank((4,), memory)
                view.own, view.others = own[turn].copy(), others[turn].copy()
                if changed:
                    view.others[3] = 1 - view.others[3]
                view.first = np.full(4, turn == 0)
                made = kind.play(view)
            results.append(made[:3])
        assert np.array_equal(results[0], results[1])

    def test_the_first_move_forgets_what_was_before(self, name: str) -> None:
        kind = STRATEGIES[name]
        made = []
        for old in (0.0, 1.0):
            view = blank((2,), np.full((MEMORIES, 2), old))
            view.first = np.ones(2, dtype=bool)
            made.append(kind.play(view))
            again = blank((2,), view.memory)
            again.others = np.ones(2)
            made.append(kind.play(again))
        assert np.array_equal(made[0], made[2])
        assert np.array_equal(made[1], made[3])

    def test_it_has_a_memory_only_if_it_says_so(self, name: str) -> None:
        """Else it gets none; and one figure may stand for many places in what it reckons with."""
        generator = np.random.default_rng(7)
        kind, shape = STRATEGIES[name], (3, 2, 5)
        patience, threshold = generator.random(5), generator.random((3, 2, 1))
        own, others = generator.random((2, *shape))
        made = []
        for small in (False, True):
            memory = np.full((MEMORIES, *shape), 0.7)
            seen = blank(shape, np.empty((0, 0)) if small and not kind.remembers else memory)
            seen.own, seen.others, seen.first = own, others, others < 0.2
            seen.patience = patience if small else np.broadcast_to(patience, shape)
            seen.threshold = threshold if small else np.broadcast_to(threshold, shape)
            made.append(kind.play(seen))
            assert (memory == 0.7).all() != kind.remembers
        assert np.array_equal(made[0], made[1])


def test_there_are_twelve_strategies_for_pairs() -> None:
    assert len(PAIR) == 12
    assert set(GROUP) - set(PAIR) == {"hump", "best_reply"}


@pytest.mark.parametrize(("others", "effort"), [(0.0, 0.0), (0.3, 0.3), (0.5, 0.5), (0.8, 0.2), (1.0, 0.0)])
def test_a_hump_shaped_giver_gives_most_when_the_others_give_half(others: float, effort: float) -> None:
    view = blank((1,), np.zeros((MEMORIES, 1)))
    view.others = np.array([others])
    assert STRATEGIES["hump"].play(view)[0] == pytest.approx(effort, abs=1e-12)


def test_a_conditional_cooperator_forgives_one_breach_after_a_good_run() -> None:
    """In pairs: b falls by half at a breach, and 1.05 b + .02 is above one half while b > .457."""
    for run, forgives in ((2, False), (4, True)):
        memory = np.zeros((MEMORIES, 1))
        moves = []
        for other in (0.0, 0.0, 0.0, *([1.0] * run), 0.0):
            view = blank((1,), memory)
            view.others = np.array([other])
            moves.append(bool(kept(STRATEGIES["conditional"].play(view))[0]))
        assert moves[:3] == [False, False, False]
        assert all(moves[3:-1])
        assert moves[-1] is forgives
