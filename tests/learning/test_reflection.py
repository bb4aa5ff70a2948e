"""When a seat is asked to write a line, from what it may see, and what came of what it wrote about."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from game import resources
from game.learning.reflection import (
    APART,
    fell_short,
    kept_note,
    last_question,
    questions,
    since,
    with_note,
)
from game.model.note import Question
from game.scenario.read import load
from tests.learning.played import Game, Row, play_game

MARK = 0


def tea(quarters: int = 9) -> Game:
    return play_game(load(resources.scenarios() / "tea.toml"), quarters, send=None)


def quiet(row: Row) -> Row:
    """The same quarter, with nobody who pledged and a seat that kept."""
    kept = row.outcome.games.kept.copy()
    kept[0, :, 0] = True
    games = replace(row.outcome.games, kept=kept)
    seen = replace(row.seen, pledge=np.full_like(row.seen.pledge, np.nan))
    return replace(row, seen=seen, outcome=replace(row.outcome, games=games))


def breaking(row: Row) -> Row:
    """The same quarter, with a seat that was seen to break in the mark."""
    kept, member = row.outcome.games.kept.copy(), row.outcome.membership.member.copy()
    kept[0, MARK, 0], member[0, MARK, 0] = False, True
    membership = replace(row.outcome.membership, member=member)
    return replace(
        row, outcome=replace(row.outcome, games=replace(row.outcome.games, kept=kept), membership=membership)
    )


def pledging(row: Row, slot: int = 5, seen_to_give: float = 0.2) -> Row:
    """The same quarter, with a neighbour that pledged everything to the mark and gave little."""
    pledge, inside = row.seen.pledge.copy(), row.seen.member.copy()
    observed, member = row.outcome.games.observed.copy(), row.outcome.membership.member.copy()
    pledge[0, MARK, slot], inside[0, MARK, slot] = 1.0, True
    observed[0, MARK, slot], member[0, MARK, slot] = seen_to_give, True
    return replace(
        row,
        seen=replace(row.seen, pledge=pledge, member=inside),
        outcome=replace(
            row.outcome,
            games=replace(row.outcome.games, observed=observed),
            membership=replace(row.outcome.membership, member=member),
        ),
    )


def asked(game: Game, rows: Sequence[Row]) -> list[tuple[int, str]]:
    return [(number, question.occasion) for number, question in questions(game.rules, rows, 0).items()]


def test_a_quiet_game_asks_in_the_middle_only() -> None:
    game = tea()
    assert asked(game, [quiet(row) for row in game.rows]) == [(4, "middle")]


def test_a_pledge_not_kept_and_the_own_breaking_are_asked_about_once() -> None:
    game = tea()
    rows = [quiet(row) for row in game.rows]
    rows[0] = pledging(rows[0])
    rows[4], rows[5] = pledging(rows[4]), breaking(rows[5])
    rows[8] = breaking(rows[8])
    assert asked(game, rows) == [(1, "pledge"), (4, "middle"), (7, "own")]
    made = questions(game.rules, rows, 0)
    assert made[1] == Question(quarter=1, occasion="pledge", body="mark", firm=6)
    assert made[7].quarter == 6  # it is asked about as it was


def test_questions_are_at_least_three_quarters_apart() -> None:
    game = tea()
    rows = [breaking(pledging(quiet(row))) for row in game.rows]
    numbers = [number for number, _ in asked(game, rows)]
    assert numbers == [1, 1 + APART, 1 + 2 * APART]
    assert asked(game, rows)[0][1] == "own"


def test_what_was_asked_does_not_change_as_the_game_goes_on() -> None:
    game = tea()
    rows = [breaking(pledging(quiet(row))) if row.number > 1 else quiet(row) for row in game.rows]
    whole = questions(game.rules, rows, 0)
    for played in range(len(rows) + 1):
        some = questions(game.rules, rows[:played], 0)
        assert some == {number: question for number, question in whole.items() if number <= played}


def test_falling_short_a_little_is_nothing() -> None:
    row = quiet(tea(1).rows[0])
    assert fell_short(pledging(row, seen_to_give=0.8), MARK, 0) is None
    assert fell_short(pledging(row), MARK, 0) == 5
    assert fell_short(pledging(row, slot=0), MARK, 0) is None


def test_notes_are_kept_by_what_they_answer() -> None:
    one, end = Question(quarter=4, occasion="middle"), last_question(tea(2).rows)
    notes = with_note([], one, "I wait")
    notes = with_note(notes, end, "never again")
    notes = with_note(notes, one, "I waited")
    assert [note.text for note in notes] == ["never again", "I waited"]
    assert kept_note(notes, one) == "I waited"
    assert kept_note(with_note(notes, one, "  "), one) == ""
    assert end.quarter == 2


def test_what_came_is_read_from_the_record() -> None:
    game = tea()
    middle = since(game.rules, game.rows, 0, Question(quarter=4, occasion="middle"))
    assert middle is not None
    assert middle.after[1] == float(game.rows[-1].outcome.scores.region[0])
    own = since(game.rules, game.rows, 0, Question(quarter=2, occasion="own", body="mark"))
    assert own is not None
    kept = game.rows[1].outcome.games.kept[0, MARK] & game.rows[1].outcome.membership.member[0, MARK]
    assert own.before == (float(kept[1:].sum()),)
    rows = game.rows[4:]
    rival = since(game.rules, game.rows, 0, Question(quarter=4, occasion="pledge", body="mark", firm=9))
    assert rival is not None
    kept_by = sum(bool(row.outcome.games.kept[0, MARK, 8]) for row in rows if row.outcome.membership.member[0, MARK, 8])
    assert rival.after == (float(kept_by), float(sum(row.outcome.membership.member[0, MARK, 8] for row in rows)))
    assert since(game.rules, game.rows, 0, Question(quarter=9, occasion="middle")) is None
    assert since(game.rules, game.rows, 0, last_question(game.rows)) is None
