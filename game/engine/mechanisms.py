"""What makes keeping pay, in closed form: sharing by effort, sanctions, contracts, commissions, and giving without any.

Each function is one textbook result on arrays of any shape (arguments are broadcast); money, effort and time are in
the units of the arguments. They are for the rules of contracts and for the figures that explain an institution.
"""

from typing import NamedTuple

import numpy as np

from game.model.record import Bools, Floats

Number = Floats | float


def shared_effort(n: Number, equal_share: Number, exponent: Number, value: Number, cost: Number) -> Floats:
    """Total effort at which nobody gains by giving more or less, X = (link A theta/c)^(1/(1 - theta)) (Sen 1966).

    The group gets A X^theta, of which i has the part al/n + (1 - al) x_i/X, and a unit of effort costs c; theta < 1.
    In the engine's stage game al + (1 - al) e_i/(mean e) is n times that part, of the worth per member.
    """
    exponent = np.asarray(exponent, dtype=np.float64)
    made: Floats = (link(n, equal_share, exponent) * value * exponent / cost) ** (1 / (1 - exponent))
    return made


def efficient_effort(exponent: Number, value: Number, cost: Number) -> Floats:
    """Total effort that is best for the group: the same with a link of 1."""
    return shared_effort(1.0, 1.0, exponent, value, cost)


def link(n: Number, equal_share: Number, exponent: Number) -> Floats:
    """What a member feels of the group's marginal benefit: 1/n + (1 - al)(n - 1)/(n theta).

    Below 1 members ride free, above 1 they outbid each other and spend too much.
    """
    n = np.asarray(n, dtype=np.float64)
    made: Floats = 1 / n + (1 - np.asarray(equal_share)) * (n - 1) / (n * exponent)
    return made


def best_equal_share(exponent: Number) -> Floats:
    """The equal share at which sharing is efficient, whatever n: al = 1 - theta (Sen 1966)."""
    return 1 - np.asarray(exponent, dtype=np.float64)


def private_giving(n: Number, private_weight: Number, wealth: Number = 1.0) -> Floats:
    """What all together give to a public good when each gives for itself, G = n w (1 - a)/(n a + 1 - a).

    Utility x^a G^(1 - a), wealth w each (Bergstrom, Blume & Varian 1986); n -> infinity gives w (1 - a)/a only.
    """
    n, a = np.asarray(n, dtype=np.float64), np.asarray(private_weight, dtype=np.float64)
    made: Floats = n * wealth * (1 - a) / (n * a + 1 - a)
    return made


def efficient_giving(n: Number, private_weight: Number, wealth: Number = 1.0) -> Floats:
    """What would be best for all, G = n w (1 - a) (Samuelson 1954)."""
    made: Floats = np.asarray(n) * wealth * (1 - np.asarray(private_weight, dtype=np.float64))
    return made


def reputation_quality(
    n: Number, pace: Number, premium: Number, cost: Number, rate: Number, traceability: Number = 0.0
) -> Floats:
    """Quality under a common name, q = g a/(c (r + g)) [th + (1 - th)/n] (after Winfree & McCluskey 2005).

    Price rises by a with reputation, R' = g (mean quality - R), quality costs c q^2/2 and profit is discounted at r.
    With n = 1 it is what the members would agree on; the part th of reputation is traced to the firm itself.
    """
    th = np.asarray(traceability, dtype=np.float64)
    own = th + (1 - th) / n
    made: Floats = own * pace * premium / (cost * (np.asarray(rate) + pace))
    return made


class Deterrence(NamedTuple):
    """The fine needed, what membership is worth under it, and how much breaking then loses (0 where it is even)."""

    fine: Floats
    membership: Floats
    slack: Floats


def needed_fine(
    gain: Number, keeping: Number, detection: Number, false_alarm: Number, exclusion: Number, patience: Number
) -> Deterrence:
    """The smallest fine F at which keeping pays, given detection p, false alarms e, K quarters' exclusion, patience d.

        g <= (p - e) [F + d (1 - d^K) V],   V = (v - e F)/(1 - d (1 - e) - e d^(K + 1))

    with g the gain from breaking once and v what a quarter's membership is worth while all keep; in a linear public
    good g = (1 - m) x and v = (n m - 1) x. K = 0 is Becker's (1968) g <= (p - e) F, by which the game's reasoners judge
    (`rivals.mind.fines_bite`); the rest is in the spirit of Green & Porter (1984). Needs p > e.
    """
    d, e, k = (np.asarray(each, dtype=np.float64) for each in (patience, false_alarm, exclusion))
    caught = np.asarray(detection) - e
    lost = d * (1 - d**k) / (1 - d * (1 - e) - e * d ** (k + 1))
    wanted = (gain / caught - lost * keeping) / (1 - lost * e)
    fine: Floats = np.maximum(wanted, 0.0)
    membership: Floats = (keeping - e * fine) / (1 - d * (1 - e) - e * d ** (k + 1))
    slack: Floats = caught * (fine + d * (1 - d**k) * membership) - gain
    return Deterrence(fine, membership, slack)


def contract_holds(gain: Number, court: Number, penalty: Number, patience: Number, surplus: Number) -> Bools:
    """Whether a contract is kept: g <= ce L + d/(1 - d) s (Levin 2003).

    ce is the chance that a court awards the penalty L, s what the relation is worth a quarter to the one who could
    break; with d = 0 only the court holds it, with ce = 0 only the future.
    """
    d = np.asarray(patience, dtype=np.float64)
    made: Bools = np.asarray(gain) <= court * np.asarray(penalty) + d / (1 - d) * surplus
    return made


def needed_penalty(gain: Number, court: Number, patience: Number, surplus: Number) -> Floats:
    """The smallest penalty with which the contract is kept, L = max(0, g - d/(1 - d) s)/ce."""
    d = np.asarray(patience, dtype=np.float64)
    made: Floats = np.maximum(np.asarray(gain) - d / (1 - d) * surplus, 0.0) / court
    return made


class Commission(NamedTuple):
    """A broker's contract: the share of the result, the effort it brings, and what is left for both together."""

    rate: Floats
    effort: Floats
    surplus: Floats


def commission(aversion: Number, cost: Number, variance: Number) -> Commission:
    """The commission that trades incentive against risk, b = 1/(1 + r c s2) (Holmstrom & Milgrom 1987).

    A result of effort plus noise of variance s2, effort costs c e^2/2, the broker has constant absolute risk aversion
    r: effort b/c, joint surplus 1/[2 c (1 + r c s2)]. A commission alone; the fixed fee only divides the surplus.
    """
    c = np.asarray(cost, dtype=np.float64)
    rate: Floats = 1 / (1 + np.asarray(aversion) * c * variance)
    return Commission(rate, rate / c, rate / (2 * c))


def chain_output(stages: Number, choke: Number, cost: Number, two_part: bool = False) -> Floats:
    """Output of a chain of firms that each set a price to the next: Q = (a - c)/2^n (Spengler 1950).

    Final demand P = a - Q, unit cost c at the first stage. With a fee besides a price at cost between the stages (a
    two-part contract) the chain sells what one firm would, Q = (a - c)/2.
    """
    held = np.ones_like(np.asarray(stages, dtype=np.float64)) if two_part else np.asarray(stages, dtype=np.float64)
    made: Floats = (np.asarray(choke) - cost) / 2**held
    return made


def chain_profit(output: Number, choke: Number, cost: Number) -> Floats:
    """Profit of all stages together, (a - Q - c) Q."""
    q = np.asarray(output, dtype=np.float64)
    made: Floats = (choke - q - cost) * q
    return made
