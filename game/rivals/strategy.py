"""What an effort strategy is, and the twelve that come with the game.

A strategy is a rule on (own last implemented effort, the others' as observed, its memory, chance) -> effort. In a pair
"the others" is the partner, in an institution the members' mean as observed; effort 1 is C, 0 is D, and what lies above
one half counts as C. One class plays both in the game and in tournaments, on arrays of any shape.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from game.model.record import Bools, Floats

MEMORIES = 2
SHIRK_FROM = 0.1


@dataclass(frozen=True)
class Stage:
    """The stage game of an institution as a manager reckons it, all of one shape, money in costs of full effort.

    With all n members at effort e the group gains `returns` e^theta; `discount` is the part of the cost that a grant
    pays, `fine` what a full breach is expected to cost in fines, `damages` per unit of effort below the `floor`.
    """

    members: Floats
    returns: Floats
    theta: Floats
    eta: Floats
    equal: Floats
    discount: Floats
    fine: Floats
    standard: Floats
    floor: Floats
    damages: Floats

    def payoff(self, effort: float, others: Floats) -> Floats:
        """What this effort is worth against the others' mean: share of the benefit less cost, fines, damages."""
        mean = ((self.members - 1) * others + effort) / self.members
        share = self.equal + (1 - self.equal) * np.minimum(effort / np.where(mean > 0, mean, 1.0), 2.0)
        shirk = np.where(self.standard - effort > SHIRK_FROM, self.standard - effort, 0.0)
        fined = self.fine * np.where(shirk > 0, np.maximum(shirk, 0.25), 0.0)
        owed = self.damages * np.maximum(self.floor - effort, 0.0)
        made: Floats = self.returns * mean**self.theta * share - (1 - self.discount) * effort**self.eta - fined - owed
        return made


@dataclass
class Seen:
    """What a strategy decides on; all arrays have one shape, `memory` has one more leading axis and is written to.

    `first` marks places without a past (their `own` and `others` are not to be used), `threshold` is d*, the patience
    above which keeping is self-enforcing, `deterred` says that breaking does not pay this quarter because of expected
    fines; `draw` gives uniform numbers of that shape. `bound` is the effort that a contract makes it pay to give, and
    `stage` the stage game where there is one (not in pairs).
    """

    own: Floats
    others: Floats
    first: Bools
    memory: Floats
    patience: Floats
    threshold: Floats
    deterred: Bools
    draw: Callable[[], Floats]
    bound: Floats | float = 0.0
    stage: Callable[[], Stage] | None = None


class Strategy:
    """Base of all strategies: `opens` is played first, `answer` afterwards."""

    name: ClassVar[str]
    plays: ClassVar[frozenset[str]] = frozenset({"pair", "group"})
    opens: ClassVar[float] = 1.0

    def start(self, memory: Floats) -> None:
        """Set the memory of places without a past (`memory` [MEMORIES, places])."""

    def answer(self, seen: Seen) -> Floats:
        """Effort from the second move on."""
        raise NotImplementedError

    def play(self, seen: Seen) -> Floats:
        """Effort in [0, 1] for every place."""
        if seen.first.any():
            fresh = seen.memory[:, seen.first]
            self.start(fresh)
            seen.memory[:, seen.first] = fresh
        made: Floats = np.where(seen.first, self.opens, self.answer(seen))
        return made


def kept(effort: Floats) -> Bools:
    """C or D: above one half is C."""
    made: Bools = effort > 0.5
    return made


def as_effort(keeps: Bools) -> Floats:
    """C is effort 1, D is effort 0."""
    made: Floats = keeps.astype(np.float64)
    return made


class Always(Strategy):
    """Always keeps (unconditional cooperator)."""

    name = "always"

    def answer(self, seen: Seen) -> Floats:
        return np.ones_like(seen.others)


class Never(Strategy):
    """Never keeps (unconditional defector)."""

    name = "never"
    opens = 0.0

    def answer(self, seen: Seen) -> Floats:
        return np.zeros_like(seen.others)


class TitForTat(Strategy):
    """Does what the others did last (Axelrod 1984)."""

    name = "tit_for_tat"

    def answer(self, seen: Seen) -> Floats:
        return as_effort(kept(seen.others))


class SuspiciousTitForTat(TitForTat):
    """Tit for tat that begins by breaking."""

    name = "suspicious"
    opens = 0.0


class GenerousTitForTat(Strategy):
    """Tit for tat that forgives a breach with chance 1/3, Molander's (1985) generosity for payoffs 5, 3, 1, 0."""

    name = "generous"
    generosity: ClassVar[float] = 1 / 3

    def answer(self, seen: Seen) -> Floats:
        return as_effort(kept(seen.others) | (seen.draw() < self.generosity))


class TitForTwoTats(Strategy):
    """Breaks only after two breaches in a row; memory 0 is whether the move before last was kept."""

    name = "two_tats"

    def start(self, memory: Floats) -> None:
        memory[0] = 1.0

    def answer(self, seen: Seen) -> Floats:
        now = kept(seen.others)
        made = now | (seen.memory[0] > 0.5)
        seen.memory[0] = np.where(seen.first, 1.0, now)
        return as_effort(made)


class WinStayLoseShift(Strategy):
    """Keeps after both kept or both broke (Nowak & Sigmund 1993)."""

    name = "win_stay"

    def answer(self, seen: Seen) -> Floats:
        return as_effort(kept(seen.own) == kept(seen.others))


class Grim(Strategy):
    """Keeps until it sees the first breach, then never again; memory 0 is the grudge."""

    name = "grim"

    def start(self, memory: Floats) -> None:
        memory[0] = 0.0

    def answer(self, seen: Seen) -> Floats:
        betrayed = (seen.memory[0] > 0.5) | ~kept(seen.others)
        seen.memory[0] = np.where(seen.first, 0.0, betrayed)
        return as_effort(~betrayed)


class Alternator(Strategy):
    """Does the opposite of its own last act."""

    name = "alternator"

    def answer(self, seen: Seen) -> Floats:
        return as_effort(~kept(seen.own))


class Random(Strategy):
    """Keeps with chance one half."""

    name = "random"

    def answer(self, seen: Seen) -> Floats:
        return as_effort(seen.draw() < 0.5)

    def play(self, seen: Seen) -> Floats:
        return self.answer(seen)


class ConditionalCooperator(Strategy):
    """Gives about what it expects of the others: min(1, 1.05 b + .02), b half old belief, half last observation.

    Fischbacher & Gaechter (2010): conditional cooperation is imperfect, beliefs follow what was seen. Memory 0 is b.
    """

    name = "conditional"
    plays = frozenset({"group"})

    def start(self, memory: Floats) -> None:
        memory[0] = 1.0

    def answer(self, seen: Seen) -> Floats:
        belief = np.where(seen.first, 1.0, 0.5 * seen.memory[0] + 0.5 * seen.others)
        seen.memory[0] = belief
        made: Floats = np.maximum(np.minimum(1.0, 1.05 * belief + 0.02), seen.bound)
        return made


class Reasoner(Strategy):
    """Keeps while that enforces itself (Friedman 1971): patience is at least d* and the others kept, or fines bite.

    A mean over a wavering group counts as kept from .35 on, so that single errors do not end the relation.
    """

    name = "reasoner"
    tolerance: ClassVar[float] = 0.35

    def play(self, seen: Seen) -> Floats:
        patient = seen.patience >= seen.threshold
        made = seen.deterred | (patient & (seen.first | (seen.others > self.tolerance)))
        return np.maximum(as_effort(made), seen.bound)


class BestReplier(Strategy):
    """Chooses among six levels of effort by what each is worth this quarter: logit (McKelvey & Palfrey 1995).

    It looks no further than the quarter, so only fines, contracts, grants and a share that follows effort move it.
    """

    name = "best_reply"
    plays = frozenset({"group"})
    levels: ClassVar[tuple[float, ...]] = (0.0, 0.2, 0.4, 0.6, 0.8, 1.0)
    precision: ClassVar[float] = 6.0

    def play(self, seen: Seen) -> Floats:
        if seen.stage is None:
            raise ValueError(self.name)
        stage = seen.stage()
        others = np.where(seen.first, 0.5, seen.others)
        worth = np.stack([self.precision * stage.payoff(level, others) for level in self.levels])
        odds = np.exp(worth - worth.max(axis=0))
        ladder = odds.cumsum(axis=0) / odds.sum(axis=0)
        step = (seen.draw() > ladder[:-1]).sum(axis=0)
        made: Floats = np.array(self.levels)[step]
        return made
