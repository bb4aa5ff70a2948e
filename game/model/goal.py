"""What a seat may play for: the closed list of measures, and how they are counted.

All are figures that the seat may see. Goals stand beside the game: no rule, rival, score or digest reads them.
"""

from typing import Literal, get_args

Measure = Literal[
    "firm_score",
    "profit",
    "total_profit",
    "cash",
    "share",
    "word",
    "penalties",
    "region_score",
    "cluster",
    "brand",
    "economy",
    "keepers",
    "closures",
]
MEASURES = get_args(Measure)
POINTS = ("firm_score", "region_score", "cluster", "brand", "economy")  # 0 to 100
MONEY = ("profit", "total_profit", "cash")  # in the scenario's currency, as the screens print it
PER_CENT = ("share",)
COUNTS = ("penalties", "closures")  # grow only, so that they can be kept at a number, never raised to one
IN_BODY = ("keepers",)  # need an institution
MAY_NAME_BODY = ("keepers", "word")
MOST_GOALS = 3
