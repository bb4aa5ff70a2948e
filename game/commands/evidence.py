"""`evidence`: what the literature says, as claims that the model is tried on."""

import argparse
import difflib
import os
from typing import TYPE_CHECKING, Any

from game.commands.common import CommandError, between, fail, print_json, print_table, progress, report
from game.wording.figures import figure
from game.wording.words import Words

if TYPE_CHECKING:
    from game.evidence.claim import Claim, Finding, Verdict
    from game.evidence.sensitivity import Flip
    from game.evidence.trial import Trial

DIGITS = 4


def add_arguments(parser: argparse.ArgumentParser, words: Words) -> None:
    """Options of the command."""
    say = words.say
    parser.add_argument("claim", nargs="*", metavar="CLAIM", help=say("cli-help-claim"))
    parser.add_argument("--only", metavar="C05,C08", help=say("cli-help-only"))
    parser.add_argument("--runs", type=between(words, 2, 100_000), metavar="N", help=say("cli-help-pairs"))
    parser.add_argument("--seed", type=between(words, 0, 2**63 - 1), metavar="S", help=say("cli-help-luck"))
    parser.add_argument("--workers", type=between(words, 1, 64), metavar="K", help=say("cli-help-processes"))
    way = parser.add_mutually_exclusive_group()
    way.add_argument("--off", action="store_true", help=say("cli-help-off"))
    way.add_argument("--sensitivity", action="store_true", help=say("cli-help-sensitivity"))
    parser.add_argument("--json", action="store_true", help=say("cli-help-json"))


def run(options: argparse.Namespace, words: Words) -> int:
    """Try the claims and print; a verdict that is not the expected one is a finding."""
    from game.evidence.trial import RUNS, SEED, Trial, workers

    try:
        claims = _chosen(options, words)
    except CommandError as error:
        return report(error)
    count = options.workers or min(os.cpu_count() or 1, 64)
    flipped: list[Flip] | None = None
    with workers(count) as pool:
        runs = RUNS if options.runs is None else options.runs
        trial = Trial(runs, SEED if options.seed is None else options.seed, pool)
        verdicts = _tried([claim.switched_off() for claim in claims] if options.off else claims, trial, words)
        if options.sensitivity:
            flipped = _flipped(claims, verdicts, trial, words)
    if options.json:
        print_json(_content(verdicts, flipped, words))
    else:
        _tell(verdicts, trial, options, words)
        _tell_flips(flipped, words)
    return _code(verdicts, options)


def _chosen(options: argparse.Namespace, words: Words) -> "list[Claim]":
    """The claims that were named, in the order of the table; all if none was. Raises CommandError."""
    from game.evidence.table import table

    known = table()
    given = [*options.claim, *(options.only.split(",") if options.only is not None else [])]
    names = [name.strip().upper() for name in given]
    for name in names:
        if name not in known:
            close = difflib.get_close_matches(name, list(known), n=3, cutoff=0.5)
            hint = ", ".join(close) or f"{min(known)}-{max(known)}"
            raise fail(words, 2, "cli-no-claim", name=name[:40], hint=hint)
    return [claim for name, claim in known.items() if not names or name in names]


def _tried(claims: "list[Claim]", trial: "Trial", words: Words) -> "list[Verdict]":
    from tqdm import tqdm

    made: list[Verdict] = []
    with tqdm(desc=words.say("evidence-arms"), disable=None, leave=False) as bar:
        for done, total, verdicts in trial.steps(claims):
            made, bar.total = verdicts, total
            bar.update(done - bar.n)
    return made


def _flipped(claims: "list[Claim]", verdicts: "list[Verdict]", trial: "Trial", words: Words) -> "list[Flip]":
    from game.evidence.declared import ranges
    from game.evidence.sensitivity import FACTORS, flips

    moves = len(ranges()) * len(FACTORS)
    steps = progress(flips(claims, verdicts, trial), moves, words.say("evidence-numbers"))
    return [flip for _, _, found in steps for flip in found]


def _title(claim: str, words: Words) -> str:
    return words.say(f"evidence-claim-{claim.lower()}")


def _content(verdicts: "list[Verdict]", flipped: "list[Flip] | None", words: Words) -> dict[str, Any]:
    content: dict[str, Any] = {"claims": [verdict.as_json(_title(verdict.claim.id, words)) for verdict in verdicts]}
    if flipped is not None:
        content["sensitivity"] = [flip.as_json() for flip in flipped]
    return content


def _tell(verdicts: "list[Verdict]", trial: "Trial", options: argparse.Namespace, words: Words) -> None:
    """One row a claim; the parts too where claims were named; and what is to be said about single claims."""
    say = words.say
    print(say("evidence-head", runs=trial.runs, seed=str(trial.seed)))
    head = [say(f"evidence-column-{name}") for name in ("claim", "source", "kind", "parts", "verdict")]
    rows = [
        [
            f"{verdict.claim.id} {_title(verdict.claim.id, words)}",
            verdict.claim.source,
            say(f"evidence-kind-{verdict.claim.kind.replace('_', '-')}"),
            f"{sum(finding.holds for finding in verdict.findings)}/{len(verdict.findings)}",
            say("evidence-holds" if verdict.holds else "evidence-fails"),
        ]
        for verdict in verdicts
    ]
    print_table(head, rows)
    if options.claim or options.only:
        for verdict in verdicts:
            _tell_parts(verdict, words)
    for verdict in verdicts:
        for line in _remarks(verdict, options.off, words):
            print(line)
    print(say("evidence-sources"))


def _tell_parts(verdict: "Verdict", words: Words) -> None:
    print()
    columns = ("part", "relation", "effect", "low", "high", "margin", "p", "verdict")
    head = [words.say(f"evidence-column-{name}") for name in columns]
    print_table(head, [_part(finding, verdict.claim.id, words) for finding in verdict.findings])
    for finding in verdict.findings:
        told = finding.as_json()
        print(words.say("evidence-arm", control=str(told["control"]), treatment=str(told["treatment"])))


def _part(finding: "Finding", claim: str, words: Words) -> list[str]:
    told = finding.as_json()
    return [
        f"{claim} {told['metric']}",
        words.say(f"evidence-relation-{finding.part.relation.replace('_', '-')}"),
        *(_number(value) for value in (finding.effect, finding.low, finding.high, finding.margin)),
        f"{finding.p:.1g}",
        words.say("evidence-holds" if finding.holds else "evidence-fails"),
    ]


def _number(value: float) -> str:
    """Four digits that count, for effects of very different sizes."""
    size = f"{abs(value):.{DIGITS - 1}e}"
    places = min(max(DIGITS - 1 - int(size.split("e")[1]), 0), 12) if value else 0
    return figure(value, places)


def _remarks(verdict: "Verdict", off: bool, words: Words) -> list[str]:
    """Why a claim does not hold, and whether that was expected."""
    from game.evidence.table import expected

    name, made = verdict.claim.id, []
    if off:
        return [words.say("evidence-still-holds", claim=name)] if verdict.holds else []
    reason = f"evidence-reason-{name.lower()}"
    if not verdict.holds and words.has(reason):
        made.append(words.say("evidence-because", claim=name, reason=words.say(reason)))
    if verdict.holds != expected()[name]:
        made.append(words.say("evidence-not-expected", claim=name))
    return made


def _tell_flips(flipped: "list[Flip] | None", words: Words) -> None:
    if flipped is None:
        return
    print()
    if not flipped:
        print(words.say("evidence-no-flips"))
        return
    head = [words.say(f"evidence-column-{name}") for name in ("number", "factor", "claim", "verdict")]
    rows = [
        [
            flip.parameter,
            f"{flip.factor:g}",
            flip.claim,
            words.say("evidence-holds" if flip.holds else "evidence-fails"),
        ]
        for flip in flipped
    ]
    print_table(head, rows)


def _code(verdicts: "list[Verdict]", options: argparse.Namespace) -> int:
    """With the switches off no claim should hold; else every claim should do as is expected."""
    from game.evidence.table import expected

    if options.off:
        return 1 if any(verdict.holds for verdict in verdicts) else 0
    return 1 if any(verdict.holds != expected()[verdict.claim.id] for verdict in verdicts) else 0
