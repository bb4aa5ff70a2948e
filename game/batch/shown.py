"""Rows as screens show their figures. Tables for programs keep the units of the model, which no scenario changes."""

from collections.abc import Iterable
from dataclasses import replace

from game.batch.run import FIGURES, Row
from game.model.scenario import Scenario

POINTS, MONEY, PERCENT = "points", "money", "percent"
UNITS = dict.fromkeys(FIGURES, POINTS) | {"profit": MONEY, "effort": PERCENT}


def as_shown(rows: Iterable[Row], scenario: Scenario) -> list[Row]:
    """Profit in the scenario's currency, effort in per cent, all else in points from 0 to 100.

    The economy index E is shown as E / (E + E_ref), as in the region score. It bends, so rows are converted, not means.
    """
    money, reference = scenario.units.money_scale, scenario.region.economy_reference
    return [
        replace(
            row,
            profit=row.profit * money,
            effort=100 * row.effort,
            cluster=100 * row.cluster,
            brand=100 * row.brand,
            economy=100 * row.economy / (row.economy + reference),
            coupling=100 * row.coupling,
        )
        for row in rows
    ]
