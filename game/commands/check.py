"""`check`: every fault of scenario files, with place and suggestion."""

import argparse

from game.commands.common import CommandError, print_json, read_bytes, report, scenario_path
from game.scenario.fault import Fault
from game.scenario.read import examine
from game.wording.words import Words


def add_arguments(parser: argparse.ArgumentParser, words: Words) -> None:
    """Options of the command."""
    parser.add_argument("scenario", nargs="+", metavar="SCENARIO", help=words.say("cli-help-scenario"))
    parser.add_argument("--json", action="store_true", help=words.say("cli-help-json"))


def run(options: argparse.Namespace, words: Words) -> int:
    """Check all files; a file that can't be read outweighs a finding."""
    code = 0
    faults: list[Fault] = []
    for text in options.scenario:
        try:
            path = scenario_path(text, words)
            found = examine(read_bytes(path, words), str(path))[1]
        except CommandError as error:
            code = report(error)
            continue
        faults += found
        if not options.json:
            for fault in found:
                print(fault.line_of_text(words))
            if not found:
                print(words.say("check-fine", file=str(path)))
    if options.json:
        print_json({"faults": [fault.as_json(words) for fault in faults]})
    return code or (1 if any(fault.severity == "error" for fault in faults) else 0)
