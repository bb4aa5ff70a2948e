"""`sweep`: a grid of runs over keys of a scenario, every cell on the same luck; what stopped goes on."""

import argparse
import sys
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from itertools import groupby
from pathlib import Path
from typing import Any

from game.batch.executors import SchedulerError, play_blocks
from game.batch.plan import PLAN, PolicyError, read_policy
from game.batch.resumed import Table, TableError, open_table
from game.batch.run import Row
from game.batch.shown import as_shown
from game.batch.sweep import (
    AS_WRITTEN,
    BESIDE,
    DIFFICULTY,
    MOST_FAULTS,
    POLICY,
    TREATMENT,
    AxisError,
    Cell,
    Sweep,
    digest,
    examined,
    positions,
    read_axes,
)
from game.batch.table import Mean, summary
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
from game.model.band import Anchors
from game.model.scenario import Scenario
from game.rivals.difficulty import DIFFICULTIES, NORMAL
from game.wording.figures import figure
from game.wording.words import Words

Cells = list[tuple[Cell, list[Mean]]]


def add_arguments(parser: argparse.ArgumentParser, words: Words) -> None:
    """Options of the command."""
    say = words.say
    runs, seed = between(words, 1, 10**6), between(words, 0, 2**63 - 1)
    parser.add_argument("scenario", metavar="SCENARIO", help=say("cli-help-scenario"))
    parser.add_argument(
        "--vary", action="append", required=True, metavar="KEY=V1,V2,...", dest="axes", help=say("cli-help-vary")
    )
    parser.add_argument("--runs", type=runs, default=100, metavar="N", help=say("cli-help-cell-runs"))
    parser.add_argument("--seed", type=seed, default=1, metavar="S", help=say("cli-help-seed"))
    parser.add_argument("--policy", metavar="P", help=say("cli-help-policy"))
    parser.add_argument("--firm", metavar="NAME", help=say("cli-help-firm"))
    parser.add_argument("--difficulty", choices=DIFFICULTIES, help=say("cli-help-difficulty"))
    parser.add_argument("--treatment", metavar="NAME", help=say("cli-help-treatment"))
    parser.add_argument("--workers", type=between(words, 1, 64), default=1, metavar="K", help=say("cli-help-workers"))
    parser.add_argument("--scheduler", metavar="ADDRESS", help=say("cli-help-scheduler"))
    parser.add_argument("--out", type=Path, metavar="FILE.csv", help=say("cli-help-out-resumed"))
    parser.add_argument("--json", action="store_true", help=say("cli-help-json"))


def run(options: argparse.Namespace, words: Words) -> int:
    """Play what is not there yet, and print all of it."""
    try:
        sweep, scale = _planned(options, words)
        name = _examined(sweep, scale, words)
        cells = _play(sweep, scale, name, options, words)
    except CommandError as error:
        return report(error)
    except (AxisError, PolicyError, SchedulerError) as error:
        return report(fail(words, 2, f"cli-{error.code}", **error.arguments))
    if options.json:
        print_json(_content(sweep, cells))
    else:
        _tell(sweep, scale, cells, words)
    return 0


def _planned(options: argparse.Namespace, words: Words) -> tuple[Sweep, Scenario]:
    """The sweep, and the scenario whose scale its scores have. Raises CommandError, AxisError, PolicyError."""
    scenario, text, path = load_scenario(options.scenario, words, options.treatment or "")
    axes = read_axes(options.axes)
    values = {axis.key: axis.values for axis in axes}
    for key in BESIDE:
        if key in values and getattr(options, key) is not None:
            raise fail(words, 2, "cli-vary-and-option", key=key)
    for name in values.get(DIFFICULTY, ()):
        if name not in DIFFICULTIES:
            raise fail(words, 2, "cli-no-difficulty", name=name, known=", ".join(DIFFICULTIES))
    for name in values.get(TREATMENT, ()):
        if name not in (AS_WRITTEN, *scenario.treatments):
            raise fail(words, 2, "cli-no-treatment", name=name, known=", ".join((AS_WRITTEN, *scenario.treatments)))
    policy = PLAN if options.policy is None else options.policy
    policies = {name: read_policy(name) for name in values.get(POLICY, (policy,))}
    slot = seat_of(scenario, options.firm, words)
    difficulty, treatment = options.difficulty or NORMAL, options.treatment or ""
    sweep = Sweep(path.stem, text, axes, options.seed, options.runs, slot, policy, difficulty, treatment, policies)
    return sweep, scenario


def _examined(sweep: Sweep, scale: Scenario, words: Words) -> str:
    """The digest of a sweep in which every cell can be played. Raises CommandError with what is wrong otherwise."""
    lines = [fault.line_of_text(words) for fault in sweep.misplaced()]
    depends: list[str] = []
    if not lines:
        for faults, text in progress(examined(sweep), sweep.total // sweep.runs, words.say("sweep-checking")):
            lines += [line for fault in faults if (line := fault.line_of_text(words)) not in lines]
            depends.append(text)
            if len(lines) > MOST_FAULTS:
                break
    if lines:
        more = [words.say("cli-vary-more-faults", count=str(MOST_FAULTS))] if len(lines) > MOST_FAULTS else []
        raise CommandError([*lines[:MOST_FAULTS], *more], 2)
    return digest(sweep, scale, depends)


def _play(sweep: Sweep, scale: Scenario, name: str, options: argparse.Namespace, words: Words) -> Cells:
    """Every cell with its means, for people in units of the screens. Raises CommandError if the table can't be used."""
    out: Path | None = options.out
    stands = [0]
    try:
        with ExitStack() as held:
            table = None if out is None else held.enter_context(open_table(out, sweep, name))
            anchors = measured_anchors(scale, sweep.slot, sweep.difficulty, words)
            rows = _rows(sweep, anchors, table, options, words, stands)
            grouped = ((cell, [row for _, row in group]) for cell, group in groupby(rows, lambda item: item[0]))
            return [(cell, summary(held if options.json else as_shown(held, scale))) for cell, held in grouped]
    except TableError as error:
        raise fail(words, 2, f"cli-{error.code}", file=str(out), **error.arguments) from error
    except OSError as error:
        if out is None:
            raise
        raise fail(words, 2, "cli-unwritable", file=str(out), reason=error.strerror or str(error)) from error
    except KeyboardInterrupt:
        if out is not None and stands[0]:
            played, total = str(stands[0]), str(sweep.total)
            print(words.say("sweep-stopped", runs=played, total=total, file=str(out)), file=sys.stderr)
        raise


def _rows(
    sweep: Sweep,
    anchors: Mapping[int, Anchors],
    table: Table | None,
    options: argparse.Namespace,
    words: Words,
    stands: list[int],
) -> Iterator[tuple[Cell, Row]]:
    """Rows with their cells, those of the table first; `stands` counts what is safe."""
    for item in () if table is None else table.take_up():
        stands[0] += 1
        yield item
    cells = (cell for cell, _ in positions(sweep))
    blocks = play_blocks(sweep.blocks(anchors, stands[0]), options.workers, options.scheduler)
    for block in progress(blocks, sweep.total, words.say("sweep-runs"), sizes=True, done=stands[0]):
        made = [(next(cells), row) for row in block] if table is None else table.add(block)
        stands[0] += len(made)
        yield from made


def _content(sweep: Sweep, cells: Cells) -> dict[str, Any]:
    """The same for programs."""
    return {
        "scenario": sweep.name,
        "seed": sweep.seed,
        "runs": sweep.runs,
        "cells": [
            {
                "values": dict(cell.values),
                "metrics": {item.metric: {"mean": item.mean, "low": item.low, "high": item.high} for item in means},
            }
            for cell, means in cells
        ],
    }


def _tell(sweep: Sweep, scale: Scenario, cells: Cells, words: Words) -> None:
    """A line a cell: means, and half the width of their intervals."""
    print(words.say("sweep-head", scenario=sweep.name, cells=len(cells), runs=sweep.runs, seed=str(sweep.seed)))
    money = f"profit, {unit_of('profit', scale, words)}"
    head = [*sweep.keys, *(money if item.metric == "profit" else item.metric for item in cells[0][1])]
    print_table(head, [[*cell.texts.values(), *map(_with_interval, means)] for cell, means in cells])
    print(words.say("sweep-scale"))
    print(units_line(scale, words))


def _with_interval(item: Mean) -> str:
    half = (item.high - item.low) / 2
    places = 1 if half >= 0.1 else 3
    return f"{figure(item.mean, places)} ±{figure(half, places)}"
