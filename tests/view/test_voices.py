"""Neighbours answer in one line: about what happened, each in its own way, never twice the same in a row."""

import re
from dataclasses import replace
from itertools import pairwise

import pytest

from game import resources
from game.model.sheet import Sheet
from game.rivals.register import GROUP
from game.session.session import Session
from game.session.setup import Setup
from game.session.start import begin
from game.view.cards import Item
from game.view.news import news_items
from game.view.stage import Stage
from game.view.voices import TEMPER, TEMPERS, VARIANTS, heard, spoken_line, temper
from game.wording.words import Words, languages
from tests.session.test_session import new_game

KINDS = ("promise", "break", "mend", "warn", "success", "thank", "excuse")


def played(sheets: dict[int, Sheet], quarters: int = 10, seed: int = 7) -> Session:
    session = new_game(seed=seed)
    bodies = session.rules.bodies
    for number in range(1, quarters + 1):
        sheet = sheets.get(number, Sheet())
        opened = {body: 1.0 for j, body in enumerate(bodies.names) if bodies.opens[j] == number}
        session.write(0, sheet.model_copy(update={"effort": opened | sheet.effort}))
        session.end_quarter()
    return session


def mark(effort: float) -> Sheet:
    return Sheet(effort={"mark": effort})


def test_who_keeps_is_never_told_that_it_mended() -> None:
    """An institution that has just opened was not broken before."""
    for seed in range(4):
        session = played({}, seed=seed)
        kinds = {line.kind for line in heard(session, 0, 10).values()}
        assert not kinds & {"break", "promise", "mend", "warn"}
        assert kinds & {"success", "thank"}


def test_breaking_and_mending_are_answered_by_those_who_felt_it() -> None:
    session = played({3: mark(0.0), 5: mark(1.0)}, quarters=7)
    lines = heard(session, 0, 7)
    kinds = {number: line.kind for number, line in lines.items()}
    assert kinds[5] == "break"
    assert kinds[6] == "mend"
    before, now = (session.quarters[place].outcome.games.observed[0, 0] for place in (3, 4))
    assert before[lines[5].firm - 1] - now[lines[5].firm - 1] > 0.3


def test_a_broken_promise_is_told_from_breaking_without_one() -> None:
    promised = {2: Sheet(pledge={"mark": 1.0}), 3: mark(0.0)}
    for sheets, kind in ((promised, "promise"), ({3: mark(0.0)}, "break")):
        lines = (heard(played(sheets, quarters=4, seed=seed), 0, 4) for seed in range(8))
        kinds = {held[4].kind for held in lines if 4 in held}
        assert kinds & {"promise", "break"} == {kind}


def test_doing_less_without_breaking_is_a_warning() -> None:
    lines = heard(played({3: mark(0.6)}, quarters=3), 0, 3)
    assert lines[3].kind in {"warn", "excuse"}
    kinds = {heard(played({3: mark(0.6)}, quarters=3, seed=seed), 0, 3)[3].kind for seed in range(5)}
    assert "warn" in kinds


@pytest.mark.parametrize("seed", range(6))
def test_no_line_comes_twice_in_a_row(seed: int) -> None:
    session = played({1: mark(0.0)}, seed=seed)
    lines = list(heard(session, 0, 10).values())
    assert len(lines) >= 4
    assert all(one.message != other.message for one, other in pairwise(lines))
    for kind in KINDS:
        alike = [line.message for line in lines if line.kind == kind]
        assert all(one != other for one, other in pairwise(alike)), alike


def test_lines_stay_as_they_were_as_the_game_goes_on() -> None:
    session = played({1: mark(0.0), 4: mark(1.0)})
    whole = heard(session, 0, 10)
    for until in range(11):
        assert heard(session, 0, until) == {number: line for number, line in whole.items() if number <= until}


def test_every_line_there_can_be_has_words_in_every_language() -> None:
    for language in languages():
        words = Words(language)
        for kind in KINDS:
            for name in TEMPERS:
                told = {
                    words.say(f"voice-{kind}-{name}-{variant}", body="X")
                    for variant in range(1, VARIANTS.get(kind, 2) + 1)
                }
                assert len(told) == VARIANTS.get(kind, 2)
                assert all("X" in text and "<" not in text for text in told)


def test_no_line_names_a_strategy() -> None:
    """Nor says what the firm will do for ever, which only its strategy knows."""
    words = Words()
    names = [words.say(f"strategy-{name}").lower() for name in GROUP if words.has(f"strategy-{name}")]
    lines = (resources.assets() / "text" / "en" / "voice.ftl").read_text(encoding="utf-8").lower()
    told = " ".join(re.findall(r"= (.+)", lines))
    assert len(names) > 5
    assert not [name for name in names if re.search(rf"\b{re.escape(name)}\b", told)]
    assert "never again" not in told
    assert "forever" not in told


def test_where_nobody_is_told_what_a_firm_is_like_its_voice_does_not_tell_either() -> None:
    session = new_game()
    scenario = session.setup.scenario
    known = {firm: temper(session, firm) for firm in range(1, 17)}
    assert known[8] == TEMPER["grim"] == "stern"
    silent = scenario.model_copy(
        update={"firms": [firm.model_copy(update={"character": None}) for firm in scenario.firms]}
    )
    changed = silent.model_copy(
        update={"firms": [firm.model_copy(update={"strategy": "never"}) for firm in silent.firms]}
    )
    tempers = []
    for held in (silent, changed):
        setup: Setup = replace(session.setup, scenario=held)
        tempers.append([temper(begin(setup), firm) for firm in range(1, 17)])
    assert tempers[0] == tempers[1]
    assert set(tempers[0]) == set(TEMPERS)


def test_other_people_do_not_have_words_put_into_their_mouths() -> None:
    session = new_game(seats=(0, 1))
    for _ in range(8):
        session.end_quarter({0: mark(0.0), 1: Sheet()})
    assert 2 not in {line.firm for line in heard(session, 0, 8).values()}


def test_a_line_is_news_and_stands_near_the_top() -> None:
    session = played({3: mark(0.0)}, quarters=5)
    stage = Stage(Words(), session=session)
    line = spoken_line(stage, 5)
    assert line
    assert Item("speech", line) in news_items(stage, 6)[:3]
