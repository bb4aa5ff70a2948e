"""`check`: every fault of scenario files, with place and suggestion; with `--teach` what speaks against the lesson."""

import argparse
from pathlib import Path

from game.commands.common import (
    CommandError,
    between,
    print_json,
    progress,
    read_bytes,
    report,
    scenario_path,
)
from game.folders import data_folder
from game.model.scenario import Scenario
from game.scenario.encoding import misnamed
from game.scenario.fault import Fault
from game.scenario.places import find_places
from game.scenario.read import examine
from game.wording.words import Words

MOST_RUNS = 10_000


def add_arguments(parser: argparse.ArgumentParser, words: Words) -> None:
    """Options of the command."""
    from game.teach.linter import LEAST_RUNS, RUNS, SEED

    runs, seed = between(words, LEAST_RUNS, MOST_RUNS), between(words, 0, 2**63 - 1)
    parser.add_argument("scenario", nargs="+", metavar="SCENARIO", help=words.say("cli-help-scenario"))
    parser.add_argument("--teach", action="store_true", help=words.say("cli-help-teach"))
    parser.add_argument("--runs", type=runs, default=RUNS, metavar="N", help=words.say("cli-help-teach-runs"))
    parser.add_argument("--seed", type=seed, default=SEED, metavar="S", help=words.say("cli-help-seed"))
    parser.add_argument("--json", action="store_true", help=words.say("cli-help-json"))


def run(options: argparse.Namespace, words: Words) -> int:
    """Check all files; a file that can't be read outweighs a finding."""
    code = 0
    faults: list[Fault] = []
    for text in options.scenario:
        try:
            path = scenario_path(text, words)
            source = read_bytes(path, words)
        except CommandError as error:
            code = report(error)
            continue
        scenario, found = examine(source, str(path))
        found = [*misnamed(path, str(path)), *found]
        broken = any(fault.severity == "error" for fault in found)
        if options.teach and scenario is not None and not broken:
            found = [*found, *_taught(scenario, source, path, options, words)]
        faults += found
        if not options.json:
            for fault in found:
                print(fault.line_of_text(words), flush=True)
            if not found:
                print(words.say("check-taught" if options.teach else "check-fine", file=str(path)), flush=True)
    if options.json:
        print_json({"faults": [fault.as_json(words) for fault in faults]})
    return code or (1 if faults else 0)


def _taught(scenario: Scenario, source: bytes, path: Path, options: argparse.Namespace, words: Words) -> list[Fault]:
    """What the teaching linter finds."""
    from game.insight.kept import obtain
    from game.teach import linter

    slots = linter.seats(scenario)
    bands = list(progress(obtain(scenario, slots, own=data_folder()), 1, words.say("simulate-band")))[-1][1] or {}
    steps = linter.steps(scenario, bands, linter.Look(options.runs, options.seed))
    found = list(progress(steps, linter.parts(scenario), words.say("check-playing", file=path.stem)))[-1] or ()
    return linter.faults(found, find_places(source.decode("utf-8-sig").encode()), str(path))
