"""Quarters really played, in the form in which a notebook takes them."""

from collections.abc import Mapping
from dataclasses import dataclass

from game import play
from game.engine.rules import Rules, compile_rules
from game.learning.notebook import Notebook, Page, open_notebook, write_page
from game.model.observation import Observation, seat
from game.model.outcome import Outcome
from game.model.scenario import Scenario
from tests.build import all_members


@dataclass(frozen=True)
class Row:
    """A quarter that was played."""

    number: int
    seen: Observation
    outcome: Outcome


@dataclass(frozen=True)
class Game:
    """Some quarters of a game, and the picture before the next one."""

    rules: Rules
    rows: list[Row]
    now: Observation

    def book(self, slot: int = 0) -> Notebook:
        return open_notebook(self.rules, self.rows, seat(self.now, slot), slot)

    def book_before(self, quarter: int, slot: int = 0) -> Notebook:
        """The notebook as it was before a quarter that has been played since."""
        return open_notebook(self.rules, self.rows[: quarter - 1], seat(self.rows[quarter - 1].seen, slot), slot)

    def page(self, quarter: int, slot: int = 0) -> Page:
        return write_page(self.rules, self.rows[quarter - 1], slot)


def play_game(
    scenario: Scenario,
    quarters: int,
    cast: Mapping[int, str] | None = None,
    *,
    seed: int = 7,
    send: play.Send | None = all_members,
) -> Game:
    """Play some quarters; `cast` names strategies by slot."""
    rules = compile_rules(scenario)
    table = play.set_table(rules, seed, strategies=cast)
    moment = play.start(table)
    rows = []
    for number in range(1, quarters + 1):
        before = moment.seen
        moment = play.step(table, moment, send)
        assert moment.past is not None
        rows.append(Row(number, before, moment.past.outcome))
    return Game(rules, rows, moment.seen)
