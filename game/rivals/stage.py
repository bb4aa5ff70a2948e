"""The stage game of an institution as a manager reckons it."""

from dataclasses import dataclass

import numpy as np

from game.model.record import Floats


@dataclass(frozen=True)
class Stage:
    """The stage game of an institution as a manager reckons it, all of one shape, money in costs of full effort.

    With all n members at effort e the group gains `returns` e^theta; `discount` is the part of the cost that a grant
    pays, `fine` what a full breach is expected to cost in fines, `damages` per unit of effort below the `floor`. What
    is missing to the `standard` is fined from `shirk_from` on, and effort below `kept_from` is what others complain
    about, at an expected cost of `complaints`.
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
    complaints: Floats
    kept_from: float = 0.5
    shirk_from: float = 0.1

    def payoff(self, effort: float, others: Floats) -> Floats:
        """What this effort is worth against the others' mean: share of the benefit less all that it costs."""
        mean = ((self.members - 1) * others + effort) / self.members
        share = self.equal + (1 - self.equal) * np.minimum(effort / np.where(mean > 0, mean, 1.0), 2.0)
        shirk = np.where(self.standard - effort > self.shirk_from, self.standard - effort, 0.0)
        fined = self.fine * np.where(shirk > 0, np.maximum(shirk, 0.25), 0.0)
        owed = self.damages * np.maximum(self.floor - effort, 0.0)
        owed = owed + self.complaints * (effort < self.kept_from)
        made: Floats = self.returns * mean**self.theta * share - (1 - self.discount) * effort**self.eta - fined - owed
        return made
