"""`play` and the game without arguments: the window."""

import argparse
from pathlib import Path

from game.commands.common import CommandError, between, fail, load_scenario, report, seat_of
from game.rivals.difficulty import DIFFICULTIES
from game.wording.words import Words

DEMO_SEED = 7


def add_arguments(parser: argparse.ArgumentParser, words: Words) -> None:
    """Options of the command."""
    parser.add_argument("scenario", metavar="SCENARIO", help=words.say("cli-help-scenario"))
    parser.add_argument("--seed", type=between(words, 0, 2**63 - 1), metavar="N", help=words.say("cli-help-seed"))
    parser.add_argument("--firm", metavar="NAME", help=words.say("cli-help-firm"))
    parser.add_argument("--difficulty", choices=DIFFICULTIES, default="normal", help=words.say("cli-help-difficulty"))
    parser.add_argument("--treatment", default="", metavar="NAME", help=words.say("cli-help-treatment"))
    parser.add_argument("--demo", action="store_true", help=words.say("cli-help-demo"))
    parser.add_argument("--shots", type=Path, metavar="FOLDER", help=words.say("cli-help-shots"))


def run(options: argparse.Namespace, words: Words) -> int:
    """Open straight into a scenario, or let the window play itself."""
    from game.view.door import open_door

    try:
        scenario, source, path = load_scenario(options.scenario, words, options.treatment)
        slot = seat_of(scenario, options.firm, words)
        if options.shots is not None and not options.demo:
            raise fail(words, 2, "cli-shots-need-demo")
    except CommandError as error:
        return report(error)
    app = open_door(words)
    if isinstance(app, str):
        return report(CommandError([app], 2))
    from game.view.app import run as loop
    from game.view.start import start_game

    seed = options.seed if options.seed is not None else DEMO_SEED if options.demo else None
    start_game(app, scenario, source, path, slot, options.difficulty, options.treatment, seed)
    if options.demo:
        from game.view.demo import play_demo

        try:
            return play_demo(app, options.shots)
        except OSError as error:
            return report(
                fail(
                    words,
                    2,
                    "cli-unwritable",
                    file=str(options.shots or error.filename),
                    reason=error.strerror or str(error),
                )
            )
    loop(app)
    return 0
