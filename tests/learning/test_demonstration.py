"""Demonstrations: in each the idea really shows, on the engine, and nothing about it is written down beforehand."""

from dataclasses import replace

import numpy as np
import pytest

from game.insight.stage_game import GameType
from game.learning.demonstration import Round, bars, cells, played, totals
from game.learning.demonstrations import DEMONSTRATIONS, GAMES, KEEP, game_seen, seen
from game.learning.library import entries
from game.wording.words import Words

NAMES = list(DEMONSTRATIONS)


@pytest.mark.parametrize("name", NAMES)
def test_the_idea_shows(name: str) -> None:
    shows, figures = seen(DEMONSTRATIONS[name])
    assert shows
    assert all(np.isfinite(value) for value in figures.values())


@pytest.mark.parametrize("name", NAMES)
def test_they_are_short_have_an_entry_and_words(name: str) -> None:
    words, made = Words(), DEMONSTRATIONS[name]
    assert name in entries()
    assert 1 <= len(made.rounds) <= 3
    assert made.quarters <= 3
    assert 2 <= len(made.choices) <= 3
    wanted = [f"demo-intro-{name}", f"demo-unit-{made.measure}", *(f"demo-act-{act.name}" for act in made.choices)]
    wanted += [f"demo-now-{held.name}" for held in made.rounds if made.afresh]
    wanted += [f"demo-whole-{course.name}" for course in made.references]
    wanted += [] if made in GAMES else [f"demo-found-{name}"]
    assert [message for message in wanted if not words.has(message)] == []


def test_every_named_game_is_shown() -> None:
    assert {game_seen(made) for made in GAMES} == set(GameType) - {GameType.TIE}


@pytest.mark.parametrize("name", ["prisoners_dilemma", "audits", "free_riding"])
def test_the_same_every_time(name: str) -> None:
    assert np.array_equal(played.__wrapped__(DEMONSTRATIONS[name]), played(DEMONSTRATIONS[name]))


def test_breaking_among_keepers_pays_at_once_and_all_breaking_is_poorer_after_three_quarters() -> None:
    made = DEMONSTRATIONS["free_riding"]
    keep, leave = bars(made, (0,))
    assert (keep.yours, leave.yours) == (True, False)
    assert leave.value > keep.value
    _, all_keep, all_break = totals(made, (0, 0, 0))
    assert all_keep.value > all_break.value
    assert totals(made, (0, 0)) == []


def test_bars_follow_the_moves_before() -> None:
    """What the second quarter brings hangs on the first: the others saw it."""
    made = DEMONSTRATIONS["free_riding"]
    after_keeping, after_breaking = bars(made, (0, 0)), bars(made, (1, 0))
    assert all(kept.value > broke.value for kept, broke in zip(after_keeping, after_breaking, strict=True))
    assert bars(made, (1, 0))[0].value == cells(made)[1, 0, 0, 1]


def test_the_figures_decide_and_not_the_name() -> None:
    """With dear effort the village of the dilemma is a deadlock, and fines that never come deter nobody."""
    dilemma, deadlock = DEMONSTRATIONS["prisoners_dilemma"], DEMONSTRATIONS["deadlock"]
    assert game_seen(replace(dilemma, village=deadlock.village)) is GameType.DEADLOCK
    audits = DEMONSTRATIONS["audits"]
    never = tuple(Round(held.name, KEEP, opening=(("bodies.audit", 0.0),)) for held in audits.rounds)
    shows, figures = seen(replace(audits, rounds=never))
    assert not shows
    assert figures["costs"] < 0


def test_rounds_that_begin_afresh_share_their_luck() -> None:
    made = DEMONSTRATIONS["hysteresis"]
    twice = replace(made, rounds=(made.rounds[0], made.rounds[0]))
    assert np.array_equal(cells(twice)[0], cells(twice)[1])
