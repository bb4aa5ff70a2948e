"""`simulate`: many games without a window, one row a run."""

import argparse
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from typing import Any

from game.batch.executors import SchedulerError, play_all
from game.batch.plan import Job, Policy, PolicyError, read_policy
from game.batch.run import Row
from game.batch.table import Mean, compare, summary, write_csv
from game.commands.common import (
    CommandError,
    between,
    fail,
    load_scenario,
    print_json,
    print_table,
    progress,
    report,
    seat_of,
)
from game.folders import data_folder
from game.insight.kept import obtain
from game.model.band import Anchors
from game.model.scenario import Scenario
from game.rivals.difficulty import DIFFICULTIES
from game.wording.figures import figure
from game.wording.words import Words


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
    parser.add_argument("--treatment", default="", metavar="NAME", help=say("cli-help-treatment"))
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
    names = [options.policy] if options.compare is None else [name.strip() for name in options.compare.split(",")]
    if options.compare is not None and (len(names) != 2 or not all(names)):
        raise fail(words, 2, "cli-compare-two", given=options.compare)
    policies = [read_policy(name) for name in names]
    anchors = _anchors(scenario, slot, options.difficulty, words)
    rows: list[list[Row]] = []
    outs = _tables(options, policies, words)
    for policy, out in zip(policies, outs, strict=True):
        job = Job(
            scenario,
            path.stem,
            options.seed,
            options.first,
            options.runs,
            slot,
            policy,
            options.difficulty,
            options.treatment,
            anchors,
        )
        rows.append(_play(job, out, options, words))
    if options.json:
        print_json(_content(path.stem, options, rows))
    else:
        _tell(path.stem, options, policies, rows, words)
    return 0


def _anchors(scenario: Scenario, slot: int, difficulty: str, words: Words) -> dict[int, Anchors]:
    """What the scores are measured against; worked out first where it is not kept yet."""
    steps = obtain(scenario, (slot,), difficulty, data_folder())
    bands = list(progress(steps, 1, words.say("simulate-band")))[-1][1] or {}
    return {held: band.anchors() for held, band in bands.items()}


def _tables(options: argparse.Namespace, policies: list[Policy], words: Words) -> list[Path | None]:
    """Where the rows of each policy go: a table of its own where there are two. Raises CommandError."""
    out: Path | None = options.out
    if out is None:
        return [None] * len(policies)
    if not out.name or out.is_dir():
        raise fail(words, 2, "cli-unwritable", file=str(out), reason=words.say("cli-a-folder"))
    if len(policies) == 1:
        return [out]
    names = [policy.name for policy in policies]
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
    if options.compare:
        content["comparison"] = [asdict(item) for item in compare(*rows)]
    return content


def _tell(
    scenario: str, options: argparse.Namespace, policies: list[Policy], rows: list[list[Row]], words: Words
) -> None:
    for policy, held in zip(policies, rows, strict=True):
        print(words.say("simulate-head", scenario=scenario, policy=policy.name, runs=len(held), seed=str(options.seed)))
        _print(summary(held), words)
    if options.compare:
        print(words.say("simulate-compare", one=policies[0].name, other=policies[1].name))
        _print(compare(*rows), words)


def _print(means: list[Mean], words: Words) -> None:
    head = [words.say(f"simulate-column-{name}") for name in ("metric", "mean", "low", "high")]
    print_table(
        head, [[item.metric, *(figure(value, 3) for value in (item.mean, item.low, item.high))] for item in means]
    )
