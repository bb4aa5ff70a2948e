"""What several commands share: finding a scenario, printing JSON and tables, saying what went wrong."""

import argparse
import difflib
import json
import os
import sys
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, TypeVar

from game import resources
from game.batch.shown import MONEY, UNITS
from game.folders import data_folder, own_scenarios, own_scenarios_folder
from game.insight.kept import obtain
from game.model.band import Anchors
from game.model.scenario import Scenario
from game.scenario.encoding import misnamed
from game.scenario.fault import FaultyScenarioError
from game.scenario.read import parse, treated
from game.wording.words import Words

T = TypeVar("T")
PLAIN_SCREEN = 80, 24  # columns and lines of a terminal that says nothing of its size


class CommandError(Exception):
    """A command can't go on: what to print, and the exit code."""

    def __init__(self, lines: Sequence[str], code: int) -> None:
        super().__init__("\n".join(lines))
        self.lines = lines
        self.code = code


def fail(words: Words, code: int, message: str, **arguments: str) -> CommandError:
    """An error with one sentence."""
    return CommandError([words.say(message, **arguments)], code)


def report(error: CommandError) -> int:
    """Print an error; gives its exit code."""
    for line in error.lines:
        print(line, file=sys.stderr)
    return error.code


def between(words: Words, low: int, high: int) -> Callable[[str], int]:
    """A whole number in a range, for argparse."""

    def read(text: str) -> int:
        try:
            value = int(text)
        except ValueError:
            value = low - 1
        if not low <= value <= high:
            raise argparse.ArgumentTypeError(
                words.say("cli-not-between", given=text[:40], low=str(low), high=str(high))
            )
        return value

    return read


def scenario_path(text: str, words: Words) -> Path:
    """A scenario by path, shipped name, or the name of a file in the player's own folder. Raises CommandError.

    A shipped name goes before an own one; that is told on standard error.
    """
    shipped, own = resources.shipped_scenarios(), own_scenarios()
    path = Path(text)
    try:
        there = path.is_file() or (path.exists() and text not in shipped and text not in own)
    except OSError as error:
        raise fail(words, 2, "cli-unreadable", file=text[:80], reason=error.strerror or str(error)) from error
    if there:
        return path
    if text in shipped:
        if text in own:
            print(words.say("cli-name-shipped", name=text, file=str(own[text])), file=sys.stderr)
        return shipped[text]
    if text in own:
        return own[text]
    if path.suffix or "/" in text or "\\" in text:
        raise fail(words, 2, "cli-no-file", file=text)
    saved_as_text = own_scenarios(".toml.txt").get(text)
    if saved_as_text is not None:
        raise CommandError([fault.line_of_text(words) for fault in misnamed(saved_as_text, str(saved_as_text))], 2)
    close = difflib.get_close_matches(text.lower(), [*shipped, *own], n=3)
    hint = {"close": "yes" if close else "no", "hint": ", ".join(close)}
    raise fail(words, 2, "cli-no-scenario", name=text, folder=str(own_scenarios_folder()), **hint)


def read_bytes(path: Path, words: Words) -> bytes:
    """The bytes of a file. Raises CommandError."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise fail(words, 2, "cli-unreadable", file=str(path), reason=error.strerror or str(error)) from error


def load_scenario(text: str, words: Words, treatment: str = "") -> tuple[Scenario, str, Path]:
    """A scenario with its text and path. Raises CommandError with all faults."""
    path = scenario_path(text, words)
    source = read_bytes(path, words)
    try:
        scenario = parse(source, path)
    except FaultyScenarioError as error:
        raise CommandError([fault.line_of_text(words) for fault in error.faults], 1) from error
    held = source.decode("utf-8-sig")
    if treatment:
        if treatment not in scenario.treatments:
            raise fail(
                words,
                2,
                "cli-no-treatment",
                name=treatment,
                known=", ".join(scenario.treatments) or words.say("cli-none"),
            )
        scenario = treated(held, treatment)
    return scenario, held, path


def seat_of(scenario: Scenario, firm: str | None, words: Words) -> int:
    """The slot of a firm by name; without a name the first seat. Raises CommandError."""
    seats = [slot for slot, plan in enumerate(scenario.firms) if plan.seat]
    if firm is None:
        return seats[0]
    found = [slot for slot, plan in enumerate(scenario.firms) if plan.name.lower() == firm.lower()]
    if not found:
        names = [plan.name for plan in scenario.firms]
        close = difflib.get_close_matches(firm, names, n=1, cutoff=0.4)
        raise fail(
            words, 2, "cli-no-firm", name=firm, hint=close[0] if close else ", ".join(names[slot] for slot in seats)
        )
    return found[0]


def measured_anchors(scenario: Scenario, slot: int, difficulty: str, words: Words) -> dict[int, Anchors]:
    """What the scores are measured against; worked out first where it is not kept yet."""
    steps = obtain(scenario, (slot,), difficulty, data_folder())
    bands = list(progress(steps, 1, words.say("simulate-band")))[-1][1] or {}
    return {held: band.anchors() for held, band in bands.items()}


def print_json(value: Any) -> None:
    """One JSON document on standard output."""
    json.dump(value, sys.stdout, ensure_ascii=False, allow_nan=False)
    sys.stdout.write("\n")


def print_table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """A plain table: first column left, the others right."""
    lines = [list(head), *[list(row) for row in rows]]
    widths = [max(places(line[i]) for line in lines) for i in range(len(head))]
    for line in lines:
        spare = [" " * (width - places(cell)) for cell, width in zip(line, widths, strict=True)]
        right = [blanks + cell for blanks, cell in zip(spare[1:], line[1:], strict=True)]
        print("  ".join([line[0] + spare[0], *right]).rstrip())


def places(text: str) -> int:
    """Places that a text takes on a terminal, where an ideograph is two wide."""
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


def progress(items: Iterable[T], total: int, label: str, sizes: bool = False, done: int = 0) -> Iterable[T]:
    """Items with a progress bar on standard error, where that is a terminal.

    `sizes`: every item counts as its length. `done`: how many were there before.
    """
    from tqdm import tqdm

    columns, lines = _screen()
    bar = tqdm(
        total=total, initial=done, desc=label, file=sys.stderr, disable=None, leave=False, ncols=columns, nrows=lines
    )
    with bar:
        for item in items:
            yield item
            bar.update(len(item) if sizes else 1)  # type: ignore[arg-type]


def unit_of(figure: str, scenario: Scenario, words: Words) -> str:
    """The unit in which a figure of a run is printed."""
    kind = UNITS[figure]
    if kind == MONEY:
        return words.named(scenario.units.currency, scenario.about.names)
    return words.say(f"simulate-unit-{kind}")


def units_line(scenario: Scenario, words: Words) -> str:
    """In which units figures are printed, and that tables for programs have others."""
    return words.say("simulate-units", currency=unit_of("profit", scenario, words))


def _screen() -> tuple[int, int] | tuple[None, None]:
    """Columns and lines for a bar on standard error; None lets the bar look for itself.

    A terminal that was never told its size says 0 (over a serial line, under `script`): a bar of that width would
    never be seen.
    """
    try:
        told = os.get_terminal_size(sys.stderr.fileno())
    except (OSError, ValueError):
        return None, None
    return told.columns or PLAIN_SCREEN[0], told.lines or PLAIN_SCREEN[1]
