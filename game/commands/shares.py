"""`python -m game.learning.goal_shares`: in how many games of a hundred a seat's goals are reached without a player.

A tool for authors of scenarios, no command of the program.
"""

import argparse

from game.commands.common import (
    CommandError,
    between,
    fail,
    load_scenario,
    measured_anchors,
    print_table,
    progress,
    report,
)
from game.folders import data_folder
from game.learning.goal_shares import RUNS, shares, told
from game.rivals.difficulty import NORMAL
from game.wording.figures import percent
from game.wording.words import Words

ABOUT = "shares-about"
NEVER = "never"  # the strategy of who keeps nothing


def add_arguments(parser: argparse.ArgumentParser, words: Words) -> None:
    """Options of the tool."""
    parser.add_argument("scenario", metavar="NAME", help=words.say("cli-help-scenario"))
    runs = between(words, 1, 100_000)
    parser.add_argument("runs", nargs="?", type=runs, default=RUNS, metavar="RUNS", help=words.say("shares-help-runs"))


def run(options: argparse.Namespace, words: Words) -> int:
    """Play every seat's games twice: as its manager would, and never keeping."""
    try:
        scenario, _, path = load_scenario(options.scenario, words)
        if not scenario.goals:
            raise fail(words, 1, "shares-no-goals", scenario=path.stem)
        slots = [slot for slot, firm in enumerate(scenario.firms) if firm.seat]
        for slot in slots:
            measured_anchors(scenario, slot, NORMAL, words)
    except CommandError as error:
        return report(error)
    rows = []
    for slot in progress(slots, len(slots), words.say("shares-playing")):
        usual, broken = (shares(scenario, slot, options.runs, cast, data_folder()) for cast in (None, NEVER))
        for (goal, share), (_, other) in zip(usual, broken, strict=True):
            firm = words.named(scenario.firms[slot].name, scenario.about.names)
            rows.append([firm, told(goal), percent(share), percent(other)])
    print(words.say("shares-head", scenario=path.stem, runs=options.runs))
    heads = [words.say(f"shares-column-{name}") for name in ("seat", "goal", "own", "never")]
    print_table(heads, rows)
    print(words.say("shares-foot"))
    return 0
