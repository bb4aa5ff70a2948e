"""What an effort strategy is, those that come with the game, and the one that a table of chances makes.

A strategy is a rule on (own last implemented effort, the others' as observed, its memory, chance) -> effort. In a pair
"the others" is the partner, in an institution the members' mean as observed; effort 1 is C, 0 is D, and what lies above
one half counts as C. One class plays both in the game and in tournaments, on arrays of any shape.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from game.model.record import Bools, Floats
from game.rivals.stage import Stage

MEMORIES = 2


@dataclass
class Seen:
    """What a strategy decides on; all arrays have one shape, `memory` has one more leading axis and is written to.

    `patience`, `threshold`, `deterred` and `bound` may be smaller, where one figure stands for many places. `first`
    marks places without a past (their `own` and `others` are not to be used), `threshold` is d*, the patience above
    which keeping is self-enforcing, `deterred` says that breaking does not pay this quarter because of expected fines;
    `draw` gives uniform numbers of that shape. `bound` is the effort that a contract or complaints make it pay to give,
    `promised` what the others' pledges lead to expect (none where nothing is pledged), and `stage` the stage game where
    there is one (not in pairs).
    """

    own: Floats
    others: Floats
    first: Bools
    memory: Floats
    patience: Floats
    threshold: Floats | float
    deterred: Bools
    draw: Callable[[], Floats]
    bound: Floats | float = 0.0
    promised: Floats | None = None
    stage: Callable[[], Stage] | None = None


class Strategy:
    """Base of all strategies: `opens` is played first, `answer` afterwards."""

    name: str
    plays: frozenset[str] = frozenset({"pair", "group"})
    opens: float = 1.0
    reckons: ClassVar[bool] = False  # whether patience, threshold and fines matter to it
    remembers: ClassVar[bool] = False  # whether it reads or writes `memory`, which may be empty otherwise

    def start(self, memory: Floats) -> None:
        """Set the memory of places without a past (`memory` [MEMORIES, places])."""

    def answer(self, seen: Seen) -> Floats:
        """Effort from the second move on; may be asked directly where no place is at its first."""
        raise NotImplementedError

    def play(self, seen: Seen) -> Floats:
        """Effort in [0, 1] for every place."""
        if not seen.first.any():
            return self.answer(seen)
        if type(self).start is not Strategy.start:
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
    remembers = True

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
    """Keeps until it sees the first breach, then never again; memory 0 is the grudge.

    In a group the others broke when their mean is not above one half; a grim that bears no breach at all, for which
    d* = (1 - m)/((n - 1) m) holds in groups of any size, has `above` just under 1.
    """

    name = "grim"
    remembers = True
    above: ClassVar[float] = 0.5

    def start(self, memory: Floats) -> None:
        memory[0] = 0.0

    def answer(self, seen: Seen) -> Floats:
        betrayed = (seen.memory[0] > 0.5) | (seen.others <= self.above)
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
    """Gives about what it expects of the others: min(1, k b + .02), b' = (1 - l) b + l x last observation.

    Fischbacher & Gaechter (2010): conditional cooperation is imperfect, beliefs follow what was seen. Memory 0 is b.
    Where the others pledge, half of the news is what their pledges are worth by their records.
    k is `slope`, l is `pace`; those who only nearly match the others, k below 1, are subclasses. Where only C and D can
    be played (tournaments) it keeps while b > .457: after a kept move always, after a breach only if b was above .914,
    which takes three or four kept moves in a row.
    """

    name = "conditional"
    remembers = True
    slope: ClassVar[float] = 1.05
    intercept: ClassVar[float] = 0.02
    pace: ClassVar[float] = 0.5
    hope: ClassVar[float] = 1.0  # the belief to begin with

    def answer(self, seen: Seen) -> Floats:
        news = seen.others if seen.promised is None else 0.5 * (seen.others + seen.promised)
        belief = np.where(seen.first, self.hope, (1 - self.pace) * seen.memory[0] + self.pace * news)
        seen.memory[0] = belief
        made: Floats = np.maximum(np.minimum(1.0, self.slope * belief + self.intercept), seen.bound)
        return made

    def play(self, seen: Seen) -> Floats:
        return self.answer(seen)


class HumpShaped(Strategy):
    """Gives what the others give up to one half, and less the more they give beyond it: min(b, 1 - b).

    The third kind of people in Fischbacher, Gaechter & Fehr (2001), 14 %: contributions rise to half of the endowment
    and fall after. The tent is the plainest such shape. It never gives more than one half, so it has no C to play in a
    pair. b is what was seen last; the first move is the peak.
    """

    name = "hump"
    plays = frozenset({"group"})
    opens = 0.5

    def answer(self, seen: Seen) -> Floats:
        made: Floats = np.minimum(seen.others, 1 - seen.others)
        return made


class Reasoner(Strategy):
    """Keeps while that enforces itself (Friedman 1971): patience is at least d* and the others kept, or fines bite.

    A mean over a wavering group counts as kept from .35 on, so that single errors do not end the relation.
    """

    name = "reasoner"
    reckons = True
    tolerance: ClassVar[float] = 0.35

    def answer(self, seen: Seen) -> Floats:
        return self._keep(seen, seen.others > self.tolerance)

    def play(self, seen: Seen) -> Floats:
        return self._keep(seen, seen.first | (seen.others > self.tolerance))

    def _keep(self, seen: Seen, trusts: Bools) -> Floats:
        made = as_effort(seen.deterred | ((seen.patience >= seen.threshold) & trusts))
        return np.maximum(made, seen.bound)


class MemoryOne(Strategy):
    """Keeps with a chance that hangs on the last two acts alone (Nowak & Sigmund 1993).

    `table` [5] holds the chances at first and after (own, other's) CC, CD, DC, DD. What people do can be written down
    in it; tit for tat is (1, 1, 0, 1, 0), and (1, 1, 0, 0, 0) a grim that only remembers one move.
    """

    plays = frozenset({"pair"})

    def __init__(self, name: str, table: Sequence[float]) -> None:
        self.name = name
        self.table = np.array(table, dtype=np.float64)

    def answer(self, seen: Seen) -> Floats:
        past = 1 + 2 * ~kept(seen.own) + ~kept(seen.others)
        return as_effort(seen.draw() < self.table[np.where(seen.first, 0, past)])

    def play(self, seen: Seen) -> Floats:
        return self.answer(seen)
