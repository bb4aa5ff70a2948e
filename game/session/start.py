"""Setup -> Session."""

from game import play
from game.engine.rules import Rules, compile_rules
from game.rivals.difficulty import handicap
from game.session.session import Session
from game.session.setup import Setup


def set_up_table(setup: Setup, rules: Rules) -> play.Table:
    """The table of a game: rules, cast by difficulty, luck by seed."""
    return play.set_table(
        rules, setup.seed, seats=setup.seats, strategies=handicap(setup.scenario, setup.difficulty, setup.seats)
    )


def begin(setup: Setup) -> Session:
    """A session before its first quarter."""
    table = set_up_table(setup, compile_rules(setup.scenario, setup.anchors))
    return Session(setup, table, play.start(table), int(play.last_quarters(table)[0]))
