"""`python -m game.insight`: what ships with the scenarios is measured again, kept, and printed to be looked at.

A tool for authors of shipped scenarios, no command of the program: it writes into the folder of the scenarios.
"""

import argparse
import difflib
import sys
from collections.abc import Mapping
from pathlib import Path

from game import resources
from game.commands.common import CommandError, fail, print_table, progress, report
from game.insight import kept, phase
from game.insight.band import band_digest
from game.insight.shipped import (
    BANDS,
    PHASES,
    keep_bands,
    keep_phases,
    kept_phases,
    measured_bands,
    measured_phases,
    seats,
    variants,
)
from game.model.band import Band
from game.model.scenario import Scenario
from game.processes import pool
from game.report.debrief import score_of
from game.report.units import Measures
from game.rivals.difficulty import NORMAL
from game.scenario.fault import FaultyScenarioError
from game.wording.figures import figure
from game.wording.words import Words

ABOUT = "measure-about"
Shelf = dict[str, dict[str, Scenario]]  # scenarios by name, their variants by name


def add_arguments(parser: argparse.ArgumentParser, words: Words) -> None:
    """Options of the tool."""
    parser.add_argument("names", nargs="*", metavar=f"{BANDS}|{PHASES}|NAME", help=words.say("measure-help-names"))
    parser.add_argument("--show", action="store_true", help=words.say("measure-help-show"))


def run(options: argparse.Namespace, words: Words) -> int:
    """Measure, keep and print; or only print."""
    wanted = [name for name in (BANDS, PHASES) if name in options.names] or [BANDS, PHASES]
    given = [name for name in options.names if name not in (BANDS, PHASES)]
    try:
        shelf = _shelf(words)
        chosen = {name: shelf[name] for name in (_named(text, shelf, words) for text in given)} or shelf
        if not options.show:
            _measure(wanted, chosen, shelf, words)
        return _show(wanted, chosen, words)
    except CommandError as error:
        return report(error)


def _shelf(words: Words) -> Shelf:
    """All shipped scenarios. Raises CommandError with the faults of those that have any."""
    made, faults = {}, []
    for name, path in resources.shipped_scenarios().items():
        try:
            made[name] = variants(path)
        except FaultyScenarioError as error:
            faults += [fault.line_of_text(words) for fault in error.faults]
    if faults:
        raise CommandError(faults, 1)
    return made


def _named(text: str, shelf: Shelf, words: Words) -> str:
    """The name of a shipped scenario, also where its file was given. Raises CommandError."""
    name = Path(text).stem if text.endswith(".toml") else text
    if name not in shelf:
        close = difflib.get_close_matches(name, [*shelf, BANDS, PHASES], n=1)
        raise fail(words, 2, "measure-no-scenario", name=text, hint=close[0] if close else ", ".join(shelf))
    return name


def _measure(wanted: list[str], chosen: Shelf, shelf: Shelf, words: Words) -> None:
    """Measure the chosen scenarios in a process for each core. Raises CommandError."""
    folder = resources.scenarios()
    played, needed = _variants(chosen), _variants(shelf)
    files = [resources.shipped_scenarios()[name] for name in chosen]
    paths = {BANDS: folder / kept.KEPT, PHASES: folder / phase.KEPT}
    for what in wanted:  # or the entries of all other scenarios would be lost without a word
        known = kept.read(paths[what]) if what == BANDS else kept_phases(paths[what])
        if len(chosen) < len(shelf) and paths[what].exists() and not known:
            raise fail(words, 2, "measure-damaged", file=str(paths[what]))
    counts = {BANDS: len(list(seats(played))), PHASES: len(played)}
    with pool() as processes:
        for what in wanted:
            total, label = counts[what], words.say(f"measure-{what}")
            print(words.say("measure-begun", what=label, count=total), file=sys.stderr, flush=True)
            try:
                if what == BANDS:
                    bands = dict(progress(measured_bands(processes, files), total, label))
                    dropped = keep_bands(paths[what], bands, needed)
                else:
                    maps = dict(progress(measured_phases(processes, files), total, label))
                    dropped = keep_phases(paths[what], maps, needed)
            except OSError as error:
                reason = error.strerror or str(error)
                raise fail(words, 2, "cli-unwritable", file=str(paths[what]), reason=reason) from error
            print(words.say("measure-kept", file=str(paths[what]), dropped=dropped), file=sys.stderr)


def _variants(shelf: Shelf) -> list[Scenario]:
    return [scenario for held in shelf.values() for scenario in held.values()]


def _show(wanted: list[str], chosen: Shelf, words: Words) -> int:
    """Print what is kept; 1 where something is not, or not any more what the scenario would have."""
    missing = []
    bands = kept.read(resources.scenarios() / kept.KEPT)
    maps = kept_phases(resources.scenarios() / phase.KEPT)
    for name, held in chosen.items():
        for treatment, scenario in held.items():
            title = f"{name}, {treatment}" if treatment else name
            whole = not (BANDS in wanted and not _show_bands(title, scenario, bands, words))
            whole &= not (PHASES in wanted and not _show_map(title, maps.get(phase.phase_digest(scenario)), words))
            missing += [] if whole else [title]
    if missing:
        print(words.say("measure-stale", names="; ".join(missing)), file=sys.stderr)
    return 1 if missing else 0


def _show_bands(title: str, scenario: Scenario, bands: Mapping[str, Band], words: Words) -> bool:
    """A table a seat: what each plan is worth in the end. Gives whether all were there."""
    found = {slot: bands.get(band_digest(scenario, slot)) for _, slot, level in seats([scenario]) if level == NORMAL}
    measures = Measures(scenario.units, lambda unit: words.named(unit, scenario.about.names))
    quarter = scenario.quarters.max
    for slot, band in found.items():
        if band is None:
            continue
        firm = words.named(scenario.firms[slot].name, scenario.about.names)
        print(words.say("measure-band", scenario=title, firm=firm, quarter=str(quarter)))
        rows = [
            [words.say(f"plan-{plan}"), measures.money(worth[-1]), figure(score_of(band, worth[-1], quarter)), ""]
            for plan, worth in band.worth.items()
        ]
        rows += [[words.say("measure-none"), "", "", figure(band.none_keep[-1])]]
        rows += [[words.say("measure-all"), "", "", figure(band.all_keep[-1])]]
        heads = ("plan", "worth", "score", "region")
        print_table([words.say(f"measure-column-{head}", unit=measures.currency) for head in heads], rows)
        ends = band.anchors()
        low, high = measures.money(float(ends.low[-1])), measures.money(float(ends.high[-1]))
        print(words.say("measure-anchors", low=low, high=high, unit=measures.currency) + "\n")
    return None not in found.values()


def _show_map(title: str, held: phase.Phase | None, words: Words) -> bool:
    """Where a region tips, by who keeps: cluster levels in points, as charts show them."""
    if held is None:
        return False
    print(words.say("measure-map", scenario=title))
    rows = [
        [
            words.say(f"measure-policy-{policy}"),
            *(figure(100 * level) if 0 < level < 1 else words.say("cli-none") for level in (held.on[at], held.off[at])),
            figure(100 * held.formed[at].mean()),
        ]
        for at, policy in enumerate(held.policies)
    ]
    print_table([words.say(f"measure-column-{head}") for head in ("policy", "on", "off", "formed")], rows)
    print()
    return True
