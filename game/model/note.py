"""A note: a question that a seat was asked about what it had just seen, and what it wrote to itself.

Notes stand beside the game, never in it: no rule, rival, score or digest reads them, and nobody grades them.
"""

from typing import Annotated, Literal

from pydantic import Field

from game.model.section import Section

Occasion = Literal["pledge", "own", "middle", "end"]
LONGEST = 240


class Question(Section):
    """What is asked after a quarter: a neighbour fell short of its pledge, the seat broke itself, half of it is over.

    `body` is the institution and `firm` the stable id of the neighbour that it is about; `end` is asked in the debrief.
    """

    quarter: Annotated[int, Field(ge=1, le=400)]
    occasion: Occasion
    body: str = ""
    firm: Annotated[int, Field(ge=0, le=2**31)] = 0


class Note(Section):
    """A question, and the line that was written."""

    question: Question
    text: Annotated[str, Field(min_length=1, max_length=LONGEST)]
