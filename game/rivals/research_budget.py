"""How much research pays when results spill over: alone, coordinated, and in a joint venture, in closed form.

d'Aspremont & Jacquemin (1988, American Economic Review 78:1133-1137; erratum 80:641-642), with n firms Suzumura (1992,
82:1307-1320). Firms sell alike goods, P = a - b Q, at unit cost c_i = A - x_i - beta sum of the others' x; research x
costs gamma x^2/2. First x is chosen, then output, each firm for itself. With Z = a - A, k = n - (n - 1) beta and
mu = 1 + (n - 1) beta the regimes of Kamien, Muller & Zang (1992, 82:1293-1306) are

    N   each for itself        x = 2 Z k/(b gamma (n + 1)^2 - 2 k mu)
    C   joint decision         x = 2 Z mu/(b gamma (n + 1)^2 - 2 mu^2)
    NJ, CJ  the same with everything shared, beta = 1 (joint venture)

All arguments are broadcast; a positive denominator, b gamma (n + 1)^2 > 2 mu^2 and > 2 k mu, is needed. Members of the
game's alliance share as in N and C: `coordination` is by how much one that decides with the others differs.
"""

from enum import StrEnum
from typing import NamedTuple

import numpy as np

from game.model.record import Floats

Number = Floats | float


class Regime(StrEnum):
    """Who decides on research, and whether all results are shared (J)."""

    ALONE = "N"
    JOINT = "C"
    SHARED_ALONE = "NJ"
    SHARED_JOINT = "CJ"


class Research(NamedTuple):
    """Of each firm: research, the saving of unit cost it ends up with, and profit; output of all together."""

    research: Floats
    saving: Floats
    output: Floats
    profit: Floats


def research(
    regime: Regime, n: Number, spillover: Number, curvature: Number, margin: Number, slope: Number = 1.0
) -> Research:
    """The symmetric equilibrium; `curvature` is gamma, `margin` Z = a - A, `slope` b."""
    n = np.asarray(n, dtype=np.float64)
    shared = regime in {Regime.SHARED_ALONE, Regime.SHARED_JOINT}
    beta = np.ones_like(n) if shared else np.asarray(spillover, dtype=np.float64)
    mu = 1 + (n - 1) * beta
    felt = mu if regime in {Regime.JOINT, Regime.SHARED_JOINT} else n - (n - 1) * beta
    x = 2 * margin * felt / (slope * curvature * (n + 1) ** 2 - 2 * felt * mu)
    return _outcome(x, n, mu, curvature, margin, slope)


def cartel(n: Number, spillover: Number, curvature: Number, margin: Number, slope: Number = 1.0) -> Research:
    """Research and output decided together, x = Z mu/(2 n b gamma - mu^2)."""
    n = np.asarray(n, dtype=np.float64)
    mu = 1 + (n - 1) * np.asarray(spillover, dtype=np.float64)
    x = margin * mu / (2 * n * slope * curvature - mu**2)
    saving = mu * x
    output: Floats = (margin + saving) / (2 * slope)
    profit: Floats = slope * output**2 / n - curvature * x**2 / 2
    return Research(x, saving, output, profit)


def planner(n: Number, spillover: Number, curvature: Number, margin: Number, slope: Number = 1.0) -> Research:
    """What is best for firms and buyers together, x = Z mu/(n b gamma - mu^2), sold at cost."""
    n = np.asarray(n, dtype=np.float64)
    mu = 1 + (n - 1) * np.asarray(spillover, dtype=np.float64)
    x = margin * mu / (n * slope * curvature - mu**2)
    saving = mu * x
    output: Floats = (margin + saving) / slope
    profit: Floats = -curvature * x**2 / 2
    return Research(x, saving, output, profit)


def coordination(n: Number, spillover: Number, curvature: Number, slope: Number = 1.0) -> Floats:
    """x_C/x_N: how many times as much research a firm does that decides with the others. 1 at beta = 1/2."""
    joint, alone = (research(kind, n, spillover, curvature, 1.0, slope) for kind in (Regime.JOINT, Regime.ALONE))
    return joint.research / alone.research


def _outcome(x: Floats, n: Floats, mu: Floats, curvature: Number, margin: Number, slope: Number) -> Research:
    """Cournot output at the cost that research leaves: Q = n (Z + mu x)/(b (n + 1)), profit b q^2 - gamma x^2/2."""
    saving = mu * x
    output: Floats = n * (margin + saving) / (slope * (n + 1))
    profit: Floats = slope * (output / n) ** 2 - curvature * x**2 / 2
    return Research(x, saving, output, profit)
