"""Does the best answer hang on the others? Every quarter of some games, taken apart.

A seat is played by its own manager and strategy. Before each quarter q of a game every option of every open choice
(`game.teach.choices`) is held for a year, under every conduct of the others (`game.teach.conduct`), over the same fresh
draws of luck. The others show the conduct in quarter q - 1, which the seat then sees, and go on with it; with
`goes_on` off they show it in q - 1 alone (in the first quarter: in q) and then do as they are. An option's value is
what the score counts, a quarter:

    V = (sum of discounted profits + closing stocks, after the year) / sum_t d^t

An option k beats k' if the mean of V(k) - V(k') over the draws, less Z standard errors, is above the margin, which is
`TIE` of the seat's mean profit. A choice *depends* in a quarter if there are two conducts whose best options differ and
each beats the other under its own conduct; it is *plain* if one option is best and beats all others under every
conduct; else it is *open*: nothing that matters, or nothing sure. A quarter counts as depending if one of its choices
does. The severe reading puts the options of all choices into one: does the best single move depend?
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

import numpy as np

from game import play
from game.batch.table import Mean, mean_of
from game.engine.rules import compile_rules
from game.insight.luck import Fresh, as_told
from game.insight.past import spread
from game.insight.stage_game import TIE
from game.model.decision import Decision
from game.model.record import Floats
from game.model.scenario import Scenario
from game.rivals.difficulty import NORMAL, handicap
from game.teach.choices import Hold, Option, choices, options
from game.teach.conduct import CONDUCTS, Conduct
from game.teach.pooled import Pooled, pool

SEED, GAMES, DRAWS, YEAR = 20_240_801, 20, 16, 4
Z = 3.0
HALF = 0.5  # of the quarters are to hold a choice whose best option depends on the others
MOVE = "move"  # the choice among the options of all choices


class Verdict(StrEnum):
    """What a choice is in a quarter."""

    DEPENDS = "depends"
    PLAIN = "plain"
    OPEN = "open"


@dataclass(frozen=True)
class Finding:
    """A choice in a quarter of a game; `best` names the option that is best under every conduct, if one is.

    It is named also where it is not surely so.
    """

    replicate: int
    quarter: int
    choice: str
    verdict: Verdict
    best: str = ""


@dataclass(frozen=True)
class Dependence:
    """All findings at a seat."""

    findings: tuple[Finding, ...]
    pooled: tuple[Pooled, ...] = field(default=(), compare=False)
    ordinary: float = 0.0  # the seat's mean profit a quarter, as a size

    @property
    def share(self) -> Mean:
        """Share of quarters with a choice whose best option depends on the others: mean over games, 95 % interval."""
        return self._share("depends", lambda held: held.choice != MOVE and held.verdict is Verdict.DEPENDS)

    @property
    def moves(self) -> Mean:
        """The severe reading: share of quarters in which the best of all single moves depends on the others."""
        return self._share("moves", lambda held: held.choice == MOVE and held.verdict is Verdict.DEPENDS)

    @property
    def solved(self) -> Mean:
        """Share of quarters in which one move is best whatever the others do, sure or not."""
        return self._share("solved", lambda held: held.choice == MOVE and bool(held.best))

    @property
    def solutions(self) -> dict[str, float]:
        """Such moves and the share of all quarters that each of them solves, most frequent first."""
        moves = [held for held in self.findings if held.choice == MOVE]
        found = Counter(held.best for held in moves if held.best)
        return {name: count / len(moves) for name, count in found.most_common()}

    @property
    def by_choice(self) -> dict[str, dict[str, float]]:
        """Of every choice, in quarters in which it is open: the share that depends, and of every option always best."""
        made: dict[str, dict[str, float]] = {}
        for name in dict.fromkeys(held.choice for held in self.findings):
            mine = [held for held in self.findings if held.choice == name]
            told = Counter(held.best if held.verdict is Verdict.PLAIN else str(held.verdict) for held in mine)
            made[name] = {what: count / len(mine) for what, count in told.most_common()}
        return made

    def _share(self, name: str, counts: Callable[[Finding], bool]) -> Mean:
        games: dict[int, dict[int, bool]] = {}
        for held in self.findings:
            game = games.setdefault(held.replicate, {})
            game[held.quarter] = game.get(held.quarter, False) or counts(held)
        return mean_of(name, [sum(game.values()) / len(game) for game in games.values()])


def measure(scenario: Scenario, slot: int, games: int = GAMES, draws: int = DRAWS, **terms: object) -> Dependence:
    """Play and judge; see `steps`."""
    made = [found for _, found in steps(scenario, slot, games, draws, **terms)][-1]  # type: ignore[arg-type]
    assert made is not None
    return made


def steps(
    scenario: Scenario,
    slot: int,
    games: int = GAMES,
    draws: int = DRAWS,
    conducts: Sequence[Conduct] = CONDUCTS,
    *,
    goes_on: bool = True,
    difficulty: str = NORMAL,
    seed: int = SEED,
) -> Iterator[tuple[float, Dependence | None]]:
    """Quarter by quarter: (share done, the findings at the end). All games are rows of the same batches."""
    table = play.set_table(compile_rules(scenario), seed, games, (slot,), handicap(scenario, difficulty, (slot,)))
    last = play.last_quarters(table)
    moments = [play.start(table)]
    for _ in range(int(last.max())):
        moments.append(play.step(table, moments[-1]))
    ordinary = _ordinary(moments, slot)
    found: list[Finding] = []
    pooled: list[Pooled] = []
    for quarter in range(1, int(last.max()) + 1):
        offered = options(choices(table.rules, quarter))
        looked = _Look(table, tuple(moments), slot, quarter, draws)
        values = np.array([looked.values(conduct, offered, goes_on=goes_on) for conduct in conducts])
        going = np.flatnonzero(last >= quarter)
        for replicate in going:
            found += _judge(values[:, replicate], offered, TIE * ordinary, int(replicate), quarter)
        pooled += pool(quarter, [option.choice.label for option in offered], values[:, going])
        yield quarter / int(last.max()), None
    yield 1.0, Dependence(tuple(found), tuple(pooled), ordinary)


def _ordinary(moments: Sequence[play.Moment], slot: int) -> float:
    """The seat's mean profit a quarter, as a size: of losses too."""
    profits = [moment.past.outcome.money.profit[:, slot] for moment in moments if moment.past is not None]
    return abs(float(np.mean(profits)))


@dataclass(frozen=True, eq=False)
class _Look:
    """A quarter about to be taken apart: the games' moments before the first quarter and after each."""

    table: play.Table
    moments: tuple[play.Moment, ...]
    slot: int
    quarter: int
    draws: int

    def values(self, conduct: Conduct, offered: Sequence[Option], *, goes_on: bool) -> Floats:
        """V of every game, option and draw, [G, O, D]."""
        games, each = len(self.table.chance.replicate), len(offered) * self.draws
        game = np.repeat(np.arange(games), each)
        which = np.tile(np.repeat(np.arange(len(offered)), self.draws), games)
        draw = np.tile(np.arange(self.draws), games * len(offered))
        now = spread(replace(self._after(conduct), past=None), game)
        rules = as_told(self.table.rules, self.quarter)
        table = replace(self.table, rules=rules, chance=Fresh(self.table.chance.seed, game * self.draws + draw))
        hold, value = Hold(rules, self.slot, offered, which, now.seen), now.state.firms.value[:, self.slot]
        for ahead in range(YEAR):
            shown = goes_on or self.quarter + ahead == 1

            def send(_moment: play.Moment, proposed: Decision, shown: bool = shown) -> Decision:
                made = hold.put(proposed)
                return conduct.put(made, self.slot) if shown else made

            now = play.step(table, now, send)
        assert now.past is not None
        gained = now.past.outcome.scores.worth[:, self.slot] - value
        discount = float(rules.scenario.finance.discount)
        weight = sum(discount ** (self.quarter - 1 + ahead) for ahead in range(YEAR))
        made: Floats = (gained / weight).reshape(games, len(offered), self.draws)
        return made

    def _after(self, conduct: Conduct) -> play.Moment:
        """The moment before the quarter, had the others shown the conduct in the one before."""
        if self.quarter == 1:
            return self.moments[0]
        past = self.moments[self.quarter - 1].past
        assert past is not None
        return play.step(self.table, self.moments[self.quarter - 2], play.given(conduct.put(past.sent, self.slot)))


def _judge(values: Floats, offered: Sequence[Option], margin: float, replicate: int, quarter: int) -> Iterator[Finding]:
    """The findings of a quarter from V [conducts, O, D]."""
    together: dict[str, list[int]] = {MOVE: list(range(len(offered)))}
    for place, option in enumerate(offered):
        together.setdefault(option.choice.label, []).append(place)
    for name, at in together.items():
        verdict, best = judge(values[:, at], margin) if at else (Verdict.OPEN, None)
        yield Finding(replicate, quarter, name, verdict, "" if best is None else offered[at[best]].label)


def judge(values: Floats, margin: float) -> tuple[Verdict, int | None]:
    """The verdict on a choice from V [conducts, K, D], and the option that is best under all conducts, if one is."""
    best = values.mean(axis=-1).argmax(axis=-1)
    for one in range(len(values)):
        for other in range(one):
            first, second = int(best[one]), int(best[other])
            if (
                first != second
                and beats(values[one], first, second, margin)
                and beats(values[other], second, first, margin)
            ):
                return Verdict.DEPENDS, None
    if (best != best[0]).any():
        return Verdict.OPEN, None
    top = int(best[0])
    rest = [place for place in range(values.shape[1]) if place != top]
    sure = all(beats(held, top, place, margin) for held in values for place in rest)
    return (Verdict.PLAIN if sure else Verdict.OPEN), top


def beats(values: Floats, one: int, other: int, margin: float) -> bool:
    """Whether an option is surely worth more than another by the margin, from paired draws [K, D]."""
    ahead = values[one] - values[other]
    error = float(ahead.std(ddof=1)) / np.sqrt(len(ahead))
    return bool(ahead.mean() - Z * error > margin)
