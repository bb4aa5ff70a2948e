"""The teacher's side of a scenario file."""

from typing import Annotated

from pydantic import Field

from game.model.section import Section
from game.model.texts import Text


class Part(Section):
    """A part of the lesson."""

    minutes: int = Field(ge=1, le=600, description="how long the part takes")
    what: Text = Field(description="what is done in it")
    play: bool | None = Field(
        default=None, description="whether it is play; if no part says so, the longest one is taken for play"
    )


class Teaching(Section):
    """For whoever teaches the lesson, in printed pages only: its parts, the board, likely answers."""

    plan: list[Part] = Field(default=[], max_length=20, description="parts of the lesson: { minutes, what, play }")
    board: list[Text] = Field(default=[], max_length=20, description="what goes on the board, line by line")
    answers: list[Text] = Field(
        default=[], max_length=12, description="a likely answer to each question of the briefing, in their order"
    )
    leads_to: list[list[Annotated[int, Field(ge=1, le=12)]]] = Field(
        default=[],
        max_length=12,
        description="for each question of the briefing, in their order: the numbers (from 1) of the goals in "
        "about.goals that it leads to; shown beside the question in reports",
    )
