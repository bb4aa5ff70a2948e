"""Does the best answer hang on the others: a dilemma among partners does, what nobody else touches does not."""

from collections.abc import Mapping

import numpy as np
import pytest

from game import play, resources
from game.engine import legal
from game.engine.rules import compile_rules
from game.model.institutions import Fair, Institutions
from game.model.scenario import Quarters, Scenario
from game.scenario.read import load
from game.teach.choices import ALL, EFFORT, Choice, Hold, choices, options
from game.teach.conduct import AS_THEY_DO, BREAK, CONDUCTS, KEEP, UNDERCUT
from game.teach.dependence import HALF, MOVE, Dependence, Verdict, judge, measure
from tests.build import village

OWN = ("price", "quality", "research_spending", "brand", "capacity", "position", "brand_split")
CLOSED: Mapping[str, int | str] = dict.fromkeys((*OWN, "ties", "pledges", "complaints"), "never")
SHORT = Quarters(min=3, max=3)


SEAT = 7  # a small firm


def dilemma(strategy: str, last: int = 3) -> Scenario:
    """Eight firms, and nothing to decide but the effort in one fair, from which a bad name can be kept out."""
    quarters = Quarters(min=last, max=last)
    made = village(8, ("fair",), strategy, agenda=dict(CLOSED), quarters=quarters)
    fair = Fair(cost=0.004, export_leads=0.30, excludable=0.95, start=0.8)
    return made.model_copy(update={"institutions": Institutions(fair=fair)})


def verdicts(found: Dependence, choice: str) -> set[Verdict]:
    return {held.verdict for held in found.findings if held.choice == choice}


# -- the measure ----------------------------------------------------------------------------------------------------


def drawn(*means: tuple[float, ...], noise: float = 0.0) -> np.ndarray:
    """V of two conducts, some options, eight draws that go up and down."""
    swing = noise * np.tile([1.0, -1.0], 4)
    held = np.array(means)[:, :, None] + np.zeros(8)
    held[:, 0] += swing
    return held


def test_two_conducts_with_different_best_options_depend() -> None:
    assert judge(drawn((1.0, 2.0), (2.0, 1.0)), 0.1) == (Verdict.DEPENDS, None)


def test_an_option_that_is_always_best_is_plain() -> None:
    assert judge(drawn((1.0, 2.0, 0.0), (1.5, 1.7, 0.0)), 0.1) == (Verdict.PLAIN, 1)


@pytest.mark.parametrize(
    ("values", "best"),
    [
        (drawn((1.0, 2.0), (2.0, 1.95)), None),  # the second difference is within the margin
        (drawn((1.0, 2.0), (2.0, 1.0), noise=3.0), None),  # and here it is noise
        (drawn((1.0, 1.05), (1.0, 1.05)), 1),  # best under both, but not by the margin
    ],
)
def test_what_is_small_or_not_sure_is_open(values: np.ndarray, best: int | None) -> None:
    assert judge(values, 0.1) == (Verdict.OPEN, best)


def test_among_partners_who_answer_the_best_effort_depends_on_the_others() -> None:
    found = measure(dilemma("tit_for_tat"), SEAT, games=3, draws=8)
    assert found.share.mean > HALF
    assert Verdict.DEPENDS in verdicts(found, "effort:fair")


def test_where_nobody_answers_breaking_is_always_best() -> None:
    """The same fair among firms that never keep and mind nothing: a dilemma that is solved once and for all."""
    found = measure(dilemma("never"), SEAT, games=3, draws=8)
    assert found.share.mean == found.moves.mean == 0
    assert found.solved.mean == 1
    assert set(found.solutions) == {"effort:fair=0"}


def test_where_nothing_is_done_together_nothing_depends() -> None:
    alone = village(6, (), agenda=dict(CLOSED) | {"quality": 1, "brand": 1}, quarters=SHORT)
    assert measure(alone, 0, games=3, draws=4).share.mean == 0


def test_a_lone_firm_and_a_quarter_without_a_choice_depend_on_nobody() -> None:
    lone = measure(village(1, (), quarters=SHORT), 0, games=2, draws=4)
    assert lone.share.mean == 0
    assert {held.choice for held in lone.findings} >= {"price", "quality", MOVE}
    silent = measure(village(4, (), agenda=dict(CLOSED), quarters=SHORT), 0, games=2, draws=4)
    assert silent.share.mean == silent.solved.mean == 0
    assert len(silent.findings) == 2 * 3


def test_shares_are_taken_game_by_game() -> None:
    found = measure(dilemma("conditional"), SEAT, games=4, draws=4)
    quarters = {(held.replicate, held.quarter) for held in found.findings}
    depends = {(held.replicate, held.quarter) for held in found.findings if held.verdict is Verdict.DEPENDS}
    assert found.share.mean == pytest.approx(len(depends) / len(quarters))
    assert found.share.low <= found.share.mean <= found.share.high
    for shares in found.by_choice.values():
        assert sum(shares.values()) == pytest.approx(1)


def test_measuring_again_finds_the_same() -> None:
    assert measure(dilemma("grim"), SEAT, games=2, draws=4) == measure(dilemma("grim"), SEAT, games=2, draws=4)


# -- what is compared -----------------------------------------------------------------------------------------------


def test_a_conduct_is_the_others_alone() -> None:
    table = play.set_table(compile_rules(village(6, ("mark", "fair"))), 3, 2, (1,))
    proposed = play.propose(table, play.start(table))
    others = [slot for slot in range(6) if slot != 1]
    assert AS_THEY_DO.put(proposed, 1) is proposed
    for conduct, effort in ((KEEP, 1.0), (BREAK, 0.0)):
        made = conduct.put(proposed, 1)
        assert (made.effort[:, :, others] == effort).all()
        assert (made.act[:, others] == effort).all()
        assert (made.effort[:, :, 1] == proposed.effort[:, :, 1]).all()
        assert (made.price == proposed.price).all()
    made = UNDERCUT.put(proposed, 1)
    assert made.price[:, others] == pytest.approx(0.9 * proposed.price[:, others])
    assert (made.price[:, 1] == proposed.price[:, 1]).all()


def test_choices_follow_the_agenda() -> None:
    rules = compile_rules(load(resources.shipped_scenarios()["first_quarter"]))
    assert [choice.label for choice in choices(rules, 1)] == ["price", "effort:fair"]
    third = {choice.label for choice in choices(rules, 3)}
    assert third == {"price", "quality", "brand", "effort:fair", "effort:mark", "effort:all"}


@pytest.mark.parametrize("name", sorted(resources.shipped_scenarios()))
def test_every_option_is_possible_and_changes_one_seat_alone(name: str) -> None:
    rules = compile_rules(load(resources.shipped_scenarios()[name]))
    quarter = rules.scenario.quarters.max
    offered = options(choices(rules, quarter))
    table = play.set_table(rules, 3, len(offered), (0,))
    moment = play.start(table)
    for _ in range(quarter - 1):
        moment = play.step(table, moment)
    proposed = legal.correct(rules, moment.state, play.propose(table, moment))
    made = Hold(rules, 0, offered, np.arange(len(offered)), moment.seen).put(proposed)
    for row, option in enumerate(offered):
        assert not legal.corrections(rules, made, legal.correct(rules, moment.state, made), row, 0), option.label
    assert (made.price[:, 1:] == proposed.price[:, 1:]).all()
    assert (made.effort[:, :, 1:] == proposed.effort[:, :, 1:]).all()
    everything = offered.index(next(held for held in offered if held.choice.body == ALL and held.level == 1.0))
    assert (made.effort[everything, :, 0] == 1).all()
    assert made.join[everything, :, 0].all()


def test_an_option_stands_where_it_was_chosen() -> None:
    """A price five per cent up stays there for the year; it does not climb with every quarter."""
    rules = compile_rules(village(4, ("fair",)))
    table = play.set_table(rules, 3, 1, (0,))
    moment = play.start(table)
    held = Hold(rules, 0, options([Choice("price", (1.05,))]), np.zeros(1, dtype=np.int64), moment.seen)
    first = float(moment.seen.price[0, 0])
    for _ in range(3):
        moment = play.step(table, moment, lambda _moment, proposed: held.put(proposed))
        assert moment.past is not None
        assert moment.past.decision.price[0, 0] == pytest.approx(1.05 * first)


def test_money_is_a_multiple_of_what_is_ordinary() -> None:
    rules = compile_rules(village(4, ("fair",)))
    moment = play.start(play.set_table(rules, 3, 1, (0,)))
    held = Hold(rules, 0, options([Choice("brand", (1.6,))]), np.zeros(1, dtype=np.int64), moment.seen)
    made = held.put(play.propose(play.set_table(rules, 3, 1, (0,)), moment))
    size = float(moment.seen.size[0, 0])
    assert made.brand[0, 0] == pytest.approx(1.6 * rules.ordinary_spending["brand"] * rules.v0 * size)
    assert Choice(EFFORT, (0.0, 1.0), "fair").label == "effort:fair"


# -- what ships -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", sorted(resources.shipped_scenarios()))
def test_in_half_of_the_quarters_the_best_answer_depends_on_what_others_do(
    name: str, request: pytest.FixtureRequest
) -> None:
    """Every seat of every shipped scenario; the reduced suite looks at the tutorial alone."""
    full = bool(request.config.getoption("--full"))
    if not full and name != "first_quarter":
        pytest.skip("--full")
    scenario = load(resources.shipped_scenarios()[name])
    for slot in (slot for slot, firm in enumerate(scenario.firms) if firm.seat):
        found = measure(scenario, slot, games=8 if full else 2, draws=12 if full else 4, conducts=CONDUCTS)
        assert found.share.mean >= HALF, (name, slot, found.share, found.by_choice)


def test_conduct_that_goes_on_is_not_conduct_shown_once() -> None:
    once, on = (measure(dilemma("conditional"), SEAT, games=3, draws=4, goes_on=on) for on in (False, True))
    assert once.findings != on.findings
