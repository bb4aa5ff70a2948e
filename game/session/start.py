"""Setup -> Session."""

from game import play
from game.engine.rules import compile_rules
from game.session.session import Session
from game.session.setup import Setup


def begin(setup: Setup) -> Session:
    """A session before its first quarter."""
    rules = compile_rules(setup.scenario, setup.anchors)
    table = play.set_table(rules, setup.seed, seats=setup.seats)
    return Session(setup, table, play.start(table), int(play.last_quarters(table)[0]))
