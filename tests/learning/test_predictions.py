"""Statements: judged by what was really played, worth asking, never about what is not there, the same every time."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
from pydantic import ValidationError

from game import resources
from game.learning.notebook import Notebook, Page, Vote, open_notebook, write_page
from game.learning.predictions import FORMS, doubt, judge, measured, predict
from game.model.call import Call, Kind, Statement
from game.model.ledger import REGION_PARTS
from game.model.parameters import Chance
from game.model.record import lock
from game.model.sheet import Sheet
from game.report.units import Measures
from game.scenario.read import load
from game.wording.figures import figure
from tests.build import village
from tests.engine.hamlet import ALL, SENT, TABLED, Motion, hamlet, moving
from tests.learning.played import Game, play_game
from tests.session.test_session import new_game

CALM = Chance(tremble=0.0, observation=0.0)
MIXED = {0: "always", 1: "always", 2: "never", 3: "alternator", 4: "always", 5: "never"}
RISES: tuple[Kind, ...] = ("region", "cluster", "brand", "economy")


@pytest.fixture(scope="module")
def mixed() -> Game:
    """Six firms, two that never keep and one that keeps every other quarter; the fair opens in the third quarter."""
    return play_game(village(6, ("mark", "fair"), chance=CALM, agenda={"fair": 3}), 12, MIXED)


def page(quarter: int = 1, **fields: object) -> Page:
    empty = Page(quarter, kept={}, points={}, profit=0.0, sales=0.0, votes={})
    return replace(empty, **fields)  # type: ignore[arg-type]


def book(pages: tuple[Page, ...], **fields: object) -> Notebook:
    made = Notebook(firm=1, quarter=len(pages) + 1, pages=pages, members={}, motions={})
    return replace(made, **fields)  # type: ignore[arg-type]


# -- judged on quarters really played ---------------------------------------------------------------------------------


def test_neighbours_are_counted_without_oneself(mixed: Game) -> None:
    kept = mixed.rows[3].outcome.games.kept[0, 0] & mixed.rows[3].outcome.membership.member[0, 0]
    others = int(kept[1:].sum())
    assert 0 < others < 5
    for level, expected in ((others, True), (others + 1, False)):
        made = Statement(kind="keepers", quarter=4, body="mark", firm=1, level=level)
        assert judge(made, mixed.page(4)) is expected
        assert measured(made, mixed.page(4)) == others


def test_a_rival_that_keeps_and_one_that_never_does(mixed: Game) -> None:
    for firm, expected in ((2, True), (3, False)):
        made = Statement(kind="rival", quarter=5, body="mark", firm=firm)
        assert judge(made, mixed.page(5)) is expected
        assert mixed.rows[4].outcome.games.kept[0, 0, firm - 1] == expected


def test_a_rival_that_has_closed_was_not_seen_to_keep() -> None:
    assert not judge(Statement(kind="rival", quarter=2, body="mark", firm=9), page(2, kept={"mark": {1: True}}))


@pytest.mark.parametrize(("ayes", "expected"), [(ALL, True), ((0, 1), False)])
def test_a_motion_that_is_carried_and_one_that_is_not(ayes: tuple[int, ...], expected: bool) -> None:
    audit = Motion("audit", 0, 0.4, by=2)
    game = play_game(hamlet(), TABLED, dict.fromkeys(ALL, "always"), send=moving(audit, ayes=ayes))
    asked = predict(game.book_before(TABLED), 7)
    assert asked == Statement(kind="motion", quarter=TABLED, firm=3, motion="audit")
    assert judge(asked, game.page(TABLED)) is expected
    assert game.page(TABLED).votes[3] == Vote(len(ayes), 6, expected)
    assert not game.book_before(SENT).motions


def test_profit_and_sales_against_the_quarter_before(mixed: Game) -> None:
    seen: dict[str, set[bool]] = {"profit": set(), "sales": set()}
    for before, after in pairwise(mixed.rows):
        pages = mixed.page(before.number), mixed.page(after.number)
        for kind, values in (
            ("profit", [row.outcome.money.profit[0, 0] for row in (before, after)]),
            ("sales", [row.outcome.market.sold[0].sum() for row in (before, after)]),
        ):
            level = FORMS[kind].put(Statement(kind=kind, quarter=after.number), pages[0])  # type: ignore[index, arg-type]
            assert level is not None
            came = judge(Statement(kind=kind, quarter=after.number, level=level), pages[1])  # type: ignore[arg-type]
            if abs(values[1] / values[0] - 1) > 0.02:
                assert came == (values[1] > values[0])
                seen[kind].add(came)
    assert seen == {"profit": {True, False}, "sales": {True, False}}


@pytest.mark.parametrize("kind", RISES)
def test_the_region_rises_by_what_can_be_seen(mixed: Game, kind: Kind) -> None:
    def points(row: int) -> float:
        scores = mixed.rows[row].outcome.scores
        return float(scores.region[0] if kind == "region" else scores.parts[0, REGION_PARTS.index(kind)])

    for row in range(1, len(mixed.rows)):
        made = Statement(kind=kind, quarter=row + 1, level=points(row - 1))
        assert judge(made, mixed.page(row + 1)) == (points(row) - points(row - 1) >= 0.05)
        assert measured(made, mixed.page(row + 1)) == pytest.approx(points(row) - points(row - 1))
    for change, expected in ((0.04, False), (-3.0, False), (0.06, True)):
        assert judge(Statement(kind=kind, quarter=2, level=50), page(2, points={kind: 50 + change})) is expected


def test_money_is_judged_as_it_is_printed(mixed: Game) -> None:
    units = mixed.rules.scenario.units
    for row in mixed.rows:
        printed = Measures(units).money(float(row.outcome.money.profit[0, 0]))
        assert figure(write_page(mixed.rules, row, 0).profit, 1) == printed
        printed = Measures(units).volume(float(row.outcome.market.sold[0].sum()))
        assert figure(write_page(mixed.rules, row, 0).sales) == printed
    assert not judge(Statement(kind="profit", quarter=2, level=11.5), page(2, profit=11.5))


# -- what is asked ----------------------------------------------------------------------------------------------------


def test_in_the_first_quarter_only_neighbours_can_be_asked_about(mixed: Game) -> None:
    first = mixed.book_before(1)
    assert predict(first, 7) == Statement(kind="keepers", quarter=1, body="mark", firm=1, level=4)
    assert first.pages == ()
    assert all(predict(first, seed) == predict(first, 7) for seed in range(5))


def test_never_about_a_closed_institution_or_about_oneself(mixed: Game) -> None:
    bodies = set()
    for quarter in range(1, 13):
        for seed in range(40):
            made = predict(mixed.book_before(quarter), seed)
            assert made is not None
            assert made.quarter == quarter
            assert quarter >= 3 or made.body != "fair"
            assert made.kind != "rival" or made.firm != 1
            bodies.add(made.body)
    assert bodies == {"", "mark", "fair"}


@pytest.mark.parametrize("firms", [1, 6])
def test_without_institutions_nothing_is_said_at_first_and_then_about_markets_and_region(firms: int) -> None:
    game = play_game(village(firms, ()), 10, send=None)
    assert predict(game.book_before(1), 7) is None
    kinds = {made.kind for q in range(2, 11) for s in range(9) if (made := predict(game.book_before(q), s)) is not None}
    assert {"profit", "sales"} <= kinds <= {"profit", "sales", *RISES}


def test_one_firm_alone_is_asked_about_no_neighbour() -> None:
    game = play_game(village(1, ("mark", "fair")), 8)
    assert predict(game.book_before(1), 7) is None
    assert all(made is not None and not made.body for q in range(2, 9) if (made := predict(game.book_before(q), q)))


def test_an_empty_institution_is_passed_over() -> None:
    game = play_game(village(6, ("mark",)), 4, send=lambda _, sent: replace(sent, join=np.zeros_like(sent.join)))
    assert all(not made.body for q in range(2, 5) if (made := predict(game.book_before(q), q)) is not None)


def test_the_same_notebook_gives_the_same_statement(mixed: Game) -> None:
    again = play_game(village(6, ("mark", "fair"), chance=CALM, agenda={"fair": 3}), 12, MIXED)
    for quarter in range(1, 13):
        assert predict(mixed.book_before(quarter), 7) == predict(again.book_before(quarter), 7)
    assert len({predict(mixed.book_before(8), seed) for seed in range(30)}) > 2


def test_nothing_private_to_others_is_read(mixed: Game) -> None:
    """What other firms earned and hold may be anything: neither statement nor verdict changes."""
    strange = []
    for row in mixed.rows:
        profit, cost = row.outcome.money.profit.copy(), row.outcome.games.cost.copy()
        profit[0, 1:], cost[0, :, 1:] = 1e6, -7.0
        money, games = replace(row.outcome.money, profit=profit), replace(row.outcome.games, cost=cost)
        strange.append(replace(row, outcome=lock(replace(row.outcome, money=money, games=games))))
    other = Game(mixed.rules, strange, mixed.now)
    for quarter in range(1, 13):
        assert other.book_before(quarter) == mixed.book_before(quarter)
        assert other.page(quarter) == mixed.page(quarter)
    assert mixed.book() == open_notebook(mixed.rules, mixed.rows, mixed.now, 0)


# -- worth thinking about ---------------------------------------------------------------------------------------------


def test_doubt_is_largest_where_answers_were_split() -> None:
    keeps = (True, False, True, True, False)
    pages = tuple(page(i + 1, kept={"mark": {2: kept, 3: True}}) for i, kept in enumerate(keeps))
    wavering = Statement(kind="rival", quarter=6, body="mark", firm=2)
    steady = Statement(kind="rival", quarter=6, body="mark", firm=3)
    assert doubt(wavering, pages) == pytest.approx(1 - (2 * (3.5 / 6) - 1))
    assert doubt(steady, pages) == pytest.approx(1 - (2 * (5.5 / 6) - 1))
    assert doubt(steady, pages[:1]) == pytest.approx(0.5)
    rising = tuple(page(i + 1, profit=profit) for i, profit in enumerate((1.0, 2.0, 1.5, 1.7)))
    assert doubt(Statement(kind="profit", quarter=5), rising) == pytest.approx(1 - (2 * (2.5 / 4) - 1))
    assert doubt(Statement(kind="profit", quarter=2), rising[:1]) == 1.0
    chosen = predict(book(pages, members={"mark": frozenset({1, 2, 3})}), 7)
    assert chosen is not None
    assert chosen.firm != 3


def test_who_never_keeps_is_no_riddle_in_a_new_institution() -> None:
    old = [page(i + 1, kept={"mark": {2: False, 3: i % 2 == 0}}) for i in range(4)]
    new = page(5, kept={"mark": {2: False, 3: True}, "fair": {2: False, 3: True}})
    never, wavering = (Statement(kind="rival", quarter=6, body="fair", firm=firm) for firm in (2, 3))
    assert doubt(never, [*old, new]) < 0.2
    assert doubt(wavering, [*old, new]) > 0.6


def test_what_is_obvious_is_asked_only_where_nothing_else_can_be() -> None:
    pages = tuple(page(i + 1, kept={"mark": {2: True}}, profit=10.0 + i, sales=5.0 - i) for i in range(5))
    quiet = [replace(held, points=dict.fromkeys(RISES, 50.0 + held.quarter)) for held in pages]
    assert predict(book(tuple(quiet)), 7) is not None
    lively = [replace(held, points=dict.fromkeys(RISES, 50.0 + held.quarter % 2)) for held in pages]
    for seed in range(20):
        made = predict(book(tuple(lively), members={"mark": frozenset({1, 2})}), seed)
        assert made is not None
        assert made.kind in RISES


def test_shipped_scenarios_ask_varied_statements_and_neither_side_is_safe(
    count: Callable[[int, int], int],
) -> None:
    """Somebody who always says yes, or always no, is wrong often; and no kind is asked about all the time."""
    kinds: Counter[str] = Counter()
    true = total = repeats = 0
    for name, path in resources.shipped_scenarios().items():
        if name == "template":
            continue
        bodies = load(path).institutions
        for seed in range(count(3, 12)):
            session, last = new_game(seed=seed, path=path), ""
            while not session.finished:
                held = open_notebook(session.rules, session.quarters, session.seen(0), 0)
                made = predict(held, seed)
                assert made is not None
                assert not made.body or getattr(bodies, made.body) is not None
                played = session.end_quarter({0: Sheet(effort={"mark": 0.0 if seed % 3 == 1 else 1.0})})
                true += judge(made, write_page(session.rules, played, 0))
                total, repeats = total + 1, repeats + (made.kind == last)
                kinds[made.kind] += 1
                last = made.kind
    assert 0.35 < true / total < 0.7
    assert max(kinds.values()) < 0.4 * total
    assert len(kinds) >= 5
    assert repeats < 0.2 * total


# -- the records ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "fields",
    [
        {"kind": "rival", "body": "mark"},
        {"kind": "rival", "firm": 2},
        {"kind": "profit", "firm": 2},
        {"kind": "brand", "body": "mark"},
        {"kind": "motion", "firm": 2},
        {"kind": "motion", "firm": 2, "motion": "dance"},
        {"kind": "sales", "motion": "audit"},
        {"kind": "weather"},
        {"kind": "profit", "quarter": 0},
        {"kind": "profit", "level": float("nan")},
        {"kind": "profit", "level": "high"},
    ],
)
def test_statements_that_say_nothing_are_refused(fields: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Statement.model_validate({"quarter": 3} | fields)


def test_a_call_is_one_of_five_chances() -> None:
    made = Statement(kind="profit", quarter=3, level=11.5)
    assert Call(statement=made, percent=70).percent == 70
    with pytest.raises(ValidationError):
        Call.model_validate({"statement": made, "percent": 60})
