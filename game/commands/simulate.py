"""`simulate`: many games without a window, one row a run."""

import argparse
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from game.batch.executors import SchedulerError, play_all
from game.batch.plan import Job, PolicyError, read_policy
from game.batch.run import Row
from game.batch.shown import as_shown
from game.batch.sweep import AS_WRITTEN
from game.batch.table import Difference, Mean, compare, summary, write_csv
from game.commands.common import (
    CommandError,
    between,
    fail,
    load_scenario,
    measured_anchors,
    print_json,
    print_table,
    progress,
    report,
    seat_of,
    unit_of,
    units_line,
)
from game.model.scenario import Scenario
from game.rivals.difficulty import DIFFICULTIES
from game.wording.figures import figure
from game.wording.words import Words

LEAST_P = 0.0001  # what is less is said to be less


def add_arguments(parser: argparse.ArgumentParser, words: Words) -> None:
    """Options of the command."""
    say = words.say
    runs, first, seed = between(words, 1, 10**7), between(words, 0, 10**12), between(words, 0, 2**63 - 1)
    parser.add_argument("scenario", metavar="SCENARIO", help=say("cli-help-scenario"))
    parser.add_argument("--runs", type=runs, default=100, metavar="N", help=say("cli-help-runs"))
    parser.add_argument("--seed", type=seed, default=1, metavar="S", help=say("cli-help-seed"))
    parser.add_argument("--first", type=first, default=0, metavar="K", help=say("cli-help-first"))
    who = parser.add_mutually_exclusive_group()
    who.add_argument("--policy", default="plan", metavar="P", help=say("cli-help-policy"))
    who.add_argument("--compare", metavar="P,Q", help=say("cli-help-compare"))
    parser.add_argument("--firm", metavar="NAME", help=say("cli-help-firm"))
    parser.add_argument("--difficulty", choices=DIFFICULTIES, default="normal", help=say("cli-help-difficulty"))
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--treatment", default="", metavar="NAME", help=say("cli-help-treatment"))
    which.add_argument("--compare-treatments", metavar="A,B", help=say("cli-help-compare-treatments"))
    parser.add_argument("--workers", type=between(words, 1, 64), default=1, metavar="K", help=say("cli-help-workers"))
    parser.add_argument("--scheduler", metavar="ADDRESS", help=say("cli-help-scheduler"))
    parser.add_argument("--out", type=Path, metavar="FILE.csv", help=say("cli-help-out"))
    parser.add_argument("--json", action="store_true", help=say("cli-help-json"))


def run(options: argparse.Namespace, words: Words) -> int:
    """Play, print, and write what was asked for."""
    try:
        return _run(options, words)
    except CommandError as error:
        return report(error)
    except (PolicyError, SchedulerError) as error:
        return report(CommandError([words.say(f"cli-{error.code}", **error.arguments)], 2))


def _run(options: argparse.Namespace, words: Words) -> int:
    scenario, _, path = load_scenario(options.scenario, words, options.treatment)
    slot = seat_of(scenario, options.firm, words)
    policies = [read_policy(name) for name in _names(options, words)]
    arms = [(policy.name, policy, options.treatment, scenario) for policy in policies]
    if options.compare_treatments is not None:
        arms = [(name, policies[0], *_variant(options.scenario, name, words)) for name in _treatments(options, words)]
    outs = _tables(options, [name for name, *_ in arms], words)
    anchors = measured_anchors(scenario, slot, options.difficulty, words)
    rows: list[list[Row]] = []
    for (_, policy, treatment, played), out in zip(arms, outs, strict=True):
        job = Job(
            played,
            path.stem,
            options.seed,
            options.first,
            options.runs,
            slot,
            policy,
            options.difficulty,
            treatment,
            anchors,
        )
        rows.append(_play(job, out, options, words))
    if options.json:
        print_json(_content(path.stem, options, rows))
    else:
        _tell(path.stem, scenario, options, [name for name, *_ in arms], rows, words)
    return 0


def _names(options: argparse.Namespace, words: Words) -> list[str]:
    """The policies to play: one, or two to compare. Raises CommandError."""
    if options.compare is None:
        return [options.policy]
    if options.compare_treatments is not None:
        raise fail(words, 2, "cli-compare-one-thing")
    names = [name.strip() for name in options.compare.split(",")]
    if len(names) != 2 or not all(names):
        raise fail(words, 2, "cli-compare-two", given=options.compare)
    return names


def _treatments(options: argparse.Namespace, words: Words) -> list[str]:
    """The two variants to compare. Raises CommandError."""
    names = [name.strip() for name in options.compare_treatments.split(",")]
    if len(names) != 2 or not all(names):
        raise fail(words, 2, "cli-compare-two-treatments", given=options.compare_treatments, plain=AS_WRITTEN)
    return names


def _variant(scenario: str, name: str, words: Words) -> tuple[str, Scenario]:
    """A variant by name: the treatment as rows tell it, and its scenario. Raises CommandError."""
    treatment = "" if name == AS_WRITTEN else name
    return treatment, load_scenario(scenario, words, treatment)[0]


def _tables(options: argparse.Namespace, names: list[str], words: Words) -> list[Path | None]:
    """Where the rows of each policy or variant go: a table of its own where there are two. Raises CommandError."""
    out: Path | None = options.out
    if out is None:
        return [None] * len(names)
    if not out.name or out.is_dir():
        raise fail(words, 2, "cli-unwritable", file=str(out), reason=words.say("cli-a-folder"))
    if len(names) == 1:
        return [out]
    if names[0] == names[1]:
        names = [f"{name}-{place + 1}" for place, name in enumerate(names)]
    return [out.with_name(f"{out.stem}-{name}{out.suffix}") for name in names]


def _play(job: Job, out: Path | None, options: argparse.Namespace, words: Words) -> list[Row]:
    """Rows of one policy. Raises CommandError where the table can't be written."""
    games = play_all(job, options.workers, options.scheduler)
    blocks: Iterable[list[Row]] = progress(games, options.runs, words.say("simulate-runs"), sizes=True)
    if out is None:
        return [row for block in blocks for row in block]
    try:
        return write_csv(out, blocks)
    except OSError as error:
        reason = error.strerror or str(error)
        raise fail(words, 2, "cli-unwritable", file=str(out), reason=reason) from error


def _content(scenario: str, options: argparse.Namespace, rows: list[list[Row]]) -> dict[str, Any]:
    """The same for programs."""
    content = {
        "scenario": scenario,
        "seed": options.seed,
        "runs": options.runs,
        "rows": [row.as_json() for held in rows for row in held],
    }
    if len(rows) == 2:
        content["comparison"] = [asdict(item) for item in compare(*rows)]
    return content


def _tell(
    stem: str,
    scenario: Scenario,
    options: argparse.Namespace,
    names: list[str],
    rows: list[list[Row]],
    words: Words,
) -> None:
    head = "simulate-head" if options.compare_treatments is None else "simulate-head-variant"
    shown = [as_shown(held, scenario) for held in rows]
    for name, held in zip(names, shown, strict=True):
        print(words.say(head, scenario=stem, policy=name, runs=len(held), seed=str(options.seed)))
        _print(summary(held), scenario, words)
    if len(shown) == 2:
        print(words.say("simulate-compare", one=names[0], other=names[1]))
        _print(compare(*shown), scenario, words)
        print(words.say("simulate-test"))
    if options.compare_treatments is not None:
        print(words.say("simulate-scale"))
    print(units_line(scenario, words))


def _print(means: Sequence[Mean], scenario: Scenario, words: Words) -> None:
    tested = any(isinstance(item, Difference) for item in means)
    columns = ("metric", "unit", "mean", "low", "high", *(("p",) if tested else ()))
    lines = [
        [item.metric, unit_of(item.metric, scenario, words), *(figure(x, 2) for x in (item.mean, item.low, item.high))]
        for item in means
    ]
    for line, item in zip(lines, means, strict=True):
        if isinstance(item, Difference):
            line.append(figure(item.p, 4) if item.p >= LEAST_P else f"<{LEAST_P}")
    print_table([words.say(f"simulate-column-{name}") for name in columns], lines)
