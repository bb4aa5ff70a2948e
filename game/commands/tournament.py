"""`tournament`: a round robin of effort strategies."""

import argparse
import difflib
import math
from collections.abc import Callable
from typing import TYPE_CHECKING

from game.commands.common import CommandError, between, fail, print_json, print_table, progress, report
from game.rivals.register import PAIR, STRATEGIES
from game.wording.figures import figure
from game.wording.words import Words

if TYPE_CHECKING:
    from game.rivals.tournament import Payoffs, Standings

MOST_MATCHES = 20_000_000
MOST_PATIENT = 0.999


def add_arguments(parser: argparse.ArgumentParser, words: Words) -> None:
    """Options of the command."""
    say = words.say
    turns, runs, seed = between(words, 1, 100_000), between(words, 1, 100_000), between(words, 0, 2**63 - 1)
    parser.add_argument("--strategies", metavar="A,B,...", help=say("cli-help-strategies"))
    parser.add_argument("--turns", type=turns, default=200, metavar="N", help=say("cli-help-turns"))
    parser.add_argument("--continuation", type=_share(words), metavar="D", help=say("cli-help-continuation"))
    parser.add_argument("--noise", type=_share(words), default=0.0, metavar="E", help=say("cli-help-noise"))
    parser.add_argument("--runs", type=runs, default=10, metavar="R", help=say("cli-help-matches"))
    parser.add_argument("--payoffs", default="5,3,1,0", metavar="T,R,P,S", help=say("cli-help-payoffs"))
    parser.add_argument("--seed", type=seed, default=1, metavar="S", help=say("cli-help-seed"))
    parser.add_argument("--json", action="store_true", help=say("cli-help-json"))


def _share(words: Words) -> Callable[[str], float]:
    def read(text: str) -> float:
        try:
            value = float(text)
        except ValueError:
            value = math.nan
        if not 0 <= value <= 1:
            raise argparse.ArgumentTypeError(words.say("cli-not-a-share", given=text[:40]))
        return value

    return read


def run(options: argparse.Namespace, words: Words) -> int:
    """Play and print: best first, with what each earned against each."""
    from game.rivals.tournament import steps

    try:
        names = _strategies(options.strategies, words)
        payoffs = _payoffs(options.payoffs, words)
        if len(names) ** 2 * options.runs > MOST_MATCHES:
            raise fail(words, 2, "cli-too-many-matches", most=str(MOST_MATCHES))
        if options.continuation is not None and not 0 < options.continuation <= MOST_PATIENT:
            raise fail(words, 2, "cli-no-continuation", most=f"{MOST_PATIENT:g}")
    except CommandError as error:
        return report(error)
    played = steps(
        names,
        turns=options.turns,
        continuation=options.continuation,
        noise=options.noise,
        runs=options.runs,
        payoffs=payoffs,
        seed=options.seed,
    )
    standings = list(progress(played, options.turns, words.say("tournament-turns")))[-1][1]
    assert standings is not None
    if options.json:
        print_json(
            {
                "strategies": list(standings.strategies),
                "payoff": standings.payoff.tolist(),
                "cooperation": standings.cooperation.tolist(),
                "runs": standings.runs,
            }
        )
    else:
        _tell(standings, options, words)
    return 0


def _strategies(text: str | None, words: Words) -> list[str]:
    if text is None:
        return list(PAIR)
    names = [name.strip() for name in text.split(",") if name.strip()]
    for name in names:
        if name not in STRATEGIES:
            close = difflib.get_close_matches(name, PAIR, n=1)
            raise fail(words, 2, "cli-no-strategy", name=name[:40], hint=close[0] if close else ", ".join(PAIR))
        if name not in PAIR:
            raise fail(words, 2, "cli-not-in-pairs", name=name, known=", ".join(PAIR))
    if not names or len(set(names)) < len(names):
        raise fail(words, 2, "cli-strategies-twice", given=text[:80])
    return names


def _payoffs(text: str, words: Words) -> "Payoffs":
    from game.rivals.tournament import Payoffs

    try:
        values = [float(part) for part in text.split(",")]
    except ValueError:
        values = []
    if len(values) != 4 or not all(math.isfinite(value) for value in values):
        raise fail(words, 2, "cli-four-payoffs", given=text[:80])
    return Payoffs(*values)


def _tell(standings: "Standings", options: argparse.Namespace, words: Words) -> None:
    names, score = standings.strategies, standings.score
    order = sorted(range(len(names)), key=lambda place: -score[place])
    length = (
        words.say("tournament-length", turns=options.turns)
        if options.continuation is None
        else words.say("tournament-open-end", chance=figure(100 * options.continuation, 1))
    )
    print(
        words.say(
            "tournament-head",
            count=len(names),
            length=length,
            runs=options.runs,
            noise=figure(100 * options.noise, 1),
        )
    )
    columns = ("strategy", "score", "kept")
    head = [words.say(f"tournament-column-{name}") for name in columns] + [
        str(place + 1) for place in range(len(order))
    ]
    rows = []
    for place, i in enumerate(order):
        kept = figure(100 * float(standings.cooperation[i].mean()), 1)
        cells = [figure(float(standings.payoff[i, k]), 2) for k in order]
        rows.append([f"{place + 1} {names[i]}", figure(float(score[i]), 3), kept, *cells])
    print_table(head, rows)
