"""A call: a statement about one quarter, and how likely a seat held it to be before the quarter was played.

Calls stand beside the game, never in it: no rule, rival, score or digest reads them.
"""

from typing import Annotated, Literal

from pydantic import Field, model_validator

from game.model.section import Section
from game.model.town import MOTIONS

Kind = Literal["motion", "keepers", "rival", "profit", "sales", "region", "cluster", "brand", "economy"]
Percent = Literal[10, 30, 50, 70, 90]
STEPS: tuple[Percent, ...] = (10, 30, 50, 70, 90)
IN_BODY = ("keepers", "rival")


class Statement(Section):
    """What may come true in a quarter.

    `body` is an institution, `firm` the stable id of the firm that it is about (of the one who asks, where only the
    neighbours count), `motion` what is moved, `level` what the quarter is measured against: money and volume as the
    screens print them, points of the region, or a count of firms.
    """

    kind: Kind
    quarter: Annotated[int, Field(ge=1, le=400)]
    body: str = ""
    firm: Annotated[int, Field(ge=0, le=2**31)] = 0
    motion: str = ""
    level: float = 0.0

    @model_validator(mode="after")
    def _says_what_it_is_about(self) -> "Statement":
        """Raises ValueError for a statement whose kind and subject do not belong together."""
        about_firm = self.kind in IN_BODY or self.kind == "motion"
        sound = bool(self.body) == (self.kind in IN_BODY) and bool(self.firm) == about_firm
        if not sound or (self.motion in MOTIONS) != (self.kind == "motion"):
            raise ValueError(f"{self.kind} about {self.body}, {self.firm}, {self.motion}")
        return self


class Call(Section):
    """A statement, and in per cent how likely the seat held it to be."""

    statement: Statement
    percent: Percent
