"""Games of one batch do not touch each other, whatever happens in some of them only, and slots are only names."""

from collections.abc import Callable
from dataclasses import fields, replace

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from game import play
from game.engine.observe import observe
from game.engine.rules import Rules, compile_rules
from game.model.decision import Decision
from game.model.policy import Entry
from game.model.record import Ints, lock, rows, same, walk
from game.model.scenario import Effect, Event, Scenario
from game.model.state import HallStocks, State
from game.model.town import KINDS, MOTIONS, STRUCTURES
from game.play import Moment, Send
from tests.build import EIGHT, outcome, village
from tests.engine.test_properties import relabelled
from tests.generate import random_decisions, scenarios


def own_luck(ids: tuple[int, ...], seed: int) -> Send:
    """Random decisions, far beyond what is legal, that hang on the game and the quarter alone."""

    def send(moment: Moment, proposed: Decision) -> Decision:
        made = []
        for row, game in enumerate(ids):
            one = slice(row, row + 1)
            wild = random_decisions(seed * 1_000_003 + game * 1009 + moment.state.quarter)
            alone = replace(moment, state=rows(moment.state, one), seen=rows(moment.seen, one))
            made.append(wild(alone, rows(proposed, one)))
        parts = {item.name: np.concatenate([getattr(part, item.name) for part in made]) for item in fields(Decision)}
        return Decision(**parts)

    return send


def batch_and_singles(
    rules: Rules, seed: int, games: tuple[int, ...], quarters: int, send: Callable[[tuple[int, ...]], Send | None]
) -> None:
    """Plays games together and one by one and asserts that every array of every row is the same."""

    def begin(ids: tuple[int, ...]) -> tuple[play.Table, Moment, Send | None]:
        table = play.set_table(rules, seed, np.array(ids))
        return table, play.start(table), send(ids)

    table, batch, sends = begin(games)
    singles = [begin((game,)) for game in games]
    for _ in range(quarters):
        batch = play.step(table, batch, sends)
        singles = [(alone, play.step(alone, moment, own), own) for alone, moment, own in singles]
        for row, (_, moment, _) in enumerate(singles):
            one = slice(row, row + 1)
            assert same(rows(batch.state, one), moment.state)
            assert same(rows(outcome(batch), one), outcome(moment))
            assert same(rows(batch.seen, one), moment.seen)
            assert same(rows(batch.minds, one), moment.minds)


@given(scenario=scenarios(), seed=st.integers(0, 10_000))
def test_a_row_of_any_batch_is_the_single_game_whatever_is_decided(scenario: Scenario, seed: int) -> None:
    batch_and_singles(compile_rules(scenario), seed, (4, 0, 7), 6, lambda ids: own_luck(ids, seed))


@given(scenario=scenarios(), seed=st.integers(0, 10_000))
def test_a_row_of_any_batch_is_the_single_game_when_rivals_decide(scenario: Scenario, seed: int) -> None:
    batch_and_singles(compile_rules(scenario), seed, (2, 9), 6, lambda ids: None)


def lively() -> Scenario:
    """Motions, entries, exits of hubs and all four structures, so that games soon differ in kind."""
    event = Event(name="hub", quarter=4, length=2, effect=Effect(hub_lost=True, meeting=True), news="The hub is out.")
    return village(
        12,
        EIGHT,
        slots=16,
        agenda={"town_hall": 1},
        entry=Entry(base=0.1, profit=0.0),
        events=[event],
        strategy="conditional",
    )


def test_motions_that_carry_and_firms_that_enter_in_some_games_only() -> None:
    """Three games: in the first the structure changes, in the second a firm is expelled and three come."""
    ids = (3, 1, 2)
    wishes = {
        3: [("structure", 0, float(STRUCTURES.index("chain"))), ("floor", 2, 0.8)],
        1: [("expel", 2, 0.0), ("relocate", 0, 3.0)],
        2: [],
    }

    def send(games: tuple[int, ...]) -> Send:
        def sends(moment: Moment, proposed: Decision) -> Decision:
            kind, target = np.full_like(proposed.motion, -1), np.full_like(proposed.motion, -1)
            value, vote = np.zeros(kind.shape), np.ones_like(proposed.vote)
            for row, game in enumerate(games):
                for slot, (name, about, asked) in enumerate(wishes[game]):
                    kind[row, slot], target[row, slot], value[row, slot] = KINDS.index(name), about, asked
            return replace(proposed, motion=kind, motion_target=target, motion_value=value, vote=vote)

        return sends

    rules = compile_rules(lively())
    batch_and_singles(rules, 11, ids, 8, send)
    table = play.set_table(rules, 11, np.array(ids))
    moment = play.start(table)
    for _ in range(6):
        moment = play.step(table, moment, send(ids))
    assert len(set(moment.state.bodies.structure[:, 0].tolist())) == 2
    assert len(set(moment.state.firms.active.sum(axis=-1).tolist())) > 1
    assert len(set(moment.state.bodies.member[:, :, 2].sum(axis=-1).tolist())) > 1


def test_every_row_has_its_own_structure() -> None:
    """A batch whose games differ in the structure of every institution, against the games alone."""
    rules = compile_rules(lively())
    ids = (0, 1, 2, 3)

    def begin(games: tuple[int, ...]) -> tuple[play.Table, Moment]:
        table = play.set_table(rules, 3, np.array(games))
        moment = play.start(table)
        structure = np.repeat(np.array(games)[:, None], len(EIGHT), axis=1)
        state = lock(replace(moment.state, bodies=replace(moment.state.bodies, structure=structure)))
        return table, replace(moment, state=state, seen=observe(rules, state, None))

    table, batch = begin(ids)
    singles = [begin((game,)) for game in ids]
    for _ in range(6):
        batch = play.step(table, batch)
        singles = [(alone, play.step(alone, moment)) for alone, moment in singles]
        for row, (_, moment) in enumerate(singles):
            assert same(rows(batch.state, slice(row, row + 1)), moment.state)
    assert len(np.unique(outcome(batch).games.composition[:, 0])) == 4


# -- slots are only names --------------------------------------------------------------------------------------------


def crossed(state: State, order: Ints) -> State:
    """The same state with slot i holding what slot `order[i]` held, ties and the motions on the table too."""
    back = np.empty_like(order)
    back[order] = np.arange(len(order))
    made, hall = relabelled(state, order), state.hall
    about_firm = np.isin(hall.kind, [place for place, about in enumerate(MOTIONS.values()) if about == "firm"])
    table = HallStocks(
        meets=hall.meets,
        kind=hall.kind,
        target=np.where(about_firm, back[np.maximum(hall.target, 0)], hall.target),
        value=hall.value,
        mover=np.where(hall.mover >= 0, back[np.maximum(hall.mover, 0)], -1),
    )
    return lock(replace(made, hall=table))


def test_relabelling_permutes_results_with_motions_entries_and_lost_hubs() -> None:
    """Free slots stay where they are: which of them a newcomer takes is their order."""
    rules = compile_rules(lively())
    names = ("conditional", "grim", "best_reply", "reasoner") * 3 + ("conditional",) * 4
    order = np.array([5, 3, 0, 8, 1, 2, 11, 4, 10, 6, 9, 7, 12, 13, 14, 15])
    straight = play.set_table(rules, 8, 10, strategies=dict(enumerate(names)))
    turned = play.set_table(rules, 8, 10, strategies={slot: names[int(old)] for slot, old in enumerate(order)})

    def send(slots: Ints) -> Send:
        """The firm in slot 1 moves to expel the one in slot 3, the firm in slot 2 for a network in the mark."""
        back = np.argsort(slots)

        def sends(moment: Moment, proposed: Decision) -> Decision:
            kind, target = np.full_like(proposed.motion, -1), np.full_like(proposed.motion, -1)
            value = np.zeros(kind.shape)
            kind[:, back[1]], target[:, back[1]] = KINDS.index("expel"), back[3]
            kind[:, back[2]], target[:, back[2]], value[:, back[2]] = KINDS.index("structure"), 0, 1.0
            return replace(proposed, motion=kind, motion_target=target, motion_value=value)

        return sends

    one, other = play.start(straight), play.start(turned)
    state = crossed(other.state, order)
    other = replace(other, state=state, seen=observe(rules, state, None))
    for _ in range(10):
        one = play.step(straight, one, send(np.arange(16)))
        other = play.step(turned, other, send(order))
        for (path, _, a), (_, _, b) in zip(walk(crossed(one.state, order)), walk(other.state), strict=True):
            if a.dtype.kind == "f":
                scale = max(float(np.nanmax(np.abs(a), initial=0.0)), 1e-12)
                assert np.allclose(a, b, rtol=1e-9, atol=1e-9 * scale, equal_nan=True), path
            else:
                assert np.array_equal(a, b), path
    assert (one.state.region.last_firm_id > 16).any()
    assert (outcome(one).hall.kind >= 0).any() or (one.state.bodies.barred_until > 0).any()
