"""A session: drafts, undo within the quarter, two seats, the bell, and chains of digests."""

from pathlib import Path

import pytest

from game import resources
from game.model.call import Call, Statement
from game.model.sheet import Sheet
from game.play import FIRST_EFFORT
from game.scenario.read import load, treated
from game.session.session import DEFAULT, HUMAN, Session
from game.session.setup import Setup
from game.session.start import begin

TEA = resources.scenarios() / "tea.toml"


def new_game(seats: tuple[int, ...] = (0,), seed: int = 7, treatment: str = "", path: Path = TEA) -> Session:
    source = path.read_text(encoding="utf-8")
    scenario = treated(source, treatment) if treatment else load(path)
    return begin(Setup(scenario, source, path, seed, seats, treatment=treatment))


def test_undo_takes_back_change_by_change_and_ends_with_the_quarter() -> None:
    session = new_game()
    assert not session.undo(0)
    for price in (1.4, 1.5, 1.6):
        session.write(0, Sheet(price=price))
    assert session.undo(0)
    assert session.draft(0).price == 1.5
    assert session.undo(0)
    assert session.undo(0)
    assert session.draft(0) == Sheet()
    assert not session.can_undo(0)
    session.write(0, Sheet(price=1.7))
    session.end_quarter()
    assert not session.can_undo(0)
    assert session.draft(0) == Sheet()


def test_a_change_that_changes_nothing_needs_no_undo() -> None:
    session = new_game()
    session.write(0, Sheet())
    assert not session.can_undo(0)


def test_what_is_shown_as_decided_is_what_is_played() -> None:
    session = new_game()
    session.write(0, Sheet(price=1.42, effort={"mark": 0.35}))
    shown = session.decided(0)
    played = session.end_quarter().decision
    assert played.price[0, 0] == shown.price[0, 0] == 1.42
    assert played.effort[0, 0, 0] == shown.effort[0, 0, 0] == 0.35


def test_a_whole_game_of_two_people() -> None:
    session = new_game(seats=(0, 1))
    while not session.finished:
        session.write(0, Sheet(effort={"mark": 0.0}))
        quarter = session.end_quarter()
        assert quarter.deciders == {0: HUMAN, 1: HUMAN}
    assert 8 <= len(session.quarters) <= 10
    last = session.quarters[-1].outcome
    assert last.games.effort[0, 0, 0] == 0.0
    assert last.games.effort[0, 0, 1] == FIRST_EFFORT


def test_a_seat_that_sent_nothing_is_recorded_as_default() -> None:
    session = new_game(seats=(0, 1))
    quarter = session.end_quarter({0: Sheet(price=1.5), 1: None})
    assert quarter.deciders == {0: HUMAN, 1: DEFAULT}


def test_the_bell_ends_the_game_only_after_something_was_played() -> None:
    session = new_game()
    session.ring_bell()
    assert not session.finished
    session.end_quarter()
    session.ring_bell()
    assert session.finished


def test_every_digest_depends_on_all_before_it() -> None:
    def chain(*efforts: float) -> list[str]:
        session = new_game()
        for effort in efforts:
            session.write(0, Sheet(effort={"mark": effort}))
            session.end_quarter()
        return [quarter.digest for quarter in session.quarters]

    one, other = chain(1.0, 1.0, 1.0), chain(0.5, 1.0, 1.0)
    assert one == chain(1.0, 1.0, 1.0)
    assert not set(one) & set(other)
    assert new_game(seed=8).setup.digest != new_game().setup.digest
    assert new_game(treatment="paper_trail").setup.digest != new_game().setup.digest


def about(quarter: int, percent: int) -> Call:
    made = Statement(kind="profit", quarter=quarter, level=1.0)
    return Call.model_validate({"statement": made, "percent": percent})


def test_a_call_can_be_changed_and_undo_leaves_it_alone() -> None:
    session = new_game()
    session.foretell(0, about(1, 30))
    session.write(0, Sheet(price=1.5))
    session.foretell(0, about(1, 70))
    assert session.calls == {0: [about(1, 70)]}
    assert session.undo(0)
    assert not session.undo(0)
    assert session.call(0, 1) == about(1, 70)
    session.end_quarter()
    assert session.call(0, 2) is None
    session.foretell(0, about(2, 10))
    assert [call.percent for call in session.calls[0]] == [70, 10]


def test_seats_call_each_for_itself() -> None:
    session = new_game(seats=(0, 1))
    session.foretell(1, about(1, 90))
    assert session.call(0, 1) is None


def test_a_game_with_calls_is_the_same_game() -> None:
    def chain(calls: bool) -> list[str]:
        session = new_game()
        for quarter in (1, 2, 3):
            if calls:
                session.foretell(0, about(quarter, 90))
            session.write(0, Sheet(effort={"mark": 0.5}))
            session.end_quarter()
        return [quarter.digest for quarter in session.quarters]

    assert chain(calls=True) == chain(calls=False)


def test_a_treatment_is_in_force() -> None:
    assert float(new_game().moment.state.bodies.audit[0, 0]) == 0.10
    assert float(new_game(treatment="paper_trail").moment.state.bodies.audit[0, 0]) == 0.25


@pytest.mark.parametrize("name", sorted(resources.shipped_scenarios()))
def test_every_shipped_scenario_plays_to_its_end(name: str) -> None:
    session = new_game(path=resources.shipped_scenarios()[name])
    while not session.finished:
        session.end_quarter()
    quarters = session.setup.scenario.quarters
    assert quarters.min <= len(session.quarters) <= quarters.max
