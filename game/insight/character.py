"""Character: which effort strategy a firm seems to follow, read from what one seat could see.

Every candidate strategy is put in the place of every firm and asked what it would have pledged and done each quarter,
on what the firm was seen to do and to see; the one that makes what was seen likeliest is named. The strategies are the
classes that the rivals themselves play with.

A firm that plans effort p carries out p, or 1 - p by a tremble (chance e), and is observed with normal noise s, clipped
to [0, 1]:

    f(y | p) = (1 - e) g(y | p) + e g(y | 1 - p)
    g(y | p) = phi((y - p)/s)/s for 0 < y < 1, Phi(-p/s) at 0, Phi((p - 1)/s) at 1

A pledge is seen without noise: what the rule would play next if all did as last seen, and nothing if that is below one
half. A rule that draws has one plan for each of some equally likely draws; a quarter's pledge and effort hang on the
same draw, so the mean is taken over their product. Patience is nobody's to see: the likelihood is the mean over a few.
How partners treat the seat is read in the same way with the pair strategies, and counts for a group strategy with odds
of one half that a firm treats neighbours by the rule that goes with it. Whether a word was kept, and records, follow
from efforts and pledges and are not counted again.
"""

import itertools
import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from game.engine.rules import Rules
from game.insight.witness import Ahead, Quarter, institutions, tie
from game.model.observation import Observation
from game.model.record import Floats, Ints
from game.rivals.mind import on_ties
from game.rivals.register import GROUP, PAIR, STRATEGIES
from game.rivals.stage import Stage
from game.rivals.strategy import MEMORIES, Seen, Strategy

DRAWS = tuple((place + 0.5) / 6 for place in range(6))
PATIENCE = (0.1, 0.3, 0.5, 0.7, 0.9)
LEAST_SLIP = 0.01
PLEDGE_NOISE = 0.02
OWN_RULE_ON_TIES = 0.5
OPEN_RATIO = 3.0


@dataclass(frozen=True, eq=False)
class Reading:
    """How likely each strategy made what was seen: `log` [C, R, N], natural logarithms, prior odds included."""

    names: tuple[str, ...]
    log: Floats

    @property
    def chance(self) -> Floats:
        """Posterior chance of each strategy, [C, R, N]."""
        raised = np.exp(self.log - self.log.max(axis=0))
        made: Floats = raised / raised.sum(axis=0)
        return made

    @property
    def best(self) -> Ints:
        """Place in `names` of the likeliest strategy, [R, N]; the first of equals."""
        made: Ints = self.log.argmax(axis=0)
        return made

    def named(self, slot: int, row: int = 0) -> str:
        """The likeliest strategy of the firm in a slot."""
        return self.names[int(self.best[row, slot])]

    def among(self, slot: int, row: int = 0, ratio: float = OPEN_RATIO) -> tuple[str, ...]:
        """The strategies that can't be told apart yet: within a likelihood ratio of the likeliest, that one first.

        Where nobody gives the others reason to answer, most reciprocators do the same, and this names them all.
        """
        held = self.log[:, row, slot]
        order = (-held).argsort(kind="stable")
        return tuple(self.names[place] for place in order if held[place] >= held[order[0]] - math.log(ratio))


def read(
    rules: Rules,
    pictures: Sequence[Observation],
    seat: int | None = None,
    names: Sequence[str] = GROUP,
    prior: Mapping[str, float] | None = None,
) -> Reading:
    """What every firm's group strategy seems to be, from the pictures before quarters 1, 2, .. (at least two).

    Reads public fields, and of private ones the ties of `seat` (None: ties are not looked at). `prior` gives the odds
    of the strategies before anything is seen (left out: all alike).
    """
    quarters = [institutions(rules, before, after) for before, after in itertools.pairwise(pictures)]
    log = np.array([_log_likelihood(rules, STRATEGIES[name], quarters) for name in names])
    if seat is not None:
        log = log + _by_ties(read_ties(rules, pictures, seat), names)
    if prior is not None:
        log = log + np.log([prior[name] for name in names])[:, None, None]
    return Reading(tuple(names), log)


def read_ties(rules: Rules, pictures: Sequence[Observation], seat: int, names: Sequence[str] = PAIR) -> Reading:
    """What every firm's pair strategy seems to be, from how it treated a seat; all alike where there was no tie."""
    quarters = [tie(rules, before, after, seat) for before, after in itertools.pairwise(pictures)]
    return Reading(tuple(names), np.array([_log_likelihood(rules, STRATEGIES[name], quarters) for name in names]))


def _log_likelihood(rules: Rules, rule: Strategy, quarters: list[Quarter]) -> Floats:
    """[R, N]; a rule that reckons is taken as a mean over patience."""
    patience = PATIENCE if rule.reckons else PATIENCE[:1]
    end = rules.scenario.quarters.continuation
    each = [_replay(rules, rule, quarters, held * end) for held in patience]
    made: Floats = np.logaddexp.reduce(each, axis=0) - math.log(len(each))
    return made


def _replay(rules: Rules, rule: Strategy, quarters: list[Quarter], patience: float) -> Floats:
    """Log P(pledges and efforts | rule), summed over quarters and bodies, [R, N]."""
    memory = np.zeros((MEMORIES, *quarters[0].own.shape))
    pledged: list[Floats] = []
    slip = max(rules.scenario.chance.tremble, LEAST_SLIP)
    least = rules.scenario.sanctions.kept_without_pledge
    total = np.zeros(quarters[0].own[:, 0].shape)
    for quarter in quarters:
        plans = _plans(rule, _view(quarter, memory, patience))
        seen = [_effort_likelihood(quarter, plan, slip) for plan in plans]
        together = [held + word for held, word in _pairs(seen, pledged)]
        total += _mean(together).sum(axis=1)
        pledged = []
        if quarter.ahead is not None:
            ahead = Seen(
                own=plans[0],
                others=quarter.ahead.others,
                first=np.zeros_like(quarter.first),
                memory=memory.copy(),
                patience=np.full_like(plans[0], patience),
                threshold=quarter.ahead.threshold,
                deterred=quarter.ahead.deterred,
                draw=_undrawn,
                bound=quarter.ahead.bound,
                promised=quarter.ahead.promised,
                stage=_told(quarter.ahead.stage),
            )
            pledged = [_pledge_likelihood(quarter.ahead, plan, least) for plan in _plans(rule, ahead)]
    if pledged:
        total += _mean(pledged).sum(axis=1)
    return total


def _view(quarter: Quarter, memory: Floats, patience: float) -> Seen:
    return Seen(
        own=quarter.own,
        others=quarter.others,
        first=quarter.first,
        memory=memory,
        patience=np.full_like(quarter.own, patience),
        threshold=quarter.threshold,
        deterred=quarter.deterred,
        draw=_undrawn,
        bound=quarter.bound,
        promised=quarter.promised,
        stage=_told(quarter.stage),
    )


def _told(stage: Stage | None) -> Callable[[], Stage] | None:
    return None if stage is None else lambda: stage


def _undrawn() -> Floats:
    raise AssertionError("a view is given its draws when a rule plays")


def _plans(rule: Strategy, view: Seen) -> list[Floats]:
    """What the rule would do, once for each draw if it draws; its memory is written once (it remembers no draws)."""
    drawn: list[float] = []

    def drawing(value: float) -> Callable[[], Floats]:
        def draw() -> Floats:
            drawn.append(value)
            return np.full_like(view.own, value)

        return draw

    before = view.memory.copy()
    made = [rule.play(replace(view, draw=drawing(DRAWS[0])))]
    if drawn:
        made += [rule.play(replace(view, memory=before.copy(), draw=drawing(value))) for value in DRAWS[1:]]
    return made


def _pairs(seen: list[Floats], pledged: list[Floats]) -> list[tuple[Floats, Floats]]:
    """Effort and pledge under each draw; a list of one holds for all draws."""
    pledged = pledged or [np.zeros_like(seen[0])]
    count = max(len(seen), len(pledged))
    return [(seen[place % len(seen)], pledged[place % len(pledged)]) for place in range(count)]


def _mean(logs: list[Floats]) -> Floats:
    made: Floats = np.logaddexp.reduce(logs, axis=0) - math.log(len(logs)) if len(logs) > 1 else logs[0]
    return made


def _effort_likelihood(quarter: Quarter, plan: Floats, slip: float) -> Floats:
    """Log f(y | p), 0 where nothing was to be seen, [R, J, N]."""
    straight = _observation(quarter.observed, plan, quarter.noise) + math.log1p(-slip)
    slipped = _observation(quarter.observed, 1 - plan, quarter.noise) + math.log(slip)
    return np.where(quarter.counts, np.logaddexp(straight, slipped), 0.0)


def _observation(observed: Floats, effort: Floats, noise: float) -> Floats:
    """Log g(y | p): normal inside, the tails gathered at both ends."""
    z = (observed - effort) / noise
    inside = -0.5 * z**2 - math.log(noise * math.sqrt(2 * math.pi))
    edge = np.where(observed <= 0, -effort / noise, (effort - 1) / noise)
    made: Floats = np.where((observed <= 0) | (observed >= 1), _log_tail(edge), inside)
    return made


def _log_tail(z: Floats) -> Floats:
    """Log Phi(z) for z <= 0 within 1 %: Phi(-x) = phi(x)/(.661 x + .339 sqrt(x^2 + 5.51)).

    Borjesson & Sundberg (1979, IEEE Trans. Communications 27:639-643).
    """
    x = np.maximum(-z, 0.0)
    made: Floats = -0.5 * x**2 - 0.5 * math.log(2 * math.pi) - np.log(0.661 * x + 0.339 * np.sqrt(x**2 + 5.51))
    return made


def _pledge_likelihood(ahead: Ahead, plan: Floats, least: float) -> Floats:
    """Log P(pledge | plan), 0 where none could be made, [R, J, N]; any other pledge has a small flat chance."""
    silent, says_nothing = np.isnan(ahead.pledge), plan < least
    z = (np.where(silent, 0.0, ahead.pledge) - plan) / PLEDGE_NOISE
    near = np.exp(-0.5 * z**2) / (PLEDGE_NOISE * math.sqrt(2 * math.pi))
    told = np.where(silent == says_nothing, np.where(silent, 1.0, near), 0.0)
    return np.where(ahead.counts, np.log((1 - LEAST_SLIP) * told + LEAST_SLIP), 0.0)


def _by_ties(ties: Reading, names: Sequence[str]) -> Floats:
    """Log P(treatment | group strategy), [C, R, N]: its own rule on ties with some odds, else any."""
    level = ties.log.max(axis=0)
    raised = np.exp(ties.log - level)
    other = raised.mean(axis=0)
    made = []
    for name in names:
        rule = on_ties(name)
        own = raised[ties.names.index(rule)] if rule in ties.names else other
        made.append(np.log(OWN_RULE_ON_TIES * own + (1 - OWN_RULE_ON_TIES) * other) + level)
    return np.array(made)
