"""Had you chosen otherwise: the same as playing the game again by hand."""

import numpy as np
import pytest

from game import play
from game.engine.rules import compile_rules
from game.insight.otherwise import otherwise
from game.insight.targets import TARGETS
from game.model.band import Anchors
from game.model.scenario import Scenario
from game.model.sheet import Sheet
from tests.build import outcome, village

BAND = {0: Anchors(np.linspace(100, 200, 40), np.linspace(300, 900, 40))}
MINE = [
    Sheet(price=1.4, quality=3.0, effort={"mark": 1.0, "fair": 1.0}, partners={2: 1.0, 3: 1.0}),
    Sheet(price=1.5, effort={"mark": 0.2}),
    Sheet(price=1.5, effort={"mark": 0.2}, research=4.0),
    Sheet(price=1.3, effort={"mark": 1.0}, research=4.0),
    Sheet(price=1.3, effort={"mark": 1.0}, research=4.0),
]
THEIRS = [Sheet(price=1.6, effort={"fair": 0.5})] * 5


def played(scenario: Scenario, sheets: list[dict[int, Sheet | None]]) -> tuple[play.Table, list[play.Moment]]:
    table = play.set_table(compile_rules(scenario, BAND), 11, 1, tuple(sheets[0]))
    moments = [play.start(table)]
    for held in sheets:
        moments.append(play.step(table, moments[-1], play.by_sheets(table.rules, held)))
    return table, moments


def figures(moment: play.Moment) -> np.ndarray:
    held = outcome(moment)
    return np.array([held.money.profit[0, 0], held.scores.firm[0, 0], held.scores.region[0], *held.scores.parts[0]])


def complete(moment: play.Moment) -> Sheet:
    """A sheet that states everything that was sent, so that nothing carries over."""
    assert moment.past is not None
    sent = moment.past.sent
    ids = moment.seen.firm_id[0]
    own = ("price", "quality", "research", "brand", "brand_split", "capacity", "position")
    places = [k for k in range(8) if sent.partners[0, 0, k] >= 0]
    return Sheet().model_copy(
        update={name: float(getattr(sent, name)[0, 0]) for name in own}
        | {
            "join": {name: bool(sent.join[0, j, 0]) for j, name in enumerate(("mark", "fair"))},
            "effort": {name: float(sent.effort[0, j, 0]) for j, name in enumerate(("mark", "fair"))},
            "partners": {int(ids[sent.partners[0, 0, k]]): float(sent.act[0, 0, k]) for k in places},
        }
    )


@pytest.mark.parametrize("quarter", [1, 3, 5])
def test_another_choice_is_another_game(quarter: int) -> None:
    """Brute force: the whole game played again, the other person's sheets and the own later ones as they were."""
    scenario = village(8, ("mark", "fair"), strategy="tit_for_tat")
    table, moments = played(scenario, [{0: one, 5: other} for one, other in zip(MINE, THEIRS, strict=True)])
    new = Sheet(price=1.0, effort={"mark": 0.0, "fair": 0.0}, join={"fair": False})
    made = otherwise(table, moments, 0, quarter, new)
    mine: list[Sheet] = [complete(moment) for moment in moments[1:]]
    mine[quarter - 1] = new
    theirs: list[Sheet | None] = list(THEIRS)
    _, again = played(scenario, [{0: one, 5: other} for one, other in zip(mine, theirs, strict=True)])
    assert made.quarters.tolist() == list(range(quarter, 6))
    assert made.fixed == (0, 5)
    for place, number in enumerate(made.quarters):
        assert made.other[place] == pytest.approx(figures(again[number]), rel=1e-9)
        assert made.played[place] == pytest.approx(figures(moments[number]), rel=1e-12)
    assert made.difference[0, TARGETS.index("profit")] != 0


def test_the_same_choice_changes_nothing() -> None:
    sheets: list[dict[int, Sheet | None]] = [{0: sheet} for sheet in MINE]
    table, moments = played(village(8, ("mark", "fair")), sheets)
    for quarter, sheet in enumerate(MINE, start=1):
        assert (otherwise(table, moments, 0, quarter, sheet).difference == 0).all()


def test_scripted_firms_answer() -> None:
    """One that breaks among grim firms: with the word kept, they would have gone on keeping."""
    sheets: list[dict[int, Sheet | None]] = [{0: Sheet(effort={"mark": float(q != 2)})} for q in range(1, 7)]
    table, moments = played(village(2, ("mark",), strategy="grim"), sheets)
    made = otherwise(table, moments, 0, 2, Sheet(effort={"mark": 1.0}))
    assert made.difference[0, TARGETS.index("profit")] < 0
    assert made.difference[-1, TARGETS.index("brand")] > 0
    assert made.difference[-1, TARGETS.index("region")] > 0


def test_one_firm_one_quarter_and_quarters_that_were_not_played() -> None:
    table, moments = played(village(1, ()), [{0: Sheet()}])
    made = otherwise(table, moments, 0, 1, Sheet(price=2.0))
    assert made.other.shape == (1, len(TARGETS))
    for quarter in (0, 2):
        with pytest.raises(IndexError):
            otherwise(table, moments, 0, quarter, Sheet())
