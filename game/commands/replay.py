"""`replay`: play a save again; `--verify` says whether the same came out."""

import argparse
import math
from pathlib import Path

from game.commands.common import CommandError, fail, print_json, print_table, report
from game.session import replay as again
from game.session.save import SaveError, read
from game.wording.figures import MINUS, figure
from game.wording.words import Words


def add_arguments(parser: argparse.ArgumentParser, words: Words) -> None:
    """Options of the command."""
    parser.add_argument("save", type=Path, metavar="SAVE", help=words.say("cli-help-save"))
    parser.add_argument("--verify", action="store_true", help=words.say("cli-help-verify"))
    parser.add_argument("--json", action="store_true", help=words.say("cli-help-json"))


def run(options: argparse.Namespace, words: Words) -> int:
    """Replay and print; a log that was changed or comes out otherwise is a finding."""
    try:
        verdict = again.replay(read(options.save))
    except OSError as error:
        return report(fail(words, 2, "cli-unreadable", file=str(options.save), reason=error.strerror or str(error)))
    except SaveError as error:
        return report(CommandError([words.say(f"save-{error.code.removeprefix('save-')}", **error.arguments)], 1))
    if options.json:
        print_json(
            {"quarters": verdict.quarters, "verdict": verdict.verdict, "first_difference": verdict.first_difference}
        )
    else:
        if not options.verify:
            head = [words.say(f"replay-column-{name}") for name in ("quarter", "firm", "region")]
            print_table(
                head,
                [
                    [str(i + 1), MINUS if math.isnan(firm) else figure(firm, 1), figure(region, 1)]
                    for i, (firm, region) in enumerate(verdict.scores)
                ],
            )
        code = verdict.verdict.replace("_", "-")
        if verdict.verdict == again.EDITED and verdict.first_difference is None:
            code = "edited-elsewhere"
        print(
            words.say(
                f"replay-{code}",
                quarters=verdict.quarters,
                quarter=verdict.first_difference or 0,
            )
        )
    return 1 if verdict.verdict in {again.DIFFERS, again.EDITED} else 0
