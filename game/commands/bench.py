"""`bench`: the named workloads with their bars."""

import argparse
import subprocess
from typing import TYPE_CHECKING

from game.commands.common import fail, print_json, print_table, progress, report
from game.wording.figures import figure
from game.wording.words import Words

if TYPE_CHECKING:
    from game.bench.workloads import Measure


def add_arguments(parser: argparse.ArgumentParser, words: Words) -> None:
    """Options of the command."""
    parser.add_argument("workload", nargs="*", metavar="WORKLOAD", help=words.say("cli-help-workload"))
    parser.add_argument("--json", action="store_true", help=words.say("cli-help-json"))


def run(options: argparse.Namespace, words: Words) -> int:
    """Measure; a missed bar is a finding."""
    from game.bench.workloads import LOWER, WORKLOADS

    unknown = [name for name in options.workload if name.upper() not in WORKLOADS]
    if unknown:
        return report(fail(words, 2, "bench-unknown", name=unknown[0], known=", ".join(WORKLOADS)))
    names = [name.upper() for name in options.workload] or list(WORKLOADS)
    try:
        measures = _measure(names)
    except subprocess.CalledProcessError as error:
        last = (error.stderr or "").strip().splitlines()[-1:] or [str(error)]
        return report(fail(words, 2, "cli-bench-failed", name=", ".join(names), reason=last[0]))
    if options.json:
        print_json({"workloads": [measure.as_json() for measure in measures]})
    else:
        head = [words.say(f"bench-column-{name}") for name in ("name", "value", "unit", "bar", "goal", "holds")]
        rows = []
        for measure in measures:
            side = "≤" if measure.better == LOWER else "≥"
            rows.append(
                [
                    measure.name,
                    figure(measure.value, 2),
                    measure.unit,
                    f"{side} {measure.bar:g}",
                    f"{side} {measure.goal:g}",
                    words.say("bench-yes" if measure.holds else "bench-no"),
                ]
            )
        print_table(head, rows)
    return 0 if all(measure.holds for measure in measures) else 1


def _measure(names: list[str]) -> "list[Measure]":
    from game.bench.workloads import WORKLOADS

    return [measure for name in progress(names, len(names), "bench") for measure in WORKLOADS[name]()]
