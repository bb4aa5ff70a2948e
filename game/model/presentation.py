"""How a scenario presents itself: in the picker, before the first quarter and after the last one."""

from typing import Literal

from pydantic import Field

from game.model.section import Section, choice
from game.model.texts import Language, Name, Text


class About(Section):
    """How the picker presents the scenario."""

    title: Text = Field(description="name of the scenario in the picker")
    lesson: Text = Field(description="the idea that it is about, in a few words")
    summary: Text = Field(description="two or three sentences in the picker: who is played, and what the trouble is")
    place: Text = Field(description="name of the region on the map")
    goals: list[Text] = Field(
        default=[],
        max_length=6,
        description="what is learned, one line each, under the heading 'You will be able to say'",
    )
    minutes: int = Field(default=50, ge=1, le=600, description="length of the lesson in minutes")
    stamps: int = Field(default=1, ge=1, le=3, description="difficulty shown in the picker")
    names: dict[Language, dict[Name, Name]] = Field(
        default={},
        max_length=20,
        description="firms, events, units, variants in other languages, by their name here: { zh = { kg = '公斤' } }",
    )
    icon: Literal["leaf", "star", "tie", "shoe", "lens", "watch", "hub", "dots", "arrows", "sliders"] = choice(
        "star", "picture of the scenario in the picker"
    )
    depth: Literal["sentence", "ledger", "full"] = choice("sentence", "how deep the results explain at first")


class Briefing(Section):
    """What is told before the first quarter and asked after the last one."""

    text: list[Text] = Field(min_length=1, max_length=8, description="paragraphs read before the first quarter")
    questions: list[Text] = Field(default=[], max_length=12, description="questions for the debrief")
    stylised: list[Text] = Field(default=[], max_length=12, description="what the game leaves out or makes simpler")
