"""`report`: a class's games as an offline page with tables, or a scenario's teacher's guide."""

import argparse
import csv
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from game.commands.common import CommandError, fail, load_scenario, progress, report
from game.report.scheme_names import PARTICIPATION, SCHEME_NAMES
from game.wording.words import Words, languages

if TYPE_CHECKING:
    from game.report.earlier import Earlier, Place
    from game.report.gather import Player

PAGE, DECISIONS, OUTCOMES, GRADES = "report.html", "decisions.csv", "outcomes.csv", "gradebook.csv"
LARGEST_ROSTER = 1_000_000


def add_arguments(parser: argparse.ArgumentParser, words: Words) -> None:
    """Options of the command."""
    say = words.say
    parser.add_argument("saves", nargs="*", type=Path, metavar="SAVE", help=say("cli-help-saves"))
    parser.add_argument("--guide", metavar="SCENARIO", help=say("cli-help-guide"))
    parser.add_argument("--out", type=Path, required=True, metavar="FOLDER", help=say("cli-help-report-out"))
    parser.add_argument("--roster", type=Path, metavar="FILE.csv", help=say("cli-help-roster"))
    parser.add_argument("--earlier", type=Path, metavar="FOLDER", help=say("cli-help-earlier"))
    parser.add_argument("--scheme", choices=SCHEME_NAMES, default=PARTICIPATION, help=say("cli-help-scheme"))
    parser.add_argument("--no-best", action="store_true", help=say("cli-help-no-best"))
    parser.add_argument("--language", choices=languages(), default=words.language, help=say("cli-help-language"))


def run(options: argparse.Namespace, words: Words) -> int:
    """Write what was asked for; a save that can't be used, or was changed, is a finding; one given twice is not."""
    try:
        told = Words(options.language)
        return _guide(options, words, told) if options.guide is not None else _report(options, words, told)
    except CommandError as error:
        return report(error)


def _report(options: argparse.Namespace, words: Words, told: Words) -> int:
    from game.report.best_found import with_best
    from game.report.gather import gather
    from game.report.saves_meant import saves_meant

    if not options.saves:
        raise fail(words, 2, "report-no-saves")
    before = _earlier(options.earlier, words)
    _make_folder(options.out, words)
    files, empty = saves_meant(options.saves)
    saves: Iterable[Path] = progress(files, len(files), words.say("report-working"))
    players, troubles = gather(saves, told, _roster(options.roster, words))
    for trouble in (*empty, *troubles):
        print(trouble.said(words), file=sys.stderr)
    if not players:
        raise fail(words, 1, "report-nothing-left")
    if not options.no_best:
        players = with_best(players, lambda seats: progress(seats, len(seats), words.say("report-searching")))
    _write(players, before, options, words, told)
    print(words.say("report-written", count=len(players), folder=str(options.out)))
    return 1 if any(trouble.finding for trouble in (*empty, *troubles)) else 0


def _make_folder(folder: Path, words: Words) -> None:
    """The folder, before any work is done for it. Raises CommandError."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        reason = error.strerror or str(error)
        raise fail(words, 2, "cli-unwritable", file=str(folder), reason=reason) from error


def _write(
    players: "list[Player]", before: "dict[Place, Earlier]", options: argparse.Namespace, words: Words, told: Words
) -> None:
    """The page and its tables. Raises CommandError."""
    from game.report.class_page import class_page
    from game.report.grades import gradebook
    from game.report.markup import write_page
    from game.report.tables import columns_of, decisions, outcomes, write_table

    folder: Path = options.out
    tables = {
        DECISIONS: [row for player in players for row in decisions(player)],
        OUTCOMES: [row for player in players for row in outcomes(player)],
        GRADES: gradebook(players, options.scheme),
    }
    page = class_page(players, options.scheme, told, before)
    try:
        for name, rows in tables.items():
            write_table(folder / name, columns_of(rows), rows)
        write_page(folder / PAGE, page)
    except OSError as error:
        reason = error.strerror or str(error)
        raise fail(words, 2, "cli-unwritable", file=str(error.filename or folder), reason=reason) from error


def _earlier(folder: Path | None, words: Words) -> "dict[Place, Earlier]":
    """What the tables of earlier classes say. Raises CommandError where there are none."""
    if folder is None:
        return {}
    from game.report.earlier import read_earlier

    try:
        found = read_earlier(folder)
    except OSError as error:
        raise fail(words, 2, "cli-unreadable", file=str(folder), reason=error.strerror or str(error)) from error
    if not found:
        raise fail(words, 2, "report-no-earlier", folder=str(folder))
    return found


def _roster(path: Path | None, words: Words) -> dict[str, str]:
    """Names by file name, from a table with the columns `file` and `name`. Raises CommandError."""
    if path is None:
        return {}
    try:
        with path.open("rb") as file:
            raw = file.read(LARGEST_ROSTER)
    except OSError as error:
        raise fail(words, 2, "cli-unreadable", file=str(path), reason=error.strerror or str(error)) from error
    try:
        rows = list(csv.DictReader(raw.decode("utf-8-sig").splitlines()))
    except (UnicodeDecodeError, csv.Error) as error:
        raise fail(words, 2, "report-roster", file=str(path)) from error
    if not rows or not {"file", "name"} <= set(rows[0]):
        raise fail(words, 2, "report-roster", file=str(path))
    return {Path(row["file"]).name: row["name"].strip() for row in rows if row["file"] and (row["name"] or "").strip()}


def _guide(options: argparse.Namespace, words: Words, told: Words) -> int:
    from game.report.guide_page import guide_page
    from game.report.markup import write_page
    from game.session.setup import Setup

    if options.saves:
        raise fail(words, 2, "report-guide-alone")
    scenario, source, path = load_scenario(options.guide, words)
    seats = tuple(slot for slot, firm in enumerate(scenario.firms) if firm.seat)
    out: Path = options.out
    if out.is_dir():
        raise fail(words, 2, "cli-unwritable", file=str(out), reason=words.say("cli-a-folder"))
    try:
        write_page(out, guide_page(Setup(scenario, source, path, 1, seats), told))
    except OSError as error:
        raise fail(words, 2, "cli-unwritable", file=str(out), reason=error.strerror or str(error)) from error
    print(words.say("report-guide-written", file=str(out)))
    return 0
