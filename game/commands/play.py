"""`play` and the game without arguments: the window."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from game.commands.common import CommandError, between, fail, load_scenario, report, seat_of
from game.folders import apart_from_saves
from game.model.scenario import Scenario
from game.rivals.difficulty import DIFFICULTIES
from game.wording.words import Words

if TYPE_CHECKING:
    from game.view.app import App

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
    try:
        scenario, source, path = load_scenario(options.scenario, words, options.treatment)
        slot = seat_of(scenario, options.firm, words)
        if options.shots is not None and not options.demo:
            raise fail(words, 2, "cli-shots-need-demo")
    except CommandError as error:
        return report(error)
    if not options.demo:
        return _open(options, words, scenario, source, path, slot)
    with apart_from_saves():
        return _open(options, words, scenario, source, path, slot)


def _open(options: argparse.Namespace, words: Words, scenario: Scenario, source: str, path: Path, slot: int) -> int:
    """The window, with a player at it or playing itself."""
    from game.view.door import open_door

    app = open_door(words)
    if isinstance(app, str):
        return report(CommandError([app], 2))
    from game.view.app import run as loop
    from game.view.start import start_game

    seed = options.seed if options.seed is not None else DEMO_SEED if options.demo else None
    start_game(app, scenario, source, path, slot, options.difficulty, options.treatment, seed)
    if options.demo:
        return _demonstrate(app, options.shots, words)
    loop(app)
    return 0


def _demonstrate(app: "App", folder: Path | None, words: Words) -> int:
    """The window plays itself; says where the pictures are."""
    from game.view.demo import play_demo

    try:
        count = play_demo(app, folder)
    except OSError as error:
        reason = error.strerror or str(error)
        return report(fail(words, 2, "cli-unwritable", file=str(folder or error.filename), reason=reason))
    if folder is None:
        print(words.say("cli-demo-played"))
    else:
        print(words.say("cli-demo-shots", count=count, folder=str(folder.resolve())))
    return 0
